"""Reads calendar files with Home Assistant's ical, a parser of its own; run with the Python of build/readers."""

from collections.abc import Iterator
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

from tests.readers.told import Event, answer, moment


def events(path: str) -> Iterator[Event]:
    """Give every event of the program's timeline, on which recurring ones would be expanded."""
    # newline="" keeps the line ends, which the program has to know.
    with Path(path).open(encoding="utf-8", newline="") as file:
        calendar = IcsCalendarStream.calendar_from_ics(file.read())
    for found in calendar.timeline:
        cancelled = found.status == EventStatus.CANCELLED
        yield str(found.uid), moment(found.dtstart), moment(found.end), cancelled


if __name__ == "__main__":
    answer(events)
