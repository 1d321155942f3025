"""`bench` measures builds of a made-up archive. How long anything takes is never a reason to fail."""

import datetime
import platform
import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.bench import machine, made_up, plan, results, world
from generator.bench.measure import RunFailed, measure
from generator.cli.bench import command
from generator.pipeline import Examined, examine
from generator.privacy import gate, leaks
from generator.privacy.public import PublicCall, Status
from generator.render.occurrences import occurrences_of

CALLS = made_up.LEAST
MANY = 1000
WANTED = made_up.Wanted(MANY)


def files_below(root: Path) -> dict[str, bytes]:
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    root: Path = tmp_path_factory.mktemp("made-up")
    made_up.write_archive(root, made_up.Wanted(CALLS))
    return root


def examined(root: Path) -> Examined:
    return examine(root, world.TODAY)


def errors(root: Path) -> list[str]:
    return [f"{p.place.path} {p.code}" for p in examined(root).problems if p.is_error]


def test_a_made_up_archive_has_no_error(archive):
    """Every made-up archive passes `check`; only its missing git history is warned of."""
    found = examined(archive)
    assert ["S706"] == [fault.code for fault in found.problems]
    assert found.is_good
    assert CALLS == len(found.archive.calls)


@pytest.mark.parametrize(("series", "dates"), [(20, True), (20, False), (100, True)])
def test_a_larger_archive_has_no_error_either(tmp_path, series, dates):
    """Kinds of calls that the smallest archive does not have are good ones too, of few series and of many."""
    made_up.write_archive(tmp_path, made_up.Wanted(420, series, dates))
    assert [] == errors(tmp_path)


def test_recordings_that_are_heard_have_no_error_and_change_no_other_file(tmp_path, archive):
    """They have lengths, keepers, answers and transcripts only where that is asked for."""
    made_up.write_archive(tmp_path, made_up.Wanted(200, heard=True))
    plain = tmp_path / "plain"
    made_up.write_archive(plain, made_up.Wanted(200))
    without = files_below(plain)
    shutil.rmtree(plain)
    assert [] == errors(tmp_path)
    found = examined(tmp_path)
    copies = [copy for call in found.archive.calls for copy in call.recordings]
    assert all(copy.duration for copy in copies)
    assert {"there", "gone", "refused", "silent"} == {
        one.found.value for one in found.archive.answers
    }
    assert found.archive.transcripts
    more = files_below(tmp_path)
    assert set(without) <= set(more)
    assert {".vtt", ".jsonl", ".yaml"} == {Path(path).suffix for path in set(more) - set(without)}
    changed = {path for path in without if without[path] != more[path]}
    assert all(b"recordings:" in without[path] for path in changed)


def test_withheld_calls_come_besides_and_have_no_error(tmp_path, archive):
    """A private repository may hold them with notes; nothing of the other calls is different for it."""
    made_up.write_archive(tmp_path, made_up.Wanted(CALLS, withheld=9))
    assert [] == errors(tmp_path)
    one, other = files_below(archive), files_below(tmp_path)
    assert {"mkdocs.yml"} == {path for path in one if one[path] != other[path]}
    assert 18 == len(other.keys() - one.keys())
    found = examined(tmp_path)
    assert found.settings is not None
    needles = leaks.needles(
        found.archive, gate.publish(found.archive, found.settings), found.settings
    )
    assert 9 * 500 < len(needles.runs)


def test_the_same_number_gives_the_same_bytes(archive, tmp_path):
    """The archive is the same on every machine and in every run."""
    made_up.write_archive(tmp_path, made_up.Wanted(CALLS))
    assert files_below(archive) == files_below(tmp_path)


def test_records_and_notes_have_the_sizes_of_real_ones():
    """Records have about 1 kB and notes about 4 kB, as the targets for speed suppose."""
    files = [pair for n in range(MANY) for pair in made_up.files_of(plan.planned(n), WANTED)]
    records = [len(text) for path, text in files if path.endswith(".yaml")]
    notes = [len(text) for path, text in files if re.search(r"-[a-z]+\.md$", path)]
    assert 900 <= sum(records) / len(records) <= 1200
    assert 3600 <= sum(notes) / len(notes) <= 4400


