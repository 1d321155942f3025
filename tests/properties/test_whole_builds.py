"""Non-interference of whole builds: all that a build publishes, says, remembers and leaves behind on the disk.

Each archive is a git repository, whose history has had a public call that was withheld. `CALLS_WHOLE_BUILDS` says how
many pairs are built, six unless given; each archive of a pair is built twice, with an empty and with a warm cache.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.privacy.quiet_archive import Frame, Words, open_files, quiet_files
from tests.properties.quiet_builds import (
    commit,
    everything_said,
    left_behind,
    previewed,
    remembered,
    traces,
)

ONE, OTHER = "qzvxkqz", "xjwqzkx"
FRAMES = (
    Frame(apart=True, living=True),
    Frame(reason="legal", identify=True, minutes="public", apart=True, living=True),
    Frame(reason="consent", recording="public", apart=True),
    Frame(reason="integrity", living=True),
    Frame(reason="safety", identify=True, living=True, faulty=True),
    Frame(reason="safety", minutes="public", recording="public", faulty=True, apart=True),
)
PAIRS = [
    (number, FRAMES[number % len(FRAMES)])
    for number in range(int(os.environ.get("CALLS_WHOLE_BUILDS", "6")))
]
ONCE = "calls/2031/2031-02-12-withheld-1.yaml"
_ONCE_OPEN = "title: Open call of February\ndate: 2031-02-12\nstatus: held\nshare: public\n"
_COUNT = re.compile(r"\b[0-9]+ files\b|\"files\":\s*[0-9]+")


def history_of(root: Path, frame: Frame, words: Words) -> None:
    """Commit an archive step by step: a call is public, then withheld; then come the rest and a slip."""
    bare = open_files(frame)
    full = quiet_files(frame, words)
    share = (
        "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: legal\n"
    )
    gone = {ONCE: f"date: 2031-02-12\ntitle: {words.some()}\npurpose: {words.some()}\n{share}"}
    slip = {
        "calls/2031/2031-04-09-open.yaml": bare["calls/2031/2031-04-09-open.yaml"] + "# a slip\n"
    }
    commit(root, bare | {ONCE: _ONCE_OPEN}, "Add what is known")
    commit(root, bare | gone, "Withhold a call")
    commit(root, full | gone | slip, "Add the rest")
    commit(root, full | gone, "Mend a slip")


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for the frames of the theme, so that they are made once for each look of a site."""
    return Path(tmp_path_factory.mktemp("frames"))


def whole(root: Path, frame: Frame, words: Words, look: Path) -> dict[str, dict[str, bytes]]:
    """Give everything that comes of an archive, which is gone afterwards: another one lies in the same place then."""
    shutil.rmtree(root, ignore_errors=True)
    history_of(root, frame, words)
    if look.exists():
        shutil.copytree(look, root / "build/cache/frames")
    told = everything_said(root)
    assert {"0"} == {text.split("\n")[0] for text in told.values()}, told
    kept = left_behind(root)
    rows = remembered(root)
    return {
        "files": kept,
        "memo": rows,
        "said": {name: text.encode() for name, text in told.items()},
        "served": previewed(root),
        "left by serving": left_behind(root),
    }


def shown(told: dict[str, bytes], frame: Frame) -> dict[str, str]:
    """Give what was said, but how many files were looked at, and of careless records which have faults."""
    quiet = {name for name in told if not frame.faulty or name.startswith(("diff", "check staged"))}
    return {
        name: _COUNT.sub("N", data.decode()) if name in quiet else data.decode()[:1]
        for name, data in told.items()
    }


@pytest.mark.parametrize(("seed", "frame"), PAIRS)
def test_builds_of_a_pair_are_the_same(seed, frame, looks, tmp_path):
    """Site, stage, locks, cache and its size, logs, reports, differences, and what `serve` shows and leaves."""
    root = tmp_path / "archive"
    words = [Words(seed * 2 + number, mark) for number, mark in enumerate((ONE, OTHER))]
    look = looks / str(frame.living)
    one, other = (whole(root, frame, own, look) for own in words)
    shutil.copytree(root / "build/cache/frames", look, dirs_exist_ok=True)
    for part in ("files", "served", "left by serving"):
        expected, actual = one[part], other[part]
        assert list(expected) == list(actual)
        differing = [name for name in expected if expected[name] != actual[name]]
        assert (["problems"] if frame.faulty and part == "served" else []) == differing
        assert [] == list(traces(expected, ONE))
    if frame.apart:
        # Where open files name closed records they differ themselves, and so does what is remembered of them.
        assert one["memo"] == other["memo"]
        assert [] == list(traces(one["memo"], ONE))
    assert shown(one["said"], frame) == shown(other["said"], frame)
    if frame.apart and not frame.faulty:
        assert one["said"] == other["said"]
    if not frame.faulty:
        assert [] == list(traces(one["said"], ONE))
