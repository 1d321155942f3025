"""Frames are rendered quietly, once, and by nothing but what the look needs."""

import dataclasses
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.render import (
    call_when,
    list_tools,
    player,
    requesting,
    search_page,
    subscribe_page,
    transcript_pages,
)
from generator.settings import Settings, nav_pages
from generator.site.builder import Theme, builder_config, built_theme, frames_key
from generator.site.stage import HEAD, HINT, source_path, stage

RUN = "run make build or make serve instead"
STOP = f"INHERIT: {RUN}\n"


def test_rendering_says_nothing(
    settings: Settings, root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither MkDocs nor the theme prints anything."""
    built_theme(settings, root, tmp_path / "stage", tmp_path / "cache")
    assert capfd.readouterr() == ("", "")


def test_remembered_frames_are_the_rendered_ones(
    settings: Settings, theme: Theme, root: Path, tmp_path: Path
) -> None:
    """A second build gives the same frames and assets without rendering."""
    first = built_theme(settings, root, tmp_path / "stage", tmp_path / "cache")
    shutil.rmtree(tmp_path / "stage")
    assert first == theme == built_theme(settings, root, tmp_path / "stage", tmp_path / "cache")
    assert not (tmp_path / "stage").exists()
    assert not (tmp_path / "cache" / "scratch").exists()


def test_mkdocs_is_not_even_imported_for_remembered_frames(
    settings: Settings, root: Path, tmp_path: Path
) -> None:
    """A build that finds its frames remembered does not pay for importing MkDocs."""
    built_theme(settings, root, tmp_path / "stage", tmp_path / "cache")
    program = (
        "import sys, datetime, pathlib\n"
        "from generator.settings import NavEntry, Settings\n"
        "from generator.site.builder import built_theme\n"
        f"built_theme({settings!r}, pathlib.Path({str(root)!r}),"
        f" pathlib.Path({str(tmp_path / 'stage')!r}), pathlib.Path({str(tmp_path / 'cache')!r}))\n"
        "sys.exit('mkdocs' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0


def test_no_word_of_the_settings_becomes_markup(settings: Settings, tmp_path: Path) -> None:
    """MkDocs fills in the theme's templates as they are, and a name may hold quotes or worse."""
    hostile = 'River "Assembly"><b>x</b>'
    written = {"toggle": {"icon": "material/phone", "name": hostile}}
    words = [{"scheme": hostile, "primary": hostile, "media": hostile} | written, written]
    look = {"palette": words, "features": [hostile, "navigation.top"], "logo": hostile}
    (tmp_path / "mkdocs.yml").write_text(json.dumps({"theme": look}), encoding="utf-8")
    named = dataclasses.replace(settings, site_name=hostile, site_description=hostile)
    theme = built_theme(named, tmp_path, tmp_path / "stage", tmp_path / "cache")
    pages = [*theme.plain.values(), *theme.outlined.values()]
    assert [] == [page for page in pages if "<b>" in page or '"Assembly"' in page]
    assert all("River &#34;Assembly&#34;&gt;" in page for page in pages)


@pytest.mark.parametrize("damage", [b"", b"{}", b"0" * 64 + b"\n{}"])
def test_a_damaged_cache_is_a_miss(
    settings: Settings, theme: Theme, root: Path, tmp_path: Path, damage: bytes
) -> None:
    """Remembered frames that do not fit their checksum are rendered again."""
    key = frames_key(builder_config(settings, root / "mkdocs.yml"))
    (tmp_path / f"{key}.json").write_bytes(damage)
    assert theme == built_theme(settings, root, tmp_path / "stage", tmp_path)


def test_frames_of_an_earlier_key_are_dropped(
    settings: Settings, root: Path, tmp_path: Path
) -> None:
    """What nobody asks for any more does not stay in the cache."""
    built_theme(settings, root, tmp_path / "stage", tmp_path / "cache")
    other = dataclasses.replace(settings, site_name="River calls")
    built_theme(other, root, tmp_path / "stage", tmp_path / "cache")
    key = frames_key(builder_config(other, root / "mkdocs.yml"))
    assert [f"{key}.json"] == [path.name for path in (tmp_path / "cache").glob("*.json")]


@pytest.mark.parametrize(
    "change", [{"site_name": "River"}, {"indexing": True}, {"site_url": "https://x.example/"}]
)
def test_the_key_knows_the_settings(settings: Settings, root: Path, change: dict) -> None:
    """Frames for other settings are other frames."""
    config = builder_config(settings, root / "mkdocs.yml")
    other = builder_config(dataclasses.replace(settings, **change), root / "mkdocs.yml")
    assert frames_key(config) != frames_key(other)


def test_the_key_does_not_know_the_day(settings: Settings, root: Path) -> None:
    """Frames are the same on every day."""
    tomorrow = dataclasses.replace(settings, today=settings.today.replace(day=6))
    configs = (builder_config(given, root / "mkdocs.yml") for given in (settings, tomorrow))
    assert len({frames_key(config) for config in configs}) == 1


def test_settings_can_start_no_code(settings: Settings, tmp_path: Path) -> None:
    """Plugins, hooks, extensions and templates that `mkdocs.yml` names do not reach MkDocs."""
    written = """\
    plugins: [evil]
    hooks: [evil.py]
    markdown_extensions: [evil]
    extra_javascript: [https://evil.example/x.js]
    extra: {analytics: {provider: evil}}
    theme: {name: evil, custom_dir: evil, font: {text: Evil}, static_templates: [evil.html]}
    """
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    assert "evil" not in str(builder_config(settings, tmp_path / "mkdocs.yml")).lower()


def test_an_archive_without_a_look_of_its_own_can_be_built(
    settings: Settings, tmp_path: Path
) -> None:
    """`mkdocs.yml` need not say anything about the theme."""
    (tmp_path / "mkdocs.yml").write_text("site_name: River\n", encoding="utf-8")
    theme = built_theme(settings, tmp_path, tmp_path / "stage", tmp_path / "cache")
    assert set(theme.plain) == {*nav_pages(settings.nav), "404.html"}


def test_an_archive_without_a_look_of_its_own_has_ours(settings: Settings, tmp_path: Path) -> None:
    """Two schemes and a mark need no line in `mkdocs.yml`, and one line changes them."""
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: River\n", encoding="utf-8")
    palette = builder_config(settings, file)["theme"]["palette"]
    assert ["default", "default", "slate"] == [choice["scheme"] for choice in palette]
    file.write_text("theme:\n  palette:\n    scheme: slate\n", encoding="utf-8")
    assert {"scheme": "slate"} == builder_config(settings, file)["theme"]["palette"]


def test_frames_ask_no_other_host(theme: Theme) -> None:
    """No frame loads a script, style, font or picture from elsewhere."""
    for text in theme.outlined.values():
        # Links that are only followed, and the name of the licence, load nothing.
        asking = re.sub(r'<a [^>]*>|<link rel="license"[^>]*>', "", text)
        loaded = re.findall(r'(?:src|href)="(?:https?:)?//([^/"]*)', asking)
        assert set(loaded) <= {"archive.example"}
        assert "fonts.googleapis" not in text
        assert 'data-md-component="source"' not in text


def test_assets_are_the_ones_that_are_asked_for(theme: Theme) -> None:
    """Every asset that a frame, a page or a script of theirs names is there, and nothing else."""
    names = {name for name, _ in theme.assets}
    asked = {
        call_when.LOCAL_TIME,
        list_tools.SCRIPT,
        player.SCRIPT,
        transcript_pages.FOLLOW,
        requesting.SCRIPT,
        search_page.SCRIPT,
        subscribe_page.SCRIPT,
    }
    for page, text in theme.plain.items():
        if page != "404.html":
            addresses = re.findall(r'(?:src|href)="(?:\.\./)*(assets/[^"]*)"', text)
            shared = re.findall(r'og:image" content="https://archive.example/([^"]*)"', text)
            asked |= {*addresses, *shared}
    folders = ("/javascripts/search", "/javascripts/request/", "/javascripts/player/")
    scripts = {
        name: data.decode() for name, data in theme.assets if any(each in name for each in folders)
    }
    for name, text in scripts.items():
        for imported in re.findall(r'^import (?:.* from )?"(\.[^"]*)";$', text, re.MULTILINE):
            asked.add(posixpath.normpath(posixpath.join(posixpath.dirname(name), imported)))
    assert asked == names


@pytest.mark.parametrize("indexing", [False, True])
def test_noindex_stands_on_every_page_until_listing_is_allowed(
    settings: Settings, themed: Callable[[Settings], Theme], indexing: bool
) -> None:
    """Without `indexing` each frame, 404.html too, asks search engines to stay away."""
    theme = themed(dataclasses.replace(settings, indexing=indexing))
    for text in (*theme.plain.values(), *theme.outlined.values()):
        assert text.count('<meta name="robots" content="noindex">') == (not indexing)


def test_the_stage_can_be_read(settings: Settings, tmp_path: Path) -> None:
    """The stage has a page for each page of the navigation, which says what to run, and no other."""
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "old.md").write_text("old", encoding="utf-8")
    stage(settings.nav, tmp_path / "stage", outline=True)
    files = {
        path.relative_to(tmp_path / "stage").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "stage").rglob("*.md")
    }
    assert {source_path(page) for page in nav_pages(settings.nav)} == set(files)
    assert all(HINT in text for text in files.values())


