"""The published tree is the old one or the new one, whatever happens in between."""

import errno
import hashlib
import json
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import own_files
from generator.site import publish as publishing
from generator.site import swap
from generator.site.lock import Locked, locked
from generator.site.manifest import damaged_files
from generator.site.paths import UnsafePath
from generator.site.publish import Finished, Published, finished, publish_made
from generator.site.swap import exchange, next_tree, real_place

ONE = {"index.html": b"home", "calls/a.html": b"a", "calls/b.html": b"b", "assets/x/y.css": b"y"}


def files(contents: Mapping[str, bytes]) -> Iterator[Finished]:
    """Give finished files."""
    return (finished(path, data) for path, data in contents.items())


def tree(out: Path) -> dict[str, bytes]:
    """Read a published tree, without its manifest."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def publish(
    given: Iterable[Finished],
    out: Path,
    cache: Path,
    about: Mapping[str, str] | None = None,
    **more: Any,
) -> Published:
    """Publish files that were finished before, whatever the old tree is."""
    return publish_made(lambda old, spool: given, out, cache, about, **more)


def put(place: Path, contents: Mapping[str, bytes], **about: str) -> Published:
    """Publish into a folder of the test."""
    return publish(files(contents), place / "site", place / "cache", about)


def never(one: Path, other: Path) -> bool:
    """Stand for a system that cannot exchange two folders."""
    return False


def no_leftovers(place: Path) -> bool:
    """Say whether only the tree, its lock and the cache are there."""
    return {"site", ".site.lock", "cache"} == {path.name for path in place.iterdir()}


def test_the_tree_is_exactly_what_is_given(tmp_path: Path) -> None:
    """A first publication makes the folder; a second one adds, changes and removes."""
    assert Published(5, 0, 0) == put(tmp_path, ONE)
    assert tree(tmp_path / "site") == ONE
    two = {"index.html": b"new home", "calls/a.html": b"a", "calls/c.html": b"c"}
    assert Published(3, 1, 2) == put(tmp_path, two)
    assert tree(tmp_path / "site") == two
    assert not (tmp_path / "site" / "assets").exists()
    assert no_leftovers(tmp_path)


def test_nothing_is_touched_when_nothing_changed(tmp_path: Path) -> None:
    """The same files again leave every file and folder as it was, to the inode and the change time."""

    def marks() -> list[tuple[str, int, int, int]]:
        found = sorted((tmp_path / "site").rglob("*"))
        return [
            (str(path), path.lstat().st_ino, path.lstat().st_ctime_ns, path.lstat().st_mtime_ns)
            for path in [tmp_path, tmp_path / "site", *found]
        ]

    put(tmp_path, ONE, generator="1")
    before = marks()
    assert not put(tmp_path, ONE, generator="1").changed
    assert before == marks()


def test_unchanged_files_are_linked_and_not_asked_for(tmp_path: Path) -> None:
    """An unchanged file keeps its inode, and its bytes are not even made."""
    put(tmp_path, ONE)
    inode = (tmp_path / "site" / "calls" / "a.html").stat().st_ino

    def refuse() -> bytes:
        raise AssertionError("asked for the bytes of an unchanged file")

    same = Finished("calls/a.html", hashlib.sha256(b"a").hexdigest(), refuse)
    changed = [finished("index.html", b"new"), same]
    assert Published(2, 1, 2) == publish(changed, tmp_path / "site", tmp_path / "cache")
    assert inode == (tmp_path / "site" / "calls" / "a.html").stat().st_ino


def test_a_reader_of_the_old_file_keeps_it(tmp_path: Path) -> None:
    """A file that is open while it is replaced still reads as it was."""
    put(tmp_path, ONE)
    with (tmp_path / "site" / "index.html").open("rb") as reader:
        put(tmp_path, {**ONE, "index.html": b"new home"})
        assert reader.read() == b"home"


def test_the_manifest_lists_every_file(tmp_path: Path) -> None:
    """The manifest has what it is about, and each file with size and checksum, sorted."""
    put(tmp_path, ONE, version="0.1.0", theme="9")
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_bytes())
    assert {
        "theme": "9",
        "version": "0.1.0",
        "files": [
            {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            for path, data in sorted(ONE.items())
        ],
    } == manifest


def test_the_bytes_do_not_depend_on_order_umask_or_history(tmp_path: Path) -> None:
    """Another order, another umask and another past give the same tree and the same rights."""
    first, second = tmp_path / "one", tmp_path / "two"
    put(first, ONE)
    before = os.umask(0o077)
    try:
        put(second, {"index.html": b"old", "z.html": b"z"})
        put(second, dict(reversed(ONE.items())))
    finally:
        os.umask(before)
    assert tree(first / "site") == tree(second / "site")
    manifests = {(place / "site" / "manifest.json").read_bytes() for place in (first, second)}
    assert len(manifests) == 1
    for path in (second / "site", *(second / "site").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize(
    "damage",
    [
        lambda out: (out / "index.html").write_bytes(b"hurt"),
        lambda out: (out / "index.html").write_bytes(b"another size"),
        lambda out: (out / "index.html").unlink(),
        lambda out: (out / "index.html").chmod(0o600),
        lambda out: (out / "stray.html").write_bytes(b"stray"),
        lambda out: (out / "manifest.json").write_bytes(b"{}"),
        lambda out: (out / "manifest.json").unlink(),
        lambda out: ((out / "index.html").unlink(), (out / "index.html").symlink_to("/etc/hosts")),
    ],
)
def test_a_damaged_tree_is_mended(tmp_path: Path, damage) -> None:
    """Whatever somebody did to the published tree, the next publication makes it right, once."""
    put(tmp_path, ONE)
    time.sleep(0.02)  # The kernel's clock for files moves in steps of some milliseconds.
    damage(tmp_path / "site")
    assert put(tmp_path, ONE).changed
    assert tree(tmp_path / "site") == ONE
    assert damaged_files(tmp_path / "site") == []
    assert not put(tmp_path, ONE).changed


def test_a_lost_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    """Without the recorded checksum the old tree is not believed: everything is written anew."""
    put(tmp_path, ONE)
    for path in (tmp_path / "cache").iterdir():
        path.unlink()
    assert Published(5, 0, 0) == put(tmp_path, ONE)
    assert tree(tmp_path / "site") == ONE


def test_damage_that_keeps_size_and_times_is_found_on_demand(tmp_path: Path) -> None:
    """Reading everything finds what a look at sizes and times cannot."""
    put(tmp_path, ONE)
    path = tmp_path / "site" / "calls" / "a.html"
    before = path.stat()
    path.write_bytes(b"x")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    (tmp_path / "site" / "stray.html").write_bytes(b"stray")
    (tmp_path / "site" / "index.html").unlink()
    assert damaged_files(tmp_path / "site") == ["calls/a.html", "index.html", "stray.html"]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../outside.html",
        "calls/../../outside.html",
        "calls//a.html",
        "./a.html",
        "calls/",
        "",
        "a\\b.html",
        "a\0b.html",
        "a:b.html",
        "trailing ",
        "trailing.",
        "x" * 256,
        "manifest.json",
        "Manifest.JSON",
    ],
)
def test_unsafe_paths_are_refused(tmp_path: Path, path: str) -> None:
    """A path that leaves the tree, or that some file system cannot hold, stops the publication."""
    put(tmp_path, ONE)
    with pytest.raises(UnsafePath):
        put(tmp_path, {"new.html": b"new", path: b"x"})
    assert tree(tmp_path / "site") == ONE
    assert no_leftovers(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("calls/a.html", "Calls/b.html"),
        ("calls/a.html", "calls/A.html"),
        ("calls", "calls/a.html"),
        ("calls/a.html", "calls"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("stra\u00dfe.html", "strasse.html"),
    ],
)
def test_clashing_paths_are_refused(tmp_path: Path, one: str, other: str) -> None:
    """Two paths that some file system takes for one, or a file that is also a folder, are refused."""
    with pytest.raises(UnsafePath):
        put(tmp_path, {one: b"1", other: b"2"})
    assert not (tmp_path / "site").exists()


def test_a_full_disk_leaves_the_old_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a write fails in the middle, the old tree stays, the new one goes, and the error is seen."""
    put(tmp_path, ONE)
    written: list[str] = []

    def full(path: str, data: bytes) -> None:
        if written:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        Path(path).write_bytes(data)

    monkeypatch.setattr(publishing, "write_file", full)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path, {"new.html": b"1", "other.html": b"2", **ONE})
    assert tree(tmp_path / "site") == ONE
    assert no_leftovers(tmp_path)


