"""The same address stands among the copies of a call twice, or among those of two calls."""

from collections.abc import Iterator

from generator.checks.open_copies import OpenCopy, open_copies
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the addresses of all copies that may be heard; the later of two is told, beside the first."""
    first: dict[str, OpenCopy] = {}
    for copy in open_copies(archive):
        other = first.setdefault(copy.copy.url, copy)
        if other is copy:
            continue
        note = ((other.place("url"), "the same address stands here"),)
        if other.call is copy.call:
            yield problem("M612", copy.place("url"), note)
        else:
            yield problem("M613", copy.place("url"), note, other=other.call.id)
