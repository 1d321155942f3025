"""Turns the bytes of a file into text, or says at which line and column they are not text."""

import re
import unicodedata
from itertools import islice

from generator.alphabets import MOST_ACCENTS, composed, heap_of_accents
from generator.load.merge_marks import first_marks
from generator.problems import AS_READ, Place, Problem, problem, replacing

_BOM = b"\xef\xbb\xbf"
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffc\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000)
    )
    + "\U000e0000-\U0010ffff]"
)
_PLAIN = bytes((9, 10, *range(0x20, 0x7F)))
"""Characters of ASCII that nobody asks about."""
_WITHOUT_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Characters that nobody misses: the words stay the same, and in the same order."""
# A line that says what may be shared, or in the settings what may be listed, is never mended.
_OF_SHARING = re.compile(
    r"[\s\-{\"']*(?:(?:share|details|minutes|recording|identify|reason|decided_|review_|basis|indexing|repository_is_public"
    r"|allowed_addresses|address)[^:]{0,20}:|(?:public|withheld)\b[^:]{0,20}\Z)",
    re.IGNORECASE,
)
_KINDS_WITHOUT_NAME = {
    "Cc": "a control character",
    "Co": "for private use, each font draws it in its own way",
}
_FIRST_FEW = 20
"""Invisible characters that are reported one by one; a file with more of them is mended as a whole."""
_JOINERS = "\u200c\u200d"
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_OLD_SELECTORS = "\ufe00\ufe01\ufe02"
"""The selectors that letters and signs of mathematics have; of the others, emoji have two and nothing has the rest."""
# Scripts that need joiners, by the first word of the Unicode name of a neighbouring character.
_JOINING = frozenset(
    {"ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM",
     "SINHALA", "GUJARATI", "GURMUKHI", "ORIYA", "KHMER", "MONGOLIAN"}
)  # fmt: skip


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """Decode a file: UTF-8, line ends as `\\n`, NFC, without characters that hide or control."""
    problems: list[Problem] = []
    if data.startswith(_BOM):
        problems.append(problem("Y113", Place(path), (), AS_READ))
        data = data[len(_BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (*problems, _not_utf8(path, data, error))
    if "\x00" in text:
        return None, (*problems, _binary(path, data))
    if "\r" in text:
        at = text.index("\r")
        problems.append(problem("Y114", place_at(path, text, at), (), AS_READ))
        text = _with_line_feeds(text)
    if not text.strip():
        return None, (*problems, problem("Y109", Place(path)))
    marks = None if path.endswith(".jsonl") else first_marks(text)
    if marks:
        # Answers are read line by line, and tell of marks themselves.
        return None, (*problems, problem("Y132", place_at(path, text, *marks)))
    start, length = heap_of_accents(text)
    if length:
        place = place_at(path, text, start, length)
        return None, (*problems, problem("Y130", place, size=length, limit=MOST_ACCENTS))
    if not text.isascii():
        text = _composed(path, text, problems)
    hidden = hidden_characters(path, text)
    return (None if hidden else text), (*problems, *hidden)


def as_read(data: bytes) -> str:
    """Give the text of a file as `decode` gives it: without a byte order mark, with `\\n` and composed letters.

    Raises `UnicodeDecodeError` when it is not UTF-8.
    """
    return composed(_with_line_feeds(data.removeprefix(_BOM).decode("utf-8")))


def place_at(path: str, text: str, start: int, length: int = 1) -> Place:
    """Give the place of an offset in a text."""
    line = text.count("\n", 0, start) + 1
    return Place(path, line, start - text.rfind("\n", 0, start), length)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    if b"\x00" in data:
        return _binary(path, data)
    before = _with_line_feeds(data[: error.start].decode("utf-8"))
    place = place_at(path, before, len(before))
    byte = f"0x{data[error.start]:02x}"
    return problem("Y110", place, byte=byte, guess="Latin-1 or Windows-1252")


def _binary(path: str, data: bytes) -> Problem:
    """Tell UTF-16, in which every other byte of plain text is zero, from what is not text at all."""
    has_mark = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if has_mark or any(data[:64:2]) != any(data[1:64:2]):
        byte = f"0x{data[0]:02x}" if has_mark else "0x00"
        return problem("Y110", Place(path, 1, 1, 1), byte=byte, guess="UTF-16")
    before = _with_line_feeds(data[: data.index(b"\x00")].decode("utf-8", "replace"))
    return problem("Y111", place_at(path, before, len(before)), point="0000")


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _composed(path: str, text: str, problems: list[Problem]) -> str:
    whole = unicodedata.normalize("NFC", text)
    if whole == text:
        return text
    for number, line in enumerate(text.split("\n"), 1):
        good = unicodedata.normalize("NFC", line)
        if good != line:
            at = next(i for i, c in enumerate(line) if good[i : i + 1] != c)
            end = at + 1
            while end < len(line) and unicodedata.combining(line[end]):
                end += 1
            place = Place(path, number, at + 1, end - at)
            problems.append(problem("Y115", place, (), AS_READ, text=line[at:end]))
            break
    return whole


def hidden_characters(path: str, text: str) -> tuple[Problem, ...]:
    """Give the first characters of a text that have no shape or no business in it, each with its place."""
    # Only the characters that are not plain are asked, and each once: a text has few of them.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    if not odd or not _SUSPECT.search("".join(set(odd.decode("utf-8", "surrogatepass")))):
        return ()
    found = (match.start() for match in _SUSPECT.finditer(text))
    wrong = (at for at in found if not _belongs(text, at))
    return tuple(_hidden_at(path, text, at) for at in islice(wrong, _FIRST_FEW))


def _hidden_at(path: str, text: str, at: int) -> Problem:
    character = text[at]
    place = place_at(path, text, at)
    if unicodedata.category(character) == "Cc":
        return problem("Y111", place, point=f"{ord(character):04X}")
    name = unicodedata.name(character, "").lower() or _KINDS_WITHOUT_NAME.get(
        unicodedata.category(character), "no character at all"
    )
    is_plain = character in _WITHOUT_WIDTH and not _is_of_sharing(text, at)
    fix = replacing(place, "") if is_plain else None
    return problem("Y112", place, (), fix, point=f"{ord(character):04X}", name=name)


def _is_of_sharing(text: str, at: int) -> bool:
    """Tell whether the line around an offset says what may be shared, once nothing in it is invisible."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return _OF_SHARING.match(_SUSPECT.sub("", line[:2000])) is not None


def _belongs(text: str, at: int) -> bool:
    """Tell whether the characters around one that is suspect need it."""
    if _SELECTORS.match(text[at]):
        return at > 0 and _selector_belongs(text[at - 1], text[at])
    return _joiner_belongs(text, at)


def _selector_belongs(before: str, selector: str) -> bool:
    """Tell whether a character has another form; a row of selectors would hold hidden bytes and is never needed."""
    if selector in _OLD_SELECTORS:
        return not before.isascii() and unicodedata.category(before) in ("Lo", "Sm", "So")
    is_sign = not before.isascii() and unicodedata.category(before)[0] in "SP"
    return selector in "\ufe0e\ufe0f" and (is_sign or before in "0123456789#*\u2139")


def _joiner_belongs(text: str, at: int) -> bool:
    if text[at] not in _JOINERS or not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    if _name(before).split(" ")[0] in _JOINING:
        return True
    # An emoji may end in a skin tone or in the sign that asks for its colours.
    is_emoji = unicodedata.category(before) in ("So", "Sk") or before == "\ufe0f"
    return text[at] == "\u200d" and is_emoji and unicodedata.category(after) == "So"


def _name(character: str) -> str:
    return unicodedata.name(character, "")
