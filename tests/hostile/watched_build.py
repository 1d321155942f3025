"""Builds an archive while every file, socket and program that Python opens is written down; run by a test.

Usage: `python -m tests.hostile.watched_build ROOT OUT WORK DAY REPORT`.
"""

import datetime
import json
import os
import sys
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = frozenset(
    "os.mkdir os.remove os.rename os.rmdir os.link os.symlink os.truncate os.chmod os.utime shutil.rmtree".split()
)
_OUTSIDE = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "pty.",
            "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")  # fmt: skip


class Watch:
    """What was opened, from the moment on that it is asked to look."""

    def __init__(self) -> None:
        """Begin without looking."""
        self.is_on = False
        self.read: set[str] = set()
        self.written: set[str] = set()
        self.others: set[str] = set()

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """Note one event of the interpreter."""
        if not self.is_on:
            return
        if event == "open" and not isinstance(args[0], int):
            flags = args[2] if isinstance(args[2], int) else 0
            (self.written if flags & _WRITING else self.read).add(_path(args[0]))
        elif event in _CHANGING:
            ends = args[:2] if event in ("os.rename", "os.link") else args[:1]
            self.written.update(_path(end) for end in ends if not isinstance(end, int))
        elif event.startswith(_OUTSIDE):
            self.others.add(f"{event} {args[1] if event == 'subprocess.Popen' else args[0]}")


def _path(given: object) -> str:
    path = given if isinstance(given, str) else os.fsdecode(given)  # type: ignore[arg-type]
    return os.path.abspath(path)


def main(root: str, out: str, work: str, day: str, report: str) -> None:
    """Build once and write down what was opened."""
    # Here, because what is imported for the first time is no matter of the build.
    from generator.pipeline import build

    watch = Watch()
    sys.addaudithook(watch)
    watch.is_on = True
    built = build(Path(root), Path(out), Path(work), datetime.date.fromisoformat(day))
    watch.is_on = False
    found = {
        "published": built.published is not None,
        "read": sorted(watch.read),
        "written": sorted(watch.written),
        "others": sorted(watch.others),
    }
    Path(report).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
