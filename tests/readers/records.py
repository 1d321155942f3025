"""What calendars should show of an archive, worked out from its files alone and by nothing of the program.

Records are read as text, rhythms are asked day by day, and what is not fully shared is told as its day.
"""

import calendar
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from tests.readers.days import DAY, days_of, instant, last_of_month, rule_of
from tests.readers.told import Event, moment

Record = Mapping[str, Any]
SILENT = "-withheld-"


@dataclass(frozen=True)
class Expected:
    """An event that calendars should show, and what decides in which feeds and files it stands."""

    event: Event
    day: datetime.date
    series: str = ""
    groups: tuple[str, ...] = ()
    hubs: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether it was called off."""
        return self.event[3]


@dataclass
class Archive:
    """The files of an archive as text, read once."""

    settings: Record
    calls: dict[str, Record] = field(default_factory=dict)
    series: dict[str, Record] = field(default_factory=dict)
    groups: dict[str, Record] = field(default_factory=dict)
    hubs: dict[str, Record] = field(default_factory=dict)
    notes: dict[str, list[Record]] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        """Give the zone of records that name none."""
        return str(self.settings["zone"])

    @property
    def usual(self) -> int:
        """Give the length in minutes of calls whose length nobody said."""
        return minutes_of(self.settings.get("usual_length", "1h30m"))


def read_archive(files: Mapping[str, str]) -> Archive:
    """Read records and the heads of notes by path; every value stays text, because YAML would guess."""
    archive = Archive(_yaml(files["mkdocs.yml"])["extra"]["archive"])
    kinds = {"series": archive.series, "groups": archive.groups, "hubs": archive.hubs}
    for path, text in sorted(files.items()):
        folder, _, name = path.rpartition("/")
        stem = name.partition(".")[0]
        if folder.startswith("minutes/") and text.startswith("---"):
            archive.notes.setdefault(stem, []).append(_yaml(text.split("---\n")[1]))
        elif folder.startswith("calls/") and name.endswith(".yaml"):
            kinds.get(folder.removeprefix("calls/"), archive.calls)[stem] = _yaml(text)
    return archive


def _yaml(text: str) -> Any:
    # Tags as `!!python/name` stand in settings of the site's frame, and mean nothing here.
    return yaml.load(text, Loader=yaml.BaseLoader) or {}


def minutes_of(length: str) -> int:
    """Read `2h`, `90m` or `1h30m`.

    >>> minutes_of("1h30m")
    90
    """
    hours, found, rest = length.rpartition("h")
    return int(hours or 0) * 60 * bool(found) + int(rest.removesuffix("m") or 0)


def expected(archive: Archive, today: datetime.date) -> tuple[Expected, ...]:
    """Give every event that calendars should show on a day, in no order that matters."""
    dates = {(one.series, one.event[0]): one for one in _of_rhythms(archive, today)}
    told = tuple(_of_calls(archive))
    taken = {name for one in told for name in one.files}
    stood_for = [
        replace(one, files=one.files + _free(dates.pop((one.series, one.event[0]), None), taken))
        for one in told
    ]
    return (*stood_for, *(replace(one, files=_free(one, taken)) for one in dates.values()))


def _free(one: Expected | None, taken: set[str]) -> tuple[str, ...]:
    """Give the file of an expected date, unless a call has its name."""
    return tuple(name for name in one.files if name not in taken) if one else ()


def _of_calls(archive: Archive) -> Iterator[Expected]:
    planned = {name: set(_recorded(archive, name)) for name in archive.series}
    for name, call in _all_calls(archive).items():
        day = _day(call["date"])
        if day is None:
            continue
        if _is_open(archive, name, call):
            yield _open_call(archive, name, call, day, planned)
        elif SILENT in name:
            yield _closed_call(archive, name, call, day)


def _all_calls(archive: Archive) -> dict[str, Record]:
    """Give the calls that have a record, and those that notes stand in for."""
    found = dict(archive.calls)
    for name, heads in archive.notes.items():
        head = heads[0]
        if name not in found and "series" in head and "date" in head:
            found[name] = _implied(archive, head)
    return found


def _implied(archive: Archive, head: Record) -> Record:
    """Give the record that notes stand in for, which takes everything from its series if that is shared."""
    own = archive.series[head["series"]]
    call = {"series": head["series"], "date": head["date"], "share": head.get("share", "")}
    if own["share"] != "public":
        return call
    taken = {name: own[name] for name in ("zone", "length", "groups", "hubs") if name in own}
    rule = rule_of(own)
    return {**call, **taken, "rhythm": rule.clock if rule else None}


def _is_open(archive: Archive, name: str, call: Record) -> bool:
    """Tell whether more than the day of a call may be seen; notes may close what the record leaves open."""
    said = [call["share"], *(one["share"] for one in archive.notes.get(name, ()) if "share" in one)]
    return all(_shows_details(share) for share in said)


def _shows_details(share: Any) -> bool:
    if isinstance(share, dict):
        return share.get("details") == "public"
    return share == "public" or str(share).startswith("withheld for ")


def _seen(archive: Archive, name: str) -> str:
    """Give the id of a series if calendars may know of it."""
    return name if name and archive.series[name]["share"] == "public" else ""


def _own_day(call: Record, day: datetime.date) -> datetime.date:
    """Give the day of its series that a call stands for."""
    moved = call.get("moved_from", [])
    first = moved[0].split(" ")[0] if moved else day.isoformat()
    return datetime.date.fromisoformat(call.get("occurrence", first))


def _open_call(
    archive: Archive,
    name: str,
    call: Record,
    day: datetime.date,
    planned: Mapping[str, set[datetime.date]],
) -> Expected:
    series = _seen(archive, call.get("series", ""))
    own = archive.series[series] if series else {}
    hour = _hour(archive, call, day, planned)
    length = _length(call) or minutes_of(own.get("length", "0m")) or archive.usual
    zone = call.get("zone") or own.get("zone") or archive.zone
    own_day = _own_day(call, day)
    uid = f"{series}-{own_day}" if series else name
    cancelled = call.get("status") == "cancelled"
    return Expected(
        _event(archive, uid, day, hour, zone, length, cancelled),
        day,
        series,
        _public(archive.groups, call)
        + _public(archive.groups, call, "hosts")
        + _public(archive.groups, own),
        _public(archive.hubs, call, "hubs") + _public(archive.hubs, own, "hubs"),
        (name,),
    )


def _closed_call(archive: Archive, name: str, call: Record, day: datetime.date) -> Expected:
    """Give what may be seen of a call whose details are withheld: its day, and its series where that was decided."""
    share = call["share"]
    named = isinstance(share, dict) and share.get("identify") == "true"
    series = _seen(archive, call.get("series", "")) if named else ""
    own = archive.series[series] if series else {}
    uid = f"{series}-{day}" if series else name
    return Expected(
        _event(archive, uid, day, None, archive.zone, 0, False),
        day,
        series,
        _public(archive.groups, own) + (_public(archive.groups, call) if named else ()),
        _public(archive.hubs, own, "hubs"),
        files=(name,),
    )


def _hour(
    archive: Archive, call: Record, day: datetime.date, planned: Mapping[str, set[datetime.date]]
) -> datetime.time | None:
    """Give the hour of a call: its own, or that of its series where it lies on a day of the rhythm as planned."""
    name = call.get("series", "")
    own = archive.series.get(name, {})
    if "rhythm" in call:
        return _only(call["rhythm"], day, call.get("zone") or archive.zone)
    if own and not _seen(archive, name) and "zone" not in call:
        return None
    if "start" in call:
        return datetime.time.fromisoformat(call["start"])
    as_planned = _own_day(call, day) == day and not call.get("moved_from") and "extra" not in call
    zone = own.get("zone") or archive.zone
    rule = rule_of(own)
    if not (as_planned and rule and day in planned.get(name, ()) and _seen(archive, name)):
        return None
    return _only(rule.clock, day, zone) if call.get("zone", zone) == zone else None


def _only(clock: datetime.time | None, day: datetime.date, zone: str) -> datetime.time | None:
    """Give an hour if it is one instant of its day."""
    is_one = clock is not None and instant(datetime.datetime.combine(day, clock), zone) is not None
    return clock if is_one else None


def _length(call: Record) -> int:
    if "end" in call:
        start, end = (datetime.time.fromisoformat(call[name]) for name in ("start", "end"))
        return (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes_of(call.get("length", "0m"))


def _of_rhythms(archive: Archive, today: datetime.date) -> Iterator[Expected]:
    """Give every expected date, whether a call stands for it or not."""
    for name, own in archive.series.items():
        rule, zone = rule_of(own), own.get("zone") or archive.zone
        for day in _planned(archive, name, today) if _seen(archive, name) else ():
            length = minutes_of(own.get("length", "0m")) or archive.usual
            clock = _only(rule.clock if rule else None, day, zone)
            yield Expected(
                _event(archive, f"{name}-{day}", day, clock, zone, length, False),
                day,
                name,
                _public(archive.groups, own),
                _public(archive.hubs, own, "hubs"),
                (f"{day}-{name}",),
            )


def _recorded(archive: Archive, name: str) -> Iterator[datetime.date]:
    """Give the dates of a series as far as it has records, also in a closed archive that does not say its end."""
    calls = _all_calls(archive).values()
    days = [_day(call["date"]) for call in calls if call.get("series") == name]
    return _dates(
        archive.series[name], max((day for day in days if day), default=datetime.date.min)
    )


def _planned(archive: Archive, name: str, today: datetime.date) -> Iterator[datetime.date]:
    """Give the dates that are expected of a series; nobody expects anything of a closed archive without an end."""
    own = archive.series[name]
    is_over = archive.settings["state"] == "closed" and "until" not in own
    return iter(()) if is_over else _dates(own, horizon(today))


def _dates(own: Record, last: datetime.date) -> Iterator[datetime.date]:
    """Give the dates of a series up to a day, without those left out."""
    rule, since = rule_of(own), _day(own.get("from", ""))
    if rule is None or since is None or own.get("evidence") == "pattern-only":
        return
    skipped = {one["on"] for one in own.get("skip", ())}
    for day in days_of(rule, since, min(last, _end(own.get("until", "")))):
        if day.isoformat() not in skipped:
            yield day


def horizon(today: datetime.date) -> datetime.date:
    """Give the end of the month 400 days ahead."""
    return last_of_month(today + DAY * 400)


def _end(text: str) -> datetime.date:
    """Give the last day of a date, a month or a year; far ahead without any."""
    if not text:
        return datetime.date(2999, 12, 31)
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text.count("-") == 2 else None


def _public(known: Mapping[str, Record], record: Record, name: str = "groups") -> tuple[str, ...]:
    """Give the groups or hubs of a record that may be seen."""
    return tuple(one for one in record.get(name, ()) if known.get(one, {}).get("share") == "public")


def _event(
    archive: Archive,
    uid: str,
    day: datetime.date,
    hour: datetime.time | None,
    zone: str,
    length: int,
    cancelled: bool,
) -> Event:
    whole = f"{uid}@{archive.settings['calendar_domain']}"
    if hour is None:
        return whole, moment(day), moment(day + DAY), cancelled
    start = instant(datetime.datetime.combine(day, hour), zone)
    assert start is not None, f"{uid}: {day} {hour} is not one instant in {zone}"
    return whole, moment(start), moment(start + datetime.timedelta(minutes=length)), cancelled
