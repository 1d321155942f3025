"""The terms of a text, as search knows them: small letters without accents, plural endings folded lightly.

`assets/javascripts/search/words.js` of the theme does the same in the browser, and a test runs both over one list.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

LONGEST = 40
"""Most characters of a term; the rest of a longer word is left out."""
_WORD = re.compile(r"[^\W_]+")
# Whatever a text holds, this never looks at a character twice.
_CHUNK = re.compile(r"[^\W_]+(?:[-\u2010\u2011_.,:][^\W_]+)*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_RUNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\u3040-\u30ff\u3400-\u9fff]+")
_PLAIN = re.compile(r"[.,:]")
_UNSEEN = dict.fromkeys(
    [0x27, 0xAD, 0x2019, 0x02BC, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065)]
)
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))
_VOWELS = frozenset("aeiou")
# Of plain letters runs of words are parted by a table and blanks: ten times as quick as looking for each of them.
_JOINING = "-_.,:"
_RUNS_OF_PLAIN = {
    at: sign.lower() if sign.isalnum() or sign in _JOINING else None if sign == "'" else " "
    for at in range(128)
    for sign in [chr(at)]
}


def fold(text: str) -> str:
    """Give a text in small letters without accents, apostrophes and unseen characters.

    >>> fold("Reunión O’Neill")
    'reunion oneill'
    """
    if text.isascii():
        return text.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", text.translate(_UNSEEN).lower())
    bare = plain.translate(_ACCENTS).lower().replace("\u03c2", "\u03c3")
    return unicodedata.normalize("NFC", bare)


def runs(text: str) -> list[str]:
    """Give the runs of words of a text, folded; no word reaches over the end of one.

    What joins words may stand at the ends of a run too, or alone.

    >>> runs("Where? On O’Neill’s follow-up.")
    ['where', 'on', 'oneills', 'follow-up.']
    """
    plain = text if text.isascii() else fold(text)
    return plain.translate(_RUNS_OF_PLAIN).split() if plain.isascii() else _CHUNK.findall(plain)


def words(folded: str) -> list[str]:
    """Give the words of a folded text, and what is joined by hyphens, or is one number, also as one word.

    Scripts that put no space between words are parted into every two characters that stand together.

    >>> words("a follow-up at 21:00")
    ['a', 'follow', 'up', 'followup', 'at', '21', '00', '2100']
    """
    found: list[str] = []
    for chunk in _CHUNK.findall(folded):
        if not chunk.isascii() and _UNSPACED.search(chunk):
            found += (word for part in _WORD.findall(chunk) for word in _unspaced(part))
        elif chunk.isalnum():
            found.append(chunk[:LONGEST])
        else:
            found += _parts(chunk)
    return found


def _parts(chunk: str) -> list[str]:
    parts = _WORD.findall(chunk)
    is_number = chunk.isascii() and all(part.isdecimal() for part in parts)
    pieces = [parts] if is_number else [_WORD.findall(piece) for piece in _PLAIN.split(chunk)]
    joined = ["".join(piece) for piece in pieces if len(piece) > 1]
    return [word[:LONGEST] for word in (*parts, *joined)]


def _unspaced(part: str) -> list[str]:
    """Part a run of letters of which some belong to a script without spaces."""
    found: list[str] = []
    for run in _RUNS.findall(part):
        if _UNSPACED.match(run) and len(run) > 1:
            found += (run[at : at + 2] for at in range(len(run) - 1))
        else:
            found.append(run[:LONGEST])
    return found


def stem(word: str, language: str) -> str:
    """Take the ending of a plural from a folded word, by the rules of Spanish for `es` and of English for others.

    >>> stem("assemblies", "en"), stem("reuniones", "es"), stem("calles", "es")
    ('assembly', 'reunion', 'calle')
    """
    if len(word) < 4 or not word.endswith("s"):
        return word
    return _spanish(word) if language[:2] == "es" else _english(word)


def _english(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


def _spanish(word: str) -> str:
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith("es") and len(word) > 4:
        before, last = word[-4], word[-3]
        bare = last == "y" or (last in "rndlj" and before in _VOWELS)
        return word[:-2] if bare or (last == "s" and before in "ei") else word[:-1]
    return word[:-1] if word.endswith(("as", "os")) else word


class Terms(dict[str, tuple[str, ...]]):
    """The terms of each run of words of a language, worked out once for each."""

    def __init__(self, language: str) -> None:
        """Begin without any."""
        super().__init__()
        self.language = language

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        """Work out the terms of a run of words, and keep them."""
        found = self[chunk] = tuple(stem(word, self.language) for word in words(chunk))
        return found

    def of(self, text: str) -> Iterator[str]:
        """Give the terms of a text.

        >>> list(Terms("en").of("The assemblies’ follow-up"))
        ['the', 'assembly', 'follow', 'up', 'followup']
        """
        return chain.from_iterable(map(self.__getitem__, runs(text)))
