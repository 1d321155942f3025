"""Which commits a change is made of, oldest first, and which files each of them touches.

Names of commits and branches are only ever handed to git as data: one that looks like an option is not known.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.history.git import GitRefused, ask, is_shallow, text, understood
from generator.load.names import FOLDERS, shown

EMPTY = ""
"""Stands for a history without any commit."""

_SHALLOW = (
    "only the newest commits were fetched, so it is not known where this change begins;"
    " `git fetch --unshallow` brings the others"
)
_ID = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")
# Stars and brackets would mean more than one.
_REMOTE = re.compile(r"[^\s*?\[\\~^:-][^\s*?\[\\~^:]*\Z")
_ODD = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: the blobs it puts under paths below the archive's folders, and its message.

    A merge touches only what none of its parents has; its message is empty, for git writes it.
    """

    id: str
    touched: tuple[tuple[str, str], ...]
    message: str = ""

    @property
    def short(self) -> str:
        """Give the beginning of the commit's id, as people write it."""
        return self.id[:10]


def head(root: str) -> str:
    """Give the id of the newest commit, or EMPTY before the first one; raises GitRefused outside a repository."""
    ask(root, "rev-parse", "--git-dir")
    return _resolved(root, "HEAD")


def named(root: str, rev: str) -> str:
    """Give the id of the commit that a name stands for; raises GitRefused when there is none."""
    ask(root, "rev-parse", "--git-dir")
    known = "" if rev.startswith("-") or _ODD.search(rev) else _resolved(root, rev)
    if not known:
        raise GitRefused(
            f"`{shown(rev)[:80]}` is no commit that this repository knows;"
            " `git fetch origin` brings what is missing"
        )
    return known


def fork(root: str, one: str, other: str) -> str:
    """Give the commit at which two lines of history part; raises GitRefused when there is none to be seen."""
    try:
        return text(ask(root, "merge-base", one, other)).strip()
    except GitRefused:
        shallow = _cut_off(root)
    if shallow:
        raise GitRefused(_SHALLOW)
    raise GitRefused("the two histories have no commit in common")


@understood()
def commits_between(root: str, known: Sequence[str], tip: str) -> tuple[Commit, ...]:
    """Give the commits that lead to `tip` and to none of those that are known, oldest first; raises GitRefused."""
    if tip in known:
        return ()
    order = ("--reverse", "--topo-order", "-z", tip, *(f"^{one}" for one in known), "--")
    raw = ask(
        root, "log", "-c", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--relative", "--format=%H", *order,
    )  # fmt: skip
    said = text(ask(root, "log", "--no-merges", "--format=%H%n%B", *order))
    messages = dict(part.partition("\n")[::2] for part in said.split("\0"))
    found = tuple(
        Commit(commit, touched, messages.get(commit, "")) for commit, touched in _commits(text(raw))
    )
    if not _cut_off(root).isdisjoint(commit.id for commit in found):
        raise GitRefused(_SHALLOW)
    return found


@understood()
def on_remote(root: str, remote: str) -> tuple[str, ...]:
    """Give the commits that a remote's branches were last seen at; nothing where no such remote is known."""
    if not _REMOTE.match(remote):
        return ()
    listed = text(ask(root, "for-each-ref", "--format=%(objectname)", f"refs/remotes/{remote}/"))
    return tuple(sorted(set(listed.split())))


def common(root: str, tip: str, known: Sequence[str]) -> str:
    """Give the newest commit that leads to `tip` and to one of those that are known, or EMPTY; raises GitRefused."""
    try:
        return text(ask(root, "merge-base", tip, *known)).strip() if known else EMPTY
    except GitRefused:
        # Without a common commit all that leads to the tip is new; a clone that was cut off is refused there.
        return EMPTY


def peeled(root: str, name: str) -> str:
    """Give the commit that an id or a tag leads to, or EMPTY where there is none here; raises GitRefused."""
    return "" if name.startswith("-") or _ODD.search(name) else _resolved(root, name)


@understood()
def message_of_tag(root: str, name: str) -> str:
    """Give what an annotated tag says, or nothing where an id is that of a commit; raises GitRefused."""
    if text(ask(root, "cat-file", "-t", name)).strip() != "tag":
        return ""
    return text(ask(root, "cat-file", "tag", name)).partition("\n\n")[2]


def _cut_off(root: str) -> frozenset[str]:
    """Give the commits whose parents were not fetched: what lies behind them would pass unseen."""
    if not is_shallow(root):
        return frozenset()
    listed = text(ask(root, "rev-parse", "--git-path", "shallow")).removesuffix("\n")
    with open(os.path.join(root, listed), encoding="ascii") as file:
        return frozenset(file.read().split())


def _resolved(root: str, rev: str) -> str:
    try:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
        answer = text(ask(root, *words)).strip()
    except GitRefused:
        return EMPTY
    return answer if _ID.match(answer) else EMPTY


def _commits(raw: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Read a log of raw differences: ids of commits, and before each path a line of modes and blobs."""
    commit = ""
    touched: list[tuple[str, str]] = []
    parts = iter(raw.split("\0"))
    for part in parts:
        line = part.strip("\n")
        if line.startswith(":"):
            touched += _touched(line, next(parts, ""))
        elif _ID.match(line):
            if commit:
                yield commit, tuple(touched)
            commit, touched = line, []
    if commit:
        yield commit, tuple(touched)


def _touched(line: str, path: str) -> list[tuple[str, str]]:
    """Read modes and blobs of one path; with two parents there are two of each before the new one."""
    parents = len(line) - len(line.lstrip(":"))
    words = line.lstrip(":").split(" ")
    mode, blob = words[parents], words[2 * parents + 1]
    is_ours = path.startswith(tuple(f"{top}/" for top in FOLDERS)) or path == "mkdocs.yml"
    return [(path, blob)] if is_ours and mode.startswith("100") else []
