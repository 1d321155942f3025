"""Digits that are written as words: `two one two, five five five, oh one nine nine`."""

import itertools
import re
from collections.abc import Collection, Iterator

_WORDS = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "naught": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "niner": "9",
    "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6",
    "siete": "7", "ocho": "8", "nueve": "9",
    "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "sept": "7", "huit": "8",
    "neuf": "9",
    "null": "0", "eins": "1", "zwei": "2", "zwo": "2", "drei": "3", "vier": "4", "funf": "5", "sechs": "6",
    "sieben": "7", "acht": "8", "neun": "9",
    "um": "1", "dois": "2", "quatro": "4", "sete": "7", "oito": "8", "nove": "9",
    "due": "2", "tre": "3", "quattro": "4", "cinque": "5", "sei": "6", "sette": "7", "otto": "8",
}  # fmt: skip
_TWICE = {"double": 2, "triple": 3}
_UNSURE = frozenset("o oh un une um due tre sei sept otto null acht".split())
"""Words that mean something else too, and begin no row of digits."""
_ROUND = frozenset("hundred thousand".split())
_TOKEN = re.compile(r"[a-z]{1,9}|\d{1,4}(?!\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"[ ,;./-]{1,4}")
_HINT_WORDS = (
    r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|cero|uno|dos|tres|cuatro|cinco|siete"
    r"|ocho|nueve"
    r"|deux|trois|quatre|cinq|huit|neuf|eins|zwei|drei|vier|funf|sechs|sieben|neun|dois|sete|oito|nove)"
)
WORDS = frozenset(_WORDS) | frozenset(_TWICE)
"""All of them, in small letters."""
_NEXT_WORD = re.compile(r"[^a-z]+([a-z]+)")
HINT = re.compile(
    rf"{_HINT_WORDS}[ ,;./-]{{1,4}}(?:{_HINT_WORDS}|o|un|six|sept|seis|null|acht|um|quatro|due|tre|sei|otto|\d)\b"
)
"""Two digits in words, one after the other: where a row of them may begin; for text in small letters."""


def may_count(low: str, digits: Collection[str]) -> bool:
    """Tell whether two digits in words stand side by side in a text in small letters; `digits` are those in it."""
    return any(_stands_beside(low, word) for word in digits)


def _stands_beside(low: str, word: str) -> bool:
    """Tell whether another digit is the next word behind a word that is one; most texts have few such words."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        following = None if "a" <= low[at - 1 : at] <= "z" else _NEXT_WORD.match(low, end)
        if following and following[1] in WORDS:
            return True
        at = low.find(word, end)
    return False


def rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Find rows of at least four digits, three of them in words; gives where each stands and its digits.

    Rows that only count up or down, as in `one, two, three, four`, are no numbers.
    """
    done = 0
    for hint in HINT.finditer(text.lower()):
        if hint.start() >= done and not text[hint.start() - 1 : hint.start()].isalnum():
            end, digits, words = _row(text, hint.start())
            done = max(end, hint.start() + 1)
            if words >= 3 and len(digits) >= 4 and not _counts(digits):
                yield hint.start(), end, digits


def _row(text: str, start: int) -> tuple[int, str, int]:
    """Read a row from its first word on: its end, its digits, and how many words it has."""
    digits, words, end, at, times = "", 0, start, start, 1
    while token := _TOKEN.match(text, at):
        word = token[0].lower()
        if word in _TWICE:
            times = _TWICE[word]
        elif word in _WORDS:
            digits, words, times, end = digits + _WORDS[word] * times, words + 1, 1, token.end()
        elif word in _ROUND and digits:
            digits, end = digits + ("00" if word == "hundred" else "000"), token.end()
        elif word.isdigit() and digits and len(digits) < 20:
            digits, times, end = digits + word, 1, token.end()
        else:
            break
        gap = _BETWEEN.match(text, token.end())
        if not gap:
            break
        at = gap.end()
    return end, digits, words


def _counts(digits: str) -> bool:
    steps = {int(b) - int(a) for a, b in itertools.pairwise(digits)}
    return len(steps) == 1 and steps <= {1, -1}
