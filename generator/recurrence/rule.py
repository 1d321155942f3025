"""Reads a recurrence rule of RFC 5545, section 3.3.10, into a rhythm, and writes a rhythm as such a rule.

What each part may be is in `rule_parts.py`, which parts go together in `rule_sense.py`.
"""

import re
from dataclasses import dataclass

from generator.model.rhythm import Rhythm
from generator.recurrence.rule_parts import DAYS, ELSEWHERE, READERS, Refused
from generator.recurrence.rule_sense import Part, Parts, nonsense, rhythm_of

_PIECE = re.compile(r"[^;\s](?:[^;]*[^;\s])?")


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong with a rule: where in its text, from 0, and over how many characters; why, and what to do.

    `name` is that of a part that is not known, for whoever wants to look for the one that is meant.
    """

    start: int
    length: int
    why: str
    how: str
    name: str = ""


def read_rule(text: str) -> Rhythm | None:
    """Give the rhythm of a rule, or nothing where it is no rule that calls can have."""
    return examine_rule(text)[0]


def examine_rule(text: str) -> tuple[Rhythm | None, tuple[RuleFault, ...]]:
    """Give the rhythm of a rule, or nothing and all that is wrong with it; letters of either case are the same.

    Parts may stand in any order, and `RRULE:` before them. The work is bounded for every text.
    """
    if not text.isascii():
        at = next(number for number, sign in enumerate(text) if not sign.isascii())
        why, how = "a rule has plain letters, digits and signs only", "type it anew"
        return None, (RuleFault(at, 1, why, how),)
    faults: list[RuleFault] = []
    parts: Parts = {}
    begin = len("RRULE:") if text.upper().startswith("RRULE:") else 0
    for piece in _PIECE.finditer(text, begin):
        fault = _read_piece(piece[0], piece.start(), parts)
        if fault:
            faults.append(fault)
    if not faults:
        faults = [
            RuleFault(*_spot(one.part, parts, text), one.why, one.how) for one in nonsense(parts)
        ]
    return (None, tuple(faults)) if faults else (rhythm_of(parts), ())


def _spot(name: str, parts: Parts, text: str) -> tuple[int, int]:
    part = parts.get(name)
    return (part.start, part.length) if part else (0, len(text))


def _read_piece(piece: str, start: int, parts: Parts) -> RuleFault | None:
    """Read one part of a rule into `parts`, or say what is wrong with it."""
    name, is_part, value = piece.partition("=")
    plain = name.upper()
    reader = READERS.get(plain)
    if plain in parts:
        return RuleFault(start, len(piece), "it stands there twice", "keep one of the two")
    if not is_part or reader is None:
        known = ELSEWHERE.get(re.split("[;:]", plain)[0])
        if known:
            return RuleFault(start, len(piece), *known)
        why = "it has no value" if reader else "it is no part of a rule"
        how = f"the parts are {_KNOWN}, each as `NAME=VALUE`"
        return RuleFault(start, len(piece), why, how, "" if reader else plain)
    try:
        parts[plain] = Part(reader(value.upper()), start, len(piece))
    except Refused as refused:
        return RuleFault(start, len(piece), refused.why, refused.how)
    return None


PARTS = tuple(READERS)
"""Names of the parts that a rule may have."""

_KNOWN = ", ".join(f"`{name}`" for name in PARTS)


def rule_text(rhythm: Rhythm) -> str:
    """Write a rhythm as a rule.

    >>> from generator.recurrence.words import read_words
    >>> rule_text(read_words("first and third Tuesday of the month at 20:30"))
    'FREQ=MONTHLY;BYDAY=1TU,3TU;BYHOUR=20;BYMINUTE=30'
    """
    clock = rhythm.clock
    parts = (
        ("FREQ", rhythm.frequency.value),
        ("INTERVAL", str(rhythm.interval) if rhythm.interval > 1 else ""),
        ("COUNT", str(rhythm.count or "")),
        ("UNTIL", f"{rhythm.last:%Y%m%d}" if rhythm.last else ""),
        ("BYMONTH", _joined(rhythm.months)),
        ("BYMONTHDAY", _joined(rhythm.month_days)),
        ("BYDAY", ",".join(f"{one.which or ''}{DAYS[one.day]}" for one in rhythm.weekdays)),
        ("BYHOUR", str(clock.hour) if clock else ""),
        ("BYMINUTE", str(clock.minute) if clock else ""),
        ("BYSETPOS", _joined(rhythm.positions)),
        ("WKST", DAYS[rhythm.week_start] if rhythm.week_start else ""),
    )
    return ";".join(f"{name}={value}" for name, value in parts if value)


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))
