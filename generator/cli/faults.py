"""Says in plain words why a command could not run: called wrongly, refused by the computer, or our own fault."""

import os
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from generator.problems import nearest

# The words of click, which come without their parts.
_UNKNOWN_COMMAND = re.compile(r"No such command '(.*)'")
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
    if isinstance(error, OSError):
        what = f"{error.strerror or error} {error.filename or ''}".rstrip()
        print(f"The computer refused: {what}", file=sys.stderr)
        print("The published site is as it was.", file=sys.stderr)
        return
    ours = "This is a fault of the generator, not of your records. The published site is as it was."
    print(f"{ours}\nIt says: {type(error).__name__}", file=sys.stderr)
    folder = _root(words) / "build"
    if os.environ.get("CALLS_DEBUG") or not folder.is_dir() or folder.is_symlink():
        traceback.print_exception(error)
        return
    report = folder / "fault.txt"
    # What lies there may be a link that came with the archive.
    report.unlink(missing_ok=True)
    report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    told = f"What the programmers need to know stands in {report}; it may quote records."
    print(told, file=sys.stderr)


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for option in _options(error.ctx) for name in option.opts]
        return _not_known("option", error.option_name, known)
    command = _UNKNOWN_COMMAND.match(error.message)
    if command and error.ctx and isinstance(error.ctx.command, click.Group):
        return _not_known("command", command[1], list(error.ctx.command.commands))
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
