"""Memory and the cache stay as they are over many edits: what a round replaced is gone, and nothing is kept of it.

`SERVE_EDITS` says how many edits are made; 1000 of them take minutes and show what a day of writing does.
"""

import gc
import itertools
import os
import shutil
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from generator.load.archive import Loaded
from generator.previewing import Preview
from generator.privacy.public import PublicArchive, PublicCall
from generator.render.output import Draft
from tests.site_archives import GOOD, copied

EDITS = int(os.environ.get("SERVE_EDITS", "8"))
RECORD = "calls/2031/2031-01-30-river-open-call.yaml"
NOTES = "minutes/2031/2031-01-30-river-open-call.md"
WRITTEN = "content/about/index.md"
GROUP = "calls/groups/river-planning.yaml"
KINDS = (Loaded, PublicArchive, PublicCall, Draft)


def edits(root: Path) -> Iterator[list[str]]:
    """Edit one thing after another for ever, each edit undone by a later one of its kind; give the paths."""
    whole = {
        path: (root / path).read_text(encoding="utf-8") for path in (RECORD, NOTES, WRITTEN, GROUP)
    }
    for number in itertools.count():
        for path, old, new in (
            (NOTES, "", f"\nA sentence, the {number}th.\n"),
            (RECORD, "title: River", f"title: Number {number} of River"),
            (WRITTEN, "", f"\nA sentence, the {number}th.\n"),
            (RECORD, "share: public", "share: withheld for safety"),
            (RECORD, "share: public", "share: public"),
            (GROUP, "name: ", f"name: New {number} "),
        ):
            text = whole[path]
            assert old in text
            (root / path).write_text(
                text.replace(old, new, 1) if old else text + new, encoding="utf-8"
            )
            yield [path]
        made = f"calls/2031/2031-02-{number % 28 + 1:02}-kitchen-call.yaml"
        shutil.copyfile(root / RECORD, root / made)
        yield [made]
        (root / made).unlink()
        yield [made]


def alive() -> dict[str, int]:
    """Count the values of an archive that are in memory."""
    gc.collect()
    found = [type(one) for one in gc.get_objects()]
    return {kind.__name__: found.count(kind) for kind in KINDS}


def test_nothing_is_kept_of_what_was_edited(tmp_path: Path) -> None:
    """After many edits there are as many records, public calls and drafts as after a few, and no more bytes."""
    root = copied("river", tmp_path)
    shown = Preview(root, tmp_path / "work", GOOD["river"])
    shown.refresh()
    waiting = edits(root)

    def turn(count: int) -> None:
        for paths in itertools.islice(waiting, count):
            shown.notice(paths)
            shown.page("calls/2031-01-30-river-open-call.html")
            shown.refresh()
            shown.page("index.html")

    tracemalloc.start()
    turn(8)
    before, bytes_before = alive(), tracemalloc.get_traced_memory()[0]
    cache = size_of(tmp_path / "work")
    many = max(EDITS // 8, 1) * 8
    turn(many)
    after, bytes_after = alive(), tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert before == after
    assert bytes_after - bytes_before < 400_000
    assert cache == size_of(tmp_path / "work")
    assert {} == shown._waiting


def size_of(folder: Path) -> int:
    """Give the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
