"""Puts the records of two states side by side: which is which, also under a new name, and which to leave out."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.privacy.public import AnyCall, PublicArchive, PublicCall, WithheldCall


@dataclass(frozen=True, slots=True)
class State:
    """One of two states of an archive: what may be seen of it, and ids or paths of what could not be read."""

    public: PublicArchive
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CallPair:
    """A call before and after; nothing stands where there is none.

    `was_unread` says that the earlier record could not be read, `notes_unread` that of the earlier notes: nobody
    knows what was open of them.
    """

    old: AnyCall | None
    new: AnyCall | None
    compare_notes: bool = True
    was_unread: bool = False
    notes_unread: bool = False

    @property
    def both_open(self) -> tuple[PublicCall, PublicCall] | None:
        """Give both calls, if the details of both may be seen."""
        if isinstance(self.old, PublicCall) and isinstance(self.new, PublicCall):
            return self.old, self.new
        return None

    @property
    def opened(self) -> PublicCall | None:
        """Give a call that is new, or whose details may be seen only now."""
        is_open = isinstance(self.new, PublicCall) and not isinstance(self.old, PublicCall)
        return self.new if is_open and isinstance(self.new, PublicCall) else None


def call_pairs(old: State, new: State) -> tuple[CallPair, ...]:
    """Pair calls by id, else by an earlier name that the newer call gives; in order of the newer state's dates.

    Calls whose newer record cannot be read are left out: nothing is known of what becomes of them.
    """
    unread = old.unread | new.unread
    before = {call.id: call for call in old.public.calls if f"calls/{call.id}" not in unread}
    pairs: list[CallPair] = []
    for call in new.public.calls:
        if f"calls/{call.id}" in new.unread:
            before.pop(call.id, None)
            continue
        name = _earlier_name(call, before)
        notes = {f"minutes/{call.id}", f"minutes/{name}"}
        was_unread = f"calls/{call.id}" in old.unread
        torn = not was_unread and bool(notes & old.unread) and not notes & new.unread
        has_notes = not was_unread and not notes & unread
        pairs.append(CallPair(before.pop(name, None), call, has_notes, was_unread, torn))
    pairs += (CallPair(call, None) for call in before.values())
    return tuple(pairs)


def _earlier_name(call: AnyCall, before: Mapping[str, AnyCall]) -> str:
    if call.id in before or isinstance(call, WithheldCall):
        return call.id
    return next((name for name in call.aliases if name in before), call.id)
