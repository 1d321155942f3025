"""The two threads of `serve` keep their order: no round reads a file before it is known how the files were."""

import threading
from pathlib import Path

from generator.cli import serve
from generator.pipeline import Examined
from generator.previewing import Preview
from tests.site_archives import GOOD


class Noted(threading.Event):
    """An event that notes who waited for it."""

    def __init__(self, order: list[str]) -> None:
        """Begin with the list that is noted in."""
        super().__init__()
        self.order = order

    def wait(self, timeout: float | None = None) -> bool:
        """Note that somebody waits, and let them go on."""
        self.order.append("waited")
        return True


def test_no_round_begins_before_files_are_followed(tmp_path: Path, monkeypatch) -> None:
    """The first round waits until every later save will be told: else one that it had read already would be lost."""
    order: list[str] = []
    stop = threading.Event()

    def refresh(shown: Preview) -> Examined:
        order.append("read")
        stop.set()
        raise OSError("nothing is read here")

    monkeypatch.setattr(Preview, "refresh", refresh)
    monkeypatch.setattr(Preview, "wait_after_failing", lambda shown, seconds: None)
    monkeypatch.setattr("gc.set_threshold", lambda *given: None)
    monkeypatch.setattr("sys.setswitchinterval", lambda seconds: None)
    shown = Preview(tmp_path, tmp_path / "work", GOOD["river"])
    serve._follow_rounds(shown, tmp_path, stop, Noted(order))
    assert ["waited", "read"] == order


def test_a_round_that_fails_is_tried_again_ever_more_seldom(tmp_path: Path, monkeypatch) -> None:
    """Nothing has to be saved for another try, and the pauses between tries grow up to the longest."""
    stop = threading.Event()
    pauses: list[float] = []

    def refresh(shown: Preview) -> Examined:
        raise OSError("nothing is read here")

    def wait(shown: Preview, seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 10:
            stop.set()

    monkeypatch.setattr(Preview, "refresh", refresh)
    monkeypatch.setattr(Preview, "wait_after_failing", wait)
    monkeypatch.setattr("gc.set_threshold", lambda *given: None)
    monkeypatch.setattr("sys.setswitchinterval", lambda seconds: None)
    shown = Preview(tmp_path, tmp_path / "work", GOOD["river"])
    serve._follow_rounds(shown, tmp_path, stop, Noted([]))
    assert [2.0, 4.0, 8.0] == pauses[:3]
    assert [serve.SELDOM] * 2 == pauses[-2:]
