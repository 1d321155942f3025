"""Which addresses are asked about: those that readers may see, and no others.

Everything is taken from the public archive, so nothing that is withheld can be asked about.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.model.answer import Answer
from generator.privacy.public import (
    PublicArchive,
    PublicCall,
    PublicLostCopy,
    PublicRecording,
    PublicSource,
    Use,
)

FOLDER = "calls/links"
"""Where answers lie."""
OTHERS = f"{FOLDER}/others.jsonl"
"""The file of addresses that no call names."""


class Kind(Enum):
    """What stands at an address."""

    RECORDING = "recordings"
    SOURCE = "sources"


@dataclass(frozen=True, slots=True)
class Question:
    """An address to ask about; `file` is where its answer belongs, `calls` are the calls that name it.

    `type`, `bytes` and `sha256` are what the record says of a copy, empty and 0 where it says nothing.
    """

    address: str
    kind: Kind
    file: str
    calls: tuple[str, ...] = ()
    type: str = ""
    bytes: int = 0
    sha256: str = ""

    @property
    def can_be_measured(self) -> bool:
        """Tell whether the record says something that a whole download can be held against."""
        return self.kind is Kind.RECORDING and bool(self.sha256 or self.bytes)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of the questions are to be asked; nothing and 0 stand for all of them.

    `older_than` leaves out what was asked within so many days, `most` is the largest number.
    """

    kind: Kind | None = None
    call: str = ""
    older_than: int = 0
    most: int = 0


def questions(archive: PublicArchive) -> tuple[Question, ...]:
    """Give one question for each address, in the order of addresses.

    An address that several records name belongs to the earliest call; where one names it as a copy of a recording it
    is asked about as one.
    """
    found: dict[str, Question] = {}
    for one in _all(archive):
        known = found.get(one.address)
        found[one.address] = one if known is None else _joined(known, one)
    return tuple(found[address] for address in sorted(found))


def chosen(
    asked: Iterable[Question],
    answers: Mapping[str, Answer],
    wanted: Wanted,
    today: datetime.date,
) -> tuple[Question, ...]:
    """Give the questions that are wanted: those never asked first, then those whose answer is the oldest."""
    fitting = [one for one in asked if _fits(one, answers.get(one.address), wanted, today)]
    fitting.sort(key=lambda one: (_asked_on(answers.get(one.address)), one.address))
    return tuple(fitting[: wanted.most] if wanted.most else fitting)


def _fits(one: Question, answer: Answer | None, wanted: Wanted, today: datetime.date) -> bool:
    if wanted.kind not in (None, one.kind) or (wanted.call and wanted.call not in one.calls):
        return False
    return not wanted.older_than or (today - _asked_on(answer)).days >= wanted.older_than


def _asked_on(answer: Answer | None) -> datetime.date:
    return datetime.date.min if answer is None else answer.asked_on


def _all(archive: PublicArchive) -> Iterator[Question]:
    for call in archive.calls:
        if isinstance(call, PublicCall):
            file = f"{FOLDER}/{call.date.year:04d}.jsonl"
            yield from _of_copies(call, file)
            yield from _of_sources(call.sources, file, (call.id,))
    records: tuple[Sequence[tuple[PublicSource, ...]], ...] = (
        [one.sources for one in archive.series],
        [one.sources for one in archive.groups],
        [one.sources for one in archive.hubs],
        [one.sources for one in archive.platforms],
    )
    for kind in records:
        for sources in kind:
            yield from _of_sources(sources, OTHERS, ())


def _of_copies(call: PublicCall, file: str) -> Iterator[Question]:
    copies: tuple[PublicRecording | PublicLostCopy, ...] = (*call.recordings, *call.lost)
    for copy in copies:
        address = copy.url if isinstance(copy, PublicRecording) else copy.asked_at
        if address:
            yield Question(
                address, Kind.RECORDING, file, (call.id,), copy.type, copy.bytes, copy.sha256
            )


def _of_sources(
    sources: tuple[PublicSource, ...], file: str, calls: tuple[str, ...]
) -> Iterator[Question]:
    for source in sources:
        if source.url and source.use is Use.LINK:
            yield Question(source.url, Kind.SOURCE, file, calls)


def _joined(known: Question, other: Question) -> Question:
    """Join two questions about one address; `others` sorts after every year."""
    copy = known if known.kind is Kind.RECORDING else other
    calls = tuple(dict.fromkeys((*known.calls, *other.calls)))
    return replace(copy, file=min(known.file, other.file), calls=calls)
