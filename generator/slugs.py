"""Names for places in a page: what a given name may be, what words become, and who gets which name.

A name comes from the words themselves; how text is read or drawn is left to others.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

LONGEST = 60
"""Most characters of a name made from words."""
MOST = 80
"""Most characters of any name that is made or given, what a page puts before it aside."""
MARK_WORDS = 8
"""Words of a mark that go into its name."""
MOMENT = re.compile(r"\[([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])\]")
"""A moment of the recording; `[21:00]` is none, for it may be an hour of the day."""
REMOVED = re.compile(
    r"^[ \t]*\[removed(?::[ \t]*(?P<why>safety|integrity|consent|legal))?\]"
    r"(?P<names>(?:[ \t]*\{#[^\s{}#\"'<>&]{1,120}\})+)[ \t]*$",
    re.MULTILINE,
)
"""A line that stands for a passage which was taken out, with the names it had in the page."""
_GIVEN = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*)")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_SECTION = 24
_GAPS = {at: " " for at in range(128) if not chr(at).isalnum()}
"""Parts words at everything in ASCII that is no letter or digit; other alphabets have their gaps folded before."""


class Wanted(NamedTuple):
    """A place that wants a name: the one of its words, the one it takes where that is taken, and who gave it."""

    name: str
    other: str
    is_given: bool = False


def is_name(words: str) -> bool:
    """Tell whether words may be a name: small letters and digits, parted by hyphens, at most 80.

    Letters of other scripts may stand in one as they do in names that are made of words.

    >>> is_name("spring-gathering"), is_name("Spring"), is_name("reunión")
    (True, False, False)
    """
    if _GIVEN.fullmatch(words):
        return True
    return bool(words) and len(words) <= MOST and _made_of(words) == words


def split_name(line: str) -> tuple[str, str]:
    """Part a line from the name given to it by hand at its end, `{#words}`; the name is empty if there is none.

    >>> split_name("Breakouts {#breakouts}")
    ('Breakouts', 'breakouts')
    """
    bare = line.rstrip()
    if not bare.endswith("}"):
        return line, ""
    start = bare.rfind("{#")
    given = bare[start + 2 : -1] if start >= 0 else ""
    return (bare[:start].rstrip(), given) if is_name(given) else (line, "")


def names_of_removed(found: re.Match[str]) -> list[str]:
    """Give the names on a line that stands for a passage which was taken out."""
    return re.findall(r"\{#([^}]+)\}", found["names"])


def slug(words: str, most: int = MOST) -> str:
    """Make a name of at most so many words, in small letters and digits; empty when the words hold neither.

    Accents of Latin letters are folded; letters of other scripts stay, since dropping them would leave nothing.

    >>> slug("Où? Après l'été & 2031")
    'ou-apres-l-ete-2031'
    """
    start = words[:400]
    name = _made_of(MOMENT.sub(" ", start) if "[" in start else start)
    if most < MOST:
        name = "-".join(name.split("-", most)[:most])
    return name if len(name) <= LONGEST else name[:LONGEST].rstrip("-")


def _made_of(words: str) -> str:
    start = words.casefold()
    if start.isalnum() and start.isascii():
        return start
    if not start.isascii():
        start = "".join(_fold(letter) for letter in unicodedata.normalize("NFC", start))
    return "-".join(start.translate(_GAPS).split())


def _fold(letter: str) -> str:
    """Fold one character: its plain Latin letter, itself when it is part of a word, else a gap."""
    plain = unicodedata.normalize("NFKD", letter)[0]
    if plain.isascii():
        return plain
    return letter if unicodedata.category(letter)[0] in "LMN" else "-"


def second_of(moment: re.Match[str]) -> int:
    """Give the second of a recording that a match of `MOMENT` names.

    >>> second_of(MOMENT.fullmatch("[01:06:10]"))
    3970
    """
    hours, minutes, seconds = map(int, moment.groups())
    return hours * 3600 + minutes * 60 + seconds


def mark_name(kind: str, text: str) -> str:
    """Give the name that a mark has from its words.

    >>> mark_name("straw poll", "March in the evening?")
    'straw-poll-march-in-the-evening'
    """
    return f"{_slug_of_kind(kind)}-{slug(text, MARK_WORDS)}".strip("-")


@functools.lru_cache(maxsize=64)
def _slug_of_kind(kind: str) -> str:
    return slug(kind)


def within(section: str, name: str) -> str:
    """Give the name of a place by the heading it stands under and its own words.

    >>> within("budget", "discussion")
    'budget-discussion'
    """
    begun = section[:_SECTION].strip("-")
    return f"{begun}-{name}"[:MOST].strip("-") if begun else name


def sections(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give for each numbered line of Markdown outside code the name of the heading it stands under."""
    section = ""
    for number, line in lines:
        heading = _HEADING.match(line) if "#" in line[:4] else None
        if heading:
            words, given = split_name(heading[1].rstrip("# \t"))
            section = given or slug(_TARGET.sub(" ", words))
        yield number, section


def give_names(wanted: Sequence[Wanted], taken: set[str]) -> tuple[str, ...]:
    """Give every place a name of its own, and add the names to those that are taken.

    Names given by hand go first, so that no words can take one. Of places with the same words the first has the name
    they make; another is named with the heading above it, and only when that is taken too, by number.
    """
    names: dict[int, str] = {}
    counts: dict[str, int] = {}
    for index in sorted(range(len(wanted)), key=lambda at: not wanted[at].is_given):
        name, other, _ = wanted[index]
        if name in taken:
            name = _free(other, taken, counts)
        taken.add(name)
        names[index] = name
    return tuple(names[index] for index in range(len(wanted)))


def _free(name: str, taken: set[str], counts: dict[str, int]) -> str:
    """Give the name, or the first free one of `name-2`, `name-3`, …; `counts` are those that were tried."""
    found = name
    while found in taken:
        counts[name] = counts.get(name, 1) + 1
        found = f"{name}-{counts[name]}"
    return found
