"""Hand counts of notes say what stands in the notes; what a parser makes of them is asked elsewhere."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

COUNTS = sorted(Path(__file__).parent.glob("[0-9][0-9]-*.toml"))
KINDS = {
    "decision",
    "proposal",
    "outcome",
    "straw poll",
    "count",
    "temperature check",
    "action",
}
MARK_KEYS = {
    "line",
    "kind",
    "text",
    "decided",
    "outcome",
    "told",
    "blocks",
    "stand_asides",
    "answers",
    "owner",
    "due",
    "due_told",
    "reversed_by",
    "note",
    "missed_because",
}
each_count = pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.stem)


def read(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Give the count and the lines of its notes."""
    lines = path.with_suffix(".md").read_text(encoding="utf-8").split("\n")
    return tomllib.loads(path.read_text(encoding="utf-8")), lines


def plain(text: str) -> str:
    """Leave signs of emphasis out, as the counts do."""
    return re.sub(r"[*_`]", "", text)


def test_every_set_of_notes_has_its_count() -> None:
    """Notes and counts come in pairs, twenty of them."""
    notes = {path.stem for path in Path(__file__).parent.glob("[0-9][0-9]-*.md")}
    assert notes == {path.stem for path in COUNTS}
    assert 20 == len(notes)


@each_count
def test_marks_stand_on_their_lines(path: Path) -> None:
    """The first words of each mark stand on the line that the count names."""
    count, lines = read(path)
    missing = [
        (mark["line"], mark["text"])
        for mark in count.get("mark", [])
        if mark["text"] not in plain(lines[mark["line"] - 1])
    ]
    assert [] == missing


@each_count
def test_lines_that_are_no_marks_stand_there(path: Path) -> None:
    """The words of each line that only looks like a mark stand on the line that the count names."""
    count, lines = read(path)
    traps = count.get("not_a_mark", [])
    assert [] == [trap for trap in traps if trap["text"] not in lines[trap["line"] - 1]]
    assert {trap["expect"] for trap in traps} <= {"warn", "silent", "either"}
    assert all(trap["why"] for trap in traps)


@each_count
def test_counts_use_known_keys(path: Path) -> None:
    """A count uses the words that the page beside it explains, and no line is both a mark and none."""
    count, _ = read(path)
    assert {"style", "decides"} <= set(count) <= {"style", "decides", "mark", "not_a_mark"}
    marks = count.get("mark", [])
    assert [] == [mark for mark in marks if not set(mark) <= MARK_KEYS]
    assert {mark["kind"] for mark in marks} <= KINDS
    told = [mark for mark in marks if mark["kind"] in {"decision", "proposal", "outcome"}]
    assert [] == [mark for mark in marks if ("decided" in mark) != (mark in told)]
    traps = {trap["line"] for trap in count.get("not_a_mark", [])}
    assert set() == traps & {mark["line"] for mark in marks}


@each_count
def test_what_is_told_stands_in_the_notes(path: Path) -> None:
    """Owners, answers and numbers of a mark stand on its line or shortly below it, and a due date is a date."""
    count, lines = read(path)
    for mark in count.get("mark", []):
        near = plain("\n".join(lines[mark["line"] - 1 : mark["line"] + 24]))
        said = [mark.get("owner", ""), mark.get("due_told", "")]
        for answer in mark.get("answers", []):
            said += [answer["answer"], answer["number"].rstrip("%+")]
        assert [] == [words for words in said if words not in near and not words.isdigit()]
        assert mark.get("due") == (mark.get("due") and date.fromisoformat(mark["due"]).isoformat())
        assert mark.get("reversed_by", "") in plain("\n".join(lines))


@each_count
def test_notes_are_as_long_as_real_ones(path: Path) -> None:
    """Each set of notes has front matter with an origin and between 40 and 150 lines."""
    _, lines = read(path)
    assert "---" == lines[0]
    assert lines[1].startswith("origin: ")
    assert 40 <= len(lines) <= 150


def test_the_real_notes_are_counted_one_by_one() -> None:
    """The count of the real archive names every file of notes, and as many decisions as its outcomes do."""
    root = Path(__file__).parents[2]
    fixtures = root / "tests" / "fixtures"
    marks = yaml.safe_load((fixtures / "real_marks.yaml").read_text(encoding="utf-8"))
    outcomes = yaml.safe_load((fixtures / "real_outcomes.yaml").read_text(encoding="utf-8"))
    assert {path.stem for path in (root / "minutes").glob("20*/*.md")} == set(marks)
    told = Counter(row["call"] for row in outcomes)
    counted = {
        call: sum(kinds.get(kind, 0) for kind in ("decision", "proposal", "outcome"))
        for call, kinds in marks.items()
    }
    assert dict(told) == {call: number for call, number in counted.items() if number}
    decided = Counter(row["call"] for row in outcomes if row["adopted"])
    assert dict(decided) == {call: row["decided"] for call, row in marks.items() if row["decided"]}
