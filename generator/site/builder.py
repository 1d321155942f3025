"""Renders the frames with MkDocs, in process and only when something they depend on has changed.

The only file that knows MkDocs: replacing the site builder means replacing this file.
What a frame is made of, and how pages get into it, is left to `stage.py` and `frames.py`.
"""

import base64
import copy
import dataclasses
import hashlib
import importlib.metadata
import json
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml
from markupsafe import escape

from generator import forges, own_files
from generator.settings import NavEntry, Settings, nav_pages, repository
from generator.site import dark_scheme, own_look
from generator.site.inline import Inline, inline_from, inline_of
from generator.site.lock import locked
from generator.site.stage import NOT_FOUND, source_path, stage
from generator.site.theme_words import theme_words
from generator.wording import N_, gettext, spoken

PACKAGE = Path(__file__).parent
THEME_DIR = PACKAGE / "theme"
LOOK_KEYS = ("language", "direction", "features", "palette")
"""What `theme` in `mkdocs.yml` may choose; the rest is ours, so that no setting can start code or fetch a font."""


def _scheme(media: str, scheme: str, icon: str, name: str) -> dict[str, Any]:
    toggle = {"icon": f"material/{icon}", "name": name}
    return {
        "media": media,
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": toggle,
    }


OUR_LOOK: dict[str, Any] = {
    "icon": {"logo": own_look.OUR_ICON, "repo": "material/source-branch"},
    "features": ["navigation.top", "toc.follow", "content.action.edit"],
    "palette": [
        _scheme("(prefers-color-scheme)", "default", "brightness-auto", N_("Use the light scheme")),
        _scheme(
            "(prefers-color-scheme: light)", "default", "weather-sunny", N_("Use the dark scheme")
        ),
        _scheme(
            "(prefers-color-scheme: dark)",
            "slate",
            "weather-night",
            N_("Use the scheme of your system"),
        ),
    ],
}
"""The look of an archive that chooses none of its own, in the names of `mkdocs.yml`."""
STYLE_SHEET = "assets/stylesheets/archive.css"
STYLE_PARTS = "assets/stylesheets/archive"
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_START = re.compile(r"\n\s+")
UNUSED = ("/lunr/", "/workers/", f"{STYLE_PARTS}/")
"""Parts of the theme that only its own search needs, and that search is off; parts of our sheet, which are joined."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Rendered frames by address of their page, with and without an outline, their files, and what is inline."""

    outlined: Mapping[str, str]
    plain: Mapping[str, str]
    assets: tuple[tuple[str, bytes], ...]
    inline: Inline


def built_theme(settings: Settings, root: Path, stage_dir: Path, cache: Path) -> Theme:
    """Give the frames and the theme's files, from `cache` when nothing they depend on has changed.

    `root` holds `mkdocs.yml`; `stage_dir` is left behind to be looked at.
    Raises `OSError` when a folder cannot be written, `Locked` when another build is at it for too long, and
    `ValueError` or MkDocs' own exceptions when the theme cannot be built.
    """
    config = builder_config(settings, root / "mkdocs.yml")
    remembered = cache / f"{frames_key(config)}.json"
    theme = _recall(remembered)
    if theme is not None:
        return theme
    own_files.make_folder(cache)
    own_files.make_room(cache / "lock")
    with locked(cache / "lock"):
        theme = _recall(remembered)
        if theme is None:
            theme = _render(settings.nav, config, stage_dir, root, cache / "scratch")
            _remember(theme, remembered)
    return theme


