"""Sentences of the pages of recordings: how many there are, what became of others, and what was found when asked."""

from collections.abc import Iterator

from generator import addresses
from generator.privacy.public import Found, RecordingState
from generator.render.asked_addresses import MOVED, NOT_ASKED, Asked
from generator.render.gap_pages import RECORDINGS as MISSING
from generator.render.names import Link
from generator.render.recording_shelf import Shelf
from generator.render.states import RECORDINGS
from generator.render.words import short_day
from generator.wording import N_, _, counted, ngettext, number

FOUND_WORDS = {
    Found.THERE.value: N_("There"),
    MOVED: N_("There, at another address by now"),
    Found.GONE.value: N_("Not there"),
    Found.REFUSED.value: N_("The host did not let a program look"),
    Found.SILENT.value: N_("Nobody answered"),
    NOT_ASKED: N_("Not asked yet"),
}
_OTHERS = (
    RecordingState.WITHHELD,
    RecordingState.NEVER_MADE,
    RecordingState.ELSEWHERE,
    RecordingState.MISSING,
    RecordingState.UNKNOWN,
    RecordingState.NOT_YET,
    RecordingState.NOT_EXPECTED,
)
"""States of a recording that stands in no list of these pages, in the order in which they are counted."""
_LISTS = {
    RecordingState.WITHHELD: addresses.WITHHELD,
    RecordingState.MISSING: f"{addresses.GAPS}#{MISSING}",
}
_NUMBERS = f"{addresses.STATISTICS}#of-recordings"


def shelf_sentences(shelf: Shelf) -> tuple[str, ...]:
    """Say in a paragraph what can be heard, what will be lost, and what is lost and why."""
    heard = shelf.number(RecordingState.RECORDING)
    return tuple(each for each in (_heard(heard, shelf.copies), *_lost(shelf, heard)) if each)


def _heard(calls: int, copies: int) -> str:
    if not calls:
        return _("No recording of a call can be heard here.")
    return _("{calls} can be heard, in {copies}.").format(
        calls=counted("{n} call", "{n} calls", calls),
        copies=counted("{n} copy", "{n} copies", copies),
    )


def _lost(shelf: Shelf, heard: int) -> Iterator[str]:
    danger = len(shelf.danger)
    if danger:
        yield ngettext(
            "The recording of {n} of them will be lost within a month unless somebody copies it.",
            "The recordings of {n} of them will be lost within a month unless somebody copies them.",
            danger,
        ).format(n=number(danger))
    elif heard:
        yield _("No rule that is known here deletes any of them within a month.")
    expired, gone = (
        shelf.number(RecordingState.EXPIRED),
        shelf.number(RecordingState.GONE),
    )
    if expired:
        yield ngettext(
            "The recording of {n} call has expired by its provider’s rule: that is worked out, nobody saw it.",
            "The recordings of {n} calls have expired by their providers’ rules: that is worked out, nobody saw it.",
            expired,
        ).format(n=number(expired))
    if gone:
        yield ngettext(
            "The recording of {n} call is gone: it was asked for, and it was not there.",
            "The recordings of {n} calls are gone: they were asked for, and they were not there.",
            gone,
        ).format(n=number(gone))


def other_states(shelf: Shelf, page: str) -> tuple[tuple[Link, str, str], ...]:
    """Give what there is of the recordings of other calls: the state, how many, and the sentence of it."""
    return tuple(
        (
            (addresses.relative(_LISTS.get(state, _NUMBERS), page), RECORDINGS[state].word),
            number(shelf.number(state)),
            RECORDINGS[state].sentence,
        )
        for state in _OTHERS
        if shelf.number(state)
    )


def asked_days(recordings: Asked, sources: Asked) -> str:
    """Say from which days the answers are."""
    ends = (recordings.first, recordings.last, sources.first, sources.last)
    days = [day for day in ends if day is not None]
    if not days:
        return _("Nobody has asked yet what is at these addresses.")
    first, last = min(days), max(days)
    if first == last:
        return _("Addresses were last asked for on {day}.").format(day=short_day(last))
    return _("The last answers about these addresses are from {first} to {last}.").format(
        first=short_day(first), last=short_day(last)
    )


def asked_rows(recordings: Asked, sources: Asked) -> tuple[tuple[str, str, str], ...]:
    """Give what was found, at how many addresses of recordings and of sources; what was found nowhere has no row."""
    return tuple(
        (_(FOUND_WORDS[word]), number(heard), number(read))
        for (word, heard), (_word, read) in zip(recordings.found, sources.found, strict=True)
        if heard or read
    )
