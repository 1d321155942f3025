"""Another program reads in the feed of deadlines what the files of an archive say: which calls, since which day."""

import datetime

import pytest

from generator.privacy import gate
from generator.render import atom_deadlines
from generator.render.output import File
from tests.readers.deadlines import entries
from tests.readers.feeds import examined, golden
from tests.readers.podcast_programs import ask, python_program
from tests.readers.random_archives import random_archive
from tests.readers.records import read_archive

FEEDPARSER = python_program("feedparser_atom")
DRAWN = range(60)
LEAST = 25
"""So many entries are in all feeds at the least, so that nothing passes by being empty."""


def made(files, today) -> bytes:
    """Give the bytes of the feed of an archive."""
    found = examined(files, today)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    (draft,) = atom_deadlines.render(public, found.settings)
    file = draft.make(draft.view, found.settings)
    assert isinstance(file, File)
    return file.data


def second(day: str) -> int:
    midnight = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC)
    return int(midnight.timestamp())


@pytest.mark.readers
def test_feedparser_reads_the_deadlines_that_the_records_give(tmp_path):
    """Sixty drawn archives and that of the River: every entry, its day and its place, and no other."""
    wanted = {}
    for name, (files, today) in {
        "river": golden("river"),
        **{f"drawn-{number}": random_archive(number) for number in DRAWN},
    }.items():
        place = tmp_path / f"{name}.xml"
        place.write_bytes(made(files, today))
        due = entries(files, read_archive(files), today)
        wanted[place] = sorted((f"{call}.html#record-recording", second(day)) for call, day in due)
    told = ask(FEEDPARSER, wanted)
    assert sum(map(len, wanted.values())) >= LEAST
    found = {
        place: sorted(
            (name.rpartition("/")[2], at) for name, _title, at, _link in answer["entries"]
        )
        for place, answer in ((place, told[place]["told"]) for place in wanted)
    }
    assert wanted == found
    assert [] == [each["fault"] for each in told.values() if each["fault"]]
