"""Archives in a made-up language: every word of ours on a finished page comes from the catalogue and nowhere else.

What stays in plain letters there would stay English in every other language too.
"""

import datetime
import functools
import importlib.resources
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
import pytest

from generator import finishing, wording
from generator import zones as all_zones
from generator.pipeline import Examined, examine
from generator.privacy import gate, leaks
from generator.privacy.public import PublicArchive, PublicCall
from generator.render import environment, not_found
from generator.render.language_names import IN_LANGUAGE
from generator.render.output import Draft, Index, Output
from generator.settings import Settings
from generator.wording import spoken
from tests.plain_words import plain_words, said_in_calendar, said_in_feed, said_in_page
from tests.pseudo_language import (
    LANGUAGE,
    catalogue_text,
    mark_markdown,
    of_people,
    settings_of_people,
    speak,
)
from tests.site_archives import GOOD, examined

ROOT = Path(__file__).parents[1]
REAL_DAY = datetime.date(2031, 6, 1)
ARCHIVES = (*GOOD, "real")
SAME_EVERYWHERE = frozenset({"UTC", "YYYY-MM-DD", "SHA-256", *IN_LANGUAGE.values()})
"""What is written alike in every language, and the names of languages in themselves."""
PLANTED = "<p>Nobody has translated this.</p>"


@dataclass(frozen=True)
class Made:
    """A finished archive: what it is made of, and each output as it is made and as it is published."""

    settings: Settings
    public: PublicArchive
    drafts: tuple[Draft, ...]
    context: finishing.Context

    def output(self, draft: Draft) -> Output:
        with spoken(self.context.settings.language):
            return draft.make(draft.view, self.context.settings)

    def data(self, draft: Draft) -> bytes:
        return finishing.finish_one(self.context, draft).data


def found_in(name: str, folder: Path) -> Examined:
    """Examine an archive of the tests, or a copy of the one that is shipped."""
    if name != "real":
        return examined(name, folder)
    for part in ("calls", "minutes", "content"):
        shutil.copytree(ROOT / part, folder / "real" / part)
    shutil.copy(ROOT / "mkdocs.yml", folder / "real")
    return examine(folder / "real", REAL_DAY)


def made(archive: PublicArchive, settings: Settings, folder: Path) -> Made:
    """Give an archive that is ready to be finished in its language."""
    folder.mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(f"theme:\n  language: {settings.language}\n", "utf-8")
    site = finishing.Site(folder, folder / "out", folder / "work", settings)
    cut, _assets = finishing.theme_of(site)
    context = finishing.context_of(settings, cut, leaks.Needles({}))
    return Made(settings, archive, tuple(finishing.draft_all(archive, settings)), context)


@pytest.fixture(params=ARCHIVES)
def marked(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Made]:
    """Give each archive in the made-up language, with all that people wrote in letters of its own."""
    found = found_in(request.param, tmp_path)
    assert found.settings is not None
    speak(monkeypatch, tmp_path, catalogue_text())
    mark_markdown(monkeypatch)
    public = gate.publish(found.archive, found.settings)
    try:
        yield made(of_people(public), settings_of_people(found.settings), tmp_path / "made")
    finally:
        wording._translations.cache_clear()


def known_words(one: Made) -> frozenset[str]:
    """Give what may stand in plain letters.

    Zones and their cities, places of records, hosts and types of recordings, and the theme's own words.
    """
    calls = [call for call in one.public.calls if isinstance(call, PublicCall)]
    zones = {
        one.settings.zone,
        *one.settings.listener_zones,
        *(call.zone for call in calls),
        *(s.zone for s in one.public.series),
    }
    places = {place for call in calls for place in call.places}
    places |= {group.place for group in one.public.groups} | {hub.place for hub in one.public.hubs}
    parts = {part for place in places for part in (place, *place.split(", "))}
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in zones}
    # Zones are chosen by their names, below the parts of the world that these begin with.
    named = {part for zone in all_zones.places() for part in (zone, zone.partition("/")[0])}
    copies = [copy for call in calls for copy in call.recordings]
    named |= {word for copy in copies for word in (copy.type, urlsplit(copy.url).netloc) if word}
    return SAME_EVERYWHERE | named | theme_words() | {word for word in cities | parts if word}


@functools.cache
def theme_words() -> frozenset[str]:
    folder = importlib.resources.files("material").joinpath("templates/partials/languages")
    return frozenset(re.findall(r'": "([^"]+)"', folder.joinpath(f"{LANGUAGE}.html").read_text()))


