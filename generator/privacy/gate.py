"""The gate: the one place where public values are made from private ones.

How it works. Each call has a `Share`. `policy.open_fields` turns it into the names of the fields that may be seen;
`_open` copies those and nothing else, so a field that is new, unknown or closed keeps its empty default.
A call whose details are closed becomes a `WithheldCall`, a type that has no room for them; one whose id would tell
what it was is left out. Ids and names of records that may not be seen are taken out wherever they are named.
Calls are put in order again, because the order of the archive knows withheld hours.
Nothing here reads a closed value except to count it as closed.
"""

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator import zones
from generator.model.answer import Answer
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.dates import LooseDate
from generator.model.group import Group, Hub, Platform
from generator.model.minutes import Minutes
from generator.model.page import WrittenPage
from generator.model.past import Step
from generator.model.series import Series
from generator.model.share import is_silent
from generator.model.source import Source, Use
from generator.privacy import changes, copies, policy, public, states, transcripts, written_notes
from generator.privacy.plain_words import plain
from generator.settings import Settings

_DAY = 86_400
"""Seconds of a day: at what hour somebody decided is told of no commit."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the gate looks things up in: records that may be seen, by id; `named` are ids of calls, earlier ones too."""

    groups: Mapping[str, Group]
    series: frozenset[str]
    hubs: frozenset[str]
    calls: frozenset[str]
    named: frozenset[str]
    closed_names: frozenset[str]
    platforms: Mapping[str, Platform]
    answers: Mapping[str, Answer]
    transcribed: Mapping[str, tuple[str, ...]]
    stamps: Mapping[str, int]
    today: datetime.date
    due: int


Lookups = _Seen
"""What `publish_again` needs to know of an archive; nobody else looks into it."""


def publish(archive: Archive, settings: Settings) -> public.PublicArchive:
    """Give all of an archive that may be seen."""
    words = transcripts.publish(archive)
    seen = lookups(archive, words, settings)
    notes = archive.notes_by_call()
    return public.PublicArchive(
        calls=tuple(sorted(_calls(archive.calls, notes, seen), key=_by_date)),
        series=tuple(_series(one, seen) for one in archive.series if one.share.is_full),
        groups=tuple(_group(one, seen) for one in archive.groups if one.share.is_full),
        hubs=tuple(_hub(one, seen) for one in archive.hubs if one.share.is_full),
        platforms=tuple(_platform(one, seen) for one in archive.platforms),
        pages=tuple(publish_page(one) for one in archive.pages),
        transcripts=words,
        changes=tuple(
            change
            for call in archive.calls
            if call.share.details or is_silent(call.id)
            for change in _changes(call, archive.past.get(call.id, ()))
        ),
        knows_changes=archive.knows_past,
        closed=public.PublicClosed(
            series=sum(not one.share.is_full for one in archive.series),
            groups=sum(not one.share.is_full for one in archive.groups),
            hubs=sum(not one.share.is_full for one in archive.hubs),
        ),
    )


def lookups(
    archive: Archive, words: Sequence[public.PublicTranscript], settings: Settings
) -> Lookups:
    """Give what the values of an archive are looked up in, where `words` are the transcripts that may be read."""
    return _Seen(
        groups={group.id: group for group in archive.groups if group.share.is_full},
        series=frozenset(series.id for series in archive.series if series.share.is_full),
        hubs=frozenset(hub.id for hub in archive.hubs if hub.share.is_full),
        calls=frozenset(call.id for call in archive.calls if call.share.details),
        named=frozenset(
            name
            for call in archive.calls
            if call.share.details
            for name in (call.id, *call.aliases)
        ),
        closed_names=frozenset(map(plain, _closed_names(archive))),
        platforms={platform.id: platform for platform in archive.platforms},
        answers={one.address: one for one in archive.answers if one.asked_on <= settings.today},
        transcribed=transcripts.languages(words),
        stamps=archive.stamps,
        today=settings.today,
        due=settings.notes_due_days,
    )


