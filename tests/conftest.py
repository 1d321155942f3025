"""What every test may use: tools that a machine may lack, a browser, and a folder made from text.

A test whose tool is missing is skipped and counted in a list at the end.
With REQUIRE_ALL=1 nothing may be skipped, for whatever reason: a skip becomes a failure.
"""

from __future__ import annotations

import functools
import glob
import importlib.util
import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.publishing.mounting import mounting
from tests.publishing.system_calls import works as handed_calls

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Give the path of Chromium; a path named in CHROMIUM is the only one tried."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    places = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "google-chrome")
    return next((found for place in places if (found := shutil.which(place))), None)


def find_node() -> str | None:
    """Give the path of Node."""
    return shutil.which("node")


def find_lighthouse() -> str | None:
    """Give the path of Lighthouse's command, which Node runs in the browser."""
    command = Path(__file__).parents[1] / "build/npm/node_modules/lighthouse/cli/index.js"
    return str(command) if command.is_file() and find_node() and find_chromium() else None


def find_readers() -> str | None:
    """Give the Python of the calendar programs that read feeds, which have an environment of their own."""
    folder = Path(__file__).parents[1] / "build/readers"
    places = (folder / "bin/python", folder / "Scripts/python.exe")
    ready = (folder / "done.stamp").is_file()
    return next((str(place) for place in places if ready and place.is_file()), None)


def find_icaljs() -> str | None:
    """Give the path of the module of ical.js, which Node runs."""
    module = Path(__file__).parents[1] / "build/npm/node_modules/ical.js/dist/ical.js"
    return str(module) if module.is_file() and find_node() else None


def find_partytime() -> str | None:
    """Give the path of the module of podcast-partytime, which Node runs."""
    module = Path(__file__).parents[1] / "build/npm/node_modules/podcast-partytime"
    return str(module) if (module / "package.json").is_file() and find_node() else None


def find_peers() -> str | None:
    """Give the folder of the builders that ours is compared with, if all of them are there."""
    folder = Path(__file__).parents[1] / "build/bench"
    ready = all((folder / stamp).is_file() for stamp in ("done.stamp", "npm/done.stamp"))
    return str(folder) if ready and find_node() else None


def find_atheris() -> str | None:
    """Give the place of the fuzzer that is led by coverage; it is built for some systems and Pythons only."""
    found = importlib.util.find_spec("atheris")
    return found.origin if found else None


def find_openssl() -> str | None:
    """Give the path of OpenSSL's program, which makes certificates."""
    return shutil.which("openssl")


@functools.cache
def find_handed_calls() -> str | None:
    """Say on what kind of machine the system hands its calls over, if it does."""
    return handed_calls()


def find_faketime() -> str | None:
    """Give the path of the library that gives a program another clock."""
    places = (
        "/usr/lib/*/faketime",
        "/usr/lib/faketime",
        "/usr/lib64/faketime",
        "/usr/local/lib/faketime",
    )
    found = (path for place in places for path in glob.glob(f"{place}/libfaketime.so.1"))
    return next(found, None)


TOOLS: Mapping[str, tuple[str, Callable[[], str | None]]] = {
    "browser": ("needs Chromium: install it, or set CHROMIUM to its path", find_chromium),
    "node": ("needs Node: install it, so that `node` is on the path", find_node),
    "lighthouse": (
        "needs Lighthouse: install Chromium, Node and npm, then `make lighthouse`",
        find_lighthouse,
    ),
    "readers": (
        "needs other calendar programs: `make build/readers/done.stamp`",
        find_readers,
    ),
    "icaljs": (
        "needs ical.js: install Node and npm, then `make build/npm/done.stamp`",
        find_icaljs,
    ),
    "partytime": (
        "needs podcast-partytime: install Node and npm, then `make build/npm/done.stamp`",
        find_partytime,
    ),
    "peers": (
        "needs other builders: install Node and npm, then"
        " `make build/bench/done.stamp build/bench/npm/done.stamp`",
        find_peers,
    ),
    "handed_calls": (
        "needs Linux 5.9 or newer on x86-64 or ARM, which hands calls of the system over",
        find_handed_calls,
    ),
    "mounting": ("needs to mount a disk: run as root, or where `unshare -rm` is allowed", mounting),
    "faketime": ("needs another clock: install libfaketime (`faketime` on Debian)", find_faketime),
    "openssl": (
        "needs OpenSSL's program: install it, so that `openssl` is on the path",
        find_openssl,
    ),
    "atheris": (
        "needs atheris: `make setup` installs it on Linux for x86-64, with Python 3.11 to 3.13",
        find_atheris,
    ),
}


def nothing_may_be_skipped() -> bool:
    """Say whether this run must show that everything works."""
    return os.environ.get("REQUIRE_ALL") == "1"


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks, one for each tool."""
    for mark, (reason, _) in TOOLS.items():
        config.addinivalue_line("markers", f"{mark}: {reason}")
    # A busy machine is no fault of the program: no example is timed, and neither is drawing it.
    settings.register_profile(
        "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("untimed")
    # A shell lets what it runs in the background ignore Ctrl+C, and so would every program that a test ends by it.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test in a browser that waited in vain be run once more.

    A browser of a busy machine loses an answer now and then; a fault of ours would be there both times.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"]))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is missing, before its fixtures ask for that tool."""
    for mark, (reason, find) in TOOLS.items():
        if item.get_closest_marker(mark) and find() is None:
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where nothing may be skipped; xfail is not a skip."""
    report = yield
    if nothing_may_be_skipped() and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"could not run here: {reason_of(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a whole file that skips itself."""
    report = yield
    if nothing_may_be_skipped() and report.outcome == "skipped":
        report.longrepr = f"could not run here: {reason_of(report)}"
        report.outcome = "failed"
    return report


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Give the words with which a test or file was skipped."""
    longrepr = report.longrepr
    words = longrepr[2] if isinstance(longrepr, tuple | list) else str(longrepr)
    return str(words).removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what could not run, one line a reason, and what was run twice; a file that skips itself counts as one."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_line(f"Waited in vain at first: {report.nodeid}")
    reasons = Counter(reason_of(report) for report in terminalreporter.stats.get("skipped", []))
    for reason, count in sorted(reasons.items()):
        tests = "1 test" if count == 1 else f"{count} tests"
        terminalreporter.write_line(f"Could not run here: {tests}: {reason}")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of Chromium to a test marked `browser`."""
    found = find_chromium()
    assert found is not None, "mark the test with @pytest.mark.browser"
    return found


@pytest.fixture(scope="session")
def page_browser(chromium: str) -> Iterator[Browser]:
    """Give a running browser; `page_browser.new_page()` starts with no cookie and no cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def archive_at(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Give a function that writes `{path: text}` into a new folder and returns that folder."""
    root = tmp_path / "archive"

    def write(files: Mapping[str, str]) -> Path:
        root.mkdir(exist_ok=True)
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        return root

    return write
