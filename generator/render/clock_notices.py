"""What is said of clock changes that move calls for listeners in other zones, on calls and on what announces them.

When clocks move a call is worked out in `clock_changes.py`; decision 0044 says what "usual" means.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.privacy.public import PublicArchive, PublicCall
from generator.recurrence.plan import horizon
from generator.render.clock_changes import Change, Notice, changes
from generator.render.months import MONTHS
from generator.render.names import Target, names_of
from generator.render.occurrences import Occurrence, occurrences_of
from generator.render.once import once
from generator.render.rows import is_coming
from generator.render.words import clock, length_words, zone_words
from generator.settings import Settings
from generator.wording import N_, _

SAID_AFTER = datetime.timedelta(days=28)
"""So long after a change that stays it is still said."""
SAID_AHEAD = datetime.timedelta(days=28)
"""So long ahead a change is announced on the pages of its series and of the calendar."""
ANNOUNCED_LIMIT = 40
"""Of so many series the calendar's page tells what is announced; the pages of the others tell it."""
_ON = {
    True: N_("On {first} the call is at {time}, {shift} than usual."),
    False: N_("On {first} the call is at {time}, {shift} than before."),
}
_SPAN = {
    True: N_("From {first} to {last} the calls are at {time}, {shift} than usual."),
    False: N_("From {first} to {last} the calls are at {time}, {shift} than before."),
}
_STAYS = N_("From {first} on the calls are at {time}, {shift} than before.")
_UNTIL = N_("Until {last} the calls are at {time}, {shift} than usual.")
_WHY = N_("The clocks there change on other days, or not at all.")


@dataclass(frozen=True, slots=True)
class ClockNotices:
    """What is to be said: on the pages of calls, by their ids, and ahead, by the ids of their series."""

    calls: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)
    series: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Announced:
    """A series of which something is announced, and what."""

    series: Target
    notices: tuple[Notice, ...]


def clock_notices(archive: PublicArchive, settings: Settings) -> ClockNotices:
    """Give what is said of clock changes on the day of the build; a closed archive says nothing."""
    return ClockNotices() if settings.state == "closed" else once(archive, _told, settings)


def announced_in(archive: PublicArchive, settings: Settings) -> tuple[Announced, ...]:
    """Give all that is announced on the day of the build by series, what begins first before the rest."""
    names = names_of(archive).series
    told = clock_notices(archive, settings).series
    found = (Announced(names[one], said) for one, said in told.items())
    return tuple(sorted(found, key=lambda one: (one.notices[0].first, one.series.title)))


def listener_zones(archive: PublicArchive, settings: Settings) -> tuple[str, ...]:
    """Give the zones whose listeners are told: those of the settings, else those of the series with dates to come."""
    expected = occurrences_of(archive, settings).values()
    own = {dates[-1].zone for dates in expected if dates and dates[-1].day >= settings.today}
    return settings.listener_zones or tuple(sorted(own))


def _told(archive: PublicArchive, settings: Settings) -> ClockNotices:
    listening = listener_zones(archive, settings)
    coming = _coming_by_series(archive, settings.today)
    calls: dict[str, list[Notice]] = {}
    ahead: dict[str, tuple[Notice, ...]] = {}
    for name, dates in occurrences_of(archive, settings).items():
        own = _at_their_hour(dates, coming.get(name, ()), settings.today)
        said = sorted(_of_series(dates[0], own, listening), key=_by_day) if own else []
        for change in said:
            for day, call in own:
                if call and _concerns(change, day):
                    calls.setdefault(call, []).append(change.notice)
        announced = tuple(
            change.notice for change in said if change.first - SAID_AHEAD <= settings.today
        )
        if announced:
            ahead[name] = announced
    return ClockNotices({one: tuple(notices) for one, notices in calls.items()}, ahead)


def _by_day(change: Change) -> tuple[datetime.date, str]:
    return change.first, change.notice.zone


