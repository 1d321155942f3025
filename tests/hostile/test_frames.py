"""Frames hold the words of the settings as text: the theme's own templates escape nothing."""

import dataclasses
from pathlib import Path

import pytest

from generator.settings import NavEntry, Settings
from generator.site.builder import Theme, builder_config, built_theme, frames_key
from tests.plain_settings import PLAIN
from tests.render.page_reading import Reading

WORDS = "x</span></title><img src=https://attacker.example/i onerror=window.attacked(1)>\"' {{ 7*7 }} &amp; &lt;i&gt;"


def _settings(words: str) -> Settings:
    nav = (
        NavEntry(words, "index.html"),
        NavEntry(
            f"{words} 1",
            "",
            (
                NavEntry(f"{words} 2", "about/index.html"),
                NavEntry(f"{words} 3", "", (NavEntry(f"{words} 4", "about/deep.html"),)),
            ),
        ),
    )
    return dataclasses.replace(
        PLAIN,
        site_name=words,
        site_description=words,
        nav=nav,
        contact=words,
        notice=words,
        records_licence=words,
        repo_url="https://forge.example/river/calls",
        edit_uri=words,
    )


def _theme(folder: Path, words: str) -> Theme:
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(f"copyright: {words[0]}\n", encoding="utf-8")
    return built_theme(_settings(words), folder, folder / "stage", folder / "cache")


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> tuple[Theme, Theme]:
    """Give the frames of plain and of hostile words."""
    folder = tmp_path_factory.mktemp("frames")
    return _theme(folder / "plain", "x"), _theme(folder / "hostile", WORDS)


@pytest.mark.parametrize(
    "line",
    ["copyright: 2031-13-45", "copyright: 2031-01-01", f"copyright: {'9' * 6000}", "copyright: .inf", "other: =",
     "copyright: 1:" + ":".join(["59"] * 3000), "2031-13-45: x",
     "theme: {palette: {scheme: default, primary: 2031-13-01}}",
     "theme: {features: [2031-01-01]}", "copyright: !!python/object/apply:os.abort []"],
    ids=lambda line: line[:40],
)  # fmt: skip
def test_settings_of_the_site_builder_are_read_as_text(line: str, tmp_path: Path) -> None:
    """YAML would make days, numbers and objects of such words, and some of them end the program that reads them."""
    (tmp_path / "mkdocs.yml").write_text(f"{line}\n", encoding="utf-8")
    config = builder_config(_settings("x"), tmp_path / "mkdocs.yml")
    assert frames_key(config)
    assert isinstance(config["copyright"] or "", str)


def _shapes(theme: Theme) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        page: [(each.name, sorted(each.attributes)) for each in Reading(html).elements]
        for page, html in {**theme.plain, **theme.outlined}.items()
    }


def test_words_of_settings_add_no_element_to_a_frame(frames: tuple[Theme, Theme]) -> None:
    """Titles of the navigation, of pages and of parts alike, and all other settings stay words in every frame."""
    plain, hostile = frames
    assert _shapes(plain) == _shapes(hostile)


def test_a_title_of_the_navigation_is_read_as_it_was_written(frames: tuple[Theme, Theme]) -> None:
    """What the settings call a part is what a reader sees, entities and braces included."""
    seen = Reading(frames[1].plain["about/deep.html"]).text
    assert " ".join(f"{WORDS} 1".split()) in seen