def test_a_fault_while_rendering_leaves_the_old_tree(tmp_path: Path) -> None:
    """An exception from the generator of files stops the publication without a trace."""
    put(tmp_path, ONE)

    def broken() -> Iterator[Finished]:
        yield finished("new.html", b"new")
        raise RuntimeError("no such template")

    with pytest.raises(RuntimeError, match="no such template"):
        publish(broken(), tmp_path / "site", tmp_path / "cache")
    assert tree(tmp_path / "site") == ONE
    assert no_leftovers(tmp_path)


def test_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    """Bytes that are not the announced ones are never published."""
    with pytest.raises(ValueError, match=r"a\.html"):
        publish([Finished("a.html", "0" * 64, lambda: b"a")], tmp_path / "site", tmp_path / "cache")
    assert not (tmp_path / "site").exists()


CHILD = """
import pathlib, sys
from generator.site.publish import finished, publish_made
place = pathlib.Path(sys.argv[1])
def files():
    number = 0
    while number < 300:
        yield finished(f"page-{number}.html", sys.argv[2].encode() * 1000)
        number += 1
        if number == 100:
            print("half", flush=True)
publish_made(lambda old, spool: files(), place / "site", place / "cache")
print("done", flush=True)
"""


def child(place: Path, word: str) -> "subprocess.Popen[bytes]":
    """Start another process that publishes three hundred files."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(place), word],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    """Two builds of one folder come one after the other, and the tree is one of theirs."""
    with child(tmp_path, "one") as first, child(tmp_path, "two") as second:
        assert (first.wait(60), second.wait(60)) == (0, 0)
    found = tree(tmp_path / "site")
    assert len(found) == 300
    assert len(set(found.values())) == 1
    assert damaged_files(tmp_path / "site") == []


def test_a_build_that_waits_too_long_is_refused(tmp_path: Path) -> None:
    """While another build holds the lock, a build gives up after its time and touches nothing."""
    put(tmp_path, ONE)
    with locked(tmp_path / ".site.lock"), pytest.raises(Locked, match="another build"):
        publish(files({}), tmp_path / "site", tmp_path / "cache", wait=0.2)
    assert tree(tmp_path / "site") == ONE


@pytest.mark.skipif(sys.platform != "linux", reason="exchanging two folders is Linux's")
def test_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    """Here the system can exchange two folders."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    assert exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "one" / "file").read_text(encoding="utf-8") == "two"


