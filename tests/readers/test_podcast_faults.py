"""Faults that are planted into a podcast are noticed by the strict look or by the programs that read it.

A fault that nobody noticed would show that the tests beside this one can pass by not looking.
"""

from dataclasses import dataclass

import pytest

from tests.readers.episodes import expected
from tests.readers.feeds import golden
from tests.readers.podcast_faults import chapters_faults, podcast_faults
from tests.readers.podcast_programs import EACH, ask, differences
from tests.readers.test_podcasts import made_of

FEEDPARSER, PODCASTPARSER, PARTYTIME = "feedparser", "podcastparser", "partytime"
EVERYBODY = frozenset((FEEDPARSER, PODCASTPARSER, PARTYTIME))
STRICT = frozenset((FEEDPARSER, PODCASTPARSER))
"""They read XML as it is defined; the other takes what it finds."""
FEED = "feeds/podcast.xml"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: what stands in a right podcast, what is put in its place, and which programs have to notice."""

    name: str
    right: str
    wrong: str
    programs: frozenset[str]
    is_of_form: bool = True


ENCLOSURE = '<enclosure url="https://ferryline.example/river-0312.mp3" length="22400000" type="audio/mpeg"/>\n'
DATE = "Wed, 12 Mar 2031 21:00:00 -0400"
FAULTS = (
    Fault("a bare ampersand", "<title>River", "<title>A & B River", EVERYBODY),
    Fault("an element that is left open", "</item>", "", EVERYBODY),
    Fault("a control character", "<title>River", "<title>\x0bRiver", STRICT),
    Fault("an episode without a file", ENCLOSURE, "", EVERYBODY),
    Fault("a size that is none", 'length="22400000"', 'length="large"', EVERYBODY),
    Fault("another size", 'length="22400000"', 'length="22400001"', EVERYBODY, False),
    Fault("a type of no sound", 'type="audio/mpeg"/>', 'type="text/html"/>', EVERYBODY),
    Fault("an address without a host", "https://ferryline.example/", "", EVERYBODY),
    Fault("another instant", DATE, DATE.replace("-0400", "-0500"), EVERYBODY, False),
    Fault("a date of another form", DATE, "12.03.2031 21h", EVERYBODY),
    Fault("a wrong weekday", DATE, DATE.replace("Wed", "Thu"), frozenset()),
    Fault("another name", "2031-03-12-river-open-call@", "2031-03-13@", EVERYBODY, False),
    Fault(
        "a name that stands twice", "2031-03-02-teach-in@", "2031-03-12-river-open-call@", EVERYBODY
    ),
    Fault("a length that is none", ">5600<", ">long<", EVERYBODY),
    Fault(
        "another namespace",
        "https://podcastindex.org/namespace/1.0",
        "https://elsewhere.example/",
        frozenset(),
    ),
    Fault(
        "chapters nowhere",
        'chapters url="https://calls.example',
        'chapters url="',
        frozenset((FEEDPARSER, PARTYTIME)),
    ),
    Fault("a checksum that is none", 'value="sha256-', 'value="sha256:', frozenset((PARTYTIME,))),
    Fault("no link to itself", '<atom:link rel="self"', '<atom:link rel="hub"', frozenset()),
    Fault("no language", "<language>en</language>\n", "", frozenset()),
)


@pytest.fixture(scope="module")
def right():
    """Give the podcast of the living archive, and what it holds."""
    files, today = golden("river")
    return made_of(files, today)[FEED], expected(files, today)[FEED]


@pytest.fixture(scope="module")
def planted(right, tmp_path_factory):
    """Give a file for each fault."""
    folder = tmp_path_factory.mktemp("planted")
    files = {}
    for number, fault in enumerate(FAULTS):
        text = right[0].decode("utf-8")
        assert fault.right in text, f"nothing to plant {fault.name} into"
        files[fault.name] = folder / f"{number}.xml"
        files[fault.name].write_bytes(text.replace(fault.right, fault.wrong).encode("utf-8"))
    return files


@pytest.mark.parametrize("program", EACH)
def test_a_program_notices_what_it_has_to(program, right, planted):
    """It refuses the file, or reads something else than the records say."""
    told = ask(program, planted.values())
    wanted = dict.fromkeys(planted.values(), right[1])
    noticed = {
        name
        for name, path in planted.items()
        if differences({path: wanted[path]}, {path: told[path]})
    }
    print(sorted(noticed))
    assert {fault.name for fault in FAULTS if program.name in fault.programs} == noticed


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_strict_look_finds_faults_of_form(fault, planted):
    """It tells of every fault that can be seen without knowing the records."""
    assert fault.is_of_form == bool(podcast_faults(planted[fault.name].read_bytes()))


def test_the_strict_look_finds_nothing_in_what_is_right(right):
    """The podcast of the living archive has no fault."""
    assert [] == podcast_faults(right[0])


@pytest.mark.parametrize(
    "wrong",
    [
        b'{"version": "1.1.0", "chapters": [{"startTime": 1, "title": "a"}]}',
        b'{"version": "1.2.0", "chapters": []}',
        b'{"version": "1.2.0", "chapters": [{"startTime": 2, "title": "a"}, {"startTime": 2, "title": "b"}]}',
        b'{"version": "1.2.0", "chapters": [{"startTime": "1", "title": "a"}]}',
        b'{"version": "1.2.0", "chapters": [{"startTime": 1, "title": ""}]}',
    ],
)
def test_faults_of_chapters_are_found(wrong):
    """Another version, no chapter, two at once, and one without a beginning or a title are faults."""
    assert chapters_faults(wrong)