def said_by(one: Made, draft: Draft) -> Iterator[str]:
    """Give every text of an output that readers meet; data for programs has none."""
    output = one.output(draft)
    if isinstance(output, Index):
        for entry in output.entries:
            yield entry.title
            yield from (words for each in entry.passages for words in (each.words, each.state))
    elif draft.path.endswith(".html"):
        yield from said_in_page(one.data(draft).decode())
    elif draft.path.endswith(".ics"):
        yield from said_in_calendar(one.data(draft))
    elif draft.path.startswith("feeds/"):
        yield from said_in_feed(one.data(draft))


def test_every_word_comes_from_the_catalogue(marked: Made) -> None:
    """No page, feed, calendar or search row holds a word of ours that a translator would never see."""
    known = known_words(marked)
    left = {
        (words, draft.path)
        for draft in marked.drafts
        for words in plain_words(said_by(marked, draft), known)
    }
    assert [] == sorted(left)


@pytest.mark.parametrize("marked", ["empty"], indirect=True)
def test_a_word_in_a_template_is_found(marked: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that somebody writes into a template is told with its page."""
    with spoken(marked.settings.language):
        engine = environment._environment()
    source = engine.loader.get_source(engine, "not_found.html")[0] if engine.loader else ""
    planted = jinja2.DictLoader({"not_found.html": source + PLANTED})
    loader = jinja2.ChoiceLoader([planted, *((engine.loader,) if engine.loader else ())])
    monkeypatch.setattr(engine, "loader", loader)
    monkeypatch.setattr(engine, "cache", None)
    (draft,) = (draft for draft in marked.drafts if draft.path == not_found.PAGE)
    assert ["Nobody has translated this."] == plain_words(
        said_by(marked, draft), known_words(marked)
    )


@pytest.mark.parametrize("marked", ["empty"], indirect=True)
def test_a_word_in_a_module_is_found(marked: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that a module says without the catalogue is told, in the head of its page as well."""
    monkeypatch.setattr(not_found, "_", lambda words: words)
    (draft,) = (draft for draft in marked.drafts if draft.path == not_found.PAGE)
    left = plain_words(said_by(marked, draft), known_words(marked))
    assert any("No page here" in words for words in left)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Made, Made]]:
    """Give the river archive in English and in the made-up language, with the same words of people."""
    folder = tmp_path_factory.mktemp("both")
    found = examined("river", folder)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    english = made(public, found.settings, folder / "english")
    again = gate.publish(found.archive, found.settings)
    with pytest.MonkeyPatch.context() as patches:
        speak(patches, folder, catalogue_text())
        other = made(again, replace(found.settings, language=LANGUAGE), folder / "other")
        yield english, other
    wording._translations.cache_clear()


def test_addresses_are_the_same_in_every_language(both: tuple[Made, Made]) -> None:
    """A link from elsewhere never depends on the language of an archive."""
    english, other = both
    assert [draft.path for draft in english.drafts] == [draft.path for draft in other.drafts]


def test_names_in_pages_are_the_same_in_every_language(both: tuple[Made, Made]) -> None:
    """What a link leads to in a page has its name in English, whatever its heading says."""
    english, other = both
    names = re.compile(rb'\bid="([^"]*)"')
    differing = [
        one.path
        for one, two in zip(english.drafts, other.drafts, strict=True)
        if one.path.endswith(".html")
        and names.findall(english.data(one)) != names.findall(other.data(two))
    ]
    assert [] == differing


def test_open_data_is_the_same_in_every_language(both: tuple[Made, Made]) -> None:
    """Programs read the same bytes, so that one program can read every archive."""
    english, other = both
    pairs = zip(english.drafts, other.drafts, strict=True)
    data = [(one, two) for one, two in pairs if one.path.startswith(("data/", "search/index.json"))]
    assert len(data) > 3
    assert [] == [one.path for one, two in data if english.data(one) != other.data(two)]


def test_what_filters_ask_for_is_the_same_in_every_language(both: tuple[Made, Made]) -> None:
    """An address of a search finds the same calls: kinds and filters have names that are no words."""
    english, other = both
    for one, two in zip(english.drafts, other.drafts, strict=True):
        first, second = english.output(one), other.output(two)
        if isinstance(first, Index) and isinstance(second, Index):
            rows = zip(first.entries, second.entries, strict=True)
            assert [] == [row.page for row, own in rows if row.filters != own.filters]


def test_a_page_says_its_language(both: tuple[Made, Made]) -> None:
    """Programs that read aloud or translate are told which language the words are in."""
    english, other = both
    said = [
        re.findall(rb'<html lang="([^"]*)"', one.data(draft))
        for one in (english, other)
        for draft in one.drafts
        if draft.path.endswith(".html")
    ]
    half = len(said) // 2
    assert [[b"en"]] * half + [[LANGUAGE.encode()]] * half == said
