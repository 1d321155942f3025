"""Checks what a push would send, before it leaves the machine: the files of each tip, and every commit that is new.

What lies in the working tree is not looked at, for it is not sent.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.history import GitRefused, History, commits, snapshots
from generator.lasting import find_in_message
from generator.load.names import shown
from generator.pipeline import read_place
from generator.problems import in_order
from generator.since import Sifted, check_chain
from generator.work import Pool

_ZEROS = re.compile(r"0+\Z")
_UNASKED = History({})


@dataclass(frozen=True, slots=True)
class Sent:
    """One branch or tag that a push would send: its name there, what it leads to, and what the remote has under it."""

    name: str
    new: str
    old: str = ""


def read_lines(lines: Iterable[str]) -> tuple[Sent, ...]:
    """Read what git tells its hook before a push, without what is only deleted; raises GitRefused."""
    found = []
    for line in lines:
        parts = line.split()
        if not parts:
            continue
        if len(parts) != 4:
            raise GitRefused("git told something else than what it is about to push")
        _, new, name, old = parts
        if not _ZEROS.match(new):
            found.append(Sent(name, new, "" if _ZEROS.match(old) else old))
    return tuple(found)


def check_push(
    root: str, remote: str, sent: Sequence[Sent], today: datetime.date, pool: Pool = None
) -> tuple[tuple[str, Sifted], ...]:
    """Check what a push would send that the remote is not known to have, by the name of each tip; raises GitRefused.

    Tips that lead to the same commit are checked once. A tip without an archive, such as one of finished pages
    alone, has nothing to check.
    """
    held = [commits.peeled(root, one.old) for one in sent if one.old]
    known = tuple(sorted({*commits.on_remote(root, remote), *filter(None, held)}))
    done: dict[str, Sifted] = {}
    found = []
    for one in sent:
        tip = commits.peeled(root, one.new)
        if not tip:
            name = shown(one.name)
            raise GitRefused(f"`{name}` leads to no commit, so nobody knows what it holds")
        is_fresh = tip not in done
        if is_fresh:
            done[tip] = _checked(root, tip, known, today, pool)
        sifted = _with_tag(root, one, done[tip], is_fresh)
        if is_fresh or sifted.problems:
            found.append((shown(one.name), sifted))
    return tuple(found)


def _checked(
    root: str, tip: str, known: tuple[str, ...], today: datetime.date, pool: Pool
) -> Sifted:
    chain = commits.commits_between(root, known, tip)
    if not chain:
        return Sifted((), 0, {})
    now = read_place(snapshots.in_commit(root, tip, snapshots.Blobs(root)), _UNASKED)
    settings = any(path == "mkdocs.yml" for commit in chain for path, _ in commit.touched)
    if now.settings is None and not settings:
        return Sifted((), 0, {})
    return check_chain(root, commits.common(root, tip, known), chain, now, today, pool)


def _with_tag(root: str, sent: Sent, sifted: Sifted, is_fresh: bool) -> Sifted:
    """Add what the message of a tag holds; of a tip that was told before nothing else."""
    said = commits.message_of_tag(root, sent.new)
    name = shown(sent.name).removeprefix("refs/tags/")
    where, how = (
        f"the message of tag `{name}`",
        f"delete it with `git tag --delete {name}` and tag anew",
    )
    faults = tuple(find_in_message(said, where, frozenset(), how)) if said else ()
    problems = in_order((*(sifted.problems if is_fresh else ()), *faults))
    return Sifted(problems, sifted.files, sifted.texts, sifted.is_committed)
