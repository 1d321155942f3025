"""A link in notes or in a written page leads nowhere inside the archive."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from generator import addresses
from generator.model.archive import Archive
from generator.model.minutes import Link
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings, nav_pages

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_FIRST_FEW = 20
_MADE_FILES = frozenset(
    {
        addresses.CALENDAR_FILE,
        addresses.CHECKSUMS,
        addresses.SUBSCRIBE,
        addresses.NOTES_FEED,
        addresses.DECISIONS_FEED,
        addresses.GAPS_FEED,
        addresses.DEADLINES_FEED,
        addresses.DEADLINES_CALENDAR,
        addresses.PODCAST_FEED,
        addresses.LEDGER,
        addresses.LEDGER_DATA,
        addresses.RECORDINGS_DATA,
        addresses.WITHHELD,
        addresses.WITHHELD_LOG,
        addresses.LEFT_OUT,
        addresses.WITHHELD_DATA,
        addresses.WITHHELD_FEED,
        "data/v1/actions.json",
        "data/v1/calls.json",
        "data/v1/decisions.json",
        "data/v1/statistics.json",
        "manifest.json",
    }
)


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Follow every relative link from its file to another file of the archive, or to a page that is made."""
    files = _files(archive)
    made = set(nav_pages(settings.nav))
    texts = [(n.path, n.links) for n in archive.minutes] + [
        (p.path, p.links) for p in archive.pages
    ]
    named: dict[str, list[str]] = {}
    for file in sorted(files):
        named.setdefault(posixpath.basename(file), []).append(file)
    for path, links in texts:
        inside = (link for link in links if not _OUTSIDE.match(link.target))
        dead = (link for link in inside if not _leads(path, link, files, made))
        for number, link in enumerate(dead):
            # Looking for a close name takes a while, and a text with more dead links has another fault.
            known = named if number < _FIRST_FEW else {}
            place = Place(path, link.line, link.column, len(link.target))
            hint = _hint(path, link.target, known)
            yield problem("R308", place, target=link.target, nearest=hint)


def _hint(path: str, target: str, named: Mapping[str, list[str]]) -> str:
    """Give the way from a file to the one that is named most like a target, where there is one of that name."""
    hint = nearest(posixpath.basename(target), named)
    files = named[hint.split("`")[1]] if hint else []
    way = posixpath.relpath(files[0], posixpath.dirname(path)) if len(files) == 1 else ""
    return f"; did you mean `{way}`" if way else hint


def _leads(path: str, link: Link, files: set[str], made: set[str]) -> bool:
    target = unquote(link.target.partition("#")[0])
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if full in files:
        return True
    # A page that is made and not written, such as `calls/index.md`, is named as if it lay in `content/`.
    inside = full.removeprefix("content/")
    return full.startswith("content/") and (
        inside.removesuffix(".md") + ".html" in made or inside in made | _MADE_FILES
    )


def _files(archive: Archive) -> set[str]:
    records = (archive.calls, archive.minutes, archive.pages)
    paths = {record.path for kind in records for record in kind} | archive.unread
    # A series, group or hub that is not fully shared has no page.
    for kept in (archive.series, archive.groups, archive.hubs):
        paths |= {record.path for record in kept if record.share.is_full}
    return {path for path in paths if addresses.page_of_source(path)}
