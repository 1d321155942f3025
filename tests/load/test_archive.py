"""Tests of putting an archive together, and of the promise that loading never raises."""

import datetime
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks import check_archive
from generator.load.archive import assemble, read_file
from generator.load.files import Source, read_tree
from generator.load.settings_file import read_settings
from generator.load.text import decode
from generator.model.archive import Archive
from generator.personal_data import check_text
from tests.problems.river_archive import RIVER_ARCHIVE, SETTINGS, TODAY

PATHS = ["calls/2031/2031-03-05-river.yaml", "calls/series/river.yaml", "calls/groups/river.yaml",
         "calls/hubs/river.yaml", "calls/platforms.yaml", "minutes/2031/2031-03-05-river.md",
         "content/river.md"]  # fmt: skip
# Pieces of what people write, so that chance comes further than the first line.
PIECES = ["title: River\n", "date: 2031-03-05\n", "date: 2031-00-00\n", "start: 21:00\n", "end: 20:00\n",
          "zone: EST\n", "zone: Europe/Rome\n", "status: held\n", "status: cancelled\n", "share: public\n",
          "share:\n", "  details: withheld\n", "  minutes: withheld\n", "  recording: withheld\n",
          "  reason: safety\n", "groups: [a, B]\n", "series: river\n", "moved_from:\n", "  - 2031-03-05 21:00\n",
          "recordings:\n", "  - url: http://a.example/\n", "    kept_by: x\n", "name: River\n", "kind: gathering\n",
          "from: 2031-02\n", "until: 2030\n", "repeats: every day at 21:00\n", "skip:\n", "  - on: 2031-03-05\n",
          "---\n", "origin: notes\n", "status: adopted\n", "adopted_by: x\n", "# River\n", "**Decision:** a (b)\n",
          "- **Count:** c\n", "    - d: 4\n", "[a](b.md)\n", "<!-- archive: x -->\n", "```\n", "\n", "*a", "&a ",
          "!a ", "<<: *a\n", "\t", "\r\n", "\u200b", "{", "]", "'", '"', "|\n", "participants: 3\n",
          "places: [\"Mill Town, PA\"]\n", "switchboard:\n", "  name: x\n", "roles:\n", "sources:\n",
          "  - title: x\n"]  # fmt: skip


def load(files: Mapping[str, str]) -> Archive:
    loaded = [
        read_file(Source(path, text.encode()))
        for path, text in files.items()
        if path != "mkdocs.yml"
    ]
    return assemble(loaded, "America/New_York", {}, {})


def look_at(path: str, data: bytes) -> None:
    """Do with one file all that a build does before it renders anything."""
    loaded = read_file(Source(path, data))
    archive = assemble([loaded], "America/New_York", {}, {})
    chosen, _, _ = read_settings(Source("mkdocs.yml", SETTINGS.encode()), TODAY)
    assert chosen is not None
    found = [*loaded.problems, *check_archive(archive, chosen)]
    text, _ = decode(path, data)
    lines = text.split("\n") if text is not None else [""]
    found += check_text(path, text or "", frozenset())
    for fault in found:
        assert fault.message.isprintable()
        assert fault.help.isprintable()
        assert fault.place.column >= 1
        assert fault.place.length >= 0
        assert 1 <= fault.place.line <= max(len(lines), data.count(b"\n") + data.count(b"\r") + 1)


@pytest.mark.parametrize("path", PATHS)
@given(data=st.binary(max_size=200))
@settings(deadline=None, max_examples=60)
def test_no_bytes_raise(path: str, data: bytes):
    """Whatever bytes a file has, there is an answer with a place inside it."""
    look_at(path, data)


@pytest.mark.parametrize("path", PATHS)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
@settings(deadline=None, max_examples=150)
def test_no_mixture_of_lines_raises(path: str, pieces: list[str]):
    """Lines of records in any order are answered too."""
    look_at(path, "".join(pieces).encode())


@given(
    data=st.one_of(
        st.binary(max_size=200), st.lists(st.sampled_from(PIECES)).map("".join).map(str.encode)
    )
)
@settings(deadline=None, max_examples=150)
def test_no_settings_raise(data: bytes):
    """The settings are read like any record."""
    read_settings(Source("mkdocs.yml", data), TODAY)


@given(seed=st.integers(0, 1000))
@settings(deadline=None, max_examples=20)
def test_the_order_of_files_does_not_matter(seed: int):
    """An archive is the same whatever order the disk gives."""
    items = list(RIVER_ARCHIVE.items())
    random.Random(seed).shuffle(items)
    assert load(RIVER_ARCHIVE) == load(dict(items))


def test_files_made_in_any_order_are_read_alike(tmp_path: Path):
    """The order in which a folder was filled leaves no trace."""
    for name, items in (
        ("a", list(RIVER_ARCHIVE.items())),
        ("b", list(RIVER_ARCHIVE.items())[::-1]),
    ):
        for path, text in items:
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf-8")
    assert read_tree(str(tmp_path / "a")) == read_tree(str(tmp_path / "b"))


def test_a_call_without_a_zone_has_that_of_its_series_or_the_archive():
    """The nearest one holds."""
    series = "title: River\nrhythm: weekly\nzone: Europe/Rome\nshare: public\n"
    call = "title: River\ndate: 2031-03-0{}\nstatus: held\nshare: public\n"
    archive = load({
        "calls/series/river.yaml": series,
        "calls/2031/2031-03-05-a.yaml": call.format(5) + "series: river\nzone: Asia/Tokyo\n",
        "calls/2031/2031-03-06-b.yaml": call.format(6) + "series: river\n",
        "calls/2031/2031-03-07-c.yaml": call.format(7),
    })  # fmt: skip
    assert ["Asia/Tokyo", "Europe/Rome", "America/New_York"] == [c.zone for c in archive.calls]


NOTES = (
    "---\norigin: notes\nseries: river-open-call\ndate: 2031-03-19\nshare: public\n---\nWe met.\n"
)


def test_notes_can_stand_in_for_a_call_of_a_series():
    """One file is enough: title, hour and groups come from the series."""
    archive = load(RIVER_ARCHIVE | {"minutes/2031/2031-03-19-river.md": NOTES})
    call = next(call for call in archive.calls if call.id == "2031-03-19-river")
    assert ("River Assembly open call", datetime.time(21), ("river-planning",)) == (
        call.title, call.start, call.groups
    )  # fmt: skip


def test_notes_in_two_languages_stand_in_for_one_call():
    """The call is not there twice."""
    both = {f"minutes/2031/2031-03-19-river{end}": NOTES for end in (".md", ".es.md")}
    ids = [call.id for call in load(RIVER_ARCHIVE | both).calls]
    assert 1 == ids.count("2031-03-19-river")


def test_notes_of_a_call_with_a_record_make_no_second_one():
    """The record says what the call was."""
    path = "minutes/2031/2031-03-12-river-open-call.md"
    ids = [call.id for call in load(RIVER_ARCHIVE | {path: NOTES}).calls]
    assert sorted(set(ids)) == sorted(ids)
