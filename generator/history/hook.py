"""Puts our hooks into a repository that has none of its own, so that a check runs before each commit and push.

A hook that is there is never touched, nor a folder of hooks that other repositories use too.
"""

import os
import shlex

from generator.history.git import GitRefused, ask, text

NAMES = ("pre-commit", "pre-push")
"""What git calls the hooks."""
_MARK = "\narchive=.\n"


def install_hook(root: str, name: str, script: str) -> str:
    """Write a script as the hook of the repository around an archive; gives its path, or nothing when it must not be.

    In the script the line `archive=.` is replaced by the archive's folder in the repository.
    """
    try:
        below = _line(ask(root, "rev-parse", "--show-prefix"))
        folder = _hooks_folder(root)
    except GitRefused:
        return ""
    target = os.path.join(folder, name)
    archive = shlex.quote(below.rstrip("/") or ".")
    words = script.replace(_MARK, f"\narchive={archive}\n", 1)
    is_free = bool(folder) and not os.path.lexists(target)
    return target if is_free and _write(target, words) else ""


def _write(target: str, words: str) -> bool:
    """Write a file that can be run; tells whether that was possible."""
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        # Never over another one, should it come at this very moment.
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o777)
    except OSError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(words.encode("utf-8", "surrogateescape"))
    return True


def _hooks_folder(root: str) -> str:
    """Give the folder that git looks for this repository's hooks in, or nothing where others look there too."""
    own = os.path.realpath(_path(ask(root, "rev-parse", "--git-common-dir"), root))
    named = _named_folder(root)
    if not named:
        return os.path.join(own, "hooks")
    top = _line(ask(root, "rev-parse", "--show-toplevel"))
    folder = os.path.realpath(os.path.join(top, named))
    is_ours = any(folder.startswith(f"{os.path.realpath(place)}{os.sep}") for place in (own, top))
    return folder if is_ours else ""


def _named_folder(root: str) -> str:
    """Give the folder of hooks that settings name; the last answer is our own, which switches hooks off."""
    said = text(ask(root, "config", "--null", "--type=path", "--get-all", "core.hooksPath"))
    *named, _our_own, _end = said.split("\0")
    return named[-1] if named else ""


def _line(answer: bytes) -> str:
    return text(answer).removesuffix("\n")


def _path(answer: bytes, root: str) -> str:
    return os.path.join(root, _line(answer))
