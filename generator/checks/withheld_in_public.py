"""Withheld text stands in a repository that strangers can read, or the name of a withheld call tells what it was."""

import re
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.minutes import Minutes
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_SILENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?-withheld-[1-9][0-9]{0,3}\Z")
_MAY_STAND = frozenset({"date", "series", "groups", "share"})


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at every call that is not fully shared; where the repository is private only its name is looked at."""
    notes: dict[str, list[Minutes]] = {}
    for one in archive.minutes:
        notes.setdefault(one.call, []).append(one)
    fields: dict[str, list[str]] = {}
    closed = {call.path for call in archive.calls if not call.share.is_full}
    for path, name in archive.places if closed else ():
        if path in closed:
            fields.setdefault(path, []).append(name)
    for call in archive.calls:
        if call.share.is_full:
            continue
        if not call.share.details and not _SILENT.match(call.id):
            yield problem("P506", Place(call.path))
        if settings.repository_is_public:
            yield from _exposed(archive, call, notes.get(call.id, []), fields.get(call.path, []))


def _exposed(
    archive: Archive, call: Call, notes: list[Minutes], names: list[str]
) -> Iterator[Problem]:
    if not call.share.minutes:
        yield from (problem("P505", Place(one.path)) for one in notes)
    if not call.share.recording and call.recordings:
        yield problem("P505", archive.place(call.path, "recordings"))
    if not call.share.details and call.path.startswith("calls/"):
        tops = {name for name in names if not re.search(r"[.\[]", name)} - _MAY_STAND
        if call.recordings:
            tops.discard("recordings")
        yield from (problem("P505", archive.place(call.path, name)) for name in sorted(tops))
