"""Runs the scripts of workflows as a build server does; what only a network could do has a stand-in."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

TODAY = "1932681600"
"""The day of every run: 30 March 2031, in seconds since 1970."""
MAKE = """\
#!/bin/sh
# Installing asks a network. The environment of the tests stands in for what would be installed.
if [ "$1" = -C ]; then cd "$2"; shift 2; fi
[ "$*" = install ] || exit 9
rm -rf .venv && ln -s "{environment}" .venv
"""


def bash(script: str, cwd: Path, folder: Path, values: Mapping[str, str]) -> tuple[int, str]:
    """Run a script with the shell that build servers use, and stand-ins for what needs a network."""
    plain = {
        "PATH": f"{stand_ins(folder)}:{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "SOURCE_DATE_EPOCH": TODAY,
        "PWNED": str(folder / "pwned"),
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    file = folder / "step.sh"
    file.write_text(script, encoding="utf-8")
    done = subprocess.run(
        ("bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)),
        cwd=cwd, env={**plain, **values}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout.decode("utf-8", "replace")


def stand_ins(folder: Path) -> Path:
    """Give a folder with programs that stand in for those that ask a network."""
    place = folder / "stand-ins"
    if not place.exists():
        place.mkdir()
        make = place / "make"
        make.write_text(MAKE.format(environment=sys.prefix), encoding="utf-8")
        make.chmod(0o755)
    return place
