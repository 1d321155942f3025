"""Says in plain words why a command could not run: called wrongly, refused by the computer, or our own fault."""

import errno
import os
import re
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path

import click

from generator.problems import nearest
from generator.site.lock import Locked

# The words of click, which come without their parts.
_UNKNOWN_COMMAND = re.compile(r"No such command '(.*)'")
_FEWER = "Fewer processes take less memory: `--jobs 1`."
_ADVICE = {
    errno.ENOSPC: "The disk is full. Make room on it, then run the command again.",
    errno.EDQUOT: "Your share of the disk is full. Delete what you can spare, then run the command again.",
    errno.EROFS: "The disk can only be read. Make it writable, or choose a folder on another one.",
    errno.EACCES: "The folder or file belongs to somebody else. Ask them, or choose a folder of your own.",
    errno.EPERM: "The folder or file belongs to somebody else. Ask them, or choose a folder of your own.",
    errno.EIO: "The disk could not be read or written. Look after it, then run the command again.",
}
"""What to do when the computer refuses, by the number of its reason."""
_MORE = "CALLS_DEBUG=1 shows here what the programmers need to know."
_ONE_TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def say_wrong_use(error: click.UsageError) -> None:
    """Say what is wrong with a command line, with the nearest word, and where the right ones are listed."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    path = error.ctx.command_path if error.ctx else "calls"
    print(f"{_wrong(error)}\n`{path} --help` lists what can be written.", file=sys.stderr)


def say_fault(error: Exception, words: Sequence[str]) -> None:
    """Say that the computer refused, or that it is our own fault; `words` are those of the command line."""
    if _is_outside(error):
        print(_refused(error), file=sys.stderr)
        print("The published site is as it was.", file=sys.stderr)
        return
    ours = "This is a fault of the generator, not of your records. The published site is as it was."
    print(f"{ours}\nIt says: {type(error).__name__}", file=sys.stderr)
    folder = _root(words) / "build"
    if os.environ.get("CALLS_DEBUG"):
        traceback.print_exception(error)
        return
    if not folder.is_dir() or folder.is_symlink():
        # A log may be read by everybody: where it failed is shown, and no value.
        traceback.print_tb(error.__traceback__)
        print(_MORE, file=sys.stderr)
        return
    report = folder / "fault.txt"
    try:
        # What lies there may be a link that came with the archive.
        report.unlink(missing_ok=True)
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError as refused:
        print(_refused(refused), file=sys.stderr)
        print(_MORE, file=sys.stderr)
        return
    told = f"What the programmers need to know stands in {report}; it may quote records."
    print(told, file=sys.stderr)


def _is_outside(error: Exception) -> bool:
    """Tell whether the computer, and neither the records nor the program, is why a command could not run."""
    return isinstance(error, OSError | MemoryError | BrokenExecutor | Locked)


def _refused(error: Exception) -> str:
    """Say what the computer refused, and what can be done about it."""
    if isinstance(error, Locked):
        return f"Another build is at work: {error}.\nWait until it has ended, or end it, then build again."
    if isinstance(error, OSError):
        what = f"{error.strerror or error} {error.filename or ''}".rstrip()
        advice = _ADVICE.get(error.errno or 0, "")
        return f"The computer refused: {what}" + (f"\n{advice}" if advice else "")
    return f"The computer refused: there was not enough memory, or a process was ended.\n{_FEWER}"


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for option in _options(error.ctx) for name in option.opts]
        return _not_known("option", error.option_name, known)
    command = _UNKNOWN_COMMAND.match(error.message)
    if command and error.ctx and isinstance(error.ctx.command, click.Group):
        return _not_known("command", command[1], error.ctx.command.list_commands(error.ctx))
    extra = _ONE_TOO_MANY.match(error.message)
    if extra:
        return f"`{extra[1]}` is more than this command takes."
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else "a value"
        return f"`{name}` is missing."
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"`{error.param.opts[-1]}`: {_sentence(error.message)}"
    return _sentence(error.message)


def _not_known(kind: str, word: str, known: Sequence[str]) -> str:
    hint = nearest(word, known)
    return f"There is no {kind} `{word}`{hint}{'?' if hint else '.'}"


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}".rstrip(".") + "."


def _options(context: click.Context | None) -> list[click.Parameter]:
    return context.command.params if context else []


def _root(words: Sequence[str]) -> Path:
    """Give the folder of the archive that a command line names, or the current one."""
    for word, value in zip(words, [*words[1:], ""], strict=True):
        if word == "--root":
            return Path(value)
        if word.startswith("--root="):
            return Path(word.removeprefix("--root="))
    return Path()
