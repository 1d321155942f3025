"""What the head of a call's page says: title, description, and the call in the terms of Schema.org.

It never says more than the page does, and what is not ordinary about a call is never cut off.
Schema.org takes an event for granted: without another word it is taking or has taken place as scheduled.
So only a call that was held, cancelled, or is still to come is an event; of any other the page says what it is about,
and that nobody has confirmed it.
A summary is a work of its own, never the minutes.
"""

import datetime
from collections.abc import Iterator

from generator import addresses, zones
from generator.joining import notes_order
from generator.privacy.public import (
    Adoption,
    Mode,
    NotesState,
    Origin,
    PublicCall,
    PublicNotes,
    PublicRecording,
    RecordingState,
    Status,
)
from generator.render.call_notes import notes_anchor, notes_heading, spoken_in
from generator.render.call_views import CallView
from generator.render.names import call_title
from generator.render.output import Alternate, Head
from generator.render.record_foot import web_address
from generator.render.schema_org import Thing, head_title, organizations, series_named
from generator.render.states import ANNOUNCED, CHIPS, NOTES, PLANNED, RECORDINGS, status_keys
from generator.render.words import (
    DESCRIPTION_LIMIT,
    description,
    full_day,
    loose_day,
    sentence,
    shortened,
)
from generator.settings import Settings
from generator.wording import N_, _

ATTENDANCE = {
    Mode.PHONE: "OnlineEventAttendanceMode",
    Mode.VOICE: "OnlineEventAttendanceMode",
    Mode.TEXT: "OnlineEventAttendanceMode",
    Mode.MIXED: "MixedEventAttendanceMode",
    Mode.IN_PERSON: "OfflineEventAttendanceMode",
}
VIRTUAL = {
    Mode.PHONE: N_("By telephone"),
    Mode.VOICE: N_("By voice over the internet"),
    Mode.TEXT: N_("In writing"),
    Mode.MIXED: N_("By telephone"),
}
"""Where those met who met in no room."""
SCHEMA = "https://schema.org/"
LEAST_NAME = 30
"""Characters of a call's name that its description has in any case."""


def call_page_title(call: PublicCall) -> str:
    """Give the title of a call's page, in which its day is never cut off."""
    return f"{head_title(call_title(call))}, {loose_day(call.date)}"


def call_description(view: CallView) -> str:
    """Say which call it was, what is not ordinary about it, and what there is of its notes and recording."""
    call = view.call
    about = view.series.title or ", ".join(host.title for host in view.hosts)
    name = call_title(call)
    if about and about != call.title:
        name = _("{call} ({whom})").format(call=name, whom=about)
    words = [CHIPS[key].word for key in status_keys(call, view.upcoming)]
    words += [NOTES[call.notes_state].word, RECORDINGS[call.recording_state].word]
    told = f", {full_day(call.date)}. {' '.join(map(sentence, words))}"
    return description(shortened(name, max(DESCRIPTION_LIMIT - len(told), LEAST_NAME)) + told)


def call_head(view: CallView, settings: Settings) -> Head:
    """Give the head of a call's page: the call as an event where it may be called one, and its calendar file."""
    call = view.call
    calendar = (
        (Alternate("text/calendar", _("This call"), addresses.call_calendar(call.id)),)
        if call.date.exact
        else ()
    )
    facts = {"mainEntity": _event(view, settings)} if _is_event(view) else _unconfirmed(call)
    return Head(facts=facts, alternates=calendar, changed_at=known_change(call))


def known_change(call: PublicCall) -> int | None:
    """Give when the history says that a call changed; of one with anything withheld it is not asked."""
    return None if call.withholding else call.changed_at


def _is_event(view: CallView) -> bool:
    return view.call.status in (Status.HELD, Status.CANCELLED) or view.upcoming


def _unconfirmed(call: PublicCall) -> Thing:
    state = ANNOUNCED if call.status is Status.ANNOUNCED else PLANNED
    about = {"@type": "Thing", "name": call_title(call), "description": state.sentence}
    return {"about": about, "temporalCoverage": str(call.date)}


