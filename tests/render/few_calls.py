"""Public values for tests of renderers; all calls are made up."""

import datetime
from dataclasses import replace

from generator.privacy.public import (
    Adoption,
    Confidence,
    Evidence,
    GroupKind,
    LooseDate,
    MarkKind,
    NotesState,
    Origin,
    PublicArchive,
    PublicCall,
    PublicGroup,
    PublicMark,
    PublicNotes,
    Reason,
    RecordingState,
    Status,
    WithheldCall,
    Withholding,
)
from generator.settings import NavEntry
from tests.plain_settings import PLAIN

SETTINGS = replace(
    PLAIN,
    site_name="River calls archive",
    site_url="https://archive.example/",
    nav=(
        NavEntry("Home", "index.html"),
        NavEntry("Calls", "calls/index.html"),
        NavEntry("Help", "", (NavEntry("Problems", "help/problems/index.html"),)),
    ),
    usual_length_minutes=90,
    notice="A reconstruction & not affiliated.",
)
DECISION = PublicMark(
    MarkKind.DECISION, "hold the gathering <on> 1 May", "decision-gathering", 5, "consensus",
    True, "", (),
)  # fmt: skip
PROPOSAL = PublicMark(
    MarkKind.PROPOSAL, "two-thirds as a fallback", "proposal-fallback", 6, "tabled", False, "", ()
)
NOTES = PublicNotes(
    path="minutes/2031/2031-03-05-river.md",
    language="",
    origin=Origin.NOTES,
    adoption=Adoption.ADOPTED,
    adopted_by="",
    taken_by="",
    body=(
        "## Outcomes\n\n- **Decision:** hold the gathering <on> 1 May (consensus) {#decision-gathering}\n"
        "- **Proposal:** two-thirds as a fallback (tabled)\n"
    ),
    body_line=3,
    marks=(DECISION, PROPOSAL),
    redactions=0,
)
HELD = PublicCall(
    id="2031-03-05-river",
    path="calls/2031/2031-03-05-river.yaml",
    date=LooseDate(2031, 3, 5),
    zone="America/New_York",
    notes_state=NotesState.MINUTES,
    absence=NotesState.MISSING,
    recording_state=RecordingState.MISSING,
    title="River Assembly; open call, part \\N <1>",
    status=Status.HELD,
    series="river-open-call",
    start=datetime.time(21),
    starts_at=datetime.datetime(2031, 3, 6, 2, tzinfo=datetime.UTC),
    length=120,
    groups=("river-planning",),
    purpose="Share news,\nand prepare the spring gathering; 日本語のテキストを長く書いて折り返しを確かめる。",
    notes=(NOTES,),
    changed_at=1_930_000_000,
    recorded_at=1_930_000_000,
)
ANNOUNCED = PublicCall(
    id="2031-03-12-river",
    path="calls/2031/2031-03-12-river.yaml",
    date=LooseDate(2031, 3, 12),
    zone="America/New_York",
    notes_state=NotesState.NOT_EXPECTED,
    absence=NotesState.NOT_EXPECTED,
    recording_state=RecordingState.NOT_EXPECTED,
    title="River announced call",
    status=Status.ANNOUNCED,
)
VAGUE = replace(
    ANNOUNCED,
    id="2031-03-vague",
    date=LooseDate(2031, 3),
    title="Vague call",
    status=Status.HELD,
    notes_state=NotesState.MISSING,
    recording_state=RecordingState.UNKNOWN,
)
WITHHELD = WithheldCall(
    "2031-04-01-withheld-1",
    LooseDate(2031, 4, 1),
    Withholding(True, True, True, Reason.SAFETY, decided_on=datetime.date(2031, 4, 2)),
    changed_at=1_932_768_000,
)
GROUP = PublicGroup(
    "river-planning", "calls/groups/river-planning.yaml", "River planning, group", GroupKind.WORKING_GROUP,
    "", "", "", None, "", "", None, None, (), Evidence.COMPLETE, Confidence.HIGH,
)  # fmt: skip
ARCHIVE = PublicArchive(calls=(VAGUE, HELD, ANNOUNCED, WITHHELD), groups=(GROUP,))
EMPTY = PublicArchive()


def made(module, archive, settings=SETTINGS):
    """Give the outputs of a renderer by path."""
    return {
        draft.path: draft.make(draft.view, settings) for draft in module.render(archive, settings)
    }
