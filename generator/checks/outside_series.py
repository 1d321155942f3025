"""A call lies before its series began, or after it ended."""

import datetime
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.model.series import Series
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the day of each call with the span of its series; of a series that is not shared nothing is told.

    A call that says that it is extra may lie outside: a first one before the rhythm began, or a farewell. A call that
    was cancelled may lie behind the end: a series that ends early leaves those that were announced.
    """
    shared = {record.id: record for record in archive.series if record.share.is_full}
    for call in archive.calls:
        series = shared.get(call.series)
        if series is not None and call.share.is_full and not call.extra:
            yield from _compared(archive, call, series)


def _compared(archive: Archive, call: Call, series: Series) -> Iterator[Problem]:
    # A call that was moved belongs to the day on which it was to be.
    day = call.moved_from[0].date() if call.moved_from else call.date.exact
    if day is None:
        return
    name, word, limit = "", "", datetime.date.min
    is_cancelled = call.status is Status.CANCELLED
    if not is_cancelled and series.until is not None and day > series.until.last_day():
        name, word, limit = "until", "ended", series.until.last_day()
    elif series.since is not None and day < _first_day(series):
        name, word, limit = "from", "began", _first_day(series)
    if name:
        note = (archive.place(series.path, name), f"`{name}` stands here")
        words = {"date": day, "series": series.id, "word": word, "limit": limit, "field": name}
        yield problem("T409", archive.place(call.path, "date"), (note,), **words)


def _first_day(series: Series) -> datetime.date:
    since = series.since
    return since.first_day() if since else datetime.date.min
