"""Reads one file that a test wrote as text, and gives what is wrong with it and where."""

from generator.load.archive import Loaded, read_file
from generator.load.files import Source
from generator.problems import Problem

CALL = "calls/2031/2031-03-05-river-open-call.yaml"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
PAGE = "content/about/river.md"
GOOD_CALL = "title: River Assembly\ndate: 2031-03-05\nstatus: held\nshare: public\n"


def read(path: str, text: str | bytes) -> Loaded:
    """Read one file."""
    return read_file(Source(path, text if isinstance(text, bytes) else text.encode()))


def problems(path: str, text: str | bytes) -> tuple[Problem, ...]:
    """Give the problems of one file, in its order."""
    return read(path, text).problems


def places(path: str, text: str | bytes) -> list[tuple[str, int, int, int]]:
    """Give code, line, column and length of every problem of one file."""
    return [(fault.code, *fault.place[1:]) for fault in problems(path, text)]


def faults_of(line: str) -> list[tuple[str, int, int, int]]:
    """Give what is wrong with one line that is added to a good call; it is the file's line 5."""
    return places(CALL, f"{GOOD_CALL}{line}\n")


def words_of(line: str) -> tuple[str, str]:
    """Give message and help of the one problem of a line that is added to a good call."""
    (fault,) = problems(CALL, f"{GOOD_CALL}{line}\n")
    return fault.message, fault.help
