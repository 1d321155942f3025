"""Tests that no text brings a reader, a report or a page down: what was found once, seeds, and a short run of each.

`python -m tests.fuzz all --runs N` looks further; whatever it finds is kept below `found/`, by target and by name.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.targets import PIECES, TARGETS, kept_cases
from tests.hanging import ends

ROOT = Path(__file__).parents[2]
RUNS = int(os.environ.get("CALLS_FUZZ_RUNS", "15"))
SEEDS = 5
CASES = kept_cases()


@pytest.mark.parametrize(("target", "path"), CASES, ids=[path.name for _, path in CASES])
def test_what_was_found_once_is_mended(target, path):
    """A file that once brought a target down does so no more."""
    with ends():
        TARGETS[target].run(path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_target_takes_what_is_good(target):
    """What a target begins with is met without a fault, and so is no byte at all."""
    seeds = TARGETS[target].seeds()
    for data in (b"", *(data for _, data in zip(range(2), seeds, strict=False))):
        TARGETS[target].run(data)


@pytest.mark.parametrize("target", TARGETS)
def test_target_takes_any_piece(target):
    """A good file in whose middle stands a piece that means something to one reader or another is met as well."""
    good = next(iter(TARGETS[target].seeds()))
    middle = len(good) // 2
    for piece in PIECES[::14]:
        TARGETS[target].run(good[:middle] + piece + good[middle:])


@pytest.mark.atheris
def test_short_run_led_by_coverage_finds_nothing(tmp_path):
    """Each target is run a fixed number of times from a fixed seed, and reaches more than its seeds do."""
    words = ("all", "--runs", str(RUNS), "--seeds", str(SEEDS), "--seed", "7", "--corpus")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *words, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert 0 == done.returncode, said[-4000:]
    assert list(TARGETS) == re.findall(r"^([a-z]+): done$", said, re.MULTILINE)
    # Nothing would be watched if the program were imported before its code is made to tell.
    assert all(int(reached) > 5 for reached in re.findall(r"DONE +cov: ([0-9]+)", said))