def builder_config(settings: Settings, mkdocs_yml: Path) -> dict[str, Any]:
    """Give MkDocs' configuration: ours from `settings`, the look from `mkdocs.yml`, and nothing that runs code.

    Folders are left out, because frames do not depend on where they are built.
    """
    text = mkdocs_yml.read_text(encoding="utf-8")
    # Every value stays the text that was written: a day that does not exist would end the build.
    written = yaml.load(text, Loader=yaml.CBaseLoader) or {}
    theme = written.get("theme")
    look = theme if isinstance(theme, dict) else {}
    own = look.get("icon")
    said = {words: escape(there) for words, there in theme_words(settings.language).items()}
    icons = OUR_LOOK["icon"] | (own if isinstance(own, dict) else {})
    return {
        "site_name": escape(settings.site_name),
        "site_description": escape(settings.site_description),
        "site_url": settings.site_url,
        "repo_url": settings.repo_url or None,
        # Empty rather than nothing: MkDocs would put its own guess about the forge there.
        "edit_uri": escape(
            forges.edit_base(repository(settings)).removeprefix(f"{settings.repo_url}/")
        ),
        "copyright": _escaped(written.get("copyright")),
        "use_directory_urls": False,
        "plugins": [],
        "hooks": [],
        "markdown_extensions": ["attr_list", {"toc": {"title": said["On this page"]}}],
        "nav": _nav(settings.nav),
        "theme": _our_look(settings.language)
        | {key: _escaped(look[key]) for key in LOOK_KEYS if key in look}
        | {"icon": icons, "favicon": own_look.favicon_of(settings, icons["logo"])}
        | {"name": "material", "font": False},
        "extra": {
            "generator": False,
            "scope": _scope(settings.site_url),
            "archive": {
                "indexing": settings.indexing,
                "licence": escape(settings.records_licence_url),
                "words": said,
                "mark": settings.mark,
                "rules": own_look.accent_rules(settings.accent, settings.accent_dark),
                "favicon": own_look.favicon(settings, icons["logo"]),
            },
        },
    }


def _scope(site_url: str) -> str:
    # The theme's own would differ in each depth of folders, and each needs a hash in the policy.
    return quote(urlsplit(site_url).path, safe="/%~")


def _our_look(language: str) -> dict[str, Any]:
    """Give our look with the names of its switches in a language."""
    with spoken(language):
        palette = [
            {**one, "toggle": {**one["toggle"], "name": escape(gettext(one["toggle"]["name"]))}}
            for one in OUR_LOOK["palette"]
        ]
    return {**OUR_LOOK, "palette": palette}


