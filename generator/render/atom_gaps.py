"""The Atom feed of what is overdue: calls without minutes and expected dates without a record, the latest first.

An entry is new on the day after its notes were due, and nothing in it depends on the day of the build but its being
there; entries go when somebody has sent what was missing.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import LooseDate, PublicArchive, PublicCall
from generator.render.atom_feed import MOST, FeedEntry, Words, feed_file, latest
from generator.render.environment import fill
from generator.render.improving import ADD_NOTES
from generator.render.missing_dates import missing_dates
from generator.render.names import call_title
from generator.render.output import Draft, File
from generator.render.states import minutes_are_missing
from generator.render.words import full_day, short_day
from generator.settings import Settings
from generator.wording import _

PATH = addresses.GAPS_FEED


@dataclass(frozen=True, slots=True)
class Overdue:
    """A call or a date whose notes are overdue: its lasting name as an address, where it stands, and when it was due.

    `has_record` tells a call from a date of which nothing is known.
    """

    name: str
    place: str
    title: str
    date: LooseDate
    due: datetime.date
    has_record: bool

    @property
    def changed_at(self) -> int:
        """Give the second at which the day after the due one began in UTC."""
        after = self.due + datetime.timedelta(days=1)
        midnight = datetime.datetime.combine(after, datetime.time(), datetime.UTC)
        return int(midnight.timestamp())


@dataclass(frozen=True, slots=True)
class FeedView:
    """What the feed holds, in its order."""

    overdue: tuple[Overdue, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed; an archive without gaps has it too, because its address never goes away."""
    found = sorted(
        (*_calls(archive, settings), *_dates(archive, settings)),
        key=lambda one: (one.changed_at, one.date, one.name),
        reverse=True,
    )
    yield Draft(PATH, gap_feed, FeedView(latest(found, lambda one: one.changed_at)))


def _calls(archive: PublicArchive, settings: Settings) -> Iterator[Overdue]:
    days = datetime.timedelta(days=settings.notes_due_days)
    for call in archive.calls:
        if not isinstance(call, PublicCall) or not minutes_are_missing(call):
            continue
        due = call.date.last_day() + days
        place = f"{addresses.call_page(call.id)}#{ADD_NOTES}"
        if due < settings.today:
            yield Overdue(place, place, call_title(call), call.date, due, True)


def _dates(archive: PublicArchive, settings: Settings) -> Iterator[Overdue]:
    # The newest dates come first, and those are due last: what the feed has no room for is not looked at.
    for one in missing_dates(archive, settings)[:MOST]:
        day = one.date.exact
        if day is not None and one.row.due is not None:
            # The name must last when the series becomes too long for one page, and its place moves.
            name = addresses.occurrence_place(one.row.series, day)
            yield Overdue(name, one.row.place, one.series.title, one.date, one.row.due, False)


def gap_feed(view: FeedView, settings: Settings) -> File:
    """Make the feed."""
    words = Words(
        _("what is overdue"),
        _("Minutes and calls that are missing here, and that somebody may have."),
    )
    return feed_file(PATH, words, (_entry(one, settings) for one in view.overdue), settings)


def _entry(one: Overdue, settings: Settings) -> FeedEntry:
    title = (
        _("{title}, {date} (minutes missing)")
        if one.has_record
        else _("{title}, {date} (no record)")
    )
    says = (
        _("The minutes of the call of {day} are missing. They were due on {due}.")
        if one.has_record
        else _(
            "A call was expected on {day}, and there is no record of it. Notes were due on {due}."
        )
    ).format(day=full_day(one.date), due=short_day(one.due))
    values = {
        "says": says,
        "href": settings.site_url + one.place,
        "gaps": settings.site_url + addresses.GAPS,
    }
    return FeedEntry(
        address=settings.site_url + one.name,
        title=title.format(title=one.title, date=one.date),
        changed_at=one.changed_at,
        summary=says,
        content=fill("atom_gap.html", values),
        leads_to=settings.site_url + one.place,
    )
