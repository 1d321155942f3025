"""Tests that the worked examples of CONTRIBUTING.md load as they stand."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from generator.load.archive import read_file
from generator.load.files import read_tree

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
CALL = "calls/2031/2031-03-05-river-open-call.yaml"
RENAMED = "calls/2031/2031-03-06-river-open-call.yaml"
MINUTES = "minutes/2031/2031-03-05-river-open-call.md"


def example(heading: str, number: int = 0) -> str:
    """Give one indented block of a section, as a reader would copy it."""
    section = GUIDE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"(?:^ {4}.*\n(?:\n(?= {4}))?)+", section, re.MULTILINE)
    return dedent(blocks[number])


def corrected() -> str:
    """Give the example call after the example correction."""
    text = example("Adding a call")
    changes = example("Mending a mistake", 0).splitlines()
    (taken,) = [line[1:] for line in changes if line.startswith("-")]
    added = [line[1:] for line in changes if line.startswith("+")]
    assert f"\n{taken}\n" in text
    return text.replace(taken, "\n".join(added)) + example("Mending a mistake", 1)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CALL, example("Adding a call")),
        (MINUTES, example("Adding notes")),
        (RENAMED, corrected()),
    ],
    ids=["call", "notes", "correction"],
)
def test_an_example_loads_without_a_problem(archive_at, path, text):
    """What the guide shows is read as it stands, under the name that it gives."""
    sources, problems = read_tree(str(archive_at({path: text})))
    assert path in GUIDE or path == RENAMED
    assert () == problems
    assert [path] == [source.path for source in sources]
    assert () == read_file(sources[0]).problems


def test_a_spoilt_example_is_noticed(archive_at):
    """The loader that these tests lean on does object to a call without `share`."""
    spoilt = example("Adding a call").replace("share: public\n", "")
    sources, _ = read_tree(str(archive_at({CALL: spoilt})))
    assert read_file(sources[0]).problems