def test_every_kind_of_call_is_there():
    """A thousand calls have every fate, moved ones, recordings, and about ten withheld ones."""
    calls = [plan.planned(number) for number in range(MANY)]
    assert set(plan.Fate) == {call.fate for call in calls}
    assert 10 == sum(call.fate is plan.Fate.WITHHELD for call in calls)
    assert any(call.moved for call in calls)
    texts = [text for call in calls for _, text in made_up.files_of(call, WANTED)]
    assert any("\nrecordings:" in text for text in texts)
    assert any("## Resumen" in text for text in texts)


def test_a_withheld_call_says_nothing_but_its_date():
    """Its name, its record and its notes tell nothing, as the check for public repositories asks."""
    call = next(c for c in map(plan.planned, range(MANY)) if c.fate is plan.Fate.WITHHELD)
    files = dict(made_up.files_of(call, WANTED))
    assert [f"calls/2031/{call.date}-withheld-1.yaml"] == list(files)
    assert "title" not in "".join(files.values())


def test_calls_are_held_before_the_day_of_the_build():
    """Nothing is held in the future, and the newest week is still to come."""
    calls = [plan.planned(number) for number in range(MANY)]
    assert all(call.date <= world.TODAY for call in calls if call.fate is plan.Fate.HELD)
    assert all(call.date > world.TODAY for call in calls[: plan.WEEK])
    assert datetime.date(2031, 6, 8) == calls[0].date


@pytest.mark.parametrize("series", [20, 100])
def test_series_look_a_year_ahead(tmp_path, series):
    """Dates are expected up to the horizon, some before the first record, and some were moved, cancelled or skipped."""
    made_up.write_archive(tmp_path, made_up.Wanted(1000, series))
    found = examined(tmp_path)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    dates = occurrences_of(public, found.settings)
    ahead = [one for each in dates.values() for one in each if one.day > world.TODAY]
    assert series == len(dates)
    assert 1000 < sum(not one.call for one in ahead) < 1300
    assert series // 5 * 3 <= sum(not one.call for each in dates.values() for one in each[:4])
    assert {True, False} == {one.until is None for one in public.series}
    assert series // 4 < sum(len(one.skipped_days) for one in public.series) < series
    standing = {one.call for one in ahead}
    coming = [one for one in public.calls if isinstance(one, PublicCall) and one.id in standing]
    assert any(one.moved_from for one in coming)
    assert any(one.status is Status.CANCELLED for one in coming)


def test_nothing_is_expected_without_dates(tmp_path):
    """The archive whose builds are compared with earlier ones expects nothing but its calls."""
    made_up.write_archive(tmp_path, made_up.Wanted(CALLS, dates=False))
    found = examined(tmp_path)
    assert found.settings is not None
    assert {} == occurrences_of(gate.publish(found.archive, found.settings), found.settings)


def test_more_series_change_nothing_but_whose_a_call_is():
    """The calls of an archive of 100 series have the days and fates of one of 20, so that their builds compare."""
    few, many = ([plan.planned(number, turns) for number in range(MANY)] for turns in (1, 5))
    assert [(one.date, one.fate, one.moved) for one in few] == [
        (one.date, one.fate, one.moved) for one in many
    ]
    assert [20, 100] == [len({one.series for one in each} - {None}) for each in (few, many)]


@pytest.mark.parametrize("number", range(4))
def test_an_edit_leaves_a_good_archive_and_is_undone(archive, number):
    """Each edit changes the archive without an error, and undoing it gives the bytes from before."""
    before = files_below(archive)
    undo = made_up.apply(archive, made_up.edits(made_up.Wanted(CALLS))[number])
    assert before != files_below(archive)
    assert [] == errors(archive)
    made_up.apply(archive, undo)
    assert before == files_below(archive)


@pytest.mark.parametrize("calls", [*range(CALLS, 300, 7), 1000, 10_000])
def test_an_archive_of_any_size_has_a_call_to_withhold(calls):
    """The call that becomes withheld is one that no other call names."""
    gone = plan.unnamed(calls)
    others = [plan.planned(n) for n in range(calls) if abs(n - gone.number) == plan.WEEK]
    texts = "".join(
        text for one in others for _, text in made_up.files_of(one, made_up.Wanted(calls))
    )
    assert gone.id not in texts


