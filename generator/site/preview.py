"""Shows pages on this machine while they are being written: a small server that says when a page has changed.

It knows nothing of pages: functions answer for each path, say what stands at its foot, and wait for another version.
"""

import hashlib
import posixpath
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from markupsafe import escape

from generator.site.headers import ALWAYS, FRAMING
from generator.site.preview_files import SCRIPT, STYLE

Answer = tuple[int, str, bytes]
"""Status, type of content and bytes."""
Foot = Callable[[str], tuple[str, bool]]
"""Gives what stands at the foot of a page besides itself, as HTML, and whether a change is still being read."""

HOST = "127.0.0.1"
VERSION_PATH, SCRIPT_PATH, STYLE_PATH = "/__version", "/__reload.js", "/__preview.css"
WAIT, PAUSE = 20.0, 0.05
"""Seconds that a page's question for a newer version is held, and between two looks where nobody can wait."""
_NOTE = "A change is being read. Lists, neighbours and counts follow."
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".wasm": "application/wasm",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
}


def content_type(path: str) -> str:
    """Give the type of a file's content by its name; unknown kinds are plain bytes."""
    return TYPES.get(posixpath.splitext(path)[1].lower(), "application/octet-stream")


def server(
    answer: Callable[[str], Answer | None],
    version: Callable[[], int],
    port: int = 8000,
    site_path: str | Callable[[], str] = "/",
    foot: Foot = lambda path: ("", False),
    wait: Callable[[int, float], None] = lambda version, seconds: time.sleep(min(seconds, PAUSE)),
) -> ThreadingHTTPServer:
    """Give a server on this machine alone, ready for `serve_forever`; port 0 takes a free one.

    `answer` gets a path below the site's root (`calls/index.html`) and is called from several threads at once.
    `version` changes when a page may look different, and `wait` ends when it does or when some seconds are over.
    `site_path` is the path of `site_url`, so that addresses from the root lead where they will when published.
    Raises `OSError` when the port is taken.
    """
    at = site_path if callable(site_path) else lambda: site_path
    functions: dict[str, Callable[..., object]] = {
        "answer": answer,
        "version": version,
        "site_path": at,
        "foot": foot,
        "wait": wait,
    }
    handler = type("Handler", (_Handler,), {n: staticmethod(f) for n, f in functions.items()})
    return _Server((HOST, port), handler)


def waiting_page(path: str, words: str) -> Answer:
    """Give what stands for a file that cannot be shown yet; a page asks again by itself."""
    if not path.endswith(".html"):
        return HTTPStatus.SERVICE_UNAVAILABLE, TYPES[".txt"], f"{words}\n".encode()
    html = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<noscript><meta http-equiv="refresh" content="3"></noscript><title>Preview</title></head>'
        f'<body class="preview-waiting"><main><h1>Preview</h1><p>{escape(words)}</p></main></body></html>\n'
    )
    return HTTPStatus.SERVICE_UNAVAILABLE, TYPES[".html"], html.encode()


class _Server(ThreadingHTTPServer):
    """Answers each reader on a thread of its own, and takes it calmly when one has gone before the answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a connection that the reader closed; anything else is told as ever."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request; `server` adds the functions that know the pages."""

    answer: Callable[[str], Answer | None]
    version: Callable[[], int]
    site_path: Callable[[], str]
    foot: Foot
    wait: Callable[[int, float], None]
    protocol_version = "HTTP/1.1"
    # Head and bytes go out together and at once: else each answer waits for the other side to say it has the head.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer a request for a page, a file or the version."""
        self._send(*self._reply())

    def do_HEAD(self) -> None:
        """Answer as `do_GET` does, without the bytes."""
        self._send(*self._reply())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: only the command line prints."""

    def _reply(self) -> Answer:
        # Another site's page must not read the preview by giving its own name this address.
        if self.headers.get("Host", "").rpartition(":")[0] not in (HOST, "localhost"):
            return HTTPStatus.MISDIRECTED_REQUEST, TYPES[".txt"], b"This is a preview.\n"
        request = urlsplit(self.path)
        if request.path == VERSION_PATH:
            asked = parse_qs(request.query)
            page, after = (asked.get(name, [""])[0] for name in ("page", "after"))
            return HTTPStatus.OK, TYPES[".txt"], self._newer(page, after).encode()
        if request.path == SCRIPT_PATH:
            return HTTPStatus.OK, TYPES[".js"], SCRIPT.encode()
        if request.path == STYLE_PATH:
            return HTTPStatus.OK, TYPES[".css"], STYLE.encode()
        return self._dressed(unquote(request.path))

    def _newer(self, page: str, after: str) -> str:
        """Give the mark of a page as soon as it is another than `after`, or when the wait is over."""
        end = time.monotonic() + WAIT
        while True:
            version = self.version()
            mark = self._mark(*self._page(unquote(page)))
            left = end - time.monotonic()
            if mark != after or left <= 0:
                return mark
            self.wait(version, left)

    def _page(self, address: str) -> tuple[Answer, str, bool]:
        """Give a page with what stands at its foot, and whether a change is still being read."""
        path = site_file(address, self.site_path())
        found = self.answer(path) if path else None
        if found is None:
            missing = self.answer("404.html")
            nothing = (TYPES[".txt"], b"There is no such page.\n")
            kind, data = missing[1:] if missing else nothing
            status = missing[0] if missing and missing[0] != HTTPStatus.OK else HTTPStatus.NOT_FOUND
            found = status, kind, data
        return found, *(self.foot(path) if found[1] == TYPES[".html"] else ("", False))

    @staticmethod
    def _mark(found: Answer, foot: str, is_reading: bool) -> str:
        """Give a mark that is another one whenever the page, its foot or the state of reading is."""
        digest = hashlib.blake2b(f"{found[0]} {foot}\n".encode() + found[2], digest_size=12)
        return f"{digest.hexdigest()} {int(is_reading)}"

    def _dressed(self, address: str) -> Answer:
        """Give a page with its foot and the script that follows its changes; other files as they are."""
        found, foot, is_reading = self._page(address)
        status, kind, data = found
        before, end, after = data.rpartition(b"</body>")
        if kind != TYPES[".html"] or not end:
            return found
        mark = self._mark(found, foot, is_reading)
        hidden = "" if is_reading and status != HTTPStatus.SERVICE_UNAVAILABLE else " hidden"
        added = (
            f'<aside class="preview-foot" lang="en" dir="ltr" aria-label="Preview" data-mark="{mark}">'
            f'<p class="preview-note" role="status"{hidden}>{_NOTE}</p>{foot}</aside>'
            f'<link rel="stylesheet" href="{STYLE_PATH}"><script src="{SCRIPT_PATH}"></script>'
        )
        return status, kind, before + added.encode() + end + after

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for name, value in (FRAMING, *ALWAYS):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def site_file(address: str, site_path: str = "/") -> str:
    """Give the file of the site that an address asks for; empty when it leaves the site.

    Addresses work with and without the path under which the site will be published.

    >>> site_file("/archive/calls/", "/archive/")
    'calls/index.html'
    """
    if not address.startswith("/") or "\\" in address or "\0" in address:
        return ""
    inside = f"{address}/" if f"{address}/" == site_path else address
    path = inside.removeprefix(site_path) if inside.startswith(site_path) else inside[1:]
    if ".." in path.split("/") or path.startswith("/"):
        return ""
    return f"{path}index.html" if path.endswith("/") or not path else path
