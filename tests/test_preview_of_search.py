"""The preview answers a search too: its index is made when it is asked for, and sent whole."""

import json

from generator.previewing import Preview
from generator.site.search_index import MAGIC
from tests.site_archives import GOOD, copied


def test_preview_makes_the_index_that_is_asked_for(tmp_path):
    """The list of indexes is there, each index that it names is one, and a new word is in it after a change."""
    root = copied("river", tmp_path)
    shown = Preview(root, tmp_path / "work", GOOD["river"])
    shown.refresh()
    answer = shown.answer("search/index.json")
    assert answer is not None
    names = [file["file"] for file in json.loads(answer[2])["files"]]
    found = {name: shown.answer(f"search/{name}") for name in names}
    assert {"2031.bin", "pages.bin"} <= set(found)
    for data in found.values():
        assert data is not None
        assert data[2].startswith(MAGIC)
        assert b"zeppelin" not in data[2]
    notes = root / "minutes/2031/2031-01-30-river-open-call.md"
    notes.write_text(notes.read_text(encoding="utf-8") + "\nA zeppelin.\n", encoding="utf-8")
    shown.refresh()
    after = shown.answer("search/2031.bin")
    assert after is not None
    assert b"zeppelin" in after[2]
