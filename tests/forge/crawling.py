"""A static host in small: serves a built tree below a path as GitHub Pages does, and follows everything in it.

Addresses of the published site are asked of this machine instead; what leads elsewhere is only named.
"""

import contextlib
import functools
import html
import http.server
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from generator.site.preview import content_type

ADDRESSED = ("href", "src", "poster", "action", "data")
TEXT = (".html", ".xml", ".ics", ".json", ".csv", ".txt", ".css", ".js")


@dataclass(slots=True)
class Host:
    """A running host: where it is, and the path of everything it was asked for."""

    address: str
    asked: list[str] = field(default_factory=list)


@contextlib.contextmanager
def hosted(tree: Path, below: str) -> Iterator[Host]:
    """Serve a built tree below a path such as `/repo/`; whatever is not there is answered with `404.html`."""
    host = Host("")
    handler = functools.partial(_Handler, tree=tree, below=below, asked=host.asked)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_address[1]}{below}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answers one request from the tree, and remembers it."""

    def __init__(self, *words, tree: Path, below: str, asked: list[str]) -> None:
        self.tree, self.below, self.asked = tree, below, asked
        super().__init__(*words)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.asked.append(path)
        inside = path.removeprefix(self.below) if path.startswith(self.below) else None
        name = f"{inside}index.html" if inside == "" or (inside or "").endswith("/") else inside
        file = self.tree / name if name else None
        if file is not None and file.is_file():
            self._send(200, file)
        else:
            self._send(404, self.tree / "404.html")

    def _send(self, status: int, file: Path) -> None:
        data = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", content_type(file.name))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the host said: status, type and bytes."""

    status: int
    kind: str
    data: bytes


def ask(address: str) -> Answer:
    """Ask the host for an address."""
    try:
        with urllib.request.urlopen(address, timeout=10) as said:
            return Answer(said.status, said.headers["Content-Type"], said.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers["Content-Type"], refused.read())


class _Addresses(HTMLParser):
    """Collects every address of a page, wherever an element may have one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found += [values[name] or "" for name in ADDRESSED if name in values]
        for option in (values.get("srcset") or "").split(","):
            self.found += option.split()[:1]
        if tag == "meta" and values.get("property", "") in ("og:url", "og:image"):
            self.found.append(values.get("content") or "")


def addresses(kind: str, data: bytes, site_url: str) -> list[str]:
    """Give every address that a file of the site holds, as it is written."""
    text = data.decode("utf-8", "replace")
    found = []
    if kind.startswith("text/html"):
        page = _Addresses()
        page.feed(text)
        found += page.found
    elif kind.startswith("text/css"):
        found += re.findall(r"""url\(["']?([^"')]+)""", text)
    elif "xml" in kind:
        # In feeds, HTML is text whose quotes are written as characters by number.
        text = html.unescape(text)
    # Absolute addresses stand in feeds, calendars, data and citations in braces; lines of calendars are folded.
    host = re.escape(urlsplit(site_url).netloc)
    unfolded = re.sub(r"\r\n[ \t]", "", text)
    found += re.findall(rf"(?:https?|webcal)://{host}[^\s\"'<>\\,;)\]}}]*", unfolded)
    return found


def local(address: str, page: str, host: Host, site_url: str) -> str:
    """Give where on this machine an address leads, empty for another host or no page at all."""
    there = urlsplit(site_url)
    resolved = urldefrag(urljoin(page, address)).url
    parts = urlsplit(resolved)
    if parts.scheme in ("http", "https", "webcal") and parts.netloc == there.netloc:
        return urljoin(host.address, parts.path or "/")
    return resolved if parts.netloc == urlsplit(host.address).netloc else ""
