"""Which calls belong to which series, group or hub: rows by id, collected in one walk over the archive."""

import datetime
from collections.abc import Callable, Iterable

from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.rows import Row, rows_in

RowsById = dict[str, tuple[Row, ...]]


def series_ids(call: AnyCall) -> Iterable[str]:
    """Give the series a call belongs to."""
    return (call.series,) if call.series else ()


def group_ids(call: AnyCall) -> Iterable[str]:
    """Give the groups that hosted a call or took part as groups, each once."""
    if not isinstance(call, PublicCall):
        return dict.fromkeys(call.groups)
    hosts = (host for host, _ in call.hosts if host)
    return dict.fromkeys((*hosts, *call.groups))


def hub_ids(call: AnyCall) -> Iterable[str]:
    """Give the hubs a call served; those of a withheld call are not known."""
    return dict.fromkeys(call.hubs) if isinstance(call, PublicCall) else ()


def rows_by(
    ids: Callable[[AnyCall], Iterable[str]],
    archive: PublicArchive,
    today: datetime.date,
) -> RowsById:
    """Collect the rows of calls by the ids they belong to, each in the order of the archive."""
    rows = rows_in(archive, today)
    parts: dict[str, list[Row]] = {}
    for call in archive.calls:
        for each in ids(call):
            parts.setdefault(each, []).append(rows[call.id])
    return {each: tuple(rows) for each, rows in parts.items()}
