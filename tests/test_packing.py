"""Values that go to other processes: what is made of their bytes is the same, however their classes are made."""

import datetime
import pickle
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from enum import Enum
from typing import NamedTuple

import pytest

from generator import finishing
from generator.packing import Packer, _names_given
from generator.privacy import gate
from generator.render.output import Draft
from tests.site_archives import examined


class Colour(Enum):
    RED = "red"


class Pair(NamedTuple):
    left: object
    right: object


@dataclass(frozen=True, slots=True)
class Plain:
    left: object
    right: object = None


@dataclass(frozen=True, slots=True)
class Single:
    only: object


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(frozen=True, slots=True)
class Longer(Plain):
    more: object = 3


@dataclass(frozen=True, slots=True)
class ByName:
    left: object
    right: object = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Counted:
    """Its value is another one each time it is made from what it holds."""

    number: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", self.number + 1)


@dataclass(frozen=True, slots=True)
class Doubled:
    """Is made by a function of its own, whose words are those of its fields."""

    number: int

    def __init__(self, number: int) -> None:
        object.__setattr__(self, "number", 2 * number)


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    length: int = field(init=False, default=0)


@dataclass(frozen=True, slots=True)
class Given:
    name: str
    also: InitVar[int] = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """Says itself what is kept of it."""

    name: str

    def __reduce__(self) -> tuple[Callable[[str], "Kept"], tuple[str]]:
        return Kept, (self.name.upper(),)


@dataclass(frozen=True, slots=True)
class State:
    """Says itself what its state is."""

    name: str

    def __getstate__(self) -> str:
        return self.name.upper()

    def __setstate__(self, state: str) -> None:
        object.__setattr__(self, "name", state)


@dataclass(frozen=True)
class Open:
    name: str


class Wider(Plain):
    """Has room for more than its fields."""


def wider() -> Wider:
    """Give a value that holds something beside its fields."""
    found = Wider(1)
    found.__dict__["beside"] = 5
    return found


VALUES = [
    Plain(1, (Single(None), Longer(1, 2))),
    Single("f"),
    Empty(),
    Counted(1),
    Doubled(2),
    Found("a"),
    Given("b"),
    Kept("c"),
    State("d"),
    Open("e"),
    ByName(1, right=2),
    Pair(Colour.RED, Plain),
    Single(Colour),
    [datetime.datetime(2031, 6, 1, tzinfo=datetime.UTC), datetime.date(2031, 6, 1), {"a": {1}}],
    Single(len),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_made_of_the_bytes_is_what_pickle_makes(value):
    """Whoever has a way of its own keeps it, and nothing is made anew that changes by being made."""
    again = pickle.loads(Packer().pack(value))
    assert pickle.loads(pickle.dumps(value)) == again
    assert type(value) is type(again)


def test_nothing_beside_the_fields_is_lost():
    """A class below a dataclass may hold more, and goes the way that it would go."""
    assert (
        pickle.loads(pickle.dumps(wider())).__dict__
        == pickle.loads(Packer().pack(wider())).__dict__
    )


def test_what_stands_in_a_value_twice_is_one_thing_afterwards():
    """Else a view that many drafts hold would be taken apart for each of them."""
    one = Plain(1)
    left, right = pickle.loads(Packer().pack([Single(one), Single(one)]))
    assert left.only is right.only


@pytest.mark.parametrize(
    "value",
    [lambda: 1, memoryview(b""), (n for n in (1,)), Single(lambda: 1)],
    ids=["function", "memory", "generator", "field"],
)
def test_what_could_not_be_sent_cannot_be_sent(value):
    """Nothing goes that pickle refuses."""
    with pytest.raises((pickle.PicklingError, TypeError, AttributeError)):
        Packer().pack(value)


def test_only_classes_that_python_made_go_the_short_way():
    """Every other class is left to pickle."""
    classes = {type(value).__name__: _names_given(type(value)) for value in [*VALUES, wider()]}
    short = {name: names for name, names in classes.items() if names}
    assert {"Plain": ("left", "right"), "Single": ("only",)} == short
    assert Draft.__match_args__ == _names_given(Draft)


def test_drafts_of_a_whole_site_stay_what_they_are(tmp_path):
    """Every kind of view there is comes through unchanged, and so does whatever it is made by."""
    found = examined("river", tmp_path)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    packer = Packer()
    for draft in finishing.draft_all(public, found.settings):
        assert draft == pickle.loads(packer.pack(draft))
