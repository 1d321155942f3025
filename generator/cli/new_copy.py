"""`new copy`: one more copy of a recording, measured in the file itself and put into the record of its call."""

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.cli.field_options import field_options, refuse_bad_values, stop, values_of
from generator.cli.writing import open_archive, put_in_place, report_lines
from generator.drafting.changed_record import changed_faults
from generator.drafting.copies import copy_draft, is_listed, refuse_closed
from generator.drafting.desk import Desk, Draft
from generator.drafting.notes import NotPossible
from generator.drafts.added_copy import copy_lines
from generator.fields import RECORDING
from generator.fields.words import on_the_clock
from generator.sound_files.measuring import Facts, measure

_MEASURED = ("bytes", "sha256", "type", "duration")


@click.command("copy")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--call", "name", required=True, metavar="ID", help="Id of the call that was recorded."
)
@field_options(RECORDING)
def new_copy(root: Path, today: datetime.date, file: Path, name: str, **typed: Any) -> None:
    """Measure FILE, which lies at --url too, and add it to the copies of a call's recording."""
    given_values = values_of(RECORDING, typed)
    given = {key: str(value) for key, value in given_values.items()}
    if "url" not in given:
        stop("--url is missing: write the address at which the file can be heard")
    desk = open_archive(root, today)
    refuse_bad_values(desk, RECORDING, given_values)
    _refuse_closed(desk, name)
    values = _values(_measured(file), given)
    if is_listed(desk, name, given["url"]):
        _paste(values, "This address is listed already. Its lines, as the file was measured:")
    made = copy_draft(desk, name, values)
    if made is None:
        _paste(values, "Nothing was written. Below `recordings:` of the call's record belong:")
    draft, taken_out = made
    found = changed_faults(desk, draft)
    if any(fault.is_error for fault in found):
        report_lines(root, found, draft.path, draft.text, "Nothing was written.")
        sys.exit(1)
    _write(root, draft)
    _say(draft, values, taken_out)
    if found:
        report_lines(root, found, draft.path, draft.text)


def _refuse_closed(desk: Desk, name: str) -> None:
    try:
        refuse_closed(desk, name)
    except NotPossible as why:
        _end(f"{why}.")


def _measured(file: Path) -> Facts:
    """Measure a file, or end where it can be no recording."""
    with file.open("rb") as opened:
        facts = measure(opened)
    if facts.bytes == 0:
        _end("The file has nothing in it.")
    if facts.is_page:
        _end("The file is a page of the web and no recording; open it to see what the host says.")
    return facts


def _values(facts: Facts, given: Mapping[str, str]) -> dict[str, str]:
    """Join what was measured and what was typed, in the order of the fields; what was typed differently is told."""
    measured = {
        "type": facts.type,
        "bytes": str(facts.bytes),
        "sha256": facts.sha256,
        "duration": on_the_clock(facts.seconds) if facts.seconds else "",
    }
    for name in _MEASURED:
        if given.get(name) and measured[name] and given[name] != measured[name]:
            print(
                f"--{name}: the file says `{measured[name]}`, and that is written.", file=sys.stderr
            )
    if not facts.type and "type" not in given:
        print("Its first bytes are of no type that is known here; give --type.", file=sys.stderr)
    joined = {**given, **{name: value for name, value in measured.items() if value}}
    return {row.name: joined[row.name] for row in RECORDING.fields if row.name in joined}


def _write(root: Path, draft: Draft) -> None:
    try:
        put_in_place(root, draft.path, draft.text.encode())
    except OSError as fault:
        _end(f"{draft.path} cannot be written: {fault.strerror}. Nothing was written.")


def _say(draft: Draft, values: Mapping[str, str], taken_out: str) -> None:
    print(f"Written: {draft.path}")
    print("\n".join(copy_lines(values)))
    if taken_out:
        print(f"Taken out, because a copy is there now: {taken_out}")
    if "duration" not in values:
        print("The file does not say plainly how long it runs; `duration: 1:42:10` can be added.")
    print("Then: `make check`, commit the file, and open a pull request.")


def _paste(values: Mapping[str, str], words: str) -> NoReturn:
    print(words)
    print("\n".join(copy_lines(values)))
    sys.exit(1)


def _end(words: str) -> NoReturn:
    print(words, file=sys.stderr)
    sys.exit(1)
