"""Keeps names out that people asked to have removed, without a list of them that anybody could read.

The settings hold keyed hashes (HMAC, RFC 2104, with SHA-256), and the key is a secret of the deployment.
Whoever has no key can neither read a name out of an entry nor try whether some name is on the list.
Names are compared as the last look compares texts: small letters without accents, and one space between words.
"""

import dataclasses
import hashlib
import hmac
import html
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.load.files import Source
from generator.privacy.plain_words import words_of
from generator.problems import Place, Problem, problem
from generator.settings import Settings

KEY = "CALLS_KEPT_OUT_KEY"
"""The variable of the environment that holds the key."""
LEAST = 32
"""Characters that a key has at least, so that nobody finds it by trying."""
MOST = 6
"""Words of a name at most."""

_SETTINGS = "mkdocs.yml"
_LIST = "extra.archive.kept_out"
_ENTRY = re.compile(r"([0-9a-f]{4})-([0-9a-f]{8})-([0-9a-f]{32})\Z")
_FOUND = "P516"
_LIKE_A_NAME = "P512"

Places = Mapping[tuple[str, str], Place]


@dataclass(frozen=True, slots=True)
class Kept:
    """The names that are kept out: hashes of whole names by the hash of their first word, and the key to ask with."""

    names: Mapping[str, frozenset[str]]
    key: bytes = dataclasses.field(repr=False)


def key_given() -> str | None:
    """Give the key that this machine has; an empty one where the variable is set to nothing."""
    return os.environ.get(KEY)


def mark_of(key: str | None) -> bytes:
    """Give what tells two keys apart and tells nothing else, for what is remembered between builds."""
    return b"" if key is None else _hash(key.encode(), "key", key, 32).encode()


def entries_of(key: str, name: str) -> tuple[str, ...]:
    """Give the lines of the settings that keep a name out, as it is written and with its last word first.

    Raises ValueError for a name without words or with more than MOST.
    """
    words = words_of(name)
    if not words or len(words) > MOST:
        raise ValueError(f"a name has one word at least and {MOST} at most")
    turned = (*words[-1:], *words[:-1])
    return tuple(dict.fromkeys(_entry(key.encode(), some) for some in (tuple(words), turned)))


def _entry(key: bytes, words: tuple[str, ...]) -> str:
    return f"{_check(key)}-{_first(key, words[0])}-{_whole(key, words)}"


def _check(key: bytes) -> str:
    """Give what an entry says of the key it was made with; 16 bits, which help nobody to find that key."""
    return _hash(key, "check", "", 4)


def _first(key: bytes, word: str) -> str:
    return _hash(key, "first", word, 8)


def _whole(key: bytes, words: Iterable[str]) -> str:
    return _hash(key, "name", " ".join(words), 32)


def _hash(key: bytes, kind: str, text: str, digits: int) -> str:
    return hmac.new(key, f"{kind}\0{text}".encode(), hashlib.sha256).hexdigest()[:digits]


def check(
    sources: Iterable[Source], settings: Settings, places: Places, key: str | None
) -> Iterator[Problem]:
    """Find kept-out names in files and their names, at file and line and quoting nothing.

    Without a key nothing is found: only the keepers have it. `places` are those of the settings.
    """
    yield from _unreadable(settings.kept_out, places, key)
    kept = _kept(settings.kept_out, key)
    if kept is None:
        return
    hashes: dict[str, str] = {}
    for source in sources:
        lines = _lines(kept, hashes, source)
        yield from (problem(_FOUND, Place(source.path, line)).hush() for line in lines)


def as_a_whole(problems: Iterable[Problem], places: Places) -> tuple[Problem, ...]:
    """Tell kept-out names once for the whole archive: the log of a build may be read by everybody.

    What looks like a name is not told beside it, for the one that came back would stand among few others.
    """
    found = tuple(problems)
    if all(one.code != _FOUND for one in found):
        return found
    rest = (one for one in found if one.code not in (_FOUND, _LIKE_A_NAME))
    return (*rest, problem(_FOUND, _place(places)))


def not_asked(settings: Settings, places: Places, key: str | None) -> tuple[Problem, ...]:
    """Warn that a site is built on a machine that cannot look for the names that are kept out."""
    return (problem("P518", _place(places)),) if settings.kept_out and key is None else ()


def _place(places: Places) -> Place:
    return places.get((_SETTINGS, _LIST), Place(_SETTINGS))


def _unreadable(entries: tuple[str, ...], places: Places, key: str | None) -> Iterator[Problem]:
    """Tell of entries that can never be asked, which would keep nothing out and look as if they did."""
    if entries and key is not None and len(key) < LEAST:
        yield _refused(
            _place(places), f"the key in `{KEY}` is empty or has fewer than {LEAST} characters"
        )
        return
    check = _check(key.encode()) if key else ""
    for number, entry in enumerate(entries):
        place = places.get((_SETTINGS, f"{_LIST}[{number}]"), _place(places))
        read = _ENTRY.match(entry)
        if read is None:
            yield _refused(place, "`calls keep-out` writes no such line")
        elif check and read[1] != check:
            yield _refused(place, f"it was made with another key than the one in `{KEY}`")


def _refused(place: Place, why: str) -> Problem:
    return problem("P517", place, why=why)


def _kept(entries: tuple[str, ...], key: str | None) -> Kept | None:
    if not entries or key is None or len(key) < LEAST:
        return None
    names: dict[str, set[str]] = {}
    for read in filter(None, map(_ENTRY.match, entries)):
        names.setdefault(read[2], set()).add(read[3])
    return Kept({first: frozenset(wholes) for first, wholes in names.items()}, key.encode())


def _lines(kept: Kept, hashes: dict[str, str], source: Source) -> list[int]:
    """Give the numbers of the lines on which a kept-out name begins; the first stands for the file's own name too.

    `hashes` are those of words that were met before: words are few, and files are many.
    """
    text = source.data.decode("utf-8", "replace")
    found = {1} if any(_begun(kept, hashes, words_of(source.path))) else set()
    if kept.names.keys().isdisjoint(_first_of(kept, hashes, word) for word in _words(text)):
        return sorted(found)
    numbered = [
        (word, number) for number, line in enumerate(text.split("\n"), 1) for word in _words(line)
    ]
    begun = _begun(kept, hashes, [word for word, _ in numbered])
    found |= {number for (_, number), begins in zip(numbered, begun, strict=True) if begins}
    return sorted(found)


def _words(text: str) -> list[str]:
    """Give the words of a text as readers see them, whose letters may be written as entities or in hexadecimal."""
    if "&" in text:
        text = html.unescape(text)
    return words_of(unquote(text) if "%" in text else text)


def _begun(kept: Kept, hashes: dict[str, str], words: list[str]) -> Iterator[bool]:
    """Tell of each word whether a kept-out name begins with it."""
    for at, word in enumerate(words):
        wholes = kept.names.get(_first_of(kept, hashes, word), frozenset())
        some = (words[at : at + length] for length in range(1, MOST + 1) if wholes)
        yield any(_whole(kept.key, each) in wholes for each in some)


def _first_of(kept: Kept, hashes: dict[str, str], word: str) -> str:
    if word not in hashes:
        hashes[word] = _first(kept.key, word)
    return hashes[word]
