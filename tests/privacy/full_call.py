"""A call that is filled in every field, and which of them a group can withhold, written apart from the policy."""

import datetime
from dataclasses import fields, replace
from typing import Any

from generator.model.archive import Archive
from generator.model.call import (
    Basis,
    Call,
    Confidence,
    Count,
    Evidence,
    Mode,
    NotesAbsence,
    Recording,
    RecordingAbsence,
    Status,
)
from generator.model.dates import LooseDate
from generator.model.group import Group, GroupKind, Hub, HubKind, Platform
from generator.model.minutes import Adoption, Breakout, Link, Mark, MarkKind, Minutes, Origin
from generator.model.series import Series
from generator.model.share import PUBLIC, Reason, Share
from generator.model.source import Source, Use
from tests.plain_settings import PLAIN

ALWAYS = frozenset({"id", "date"})
OF_MINUTES = frozenset({"minutes_note", "notes"})
OF_RECORDING = frozenset({"recordings", "recording_note"})
WITHHELD_FIELDS = frozenset({"id", "date", "withholding", "series", "groups", "changed_at"})
"""All there is room for in a call whose details are withheld."""

SETTINGS = replace(PLAIN, repository_is_public=False)
SOURCE = Source(
    "a letter", "the post office", LooseDate(2031, 3, 7), "https://a.example/b", Use.CITE
)
RECORDING = Recording(
    "https://sound.example/1.mp3",
    "audio/mpeg",
    1234,
    "ab" * 32,
    "switchboard",
    6130,
    "the library of Mill Town",
    datetime.date(2031, 3, 20),
)
CALL = Call(
    id="2031-03-05-withheld-1",
    path="calls/2031/2031-03-05-withheld-1.yaml",
    title="River Assembly open call",
    date=LooseDate(2031, 3, 5),
    zone="America/New_York",
    status=Status.CANCELLED,
    share=PUBLIC,
    series="river-open-call",
    start=datetime.time(21, 0),
    length=90,
    reason="the line was down",
    mode=Mode.PHONE,
    mode_note="some came in person",
    moved_from=(datetime.datetime(2031, 3, 4, 21, 0),),
    occurrence=datetime.date(2031, 3, 4),
    extra=True,
    restored=1,
    aliases=("2031-03-04-river",),
    hosts=("river-planning", "Friends of the river"),
    groups=("river-planning",),
    hubs=("spring-gathering",),
    platform="switchboard",
    purpose="Prepare the spring gathering.",
    join="https://river.example/join",
    roles=(("facilitator", "River Assembly"),),
    participants=Count(150),
    participants_note="a visitor says 200",
    places=("Mill Town, PA",),
    agenda=("News",),
    agenda_minutes=(10,),
    recordings=(RECORDING,),
    recording=RecordingAbsence.ELSEWHERE,
    recording_note="one was made",
    minutes=NotesAbsence.ELSEWHERE,
    minutes_note="they were promised",
    sources=(SOURCE,),
    evidence=Evidence.OPENING_ONLY,
    confidence=Confidence.HIGH,
    date_note="two pages disagree",
    context="a meeting the calls grew from",
    basis=Basis.GROUP_AGREED,
)
NOTES = Minutes(
    call=CALL.id,
    path=f"minutes/2031/{CALL.id}.md",
    language="es",
    origin=Origin.NOTES,
    body="- **Decision:** meet again (consensus)",
    body_line=5,
    adoption=Adoption.ADOPTED,
    adopted_by=CALL.id,
    taken_by="a volunteer",
    reviewed_by="the planning group",
    marks=(Mark(MarkKind.DECISION, "meet again", "decision-meet-again", 5, "consensus", True),),
    links=(Link("../x.md", 5, 1),),
    redactions=2,
    breakouts=(Breakout("food", "breakout-food", 6),),
)
GROUP = Group(
    "river-planning",
    "calls/groups/river-planning.yaml",
    "River planning",
    GroupKind.NETWORK,
    PUBLIC,
)
SERIES = Series("river-open-call", "calls/series/river-open-call.yaml", "River open calls", PUBLIC)
HUB = Hub(
    "spring-gathering",
    "calls/hubs/spring-gathering.yaml",
    "Spring gathering",
    HubKind.GATHERING,
    PUBLIC,
)
PLATFORM = Platform("switchboard", "Switchboard", keeps_recordings=120)
ARCHIVE = Archive(
    calls=(CALL,),
    series=(SERIES,),
    groups=(GROUP,),
    hubs=(HUB,),
    platforms=(PLATFORM,),
    minutes=(NOTES,),
)


def share(minutes: bool, recording: bool, details: bool, identify: bool = False) -> Share:
    """Give a sharing with every public fact about it."""
    return Share(
        minutes,
        recording,
        details,
        identify,
        Reason.SAFETY,
        "river-planning",
        datetime.date(2031, 3, 6),
        datetime.date(2031, 9, 6),
    )


def is_empty(value: object) -> bool:
    """Tell whether a value tells nothing: empty, nothing, or the word for not stated."""
    return not value or getattr(value, "value", None) in ("unknown", "unstated", "announced")


def names(kind: type) -> set[str]:
    """Give the names of a type's fields."""
    return {field.name for field in fields(kind)}


def call_with(**fields: Any) -> Call:
    """Give the call with other values in some fields."""
    return replace(CALL, **fields)


def archive_with(**records: Any) -> Archive:
    """Give the archive with other records of some kinds."""
    return replace(ARCHIVE, **records)
