"""Dates, times, counts and kinds in the words that readers see; one place, so that every page says a thing alike.

Words about states of notes and recordings are in `states.py`.
"""

import datetime
import functools
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
from generator.render.months import MONTHS, WEEKDAYS, month_of_year
from generator.wording import N_, _, counted, decimal, language, ngettext, number

HOW_MET = {
    Mode.PHONE: N_("by telephone"),
    Mode.VOICE: N_("by voice over the internet"),
    Mode.IN_PERSON: N_("in a room"),
    Mode.MIXED: N_("in a room and by telephone"),
    Mode.TEXT: N_("in writing"),
    Mode.UNKNOWN: N_("in a way that is not known"),
}
SEEN = {
    Evidence.COMPLETE: N_("the sources were seen in full"),
    Evidence.OPENING_ONLY: N_("only the opening of the source was seen"),
    Evidence.NOTICE_ONLY: N_("only a notice was seen"),
    Evidence.MENTION_ONLY: N_("only a mention elsewhere was seen"),
    Evidence.PATTERN_ONLY: N_("only the habit is known, not single dates"),
    Evidence.UNSTATED: N_("how much of the sources was seen is not stated"),
}
SURENESS = {
    Confidence.HIGH: N_("well documented"),
    Confidence.MEDIUM: N_("fairly well documented"),
    Confidence.LOW: N_("thinly documented, so treat these facts with care"),
    Confidence.UNSTATED: N_("how sure these facts are is not stated"),
}
REASONS = {
    Reason.SAFETY: N_("safety"),
    Reason.INTEGRITY: N_("the integrity of the group’s work"),
    Reason.CONSENT: N_("missing consent"),
    Reason.LEGAL: N_("a legal matter"),
    Reason.UNSTATED: N_("not stated"),
}
WHY_PUBLIC = {
    Basis.GROUP_AGREED: N_("the group agreed to it"),
    Basis.ALREADY_PUBLIC: N_("it rests on what was already public"),
    Basis.UNSTATED: "",
}
GROUP_KINDS = {
    GroupKind.ASSEMBLY: (N_("Assembly"), N_("Assemblies")),
    GroupKind.NETWORK: (N_("Network"), N_("Networks")),
    GroupKind.WORKING_GROUP: (N_("Working group"), N_("Working groups")),
    GroupKind.SUBGROUP: (N_("Subgroup"), N_("Subgroups")),
    GroupKind.COMMITTEE_OF_CORRESPONDENCE: (
        N_("Committee of correspondence"),
        N_("Committees of correspondence"),
    ),
}
"""One and many, in the order in which lists of groups show the kinds."""
HUB_KINDS = {
    HubKind.CAMPAIGN: (N_("Campaign"), N_("Campaigns")),
    HubKind.ACTION: (N_("Action"), N_("Actions")),
    HubKind.GATHERING: (N_("Gathering"), N_("Gatherings")),
    HubKind.RELIEF: (N_("Relief effort"), N_("Relief efforts")),
    HubKind.NETWORK: (N_("Network"), N_("Networks")),
}
DESCRIPTION_LIMIT = 157
"""Most characters of a page's description; search engines cut at about 160."""
_ENDS = (".", "?", "\u3002", "\uff1f")


def long_day(day: datetime.date) -> str:
    """Give a day with its weekday.

    >>> long_day(datetime.date(2031, 3, 5))
    'Wednesday 5 March 2031'
    """
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(WEEKDAYS[day.weekday()]),
        day=day.day,
        month=_(MONTHS[day.month - 1]),
        year=day.year,
    )


def short_day(day: datetime.date) -> str:
    """Give a day without its weekday: `5 March 2031`."""
    return _short_day(day, language())


