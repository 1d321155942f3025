"""Copies of recordings that may be heard, with the places of their fields, for the questions that are asked of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.archive import Archive
from generator.model.call import Call, Recording
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """A copy of a call whose recording is not withheld; `number` is its place in the list, counted from 0."""

    archive: Archive
    call: Call
    number: int
    copy: Recording

    def place(self, field: str) -> Place:
        """Give the place of one of its fields."""
        return self.archive.place(self.call.path, f"recordings[{self.number}].{field}")


def open_copies(archive: Archive) -> Iterator[OpenCopy]:
    """Give every copy of a recording that may be heard, in the order of the calls and of their records."""
    for call in archive.calls:
        if call.share.recording:
            for number, copy in enumerate(call.recordings):
                yield OpenCopy(archive, call, number, copy)
