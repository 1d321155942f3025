"""Reads what a series says of its dates, and tells what is missing or said twice before any date is counted."""

import datetime
from typing import Any

from generator.load.notebook import Notebook
from generator.model.rhythm import Rhythm
from generator.problems import problem
from generator.recurrence.dates import dates
from generator.recurrence.rule import read_rule
from generator.recurrence.words import read_words

_A_YEAR = datetime.timedelta(days=366)


def read_recurrence(book: Notebook, values: dict[str, Any]) -> Rhythm | None:
    """Give the rhythm of a series as a value, where its words or its rule can be read; `values` are its good fields.

    That its beginning is missing is told beside a rhythm that cannot be read, so that nobody has to come back for it.
    """
    is_habit = values.get("evidence") == "pattern-only"
    counted = next((name for name in ("repeats", "rrule") if book.has(name)), "")
    rhythm = _rhythm(values)
    if counted and not is_habit:
        _check_beginning(book, values, counted, rhythm)
    _check_ends(book, values, rhythm)
    return rhythm


def _rhythm(values: dict[str, Any]) -> Rhythm | None:
    if values.get("repeats"):
        return read_words(values["repeats"])
    return read_rule(values["rrule"]) if values.get("rrule") else None


def _check_beginning(
    book: Notebook, values: dict[str, Any], counted: str, rhythm: Rhythm | None
) -> None:
    """The dates of a series are counted from a day, which a month or a year is not."""
    since = values.get("from")
    if not book.has("from"):
        book.problems.append(problem("T408", book.places[(book.path, counted)]))
    elif since is not None and since.exact is None:
        begin = since.first_day()
        known = dates(rhythm, begin, begin + _A_YEAR) if rhythm else iter(())
        example = next(known, begin)
        place = book.places[(book.path, "from")]
        book.problems.append(problem("T410", place, start=since, example=example))


def _check_ends(book: Notebook, values: dict[str, Any], rhythm: Rhythm | None) -> None:
    """A series ends once: in its rule or with its last date."""
    if rhythm is not None and (rhythm.count or rhythm.last) and "until" in values:
        part = "COUNT" if rhythm.count else "UNTIL"
        note = ((book.places[(book.path, "until")], "`until` stands here"),)
        book.problems.append(problem("F246", book.places[(book.path, "rrule")], note, part=part))
