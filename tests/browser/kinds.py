"""The kinds of pages that a site has, and the fullest page of each, so that tests can look at one of every kind.

A page belongs to the first kind whose pattern its address has; a new kind of page needs a line here.
"""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name, the pattern of its addresses, and the archives in which it is looked at."""

    name: str
    pattern: str
    archives: tuple[str, ...] = ("river",)
    query: str = ""


BOTH = ("river", "real")
KINDS = (
    Kind("home", r"index\.html", BOTH),
    Kind("lost", r"404\.html"),
    Kind("calls", r"calls/index\.html", BOTH),
    Kind("year", r"calls/\d{4}\.html", BOTH),
    # Only years of more than five hundred calls have these, and such a year would be a slow example.
    Kind("month", r"calls/\d{4}-(\d\d|not-known)\.html", ()),
    Kind("how-met", r"calls/how-people-met\.html"),
    Kind("how-sure", r"calls/how-sure\.html"),
    Kind("withheld-call", r"calls/.+-withheld-\d+\.html"),
    Kind("call", r"calls/\d{4}.+\.html", BOTH),
    Kind("series-list", r"series/index\.html"),
    Kind("series", r"series/.+\.html", BOTH),
    Kind("groups", r"groups/index\.html"),
    Kind("group", r"groups/.+\.html", BOTH),
    Kind("hubs", r"hubs/index\.html"),
    Kind("hub", r"hubs/.+\.html"),
    Kind("places", r"places/index\.html"),
    Kind("place", r"places/.+\.html", BOTH),
    Kind("decisions", r"decisions/index\.html", BOTH),
    Kind("decisions-of", r"decisions/.+\.html"),
    Kind("actions", r"actions/index\.html"),
    Kind("actions-of", r"actions/.+\.html"),
    Kind("recordings", r"recordings/index\.html", BOTH),
    # Only archives with more than five hundred calls to hear have these.
    Kind("recordings-of", r"recordings/\d{4}(-(\d\d|not-known))?\.html", ()),
    Kind("transcript", r"recordings/\d{4}.+\.html"),
    Kind("statistics", r"statistics/index\.html", BOTH),
    Kind("calendar", r"calendar/index\.html", BOTH),
    Kind("calendar-month", r"calendar/\d{4}-\d\d\.html", BOTH),
    Kind("subscribe", r"calendar/subscribe\.html", BOTH),
    Kind("gaps", r"gaps/index\.html", BOTH),
    # Only archives with more than five hundred gaps have these.
    Kind("gaps-of", r"gaps/\d{4}(-(\d\d|not-known))?\.html", ()),
    Kind("ledger", r"gaps/ledger\.html", BOTH),
    # The real archive withholds nothing, and its register says so in other words.
    Kind("withheld", r"withheld/index\.html", BOTH),
    Kind("withheld-log", r"withheld/log.*\.html"),
    Kind("withheld-left-out", r"withheld/left-out.*\.html"),
    # Only archives that withhold more than five hundred calls have these.
    Kind("withheld-of", r"withheld/\d{4}(-(\d\d|not-known))?(\.\d+)?\.html", ()),
    Kind("search", r"search/index\.html", BOTH),
    Kind("problems", r"help/problems/index\.html", ("real",)),
    Kind("problem", r"help/problems/.+\.html", ("real",)),
    Kind("help", r"help/.+\.html", BOTH),
    Kind("request", r"about/requesting-a-call\.html"),
    Kind("written", r"about/.+\.html", BOTH),
)
RESULTS = Kind("results", r"search/index\.html", ("river",), "?q=ferry")
"""The search page when something was found, which is the same page by its address."""


def kind_of(path: str) -> str:
    """Give the name of a page's kind, or nothing where there is no such kind."""
    return next((kind.name for kind in KINDS if re.fullmatch(kind.pattern, path)), "")


def pages(site: Path) -> list[str]:
    """Give the address of every page of a site, in order."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def fullest(site: Path, kind: Kind) -> str:
    """Give the longest page of a kind, with its query; nothing where the site has none."""
    name = "search" if kind == RESULTS else kind.name
    found = [path for path in pages(site) if kind_of(path) == name]
    longest = max(found, key=lambda path: ((site / path).stat().st_size, path), default="")
    return longest and longest + kind.query


VISITS = tuple((archive, kind) for kind in (*KINDS, RESULTS) for archive in kind.archives)
"""Every archive and kind of page that is looked at in it."""
