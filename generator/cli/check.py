"""`check`: every problem at once, and the mending of those that need nobody's judgement."""

import datetime
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

import click

from generator.cli.changes import Part, change_options, print_part
from generator.cli.executors import executor_option, workers
from generator.cli.fixes import mend_archive, print_difference
from generator.cli.options import jobs_option, root_option, today_option
from generator.cli.reporting import FORMATS, print_problems
from generator.pipeline import judge, read


@click.command("check")
@root_option
@today_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to report.")
@click.option("--fix", is_flag=True, help="Mend what can be mended in one way only, then report.")
@click.option("--dry-run", is_flag=True, help="With --fix: print the difference, change nothing.")
@change_options
@jobs_option
@executor_option
def command(
    root: Path,
    today: datetime.date,
    form: str,
    fix: bool,
    dry_run: bool,
    part: Part,
    jobs: int,
    executor: Callable[[], Executor] | None,
) -> None:
    """Find every mistake in the records, the minutes and the written pages."""
    if dry_run and not fix:
        raise click.UsageError("`--dry-run` goes with `--fix`: `check --fix --dry-run`")
    if part.asked + fix > 1:
        raise click.UsageError("choose one of `--since`, `--staged`, `--push` and `--fix`")
    with workers(jobs, executor) as pool:
        if part.asked:
            sys.exit(print_part(root, today, part, form, pool))
        if dry_run:
            sys.exit(1 if print_difference(root, today, pool) else 0)
        if fix:
            mend_archive(root, today, pool, form)
        # What was to be seen in earlier commits is for pages, and no question is asked of it.
        examined = judge(read(root), today, None, pool)
    print_problems(root, examined.problems, examined.files, form, "")
    sys.exit(0 if examined.is_good else 1)
