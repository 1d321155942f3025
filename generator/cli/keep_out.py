"""`keep-out`: turns a name into lines of the settings that keep it out, and shows it nowhere."""

import secrets
import sys

import click

from generator.kept_out import KEY, LEAST, entries_of, key_given


@click.command("keep-out")
@click.option("--new-key", is_flag=True, help="Print a new key, for an archive that has none yet.")
def command(new_key: bool) -> None:
    """Keep a name out of the archive that somebody asked to have removed.

    The name is asked for and not shown, or read from standard input.
    """
    if new_key:
        print(secrets.token_hex(LEAST))
        return
    key = key_given() or ""
    if len(key) < LEAST:
        first = (
            f"the key in the variable {KEY} is too short to be one of an archive, perhaps it was cut off;"
            if key
            else f"put the archive's key into the variable {KEY} first;"
        )
        raise click.UsageError(
            f"{first} an archive that has none gets one from `keep-out --new-key`"
        )
    # A name that is handed over is read from there: the prompt would ask the terminal behind it.
    name = (
        click.prompt("Name to keep out (it is not shown)", hide_input=True, err=True)
        if sys.stdin.isatty()
        else sys.stdin.readline()
    )
    try:
        entries = entries_of(key, name)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
    print("\n".join(f"      - {entry}" for entry in entries))
