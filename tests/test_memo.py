"""What the memo drops is gone from its file."""

import random

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
