"""Other programs read in our podcasts what the records say: which episodes, when, where, how large, with which words.

What the records say is worked out by the tests themselves, from the files of an archive alone.
`CALLS_PODCASTS` in the environment says how many archives are drawn; 25 are by default.
"""

import dataclasses
import datetime
import json
import os
from pathlib import Path

import pytest

from generator.privacy import gate
from generator.render import podcast_feed
from generator.render.output import File
from tests.readers.episodes import Episode, expected
from tests.readers.feeds import examined, golden, write
from tests.readers.podcast_faults import chapters_faults, podcast_faults
from tests.readers.podcast_programs import EACH, ask, differences
from tests.readers.random_podcasts import random_podcast
from tests.site_archives import GOOD

ARCHIVES = int(os.environ.get("CALLS_PODCASTS", "25"))


def made_of(files, today):
    """Give the podcasts of an archive, and its chapters, by path."""
    found = examined(files, today)
    assert [] == [fault for fault in found.problems if fault.is_error]
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    timeless = dataclasses.replace(found.settings, today=datetime.date.min)
    made = [
        draft.make(draft.view, timeless) for draft in podcast_feed.render(public, found.settings)
    ]
    return {one.path: one.data for one in made if isinstance(one, File)}


def podcasts(made):
    """Give the podcasts among files."""
    return {path: data for path, data in made.items() if path.startswith("feeds/")}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Give the podcasts of made-up archives as they lie on the disk, each with the episodes that it should have."""
    wanted: dict[Path, list[Episode]] = {}
    for number in range(ARCHIVES):
        files, today = random_podcast(number)
        right = expected(files, today)
        made = made_of(files, today)
        assert set() == {path for path, some in right.items() if some} - set(made), number
        places = write(tmp_path_factory.mktemp(f"podcasts-{number}-"), made)
        wanted |= {place: right.get(path, []) for path, place in places.items()}
    return wanted


def feeds_in(wanted):
    """Give the podcasts among files on the disk."""
    return {path: some for path, some in wanted.items() if path.suffix == ".xml"}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("program", EACH)
def test_a_program_reads_a_golden_archive_as_its_records_say(program, name, tmp_path):
    """Every podcast holds the episodes that the records give, and no other."""
    files, today = golden(name)
    right = expected(files, today)
    places = write(tmp_path, podcasts(made_of(files, today)))
    wanted = {place: right.get(path, []) for path, place in places.items()}
    assert set() == {path for path, some in right.items() if some} - set(places)
    assert [] == differences(wanted, ask(program, wanted))


@pytest.mark.parametrize("program", EACH)
def test_a_program_reads_made_up_archives_as_their_records_say(program, drawn):
    """The same of archives with recordings in every state, hostile titles, and words in several languages."""
    wanted = feeds_in(drawn)
    assert sum(map(len, wanted.values())) >= 2 * ARCHIVES
    assert [] == differences(wanted, ask(program, wanted))


def test_podcasts_are_without_fault(drawn):
    """Every podcast is as its forms want it, and so is every file of chapters that one names."""
    faults = {str(path): podcast_faults(path.read_bytes()) for path in feeds_in(drawn)}
    faults |= {
        str(path): chapters_faults(path.read_bytes()) for path in drawn if path.suffix == ".json"
    }
    assert {} == {path: found for path, found in faults.items() if found}


def test_living_archive_has_an_episode_of_every_kind():
    """Sound and film, words in both languages, chapters, several copies and a checksum stand in its podcast."""
    episodes = expected(*golden("river"))["feeds/podcast.xml"]
    assert {"audio", "video"} == {each.type.split("/")[0] for each in episodes}
    assert {1, 2} <= {len(each.copies) for each in episodes}
    assert any(each.chapters for each in episodes)
    assert {"en", "es"} == {one[2] for each in episodes for one in each.words}
    assert any(copy[3] for each in episodes for copy in each.copies)


def test_figures_of_what_was_read(drawn):
    """Of the made-up archives many episodes have words, chapters and several copies, so that all of it is read."""
    episodes = [
        each
        for path, some in feeds_in(drawn).items()
        if path.name == "podcast.xml"
        for each in some
    ]
    told = {
        "episodes": len(episodes),
        "copies": sum(max(len(each.copies), 1) for each in episodes),
        "transcripts": sum(len(each.words) for each in episodes),
        "chapters": sum(bool(each.chapters) for each in episodes),
    }
    print(json.dumps(told))
    assert all(count >= ARCHIVES / 2 for count in told.values()), told
