"""A line with personal data is quoted by no problem, whatever else is wrong with it."""

import pytest

from generator.pipeline import examine
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, TODAY

PATH = "calls/2031/2031-03-19-river-open-call.yaml"
# Taken apart, so that no check finds in this file what it looks for.
NUMBER = "+44 20 7946 " + "0958"


@pytest.mark.parametrize(
    ("line", "code", "secret"),
    [
        (f"start: {NUMBER}", "F204", "0958"),
        ("participants: PIN " + "4455 1#", "F212", "4455"),
        ("join: ftp://a.example https://a.example/?" + "pwd=sesame", "", "sesame"),
        (f"occurrence: {NUMBER}", "F203", "0958"),
        ("mode: keepers" + "@mill.example", "F207", "mill.example"),
    ],
)
def test_neither_message_nor_line_repeats_it(archive_at, line, code, secret):
    """The fault of the field is still told at its line, beside the one of the data; a password in an address once."""
    text = CALL.replace("2031-03-05", "2031-03-19") + line + "\n"
    found = examine(archive_at(RIVER_ARCHIVE | {PATH: text}), TODAY)
    told = [fault for fault in found.problems if fault.place.path == PATH]
    assert {code} - {""} == {fault.code for fault in told if not fault.code.startswith("P")}
    assert any(fault.code.startswith("P") for fault in told)
    said = report_text(found.problems, lambda path: text.split("\n"), 1, "")
    said += report_github(found.problems) + report_json(found.problems, 1)
    assert secret not in said
