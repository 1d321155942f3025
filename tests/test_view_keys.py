"""Two views have the same key only where all that they hold is the same."""

import dataclasses
from dataclasses import dataclass

from generator.privacy.public import LooseDate, PublicCall
from generator.render.action_states import Action, CarriedOver, Standing
from generator.render.names import Target
from generator.view_keys import ViewKeys
from tests.render.decision_archive import call_of


@dataclass(frozen=True, slots=True)
class Lines:
    """A view with lines that other views hold too, and with more of them."""

    name: str
    lines: tuple[bytes, ...]
    more: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Alone:
    """A view of nothing but a call."""

    call: PublicCall


@dataclass(frozen=True, slots=True)
class Open:
    """A view of what was open before a call."""

    page: str
    carried: CarriedOver


def key(view: object) -> tuple[bytes, ...]:
    """Give the parts of the key of a view, seen before any other."""
    return ViewKeys().parts(view)


def test_equal_views_have_one_key_whoever_made_them():
    """A warm build makes all values anew."""
    first, second = (Lines("a", (bytes([65]) * 9, b"b")) for _ in range(2))
    assert key(first) == key(second)


def test_what_was_hashed_for_one_view_says_the_same_in_another():
    """The order in which views come changes no key."""
    keys, line = ViewKeys(), b"line" * 9
    keys.parts(Lines("other", (line,)))
    assert key(Lines("a", (line, b"b"))) == keys.parts(Lines("a", (line, b"b")))


def test_every_change_of_a_view_changes_its_key():
    """Another line, another order, other places of the same lines, and lines that run into each other."""
    views = (
        Lines("a", (b"one", b"two")),
        Lines("b", (b"one", b"two")),
        Lines("a", (b"two", b"one")),
        Lines("a", (b"onetwo",)),
        Lines("a", (b"one",), (b"two",)),
        Lines("a", (), (b"one", b"two")),
        Lines("a", (b"one", b"two", b"")),
    )
    assert len(views) == len({key(view) for view in views})


def test_a_field_of_a_call_changes_the_key_of_a_view_that_holds_it():
    """However deep it lies, and although the call is hashed apart from the view."""
    call = call_of("2031-03-05-river")
    changed = dataclasses.replace(call, purpose=f"{call.purpose} and more")
    assert key(Alone(call)) != key(Alone(changed))


def test_objects_are_kept_so_that_no_other_can_be_taken_for_them():
    """Where a value was let go, the next one may come to lie, which would have its hash."""
    keys = ViewKeys()
    found = {keys.parts(Lines("a", (b"line %d" % number,))) for number in range(500)}
    assert 500 == len(found)


def test_an_action_that_was_open_before_a_call_changes_the_key_of_its_page():
    """Open actions are hashed once for all calls that they stand before, and still each of them counts."""
    one, other = (_action(name) for name in ("a#one", "b#two"))
    views = [CarriedOver(found, 2) for found in ((one,), (other,), (one, other), (other, one), ())]
    views.append(CarriedOver((one,), 3))
    assert len(views) == len({key(Open("calls/a.html", view)) for view in views})
    again = CarriedOver((_action("a#one"),), 2)
    assert key(Open("calls/a.html", again)) == key(Open("calls/a.html", views[0]))


def _action(name: str) -> Action:
    call = Target("Call")
    return Action(name, "", "text", "", None, LooseDate(2031), call, "", False, Standing.OPEN)
