"""Public values made by hand for the tests of pages: a small fictional archive, and ways to vary its calls."""

import datetime
from dataclasses import replace
from typing import Any

from generator.privacy.public import (
    Adoption,
    Basis,
    Confidence,
    Count,
    Evidence,
    GroupKind,
    HubKind,
    LooseDate,
    MarkKind,
    Mode,
    NotesState,
    Origin,
    PublicArchive,
    PublicCall,
    PublicGroup,
    PublicHub,
    PublicMark,
    PublicNotes,
    PublicPlatform,
    PublicSeries,
    PublicSource,
    Reason,
    RecordingState,
    Status,
    Use,
    WithheldCall,
    Withholding,
)
from tests.plain_settings import PLAIN

SETTINGS = replace(PLAIN, site_url="https://calls.example/archive/")
FORGE = replace(SETTINGS, repo_url="https://forge.example/river/calls", forge="github")

ASSEMBLY = PublicGroup(
    id="river-assembly",
    path="calls/groups/river-assembly.yaml",
    name="River Assembly",
    kind=GroupKind.ASSEMBLY,
    part_of="",
    place="Mill Town, PA",
    approved_by="",
    approved_on=None,
    approval_note="",
    work="Meets by the river.",
    since=LooseDate(2031, 1),
    until=None,
    sources=(),
    evidence=Evidence.COMPLETE,
    confidence=Confidence.HIGH,
)
PLANNING = replace(
    ASSEMBLY,
    id="river-planning",
    path="calls/groups/river-planning.yaml",
    name="River planning group",
    kind=GroupKind.COMMITTEE_OF_CORRESPONDENCE,
    part_of="river-assembly",
    approved_by="river-assembly",
    approved_on=LooseDate(2031, 1, 7),
    approval_note="the page on its founding was not found",
)
HUB = PublicHub(
    id="spring-gathering",
    path="calls/hubs/spring-gathering.yaml",
    name="Spring gathering",
    kind=HubKind.GATHERING,
    place="Mill Town, PA",
    about="Two days of meetings.",
    since=LooseDate(2031, 4, 30),
    until=LooseDate(2031, 5, 2),
    sources=(),
    evidence=Evidence.COMPLETE,
    confidence=Confidence.HIGH,
)
SERIES = PublicSeries(
    id="river-open-call",
    path="calls/series/river-open-call.yaml",
    title="River open calls",
    zone="America/New_York",
    length=120,
    groups=("river-planning",),
    hubs=("spring-gathering",),
    purpose="Share news.",
    rhythm="every week on Wednesday at 21:00",
    since=LooseDate(2031, 1, 8),
    until=LooseDate(2031, 6, 25),
    skipped=((datetime.date(2031, 4, 2), "holiday"),),
    staffed_calls=2,
    sources=(),
    evidence=Evidence.COMPLETE,
    confidence=Confidence.HIGH,
    date_note="",
)
PLATFORM = PublicPlatform("switchboard", "Switchboard", 500, 120, 480, (), ())
SOURCE = PublicSource(
    title="Page of the Mill Town assembly",
    publisher="Mill Town assembly",
    published=LooseDate(2031, 3, 7),
    url="https://mill-town.example/notes",
    use=Use.CITE,
)
CALL = PublicCall(
    id="2031-03-05-river-open-call",
    path="calls/2031/2031-03-05-river-open-call.yaml",
    date=LooseDate(2031, 3, 5),
    zone="America/New_York",
    notes_state=NotesState.MISSING,
    absence=NotesState.MISSING,
    recording_state=RecordingState.UNKNOWN,
    title="River Assembly open call",
    status=Status.HELD,
    series="river-open-call",
    start=datetime.time(21, 0),
    starts_at=datetime.datetime(2031, 3, 6, 2, 0, tzinfo=datetime.UTC),
    length=120,
    mode=Mode.PHONE,
    hosts=(("river-planning", "River planning group"), ("", "Friends of the river")),
    groups=("river-planning",),
    hubs=("spring-gathering",),
    platform="switchboard",
    purpose="Prepare the spring gathering.",
    roles=(("facilitator", "River Assembly"),),
    participants=Count(150),
    places=tuple(f"Mill {number}" for number in range(1, 11)),
    agenda=("How the call works", "News"),
    sources=(SOURCE,),
    evidence=Evidence.OPENING_ONLY,
    confidence=Confidence.HIGH,
    basis=Basis.ALREADY_PUBLIC,
)
WITHHOLDING = Withholding(
    minutes=True,
    recording=True,
    details=True,
    reason=Reason.SAFETY,
    decided_by="river-planning",
    decided_on=datetime.date(2031, 3, 13),
    review_on=datetime.date(2031, 9, 13),
)
WITHHELD = WithheldCall("2031-03-12-withheld-1", LooseDate(2031, 3, 12), WITHHOLDING)
LATER = replace(
    CALL,
    id="2031-03-19-river-open-call",
    path="calls/2031/2031-03-19-river-open-call.yaml",
    date=LooseDate(2031, 3, 19),
    starts_at=datetime.datetime(2031, 3, 20, 1, 0, tzinfo=datetime.UTC),
    title="River Assembly second call",
)
ARCHIVE = PublicArchive(
    calls=(CALL, WITHHELD, LATER),
    series=(SERIES,),
    groups=(ASSEMBLY, PLANNING),
    hubs=(HUB,),
    platforms=(PLATFORM,),
)


def call_with(**fields: Any) -> PublicCall:
    """Give the example call with other fields."""
    return replace(CALL, **fields)


def archive_with(*calls: PublicCall | WithheldCall) -> PublicArchive:
    """Give the example archive with these calls alone, in the order of an archive."""
    return replace(ARCHIVE, calls=tuple(sorted(calls, key=lambda call: (call.date, call.id))))


def mark(kind: MarkKind, text: str, outcome: str = "", adopted: bool = False) -> PublicMark:
    """Give a mark in notes; its anchor is made from its first word."""
    return PublicMark(kind, text, f"mark-{text.split()[0].lower()}", 1, outcome, adopted, "", ())


def notes_with(*marks: PublicMark, **fields: Any) -> PublicNotes:
    """Give notes with these marks, one a line."""
    lines = tuple(replace(each, line=4 + at * 2) for at, each in enumerate(marks))
    body = "\n\n".join(f"- **{each.kind.value.capitalize()}:** {each.text}" for each in lines)
    notes = PublicNotes(
        path="minutes/2031/2031-03-05-river-open-call.md",
        language="",
        origin=Origin.NOTES,
        adoption=Adoption.UNSTATED,
        adopted_by="",
        taken_by="",
        body=body or "We met.",
        body_line=4,
        marks=lines,
        redactions=0,
    )
    return replace(notes, **fields)
