"""Tests that what the help and the guide say of outcomes is what the archive makes of them."""

import re
from pathlib import Path

import pytest

from generator.cli.demo import TODAY
from generator.joining import MarkName
from generator.model.minutes import Mark
from generator.pipeline import Examined, examine
from tests.site_archives import copied

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```markdown (\S+)\n((?:.*\n)*?)```$", re.MULTILINE)
HELP = [
    found.groups() for found in FENCE.finditer((ROOT / "content/help/decisions.md").read_text())
]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def with_notes(root: Path, path: str, text: str) -> Examined:
    """Give the made-up archive with these notes besides."""
    (root / path).write_text(text, encoding="utf-8")
    return examine(root, TODAY)


def marks(found: Examined, path: str) -> tuple[Mark, ...]:
    return next(notes.marks for notes in found.archive.minutes if notes.path == path)


def example(heading: str) -> tuple[str, str]:
    """Give path and text of the first example below a heading of the guide."""
    found = FENCE.search(GUIDE, GUIDE.index(f"## {heading}\n"))
    assert found
    return found[1], found[2]


@pytest.mark.parametrize(("path", "text"), HELP)
def test_an_example_of_the_help_gives_no_problem(path, text, tmp_path):
    """Whoever copies an example of the help into the made-up archive gets a clean check."""
    root = copied("river", tmp_path)
    before = examine(root, TODAY).problems
    assert before == with_notes(root, path, text).problems


def test_the_help_shows_how_to_end_and_close_what_is_there(tmp_path):
    """The example names an earlier decision and an earlier action of the made-up archive."""
    path, text = HELP[0]
    found = with_notes(copied("river", tmp_path), path, text)
    named = [MarkName(join.call, join.name) for mark in marks(found, path) for join in mark.joins]
    known = {MarkName(one.call, mark.anchor) for one in found.archive.minutes for mark in one.marks}
    assert 2 == len(named)
    assert set() == set(named) - known


def test_the_rough_forms_of_the_guide_are_read_as_it_says(tmp_path):
    """Capitals, dashes, arrows and a list of actions come out as marks with their outcomes."""
    path, text = example("Outcomes in notes")
    found = marks(with_notes(copied("river", tmp_path), path, text), path)
    assert [
        ("decision", "consensus", True),
        ("proposal", "passed", True),
        ("temperature check", "", False),
        ("straw poll", "", False),
        ("action", "", False),
    ] == [(mark.kind.value, mark.outcome, mark.adopted) for mark in found]
    assert [False] == [mark.tally.taken for mark in found if mark.tally and not mark.tally.taken]


def test_a_doubt_beside_an_outcome_is_no_adoption_as_the_guide_says(tmp_path):
    """The doubted form that the guide gives is unclear and does not count as decided."""
    (form,) = re.findall(r"such as `(\(consensus, if [^`]*\))`", GUIDE)
    path = "minutes/2031/2031-03-12-river-open-call.md"
    text = f"---\norigin: notes\n---\n- **Decision:** one hall. {form}\n"
    (mark,) = marks(with_notes(copied("river", tmp_path), path, text), path)
    assert ("unclear", False) == (mark.outcome, mark.adopted)