def publish_again(call: Call, notes: Sequence[Minutes], seen: Lookups) -> public.PublicCall | None:
    """Give one call of an archive again after a change of its record or notes, with the `lookups` of that archive.

    Only where all of it may be seen; of any other nothing is given, for what it closes reaches further than itself.
    """
    return _call(call, notes, seen) if call.share.is_full else None


def _changes(call: Call, steps: Sequence[Step]) -> Iterable[public.PublicChange]:
    """Tell how what may be seen of a call changed, as much of it as its present sharing allows."""
    in_parts = policy.past_in_parts(call.share)
    turns = changes.turns_of(steps, in_parts)
    for number, turn in enumerate(turns, start=1):
        yield public.PublicChange(
            call=call.id,
            number=number,
            change=turn.change,
            changed_at=None if turn.second is None else turn.second - turn.second % _DAY,
            minutes=not turn.share.minutes,
            recording=not turn.share.recording,
            details=not turn.share.details,
            reason=turn.share.reason,
            tells_parts=in_parts,
        )


def _closed_names(archive: Archive) -> Iterable[str]:
    """Give what records that may not be seen are called: their ids, names and titles."""
    closed = [(one.share, one.id, one.title) for one in archive.series]
    closed += [(one.share, one.id, one.name) for one in archive.groups]
    closed += [(one.share, one.id, one.name) for one in archive.hubs]
    return (word for share, *words in closed if not share.is_full for word in words if word)


def _calls(
    calls: Iterable[Call], notes: Mapping[str, Sequence[Minutes]], seen: _Seen
) -> Iterable[public.AnyCall]:
    """Give all calls but those that are withheld and whose id tells more than a date: they have no place to be."""
    for call in calls:
        if call.share.details:
            yield _call(call, notes.get(call.id, ()), seen)
        elif is_silent(call.id):
            yield _withheld_call(call, seen)


def _by_date(call: public.AnyCall) -> tuple[LooseDate, datetime.time, str]:
    """Order calls by what may be seen of them: the hour of a withheld call must not be told by its neighbours."""
    start = call.start if isinstance(call, public.PublicCall) else None
    return call.date, start or datetime.time.min, call.id


def _call(call: Call, files: Sequence[Minutes], seen: _Seen) -> public.PublicCall:
    opened = policy.open_fields(call.share)
    notes = tuple(one for one in files if one.is_written)
    begun = next((one.path for one in files if not one.is_written), "")
    few = call.participants is not None and call.participants.is_few
    may_hear = "recordings" in opened
    heard = _with_open_keepers(call, seen)
    known = copies.known_copies(heard, seen.platforms, seen.answers, seen.today) if may_hear else ()
    return public.PublicCall(
        notes_state=states.notes_state(call, notes, seen.today, seen.due),
        absence=states.notes_absence(call, seen.today, seen.due),
        recording_state=states.recording_state(call, copies.lives(known), seen.today, seen.due),
        starts_at=_instant(call) if "start" in opened else None,
        coarse=few,
        recordings=copies.recordings(known),
        lost=copies.lost(known),
        ends_on=copies.last_day_of(known),
        provider_deletes_on=(
            copies.provider_deletes_on(call, seen.platforms, seen.today) if may_hear else None
        ),
        notes=written_notes.publish(notes, seen.calls, seen.named) if "minutes" in opened else (),
        notes_begun=begun if "minutes" in opened else "",
        transcribed=seen.transcribed.get(call.id, ()),
        withholding=None if call.share.is_full else _withholding(call, seen),
        changed_at=_changed_at(call, notes, seen),
        recorded_at=_recorded_at(call, seen),
        **_copied(call, opened),
        **{name: value for name, value in _open(call, few, seen) if name in opened},
    )


def _copied(call: Call, opened: frozenset[str]) -> Mapping[str, Any]:
    """Give the open fields that are seen as they are, by name; asked for together, they are read in one go."""
    names = _open_names(opened)
    return dict(zip(names, attrgetter(*names)(call), strict=True))


