"""The archives of the pairs fill every field that can be withheld, with other values in other archives."""

from collections.abc import Iterator

import pytest
import yaml

from generator.fields import tables
from generator.fields.kinds import ListOf, Table
from generator.fields.transcript_tables import CORRECTION, TRANSCRIPT
from generator.model.minutes import Adoption, JoinKind, MarkKind, Origin
from tests.privacy.quiet_archive import Frame, Words, quiet_files, read

MARK = "qzvxkqz"
ARCHIVES = [quiet_files(Frame(), Words(seed, MARK)) for seed in range(40)]
PUBLIC = {"date", "share", "series", "adopted_by"}
"""Fields whose words are the same in both archives of a pair: dates and decisions are public, and so is their form."""
ALIKE = {"recordings.type"}
"""A field that says what the one beside it is, which differs."""
KINDS = {
    "series": (tables.SERIES, "calls/series/"),
    "groups": (tables.GROUP, "calls/groups/"),
    "hubs": (tables.HUB, "calls/hubs/"),
    "calls": (tables.CALL, "calls/2031/"),
    "minutes": (tables.MINUTES, "minutes/"),
    "transcripts": (TRANSCRIPT, "minutes/"),
    "corrections": (CORRECTION, "minutes/"),
}
ENDINGS = {"minutes": ".md", "transcripts": ".vtt", "corrections": ".corrections.yaml"}
"""How files are named of which several kinds lie in one folder; the others are `.yaml`."""


def closed_records(folder: str, ending: str = ".yaml") -> Iterator[dict[str, object]]:
    """Give what closed records of one kind hold, in every archive; of notes and transcripts what stands on top."""
    for files in ARCHIVES:
        for path, text in files.items():
            if path.startswith(folder) and path.endswith(ending) and MARK in text:
                found = yaml.load(_fields(path, text), yaml.BaseLoader)
                yield from found if isinstance(found, list) else [found]


def _fields(path: str, text: str) -> str:
    if path.endswith(".vtt"):
        return text.split("NOTE\n")[1].split("\n\n")[0]
    return text.split("---\n")[1] if path.endswith(".md") else text


def values_of(records: list[dict[str, object]], table: Table, at: str = "") -> dict[str, set[str]]:
    """Give the values of every field by its name, those inside lists of tables too."""
    found: dict[str, set[str]] = {}
    for field in table.fields:
        held = [record[field.name] for record in records if field.name in record]
        found[at + field.name] = set(map(str, held))
        if held and len(held) < len(records):
            found[at + field.name].add("left out")
        inner = field.kind.item if isinstance(field.kind, ListOf) else None
        if isinstance(inner, Table):
            rows = [row for rows in held for row in rows]  # type: ignore[attr-defined]
            found |= values_of(rows, inner, f"{at}{field.name}.")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_tables_is_filled_with_something_withheld(kind):
    """A field that is new in the tables is one in which a pair of archives can differ, or this fails."""
    table, folder = KINDS[kind]
    found = values_of(list(closed_records(folder, ENDINGS.get(kind, ".yaml"))), table)
    assert [] == [name for name, values in found.items() if not values]
    same = {name for name, values in found.items() if len(values) < 2}
    assert same - PUBLIC <= ALIKE


def test_every_part_of_a_sharing_is_written():
    """What is withheld, who decided it and whether it is named are written out in the records."""
    shares = [record["share"] for record in closed_records("calls/2031/")]
    written = {name for share in shares if isinstance(share, dict) for name in share}
    assert written == {field.name for field in tables.SHARE.fields}


def test_marks_of_every_kind_are_withheld():
    """Withheld notes hold each kind of mark and of join, each origin and state, and what was taken out of them."""
    notes = [one for files in ARCHIVES[:12] for one in read(files)[1].minutes if MARK in one.body]
    marks = [mark for one in notes for mark in one.marks]
    assert set(MarkKind) == {mark.kind for mark in marks}
    assert set(JoinKind) == {join.kind for mark in marks for join in mark.joins}
    assert {True, False} == {bool(join.call) for mark in marks for join in mark.joins}
    assert set(Origin) == {one.origin for one in notes}
    assert set(Adoption) == {one.adoption for one in notes}
    assert any(one.redactions for one in notes)
    assert any(one.removals for one in notes)
    assert any(one.breakouts for one in notes)
    assert any(mark.owner and mark.due for mark in marks)
    assert any(mark.is_named for mark in marks)
    assert {"", "es"} <= {one.language for one in notes} | {""}


def test_lengths_are_very_different():
    """Withheld notes are a single word, or as long as notes may be."""
    sizes = {len(text) for files in ARCHIVES for path, text in files.items() if path[0] == "m"}
    assert min(sizes) < 200
    assert max(sizes) > 150_000


def test_careless_records_differ_in_what_is_wrong_with_them():
    """In archives with faults closed records have other problems in each, and open ones have the same."""
    told = []
    for seed in range(6):
        files = quiet_files(Frame(faulty=True), Words(seed, MARK))
        closed = {path for path, text in files.items() if MARK in text and "open" not in path}
        _, _, problems, _ = read(files)
        assert not any(fault.is_error for fault in problems)
        told.append(frozenset((f.code, f.place.path) for f in problems if f.place.path in closed))
    assert len(set(told)) == len(told)
