"""`new`: a new call, series, group, hub, or notes; asks on a terminal, takes every field as an option in scripts."""

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli import asking, questions
from generator.cli.asking import Values
from generator.cli.field_options import (
    about,
    field_options,
    id_option,
    option_name,
    refuse_bad_values,
    stop,
    values_of,
)
from generator.cli.new_copy import new_copy
from generator.cli.questions import NothingToWrite
from generator.cli.sent_files import captions_in
from generator.cli.writing import INTERRUPTED, open_archive, report_lines, write_new
from generator.drafting.desk import Desk, Draft, draft_faults
from generator.drafting.notes import (
    NotPossible,
    call_to_write_for,
    occurrence_to_write_for,
    skeleton_for_call,
    skeleton_for_occurrence,
)
from generator.drafting.records import TABLES, hides_details, record_draft
from generator.drafting.request_rules import unmet_rules
from generator.drafting.search import Found, find_meant
from generator.drafting.transcripts import call_to_transcribe, transcript_draft
from generator.drafts.answers import is_id
from generator.drafts.yaml_text import lines_of_fields
from generator.fields import MINUTES
from generator.fields.kinds import Table
from generator.fields.transcript_tables import TRANSCRIPT
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be made: `ask` asks for what is missing, `needed` names it for scripts, `make` makes the file.

    `rules` says what of the archive's own rules a file that was made does not keep.
    """

    table: Table
    ask: Callable[[Desk, Values], Values]
    needed: Callable[[Values], Sequence[str]]
    make: Callable[[Desk, Values], Draft]
    rules: Callable[[Desk, Values], Sequence[str]] = lambda desk, values: ()


@click.group("new", commands=[new_copy])
def command() -> None:
    """Make a new file: asks on a terminal, takes options in scripts. Nothing is ever overwritten."""


@command.command("call")
@field_options(TABLES["call"])
@id_option
def new_call(root: Path, today: datetime.date, name: str, **typed: Any) -> None:
    """Make the record of one call."""
    _new_record("call", root, today, name, typed)


@command.command("series")
@field_options(TABLES["series"])
@id_option
def new_series(root: Path, today: datetime.date, name: str, **typed: Any) -> None:
    """Make the record of a recurring call."""
    _new_record("series", root, today, name, typed)


@command.command("group")
@field_options(TABLES["group"])
@id_option
def new_group(root: Path, today: datetime.date, name: str, **typed: Any) -> None:
    """Make the record of a group."""
    _new_record("group", root, today, name, typed)


@command.command("hub")
@field_options(TABLES["hub"])
@id_option
def new_hub(root: Path, today: datetime.date, name: str, **typed: Any) -> None:
    """Make the record of a campaign, gathering or relief effort."""
    _new_record("hub", root, today, name, typed)


@command.command("minutes")
@click.argument("call", required=False, default="", metavar="[CALL-ID]")
@field_options(MINUTES)
def new_minutes(root: Path, today: datetime.date, call: str, **typed: Any) -> None:
    """Make notes to fill in for a call, or for an occurrence without a record (--series and --date)."""
    given = values_of(MINUTES, typed)
    if call and {"series", "date"} & given.keys():
        stop("give CALL-ID, or --series with --date, and not both")
    desk = open_archive(root, today)
    found = Found()
    if call:
        found = find_meant(desk, call)
    elif not {"series", "date"} & given.keys():
        if not asking.is_terminal():
            stop("say which call: CALL-ID, or --series with --date and --share")
        found = _or_end(lambda: questions.ask_call(desk))
    if found.series:
        given |= {"series": found.series, "date": found.date}
    name = "" if found.series else found.call or call
    if name and "share" in given:
        stop("--share stands in the record of a call that has one")
    _run(root, desk, _for_call(desk, name) if name else _for_occurrence(), given)


@command.command("transcript")
@click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.option("--call", required=True, metavar="CALL-ID", help="The call that was recorded.")
@click.option("--language", default="", metavar="CODE", help="Where it is not the archive's own.")
@field_options(TRANSCRIPT)
def new_transcript(
    root: Path, today: datetime.date, file: str, call: str, language: str, **typed: Any
) -> None:
    """Make a transcript from WebVTT or SubRip (SRT), as programs and players write it. FILE may be -."""
    given = values_of(TRANSCRIPT, typed)
    captions = captions_in(file)
    desk = open_archive(root, today)
    found = _possible(lambda: call_to_transcribe(desk, call, language))
    refuse_bad_values(desk, TRANSCRIPT, given)
    if asking.is_terminal() and file != "-":
        given = _or_end(lambda: questions.ask_transcript(desk, given))
    elif "origin" not in given:
        stop(f"--origin is missing; {about(TRANSCRIPT, 'origin')}")
    draft = transcript_draft(found, language, given, captions)
    faults = draft_faults(desk, draft)
    if any(fault.is_error for fault in faults):
        report_lines(root, faults, draft.path, draft.text, "Nothing was written.")
        sys.exit(1)
    _write(root, draft)
    asking.say(faults)


def _for_call(desk: Desk, name: str) -> _Work:
    call = _possible(lambda: call_to_write_for(desk, name))
    return _Work(
        MINUTES,
        questions.ask_notes,
        lambda values: ("origin",),
        lambda desk, values: skeleton_for_call(desk, call, values),
    )


def _for_occurrence() -> _Work:
    def make(desk: Desk, values: Values) -> Draft:
        series, date = str(values["series"]), str(values["date"])
        name = _possible(lambda: occurrence_to_write_for(desk, series, date))
        return _possible(lambda: skeleton_for_occurrence(desk, name, values))

    needed = ("series", "date", "share", "origin")
    return _Work(MINUTES, questions.ask_occurrence, lambda values: needed, make)


def _new_record(
    kind: str, root: Path, today: datetime.date, name: str, typed: Mapping[str, Any]
) -> None:
    table = TABLES[kind]
    if name and not is_id(name):
        stop(f"--id: `{name}` is not an id; write small letters, digits and hyphens")
    work = _Work(
        table,
        lambda desk, values: questions.ask_record(desk, kind, values),
        lambda values: _needed(table, values),
        lambda desk, values: record_draft(desk, kind, values, name),
        lambda desk, values: _unmet(desk, kind, values),
    )
    _run(root, open_archive(root, today), work, values_of(table, typed))


def _needed(table: Table, values: Values) -> tuple[str, ...]:
    """Give the fields a script must name; a call whose details are withheld has neither title nor status."""
    excused = ("title", "status") if hides_details(values) else ()
    return tuple(row.name for row in table.fields if row.required and row.name not in excused)


def _run(root: Path, desk: Desk, work: _Work, given: Values) -> None:
    """Look at what was given, ask for the rest, check the whole, and write it."""
    refuse_bad_values(desk, work.table, given)
    is_asked = asking.is_terminal()
    if not is_asked:
        for name in work.needed(given):
            if name not in given:
                stop(f"{option_name(name)} is missing; {about(work.table, name)}")
    values = _or_end(lambda: work.ask(desk, given)) if is_asked else given
    draft = work.make(desk, values)
    found = draft_faults(desk, draft)
    while wrong := [fault for fault in found if fault.is_error]:
        fields = _by_field(draft, wrong, work.table)
        if not is_asked or not fields:
            report_lines(root, wrong, draft.path, draft.text, "Nothing was written.")
            sys.exit(1)
        values = _ask_again(desk, work.table, values, fields)
        draft = work.make(desk, values)
        found = draft_faults(desk, draft)
    _write(root, draft)
    # Notes that are still to be written are no news to who has just asked for them.
    asking.say(fault for fault in found if fault.code != "Y128")
    for rule in work.rules(desk, values):
        print(rule)


def _unmet(desk: Desk, kind: str, values: Values) -> Sequence[str]:
    settings = desk.examined.settings
    return unmet_rules(kind, values, settings, desk.today) if settings else ()


def _ask_again(desk: Desk, table: Table, values: Values, wrong: dict[str, list[Problem]]) -> Values:
    return _or_end(lambda: questions.ask_again(desk, table, values, wrong))


def _by_field(draft: Draft, problems: Sequence[Problem], table: Table) -> dict[str, list[Problem]]:
    """Sort problems by the field that can be asked for again; empty when one of them is about something else."""
    names = lines_of_fields(draft.text)
    fields: dict[str, list[Problem]] = {}
    for fault in problems:
        is_here = fault.place.path == draft.path and fault.place.length
        name = names.get(fault.place.line, "") if is_here else ""
        if name not in {field.name for field in table.fields}:
            return {}
        fields.setdefault(name, []).append(fault)
    return fields


def _write(root: Path, draft: Draft) -> None:
    try:
        path = write_new(root, draft)
    except FileExistsError:
        print(f"There is a file {draft.path} already. Nothing was written.", file=sys.stderr)
        sys.exit(1)
    print(f"\nWritten: {path}")
    if draft.path.endswith(".vtt"):
        beside = draft.path.replace(".vtt", ".corrections.yaml")
        print(f"Next: compare it with the recording; corrections go into `{beside}`.")
    elif draft.path.startswith("minutes/"):
        print("Next: open it, write under the headings, and look at it with `make serve`.")
    else:
        print("Next: open it and add what else is known; `calls/README.md` explains every field.")
    print("Then: `make check`, commit the file, and open a pull request.")


T = TypeVar("T")


def _or_end(ask: Callable[[], T]) -> T:
    """Ask something; who ends it with Ctrl+C, or has nothing to add, leaves nothing behind."""
    try:
        asking.prepare()
        return ask()
    except (KeyboardInterrupt, EOFError):
        print("\nNothing was written.")
        sys.exit(INTERRUPTED)
    except NothingToWrite as end:
        print(f"\n{end}")
        sys.exit(0)


def _possible(find: Callable[[], T]) -> T:
    try:
        return find()
    except NotPossible as why:
        print(f"{why}. Nothing was written.", file=sys.stderr)
        sys.exit(1)
