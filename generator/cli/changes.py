"""Reports a check of a change for `check --since`, `check --staged` and `check --push`."""

import datetime
import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.reporting import print_problems
from generator.history import GitRefused
from generator.pushed import Sent, check_push, read_lines
from generator.since import Sifted, check_since, check_staged
from generator.work import Pool

_COMMITTED = (
    "What must not be public stands in a commit already: change that commit (`git commit --amend`),"
    " for one that is put behind it leaves it in the history."
)


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of an archive was asked for: since a commit, what is staged, what a push to a remote would send."""

    since: str | None
    staged: bool
    push: str | None

    @property
    def asked(self) -> int:
        """Count the parts that were asked for."""
        return (self.since is not None) + self.staged + (self.push is not None)


def change_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add `--since REV`, `--staged` and `--push REMOTE`, which come as one `part`."""

    @functools.wraps(function)
    def with_part(since: str | None, staged: bool, push: str | None, **given: object) -> None:
        function(part=Part(since, staged, push), **given)

    since = "Only what changed since REV, commit by commit."
    push = "Only what a push to REMOTE would send; for git's hook, which names that on the standard input."
    with_part = click.option("--push", metavar="REMOTE", help=push)(with_part)
    with_part = click.option(
        "--staged", is_flag=True, help="Only what the next commit would change."
    )(with_part)
    return click.option("--since", metavar="REV", help=since)(with_part)


def print_part(root: Path, today: datetime.date, part: Part, form: str, pool: Pool) -> int:
    """Print what is wrong with the part that was asked for, and give the exit status."""
    if part.push is not None:
        return _print_push(root, today, part.push, form, pool)
    return _print_change(root, today, part.since, form, pool)


def _print_change(root: Path, today: datetime.date, rev: str | None, form: str, pool: Pool) -> int:
    """Print what is wrong with a change since `rev`, or with what is staged, and give the exit status."""
    try:
        sifted = _sifted(root, today, rev, pool)
    except GitRefused as refused:
        print(f"Nothing was checked: {refused}.", file=sys.stderr)
        return 2
    verdict = _COMMITTED if sifted.is_committed else ""
    print_problems(root, sifted.problems, sifted.files, form, verdict, sifted.texts)
    return 0 if sifted.is_good else 1


def _print_push(root: Path, today: datetime.date, remote: str, form: str, pool: Pool) -> int:
    """Print what is wrong with what a push would send, a branch or tag after the other, and give the exit status."""
    try:
        checked = check_push(str(root), remote, _sent(), today, pool)
    except GitRefused as refused:
        print(f"The check before the push could not run: {refused}.", file=sys.stderr)
        return 2
    for name, sifted in checked:
        if sifted.problems:
            print(f"{name}:", file=sys.stderr)
        verdict = _COMMITTED if sifted.is_committed else ""
        print_problems(root, sifted.problems, sifted.files, form, verdict, sifted.texts)
    return 0 if all(sifted.is_good for _, sifted in checked) else 1


def _sent() -> tuple[Sent, ...]:
    """Read what is sent from git, or from the pre-commit tool, which has read that itself and tells it in variables."""
    branch = os.environ.get("PRE_COMMIT_LOCAL_BRANCH", "")
    tip = os.environ.get("PRE_COMMIT_TO_REF") or branch
    if os.environ.get("PRE_COMMIT") and tip:
        name = os.environ.get("PRE_COMMIT_REMOTE_BRANCH", branch)
        return (Sent(name, tip),)
    return read_lines(sys.stdin)


def _sifted(root: Path, today: datetime.date, rev: str | None, pool: Pool) -> Sifted:
    if rev is None:
        return check_staged(str(root), today, pool)
    return check_since(str(root), rev, today, pool)
