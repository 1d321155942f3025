"""The ways from a call to the calls before and after it."""

from generator.render.call_views import Neighbours
from generator.render.names import Link, link


def pager(near: Neighbours, page: str) -> tuple[tuple[str, Link, Link], ...]:
    """Give the ways to the calls before and after, in the series first; a way that leads nowhere is left out."""
    ways = (
        ("in the series", near.series_before, near.series_after),
        ("by date", near.before, near.after),
    )
    return tuple(
        (label, link(before, page), link(after, page))
        for label, before, after in ways
        if before.title or after.title
    )
