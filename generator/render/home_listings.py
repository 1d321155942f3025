"""The lists that a home page is made of: ways to begin, a few true numbers, and addresses to subscribe to.

Each number leads to where it comes from; all of them, with what they are of, stand on the statistics page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import addresses
from generator.privacy.public import NotesState, PublicArchive, PublicCall, RecordingState
from generator.render.figures import WITHHELD, Figures, figures_of
from generator.render.missing_dates import missing_rows
from generator.render.states import minutes_are_missing
from generator.settings import Settings
from generator.wording import _, ngettext, number


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an archive holds: its counts, how many calls lack minutes, and its first and last year, 0 for none.

    `dates` counts expected dates that have no record although their notes are due, `endangered` the calls whose
    recording will be lost within a month.
    """

    figures: Figures
    missing: int
    first: int
    last: int
    dates: int = 0
    endangered: int = 0


class Way(NamedTuple):
    """A way to begin: its address, what it leads to, and how much is there."""

    href: str
    words: str
    about: str


class Feed(NamedTuple):
    """Something to subscribe to: its address on the page, words, and whole address to paste."""

    href: str
    words: str
    address: str


def holdings_of(archive: PublicArchive, settings: Settings) -> Holdings:
    """Count what an archive holds, in one pass over its calls."""
    missing = sum(
        isinstance(call, PublicCall) and minutes_are_missing(call) for call in archive.calls
    )
    years = [call.date.year for call in archive.calls] or [0]
    return Holdings(
        figures_of(archive),
        missing,
        min(years),
        max(years),
        len(missing_rows(archive, settings)),
        sum(isinstance(call, PublicCall) and call.is_in_danger for call in archive.calls),
    )


def drawn_ways(held: Holdings, page: str) -> tuple[Way, ...]:
    """Give the three ways that people go: to the calls, to what was decided, and to what they could add."""
    total, decided = held.figures.total, held.figures.decided
    span = (
        f"{held.first}"
        if held.first == held.last
        else _("{first} to {last}").format(first=held.first, last=held.last)
    )
    calls = ngettext("{n} call on record, {years}", "{n} calls on record, {years}", total)
    return (
        Way(
            addresses.relative(addresses.CALLS, page),
            _("Find a call"),
            calls.format(n=number(total), years=span) if total else _("None is recorded yet"),
        ),
        Way(
            addresses.relative(addresses.DECISIONS, page),
            _("See what was decided"),
            ngettext("{n} decision", "{n} decisions", decided).format(n=number(decided))
            if decided
            else _("No decision is recorded yet"),
        ),
        Way(
            addresses.relative(addresses.GAPS, page),
            _("Help with what is missing"),
            _missing(held),
        ),
    )


def _missing(held: Holdings) -> str:
    """Say how many calls lack minutes, and how many dates a record."""
    minutes = ngettext(
        "The minutes of {n} call are missing",
        "The minutes of {n} calls are missing",
        held.missing,
    ).format(n=number(held.missing))
    dates = ngettext(
        "{n} expected call has no record", "{n} expected calls have no record", held.dates
    ).format(n=number(held.dates))
    if held.missing and held.dates:
        return _("{minutes}, {dates}").format(minutes=minutes, dates=dates)
    return minutes if held.missing else dates if held.dates else _("No minutes are missing")


def drawn_numbers(held: Holdings, page: str) -> tuple[tuple[str, Markup], ...]:
    """Give a few numbers, each with the address of where it comes from; an archive without calls has none."""
    if not held.figures.total:
        return ()
    return tuple(
        (addresses.relative(path, page), _strong(words, many))
        for path, many, words, always in _told(held)
        if many or always
    )


def _told(held: Holdings) -> Iterator[tuple[str, int, str, bool]]:
    """Give addresses, numbers, sentences, and whether a number is worth saying where it is zero."""
    found = held.figures
    total, decided = found.total, found.decided
    minutes = dict(found.notes)[NotesState.MINUTES.value]
    summaries = dict(found.notes)[NotesState.SUMMARY.value]
    heard = dict(found.recordings)[RecordingState.RECORDING.value]
    withheld = dict(found.status)[WITHHELD]
    yield addresses.CALLS, total, ngettext("{n} call on record", "{n} calls on record", total), True
    said = ngettext("{n} with its minutes", "{n} with their minutes", minutes)
    yield f"{addresses.STATISTICS}#of-minutes", minutes, said, True
    said = ngettext("{n} with a summary only", "{n} with a summary only", summaries)
    yield f"{addresses.STATISTICS}#of-beside-summaries", summaries, said, False
    yield *_heard(heard, held.endangered), True
    yield addresses.DECISIONS, decided, ngettext("{n} decision", "{n} decisions", decided), True
    said = ngettext("{n} call withheld as a whole", "{n} calls withheld as a whole", withheld)
    yield addresses.WITHHELD, withheld, said, False


def _heard(heard: int, lost: int) -> tuple[str, int, str]:
    """Tell of how many calls a recording can be heard, and beside it how many of these will be lost."""
    if not lost:
        said = ngettext("{n} with a recording to hear", "{n} with a recording to hear", heard)
        return f"{addresses.RECORDINGS}#can-be-heard", heard, said
    said = ngettext(
        "{n} with a recording to hear, {lost} about to be lost",
        "{n} with a recording to hear, {lost} about to be lost",
        heard,
    )
    # The first number is put in later, set apart from its words.
    told = said.format(n="{n}", lost=number(lost))
    return f"{addresses.RECORDINGS}#about-to-be-lost", heard, told


def _strong(words: str, many: int) -> Markup:
    """Set the number in a sentence of the catalogue apart from its words."""
    return escape(words).format(n=Markup("<strong>{}</strong>").format(number(many)))


def drawn_feeds(page: str, settings: Settings) -> tuple[Feed, ...]:
    """Give what can be subscribed to; the calendar of a closed archive is a record that brings nothing new."""
    calendar = (
        _("All calls whose day is known, as a calendar file")
        if settings.state == "closed"
        else _("Calls, in your calendar")
    )
    named = (
        (addresses.CALENDAR_FILE, calendar),
        (addresses.NOTES_FEED, _("New notes, as an Atom feed")),
        (addresses.DECISIONS_FEED, _("New decisions, as an Atom feed")),
        (addresses.GAPS_FEED, _("What is overdue, as an Atom feed")),
        (addresses.DEADLINES_FEED, _("Recordings to copy, as an Atom feed")),
    )
    return tuple(
        Feed(addresses.relative(path, page), words, settings.site_url + path)
        for path, words in named
    )
