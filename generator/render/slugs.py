"""Names for places in a page, made from words: the same words give the same name on every build."""

import re
import unicodedata

LONGEST = 60
"""Most characters of a name made from words."""
_NAME = re.compile(r"\{#([a-z0-9][a-z0-9-]{0,79})\}")
_TIME_MARK = re.compile(r"\[\d\d:[0-5]\d:[0-5]\d\]")


def split_name(line: str) -> tuple[str, str]:
    """Part a line from the name given to it by hand at its end, `{#words}`; the name is empty if there is none.

    >>> split_name("Breakouts {#breakouts}")
    ('Breakouts', 'breakouts')
    """
    bare = line.rstrip()
    if not bare.endswith("}"):
        return line, ""
    start = bare.rfind("{#")
    given = _NAME.fullmatch(bare, start) if start >= 0 else None
    return (bare[:start].rstrip(), given[1]) if given else (line, "")


def slug(words: str) -> str:
    """Make a name: small letters and digits with hyphens between; empty when the words hold neither.

    Accents of Latin letters are folded; letters of other scripts stay, since dropping them would leave nothing.

    >>> slug("Où? Après l'été & 2031")
    'ou-apres-l-ete-2031'
    """
    start = _TIME_MARK.sub(" ", words[:400]).casefold()
    if not start.isascii():
        start = "".join(_fold(letter) for letter in unicodedata.normalize("NFC", start))
    name = re.sub(r"[\s!-/:-@\[-`{-~]+", "-", start).strip("-")
    return name if len(name) <= LONGEST else name[:LONGEST].rstrip("-")


def _fold(letter: str) -> str:
    """Fold one character: its plain Latin letter, itself when it is part of a word, else a gap."""
    plain = unicodedata.normalize("NFKD", letter)[0]
    if plain.isascii():
        return plain
    return letter if unicodedata.category(letter)[0] in "LMN" else "-"


class PlaceNames:
    """Gives every place of one page its own name; the second of the same words gets `-2`."""

    __slots__ = ("_next", "taken")

    def __init__(self, taken: frozenset[str]) -> None:
        """Start with the names that the page has already given away."""
        self.taken = set(taken)
        self._next: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Give the wanted name, or the first free one of `wanted-2`, `wanted-3`, …"""
        name = wanted
        while name in self.taken:
            count = self._next.get(wanted, 2)
            self._next[wanted] = count + 1
            name = f"{wanted}-{count}"
        self.taken.add(name)
        return name
