"""What people write of times and rhythms and should not: each is a problem at its place that says what to write."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]
CALL = "calls/2031/2031-04-03-call.yaml"
SERIES = "calls/series/night-call.yaml"
TOP = "title: Night call\nstatus: held\nshare: public\n"
OF_SERIES = "title: Night call\nshare: public\n"
EVERY_NIGHT = "repeats: every day at 21:00\nfrom: 2031-01-08\n"
NIGHTLY = "repeats: every week on Sunday at {}\nfrom: 2031-01-12\n"

BAD: Mapping[str, tuple[str, str, str, int, str]] = {
    "EST": (CALL, "date: 2031-04-03\nzone: EST\n", "F206", 5, "America/New_York"),
    "PT": (CALL, "date: 2031-04-03\nzone: PT\n", "F206", 5, "America/Los_Angeles"),
    "+05:00": (CALL, "date: 2031-04-03\nzone: +05:00\n", "F206", 5, "hours from UTC"),
    "misspelt zone": (CALL, "date: 2031-04-03\nzone: Americas/New_York\n", "F206", 5, "America/New_York"),
    "25:00": (CALL, "date: 2031-04-03\nstart: 25:00\n", "F204", 5, "`21:00`"),
    "EST of a series": (SERIES, f"zone: EST\n{EVERY_NIGHT}", "F206", 3, "America/New_York"),
    "PT of a series": (SERIES, f"zone: PT\n{EVERY_NIGHT}", "F206", 3, "America/Los_Angeles"),
    "+05:00 of a series": (SERIES, f"zone: +05:00\n{EVERY_NIGHT}", "F206", 3, "hours from UTC"),
    "misspelt zone of a series": (
        SERIES, f"zone: Americas/New_York\n{EVERY_NIGHT}", "F206", 3, "America/New_York",
    ),
    "25:00 of a series": (SERIES, NIGHTLY.format("25:00"), "F216", 3, "every week on Sunday at 21:00"),
    "BYHOUR=25": (SERIES, "rrule: FREQ=DAILY;BYHOUR=25\nfrom: 2031-01-08\n", "F245", 3, "BYHOUR=21"),
    "gap": (CALL.replace("04-03", "03-09"), "date: 2031-03-09\nstart: 02:30\n", "T402", 5, "`01:30` or `03:30`"),
    "fold": (CALL.replace("04-03", "11-02"), "date: 2031-11-02\nstart: 01:30\n", "T403", 5, "`05:30` or `06:30`"),
    "gap of a series": (SERIES, NIGHTLY.format("02:30"), "T420", 3, "`start: 01:30` or `start: 03:30`"),
    "fold of a series": (SERIES, NIGHTLY.format("01:30"), "T421", 3, "`start: 05:30`"),
    "skip of nothing": (
        SERIES, f"{NIGHTLY.format('21:00')}skip:\n  - on: 2031-04-03\n    reason: rest\n", "T411", 6, "2031-04-06",
    ),
    "until before from": (SERIES, f"{EVERY_NIGHT}until: 2031-01-07\n", "T404", 5, "2031-01-08"),
    "until month before from": (SERIES, f"{EVERY_NIGHT}until: 2030-12\n", "T404", 5, "2031-01-08"),
    "every 0 weeks": (
        SERIES, "repeats: every 0 weeks on Sunday at 21:00\nfrom: 2031-01-12\n", "F216", 3, "`every week on Sunday",
    ),
    "Funday": (
        SERIES, "repeats: every week on Funday at 21:00\nfrom: 2031-01-12\n", "F216", 3, "`every week on Sunday",
    ),
    "BYSETPOS=0": (
        SERIES, "rrule: FREQ=MONTHLY;BYDAY=SU;BYSETPOS=0\nfrom: 2031-01-05\n", "F245", 3, "BYSETPOS=1",
    ),
    "COUNT and UNTIL": (
        SERIES, "rrule: FREQ=DAILY;COUNT=3;UNTIL=20310303\nfrom: 2031-01-05\n", "F245", 3, "keep one",
    ),
    "COUNT and until": (
        SERIES, "rrule: FREQ=DAILY;COUNT=3\nfrom: 2031-01-05\nuntil: 2031-03-03\n", "F246", 3, "keep one",
    ),
    "month as beginning": (
        SERIES, "repeats: every week on Friday at 21:00\nfrom: 2031-01\n", "T410", 4, "`from: 2031-01-03`",
    ),
    "no beginning": (SERIES, "repeats: every day at 21:00\n", "T408", 3, "add `from:"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_problem_at_its_place(name: str, archive_at: Write):
    """File and line are those of the value, nothing else is wrong, and the words say what would be right."""
    path, lines, code, line, words = BAD[name]
    text = (OF_SERIES if path == SERIES else TOP) + lines
    problems = examine(archive_at(RIVER_ARCHIVE | {path: text}), TODAY).problems
    (fault,) = [one for one in problems if one.is_error]
    assert (code, path, line) == (fault.code, fault.place.path, fault.place.line)
    assert words in f"{fault.message} {fault.help}"
