"""The dates of a rhythm, asked day by day in the slowest and plainest way, and the instants of wall times.

Nothing of the program is used here, for it is what the program is compared with.
"""

import datetime
import functools
import importlib.resources
import zoneinfo
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WHICH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
LISTS = ("BYMONTH", "BYMONTHDAY", "BYSETPOS")
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """The parts of a recurrence rule as RFC 5545 names them, and the wall time."""

    freq: str
    clock: datetime.time | None
    parts: Mapping[str, str] = field(default_factory=dict)

    @functools.cached_property
    def numbers(self) -> Mapping[str, list[int]]:
        """Give the parts that are lists of numbers, each empty where it is not there."""
        listed = {name: self.parts.get(name, "").split(",") for name in LISTS}
        return {name: [int(word) for word in words if word] for name, words in listed.items()}

    @functools.cached_property
    def interval(self) -> int:
        """Give every how many days, weeks, months or years."""
        return int(self.parts.get("INTERVAL", "1"))

    @functools.cached_property
    def weekdays(self) -> list[tuple[int, int]]:
        """Give the weekdays, each with its number in the month or year, 0 for all of them."""
        words = [word for word in self.parts.get("BYDAY", "").split(",") if word]
        return [(SHORT.index(word[-2:]), int(word[:-2] or 0)) for word in words]


def rule_of(series: Mapping[str, str]) -> Rule | None:
    """Read the sentence or the rule of a series' record; nothing where it has neither."""
    if "repeats" in series:
        return _rule_of_words(series["repeats"])
    if "rrule" in series:
        parts = dict(part.split("=") for part in series["rrule"].split(";"))
        hour = parts.get("BYHOUR")
        clock = datetime.time(int(hour), int(parts.get("BYMINUTE", "0"))) if hour else None
        return Rule(parts["FREQ"], clock, parts)
    return None


def _rule_of_words(sentence: str) -> Rule:
    words, _, hour = sentence.lower().rpartition(" at ")
    clock = datetime.time.fromisoformat(hour)
    if words == "every day":
        return Rule("DAILY", clock)
    if words.endswith(" of the month"):
        return Rule("MONTHLY", clock, _of_month(words.removesuffix(" of the month")))
    often, _, named = words.removeprefix("every ").partition(" on ")
    days = ",".join(SHORT[NAMES.index(name)] for name in named.split(" and "))
    return Rule(
        "WEEKLY", clock, {"INTERVAL": often.split(" ")[0].replace("week", "1"), "BYDAY": days}
    )


def _of_month(words: str) -> dict[str, str]:
    if words.startswith("on the "):
        numbers = words.removeprefix("on the ").split(" and ")
        return {"BYMONTHDAY": ",".join(number.rstrip("stndrh") for number in numbers)}
    which, _, name = words.rpartition(" ")
    day = SHORT[NAMES.index(name)]
    return {"BYDAY": ",".join(f"{WHICH[word]}{day}" for word in which.split(" and "))}


