"""Which calls have to be known for what the marks of one call and those of others say of each other to be as with all.

What a name means is said in `generator.joining`: with a call's id a mark of that call, else one of the same notes, else
the only one of that name in any call.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.privacy.public import AnyCall, PublicCall
from generator.render.drawn_again import named_calls
from generator.render.named_marks import telling

ENOUGH = 3
"""Calls with a mark of one name that are given: two make a name unclear, even when one call has lost its mark."""


@dataclass(frozen=True, slots=True)
class Related:
    """Calls by what their notes name, as ids in the order of the archive.

    `ids` give the id for each id and earlier id; `naming` are the calls whose notes name a call.
    `having` are the first calls that have a mark of a name, and `meaning` those that mean one of another call by it.
    """

    ids: Mapping[str, str]
    naming: Mapping[str, tuple[str, ...]]
    having: Mapping[str, tuple[str, ...]]
    meaning: Mapping[str, tuple[str, ...]]


def related_of(calls: Iterable[AnyCall]) -> Related:
    """Gather what calls name. Linear in the marks."""
    told = [call for call in calls if isinstance(call, PublicCall)]
    earlier = {alias: call.id for call in told for alias in call.aliases}
    ids = earlier | {call.id: call.id for call in told}
    meant = [(call, name) for call in told for name in _meant(call)]
    having = gathered((name, call.id) for call in told for name in _had(call))
    return Related(
        ids=ids,
        naming=gathered(
            (ids.get(name, name), call.id) for call in told for name in named_calls(call)
        ),
        having={name: found[:ENOUGH] for name, found in having.items()},
        meaning=gathered((name, call.id) for call, name in meant),
    )


def related_to(related: Related, call: AnyCall) -> Iterator[str]:
    """Give the ids of calls that the notes of a call name or that name them, some of them more than once."""
    if not isinstance(call, PublicCall):
        return
    yield from (related.ids.get(name, name) for name in named_calls(call))
    yield from related.naming.get(call.id, ())
    own = set(_had(call))
    for name in own:
        yield from related.meaning.get(name, ())
        yield from related.having.get(name, ()) if name in related.meaning else ()
    for name in _meant(call):
        yield from related.having.get(name, ())


def gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Put the second of each pair to all others of the same first, each once and in their order."""
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        found.setdefault(one, {})[other] = None
    return {one: tuple(others) for one, others in found.items()}


def _had(call: PublicCall) -> Iterator[str]:
    """Give the names of a call's marks."""
    return (mark.anchor for mark in telling(call)[1])


def _meant(call: PublicCall) -> Iterator[str]:
    """Give the names of marks of other calls that the notes of a call name without saying of which call."""
    joins = [join for mark in telling(call)[1] for join in mark.joins]
    if joins:
        own = set(_had(call))
        yield from (join.name for join in joins if not join.call and join.name not in own)
