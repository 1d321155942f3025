"""Tests of what is asked of adopted minutes, of translations, and of the minutes of an agenda."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.problems import Place
from tests.checks.test_questions import NAME, NOTES, OTHER, WITHHELD, errors, places
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, SETTINGS

Write = Callable[[Mapping[str, str]], Path]

SPANISH = NOTES.replace(".md", ".es.md")
LATER = "calls/2031/2031-03-19-later.yaml"


def adopted(by: str) -> str:
    return f"---\norigin: notes\nstatus: adopted\nadopted_by: {by}\n---\nx\n"


def call_of(day: str, status: str = "held") -> str:
    return f"title: Later\ndate: {day}\nstatus: {status}\nshare: public\n"


def test_a_later_call_adopts(archive_at: Write):
    """Minutes that the next call adopted are in order."""
    assert [] == places(archive_at(RIVER_ARCHIVE | {NOTES: adopted("2031-03-12-river-open-call")}))


def test_a_call_does_not_adopt_its_own_minutes(archive_at: Write):
    """The place is the id of the call."""
    files = {NOTES: adopted("2031-03-05-river-open-call")}
    assert [("R328", NOTES, 4, 13, 26)] == places(archive_at(RIVER_ARCHIVE | files))


def test_an_earlier_call_adopts_nothing(archive_at: Write):
    """Nobody adopts minutes of a call that is still to be held."""
    path = "minutes/2031/2031-03-12-river-open-call.md"
    files = {path: adopted("2031-03-05-river-open-call")}
    assert [("R328", path, 4, 13, 26)] == places(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    ("day", "status", "told"),
    [
        ("2031-03-19", "cancelled", True),
        ("2031-07-19", "scheduled", True),
        ("2031-03-19", "scheduled", False),
        ("2031-03-19", "announced", False),
        ("2031-03-19", "held", False),
    ],
)
@pytest.mark.parametrize("front", ["origin: notes", "origin: summary", "status: draft"])
def test_nothing_is_decided_without_a_call(
    day: str, status: str, told: bool, front: str, archive_at: Write
):
    """A call that was cancelled or is to come decided nothing; of a draft, which decides nothing, that is not asked."""
    path = LATER.replace("2031-03-19", day)
    notes = path.replace("calls", "minutes", 1).replace(".yaml", ".md")
    marks = "- **Proposal:** rest. (tabled)\n- **Decision:** go on. (consensus)"
    record = call_of(day, status) + ("reason: a storm\n" if status == "cancelled" else "")
    begun = front if "origin" in front else f"origin: notes\n{front}"
    files = {path: record, notes: f"---\n{begun}\n---\n{marks}\n"}
    line = 6 if front == "status: draft" else 5
    wanted = [("R329", notes, line, 1, 0)] if told and front != "status: draft" else []
    assert wanted == places(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    ("day", "status", "told"),
    [
        ("2031-03-19", "cancelled", True),
        ("2031-03-19", "announced", False),
        ("2031-06-19", "scheduled", True),
        ("2031-03", "held", False),
        ("2031", "held", False),
        ("2031-02", "held", True),
    ],
)
def test_a_call_that_was_not_held_adopts_nothing(
    day: str, status: str, told: bool, archive_at: Write
):
    """Cancelled, still to come or surely earlier is told; what is known only to the month may have been later."""
    path = LATER.replace("2031-03-19", day)
    by = path.rsplit("/", 1)[1].removesuffix(".yaml")
    reason = "reason: snow\n" if status == "cancelled" else ""
    files = {path: call_of(day, status) + reason, NOTES: adopted(by)}
    found = places(archive_at(RIVER_ARCHIVE | files))
    assert ([("R328", NOTES, 4, 13, len(by))] if told else []) == found


def test_nothing_is_asked_of_a_call_whose_details_are_withheld(archive_at: Write):
    """Whether a withheld call was cancelled is not told by a problem of another call's minutes."""
    hidden = "calls/2031/2031-02-19-withheld-1.yaml"
    files = {
        "mkdocs.yml": SETTINGS + "    repository_is_public: false\n",
        hidden: WITHHELD.replace("2031-03-19", "2031-02-19") + "status: cancelled\nreason: snow\n",
        NOTES: adopted("2031-02-19-withheld-1"),
    }
    assert [] == places(archive_at(RIVER_ARCHIVE | files))


