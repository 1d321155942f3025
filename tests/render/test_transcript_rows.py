"""What a search finds of transcripts: paragraphs by their words, in a file of their own, and nothing left out."""

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.privacy.public import Origin, PublicArchive, PublicTranscript
from generator.render import search_rows, transcript_pages, transcript_rows
from generator.render.output import File, Index, IndexEntry, Page
from generator.site.search_index import index_bytes
from tests.render.made_archive import ARCHIVE, SETTINGS, notes_with
from tests.render.page_reading import Reading
from tests.render.transcript_archive import PAGE, SPANISH, TRANSCRIPT, archive_of, spoken_for
from tests.site.search_client import search


def indexes(archive: PublicArchive) -> dict[str, Index]:
    drafts = transcript_rows.render(archive, SETTINGS)
    made = [draft.make(draft.view, SETTINGS) for draft in drafts]
    return {index.path: index for index in made if isinstance(index, Index)}


def entries(*transcripts: PublicTranscript) -> tuple[IndexEntry, ...]:
    return indexes(archive_of(*transcripts))["search/2031-said.bin"].entries


def listed(archive: PublicArchive) -> list[dict[str, object]]:
    """Give the files of the search as its list names them."""
    drafts = {draft.path: draft for draft in search_rows.render(archive, SETTINGS)}
    file = drafts["search/index.json"].make(drafts["search/index.json"].view, SETTINGS)
    assert isinstance(file, File)
    found: list[dict[str, object]] = json.loads(file.data)["files"]
    return found


def test_each_paragraph_is_a_passage():
    """It is called by its moment, and leads to it."""
    (entry,) = entries(TRANSCRIPT)
    assert [
        ("t-00-00-10", "00:00:10", "Welcome to the call. We begin with the ferry."),
        ("t-00-00-19", "00:00:19", "The ferry is full on Friday."),
        ("t-00-00-40", "00:00:40", "Then we walk."),
        ("t-01-06-10", "01:06:10", "Goodbye & thanks <all>."),
    ] == [
        (each.anchor, each.words, " ".join(each.fields[0][1].split()))
        for each in entry.passages[1:]
    ]


def test_every_passage_has_its_place_in_the_page():
    """Paragraphs of page and index begin at the same pieces, also where notes part the recording."""
    notes = (notes_with(body="## [00:00:30] Boats\n\n## [00:16:40] More boats\n"),)
    archive = archive_of(spoken_for(5000), notes=notes)
    (entry,) = indexes(archive)["search/2031-said.bin"].entries
    (draft,) = transcript_pages.render(archive, SETTINGS)
    page = draft.make(draft.view, SETTINGS)
    assert isinstance(page, Page)
    assert set() == {each.anchor for each in entry.passages[1:]} - set(Reading(page.body).ids())


def test_a_draft_of_a_program_says_so_where_it_is_found():
    """Nobody is to take what a program heard for what was said."""
    (entry,) = entries(replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT))
    assert {"Transcript drafted by a program"} == {each.state for each in entry.passages}


def test_words_are_folded_in_their_language():
    """Plurals of a Spanish transcript are those of Spanish."""
    found = [each.passages[1] for each in entries(TRANSCRIPT, SPANISH)]
    assert [("", "Transcript"), ("es", "Transcript (Spanish)")] == [
        (each.language, each.state) for each in found
    ]


def test_filters_are_those_of_the_call():
    """Who looks for what was said on the calls of a group finds them by it."""
    (entry,) = entries(TRANSCRIPT)
    assert {("group", "river-planning"), ("has", "recording")} <= set(entry.filters)


def test_the_list_names_the_files_of_what_was_said():
    """They stand behind their years, and an archive without transcripts has none."""
    assert [
        {"file": "2031.bin", "year": 2031},
        {"file": "2031-said.bin", "year": 2031, "said": True},
        {"file": "pages.bin", "year": 0},
    ] == listed(archive_of(TRANSCRIPT))
    assert ["2031.bin", "pages.bin"] == [each["file"] for each in listed(ARCHIVE)]
    assert {} == indexes(ARCHIVE)


def test_notes_change_no_row_of_the_words():
    """An edit of notes without moments makes no index of words anew."""
    one = list(transcript_rows.render(archive_of(TRANSCRIPT), SETTINGS))
    other = list(
        transcript_rows.render(
            archive_of(TRANSCRIPT, notes=(notes_with(body="We met again."),)), SETTINGS
        )
    )
    assert one == other


@pytest.fixture
def ask(tmp_path):
    """Ask queries of the whole index of an archive in which words of a recording can be found."""

    def answers(*queries: tuple[str, dict[str, object], dict[str, object]]) -> list[Any]:
        archive = archive_of(TRANSCRIPT)
        folder = tmp_path / "index"
        folder.mkdir()
        for module in (search_rows, transcript_rows):
            for draft in module.render(archive, SETTINGS):
                made = draft.make(draft.view, SETTINGS)
                name = made.path.removeprefix("search/")
                data = index_bytes(made) if isinstance(made, Index) else made.data
                (folder / name).write_bytes(data)
        return search(folder, tmp_path / "scripts", list(queries))

    return answers


@pytest.mark.node
def test_a_word_that_was_said_is_found_at_its_moment(ask):
    """A reader who types it is led to the paragraph."""
    (found,) = ask(("friday", {}, {}))
    assert [(PAGE, "t-00-00-19", "Transcript")] == [
        (row["page"], row["anchor"], row["state"]) for row in found["results"]
    ]


@pytest.mark.node
def test_filters_alone_find_calls_and_not_what_was_said_on_them(ask):
    """A list of calls names none twice."""
    chosen, decided = ask(
        ("", {"group": "river-planning"}, {}), ("ferry", {"kind": "decision"}, {})
    )
    assert not [row for row in chosen["results"] if row["page"].startswith("recordings/")]
    assert chosen["results"]
    assert [] == decided["results"]


@pytest.mark.node
def test_the_page_of_a_call_goes_before_its_words(ask):
    """Who types a title finds the call first."""
    (found,) = ask(("River Assembly open call", {}, {}))
    assert f"calls/{TRANSCRIPT.call}.html" == found["results"][0]["page"]
