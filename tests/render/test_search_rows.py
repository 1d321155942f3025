"""The rows of the search index: which passages there are, where they lead, what they are called, what is in none."""

import re

import pytest

from generator import addresses
from generator.privacy import gate
from generator.render import search_rows
from generator.render.output import Index, IndexEntry, IndexPassage, Page
from tests.privacy.quiet_archive import Frame, open_files, read
from tests.site_archives import GOOD, examined, outputs

CALL = "calls/2031/2031-05-05-river.yaml"
NOTES = "minutes/2031/2031-05-05-river.md"
PAGE = "calls/2031-05-05-river.html"
RECORD = (
    "title: River call\ndate: 2031-05-05\nstatus: held\ngroups: [river-planning]\nhubs: [spring-gathering]\n"
    "places:\n  - Mill Town, PA\npurpose: Share news of the weir.\nagenda:\n  - Boats\nroles:\n  facilitator: Fern\n"
    "participants: 40\nshare: public\n"
)
FRONT = "---\norigin: notes\n---\n"


def indexes(files: dict[str, str]) -> dict[str, Index]:
    """Give the indexes of an archive in memory."""
    settings, archive, _, _ = read(open_files(Frame()) | files)
    drafts = search_rows.render(gate.publish(archive, settings), settings)
    made = [draft.make(draft.view, settings) for draft in drafts]
    return {index.path: index for index in made if isinstance(index, Index)}


def entry_of(files: dict[str, str], page: str = PAGE) -> IndexEntry:
    found = [one for index in indexes(files).values() for one in index.entries if one.page == page]
    assert len(found) == 1
    return found[0]


def passages(notes: str, front: str = FRONT) -> list[IndexPassage]:
    """Give the passages of notes, without the head of their call."""
    return list(entry_of({CALL: RECORD, NOTES: front + notes}).passages[1:])


def text(passage: IndexPassage) -> str:
    return " ".join(words for _, words in passage.fields)


def test_head_has_the_call_s_facts():
    """Title, places, purpose, agenda, roles, date, groups and hubs are found, and filters know the last two."""
    entry = entry_of({CALL: RECORD})
    head = text(entry.passages[0])
    facts = "River call|Mill Town, PA|the weir|Boats|Fern|2031-05-05|5 May 2031|River planning group|Spring gathering"
    assert [] == [fact for fact in facts.split("|") if fact not in head]
    assert {
        ("group", "river-planning"),
        ("hub", "spring-gathering"),
        ("place", "Mill Town, PA"),
        ("place", "Mill Town"),
    } == set(entry.filters)


def test_each_heading_is_a_passage_of_its_own():
    """What stands under a heading leads there, what stands before any to the head of the notes."""
    found = passages(
        "Before.\n\n## News\n\nLambs & kids.\n\n### From the mill\n\n- one\n- two\n\n## Closing\n"
    )
    assert [
        ("record-minutes", "Minutes", "Before."),
        ("notes-news", "News", "News Lambs & kids."),
        ("notes-from-the-mill", "From the mill", "From the mill one two"),
        ("notes-closing", "Closing", "Closing"),
    ] == [(one.anchor, one.words, text(one)) for one in found]


def test_a_marked_item_stands_apart():
    """The words of a marked item of a list are its passage's and not its section's; a list below it stays there."""
    found = passages(
        "## News\n\n- **Decision:** lend the boat. (agreed)\n    - because of rain\n- plain item\n"
    )
    section, decision = found
    assert "News because of rain plain item" == text(section)
    assert ("decision", "lend the boat.") == (decision.kind, decision.words)
    assert "Decision: lend the boat. (agreed)" == text(decision)


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("**Proposal:** lend the boat. (tabled)", FRONT),
        ("**Decision:** lend the boat. (proposed)", FRONT),
        ("**Outcome:** lend the boat. (encouraged)", FRONT),
        ("**Decision:** lend the boat. (agreed)", "---\norigin: notes\nstatus: draft\n---\n"),
        (
            "**Decision:** lend the boat. (agreed)",
            "---\norigin: notes\nstatus: under-review\n---\n",
        ),
        ("**Decision:** lend the boat. (agreed)", "---\norigin: machine-draft\n---\n"),
    ],
)
def test_what_was_not_decided_is_no_decision(line, front):
    """A proposal, a decision that was not adopted, and whatever a draft says are found, but not as decisions."""
    found = passages(f"## Outcomes\n\n- {line}\n", front)
    assert any("boat" in text(one) for one in found)
    assert {"call"} == {one.kind for one in found}
    assert set() == {name for one in found for name, _ in one.fields} & {"decision"}


