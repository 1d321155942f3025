"""Asks of all files together what no single one knows: which possible names are the archive's own words, and which
entries of the lists of what is allowed are used.

Words and uses are taken from what everybody may see: else a warning would tell what a closed record says.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.archive import Archive, Places
from generator.personal_data.names import PossibleName, is_known, known_words, words_of
from generator.personal_data.search import keys_of
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_MOST_WARNINGS = 3
"""In a file with more lines with names one warning gives their number."""
_SETTINGS = "mkdocs.yml"


class Searched(NamedTuple):
    """What the search of one file left to be asked: possible names, and the normal forms of what was allowed.

    `is_open` tells whether everybody may see all of it.
    """

    path: str
    names: tuple[PossibleName, ...]
    allowed: tuple[str, ...]
    is_open: bool


def check(
    files: Iterable[Searched], archive: Archive, settings: Settings, places: Places
) -> Iterator[Problem]:
    """Warn of names of private persons, and of entries that allow nothing."""
    searched = tuple(files)
    known = known_words(own_names(archive, settings))
    allowed = {" ".join(words_of(name)): name for name in settings.allowed_names}
    for file in searched:
        lines = {
            name.line: name
            for name in reversed(file.names)
            if " ".join(words_of(name.words)) not in allowed and not is_known(name, known)
        }
        yield from _told(file.path, [lines[n] for n in sorted(lines)])
    in_the_open = [file for file in searched if file.is_open]
    used = {key for file in in_the_open for key in file.allowed}
    said = {" ".join(words_of(name.words)) for file in in_the_open for name in file.names}
    yield from _unused(settings, places, used, said)


def own_names(archive: Archive, settings: Settings) -> Iterator[str]:
    """Give the names and titles of an archive that everybody may see: their words are no person's."""
    yield settings.site_name
    for group in archive.groups:
        if group.share.is_full:
            yield from (group.name, group.id)
    for hub in archive.hubs:
        if hub.share.is_full:
            yield from (hub.name, hub.id)
    for series in archive.series:
        if series.share.is_full:
            yield from (series.title, series.id)
    for call in archive.calls:
        if call.share.is_full:
            yield call.title
    yield from (platform.name for platform in archive.platforms)


def _told(path: str, names: list[PossibleName]) -> Iterator[Problem]:
    hint = (
        f", and so do {len(names) - 1} more lines of this file"
        if len(names) > _MOST_WARNINGS
        else ""
    )
    for one in names[:1] if hint else names:
        yield problem("P512", Place(path, one.line, one.column, one.length), hint=hint)


def _unused(
    settings: Settings, places: Places, used: set[str], said: set[str]
) -> Iterator[Problem]:
    for n, words in enumerate(settings.allowed_addresses):
        keys = keys_of(words)
        place = _place(places, f"extra.archive.allowed_addresses[{n}].address")
        if not keys:
            why = "this entry is no e-mail address, telephone number or street address, so it allows nothing"
            yield problem("P513", place, why=why)
        elif used.isdisjoint(keys) and words != settings.contact:
            yield problem("P513", place, why="what this entry allows is found nowhere in the open")
    for n, name in enumerate(settings.allowed_names):
        if " ".join(words_of(name)) not in said:
            place = _place(places, f"extra.archive.allowed_names[{n}].name")
            yield problem(
                "P513", place, why="the name that this entry allows is found nowhere in the open"
            )


def _place(places: Places, name: str) -> Place:
    return places.get((_SETTINGS, name), Place(_SETTINGS))
