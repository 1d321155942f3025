"""Problems of recordings: family M."""

from generator.problems.code import Code, warning

CODES = (
    Code(
        "M601",
        "insecure-recording",
        "a recording's address is not https",
        "the recording's address does not begin with `https://`",
        "use the https address; browsers refuse sound and video from others",
    ),
    warning(
        "M602",
        "due-recording",
        "a recording will be lost within a month",
        "the last copy of this recording will be deleted {when} ({left}), and none that lasts is listed",
        "copy it before {date}, put the copy where it lasts, and add its address to `recordings` without `kept_by`",
        plain="copy it in time, put the copy where it lasts, and add its address to `recordings` without `kept_by`",
    ),
    warning(
        "M603",
        "last-day",
        "today is the last day of a recording",
        "the last copy of this recording is deleted {when}, and none that lasts is listed",
        "copy it now, put the copy where it lasts, and add its address to `recordings` without `kept_by`",
    ),
    warning(
        "M604",
        "past-its-rule",
        "recordings are there after the day on which their platform deletes them",
        "of recordings that `{platform}` should have deleted by its rule, found later and without a copy that lasts,"
        " there are {count}",
        "copy them now, for nobody knows for how long they stay; if `{platform}` keeps recordings longer, or for ever,"
        " correct `keeps_recordings` or take it out",
        plain="copy them now, for nobody knows for how long they stay; if the platform keeps recordings longer,"
        " or for ever, correct `keeps_recordings` or take it out",
    ),
)
