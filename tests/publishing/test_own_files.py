"""What lies in the place of a file that a build keeps is read only where it is an ordinary file."""

from pathlib import Path

import pytest

from generator.own_files import make_folder, read_own, write_own
from tests.publishing.damage import KINDS


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "unreadable"])
def test_anything_is_read_as_nothing_and_replaced(tmp_path: Path, kind: str) -> None:
    """Nothing is read through a link or from a pipe, no folder is an error, and a new file takes the place."""
    path, outside = tmp_path / "kept.json", tmp_path / "outside"
    outside.write_bytes(b"of somebody else")
    KINDS[kind](path, outside)
    assert read_own(path) == (path.read_bytes() if kind == "of another program" else b"")
    write_own(path, b"new")
    assert b"new" == read_own(path)
    assert b"of somebody else" == outside.read_bytes()
    assert {"kept.json", "outside"} == {found.name for found in tmp_path.iterdir()}


def test_a_folder_takes_the_place_of_a_file_and_stays_where_it_is_linked(tmp_path: Path) -> None:
    """A file where a folder belongs makes room, and a cache that lies on another disk stays there."""
    (tmp_path / "cache").write_bytes(b"x")
    make_folder(tmp_path / "cache")
    (tmp_path / "linked").symlink_to("cache")
    make_folder(tmp_path / "linked")
    assert (tmp_path / "cache").is_dir()
    assert (tmp_path / "linked").is_symlink()
