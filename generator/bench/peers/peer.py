"""Says what a builder is that ours is compared with, and lays the same calls out for it in an empty folder."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.bench.peers.documents import Document
from generator.bench.peers.frame import Frame

TOOLS = Path(__file__).parents[3] / "build" / "bench"
"""Where `make build/bench/done.stamp` and `make build/bench/npm/done.stamp` install what does not come with us."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A builder that is installed here; `command` is run in the folder of its sources.

    `settings` gives by path every file that is no call. Calls go into the folder `pages`, with addresses of other calls
    that end as `links` says. `site` is where the builder writes; that and `left` are what it leaves behind.
    `edits` names the kinds of builds besides a cold one that are measured.
    """

    name: str
    title: str
    version: str
    command: tuple[str, ...]
    settings: Callable[[Frame], Mapping[str, str]]
    pages: str
    links: str
    site: str
    left: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """A builder that is not installed here, and how it is."""

    name: str
    title: str
    install: str


UNCHANGED = "unchanged"
NOTES = "one edit of notes"
TITLE = "one edit of a title"
WITHHELD = "one call withheld"
EVERY_EDIT = (UNCHANGED, NOTES, TITLE, WITHHELD)
"""Kinds of builds that a builder can be asked for after a cold one; those from `NOTES` on are edits of `made_up`."""


def prepare(root: Path, peer: Peer, frame: Frame) -> None:
    """Write everything but the calls into an empty folder."""
    for path, text in peer.settings(frame).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    (root / peer.pages).mkdir(parents=True, exist_ok=True)


def write_page(root: Path, peer: Peer, document: Document) -> None:
    """Write the source of a call's page."""
    with open(_path(root, peer, document.stem), "wb", buffering=0) as file:
        file.write(document.text(peer.links).encode())


def remove_page(root: Path, peer: Peer, stem: str) -> None:
    """Delete the source of a call's page."""
    os.unlink(_path(root, peer, stem))


def lacking(root: Path, peer: Peer, stems: Iterable[str]) -> list[str]:
    """Give the calls of which a finished site has no page: a builder that leaves some out did less work."""
    folder = root / peer.site / "calls"
    there = set(os.listdir(folder)) if folder.is_dir() else set()
    return [stem for stem in stems if f"{stem}.html" not in there]


def _path(root: Path, peer: Peer, stem: str) -> str:
    return f"{root}/{peer.pages}/{stem}.md"
