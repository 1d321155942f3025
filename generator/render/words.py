"""Dates, times, counts and kinds in the words that readers see; one place, so that every page says a thing alike.

Words about states of notes and recordings are in `states.py`.
"""

import datetime
from collections.abc import Sequence

from generator import zones
from generator.privacy.public import (
    Basis,
    Confidence,
    Count,
    Evidence,
    GroupKind,
    HubKind,
    LooseDate,
    Mode,
    Reason,
)

# Own words, because those of the standard library change with the locale.
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

HOW_MET = {
    Mode.PHONE: "by telephone",
    Mode.VOICE: "by voice over the internet",
    Mode.IN_PERSON: "in a room",
    Mode.MIXED: "in a room and by telephone",
    Mode.TEXT: "in writing",
    Mode.UNKNOWN: "in a way that is not known",
}
SEEN = {
    Evidence.COMPLETE: "the sources were seen in full",
    Evidence.OPENING_ONLY: "only the opening of the source was seen",
    Evidence.NOTICE_ONLY: "only a notice was seen",
    Evidence.MENTION_ONLY: "only a mention elsewhere was seen",
    Evidence.PATTERN_ONLY: "only the habit is known, not single dates",
    Evidence.UNSTATED: "how much of the sources was seen is not stated",
}
SURENESS = {
    Confidence.HIGH: "well documented",
    Confidence.MEDIUM: "fairly well documented",
    Confidence.LOW: "thinly documented, so treat these facts with care",
    Confidence.UNSTATED: "how sure these facts are is not stated",
}
REASONS = {
    Reason.SAFETY: "safety",
    Reason.INTEGRITY: "the integrity of the group’s work",
    Reason.CONSENT: "missing consent",
    Reason.LEGAL: "a legal matter",
    Reason.UNSTATED: "not stated",
}
WHY_PUBLIC = {
    Basis.GROUP_AGREED: "the group agreed to it",
    Basis.ALREADY_PUBLIC: "it rests on what was already public",
    Basis.UNSTATED: "",
}
GROUP_KINDS = {
    GroupKind.ASSEMBLY: ("Assembly", "Assemblies"),
    GroupKind.NETWORK: ("Network", "Networks"),
    GroupKind.WORKING_GROUP: ("Working group", "Working groups"),
    GroupKind.SUBGROUP: ("Subgroup", "Subgroups"),
    GroupKind.COMMITTEE_OF_CORRESPONDENCE: (
        "Committee of correspondence",
        "Committees of correspondence",
    ),
}
"""One and many, in the order in which lists of groups show the kinds."""
HUB_KINDS = {
    HubKind.CAMPAIGN: ("Campaign", "Campaigns"),
    HubKind.ACTION: ("Action", "Actions"),
    HubKind.GATHERING: ("Gathering", "Gatherings"),
    HubKind.RELIEF: ("Relief effort", "Relief efforts"),
    HubKind.NETWORK: ("Network", "Networks"),
}
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pt": "Portuguese",
    "tr": "Turkish",
    "zh": "Chinese",
}
IN_LANGUAGE = {
    "ar": "\u0628\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "de": "Auf Deutsch",
    "el": "\u03a3\u03c4\u03b1 \u03b5\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac",
    "en": "In English",
    "es": "En español",
    "fr": "En français",
    "it": "In italiano",
    "ja": "日本語",
    "nl": "In het Nederlands",
    "pt": "Em português",
    "tr": "Türkçe",
    "zh": "中文",
}
"""What a link to a text in another language says, in that language."""
DESCRIPTION_LIMIT = 157
"""Most characters of a page's description; search engines cut at about 160."""


def long_day(day: datetime.date) -> str:
    """Give a day with its weekday.

    >>> long_day(datetime.date(2031, 3, 5))
    'Wednesday 5 March 2031'
    """
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}"