def test_a_program_is_not_adopted_without_a_reviewer(archive_at: Write):
    """The place is the status; with a role beside it the notes are in order."""
    notes = adopted("2031-03-12-river-open-call").replace("notes", "machine-draft")
    assert [("R327", NOTES, 3, 9, 7)] == places(archive_at(RIVER_ARCHIVE | {NOTES: notes}))
    reviewed = notes.replace("---\nx", "reviewed_by: the planning group\n---\nx")
    assert [] == places(archive_at(RIVER_ARCHIVE | {NOTES: reviewed}))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Nada.", 4),
        ("- **Proposal:** una lista. (proposed)", 4),
        ("Dos.\n\n- **Decision:** uno.\n- **Decision:** dos.", 6),
    ],
)
def test_a_translation_with_other_decisions_is_told_with_both_places(
    line: str, place: int, archive_at: Write
):
    """The place is the first decision of the translation, or its first line, and the original stands beside it."""
    files = {
        NOTES: "---\norigin: notes\n---\n\n- **Decision:** meet.\n",
        SPANISH: f"---\norigin: notes\n---\n{line}\n",
    }
    (fault,) = errors(archive_at(RIVER_ARCHIVE | files))
    assert ("F236", Place(SPANISH, place)) == (fault.code, fault.place)
    assert [Place(NOTES, 5)] == [where for where, _ in fault.notes]


def test_withheld_translations_are_not_compared(archive_at: Write):
    """How many decisions withheld notes hold is told by no problem."""
    hidden = "minutes/2031/2031-03-19-withheld-1.md"
    files = {
        "mkdocs.yml": SETTINGS + "    repository_is_public: false\n",
        "calls/2031/2031-03-19-withheld-1.yaml": WITHHELD,
        hidden: "---\norigin: notes\n---\n- **Decision:** meet.\n",
        hidden.replace(".md", ".es.md"): "---\norigin: notes\n---\nNada.\n",
    }
    assert [] == places(archive_at(RIVER_ARCHIVE | files))


def test_a_translation_with_the_same_decisions_is_in_order(archive_at: Write):
    """How they are worded is nobody's business, nor is a proposal that only one of them has."""
    files = {
        NOTES: "---\norigin: notes\n---\n- **Decision:** meet.\n- **Proposal:** sing. (proposed)\n",
        SPANISH: "---\norigin: notes\n---\n- **Decision:** reunirse. (agreed)\n",
    }
    assert [] == places(archive_at(RIVER_ARCHIVE | files))


def test_a_summary_in_another_language_need_not_name_every_decision(archive_at: Write):
    """It says in short what the notes say, and is no translation of them."""
    files = {
        NOTES: "---\norigin: notes\n---\n- **Decision:** meet.\n",
        SPANISH: "---\norigin: summary\n---\nSe reunieron.\n",
    }
    assert [] == places(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    ("minutes", "told"), [((20, 41), True), ((20, 40), False), ((20, 0), False)]
)
def test_an_agenda_is_no_longer_than_its_call(
    minutes: tuple[int, int], told: bool, archive_at: Write
):
    """More minutes than the call has are told at the agenda."""
    items = "".join(f"  - Item ({each} min)\n" for each in minutes)
    record = f"{CALL}length: 1h\nagenda:\n{items}"
    expected = [("F235", NAME, 7, 3, 1)] if told else []
    assert expected == places(archive_at(RIVER_ARCHIVE | {NAME: record}))


def test_an_agenda_of_a_call_of_unknown_length_is_left_alone(archive_at: Write):
    """Where no length is known, nothing can be compared."""
    record = f"{CALL}agenda:\n  - Item (600 min)\n"
    assert [] == places(archive_at(RIVER_ARCHIVE | {NAME: record, OTHER: RIVER_ARCHIVE[OTHER]}))
