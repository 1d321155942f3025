"""How a value of each kind is written, in plain words: for the field reference, editors' schemas and questions."""

from generator.fields import kinds as k
from generator.model.share import Reason


def how_written(kind: k.Kind) -> str:
    """Say how a value of a kind is written, as the end of a sentence that begins with "write".

    >>> how_written(k.Clock())
    'an hour from `00:00` to `23:59`, as `HH:MM`'
    """
    match kind:
        case k.Text(limit, lines):
            return f"words{'' if lines else ' on one line'}, at most {limit} characters"
        case k.Choice(words):
            return _listed(words)
        case k.Reference(target):
            return f"the id of {_RECORDS.get(target, f'a {target}')}"
        case k.Whole(least, most):
            return f"a whole number from {least} to {most}"
        case k.Day() | k.Address():
            return _narrow(kind)
        case k.Pairs() | k.ListOf() | k.Table():
            return _of_many(kind)
        case _:
            return _ONE_WAY[type(kind)]


def on_the_clock(seconds: int) -> str:
    """Write a number of seconds as records write how long a recording runs.

    >>> on_the_clock(6130), on_the_clock(102)
    ('1:42:10', '1:42')
    """
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02d}:{seconds % 60:02d}" if hours else f"{minutes}:{seconds % 60:02d}"


def _narrow(kind: k.Day | k.Address) -> str:
    if isinstance(kind, k.Day):
        return "`YYYY-MM-DD`, or `YYYY-MM` or `YYYY`" if kind.loose else "`YYYY-MM-DD`"
    begin = "`https://`" if kind.secure else "`https://` or `http://`"
    return f"a web address that begins with {begin}"


def _of_many(kind: k.Pairs | k.ListOf | k.Table) -> str:
    match kind:
        case k.Table(record):
            return f"the fields of a {record}"
        case k.Pairs(value, limit):
            return f"at most {limit} lines `name: value`, indented; each value {how_written(value)}"
        case k.ListOf(item, limit):
            return f"a list of at most {limit}, each on a line after `- `: {how_written(item)}"


def _listed(words: tuple[str, ...]) -> str:
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"one of {', '.join(quoted[:-1])} or {quoted[-1]}"


_RECORDS = {"platform": "a platform in `calls/platforms.yaml`"}
_REASONS = [f"`withheld for {reason.value}`" for reason in Reason if reason is not Reason.UNSTATED]
_RHYTHMS = (
    "`every week on Wednesday at 21:00`",
    "`every 2 weeks on Thursday at 21:00`",
    "`first and third Tuesday of the month at 20:00`",
    "`on the 1st and 15th of the month at 20:00`",
    "`every day at 20:00`",
)
_ONE_WAY: dict[type[k.Kind], str] = {
    k.GroupOrWords: "the id of a group, or words on one line",
    k.Id: f"small letters, digits and hyphens, at most {k.ID_LIMIT}",
    k.Clock: "an hour from `00:00` to `23:59`, as `HH:MM`",
    k.LocalTime: "a date and an hour, as `YYYY-MM-DD HH:MM`",
    k.Length: "hours and minutes, as `2h`, `90m` or `1h30m`, at most a day",
    k.Duration: "hours, minutes and seconds, as `1:42:10`, or minutes and seconds, as `42:10`",
    k.Zone: "the name of a time zone, as `America/New_York`, never `EST` or `+05:00`",
    k.Participants: "`150`, `150+`, `90-200` or `about 20`",
    k.Checksum: "64 digits and letters from `a` to `f`",
    k.Days: "a number of days, as `120 days`",
    k.Rhythm: f"a rhythm, as {', '.join(_RHYTHMS)}",
    k.Rule: "a recurrence rule of RFC 5545, as `FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=20;BYMINUTE=30`",
    k.Sharing: f"`public`, {', '.join(_REASONS)}, or the fields of a share",
    k.Switch: "`true` or `false`",
}
"""Kinds that have no settings of their own."""
