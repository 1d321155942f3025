"""`import`: turns the text of an issue form, or notes that somebody sent, into the file of a record or of notes."""

import datetime
import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.options import root_option, today_option
from generator.cli.sent_files import sent_text
from generator.cli.writing import open_archive, report_lines, write_new
from generator.drafting.received import Received, receive
from generator.drafts.answers import words_for
from generator.fields import MINUTES

LIMIT = 400_000
"""Bytes of what is sent: the longest notes, and a form around them."""


def _origins() -> tuple[str, ...]:
    return next(words_for(field.kind) for field in MINUTES.fields if field.name == "origin")


@click.command("import")
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.option(
    "--call",
    default="",
    metavar="CALL-ID",
    help="The call whose notes these are; notes without a form need it.",
)
@click.option(
    "--origin", type=click.Choice(_origins()), help="How notes without a form came to be."
)
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@root_option
@today_option
def command(
    file: str,
    call: str,
    origin: str | None,
    dry_run: bool,
    root: Path,
    today: datetime.date,
) -> None:
    """Turn the text of an issue form, or pasted notes with --call, into a file. FILE may be - for standard input."""
    name = "pasted text" if file == "-" else file
    with click.open_file(file, "rb") as opened:
        text = sent_text(opened, name, LIMIT, "notes", _stop)
    if not text.lstrip().startswith("### ") and "\n### " not in text and not (call and origin):
        _stop("notes without a form need `--call` and `--origin`")
    desk = open_archive(root, today)
    received = receive(desk, text, name, call, origin or "")
    _say(root, received, text, name)
    draft = received.draft
    if draft is None:
        print("Nothing was written.", file=sys.stderr)
        sys.exit(1)
    if dry_run:
        print(f"Would be written: {draft.path}", file=sys.stderr)
        print(draft.text, end="")
        return
    path = write_new(root, draft)
    print(f"Written: {path}")
    print("Next: read it as a stranger would, `make check`, commit it, and open a pull request.")


def _say(root: Path, received: Received, text: str, name: str) -> None:
    """Say what was mended, what cannot be taken, and what is wrong at which line of what was sent."""
    if received.changes:
        print(f"Mended: {', '.join(received.changes)}.", file=sys.stderr)
    for objection in received.objections:
        print(f"{name}:{objection.line}: {objection.words}", file=sys.stderr)
    if received.problems:
        report_lines(root, received.problems, name, text)


def _stop(words: str) -> NoReturn:
    print(f"calls import: {words}", file=sys.stderr)
    sys.exit(2)
