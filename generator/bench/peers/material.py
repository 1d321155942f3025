"""MkDocs with the theme Material, which our own frames are drawn by; one row without its search and one with it.

The theme draws the frame, and an override of its block of content adds what our pages have below a call's text.
Its `--dirty` leaves lists and neighbours stale, which is not the same work, so an edit costs it a whole build.
"""

import importlib.metadata
import sys
from collections.abc import Mapping

from generator.bench.peers.frame import STEM, Frame
from generator.bench.peers.peer import NOTES, Peer

_SETTINGS = """\
site_name: River Assembly calls
site_url: https://river.example/calls/
use_directory_urls: false
plugins: [PLUGINS]
nav:
  - Home: index.md
  - About: about.md
  - Help: help.md
validation:
  nav:
    omitted_files: ignore
theme:
  name: material
  custom_dir: overrides
  font: false
  features:
    - navigation.top
    - toc.follow
"""


def find() -> Peer:
    """Give MkDocs without its search."""
    return _peer("mkdocs", "MkDocs-Material", "", (NOTES,))


def find_searched() -> Peer:
    """Give MkDocs with its search."""
    return _peer("mkdocs-search", "MkDocs-Material with its search", "search", ())


def _peer(name: str, title: str, plugins: str, edits: tuple[str, ...]) -> Peer:
    def settings(frame: Frame) -> Mapping[str, str]:
        return {"mkdocs.yml": _SETTINGS.replace("PLUGINS", plugins), **same_files(frame)}

    version = importlib.metadata.version
    return Peer(
        name=name,
        title=title,
        version=f"{version('mkdocs')} with {version('mkdocs-material')}",
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet"),
        settings=settings,
        pages="docs/calls",
        links="md",
        site="site",
        edits=edits,
    )


def same_files(frame: Frame) -> dict[str, str]:
    """Give the override of the theme and the three pages of the navigation, which Zensical reads alike."""
    rest = frame.below()
    parts = (
        part if at % 2 else f"{{% raw %}}{part}{{% endraw %}}" for at, part in enumerate(rest.parts)
    )
    below = Frame(tuple(parts)).filled({STEM: "{{ page.meta.stem }}"})
    start = '{% extends "base.html" %}{% block content %}{{ super() }}'
    return {
        "overrides/main.html": f"{start}{below}{{% endblock %}}",
        "docs/index.md": "# River Assembly calls\n\nThe calls of the River Assembly.\n",
        "docs/about.md": "# About\n\nThe river, its towns and its calls exist only here.\n",
        "docs/help.md": "# Help\n\nA group decides what may be seen of its calls.\n",
    }
