"""`check`: every problem at once."""

import datetime
import sys
from pathlib import Path

import click

from generator.cli.options import cores, jobs_option, root_option, today_option
from generator.cli.reporting import FORMATS, print_problems
from generator.pipeline import examine


@click.command("check")
@root_option
@today_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to report.")
@jobs_option
def command(root: Path, today: datetime.date, form: str, jobs: int) -> None:
    """Find every mistake in the records, the minutes and the written pages."""
    with cores(jobs) as pool:
        examined = examine(root, today, None, pool)
    print_problems(root, examined.problems, examined.files, form, "")
    sys.exit(0 if examined.is_good else 1)
