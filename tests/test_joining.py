"""Which mark a join means, which decisions it takes out of force, and what leads in a circle."""

import itertools
from dataclasses import dataclass
from enum import Enum

import pytest

from generator.joining import (
    Edge,
    MarkName,
    Told,
    circles,
    edges_of,
    find_joins,
    is_backwards,
    known_marks,
    meant,
    superseding,
    telling_marks,
)
from tests.hanging import ends


class Kind(Enum):
    DECISION = "decision"
    PROPOSAL = "proposal"
    ACTION = "action"
    SUPERSEDES = "supersedes"
    CLOSES = "closes"


@dataclass(frozen=True)
class Said:
    name: str
    call: str = ""
    kind: Kind = Kind.SUPERSEDES


@dataclass(frozen=True)
class Line:
    anchor: str
    joins: tuple[Said, ...] = ()
    kind: Kind = Kind.DECISION
    adopted: bool = True


@dataclass(frozen=True)
class Notes:
    marks: tuple[Line, ...]
    language: str = ""
    path: str = "minutes/2031/2031-01-08-river.md"


def told(call, *marks, day=None, aliases=(), is_final=True):
    """Give a call named after its day."""
    return Told(
        call, aliases, day or tuple(int(part) for part in call[:10].split("-")), is_final, marks
    )


JANUARY, MARCH, MAY = "2031-01-08-river", "2031-03-05-river", "2031-05-07-river"


def out_of_force(*calls):
    """Give the names of what is superseded."""
    known = known_marks(calls)
    return [str(edge.target) for edge in superseding(known, edges_of(known))]


def names_of(found):
    return [str(name) for name in found]


def test_a_name_of_the_same_notes_comes_first():
    """Notes speak of themselves before they speak of others."""
    known = known_marks((told(JANUARY, Line("date")), told(MARCH, Line("date"))))
    assert [f"{MARCH}#date"] == names_of(meant(known, MARCH, Said("date")))


def test_a_name_alone_in_the_archive_is_enough():
    """A bare name leads to another call where one mark alone has it."""
    known = known_marks((told(JANUARY, Line("date")), told(MARCH, Line("place"))))
    assert [f"{JANUARY}#date"] == names_of(meant(known, MARCH, Said("date")))


def test_a_name_that_several_calls_have_means_all_of_them():
    """Which one is meant is not guessed: all are given, and none of them is an edge."""
    calls = (
        told(JANUARY, Line("date")),
        told(MARCH, Line("date")),
        told(MAY, Line("x", (Said("date"),))),
    )
    known = known_marks(calls)
    assert [f"{JANUARY}#date", f"{MARCH}#date"] == names_of(meant(known, MAY, Said("date")))
    assert [] == list(edges_of(known))


def test_a_name_with_its_call_is_told_apart():
    """The permanent name leads to one mark however many share its last part, also by an earlier id of the call."""
    calls = (told(JANUARY, Line("date"), aliases=("2031-01-07-river",)), told(MARCH, Line("date")))
    known = known_marks(calls)
    assert [f"{JANUARY}#date"] == names_of(meant(known, MARCH, Said("date", JANUARY)))
    assert [f"{JANUARY}#date"] == names_of(meant(known, MARCH, Said("date", "2031-01-07-river")))
    assert [] == names_of(meant(known, MARCH, Said("place", JANUARY)))
    assert [] == names_of(meant(known, MARCH, Said("date", "2031-01-06-river")))


def test_a_decision_takes_an_earlier_one_out_of_force():
    """Only joins that supersede count; closing an action changes no decision."""
    joins = (Said("date"), Said("letter", kind=Kind.CLOSES))
    first = told(JANUARY, Line("date"), Line("letter"))
    assert [f"{JANUARY}#date"] == out_of_force(first, told(MARCH, Line("days", joins)))


def test_a_chain_takes_all_but_its_last_out_of_force():
    """A decision that was superseded itself does not bring back the one before it."""
    calls = (
        told(JANUARY, Line("date")),
        told(MARCH, Line("days", (Said("date"),))),
        told(MAY, Line("weeks", (Said("days"),))),
    )
    assert [f"{JANUARY}#date", f"{MARCH}#days"] == out_of_force(*calls)


@pytest.mark.parametrize(
    "later",
    [
        told(MARCH, Line("days", (Said("date"),), adopted=False)),
        told(MARCH, Line("days", (Said("date"),), kind=Kind.ACTION)),
        told(MARCH, Line("days", (Said("date"),)), is_final=False),
        told("2030-12-18-river", Line("days", (Said("date"),))),
    ],
    ids=["a proposal", "an action", "a draft", "an earlier call"],
)
def test_what_was_not_decided_later_changes_nothing(later):
    """The earlier decision stays in force."""
    assert [] == out_of_force(told(JANUARY, Line("date")), later)


def test_a_decision_does_not_supersede_itself():
    """A slip in a name takes nothing out of force."""
    assert [] == out_of_force(told(JANUARY, Line("date", (Said("date"),))))


