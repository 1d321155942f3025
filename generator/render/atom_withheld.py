"""The Atom feed of withholding: changes of what may be seen, and reviews whose day has passed, the latest first.

A review is new on the day after its day, and nothing in its entry depends on the day of the build but its being there.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.atom_feed import FeedEntry, Words, feed_file, latest
from generator.render.environment import fill
from generator.render.names import Target
from generator.render.output import Draft, File
from generator.render.visibility_words import change_sentence
from generator.render.withheld_log import LogRow, log_of, places_in_log
from generator.render.withheld_register import Entry, register_of
from generator.render.withholding_words import review_words
from generator.settings import Settings
from generator.wording import _

PATH = addresses.WITHHELD_FEED


@dataclass(frozen=True, slots=True)
class News:
    """An entry: its lasting name as an address, where more stands, its call, its sentence, and its Unix time."""

    name: str
    place: str
    call: Target
    says: str
    changed_at: int


@dataclass(frozen=True, slots=True)
class FeedView:
    """What the feed holds, in its order."""

    news: tuple[News, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed; an archive that withholds nothing has it too, because its address never goes away."""
    places = places_in_log(archive)
    found = [
        _changed(row, row.change.changed_at, places[row.anchor])
        for row in log_of(archive)
        if row.change.changed_at is not None
    ]
    found += [
        _overdue(entry, entry.withholding.review_on)
        for entry in register_of(archive, settings)
        if entry.overdue and entry.withholding.review_on is not None
    ]
    found.sort(key=lambda one: (one.changed_at, one.name), reverse=True)
    yield Draft(
        PATH, withheld_feed, FeedView(latest(found, lambda one: one.changed_at)), remember=False
    )


def _changed(row: LogRow, second: int, place: str) -> News:
    """Tell a change; its name lasts when the log becomes too long for one page, and its place moves."""
    return News(
        name=f"{addresses.WITHHELD_LOG}#{row.anchor}",
        place=place,
        call=row.call,
        says=change_sentence(row.change),
        changed_at=second,
    )


def _overdue(entry: Entry, day: datetime.date) -> News:
    after = datetime.datetime.combine(
        day + datetime.timedelta(days=1), datetime.time(), datetime.UTC
    )
    return News(
        name=f"{addresses.WITHHELD}#{entry.id}.review-{day.isoformat()}",
        place=addresses.call_page(entry.id),
        call=entry.call,
        says=review_words(entry.withholding, overdue=True),
        changed_at=int(after.timestamp()),
    )


def withheld_feed(view: FeedView, settings: Settings) -> File:
    """Make the feed."""
    words = Words(
        _("what is withheld"),
        _("Changes of what may be seen of calls, and decisions that were to be looked at again."),
    )
    return feed_file(PATH, words, (_entry(one, settings) for one in view.news), settings)


def _entry(one: News, settings: Settings) -> FeedEntry:
    values = {
        "says": one.says,
        "call": (settings.site_url + one.call.path, one.call.title),
        "register": settings.site_url + addresses.WITHHELD,
    }
    return FeedEntry(
        address=settings.site_url + one.name,
        title=_("{call}: {says}").format(call=one.call.title, says=one.says),
        changed_at=one.changed_at,
        summary=one.says,
        content=fill("atom_withheld.html", values),
        leads_to=settings.site_url + one.place,
    )
