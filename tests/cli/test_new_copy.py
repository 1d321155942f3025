"""`new copy` measures a file, asks every check of the record with the copy in it, and changes no other line."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.new import command
from tests import sounds
from tests.cli.scratch import archive_in, files_in, found_in

CALL = "2031-03-05-river-open-call"
PATH = f"calls/2031/{CALL}.yaml"
URL = "https://sound.example/march.ogg"
SOUND = sounds.made("audio/ogg", 3)
SUM = hashlib.sha256(SOUND).hexdigest()
RECORD = """\
# What is known of the first call in March.
title: River Assembly open call   # as announced
status: held

date: 2031-03-05
agenda:
  - How the call works
# Nobody has written it down yet.
minutes: missing
share: public
"""
LINES = f"""\
  - url: {URL}
    type: audio/ogg
    bytes: {len(SOUND)}
    sha256: {SUM}
    duration: 0:03
"""


@pytest.fixture
def root(tmp_path) -> Path:
    root = archive_in(tmp_path)
    (root / PATH).write_text(RECORD)
    return root


def run(root: Path, *more: str, data: bytes = SOUND, url: str = URL, call: str = CALL) -> Result:
    """Run the command with a file of some bytes, whose name says nothing."""
    file = root.parent / "saved from the line"
    file.write_bytes(data)
    given = ["copy", str(file), "--call", call, "--url", url, *more]
    given += ["--root", str(root), "--today", "2031-04-01"]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def test_the_copy_is_added_and_every_other_line_stays(root):
    """Comments, empty lines and the order of the fields are as they were; the list stands where the table has it."""
    result = run(root)
    assert 0 == result.exit_code, result.output
    head, tail = RECORD.split("# Nobody")
    assert f"{head}recordings:\n{LINES}# Nobody{tail}" == (root / PATH).read_text()
    assert [] == found_in(root)


def test_a_second_copy_goes_to_the_end_of_the_list(root):
    """It has the same indent, and what stands behind the list stays behind it."""
    (root / PATH).write_text(
        RECORD.replace(
            "minutes:", "recordings:\n    - url: https://b.example/1.ogg   # whole\nminutes:"
        )
    )
    result = run(root, "--keeper", "the library of Mill Town", "--seen", "2031-03-20")
    assert 0 == result.exit_code, result.output
    text = (root / PATH).read_text()
    added = "".join(f"  {line}\n" for line in LINES.splitlines())
    kept = "      keeper: the library of Mill Town\n      seen: 2031-03-20\n"
    assert f"1.ogg   # whole\n{added}{kept}minutes: missing\n" in text


def test_the_line_that_said_why_there_is_none_goes(root):
    """With a copy it is no longer true, and the command says that it took it out."""
    (root / PATH).write_text(RECORD.replace("minutes:", "recording: missing\nminutes:"))
    result = run(root)
    assert (0, True) == (result.exit_code, "Taken out" in result.output)
    assert "recording: missing" not in (root / PATH).read_text()
    assert [] == found_in(root)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"call": "2031-03-06-river-open-call"}, "did you mean `2031-03-05-river-open-call`"),
        ({"call": "2031-03-07-withheld-1"}, "withheld"),
        ({"data": b""}, "nothing in it"),
        ({"data": b"<!doctype html><p>Not found"}, "page of the web"),
        ({"url": "http://sound.example/march.ogg"}, "M601"),
        ({"url": "https://192.168.1.5/march.ogg"}, "M605"),
        ({"url": "https://sound.example/march.ogg?" + "token=abc"}, "P504"),
    ],
)
def test_what_cannot_be_a_copy_is_refused(root, more, said):
    """The reason is told, and no file changes."""
    before = files_in(root)
    result = run(root, **more)
    assert (1, True) == (result.exit_code, said in result.output)
    assert before == files_in(root)


def test_every_check_is_asked_before_it_is_written(root):
    """A day that is to come is an error at its line, and nothing is written."""
    before = files_in(root)
    result = run(root, "--seen", "2031-05-01")
    assert (1, True) == (result.exit_code, "M615" in result.output)
    assert before == files_in(root)


def test_a_warning_is_said_and_does_not_keep_it_from_being_written(root):
    """The type that the file has counts, and the ending that contradicts it is told."""
    result = run(root, "--type", "audio/mpeg", url="https://sound.example/march.mp3")
    assert (0, True) == (result.exit_code, "M608" in result.output)
    assert "the file says `audio/ogg`" in result.output
    assert "    type: audio/ogg\n" in (root / PATH).read_text()


def test_a_copy_that_is_listed_is_measured_and_shown(root):
    """Its lines are for whoever fills in what the record lacks; the record itself is left alone."""
    (root / PATH).write_text(f"{RECORD}recordings:\n  - url: {URL}\n")
    before = files_in(root)
    result = run(root)
    assert (1, True) == (result.exit_code, LINES in result.output)
    assert before == files_in(root)


@pytest.mark.parametrize(
    "record",
    [
        RECORD + "recordings: [{url: https://b.example/1.ogg}]\n",
        RECORD + "recordings:\n  - {url: https://b.example/1.ogg}\n",
        RECORD.replace("\n", "\r\n"),
    ],
)
def test_lines_to_paste_are_given_where_the_record_cannot_be_changed(root, record):
    """A list in brackets, or other line ends, would lose its form."""
    (root / PATH).write_bytes(record.encode())
    result = run(root)
    assert (1, True) == (result.exit_code, LINES in result.output)
    assert record.encode() == (root / PATH).read_bytes()
