"""`explain`: the page of one problem, or the list of all."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.markdown import Markdown

from generator.carried import carried
from generator.cli.links_below import link_on_the_way
from generator.cli.options import root_option
from generator.problems import CODES, Code, nearest

_FAMILIES = {
    "Y": "Files and YAML",
    "F": "Fields",
    "R": "References",
    "T": "Time",
    "P": "Privacy",
    "M": "Recordings",
    "S": "The site",
}


@click.command("explain")
@root_option
@click.argument("code", nargs=-1)
def command(root: Path, code: tuple[str, ...]) -> None:
    """Print what the problem CODE (F203, bad-date, or both) means and how to mend it; without CODE, list all."""
    if not code:
        _show(_list_of_all())
        return
    _explain(root, " ".join(code))


def _explain(root: Path, code: str) -> None:
    entry = _found(code)
    if entry is None:
        known = [*CODES, *(one.name for one in CODES.values())]
        hint = nearest(code, known)
        end = "?" if hint else "."
        print(
            f"There is no problem `{code}`{hint}{end} `explain` alone lists all.", file=sys.stderr
        )
        sys.exit(2)
    page = f"content/help/problems/{entry.code}.md"
    own = root / page
    # A page of somebody else's archive may be a link to anything on this computer.
    is_page = own.is_file() and not link_on_the_way(root, page)
    file = own if is_page else carried(page)
    _show(_printable(file.read_text(encoding="utf-8", errors="replace")))


def _found(word: str) -> Code | None:
    """Find a problem by its code, its name, or both as reports print them."""
    wanted = {part.upper() for part in word.replace("_", "-").split()}
    found = (one for one in CODES.values() if wanted <= {one.code, one.name.upper()})
    return next(found, None) if wanted else None


def _list_of_all() -> str:
    lines = ["# Problems the check reports", ""]
    for letter, family in _FAMILIES.items():
        of_family = [one for one in CODES.values() if one.code.startswith(letter)]
        lines += [f"## {family}", ""]
        lines += [f"- {one.code} {one.name}: {one.title}" for one in of_family]
        lines += [""]
    return "\n".join(lines)


def _printable(text: str) -> str:
    """Give a text without the signs that a terminal obeys."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _show(text: str) -> None:
    """Print a page: dressed for a terminal, as Markdown into a file or a pipe."""
    if sys.stdout.isatty():
        Console().print(Markdown(text))
    else:
        sys.stdout.write(text)