def test_too_few_calls_are_refused():
    """Fewer calls would lack kinds that a build spends time on."""
    with pytest.raises(ValueError, match="at least 60"):
        made_up.Wanted(CALLS - 1)


@pytest.mark.parametrize("series", [0, 30, 260])
def test_series_share_a_week_evenly(series):
    """So many series that they could not take turns are refused."""
    with pytest.raises(ValueError, match="multiple"):
        made_up.Wanted(CALLS, series)


def test_a_number_of_series_that_takes_no_turns_is_wrong_use():
    """The command says which numbers of series it can make."""
    done = CliRunner().invoke(command, ["--series", "30"])
    assert 2 == done.exit_code
    assert "a multiple of 20" in done.output


def test_a_failed_run_says_what_was_printed(tmp_path):
    """A build that fails is no measurement, and what it said is handed on."""
    with pytest.raises(RunFailed, match="no such luck"):
        measure([sys.executable, "-c", "import sys; sys.exit('no such luck')"], tmp_path)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs /proc")
def test_memory_is_that_of_all_processes_together(tmp_path):
    """A child's memory counts: two processes of 40 MiB are more than 80."""
    hold = "b = bytearray(40 << 20); b[::4096] = b'x' * len(b[::4096]); "
    child = f"import time; {hold}time.sleep(0.5)"
    parent = f"import subprocess, sys; {hold}subprocess.run([sys.executable, '-c', {child!r}])"
    assert measure([sys.executable, "-c", parent], tmp_path).peak > 80 << 20


def test_the_file_system_is_that_of_the_nearest_mount(tmp_path):
    """The longest mount point that holds a folder decides."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"a / ext4 rw 0 0\nb {tmp_path} tmpfs rw 0 0\nc {tmp_path}/x xfs rw 0 0\n")
    assert "tmpfs" == machine.file_system(tmp_path, mounts)


def test_the_command_measures_every_kind_of_build(tmp_path):
    """It runs whole processes, and says what was measured, on what machine and with which versions."""
    folder, out = tmp_path / "kept", tmp_path / "out"
    words = ["--calls", "60", "--rounds", "1", "--keep", str(folder), "--out", str(out)]
    done = CliRunner().invoke(command, words)
    assert 0 == done.exit_code, done.output
    for kind in (
        "cold",
        "unchanged",
        "one edit of notes",
        "one edit of a title",
        "one call withheld",
        "one date skipped",
    ):
        assert f"| this project | {kind} " in done.output
    assert "check, cold" in done.output
    assert "Python 3." in done.output
    assert (folder / "build" / "site" / "index.html").is_file()
    assert ["kept", "out"] == sorted(path.name for path in tmp_path.iterdir())
    assert {"results.json", "results.md", "results.svg"} == {path.name for path in out.iterdir()}
    (run,) = results.read(out)
    assert 60 == run.calls
    assert done.output in (out / "results.md").read_text()
    for path in out.iterdir():
        text = path.read_text()
        assert str(tmp_path) not in text
        assert platform.node() not in text


def test_a_folder_with_something_in_it_is_refused(tmp_path):
    """Nothing of anybody's is overwritten."""
    (tmp_path / "letter.txt").write_text("dear river")
    done = CliRunner().invoke(command, ["--keep", str(tmp_path)])
    assert 2 == done.exit_code
    assert "is not empty" in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--calls", "60,x"], "parted by commas"),
        (["--calls", "59"], "from 60 to"),
        (["--calls", "60,100", "--keep", "x"], "one size"),
        (["--peers", "hugo,typo"], "mkdocs, mkdocs-search, zensical, hugo, eleventy"),
        (["--cold-only", "jekyll"], "mkdocs, mkdocs-search, zensical, hugo, eleventy"),
    ],
)
def test_wrong_use_is_told(words, said):
    """Sizes and builders that cannot be measured are refused before anything is written."""
    done = CliRunner().invoke(command, words)
    assert 2 == done.exit_code
    assert said in done.output
