"""What becomes public or is withdrawn: the first thing that whoever takes in a change must know."""

from collections.abc import Iterator

from generator.differences.deadlines import addresses_of_copies
from generator.differences.pairs import CallPair, State
from generator.differences.records import name_of
from generator.differences.sentences import Said, Sentence, closed, counted, named, why_closed
from generator.differences.transcripts import transcripts_opened, transcripts_withdrawn
from generator.privacy.public import PublicCall, WithheldCall

_RECORDS = ("series", "groups", "hubs", "platforms")
_NOUNS = {
    "series": ("series", "series"),
    "groups": ("group", "groups"),
    "hubs": ("hub", "hubs"),
    "platforms": ("platform", "platforms"),
}


_NOT_READ = ", as far as is known, for its file could not be read before"


def sharing_sentences(pairs: tuple[CallPair, ...], old: State, new: State) -> tuple[Sentence, ...]:
    """Give all changes of what may be seen, withdrawals first."""
    gone = [sentence for pair in pairs for sentence in _withdrawn(pair)]
    gone += transcripts_withdrawn(pairs, old, new)
    gone += _records_gone(old, new)
    come = [sentence for pair in pairs for sentence in _opened(pair)]
    come += transcripts_opened(pairs, old, new)
    come += _records_opened(old, new)
    return (*gone, *come)


def _withdrawn(pair: CallPair) -> Iterator[Sentence]:
    old, new = pair.old, pair.new
    if isinstance(new, WithheldCall) and not isinstance(old, WithheldCall):
        yield (f"Withheld{why_closed(new)}: a call of {new.date}, of which only the date is told",)
    elif isinstance(old, PublicCall) and new is None:
        # What it was called may be what is withdrawn.
        yield (f"Withdrawn: a call of {old.date}, with its page and everything on it",)
    elif isinstance(old, WithheldCall) and new is None:
        yield (f"No longer told: a withheld call of {old.date}",)
    elif isinstance(old, WithheldCall) and isinstance(new, WithheldCall):
        yield from _told_of_withheld(old, new)
    if pair.both_open is not None:
        yield from _parts_withdrawn(*pair.both_open, pair.compare_notes)


def _told_of_withheld(old: WithheldCall, new: WithheldCall) -> Iterator[Sentence]:
    """Say that a withheld call is named to more or fewer, and that its reason is another one."""
    before, after = {old.series, *old.groups} - {""}, {new.series, *new.groups} - {""}
    if before - after:
        yield (f"Told less: whose a withheld call of {new.date} was",)
    if after - before:
        yield (f"Becomes public: whose a withheld call of {new.date} was",)
    if old.withholding != new.withholding:
        yield (
            f"Changed: what is said of the withholding of a call of {new.date}{why_closed(new)}",
        )


def _parts_withdrawn(old: PublicCall, new: PublicCall, compare_notes: bool) -> Iterator[Sentence]:
    lost = len({one.language for one in old.notes} - {one.language for one in new.notes})
    if closed(new, "minutes") and not closed(old, "minutes"):
        yield (f"Withheld{why_closed(new)}: the notes of ", *named(new))
    elif lost and compare_notes:
        yield ("Withdrawn: notes of ", *named(new))
    if closed(new, "recording") and not closed(old, "recording"):
        yield (f"Withheld{why_closed(new)}: the recording of ", *named(new))
    elif number := len(addresses_of_copies(old) - addresses_of_copies(new)):
        yield (f"Taken out: {counted(number, 'copy', 'copies')} of the recording of ", *named(new))
    hidden = _redactions(new) - _redactions(old)
    if hidden > 0 and compare_notes:
        yield (f"Redacted: {counted(hidden, 'passage')} in the notes of ", *named(new))


def _opened(pair: CallPair) -> Iterator[Sentence]:
    old, new = pair.old, pair.new
    if isinstance(new, PublicCall) and (pair.was_unread or isinstance(old, WithheldCall)):
        yield (f"Becomes public{_NOT_READ if pair.was_unread else ''}: ", *named(new))
    if isinstance(new, PublicCall) and pair.notes_unread and new.notes:
        yield (f"Becomes public{_NOT_READ}: the notes of ", *named(new))
    if pair.both_open is not None:
        before, after = pair.both_open
        if closed(before, "minutes") and not closed(after, "minutes"):
            yield ("Becomes public: the notes of ", *named(after))
        if closed(before, "recording") and not closed(after, "recording"):
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


def _records_opened(old: State, new: State) -> Iterator[Sentence]:
    """Name records whose earlier file could not be read, so that nobody knows whether they were open."""
    for kind in _RECORDS:
        for one in getattr(new.public, kind):
            if f"calls/{kind}/{one.id}" in old.unread - new.unread:
                yield (f"Becomes public{_NOT_READ}: the {_NOUNS[kind][0]} ", Said(name_of(one)))


def _redactions(call: PublicCall) -> int:
    return sum(one.redactions for one in call.notes)
