"""The Atom feed of deadlines: recordings that will be lost unless somebody copies them, and those that were lost.

A call has one entry, which changes on the day on which its recording became due, on its last day, and on the day
after which it was lost. Nothing in it depends on the day of the build but which of these days has come; it goes when a
copy that lasts is listed.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import (
    CopyState,
    PublicArchive,
    PublicCall,
    PublicPlatform,
    RecordingState,
)
from generator.render.atom_feed import FeedEntry, Words, feed_file, latest
from generator.render.copy_words import ends_sentence, lost_sentences
from generator.render.environment import fill
from generator.render.names import call_title
from generator.render.output import Draft, File
from generator.render.words import loose_day, short_day
from generator.settings import Settings
from generator.wording import _

PATH = addresses.DEADLINES_FEED
LOST = frozenset({RecordingState.EXPIRED, RecordingState.GONE})
"""States of a recording of which no copy is there any more."""
_MONTH = datetime.timedelta(days=30)
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A call in the feed: its page, its title with what became of the recording, since when that is so, and why."""

    page: str
    title: str
    says: tuple[str, ...]
    since: datetime.date

    @property
    def changed_at(self) -> int:
        """Give the second at which the day began in UTC."""
        midnight = datetime.datetime.combine(self.since, datetime.time(), datetime.UTC)
        return int(midnight.timestamp())


@dataclass(frozen=True, slots=True)
class DeadlineFeedView:
    """What the feed holds, in its order."""

    deadlines: tuple[Deadline, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed; an archive without recordings has it too, because its address never goes away."""
    platforms = {platform.id: platform for platform in archive.platforms}
    found = sorted(
        _deadlines(archive, platforms), key=lambda one: (one.changed_at, one.page), reverse=True
    )
    yield Draft(PATH, deadline_feed, DeadlineFeedView(latest(found, lambda one: one.changed_at)))


def deadline_feed(view: DeadlineFeedView, settings: Settings) -> File:
    """Make the feed."""
    words = Words(
        _("recordings to copy"),
        _("Recordings that their providers will delete within a month, and those that were lost."),
    )
    return feed_file(PATH, words, (_entry(one, settings) for one in view.deadlines), settings)


def _deadlines(
    archive: PublicArchive, platforms: Mapping[str, PublicPlatform]
) -> Iterator[Deadline]:
    for call in archive.calls:
        if not isinstance(call, PublicCall):
            continue
        if call.is_in_danger and call.ends_on is not None:
            yield _due(call, call.ends_on, platforms)
        elif call.recording_state in LOST:
            yield _lost(call, platforms)


def _due(
    call: PublicCall, ends_on: datetime.date, platforms: Mapping[str, PublicPlatform]
) -> Deadline:
    state = next(copy.state for copy in call.recordings if copy.copy_before == ends_on)
    title = {
        CopyState.DUE: _("{title}, {date} (copy it before {day})"),
        CopyState.LAST_DAY: _("{title}, {date} (copy it now)"),
        CopyState.SPARED: _("{title}, {date} (past its provider’s rule: copy it now)"),
    }[state]
    return Deadline(
        page=addresses.call_page(call.id),
        title=title.format(
            title=call_title(call), date=loose_day(call.date), day=short_day(ends_on)
        ),
        says=(ends_sentence(call), *lost_sentences(call, platforms)),
        since=_due_since(call, ends_on, state),
    )


def _due_since(call: PublicCall, ends_on: datetime.date, state: CopyState) -> datetime.date:
    """Give the day on which a recording came into danger: by the rule, or when a copy that would save it was lost."""
    if state is CopyState.DUE:
        by_rule = max(ends_on - _MONTH, call.date.first_day())
    else:
        by_rule = ends_on if state is CopyState.LAST_DAY else ends_on + _DAY
    return max((by_rule, *(copy.since for copy in call.lost)))


def _lost(call: PublicCall, platforms: Mapping[str, PublicPlatform]) -> Deadline:
    title = (
        _("{title}, {date} (recording gone)")
        if call.recording_state is RecordingState.GONE
        else _("{title}, {date} (recording expired)")
    )
    return Deadline(
        page=addresses.call_page(call.id),
        title=title.format(title=call_title(call), date=loose_day(call.date)),
        says=lost_sentences(call, platforms),
        since=max(copy.since for copy in call.lost),
    )


def _entry(one: Deadline, settings: Settings) -> FeedEntry:
    values = {
        "says": one.says,
        "href": settings.site_url + one.page,
        "recordings": settings.site_url + addresses.RECORDINGS,
    }
    return FeedEntry(
        address=f"{settings.site_url}{one.page}#record-recording",
        title=one.title,
        changed_at=one.changed_at,
        summary=" ".join(one.says),
        content=fill("atom_deadline.html", values),
    )
