"""Reads calendar files with recurring-ical-events, which stands on icalendar; run with the Python of build/readers."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import icalendar
import recurring_ical_events

from tests.readers.told import Event, answer, moment

SPAN = (datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))


def events(path: str) -> Iterator[Event]:
    """Give every occurrence that the program finds, as a view of two centuries shows it."""
    calendar = icalendar.Calendar.from_ical(Path(path).read_bytes())
    for found in recurring_ical_events.of(calendar).between(*SPAN):
        cancelled = str(found.get("STATUS", "")) == "CANCELLED"
        yield str(found["UID"]), moment(found["DTSTART"].dt), moment(found["DTEND"].dt), cancelled


if __name__ == "__main__":
    answer(events)
