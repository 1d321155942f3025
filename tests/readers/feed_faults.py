"""What is wrong with a calendar file by RFC 5545 and by the rules of our feeds, read line by line without any library.

Which events belong in it is asked elsewhere; here a file is looked at as it lies.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

LINE = re.compile(
    r"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(?P<value>.*)\Z"
)
TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*\Z")
UTC = re.compile(r"[0-9]{8}T[0-9]{6}Z\Z")
TIMES = (
    ("", UTC),
    (";VALUE=DATE", re.compile(r"[0-9]{8}\Z")),
    (";TZID=", re.compile(r"[0-9]{8}T[0-9]{6}\Z")),
)
OFFSET = re.compile(r"[+-](?:0[0-9]|1[0-5])[0-5][0-9](?:[0-5][0-9])?\Z")
ONCE = (
    "UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART DTEND SUMMARY DESCRIPTION URL STATUS TRANSP"
).split()
NAMED = "NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC REFRESH-INTERVAL X-PUBLISHED-TTL".split()
WRITTEN = frozenset(("SUMMARY", "DESCRIPTION", "UID", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"))
INSIDE = {
    "": {"VCALENDAR"},
    "VCALENDAR": {"VEVENT", "VTIMEZONE"},
    "VEVENT": {"VALARM"},
    "VTIMEZONE": {"STANDARD", "DAYLIGHT"},
}
MOST_EVENTS, MOST_BYTES = 1000, 1_000_000


@dataclass
class Part:
    """A component: its name, its properties as name, parameters and value, and its parts."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        """Give every value of a property."""
        return [value for each, _, value in self.lines if each == name]

    def value(self, name: str) -> str:
        """Give the first value of a property, empty where it has none."""
        return next(iter(self.values(name)), "")

    def counts(self) -> Counter[str]:
        """Count the properties by name."""
        return Counter(name for name, _, _ in self.lines)

    def named(self, name: str) -> list["Part"]:
        """Give the parts of a name."""
        return [part for part in self.parts if part.name == name]


def feed_faults(path: str, data: bytes) -> list[str]:
    """Give everything that is wrong with a calendar file, by its path in the site; nothing is well."""
    faults = list(_bytes(data))
    lines = data.decode("utf-8", "replace").removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    calendar, wrong = _tree(lines)
    faults += wrong
    if calendar is None:
        return [*faults, "no single calendar"]
    is_feed = path.startswith("calendar/")
    faults += _calendar(calendar, is_feed)
    for event in calendar.named("VEVENT"):
        uid = event.value("UID")
        faults += (f"{uid}: {fault}" for fault in _event(event, path))
    faults += _zones(calendar)
    twice = Counter(event.value("UID") for event in calendar.named("VEVENT"))
    faults += (f"{uid}: {times} events" for uid, times in twice.items() if times > 1)
    return faults


def _bytes(data: bytes) -> Iterator[str]:
    """Look at line ends, lengths, characters and their form: RFC 5545, section 3.1, and rule 10 of our feeds."""
    if not data.endswith(b"\r\n"):
        yield "no line end at the end"
    if data.startswith(b"\xef\xbb\xbf"):
        yield "a byte order mark"
    if len(data) > MOST_BYTES:
        yield f"{len(data)} bytes"
    if data.count(b"\n") != data.count(b"\r\n") or data.count(b"\r") != data.count(b"\r\n"):
        yield "a line end that is not CR LF"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} octets"
        yield from _characters(line)


def _characters(line: bytes) -> Iterator[str]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        yield f"a character that is torn by a fold: {line[:20]!r}"
        return
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in text):
        yield f"a control character: {line[:20]!r}"


def _tree(lines: Sequence[str]) -> tuple[Part | None, list[str]]:
    """Put lines into components, and give the calendar if there is one and no more."""
    faults = []
    open_parts = [Part("")]
    for line in lines:
        match = LINE.match(line)
        if not match:
            faults.append(f"not a property: {line[:40]}")
            continue
        name, params, value = match["name"], match["params"], match["value"]
        here = open_parts[-1]
        if name == "BEGIN":
            if value not in INSIDE.get(here.name, ()):
                faults.append(f"{value} in {here.name or 'the file'}")
            here.parts.append(Part(value))
            open_parts.append(here.parts[-1])
        elif name == "END":
            if value != here.name or len(open_parts) == 1:
                return None, [*faults, f"{value} ends in {here.name}"]
            open_parts.pop()
        else:
            here.lines.append((name, params, value))
            faults += _value(name, params, value)
    whole = open_parts[0]
    is_one = len(open_parts) == 1 and len(whole.parts) == 1 and not whole.lines
    return (whole.parts[0] if is_one else None), faults


def _value(name: str, params: str, value: str) -> Iterator[str]:
    if name in WRITTEN and not TEXT.match(value):
        yield f"{name} is not escaped"
    if name in WRITTEN and params:
        yield f"{name} has parameters"
    if not unicodedata.is_normalized("NFC", value):
        yield f"{name} is not composed"
    if not value and name not in ("DESCRIPTION", "X-WR-CALDESC"):
        yield f"{name} is empty"


def _calendar(calendar: Part, is_feed: bool) -> Iterator[str]:
    """Look at the head of a calendar: rules 11, 13 and 14 of our feeds."""
    wanted = Counter(["VERSION", "PRODID", *(NAMED if is_feed else ())])
    yield from _difference(wanted, calendar.counts(), ())
    if calendar.value("VERSION") != "2.0":
        yield "not version 2.0"
    events = calendar.named("VEVENT")
    if not is_feed and len(events) != 1:
        yield f"{len(events)} events in the file of one call"
    if len(events) > MOST_EVENTS:
        yield f"{len(events)} events"
    if is_feed:
        yield from _head(calendar)


def _head(calendar: Part) -> Iterator[str]:
    for one, other in (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")):
        if calendar.values(one) != calendar.values(other):
            yield f"{one} is not {other}"
    if ("REFRESH-INTERVAL", ";VALUE=DURATION", "PT12H") not in calendar.lines:
        yield "not asked for every 12 hours"
    if ("X-PUBLISHED-TTL", "", "PT12H") not in calendar.lines:
        yield "not kept for 12 hours"


def _difference(wanted: Counter[str], found: Counter[str], maybe: Sequence[str]) -> Iterator[str]:
    for name in sorted(wanted - found):
        yield f"no {name}"
    for name in sorted(found - wanted - Counter(maybe)):
        yield f"{name} has no business here, or stands there twice"


def _event(event: Part, path: str) -> Iterator[str]:
    """Look at one event: rules 1 to 5, 9, 12 and 13 of our feeds."""
    yield from _difference(Counter(ONCE), event.counts(), ("CATEGORIES",))
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if not UTC.match(event.value(name)):
            yield f"{name} is not in UTC"
    if event.value("DTSTAMP") != event.value("LAST-MODIFIED"):
        yield "two stamps"
    if not re.match(r"[0-9]+\Z", event.value("SEQUENCE")):
        yield "SEQUENCE is no number"
    if not re.match(r"[^@]+@[^@]+\Z", event.value("UID")):
        yield "UID names no domain"
    url = event.value("URL")
    if not url.startswith("https://") or not event.value("DESCRIPTION").endswith(url):
        yield "the address does not stand in the text as well"
    yield from _times(event)
    yield from _status(event, path)
    yield from _alarms(event, path)


def _times(event: Part) -> Iterator[str]:
    forms = [(params, value) for name, params, value in event.lines if name in ("DTSTART", "DTEND")]
    if len(forms) != 2:
        return
    (start_form, start), (end_form, end) = forms
    if start_form != end_form or not _is_time(start_form, start) or not _is_time(end_form, end):
        yield "start and end are not times of one form"
    elif start >= end:
        yield "the end is not after the start"


def _is_time(params: str, value: str) -> bool:
    wanted = [form for head, form in TIMES if params == head or (head and params.startswith(head))]
    return bool(wanted) and bool(wanted[-1].match(value))


def _status(event: Part, path: str) -> Iterator[str]:
    status, shown = event.value("STATUS"), event.value("TRANSP")
    if status not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
        yield f"status {status}"
    cancelled = status == "CANCELLED"
    if cancelled != event.value("SUMMARY").startswith("Cancelled: "):
        yield "title and status disagree on whether it is cancelled"
    if cancelled and event.value("SEQUENCE") == "0":
        yield "cancelled, and no change is counted"
    if cancelled and path.endswith("-quiet.ics"):
        yield "cancelled, in a feed without such events"
    whole = any(name == "DTSTART" and ";VALUE=DATE" in params for name, params, _ in event.lines)
    if shown != ("TRANSPARENT" if cancelled or whole else "OPAQUE"):
        yield f"{shown}, though {status} {'for a whole day' if whole else 'at an hour'}"


def _alarms(event: Part, path: str) -> Iterator[str]:
    wanted = path.endswith("-remind-8h.ics") and event.value("STATUS") != "CANCELLED"
    alarms = event.named("VALARM")
    whole = any(name == "DTSTART" and ";VALUE=DATE" in params for name, params, _ in event.lines)
    if len(alarms) > wanted or (wanted and not whole and not alarms):
        yield f"{len(alarms)} alarms"
    for alarm in alarms:
        yield from _difference(Counter(("ACTION", "DESCRIPTION", "TRIGGER")), alarm.counts(), ())
        if (alarm.value("ACTION"), alarm.value("TRIGGER")) != ("DISPLAY", "-PT8H"):
            yield "an alarm that is not shown 8 hours before"


def _zones(calendar: Part) -> Iterator[str]:
    """Look at the zones of a calendar: each that is named is there, once, and no other; rule 7 of our feeds."""
    used = {
        params.removeprefix(";TZID=")
        for event in calendar.named("VEVENT")
        for _, params, _ in event.lines
        if params.startswith(";TZID=")
    }
    zones = calendar.named("VTIMEZONE")
    told = [zone.value("TZID") for zone in zones]
    if not calendar.named("VEVENT"):
        # A calendar holds a component at the least (section 3.6), and this one says nothing.
        used = {"Etc/UTC"}
    if sorted(used) != sorted(told):
        yield f"zones {sorted(used)} are used and {sorted(told)} are told"
    first = next((at for at, part in enumerate(calendar.parts) if part.name == "VEVENT"), len(told))
    if first < len(zones):
        yield "a zone after an event"
    for zone in zones:
        if zone.counts().keys() - {"TZID", "LAST-MODIFIED", "X-LIC-LOCATION"}:
            yield f"{zone.value('TZID')}: {sorted(zone.counts())}"
        names = Counter(part.name for part in zone.parts)
        if names["STANDARD"] != 1 or names["DAYLIGHT"] > 1:
            yield f"{zone.value('TZID')}: {dict(names)}"
        for part in zone.parts:
            yield from (f"{zone.value('TZID')}: {fault}" for fault in _observance(part))


def _observance(part: Part) -> Iterator[str]:
    wanted = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
    yield from _difference(Counter(wanted), part.counts(), ("TZNAME", "RRULE"))
    for name in wanted[1:]:
        if not OFFSET.match(part.value(name)):
            yield f"{name} is {part.value(name)}"
    if not re.match(r"[0-9]{8}T[0-9]{6}\Z", part.value("DTSTART")):
        yield f"DTSTART is {part.value('DTSTART')}"
