"""A page somebody wrote by hand."""

from dataclasses import dataclass

from generator.model.minutes import Link


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of `content/`: `body` is Markdown without its title, whose first line is line `body_line`."""

    path: str
    title: str
    description: str
    body: str
    body_line: int
    links: tuple[Link, ...] = ()
    listings: tuple[tuple[int, str, int], ...] = ()
    """Listings as line in the file, name and the most rows it shows (0: all)."""
