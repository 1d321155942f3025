"""A call's page leads to what was said on its recording, and says which of it a program drafted."""

from dataclasses import replace

from generator.privacy.public import Origin, PublicArchive
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE
from tests.render.page_reading import Reading
from tests.render.transcript_archive import (
    HEARD,
    PAGE,
    SPANISH,
    SPANISH_PAGE,
    TRANSCRIPT,
    archive_of,
)


def read(archive: PublicArchive) -> Reading:
    return Reading(pages(archive)[f"calls/{HEARD.id}.html"].body)


def test_a_call_leads_to_its_transcripts():
    """Each language has a link of its own."""
    links = read(archive_of(TRANSCRIPT, SPANISH)).links()
    assert f"../{PAGE}" == links["Read the transcript"]
    assert f"../{SPANISH_PAGE}" == links["Read the transcript (Spanish)"]


def test_a_draft_of_a_program_is_called_one():
    """Nobody follows a link to what a program heard without knowing it."""
    drafted = replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT)
    links = read(archive_of(drafted)).links()
    assert f"../{PAGE}" == links["Read the transcript, which a program drafted"]
    assert "Read the transcript" not in links


def test_a_call_without_transcript_says_nothing_of_one():
    """Most calls have none, and nothing is missing there."""
    assert "What was said:" not in read(ARCHIVE).text
