"""Shows pages on this machine while they are being written: a small server, and a look at what has changed.

It knows nothing of pages: a function answers for each path, and a number says when to load again.
"""

import os
import posixpath
import sys
import threading
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from generator.site.headers import ALWAYS, FRAMING

Answer = tuple[int, str, bytes]
"""Status, type of content and bytes."""

HOST = "127.0.0.1"
VERSION_PATH, SCRIPT_PATH = "/__version", "/__reload.js"
WAIT, PAUSE = 20.0, 0.05
"""Seconds that a page's question for a newer version is held, and between two looks."""
SCRIPT = """\
// Part of the preview only: loads the page again when what it shows has changed.
"use strict";
async function follow(known) {
  for (;;) {
    try {
      const answer = await fetch("/__version?after=" + known, { cache: "no-store" });
      const version = await answer.text();
      if (answer.ok && known !== "" && version !== known) { location.reload(); return; }
      if (answer.ok) { known = version; }
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
follow("");
"""
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
    site_path: str = "/",
) -> ThreadingHTTPServer:
    """Give a server on this machine alone, ready for `serve_forever`; port 0 takes a free one.

    `answer` gets a path below the site's root (`calls/index.html`) and is called from several threads at once.
    `version` changes when a page may look different.
    `site_path` is the path of `site_url`, so that addresses from the root lead where they will when published.
    Raises `OSError` when the port is taken.
    """
    handler = type(
        "Handler",
        (_Handler,),
        {"answer": staticmethod(answer), "version": staticmethod(version), "site_path": site_path},
    )
    return _Server((HOST, port), handler)


def watch(
    paths: Iterable[Path],
    on_change: Callable[[frozenset[Path]], None],
    stop: threading.Event,
    pause: float = 0.3,
) -> None:
    """Call `on_change` with the files below `paths` that came, went or changed, until `stop` is set."""
    watched = tuple(paths)
    known = signatures(watched)
    while not stop.wait(pause):
        found = signatures(watched)
        changed = {path for path, _ in known.items() ^ found.items()}
        known = found
        if changed:
            on_change(frozenset(changed))


def signatures(paths: Iterable[Path]) -> dict[Path, tuple[int, int, int]]:
    """Give modification time in nanoseconds, size and number of every file below `paths`."""
    found: dict[Path, tuple[int, int, int]] = {}
    for path in paths:
        for file in _files(path):
            try:
                status = file.lstat()
            except OSError:
                continue
            found[file] = status.st_mtime_ns, status.st_size, status.st_ino
    return found


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return (path,)
    return (
        Path(folder, name)
        for folder, _, names in os.walk(path)
        for name in names
        if not name.startswith(".")
    )


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
    site_path: str
    protocol_version = "HTTP/1.1"

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
            after = parse_qs(request.query).get("after", [""])[0]
            return HTTPStatus.OK, TYPES[".txt"], self._newer(after).encode()
        if request.path == SCRIPT_PATH:
            return HTTPStatus.OK, TYPES[".js"], SCRIPT.encode()
        return self._page(unquote(request.path))

    def _newer(self, after: str) -> str:
        """Give the version as soon as it is another than `after`, or when the wait is over."""
        for _ in range(int(WAIT / PAUSE)):
            if str(self.version()) != after:
                break
            time.sleep(PAUSE)
        return str(self.version())

    def _page(self, address: str) -> Answer:
        path = site_file(address, self.site_path)
        found = self.answer(path) if path else None
        if found is not None:
            return found
        missing = self.answer("404.html")
        if missing is None:
            return HTTPStatus.NOT_FOUND, TYPES[".txt"], b"There is no such page.\n"
        return HTTPStatus.NOT_FOUND, missing[1], missing[2]

    def _send(self, status: int, kind: str, data: bytes) -> None:
        if kind.startswith("text/html"):
            data = data.replace(
                b"</body>", f'<script src="{SCRIPT_PATH}"></script></body>'.encode()
            )
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
