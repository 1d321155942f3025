"""Says which rules are asked of which lines of a plain text: of those that hold what every find of a rule has.

Each word of a text is asked once what it may begin, and few signs are looked for in the whole text at a time.
Patterns here begin with a set of single signs wherever they can: Python goes over all others without a match.
"""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.personal_data import labels, numbers, spoken, streets, unlabelled

SECRET, IN_LETTERS, SPOKEN, STREET, UNLABELLED = range(5)
"""The rules that know lines."""

_LABEL, _KIND, _BOX, _ASKED, _KEY, _MAIL, _COUNT, _VOICE, _SPELT = (1 << n for n in range(9))
"""What a word may be a hint of."""
_MAIL_PARTS = ("dot", "punto", "punkt", "point", "ponto", "arroba", "arobase")
_MAIL_ENDS = ("at)", "at]", "at>", "at}")
"""Every address without an at sign has one of the parts in a word of it, or one of these ends."""
_SPELT_LETTERS = frozenset("iopw")
"""Letters by themselves: every short form that is spelt with points or blanks has one of them."""
_SECRET_SIGNS = re.compile(
    r"[0-9](?: ?#| ?,[ ,]{0,3},|[ ,]{1,2}(?:\w+ )?(?:press )?(?:the )?(?:pound|hash)|;ext=|[pwx;][0-9])"
)
_LETTERS = re.compile(r"[a-z]+")
_MOST_WORDS = 65536
_no_hints: set[str] = set()
"""Words that were asked already and are no hint: nearly all. One question to a set parts them from the others."""
_NO_LETTERS = {n: " " for n in range(128) if not chr(n).islower()}


class Words(NamedTuple):
    """The words of a text in small letters: each in its turn, and those of them that are a hint, with of what."""

    tokens: Sequence[str]
    hints: tuple[tuple[str, int], ...]

    def of(self, kind: int) -> list[str]:
        """Give the words that are a hint of a kind."""
        return [word for word, kinds in self.hints if kinds & kind]


def words_of(low: str) -> Words:
    """Take the words out of a text in small letters."""
    tokens = low.translate(_NO_LETTERS).split() if low.isascii() else _LETTERS.findall(low)
    return Words(tokens, _hints(frozenset(tokens)))


def _hints(words: frozenset[str]) -> tuple[tuple[str, int], ...]:
    asked = [(word, _hint(word)) for word in words.difference(_no_hints)]
    hints = tuple(one for one in asked if one[1])
    if len(hints) < len(asked):
        if len(_no_hints) > _MOST_WORDS:
            _no_hints.clear()
        _no_hints.update(word for word, kinds in asked if not kinds)
    return hints


@functools.lru_cache(maxsize=16384)
def _hint(word: str) -> int:
    """Tell what a word may be a hint of; nearly none is one of anything."""
    return (
        _LABEL * labels.may_label(word)
        | _KIND * streets.is_kind(word)
        | _BOX * (word in streets.BOXES)
        | _ASKED * (word in unlabelled.WORDS)
        | _KEY * bool(unlabelled.KEY_WORD.match(word))
        | _MAIL * any(part in word for part in _MAIL_PARTS)
        | _COUNT * (word in spoken.WORDS)
        | _VOICE * any(part in word for part in labels.VOICES)
        | _SPELT * (word in _SPELT_LETTERS)
    )


def may_hold_mail(bare: str, low: str, words: Words) -> bool:
    """Tell whether a text may hold the address of a mailbox."""
    return "@" in bare or bool(words.of(_MAIL)) or any(end in low for end in _MAIL_ENDS)


def asked(bare: str, low: str, words: Words, ends: Sequence[int]) -> set[tuple[int, int]]:
    """Give which rules are asked of which lines, by their numbers; `ends` are where lines end."""
    is_spelt, has_voice = bool(words.of(_SPELT)), bool(words.of(_VOICE))
    spaced = labels.spaced(is_spelt, has_voice)
    hits = [(SECRET, at) for word in (*words.of(_LABEL), *spaced) for at in _all(low, word)]
    hits += [(SECRET, at.start()) for at in _SECRET_SIGNS.finditer(low)]
    hits += [(UNLABELLED, at) for word in words.of(_ASKED) for at in _all(low, word)]
    if words.of(_KEY):
        hits += [(UNLABELLED, at.start()) for at in unlabelled.SHAPES.finditer(low)]
    hits += [(UNLABELLED, at) for rule, at in hits if rule == SECRET]
    hits += [(IN_LETTERS, at.start()) for at in numbers.IN_LETTERS.finditer(bare)]
    kinds = (*words.of(_KIND), *words.of(_BOX), *(streets.SHORT_BOXES if is_spelt else ()))
    hits += [(STREET, at) for at in streets.hints(bare, low, kinds)]
    if spoken.may_count(low, words.of(_COUNT)):
        found = [at.start() for at in spoken.HINT.finditer(low)]
        hits += [(rule, at) for at in found for rule in (SECRET, SPOKEN)]
    return {(bisect.bisect(ends, at), rule) for rule, at in hits}


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        # One on a line is enough.
        line_end = text.find("\n", at)
        at = text.find(word, line_end) if line_end >= 0 else -1
