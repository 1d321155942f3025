"""What the parser makes of notes that were counted by hand: every mark of them and no other, and nothing decided by it.

A mark that is known to be missed says why in its count (`missed_because`); whatever else differs fails here.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from generator.load.archive import read_file
from generator.load.files import Source
from generator.model.minutes import Mark

COUNTS = sorted(Path(__file__).parent.glob("[0-9][0-9]-*.toml"))
ROOT = Path(__file__).parents[2]
each_count = pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.stem)


class Read(NamedTuple):
    """A set of notes: what a person counted, the marks that were found by their lines, and the lines with a warning."""

    told: dict[str, Any]
    found: dict[int, Mark]
    warned: frozenset[int]


def read(path: Path) -> Read:
    """Read the notes beside a count."""
    data = path.with_suffix(".md").read_bytes()
    loaded = read_file(Source("minutes/2031/2031-03-05-river-open-call.md", data))
    assert loaded.minutes is not None
    count = tomllib.loads(path.read_text(encoding="utf-8"))
    warned = frozenset(
        fault.place.line for fault in loaded.problems if fault.code in ("F220", "F221", "F226")
    )
    return Read(count, {mark.line: mark for mark in loaded.minutes.marks}, warned)


def counted(one: Read, known: bool = False) -> dict[int, str]:
    """Give lines and kinds of what a person counted, those that are known to be missed only if asked for."""
    marks = one.told.get("mark", [])
    return {mark["line"]: mark["kind"] for mark in marks if known or "missed_because" not in mark}


@each_count
def test_every_mark_is_found_and_no_other(path: Path) -> None:
    """Line by line, each with its kind."""
    one = read(path)
    assert counted(one) == {line: mark.kind.value for line, mark in one.found.items()}


@each_count
def test_nothing_counts_as_decided_that_was_not(path: Path) -> None:
    """The worst that can happen: no line is adopted that a careful reader would not swear to."""
    one = read(path)
    sworn = {mark["line"] for mark in one.told.get("mark", []) if mark.get("decided")}
    assert set() == {line for line, mark in one.found.items() if mark.adopted} - sworn


@each_count
def test_what_was_decided_is_found_with_its_outcome(path: Path) -> None:
    """The words, whether it was adopted, and our word for the outcome where the count has one."""
    one = read(path)
    wanted = [mark for mark in one.told.get("mark", []) if "decided" in mark]
    expected = {m["line"]: (True, m["decided"], m.get("outcome")) for m in wanted}
    actual = {}
    for mark in wanted:
        found = one.found[mark["line"]]
        outcome = found.outcome if "outcome" in mark else None
        actual[mark["line"]] = (mark["text"] in found.text, found.adopted, outcome)
    assert expected == actual


@each_count
def test_words_of_marks_are_those_of_the_notes(path: Path) -> None:
    """The first words that a person wrote down stand in what is listed."""
    one = read(path)
    marks = [mark for mark in one.told.get("mark", []) if "missed_because" not in mark]
    found = {mark["line"]: one.found[mark["line"]].text for mark in marks}
    assert [] == [m["text"] for m in marks if m["text"] not in found[m["line"]]]


@each_count
def test_a_warning_stands_where_a_person_wants_one(path: Path) -> None:
    """And nowhere where it would only disturb."""
    one = read(path)
    traps = one.told.get("not_a_mark", [])
    wanted = {trap["line"] for trap in traps if trap["expect"] == "warn"}
    silent = {trap["line"] for trap in traps if trap["expect"] == "silent"}
    assert (set(), set()) == (wanted - one.warned, silent & one.warned)


def test_precision_and_recall_are_told() -> None:
    """Over all sets: what is known to be missed counts as missed here."""
    total: Counter[str] = Counter()
    for path in COUNTS:
        one = read(path)
        by_hand = counted(one, known=True)
        kinds = {line: mark.kind.value for line, mark in one.found.items()}
        total["counted"] += len(by_hand)
        total["found"] += len(kinds)
        total["right"] += len(by_hand.items() & kinds.items())
        total["decided"] += sum(bool(m.get("decided")) for m in one.told.get("mark", []))
        total["adopted"] += sum(mark.adopted for mark in one.found.values())
    known = sum(
        "missed_because" in mark
        for path in COUNTS
        for mark in tomllib.loads(path.read_text(encoding="utf-8")).get("mark", [])
    )
    print(
        f"{len(COUNTS)} sets: {total['counted']} marks by hand, {total['found']} found, {total['right']} right; "
        f"precision {total['right'] / total['found']:.3f}, recall {total['right'] / total['counted']:.3f}; "
        f"decided {total['decided']} by hand, {total['adopted']} found"
    )
    assert (total["found"], total["counted"] - known) == (total["right"], total["right"])


def test_the_real_archive_is_read_as_it_was_counted() -> None:
    """Every kind of mark of every call, and how many are decided."""
    text = (ROOT / "tests" / "fixtures" / "real_marks.yaml").read_text(encoding="utf-8")
    expected = yaml.safe_load(text)
    actual = {}
    for path in sorted((ROOT / "minutes").glob("20*/*.md")):
        loaded = read_file(Source(path.relative_to(ROOT).as_posix(), path.read_bytes()))
        assert loaded.minutes is not None
        kinds = Counter(mark.kind.value.replace(" ", "_") for mark in loaded.minutes.marks)
        decided = sum(mark.adopted for mark in loaded.minutes.marks)
        actual[path.stem] = {**kinds, "decided": decided}
    assert expected == actual
