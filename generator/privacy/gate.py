"""The gate: the one place where public values are made from private ones.

How it works. Each call has a `Share`. `policy.open_fields` turns it into the names of the fields that may be seen;
`_open` copies those and nothing else, so a field that is new, unknown or closed keeps its empty default.
A call whose details are closed becomes a `WithheldCall`, a type that has no room for them; one whose id would tell
what it was is left out. Ids and names of records that may not be seen are taken out wherever they are named.
Calls are put in order again, because the order of the archive knows withheld hours.
Nothing here reads a closed value except to count it as closed.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import zones
from generator.model.adoption import is_draft
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.dates import LooseDate
from generator.model.group import Group, Hub, Platform
from generator.model.minutes import Mark, Minutes
from generator.model.page import WrittenPage
from generator.model.past import Step
from generator.model.series import Series
from generator.model.share import is_silent
from generator.model.source import Source
from generator.privacy import changes, policy, public, states
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
    stamps: Mapping[str, int]
    today: datetime.date
    due: int


def publish(archive: Archive, settings: Settings) -> public.PublicArchive:
    """Give all of an archive that may be seen."""
    seen = _Seen(
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
        stamps=archive.stamps,
        today=settings.today,
        due=settings.notes_due_days,
    )
    notes = archive.notes_by_call()
    return public.PublicArchive(
        calls=tuple(sorted(_calls(archive.calls, notes, seen), key=_by_date)),
        series=tuple(_series(one, seen) for one in archive.series if one.share.is_full),
        groups=tuple(_group(one, seen) for one in archive.groups if one.share.is_full),
        hubs=tuple(_hub(one, seen) for one in archive.hubs if one.share.is_full),
        platforms=tuple(_platform(one, seen) for one in archive.platforms),
        pages=tuple(_page(one) for one in archive.pages),
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
    return public.PublicCall(
        notes_state=states.notes_state(call, notes, seen.today, seen.due),
        absence=states.notes_absence(call, seen.today, seen.due),
        recording_state=states.recording_state(call, seen.platforms, seen.today, seen.due),
        starts_at=_instant(call) if "start" in opened else None,
        coarse=few,
        expired_from=_expired_from(call, seen) if "recordings" in opened else (),
        notes=tuple(_notes(one, notes, seen) for one in notes) if "minutes" in opened else (),
        notes_begun=begun if "minutes" in opened else "",
        withholding=None if call.share.is_full else _withholding(call, seen),
        changed_at=_changed_at(call, notes, seen),
        recorded_at=_recorded_at(call, seen),
        **{name: value for name, value in _open(call, few, seen) if name in opened},
    )


def _open(call: Call, few: bool, seen: _Seen) -> Iterable[tuple[str, Any]]:
    """Give every field of a public call by its name in the record; the caller keeps those that are open."""
    for name in _COPIED:
        yield name, getattr(call, name)
    yield "series", call.series if call.series in seen.series else ""
    yield "groups", tuple(name for name in call.groups if name in seen.groups)
    yield "hubs", tuple(name for name in call.hubs if name in seen.hubs)
    yield "hosts", _hosts(call, seen)
    open_roles = tuple(role for role in call.roles if not _is_closed(role[1], seen))
    yield "roles", () if few else open_roles
    yield "places", _coarse(call.places) if few else call.places
    yield "recordings", _recordings(call, seen)
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


def _coarse(places: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the last part of each place, which is its state or country."""
    return tuple(dict.fromkeys(place.rsplit(",", 1)[-1].strip() for place in places))


def _recordings(call: Call, seen: _Seen) -> tuple[public.PublicRecording, ...]:
    return tuple(
        public.PublicRecording(copy.url, copy.type, copy.bytes, copy.sha256, copy.kept_by)
        for copy in call.recordings
        if not states.has_expired(call, copy, seen.platforms, seen.today)
    )


def _expired_from(call: Call, seen: _Seen) -> tuple[str, ...]:
    """Name the platforms that have deleted a copy by now."""
    gone = {
        copy.kept_by
        for copy in call.recordings
        if states.has_expired(call, copy, seen.platforms, seen.today)
    }
    return tuple(sorted(gone))


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


def _notes(minutes: Minutes, all_notes: Sequence[Minutes], seen: _Seen) -> public.PublicNotes:
    return public.PublicNotes(
        path=minutes.path,
        language=minutes.language,
        origin=minutes.origin,
        adoption=minutes.adoption,
        adopted_by=minutes.adopted_by if minutes.adopted_by in seen.calls else "",
        taken_by=minutes.taken_by,
        body=minutes.body,
        body_line=minutes.body_line,
        marks=tuple(_mark(mark, seen) for mark in minutes.marks),
        redactions=minutes.redactions,
        removals=minutes.removals,
        reviewed_by=minutes.reviewed_by,
        breakouts=minutes.breakouts,
        is_draft=is_draft(minutes, all_notes),
    )


def _mark(mark: Mark, seen: _Seen) -> public.PublicMark:
    return public.PublicMark(
        kind=mark.kind,
        text=mark.text,
        anchor=mark.anchor,
        line=mark.line,
        outcome=mark.outcome,
        adopted=mark.adopted,
        note=mark.note,
        items=mark.items,
        is_named=mark.is_named,
        joins=tuple(join for join in mark.joins if not join.call or join.call in seen.named),
        owner=mark.owner,
        due=mark.due,
        tally=mark.tally,
        done=mark.done,
    )


def _sources(sources: tuple[Source, ...], seen: _Seen) -> tuple[public.PublicSource, ...]:
    return tuple(
        public.PublicSource(
            title=one.title,
            publisher="" if _is_closed(one.publisher, seen) else one.publisher,
            published=one.published,
            url=one.url,
            use=one.use,
        )
        for one in sources
    )


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


def _page(page: WrittenPage) -> public.PublicPage:
    return public.PublicPage(
        path=page.path,
        title=page.title,
        description=page.description,
        body=page.body,
        body_line=page.body_line,
        listings=page.listings,
    )
