"""The language of the interface lacks a catalogue, lacks words in it, or has some that could not be said."""

from collections.abc import Iterator

from generator import catalogue, wording
from generator.catalogue import BrokenCatalogue
from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_FOLDER = "generator/words"
_TEMPLATE = "archive.pot"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the catalogue of the language that `theme.language` chooses; English needs none."""
    language = settings.language
    path = f"{_FOLDER}/{language}.po"
    if language == wording.OWN:
        return
    if not wording.has_catalogue(language):
        place = archive.places.get(("mkdocs.yml", "theme.language"), Place("mkdocs.yml"))
        known = f"copy `{_FOLDER}/{_TEMPLATE}` to `{path}` and fill it in"
        yield problem("S717", place, language=language, file=path, known=known)
        return
    yield from faults_in(language, wording.catalogue_text(f"{language}.po"), path)


def faults_in(language: str, text: str, path: str) -> Iterator[Problem]:
    """Find what is wrong with a catalogue, in the order of its lines, and then what it lacks."""
    try:
        own = catalogue.read(text, language)
    except BrokenCatalogue as fault:
        what = "this is no catalogue"
        yield problem(
            "S719", Place(path, fault.line), what=what, why="gettext cannot read the line"
        )
        return
    for wrong in catalogue.wrong_ones(own):
        what = f"the words for “{wrong.words}” could not be said"
        yield problem("S719", Place(path, wrong.line), what=what, why=wrong.why)
    missing = catalogue.lacking(own, catalogue.read(wording.catalogue_text(_TEMPLATE), ""))
    if missing is not None:
        first = "; ".join(f"“{words}”" for words in missing.first)
        yield problem(
            "S718", Place(path, missing.line), count=missing.count, language=language, first=first
        )
