"""Tests of who took on an action, until when, and whether its line says that it is done."""

import pytest

from generator.load.marks.tasks import owner_of
from generator.model.minutes import Mark
from tests.hanging import ends
from tests.load.reading import NOTES, places, read

TOP = "---\norigin: notes\n---\n"
"""Its call was on 5 March 2031."""


def action(line: str, path: str = NOTES) -> Mark:
    """Give the one action of notes of one line."""
    minutes = read(path, f"{TOP}{line}\n").minutes
    assert minutes is not None
    (mark,) = minutes.marks
    return mark


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("outreach: write the explainer, by 2031-03-14", "outreach"),
        ("Mill Town: count beds and barns", "Mill Town"),
        ("travel organisers: buy more tickets", "travel organisers"),
        ("facilitator from Old Harbour: post the link", "facilitator from Old Harbour"),
        ("note volunteer: gather addresses", "note volunteer"),
        ("host: open the line", "host"),
        ("write the explainer (outreach)", "outreach"),
        ("write the explainer (by the news team).", "the news team"),
        ("write the explainer, bottomliner: outreach", "outreach"),
        ("BL: Old Harbour, find the winch", "Old Harbour"),
        ("find the winch. BL: outreach", "outreach"),
        ("write the explainer; owner: Mill Town by 14 March", "Mill Town"),
        ("write the explainer, taken on by Mill Town", "Mill Town"),
        ("write the explainer @outreach", "outreach"),
        ("outreach to write the explainer", "outreach"),
        ("Hill Farm to write up the question", "Hill Farm"),
        ("Mill Town bottomlines the list of dishes, by 2031-04-10", "Mill Town"),
        ("tech asks what a second line costs", "tech"),
        ("news team: list of buddies, bottomliner Harbour", "Harbour"),
        ("Planning group will send the dates", "Planning group"),
    ],
)
def test_an_owner_is_told_where_the_words_are_plain(words: str, owner: str):
    """Before a colon, in brackets, behind the word for it, or as the subject of a deed."""
    assert owner == owner_of(words)


@pytest.mark.parametrize(
    "words",
    [
        "write the explainer",
        "find a hall: it needs a ramp",
        "ask the planning group: is there a hall",
        "the letter: two pages",
        "deadline: soon",
        "somebody: write the explainer",
        "by 14 March: write the explainer",
        "the line is too small: find a larger one",
        "letter to print",
        "Press Release to send to all groups",
        "Letter to send now",
        "the letter asks what it costs",
        "news team: list of buddies, bottomliner needed",
        "print the notes (4. version)",
        "talk to press",
        "we will write the explainer",
        "the river will rise",
        "write the explainer (see below)",
        "write the explainer (by hand)",
        "print four hundred (flyers)",
        "write to keepers@calls.example",
        "bottomliner needed",
        "BL: needed",
        "responsible for the mill",
        "outreach: write the explainer (kitchen)",
        "ask @outreach and @kitchen",
        "meet at 21:00",
        "",
    ],
)
def test_an_owner_is_never_a_guess(words: str):
    """Deeds, things, times and sentences own nothing, and two owners that differ are none."""
    assert "" == owner_of(words)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by 2031-03-14", "2031-03-14"),
        ("by 14 March", "2031-03-14"),
        ("by March 14th, please", "2031-03-14"),
        ("by the 14th of March", "2031-03-14"),
        ("by Friday, 14 Mar", "2031-03-14"),
        ("by 5 March", "2031-03-05"),
        ("by 4 March", "2032-03-04"),
        ("by 29 February", "2032-02-29"),
        ("due: 14 March 2032", "2032-03-14"),
        ("due by March 14, 2032", "2032-03-14"),
        ("by 14 March (2031-03-14), by 2031-03-14", "2031-03-14"),
        ("by\n  14 March", "2031-03-14"),
    ],
)
def test_a_due_day_is_read(words: str, due: str):
    """As people write days; one without a year is the first from the call on."""
    assert due == str(action(f"- **Action:** outreach: write, {words}").due)


@pytest.mark.parametrize(
    "words",
    [
        "by the next call",
        "before 14 March",
        "by March",
        "by 3/14",
        "by 2031-02-30",
        "by 31 April",
        "by 14 March, or by 15 March",
        "by May, 21:00",
        "the letter of 14 March",
        "standby 14 March",
        "by 14 Marchers",
    ],
)
def test_other_words_stay_words(words: str):
    """What is no one day is not made into one."""
    assert None is action(f"- **Action:** outreach: write, {words}").due


def test_a_day_without_a_year_needs_the_day_of_the_call():
    """Of a call that is known to the month only, no year can be told."""
    path = "minutes/2031/2031-03-river-open-call.md"
    assert None is action("- **Action:** write, by 14 March", path).due
    assert "2031-03-14" == str(action("- **Action:** write, by 14 March 2031", path).due)


def test_a_due_day_before_the_call_is_a_warning_at_its_place():
    """The day is marked where it stands, also on a second line; the day of the call is none."""
    line = "- **Action:** outreach: write, by 1 March 2031\n"
    assert [("R320", 4, 35, 12)] == places(NOTES, TOP + line)
    assert [("R320", 5, 6, 10)] == places(NOTES, f"{TOP}- **Action:** write\n  by 2031-03-04\n")
    assert [] == places(NOTES, f"{TOP}- **Action:** write, by 5 March\n")


@pytest.mark.parametrize(
    "line",
    [
        "- [x] **Action:** outreach: write",
        "1. [X] **Action:** outreach: write",
        "- **Action:** done: outreach: write",
        "- **Action:** Done - outreach: write",
        "- **Action:** outreach: write (done) {#write}",
        "- **Action:** outreach: write (done, 12 March).",
    ],
)
def test_a_line_says_that_it_is_done(line: str):
    """By its tick, or by a word for it at either end; its owner is told all the same."""
    mark = action(line)
    assert (True, "outreach") == (mark.done, mark.owner)


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] **Action:** outreach: write",
        "- **Action:** outreach: get it done",
        "- **Action:** outreach: write (not done)",
        "- **Action:** outreach: tell what was done: the mill",
        "**Action:** outreach: write [x]",
    ],
)
def test_other_lines_do_not(line: str):
    """An empty box and the word elsewhere close nothing."""
    assert False is action(line).done


def test_only_actions_have_owners():
    """What stands before a colon of a decision is no owner."""
    mark = action("- **Decision:** outreach: one page, by 14 March (consensus)")
    assert ("", None, False) == (mark.owner, mark.due, mark.done)


@pytest.mark.parametrize(
    "sign", [" ", "by ", "(", "(done", "@a", "will ", "{#", "a: ", "by 1 ", "owner: "]
)
def test_notes_of_one_sign_are_read_soon(sign: str):
    """An action as long as notes may be, of nothing but one sign, is read to its end."""
    with ends():
        read(NOTES, f"{TOP}- **Action:** x {sign * (250_000 // len(sign))}x\n")
