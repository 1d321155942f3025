"""Small made-up archives, each drawn by its number: every zone of tzdata in turn, and all that can happen to a call.

A number gives the same archive for ever. What is drawn is written as people write it, and has no mistake in it.
"""

import datetime
import functools
import importlib.resources
import json
import random
from collections.abc import Iterator

from tests.readers.days import DAY, Rule, days_of, instant, rule_of
from tests.readers.records import horizon

Record = dict[str, str]
"""The fields of a record, each as it is written behind its colon."""

MKDOCS = """\
site_name: {name}
site_description: The calls of the River Assembly.
site_url: https://river.example/
nav:
  - Home: index.md
  - Search: search/index.md
  - Calls: calls/index.md
  - Series: series/index.md
  - Groups: groups/index.md
  - Places: places/index.md
  - Campaigns and hubs: hubs/index.md
  - Calendar: calendar/index.md
  - Decisions: decisions/index.md
  - Actions: actions/index.md
  - Recordings: recordings/index.md
  - Statistics: statistics/index.md
  - What is missing: gaps/index.md
  - Withheld: withheld/index.md
  - Help:
      - Help: help/index.md
      - Privacy and corrections: help/privacy.md
theme:
  name: material
extra:
  archive:
    state: {state}
    zone: {zone}
    calendar_domain: calls.example
    usual_length: {usual}
    repository_is_public: false
"""
PAGES = {
    "content/index.md": "# River\n",
    "content/help/index.md": "# Help\n",
    "content/help/privacy.md": "# Privacy\n",
}
WORDS = (
    "Open call",
    "Growers; callers, and \\ others",
    "END:VEVENT",
    "BEGIN:VALARM",
    "DTSTART:20310101T000000Z",
    "Bridge \N{WATER WAVE}\N{VARIATION SELECTOR-16} day",
    "\N{FAMILY}\N{EMOJI MODIFIER FITZPATRICK TYPE-6}" * 30,
    "Zürich e\N{COMBINING ACUTE ACCENT}t Łódź",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} and \N{ARABIC LETTER AIN}",
    "\\n is not a line, \\N neither, nor \\; nor \\,",
    "a" * 73 + "é" * 20,
    'Says "quoted": X-WR-TIMEZONE=Mars/Base:',
)
PARAGRAPHS = (
    "One line.\nDTSTART:19990101T000000Z\nRRULE:FREQ=DAILY",
    "First.\n\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
    "Comma, semicolon; backslash \\ and colon: all at once",
    "\N{SNOWMAN}" * 200,
    "METHOD:CANCEL",
)
CLOCKS = ("00:00", "00:30", "01:15", "02:30", "03:00", "12:00", "19:45", "21:00", "23:30")
MOST = 15
"""So many calls an archive has at the most."""
LENGTHS = ("5m", "45m", "1h", "1h30m", "2h", "7h15m")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@functools.cache
def zones() -> tuple[str, ...]:
    """Give the names of all places that have a clock in tzdata."""
    listed = importlib.resources.files("tzdata").joinpath("zones").read_text("utf-8").split()
    return tuple(
        name for name in sorted(listed) if "/" in name and not name.startswith(("Etc/", "posix"))
    )


class Draw(random.Random):
    """What an archive is drawn with: its number, the zone whose turn it is, the day it is built for."""

    def __init__(self, number: int) -> None:
        super().__init__(f"calendar readers {number}")
        self.zone = zones()[number % len(zones())]
        self.today = datetime.date(2027, 1, 1) + DAY * self.randrange(8 * 365)
        self.closed = self.chance(0.1)

    def chance(self, share: float) -> bool:
        """Say yes as often as that."""
        return self.random() < share

    def some_zone(self) -> str:
        """Give the zone of the archive mostly, or any other."""
        return self.zone if self.chance(0.6) else self.choice(zones())

    def day_near(self, back: int, ahead: int) -> datetime.date:
        """Give a day some days before or after the day of the build."""
        return self.today + DAY * self.randint(-back, ahead)


