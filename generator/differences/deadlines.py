"""What a change does to how long recordings last: put in danger, saved, lost and found again.

Both states are of the same day, so what only the day does is said of neither. Withheld recordings have no clock.
"""

import datetime
from collections.abc import Iterable, Iterator

from generator.differences.pairs import CallPair, State
from generator.differences.sentences import Sentence, closed, counted, named
from generator.privacy.public import PublicCall, RecordingState

_LOST = {
    RecordingState.EXPIRED: "Recording lost by its provider's rule: ",
    RecordingState.GONE: "Recording gone, for it was asked for and not there: ",
}


def deadline_sentences(
    pairs: Iterable[CallPair], old: State, new: State, today: datetime.date
) -> tuple[Sentence, ...]:
    """Give what changes about single recordings, and then how many will be lost within a month as of the day."""
    told = tuple(sentence for pair in pairs for sentence in _of_call(pair))
    if not told:
        return ()
    return (*told, _in_all(_in_danger(old), _in_danger(new), today))


def addresses_of_copies(call: PublicCall) -> frozenset[str]:
    """Give the addresses of all copies of a call's recording, there or lost."""
    there = {copy.url for copy in call.recordings}
    return frozenset(there.union(copy.asked_at for copy in call.lost if copy.asked_at))


def _of_call(pair: CallPair) -> Iterator[Sentence]:
    if pair.opened is not None and not pair.was_unread:
        yield from _endangered(pair.opened)
    if pair.both_open is None:
        return
    was, now = pair.both_open
    if closed(was, "recording"):
        yield from _endangered(now)
    elif not closed(now, "recording"):
        yield from _turned(was, now)


def _turned(was: PublicCall, now: PublicCall) -> Iterator[Sentence]:
    """Say what becomes of a recording as a whole."""
    is_there = now.recording_state is RecordingState.RECORDING
    if now.is_in_danger and not was.is_in_danger:
        yield from _endangered(now)
    elif was.is_in_danger and is_there and not now.is_in_danger:
        yield ("Saved from being deleted: the recording of ", *named(now))
    elif now.is_in_danger and was.ends_on != now.ends_on:
        yield from _endangered(now)
    if now.recording_state in _LOST and was.recording_state is not now.recording_state:
        yield (_LOST[now.recording_state], *named(now))
    if was.recording_state in _LOST and is_there:
        yield ("Can be heard again: the recording of ", *named(now))


def _endangered(call: PublicCall) -> Iterator[Sentence]:
    if call.is_in_danger:
        yield (
            "Will be lost unless copied: the recording of ",
            *named(call),
            f", which its provider deletes on {call.ends_on}",
        )


def _in_danger(state: State) -> int:
    calls = (call for call in state.public.calls if isinstance(call, PublicCall))
    return sum(call.is_in_danger for call in calls)


def _in_all(before: int, after: int, today: datetime.date) -> Sentence:
    found = counted(after, "recording") if after else "no recording"
    earlier = f" (before this change: {before})" if before != after else ""
    return (f"As of {today}, {found} will be lost within 30 days unless copied{earlier}",)
