"""Says what is to be done where the name of a call's file and its date differ; it reads no file itself."""

import datetime

from generator.model.dates import LooseDate


def way_of_moved(stem: str, named: str, date: LooseDate, start: datetime.time | None) -> str:
    """Say all that is to be done where the call was moved; a month or a year is no day to move from.

    `stem` is the name of the file and `named` the date in it. Most calls are moved to a later day, so where the name
    has that one, the way of a file that was renamed and nothing else is said first.
    """
    if date.exact is None or len(named) != len("2031-03-05"):
        return "; what is not certain about it goes into `date_note`"
    hour, rest = f"{start:%H:%M}" if start else "21:00", stem[10:]
    if named < str(date):
        return f"; if the call was moved, {_rename(stem, named, f'{date}{rest}', hour)}"
    return (
        f"; if the call was moved to {named}, write `date: {named}`, and {_lines(str(date), f'{date}{rest}', hour)};"
        f" if it was moved to {date}, {_rename(stem, named, f'{date}{rest}', hour)}"
    )


def _rename(stem: str, named: str, better: str, hour: str) -> str:
    return f"rename the file to `{better}.yaml`, and add {_lines(named, stem, hour)}"


def _lines(earlier: str, alias: str, hour: str) -> str:
    return (
        f"`moved_from:` and below it, indented, `- {earlier} {hour}` (its earlier date and hour), and"
        f" `aliases: [{alias}]`"
    )
