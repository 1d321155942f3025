"""The golden archives of `tests/sites`: copied out of this repository, given a history, examined and rendered.

An archive is always copied, because what git says of this repository would otherwise be in its pages.
"""

import dataclasses
import datetime
import os
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


def commit(root: Path, when: str = COMMITTED) -> None:
    """Commit all files below a root into a repository of its own, by nobody and at a fixed time."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    who = ("-c", "user.name=River", "-c", "user.email=river@calls.example")
    for words in (("init", "-q"), ("add", "-A", "calls", "minutes"), ("commit", "-q", "-m", "All")):
        subprocess.run(
            ("git", *who, *words), cwd=root, env={**os.environ, **quiet, **dates}, check=True
        )


def examined(name: str, folder: Path) -> Examined:
    """Copy an archive, give the living one a history, and examine it."""
    root = copied(name, folder)
    if name == "river":
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
