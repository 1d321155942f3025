"""What becomes public or is withdrawn: the first thing that whoever takes in a change must know."""

from collections.abc import Iterator

from generator.differences.pairs import CallPair, State
from generator.differences.sentences import Sentence, counted, named
from generator.privacy.public import PublicCall, Reason, WithheldCall

_RECORDS = ("series", "groups", "hubs", "platforms")
_NOUNS = {
    "series": ("series", "series"),
    "groups": ("group", "groups"),
    "hubs": ("hub", "hubs"),
    "platforms": ("platform", "platforms"),
}


def sharing_sentences(pairs: tuple[CallPair, ...], old: State, new: State) -> tuple[Sentence, ...]:
    """Give all changes of what may be seen, withdrawals first."""
    gone = [sentence for pair in pairs for sentence in _withdrawn(pair)]
    gone += _records_gone(old, new)
    come = [sentence for pair in pairs for sentence in _opened(pair)]
    return (*gone, *come)


def _withdrawn(pair: CallPair) -> Iterator[Sentence]:
    old, new = pair.old, pair.new
    if isinstance(new, WithheldCall) and not isinstance(old, WithheldCall):
        yield (f"Withheld{_why(new)}: a call of {new.date}, of which only the date is told",)
    elif isinstance(old, PublicCall) and new is None:
        # What it was called may be what is withdrawn.
        yield (f"Withdrawn: a call of {old.date}, with its page and everything on it",)
    elif isinstance(old, WithheldCall) and new is None:
        yield (f"No longer told: a withheld call of {old.date}",)
    if pair.both_open is not None:
        yield from _parts_withdrawn(*pair.both_open, pair.compare_notes)


def _parts_withdrawn(old: PublicCall, new: PublicCall, compare_notes: bool) -> Iterator[Sentence]:
    lost = len({one.language for one in old.notes} - {one.language for one in new.notes})
    if _closed(new, "minutes") and not _closed(old, "minutes"):
        yield (f"Withheld{_why(new)}: the notes of ", *named(new))
    elif lost and compare_notes:
        yield ("Withdrawn: notes of ", *named(new))
    if _closed(new, "recording") and not _closed(old, "recording"):
        yield (f"Withheld{_why(new)}: the recording of ", *named(new))
    elif {one.url for one in old.recordings} - {one.url for one in new.recordings}:
        number = len({one.url for one in old.recordings} - {one.url for one in new.recordings})
        yield (f"Gone: {counted(number, 'copy', 'copies')} of the recording of ", *named(new))
    hidden = _redactions(new) - _redactions(old)
    if hidden > 0 and compare_notes:
        yield (f"Redacted: {counted(hidden, 'passage')} in the notes of ", *named(new))


def _opened(pair: CallPair) -> Iterator[Sentence]:
    old, new = pair.old, pair.new
    if isinstance(old, WithheldCall) and isinstance(new, PublicCall):
        yield ("Becomes public: ", *named(new))
    if pair.both_open is not None:
        before, after = pair.both_open
        if _closed(before, "minutes") and not _closed(after, "minutes"):
            yield ("Becomes public: the notes of ", *named(after))
        if _closed(before, "recording") and not _closed(after, "recording"):
            yield ("Becomes public: the recording of ", *named(after))
        shown = _redactions(before) - _redactions(after)
        if shown > 0 and pair.compare_notes and after.notes:
            yield (
                f"No longer redacted: {counted(shown, 'passage')} in the notes of ",
                *named(after),
            )


def _records_gone(old: State, new: State) -> Iterator[Sentence]:
    """Count series, groups and the like that are gone; their names may be what is withdrawn."""
    unread = old.unread | new.unread
    for kind in _RECORDS:
        left = {one.id for one in getattr(new.public, kind)}
        before = {one.id for one in getattr(old.public, kind)}
        number = sum(f"calls/{kind}/{name}" not in unread for name in before - left)
        if number and f"calls/{kind}" not in unread:
            yield (f"Withdrawn: {counted(number, *_NOUNS[kind])}, with all that was told of them",)


def _closed(call: PublicCall, part: str) -> bool:
    return call.withholding is not None and bool(getattr(call.withholding, part))


def _redactions(call: PublicCall) -> int:
    return sum(one.redactions for one in call.notes)


def _why(call: PublicCall | WithheldCall) -> str:
    """Give the class of reasons, which is public."""
    held = call.withholding
    known = held is not None and held.reason is not Reason.UNSTATED
    return f" for {held.reason.value}" if known and held is not None else ""
