"""The golden archives of `tests/sites`: copied out of this repository, given a history, examined and rendered.

An archive is always copied, because what git says of this repository would otherwise be in its pages.
"""

import dataclasses
import datetime
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator import finishing
from generator.cli import demo
from generator.pipeline import Examined, examine
from generator.privacy import gate
from generator.render.output import Output

SITES = Path(__file__).parent / "sites"
GOOD: Mapping[str, datetime.date] = {
    "river": demo.TODAY,
    "withheld": datetime.date(2031, 6, 1),
    "recurrence": datetime.date(2031, 5, 15),
    "unicode": datetime.date(2031, 6, 1),
    "empty": datetime.date(2031, 1, 1),
}
"""The archives that can be published, each with the day it is built for."""
BROKEN_TODAY = datetime.date(2031, 6, 1)
COMMITTED = "2031-04-01T12:34:56+00:00"
"""When the files of an archive with a history were last changed."""


def copied(name: str, folder: Path) -> Path:
    """Copy an archive into a folder and give the copy's root."""
    return Path(shutil.copytree(SITES / name / "archive", folder / name))


_MINUTES = "share: withheld for safety\n"
_WHOLLY = """\
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: consent
"""
PAST: tuple[tuple[str, Mapping[str, str | None]], ...] = (
    (
        "2031-03-22T09:00:00+00:00",
        {
            "2031-01-15-river-open-call": "share: public\n",
            "2031-01-16-growers-call": "share: public\n",
            "2031-01-19-kitchen-call": _WHOLLY,
            "2031-02-13-growers-call": _WHOLLY,
            "2031-03-19-river-open-call": "share: public\n",
        },
    ),
    (
        "2031-03-27T18:30:00+00:00",
        {
            "2031-01-15-river-open-call": _MINUTES,
            "2031-01-16-growers-call": None,
            "2031-02-13-growers-call": _MINUTES,
            "2031-03-19-river-open-call": _MINUTES,
        },
    ),
)
"""What records of the living archive shared in earlier commits: every change that there is is among them."""
_SHARE = re.compile(r"^share:.*\n(?:[ ].*\n)*", re.MULTILINE)


def commit_past(root: Path) -> None:
    """Commit earlier versions of some records of the living archive; the files lie there afterwards as before."""
    for when, shares in PAST:
        paths = {root / f"calls/2031/{name}.yaml": share for name, share in shares.items()}
        before = {path: path.read_text(encoding="utf-8") for path in paths}
        for path, share in paths.items():
            path.unlink()
            if share is not None:
                path.write_text(_SHARE.sub(share, before[path]), encoding="utf-8")
        commit(root, when, tuple(path.relative_to(root).as_posix() for path in paths))
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


def commit(
    root: Path, when: str = COMMITTED, paths: tuple[str, ...] = ("calls", "minutes")
) -> None:
    """Commit files below a root into a repository of its own, by nobody and at a fixed time."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    who = ("-c", "user.name=River", "-c", "user.email=river@calls.example")
    for words in (("init", "-q"), ("add", "-A", *paths), ("commit", "-q", "-m", "All")):
        subprocess.run(
            ("git", *who, *words), cwd=root, env={**os.environ, **quiet, **dates}, check=True
        )


def examined(name: str, folder: Path) -> Examined:
    """Copy an archive, give the living one a history, and examine it."""
    root = copied(name, folder)
    if name == "river":
        commit_past(root)
        commit(root)
    return examine(root, GOOD[name])


def outputs(found: Examined) -> dict[str, Output]:
    """Give every output of an archive by its path, as `render` makes it."""
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    # Outputs are made without a day, as `finishing` does it, so that they do not change with it.
    timeless = dataclasses.replace(found.settings, today=datetime.date.min)
    drafts = list(finishing.draft_all(public, found.settings))
    made = {draft.path: draft.make(draft.view, timeless) for draft in drafts}
    assert len(drafts) == len(made), "two outputs have the same path"
    return made