def test_an_exchange_that_fails_is_an_error(tmp_path: Path) -> None:
    """A folder that is not there is not taken for a system that cannot exchange."""
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "two")


def test_a_link_serves_where_folders_cannot_be_exchanged(tmp_path: Path) -> None:
    """Without an exchange the published name is a link from the beginning, and two trees take turns."""
    out, cache = tmp_path / "site", tmp_path / "cache"
    for round_ in range(3):
        contents = {**ONE, "index.html": b"round %d" % round_}
        assert publish(files(contents), out, cache, exchange=never).changed
        assert out.is_symlink()
        assert tree(out) == contents
        assert not publish(files(contents), out, cache, exchange=never).changed
        trees = [path for path in tmp_path.iterdir() if path.name.startswith(".site.tree-")]
        assert len(trees) == 1
    assert put(tmp_path, ONE).changed
    assert tree(out) == ONE


def test_a_folder_from_elsewhere_becomes_a_link(tmp_path: Path) -> None:
    """A folder that was published where folders can be exchanged is moved aside for a link where they cannot."""
    put(tmp_path, ONE)
    new = {**ONE, "index.html": b"new"}
    out = tmp_path / "site"
    assert publish(files(new), out, tmp_path / "cache", exchange=never).changed
    assert out.is_symlink()
    assert tree(out) == new
    assert not (tmp_path / ".site.old").exists()


