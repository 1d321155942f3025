"""Values that were read share words that are alike, and say what they said."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator.load.archive import Loaded
from generator.shared_words import SharedWords


class Kind(StrEnum):
    """A kind of text, equal to a word."""

    ONE = "river"


@dataclass(frozen=True, slots=True)
class Part:
    """A value within another."""

    word: str
    kind: Kind = Kind.ONE


@dataclass(frozen=True, slots=True)
class Whole:
    """A value with every sort of field."""

    path: str
    word: str = ""
    several: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    kind: Kind = Kind.ONE
    kinds: tuple[Kind, ...] = ()
    mixed: tuple[tuple[str, int], ...] = ()
    data: bytes = b""
    part: Part | None = None
    parts: tuple[Part, ...] = ()


_WORD = st.sampled_from(("", "river", "mill", "hill town", "1"))
_PART = st.builds(Part, _WORD)
_WHOLE = st.builds(
    Whole,
    _WORD,
    _WORD,
    st.lists(_WORD, max_size=2).map(tuple),
    st.lists(st.tuples(_WORD, _WORD), max_size=2).map(tuple),
    kinds=st.just((Kind.ONE,)),
    mixed=st.sampled_from(((), (("river", 1),))),
    data=st.sampled_from((b"", b"river")),
    part=st.none() | _PART,
    parts=st.lists(_PART, max_size=2).map(tuple),
)


def _apart(value: Whole) -> Whole:
    """Give a value whose words are all its own."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=Whole)


@given(st.lists(_WHOLE, max_size=4))
def test_what_values_say_stays_the_same(values: list[Whole]) -> None:
    """Nothing but which object a word is becomes another, and no kind of text becomes a word."""
    words = SharedWords()
    shared = [words.share(_apart(value)) for value in values]
    assert repr(values) == repr(shared)


def test_words_that_are_alike_are_one() -> None:
    """A word, a row of words and what stands within a value are held once, however many files write them."""
    value = Whole(
        "a", "mill town", ("river", "hill town"), (("host", "mill town"),), part=Part("hill town")
    )
    words = SharedWords()
    one, other = words.share(_apart(value)), words.share(_apart(value))
    assert one.word is other.word
    assert one.several is other.several
    assert one.pairs is other.pairs
    assert one.part is not None
    assert other.part is not None
    assert one.part.word is other.part.word


def test_what_a_file_gave_can_be_shared() -> None:
    """Every type that may stand in what was loaded is known, and places of files that look alike are held once."""
    words = SharedWords()
    one, other = (
        words.share(Loaded(path, places=bytes(bytearray(b"places")), allowed=("a b",)))
        for path in ("calls/a.yaml", "calls/b.yaml")
    )
    assert one.places is other.places