def test_a_decision_holds_no_words_of_its_neighbour():
    """Where two marks stand in one item or paragraph, the decision has its own words alone."""
    for begin in ("- ", ""):
        found = passages(
            f"{begin}**Decision:** lend the boat. (agreed)\n  **Proposal:** sell the mill. (tabled)\n"
        )
        decided = [text(one) for one in found if one.kind == "decision"]
        assert [True] == ["boat" in words for words in decided]
        assert [False] == ["mill" in words for words in decided]


def test_drafts_and_summaries_are_told_apart():
    """A passage says what it belongs to, in the words of the page."""
    states = {
        "origin: notes\nstatus: draft": "Draft minutes",
        "origin: summary": "Summary, not the minutes",
        "origin: notes": "Minutes",
    }
    found = {
        front: {one.state for one in passages("## News\n\nRain.\n", f"---\n{front}\n---\n")}
        for front in states
    }
    assert {front: {state} for front, state in states.items()} == found


def test_what_was_left_out_is_not_found():
    """The note that words are redacted or taken out is no word of the notes, nor is a name given to a line."""
    found = passages(
        "## News {#spring-news}\n\nRain [redacted: legal] here.\n\n- **Action:** planning: call. {#own-name}\n"
    )
    said = " ".join(text(one) for one in found)
    assert "redacted" not in said
    assert "left out" not in said
    assert "own-name" not in said
    assert "notes-spring-news" == found[0].anchor
    assert "own-name" == found[1].anchor


def test_a_decision_that_no_longer_holds_is_found_as_superseded():
    """Who looks for what was decided sees at once that a later call decided otherwise."""
    later = CALL.replace("-05-05", "-06-02")
    files = {
        CALL: RECORD,
        NOTES: f"{FRONT}- **Decision:** one boat. (consensus) {{#boats}}\n",
        later: RECORD.replace("05-05", "06-02"),
        NOTES.replace("-05-05", "-06-02"): f"{FRONT}- **Decision:** two boats."
        " (consensus; supersedes 2031-05-05-river#boats)\n",
    }
    first, second = (entry_of(files, page) for page in (PAGE, PAGE.replace("05-05", "06-02")))
    assert ["Minutes, superseded since"] == [one.state for one in first.passages if one.anchor]
    assert ["Minutes"] == [one.state for one in second.passages if one.anchor]


def test_another_language_is_told():
    """Notes in a second language have names and a language of their own."""
    spanish = entry_of(
        {
            CALL: RECORD,
            NOTES: f"{FRONT}## News\n",
            NOTES.replace(".md", ".es.md"): f"{FRONT}## Semillas\n\nDos frijoles.\n",
        }
    )
    last = spanish.passages[-1]
    assert ("notes-es-semillas", "es", "Minutes (Spanish)") == (
        last.anchor,
        last.language,
        last.state,
    )


@pytest.mark.parametrize(
    ("own", "spanish", "decided"),
    [
        ("Decision:** boat", "Decision:** bote", {"boat", "bote"}),
        ("Proposal:** boat", "Decision:** bote", set()),
        ("Decision:** boat", "Decision:** bote\n- **Decision:** remo", {"boat"}),
        (
            "Decision:** boat\n- **Proposal:** oar",
            "Proposal:** bote\n- **Decision:** remo",
            {"boat"},
        ),
    ],
)
def test_a_translation_decides_nothing_by_itself(own, spanish, decided):
    """Only what the register counts as decided is found as a decision, and what translates it."""
    files = {NOTES: own, NOTES.replace(".md", ".es.md"): spanish}
    notes = {path: f"{FRONT}- **{text}\n" for path, text in files.items()}
    found = entry_of({CALL: RECORD, **notes}).passages
    assert decided == {one.words for one in found if one.kind == "decision"}