def test_a_proposal_is_not_superseded():
    """What was never in force cannot go out of it."""
    first = told(JANUARY, Line("date", adopted=False, kind=Kind.PROPOSAL))
    assert [] == out_of_force(first, told(MARCH, Line("days", (Said("date"),))))


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ((2031, 1, 8), (2031, 3, 5), True),
        ((2031, 3, 5), (2031, 3, 5), False),
        ((2031, 0, 0), (2031, 3, 5), False),
        ((2031, 3, 0), (2031, 3, 5), False),
        ((2031, 2, 0), (2031, 3, 5), True),
        ((2030, 0, 0), (2031, 3, 5), True),
        ((2031, 3, 5), (2031, 0, 0), False),
    ],
)
def test_days_are_compared_as_far_as_both_are_known(own, other, expected):
    """A call whose day is known to the year only may have been before or after another of that year."""
    known = known_marks((told(JANUARY, Line("a"), day=own), told(MARCH, Line("b"), day=other)))
    edge = Edge(Said("b"), MarkName(JANUARY, "a"), MarkName(MARCH, "b"))
    assert expected is is_backwards(known, edge)


def chain(*names):
    """Give edges from each name to the next."""
    marks = [MarkName(JANUARY, name) for name in names]
    return [Edge(Said(b.anchor), a, b) for a, b in itertools.pairwise(marks)]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (chain("a", "b", "c"), []),
        (chain("a", "a"), [["a"]]),
        (chain("a", "b", "a"), [["a", "b"]]),
        (chain("x", "a", "b", "c", "a", "y"), [["a", "b", "c"]]),
        ([*chain("a", "b", "a"), *chain("c", "d", "c")], [["a", "b"], ["c", "d"]]),
        (chain("a", "b", "a", "c", "a"), [["a", "b", "c"]]),
        ([*chain("a", "b", "d"), *chain("a", "c", "d")], []),
    ],
)
def test_a_circle_is_found_once(edges, expected):
    """However long it is and wherever one enters it, and two ways to one mark are no circle."""
    found = [[name.anchor for name in part] for part in circles(edges)]
    assert sorted(expected) == sorted(found)


def test_a_circle_of_thousands_is_found():
    """No depth of Python's own is in the way."""
    names = [f"n{number}" for number in range(20_000)]
    (found,) = circles(chain(*names, "n0"))
    assert 20_000 == len(found)


def test_notes_that_are_no_draft_are_asked_first():
    """A draft is read only where nothing else marks anything, and then it says so."""
    final, draft = Notes((Line("date"),), "es"), Notes((Line("hall"),))
    assert (True, final.marks) == telling_marks((final,), (draft,))
    assert (False, draft.marks) == telling_marks((Notes(()),), (draft,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we gather, supersedes #date", [("supersedes", "", "date")]),
        ("(reported; Closes #Larger-Line)", [("closes", "", "larger-line")]),
        ("closes 2031-01-08-river#letter", [("closes", "2031-01-08-river", "letter")]),
        ("closes #a, #b and #c", [("closes", "", name) for name in "abc"]),
        (
            "supersedes #a & 2031-01-river#b",
            [("supersedes", "", "a"), ("supersedes", "2031-01-river", "b")],
        ),
        ("supersedes #a; closes #b", [("supersedes", "", "a"), ("closes", "", "b")]),
        ("supersedes #a and closes #b", [("supersedes", "", "a"), ("closes", "", "b")]),
        ("see #date, or disclose #date", []),
        ("supersedes the date", []),
    ],
)
def test_joins_are_found_in_words(text, expected):
    """One word may be followed by several names, with or without their calls, in letters of any size."""
    assert expected == [(found.kind, found.call, found.name) for found in find_joins(text)]


def test_a_found_join_says_where_its_name_stands():
    """The place is that of the name with its sign, and of the call's id before it."""
    text = "supersedes #a and 2031-01-river#b"
    assert ["#a", "2031-01-river#b"] == [
        text[found.start : found.end] for found in find_joins(text)
    ]


@pytest.mark.parametrize(
    "hostile", ["closes ", "closes #a, ", "closes #a" + " " * 50, ", #", "and #a"]
)
def test_joins_are_found_in_linear_time(hostile):
    """Notes of 256 kB of one sign take no longer than others."""
    with ends():
        list(find_joins(hostile * (256_000 // len(hostile))))


def test_a_name_that_every_call_uses_takes_no_longer():
    """It is as unclear as one that twenty use, so not every call is looked at for each join that says it."""
    calls = [told(f"2031-{at:05d}", Line("date"), day=(2031, 1, 1)) for at in range(10_000)]
    asking = tuple(Line(f"m{at}", (Said("date"),)) for at in range(10_000))
    known = known_marks((*calls, told("2031-z", *asking, day=(2031, 1, 2))))
    with ends():
        assert [] == list(edges_of(known))
