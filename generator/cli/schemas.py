"""`schemas`: write the schemas for editors and the field reference anew."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.options import root_option
from generator.cli.writing import refuse_links
from generator.fields.reference import reference_files, renewed
from generator.fields.schema import schema_files


@click.command("schemas")
@root_option
def command(root: Path) -> None:
    """Write `schemas/` and the field reference in `calls/README.md` and `minutes/README.md` anew."""
    files = dict(_files(root))
    for path in files:
        refuse_links(root, path)
    written = [path for path, text in files.items() if _write(root / path, text)]
    for path in written:
        print(f"{path} is written.")
    if not written:
        print("Everything is as the tables of fields say.")


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Give every file with the text it should have; what people wrote in a reference stays."""
    yield from schema_files()
    for path, fresh in reference_files():
        kept = root / path
        yield path, renewed(path, kept.read_text(encoding="utf-8")) if kept.is_file() else fresh


def _write(path: Path, text: str) -> bool:
    """Write a file where it differs, and tell whether it did."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