@functools.cache
def _open_names(opened: frozenset[str]) -> tuple[str, ...]:
    """Give the names of fields that are copied where these are open; of a call that may be seen its id always is."""
    return tuple(name for name in _COPIED if name in opened)


def _open(call: Call, few: bool, seen: _Seen) -> Iterable[tuple[str, Any]]:
    """Give every other field of a public call by its name in the record; the caller keeps those that are open."""
    yield "series", call.series if call.series in seen.series else ""
    yield "groups", tuple(name for name in call.groups if name in seen.groups)
    yield "hubs", tuple(name for name in call.hubs if name in seen.hubs)
    yield "hosts", _hosts(call, seen)
    open_roles = tuple(role for role in call.roles if not _is_closed(role[1], seen))
    yield "roles", () if few else open_roles
    yield "places", _coarse(call.places) if few else call.places
    yield "sources", _sources(call.sources, seen)


_COPIED = (
    "id", "path", "date", "zone", "title", "status", "start", "length", "reason", "mode", "mode_note",
    "moved_from", "occurrence", "extra", "restored", "aliases", "platform", "purpose", "join", "participants",
    "participants_note", "agenda", "agenda_minutes", "recording_note", "minutes_note", "evidence", "confidence",
    "date_note", "context", "basis",
)  # fmt: skip


def _withheld_call(call: Call, seen: _Seen) -> public.WithheldCall:
    named = call.share.identify
    return public.WithheldCall(
        id=call.id,
        date=call.date,
        withholding=_withholding(call, seen),
        series=call.series if named and call.series in seen.series else "",
        groups=tuple(name for name in call.groups if name in seen.groups) if named else (),
        changed_at=_decided_at(call),
    )


def _withholding(call: Call, seen: _Seen) -> public.Withholding:
    """Say what is withheld. Who decided is named only where the call itself is, or the group chose to be."""
    share = call.share
    may_name = (share.details or share.identify) and share.decided_by in seen.groups
    return public.Withholding(
        minutes=not (share.details and share.minutes),
        recording=not (share.details and share.recording),
        details=not share.details,
        reason=share.reason,
        decided_by=share.decided_by if may_name else "",
        decided_on=share.decided_on,
        review_on=share.review_on,
    )


def _hosts(call: Call, seen: _Seen) -> tuple[tuple[str, str], ...]:
    """Name the hosts; ids and names of records that may not be seen are left out, other words stay words."""
    named = []
    for host in call.hosts:
        if host in seen.groups:
            named.append((host, seen.groups[host].name))
        elif (" " in host or host != host.lower()) and not _is_closed(host, seen):
            named.append(("", host))
    return tuple(named)


def _is_closed(words: str, seen: _Seen) -> bool:
    """Tell whether words are the id or the name of a record that may not be seen."""
    return bool(seen.closed_names) and plain(words) in seen.closed_names


def _with_open_keepers(call: Call, seen: _Seen) -> Call:
    """Leave out who keeps a copy where that is a record that may not be seen."""
    if not any(copy.keeper and _is_closed(copy.keeper, seen) for copy in call.recordings):
        return call
    kept = tuple(
        dataclasses.replace(copy, keeper="") if _is_closed(copy.keeper, seen) else copy
        for copy in call.recordings
    )
    return dataclasses.replace(call, recordings=kept)


