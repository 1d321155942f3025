"""Builds an archive, serves it on this machine as a plain host does, and counts what readers fetch."""

import contextlib
import datetime
import fcntl
import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from generator.pipeline import build

COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".xml")
"""Endings of files that hosts compress on the way; others are sent as they lie, and in parts where that is asked."""


@dataclass
class Served:
    """A site that is being served: its address, its folder, and every path and number of bytes that were sent."""

    address: str
    folder: Path
    sent: list[tuple[str, int]] = field(default_factory=list)

    def bytes_below(self, *folders: str) -> int:
        """Add up what was sent from some folders of the site."""
        return sum(size for path, size in self.sent if path.startswith(folders))


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files, compressed or in parts as readers ask, and notes how much was sent."""

    protocol_version = "HTTP/1.1"
    sent: list[tuple[str, int]]
    below: str

    def translate_path(self, path: str) -> str:
        """Give the file of an address, which begins with the path that the site has on its host."""
        return super().translate_path("/" + path.removeprefix(self.below))

    def do_GET(self) -> None:
        """Send a file, whole and compressed where that helps, or the part that is asked for."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            # Chromium asks for this icon by itself.
            self.send_response(204 if path.name == "favicon.ico" else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data = path.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        headers = {
            "Content-Type": self.guess_type(str(path)),
            "Accept-Ranges": "bytes",
            # Ten minutes, as plain hosts of static pages say it.
            "Cache-Control": "max-age=600",
        }
        if asked:
            first, last = int(asked[1]), min(int(asked[2]), len(data) - 1)
            headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
            data = data[first : last + 1]
        elif path.suffix in COMPRESSED:
            headers["Content-Encoding"] = "gzip"
            data = gzip.compress(data, 6, mtime=0)
        self.sent.append((path.relative_to(self.directory).as_posix(), len(data)))
        self.send_response(206 if asked else 200)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(
    folder: Path,
    below: str = "/",
    host: type[Host] = Host,
    more: Mapping[str, object] = MappingProxyType({}),
) -> Iterator[Served]:
    """Serve a folder as the root of a site, at a path of its host, until the end of the block.

    `more` are further values that the class of the host is made with.
    """
    served = Served("", folder)
    handler = type("Served", (host,), {"sent": served.sent, "below": below, **more})
    made = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), made)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served.address = f"http://127.0.0.1:{server.server_address[1]}{below}"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def built_site(root: Path, folder: Path, today: datetime.date) -> Path:
    """Build an archive and give the folder of its site."""
    out = folder / "site"
    built = build(root, out, folder / "work", today)
    assert built.published is not None, built.problems
    return out


def site_built_once(root: Path, folder: Path, today: datetime.date) -> Path:
    """Build an archive where several processes of one run of tests look for it, and give the folder of its site."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            built_site(root, folder, today)
            (folder / "built").touch()
    return folder / "site"


def listening(page: Any, address: str) -> list[str]:
    """Note every fault of a page from now on: words on its console, what fails, and requests to other hosts."""
    faults: list[str] = []
    host = urlsplit(address).netloc
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on(
        "request",
        lambda one: (
            None
            if urlsplit(one.url).netloc in (host, "")
            else faults.append(f"elsewhere: {one.url}")
        ),
    )
    return faults
