"""Rows of lists of calls: what a list remembers of a call, and how templates draw it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from markupsafe import Markup

from generator import addresses
from generator.privacy.public import (
    AnyCall,
    LooseDate,
    NotesState,
    PublicArchive,
    PublicCall,
    RecordingState,
    Status,
)
from generator.render.environment import fill
from generator.render.figures import outcomes_of
from generator.render.names import Names, named_one, names_of, short_title
from generator.render.once import once
from generator.render.states import CHIPS, chip_keys, chips, minutes_are_missing
from generator.wording import counted, language, spoken

ROWS_LIMIT = 500
"""Most calls that an index shows in one list; a longer one leads to the lists of the years."""


@dataclass(frozen=True, slots=True)
class Row:
    """One call in a list. `about` is its series or hosts, `keys` are those of its chips.

    `has` are words of `HAS`, by which a reader can choose among rows; `decided` counts its decisions.
    """

    date: LooseDate
    path: str
    title: str
    about: str
    keys: tuple[str, ...]
    has: tuple[str, ...] = ()
    decided: int = 0


HAS = ("minutes", "recording", "decisions", "missing")
"""What a call may have: minutes, a recording, decisions, and a gap that somebody could fill."""


class DrawnRow(NamedTuple):
    """A row as templates draw it; its chips are already drawn, and `has` are words parted by spaces."""

    href: str
    date: str
    title: str
    about: str
    chips: Markup
    has: str
    decided: str


def is_upcoming(call: AnyCall, today: datetime.date) -> bool:
    """Tell whether a call is scheduled for today or later, or a month or year not yet over."""
    scheduled = isinstance(call, PublicCall) and call.status is Status.SCHEDULED
    return scheduled and call.date.last_day() >= today


def is_coming(call: AnyCall, today: datetime.date) -> bool:
    """Tell whether a call is still to come, confirmed or only announced."""
    expected = isinstance(call, PublicCall) and call.status in (Status.SCHEDULED, Status.ANNOUNCED)
    return expected and call.date.last_day() >= today


def _row_of(call: AnyCall, names: Names, today: datetime.date) -> Row:
    """Give the row of a call in a list."""
    keys = chip_keys(call, is_upcoming(call, today))
    page = addresses.call_page(call.id)
    decided = decisions_of(call)
    has = _has(call, decided)
    return Row(call.date, page, short_title(call), _about(call, names), keys, has, decided)


def decisions_of(call: AnyCall) -> int:
    """Count what a call decided, as its notes tell it; a draft decides nothing."""
    if not isinstance(call, PublicCall) or not call.notes:
        return 0
    return sum(mark.adopted for mark in outcomes_of(call))


def _has(call: AnyCall, decided: int) -> tuple[str, ...]:
    if not isinstance(call, PublicCall):
        return ()
    missing = minutes_are_missing(call) or call.recording_state is RecordingState.MISSING
    told = (
        call.notes_state is NotesState.MINUTES,
        call.recording_state is RecordingState.RECORDING,
        bool(decided),
        missing,
    )
    return tuple(word for word, holds in zip(HAS, told, strict=True) if holds)


def rows_in(archive: PublicArchive, today: datetime.date) -> Mapping[str, Row]:
    """Give the rows of all calls by id, in the order of the archive and once for all lists of it."""
    return once(archive, _rows, language(), today)


def _rows(archive: PublicArchive, told_in: str, today: datetime.date) -> Mapping[str, Row]:
    with spoken(told_in):
        names = names_of(archive)
        return {call.id: _row_of(call, names, today) for call in archive.calls}


def rows_of(
    calls: Iterable[AnyCall], archive: PublicArchive, today: datetime.date
) -> tuple[Row, ...]:
    """Give the rows of calls of an archive, in the order given."""
    rows = rows_in(archive, today)
    return tuple(rows[call.id] for call in calls)


def _about(call: AnyCall, names: Names) -> str:
    if call.series:
        return named_one(names.series, call.series).title
    if isinstance(call, PublicCall):
        return ", ".join(name for _, name in call.hosts)
    return ", ".join(named_one(names.groups, group).title for group in call.groups)


def drawn(rows: Iterable[Row], page: str) -> tuple[DrawnRow, ...]:
    """Give rows as templates on `page` draw them; words that only repeat the title are left out."""
    some = tuple(rows)
    # Calls share a few dozen states, so that each is drawn once a list.
    bands = {keys: chip_band(keys) for keys in sorted({row.keys for row in some})}
    return tuple(
        DrawnRow(
            href=addresses.relative(row.path, page),
            date=str(row.date),
            title=row.title,
            about="" if row.about == row.title else row.about,
            chips=bands[row.keys],
            has=" ".join(row.has),
            decided=decided_words(row.decided),
        )
        for row in some
    )


def decided_words(number: int) -> str:
    """Say how many decisions a call made, or nothing where it made none."""
    return counted("{n} decision", "{n} decisions", number) if number else ""


def chip_band(keys: tuple[str, ...]) -> Markup:
    """Draw the chips of a call; they hold none of the words that people wrote."""
    return Markup(fill("chips.html", {"chips": chips(keys)}).rstrip())


def icons_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Give the names of the drawings that the chips of rows need, sorted."""
    return icons_for(key for row in rows for key in row.keys)


def icons_for(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the names of the drawings that chips need, sorted."""
    return tuple(sorted({CHIPS[key].icon for key in set(keys)}))


class Dated(Protocol):
    """What has a day, known to the year at least: a call, or its row in a list."""

    @property
    def date(self) -> LooseDate:
        """Give its day as far as it is known."""


D = TypeVar("D", bound=Dated)


def by_year(dated: Iterable[D]) -> dict[int, tuple[D, ...]]:
    """Part calls or rows by year, in the order of the years."""
    parts: dict[int, list[D]] = {}
    for one in dated:
        parts.setdefault(one.date.year, []).append(one)
    return {year: tuple(parts[year]) for year in sorted(parts)}
