"""The preview answers on this machine alone, with the right types, and says when to load again."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.preview import Answer, content_type, server, site_file, watch

PAGES = {
    "index.html": b"<html><body>home</body></html>",
    "calls/index.html": b"<html><body>calls</body></html>",
    "calendar/all.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "404.html": b"<html><body>not here</body></html>",
}


class Site:
    """A running preview and the version it tells."""

    def __init__(self) -> None:
        """Start the server on a free port."""
        self.version = 1
        self.asked: list[str] = []
        self.server = server(self.answer, lambda: self.version, port=0, site_path="/archive/")
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def answer(self, path: str) -> Answer | None:
        """Give a page of the table."""
        self.asked.append(path)
        return (200, content_type(path), PAGES[path]) if path in PAGES else None

    def ask(self, path: str, method: str = "GET", host: str = "") -> tuple[int, str, bytes]:
        """Send one request exactly as it is written."""
        port = self.server.server_port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        assert int(response.headers["Content-Length"]) == len(body) or method == "HEAD"
        assert response.headers["Cache-Control"] == "no-store"
        connection.close()
        return response.status, response.headers["Content-Type"], body


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a running preview and stop it afterwards."""
    running = Site()
    yield running
    running.server.shutdown()
    running.thread.join()
    running.server.server_close()


def test_a_page_comes_with_the_script_that_reloads_it(site: Site) -> None:
    """The page is the one that was given, with one outside script before its end."""
    expected = PAGES["index.html"].replace(
        b"</body>", b'<script src="/__reload.js"></script></body>'
    )
    assert (200, "text/html; charset=utf-8", expected) == site.ask("/")
    status, kind, script = site.ask("/__reload.js")
    assert (200, "text/javascript; charset=utf-8") == (status, kind)
    assert b"/__version?after=" in script


def test_files_come_as_they_are(site: Site) -> None:
    """A file that is no page gets its own type and not a byte more."""
    expected = (200, "text/calendar; charset=utf-8", PAGES["calendar/all.ics"])
    assert expected == site.ask("/calendar/all.ics")
    assert expected == site.ask("/archive/calendar/all.ics?x=1")


def test_what_is_not_there_gets_the_page_that_says_so(site: Site) -> None:
    """An unknown address is a 404 with the page of the site."""
    status, _, body = site.ask("/calls/none.html")
    assert status == 404
    assert b"not here" in body


def test_head_sends_no_bytes(site: Site) -> None:
    """HEAD answers as GET does, without the bytes."""
    assert (200, "text/html; charset=utf-8", b"") == site.ask("/calls/", "HEAD")


@pytest.mark.parametrize(
    "path",
    ["/../etc/passwd", "/%2e%2e/x", "/a/..%2fx", "/a%5cb", "/%00", "nowhere"],
)
def test_nothing_outside_is_even_asked_for(site: Site, path: str) -> None:
    """An address that leaves the site never reaches the function that reads."""
    assert site.ask(path)[0] == 404
    assert set(site.asked) <= {"404.html"}


def test_another_name_for_this_machine_is_refused(site: Site) -> None:
    """A page elsewhere that gives its own name this address cannot read the preview."""
    assert site.ask("/", host="evil.example:80")[0] == 421
    assert site.asked == []


def test_the_server_listens_on_this_machine_alone(site: Site) -> None:
    """Nobody else on the network can look."""
    assert site.server.server_address[0] == "127.0.0.1"


def test_a_page_learns_of_a_new_version_when_it_comes(site: Site) -> None:
    """The first question is answered at once, the next when the version is another."""
    assert site.ask("/__version?after=")[2] == b"1"
    timer = threading.Timer(0.2, setattr, (site, "version", 2))
    timer.start()
    assert site.ask("/__version?after=1")[2] == b"2"
    timer.join()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "index.html"),
        ("/archive", "index.html"),
        ("/archive/", "index.html"),
        ("/archive/calls/", "calls/index.html"),
        ("/calls/a.html", "calls/a.html"),
        ("/archive/../x", ""),
        ("//x", ""),
        ("/archive//x", ""),
    ],
)
def test_addresses_become_files(address: str, expected: str) -> None:
    """Addresses work with and without the path of the site, and none leaves it."""
    assert expected == site_file(address, "/archive/")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.ICS", "text/calendar; charset=utf-8"),
        ("feeds/all.xml", "application/xml; charset=utf-8"),
        ("data/v1/calls.json", "application/json; charset=utf-8"),
        ("mark.svg", "image/svg+xml"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("unknown.zzz", "application/octet-stream"),
    ],
)
def test_types(path: str, expected: str) -> None:
    """Each kind of file has its type."""
    assert expected == content_type(path)


def test_watching_names_what_came_went_and_changed(tmp_path: Path) -> None:
    """A new, a changed and a removed file are named; hidden files of editors are not."""
    (tmp_path / "calls").mkdir()
    for name in ("old.yaml", "changed.yaml"):
        (tmp_path / "calls" / name).write_text(name, encoding="utf-8")
    stop, seen = threading.Event(), threading.Event()
    found: set[str] = set()

    def note(changed: frozenset[Path]) -> None:
        found.update(path.name for path in changed)
        if len(found) == 3:
            seen.set()

    thread = threading.Thread(
        target=watch, args=([tmp_path / "calls", tmp_path / "none.yml"], note, stop, 0.01)
    )
    thread.start()
    stop.wait(0.1)
    (tmp_path / "calls" / ".swap").write_text("x", encoding="utf-8")
    (tmp_path / "calls" / "new.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "calls" / "changed.yaml").write_text("longer than before", encoding="utf-8")
    (tmp_path / "calls" / "old.yaml").unlink()
    assert seen.wait(10)
    stop.set()
    thread.join()
    assert found == {"new.yaml", "changed.yaml", "old.yaml"}


@pytest.mark.parametrize(("fault", "is_told"), [(BrokenPipeError, False), (ValueError, True)])
def test_a_reader_who_has_gone_is_no_fault(site, capsys, fault, is_told):
    """A connection closed before its answer prints nothing, while a fault of ours is still told."""
    try:
        raise fault
    except fault:
        site.server.handle_error(None, ("127.0.0.1", 1))
    assert is_told == bool(capsys.readouterr().err)
