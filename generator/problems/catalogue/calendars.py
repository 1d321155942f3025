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
    warning(
        "T432",
        "past-dates-change",
        "a series gives its past dates another hour, or takes them away",
        "this gives another hour to past dates of the series, or takes them away: {number} of them, the first {first}",
        "if the rhythm changed from a day on, keep the earlier one, end the series with `until:` and begin a new one"
        " with `from:`; if the record had it wrong, nothing more is needed",
    ),
    warning(
        "T433",
        "name-without-alias",
        "a record has another name, and its earlier address leads nowhere",
        "this call was published as `{earlier}`, and no record leads on from there",
        "write `aliases: [{earlier}]`, or add it to those that are there; if it is another call, bring the earlier"
        " record back",
        plain="add the earlier name of the file to `aliases:`; if it is another call, bring the earlier record back",
    ),
    warning(
        "T434",
        "moved-from-elsewhere",
        "a call is said to be moved from a time that was not published",
        "`moved_from` ends with {said}, and this call was published for {before}",
        "write `- {before}`, unless the published time was wrong",
        plain="write the published time, unless that was wrong",
    ),
)
