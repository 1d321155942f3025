"""A world of our own for tests of asking: one server on this machine that answers for many hosts, and keeps a log.

It speaks TLS to whoever greets it so, with a certificate that is made for the test.
"""

import contextlib
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.asking.exchange import Connections, Limits
from generator.asking.questions import Kind, Question
from generator.asking.turns import Turns
from generator.asking.visiting import Manners, Visitor

SOUND = b"\x00ID3 a sound that nobody made" * 40
TLS_GREETING = b"\x16"

Answering = Callable[["Handler"], object]


@dataclass
class Seen:
    """One request as it came; `ended` is known when its answer was sent."""

    host: str
    method: str
    path: str
    headers: dict[str, str]
    began: float
    ended: float


@dataclass
class World:
    """What the server answers by host and path, and what it was asked."""

    answers: dict[str, Answering] = field(default_factory=dict)
    log: list[Seen] = field(default_factory=list)
    sent: int = 0
    running: int = 0
    most_at_once: int = 0
    port: int = 0
    trust: ssl.SSLContext | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def methods(self, path: str = "") -> list[str]:
        """Give the methods of the requests for a path, or of all."""
        return [one.method for one in self.log if path in ("", one.path)]

    def manners(self, **more: Any) -> Manners:
        """Give manners that ask here, and wait for little."""
        given = {"pause": 0.0, "pauses": (0.01, 0.02), "at": ("127.0.0.1", self.port)}
        return Manners("river/1", **{**given, **more})

    def visitor(self, **more: Any) -> Visitor:
        """Give somebody who asks here."""
        manners = self.manners(**more)
        connections = Connections()
        return Visitor(manners, Turns(manners.pause, connections.stopped), connections)


class Handler(BaseHTTPRequestHandler):
    """Answers one request by what the world says of its host and path."""

    protocol_version = "HTTP/1.1"
    timeout = 20
    world: World
    waits = False

    def setup(self) -> None:
        if self.world.trust and self.request.recv(1, socket.MSG_PEEK) == TLS_GREETING:
            self.request = self.world.trust.wrap_socket(self.request, server_side=True)
        super().setup()
        self.wfile = Counted(self.wfile, self)  # type: ignore[assignment]

    def do_GET(self) -> None:
        world, host = self.world, self.headers.get("Host", "")
        began = time.monotonic()
        # What was asked is noted before it is answered: whoever has the answer finds it in the log.
        seen = Seen(host, self.command, self.path, dict(self.headers), began, began)
        with world.lock:
            world.log.append(seen)
            world.running += 1
            world.most_at_once = max(world.most_at_once, world.running)
            self.waits = True
        self.close_connection = True
        try:
            address = f"{host.partition(':')[0]}{self.path}"
            answer = world.answers.get(address) or world.answers.get(self.path) or there()
            answer(self)
        finally:
            self.begin()
            with world.lock:
                seen.ended = time.monotonic()

    do_HEAD = do_GET

    def begin(self) -> None:
        """Note that nobody waits for the answer any more: who has read it may ask again before its end is noted."""
        with self.world.lock:
            self.world.running -= self.waits
            self.waits = False

    def put(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        """Send an answer; to HEAD without its body."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


class Counted:
    """A file that counts what is written."""

    def __init__(self, file: Any, handler: Handler) -> None:
        self.file, self.handler = file, handler

    def write(self, data: bytes) -> int:
        self.handler.begin()
        with self.handler.world.lock:
            self.handler.world.sent += len(data)
        return int(self.file.write(data))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def there(body: bytes = SOUND, kind: str = "audio/mpeg") -> Answering:
    """Answer as a good host does: with a length, and a piece where one is asked for."""

    def answer(asked: Handler) -> None:
        if asked.headers.get("Range") == "bytes=0-0":
            piece = {"Content-Range": f"bytes 0-0/{len(body)}", "Content-Length": "1"}
            asked.put(206, {"Content-Type": kind, **piece}, body[:1])
        else:
            asked.put(200, {"Content-Type": kind, "Content-Length": str(len(body))}, body)

    return answer


def says(status: int, **headers: str) -> Answering:
    """Answer with a status and headers, and no body."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda asked: asked.put(status, {"Content-Length": "0", **given})


def in_turn(*answers: Answering) -> Answering:
    """Give one answer after the other, and the last for ever."""
    left = list(answers)

    def answer(asked: Handler) -> None:
        now = left.pop(0) if len(left) > 1 else left[0]
        now(asked)

    return answer


def by_method(head: Answering, get: Answering) -> Answering:
    """Answer HEAD and GET differently."""
    return lambda asked: (head if asked.command == "HEAD" else get)(asked)


def hangs_up(asked: Handler) -> None:
    """End the connection without a word."""
    asked.connection.shutdown(socket.SHUT_RDWR)


def drips(every: float, first: bytes = b"HTTP/1.1 200 OK\r\nX-Slow: ") -> Answering:
    """Answer a byte at a time, so that no single read takes long."""

    def answer(asked: Handler) -> None:
        with contextlib.suppress(OSError):
            asked.wfile.write(first)
            for _ in range(int(20 / every)):
                time.sleep(every)
                asked.wfile.write(b"a")

    return answer


class Server(ThreadingHTTPServer):
    """The server of a world; what clients do to a connection is no fault of it."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_about: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def world_of(
    answers: Mapping[str, Answering], trust: ssl.SSLContext | None = None
) -> Iterator[World]:
    """Give a world that answers so, until the test is over."""
    world = World(dict(answers), trust=trust)
    server = Server(("127.0.0.1", 0), type("Here", (Handler,), {"world": world}))
    world.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield world
    finally:
        server.shutdown()
        server.server_close()


def certificate(folder: Path, *hosts: str) -> Path:
    """Make a certificate for some hosts that signs itself; gives the file of it and its key."""
    file = folder / "certificate.pem"
    names = ",".join(f"DNS:{host}" for host in hosts)
    subprocess.run(
        ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "3650", "-subj", "/CN=River", "-addext", f"subjectAltName={names}",
         "-keyout", "key.pem", "-out", file.name),
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    file.write_text((folder / "key.pem").read_text() + file.read_text())
    return file


def speaking_tls(file: Path) -> ssl.SSLContext:
    """Give what a server needs to speak TLS with a certificate."""
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(file)
    return trust


def copy_at(address: str, **more: Any) -> Question:
    """Give the question about a copy of a recording."""
    given = {"calls": ("2031-03-05-river",), "type": "audio/mpeg"}
    return Question(address, Kind.RECORDING, "calls/links/2031.jsonl", **{**given, **more})


def page_at(address: str) -> Question:
    """Give the question about a source."""
    return Question(address, Kind.SOURCE, "calls/links/others.jsonl")


def quick(**more: float) -> Limits:
    """Give limits that a test can wait for."""
    return Limits(**{"connect": 2, "read": 0.4, "whole": 0.8, **more})  # type: ignore[arg-type]
