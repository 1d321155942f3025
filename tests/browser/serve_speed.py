"""Measures how long it takes from saving a file until `serve` shows it: `python -m tests.browser.serve_speed`.

It writes a made-up archive into a temporary folder, starts `serve`, saves files and waits as an open page waits; with
`--browser` it also waits until Chromium has painted the page that it loaded again.
"""

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from generator.bench.made_up import Wanted, write_archive

PROJECT = Path(__file__).parents[2]
PATIENCE = 900.0
Edit = Callable[[str], None]


class Reader:
    """Asks a running preview as an open page does."""

    def __init__(self, port: int, page: str) -> None:
        """Begin with what the page is now."""
        self._port = port
        self.page = page
        self.mark = self._ask(f"/__version?{urlencode({'page': page})}")

    def has(self, word: str) -> bool:
        """Tell whether the page holds a word."""
        return word in self._ask(self.page)

    def wait_for(self, word: str) -> float:
        """Wait until the page holds a word, and give the second of the clock when it did."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            asked = urlencode({"page": self.page, "after": self.mark})
            self.mark = self._ask(f"/__version?{asked}")
            if self.has(word):
                return time.perf_counter()
        raise TimeoutError(word)

    def wait_until_settled(self) -> float:
        """Wait until nothing is being read any more, and give the second of the clock when that was."""
        while not (
            self.mark.endswith(" 0") and self.has("<h1") and not self.has("preview-waiting")
        ):
            asked = urlencode({"page": self.page, "after": self.mark})
            self.mark = self._ask(f"/__version?{asked}")
        return time.perf_counter()

    def _ask(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.request("GET", path)
        text = connection.getresponse().read().decode("utf-8", "replace")
        connection.close()
        return text


@contextmanager
def serving(root: Path) -> Iterator[tuple[int, str, int]]:
    """Start `serve` for an archive; give its port, the path of its home page, and the number of the process."""
    words = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", "0"]
    words += ["--today", "2031-06-01"]
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            lines = iter(running.stdout.readline, "")
            said = next(line for line in lines if "is shown at" in line)
            threading.Thread(target=list, args=(lines,), daemon=True).start()
            port, _, path = said.strip().rpartition(":")[2].partition("/")
            yield int(port), f"/{path}", running.pid
        finally:
            running.kill()


def edits_of(root: Path) -> dict[str, tuple[str, Edit]]:
    """Give what is edited, by name: the page that shows it, and how a word gets there."""
    notes = next(path for path in sorted(root.glob("minutes/*/*.md")) if is_alone(root, path))
    record = root / "calls" / notes.parent.name / f"{notes.stem}.yaml"
    written = root / "content" / "about" / "index.md"
    call = f"calls/{notes.stem}.html"

    def in_notes(word: str) -> None:
        notes.write_text(f"{notes.read_text('utf-8')}\nIt was said that {word}.\n", "utf-8")

    def in_title(word: str) -> None:
        text = record.read_text("utf-8")
        record.write_text(re.sub(r"(?m)^title: .*$", f"title: Talk of {word}", text), "utf-8")

    def in_page(word: str) -> None:
        written.write_text(f"{written.read_text('utf-8')}\nSomething about {word}.\n", "utf-8")

    return {
        "notes": (call, in_notes),
        "title": (call, in_title),
        "a written page": ("about/index.html", in_page),
    }


def is_alone(root: Path, notes: Path) -> bool:
    """Tell whether notes have a record whose title can be changed, and all of it may be seen."""
    record = root / "calls" / notes.parent.name / f"{notes.stem}.yaml"
    if not record.is_file():
        return False
    text = record.read_text("utf-8")
    return "share: public" in text and "\ntitle: " in f"\n{text}"


def memory_of(process: int) -> int:
    """Give the resident memory of a process in MiB, where the system tells it in a file."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s*(\d+)", status.read_text()) if status.is_file() else None
    return int(found[1]) // 1024 if found else 0


def measured(root: Path, rounds: int, browser: bool) -> Iterator[str]:
    """Serve an archive, edit it, and give lines that say how long everything took."""
    begun = time.perf_counter()
    with serving(root) as (port, home, process):
        yield f"  first answer after {time.perf_counter() - begun:.1f} s"
        settled = Reader(port, home).wait_until_settled()
        yield f"  everything read after {settled - begun:.1f} s, {memory_of(process)} MiB"
        for name, (place, edit) in edits_of(root).items():
            page = home + place
            reader = Reader(port, page)
            times, rests = [], []
            for number in range(rounds):
                word = f"zeppelin{number}{name.replace(' ', '')}"
                saved = time.perf_counter()
                edit(word)
                times.append(reader.wait_for(word) - saved)
                rests.append(reader.wait_until_settled() - saved)
            yield (
                f"  {name}: shown after {statistics.median(times) * 1000:.0f} ms"
                f" (longest {max(times) * 1000:.0f}), all follows after {statistics.median(rests):.1f} s"
            )
            if browser:
                painted = statistics.median(in_browser(port, page, edit, rounds, reader))
                yield f"  {name}: painted by Chromium after {painted * 1000:.0f} ms"
        yield f"  {memory_of(process)} MiB at the end"


def in_browser(port: int, page: str, edit: Edit, rounds: int, reader: Reader) -> Iterator[float]:
    """Give the seconds from each save until Chromium has painted the page that it loaded again."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium")
        )
        shown = chromium.new_page()
        shown.goto(f"http://127.0.0.1:{port}{page}")
        for number in range(rounds):
            word = f"balloon{number}{page.strip('/')[0]}{int(time.time())}"
            saved = time.perf_counter()
            edit(word)
            while True:
                try:
                    shown.wait_for_function(
                        "word => document.body && document.body.textContent.includes(word)",
                        arg=word,
                        timeout=PATIENCE * 1000,
                    )
                    shown.evaluate(
                        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
                    )
                    break
                except Error:
                    # The page was loaded again while it was looked at.
                    continue
            yield time.perf_counter() - saved
            reader.wait_until_settled()
        chromium.close()


def main() -> None:
    """Measure archives of the sizes that were asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--calls", type=int, nargs="+", default=[1000, 10000])
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--browser", action="store_true")
    options = asked.parse_args()
    for calls in options.calls:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "archive"
            root.mkdir()
            write_archive(root, Wanted(calls, 100 if calls >= 1000 else 20))
            print(f"{calls} calls", flush=True)
            for line in measured(root, options.rounds, options.browser):
                print(line, flush=True)


if __name__ == "__main__":
    main()
