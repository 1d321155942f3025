"""What the memo drops is gone from its file."""

import contextlib
import random
import sqlite3

import pytest

from generator.memo import open_memo

WORD = b"marshlantern "


def drawn(chance: random.Random, count: int, word: bytes) -> dict[bytes, bytes]:
    """Draw entries of very different lengths."""
    return {chance.randbytes(20): word * chance.randint(1, 300) for _ in range(count)}


@pytest.mark.parametrize("seed", range(12))
def test_nothing_of_what_is_dropped_stays_in_the_file(tmp_path, seed):
    """Neither in a freed entry nor where one lay before it was moved: a copy stayed in every third file once."""
    chance = random.Random(seed)
    dropped, kept = drawn(chance, 40, WORD), drawn(chance, 200, b"open words ")
    both = list((dropped | kept).items())
    chance.shuffle(both)
    with open_memo(tmp_path) as memo:
        for start in range(0, len(both), 20):
            some = dict(both[start : start + 20])
            memo.recall(some)
            memo.remember(some)
        memo.finish()
    assert WORD in (tmp_path / "memo.sqlite").read_bytes()
    with open_memo(tmp_path) as memo:
        assert kept == memo.recall(kept)
        memo.finish()
    assert WORD not in (tmp_path / "memo.sqlite").read_bytes()
    with open_memo(tmp_path) as memo:
        assert kept == memo.recall(kept)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_stays_of_what_lay_beside_what_was_dropped_before(tmp_path, seed):
    """Entries are moved together where others were dropped, and a copy of each stays where it was moved from."""
    chance = random.Random(seed)
    first, then, kept = (drawn(chance, 200, word) for word in (b"old words ", WORD, b"open words "))
    every = dict(chance.sample([*(first | then | kept).items()], 600))
    with open_memo(tmp_path) as memo:
        memo.remember(every)
        memo.keep()
    for wanted in (every, then | kept, kept):
        with open_memo(tmp_path) as memo:
            assert wanted == memo.recall(wanted)
            memo.finish()
    assert WORD not in (tmp_path / "memo.sqlite").read_bytes()
    with open_memo(tmp_path) as memo:
        assert kept == memo.recall(kept)


def test_a_file_of_another_layout_is_begun_anew(tmp_path):
    """What an earlier program kept there is gone, and what is remembered from now on lasts."""
    path = tmp_path / "memo.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE memo (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        file.execute("INSERT INTO memo VALUES (?, ?)", (b"key", WORD))
        file.commit()
    with open_memo(tmp_path) as memo:
        assert WORD not in path.read_bytes()
        assert {} == memo.recall([b"key", b"new"])
        memo.remember({b"new": b"value"})
        memo.finish()
    with open_memo(tmp_path) as memo:
        assert {b"new": b"value"} == memo.recall([b"new"])