def random_archive(number: int) -> tuple[dict[str, str], datetime.date]:
    """Give the files of an archive by path, and the day to build it for."""
    draw = Draw(number)
    files = {
        **PAGES,
        "mkdocs.yml": MKDOCS.format(
            name=json.dumps(draw.choice(WORDS), ensure_ascii=False),
            state="closed" if draw.closed else "living",
            zone=draw.zone,
            usual=draw.choice(LENGTHS),
        ),
        "calls/groups/river.yaml": "name: River\nkind: assembly\nshare: public\n",
        "calls/groups/hill.yaml": "name: Hill, farm; growers\nkind: network\nshare: public\n",
        "calls/groups/quiet.yaml": "name: Quiet\nkind: network\nshare: withheld for safety\n",
        "calls/hubs/flood.yaml": "name: Flood\nkind: relief\nshare: public\n",
        "calls/platforms.yaml": (
            "month:\n  name: Month\n  keeps_recordings: 30 days\n"
            "season:\n  name: Season\n  keeps_recordings: 120 days\n"
        ),
    }
    calls: dict[str, Record] = {}
    for place in range(draw.choice((1, 1, 1, 1, 2, 2, 3, 4))):
        name = f"round-{place}"
        series, days = _series(draw)
        files[f"calls/series/{name}.yaml"] = _text(series)
        calls |= _occurrences(draw, name, series, days)
    for place in range(draw.randint(5, 7)):
        name, call = _single(draw, place)
        calls[name] = call
    for name, call in list(calls.items())[:MOST]:
        files[f"calls/{name[:4]}/{name}.yaml"] = _text(call)
    recorded = list(_recorded(number))
    files |= {f"calls/{name[:4]}/{name}.yaml": _text(call) for name, call in recorded}
    return files, draw.today


def _recorded(number: int) -> Iterator[tuple[str, Record]]:
    """Draw calls with recordings, apart from the rest: kept for days, for ever, seen later than allowed, withheld."""
    draw = Draw(number)
    today = draw.today
    draw.seed(f"recordings {number}")
    for place in range(draw.randint(0, 4)):
        day = today - DAY * draw.choice((0, 1, 29, 30, 31, 89, 90, 119, 120, 121, 200))
        date = f"{day:%Y-%m}" if draw.chance(0.2) else day.isoformat()
        copies = "".join(
            f"\n  - url: https://copies.example/{place}-{one}.mp3"
            + draw.choice(("", "\n    kept_by: month", "\n    kept_by: season"))
            + (f"\n    seen: {today}" if draw.chance(0.2) else "")
            for one in range(draw.randint(1, 3))
        )
        call = {"title": _said(draw.choice(WORDS)), "date": date, "status": "held"}
        share = "withheld for consent" if draw.chance(0.2) else "public"
        yield f"{date}-recorded-{place}", {**call, "recordings": copies, "share": share}


def _text(record: Record) -> str:
    return "".join(f"{name}: {value}\n" for name, value in record.items())


def _said(words: str) -> str:
    """Write words in quotes, as YAML and JSON both read them."""
    return json.dumps(words, ensure_ascii=False)


def _groups(draw: Draw) -> str:
    return f"[{', '.join(draw.sample(('river', 'hill', 'quiet'), draw.randint(1, 2)))}]"


