"""One question and its answer over HTTP, with a limit on everything that the other side could draw out.

The connection goes to the very number that was looked at, so a name that changes its meaning meanwhile leads nowhere
else (DNS rebinding). Redirects, retries and manners are left to others.
"""

import contextlib
import hashlib
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from http.client import HTTPException

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from generator.asking.targets import Target

BODY = 65_536
"""So many bytes of a body are read at a time, and at most where it is not measured."""


class Trouble(Enum):
    """Why there is no answer by HTTP, in words for people."""

    NONE = ""
    NO_HOST = "there is no such host"
    NO_ANSWER = "no connection, or it broke off"
    TOO_SLOW = "the answer took too long"
    UNSAFE = "its certificate is not good, or it speaks no TLS"
    NOT_PUBLIC = "its host is not on the public internet"
    NOT_FOLLOWED = "it leads where no program should follow"
    ASTRAY = "it leads round in a circle, or too far"
    EMPTY = "it came with nothing in it"
    TOO_LARGE = "it is too large to be measured"
    LEFT_ALONE = "its host was left alone"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: the status of HTTP with its headers (names in small letters), or a trouble.

    `received` bytes of the body were read; `sha256` is of a body that was read whole. `is_empty` tells that a body was
    asked for and none came.
    """

    status: int = 0
    headers: Mapping[str, str] | None = None
    trouble: Trouble = Trouble.NONE
    received: int = 0
    sha256: str = ""
    is_empty: bool = False

    def header(self, name: str) -> str:
        """Give a header by its name in small letters, or nothing."""
        return (self.headers or {}).get(name, "")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a question may take, in seconds, and how many bytes of a body are read; `digest` measures them."""

    connect: float = 10
    read: float = 10
    whole: float = 30
    body: int = BODY
    digest: bool = False


class Connections:
    """All open connections, each of which ends with its time, or with all others when the asking is stopped."""

    def __init__(self) -> None:
        """Begin with none."""
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self._open: list[_Ending] = []
        self._trust: ssl.SSLContext | None = None

    def trust(self) -> ssl.SSLContext:
        """Give the system's own certificates, as its browsers trust them; they are read once."""
        with self._lock:
            if self._trust is None:
                self._trust = ssl.create_default_context()
            return self._trust

    @contextlib.contextmanager
    def limited(self, seconds: float) -> Iterator["_Ending"]:
        """Give a connection to come so much time; what is read from it afterwards is its end."""
        ending = _Ending()
        with self._lock:
            self._open.append(ending)
        if self.stopped.is_set():
            ending.end()
        timer = threading.Timer(seconds, ending.end)
        timer.daemon = True
        timer.start()
        try:
            yield ending
        finally:
            timer.cancel()
            with self._lock:
                self._open.remove(ending)
            ending.close()

    def stop(self) -> None:
        """End everything that is open, and all that is still to come."""
        self.stopped.set()
        with self._lock:
            endings = list(self._open)
        for ending in endings:
            ending.end()


class _Ending:
    """A second handle to the socket of a connection, by which another thread shuts it down."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self.is_over = False

    def take(self, sock: socket.socket) -> None:
        """Take the socket of a connection; over already, it is shut down at once."""
        with self._lock:
            # TLS puts another object in the socket's place, and the copy of its handle stays good.
            self._handle = sock.dup()
        if self.is_over:
            self.end()

    def end(self) -> None:
        """Shut the connection down: whoever reads from it is told that it ends here."""
        self.is_over = True
        with self._lock, contextlib.suppress(OSError):
            if self._handle is not None:
                self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the second handle back."""
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle = None


class _Open(HTTPConnection):
    """A connection whose socket can be shut down from the moment it is there."""

    ending: _Ending | None = None

    def _new_conn(self) -> socket.socket:
        return _taken(super()._new_conn(), self.ending)


class _Safe(HTTPSConnection):
    """The same with TLS, whose greeting can be drawn out too."""

    ending: _Ending | None = None

    def _new_conn(self) -> socket.socket:
        return _taken(super()._new_conn(), self.ending)


def _taken(sock: socket.socket, ending: _Ending | None) -> socket.socket:
    if ending is not None:
        ending.take(sock)
    return sock


def exchange(
    method: str,
    target: Target,
    number: str,
    port: int,
    headers: Mapping[str, str],
    limits: Limits,
    connections: Connections,
) -> Heard:
    """Ask one question at a numeric address and a port, and give what came back; never raises for what came."""
    with connections.limited(limits.whole) as ending:
        connection = _connection(target, number, port, limits, connections)
        connection.ending = ending
        try:
            heard = _exchanged(connection, method, target, headers, limits)
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            heard = Heard(trouble=_trouble(error, ending.is_over))
        finally:
            connection.close()
        if connections.stopped.is_set():
            return Heard(trouble=Trouble.STOPPED)
        # A body that its server ends by hanging up looks whole when we hung up ourselves.
        return Heard(trouble=Trouble.TOO_SLOW) if ending.is_over else heard


def _connection(
    target: Target, number: str, port: int, limits: Limits, connections: Connections
) -> _Open | _Safe:
    if target.scheme == "http":
        return _Open(number, port, timeout=limits.connect)
    host = target.host.strip("[]")
    trust = connections.trust()
    return _Safe(number, port, timeout=limits.connect, server_hostname=host, ssl_context=trust)


def _exchanged(
    connection: _Open | _Safe,
    method: str,
    target: Target,
    headers: Mapping[str, str],
    limits: Limits,
) -> Heard:
    connection.connect()
    if connection.sock is not None:
        connection.sock.settimeout(limits.read)
    connection.timeout = limits.read
    whole = {"Host": target.named_host, "Accept": "*/*", "Accept-Encoding": "identity"}
    connection.request(
        method,
        target.path,
        headers={**whole, "Connection": "close", **headers},
        preload_content=False,
        decode_content=False,
    )
    response = connection.getresponse()
    found = {name.lower(): value for name, value in response.headers.items()}
    heard = Heard(response.status, found)
    if method == "HEAD":
        return heard
    return _with_body(heard, response, limits)


def _with_body(heard: Heard, response: BaseHTTPResponse, limits: Limits) -> Heard:
    """Read as much of a body as the limits allow."""
    if not limits.digest or heard.status != 200:
        # One byte shows that there is a body, and the rest of it would be sent for nothing.
        data = response.read(min(1, limits.body), decode_content=False)
        return Heard(heard.status, heard.headers, received=len(data), is_empty=not data)
    digest = hashlib.sha256()
    received = 0
    for chunk in iter(lambda: response.read(BODY, decode_content=False), b""):
        received += len(chunk)
        digest.update(chunk)
        if received > limits.body:
            return Heard(heard.status, heard.headers, Trouble.TOO_LARGE, received)
    sum_of_it = digest.hexdigest() if received else ""
    return Heard(
        heard.status, heard.headers, received=received, sha256=sum_of_it, is_empty=not received
    )


def _trouble(error: Exception, is_over: bool) -> Trouble:
    """Say in our words what went wrong; libraries wrap the cause in causes of their own."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < 10:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    if is_over or any(isinstance(one, TimeoutError) for one in causes):
        return Trouble.TOO_SLOW
    if any(isinstance(one, ssl.SSLError | ssl.CertificateError) for one in causes):
        return Trouble.UNSAFE
    return Trouble.NO_ANSWER
