"""Reads calendar files as a person with vdirsyncer and khal does; run with the Python of build/readers.

vdirsyncer takes a feed apart into a folder with one event a file, and khal reads that folder. An event that is the
same in several feeds, with the same clock, lies there once; of small files first, which hold no other clocks.
"""

import datetime
import hashlib
import re
import tempfile
from collections import defaultdict
from pathlib import Path

import pytz
from khal.khalendar import CalendarCollection
from khal.khalendar.event import Event as KhalEvent
from vdirsyncer.vobject import split_collection

from tests.readers.told import Event, asked, moment, tell

LOCALE = {
    "default_timezone": pytz.UTC,
    "local_timezone": pytz.UTC,
    "unicode_symbols": False,
}
CALENDAR = {
    "readonly": True,
    "color": "",
    "priority": 10,
    "ctype": "calendar",
    "addresses": [],
}
SPAN = (datetime.datetime(1900, 1, 1), datetime.datetime(2200, 1, 1))
DAY = datetime.timedelta(days=1)


def split(path: str, folder: Path) -> set[str]:
    """Take a feed apart into files of one event, and give their names."""
    names = set()
    for item in split_collection(Path(path).read_bytes().decode("utf-8")):
        name = f"{hashlib.sha256(own_part(item).encode('utf-8')).hexdigest()}.ics"
        if not (folder / name).exists():
            (folder / name).write_bytes(item.encode("utf-8"))
        names.add(name)
    return names


def own_part(item: str) -> str:
    """Give the event of a file and the clocks that it names, without the name of its feed and clocks of others."""
    events = "".join(re.findall(r"^BEGIN:VEVENT\r?$.*?^END:VEVENT\r?$", item, re.M | re.S))
    zones = re.findall(r"^BEGIN:VTIMEZONE\r?$.*?^END:VTIMEZONE\r?$", item, re.M | re.S)
    named = set(re.findall(r";TZID=([^:;\r\n]+)", events))
    return events + "".join(zone for zone in zones if any(f":{name}\r" in zone for name in named))


def events(folder: Path) -> dict[str, list[Event]]:
    """Give what khal shows of a folder, by file."""
    collection = CalendarCollection(
        {"feed": {**CALENDAR, "name": "feed", "path": str(folder)}},
        locale=LOCALE,
        dbpath=":memory:",
    )
    start, end = (pytz.UTC.localize(day) for day in SPAN)
    found: dict[str, list[Event]] = defaultdict(list)
    for event in (*collection.get_localized(start, end), *collection.get_floating(*SPAN)):
        found[str(event.href)].append(told(event))
    return found


def told(event: KhalEvent) -> Event:
    """Tell an event; khal gives the last of its whole days, and we the day after."""
    last = event.end + DAY if event.allday else event.end
    return str(event.uid), moment(event.start), moment(last), event.status == "CANCELLED"


def main() -> None:
    """Take all feeds apart, let khal read the folder once, and tell each feed's events."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: dict[str, set[str]] = {}
        faults: dict[str, str] = {}
        for path in sorted(asked(), key=lambda path: (Path(path).stat().st_size, path)):
            try:
                parts[path] = split(path, folder)
            except Exception as fault:  # noqa: BLE001 -- whatever a program says of a file is its answer
                faults[path] = f"{type(fault).__name__}: {fault}"
        read = events(folder)
        for path, files in parts.items():
            tell(path, [event for file in sorted(files) for event in read.get(file, ())])
        for path, said in faults.items():
            tell(path, (), said)


if __name__ == "__main__":
    main()