def days_of(rule: Rule, since: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Ask of each day from the first to the last whether the rule has it."""
    until = rule.parts.get("UNTIL", "")[:8]
    end = min(last, datetime.date.fromisoformat(until)) if until else last
    count = int(rule.parts.get("COUNT", "0")) or -1
    day = since
    while day <= end and count:
        if _is_hit(rule, since, day):
            yield day
            count -= 1
        day += DAY


def _is_hit(rule: Rule, since: datetime.date, day: datetime.date) -> bool:
    if not _is_candidate(rule, since, day):
        return False
    places = rule.numbers["BYSETPOS"]
    if not places:
        return True
    others = [each for each in _period(rule, day) if _is_candidate(rule, since, each)]
    at = others.index(day)
    return at + 1 in places or at - len(others) in places


def _is_candidate(rule: Rule, since: datetime.date, day: datetime.date) -> bool:
    months = rule.numbers["BYMONTH"]
    return (
        _periods_between(rule, since, day) % rule.interval == 0
        and (not months or day.month in months)
        and _has_month_day(rule, since, day)
        and _has_weekday(rule, since, day)
    )


def _periods_between(rule: Rule, since: datetime.date, day: datetime.date) -> int:
    """Count days, weeks, months or years from one day to the other."""
    if rule.freq == "DAILY":
        return (day - since).days
    if rule.freq == "WEEKLY":
        return (_week(rule, day) - _week(rule, since)).days // 7
    years = day.year - since.year
    return years if rule.freq == "YEARLY" else years * 12 + day.month - since.month


def _week(rule: Rule, day: datetime.date) -> datetime.date:
    """Give the first day of a day's week."""
    begins = SHORT.index(rule.parts.get("WKST", "MO"))
    return day - DAY * ((day.weekday() - begins) % 7)


def _has_month_day(rule: Rule, since: datetime.date, day: datetime.date) -> bool:
    wanted = rule.numbers["BYMONTHDAY"]
    if wanted:
        return day.day in wanted or day.day - _month(day)[-1].day - 1 in wanted
    if rule.weekdays or rule.freq in ("DAILY", "WEEKLY"):
        return True
    same_month = rule.freq == "MONTHLY" or bool(rule.numbers["BYMONTH"]) or day.month == since.month
    return day.day == since.day and same_month


def _has_weekday(rule: Rule, since: datetime.date, day: datetime.date) -> bool:
    if not rule.weekdays:
        return rule.freq != "WEEKLY" or day.weekday() == since.weekday()
    in_year = rule.freq == "YEARLY" and not rule.numbers["BYMONTH"]
    around = _year(day) if in_year else _month(day)
    same = [each for each in around if each.weekday() == day.weekday()]
    at = same.index(day)
    return any(
        day.weekday() == wanted and which in (0, at + 1, at - len(same))
        for wanted, which in rule.weekdays
    )


def _period(rule: Rule, day: datetime.date) -> list[datetime.date]:
    """Give all days of the week, month or year that a day lies in."""
    match rule.freq:
        case "WEEKLY":
            return [_week(rule, day) + DAY * number for number in range(7)]
        case "MONTHLY":
            return _month(day)
        case "YEARLY":
            return _year(day)
        case _:
            return [day]


@functools.cache
def _days_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    return [first + DAY * number for number in range((last - first).days + 1)]


def _month(day: datetime.date) -> list[datetime.date]:
    return _days_between(day.replace(day=1), last_of_month(day))


def _year(day: datetime.date) -> list[datetime.date]:
    return _days_between(day.replace(month=1, day=1), day.replace(month=12, day=31))


def last_of_month(day: datetime.date) -> datetime.date:
    """Give the last day of a day's month."""
    later = day.replace(day=28) + DAY * 4
    return later - DAY * later.day


@functools.cache
def clock_of(zone: str) -> zoneinfo.ZoneInfo:
    """Give the clock of a zone from the locked package, never from the machine."""
    *folders, name = zone.split("/")
    place = importlib.resources.files("tzdata").joinpath("zoneinfo", *folders, name)
    with place.open("rb") as file:
        return zoneinfo.ZoneInfo.from_file(file, key=zone)


def instant(local: datetime.datetime, zone: str) -> datetime.datetime | None:
    """Give the instant that a wall time names; nothing where there are none or two."""
    clock = clock_of(zone)
    found = {
        guess
        for hours in (-26, 0, 26)
        for guess in (_utc(local, clock, hours),)
        if guess.astimezone(clock).replace(tzinfo=None) == local
    }
    return found.pop() if len(found) == 1 else None


def _utc(local: datetime.datetime, clock: datetime.tzinfo, hours: int) -> datetime.datetime:
    """Guess the instant of a wall time by the offset that holds some hours before or after."""
    near = local.replace(tzinfo=datetime.UTC) + datetime.timedelta(hours=hours)
    offset = near.astimezone(clock).utcoffset()
    assert offset is not None
    return local.replace(tzinfo=datetime.UTC) - offset
