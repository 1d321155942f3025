"""Whatever happens to the files that a build keeps for itself, the next build gives the bytes of a cold one.

CALLS_DAMAGE in the environment says how many bytes are damaged before builds; `all` also damages every byte of a store.
"""

import os
import shutil
from pathlib import Path

import pytest

from generator.memo import open_memo
from tests.publishing.damage import WAYS, damage, replaced
from tests.publishing.workshop import Workshop

WISHED = os.environ.get("CALLS_DAMAGE", "8")
BYTES = 400 if WISHED == "all" else int(WISHED)
STEP = 1 if WISHED == "all" else 997
ENTRIES = {bytes([n]) * 20: bytes([n]) * (n * 40) for n in range(1, 40)}


@pytest.mark.handed_calls
def test_damaged_files_change_no_byte(workshop: Workshop) -> None:
    """A byte that is turned, zeroed or cut off in any file of the cache is made good by the next build."""
    trials = list(damage(workshop, BYTES))
    assert [] == [trial for trial in trials if trial.wrong]


@pytest.mark.handed_calls
def test_anything_may_lie_in_the_place_of_a_file(workshop: Workshop) -> None:
    """Folders, links, pipes and files of other programs are replaced, and nothing outside is written."""
    every = 1 if WISHED == "all" else 7
    assert [] == [trial for trial in replaced(workshop, every) if trial.wrong]


@pytest.mark.parametrize("way", WAYS)
def test_every_byte_of_a_store_may_be_damaged(tmp_path: Path, way: str) -> None:
    """At whichever byte a store is damaged, an entry comes back whole or not at all, and new ones are kept."""
    file = tmp_path / "good/memo.sqlite"
    with open_memo(file.parent) as memo:
        memo.recall(ENTRIES)
        memo.remember(ENTRIES)
        memo.finish()
    good = file.read_bytes()
    for position in range(0, len(good), STEP):
        folder = tmp_path / "hurt"
        folder.mkdir()
        (folder / "memo.sqlite").write_bytes(WAYS[way](good, position))
        with open_memo(folder) as memo:
            found = memo.recall(ENTRIES)
            memo.remember({b"new" * 7: b"value"})
            memo.finish()
        assert found.items() <= ENTRIES.items(), position
        with open_memo(folder) as memo:
            found = memo.recall([*ENTRIES, b"new" * 7])
        assert found.items() <= {**ENTRIES, b"new" * 7: b"value"}.items(), position
        assert {"memo.sqlite"} == {path.name for path in folder.iterdir()}, position
        shutil.rmtree(folder)