def test_a_link_serves_from_wherever_a_build_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that is named from the current folder is not taken for what an earlier build left."""
    monkeypatch.chdir(tmp_path)
    out, cache = Path("site"), Path("cache")
    publish(files(ONE), out, cache, exchange=never)
    assert not publish(files(ONE), out, cache, exchange=never).changed
    assert publish(files({**ONE, "index.html": b"new"}), out, cache, exchange=never).changed
    assert tree(out) == {**ONE, "index.html": b"new"}


def test_a_link_of_somebody_else_is_followed(tmp_path: Path) -> None:
    """Where somebody linked the site to another folder, that is where it goes, and nothing is taken away there."""
    (tmp_path / "www/site").mkdir(parents=True)
    out = tmp_path / "site"
    out.symlink_to("www/site")
    assert real_place(out) == tmp_path / "www/site"
    publish(files(ONE), tmp_path / "other", tmp_path / "cache", exchange=never)
    assert real_place(tmp_path / "other") == tmp_path / "other"


def test_a_first_site_is_there_whole_or_not_at_all_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data is on the disk before the site gets its name."""
    seen: list[bool] = []
    monkeypatch.setattr(swap, "_make_last", lambda tree: seen.append((tmp_path / "site").exists()))
    publish(files(ONE), tmp_path / "site", tmp_path / "cache", exchange=never)
    assert [False] == seen


def test_what_cannot_be_taken_away_fails_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the old tree cannot be removed the new one is published all the same, and the next build tidies up."""
    put(tmp_path, ONE)

    def refuse(*words: object, **more: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        assert put(tmp_path, {"index.html": b"new"}).changed
    assert tree(tmp_path / "site") == {"index.html": b"new"}
    assert swap.leftovers(tmp_path / "site")
    put(tmp_path, {"index.html": b"new"})
    assert no_leftovers(tmp_path)


def test_a_seal_that_cannot_be_written_fails_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site without its seal is published; the next build does not believe it and writes it anew."""

    def refuse(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(own_files, "write_own", refuse)
        assert put(tmp_path, ONE).changed
    assert tree(tmp_path / "site") == ONE
    assert Published(5, 0, 0) == put(tmp_path, ONE)


def test_readers_find_one_tree_or_the_other(tmp_path: Path) -> None:
    """Whoever reads files while trees are swapped gets whole old or new ones, and always finds a site."""
    put(tmp_path, ONE)
    texts = {path: [b"%d" % turn * 5000 for turn in range(20)] for path in ONE}
    out, found, stop = tmp_path / "site", set[bytes](), threading.Event()
    missing: list[str] = []

    def read() -> None:
        while not stop.is_set():
            for path in ONE:
                try:
                    found.add((out / path).read_bytes())
                except FileNotFoundError:
                    # The old tree may go between finding its folder and opening a file; another look finds the new.
                    if not any((out / path).exists() for _ in range(100)):
                        missing.append(path)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(20):
        put(tmp_path, {path: texts[path][turn] for path in ONE})
    stop.set()
    reader.join()
    assert found <= {*ONE.values(), *(text for turns in texts.values() for text in turns)}
    assert [] == missing


def test_what_a_build_says_of_its_site_is_of_its_own(tmp_path: Path) -> None:
    """A publication gives the checksum of its own manifest, whatever another build puts there the moment after."""
    done = put(tmp_path, ONE)
    manifest = (tmp_path / "site/manifest.json").read_bytes()
    put(tmp_path, {"index.html": b"of another build"})
    assert (hashlib.sha256(manifest).hexdigest(), len(ONE)) == (done.manifest, done.files)


def test_a_build_killed_between_two_renames_is_made_good(tmp_path: Path) -> None:
    """Where a folder was moved aside and the build killed, the next build finds the old tree again."""
    put(tmp_path, ONE)
    out = tmp_path / "site"
    os.rename(out, tmp_path / ".site.old")
    next_tree(out).mkdir()
    (tmp_path / ".site.link").symlink_to(".site.tree-1")
    assert not put(tmp_path, ONE).changed
    assert tree(out) == ONE
    assert no_leftovers(tmp_path)


def test_files_are_written_where_links_are_not_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system without links gets copies."""

    def refuse(*args: object, **options: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    put(tmp_path, ONE)
    monkeypatch.setattr(os, "link", refuse)
    contents = {"index.html": b"new", **{path: data for path, data in ONE.items() if "/" in path}}
    put(tmp_path, contents)
    assert tree(tmp_path / "site") == contents
