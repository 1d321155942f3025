"""The two kinds of output: a `File` is finished bytes, a `Page` still needs the theme's frame around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class File:
    """A finished file of the site.

    `path` is relative to the site's root, with `/` between folders, and never starts with one.
    """

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a page's outline: a heading of level 2 to 6, its anchor and its words as plain text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What people read, before the theme is put around it.

    `section` is the path of the page of the navigation whose frame this page wears: its own path for a page of the
    navigation, the index beside it for a record's page.
    `title` and `description` are plain text and are escaped when they are stamped; `body` is finished, safe HTML and
    holds one `<h1>` without an id, which only a small line may precede.
    `outline` lists the headings of level 2 and 3 in reading order.
    `source` is the file in the repository that a reader would edit, or an empty string.
    """

    path: str
    section: str
    title: str
    description: str
    outline: tuple[Heading, ...]
    body: str
    source: str = ""


Output = File | Page


@dataclass(frozen=True, slots=True)
class Draft:
    """An output that is not made yet: `make(view, settings)` gives the output at `path`.

    `make` is a module-level pure function and `view` a frozen value of public types that holds all it needs, so that
    the work can be done in another process, remembered, or left until a reader asks for the page.
    `remember` is false for outputs about records that are not fully shared.
    """

    path: str
    make: Callable[[Any, Settings], Output]
    view: object
    remember: bool = True
