"""How many pages and other files of the site come, change or go, and which ones.

Two outputs are the same when they are made by the same function from the same view.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping

import msgspec

from generator.differences.sentences import Said, Sentence, counted
from generator.render.output import Draft

_MOST = 20
"""So many pages of a kind are named."""
# Many change with one series, so that they are counted only.
_OF_MONTHS = re.compile(r"calendar/[0-9]{4}-[0-9]{2}\.html\Z")
# Named after days, and not after a record that may be withdrawn.
_OF_DAYS = re.compile(r"(?:calls|calendar|gaps)/[0-9]{4}(?:-[0-9]{2})?\.html\Z")

_FILES = "Feeds, calendars and data files"

Prints = Mapping[str, bytes]
"""A hash of what makes each output, by its path."""


def prints_of(drafts: Iterable[Draft]) -> Prints:
    """Hash what makes each output, without making it."""
    return {draft.path: _print(draft) for draft in drafts}


def output_sentences(
    old: Prints, new: Prints, written: frozenset[str], settings_differ: bool
) -> tuple[Sentence, ...]:
    """Say how many pages and files come, change and go; of those that go only `written` ones and days are named."""
    added = sorted(new.keys() - old.keys())
    gone = sorted(old.keys() - new.keys())
    changed = sorted(path for path in new.keys() & old.keys() if new[path] != old[path])
    found: list[Sentence] = list(_pages("added", _of_pages(added)))
    if settings_differ:
        found.append(("Every other page is made anew, because the settings changed",))
    else:
        found += _pages("changed", _of_pages(changed))
    found += _removed(_of_pages(gone), written)
    kinds = (("added", added), ("changed", () if settings_differ else changed), ("removed", gone))
    for name, belongs in (("Months of the calendar", _is_month), (_FILES, _is_file)):
        numbers = [(word, sum(map(belongs, paths))) for word, paths in kinds]
        counts = [f"{number} {word}" for word, number in numbers if number]
        if counts:
            found.append((f"{name}: {', '.join(counts)}",))
    return tuple(found)


def _print(draft: Draft) -> bytes:
    name = f"{draft.make.__module__}.{draft.make.__qualname__}\0"
    return hashlib.sha256(name.encode() + msgspec.msgpack.encode(draft.view)).digest()


def _of_pages(paths: list[str]) -> list[str]:
    return [path for path in paths if not _is_file(path) and not _is_month(path)]


def _is_file(path: str) -> bool:
    return not path.endswith(".html")


def _is_month(path: str) -> bool:
    return _OF_MONTHS.match(path) is not None


def _pages(word: str, paths: list[str], more: int = 0) -> Iterable[Sentence]:
    number = len(paths) + more
    if not number:
        return
    sentence: list[str | Said] = [f"{counted(number, 'page')} {word}"]
    for place, path in enumerate(paths[:_MOST]):
        sentence += [", " if place else ": ", Said(path)]
    left = number - min(len(paths), _MOST)
    if left and paths:
        sentence.append(f" and {left} more")
    yield tuple(sentence)


def _removed(paths: list[str], written: frozenset[str]) -> Iterable[Sentence]:
    named = [path for path in paths if path in written or _OF_DAYS.match(path)]
    return _pages("removed", named, len(paths) - len(named))
