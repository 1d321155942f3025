"""`init`: an archive of one's own, in a folder where nothing is in the way."""

import dataclasses
import datetime
import errno
import importlib.metadata
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import __version__
from generator.carried import carried
from generator.cli.options import today_option
from generator.fields.reference import reference_files
from generator.fields.schema import schema_files
from generator.starting.choices import (
    LONGEST,
    SETTINGS_FILE,
    Choices,
    is_one_line,
    problems_of,
    to_be_set,
    words_of,
)
from generator.starting.filling import CARRIED, filled
from generator.starting.requirement import (
    PACKAGE,
    Requirement,
    named_requirement,
    requirement_of,
)

STARTING = "generator/starting/archive"
QUESTIONS = {
    "name": "Name of the archive",
    "url": "Address that its site will have",
    "zone": "Time zone of most calls, such as America/New_York",
    "repo_url": "Address of its repository, if there is one yet",
    "contact": "How to reach the keepers, in words that may be public",
}
"""What is asked on a terminal when no option says it."""


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="Name of the archive.")
@click.option("--url", help="Address that its site will have.")
@click.option("--zone", help="Time zone of most calls, such as America/New_York.")
@click.option("--domain", help="Right half of calendar identities; the host of --url unless given.")
@click.option("--repo-url", help="Address of its repository on a forge.")
@click.option("--contact", help="How to reach the keepers without an account on a forge.")
@click.option(
    "--generator", "program", metavar="REQUIREMENT", help="What pip installs as the generator."
)
@today_option
def command(folder: Path, program: str | None, today: datetime.date, **options: str | None) -> None:
    """Begin an archive of your own in DIR, which is new or empty."""
    _refuse_what_is_in_the_way(folder)
    choices = _choices(options)
    needed = _requirement(program)
    files = dict(_files(words_of(choices, needed.line, today)))
    _refuse_wrong_choices(files[SETTINGS_FILE], today)
    for path, text in sorted(files.items()):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    print("\n".join(_what_next(folder, len(files), choices, needed)))


def _refuse_what_is_in_the_way(folder: Path) -> None:
    """Accept a folder that is not there yet, is empty, or holds nothing but a new git repository."""
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    in_the_way = [name for name in there if name != ".git"]
    if in_the_way:
        named = ", ".join(f"`{name}`" for name in in_the_way[:5])
        more = f" and {len(in_the_way) - 5} more" if len(in_the_way) > 5 else ""
        raise click.UsageError(
            f"in `{folder}` there is something in the way: {named}{more}; name an empty or a new folder"
        )


def _choices(options: dict[str, str | None]) -> Choices:
    given = {name: words.strip() for name, words in options.items() if words is not None}
    if sys.stdin.isatty() and sys.stdout.isatty():
        usual = dataclasses.asdict(Choices())
        for name, question in QUESTIONS.items():
            if name not in given:
                given[name] = click.prompt(question, default=usual[name]).strip()
    for name, words in given.items():
        if not is_one_line(words):
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"`{option}` takes one line of up to {LONGEST} characters")
    return Choices(**{name: words for name, words in given.items() if words})


def _requirement(program: str | None) -> Requirement:
    if program is not None:
        if not program.strip() or not program.isprintable() or program.strip().startswith("-"):
            raise click.UsageError("`--generator` takes one requirement, as pip understands it")
        return named_requirement(program.strip())
    project = carried("pyproject.toml").resolve()
    checkout = project.parent.as_uri() if project.is_file() else ""
    return requirement_of(_direct_url(), checkout, __version__)


def _direct_url() -> str:
    try:
        found = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return ""
    return found.read_text("direct_url.json") or ""


def _files(words: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from filled(_texts(carried(STARTING), ""), words)
    yield from schema_files()
    yield from reference_files()
    for here, there in CARRIED.items():
        yield from _texts(carried(here), there)


def _texts(place: Path, path: str) -> Iterator[tuple[str, str]]:
    """Give the text of a file, or of every file of a folder, with the path that it goes to."""
    if place.is_file():
        yield path, place.read_text(encoding="utf-8")
        return
    found = [below for below in sorted(place.rglob("*")) if below.is_file()]
    if not found:
        raise FileNotFoundError(errno.ENOENT, "the package does not hold", str(place))
    for file in found:
        below = file.relative_to(place).as_posix()
        yield f"{path}/{below}" if path else below, file.read_text(encoding="utf-8")


def _refuse_wrong_choices(settings: str, today: datetime.date) -> None:
    problems = problems_of(settings, today)
    if problems:
        said = "; ".join(f"{fault.message} ({fault.help})" for fault in problems)
        raise click.UsageError(f"nothing was written: {said}")


def _what_next(folder: Path, files: int, choices: Choices, needed: Requirement) -> Iterator[str]:
    whole = folder.resolve()
    go_there = "" if whole == Path.cwd() else f"    cd {shlex.quote(str(folder))}\n"
    yield f"The archive is in {whole}: {files} files. Look at it, which installs what it needs first:"
    yield f"\n{go_there}    make serve\n"
    yield "Keep it in git, which this program never does by itself:"
    begin = "" if (whole / ".git").exists() else "    git init\n"
    yield f'\n{begin}    git add .\n    git commit -m "Begin the archive"\n'
    around = next((place for place in whole.parents if (place / ".git").exists()), None)
    if begin and around:
        yield f"It lies inside another repository, {around}; an archive usually has one of its own."
    unset = to_be_set(choices)
    if unset:
        yield f"Still to be set in {SETTINGS_FILE}: {', '.join(unset)}. README.md says what else."
    if needed.is_local:
        yield "The generator is named by a place that only this computer can reach."
        yield "Before a forge builds the archive, put an address it can reach into the last line of `generator.txt`,"
        yield f"such as `{PACKAGE} @ git+https://forge.example/our/generator@COMMIT`."
