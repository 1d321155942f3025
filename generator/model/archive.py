"""Everything that was read, with the places it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.answer import Answer
from generator.model.call import Call
from generator.model.group import Group, Hub, Platform
from generator.model.minutes import Minutes
from generator.model.page import WrittenPage
from generator.model.past import Step
from generator.model.series import Series
from generator.model.transcript import Corrections, Transcript
from generator.problems import Place

Places = Mapping[tuple[str, str], Place]
"""Place of a field's value, by the file's path and the field's path in it (`places[0]`, `share.reason`)."""


@dataclass(frozen=True, slots=True)
class Archive:
    """All records of one archive, each tuple sorted by id (calls by date, then id)."""

    calls: tuple[Call, ...] = ()
    series: tuple[Series, ...] = ()
    groups: tuple[Group, ...] = ()
    hubs: tuple[Hub, ...] = ()
    platforms: tuple[Platform, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    pages: tuple[WrittenPage, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    corrections: tuple[Corrections, ...] = ()
    answers: tuple[Answer, ...] = ()
    places: Places = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Paths of files that lie there and gave no record, so that nobody else is blamed for it."""
    stamps: Mapping[str, int] = field(default_factory=dict)
    """Second of the last commit (Unix time) that changed a file, by path; empty without history."""
    past: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    """What could be seen of calls, the oldest first, by id; calls of which all could always be seen have none."""
    knows_past: bool = False
    """Whether the whole history was at hand, so that a call without a past has had none."""

    comments: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """Places of the comments of records and of front matter, by path; they belong to no field."""
    worked_out: dict[object, object] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What follows from the rest and several checks ask for, by who worked it out; see `checks/courses.py`."""

    def lies_unread(self, folder: str, name: str) -> bool:
        """Tell whether a record of that id lies in a folder (`calls/series/`) and could not be read.

        The folder `calls/` stands for calls, which lie in folders of years.
        """
        if folder == "calls/":
            return f"calls/{name[:4]}/{name}.yaml" in self.unread
        return f"{folder}{name}.yaml" in self.unread

    def notes_by_call(self) -> dict[str, list[Minutes]]:
        """Give the notes of each call that has any, by the call's id."""
        found: dict[str, list[Minutes]] = {}
        for one in self.minutes:
            found.setdefault(one.call, []).append(one)
        return found

    def files_of_words(self) -> tuple[Transcript | Corrections, ...]:
        """Give the files that hold words of recordings: transcripts, and corrections of them."""
        return (*self.transcripts, *self.corrections)

    def place(self, path: str, name: str) -> Place:
        """Give the place of a field in a file, or the file's first line when the field is not written."""
        return self.places.get((path, name), Place(path))
