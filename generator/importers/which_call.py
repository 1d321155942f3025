"""Finds the call that somebody means: by id, by the address of its page, or by date and title."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importers.issue_form import id_in

_DATE = re.compile(r"(?<![0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_MONTH = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}(?![0-9])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A fully shared record that may be meant; `days` are all those it was announced for, and none for a series."""

    id: str
    title: str
    days: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant: a call, or an occurrence of a series on a date; else those that are near."""

    call: str = ""
    series: str = ""
    date: str = ""
    near: tuple[str, ...] = ()


def find(said: str, calls: Sequence[Known], series: Sequence[Known]) -> Found:
    """Find what is meant; where two would fit, neither is taken and both are near."""
    name = id_in(said)
    for call in calls:
        if name and name in (call.id, *call.earlier):
            return Found(call=call.id)
    date = _day_in(said)
    words = _words(said.replace(date, " ") if date else said)
    if not date:
        return Found(near=_like(said, calls))
    on_day = [call for call in calls if date in call.days]
    meant = [call for call in on_day if _fits(words, call)]
    if len(meant) == 1:
        return Found(call=meant[0].id)
    own = [one for one in series if _fits(words, one) and words]
    if not on_day and len(own) == 1:
        return Found(series=own[0].id, date=date)
    near = [call.id for call in meant or on_day] or _like(said, calls)
    return Found(near=tuple(near[:5]))


def _day_in(said: str) -> str:
    """Give the first date in a text, or nothing where there is none that exists."""
    match = _DATE.search(said)
    try:
        return datetime.date.fromisoformat(match[1]).isoformat() if match else ""
    except ValueError:
        return ""


def _fits(words: set[str], known: Known) -> bool:
    """Tell whether all words that were said stand in a title or id, or half of its words were said."""
    own = _words(known.title) | _words(known.id)
    titled = _words(known.title) - _FILLERS
    return words <= own or (bool(titled) and 2 * len(titled & words) > len(titled))


_FILLERS = frozenset("the a an of and for call calls meeting on".split())


def _words(text: str) -> set[str]:
    bare = re.sub(r"https?://\S*/", " ", text.lower()).replace(".html", " ")
    return set(_WORD.findall(bare)) - {"the", "of", "on"}


def _like(said: str, calls: Iterable[Known]) -> tuple[str, ...]:
    """Give up to three calls that share words or the month with what was said, the likest and latest first."""
    words = _words(said) - _FILLERS
    month = _MONTH.search(said)
    scored = [(_likeness(words, month[0] if month else "", call), call) for call in calls]
    near = sorted(scored, key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return tuple(call.id for score, call in near[:3] if score)


def _likeness(words: set[str], month: str, call: Known) -> int:
    own = (_words(call.title) | _words(call.id)) - _FILLERS
    return 2 * len(own & words) + any(bool(month) and day.startswith(month) for day in call.days)
