"""Tests that the files which are measured are as bad as they may be; how fast each is answered, the command tells."""

import pytest

from generator.load.files import limit_of
from tests.fuzz.worst_cases import HEAD, WORST
from tests.fuzz.worst_file import measured


@pytest.mark.parametrize("name", WORST)
def test_worst_file_is_one_that_is_read(name):
    """A file is no larger than it may be, for a larger one is refused unread, and is as large where it can be."""
    path, make = WORST[name]
    size = len(make().encode())
    assert 50_000 < size <= limit_of(path)


def test_measuring_tells_what_answering_took():
    """A process of its own answers a file, and says how many problems there were, its time and its memory."""
    took = measured("calls/2031/2031-05-01-river.yaml", f"{HEAD}nothing: x\n".encode())
    assert took["problems"] >= 1
    assert took["check"] > 0
    assert took["peak"] >= took["before"] > 1024 * 1024
