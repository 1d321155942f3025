"""Draws a timeline of calls as bars with a key, and tells the same figures in rows, each with a link to its calls.

Sizes are in per cent of the drawing, so that its words keep their size on a narrow screen.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import LooseDate
from generator.render.call_counts import NOTES_PHRASES, in_words
from generator.render.months import month_alone, month_of_year
from generator.render.row_parts import month_anchor
from generator.render.states import NOTES
from generator.render.timeline import ORDER, Bar, Timeline
from generator.render.words import loose_day
from generator.wording import _, counted, ngettext, number

MOST_DRAWN = 60
"""Most bars of a drawing; of a longer span the latest are drawn, and the rows tell all."""
UNFOLDED = 8
"""Most rows that stand open beside the drawing."""
MOST_LABELS = 6
FILLED = 0.8
"""How much of its room a bar takes up."""


class Part(NamedTuple):
    """A part of a bar: place and size in per cent of the drawing, and its look."""

    x: str
    y: str
    width: str
    height: str
    look: str


class Key(NamedTuple):
    """A state in the key: its look, its word, and its number of calls."""

    look: str
    word: str
    number: str


class Row(NamedTuple):
    """A row of the table: address (empty: no list to lead to), period, number of calls, and their states in words."""

    href: str
    period: str
    number: str
    states: str


class DrawnTimeline(NamedTuple):
    """A timeline as templates draw it.

    `most` is the highest bar in words, `labels` stand below the bars at a place in per cent.
    `says` are sentences that the drawing cannot say.
    """

    name: str
    about: str
    most: str
    parts: tuple[Part, ...]
    labels: tuple[tuple[str, str], ...]
    key: tuple[Key, ...]
    rows: tuple[Row, ...]
    is_folded: bool
    says: tuple[str, ...]


def drawn_timeline(timeline: Timeline, page: str) -> DrawnTimeline | None:
    """Draw a timeline for a page; nothing where no call has a day that could be drawn."""
    bars = timeline.bars[-MOST_DRAWN:]
    most = max((bar.total for bar in bars), default=0)
    if not most:
        return None
    rows = tuple(_rows(timeline, page))
    return DrawnTimeline(
        name=_name(bars, timeline.by_month),
        about=_about(bars, most),
        most=counted("{n} call", "{n} calls", most),
        parts=tuple(
            part for at, bar in enumerate(bars) for part in _parts(at, bar, len(bars), most)
        ),
        labels=tuple((_per_cent(at, len(bars)), words) for at, words in _labels(bars)),
        key=tuple(_key(bars)),
        rows=rows,
        is_folded=len(rows) > UNFOLDED,
        says=tuple(_says(timeline, bars)),
    )


def _name(bars: Sequence[Bar], by_month: bool) -> str:
    total = sum(bar.total for bar in bars)
    said = (
        ngettext(
            "{n} call by month, from {first} to {last}",
            "{n} calls by month, from {first} to {last}",
            total,
        )
        if by_month
        else ngettext(
            "{n} call by year, from {first} to {last}",
            "{n} calls by year, from {first} to {last}",
            total,
        )
    )
    return said.format(n=number(total), first=_period(bars[0]), last=_period(bars[-1]))


def _about(bars: Sequence[Bar], most: int) -> str:
    highest = next(bar for bar in bars if bar.total == most)
    return _(
        "Bars stand on a line of zero and are parted by the state of minutes. "
        "The highest is {period}: {n}. The table has every number."
    ).format(period=_period(highest), n=number(most))


def _parts(at: int, bar: Bar, bars: int, most: int) -> Iterator[Part]:
    below = 0
    for state, count in zip(ORDER, bar.counts, strict=True):
        if count:
            below += count
            yield Part(
                x=_per_cent(at + (1 - FILLED) / 2, bars),
                y=_per_cent(most - below, most),
                width=_per_cent(FILLED, bars),
                height=_per_cent(count, most),
                look=state.value,
            )


def _labels(bars: Sequence[Bar]) -> list[tuple[int, str]]:
    """Give words below the bars: every so many years, the beginnings of years, or some months of one."""
    if not bars[0].month:
        step = -(-len(bars) // MOST_LABELS)
        return [(at, f"{bars[at].year}") for at in range(0, len(bars), step)]
    years = [at for at, bar in enumerate(bars) if bar.month == 1 or not at]
    if len(years) > 1 and years[1] * 8 < len(bars):
        del years[0]
    if bars[0].year != bars[-1].year:
        return [(at, f"{bars[at].year}") for at in years]
    step = -(-len(bars) // 4)
    return [(at, month_alone(bars[at].month)) for at in range(0, len(bars), step)]


def _key(bars: Sequence[Bar]) -> Iterator[Key]:
    for at, state in enumerate(ORDER):
        many = sum(bar.counts[at] for bar in bars)
        if many:
            yield Key(state.value, NOTES[state].word, number(many))


def _rows(timeline: Timeline, page: str) -> Iterator[Row]:
    for is_empty, some in groupby(timeline.bars, lambda bar: not bar.total):
        run = tuple(some)
        if is_empty:
            yield Row("", _run(run), number(0), _("no call on record"))
        else:
            yield from (
                _row(bar, page, _period(bar), _fragment(bar) if bar.month else "") for bar in run
            )
    for bar in timeline.apart:
        yield _row(bar, page, month_of_year(bar.year, 0), _fragment(bar))


def _row(bar: Bar, page: str, period: str, fragment: str) -> Row:
    counts = zip((state.value for state in ORDER), bar.counts, strict=True)
    href = addresses.relative(addresses.year_page(bar.year) + fragment, page)
    return Row(href, period, number(bar.total), in_words(tuple(counts), NOTES_PHRASES))


def _run(run: Sequence[Bar]) -> str:
    if len(run) == 1:
        return _period(run[0])
    return _("{first} to {last}").format(first=_period(run[0]), last=_period(run[-1]))


def _fragment(bar: Bar) -> str:
    return f"#{month_anchor(LooseDate(bar.year, bar.month))}"


def _period(bar: Bar) -> str:
    return loose_day(LooseDate(bar.year, bar.month))


def _says(timeline: Timeline, bars: Sequence[Bar]) -> Iterator[str]:
    if timeline.unheld:
        yield counted(
            "{n} of these calls is not known to have been held.",
            "{n} of these calls are not known to have been held.",
            timeline.unheld,
        )
    unplaced = sum(bar.total for bar in timeline.apart)
    if unplaced:
        yield counted(
            "{n} call is known to the year only and stands in no bar.",
            "{n} calls are known to the year only and stand in no bar.",
            unplaced,
        )
    if len(bars) < len(timeline.bars):
        yield _("The drawing begins in {period}. The table has all that is earlier.").format(
            period=_period(bars[0])
        )


def _per_cent(part: float, whole: float) -> str:
    return f"{part / whole * 100:.2f}".rstrip("0").rstrip(".") + "%"
