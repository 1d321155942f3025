"""Everything that an archive counts of itself, by subject; each table adds up to the number that it says it is of.

Of withheld calls only their number is counted. How the numbers are shown is left to `statistics_page` and
`data_statistics`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.privacy.public import (
    AnyCall,
    Confidence,
    Count,
    Evidence,
    GroupKind,
    HubKind,
    PublicArchive,
    PublicCall,
)
from generator.render.action_states import actions_in, counts_of
from generator.render.decision_register import Method, Standing, outcomes_in
from generator.render.figures import Counts, count_states, figures_of
from generator.render.names import Target, call_target
from generator.settings import Settings

FEW = 5
"""Fewer people than this are never told as a number here: such a call is counted as one of fewer than five."""
DATES = ("hour", "day", "month", "year")
PEOPLE = ("exact", "at-least", "at-most", "range", "about", "fewer-than-five", "not-known")


@dataclass(frozen=True, slots=True)
class Subject:
    """What one table counts: a number for each key, in their order, zeros kept."""

    key: str
    counts: Counts

    @property
    def total(self) -> int:
        """Give what the numbers are of, and add up to."""
        return sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class People:
    """How many people took part, where that is known.

    `at_least` were counted on `summed` calls, each person once a call: exact numbers and lower bounds, no guesses.
    `most` is the largest of these with its call; 0 where there is none.
    """

    at_least: int
    summed: int
    most: int
    is_exact: bool
    call: Target | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """All numbers of an archive: `calls` of which `shown` may be seen in their details, and tables by subject.

    `places` are different places, named on `with_places` of the calls shown; `in_series` of these belong to a series.
    """

    calls: int
    shown: int
    subjects: tuple[Subject, ...]
    people: People
    places: int
    with_places: int
    series: int
    in_series: int

    def subject(self, key: str) -> Subject:
        """Give the table of a subject; an unknown name is a bug and raises."""
        return next(one for one in self.subjects if one.key == key)


def statistics_of(archive: PublicArchive, settings: Settings) -> Statistics:
    """Count everything in an archive, in linear time; the order of its files changes nothing."""
    shown = [call for call in archive.calls if isinstance(call, PublicCall)]
    return Statistics(
        calls=len(archive.calls),
        shown=len(shown),
        subjects=(*_of_calls(archive, shown), *_of_outcomes(archive, settings), *_kinds(archive)),
        people=_people(shown),
        places=len({place for call in shown for place in call.places}),
        with_places=sum(bool(call.places) for call in shown),
        series=len(archive.series),
        in_series=sum(bool(call.series) for call in shown),
    )


def _of_calls(archive: PublicArchive, shown: list[PublicCall]) -> tuple[Subject, ...]:
    figures = figures_of(archive)
    return (
        Subject("status", figures.status),
        Subject("dates", _counted(DATES, map(_date_known, archive.calls))),
        Subject("modes", figures.modes),
        Subject("minutes", figures.notes),
        Subject("beside-summaries", figures.beside_summaries),
        Subject("recordings", figures.recordings),
        Subject("evidence", count_states(Evidence, (call.evidence for call in shown))),
        Subject("confidence", count_states(Confidence, (call.confidence for call in shown))),
        Subject("participants", _counted(PEOPLE, (how_counted(c.participants) for c in shown))),
    )


def _of_outcomes(archive: PublicArchive, settings: Settings) -> tuple[Subject, ...]:
    outcomes = outcomes_in(archive)
    methods = (one.method for one in outcomes if one.method)
    actions = counts_of(actions_in(archive, settings))
    return (
        Subject("outcomes", count_states(Standing, (one.standing for one in outcomes))),
        Subject("methods", count_states(Method, methods)),
        Subject("actions", tuple((standing.value, number) for standing, number in actions)),
    )


def _kinds(archive: PublicArchive) -> tuple[Subject, ...]:
    return (
        Subject("groups", count_states(GroupKind, (group.kind for group in archive.groups))),
        Subject("hubs", count_states(HubKind, (hub.kind for hub in archive.hubs))),
    )


def _counted(keys: Iterable[str], found: Iterable[str]) -> Counts:
    counted = Counter(found)
    return tuple((key, counted[key]) for key in keys)


def _date_known(call: AnyCall) -> str:
    """Say how exactly it is known when a call was; the hour of a withheld one is never known here."""
    if isinstance(call, PublicCall) and call.date.day and call.start is not None:
        return "hour"
    return "day" if call.date.day else "month" if call.date.month else "year"


def how_counted(count: Count | None) -> str:
    """Say in which way a number of people is known, by its key in `PEOPLE`."""
    if count is None:
        return "not-known"
    if 0 < (count.most or (count.least if count.about else 0)) < FEW:
        return "fewer-than-five"
    if count.about:
        return "about"
    if count.most == count.least:
        return "exact"
    return "at-least" if not count.most else "range" if count.least else "at-most"


def _people(shown: list[PublicCall]) -> People:
    known = [call for call in shown if call.participants and _floor(call.participants)]
    largest = max(known, key=_least, default=None)
    return People(
        at_least=sum(map(_least, known)),
        summed=len(known),
        most=_least(largest) if largest else 0,
        is_exact=bool(largest and how_counted(largest.participants) == "exact"),
        call=call_target(largest) if largest else None,
    )


def _least(call: PublicCall) -> int:
    return _floor(call.participants) if call.participants else 0


def _floor(count: Count) -> int:
    """Give how many people there were at least, as far as that may be summed: no guesses, and nobody of a few."""
    return 0 if count.about or count.least < FEW else count.least
