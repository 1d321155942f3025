"""`build`: the whole site."""

import datetime
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

import click

from generator.building import Built, build
from generator.cli.executors import executor_option, workers
from generator.cli.options import jobs_option, root_option, today_option, work_folder
from generator.cli.reporting import print_problems


@click.command("build")
@root_option
@today_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the site; build/site unless given.",
)
@jobs_option
@executor_option
def command(
    root: Path,
    today: datetime.date,
    out: Path | None,
    jobs: int,
    executor: Callable[[], Executor] | None,
) -> None:
    """Build the whole site and swap it into place; with an error nothing changes."""
    work = work_folder(root)
    site = out or work / "site"
    with workers(jobs, executor) as pool:
        built = build(root, site, work, today, pool)
    verdict = "" if built.published else "Nothing was published."
    print_problems(root, built.problems, built.files, "text", verdict)
    if built.published is None:
        sys.exit(1)
    print(_words(built, site))
    if built.review:
        print("\nFor the owner to look at before search engines may list this archive:")
        print("\n".join(built.review))


def _words(built: Built, site: Path) -> str:
    done = built.published
    if done is None or not done.changed:
        return f"The site in {site} is up to date: nothing was touched."
    return f"The site is in {site}: {done.written} files written, {done.kept} kept, {done.removed} removed."