def _coarse(places: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the last part of each place, which is its state or country."""
    return tuple(dict.fromkeys(place.rsplit(",", 1)[-1].strip() for place in places))


def _instant(call: Call) -> datetime.datetime | None:
    day = call.date.exact
    if day is None or call.start is None:
        return None
    found = zones.instants(datetime.datetime.combine(day, call.start), call.zone)
    return found[0] if found else None


def _changed_at(call: Call, notes: Sequence[Minutes], seen: _Seen) -> int | None:
    """Give when a call or any of the notes last changed; of a call with anything withheld, when that was decided."""
    if not call.share.is_full:
        return _decided_at(call)
    if not seen.stamps:
        return None
    found = [seen.stamps.get(path) for path in (call.path, *(one.path for one in notes))]
    return max((stamp for stamp in found if stamp is not None), default=None)


def _recorded_at(call: Call, seen: _Seen) -> int | None:
    """Give the same of the record alone; where notes stand in for one, the rest of it stands in its series' file."""
    known = _changed_at(call, (), seen)
    if (
        not call.share.is_full
        or not call.path.startswith("minutes/")
        or call.series not in seen.series
    ):
        return known
    of_series = seen.stamps.get(f"calls/series/{call.series}.yaml")
    return max((one for one in (known, of_series) if one is not None), default=None)


def _decided_at(call: Call) -> int | None:
    if call.share.decided_on is None:
        return None
    midnight = datetime.datetime.combine(call.share.decided_on, datetime.time(), datetime.UTC)
    return int(midnight.timestamp())


def _sources(sources: tuple[Source, ...], seen: _Seen) -> tuple[public.PublicSource, ...]:
    return tuple(
        public.PublicSource(
            title=one.title,
            publisher="" if _is_closed(one.publisher, seen) else one.publisher,
            published=one.published,
            url=one.url,
            use=one.use,
            answer=_answer(one, seen),
        )
        for one in sources
    )


def _answer(source: Source, seen: _Seen) -> public.PublicAnswer | None:
    """Give what was found at a source's address, which is asked for only where pages link it."""
    found = seen.answers.get(source.url) if source.use is Use.LINK else None
    return None if found is None else copies.public_answer(found)


def _series(series: Series, seen: _Seen) -> public.PublicSeries:
    return public.PublicSeries(
        id=series.id,
        path=series.path,
        title=series.title,
        zone=series.zone,
        length=series.length,
        groups=tuple(name for name in series.groups if name in seen.groups),
        hubs=tuple(name for name in series.hubs if name in seen.hubs),
        purpose=series.purpose,
        rhythm=series.repeats or series.rhythm or series.rrule,
        since=series.since,
        until=series.until,
        skipped=tuple((skip.on, skip.reason) for skip in series.skip),
        staffed_calls=series.staffed_calls,
        sources=_sources(series.sources, seen),
        evidence=series.evidence,
        confidence=series.confidence,
        date_note=series.date_note,
        recurrence=series.recurrence,
        changed_at=seen.stamps.get(series.path),
        platform=series.platform,
        roles=tuple(role for role in series.roles if not _is_closed(role[1], seen)),
    )


def _group(group: Group, seen: _Seen) -> public.PublicGroup:
    return public.PublicGroup(
        id=group.id,
        path=group.path,
        name=group.name,
        kind=group.kind,
        part_of=group.part_of if group.part_of in seen.groups else "",
        place=group.place,
        approved_by=group.approved_by if group.approved_by in seen.groups else "",
        approved_on=group.approved_on,
        approval_note=group.approval_note,
        work=group.work,
        since=group.since,
        until=group.until,
        sources=_sources(group.sources, seen),
        evidence=group.evidence,
        confidence=group.confidence,
    )


def _hub(hub: Hub, seen: _Seen) -> public.PublicHub:
    return public.PublicHub(
        id=hub.id,
        path=hub.path,
        name=hub.name,
        kind=hub.kind,
        place=hub.place,
        about=hub.about,
        since=hub.since,
        until=hub.until,
        sources=_sources(hub.sources, seen),
        evidence=hub.evidence,
        confidence=hub.confidence,
    )


def _platform(platform: Platform, seen: _Seen) -> public.PublicPlatform:
    return public.PublicPlatform(
        id=platform.id,
        name=platform.name,
        capacity=platform.capacity,
        keeps_recordings=platform.keeps_recordings,
        reminder=platform.reminder,
        keys=platform.keys,
        sources=_sources(platform.sources, seen),
        lines=platform.lines,
    )


def publish_page(page: WrittenPage) -> public.PublicPage:
    """Give a written page, of which nothing is ever closed."""
    return public.PublicPage(
        path=page.path,
        title=page.title,
        description=page.description,
        body=page.body,
        body_line=page.body_line,
        listings=page.listings,
    )
