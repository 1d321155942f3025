"""`explain`: the page of one problem."""

import sys
from pathlib import Path

import click

from generator.cli.options import root_option
from generator.problems import CODES, nearest


@click.command("explain")
@root_option
@click.argument("code")
def command(root: Path, code: str) -> None:
    """Print what the problem CODE means and how to mend it."""
    wanted = code.upper()
    if wanted not in CODES:
        print(f"There is no problem `{code}`{nearest(wanted, CODES)}.", file=sys.stderr)
        sys.exit(2)
    page = root / "content" / "help" / "problems" / f"{wanted}.md"
    if page.is_file():
        print(page.read_text(encoding="utf-8"), end="")
        return
    entry = CODES[wanted]
    print(f"{entry.code} {entry.name}: {entry.title}.")
