"""The form in which texts are compared: small letters and digits without accents, and one space between words."""

import functools
import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2064"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+"
)
"""Soft hyphens, accents that stand apart, and signs of no width."""
_OTHERS = re.compile(r"([^\x00-\x7f]+)")
_SHORT = 16
"""So many letters beyond ASCII are often the same again."""


def words_of(text: str) -> list[str]:
    """Give the words of a text in the form in which they are compared."""
    if text.isascii():
        return _WORD.findall(text.lower())
    # Nothing here reaches across a plain letter or sign, and a page has a hundred others among fifty thousand of those.
    parts = _OTHERS.split(text)
    parts[::2] = [part.lower() for part in parts[::2]]
    parts[1::2] = [_known(part) if len(part) <= _SHORT else _folded(part) for part in parts[1::2]]
    return _WORD.findall("".join(parts))


def _folded(text: str) -> str:
    """Give letters beyond ASCII small and without accents."""
    # Folding the case can make new accents, and taking accents away new capital letters.
    for _ in range(2):
        text = _UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()
        if text.isascii():
            return text
    return _UNSEEN.sub("", text)


_known = functools.lru_cache(maxsize=4096)(_folded)


def plain(text: str) -> str:
    """Give a text in the form in which it is compared, with one space between words."""
    return " ".join(words_of(text))
