"""Tests that the examples of the help page on recordings work as they stand: copies, a transcript, its corrections."""

import re
from pathlib import Path

from generator.cli.demo import TODAY
from generator.pipeline import examine
from tests.problems.river_archive import CALL, RIVER_ARCHIVE

PAGE = Path(__file__).parents[2] / "content/help/recordings.md"
FENCE = re.compile(r"^```(?:yaml|vtt) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECORD = "calls/2031/2031-03-05-river-open-call.yaml"
REDACTED_BESIDE_OPEN = "M635"


def files() -> dict[str, str]:
    """Give the files of the page; the copies, which are part of a record, are put into the one of its call."""
    found = dict(FENCE.findall(PAGE.read_text(encoding="utf-8")))
    copies = found.pop("")
    return {**found, RECORD: CALL.replace("share: public\n", f"{copies}share: public\n")}


def problems_of(archive_at, files):
    """Give the codes of what is wrong with files beside the fictional archive, its missing history aside."""
    examined = examine(archive_at({**RIVER_ARCHIVE, **files}), TODAY)
    return {(fault.code, fault.place.path) for fault in examined.problems} - {
        ("S706", "mkdocs.yml")
    }


def test_the_examples_give_no_problem(archive_at):
    """Whoever copies all examples of the page gets a clean check, but for the warning that the page speaks of."""
    found = files()
    assert 3 == len(found)
    assert {REDACTED_BESIDE_OPEN} == {code for code, _ in problems_of(archive_at, found)}


def test_an_example_that_no_longer_fits_is_noticed(archive_at):
    """A transcript without the words that a correction names is a problem at the correction."""
    spoilt = {
        path: text.replace("from the fairy", "from the ferry") for path, text in files().items()
    }
    paths = {path for _, path in problems_of(archive_at, spoilt)}
    assert "minutes/2031/2031-03-05-river-open-call.corrections.yaml" in paths
