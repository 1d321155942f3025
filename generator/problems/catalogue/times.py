"""Problems of dates and hours: family T."""

from generator.problems.catalogue.calendars import CODES as CALENDARS
from generator.problems.catalogue.recurrences import RECURRENCES
from generator.problems.code import Code, warning

CODES = (
    Code(
        "T401",
        "end-before-start",
        "a call ends before it starts",
        "the call ends at `{end}`, before it starts at `{start}`",
        "correct one of the two; for a call past midnight write `length:` instead of `end:`",
    ),
    Code(
        "T402",
        "time-skipped",
        "a local time does not exist",
        "`{time}` does not exist in {zone}: the clocks go forward over it",
        "write `{before}` or `{after}`, whichever the group meant",
    ),
    Code(
        "T403",
        "time-twice",
        "a local time happens twice",
        "`{time}` happens twice in {zone}: the clocks go back over it",
        "say which of the two is meant: use `zone: Etc/UTC` with `{first}` or `{second}`",
    ),
    Code(
        "T404",
        "until-before-from",
        "an end comes before its beginning",
        "`until` is {until}, before `from`, which is {start}",
        "correct one of the two",
    ),
    Code(
        "T405",
        "hour-without-day",
        "an hour is given for a call whose day is not known",
        "an hour is given but the day is not known",
        "leave out `start`, or write the whole date",
    ),
    warning(
        "T406",
        "held-in-future",
        "a call to come is said to have been held",
        "the call is on {date} and is said to have been held",
        "write `status: scheduled` until it has taken place",
    ),
    Code(
        "T407",
        "moved-to-itself",
        "a call was moved from the time it has",
        "the call is said to be moved from `{time}`, which is its own time",
        "`moved_from` lists earlier times only, oldest first",
    ),
    Code(
        "T408",
        "series-without-dates",
        "a series has no beginning",
        "a series that repeats needs `from`, the date of its first call",
        "add `from:` with that date, written as `2031-01-08`, or `evidence: pattern-only` if single dates are not"
        " known",
    ),
    warning(
        "T409",
        "outside-series",
        "a call lies before its series began or after it ended",
        "the call is on {date}, and its series `{series}` {word} on {limit}",
        "correct the date, take out `series:`, or write the true `{field}:` into `calls/series/{series}.yaml`",
    ),
    Code(
        "T410",
        "series-from-vague",
        "the dates of a series are counted from no certain day",
        "`from` is {start}, and the dates of a series that repeats are counted from a whole day",
        "write the whole date of its first call, as `from: {example}`; if it is not known, write"
        " `evidence: pattern-only`, and no dates are counted",
        plain="write the whole date of its first call; if it is not known, write `evidence: pattern-only`, and no"
        " dates are counted",
    ),
    *RECURRENCES,
    *CALENDARS,
    warning(
        "T435",
        "line-taken",
        "more calls at once than a platform holds",
        "calls on `{id}` overlap, more than {limit} at once: on {dates}{more}",
        "move one of them or take another platform; if it holds more calls at once, write `lines:` with their number"
        " into `calls/platforms.yaml`",
    ),
    warning(
        "T436",
        "group-taken",
        "calls of one group overlap",
        "calls of `{id}` overlap, more than {limit} at once: on {dates}{more}",
        "move one of them; if they are meant to run at the same time, write `calls_at_once:` with their number into the"
        " record of the group",
    ),
    warning(
        "T437",
        "facilitator-taken",
        "calls that overlap have the same facilitator",
        "calls that overlap have the same facilitator: on {dates}{more}",
        "move one of them or name who facilitates the other; if a whole group does, say which of its people by their"
        " part, as `facilitator: second facilitator of the Mill Town assembly`",
    ),
    warning(
        "T438",
        "withholding-dates",
        "the days of a withholding cannot be right",
        "this day of the withholding cannot be right",
        "`decided_on:` is the day on which it was decided, today at the latest, and `review_on:` a day after it;"
        " leave out what is not known",
    ),
)
