"""What renderers are given: no value of a private type, and no withheld word, wherever one looks inside it."""

import dataclasses
import types
from collections.abc import Iterator, Mapping, Set
from enum import Enum

import pytest

from generator import finishing
from generator.model import archive, call, group, minutes, page, series, share, source
from generator.privacy import gate, public
from tests.privacy.quiet_archive import Frame, Words, quiet_files, read

MARK = "qzvxkqz"
SHARED = frozenset(getattr(public, name) for name in public.__all__)
"""Types that the public module hands on: words, numbers and dates of their own, which hold nothing else."""
PRIVATE = tuple(
    kind
    for module in (archive, call, group, minutes, page, series, share, source)
    for kind in vars(module).values()
    if isinstance(kind, type) and kind.__module__ == module.__name__ and kind not in SHARED
)
FRAMES = (Frame(), Frame(identify=True, minutes="public", living=True), Frame(recording="public"))


def reachable(value: object, seen: set[int]) -> Iterator[object]:
    """Give a value and everything inside it: fields, items, keys, and what functions close over."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    for inner in inside(value):
        yield from reachable(inner, seen)


def inside(value: object) -> Iterator[object]:
    """Give what a value holds directly."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, tuple | list | Set):
        yield from value
    elif isinstance(value, types.FunctionType):
        yield from (cell.cell_contents for cell in value.__closure__ or ())
        yield from (value.__defaults__ or ()) + tuple((value.__kwdefaults__ or {}).values())
    elif isinstance(value, types.MethodType):
        yield from (value.__self__, value.__func__)
    elif hasattr(value, "__dict__") and not isinstance(value, type | Enum | types.ModuleType):
        yield from vars(value).values()


def given(frame: Frame) -> tuple[public.PublicArchive, list[object]]:
    """Give what may be seen of an archive, and that with all that is handed to renderers and made of it."""
    settings, private, _, _ = read(quiet_files(frame, Words(5, MARK)))
    seen = gate.publish(private, settings)
    drafts = tuple(finishing.draft_all(seen, settings))
    # What was worked out on the way is kept with the archive, so it is looked at after the drafts were made.
    return seen, list(reachable((seen, settings, drafts), set()))


@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_that_renderers_are_given_holds_a_private_value(frame):
    """From the public archive, the settings and every draft no value of a private type can be reached."""
    _, values = given(frame)
    assert len(values) > 2000
    assert set() == {type(value) for value in values if isinstance(value, PRIVATE)}


@pytest.mark.parametrize("frame", FRAMES)
def test_nothing_that_renderers_are_given_holds_a_withheld_word(frame):
    """No text and no bytes that can be reached hold one of the words that all withheld texts are made of."""
    _, values = given(frame)
    texts = [value for value in values if isinstance(value, str)]
    texts += [value.decode("utf-8", "replace") for value in values if isinstance(value, bytes)]
    assert [] == [text for text in texts if MARK in text.lower()]


def test_drafts_are_made_by_functions_of_modules():
    """What makes an output is a plain function with a name in its module, which can close over nothing."""
    settings, private, _, _ = read(quiet_files(Frame(), Words(5, MARK)))
    for draft in finishing.draft_all(gate.publish(private, settings), settings):
        assert isinstance(draft.make, types.FunctionType), draft.path
        assert None is draft.make.__closure__, draft.path
        assert "<" not in draft.make.__qualname__, draft.path


def test_private_values_would_be_found():
    """The walk goes into fields, pairs, mappings, closures and defaults."""
    one = read(quiet_files(Frame(), Words(5, MARK)))[1].calls[0]

    def close(value: object) -> object:
        return lambda: value

    def default(value: object = one) -> object:
        return value

    for holder in ((one,), {"x": [one]}, {one}, close(one), default, close(({1: one},))):
        assert any(isinstance(value, PRIVATE) for value in reachable(holder, set()))
    assert {call.Call, minutes.Minutes, minutes.Mark, group.Group, share.Share} <= set(PRIVATE)
