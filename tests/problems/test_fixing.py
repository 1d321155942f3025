"""Tests of the mending: what a fix changes, what it leaves alone, and that no file is worse for it."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fixing import apply, mended
from generator.mending import mend
from generator.pipeline import examine, read
from generator.problems import AS_READ, CODES, Edit, Fix, Place, replacing
from tests.problems.recipes import RECIPES
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, TODAY
from tests.problems.test_pages import SHOWN, files_in
from tests.site_archives import BROKEN_TODAY, copied

Write = Callable[[Mapping[str, str]], Path]
PROJECT = Path(__file__).parents[2]
NAME = "calls/2031/2031-03-05-river-open-call.yaml"
NEVER = frozenset(
    "F202 F215 F217 F218 F222 R307 R309 R310 R311 T401 T402 T403 T404 T406".split()
) | {code for code in CODES if code[0] in "PM"} - set("M607 M617 M618 M620 M621".split())
"""Codes that say what may be shared, what is personal, or what only people know.

Of recordings and transcripts a form can be mended, a line of git's, and an answer that nobody asked for.
"""


def place(line: int, column: int, length: int) -> Place:
    return Place("a.yaml", line, column, length)


def calls(*words: str) -> subprocess.CompletedProcess[str]:
    line = (sys.executable, "-m", "generator", "check", "--today", "2031-06-01", *words)
    return subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=False)


def codes(root: Path) -> list[str]:
    return [fault.code for fault in examine(root, TODAY).problems if fault.code != "S706"]


def with_line(line: str) -> dict[str, str]:
    return RIVER_ARCHIVE | {NAME: f"{CALL}{line}\n"}


def test_fixes_of_one_text_are_made_together():
    """Places are those of the text before any fix, in whatever order the fixes come."""
    fixes = [replacing(place(2, 4, 1), "'x'"), replacing(place(1, 1, 1), "title")]
    assert "title: 1\nb: 'x'\n" == apply("a: 1\nb: 2\n", fixes)
    assert "title: 1\nb: 'x'\n" == apply("a: 1\nb: 2\n", fixes[::-1])


def test_of_two_that_overlap_the_first_wins():
    """The other is for the next round, and a fix of several edits is made whole or not at all."""
    both = Fix((Edit(place(1, 1, 1), "z"), Edit(place(2, 1, 1), "z")))
    assert "x: 1\nb: 2\n" == apply("a: 1\nb: 2\n", [replacing(place(1, 1, 1), "x"), both])


@given(
    st.text(st.sampled_from("ab \n"), max_size=30), st.lists(st.tuples(*[st.integers(0, 9)] * 3))
)
def test_a_place_outside_the_text_changes_nothing(text: str, spots: list[tuple[int, int, int]]):
    """Whatever the places are, signs that no fix covers stay in their order."""
    fixes = [replacing(place(*spot), "") for spot in spots if min(spot[:2]) > 0]
    left = iter(text)
    assert all(sign in left for sign in apply(text, fixes))


def test_a_file_is_written_as_it_is_read_only_when_that_is_said():
    """Line ends that nobody spoke of are not changed by the way."""
    edit = replacing(place(1, 4, 1), "2")
    assert b"a: 1\r\n" == mended(b"a: 1\r\n", [edit])
    assert b"a: 2\n" == mended(b"\xef\xbb\xbfa: 1\r\n", [edit, AS_READ])
    assert b"\xff" == mended(b"\xff", [AS_READ])


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("start: 9pm", "start: 21:00"),
        ("start: '9:30 p.m.'", "start: 21:30"),
        ("start: \u201c21:00\u201d", "start: 21:00"),
        ("start: 2100", "start: 21:00"),
        ("occurrence: March 5, 2031", "occurrence: 2031-03-05"),
        ("occurrence: Wed, 5 March 2031", "occurrence: 2031-03-05"),
        ("occurrence: 3/25/2031", "occurrence: 2031-03-25"),
        ("occurrence: 2031/3/5", "occurrence: 2031-03-05"),
        ("moved_from: [2031-03-04 at 9pm]", "moved_from: [2031-03-04 21:00]"),
        ("length: 90 minutes", "length: 1h30m"),
        ("length: 1.5 hours", "length: 1h30m"),
        ("participants: 150 people", "participants: 150"),
        ("participants: ~20", "participants: about 20"),
        ("participants: 20ish", "participants: about 20"),
        ("participants: 20 or so", "participants: about 20"),
        ("participants: at least 150", "participants: 150+"),
        ("participants: 1,200", "participants: 1200"),
        ("participants: 90 to 200", "participants: 90-200"),
        ("zone: ET", "zone: America/New_York"),
        ("zone: Eastern Standard Time", "zone: America/New_York"),
        ("zone: america/new york", "zone: America/New_York"),
        ("zone: America/New_Yrok", "zone: America/New_York"),
        ("mode: Phone", "mode: phone"),
        ("serie: river-open-call", "series: river-open-call"),
        ("groups: river-planning", "groups: [river-planning]"),
        ("groups: [river-planing]", "groups: [river-planning]"),
        ("platform: switchbaord", "platform: switchboard"),
        ("purpose: News: of all places", 'purpose: "News: of all places"'),
        ("agenda:\n\u2022 one\n\u2022 two", "agenda:\n- one\n- two"),
        ("agenda:\n  \u2022\tone\n  \u2022\ttwo", "agenda:\n  - one\n  - two"),
        ("agenda:\n  -one\n  - two", "agenda:\n  - one\n  - two"),
        ("agenda:\n  - Welcome: the river", 'agenda:\n  - "Welcome: the river"'),
        ("purpose: Mill\u200b Town", "purpose: Mill Town"),
        ("purpose: Cafe\u0301", "purpose: Caf\u00e9"),
        ("strat: 9pm", "start: 21:00"),
    ],
)
def test_what_has_one_answer_is_mended(line: str, right: str, archive_at: Write):
    """The line is right afterwards, and nothing else in the file is touched."""
    root = archive_at(with_line(line))
    done = mend(read(root), TODAY, None)
    assert f"{CALL}{right}\n" == done.after[NAME].decode()
    (root / NAME).write_bytes(done.after[NAME])
    assert [] == codes(root)


@pytest.mark.parametrize(
    "line",
    [
        "start: 9",
        "start: '9:00'",
        "start: 8pm EST",
        "start: 12 midnight",
        "start: 13pm",
        "occurrence: 3/5/2031",
        "occurrence: 3/25/31",
        "occurrence: Tue, 5 March 2031",
        "occurrence: 2031-02-30",
        "zone: CST",
        "zone: GMT",
        "zone: UTC-5",
        "zone: Springfield",
        "length: '2'",
        "participants: many",
        "mode: telephon call",
        "series: weekly-call",
        "groups: river-planning, mill-town-assembly",
        "basis: group-agred",
        "share : withheld for saftey",
        "shared: public",
        "recordings:\n  - url: http://sound.example/a.mp3",
        "purpose: M\u0456ll Town",
        "title: again",
    ],
)
def test_what_can_be_meant_in_two_ways_is_left_alone(line: str, archive_at: Write):
    """A guess that is wrong would be worse than a question."""
    assert [] == mend(read(archive_at(with_line(line))), TODAY, None).changed


@pytest.mark.parametrize("code", SHOWN)
def test_no_broken_example_is_worse_after_mending(code: str, archive_at: Write):
    """No new kind of problem comes up, and what no fix covers keeps every byte."""
    root = archive_at(RIVER_ARCHIVE | files_in(code, "Wrong"))
    before = set(codes(root))
    check_mending(root, before)


@pytest.mark.parametrize("code", [code for code in RECIPES if code not in ("S701", "Y116")])
def test_no_fault_that_a_recipe_makes_is_worse_after_mending(
    code: str, archive_at: Write, monkeypatch: pytest.MonkeyPatch
):
    """Bytes and invisible signs are mended as well, or left."""
    root = archive_at(RIVER_ARCHIVE)
    RECIPES[code](root, monkeypatch)
    check_mending(root, set(codes(root)))


def check_mending(root: Path, before: set[str]) -> None:
    """Mend an archive and compare problems and bytes."""
    problems = examine(root, TODAY).problems
    done = mend(read(root), TODAY, None)
    mendable = {fault.place.path for fault in problems if fault.fix}
    assert set(done.changed) == mendable & set(done.changed)
    for path in done.changed:
        (root / path).write_bytes(done.after[path])
    assert set() == set(codes(root)) - before
    assert [] == mend(read(root), TODAY, None).changed


def test_the_broken_archive_is_not_worse_after_mending(tmp_path: Path):
    """Fewer problems are left, none is new in its file, and lines without a fix are as they were."""
    root = copied("broken", tmp_path)
    before = examine(root, BROKEN_TODAY).problems
    done = mend(read(root), BROKEN_TODAY, None)
    assert 10 < len(done.changed)
    fixed = {
        (edit.place.path, edit.place.line)
        for fault in done.faults
        if fault.fix
        for edit in fault.fix.edits
    }
    for path in done.changed:
        old, new = (side[path].decode().split("\n") for side in (done.before, done.after))
        if len(old) == len(new):
            differ = {
                (path, number)
                for number, pair in enumerate(zip(old, new, strict=True), 1)
                if pair[0] != pair[1]
            }
            assert set() == differ - fixed
        (root / path).write_bytes(done.after[path])
    after = examine(root, BROKEN_TODAY).problems
    assert len(after) < len(before)
    known = {(fault.place.path, fault.code) for fault in before}
    assert set() == {(fault.place.path, fault.code) for fault in after} - known


def test_nothing_of_sharing_or_of_persons_has_a_fix(tmp_path: Path):
    """What may be seen, and whose it is, only people decide."""
    found = examine(copied("broken", tmp_path), BROKEN_TODAY).problems
    assert [] == [fault for fault in found if fault.fix and fault.code in NEVER]
    assert [] == [fault for fault in found if fault.fix and fault.hushed]


@pytest.mark.parametrize(
    "share",
    [
        "sh\u200bare: public",
        "share: pub\u200blic",
        "share\u00ad: public",
        "share:\n  pub\u200blic",
        "share:\n  details: pub\u200blic\n  minutes: public\n  recording: public\n  reason: safety",
        "share:\n  details: public\n  minutes: public\n  recording: public\n  reason: saf\ufeffety",
        "share: {minutes: public, recording: public,\n  det\u200bails: public, reason: safety}",
    ],
)
def test_no_invisible_sign_is_taken_out_of_what_may_be_shared(share: str, archive_at: Write):
    """With it nothing may be seen; without it everything might be, and nobody would have said so."""
    record = CALL.replace("share: public", share)
    assert record != CALL
    assert [] == mend(read(archive_at(RIVER_ARCHIVE | {NAME: record})), TODAY, None).changed


@pytest.mark.parametrize(
    ("written", "right"),
    [("03/05/2031", "2031-03-05"), ("5.3.2031", "2031-03-05"), ("March 6, 2031", "March 6, 2031")],
)
def test_the_name_of_the_file_settles_day_and_month(written: str, right: str, archive_at: Write):
    """A date that is another one than the name says is left to people."""
    root = archive_at(RIVER_ARCHIVE | {NAME: CALL.replace("2031-03-05", written)})
    assert CALL.replace("2031-03-05", right) == mend(read(root), TODAY, None).after[NAME].decode()


def test_a_closed_group_is_not_proposed(archive_at: Write):
    """A fix must not tell a name that a hint must not tell."""
    keepers = "name: Keepers\nkind: network\nshare: withheld for safety\n"
    files = with_line("groups: [lantern-keeper]") | {"calls/groups/lantern-keepers.yaml": keepers}
    found = [fault for fault in examine(archive_at(files), TODAY).problems if fault.code == "R302"]
    assert [None] == [fault.fix for fault in found]


def test_files_are_written_whole_and_keep_their_rights(archive_at: Write):
    """The report names what was mended and what is left, and nothing else lies in the folder afterwards."""
    root = archive_at(with_line("start: 9pm\nzone: CST"))
    (root / NAME).chmod(0o640)
    names = sorted(path.name for path in (root / NAME).parent.iterdir())
    done = calls("--fix", "--root", str(root))
    assert (1, f"{CALL}start: 21:00\nzone: CST\n") == (done.returncode, (root / NAME).read_text())
    assert f"mended {NAME}:5:8: F204 bad-time: `9pm` is not a time of day" in done.stdout
    assert "F206 bad-zone" in done.stdout
    assert 0o640 == stat.S_IMODE((root / NAME).stat().st_mode)
    assert names == sorted(path.name for path in (root / NAME).parent.iterdir())


def test_the_difference_is_printed_and_nothing_written(archive_at: Write):
    """What is printed is what `git apply` takes."""
    root = archive_at(with_line("start: 9pm"))
    before = (root / NAME).read_bytes()
    done = calls("--fix", "--dry-run", "--root", str(root))
    assert before == (root / NAME).read_bytes()
    assert (1, f"--- a/{NAME}\n+++ b/{NAME}\n") == (
        done.returncode,
        "".join(done.stdout.splitlines(True)[:2]),
    )
    apart = os.environ | {"GIT_CEILING_DIRECTORIES": str(root.parent)}
    subprocess.run(["git", "apply"], input=done.stdout, text=True, cwd=root, check=True, env=apart)
    assert f"{CALL}start: 21:00\n" == (root / NAME).read_text()


def test_no_difference_shows_a_line_with_personal_data(archive_at: Write):
    """A file with Windows line ends differs in every line, and one of them may not be quoted."""
    secret = "purpose: write to keepers@" + "mill.example\n"
    root = archive_at(RIVER_ARCHIVE)
    (root / NAME).write_bytes((CALL + secret).replace("\n", "\r\n").encode())
    done = calls("--fix", "--dry-run", "--root", str(root))
    assert "mill.example" not in done.stdout + done.stderr
    assert NAME in done.stderr


def test_a_link_is_not_written_through(archive_at: Write, tmp_path: Path):
    """What lies outside of the archive is nobody's business here."""
    root = archive_at(RIVER_ARCHIVE)
    outside = tmp_path / "outside.yaml"
    outside.write_text(f"{CALL}start: 9pm\n")
    (root / NAME).unlink()
    (root / NAME).symlink_to(outside)
    calls("--fix", "--root", str(root))
    assert (f"{CALL}start: 9pm\n", True) == (outside.read_text(), (root / NAME).is_symlink())


def test_reports_for_programs_stay_whole(archive_at: Write):
    """What was mended is told on the other channel."""
    done = calls("--fix", "--format", "json", "--root", str(archive_at(with_line("start: 9pm"))))
    assert done.stdout.startswith("{")
    assert re.match(r"mended ", done.stderr)
