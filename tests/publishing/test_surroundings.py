"""One tree whatever is around a build; with CALLS_SURROUNDINGS=all each thing is changed by itself too."""

import os
from pathlib import Path

import pytest

from tests.publishing.surroundings import (
    ALL_AT_ONCE,
    CLOCKS,
    ONE_BY_ONE,
    PLAIN,
    Surrounding,
    site_hash,
)

EACH = os.environ.get("CALLS_SURROUNDINGS") == "all"
TRIED = (ALL_AT_ONCE, *(ONE_BY_ONE[1:] if EACH else ()))
CLOCKED = CLOCKS if EACH else (CLOCKS[0], CLOCKS[-1])


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the hash of the site as it is built in ordinary surroundings."""
    return site_hash(PLAIN, tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("around", TRIED, ids=lambda around: around.name)
def test_other_surroundings_give_the_same_bytes(
    plain: str, around: Surrounding, tmp_path: Path
) -> None:
    """Folder, zone, language, umask, hash seed, processes, order of files and the repository change nothing."""
    assert plain == site_hash(around, tmp_path)


@pytest.mark.faketime
@pytest.mark.parametrize("around", CLOCKED, ids=lambda around: around.name)
def test_another_clock_gives_the_same_bytes(
    plain: str, around: Surrounding, tmp_path: Path
) -> None:
    """The clock of the machine is not asked, long before and long after the years that archives tell of."""
    assert plain == site_hash(around, tmp_path)
