"""One call as the lines of a calendar event, by the rules that nine calendar engines read alike.

Escaping and folding are icalendar's; its objects would cost fifty times as much, so the lines are made here.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable

from generator import zones
from generator.privacy.public import Status
from generator.render.calendar_calls import CalendarCall
from generator.render.stamps import instant
from generator.render.words import length_words
from generator.settings import Settings
from generator.wording import N_, _

STATUS = {
    Status.HELD: "CONFIRMED",
    Status.SCHEDULED: "CONFIRMED",
    Status.ANNOUNCED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
UNKNOWN_HOUR = N_("The hour is not known, so this stands for the whole day.")
_UNSURE = {
    (True, True): N_(
        "How long it lasted is not known; the event shows {length}, the usual length of this recurring call."
    ),
    (True, False): N_(
        "How long it lasted is not known; the event shows {length}, the usual length."
    ),
    (False, True): N_(
        "How long it lasts is not known; the event shows {length}, the usual length of this recurring call."
    ),
    (False, False): N_(
        "How long it lasts is not known; the event shows {length}, the usual length."
    ),
}
"""What is said of the length shown, by whether the call was held and whether its series has a usual one."""
_PLAIN = re.compile(r"[ !-+\--:<-\[\]-~]*")
"""What no rule of escaping touches: most identities, addresses and titles."""
_PIECE = 74
"""Octets that icalendar puts on a line before it folds."""
_CONTROLS = {
    **dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)]),
    **dict.fromkeys([0x09, 0x1F], " "),
    **dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n"),
}
"""What becomes of control characters: those that part words or lines stay that, in the one form a text may have."""


def event_lines(call: CalendarCall, settings: Settings, zoned: bool = False) -> tuple[str, ...]:
    """Give the content lines of a call's event, not yet folded; `zoned` gives its times by the clock of its zone.

    The calendar around it must then hold the zone.
    """
    stamp = _utc(instant(call.changed_at))
    cancelled = call.status is Status.CANCELLED
    free = cancelled or call.starts_at is None
    address = f"{settings.site_url}{call.page}"
    title = _("Cancelled: {title}").format(title=call.title) if cancelled else call.title
    return (
        "BEGIN:VEVENT",
        f"UID:{text(f'{call.uid}@{settings.calendar_domain}')}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{call.sequence}",
        *_times(call, settings, zoned),
        f"SUMMARY:{text(title)}",
        f"DESCRIPTION:{text(_description(call, address, settings))}",
        f"URL:{_one_line(address)}",
        *((f"CATEGORIES:{','.join(text(group) for group in call.groups)}",) if call.groups else ()),
        f"STATUS:{STATUS[call.status]}",
        f"TRANSP:{'TRANSPARENT' if free else 'OPAQUE'}",
        "END:VEVENT",
    )


def ends_at(call: CalendarCall, settings: Settings) -> datetime.datetime | None:
    """Give the instant at which an event ends, by its length, the series' usual or the archive's."""
    if call.starts_at is None:
        return None
    minutes = call.length or call.usual_length or settings.usual_length_minutes
    return call.starts_at + datetime.timedelta(minutes=minutes)


def text(words: str) -> str:
    """Escape words for a property of the kind TEXT: composed, without controls, line ends kept."""
    if _PLAIN.fullmatch(words):
        return words
    plain = words if words.isascii() else unicodedata.normalize("NFC", words)
    plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    if not plain.replace("\n", "").isprintable():
        plain = plain.translate(_CONTROLS)
    # What icalendar does, but that it takes a backslash before a capital N for a line end.
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def folded(lines: Iterable[str]) -> bytes:
    """Join content lines, each folded at 75 octets and never inside a character."""
    short = [
        line if len(line) <= _PIECE and line.isascii() else _fold(line) for line in (*lines, "")
    ]
    return "\r\n".join(short).encode()


def _fold(line: str) -> str:
    if not line.isascii():
        return _folded_by_icalendar(line)
    pieces = [line[at : at + _PIECE] for at in range(0, len(line), _PIECE)]
    # Between a backslash and its letter icalendar does not fold; such a line is left to it.
    if any(piece.endswith(("\\", "^")) for piece in pieces):
        return _folded_by_icalendar(line)
    return "\r\n ".join(pieces)


def _folded_by_icalendar(line: str) -> str:
    # Few lines need it, and an edit of one call none: to load it takes as long as to draw a hundred pages.
    from icalendar.parser import Contentline  # noqa: PLC0415

    octets: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return octets.decode("utf-8")


def _times(call: CalendarCall, settings: Settings, zoned: bool) -> tuple[str, str]:
    """Give start and end: by the clock of the zone or in UTC, or the whole day where the hour is not known."""
    end = ends_at(call, settings)
    if call.starts_at is None or end is None:
        after = call.day + datetime.timedelta(days=1)
        return f"DTSTART;VALUE=DATE:{call.day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    if zoned:
        rules = zones.zone(call.zone)
        begin, last = (f"{at.astimezone(rules):%Y%m%dT%H%M%S}" for at in (call.starts_at, end))
        return f"DTSTART;TZID={call.zone}:{begin}", f"DTEND;TZID={call.zone}:{last}"
    return f"DTSTART:{_utc(call.starts_at)}", f"DTEND:{_utc(end)}"


def _description(call: CalendarCall, address: str, settings: Settings) -> str:
    said = list(call.says)
    if call.starts_at is None and not (call.withheld or call.whole_day):
        said.append(_(UNKNOWN_HOUR))
    elif call.starts_at is not None and not call.length:
        said.append(_length_shown(call, settings))
    return "\n\n".join([*said, address])


def _length_shown(call: CalendarCall, settings: Settings) -> str:
    """Say whose usual length stands where the length of a call is not known."""
    usual = length_words(call.usual_length or settings.usual_length_minutes)
    return _(_UNSURE[call.status is Status.HELD, bool(call.usual_length)]).format(length=usual)


def _utc(instant: datetime.datetime) -> str:
    return f"{instant:%Y%m%dT%H%M%SZ}"


def _one_line(address: str) -> str:
    """Give an address as a value that cannot end its line."""
    return "".join(unicodedata.normalize("NFC", address).translate(_CONTROLS).split())
