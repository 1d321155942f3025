"""Problems of recurring calls and their dates: part of family T."""

from generator.problems.code import Code, warning

RECURRENCES = (
    Code(
        "T411",
        "skip-of-nothing",
        "a date is skipped that is none of the series",
        "this skips {date}, which is none of the dates of the series{near}",
        "write the date that was meant, or take the line out",
    ),
    Code(
        "T412",
        "skip-twice",
        "a date is skipped twice",
        "{date} is skipped already",
        "keep one of the two, with the reason that is right",
    ),
    Code(
        "T413",
        "skip-with-record",
        "a date is skipped and has a record",
        "this skips {date}, and that date has a record, which is `{id}`",
        "take the skip out; if the call does not take place, write `status: cancelled` and `reason:` into its record,"
        " so that people who know of it read why",
    ),
    Code(
        "T414",
        "move-from-nothing",
        "a call stands for a date that its series does not have",
        "the call stands for {date}, which is none of the dates of `{series}`{near}",
        "write the date of the series that it stands for; if it stands for none, write `extra: true`",
    ),
    warning(
        "T415",
        "outside-rhythm",
        "a call is on a date that its series does not have",
        "the call is on {date}, which is none of the dates of `{series}`{near}",
        "correct the date; if the call was moved to it, add `moved_from:` with its first time, as `- {example}`;"
        " if it is one more, write `extra: true`",
    ),
    Code(
        "T416",
        "extra-in-rhythm",
        "a call is said to be extra on a date that its series has",
        "the call is said to be extra, and {date} is one of the dates of `{series}`",
        "take `extra: true` out; if there is another call on that day, write the other date or skip this one",
    ),
    warning(
        "T417",
        "calls-outside-rhythm",
        "most calls of a series are on none of its dates",
        "{number} of its {all} calls are on none of the dates that this gives, the first on {date}{near}",
        "correct the rhythm or `from:`; if single dates do not follow it, write `evidence: pattern-only`",
    ),
    warning(
        "T418",
        "from-outside-rhythm",
        "a series begins on a date that its rhythm does not have",
        "{date} is none of the dates of the rhythm; the first of them is {first}",
        "write `from: {first}`, or correct the rhythm; an earlier call that does not follow the rhythm has a record"
        " with `extra: true`",
    ),
    Code(
        "T419",
        "rhythm-without-dates",
        "the rhythm of a series gives no date",
        "this gives no date from {start} to {end}",
        "correct the rhythm, `from:` or `until:`",
    ),
    Code(
        "T420",
        "series-time-skipped",
        "the hour of a series does not exist on a date",
        "`{time}` does not exist in {zone} on {dates}{more}: the clocks go forward over it",
        "choose another hour, or give each such date a record of its own with `start: {before}` or `start: {after}`,"
        " whichever the group meant",
    ),
    Code(
        "T421",
        "series-time-twice",
        "the hour of a series happens twice on a date",
        "`{time}` happens twice in {zone} on {dates}{more}: the clocks go back over it",
        "choose another hour, or give each such date a record of its own that says which of the two is meant: with"
        " {first} or {second}",
        plain="choose another hour, or give each such date a record of its own with an hour in `zone: Etc/UTC`",
    ),
    Code(
        "T422",
        "calls-at-once",
        "two calls of a series are at the very same time",
        "this call of `{series}` begins when {other} does, at {time}",
        "delete one of the two, or correct its date or hour; if one of them stands for both dates, skip the other date",
    ),
)
