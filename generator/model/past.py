"""What could be seen of a call in earlier states of its record, as the history of the repository tells it."""

from dataclasses import dataclass

from generator.model.share import Share


@dataclass(frozen=True, slots=True)
class Step:
    """From when on what could be seen of a call: the second of a commit (Unix time), or nothing before one is made.

    `share` is nothing while the call was not in the archive.
    """

    second: int | None
    share: Share | None
