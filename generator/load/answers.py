"""Reads `calls/links/*.jsonl`: what was found at addresses, one answer a line, as `check-links` writes them.

Each line stands alone: one that cannot be read is told and left out. Which records an answer is for is not asked here.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from generator.load.answer_lines import BadLine, Part, parts_of
from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.scalars import is_web_address
from generator.load.text import decode
from generator.media_types import is_media_type
from generator.model.answer import Answer, Found
from generator.problems import Place, problem, without_line

LINE_LIMIT = 2_000
"""Characters of a line, and so of everything in it."""
_FIRST_FEW = 100
"""So many lines of one file are told of; a file with more has another fault, and is not read on."""
_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")
_TWO_VERSIONS = (
    "git joined two versions of this file here and left its marks, because both wrote other lines",
    "delete the marks and keep the lines; of two lines for one address the older one is told then",
)
_FOUND = {word.value: word for word in Found}
_ANEW = "delete the line, and let `check-links` ask for the address again, which writes it anew"


def read_answers(book: Notebook, source: Source) -> tuple[Answer, ...]:
    """Read a file of answers in the order of its lines, and write down what is wrong with which line and column."""
    if not source.data.strip():
        # What is left when the last line was taken out is no fault of anybody.
        return ()
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    found: list[Answer] = []
    bad = 0
    for number, line in enumerate(text.split("\n") if text else (), 1):
        if not line.strip():
            continue
        try:
            found.append(_answer(source.path, number, line))
        except BadLine as fault:
            bad += 1
            _tell(book, number, line, fault)
            if bad == _FIRST_FEW:
                break
    return tuple(found)


def _tell(book: Notebook, number: int, line: str, fault: BadLine) -> None:
    """Tell what is wrong with a line; a mark of git's is taken out by the fix, for it can stand for nothing else."""
    is_mark = line.startswith(_MARKS)
    why, how = _TWO_VERSIONS if is_mark else (fault.why, fault.how or _ANEW)
    column, length = (1, len(line)) if is_mark else (fault.column, fault.length)
    fix = without_line(Place(book.path, number)) if is_mark else None
    place = Place(book.path, number, column, min(length, LINE_LIMIT))
    book.problems.append(problem("M617", place, (), fix, why=why, how=how))


def _answer(path: str, number: int, line: str) -> Answer:
    if len(line) > LINE_LIMIT:
        why = f"the line has {len(line)} characters and the limit is {LINE_LIMIT}"
        raise BadLine(why, LINE_LIMIT + 1, len(line) - LINE_LIMIT)
    parts = parts_of(line)
    values = {name: _READERS[name](part) for name, part in parts.items() if name in _READERS}
    for name in parts.keys() - _READERS.keys():
        raise parts[name].bad("this name of a value is not known")
    for name in ("url", "asked_on", "found"):
        if name not in values:
            raise BadLine(f"`{name}` is missing from the line", 1, 0)
    _look_at_days(parts, values)
    address = values.pop("url")
    return Answer(path, number, address, **values)


def _look_at_days(parts: Mapping[str, Part], values: Mapping[str, Any]) -> None:
    """Refuse days that come after the one on which the address was asked for."""
    for name in ("there_on", "since"):
        if name in values and values[name] > values["asked_on"]:
            raise parts[name].bad("this day is after the one on which the address was asked for")
    if "since" in values and values["found"] is Found.THERE:
        raise parts["since"].bad("what was there cannot have been gone since a day")


def _address(part: Part) -> str:
    text = _text(part)
    if not is_web_address(text):
        raise part.bad("this is not an address that begins with `https://` or `http://`")
    return text


def _text(part: Part) -> str:
    if not isinstance(part.value, str) or not part.value:
        raise part.bad("a text in quotes belongs here")
    return part.value


def _day(part: Part) -> datetime.date:
    text = _text(part)
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or len(text) != 10:
        raise part.bad("a day belongs here, as `2031-03-05`")
    return day


def _found(part: Part) -> Found:
    text = _text(part)
    if text not in _FOUND:
        raise part.bad("one of `there`, `gone`, `refused` and `silent` belongs here")
    return _FOUND[text]


def _whole(least: int, most: int) -> Callable[[Part], int]:
    def read(part: Part) -> int:
        value = part.value
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole or not least <= value <= most:
            raise part.bad(f"a whole number from {least} to {most} belongs here")
        return int(value)

    return read


def _type(part: Part) -> str:
    text = _text(part)
    if not is_media_type(text):
        raise part.bad("a media type belongs here, as `audio/mpeg`")
    return text


def _checksum(part: Part) -> str:
    text = _text(part)
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise part.bad("a SHA-256 belongs here, 64 digits and small letters from `a` to `f`")
    return text


_READERS: Mapping[str, Callable[[Part], Any]] = {
    "url": _address,
    "asked_on": _day,
    "found": _found,
    "status": _whole(100, 999),
    "type": _type,
    "bytes": _whole(1, 10**12),
    "sha256": _checksum,
    "moved_to": _address,
    "there_on": _day,
    "since": _day,
}
"""The values of a line, in the order in which they are written."""
