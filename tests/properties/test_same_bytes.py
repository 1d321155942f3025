"""The same sources give the same bytes, with or without what is remembered, damaged or not."""

import hashlib
import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.memo import open_memo
from generator.pipeline import build
from tests.site_archives import GOOD, commit, copied

TODAY = GOOD["river"]
ENTRIES = {bytes([n]) * 20: bytes([n]) * (n * 7) for n in range(1, 40)}

EDITS = {
    "a title": ("calls/2031/2031-02-20-tide-watch.yaml", "title: Tide watch", "title: Watch"),
    "a day": ("calls/2031/2031-04-30-bridge-day-call.yaml", "start: 06:30", "start: 07:30"),
    "a group's name": ("calls/groups/river-planning.yaml", "River planning group", "Planners"),
    "a platform's rule": (
        "calls/platforms.yaml",
        "keeps_recordings: 120 days",
        "keeps_recordings: 9 days",
    ),
    "notes": ("minutes/2031/2031-01-30-river-open-call.md", "two kitchens", "three kitchens"),
    "withheld notes": (
        "calls/2031/2031-01-15-river-open-call.yaml",
        "share: public",
        "share: withheld for legal",
    ),
    "a skipped date": (
        "calls/series/growers-call.yaml",
        "  - on: 2031-05-08\n    reason: everybody is planting\n",
        "",
    ),
    "a rhythm": ("calls/series/news-desk.yaml", "the 1st and 15th", "the 2nd and 15th"),
    "an end": ("calls/series/planning-meeting.yaml", "until: 2031-07\n", ""),
    "the settings": ("mkdocs.yml", "usual_length: 90m", "usual_length: 3h"),
    "a written page": ("content/about/index.md", "By hand.", "By many hands."),
}
"""What people change: the file, what stood there, and what stands there then."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """Give a folder with an archive in a private repository, its site, and all that its build remembers."""
    folder = tmp_path_factory.mktemp("workshop")
    root = copied("river", folder)
    change(root, "mkdocs.yml", "repository_is_public: true", "repository_is_public: false")
    commit(root)
    assert build(root, folder / "site", folder / "work", TODAY).published is not None
    return folder


@pytest.mark.parametrize("name", EDITS)
def test_warm_build_gives_the_bytes_of_a_cold_one(workshop, tmp_path, name):
    """After any kind of edit a build that remembers gives what a build without a past gives."""
    folder = Path(shutil.copytree(workshop, tmp_path / "copy"))
    assert build(folder / "river", folder / "site", folder / "work", TODAY).published is not None
    change(folder / "river", *EDITS[name])
    warm = build(folder / "river", folder / "site", folder / "work", TODAY)
    (folder / "work/cache/memo.sqlite").unlink()
    cold = build(folder / "river", tmp_path / "cold", folder / "work", TODAY)
    assert warm.published is not None
    assert cold.published is not None
    assert warm.problems == cold.problems
    assert tree(tmp_path / "cold") == tree(folder / "site")


@given(
    turns=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), max_size=40),
    cut=st.floats(0, 1),
)
@hypothesis_settings(max_examples=8, deadline=None, derandomize=True)
def test_damaged_memory_changes_no_byte(workshop, turns, cut):
    """Whatever happens to the file of what is remembered, the next build gives the same site."""
    site, memo = workshop / "site", workshop / "work/cache/memo.sqlite"
    expected = tree(site)
    memo.write_bytes(hurt(memo.read_bytes(), turns, cut))
    assert build(workshop / "river", site, workshop / "work", TODAY).published is not None
    assert expected == tree(site)


@given(
    turns=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), max_size=40),
    cut=st.floats(0, 1),
)
@hypothesis_settings(max_examples=60, deadline=None, derandomize=True)
def test_damaged_memory_is_a_miss(tmp_path_factory, turns, cut):
    """What is remembered comes back whole or not at all, and remembering still works afterwards."""
    folder = tmp_path_factory.mktemp("memo")
    with open_memo(folder) as memo:
        memo.recall(ENTRIES)
        memo.remember(ENTRIES)
        memo.finish()
    file = folder / "memo.sqlite"
    file.write_bytes(hurt(file.read_bytes(), turns, cut))
    with open_memo(folder) as memo:
        found = memo.recall(ENTRIES)
        memo.remember({b"new" * 7: b"value"})
        memo.finish()
    assert found.items() <= ENTRIES.items()
    shutil.rmtree(folder)


def hurt(good: bytes, turns: list[tuple[float, int]], cut: float) -> bytes:
    """Turn some bytes of a file, each at a part of its length, and cut it short; a cut of a half or more is none."""
    data = bytearray(good)
    for part, mask in turns:
        data[min(int(part * len(data)), len(data) - 1)] ^= mask
    return bytes(data if cut >= 0.5 else data[: int(2 * cut * len(data))])


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a file of an archive in one place."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text, path
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def tree(folder: Path) -> dict[str, tuple[int, str]]:
    """Give rights and checksum of every file and the rights of every folder below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }
