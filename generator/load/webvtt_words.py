"""Reads the words of one piece of WebVTT: who says what, without marks of style, and with its signs written out.

What the W3C's WebVTT (section 6.4) knows as a tag is taken off; anything else in pointed brackets stays text, so that
no word is lost and no markup of anybody comes through.
"""

import functools
import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.alphabets import MOST_ACCENTS, heap_of_accents
from generator.load.text import hidden_characters
from generator.problems import Place, Problem, problem

_TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>ruby|rt|lang|[cibuv])(?:\.[^\s<>&]*)?(?:\s(?P<note>[^<>]*))?|[0-9]+(?::[0-9.]+)+)>"
)
_LIKE_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,200}>")
_SIGN = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_FEW = 20
"""So many problems of one piece are told."""
_DIRECTIONS = frozenset({"&lrm;", "&rlm;", "&lrm", "&rlm"})
"""Signs that only turn the direction of what stands beside them; pages do that by themselves."""


class Said(NamedTuple):
    """Words of one voice, with single spaces; `line` is that of the file on which they begin."""

    voice: str
    text: str
    line: int


class Piece(NamedTuple):
    """What stands below one line of times, from line `first` of the file at `path` on."""

    path: str
    first: int
    lines: Sequence[str]


def words_of(piece: Piece, problems: list[Problem]) -> list[Said]:
    """Give what each voice says in a piece; what is wrong is added to the problems."""
    whole = "\n".join(piece.lines)
    has_marks = "<" in whole or "&" in whole
    said = list(_by_voice(piece, whole, problems)) if has_marks else [("", whole, 0)]
    found: list[Said] = []
    for voice, text, at in said:
        plain = " ".join(text.split())
        if not plain:
            continue
        if found and found[-1].voice == voice:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {plain}")
        else:
            blank = len(text) - len(text.lstrip())
            line = piece.first + whole.count("\n", 0, at) + text.count("\n", 0, blank)
            found.append(Said(voice, plain, line))
    return found


def _by_voice(piece: Piece, whole: str, problems: list[Problem]) -> Iterator[tuple[str, str, int]]:
    """Give the words between changes of the voice, with where they begin in the whole."""
    voice, begin, done, parts = "", 0, 0, [""]
    for tag in _TAG.finditer(whole):
        parts.append(_text(piece, whole, done, tag.start(), problems))
        done = tag.end()
        if tag["name"] == "v":
            yield voice, "".join(parts), begin
            named = tag["note"] and not tag["end"]
            note = _text(piece, whole, *tag.span("note"), problems) if named else ""
            voice, begin, parts = " ".join(note.split()), done, []
    parts.append(_text(piece, whole, done, len(whole), problems))
    yield voice, "".join(parts), begin


def _text(piece: Piece, whole: str, start: int, end: int, problems: list[Problem]) -> str:
    """Give a stretch without tags as text, with its signs written out."""
    text = whole[start:end]
    if "<" in text:
        for tag in islice(_LIKE_TAG.finditer(text), _FEW):
            place = _place(piece, whole, start + tag.start(), len(tag[0]))
            why = "is no mark of a transcript, so it is shown as it stands here"
            problems.append(problem("M628", place, text=tag[0], why=why, hint=""))
    if "&" not in text:
        return text
    out, done = [], 0
    for sign in _SIGN.finditer(text):
        out += [text[done : sign.start()], _written_out(piece, whole, start, sign, problems)]
        done = sign.end()
    found = unicodedata.normalize("NFC", "".join([*out, text[done:]]))
    if heap_of_accents(found)[1]:
        place, size = _place(piece, whole, start, 1), heap_of_accents(found)[1]
        problems.append(problem("Y130", place, size=size, limit=MOST_ACCENTS))
        return text
    return found


def _written_out(
    piece: Piece, whole: str, start: int, sign: re.Match[str], problems: list[Problem]
) -> str:
    if sign[0] in _DIRECTIONS:
        return ""
    found, hidden = _meant_by(sign[0])
    for one in hidden if len(problems) < _FEW else ():
        place = _place(piece, whole, start + sign.start(), len(sign[0]))
        problems.append(Problem(one.code, place, one.values))
    return "" if hidden else found


@functools.lru_cache(maxsize=1000)
def _meant_by(sign: str) -> tuple[str, tuple[Problem, ...]]:
    """Give what a sign is written for, and what is wrong with that; a file may hold one sign many times."""
    found = html.unescape(sign)
    return found, hidden_characters("", found)


def _place(piece: Piece, whole: str, at: int, length: int) -> Place:
    line = whole.count("\n", 0, at)
    column = at - (whole.rfind("\n", 0, at) + 1) + 1
    return Place(piece.path, piece.first + line, column, max(1, length))
