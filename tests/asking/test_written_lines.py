"""Tests of answers as lines of data, read back by the part that builds read them with."""

import dataclasses
import datetime
import json

from generator.asking.asked_archive import changed_files, dropped_lines, open_asked
from generator.asking.written_lines import dropped, files_of, line_of, merged
from generator.load.answers import read_answers
from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.model.answer import Answer, Found
from tests.asking.world import copy_at
from tests.site_archives import GOOD, copied

DAY = datetime.date(2031, 4, 2)
PATH = "calls/links/2031.jsonl"


def answer(address="https://sound.example/a.mp3", path=PATH, **more):
    return Answer(path, 0, address, **{"asked_on": DAY, "found": Found.THERE, **more})


FULL = answer(
    status=206, type="audio/mpeg", bytes=123, sha256="ab" * 32,
    moved_to="https://other.example/a.mp3", there_on=DAY,
)  # fmt: skip
SILENT = answer("https://sound.example/b.mp3", found=Found.SILENT, there_on=DAY, since=DAY)


def test_a_line():
    """Keys have one order, and what is not known is left out."""
    expected = (
        '{"url": "https://sound.example/a.mp3", "asked_on": "2031-04-02", "found": "there", "status": 206, '
        f'"type": "audio/mpeg", "bytes": 123, "sha256": "{"ab" * 32}", '
        '"moved_to": "https://other.example/a.mp3", "there_on": "2031-04-02"}'
    )
    assert expected == line_of(FULL)
    bare = ["url", "asked_on", "found", "there_on", "since"]
    assert bare == list(json.loads(line_of(SILENT)))


def test_what_is_written_is_read_back():
    """A build reads the same answers, and finds nothing wrong with the file."""
    texts = files_of([SILENT, FULL], ())
    assert {PATH} == set(texts)
    book = Notebook(PATH)
    found = read_answers(book, Source(PATH, texts[PATH].encode()))
    assert [] == book.problems
    assert (FULL, SILENT) == tuple(dataclasses.replace(one, line=0) for one in found)


def test_lines_are_in_the_order_of_addresses():
    """Whatever the order of answers, the bytes are the same."""
    assert files_of([FULL, SILENT], ()) == files_of([SILENT, FULL], ())


def test_a_line_that_would_be_too_long():
    """The new place is left out before a line is longer than may be read."""
    long = answer(f"https://sound.example/{'a' * 1200}", moved_to=f"https://b.example/{'b' * 1200}")
    assert "moved_to" not in line_of(long)
    assert len(line_of(long)) <= 2000


def test_old_lines_stay_and_new_ones_take_their_place():
    """An address that was not asked keeps its answer, also in a file to which it has come since."""
    asked = [copy_at(FULL.address), copy_at(SILENT.address)]
    before = [answer(path="calls/links/others.jsonl"), SILENT]
    later = dataclasses.replace(SILENT, asked_on=DAY + datetime.timedelta(days=1))
    kept = merged(before, [later], asked)
    assert (answer(), later) == kept


def test_a_line_that_nobody_names_is_dropped():
    """It is counted, and a file without lines is empty."""
    asked = [copy_at(FULL.address)]
    assert (FULL,) == merged([FULL, SILENT], [], asked)
    assert 1 == dropped([FULL, SILENT], asked)
    assert {PATH: ""} == files_of(merged([SILENT], [], asked), [PATH])


def test_the_living_archive_is_what_would_be_written(tmp_path):
    """Its files of answers are byte for byte what the program writes, so nothing of them changes without an answer."""
    asked = open_asked(copied("river", tmp_path), GOOD["river"])
    assert asked.examined.is_good
    assert len(asked.texts) > 1
    assert ({}, 0) == (changed_files(asked, ()), dropped_lines(asked))