def _event(view: CallView, settings: Settings) -> Thing:
    call = view.call
    parts: Thing = {
        "description": description(call.purpose) if call.purpose else "",
        **_times(call),
        "eventAttendanceMode": SCHEMA + ATTENDANCE[call.mode] if call.mode in ATTENDANCE else "",
        "location": _location(call),
        "organizer": organizations(view.hosts, settings),
        "superEvent": series_named(view.series, settings) if view.series.path else "",
        "recordedIn": list(_recordings(call)),
        "subjectOf": [
            _document(call, notes, settings) for notes in sorted(call.notes, key=notes_order)
        ],
    }
    known = {name: value for name, value in parts.items() if value}
    address = settings.site_url + addresses.call_page(call.id)
    return {"@type": "Event", "name": call_title(call), "url": address, **known}


def _times(call: PublicCall) -> Thing:
    """Give the times of a call as far as they are known, and whether it took place as announced."""
    at, moved = call.starts_at, call.moved_from
    ends = at + datetime.timedelta(minutes=call.length) if at and call.length else None
    status = "EventRescheduled" if moved else "EventScheduled"
    if call.status is Status.CANCELLED:
        status = "EventCancelled"
    return {
        "startDate": _local(at, call.zone) if at else str(call.date),
        "endDate": _local(ends, call.zone) if ends else "",
        "eventStatus": SCHEMA + status,
        "previousStartDate": [_wall_time(one, call.zone) for one in moved],
    }


def _local(at: datetime.datetime, zone: str) -> str:
    """Give an instant by the clock of the call, with its distance from UTC."""
    return at.astimezone(zones.zone(zone)).isoformat(timespec="minutes")


def _wall_time(time: datetime.datetime, zone: str) -> str:
    """Give a wall-clock time with its distance from UTC, or without where the clocks were changed in that hour."""
    found = zones.instants(time, zone)
    return _local(found[0], zone) if len(found) == 1 else time.isoformat(timespec="minutes")


def _location(call: PublicCall) -> Thing:
    """Give where people met; of a room it is known only where all came from one place."""
    if call.mode in VIRTUAL:
        return {"@type": "VirtualLocation", "name": _(VIRTUAL[call.mode])}
    if call.mode is Mode.IN_PERSON and len(call.places) == 1:
        return {"@type": "Place", "name": call.places[0]}
    return {}


def _recordings(call: PublicCall) -> Iterator[Thing]:
    if call.recording_state is RecordingState.RECORDING:
        yield from (_recording(call, copy) for copy in call.recordings if web_address(copy.url))


def _recording(call: PublicCall, copy: PublicRecording) -> Thing:
    """Give a copy of a recording; when it was put online is not known, and so not said."""
    kinds = {"audio": "AudioObject", "video": "VideoObject"}
    parts: Thing = {
        "encodingFormat": copy.type,
        "contentSize": f"{copy.bytes} B" if copy.bytes else "",
        "sha256": copy.sha256,
        "duration": _length(copy.duration),
    }
    return {
        "@type": kinds.get(copy.type.partition("/")[0], "MediaObject"),
        "name": _("Recording of {call}").format(call=call_title(call)),
        "contentUrl": copy.url,
        **{name: value for name, value in parts.items() if value},
    }


def _length(seconds: int) -> str:
    """Give a length as ISO 8601 has it, `PT1H42M10S`; empty where it is not known."""
    parts = ((seconds // 3600, "H"), (seconds // 60 % 60, "M"), (seconds % 60, "S"))
    return "PT" + "".join(f"{many}{unit}" for many, unit in parts if many) if seconds else ""


def _document(call: PublicCall, notes: PublicNotes, settings: Settings) -> Thing:
    """Give the notes of a call: minutes and their drafts are documents, a summary is not the minutes."""
    page = settings.site_url + addresses.call_page(call.id)
    thing: Thing = {
        "@type": "DigitalDocument",
        "name": f"{notes_heading(notes)}: {call_title(call)}",
        "url": f"{page}#{notes_anchor(notes)}",
        "inLanguage": spoken_in(notes),
    }
    if notes.origin is Origin.SUMMARY:
        says = NOTES[NotesState.SUMMARY].sentence
        return thing | {"@type": "CreativeWork", "abstract": says}
    if notes.is_draft:
        return thing | {"creativeWorkStatus": "Draft"}
    return thing | ({"creativeWorkStatus": "Adopted"} if notes.adoption is Adoption.ADOPTED else {})
