"""The command line: a module a command, each a few lines that call the pipeline. Only this folder prints.

Exit status: 0 fine, 1 problems in the records, 2 wrong use, 3 a fault of the generator.
"""

import gc
import importlib
import os
import pkgutil
import sys
import traceback
from pathlib import Path

import click

from generator import __version__

OURS = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Make a public archive from call records, minutes and written pages."""


def main() -> None:
    """Run a command; a fault of the generator is said in so many words and ends with 3."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        found = importlib.import_module(f"{__name__}.{module.name}")
        if isinstance(getattr(found, "command", None), click.Command):
            commands.add_command(found.command)
    # Records are many small values that live to the end: looking for dead ones among them takes a third of the time.
    gc.set_threshold(200_000)
    try:
        commands(prog_name="calls")
    except Exception as error:
        _say_ours(error)
        sys.exit(OURS)


def _say_ours(error: Exception) -> None:
    if isinstance(error, OSError):
        print(
            f"The computer refused: {error.strerror or error} {error.filename or ''}".rstrip(),
            file=sys.stderr,
        )
        print("The published site is as it was.", file=sys.stderr)
        return
    folder = Path("build")
    print(
        "This is a fault of the generator, not of your records. The published site is as it was.",
        file=sys.stderr,
    )
    print(f"It says: {type(error).__name__}", file=sys.stderr)
    if os.environ.get("CALLS_DEBUG") or not folder.is_dir():
        traceback.print_exc()
        return
    report = folder / "fault.txt"
    report.write_text(traceback.format_exc(), encoding="utf-8")
    print(
        f"What the programmers need to know stands in {report}; it may quote records.",
        file=sys.stderr,
    )
