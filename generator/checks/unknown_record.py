"""A record names a series, group, hub, platform or call that is not there."""

import re
from collections.abc import Iterable, Iterator

from generator.model.archive import Archive
from generator.model.call import Call
from generator.problems import Problem, nearest, problem, replacing, surely
from generator.settings import Settings

CODES = {"series": "R301", "group": "R302", "hub": "R303", "platform": "R304", "call": "R305"}
"""The code for each kind of record that is not there."""

_FOLDERS = {
    "series": "calls/series/",
    "group": "calls/groups/",
    "hub": "calls/hubs/",
    "call": "calls/",
}

Named = tuple[str, str, str, str]
"""Path of the file, name of the field, kind of the record that is named, and its id."""


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look up every id that a record names."""
    known = {
        "series": {record.id for record in archive.series},
        "group": {record.id for record in archive.groups},
        "hub": {record.id for record in archive.hubs},
        "platform": {record.id for record in archive.platforms},
        "call": {record.id for record in archive.calls},
    }
    for path, field, kind, name in _named(archive):
        if name and name not in known[kind] and not _lies_unread(archive, kind, name):
            place = archive.place(path, field)
            sure = surely(name, known[kind]) if not field.startswith("share") else ""
            fix = replacing(place, sure) if sure and place.length else None
            called = _called(archive, kind, name)
            hint = f"; did you mean `{called}`" if called else nearest(name, known[kind])
            yield problem(CODES[kind], place, (), fix, id=name, nearest=hint)


def _called(archive: Archive, kind: str, name: str) -> str:
    """Give the id of the one fully shared record whose name in words, written as an id, is this one."""
    if kind == "call":
        return ""
    words = [(one.id, one.title) for one in archive.series if one.share.is_full]
    if kind in ("group", "hub"):
        records = archive.groups if kind == "group" else archive.hubs
        words = [(one.id, one.name) for one in records if one.share.is_full]
    elif kind == "platform":
        words = [(one.id, one.name) for one in archive.platforms]
    found = [one for one, title in words if re.sub(r"[^a-z0-9]+", "-", title.lower()) == name]
    return found[0] if len(found) == 1 else ""


def _lies_unread(archive: Archive, kind: str, name: str) -> bool:
    if kind == "platform":
        return "calls/platforms.yaml" in archive.unread
    return archive.lies_unread(_FOLDERS[kind], name)


def _named(archive: Archive) -> Iterator[Named]:
    for call in archive.calls:
        yield from _by_call(call)
    for series in archive.series:
        yield from _listed(series.path, "groups", "group", series.groups)
        yield from _listed(series.path, "hubs", "hub", series.hubs)
        yield series.path, "platform", "platform", series.platform
        yield series.path, "share.decided_by", "group", series.share.decided_by
    for group in archive.groups:
        yield group.path, "part_of", "group", group.part_of
        yield group.path, "approved_by", "group", group.approved_by
        yield group.path, "share.decided_by", "group", group.share.decided_by
    for hub in archive.hubs:
        yield hub.path, "share.decided_by", "group", hub.share.decided_by
    for notes in archive.minutes:
        yield notes.path, "adopted_by", "call", notes.adopted_by
        yield notes.path, "series", "series", notes.series


def _by_call(call: Call) -> Iterator[Named]:
    yield call.path, "series", "series", call.series
    yield call.path, "platform", "platform", call.platform
    yield call.path, "share.decided_by", "group", call.share.decided_by
    if call.path.startswith("calls/"):
        yield from _listed(
            call.path, "hosts", "group", (h if _is_id(h) else "" for h in call.hosts)
        )
        yield from _listed(call.path, "groups", "group", call.groups)
        yield from _listed(call.path, "hubs", "hub", call.hubs)
    for number, copy in enumerate(call.recordings):
        yield call.path, f"recordings[{number}].kept_by", "platform", copy.kept_by


def _is_id(host: str) -> bool:
    """Tell a host that is meant as the id of a group from one that is named in words."""
    return " " not in host and host == host.lower()


def _listed(path: str, field: str, kind: str, names: Iterable[str]) -> Iterator[Named]:
    for number, name in enumerate(names):
        yield path, f"{field}[{number}]", kind, name
