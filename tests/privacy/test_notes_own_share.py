"""Notes that say themselves what may be shared: the narrower of two statements holds, in every language of a call."""

from pathlib import Path

import pytest

from generator import loading
from generator.load.files import Source
from generator.memo import open_memo
from generator.model.share import PUBLIC, Reason, Share, narrower
from generator.privacy import gate
from generator.privacy.public import NotesState, PublicCall, RecordingState, WithheldCall
from tests.privacy.quiet_archive import Frame, open_files, read

CALL = "calls/2031/2031-05-07-open.yaml"
RECORD = "title: Open call\ndate: 2031-05-07\nstatus: held\nshare: public\n"
NOTES, SPANISH = "minutes/2031/2031-05-07-open.md", "minutes/2031/2031-05-07-open.es.md"
SERIES = (
    "title: Round of calls\nrepeats: every week on Friday at 19:41\nlength: 77m\nfrom: 2031-01-10\n"
)
CLOSED = "".join(f"  {part}: withheld\n" for part in ("minutes", "recording", "details"))
WHOLE = f"share:\n{CLOSED}  reason: legal\n"


def notes(front: str = "", word: str = "lantern") -> str:
    return f"---\norigin: notes\n{front}---\n**Decision:** the {word} is lit. (consensus)\n"


def published(files: dict[str, str]):
    settings, archive, _, _ = read(open_files(Frame()) | files)
    return gate.publish(archive, settings)


def call_of(files: dict[str, str], call_id: str = "2031-05-07-open"):
    return next(call for call in published(files).calls if call.id == call_id)


@pytest.mark.parametrize(
    "closing", ["share: withheld for safety\n", "share: withhold it\n", "share: [x]\n"]
)
@pytest.mark.parametrize("where", [NOTES, SPANISH])
def test_notes_can_close_what_the_record_opens(where, closing):
    """Whoever writes it into either file of the notes, both are withheld; what cannot be read closes as well."""
    files = {CALL: RECORD, NOTES: notes(), SPANISH: notes(word="farol")} | {where: notes(closing)}
    public = published(files)
    assert "lantern" not in repr(public)
    assert "farol" not in repr(public)


def test_closed_notes_leave_the_details():
    """`withheld for safety` in the notes closes notes and recording; the rest is the record's to say."""
    call = call_of({CALL: RECORD, NOTES: notes("share: withheld for safety\n")})
    assert isinstance(call, PublicCall)
    assert (NotesState.WITHHELD, RecordingState.WITHHELD) == (
        call.notes_state,
        call.recording_state,
    )
    assert call.withholding is not None
    assert Reason.SAFETY is call.withholding.reason
    assert "Open call" == call.title


def test_notes_cannot_open_what_the_record_closes():
    """A line in a file of notes, perhaps by another hand, opens nothing."""
    quiet = {CALL: RECORD.replace("public", "withheld for legal"), NOTES: notes("share: public\n")}
    assert () == call_of(quiet).notes


def test_narrower_of_two_statements():
    """Each part is open only where both say so; the reason is that of the first that closes."""
    one = Share(minutes=True, details=True, reason=Reason.SAFETY)
    other = Share(recording=True, details=True, reason=Reason.LEGAL)
    assert Share(details=True, reason=Reason.SAFETY) == narrower(one, other)
    assert one == narrower(PUBLIC, one) == narrower(one, PUBLIC)
    assert PUBLIC == narrower(PUBLIC, PUBLIC)


IMPLIED = "minutes/2031/2031-05-09-withheld-1.md"
FRONT = "series: river-round\ndate: 2031-05-09\n"
OPEN_SERIES = {"calls/series/river-round.yaml": SERIES + "share: public\n"}


def test_call_that_notes_stand_for_is_closed_when_they_say_so():
    """Without a record of the call, the front matter decides, and a withheld call is only a date."""
    call = call_of(OPEN_SERIES | {IMPLIED: notes(FRONT + WHOLE)}, "2031-05-09-withheld-1")
    assert isinstance(call, WithheldCall)
    assert ("", ()) == (call.series, call.groups)


@pytest.mark.parametrize("line", ["", "share: pubic\n"])
def test_call_that_notes_stand_for_needs_a_sharing(line):
    """Missing or misspelt, it is an error at the notes, and nothing of the call is shown."""
    files = open_files(Frame()) | OPEN_SERIES | {IMPLIED: notes(FRONT + line)}
    settings, archive, problems, _ = read(files)
    assert [("F215" if line else "F222", IMPLIED)] == [(f.code, f.place.path) for f in problems]
    assert "lantern" not in repr(gate.publish(archive, settings))


def test_call_of_a_closed_series_takes_nothing_from_it():
    """Title, hour and length of a series that is withheld do not come out through its calls."""
    quiet = {
        "calls/series/river-round.yaml": SERIES.replace("length", "zone: Asia/Tokyo\nlength")
        + WHOLE
    }
    path = "minutes/2031/2031-05-09-open.md"
    call = call_of(quiet | {path: notes(FRONT + "share: public\n")}, "2031-05-09-open")
    assert ("", "", None, 0) == (call.title, call.series, call.start, call.length)
    shown = call_of(OPEN_SERIES | {path: notes(FRONT + "share: public\n")}, "2031-05-09-open")
    assert ("Round of calls", 77) == (shown.title, shown.length)


def test_two_languages_without_a_record_are_one_call():
    """Both files may carry the front matter; they make one call with notes in two languages."""
    path = "minutes/2031/2031-05-09-open.md"
    files = {
        name: notes(FRONT + "share: public\n") for name in (path, path.replace(".md", ".es.md"))
    }
    _, _, problems, _ = read(open_files(Frame()) | OPEN_SERIES | files)
    assert () == problems
    assert 2 == len(call_of(OPEN_SERIES | files, "2031-05-09-open").notes)


def remembered(files: dict[str, str], folder: Path) -> bytes:
    """Load files with a memo and give all it holds."""
    with open_memo(folder) as memo:
        sources = [Source(path, text.encode()) for path, text in sorted(files.items())]
        loading.load(sources, frozenset(), memo, None)
        memo.finish()
    return (folder / "memo.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("files", "kept"),
    [
        ({CALL: RECORD, NOTES: notes()}, True),
        (
            {CALL: RECORD, NOTES: notes(), SPANISH: notes("share: withheld for legal\n", "farol")},
            False,
        ),
        ({CALL: RECORD, NOTES: notes("share: withheld for legal\n")}, False),
        ({CALL: RECORD.replace("public", "withheld for legal"), NOTES: notes()}, False),
        ({NOTES: notes()}, False),
        (
            {
                CALL: RECORD,
                "calls/2030/2031-05-07-open.yaml": RECORD.replace("public", "withheld for legal"),
                NOTES: notes(),
            },
            False,
        ),
    ],
    ids=["open", "the other language", "its own word", "the record", "no record", "two records"],
)
def test_memo_keeps_open_notes_only(files, kept, tmp_path):
    """Notes are remembered only where record and notes in every language leave them open."""
    assert kept == (b"lantern" in remembered(files, tmp_path))


def test_memo_forgets_notes_that_were_closed(tmp_path):
    """What was kept while it was open is overwritten by the first build in which it is not asked for."""
    assert b"lantern" in remembered({CALL: RECORD, NOTES: notes()}, tmp_path)
    closed = {CALL: RECORD, NOTES: notes(), SPANISH: notes("share: withheld for legal\n", "farol")}
    assert b"lantern" not in remembered(closed, tmp_path)
