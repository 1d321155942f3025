"""The ways from a call to the calls before and after it."""

from typing import NamedTuple

from generator.render.call_views import Neighbours
from generator.render.names import Target, link
from generator.wording import _


class Way(NamedTuple):
    """A way to another call: its address, which call that is, and its name."""

    href: str
    what: str
    words: str


class Pager(NamedTuple):
    """The ways before and after, in a series or by date; one that leads nowhere is not there. `label` names both."""

    label: str
    before: Way | None
    after: Way | None


def pager(near: Neighbours, page: str) -> tuple[Pager, ...]:
    """Give the ways to the calls before and after, in the series first; a pair that leads nowhere is left out."""
    series = Pager(
        _("Before and after in the series"),
        _way(near.series_before, page, _("Before, in the series")),
        _way(near.series_after, page, _("After, in the series")),
    )
    by_date = Pager(
        _("Before and after by date"),
        _way(near.before, page, _("Before, by date")),
        _way(near.after, page, _("After, by date")),
    )
    return tuple(each for each in (series, by_date) if each.before or each.after)


def _way(target: Target, page: str, what: str) -> Way | None:
    if not target.title:
        return None
    href, words = link(target, page)
    return Way(href, what, words)