def short_day(day: datetime.date) -> str:
    """Give a day without its weekday: `5 March 2031`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def loose_day(date: LooseDate) -> str:
    """Give a day as far as it is known, without comment: `5 March 2031`, `March 2031` or `2031`."""
    if date.exact is not None:
        return short_day(date.exact)
    return f"{MONTHS[date.month - 1]} {date.year}" if date.month else f"{date.year}"


def full_day(date: LooseDate) -> str:
    """Give a day with its weekday, or say what of it is not known."""
    exact = date.exact
    if exact is not None:
        return long_day(exact)
    return f"{loose_day(date)}, {_not_known(date)}"


def day_without_hour(date: LooseDate) -> str:
    """Give a day whose hour is not known, and say in one sentence what else of it is not."""
    if date.exact is not None:
        return f"{long_day(date.exact)}, the hour is not known"
    return f"{loose_day(date)}, {_not_known(date, 'hour')}"


def _not_known(date: LooseDate, *besides: str) -> str:
    parts = [f"the {part}" for part in (*(() if date.month else ("month",)), "day", *besides)]
    return f"{enumeration(parts)} {'is' if len(parts) == 1 else 'are'} not known"


def span(since: LooseDate | None, until: LooseDate | None) -> str:
    """Say from when until when something lasted, as far as it is known; nothing known gives an empty string."""
    if since is not None and until is not None:
        return loose_day(since) if since == until else f"{loose_day(since)} to {loose_day(until)}"
    if since is not None:
        return f"from {loose_day(since)}, the end is not known"
    return f"until {loose_day(until)}, the beginning is not known" if until is not None else ""


def zone_words(zone: str) -> str:
    """Name a zone's time by its city, never by an abbreviation.

    >>> zone_words("America/New_York"), zone_words("Etc/UTC")
    ('New York time', 'UTC')
    """
    area, _, city = zone.rpartition("/")
    if area == "Etc" and city[:4] in ("GMT+", "GMT-"):
        # POSIX counts west of Greenwich as positive, people do not.
        return f"UTC{'−' if city[3] == '+' else '+'}{city[4:]}"
    return f"{city.replace('_', ' ')} time" if area and area != "Etc" else city


def clock(time: datetime.time | datetime.datetime) -> str:
    """Give a time of day as `21:00`."""
    return f"{time.hour:02d}:{time.minute:02d}"


def hours_words(start: datetime.time | None, length: int, zone: str) -> str:
    """Say at what hours a call took place by the clock of its zone; `length` is in minutes, 0 unknown.

    The end is counted on the wall clock and is right unless the clocks change during the call; where the instant is
    known, `instant_words` is used instead.
    """
    if start is None:
        return "the hour is not known"
    if not length:
        return f"{clock(start)} {zone_words(zone)}"
    begin = datetime.datetime.combine(datetime.date(2000, 1, 1), start)
    end = begin + datetime.timedelta(minutes=length)
    return f"{clock(start)} to {_clock_end(begin, end)} {zone_words(zone)}"


def instant_words(starts_at: datetime.datetime, length: int, zone: str) -> str:
    """Say at what hours a call took place in a zone, from its instant in UTC; `length` in minutes, 0 unknown."""
    begin = starts_at.astimezone(zones.zone(zone))
    if not length:
        return f"{clock(begin)} {zone_words(zone)}"
    end = (starts_at + datetime.timedelta(minutes=length)).astimezone(zones.zone(zone))
    return f"{clock(begin)} to {_clock_end(begin, end)} {zone_words(zone)}"


def _clock_end(begin: datetime.datetime, end: datetime.datetime) -> str:
    days = (end.date() - begin.date()).days
    later = "" if not days else " the next day" if days == 1 else f" {days} days later"
    return clock(end) + later


def length_words(minutes: int) -> str:
    """Give a length in hours and minutes; 0 is not known and gives an empty string.

    >>> length_words(90)
    '1 hour 30 minutes'
    """
    hours, rest = divmod(minutes, 60)
    parts = [plural(hours, "hour")] if hours else []
    return " ".join([*parts, plural(rest, "minute")] if rest else parts)


def people_words(count: Count) -> str:
    """Say how many people took part, as exactly as it is known: `150`, `at least 150`, `between 90 and 200`."""
    about = "about " if count.about else ""
    if count.most == count.least or (count.about and not count.most):
        return f"{about}{count.least:,}"
    if not count.most:
        return f"at least {count.least:,}"
    if not count.least:
        return f"at most {about}{count.most:,}"
    return f"between {about}{count.least:,} and {count.most:,}"


def attendance(count: Count) -> str:
    """Say how many people took part, with the noun: `150 people`, `at least 150 people`, `about 20 people`."""
    number = people_words(count)
    return f"{number} {'person' if number == '1' else 'people'}"


def clock_of_recording(seconds: int) -> str:
    """Give a moment of a recording as notes write it.

    >>> clock_of_recording(3970)
    '01:06:10'
    """
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def size_words(size: int) -> str:
    """Give a size in bytes as people read it: `18.2 MB`."""
    if size < 1000:
        return plural(size, "byte")
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"


def plural(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun: `1 call`, `1,204 calls`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def recorded_calls(number: int) -> str:
    """Say how many calls are recorded: `No call recorded`, `2 calls recorded`."""
    return f"{plural(number, 'call')} recorded" if number else "No call recorded"


def enumeration(words: Sequence[str]) -> str:
    """Join words as in a sentence: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def capital(text: str) -> str:
    """Give a text with its first letter in upper case and the others as they are."""
    return text[:1].upper() + text[1:]


def language_name(code: str) -> str:
    """Give the English name of a language, or its code where we have none."""
    return LANGUAGES.get(code.partition("-")[0].lower(), code)


def in_language(code: str) -> str:
    """Say in a language itself that a text is in it, or give its code where we have no words."""
    return IN_LANGUAGE.get(code.partition("-")[0].lower(), code)


def list_hint(evidence: Evidence, what: str = "list") -> str:
    """Say that a list may be longer than what was seen; empty where it was seen in full or nothing is stated."""
    if evidence in (Evidence.COMPLETE, Evidence.UNSTATED):
        return ""
    return f"{capital(SEEN[evidence])}, so this {what} may be longer."


def description(text: str) -> str:
    """Shorten a sentence for search engines, at the end of a word."""
    return shortened(text, DESCRIPTION_LIMIT)


def shortened(text: str, limit: int) -> str:
    """Give a text on one line, cut at the end of a word with an ellipsis where it has more characters than `limit`.

    >>> shortened("Who owns the water of a river", 12)
    'Who owns…'
    """
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    return cut.rpartition(" ")[0].rstrip(" ,;:") + "…" if " " in cut else cut + "…"
