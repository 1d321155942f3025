"""Saved files are noticed at once, however an editor saves them, and a burst counts as one change."""

import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers import Observer

from generator.site import watching

NAMES = ("calls", "content", "mkdocs.yml")
OLD = "calls/2031/old.yaml"


class Watched:
    """A folder that is watched, and the changes that were told."""

    def __init__(self, root: Path, look: float) -> None:
        """Begin to watch; events that were there before are not told."""
        self.root = root
        self.told: list[frozenset[str]] = []
        self.came = threading.Condition()
        self.stop, begun = threading.Event(), threading.Event()
        self.thread = threading.Thread(
            target=watching.watch, args=(root, NAMES, self.note, self.stop, look, begun)
        )
        self.thread.start()
        assert begun.wait(10)

    def note(self, changed: frozenset[str]) -> None:
        """Keep what was told."""
        with self.came:
            self.told.append(changed)
            self.came.notify_all()

    def names(self, wanted: set[str]) -> set[str]:
        """Wait until all wanted paths were told, and give all that were."""
        with self.came:
            self.came.wait_for(lambda: wanted <= set().union(*self.told), 10)
            return set().union(*self.told)


@pytest.fixture(params=["events", "looks"])
def watched(request, tmp_path, monkeypatch) -> Iterator[Watched]:
    """Watch a folder with three files, once with the system's events alone and once where it gives none."""
    (tmp_path / "calls/2031").mkdir(parents=True)
    (tmp_path / OLD).write_text("old", encoding="utf-8")
    if request.param == "looks":
        monkeypatch.setattr(watching, "Observer", refusing)
    found = Watched(tmp_path, 600 if request.param == "events" else 0.05)
    yield found
    found.stop.set()
    found.thread.join()


def refusing() -> None:
    """Stand for a system that watches no more folders."""
    raise OSError(28, "inotify watch limit reached")


def renamed(file: Path) -> None:
    """Save as an editor does that writes a second file and puts it in the place of the first."""
    other = file.with_name(f".{file.name}.new")
    other.write_text("renamed", encoding="utf-8")
    other.replace(file)


def emptied_first(file: Path) -> None:
    """Save as an editor does that empties the file before it writes it."""
    file.write_text("", encoding="utf-8")
    time.sleep(0.005)
    file.write_text("in two steps", encoding="utf-8")


def overwritten(file: Path) -> None:
    """Save in one go."""
    file.write_text("overwritten", encoding="utf-8")


@pytest.mark.parametrize("save", [overwritten, renamed, emptied_first, Path.unlink])
def test_a_saved_file_is_named_alone(watched: Watched, save: Callable[[Path], None]) -> None:
    """However it is saved, the file is told, and no other beside it."""
    save(watched.root / OLD)
    assert {OLD} == watched.names({OLD})


def test_files_that_come_together_are_told(watched: Watched) -> None:
    """New folders are followed, hidden files are nobody's business, and a new settings file is told."""
    (watched.root / "content").mkdir()
    (watched.root / "content/.swap").write_text("x", encoding="utf-8")
    (watched.root / "content/new.md").write_text("x", encoding="utf-8")
    (watched.root / "mkdocs.yml").write_text("x", encoding="utf-8")
    wanted = {"content/new.md", "mkdocs.yml"}
    assert wanted == watched.names(wanted)


def test_a_folder_that_went_and_came_again_is_followed(watched: Watched) -> None:
    """After a folder was deleted and made again, its files are told as before."""
    shutil.rmtree(watched.root / "calls")
    assert {OLD} == watched.names({OLD})
    (watched.root / "calls/2032").mkdir(parents=True)
    (watched.root / "calls/2032/new.yaml").write_text("x", encoding="utf-8")
    assert "calls/2032/new.yaml" in watched.names({"calls/2032/new.yaml"})
    watched.told.clear()
    (watched.root / "calls/2032/new.yaml").write_text("longer", encoding="utf-8")
    assert {"calls/2032/new.yaml"} == watched.names({"calls/2032/new.yaml"})


def test_reading_is_no_change(watched: Watched) -> None:
    """A file that was only read is not told, for a preview reads all of them itself."""
    (watched.root / OLD).read_bytes()
    overwritten(watched.root / "calls/2031/other.yaml")
    assert {"calls/2031/other.yaml"} == watched.names({"calls/2031/other.yaml"})


class Refused(Observer):  # type: ignore[misc, valid-type]
    """Stands for a system that has room for one watched folder and no more."""

    def schedule(self, *given: Any, recursive: bool = False, **more: Any) -> Any:
        """Refuse every folder but the outermost one, which alone is not followed to its depths."""
        if recursive:
            raise OSError(28, "inotify watch limit reached")
        return super().schedule(*given, recursive=recursive, **more)


def test_a_file_saved_while_watching_begins_is_told(tmp_path, monkeypatch) -> None:
    """What is saved after the first look and before the system tells of anything is not lost."""

    def saved_meanwhile() -> None:
        (tmp_path / "mkdocs.yml").write_text("longer", encoding="utf-8")
        refusing()

    (tmp_path / "mkdocs.yml").write_text("x", encoding="utf-8")
    monkeypatch.setattr(watching, "Observer", saved_meanwhile)
    found = Watched(tmp_path, 600)
    assert {"mkdocs.yml"} == found.names({"mkdocs.yml"})
    found.stop.set()
    found.thread.join()


def test_a_folder_that_the_system_refuses_is_looked_at_often(tmp_path, monkeypatch) -> None:
    """Where one watch is refused, a save there does not wait for the slow look, nor do events put the look off."""
    (tmp_path / "calls/2031").mkdir(parents=True)
    (tmp_path / OLD).write_text("old", encoding="utf-8")
    monkeypatch.setattr(watching, "Observer", Refused)
    found = Watched(tmp_path, 600)
    overwritten(tmp_path / OLD)
    assert {OLD} == found.names({OLD})
    found.told.clear()
    (tmp_path / "calls/2031/new.yaml").write_text("x", encoding="utf-8")
    assert {"calls/2031/new.yaml"} == found.names({"calls/2031/new.yaml"})
    found.stop.set()
    found.thread.join()


def test_events_do_not_put_off_the_look() -> None:
    """After the second in which everything is looked at, an event elsewhere leads to that look too."""
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    told.put("mkdocs.yml")
    late = watching._burst(told, threading.Event(), time.monotonic() + watching.QUIET / 2)
    assert {"mkdocs.yml", watching._ALL} == late
