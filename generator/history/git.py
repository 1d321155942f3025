"""Asks git one question at a time; every question of this folder goes through here.

All that could make git start another program, ask the network, or look at another repository than the folder's own
is switched off: file watchers, hooks, pagers, signatures, other programs for differences, and variables of git.
"""

import contextlib
import os
import subprocess
from collections.abc import Iterator, Mapping

SECONDS = 120
"""So long git may take for one answer."""
_GIT = (
    "git", "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "-c", "log.showSignature=false", "-c", "diff.external=", "-c", "protocol.allow=never",
    "-c", "i18n.logOutputEncoding=UTF-8", "-c", "log.showRoot=true", "-c", "color.ui=false",
    # A folder in the archive may be made to look like a repository, with settings of its own.
    "-c", "safe.bareRepository=explicit",
)  # fmt: skip
_KEPT = frozenset(
    "GIT_CEILING_DIRECTORIES GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_CONFIG_SYSTEM"
    " GIT_DISCOVERY_ACROSS_FILESYSTEM".split()
)
"""Variables of git that choose no repository and no program."""


class GitRefused(Exception):
    """Git did not answer; the text says why in plain words, and holds nothing of any file."""


def ask(root: str, *words: str, given: bytes = b"", more: Mapping[str, str] | None = None) -> bytes:
    """Give what git answers in a folder; `given` is handed to it, `more` are variables for this question.

    Raises GitRefused.
    """
    try:
        done = subprocess.run(
            (*_GIT, *words),
            cwd=root,
            input=given,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env=_surroundings() | dict(more or {}),
        )
    except FileNotFoundError:
        raise GitRefused("git is not installed") from None
    except (OSError, subprocess.TimeoutExpired):
        raise GitRefused("git did not answer") from None
    if done.returncode:
        raise GitRefused(_why(done.stderr))
    return done.stdout


@contextlib.contextmanager
def understood() -> Iterator[None]:
    """Refuse an answer that is not written as git writes it, such as one that was cut off or garbled on its way."""
    try:
        yield
    except (IndexError, KeyError, ValueError):
        raise GitRefused("git's answer could not be understood") from None


def is_shallow(root: str) -> bool:
    """Tell a clone with the newest commits only, in which git gives every file the date of one of those.

    Raises GitRefused.
    """
    return text(ask(root, "rev-parse", "--is-shallow-repository")).strip() == "true"


def has_grafts(root: str) -> bool:
    """Tell a repository in which a file says that commits have other parents than they have; raises GitRefused.

    Commits that replace others need no such question: git is told to pass over them.
    """
    listed = text(ask(root, "rev-parse", "--git-path", "info/grafts")).removesuffix("\n")
    try:
        with open(os.path.join(root, listed), "rb") as file:
            return any(not line.startswith(b"#") and line.strip() for line in file)
    except OSError:
        return False


def has_commits(root: str) -> bool:
    """Tell whether there is any commit that the folder's files come from; raises GitRefused."""
    ask(root, "rev-parse", "--git-dir")
    try:
        return bool(ask(root, "rev-parse", "--verify", "--quiet", "HEAD"))
    except GitRefused:
        return False


def text(answer: bytes) -> str:
    """Give an answer as text, in which names that are no text stay what they are."""
    return answer.decode("utf-8", "surrogateescape")


def _surroundings() -> dict[str, str]:
    """Give the variables git is started with: none of its own but those that choose nothing."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT
    }
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


def _why(said: bytes) -> str:
    if b"dubious ownership" in said:
        return (
            "this folder belongs to somebody else, so git does not read it;"
            " `git config --global --add safe.directory` followed by its full path allows it"
        )
    if b"not a git repository" in said:
        return "this folder is not in a git repository"
    return "git could not answer; the repository may be damaged or only partly fetched"