def copy_of_site(root: Path, settings: Settings, place: Path) -> Path:
    """Copy what Zensical needs into a folder of its own, but for the line that stops a builder."""
    written = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert written.count(STOP) == 1
    (place / "mkdocs.yml").write_text(written.replace(STOP, ""), encoding="utf-8")
    shutil.copytree(
        root / "generator" / "site",
        place / "generator" / "site",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    stage(settings.nav, place / "build" / "stage", outline=True)
    return place


@pytest.mark.parametrize(
    "command",
    ["mkdocs build", "mkdocs serve", "mkdocs gh-deploy", "zensical build", "zensical serve"],
)
def test_a_builder_typed_by_habit_says_what_to_run(
    root: Path, tmp_path: Path, command: str
) -> None:
    """It stops with one line that names ours, also in a folder where nothing was ever built, and leaves nothing."""
    shutil.copy(root / "mkdocs.yml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=tmp_path,
        # `mkdocs serve` leaves a folder behind wherever temporary files go.
        env=os.environ | {"TMPDIR": str(tmp_path.parent)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    (line,) = (done.stdout + done.stderr).strip().splitlines()
    assert done.returncode == 1
    assert f"'{RUN}'" in line
    assert ["mkdocs.yml"] == [path.name for path in tmp_path.iterdir()]


def test_mkdocs_without_the_theme_says_what_to_run(root: Path, tmp_path: Path) -> None:
    """The line is read before a theme is looked for, so a MkDocs of the system that knows ours not says the same."""
    shutil.copy(root / "mkdocs.yml", tmp_path)
    program = "import sys; from mkdocs import utils; utils.get_theme_names = lambda: ['mkdocs']"
    program += "; from mkdocs.__main__ import cli; sys.argv[1:] = ['build']; cli()"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert 1 == done.returncode
    assert 1 == done.stderr.count(f"'{RUN}'") == len(done.stderr.splitlines())


def test_zensical_builds_the_same_folder(settings: Settings, root: Path, tmp_path: Path) -> None:
    """Zensical reads the same settings and stage, and each token stands where it should."""
    place = copy_of_site(root, settings, tmp_path)
    subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=place,
        capture_output=True,
        timeout=60,
        check=True,
    )
    for page in (*nav_pages(settings.nav), "404.html"):
        text = (place / "build" / "frames" / page).read_text(encoding="utf-8")
        expected = {
            "ARCHIVE-FRAME-TITLE (run make build)": 1 if page == "404.html" else 3,
            "ARCHIVE-FRAME-DESCRIPTION (run make build)": 0 if page == "404.html" else 2,
            HEAD: 1,
            "ARCHIVE-FRAME-END (run make build)": 1,
            '<h1 id="__title">ARCHIVE-FRAME-HEADING (run make build)</h1>': 1,
            'href="#archive-frame-outline-e"': 0 if page == "404.html" else 2,
            'aria-current="page"': 0 if page == "404.html" else 1,
            '<meta name="robots" content="noindex">': 1,
            "assets/stylesheets/archive.css": 1,
        }
        assert expected == {token: text.count(token) for token in expected}, page


def test_every_page_leads_to_the_search(theme: Theme) -> None:
    """Each frame has a box that leads to the search page from where it is, but for that page itself."""
    actions = {
        page: re.findall(r'<form class="ia-box"[^>]* action="([^"]*)" method="get">', text)
        for page, text in theme.plain.items()
    }
    assert [] == actions.pop("search/index.html")
    assert ["/search/index.html"] == actions.pop("404.html")
    places = {page: posixpath.dirname(page) for page in actions}
    found = {
        page: [posixpath.normpath(f"{places[page]}/{one}") for one in actions[page]]
        for page in actions
    }
    assert {page: ["search/index.html"] for page in found} == {
        page: [one.lstrip("/") for one in ones] for page, ones in found.items()
    }
