"""How what may be seen of a call changed, from one step of its past to the next; the gate makes public values of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.past import Step
from generator.model.share import CLOSED, PUBLIC, Share
from generator.privacy.public import Change


@dataclass(frozen=True, slots=True)
class Turn:
    """A change, its second (Unix time; nothing where no commit made it yet), and what could be seen afterwards.

    Of a call that was taken out nothing could.
    """

    change: Change
    second: int | None
    share: Share


def turns_of(steps: Sequence[Step], in_parts: bool) -> Iterator[Turn]:
    """Give the changes that steps make, the oldest first.

    Unless it is told in parts, there are but two states: details that may be seen, and none.
    """
    known = steps if in_parts else tuple(_coarse(step) for step in steps)
    before: Share | None = None
    was_open = is_entered = False
    for step in known:
        after = step.share
        if is_entered and _told(after) == _told(before):
            continue
        change = _change(before, after, was_open, is_entered)
        if not in_parts and after is not None and after.is_full:
            change = Change.PUBLISHED_AGAIN if was_open else Change.PUBLISHED
        yield Turn(change, step.second, _shown(after))
        before, is_entered = after, True
        was_open = was_open or (after is not None and after.is_full)


def _coarse(step: Step) -> Step:
    if step.share is None:
        return step
    return replace(step, share=PUBLIC if step.share.details else CLOSED)


def _shown(share: Share | None) -> Share:
    """Give what could be seen; what is fully shared has no reason, whatever was written beside it."""
    if share is None:
        return CLOSED
    return PUBLIC if share.is_full else share


def _told(share: Share | None) -> object:
    if share is None:
        return None
    shown = _shown(share)
    return _parts(shown), shown.reason


def _parts(share: Share) -> tuple[bool, bool, bool]:
    return share.minutes, share.recording, share.details


def _change(before: Share | None, after: Share | None, was_open: bool, is_entered: bool) -> Change:
    if after is None:
        return Change.TAKEN_OUT
    if before is None:
        return Change.ENTERED_AGAIN if is_entered else Change.ENTERED
    if after.is_full:
        return Change.PUBLISHED_AGAIN if was_open else Change.PUBLISHED
    if _parts(before) == _parts(after):
        return Change.REASON
    opened = any(now and not then for now, then in zip(_parts(after), _parts(before), strict=True))
    return Change.EASED if opened else Change.WITHHELD
