"""What marks say of each other is looked up across calls, and each fault is told at its place with the other one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.problems import Problem
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, SETTINGS, TODAY

Write = Callable[[Mapping[str, str]], Path]

FIRST = "minutes/2031/2031-03-05-river-open-call.md"
SECOND = "minutes/2031/2031-03-12-river-open-call.md"
THIRD = "minutes/2031/2031-03-19-river-open-call.md"
DATE = "- **Decision:** gather on 1 May. (consensus) {#gathering-date}"
PRIVATE = {"mkdocs.yml": f"{SETTINGS}    repository_is_public: false\n"}
WITHHELD = "share: withheld for safety"


def notes(*lines: str, front: str = "") -> str:
    return "\n".join(("---", "origin: notes", *([front] if front else []), "---", *lines, ""))


def decided(words: str) -> str:
    return f"- **Decision:** gather later. (consensus; {words})"


def third(share: str = "share: public") -> dict[str, str]:
    """Give the record of a third call."""
    path = "calls/2031/2031-03-19-river-open-call.yaml"
    return {path: CALL.replace("03-05", "03-19").replace("share: public", share)}


@pytest.fixture
def said(archive_at: Write) -> Callable[[Mapping[str, str]], list[Problem]]:
    """Give a function that says what is wrong with the joins of an archive with these files besides."""

    def said(files: Mapping[str, str]) -> list[Problem]:
        problems = examine(archive_at({**RIVER_ARCHIVE, **third(), **files}), TODAY).problems
        return [fault for fault in problems if "R312" <= fault.code <= "R319"]

    return said


def test_good_joins_are_passed_over(said):
    """A chain over three calls, a closed action and a name that two calls have are fine."""
    first = notes(
        DATE, "- **Action:** outreach: write the letter. {#letter}", "- **Decision:** hats. {#hats}"
    )
    second = notes(
        "- **Decision:** gather on 8 May. (consensus; supersedes #gathering-date) {#date-again}",
        "- **Outcome:** the letter is written. (reported; closes #letter)",
        "- **Decision:** more hats. {#hats}",
    )
    assert [] == said(
        {FIRST: first, SECOND: second, THIRD: notes(decided("supersedes #date-again"))}
    )


def test_a_name_that_is_nowhere_is_told_with_the_nearest(said):
    """The place is the name, and the second place is that of the mark that was probably meant."""
    (fault,) = said({FIRST: notes(DATE), SECOND: notes(decided("supersedes #gathering-dates"))})
    assert ("R312", SECOND, 4, 55, 15) == (fault.code, *fault.place)
    assert "did you mean `gathering-date`" in fault.message
    assert [(FIRST, 4)] == [place[:2] for place, _ in fault.notes]


def test_a_name_in_a_call_that_has_it_not(said):
    """The nearest of that call is offered, and for a wrong call the one that has such a mark."""
    right = "2031-03-05-river-open-call"
    (fault,) = said(
        {FIRST: notes(DATE), SECOND: notes(decided(f"supersedes {right}#gathering-dat"))}
    )
    assert "did you mean `gathering-date`" in fault.message
    (fault,) = said(
        {
            FIRST: notes(DATE),
            SECOND: notes(decided("supersedes 2031-03-06-river-open-call#gathering-date")),
        }
    )
    assert f"did you mean `{right}#gathering-date`" in fault.message
    assert [FIRST] == [place.path for place, _ in fault.notes]


def test_an_ambiguous_name_lists_the_ways_to_write_it(said):
    """Both permanent names are given, and both places."""
    (fault,) = said(
        {
            FIRST: notes(DATE),
            SECOND: notes(DATE),
            THIRD: notes(decided("supersedes #gathering-date")),
        }
    )
    assert "R313" == fault.code
    assert (
        "`2031-03-05-river-open-call#gathering-date`, `2031-03-12-river-open-call#gathering-date`"
        in fault.help
    )
    assert [FIRST, SECOND] == [place.path for place, _ in fault.notes]


def test_two_that_supersede_one_are_told_at_the_later(said):
    """The second place is that of the decision that superseded it first."""
    later = notes(decided("supersedes #gathering-date"))
    (fault,) = said({FIRST: notes(DATE), SECOND: later, THIRD: later})
    assert ("R314", THIRD) == (fault.code, fault.place.path)
    assert [SECOND] == [place.path for place, _ in fault.notes]


def test_a_draft_does_not_supersede_a_second_time(said):
    """What is not the group's own word yet contradicts nothing."""
    later = decided("supersedes #gathering-date")
    assert [] == said(
        {FIRST: notes(DATE), SECOND: notes(later), THIRD: notes(later, front="status: draft")}
    )


