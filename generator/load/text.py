"""Turns the bytes of a file into text, or says at which line and column they are not text."""

import re
import unicodedata

from generator.problems import Place, Problem, problem

_BOM = b"\xef\xbb\xbf"
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
# Scripts that need joiners, by the first word of the Unicode name of a neighbouring character.
_JOINING = frozenset(
    {"ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM",
     "SINHALA", "GUJARATI", "GURMUKHI", "ORIYA", "KHMER", "MONGOLIAN"}
)  # fmt: skip
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
_WORD = re.compile(r"[^\W\d_]{2,}")


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """Decode a file: UTF-8, line ends as `\\n`, NFC, without characters that hide or control."""
    problems: list[Problem] = []
    if data.startswith(_BOM):
        problems.append(problem("Y113", Place(path)))
        data = data[len(_BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (*problems, _not_utf8(path, data, error))
    if "\r" in text:
        problems.append(problem("Y114", Place(path)))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, (*problems, problem("Y109", Place(path)))
    if not text.isascii():
        text = _composed(path, text, problems)
    hidden = _hidden(path, text)
    return (None if hidden else text), (*problems, *hidden)


def mixed_script(text: str) -> str:
    """Give the first word that mixes the Latin, Greek and Cyrillic alphabets, or an empty string."""
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        if len({script for c in word for script in _ALPHABETS if _name(c).startswith(script)}) > 1:
            return str(word)
    return ""


def place_at(path: str, text: str, start: int, length: int = 1) -> Place:
    """Give the place of an offset in a text."""
    line = text.count("\n", 0, start) + 1
    return Place(path, line, start - text.rfind("\n", 0, start), length)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8", "replace")
    if b"\x00" in data[:4096]:
        point = next(i for i, byte in enumerate(data) if byte == 0)
        place = place_at(path, data[:point].decode("utf-8", "replace"), len(before))
        return problem("Y111", Place(path, place.line, max(place.column, 1)), point="0000")
    guess = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Latin-1 or Windows-1252"
    place = place_at(path, before, len(before))
    return problem("Y110", place, byte=f"0x{data[error.start]:02x}", guess=guess)


def _composed(path: str, text: str, problems: list[Problem]) -> str:
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return text
    number = next(
        i for i, line in enumerate(text.split("\n")) if unicodedata.normalize("NFC", line) != line
    )
    line = text.split("\n")[number]
    at = next((i for i, c in enumerate(line) if unicodedata.combining(c)), 0)
    shown = line[max(0, at - 1) : at + 1]
    problems.append(problem("Y115", Place(path, number + 1, max(at, 1)), text=shown))
    return composed


def _hidden(path: str, text: str) -> tuple[Problem, ...]:
    found = (match.start() for match in _SUSPECT.finditer(text))
    return tuple(_hidden_at(path, text, at) for at in found if not _joiner_belongs(text, at))[:20]


def _hidden_at(path: str, text: str, at: int) -> Problem:
    character = text[at]
    place = place_at(path, text, at)
    if unicodedata.category(character) == "Cc":
        return problem("Y111", place, point=f"{ord(character):04X}")
    name = unicodedata.name(character, "no name").lower()
    return problem("Y112", place, point=f"{ord(character):04X}", name=name)


def _joiner_belongs(text: str, at: int) -> bool:
    if text[at] not in _JOINERS or not 0 < at < len(text) - 1:
        return False
    before, after = _name(text[at - 1]), _name(text[at + 1])
    if before.split(" ")[0] in _JOINING:
        return True
    is_emoji = unicodedata.category(text[at + 1]) == "So"
    return text[at] == "\u200d" and is_emoji and bool(before and after)


def _name(character: str) -> str:
    return unicodedata.name(character, "")
