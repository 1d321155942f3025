"""Finds what is wrong with names that people give to passages by hand, `{#words}`, and with lines that say `[removed]`.

The names of marks are read with the marks; two marks with one name are left to them.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.load.notebook import Notebook
from generator.load.prose import text_lines
from generator.problems import Place, problem, replacing
from generator.slugs import REMOVED, is_name, names_of_removed, slug

RESERVED = re.compile(r"record-|notes-|add-notes\Z|t-[0-9]")
"""How names begin that a page gives to its own parts."""
_LEAD = re.compile(r"(?:[ \t>]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])*+")
_AT_END = re.compile(r"\{[ \t]*#[ \t]*([^{}#]{1,120}?)[ \t]*\}[ \t]*\Z")
_UNDERLINED = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_LIKE_REMOVED = re.compile(r"\[removed\b[^\]]{0,80}\][ \t]*(?:\{|\Z)", re.IGNORECASE)
_TOO_MANY = 50


class _Given(NamedTuple):
    """A name as it is written: where, what it names (`heading`, `mark`, `removed`), and the name."""

    place: Place
    kind: str
    name: str


def count_removals(body: str) -> int:
    """Count the passages that a text says were taken out."""
    if "[removed" not in body:
        return 0
    return sum(bool(REMOVED.match(line[_lead(line) :])) for _, line in text_lines(body, 1))


def check_names(
    book: Notebook, body: str, first: int, marks: Collection[str], prefix: str = ""
) -> None:
    """Write down what is wrong with the names in a text whose first line is line `first` of the file.

    `marks` are the names given to marks; `prefix` begins the names of the page's own that headings get.
    """
    if "{" not in body and "[" not in body:
        return
    first_of: dict[tuple[str, str], Place] = {}
    for given in _names(book, body, first, marks):
        if given.kind != "removed" and RESERVED.match(given.name):
            _refuse(book, given)
        else:
            _tell_second(book, given, first_of, prefix)


def _refuse(book: Notebook, given: _Given) -> None:
    bare = re.sub(r"\A(?:(?:record|notes|add)-)+", "", given.name)
    better = f"at-{given.name[2:]}" if given.name.startswith("t-") else bare
    book.problems.append(problem("R325", given.place, name=given.name, better=better or "words"))


def _tell_second(
    book: Notebook, given: _Given, first_of: dict[tuple[str, str], Place], prefix: str
) -> None:
    """Say that a name is given twice: by the words that links use, or by the name it has in the page."""
    in_page = f"{prefix}{given.name}" if given.kind == "heading" else given.name
    keys = [("page", in_page)]
    if given.kind != "removed":
        keys.append(("words", given.name))
    known = next((first_of[key] for key in keys if key in first_of), None)
    marks = [("mark", given.name)] if given.kind == "mark" else []
    if known and not (marks and marks[0] in first_of):
        notes = ((known, "first given here"),)
        book.problems.append(problem("R324", given.place, notes, name=given.name))
    for key in (*keys, *marks):
        first_of.setdefault(key, given.place)


def _names(book: Notebook, body: str, first: int, marks: Collection[str]) -> Iterator[_Given]:
    """Give the names that are read, and write down those that are not."""
    lines = list(text_lines(body, first))
    most = len(book.problems) + _TOO_MANY
    for index, (number, line) in enumerate(lines):
        if len(book.problems) > most:
            return
        if "{" not in line and "[" not in line:
            continue
        lead = _lead(line)
        rest = line[lead:]
        removed = REMOVED.match(rest)
        if removed:
            place = Place(book.path, number, lead + 1, len(rest.rstrip()))
            yield from _of_removed(book, place, names_of_removed(removed))
        elif _LIKE_REMOVED.match(rest):
            _tell_removed(book, Place(book.path, number, lead + 1, len(rest.rstrip())), rest)
        else:
            following = lines[index + 1][1] if index + 1 < len(lines) else ""
            is_heading = rest.startswith("#") or bool(_UNDERLINED.match(following))
            yield from _at_end(book, number, line, is_heading, marks)


def _lead(line: str) -> int:
    found = _LEAD.match(line)
    return found.end() if found else 0


def _at_end(
    book: Notebook, number: int, line: str, is_heading: bool, marks: Collection[str]
) -> Iterator[_Given]:
    found = _AT_END.search(line, max(0, len(line) - 200)) if line.rstrip().endswith("}") else None
    if not found:
        return
    written, name = found[0].rstrip(), found[1]
    place = Place(book.path, number, found.start() + 1, len(written))
    if written == f"{{#{name}}}" and is_name(name):
        kind = "heading" if is_heading else "mark" if name in marks else ""
        if kind:
            yield _Given(place, kind, name)
        else:
            why = "only headings and marked lines have names"
            todo = "begin the line with a mark, such as `**Decision:**`, or take the name out"
            book.problems.append(problem("R326", place, text=written, why=why, todo=todo))
        return
    better = f"{{#{slug(name)}}}"
    why = "a name is small letters, digits and hyphens, without gaps"
    fix = replacing(place, better) if slug(name) else None
    todo = f"write `{better}`" if slug(name) else "write words of small letters"
    book.problems.append(problem("R326", place, (), fix, text=written, why=why, todo=todo))


def _of_removed(book: Notebook, place: Place, names: list[str]) -> Iterator[_Given]:
    """Give the names of what was taken out; they are names in the page, and may begin like those."""
    for name in names:
        bare = re.sub(r"\Anotes-", "", name)
        if is_name(bare) and not name.startswith("record-"):
            yield _Given(place, "removed", name)
        else:
            why = "no passage of notes has such a name"
            todo = "write the name behind `#` in the address that led to the passage"
            text = f"{{#{name}}}"
            book.problems.append(problem("R326", place, text=text, why=why, todo=todo))


def _tell_removed(book: Notebook, place: Place, rest: str) -> None:
    why = "this line does not say in a known way that a passage was taken out"
    todo = (
        "write `[removed] {#name}` with the name that the passage had in its address, or `[removed: legal] {#name}`"
        " with one of the reasons safety, integrity, consent and legal"
    )
    text = rest.rstrip()[:120]
    book.problems.append(problem("R326", place, text=text, why=why, todo=todo))
