"""An option for each field of a table of fields, so that a script can name whatever a record can hold."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

import click

from generator.cli.asking import Values
from generator.cli.options import root_option, today_option
from generator.drafting.desk import Desk, answer_faults
from generator.drafts.answers import Unclear, example_of, is_repeated, value_of
from generator.fields.kinds import Table

F = TypeVar("F", bound=Callable[..., Any])


def field_options(table: Table) -> Callable[[F], F]:
    """Add an option for each field of a table, and those of every command that makes a file."""

    def add(function: F) -> F:
        function = root_option(today_option(function))
        for field in reversed(table.fields):
            is_list = is_repeated(field.kind)
            example = example_of(field.kind, field.example)
            say = field.about + (f" Example: {example}" if example else "")
            say += " (may be given several times)" if is_list else ""
            names = (option_name(field.name), f"field_{field.name}")
            function = click.option(*names, multiple=is_list, help=say, metavar="TEXT")(function)
        return function

    return add


def id_option(function: F) -> F:
    """Add `--id`, which names a file."""
    say = "Name of the file without its ending; made from date and title unless given."
    return click.option("--id", "name", default="", help=say, metavar="ID")(function)


def values_of(table: Table, typed: Mapping[str, Any]) -> Values:
    """Turn options into values; empty ones were not given."""
    values: Values = {}
    for field in table.fields:
        words = typed[f"field_{field.name}"]
        try:
            value = value_of(field.kind, words if is_repeated(field.kind) else [words or ""])
        except Unclear as error:
            stop(f"{option_name(field.name)}: {error}")
        if value:
            values[field.name] = value
    return values


def refuse_bad_values(desk: Desk, table: Table, given: Values) -> None:
    """End where an option has a value that its field cannot have, after every one of them was said.

    Of a record that is not to be fully shared nothing is quoted, for a script's output may be kept in a log.
    """
    wrong = False
    is_open = given.get("share", "public") == "public"
    for field in table.fields:
        for found in answer_faults(desk, field, given[field.name]) if field.name in given else ():
            fault = found if is_open else found.hush()
            print(
                f"{option_name(field.name)}: {fault.kind.severity.value} {fault.code}: {fault.message}",
                file=sys.stderr,
            )
            print(f"  help: {fault.help}", file=sys.stderr)
            wrong = wrong or fault.is_error
    if wrong:
        print("Nothing was written.", file=sys.stderr)
        sys.exit(1)


def option_name(name: str) -> str:
    """Give the option of a field."""
    return f"--{name.replace('_', '-')}"


def about(table: Table, name: str) -> str:
    """Say what a field is, with its option as it is typed."""
    field = next(field for field in table.fields if field.name == name)
    return f"{field.about} Example: {option_name(name)} '{field.example}'"


def stop(words: str) -> NoReturn:
    """End with one line about wrong use."""
    print(f"calls new: {words}", file=sys.stderr)
    sys.exit(2)
