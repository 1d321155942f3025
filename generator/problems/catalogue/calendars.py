"""Problems of a change that calendars would not notice: the part of family T that `check --since` finds."""

from generator.problems.code import warning

CODES = (
    warning(
        "T430",
        "unsaid-move",
        "a published time changes and nothing says that the call was moved",
        "this call was published for {before} and is now for {now}, and `moved_from` does not say that it was moved",
        "if it was moved, write `- {earlier}` as the last line of `moved_from`; if the record had the time wrong,"
        " nothing more is needed",
        plain="if it was moved, write the earlier time as the last line of `moved_from`; if the record had the time"
        " wrong, nothing more is needed",
    ),
    warning(
        "T431",
        "fewer-changes",
        "a record tells of fewer changes of a call than were published",
        "calendars have counted {before} of this call, and its record now tells of {now}",
        "keep every line of `moved_from`; if the call was cancelled and takes place after all, write"
        " `restored: {restored}`",
        plain="keep every line of `moved_from`; if the call was cancelled and takes place after all, write how often"
        " that was so as `restored:`",
    ),
)
