"""Where a question may go: ordinary web addresses of public hosts, on the ports of the web.

No password is ever sent, nothing that was asked safely is asked openly, and no redirect leads into a private network.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

LONGEST = 2000
"""No address in a record is longer."""
_PORTS = {"http": 80, "https": 443}
# Some versions of Python count the one and not the others of these as global: for protocols, and IPv4 within IPv6.
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_6TO4 = ipaddress.ip_network("2002::/16")

Resolve = Callable[[str, int], list[str]]
"""Gives the numeric addresses of a host; raises `NoHost`, or `OSError` where nobody could tell."""


class NoHost(Exception):
    """The names of the world know no host of that name."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart and written as it is sent: ASCII, with no password and no fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def address(self) -> str:
        """Give the whole address again."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.path}"

    @property
    def named_host(self) -> str:
        """Give the host as the header of that name has it (RFC 9110, section 7.2)."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def is_front_page(self) -> bool:
        """Tell whether it is the first page of its host."""
        return self.path in ("", "/")


def target_of(address: str) -> Target | None:
    """Take an address apart; nothing for one that is not asked: another scheme, a password, a port of other services.

    >>> target_of("https://Sound.example/a b.mp3#t=10").address
    'https://sound.example/a%20b.mp3'
    >>> target_of("https://river:secret@sound.example/a.mp3") is None
    True
    """
    try:
        url = parse_url(address)
    except LocationParseError:
        return None
    if url.scheme not in _PORTS or not url.host or url.auth is not None:
        return None
    port = url.port or _PORTS[url.scheme]
    # Ports below are for other services, and a line that is read as a command to one of them must not reach it.
    if port < 1024 and port not in _PORTS.values():
        return None
    found = Target(url.scheme, url.host.rstrip("."), port, _sent_path(url))
    return found if found.host and len(found.address) <= LONGEST else None


def _sent_path(url: Url) -> str:
    return f"{url.path or '/'}{'' if url.query is None else f'?{url.query}'}"


def next_target(from_: Target, location: str) -> Target | None:
    """Give where a redirect leads, or nothing where it is not followed: from a safe address to an open one, for one."""
    try:
        found = target_of(urljoin(from_.address, location.strip()))
    except ValueError:
        return None
    if found is None or (from_.scheme == "https" and found.scheme != "https"):
        return None
    return found


def is_public(number: str) -> bool:
    """Tell whether a numeric address belongs to the public internet, also one that carries another in it.

    >>> [is_public(one) for one in ("93.184.215.14", "10.0.0.7", "127.0.0.1", "::ffff:169.254.1.1")]
    [True, False, False, False]
    """
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address in _6TO4 or address.is_site_local:
            return False
    elif address in _PROTOCOLS:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def is_number(host: str) -> bool:
    """Tell whether a host is written as a numeric address."""
    try:
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


def public_only(numbers: Iterable[str]) -> list[str]:
    """Keep the numeric addresses of the public internet, each once."""
    return list(dict.fromkeys(number for number in numbers if is_public(number)))


def resolve(host: str, port: int, seconds: float = 10) -> list[str]:
    """Look up the numeric addresses of a host; raises `NoHost` or `OSError`.

    The system's resolver knows no limit of time, so another thread waits for it.
    """
    found: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()
    threading.Thread(target=_look_up, args=(host, port, found), daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("nobody said where the host is") from None
    if isinstance(answer, socket.gaierror) and answer.errno in _NO_SUCH_NAME:
        raise NoHost(host) from answer
    if isinstance(answer, OSError):
        raise answer
    return answer


# Some systems tell a name without addresses from one that does not exist, others do not.
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


def _look_up(host: str, port: int, found: "queue.SimpleQueue[list[str] | OSError]") -> None:
    try:
        rows = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        found.put([str(row[4][0]) for row in rows])
    except OSError as error:
        found.put(error)
    except UnicodeError:
        found.put(socket.gaierror(socket.EAI_NONAME, "no name of a host"))
