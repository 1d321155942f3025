"""What calendars know of a call: everything an event needs and nothing more, so that feeds stay light.

Only calls whose day is known are here; an approximate date is in no feed.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import AnyCall, Mode, PublicArchive, PublicCall, Status
from generator.render.call_when import moved_sentence
from generator.render.names import Names, named, names_of, short_title
from generator.render.occurrences import own_date_of
from generator.render.stamps import changed_at
from generator.render.states import ANNOUNCED, WITHHELD
from generator.render.words import clock, loose_day, zone_words
from generator.wording import N_, _

HELD_IN_A_ROOM = N_("This was a meeting in a room, not a telephone call.")


@dataclass(frozen=True, slots=True)
class CalendarCall:
    """A call as an event.

    `uid` is the left half of its identity; `page` the address of its page in the site.
    `starts_at` is in UTC, nothing when the hour is not known; `length` in minutes, 0 unknown.
    `usual_length` is that of its series in minutes, 0 when there is none.
    `says` are the paragraphs of its description, without what is said of hour, length and address.
    `sequence` counts how often its time was changed; `changed_at` is in seconds of Unix time.
    """

    uid: str
    call_id: str
    page: str
    title: str
    day: datetime.date
    groups: tuple[str, ...]
    says: tuple[str, ...]
    changed_at: int
    starts_at: datetime.datetime | None = None
    length: int = 0
    usual_length: int = 0
    status: Status = Status.HELD
    withheld: bool = True
    sequence: int = 0


def calendar_calls(archive: PublicArchive) -> Iterator[tuple[AnyCall, CalendarCall]]:
    """Give every call whose day is known, in the order of the archive, with what calendars know of it."""
    names = names_of(archive)
    usual = {series.id: series.length for series in archive.series}
    for call in archive.calls:
        day = call.date.exact
        if day is not None:
            known = _calendar_call(call, day, names)
            yield call, replace(known, usual_length=usual.get(call.series, 0))


def _calendar_call(call: AnyCall, day: datetime.date, names: Names) -> CalendarCall:
    groups = tuple(target.title for target in named(names.groups, call.groups))
    known = CalendarCall(
        uid=calendar_uid(call, day),
        call_id=call.id,
        page=addresses.call_page(call.id),
        title=short_title(call),
        day=day,
        groups=groups,
        says=(WITHHELD.sentence,),
        changed_at=changed_at(call),
    )
    return _with_details(known, call) if isinstance(call, PublicCall) else known


def _with_details(known: CalendarCall, call: PublicCall) -> CalendarCall:
    return replace(
        known,
        starts_at=call.starts_at,
        length=call.length,
        status=call.status,
        withheld=False,
        sequence=len(call.moved_from) + (call.status is Status.CANCELLED),
        says=_says(call),
    )


def calendar_uid(call: AnyCall, day: datetime.date) -> str:
    """Give the left half of a call's identity in calendars, which never changes.

    For an occurrence of a series it is the series and the day it was first announced for, so that it is the same
    before there is a record and after the call is moved. Otherwise it is the id.
    """
    return f"{call.series}-{own_date_of(call) or day}" if call.series else call.id


def _says(call: PublicCall) -> tuple[str, ...]:
    """Give what an event says of a call besides its times."""
    reason = _("The reason given: {reason}").format(reason=call.reason) if call.reason else ""
    said = (
        ANNOUNCED.sentence if call.status is Status.ANNOUNCED else "",
        reason,
        moved_sentence(call.moved_from, call.zone),
        _(HELD_IN_A_ROOM) if call.mode is Mode.IN_PERSON else "",
        call.purpose,
        _local(call),
    )
    return tuple(each for each in said if each)


def _local(call: PublicCall) -> str:
    """Give the call's own wall time, which readers elsewhere want to know; empty without an hour."""
    if call.start is None or call.starts_at is None:
        return ""
    return _("By the clock of the call: {day}, {time} {zone}.").format(
        day=loose_day(call.date), time=clock(call.start), zone=zone_words(call.zone)
    )
