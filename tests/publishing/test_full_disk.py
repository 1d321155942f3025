"""A disk that is full at any step of a build leaves the old site, and it is said plainly what to do.

CALLS_FULL_DISKS in the environment says with how much room each kind of build is tried.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publishing.mounting import mounting

SIZES = os.environ.get("CALLS_FULL_DISKS", "4")
PROJECT = Path(__file__).parents[2]


@pytest.mark.handed_calls
@pytest.mark.mounting
def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    """At whatever step a disk of its own is full, a build says so and the old site stands; with room it goes on."""
    program = [sys.executable, "-m", "tests.publishing.full_disk", SIZES, str(tmp_path)]
    words = [*(mounting() or "").split(), *program]
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(words, cwd=PROJECT, env=env, capture_output=True, check=False)
    said = done.stdout.decode() + done.stderr.decode()
    assert 0 == done.returncode, said
    assert "WRONG" not in said, said
    assert "refused, old stands" in said
    assert "published, new stands" in said
