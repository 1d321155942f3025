"""The kinds of output: a `File` is finished bytes, a `Page` still needs a frame around it, an `Index` is rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
class Alternate:
    """Another form of what a page holds: its media type, its name, and its path in the site."""

    type: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Head:
    """What machines read in the head of a page besides its title, description and address.

    `kind` is the page's own type in the terms of Schema.org, and `facts` are further properties of it there, whose
    values are texts, numbers, sequences and mappings of such; what the page is about stands in them as `mainEntity`.
    `changed_at` is the second of the last change (Unix time), or nothing when history does not tell.
    `is_listed` says whether search engines may list the page where they may list the site.
    """

    kind: str = "WebPage"
    facts: Mapping[str, object] = field(default_factory=dict)
    alternates: tuple[Alternate, ...] = ()
    changed_at: int | None = None
    is_listed: bool = True


PLAIN_HEAD = Head()
"""The head of a page that has nothing of its own for machines."""


@dataclass(frozen=True, slots=True)
class Page:
    """What people read, before the theme is put around it.

    `section` is the path of the page of the navigation whose frame this page wears: its own path for a page of the
    navigation, the index beside it for a record's page.
    `title` and `description` are plain text and are escaped when they are stamped; `body` is finished, safe HTML and
    holds one `<h1>` without an id, which only a small line may precede.
    `outline` lists the headings of level 2 and 3 in reading order.
    `source` is the file in the repository that a reader would edit, or an empty string.
    `head` is what machines read; nothing in it is escaped yet.
    """

    path: str
    section: str
    title: str
    description: str
    outline: tuple[Heading, ...]
    body: str
    source: str = ""
    head: Head = PLAIN_HEAD


@dataclass(frozen=True, slots=True)
class IndexPassage:
    """A passage that a search finds: where it stands in its page, and how it is shown.

    `anchor` is a name in the page, empty for its top; `words` stand for the passage in a list, such as its heading.
    `kind` is `call`, `decision` (only for what was decided) or `page`.
    `state` says what the passage belongs to (`Minutes`, `Draft minutes`, `Summary, not the minutes`), or nothing.
    `fields` are pairs of a field (`title`, `decision`, `heading`, `place`, `body`) and its text.
    `weight` is how much its words count beside those of others, in parts of a hundred; a title counts in full.
    """

    anchor: str
    words: str
    kind: str
    state: str
    language: str
    fields: tuple[tuple[str, str], ...]
    weight: int = 100


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page of a search index: its address, title, date (empty: none), and the values that filters ask for.

    The first of its passages is the head of the page, whose words count a little for the others too.
    """

    page: str
    title: str
    date: str
    filters: tuple[tuple[str, str], ...]
    passages: tuple[IndexPassage, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """One file of the search index as rows, the newest first; `site/search_index.py` makes its bytes."""

    path: str
    entries: tuple[IndexEntry, ...]


Output = File | Page | Index


@dataclass(frozen=True, slots=True)
class Draft:
    """An output that is not made yet: `make(view, settings)` gives the output at `path`.

    `make` is a module-level pure function and `view` a frozen value of public types that holds all it needs, so that
    the work can be done in another process, remembered, or left until a reader asks for the page.
    `remember` is false for outputs about records that are not fully shared.
    `weight` says as how many ordinary pages it takes to make.
    `is_listed` says of a page whether search engines are led to it where they may list the site, and `changed_at` when
    what it tells of was last changed (in seconds of Unix time), or nothing when history does not tell.
    """

    path: str
    make: Callable[[Any, Settings], Output]
    view: object
    remember: bool = True
    weight: int = 1
    is_listed: bool = True
    changed_at: int | None = None