@pytest.mark.parametrize("length", [1, 2, 3, 40])
def test_a_circle_is_told_once(said, length):
    """However long it is, and with the places of the others up to a screenful."""
    lines = [
        f"- **Decision:** step {at}. (agreed; supersedes #step-{(at + 1) % length}) {{#step-{at}}}"
        for at in range(length)
    ]
    (fault,) = said({FIRST: notes(*lines)})
    assert "R315" == fault.code
    assert min(length, 20) - 1 == len(fault.notes)


def test_a_circle_of_two_calls_is_one_fault(said):
    """That one of its sides points at a later call is not told again."""
    first = notes("- **Decision:** a. (agreed; supersedes #b) {#a}")
    (fault,) = said(
        {FIRST: first, SECOND: notes("- **Decision:** b. (agreed; supersedes #a) {#b}")}
    )
    assert ("R315", FIRST) == (fault.code, fault.place.path)
    assert [SECOND] == [place.path for place, _ in fault.notes]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (decided("supersedes #later"), "- **Decision:** x. {#later}", ("R316", FIRST, SECOND)),
        (
            "- **Poll:** x {#p}\n- **Straw poll:** y {#poll}",
            decided("supersedes #poll"),
            ("R317", SECOND, FIRST),
        ),
        (DATE, "- **Proposal:** x. (tabled; supersedes #gathering-date)", ("R318", SECOND, FIRST)),
        (DATE, "- **Outcome:** done. (reported; closes #gathering-date)", ("R319", SECOND, FIRST)),
    ],
)
def test_what_does_not_fit_is_told_with_both_places(said, first, second, expected):
    """The place is where the name stands, the second place the mark that it names."""
    (fault,) = said({FIRST: notes(first), SECOND: notes(second)})
    assert expected == (fault.code, fault.place.path, *(place.path for place, _ in fault.notes))


def test_what_withheld_notes_say_changes_nothing(said):
    """A public mark that names a withheld one is told the same words, whatever stands in those notes."""
    record = third(WITHHELD)
    naming = notes(decided("supersedes #secret-place"))
    texts = ["We met.", "- **Decision:** x {#secret-place}", "- **Decision:** x {#secret-places}"]
    found = [said(PRIVATE | record | {SECOND: naming, THIRD: notes(text)}) for text in texts]
    assert found[0] == found[1] == found[2]
    assert ["there is no mark `#secret-place` that may be shown"] == [f.message for f in found[0]]


def test_withheld_notes_are_not_asked(said):
    """What is wrong in them is not told, and what they name is nobody's business."""
    wrong = notes(decided("supersedes #nothing"), DATE)
    assert [] == said(PRIVATE | third(WITHHELD) | {FIRST: notes(DATE), THIRD: wrong})


def test_marks_of_a_call_with_a_withheld_recording_are_named_and_not_hinted(said):
    """Its notes may be read, so its marks can be superseded; no message quotes one that nobody wrote."""
    share = "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: safety"
    partly = {
        next(iter(third())): third(share).popitem()[1],
        THIRD: notes("- **Decision:** x {#lanterns}"),
    }
    later = {"calls/2031/2031-03-26-river-open-call.yaml": CALL.replace("03-05", "03-26")}
    path = "minutes/2031/2031-03-26-river-open-call.md"
    assert [] == said(PRIVATE | partly | later | {path: notes(decided("supersedes #lanterns"))})
    (fault,) = said(PRIVATE | partly | later | {path: notes(decided("supersedes #lantern"))})
    assert "did you mean" not in fault.message


def test_only_the_first_names_get_a_hint(said):
    """Looking for near names takes a while, so an archive full of wrong names is still checked at once."""
    wrong = notes(*(decided(f"supersedes #gathering-dat{at}") for at in range(300)))
    faults = said({FIRST: notes(DATE), SECOND: wrong})
    assert 300 == len(faults)
    assert 10 == sum("did you mean" in fault.message for fault in faults)


def test_a_few_words_of_a_name_give_the_whole_of_it(said):
    """Whoever remembers a word of an action is told its name, and nothing where two could be meant."""
    first = notes(
        "- **Action:** outreach: write the explainer for every committee of correspondence",
        "- **Action:** outreach: print the map",
        "- **Action:** outreach: draw the map",
    )
    call = "2031-03-05-river-open-call"
    second = notes(
        f"- **Outcome:** written. (reported; closes {call}#explainer)",
        "- **Outcome:** the explainer is written. (reported; closes #explainer)",
        f"- **Outcome:** made. (reported; closes {call}#map)",
    )
    name = "action-outreach-write-the-explainer-for-every-committee-of"
    hints = [fault.message.partition("; ")[2] for fault in said({FIRST: first, SECOND: second})]
    assert [f"did you mean `{name}`", f"did you mean `{name}`", ""] == [
        hint.replace(f"{call}#", "") for hint in hints
    ]
