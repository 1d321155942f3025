"""Time zones from the pinned tzdata package and never from the machine, so that the same input gives the same bytes."""

import datetime
import functools
import importlib.resources
import zoneinfo

_SHORT = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "EASTERN": "America/New_York", "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver", "PACIFIC": "America/Los_Angeles",
    "GMT": "Etc/UTC", "UTC": "Etc/UTC", "Z": "Etc/UTC",
    "BST": "Europe/London", "CET": "Europe/Paris", "CEST": "Europe/Paris",
}  # fmt: skip


_SHARED = frozenset({"CST", "MST", "GMT", "BST", "CET", "CEST"})
"""Abbreviations that several lands use, or that stand for clocks with summer time and for clocks without."""


@functools.cache
def names() -> frozenset[str]:
    """Give the names a record may use: places and `Etc/UTC`, no abbreviations and no fixed offsets."""
    listed = _text("zones").split()
    return frozenset(n for n in listed if "/" in n and not n.startswith("Etc/")) | {"Etc/UTC"}


@functools.cache
def places() -> tuple[str, ...]:
    """Give the zones that somebody chooses from, by name: one for each place whose clocks differ, no older names."""
    lines = _text("zoneinfo", "zone.tab").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(sorted({row[2] for row in rows} | {"Etc/UTC"}))


def _text(*path: str) -> str:
    return importlib.resources.files("tzdata").joinpath(*path).read_text("utf-8")


def meant(word: str) -> str:
    """Give the zone that an abbreviation such as `PT` probably means, or an empty string."""
    return _SHORT.get(_plain(word), "")


def surely_meant(word: str) -> str:
    """Give the zone of an abbreviation that one land alone uses, or an empty string."""
    return "" if _plain(word) in _SHARED else meant(word)


def _plain(word: str) -> str:
    words = word.upper().replace(".", "").split()
    return " ".join(part for part in words if part not in ("TIME", "STANDARD", "DAYLIGHT", "US"))


@functools.cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """Give the rules of a zone; a name that is not in tzdata raises `FileNotFoundError`."""
    path = importlib.resources.files("tzdata").joinpath("zoneinfo")
    for part in name.split("/"):
        path = path.joinpath(part)
    with path.open("rb") as rules:
        return zoneinfo.ZoneInfo.from_file(rules, key=name)


# Several steps ask for the instants of every call; so many are kept that a large archive asks once.
@functools.lru_cache(maxsize=1 << 15)
def instants(local: datetime.datetime, name: str) -> tuple[datetime.datetime, ...]:
    """Give the instants in UTC that a wall-clock time names: none in a gap, two in a fold, else one."""
    rules = zone(name)
    first, second = (local.replace(tzinfo=rules, fold=fold).utcoffset() for fold in (0, 1))
    if first is not None and first == second:
        # Only in a gap or a fold does it matter which of two clocks is read.
        return ((local - first).replace(tzinfo=datetime.UTC, fold=0),)
    found = []
    for fold in (0, 1):
        utc = local.replace(tzinfo=rules, fold=fold).astimezone(datetime.UTC)
        if utc.astimezone(rules).replace(tzinfo=None, fold=0) == local and utc not in found:
            found.append(utc)
    return tuple(found)