@functools.lru_cache(maxsize=16_384)
def _short_day(day: datetime.date, told_in: str) -> str:
    """Give a day in the language that is spoken: the days of an archive are named again and again."""
    month = _(MONTHS[day.month - 1])
    return _("{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def loose_day(date: LooseDate) -> str:
    """Give a day as far as it is known, without comment: `5 March 2031`, `March 2031` or `2031`."""
    if date.exact is not None:
        return short_day(date.exact)
    return month_of_year(date.year, date.month) if date.month else f"{date.year}"


def full_day(date: LooseDate) -> str:
    """Give a day with its weekday, or say what of it is not known."""
    exact = date.exact
    if exact is not None:
        return long_day(exact)
    if date.month:
        return _("{date}, the day is not known").format(date=loose_day(date))
    return _("{date}, the month and the day are not known").format(date=loose_day(date))


def day_without_hour(date: LooseDate) -> str:
    """Give a day whose hour is not known, and say in one sentence what else of it is not."""
    if date.exact is not None:
        return _("{date}, the hour is not known").format(date=long_day(date.exact))
    if date.month:
        return _("{date}, the day and the hour are not known").format(date=loose_day(date))
    return _("{date}, the month, the day and the hour are not known").format(date=loose_day(date))


def span(since: LooseDate | None, until: LooseDate | None) -> str:
    """Say from when until when something lasted, as far as it is known; nothing known gives an empty string."""
    if since is not None and until is not None:
        first, last = loose_day(since), loose_day(until)
        return first if since == until else _("{since} to {until}").format(since=first, until=last)
    if since is not None:
        return _("from {date}, the end is not known").format(date=loose_day(since))
    if until is not None:
        return _("until {date}, the beginning is not known").format(date=loose_day(until))
    return ""


def zone_words(zone: str) -> str:
    """Name a zone's time by its city, never by an abbreviation.

    >>> zone_words("America/New_York"), zone_words("Etc/UTC")
    ('New York time', 'UTC')
    """
    area, _slash, city = zone.rpartition("/")
    if area == "Etc" and city[:4] in ("GMT+", "GMT-"):
        # POSIX counts west of Greenwich as positive, people do not.
        return f"UTC{'−' if city[3] == '+' else '+'}{city[4:]}"
    if not area or area == "Etc":
        return city
    return _("{city} time").format(city=city.replace("_", " "))


def clock(time: datetime.time | datetime.datetime) -> str:
    """Give a time of day as `21:00`."""
    return f"{time.hour:02d}:{time.minute:02d}"


def hours_words(start: datetime.time | None, length: int, zone: str) -> str:
    """Say at what hours a call took place by the clock of its zone; `length` is in minutes, 0 unknown.

    The end is counted on the wall clock and is right unless the clocks change during the call; where the instant is
    known, `instant_words` is used instead.
    """
    if start is None:
        return _("the hour is not known")
    begin = datetime.datetime.combine(datetime.date(2000, 1, 1), start)
    return _hours(begin, begin + datetime.timedelta(minutes=length), zone)


def instant_words(starts_at: datetime.datetime, length: int, zone: str) -> str:
    """Say at what hours a call took place in a zone, from its instant in UTC; `length` in minutes, 0 unknown."""
    there = zones.zone(zone)
    end = starts_at + datetime.timedelta(minutes=length)
    return _hours(starts_at.astimezone(there), end.astimezone(there), zone)


def _hours(begin: datetime.datetime, end: datetime.datetime, zone: str) -> str:
    """Say the hours between two moments by the clock of one zone; where both are one the end is not known."""
    if begin == end:
        return _("{time} {zone}").format(time=clock(begin), zone=zone_words(zone))
    hours = {"start": clock(begin), "end": clock(end), "zone": zone_words(zone)}
    days = (end.date() - begin.date()).days
    if not days:
        return _("{start} to {end} {zone}").format(**hours)
    if days == 1:
        return _("{start} to {end} the next day {zone}").format(**hours)
    return ngettext(
        "{start} to {end} {n} day later {zone}", "{start} to {end} {n} days later {zone}", days
    ).format(n=number(days), **hours)


def length_words(minutes: int) -> str:
    """Give a length in hours and minutes; 0 is not known and gives an empty string.

    >>> length_words(90)
    '1 hour 30 minutes'
    """
    hours, rest = divmod(minutes, 60)
    hours_said = counted("{n} hour", "{n} hours", hours) if hours else ""
    rest_said = counted("{n} minute", "{n} minutes", rest) if rest else ""
    if hours and rest:
        return _("{hours} {minutes}").format(hours=hours_said, minutes=rest_said)
    return hours_said or rest_said


def people_words(count: Count) -> str:
    """Say how many people took part, as exactly as it is known: `150`, `at least 150`, `between 90 and 200`."""
    least, most = number(count.least), number(count.most)
    if count.most == count.least or (count.about and not count.most):
        return _("about {number}").format(number=least) if count.about else least
    if not count.most:
        return _("at least {number}").format(number=least)
    if not count.least:
        said = _("at most about {number}") if count.about else _("at most {number}")
        return said.format(number=most)
    said = _("between about {least} and {most}") if count.about else _("between {least} and {most}")
    return said.format(least=least, most=most)


def attendance(count: Count) -> str:
    """Say how many people took part, with the noun: `150 people`, `at least 150 people`, `about 20 people`."""
    most = count.most or count.least
    alone = count.least == most == 1 and not count.about
    # The plural follows the one number that is told; a single person is only where exactly one is known.
    return ngettext("{number} person", "{number} people", 1 if alone else max(most, 2)).format(
        number=people_words(count)
    )


def clock_of_recording(seconds: int) -> str:
    """Give a moment of a recording as notes write it.

    >>> clock_of_recording(3970)
    '01:06:10'
    """
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def recording_length(seconds: int) -> str:
    """Say how long a recording is, to the minute, or to the second where it is shorter.

    >>> recording_length(6130), recording_length(45)
    ('1 hour 42 minutes', '45 seconds')
    """
    if seconds < 60:
        return counted("{n} second", "{n} seconds", seconds)
    return length_words((seconds + 30) // 60)


def size_words(size: int) -> str:
    """Give a size in bytes as people read it: `18.2 MB`."""
    if size < 1000:
        return counted("{n} byte", "{n} bytes", size)
    if size < 1_000_000:
        return _("{size} kB").format(size=f"{size / 1000:.0f}")
    if size < 1_000_000_000:
        return _("{size} MB").format(size=decimal(size / 1_000_000))
    return _("{size} GB").format(size=decimal(size / 1_000_000_000))


def counted_calls(count: int) -> str:
    """Give a number of calls: `1 call`, `1,204 calls`."""
    return counted("{n} call", "{n} calls", count)


def recorded_calls(count: int) -> str:
    """Say how many calls are recorded: `No call recorded`, `2 calls recorded`."""
    if not count:
        return _("No call recorded")
    return counted("{n} call recorded", "{n} calls recorded", count)


def enumeration(words: Sequence[str]) -> str:
    """Join words as in a sentence: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    before = functools.reduce(
        lambda a, b: _("{first}, {second}").format(first=a, second=b), words[:-1]
    )
    return _("{first} and {last}").format(first=before, last=words[-1])


def sentence(words: str) -> str:
    """Give words the stop that ends a sentence, unless they end with a stop or ask something."""
    return words if words.endswith(_ENDS) else _("{words}.").format(words=words)


def capital(text: str) -> str:
    """Give a text with its first letter in upper case and the others as they are."""
    return text[:1].upper() + text[1:]


def list_hint(evidence: Evidence) -> str:
    """Say that a list may be longer than what was seen; empty where it was seen in full or nothing is stated."""
    if evidence in (Evidence.COMPLETE, Evidence.UNSTATED):
        return ""
    return _("{seen}, so this list may be longer.").format(seen=capital(_(SEEN[evidence])))


def agenda_hint(evidence: Evidence) -> str:
    """Say that an agenda may be longer than what was seen, as `list_hint` does."""
    if evidence in (Evidence.COMPLETE, Evidence.UNSTATED):
        return ""
    return _("{seen}, so this agenda may be longer.").format(seen=capital(_(SEEN[evidence])))


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