def _series(draw: Draw) -> tuple[Record, list[datetime.date]]:
    """Draw a recurring call whose every date has its hour, and give its dates too."""
    record: Record = {"title": _said(draw.choice(WORDS))}
    record["zone"] = draw.some_zone()
    since = draw.day_near(40, 30)
    record["from"] = since.isoformat()
    if draw.chance(0.7):
        record["length"] = draw.choice(LENGTHS)
    if draw.chance(0.4):
        record["groups"] = _groups(draw)
    if draw.chance(0.2):
        record["hubs"] = "[flood]"
    _rhythm(draw, record, since)
    rule = _with_hour(draw, record, since)
    days = list(days_of(rule, since, _last(draw, record)))
    skipped = draw.sample(days, min(len(days) // 4, 2)) if draw.chance(0.4) else []
    if skipped:
        record["skip"] = "".join(f"\n  - on: {day}\n    reason: rest" for day in sorted(skipped))
    record["share"] = "public"
    return record, [day for day in days if day not in skipped]


def _last(draw: Draw, record: Record) -> datetime.date:
    last = horizon(draw.today)
    return min(last, datetime.date.fromisoformat(record["until"])) if "until" in record else last


def _rhythm(draw: Draw, record: Record, since: datetime.date) -> None:
    """Draw a rhythm, and an end that keeps its dates few; the hour is put in later."""
    day, other = draw.sample(NAMES, 2)
    short = NAMES[since.weekday()][:2].upper()
    which = draw.choice(("first", "second", "third", "fourth", "last"))
    rhythm, most = draw.choice(
        (
            ("every day at {}", 4),
            (f"every week on {day} at {{}}", 33),
            (f"every 2 weeks on {day} and {other} at {{}}", 30),
            (f"every {draw.randint(5, 12)} weeks on {day} at {{}}", 0),
            (f"{which} {day} of the month at {{}}", 0),
            (f"first and third {day} of the month at {{}}", 100),
            ("on the 31st of the month at {}", 0),
            ("on the 1st and 15th of the month at {}", 75),
            ("FREQ=DAILY;INTERVAL=9;COUNT=5;BYHOUR={};BYMINUTE={}", 0),
            (f"FREQ=WEEKLY;INTERVAL=3;BYDAY={short};COUNT=4;BYHOUR={{}};BYMINUTE={{}}", 0),
            ("FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR={};BYMINUTE={}", 0),
            ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1;BYHOUR={};BYMINUTE={}", 0),
            (f"FREQ=YEARLY;BYMONTH={since.month};BYMONTHDAY={since.day};BYHOUR={{}}", 0),
            (f"FREQ=MONTHLY;BYDAY=-2{short}", 150),
        )
    )
    record["repeats" if " " in rhythm else "rrule"] = rhythm
    if "COUNT" not in rhythm and (most or draw.closed or draw.chance(0.9)):
        record["until"] = (since + DAY * (most or 130)).isoformat()


def _with_hour(draw: Draw, record: Record, since: datetime.date) -> Rule:
    """Put an hour into a rhythm that is one instant on each of its dates, and give it as a rule."""
    name = "repeats" if "repeats" in record else "rrule"
    form = record[name]
    for clock in (*draw.sample(CLOCKS, len(CLOCKS)), "13:10", "16:40"):
        parts = clock.split(":") if name == "rrule" else [clock]
        record[name] = form.format(*parts)
        rule = rule_of(record)
        assert rule is not None
        days = days_of(rule, since, _last(draw, record))
        if rule.clock is None or all(_instant(day, rule.clock, record["zone"]) for day in days):
            return rule
    raise AssertionError(f"no hour is one instant on all days of {record}")


def _instant(day: datetime.date, clock: datetime.time, zone: str) -> datetime.datetime | None:
    return instant(datetime.datetime.combine(day, clock), zone)


def _clock(draw: Draw, day: datetime.date, zone: str) -> str:
    """Draw a wall time that is one instant on a day in a zone."""
    for clock in (*draw.sample(CLOCKS, len(CLOCKS)), "13:10", "16:40"):
        if _instant(day, datetime.time.fromisoformat(clock), zone):
            return clock
    raise AssertionError(f"{day} has no hour in {zone}")


def _occurrences(
    draw: Draw, name: str, series: Record, days: list[datetime.date]
) -> dict[str, Record]:
    """Draw records of some dates of a series, and sometimes one of a date that is none of it."""
    found: dict[str, Record] = {}
    for day in sorted(draw.sample(days, min(len(days), draw.randint(0, 3)))):
        call_id, call = _occurrence(draw, name, series, day)
        # At the very time of another date it would be a mistake.
        others = {each.isoformat() for each in days if each != day}
        if call["date"] not in others or call.get("start", "no hour") not in str(series):
            found.setdefault(call_id, call)
    extra = draw.day_near(30, 30)
    if draw.chance(0.2) and extra not in days:
        call = _call(draw, extra, series["zone"], draw.chance(0.8))
        found.setdefault(f"{extra}-{name}", {**call, "series": name, "extra": "true"})
    return found


def _occurrence(draw: Draw, name: str, series: Record, day: datetime.date) -> tuple[str, Record]:
    kind = draw.choice(("as planned", "agenda only", "moved", "moved twice", "named", "withheld"))
    if kind == "withheld":
        return _withheld(draw, day, name)
    if kind in ("as planned", "agenda only"):
        call = _call(draw, day, series["zone"], kind == "as planned")
        return f"{day}-{name}", {**call, "series": name}
    moved_to = day + DAY * draw.choice((-2, -1, 0, 1, 2, 9))
    zone = series["zone"] if draw.chance(0.8) else draw.some_zone()
    call = {**_call(draw, moved_to, zone, draw.chance(0.8)), "series": name, "zone": zone}
    if kind == "named":
        return f"{moved_to}-{name}-named", {**call, "occurrence": day.isoformat()}
    earlier = [f"{day} {_clock(draw, day, zone)}"]
    if kind == "moved twice":
        second = day + DAY
        earlier.append(f"{second} {_clock(draw, second, zone)}")
    earlier = [each for each in earlier if each != f"{moved_to} {call.get('start', '')}"]
    if not earlier or not earlier[0].startswith(day.isoformat()):
        return f"{moved_to}-{name}-named", {**call, "occurrence": day.isoformat()}
    call["moved_from"] = "".join(f"\n  - {each}" for each in earlier)
    return f"{moved_to}-{name}-moved", call


def _withheld(draw: Draw, day: datetime.date, series: str) -> tuple[str, Record]:
    """Draw a call of which only the day may be seen, and its series where it says so."""
    share = {
        "minutes": "withheld",
        "recording": "withheld",
        "details": "withheld",
        "identify": draw.choice(("true", "false")),
        "reason": draw.choice(("safety", "legal")),
        "decided_on": day.isoformat(),
    }
    said = "".join(f"\n  {field}: {value}" for field, value in share.items())
    call = {"date": day.isoformat(), "series": series, "groups": "[river]", "share": said}
    return f"{day}-withheld-{draw.randint(1, 9)}", call


def _single(draw: Draw, place: int) -> tuple[str, Record]:
    """Draw a call of no series, which may be long past, of an unknown hour, or of a day that is only about."""
    if draw.chance(0.1):
        call = {"title": "About then", "date": f"{draw.today:%Y-%m}", "status": "announced"}
        return f"{draw.today:%Y-%m}-about-{place}", {**call, "share": "public"}
    day = draw.day_near(300, 300) if draw.chance(0.8) else draw.day_near(9000, 0)
    zone = draw.some_zone()
    call = {**_call(draw, day, zone, draw.chance(0.85)), "zone": zone}
    if draw.chance(0.15):
        call["share"] = draw.choice(("withheld for consent", "withheld for safety"))
    return f"{day}-single-{place}", call


def _call(draw: Draw, day: datetime.date, zone: str, has_hour: bool) -> Record:
    """Draw what every open call says; a call to come was not held."""
    status = draw.choice(("held", "cancelled") if day < draw.today else ("scheduled", "cancelled"))
    call: Record = {"title": _said(draw.choice(WORDS)), "date": day.isoformat()}
    call["status"] = "announced" if draw.chance(0.15) else status
    if call["status"] == "cancelled":
        call["reason"] = _said(draw.choice(PARAGRAPHS))
    if has_hour:
        call |= dict(_times(draw, day, zone))
    if draw.chance(0.3):
        call["purpose"] = _said(draw.choice(PARAGRAPHS))
    if draw.chance(0.3):
        call["groups"] = _groups(draw)
    if draw.chance(0.2):
        call["hubs"] = "[flood]"
    call["share"] = "public"
    return call


def _times(draw: Draw, day: datetime.date, zone: str) -> Iterator[tuple[str, str]]:
    start = _clock(draw, day, zone)
    yield "start", start
    if draw.chance(0.6):
        yield "length", draw.choice(LENGTHS)
