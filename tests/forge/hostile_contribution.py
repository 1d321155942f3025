"""Contributions of somebody who wants the build server to run a program, and the event that comes with them.

Whatever they try leaves a file named `pwned` behind, so that one look tells whether anything worked.
"""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.problems.river_archive import RIVER_ARCHIVE, SETTINGS

BRANCH = 'a";touch${IFS}pwned;"$(touch${IFS}pwned)`touch${IFS}pwned`'
TITLE = '"; touch pwned; $(touch pwned) `touch pwned`\n::error file=README.md::pwned\n::set-output name=since::pwned'
NEW_CALL = "calls/2031/2031-03-19-river-open-call.yaml"
MEANWHILE = "content/help/privacy.md"
NOTES = "minutes/2031/2031-03-12-river-open-call.md"
MARK = "FROM-THE-CONTRIBUTION"
CHECK = "Check what the contribution touches"

_CALL = """\
title: {title}
series: river-open-call
date: 2031-03-19
start: 21:00
status: held
share: public
"""

# A program in every place where one might be picked up by habit.
_TOUCH = "import os\nopen(os.environ.get('PWNED', 'pwned'), 'w').close()\n"
_SHELL = '#!/bin/sh\ntouch "${PWNED:-pwned}" pwned\n'
_PROGRAMS = {
    "Makefile": "install check build help:\n\ttouch pwned $(PWNED)\n",
    "base/Makefile": "install:\n\ttouch pwned $(PWNED)\n",
    "base/.venv/bin/calls": _SHELL,
    "generator/__init__.py": _TOUCH,
    "generator/__main__.py": _TOUCH,
    "generator/cli/__init__.py": _TOUCH,
    "sitecustomize.py": _TOUCH,
    "usercustomize.py": _TOUCH,
    "yaml.py": _TOUCH,
    "mkdocs.py": _TOUCH,
    "hook.py": _TOUCH,
    "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "hook"\nbackend-path = ["."]\n',
    "requirements.lock": "./\n",
    ".gitattributes": "*.yaml filter=touch diff=touch\n*.md filter=touch diff=touch\n",
    ".gitconfig": '[filter "touch"]\n\tsmudge = touch pwned\n[core]\n\tfsmonitor = touch pwned\n',
    ".githooks/post-checkout": _SHELL,
    "theme/main.html": f"{MARK} {{{{ ''.__class__.__mro__ }}}}",
    "theme/base.html": MARK,
    "theme/404.html": MARK,
}
_CODE_IN_SETTINGS = SETTINGS + (
    "hooks: [hook.py]\n"
    "plugins:\n  - search\n  - hook\n"
    "markdown_extensions:\n  - hook\n"
    "theme:\n  name: material\n  custom_dir: theme\n  features: ['{{ 7*7 }}']\n"
    "INHERIT: ../pwned.yml\n"
)
_SAID = (
    "## Outcomes\n\n"
    "::error file=README.md::pwned\n\n"
    "  ::set-output name=since::pwned\n\n"
    "##[error]pwned ##[add-path]pwned\n\n"
    "::stop-commands::pwned\n\n"
    "$(touch pwned) `touch pwned` ; touch pwned\n\n"
    "<script>pwned()</script> ![pwned](https://pwned.example/pixel.png)\n"
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """Files to write, which step should refuse it if any, and what else to do to the folder."""

    files: Mapping[str, str]
    refused_by: str = ""
    then: Callable[[Path], None] = lambda root: None

    @property
    def builds(self) -> bool:
        """Whether a site can be made of it."""
        return not self.refused_by


def _calls_lead_to_etc(root: Path) -> None:
    for path in sorted((root / "calls").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (root / "calls").rmdir()
    (root / "calls").symlink_to("/etc")


def _build_leads_away(root: Path) -> None:
    (root / "build").symlink_to("../base")


CONTRIBUTIONS: Mapping[str, Contribution] = {
    "an honest call": Contribution({NEW_CALL: _CALL.format(title="River Assembly open call")}),
    "programs everywhere": Contribution(
        {
            **_PROGRAMS,
            "mkdocs.yml": _CODE_IN_SETTINGS,
            NEW_CALL: _CALL.format(title="River Assembly open call"),
        },
    ),
    "words that look like commands": Contribution(
        {
            NEW_CALL: _CALL.format(
                title="'::error file=README.md::pwned ##[error]pwned $(touch pwned)'"
            ),
            NOTES: f"---\norigin: notes\n---\n{_SAID}",
        },
    ),
    "mistakes that quote commands": Contribution(
        {
            NEW_CALL: _CALL.format(title="River Assembly open call").replace(
                "status: held",
                "status: '::error file=README.md::pwned%0A::error::pwned ##[error]pwned'",
            )
            + "'::set-output name=x::pwned': '##[error]pwned'\n",
        },
        CHECK,
    ),
    "names that look like commands": Contribution(
        {
            "calls/2031/x\n::error file=README.md::pwned.yaml": "title: x\n",
            "calls/2031/x\r::set-output name=since::pwned.yaml": "title: x\n",
            "calls/2031/x%0A::error::pwned.yaml": "title: x\n",
            "calls/2031/##[error]pwned.yaml": "title: x\n",
            "calls/2031/$(touch pwned).yaml": "title: x\n",
            "calls/2031/`touch pwned`.yaml": "title: x\n",
            "calls/2031/\";touch pwned;'.yaml": "title: x\n",
            "calls/2031/--help.yaml": "title: x\n",
            "minutes/2031/-rf.md": "# x\n",
            "content/\x1b[31mred.md": "# x\n",
            "content/\u202egnol.md": "# x\n",
        },
        CHECK,
    ),
    "a tag that makes an object": Contribution(
        {"mkdocs.yml": SETTINGS + "more: !!python/object/apply:os.system ['touch pwned']\n"}, CHECK
    ),
    "calls that lie in /etc": Contribution({}, CHECK, _calls_lead_to_etc),
    "folders that are made": Contribution(
        {
            ".venv/bin/calls": _SHELL,
            ".venv/bin/python": _SHELL,
            "build/cache/memo.sqlite": MARK,
            "build/site/index.html": MARK,
        },
        CHECK,
    ),
    "a build that leads to the generator": Contribution({}, CHECK, _build_leads_away),
}
"""Every attempt, by what is tried."""


@dataclass(frozen=True, slots=True)
class Forge:
    """What the forge has: the branch a contribution is meant for, the contribution, and their merge."""

    origin: Path
    base: str
    head: str
    merge: str


def git(root: Path, *words: str) -> str:
    """Run git as nobody, with no settings but its own."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = (
        "-c",
        "user.name=River",
        "-c",
        "user.email=river@calls.example",
        "-c",
        "core.symlinks=true",
    )
    when = {"GIT_AUTHOR_DATE": "2031-04-01T12:00:00Z", "GIT_COMMITTER_DATE": "2031-04-01T12:00:00Z"}
    done = subprocess.run(
        ("git", *who, *words), cwd=root, env={**os.environ, **quiet, **when},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
        if text.startswith("#!"):
            target.chmod(0o755)


def offered(contribution: Contribution, folder: Path) -> Forge:
    """Make a repository with an archive, a contribution on a branch, and the merge that a forge prepares."""
    origin = folder / "origin"
    origin.mkdir()
    git(origin, "init", "-q", "-b", "main")
    write(origin, RIVER_ARCHIVE)
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "All calls")
    first = git(origin, "rev-parse", "HEAD")
    # The branch has gone on since, as branches do.
    write(origin, {MEANWHILE: "# Privacy\n\nHow to ask for a removal.\n"})
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "A better page")
    base = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "-q", "-b", BRANCH, first)
    write(origin, contribution.files)
    contribution.then(origin)
    git(origin, "add", "-A", "-f")
    git(origin, "commit", "-q", "--allow-empty", "-m", TITLE)
    head = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "-q", "--detach", base)
    git(origin, "merge", "-q", "--no-ff", "-m", TITLE, head)
    merge = git(origin, "rev-parse", "HEAD")
    git(origin, "update-ref", "refs/pull/1/merge", merge)
    git(origin, "checkout", "-q", "main")
    return Forge(origin, base, head, merge)


def clone(forge: Forge, commit: str, folder: Path) -> None:
    """Fetch everything and lay out one commit, as the forge's own action does."""
    git(forge.origin, "clone", "-q", "--no-checkout", str(forge.origin), str(folder))
    git(folder, "fetch", "-q", "origin", "+refs/*:refs/remotes/all/*")
    git(folder, "checkout", "-q", "--detach", commit)


def event(forge: Forge) -> dict[str, Any]:
    """Give the event of the pull request, with words that somebody chose with care."""
    # Where the branch was when the request was opened: forges do not always bring it up to date.
    opened = git(forge.origin, "rev-parse", "main~1")
    return {
        "pull_request": {
            "number": 1,
            "title": TITLE,
            "body": TITLE,
            "base": {"ref": "main", "sha": opened},
            "head": {"ref": BRANCH, "sha": forge.head, "repo": {"full_name": "$(touch pwned)/x"}},
        }
    }
