"""What the words of a place say of where it is, and the lasting name of its page.

A name follows from the words of the place alone, so that no other place can change it. Spellings that differ only in
case, accents, points, apostrophes, hyphens and spaces are one place.
A state or a country is known only where the record names one by the table in `gazetteer.py`; nothing is guessed.
"""

import functools
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses
from generator.render import gazetteer
from generator.render.names import NOWHERE, Target
from generator.wording import _

LONGEST = 60
_LEFT_OUT = dict.fromkeys(map(ord, "'`.\u2018\u2019\u02bc\u00ad"))
_GAP = re.compile(r"[^a-z0-9]+")
_KEPT_NAMES = re.compile(r"(index|in-.*|place-.*|other|.*-[0-9a-f]{8})\Z")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What is known of a place from its words.

    `key` is the same for all spellings of it, `name` is that of its page; `country` is a code or empty, `state` is
    one of the United States or Canada or empty; `town` is what the words say besides, empty for a whole state or
    country.
    """

    key: str
    name: str
    country: str
    state: str
    town: str


@functools.lru_cache(maxsize=4096)
def read_place(words: str) -> PlaceName:
    """Read the words of a place.

    >>> read_place("Mill Town, PA")
    PlaceName(key='mill town, us-pa', name='mill-town-pa', country='us', state='PA', town='Mill Town')
    """
    flat = " ".join(words.split())
    town, comma, last = (part.strip() for part in flat.rpartition(","))
    country, state = _located(last, bool(comma))
    if not country:
        key = fold(flat)
        return PlaceName(key, _name(_GAP.sub("-", key), key), "", "", flat)
    key = _key(fold(town), country, state)
    return PlaceName(key, _name(_plain_name(fold(town), country, state), key), country, state, town)


def place_target(words: str) -> Target:
    """Name a place as it is written, with its page; no words name nothing."""
    return Target(words, addresses.place_page(read_place(words).name)) if words else NOWHERE


def fold(words: str) -> str:
    """Give the words of a place so that spellings of it are the same: small, without accents, points and apostrophes.

    >>> fold("St. John’s,  NL")
    'st johns, nl'
    """
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LEFT_OUT).replace("-", " "))
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(unicodedata.normalize("NFC", bare).split())


def whole_name(country: str, state: str = "") -> str:
    """Give the English name of a state or country, in which no namesake is meant."""
    if not state:
        return gazetteer.COUNTRIES[country]
    name = _table(country)[state].partition(" (")[0]
    return f"{name} state" if fold(name) in gazetteer.NOT_ALONE or name == "Georgia" else name


def country_words(country: str) -> str:
    """Give the name of a country as readers see it."""
    return _(gazetteer.COUNTRIES[country])


def state_words(country: str, state: str) -> str:
    """Give the name of a state or province as readers see it."""
    return _(_table(country)[state])


def _table(country: str) -> Mapping[str, str]:
    return gazetteer.STATES if country == gazetteer.UNITED_STATES else gazetteer.PROVINCES


def _located(last: str, after_comma: bool) -> tuple[str, str]:
    """Give the country and state that the last part of a place names, both empty where it names none.

    Codes are read in capitals only, since in small letters some are words.
    """
    if last in _codes():
        return _codes()[last], last
    folded = fold(last)
    if not after_comma and folded in gazetteer.NOT_ALONE:
        return "", ""
    return _names().get(folded, ("", ""))


@functools.cache
def _codes() -> Mapping[str, str]:
    """Give the country of every code of a state or province."""
    countries = (gazetteer.UNITED_STATES, gazetteer.CANADA)
    return {code: country for country in countries for code in _table(country)}


@functools.cache
def _names() -> Mapping[str, tuple[str, str]]:
    """Give every folded name of the table with the country and the state that it stands for."""
    names = {fold(name): (code, "") for code, name in gazetteer.COUNTRIES.items()}
    names |= {name: (code, "") for name, code in gazetteer.OTHER_NAMES.items()}
    for code, country in _codes().items():
        short = fold(_table(country)[code].partition(" (")[0])
        if short != "georgia":
            names[short] = (country, code)
        names[f"{short} state"] = (country, code)
    return names


def _name(words: str, key: str) -> str:
    """Give the name of a page: its plain name, and where those would not tell the place from every other, a mark of it.

    The mark is taken from the whole key, so that it does not depend on which other places there are.
    """
    name = words.strip("-")
    marked = (
        f"{name[:LONGEST].strip('-') or 'place'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
    )
    if not name or len(name) > LONGEST or _KEPT_NAMES.match(name) or _read_back(name) != key:
        return marked
    return name


def _read_back(name: str) -> str:
    """Give the key of the one place that may have a name without a mark."""
    words = name.split("-")
    for at in range(len(words)):
        last = " ".join(words[at:])
        country, state = _located(last.upper() if at else last, at > 0)
        if country and name == _plain_name(" ".join(words[:at]), country, state):
            return _key(" ".join(words[:at]), country, state)
    return " ".join(words)


def _key(town: str, country: str, state: str) -> str:
    return ", ".join(part for part in (town, f"{country}-{state}".lower().strip("-")) if part)


def _plain_name(town: str, country: str, state: str) -> str:
    """Give the name of the page of a folded town in a state or country, or of the whole of it."""
    last = state if state and town else whole_name(country, state)
    return _GAP.sub("-", fold(f"{town} {last}")).strip("-")
