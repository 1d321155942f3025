"""The days before which recordings are to be copied, as events of whole days: the last safe day of each.

An event stands while there is something to save: it goes when a copy that lasts is listed, and when the last copy is
lost, so that nobody is sent to copy what is not there. Nothing in it depends on the day of the build.
"""

import datetime
from collections.abc import Iterator

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.calendar_calls import CalendarCall, first_id
from generator.render.copy_words import deadline_sentence
from generator.render.feed_events import Event, events_of_days
from generator.render.names import named, names_of, short_title
from generator.render.stamps import recorded_at
from generator.render.words import loose_day
from generator.settings import Settings
from generator.wording import _

_DAY = datetime.timedelta(days=1)


def deadline_events(archive: PublicArchive, settings: Settings) -> tuple[Event, ...]:
    """Give an event for each call whose recording ends on a known day, in order of time."""
    return events_of_days(_days(archive), settings, _("Reminder of a recording to copy"))


def _days(archive: PublicArchive) -> Iterator[CalendarCall]:
    names = names_of(archive)
    for call in archive.calls:
        if isinstance(call, PublicCall) and call.ends_on is not None:
            yield CalendarCall(
                uid=f"{first_id(call)}-recording",
                file=call.id,
                page=addresses.call_page(call.id),
                title=_("Copy the recording: {title}, {date}").format(
                    title=short_title(call), date=loose_day(call.date)
                ),
                day=call.ends_on - _DAY,
                groups=tuple(target.title for target in named(names.groups, call.groups)),
                says=(
                    deadline_sentence(call),
                    _(
                        "Put the copy where it lasts, and tell the archive where that is: the page of"
                        " the call says how."
                    ),
                ),
                changed_at=recorded_at(call),
                whole_day=True,
                fully_shared=call.withholding is None,
            )
