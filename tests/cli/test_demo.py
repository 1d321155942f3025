"""`demo` shows the made-up archive from a copy, on its fixed day, and never throws away what was changed there."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from generator.cli.demo import SHIPPED

PROJECT = Path(__file__).parents[2]
TIDE_WATCH = "build/demo/calls/2031/2031-02-20-tide-watch.yaml"
LINE = (sys.executable, "-m", "generator", "demo")
ENV = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a folder in which the demonstration was built once, and what was said."""
    place = tmp_path_factory.mktemp("demo")
    return place, demo(place)


def demo(folder: Path) -> str:
    """Build the demonstration and give what was printed."""
    line = (*LINE, "--out", "site")
    done = subprocess.run(
        line, cwd=folder, env=ENV, capture_output=True, text=True, check=False, timeout=120
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def test_site_is_built_on_its_own_day(folder):
    """The site is there, shows a call as still to come that the clock may have left behind, and no error is said."""
    place, said = folder
    page = (place / "site/calls/2031-04-15-news-desk.html").read_text(encoding="utf-8")
    assert "Upcoming" in page
    assert "2031-04-10" in said
    assert "error" not in said


def test_only_the_warnings_that_are_announced_are_said(folder):
    """The codes that are said to be meant are the only ones there may be."""
    _, said = folder
    announced = {"F240", "M602", "M635", "P507", "P518", "Y128"}
    assert announced == set(re.findall(r"warning ([A-Z][0-9]{3})", said)) - {"S706"}
    assert "F240, M602, M635, P507 and Y128 for show, P518 because" in said
    assert "thrown away, S706 because" in said


def test_copy_is_the_archive_that_is_brought_along(folder):
    """Every file is copied, byte for byte, into the folder that is named."""
    place, said = folder
    shipped = PROJECT / SHIPPED
    files = [path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()]
    assert len(files) > 50
    assert "build/demo" in said
    assert [] == [
        path
        for path in files
        if (shipped / path).read_bytes() != (place / "build/demo" / path).read_bytes()
    ]


def test_changed_record_is_kept_and_counted(folder):
    """A record that was changed stays so, its page shows it, and it is said how to begin again."""
    place, _ = folder
    record = place / TIDE_WATCH
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Tide watch", "Watch of the tide"), encoding="utf-8")
    said = demo(place)
    assert "There 1 file differs from what was copied; delete build/demo to begin again." in said
    page = (place / "site/calls/2031-02-20-tide-watch.html").read_text(encoding="utf-8")
    assert "Watch of the tide" in page


def test_half_a_copy_is_made_anew(tmp_path):
    """What an interrupted copy left behind is no reason to fail, and is not shown."""
    (tmp_path / "build/demo.new/calls").mkdir(parents=True)
    (tmp_path / "build/demo.new/calls/odd.txt").write_bytes(b"odd")
    assert "The site is in site" in demo(tmp_path)
    assert not (tmp_path / "build/demo/calls/odd.txt").exists()


def shown(address: str) -> str:
    """Give a page, once the archive has been read."""
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return str(answer.read(), "utf-8")
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(0.2)


def test_it_is_shown_until_it_is_ended(tmp_path):
    """Without `--out` it answers at the address that it prints, and ends quietly when asked to."""
    with subprocess.Popen(
        (*LINE, "--port", "0"), cwd=tmp_path, env=ENV, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            said = ""
            while "Ctrl+C" not in said:
                line = server.stdout.readline()
                assert line, said
                said += line
            (address,) = re.findall(r"http://127\.0\.0\.1:[0-9]+/river/", said)
            assert "Calls of the River Assembly" in shown(address)
            server.send_signal(signal.SIGINT)
            assert 0 == server.wait(30)
        finally:
            server.kill()
