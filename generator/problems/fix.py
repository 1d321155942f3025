"""How a problem can be mended without asking anybody: edits of the file it stands in."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.problems.place import Place

WHOLE_LINE = -1
"""Length of an edit that takes a line from its column up to its end, and the end too."""


class Edit(NamedTuple):
    """Text that takes the place of a stretch of one line; a `replacement` may hold line ends."""

    place: Place
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of one file that belong together: all of them are made, or none.

    Lines and columns are those of the text as it is read: without a byte order mark, with `\\n` and composed letters.
    """

    edits: tuple[Edit, ...]


AS_READ = Fix(())
"""The file is written as it is read, and needs no edit besides."""


def replacing(place: Place, replacement: str) -> Fix:
    """Give the fix that is one edit."""
    return Fix((Edit(place, replacement),))


def without_line(at: Place) -> Fix:
    """Give the fix that takes out a whole line together with its end, and tells nothing of how long it is."""
    return replacing(Place(at.path, at.line, 1, WHOLE_LINE), "")
