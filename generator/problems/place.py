"""Where something stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one line: `line` and `column` count from 1, `length` counts characters.

    A length of 0 means the file, or the record that begins there, as a whole.

    `path` is relative to the root of the archive.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0
