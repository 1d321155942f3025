"""Open actions: what a series or a group took on, what was open before each call, and what closed it."""

import pytest

from generator.model.minutes import Join, JoinKind, Mark, MarkKind
from generator.open_actions import MOST, Met, State, carried_words, course_of, lines_of
from tests.hanging import ends

WRITE = Mark(MarkKind.ACTION, "outreach: write the explainer", "action-write", 5)
FIRST = Met("2031-03-05-river", (), (2031, 3, 5), ("series/river",), True, (WRITE,))


def met(day, *marks, lines=("series/river",), final=True, call=""):
    """Give a call of March 2031, of a series where nothing else is said."""
    return Met(call or f"2031-03-{day:02d}-river", (), (2031, 3, day), lines, final, marks)


def closing(name, call="", kind=MarkKind.OUTCOME, outcome="reported", adopted=False):
    """Give a mark that closes an action."""
    joins = (Join(JoinKind.CLOSES, name, call, 7, 3),)
    return Mark(kind, "it is written", "outcome-written", 7, outcome, adopted, joins=joins)


def before(*calls):
    """Give the names of what is open before each of some calls."""
    return [[each.name.anchor for each in one.actions] for one in course_of(calls).before]


def states(*calls):
    """Give what became of each action, and what closed it."""
    return [(one.state, str(one.closed_by or "")) for one in course_of(calls).taken]


def test_an_action_stays_open_for_the_calls_after_it():
    """The call that took it on does not carry it over, all later ones do."""
    assert [[], ["action-write"], ["action-write"]] == before(FIRST, met(12), met(19))


@pytest.mark.parametrize("call", ["", "2031-03-05-river"])
def test_a_later_mark_closes_it_by_its_name(call):
    """Before the call that closes it, it is open still; with the id of its call or without."""
    calls = (FIRST, met(12, closing("action-write", call)), met(19))
    assert [[], ["action-write"], []] == before(*calls)
    assert [(State.DONE, "2031-03-12-river#outcome-written")] == states(*calls)


def test_a_mark_of_the_same_call_closes_it():
    """What was taken on and done on one call is carried nowhere."""
    first = met(5, WRITE, closing("action-write"))
    assert [[], []] == before(first, met(12))


def test_its_own_tick_closes_it_at_its_call():
    """A line that says that it is done needs no other mark."""
    done = Mark(MarkKind.ACTION, "write", "action-write", 5, done=True)
    assert [[], []] == before(met(5, done), met(12))
    assert [(State.DONE, "")] == states(met(5, done), met(12))


@pytest.mark.parametrize(
    "mark",
    [
        closing("action-write", outcome="tabled"),
        closing("action-write", outcome="withdrawn"),
        closing("action-write", kind=MarkKind.PROPOSAL, outcome=""),
        closing("action-write", kind=MarkKind.PROPOSAL, outcome="discussed"),
        closing("action-write-more"),
        closing("action-write", "2031-03-05-other"),
    ],
)
def test_what_was_only_proposed_closes_nothing(mark):
    """Nor does a mark that names another action."""
    assert [[], ["action-write"], ["action-write"]] == before(FIRST, met(12, mark), met(19))
    assert [(State.OPEN, "")] == states(FIRST, met(12, mark))


def test_a_proposal_that_was_adopted_closes_it():
    """A word of adoption makes it a decision."""
    mark = closing("action-write", kind=MarkKind.PROPOSAL, outcome="consensus", adopted=True)
    assert [[], ["action-write"], []] == before(FIRST, met(12, mark), met(19))


def test_an_earlier_call_closes_nothing():
    """What was not taken on yet cannot be done."""
    early = met(1, closing("action-write"))
    assert [[], [], ["action-write"]] == before(early, FIRST, met(12))


def test_a_draft_says_it_and_closes_nothing():
    """It stays open for later calls until notes that are more than a draft close it."""
    draft = met(12, closing("action-write"), final=False)
    assert [[], ["action-write"], ["action-write"]] == before(FIRST, draft, met(19))
    assert [(State.SAID, "2031-03-12-river#outcome-written")] == states(FIRST, draft)
    final = met(19, closing("action-write", "2031-03-05-river"))
    assert [(State.DONE, "2031-03-19-river#outcome-written")] == states(FIRST, draft, final)


def test_a_tick_in_a_draft_says_it_only():
    """A draft's own word is no more than said."""
    done = Mark(MarkKind.ACTION, "write", "action-write", 5, done=True)
    assert [(State.SAID, "")] == states(met(5, done, final=False))


def test_another_series_carries_nothing_over():
    """Actions belong to the series that took them on."""
    assert [[], []] == before(FIRST, met(12, lines=("series/mill",)))


def test_calls_without_a_series_carry_over_by_group():
    """Each of the groups of a later call counts; a call without any carries nothing."""
    first = met(5, WRITE, lines=lines_of("", ["mill", "ferry"]))
    later = met(12, lines=lines_of("", ["ferry", "mill"]))
    assert [[], ["action-write"]] == before(first, later)
    assert [[], []] == before(first, met(12, lines=lines_of("", ["ferry"])))
    assert [[], []] == before(met(5, WRITE, lines=()), met(12, lines=()))


def test_other_marks_are_no_actions():
    """A decision is done when it is taken."""
    decision = Mark(MarkKind.DECISION, "hold it", "decision-hold-it", 3, "consensus", True)
    assert [[], []] == before(met(5, decision), met(12))


def test_the_latest_are_carried_over_oldest_first():
    """A list that nobody closes does not grow without end, and says how long it is."""
    marks = tuple(Mark(MarkKind.ACTION, f"task {n}", f"action-{n}", n) for n in range(MOST + 5))
    after = course_of([met(5, *marks)]).after["series/river"]
    assert (MOST, "task 5", f"task {MOST + 4}", MOST + 5) == (
        len(after.actions), after.actions[0].mark.text, after.actions[-1].mark.text, after.total
    )  # fmt: skip


def test_words_for_new_notes_name_what_closes_it():
    """Its name alone where no other mark has it, else with the call's."""
    course = course_of([FIRST])
    said = "outreach: write the explainer (taken on 2031-03-05, #action-write)"
    assert said == carried_words(course, course.taken[0])
    course = course_of([FIRST, met(12, WRITE)])
    said = "outreach: write the explainer (taken on 2031-03-05, 2031-03-05-river#action-write)"
    assert said == carried_words(course, course.taken[0])


def test_ten_thousand_calls_are_followed_soon():
    """Time is linear in the marks, also where nothing is ever closed."""
    calls = [met(5, WRITE, call=f"2031-03-05-river-{number}") for number in range(10_000)]
    with ends():
        assert 9_999 == course_of(calls).before[-1].total


def test_a_name_that_several_marks_have_closes_nothing_by_itself():
    """Also where the other mark is no action; with the id of its call it does."""
    other = Mark(MarkKind.DECISION, "write it", "action-write", 5, "consensus", True)
    bare = (FIRST, met(6, other), met(12, closing("action-write")))
    assert [(State.OPEN, "")] == states(*bare)
    full = (FIRST, met(6, other), met(12, closing("action-write", "2031-03-05-river")))
    assert [(State.DONE, "2031-03-12-river#outcome-written")] == states(*full)
