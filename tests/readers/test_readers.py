"""Other calendar programs read in our files what the records say: who, from when until when, and whether it is off.

What the records say is worked out by the tests themselves, from the files of an archive alone.
"""

import os

import pytest

from tests.readers.drawn import EACH, FLOOR, PARTS, drawn, numbers
from tests.readers.feed_faults import feed_faults
from tests.readers.feeds import calendars, examined, golden, shown, write
from tests.readers.programs import EACH as PROGRAMS
from tests.readers.programs import ask
from tests.site_archives import GOOD

LEAST = {"river": 1000, "withheld": 150, "recurrence": 1000, "unicode": 90, "empty": 0}
"""So many events are in the files of each golden archive at the least, so that nothing passes by being empty."""


def differences(wanted, told):
    """Give what a program reads otherwise than it should, or finds wrong, by file."""
    return {
        str(path): (sorted(set(events) ^ set(told[path].events)), told[path].fault)
        for path, events in wanted.items()
        if told[path].events != tuple(sorted(events)) or told[path].fault
    }


def written(name, folder):
    """Write the calendar files of a golden archive, and give what each should show."""
    files, today = golden(name)
    wanted = shown(files, today)
    places = write(folder, calendars(examined(files, today)))
    assert set() == set(wanted) - set(places)
    return {place: wanted.get(path, ()) for path, place in places.items()}


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Give a folder that all processes of this run of tests have in common."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "drawn-archives"


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_reads_a_golden_archive_as_its_records_say(program, name, tmp_path):
    """Every feed and every file of a call shows the events that the records give, and no other."""
    wanted = written(name, tmp_path)
    assert sum(map(len, wanted.values())) >= LEAST[name]
    assert {} == differences(wanted, ask(program, wanted))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_reads_made_up_archives_as_their_records_say(program, part, shared):
    """The same of a thousand archives with every zone, clock changes, moves, skips, extras and texts of all kinds."""
    print(f"archives {numbers(part)}")
    wanted = drawn(shared, part)
    assert sum(map(len, wanted.values())) >= FLOOR
    assert {} == differences(wanted, ask(program, wanted))


@pytest.mark.parametrize("name", GOOD)
def test_files_of_a_golden_archive_are_without_fault(name):
    """Every file is as RFC 5545 and the rules of our feeds want it."""
    files, today = golden(name)
    made = calendars(examined(files, today))
    assert made
    assert [] == [(path, one) for path, data in made.items() for one in feed_faults(path, data)]


@pytest.mark.parametrize("part", range(PARTS))
def test_files_of_made_up_archives_are_without_fault(part, shared):
    """The same of a thousand archives."""
    print(f"archives {numbers(part)}")
    made = {
        path.relative_to(path.parents[1]).as_posix() + f" of {path.parents[1].name}": path
        for path in drawn(shared, part)
    }
    assert len(made) >= EACH * 10
    faults = {
        name: feed_faults(name.partition(" ")[0], path.read_bytes()) for name, path in made.items()
    }
    assert {} == {name: found for name, found in faults.items() if found}
