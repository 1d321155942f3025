"""`serve` as a whole: it answers before it has read anything, follows a saved file, and goes on after any fault."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.serve_speed import Reader, serving
from tests.site_archives import copied

PLACE = "calls/2031-01-30-river-open-call.html"
RECORD = "calls/2031/2031-01-30-river-open-call.yaml"
NOTES = "minutes/2031/2031-01-30-river-open-call.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """Give an archive of its own."""
    return copied("river", tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def served(root: Path) -> Iterator[tuple[int, str]]:
    """Serve it; give the port and the path of its home page."""
    with serving(root) as (port, home, _):
        yield port, home


def test_it_follows_what_is_saved_and_stops_for_nothing(root: Path, served) -> None:
    """From the first answer to a deleted folder the same process goes on, and shows what lies there."""
    port, home = served
    reader = Reader(port, home + PLACE)
    assert reader.has("The archive is being read.") or reader.has("River Assembly")
    reader.wait_until_settled()

    notes = root / NOTES
    notes.write_text(notes.read_text("utf-8") + "\nA zeppelin came by.\n", "utf-8")
    reader.wait_for("A zeppelin came by.")

    settings = (root / "mkdocs.yml").read_bytes()
    (root / "mkdocs.yml").write_bytes(settings + b"\n  nav: [\n")
    reader.wait_for("mkdocs.yml:")
    assert reader.has("A zeppelin came by.")
    (root / "mkdocs.yml").write_bytes(settings)

    record = root / RECORD
    text = record.read_text("utf-8")
    record.write_text(text.replace("share: public", "share: withheld for safety"), "utf-8")
    reader.wait_for("may have closed something")
    reader.wait_until_settled()
    assert not reader.has("A zeppelin came by.")

    shutil.rmtree(root / "minutes")
    shutil.rmtree(root / "calls")
    home_page = Reader(port, home)
    home_page.wait_until_settled()
    shutil.copytree(Path(__file__).parents[1] / "sites/river/archive/calls", root / "calls")
    reader.wait_for("River Assembly open call")
