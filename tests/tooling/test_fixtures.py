"""Tests of the fixtures that other tests stand on."""

import http.server
import threading
from functools import partial

import pytest


def test_archive_at_writes_text_as_it_is(archive_at):
    """Folders are made, and line ends are left as the test wrote them."""
    root = archive_at({"calls/2031/2031-03-05-river.yaml": "title: Café\r\n"})
    assert (
        root.joinpath("calls/2031/2031-03-05-river.yaml").read_bytes() == b"title: Caf\xc3\xa9\r\n"
    )


def test_archive_at_adds_to_the_same_folder(archive_at):
    """A second call changes the archive instead of starting another."""
    first = archive_at({"calls/a.yaml": "a"})
    second = archive_at({"calls/b.yaml": "b"})
    assert first == second
    assert ["a.yaml", "b.yaml"] == sorted(path.name for path in first.joinpath("calls").iterdir())


@pytest.mark.browser
def test_page_browser_runs_a_page_and_its_script(page_browser, archive_at):
    """A page from a local server is shown, and its script runs."""
    root = archive_at({"index.html": "<title>x</title><script>document.title = 'ran'</script>"})
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = page_browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        assert page.title() == "ran"
        page.close()
        server.shutdown()
