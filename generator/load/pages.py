"""Reads the pages that people write by hand."""

import re

from generator.fields import PAGE
from generator.fields.kinds import Text
from generator.listings import LISTINGS
from generator.load.files import Source
from generator.load.front_matter import read_parts
from generator.load.given_names import check_names
from generator.load.notebook import BAD, Notebook
from generator.load.prose import find_links, text_lines, warn_of_html
from generator.load.scalars import read_text
from generator.load.values import read_table
from generator.load.yaml_tree import Scalar
from generator.model.page import WrittenPage
from generator.problems import Place, problem

_LISTING = re.compile(r"<!--\s*archive:\s*([a-z-]+)(?:\s+limit=([0-9]{1,4}))?\s*-->\s*\Z")
_LOOKS_LIKE_LISTING = re.compile(r"<!--\s*archive\b:?\s*(.*?)(?:-->|\Z)")


def read_page(book: Notebook, source: Source) -> WrittenPage | None:
    """Read one page; it must begin with its title as a heading of the first level."""
    parts = read_parts(book, source)
    if parts is None:
        return None
    values = read_table(book, PAGE, parts.front)
    lead = len(parts.body) - len(parts.body.lstrip("\n"))
    heading, _, rest = parts.body[lead:].partition("\n")
    line = parts.body_line + lead
    if not heading.startswith("# ") or not heading[2:].strip():
        book.problems.append(problem("S702", Place(book.path, line)))
        return None
    title = _title(book, heading, line)
    warn_of_html(book, rest, line + 1)
    check_names(book, rest, line + 1, ())
    return WrittenPage(
        path=book.path,
        title=title,
        description=values.get("description", ""),
        body=rest,
        body_line=line + 1,
        links=find_links(rest, line + 1),
        listings=tuple(_listings(book, rest, line + 1)),
    )


def _title(book: Notebook, heading: str, line: int) -> str:
    """Give the words of the first heading, which stand in lists and in the navigation as a record's title does."""
    words = heading[2:].strip()
    at = heading.index(words)
    # As if in quotes: a line below that begins with a hyphen is no part of it.
    node = Scalar(words, line, at + 1, len(words), quoted=True)
    title = read_text(book, Text(), node, "title")
    return words if title is BAD else str(title)


def _listings(book: Notebook, body: str, first: int) -> list[tuple[int, str, int]]:
    found = []
    for number, line in text_lines(body, first):
        looks = _LOOKS_LIKE_LISTING.match(line)
        match = _LISTING.match(line)
        if match and match[1] in LISTINGS:
            found.append((number, match[1], int(match[2] or 0)))
        elif looks:
            name = match[1] if match else looks[1].strip() or "nothing"
            place = Place(book.path, number, looks.start() + 1, len(looks[0]))
            nearest = book.nearest(name, LISTINGS)
            book.problems.append(
                problem("S703", place, name=name, nearest=nearest, how=_how_to_list(name))
            )
    return found


def _how_to_list(name: str) -> str:
    """Say how the listing is written that is named at the beginning, or which ones there are."""
    first = name.partition(" ")[0]
    if first in LISTINGS:
        return f"write `<!-- archive: {first} -->`, or `<!-- archive: {first} limit=5 -->` for the first five"
    return f"use one of: {', '.join(f'`{listing}`' for listing in sorted(LISTINGS))}"
