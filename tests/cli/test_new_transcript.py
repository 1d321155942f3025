"""`new transcript` makes a transcript that passes check from what a program wrote, or says why it cannot."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.new import command
from tests.cli.scratch import archive_in, files_in, found_in
from tests.importers.test_captions import SRT

CALL = "2031-03-12-river-open-call"
PATH = f"minutes/2031/{CALL}.vtt"
COPY = "recordings:\n  - url: https://media.example/river.mp3\n    type: audio/mpeg\n"
RECORD = f"title: River Assembly open call\nseries: river-open-call\ndate: 2031-03-12\nstatus: held\n{COPY}"
DRAFTED = ["--origin", "machine-draft", "--taken-by", "a program for transcription"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return archive_in(tmp_path / "archive", {f"calls/2031/{CALL}.yaml": f"{RECORD}share: public\n"})


def run(root: Path, text: str | bytes, *more: str, call: str = CALL) -> Result:
    file = root.parent / "sent.srt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    given = ["transcript", str(file), "--call", call, *more]
    given += ["--root", str(root), "--today", "2031-04-01"]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def refused(root: Path, text: str | bytes, *more: str, call: str = CALL) -> str:
    """Run a command that must fail and write nothing, and give what it said."""
    before = files_in(root)
    result = run(root, text, *more, call=call)
    assert result.exit_code
    assert before == files_in(root)
    return result.output


def test_what_is_written_passes_check(root: Path):
    """The facts stand right below the first line, and what was mended is said."""
    result = run(root, SRT, *DRAFTED)
    assert 0 == result.exit_code, result.output
    assert "Mended: " in result.output
    text = files_in(root)[PATH]
    assert text.startswith(
        "WEBVTT\n\nNOTE\norigin: machine-draft\ntaken_by: a program for transcription\n\n"
        "00:00:10.000 --> 00:00:14.500\nWelcome to the call.\n"
    )
    assert [] == [fault for fault in found_in(root) if fault.place.path == PATH]


def test_another_language_is_a_file_of_its_own(root: Path):
    """Its code stands in the name."""
    assert 0 == run(root, SRT, *DRAFTED, "--language", "es").exit_code
    assert f"minutes/2031/{CALL}.es.vtt" in files_in(root)


def test_how_it_came_to_be_must_be_said(root: Path):
    """A program may have listened, so nothing is taken for granted."""
    assert "--origin is missing" in refused(root, SRT)


def test_a_call_must_be_there(root: Path):
    """What cannot be told is said, and what to do."""
    said = refused(root, SRT, *DRAFTED, call="2031-09-09-lake-call")
    assert "there is no call `2031-09-09-lake-call`" in said
    assert "make its record first" in said


def test_a_second_transcript_is_refused(root: Path):
    """Nothing is ever overwritten."""
    run(root, SRT, *DRAFTED)
    assert f"already: `{PATH}`" in refused(root, SRT, *DRAFTED)


def test_words_of_a_withheld_recording_stay_outside(root: Path):
    """In a repository that everybody can read they have no place."""
    share = (
        "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: safety\n"
    )
    record = RECORD.replace(COPY, "")
    (root / f"calls/2031/{CALL}.yaml").write_text(f"{record}{share}", encoding="utf-8")
    assert "are withheld" in refused(root, SRT, *DRAFTED)


def test_what_is_wrong_is_told_with_its_line(root: Path):
    """Times that run backwards are for a person to mend."""
    backward = SRT.replace("00:00:18,250", "00:00:12,250")
    said = refused(root, backward, *DRAFTED)
    assert "M622" in said
    assert "Nothing was written." in said


def test_text_without_times_is_refused(root: Path):
    """Notes are taken by another command."""
    assert "no pieces with times" in refused(root, "We met by the river.\n", *DRAFTED)


def test_lines_that_are_no_times_are_named(root: Path):
    """Their numbers are those of the file that was sent."""
    assert "sent.srt:2: " in refused(root, SRT.replace("00:00:10,000", "ten"), *DRAFTED)


def test_a_file_in_another_encoding_is_refused(root: Path):
    """The line of the first letter that cannot be read is told."""
    assert "sent.srt:3: this is not UTF-8" in refused(
        root, SRT.replace("Welcome", "Caf\u00e9").encode("latin-1"), *DRAFTED
    )


def test_no_personal_data_is_written(root: Path):
    """A telephone number that somebody said is refused, and not quoted."""
    said = refused(root, SRT.replace("Welcome", "Call 212-555-0187"), *DRAFTED)
    assert "555-0187" not in said
