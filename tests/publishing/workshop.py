"""A small archive whose builds are disturbed: its states before a build, the build, and what may be there afterwards.

A state is copied back to the same place before each try, because a site is sealed together with its place.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli import main
from generator.pipeline import build
from generator.site.manifest import damaged_files
from tests.publishing import system_calls
from tests.publishing.system_calls import GO, Answer, Call, Ended
from tests.site_archives import copied

DAY = "2031-06-01"
ENOSYS = 38
RECORD = "title: {}\ndate: 2031-01-05\nstart: 21:00\nstatus: held\nshare: public\n"
Tree = dict[str, bytes]
PASSED_OVER = ("site/", ".site.tree-1/", "archive/build/cache/frames/", "archive/build/stage/")

STATES = ("first", "update", "first link", "update of a link")
"""What stands before a build; links stand where the system cannot exchange folders."""


@dataclass(frozen=True, slots=True)
class After:
    """What is there after a build that was disturbed, and after the next one."""

    ended: Ended
    stands: str
    mended: str


class Workshop:
    """A place with an archive, its site and all that its builds keep; `states` holds copies of it."""

    def __init__(self, folder: Path) -> None:
        """Build every state once, undisturbed."""
        self.folder = folder
        self.place = folder / "place"
        self.site = self.place / "site"
        self._states = folder / "states"
        self._names: dict[str, frozenset[str]] = {}
        self.place.mkdir(parents=True)
        copied("empty", self.place).rename(self.place / "archive")
        self._write("The river call")
        # What a process works out once is known to those that begin as its copies.
        build(self.place / "archive", folder / "warm", folder / "work", date.fromisoformat(DAY))
        self.cold_calls = self.build().calls
        self.old = tree(self.site)
        shutil.copytree(self.place, self._states / "update", symlinks=True)
        self._keep_first("first")
        self.restore("first")
        self._write("The river call")
        self.build(linked(quietly))
        shutil.copytree(self.place, self._states / "update of a link", symlinks=True)
        self._keep_first("first link")
        self.new = self._newest()

    def _keep_first(self, name: str) -> None:
        """Keep the place without a site, but with its frames: rendering them takes most of a cold build."""
        state = self._states / name
        shutil.copytree(self.place, state, symlinks=True)
        for path in [*state.glob(".site*"), *state.glob("site")]:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        for path in (state / "archive/build/cache").glob("m*"):
            path.unlink()

    def _newest(self) -> Tree:
        for name in STATES:
            self.restore(name)
            ended = self.build(refusing(name)(quietly))
            assert 0 == ended.status, ended.said
            self._names[name] = names(self.place)
        return tree(self.site)

    def _write(self, title: str) -> None:
        record = self.place / "archive/calls/2031/2031-01-05-river-call.yaml"
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(RECORD.format(title), encoding="utf-8")

    def restore(self, name: str) -> None:
        """Put a state back; all but a first build find an archive that was edited since."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._states / name, self.place, symlinks=True)
        self._write("The mill call")

    def build(self, answer: Answer = lambda number, call: GO, **how: float | int | None) -> Ended:
        """Build in a process of its own, whose calls are put to `answer`."""
        return system_calls.run(self._command(), self.place, answer, **how)  # type: ignore[arg-type]

    def _command(self) -> Callable[[], int]:
        words = ["build", "--root", "archive", "--out", "site", "--today", DAY, "--jobs", "1"]

        def command() -> int:
            os.chdir(self.place)
            return run_command(words)

        return command

    def build_alone(self) -> None:
        """Build in this process, which it ends."""
        os._exit(self._command()())

    def stands(self) -> str:
        """Say what is published: old, new, nothing, or a mixture of them."""
        if not self.site.exists():
            return "nothing"
        found = tree(self.site)
        if damaged_files(self.site):
            return "mixed"
        return "new" if found == self.new else "old" if found == self.old else "mixed"

    def mended(self, name: str) -> str:
        """Build once more, undisturbed, and say what is wrong then; nothing when all is as it should be."""
        ended = self.build(refusing(name)(quietly))
        if ended.status:
            return f"ended with {ended.status}: {ended.said}"
        if self.stands() != "new":
            return f"not the bytes of a cold build: {self.stands()}"
        more = names(self.place) ^ self._names[name]
        return f"left behind or lost: {sorted(more)}" if more else ""

    def disturbed(self, name: str, answer: Answer, **how: float | int | None) -> After:
        """Build from a state with calls that are answered otherwise, then once more without."""
        self.restore(name)
        ended = self.build(refusing(name)(answer), **how)
        stands = self.stands()
        return After(ended, stands, self.mended(name))


def run_command(words: list[str]) -> int:
    """Run the command line in this process and give its exit status."""
    sys.argv = ["calls", *words]
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def quietly(number: int, call: Call) -> int:
    """Let every call be made."""
    return GO


def linked(answer: Answer) -> Answer:
    """Answer as a system that cannot exchange two folders."""

    def refusing_answer(number: int, call: Call) -> int:
        said = answer(number, call)
        return ENOSYS if said == GO and call.name == "renameat2" else said

    return refusing_answer


def refusing(name: str) -> Callable[[Answer], Answer]:
    """Give the kind of system that a state belongs to."""
    return linked if "link" in name else lambda answer: answer


def tree(folder: Path) -> Tree:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(place: Path) -> frozenset[str]:
    """Give the names of all that lies in a place beside the files of the site; two trees of a link are as good.

    What belongs to the frames is left out, because it is swept when they are rendered and not when they are remembered.
    """
    inside = (path.relative_to(place).as_posix() for path in place.rglob("*"))
    shown = (name.replace(".site.tree-2", ".site.tree-1") for name in inside)
    return frozenset(name for name in shown if not name.startswith(PASSED_OVER))


def step_of(call: Call, before: tuple[Call, ...] = ()) -> str:
    """Say which step of a build a call belongs to."""
    path = call.path
    if path.startswith(("archive/build/cache/memo", "archive/build/cache/manifest")):
        sealed = any(c.name == "rename" and "cache/manifest-" in c.path for c in before)
        return "seal" if "manifest-" in path else "memo, at its end" if sealed else "memo"
    if path.startswith(("archive/build/cache/frames", "archive/build/stage")):
        return "frames"
    if path.startswith(("archive/build", "archive/build/cache")):
        return "folders"
    if path.startswith("archive"):
        return "reading"
    if path == ".site.lock":
        return "lock"
    removing = call.name in ("unlinkat", "rmdir", "unlink")
    if path.startswith((".site.next", ".site.tree", ".site.old")) and removing:
        return "removal"
    if path == ".site.next/manifest.json":
        return "manifest"
    if call.name.startswith(("rename", "symlink", "sync", "fsync")) or path.startswith(
        ".site.link"
    ):
        return "swap"
    if path.startswith(".site."):
        return "swap" if path.startswith(".site.tree") else "next tree"
    return "reading the old tree"
