"""Makes the copies of a recording from the rows of a record; rows whose address cannot be used are left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.load.notebook import Notebook
from generator.model.call import Recording


def read_copies(book: Notebook, rows: Sequence[Mapping[str, Any]]) -> tuple[Recording, ...]:
    """Make copies of the rows of `recordings`, and let the places of their fields be found by the same numbers."""
    kept = [number for number, row in enumerate(rows) if "url" in row]
    if len(kept) < len(rows):
        written = {name: place for (_, name), place in book.places.items()}
        for now, before in enumerate(kept):
            own = f"recordings[{before}]"
            for name, place in written.items():
                if name.startswith(own):
                    book.places[(book.path, f"recordings[{now}]{name.removeprefix(own)}")] = place
    return tuple(Recording(**rows[number]) for number in kept)
