"""What people type behind a make variable reaches the program as one word, in both Makefiles."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILES = (ROOT / "Makefile", ROOT / "generator/starting/archive/Makefile")
TYPED = {
    "a space and an apostrophe": ("FILE=it's notes.md", "it's notes.md"),
    "a command": ("FILE=$$(touch made).md", "$(touch made).md"),
    "the user's own folder": ("FILE=~/issue.md", "/of-the-user/issue.md"),
}


@pytest.mark.parametrize("makefile", MAKEFILES, ids=("here", "begun by init"))
@pytest.mark.parametrize("name", sorted(TYPED))
def test_name_of_a_file_is_one_word(makefile, name, tmp_path):
    """A name with signs of the shell in it is handed on as it is, and a tilde leads home in every shell."""
    typed, expected = TYPED[name]
    said = subprocess.run(
        [
            "make",
            "--no-print-directory",
            "-n",
            "-o",
            ".venv/runtime.stamp",
            "-f",
            str(makefile),
            "import",
            typed,
        ],
        cwd=tmp_path,
        env=os.environ | {"HOME": "/of-the-user"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ["import", expected] == shlex.split(said.stdout)[-2:]