def test_a_withheld_call_is_in_no_index():
    """Of a call whose details are withheld nothing is found; of one without notes only its facts."""
    parts = "".join(f"  {part}: withheld\n" for part in ("minutes", "recording", "details"))
    closed = f"date: 2031-05-06\nshare:\n{parts}  reason: safety\n"
    found = indexes(
        {
            "calls/2031/2031-05-06-withheld-1.yaml": closed,
            CALL: RECORD.replace("share: public", "share: withheld for safety"),
        }
    )
    pages = {one.page: one for one in found["search/2031.bin"].entries}
    assert {PAGE, "calls/2031-04-09-open.html", "calls/2031-06-19-watch.html"} == set(pages)
    assert 1 == len(pages[PAGE].passages)


def test_places_of_few_people_are_coarse():
    """Where fewer than ten took part, the index names places as coarsely as the page."""
    entry = entry_of({CALL: RECORD.replace("participants: 40", "participants: 6")})
    assert "Mill Town" not in str(entry)


def test_years_stand_apart():
    """A change in one year leaves the index of another as it was, so that it is not made again."""

    def views(title: str) -> dict[str, object]:
        old = RECORD.replace("2031-05-05", "2030-05-05").replace("River call", title)
        files = open_files(Frame()) | {CALL: RECORD, "calls/2030/2030-05-05-river.yaml": old}
        settings, archive, _, _ = read(files)
        drafts = search_rows.render(gate.publish(archive, settings), settings)
        return {draft.path: draft.view for draft in drafts}

    one, other = views("First"), views("Second")
    assert ["search/2030.bin"] == [path for path in one if one[path] != other[path]]


def test_hostile_notes_are_taken_apart():
    """Notes of 250 kB of one sign, of headings alone, or of marks alone give rows in linear time."""
    for notes in (
        "[" * 250_000,
        "#### x\n" * 30_000,
        "- **Decision:** so. (agreed)\n" * 5_000,
        "> " * 100_000,
    ):
        assert isinstance(passages(notes), list)


def test_words_of_the_help_count_less_than_those_of_calls():
    """Pages of problems count least, and what was written of calls in full."""
    body = "# Boats\n\nBefore.\n\n## Lending\n\nLambs.\n"
    weights = {"content/about.md": [100, 100], "content/help/boats.md": [50, 50]}
    weights["content/help/problems/F226.md"] = [25, 25]
    found = indexes(dict.fromkeys(weights, body))["search/pages.bin"].entries
    own = {f"content/{each.page.removesuffix('.html')}.md": each.passages for each in found}
    assert weights == {path: [one.weight for one in own[path]] for path in weights}


def test_a_place_leads_to_its_page():
    """The page of a place is found by each spelling of it, and by its state in whole words."""
    other = RECORD.replace("05-05", "05-06").replace("Mill Town, PA", "MILL TOWN, PA")
    third = RECORD.replace("05-05", "05-07")
    files = {CALL: RECORD, CALL.replace("05-05", "05-06"): other}
    entry = entry_of(
        files | {CALL.replace("05-05", "05-07"): third}, addresses.place_page("mill-town-pa")
    )
    (head,) = entry.passages
    assert "Mill Town, PA" == entry.title
    assert (
        ("title", "Mill Town, PA"),
        ("place", "MILL TOWN, PA"),
        ("body", "Pennsylvania"),
    ) == head.fields


def test_examples_of_a_written_page_are_not_found_and_those_of_notes_are():
    """A block of code in the help holds invented words; in notes somebody wrote it of the call."""
    body = "## Lending\n\nLambs.\n\n```yaml\ntitle: Weir\n```\n\nKids `at` home.\n"
    page = entry_of({"content/help/boats.md": f"# Boats\n\n{body}"}, "help/boats.html")
    assert "Lending Lambs. Kids at home." == text(page.passages[1])
    assert "Lending Lambs. title: Weir Kids at home." == text(passages(body)[0])


@pytest.mark.parametrize("name", GOOD)
def test_every_passage_has_its_place_in_the_page(name, tmp_path):
    """In every golden archive each row leads to a page there is, and to a name in it."""
    found = examined(name, tmp_path)
    made = outputs(found)
    places = {
        page.path: set(re.findall(r'id="([^"]+)"', page.body))
        for page in made.values()
        if isinstance(page, Page)
    }
    rows = [entry for index in made.values() if isinstance(index, Index) for entry in index.entries]
    assert rows
    lost = [
        (entry.page, passage.anchor)
        for entry in rows
        for passage in entry.passages
        if entry.page not in places or (passage.anchor and passage.anchor not in places[entry.page])
    ]
    assert [] == lost
