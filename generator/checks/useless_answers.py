"""A line of what `check-links` found is for no address that anybody may see, comes twice, or is out of order."""

import itertools
from collections.abc import Iterator, Mapping

from generator.model.answer import Answer
from generator.model.archive import Archive
from generator.model.group import Group, Hub
from generator.model.series import Series
from generator.model.source import Source, Use
from generator.problems import Place, Problem, problem, without_line
from generator.settings import Settings

_MOST_FIXES = 500
"""So many lines are taken out in one round."""
_DELETE = "delete the line, as `calls check --fix` does"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look which addresses of open records each answer is for; the newest of several counts."""
    known = open_addresses(archive)
    newest = {one.address: one for one in archive.answers if one.asked_on <= settings.today}
    useless = ((one, why) for one in archive.answers if (why := _useless(one, known, newest)))
    for number, (answer, why) in enumerate(useless):
        place = Place(answer.path, answer.line)
        fix = without_line(place) if number < _MOST_FIXES else None
        yield problem("M618", place, (), fix, why=why, how=_DELETE)
    yield from _out_of_order(archive)


def open_addresses(archive: Archive) -> frozenset[str]:
    """Give the addresses that answers may be for: copies that may be heard, and sources that pages link."""
    copies = (
        copy.url for call in archive.calls if call.share.recording for copy in call.recordings
    )
    return frozenset(copies) | {one.url for one in _sources(archive) if one.use is Use.LINK}


def _sources(archive: Archive) -> Iterator[Source]:
    for call in archive.calls:
        if call.share.details:
            yield from call.sources
    records: tuple[Series | Group | Hub, ...] = (*archive.series, *archive.groups, *archive.hubs)
    for record in records:
        if record.share.is_full:
            yield from record.sources
    for platform in archive.platforms:
        yield from platform.sources


def _useless(one: Answer, known: frozenset[str], newest: Mapping[str, Answer]) -> str:
    if one.address not in known:
        return "no record that may be seen names its address"
    if one is newest.get(one.address):
        return ""
    is_to_come = one.address not in newest or one.asked_on > newest[one.address].asked_on
    return "its day is still to come" if is_to_come else "there is a newer answer about its address"


def _out_of_order(archive: Archive) -> Iterator[Problem]:
    """Tell of each file the first line that comes before its neighbour."""
    in_files = sorted(archive.answers, key=lambda one: (one.path, one.line))
    told: set[str] = set()
    for above, below in itertools.pairwise(in_files):
        same_file = above.path == below.path
        if same_file and above.address > below.address and below.path not in told:
            told.add(below.path)
            yield problem("M619", Place(below.path, below.line))