def _coming_by_series(archive: PublicArchive, today: datetime.date) -> dict[str, list[PublicCall]]:
    """Give the calls to come whose instant is known, by the series that they belong to."""
    found: dict[str, list[PublicCall]] = {}
    for call in archive.calls:
        if (
            isinstance(call, PublicCall)
            and call.series
            and call.starts_at
            and is_coming(call, today)
        ):
            found.setdefault(call.series, []).append(call)
    return found


_Dated = tuple[datetime.date, str]
"""A day in the zone of a series, and the id of the call on it; empty where there is no record."""


def _at_their_hour(
    dates: Sequence[Occurrence], calls: Iterable[PublicCall], today: datetime.date
) -> tuple[_Dated, ...]:
    """Give the days to come on which a call of a series is at its usual hour, with the call if there is a record.

    A call at another hour tells its new time itself; a cancelled or a withheld one is not told of at all.
    """
    if not dates or dates[0].clock is None:
        return ()
    zone, hour, last = dates[0].zone, dates[0].clock, horizon(today)
    open_days = [(one.day, "") for one in dates if one.day >= today and not one.call]
    recorded = [
        (call.date.exact, call.id)
        for call in calls
        if call.date.exact and call.date.exact <= last and (call.start, call.zone) == (hour, zone)
    ]
    return tuple(sorted(open_days + recorded))


def _of_series(
    first: Occurrence, own: Sequence[_Dated], listening: Iterable[str]
) -> Iterator[Change]:
    """Give the changes that some of the days of a series meet, none of which is before its first date.

    Who never had a call before a change has nothing to compare with.
    """
    if first.clock is None:
        return
    for zone in listening:
        if zone != first.zone:
            found = changes(first.zone, zone, first.clock, own[0][0], own[-1][0])
            yield from (
                change
                for change in found
                if change.first > first.day and any(_concerns(change, day) for day, _call in own)
            )


def _concerns(change: Change, day: datetime.date) -> bool:
    """Tell whether a change is said of a call on a day; one that stays is said for some weeks only."""
    last = change.last or change.first + SAID_AFTER
    return change.first <= day <= last


def on_call(notices: Sequence[Notice]) -> tuple[str, ...]:
    """Say on the page of a call what its listeners in other zones notice, and why."""
    return _with_reason([_said_of_call(notice) for notice in notices])


def on_series(notices: Sequence[Notice]) -> tuple[str, ...]:
    """Say on the page of a series what its listeners in other zones will notice, and why."""
    return _with_reason([announcement(notice) for notice in notices])


def _with_reason(said: Sequence[str]) -> tuple[str, ...]:
    return (*said[:-1], f"{said[-1]} {_(_WHY)}") if said else ()


def _said_of_call(notice: Notice) -> str:
    lasts = notice.returns and notice.first != notice.last
    return _said(_UNTIL, notice) if lasts else announcement(notice)


def announcement(notice: Notice) -> str:
    """Say in a list of clock changes what listeners in another zone will notice.

    >>> day = datetime.date(2031, 3, 10)
    >>> announcement(Notice("Europe/London", day, None, datetime.time(1), -60, False))
    'From 10 March on the calls are at 01:00 London time, an hour earlier than before.'
    """
    if notice.last is None:
        return _said(_STAYS, notice)
    return _said((_ON if notice.first == notice.last else _SPAN)[notice.returns], notice)


def _said(message: str, notice: Notice) -> str:
    zone = zone_words(notice.zone)
    return _(message).format(
        first=_day(notice.first),
        last=_day(notice.last or notice.first),
        time=_("{time} {zone}").format(time=clock(notice.at), zone=zone),
        shift=_shift(notice.later),
    )


def _day(day: datetime.date) -> str:
    return _("{day} {month}").format(day=day.day, month=_(MONTHS[day.month - 1]))


def _shift(minutes: int) -> str:
    """Say by how much a call is later, below 0 earlier."""
    if abs(minutes) == 60:
        return _("an hour later") if minutes > 0 else _("an hour earlier")
    length = length_words(abs(minutes))
    said = _("{length} later") if minutes > 0 else _("{length} earlier")
    return said.format(length=length)
