"""The next calls, each with its hour by the clock of its own zone; the script of calls adds the reader's own."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.call_when import ReaderTime, reader_time, when_of
from generator.render.rows import Row, chip_band, rows_of


@dataclass(frozen=True, slots=True)
class Coming:
    """A call to come: its row in a list, and when it is, in words, for machines and for the script."""

    row: Row
    words: str
    stamp: str
    reader: ReaderTime | None


class DrawnComing(NamedTuple):
    """A call to come as templates draw it; `about` is its series or hosts."""

    href: str
    title: str
    about: str
    words: str
    stamp: str
    reader: ReaderTime | None
    chips: Markup


def coming_of(
    calls: Sequence[PublicCall], archive: PublicArchive, today: datetime.date
) -> tuple[Coming, ...]:
    """Give what a list remembers of calls to come, in the order given."""
    rows = rows_of(calls, archive, today)
    return tuple(_coming(call, row) for call, row in zip(calls, rows, strict=True))


def _coming(call: PublicCall, row: Row) -> Coming:
    when = when_of(call)
    return Coming(row, when.words, when.stamp, reader_time(call))


def drawn_coming(coming: Iterable[Coming], page: str) -> tuple[DrawnComing, ...]:
    """Give calls to come as templates on `page` draw them; that a call is to come is said above them."""
    return tuple(
        DrawnComing(
            href=addresses.relative(one.row.path, page),
            title=one.row.title,
            about="" if one.row.about == one.row.title else one.row.about,
            words=one.words,
            stamp=one.stamp,
            reader=one.reader,
            chips=chip_band(tuple(key for key in one.row.keys if key != "upcoming")),
        )
        for one in coming
    )
