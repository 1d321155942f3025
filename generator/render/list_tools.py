"""What stands above a list for readers with JavaScript: a box that filters it, a choice of states, and an order.

It is hidden until `assets/javascripts/list.js` shows it; the list below is complete without it.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator import addresses
from generator.render.rows import HAS, Row
from generator.wording import N_, _, ngettext, number

SCRIPT = "assets/javascripts/list.js"
FEWEST = 6
"""A shorter list is seen at a glance, so that nothing stands above it."""
_STATES = dict(
    zip(
        HAS,
        (
            N_("With minutes"),
            N_("With a recording"),
            N_("With decisions"),
            N_("With something missing"),
        ),
        strict=True,
    )
)

Choice = tuple[str, str]
"""A choice: its value for the script, and its words."""


class Tools(NamedTuple):
    """What templates draw above a list.

    `shown` says how many rows remain, with `{shown}` where the script writes their number; `script` is its address.
    `search` is where words are found that no row says. The first order is the one the list has without the script.
    """

    shown: str
    states: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    script: str
    search: str


def call_tools(rows: Iterable[Row], page: str, newest_first: bool = False) -> Tools | None:
    """Give the tools of a list of calls, or nothing for a short one; a state that all calls have is no choice.

    Where calls stand in several lines, lines are counted, because there are not as many calls. `newest_first` is the
    order in which the list stands.
    """
    some = tuple(rows)
    found = Counter(word for row in some for word in row.has)
    states = _choices(found, len(some))
    if len({row.path for row in some}) < len(some):
        words = ngettext("{shown} of {n} line shown", "{shown} of {n} lines shown", len(some))
    else:
        words = ngettext("{shown} of {n} call shown", "{shown} of {n} calls shown", len(some))
    return _tools(words, len(some), states, _dated(newest_first), page)


def date_tools(has: Iterable[Iterable[str]], page: str) -> Tools | None:
    """Give the tools of tables of dates, by what each date has; they stand in an order that nobody asks to turn."""
    some = tuple(tuple(each) for each in has)
    found = Counter(word for each in some for word in each)
    states = _choices(found, len(some))
    words = ngettext("{shown} of {n} date shown", "{shown} of {n} dates shown", len(some))
    return _tools(words, len(some), states, (), page)


def _choices(found: Counter[str], many: int) -> tuple[Choice, ...]:
    return tuple((word, _(words)) for word, words in _STATES.items() if 0 < found[word] < many)


def name_tools(words: str, many: int, page: str) -> Tools | None:
    """Give the tools of a list of records by name; `words` say how many of `{n}` remain, with `{shown}`."""
    orders = (("given", _("By name")), ("calls", _("Most calls first")))
    return _tools(words, many, (), orders, page)


def filter_tools(words: str, many: int, page: str) -> Tools | None:
    """Give the box alone that filters a list, which stays in its order; `words` are as in `name_tools`."""
    return _tools(words, many, (), (), page)


def dated_tools(words: str, many: int, page: str) -> Tools | None:
    """Give the tools of a list of records by time; `words` are as in `name_tools`."""
    orders = (*_dated(newest_first=False), ("calls", _("Most calls first")))
    return _tools(words, many, (), orders, page)


def outcome_tools(many: int, page: str, newest_first: bool) -> Tools | None:
    """Give the tools of a list of outcomes; `newest_first` is the order in which it stands."""
    words = ngettext("{shown} of {n} outcome shown", "{shown} of {n} outcomes shown", many)
    return _tools(words, many, (), _dated(newest_first), page)


def _dated(newest_first: bool) -> tuple[Choice, ...]:
    """Give the orders by date, first the one in which the list stands."""
    words = (_("Newest first"), _("Oldest first"))
    given, other = words if newest_first else reversed(words)
    return (("given", given), ("reverse", other))


def _tools(
    words: str, many: int, states: tuple[Choice, ...], orders: tuple[Choice, ...], page: str
) -> Tools | None:
    if many < FEWEST:
        return None
    shown = words.replace("{n}", number(many))
    search = addresses.relative(addresses.SEARCH, page)
    return Tools(shown, states, orders, addresses.relative(SCRIPT, page), search)
