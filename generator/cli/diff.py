"""`diff`: what readers would see change, in words."""

import datetime
import sys
from pathlib import Path

import click

from generator.cli.options import cores, jobs_option, root_option, today_option
from generator.differences.as_markdown import as_markdown
from generator.differences.as_text import as_text
from generator.diffing import tell_differences
from generator.history import GitRefused

_FORMS = {"text": as_text, "markdown": as_markdown}


@click.command("diff")
@click.argument("rev")
@root_option
@today_option
@click.option(
    "--to", default="", metavar="REV", help="The newer state; the files as they are unless given."
)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", help="How to print."
)
@jobs_option
def command(rev: str, root: Path, today: datetime.date, to: str, form: str, jobs: int) -> None:
    """Tell what readers would see change since REV, what becomes public or is withdrawn first."""
    try:
        with cores(jobs) as pool:
            told = tell_differences(str(root), rev, to, today, pool)
    except GitRefused as refused:
        print(f"Nothing was compared: {refused}.", file=sys.stderr)
        sys.exit(2)
    sys.stdout.write(_FORMS[form](told.title, told.remarks, told.parts))
    sys.exit(0 if told.is_compared else 1)
