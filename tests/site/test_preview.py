"""The preview answers on this machine alone, with the right types, and says when to load again."""

import http.client
import re
import threading
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from generator.site.preview import Answer, content_type, server, site_file, waiting_page

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
        self.pages = dict(PAGES)
        self.foot = ("", False)
        self.server = server(
            self.answer, lambda: self.version, 0, "/archive/", lambda path: self.foot
        )
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def answer(self, path: str) -> Answer | None:
        """Give a page of the table."""
        self.asked.append(path)
        if path not in self.pages:
            return None
        return 404 if path == "404.html" else 200, content_type(path), self.pages[path]

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


def test_a_page_comes_with_the_files_of_the_preview(site: Site) -> None:
    """The page is the one that was given, with a foot, a sheet and a script by their addresses before its end."""
    status, kind, body = site.ask("/")
    assert (200, "text/html; charset=utf-8") == (status, kind)
    assert body.startswith(b"<html><body>home<aside ")
    assert body.endswith(
        b'</aside><link rel="stylesheet" href="/__preview.css">'
        b'<script src="/__reload.js"></script></body></html>'
    )
    status, kind, script = site.ask("/__reload.js")
    assert (200, "text/javascript; charset=utf-8") == (status, kind)
    assert b"/__version?" in script
    assert "text/css; charset=utf-8" == site.ask("/__preview.css")[1]


def test_nothing_of_the_preview_stands_inline(site: Site) -> None:
    """What is added obeys a policy that forbids scripts and styles in the page itself."""
    site.foot = ("<p>one thing</p>", True)
    added = site.ask("/")[2].decode().removeprefix("<html><body>home")
    assert [] == re.findall(r"<style|style=|onclick|<script(?! src=)", added)


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


def mark_of(body: bytes) -> str:
    """Give the mark that a page carries."""
    found = re.search(r'data-mark="([^"]+)"', body.decode())
    assert found
    return found[1]


def following(page: str, mark: str) -> str:
    """Give the question that an open page asks."""
    return f"/__version?{urlencode({'page': page, 'after': mark})}"


def test_a_page_learns_that_it_changed(site: Site) -> None:
    """The question is held until the bytes of that page are others, even if it was another page before it asked."""
    mark = mark_of(site.ask("/")[2])
    assert mark == site.ask("/__version?page=/")[2].decode()
    timer = threading.Timer(
        0.2, lambda: site.pages.update({"index.html": b"<html><body>new</body></html>"})
    )
    timer.start()
    told = site.ask(following("/", mark))[2].decode()
    timer.join()
    assert mark != told
    assert told == mark_of(site.ask("/")[2])
    assert told == site.ask(following("/", mark))[2].decode()


@pytest.mark.parametrize("address", ["/calls%2Findex.html", "/calls/%69ndex.html"])
def test_a_page_asks_by_its_address_as_it_is_written(site: Site, address: str) -> None:
    """Signs that are written as numbers lead to the same page when its script asks, so it is not loaded for ever."""
    mark = mark_of(site.ask(address)[2])
    assert mark == site.ask(f"/__version?{urlencode({'page': address})}")[2].decode()


def test_a_page_that_stays_the_same_is_not_loaded_again(site: Site) -> None:
    """Another page changed: the mark of this one is what it was, so its script goes on asking."""
    mark = mark_of(site.ask("/calls/")[2])
    site.pages["index.html"] = b"<html><body>new</body></html>"
    site.version += 1
    assert mark == site.ask("/__version?page=/calls/")[2].decode()


def test_a_page_learns_when_everything_was_read(site: Site) -> None:
    """The line that lists follow is shown while a change is being read, and the page is not loaded again after it."""
    site.foot = ("", True)
    body = site.ask("/")[2]
    assert b'role="status">A change is being read' in body
    site.foot = ("", False)
    mark = mark_of(body)
    told = site.ask(following("/", mark))[2].decode()
    assert (mark.split()[0], "0") == tuple(told.split())
    assert b'role="status" hidden>' in site.ask("/")[2]


def test_problems_stand_at_the_foot_and_are_part_of_the_mark(site: Site) -> None:
    """A page whose problems changed is loaded again."""
    mark = mark_of(site.ask("/")[2])
    site.foot = ("<details>one</details>", False)
    body = site.ask("/")[2]
    assert b"<details>one</details></aside>" in body
    assert mark != mark_of(body)


def test_a_page_that_waits_asks_again_by_itself() -> None:
    """Only without scripts it loads again every few seconds, for it may hold what is read; a file says so plainly."""
    status, kind, body = waiting_page("calls/index.html", "Being read <now>.")
    assert (503, "text/html; charset=utf-8") == (status, kind)
    assert b'<noscript><meta http-equiv="refresh" content="3"></noscript>' in body
    assert body.count(b"http-equiv") == 1
    assert b"Being read &lt;now&gt;." in body
    expected = (503, "text/plain; charset=utf-8", b"Being read.\n")
    assert expected == waiting_page("feeds/all.xml", "Being read.")


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


@pytest.mark.parametrize(("fault", "is_told"), [(BrokenPipeError, False), (ValueError, True)])
def test_a_reader_who_has_gone_is_no_fault(site, capsys, fault, is_told):
    """A connection closed before its answer prints nothing, while a fault of ours is still told."""
    try:
        raise fault
    except fault:
        site.server.handle_error(None, ("127.0.0.1", 1))
    assert is_told == bool(capsys.readouterr().err)
