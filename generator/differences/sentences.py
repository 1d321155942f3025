"""The form in which differences are told: sentences of our own words and of what people wrote, in parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.privacy.public import AnyCall, PublicCall, Reason, WithheldCall
from generator.render.words import REASONS


@dataclass(frozen=True, slots=True)
class Said:
    """Words that people wrote, which a format must show as text and as nothing else."""

    text: str


Sentence = tuple[str | Said, ...]
"""Our own words as they are, and what people wrote, one behind the other; without a full stop."""


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences of one kind under a heading."""

    heading: str
    sentences: tuple[Sentence, ...]


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def listed(words: Iterable[str]) -> str:
    """Join words with commas and an "and"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def named(call: AnyCall) -> Sentence:
    """Name a call: by its title and date, or by its date alone where no more may be seen."""
    if isinstance(call, PublicCall) and call.title:
        return (Said(call.title), f" on {call.date}")
    return (f"the call of {call.date}",)


def when(call: PublicCall) -> str:
    """Say when a call is, in the group's own time, as exactly as it is known."""
    hour = hour_of(call)
    return f"{call.date} {hour}" if hour else str(call.date)


def hour_of(call: PublicCall) -> str:
    """Give the hour of a call with its zone, or nothing where it is not known."""
    return "" if call.start is None else f"{call.start:%H:%M} {call.zone}"


def closed(call: PublicCall, part: str) -> bool:
    """Tell whether a part of a call that may be seen (`minutes`, `recording`) is withheld."""
    return call.withholding is not None and bool(getattr(call.withholding, part))


def why_closed(call: PublicCall | WithheldCall) -> str:
    """Give the class of reasons for which something is withheld, which is public, behind a verb."""
    held = call.withholding
    known = held is not None and held.reason is not Reason.UNSTATED
    return f" for {REASONS[held.reason]}" if known and held is not None else ""
