"""What the parser makes of notes that were counted by hand: every mark of them and no other, and nothing decided by it.

A mark of which something is known to be missed says what in its count (`missed_because`); whatever else differs fails.
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


def counted(one: Read) -> dict[int, str]:
    """Give lines and kinds of what a person counted."""
    return {mark["line"]: mark["kind"] for mark in one.told.get("mark", [])}


def kinds_of(one: Read) -> dict[int, str]:
    """Give lines and kinds of what was found."""
    return {line: mark.kind.value for line, mark in one.found.items()}


def known(one: Read, what: str = "mark") -> set[int]:
    """Give the lines of which something is known to be missed."""
    return {each["line"] for each in one.told.get(what, []) if "missed_because" in each}


def to_compare(one: Read) -> list[tuple[dict[str, Any], Mark]]:
    """Give what a person counted beside what was found, where nothing is known to be missed."""
    passed = known(one)
    marks = [mark for mark in one.told.get("mark", []) if mark["line"] not in passed]
    return [(mark, one.found[mark["line"]]) for mark in marks]


def day_of(mark: Mark) -> str:
    """Give the due day of an action, or an empty string."""
    return str(mark.due) if mark.due else ""


@each_count
def test_every_mark_is_found_and_no_other(path: Path) -> None:
    """Line by line, each with its kind."""
    one = read(path)
    assert [] == sorted(kinds_of(one).items() - counted(one).items())
    assert set() == set(counted(one)) - set(one.found) - known(one)


@each_count
def test_nothing_counts_as_decided_that_was_not(path: Path) -> None:
    """The worst that can happen: no line is adopted that a careful reader would not swear to."""
    one = read(path)
    sworn = {mark["line"] for mark in one.told.get("mark", []) if mark.get("decided")}
    assert set() == {line for line, mark in one.found.items() if mark.adopted} - sworn


@each_count
def test_what_was_decided_is_found_with_its_outcome(path: Path) -> None:
    """The words, whether it was adopted, and our word for the outcome where the count has one."""
    told = [pair for pair in to_compare(read(path)) if "decided" in pair[0]]
    expected = [(m["line"], True, m["decided"], m.get("outcome")) for m, _ in told]
    actual = [
        (m["line"], m["text"] in x.text, x.adopted, x.outcome if "outcome" in m else None)
        for m, x in told
    ]
    assert expected == actual


@each_count
def test_words_of_marks_are_those_of_the_notes(path: Path) -> None:
    """The first words that a person wrote down stand in what is listed."""
    one = read(path)
    marks = [mark for mark in one.told.get("mark", []) if mark["line"] in one.found]
    assert [] == [m["text"] for m in marks if m["text"] not in one.found[m["line"]].text]


@each_count
def test_owners_of_actions_are_those_of_the_notes(path: Path) -> None:
    """As they are written; where none is told, none is made up."""
    actions = [pair for pair in to_compare(read(path)) if pair[0]["kind"] == "action"]
    assert [(m["line"], m.get("owner", "")) for m, _ in actions] == [
        (m["line"], x.owner) for m, x in actions
    ]


@each_count
def test_due_days_are_those_of_the_notes(path: Path) -> None:
    """A whole date is read; words for a day may stay words, and where nothing is told there is no day."""
    actions = [pair for pair in to_compare(read(path)) if pair[0]["kind"] == "action"]
    plain = [pair for pair in actions if "due_told" not in pair[0]]
    assert [(m["line"], m.get("due", "")) for m, _ in plain] == [
        (m["line"], day_of(x)) for m, x in plain
    ]


@each_count
def test_what_is_known_to_be_missed_is_missed_and_not_wrong(path: Path) -> None:
    """Not found, not adopted, or without its owner or its day: a reason that is out of date fails here."""
    one = read(path)
    for mark in one.told.get("mark", []):
        found = one.found.get(mark["line"])
        if "missed_because" not in mark or not found:
            continue
        day = day_of(found)
        wanted = (bool(mark.get("decided")), mark.get("owner", ""), mark.get("due", ""))
        actual = (found.adopted, found.owner, "" if "due_told" in mark else day)
        assert wanted != actual
        pairs = zip(wanted, actual, strict=True)
        assert all(was_read in ("", False, by_hand) for by_hand, was_read in pairs)


@each_count
def test_a_warning_stands_where_a_person_wants_one(path: Path) -> None:
    """And nowhere where it would only disturb, but where the count says why."""
    one = read(path)
    traps = one.told.get("not_a_mark", [])
    wanted = {trap["line"] for trap in traps if trap["expect"] == "warn"}
    silent = {trap["line"] for trap in traps if trap["expect"] == "silent"}
    assert (set(), known(one, "not_a_mark")) == (wanted - one.warned, silent & one.warned)


def test_precision_and_recall_are_told() -> None:
    """Over the sets that the parser was written with, and over those that were held back until it was done."""
    for name, odd in (("written with", 1), ("held back at first", 0)):
        total = figures([path for path in COUNTS if int(path.stem[:2]) % 2 == odd])
        print(
            f"{name}: {total['counted']} marks by hand, {total['found']} found, {total['right']} right; "
            f"precision {total['right'] / total['found']:.3f}, recall {total['right'] / total['counted']:.3f}; "
            f"decided {total['decided']} by hand, {total['adopted']} found; "
            f"owners {total['owners']} by hand, {total['owned']} found"
        )
        assert (total["found"], 0) == (total["right"], total["false"])
        assert total["right"] >= 0.9 * total["counted"]


def figures(paths: list[Path]) -> Counter[str]:
    """Count what was counted by hand and what was found, over several sets."""
    total: Counter[str] = Counter()
    for path in paths:
        one = read(path)
        marks = one.told.get("mark", [])
        sworn = {mark["line"] for mark in marks if mark.get("decided")}
        adopted = {line for line, mark in one.found.items() if mark.adopted}
        total["counted"] += len(counted(one))
        total["found"] += len(one.found)
        total["right"] += len(counted(one).items() & kinds_of(one).items())
        total["decided"] += len(sworn)
        total["adopted"] += len(adopted)
        total["false"] += len(adopted - sworn)
        total["owners"] += sum("owner" in mark for mark in marks)
        total["owned"] += sum(bool(mark.owner) for mark in one.found.values())
    return total


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
