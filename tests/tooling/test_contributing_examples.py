"""Tests that every worked example of CONTRIBUTING.md works as it stands, in the made-up archive that it speaks of."""

import re
from pathlib import Path

import pytest

from generator.cli.demo import TODAY
from generator.pipeline import examine
from generator.problems import Problem
from tests.site_archives import copied

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+) (\S+)\n((?:.*\n)*?)```$", re.MULTILINE)
RENAME = "rename to "
EVERY_KIND = (
    "Notes of a call",
    "Outcomes in notes",
    "Ending an earlier decision",
    "Closing an action",
    "Lasting names",
    "Notes of a call without a record",
    "Notes in another language",
    "Minutes that a call adopted",
    "A call",
    "A mistake",
    "A call that was moved, or cancelled",
    "A recording",
    "A transcript",
    "A correction of a transcript",
    "A series, a group or a campaign",
    "Changing a recurring call",
    "A call that must be withheld",
    "A written page",
)
"""Headings under which a contribution is shown."""
MENDED = {"A recording": ("M602", "calls/2031/2031-03-30-bridge-builders.yaml")}
"""Warnings that the examples under a heading take away."""


def examples(heading: str) -> list[tuple[str, str, str]]:
    """Give language, path and text of each fenced example of a section."""
    found = (fence for fence in FENCE.finditer(GUIDE) if heading_above(fence) == heading)
    return [(fence[1], fence[2], fence[3]) for fence in found]


def heading_above(found: re.Match[str]) -> str:
    """Give the heading of the section that a fenced example stands in; fences above hold none."""
    above = FENCE.sub("", GUIDE[: found.start()])
    headings: list[str] = re.findall(r"^## (.+)$", above, re.MULTILINE)
    return headings[-1]


def apply(root: Path, language: str, path: str, text: str) -> None:
    """Do to an archive what one example shows: add a file, or change, and perhaps rename, one that is there."""
    file = root / path
    if language != "diff":
        assert not file.exists(), path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return
    renamed = [line.removeprefix(RENAME) for line in text.splitlines() if line.startswith(RENAME)]
    changed = changed_text(file.read_text(encoding="utf-8"), text)
    if renamed:
        file.unlink()
    (root / (renamed[0] if renamed else path)).write_text(changed, encoding="utf-8")


def changed_text(old: str, difference: str) -> str:
    """Apply a difference whose lines, added ones aside, stand together in the text exactly once."""
    lines = [line for line in difference.splitlines() if not line.startswith(RENAME)]
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    assert old.count(before) == 1, before
    return old.replace(before, after)


def found(root: Path) -> tuple[Problem, ...]:
    """Give every problem but that the copy has no history."""
    return tuple(fault for fault in examine(root, TODAY).problems if fault.code != "S706")


@pytest.mark.parametrize("heading", EVERY_KIND)
def test_a_worked_example_gives_no_problem(heading, tmp_path):
    """Whoever copies an example into the made-up archive gets a clean check, and what it is to mend is mended."""
    root = copied("river", tmp_path)
    before = found(root)
    shown = examples(heading)
    assert shown, "no example stands under this heading"
    for language, path, text in shown:
        apply(root, language, path, text)
    mended = MENDED.get(heading)
    left = tuple(fault for fault in before if (fault.code, fault.place.path) != mended)
    assert left == found(root)
    assert (mended is not None) == (left != before)


def test_every_example_stands_under_a_heading_that_is_tried():
    """No example of the guide is left out of the test above."""
    assert len(FENCE.findall(GUIDE)) == sum(len(examples(heading)) for heading in EVERY_KIND)


def test_a_spoilt_example_is_noticed(tmp_path):
    """The check that these tests lean on does object to a call without `share`."""
    root = copied("river", tmp_path)
    before = found(root)
    language, path, text = examples("A call")[0]
    apply(root, language, path, text.replace("share: public\n", ""))
    assert before != found(root)
