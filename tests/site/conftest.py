"""Settings as `mkdocs.yml` has them, and frames that are rendered once for all tests of this
folder.
"""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.settings import NavEntry, Settings
from generator.site.builder import Theme, built_theme
from generator.site.frames import Frames, cut_frames
from tests.plain_settings import PLAIN

ROOT = Path(__file__).parents[2]


def nav_of(entries: list[dict[str, Any]]) -> tuple[NavEntry, ...]:
    """Read a navigation as it is written in `mkdocs.yml`."""
    pairs = [pair for entry in entries for pair in entry.items()]
    return tuple(
        NavEntry(title, "", nav_of(value))
        if isinstance(value, list)
        else NavEntry(title, value.removesuffix(".md") + ".html")
        for title, value in pairs
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def settings() -> Settings:
    """Give settings with the site's own name, address and navigation."""
    written = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return dataclasses.replace(
        PLAIN,
        site_name=written["site_name"],
        site_description=written["site_description"],
        site_url=written["site_url"],
        nav=nav_of(written["nav"]),
        notice="",
    )


@pytest.fixture(scope="session")
def forge_settings(settings: Settings) -> Settings:
    """Give settings of a site below a path, with a repository and open to search engines."""
    return dataclasses.replace(
        settings,
        site_url="https://river.example/calls-archive/",
        repo_url="https://forge.example/river/archive",
        edit_uri="edit/main/",
        indexing=True,
    )


@pytest.fixture(scope="session")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Settings], Theme]:
    """Give a function that renders the frames for some settings."""

    def build(settings: Settings) -> Theme:
        place = tmp_path_factory.mktemp("theme")
        return built_theme(settings, ROOT, place / "stage", place / "cache")

    return build


@pytest.fixture(scope="session")
def theme(settings: Settings, themed: Callable[[Settings], Theme]) -> Theme:
    """Give the rendered frames."""
    return themed(settings)


@pytest.fixture(scope="session")
def frames(theme: Theme, settings: Settings) -> Frames:
    """Give the frames in pieces."""
    return cut_frames(theme, settings)
