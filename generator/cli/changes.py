"""Reports a check of a change for `check --since` and `check --staged`."""

import datetime
import sys
from pathlib import Path

from generator.cli.reporting import print_problems
from generator.history import GitRefused
from generator.since import Sifted, check_since, check_staged
from generator.work import Pool

_COMMITTED = (
    "What must not be public stands in a commit already: change that commit (`git commit --amend`),"
    " for one that is put behind it leaves it in the history."
)


def print_change(root: Path, today: datetime.date, rev: str | None, form: str, pool: Pool) -> int:
    """Print what is wrong with a change since `rev`, or with what is staged, and give the exit status."""
    try:
        sifted = _sifted(root, today, rev, pool)
    except GitRefused as refused:
        print(f"Nothing was checked: {refused}.", file=sys.stderr)
        return 2
    verdict = _COMMITTED if sifted.is_committed else ""
    print_problems(root, sifted.problems, sifted.files, form, verdict, sifted.texts)
    return 0 if sifted.is_good else 1


def _sifted(root: Path, today: datetime.date, rev: str | None, pool: Pool) -> Sifted:
    if rev is None:
        return check_staged(str(root), today, pool)
    return check_since(str(root), rev, today, pool)
