"""The river archive in a git repository of its own: files are written, committed and staged as people do it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

__all__ = ["CALL", "NAME", "NOTES", "PIN", "TODAY", "River", "with_program"]

CALL = """\
title: Mill Town call
date: 2031-03-19
status: held
share: public
"""
NAME = "calls/2031/2031-03-19-mill-town-call.yaml"
NOTES = "minutes/2031/2031-03-19-mill-town-call.md"
# Taken apart so that no check finds it here.
PIN = "The conference code was " + "482 913" + "#."
PROJECT = Path(__file__).parents[2]
_QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


class River:
    """A repository with the river archive in one commit; `root` may be a folder below the repository's."""

    def __init__(self, top: Path, below: str = "") -> None:
        """Make it in a new folder."""
        self.top = top
        self.root = top / below
        self.root.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.write(RIVER_ARCHIVE)
        self.first = self.commit("The archive")

    def git(self, *words: str, folder: Path | None = None, **more: str) -> str:
        """Ask git as nobody, with nobody's settings."""
        who = ("-c", "user.name=River", "-c", "user.email=river@calls.example")
        when = {"GIT_AUTHOR_DATE": "2031-04-01T12:00:00Z"}
        when["GIT_COMMITTER_DATE"] = when["GIT_AUTHOR_DATE"]
        done = subprocess.run(
            ("git", *who, *words),
            cwd=folder or self.top,
            env={**os.environ, **_QUIET, **when, **more},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files below the archive's root; `None` removes one."""
        for path, text in files.items():
            target = self.root / path
            if text is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())

    def commit(self, message: str, files: Mapping[str, str | None] | None = None) -> str:
        """Write files, commit all that there is, and give the beginning of the commit's id."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")[:10]


def with_program(root: Path) -> None:
    """Put our program where `make setup` does."""
    calls = root / ".venv/bin/calls"
    calls.parent.mkdir(parents=True)
    calls.write_text(
        f'#!/bin/sh\nPYTHONPATH={PROJECT} exec {sys.executable} -m generator "$@" --today 2031-06-01\n',
        encoding="utf-8",
    )
    calls.chmod(0o755)
