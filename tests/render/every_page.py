"""Makes all pages of records of a public archive, as the pipeline does, for tests that ask about all of them."""

from generator.privacy.public import PublicArchive, PublicCall
from generator.render import (
    calendar_pages,
    call_kinds,
    call_pages,
    decision_pages,
    gap_pages,
    group_pages,
    hub_pages,
    ledger_pages,
    list_pages,
    month_pages,
    not_found,
    place_pages,
    recording_pages,
    redirects,
    series_pages,
    statistics_page,
    subscribe_page,
    transcript_pages,
    withheld_pages,
)
from generator.render.output import Draft, File, Page
from generator.settings import Settings
from tests.render.made_archive import SETTINGS, archive_with
from tests.render.page_reading import Reading

MODULES = (
    calendar_pages,
    call_kinds,
    call_pages,
    decision_pages,
    gap_pages,
    group_pages,
    hub_pages,
    ledger_pages,
    list_pages,
    month_pages,
    not_found,
    place_pages,
    recording_pages,
    redirects,
    series_pages,
    statistics_page,
    subscribe_page,
    transcript_pages,
    withheld_pages,
)


def drafts(archive: PublicArchive, settings: Settings = SETTINGS) -> list[Draft]:
    """Give the drafts of all pages of records."""
    return [draft for module in MODULES for draft in module.render(archive, settings)]


def pages(archive: PublicArchive, settings: Settings = SETTINGS) -> dict[str, Page]:
    """Give all pages by address."""
    made = (draft.make(draft.view, settings) for draft in drafts(archive, settings))
    return {page.path: page for page in made if isinstance(page, Page)}


def files(archive: PublicArchive, settings: Settings = SETTINGS) -> dict[str, str]:
    """Give the text of all finished files by address."""
    made = (draft.make(draft.view, settings) for draft in drafts(archive, settings))
    return {file.path: file.data.decode() for file in made if isinstance(file, File)}


def call_page(call: PublicCall, settings: Settings = SETTINGS) -> Page:
    """Give the page of a call that is alone in its archive."""
    return pages(archive_with(call), settings)[f"calls/{call.id}.html"]


def read_call(call: PublicCall, settings: Settings = SETTINGS) -> Reading:
    """Read the page of a call that is alone in its archive."""
    return Reading(call_page(call, settings).body)