def _escaped(value: Any) -> Any:
    """Escape all words of a setting: MkDocs fills the theme's templates in without escaping."""
    if isinstance(value, dict):
        return {key: _escaped(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_escaped(part) for part in value]
    return escape(value) if isinstance(value, str) else value


def frames_key(config: Mapping[str, Any]) -> str:
    """Give the name under which frames are remembered: everything they depend on, hashed."""
    parts = hashlib.sha256(json.dumps(config, sort_keys=True).encode())
    for package in ("mkdocs", "mkdocs-material", "jinja2", "markdown"):
        parts.update(f"{package} {importlib.metadata.version(package)}\n".encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            parts.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
            parts.update(hashlib.sha256(path.read_bytes()).digest())
    return parts.hexdigest()


def _nav(entries: tuple[NavEntry, ...]) -> list[dict[str, Any]]:
    """Give the navigation with its titles escaped, since the theme fills them in as they are."""
    return [
        {
            str(escape(entry.title)): _nav(entry.children)
            if entry.children
            else source_path(entry.path)
        }
        for entry in entries
    ]


def _render(
    nav: tuple[NavEntry, ...], config: Mapping[str, Any], stage_dir: Path, root: Path, scratch: Path
) -> Theme:
    pages = [*nav_pages(nav), NOT_FOUND]
    own_files.remove(scratch)
    stage(nav, scratch / "stage", outline=False)
    build_site(config, scratch / "stage", scratch / "plain", root)
    stage(nav, stage_dir, outline=True)
    build_site(config, stage_dir, scratch / "outlined", root)
    outlined, plain = (
        {page: (scratch / kind / page).read_text(encoding="utf-8") for page in pages}
        for kind in ("outlined", "plain")
    )
    inline = inline_of((*outlined.items(), *plain.items()))
    theme = Theme(outlined, plain, tuple(_assets(scratch / "plain", config)), inline)
    shutil.rmtree(scratch)
    return theme


def build_site(config: Mapping[str, Any], docs_dir: Path, site_dir: Path, root: Path) -> None:
    """Build `docs_dir` into `site_dir` with MkDocs, without a word on the terminal.

    Raises `ValueError` for a configuration that MkDocs refuses, and MkDocs' `BuildError` or `Abort`.
    """
    # Here, because importing MkDocs takes longer than a build that finds its frames remembered.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415

    loaded = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    theme = dict(config["theme"]) | {"custom_dir": str(THEME_DIR)}
    folders = {"docs_dir": str(docs_dir.resolve()), "site_dir": str(site_dir.resolve())}
    # A copy, because MkDocs empties what it is given.
    loaded.load_dict(copy.deepcopy({**config, **folders, "theme": theme}))
    with _quiet():
        errors, _ = loaded.validate()
        if errors:
            raise ValueError("; ".join(f"mkdocs.yml: {key}: {error}" for key, error in errors))
        build(loaded)


@contextmanager
def _quiet() -> Iterator[None]:
    log = logging.getLogger("mkdocs")
    before = log.disabled, log.propagate, log.level
    log.propagate, log.level = False, logging.CRITICAL + 1
    try:
        yield
    finally:
        log.disabled, log.propagate, log.level = before


def style_sheet(rules: str = "") -> str:
    """Give our style sheet: its parts, one subject each, in the order of their names, and an archive's own rules."""
    parts = sorted((THEME_DIR / STYLE_PARTS).glob("*.css"))
    joined = "\n".join([*(part.read_text(encoding="utf-8") for part in parts), rules])
    # What only its writers read would be a quarter of what every reader fetches.
    return _LINE_START.sub("\n", _REMARK.sub("", joined)).lstrip()


def _assets(site: Path, config: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    own = config["extra"]["archive"]
    sheet = style_sheet(own["rules"])
    if dark_scheme.is_by_system(config["theme"]["palette"]):
        sheet = dark_scheme.without_script(sheet)
    yield STYLE_SHEET, sheet.encode()
    is_own = config["theme"]["favicon"] == own_look.OWN_FAVICON
    if is_own:
        yield own_look.OWN_FAVICON, own["favicon"].encode()
    for path in sorted((site / "assets").rglob("*")):
        name = path.relative_to(site).as_posix()
        unused = name.endswith((".map", "/favicon.png")) or (is_own and name == own_look.OUR_CARD)
        if path.is_file() and not unused and not any(part in name for part in UNUSED):
            yield name, path.read_bytes()


def _remember(theme: Theme, path: Path) -> None:
    """Keep rendered frames; those of an earlier key are dropped, as nobody asks for them again."""
    payload = json.dumps(
        {
            "outlined": dict(theme.outlined),
            "plain": dict(theme.plain),
            "assets": [[name, base64.b64encode(data).decode()] for name, data in theme.assets],
            "inline": dataclasses.asdict(theme.inline),
        }
    ).encode()
    # Frames that cannot be kept are rendered again next time.
    with suppress(OSError):
        own_files.write_own(path, hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
        for other in path.parent.iterdir():
            if other != path and other.suffix in (".json", ".new"):
                own_files.remove(other)


def _recall(path: Path) -> Theme | None:
    """Give remembered frames; a missing or damaged file is a miss."""
    checksum, _, payload = own_files.read_own(path).partition(b"\n")
    if checksum != hashlib.sha256(payload).hexdigest().encode():
        return None
    kept = json.loads(payload)
    assets = tuple((name, base64.b64decode(data)) for name, data in kept["assets"])
    return Theme(kept["outlined"], kept["plain"], assets, inline_from(kept["inline"]))
