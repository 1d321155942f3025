"""The log of every change of what may be seen of calls, from the history, and where each entry stands."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive, PublicChange
from generator.render.names import Target, names_of
from generator.render.once import once
from generator.render.stamps import instant
from generator.render.withheld_parts import parted, path_of
from generator.wording import language, spoken

PAGE = addresses.WITHHELD_LOG


@dataclass(frozen=True, slots=True)
class LogRow:
    """A change with the day of its commit in UTC, and the name of its call.

    What is not committed yet stands with the newest of what is.
    """

    date: LooseDate
    call: Target
    change: PublicChange

    @property
    def day(self) -> datetime.date | None:
        """Give the day of the commit, or nothing before there is one."""
        return None if self.change.changed_at is None else self.date.exact

    @property
    def anchor(self) -> str:
        """Give the name of the entry in its page, which lasts; no id of a call holds a point."""
        return f"{self.change.call}.{self.change.number}"


def log_of(archive: PublicArchive) -> tuple[LogRow, ...]:
    """Give all changes, the oldest first, and once for all that show them."""
    return once(archive, _log, language())


def _log(archive: PublicArchive, told_in: str) -> tuple[LogRow, ...]:
    with spoken(told_in):
        calls = names_of(archive).calls
    newest = max((one.changed_at or 0 for one in archive.changes), default=0)
    found = sorted(
        archive.changes,
        key=lambda one: (one.changed_at is None, one.changed_at or newest, one.call, one.number),
    )
    return tuple(
        LogRow(LooseDate.of(instant(one.changed_at or newest).date()), calls[one.call], one)
        for one in found
    )


def log_places(archive: PublicArchive) -> Mapping[str, str]:
    """Give where the newest entry of each call stands, by the call's id; a call without changes has none."""
    return once(archive, _newest)


def _newest(archive: PublicArchive) -> Mapping[str, str]:
    places = places_in_log(archive)
    return {row.change.call: places[row.anchor] for row in log_of(archive)}


def places_in_log(archive: PublicArchive) -> Mapping[str, str]:
    """Give where each entry stands, by its name, which leads to the page that it has now."""
    return once(archive, _places)


def _places(archive: PublicArchive) -> Mapping[str, str]:
    return {
        row.anchor: f"{path_of(PAGE, part.period)}#{row.anchor}"
        for part in parted(log_of(archive))
        for row in part.rows
    }
