"""Mends what is mechanical in pasted text and says what was changed: line ends, tabs, bullets of a word processor.

Words are never changed; what hides or controls is left for the reader of files to refuse.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BULLET = re.compile(r"(\s*)[•·▪●◦‣∙○■□▸➢✓\uf0b7\uf0a7–—]\s+(?=\S)")
_SECOND_BULLET = re.compile(r"(\s*)o\t\s*(?=\S)")
_LEADING = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Tidied:
    """Text with the line of the original that each of its lines comes from, and what was changed, in words."""

    text: str
    lines: tuple[int, ...]
    changes: tuple[str, ...]


def tidy(text: str) -> Tidied:
    """Mend a pasted text; its lines count from 1 and keep the numbers they had."""
    changes: dict[str, None] = {}
    rows = list(enumerate(lines_of(text), 1))
    if "\r" in text or _LINE_END.search(text.replace("\r\n", "\n").replace("\n", "")):
        changes["line ends of another system"] = None
    rows = _without_comments(rows, changes)
    rows = [(number, _tidy_line(line, changes)) for number, line in rows]
    while rows and not rows[-1][1].strip():
        rows.pop()
    while rows and not rows[0][1].strip():
        rows.pop(0)
    numbers = tuple(number for number, _ in rows)
    return Tidied("\n".join(line for _, line in rows), numbers, tuple(changes))


def lines_of(text: str) -> list[str]:
    """Give the lines of a text as `tidy` counts them."""
    return _LINE_END.split(text)


def tidy_words(text: str) -> str:
    """Mend an answer of one line: odd spaces, and signs that cannot be seen and mean nothing."""
    plain = _UNSEEN.sub("", _ODD_SPACES.sub(" ", text))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def _tidy_line(line: str, changes: dict[str, None]) -> str:
    line = _noted(line, _ODD_SPACES.sub(" ", line), "spaces that do not break", changes)
    line = _noted(line, _UNSEEN.sub("", line), "signs that cannot be seen", changes)
    line = _noted(line, unicodedata.normalize("NFC", line), "letters made of two signs", changes)
    bulleted = (
        _SECOND_BULLET.sub(r"\1    - ", line, count=1) if _SECOND_BULLET.match(line) else line
    )
    bulleted = _BULLET.sub(r"\1- ", bulleted, count=1) if _BULLET.match(bulleted) else bulleted
    line = _noted(line, bulleted, "bullets of a word processor", changes)
    return _noted(line, _without_tabs(line), "tabs", changes)


def _noted(before: str, after: str, what: str, changes: dict[str, None]) -> str:
    if after != before:
        changes[what] = None
    return after


def _without_tabs(line: str) -> str:
    lead = _LEADING.match(line)
    size = lead.end() if lead else 0
    return line[:size].replace("\t", "    ") + line[size:].replace("\t", " ")


def _without_comments(
    rows: Iterable[tuple[int, str]], changes: dict[str, None]
) -> list[tuple[int, str]]:
    """Take HTML comments out; a line that held nothing else goes with them. One that is not closed stays."""
    given = list(rows)
    text = "\n".join(line for _, line in given)
    spans = _comments(text)
    if not spans:
        return given
    changes["HTML comments"] = None
    kept: list[tuple[int, str]] = []
    start = 0
    for number, line in given:
        end = start + len(line)
        left = _outside(line, start, spans)
        if left == line or left.strip():
            kept.append((number, left))
        start = end + 1
    return kept


def _comments(text: str) -> list[tuple[int, int]]:
    spans = []
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            break
        spans.append((at, end + 3))
        at = text.find("<!--", end + 3)
    return spans


def _outside(line: str, start: int, spans: list[tuple[int, int]]) -> str:
    """Give what of a line, which begins at `start` of the text, lies outside all spans."""
    parts = []
    at = 0
    for begin, end in spans:
        if end <= start or begin >= start + len(line):
            continue
        parts.append(line[at : max(0, begin - start)])
        at = max(at, min(len(line), end - start))
    return "".join([*parts, line[at:]])
