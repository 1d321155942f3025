"""A mark that says in other words than `supersedes` and `closes` what it ends or closes, so that nothing is ended."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from generator.joining import MARK_NAME, OUTCOMES, find_joins
from generator.model.archive import Archive
from generator.model.minutes import Mark
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_FIRST_FEW = 20
_SHOWN = 80
_ENDS = (
    r"sup[a-z]{1,5}[cs]e{1,2}d[a-z]{0,3}|replac(?:es?|ed|ing)|overrid(?:es?|den)|overturn(?:s|ed)?|repeal(?:s|ed)?"
    r"|revok(?:es?|ed)|rescind(?:s|ed)?|reemplaza|sustituye"
)
_CLOSES = r"clos(?:es?|ed|ing)|done|complet(?:es?|ed)|finish(?:es|ed)?|cierra|hecho"
_BETWEEN = (
    r"(?:(?:the|our|that|earlier|old|decision|action|proposal|mark|of|on|from|la|el|decisión|acción)"
    r"\s{1,3}){0,4}"
)
_NAMED = re.compile(
    rf"\b(?:(?P<ends>{_ENDS})|(?:{_CLOSES}))\b:?\s{{1,3}}(?P<by>by\s{{1,3}})?{_BETWEEN}"
    rf"(?P<name>(?:[0-9][a-z0-9-]{{3,79}})?#{MARK_NAME})",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:supersedes?|replaces?)\s{1,3}(?:the|our|what|all|that|both|every)\b[^;()]{0,200}",
    re.IGNORECASE,
)
_THERE = (
    "write `supersedes` and behind it the name of the earlier decision, as its row in the register has it:"
    " the id of its call, `#` and its name"
)
_LATER = (
    "write it in the later notes: beside the later decision, `supersedes` and the name of this one"
)


class _Said(NamedTuple):
    """What a mark says of another one and is not read, and what to do."""

    words: str
    todo: str


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look through the marks of notes that may be read."""
    open_calls = {call.id for call in archive.calls if call.share.details and call.share.minutes}
    for notes in archive.minutes:
        if notes.call in open_calls:
            yield from islice(_unread(notes.path, notes.marks), _FIRST_FEW)


def _unread(path: str, marks: tuple[Mark, ...]) -> Iterator[Problem]:
    for mark in marks:
        said = _said(mark)
        if said:
            yield problem("R321", Place(path, mark.line), said=said.words, todo=said.todo)


def _said(mark: Mark) -> _Said | None:
    """Give the first of a mark's words that name another one and are not read."""
    # Every name has this sign, and hardly a mark names another one.
    if "#" in mark.text or "#" in mark.note:
        whole = f"{mark.text} ({mark.note})"
        read = {found.end for found in find_joins(whole)}
        for found in _NAMED.finditer(whole):
            if found.end() not in read:
                return _Said(_shown(found[0]), _todo(found))
    if not mark.note:
        return None
    is_outcome = mark.kind.value in OUTCOMES and mark.adopted
    told = _TOLD.search(mark.note) if is_outcome and not mark.joins else None
    return _Said(_shown(told[0]), _THERE) if told else None


def _todo(found: re.Match[str]) -> str:
    if found["by"] and found["ends"]:
        return _LATER
    word = "supersedes" if found["ends"] else "closes"
    return f"write `{word} {found['name'].lower()}`"


def _shown(words: str) -> str:
    """Give the beginning of what somebody wrote, as a message repeats it between backquotes."""
    plain = words.strip().replace("`", "'")
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rstrip() + "…"
