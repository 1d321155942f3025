"""The last safe days of recordings that calendars should show, worked out from the files of an archive alone."""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from tests.readers.days import DAY
from tests.readers.records import Archive, Record
from tests.readers.told import Event, moment

LINKS = "calls/links/"
PLATFORMS = "calls/platforms.yaml"


@dataclass(frozen=True)
class Copy:
    """A copy: whether it is there, the first and last day on which its rule may delete it, since when it is lost."""

    is_there: bool
    before: datetime.date | None
    over: datetime.date | None
    since: datetime.date | None


def deadlines(files: Mapping[str, str], archive: Archive, today: datetime.date) -> Iterator[Event]:
    """Give the events of recordings whose last copy will be deleted, each on the day before it is."""
    for name, call, copies in _recorded(files, archive, today):
        last = _end(copies)
        if last is not None:
            first = call.get("aliases", [name])[0]
            whole = f"{first}-recording@{archive.settings['calendar_domain']}"
            yield whole, moment(last - DAY), moment(last), False


def entries(
    files: Mapping[str, str], archive: Archive, today: datetime.date
) -> Iterator[tuple[str, str]]:
    """Give the id of a call and the day of its entry, for recordings that are due and those that were lost."""
    for name, call, copies in _recorded(files, archive, today):
        first, _last = _ends(call["date"])
        lost = [copy.since for copy in copies if copy.since]
        there = [copy for copy in copies if copy.is_there]
        last = _end(copies)
        if not there:
            yield name, max(lost).isoformat()
        elif last and all(copy.before and today >= _due(copy.before, first) for copy in there):
            over = max(copy.over for copy in there if copy.over and copy.before == last)
            turned = _due(last, first) if today < last else last if today <= over else last + DAY
            yield name, max(turned, *lost).isoformat() if lost else turned.isoformat()


def _due(before: datetime.date, first: datetime.date) -> datetime.date:
    return max(before - DAY * 30, first)


def _end(copies: Sequence[Copy]) -> datetime.date | None:
    """Give the day on which the last copy goes; nothing where one stays, or none is left."""
    there = [copy.before for copy in copies if copy.is_there]
    return None if None in there else max((day for day in there if day), default=None)


def _recorded(
    files: Mapping[str, str], archive: Archive, today: datetime.date
) -> Iterator[tuple[str, Record, list[Copy]]]:
    """Give each call whose recordings may be heard, with its copies."""
    rules = yaml.load(files.get(PLATFORMS, "{}"), Loader=yaml.BaseLoader) or {}
    days = {name: _days(record) for name, record in rules.items()}
    links = (text for path, text in files.items() if path.startswith(LINKS))
    answers = {line["url"]: line for text in links for line in _lines(text)}
    for name, call in archive.calls.items():
        if call.get("recordings") and _is_open(archive, name, call):
            found = [_copy(copy, call, days, answers, today) for copy in call["recordings"]]
            yield name, call, found


def _lines(text: str) -> Iterator[dict[str, Any]]:
    return map(json.loads, text.splitlines())


def _days(platform: Record) -> int:
    """Give for how many days a platform keeps recordings, 0 for ever."""
    return int(platform.get("keeps_recordings", "0 days").split(" ")[0])


def _is_open(archive: Archive, name: str, call: Record) -> bool:
    """Tell whether a recording may be heard; notes may close what the record leaves open."""
    said = [call["share"], *(one["share"] for one in archive.notes.get(name, ()) if "share" in one)]
    return all(
        share == "public"
        or (isinstance(share, dict) and share.get("details") == share.get("recording") == "public")
        for share in said
    )


def _copy(
    copy: Record,
    call: Record,
    days: Mapping[str, int],
    answers: Mapping[str, Mapping[str, str]],
    today: datetime.date,
) -> Copy:
    """Tell of a copy whether it is there, when its rule deletes it, and since when it is lost."""
    answer = answers.get(copy["url"], {})
    seen, asked = copy.get("seen", ""), answer.get("asked_on", "")
    if answer.get("found") == "gone" and seen <= asked:
        since = datetime.date.fromisoformat(answer.get("since", asked))
        return Copy(False, None, None, since)
    keeps = days.get(copy.get("kept_by", ""), 0)
    if not keeps:
        return Copy(True, None, None, None)
    first, last = _ends(call["date"])
    over = last + DAY * keeps
    found = max(seen, asked if answer.get("found") == "there" else answer.get("there_on", ""))
    is_there = today <= over or found > over.isoformat()
    return Copy(is_there, first + DAY * keeps, over, None if is_there else over + DAY)


def _ends(date: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day that a date can be."""
    if date.count("-") == 2:
        day = datetime.date.fromisoformat(date)
        return day, day
    year, _, month = date.partition("-")
    first = datetime.date(int(year), int(month or 1), 1)
    after = datetime.date(first.year + (not month or first.month == 12), 1, 1)
    if month and first.month < 12:
        after = datetime.date(first.year, first.month + 1, 1)
    return first, after - DAY
