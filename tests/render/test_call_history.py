"""The history of a call's record, the ways to its passages, and what its outcomes are counted as."""

from dataclasses import replace

import pytest

from generator import forges
from generator.privacy.public import MarkKind, NotesState, Origin
from generator.render.call_outcomes import ROW_LIMIT
from tests.render.every_page import pages, read_call
from tests.render.made_archive import (
    CALL,
    FORGE,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
    mark,
    notes_with,
)
from tests.render.page_reading import Reading

DECISION = mark(MarkKind.DECISION, "Hold the gathering", "consensus", adopted=True)
PROPOSAL = mark(MarkKind.PROPOSAL, "Two-thirds as a fallback", "tabled")
ACTION = mark(MarkKind.ACTION, "Sing by the river")


def with_notes(*marks, **fields):
    return call_with(notes_state=NotesState.MINUTES, notes=(notes_with(*marks, **fields),))


def test_a_record_says_when_it_was_last_changed():
    """By git, in words, and without the name of whoever did."""
    text = read_call(replace(CALL, changed_at=1_930_000_000)).text
    assert "History of this record Last changed on 27 February 2031." in " ".join(text.split())


def test_the_forge_shows_all_changes_of_the_record_and_of_its_notes():
    """Whoever wants to know more follows the link of each file."""
    links = read_call(with_notes(DECISION, origin=Origin.SUMMARY), FORGE).links()
    base = "https://forge.example/river/calls/commits/main"
    assert f"{base}/{CALL.path}" == links["All changes of this record"]
    summary = f"{base}/minutes/2031/2031-03-05-river-open-call.md"
    assert summary == links["All changes of the summary"]


@pytest.mark.parametrize(
    ("kind", "folder"),
    [
        ("github", "commits/main"),
        ("gitlab", "-/commits/main"),
        ("gitea", "commits/branch/main"),
        ("forgejo", "commits/branch/main"),
    ],
)
def test_each_forge_lists_changes_at_its_own_address(kind, folder):
    """The addresses of decision 0020 for a file's history."""
    forge = forges.forge_of("https://forge.example/river/calls", kind=kind)
    wanted = f"https://forge.example/river/calls/{folder}/calls/a%20b.yaml"
    assert wanted == forges.changes_of_file(forge, "calls/a b.yaml")


def test_an_unknown_forge_has_no_address_of_changes():
    """A link that may lead nowhere is not made."""
    forge = forges.forge_of("https://code.river.example/a/b")
    assert "" == forges.changes_of_file(forge, "calls/a.yaml")


def test_without_git_and_forge_there_is_no_history():
    """A heading over nothing is not shown."""
    assert "History of this record" not in read_call(CALL, SETTINGS).text


def test_a_withheld_call_has_no_history():
    """When its record was changed, and where, is not told."""
    withheld = replace(WITHHELD, changed_at=1_932_768_000)
    page = pages(archive_with(withheld), FORGE)[f"calls/{WITHHELD.id}.html"]
    assert "History" not in page.body
    assert "forge.example" not in page.body


def tally(call):
    return [each.text for each in read_call(call).of_class("ia-tally")]


def test_outcomes_are_counted_before_they_are_listed():
    """A long list says at its head what is in it, and leads to each part."""
    call = with_notes(DECISION, PROPOSAL, ACTION)
    assert ["1 decided · 1 proposed, not decided · 1 action"] == tally(call)
    assert "#record-proposed" == read_call(call).links()["1 proposed, not decided"]


def test_without_a_decision_the_count_says_so_first():
    """What was only proposed is not taken for decided by whoever reads one line."""
    said = "No decision is among these: 1 proposed, not decided · 1 action"
    assert [said] == tally(with_notes(PROPOSAL, ACTION))


def test_without_outcomes_there_is_no_count():
    """The sentence in their place says what is known."""
    assert [] == tally(CALL)


def test_eighty_decisions_are_a_row_each():
    """Each leads to its place in the notes, and all stand in one part."""
    many = [replace(DECISION, anchor=f"d{n}", text=f"Decision {n}") for n in range(80)]
    reading = read_call(with_notes(*many))
    assert "80 decided" == reading.of_class("ia-tally")[0].text
    assert 80 == len(reading.of_class("ia-mark"))
    assert set() == {f"d{n}" for n in range(80)} - set(reading.ids())


def test_a_long_outcome_is_cut_in_its_row_and_whole_in_the_notes():
    """The row leads to where all of it stands."""
    long = replace(DECISION, text="Hold " + "the spring gathering " * 40)
    reading = read_call(with_notes(long))
    (row,) = [each for each in reading.named("a") if each.text.startswith("Hold")][:1]
    assert row.text.endswith("…")
    assert ROW_LIMIT + 1 >= len(row.text)
    assert "the spring gathering " * 39 in reading.with_id(row.attributes["href"][1:]).text + " "


def test_passages_are_listed_below_the_notes_for_those_without_a_mouse():
    """Every heading and mark once, in reading order, folded away."""
    body = "## News\n\n- **Decision:** Hold the gathering\n"
    (listed,) = read_call(with_notes(replace(DECISION, line=6), body=body)).of_class("ia-passages")
    assert "Link to 2 passages of these notes News Hold the gathering" == listed.text
    assert "details" == listed.name


def test_notes_without_passages_have_no_list_of_them():
    """A list of nothing is not shown."""
    assert [] == read_call(with_notes(body="We met.")).of_class("ia-passages")


def test_the_list_of_passages_names_places_of_the_page():
    """Each address leads somewhere."""
    page = pages(archive_with(with_notes(DECISION, PROPOSAL, body="## A\n\n### B")))
    reading = Reading(page[f"calls/{CALL.id}.html"].body)
    ways = [
        each.attributes["href"][1:]
        for each in reading.named("a")
        if each.attributes.get("href", "").startswith("#")
    ]
    assert set() == set(ways) - set(reading.ids())
