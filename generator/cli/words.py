"""`words`: gather the words of the interface into their catalogue, and bring the file of each language up to it."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator import catalogue

PROGRAM = Path(__file__).parents[1]
SPEAKING = ("render", "site")
"""The folders whose words readers of a site see."""
TEMPLATE = "archive.pot"


@click.command("words")
def command() -> None:
    """Gather the words of the interface into their catalogue, and bring the file of each language up to it."""
    folder = PROGRAM / "words"
    template = catalogue.gathered(sources())
    files = [(folder / TEMPLATE, template)]
    for path in sorted(folder.glob("*.po")):
        try:
            text = catalogue.renewed(template, path.stem, path.read_text(encoding="utf-8"))
        except catalogue.BrokenCatalogue as fault:
            raise click.ClickException(
                f"{path.name} is no catalogue at line {fault.line}"
            ) from fault
        files.append((path, text))
    written = [path.name for path, text in files if _write(path, text)]
    for name in written:
        print(f"{name} is written.")
    if not written:
        print("Every message of the program is in its catalogue.")


def sources() -> Iterator[catalogue.Source]:
    """Give the files of the program that hold words of the interface; templates of the theme get theirs from us."""
    for folder in SPEAKING:
        for path in sorted((PROGRAM / folder).rglob("*")):
            name = path.relative_to(PROGRAM).as_posix()
            if path.suffix in (".py", ".html", ".xml") and not name.startswith("site/theme/"):
                yield name, path.read_bytes()


def _write(path: Path, text: str) -> bool:
    """Write a file where it differs, and tell whether it did."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
