"""Manners towards hosts: one question at a time, a pause after each, and patience where a host asks for it."""

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

LEFT_ALONE_AFTER = 3
"""After so many addresses in a row without any answer a host is left alone until another day."""


class Stopped(Exception):
    """Whoever asked wants no more answers."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    requests: int = 0
    silent_in_a_row: int = 0
    left_alone: str = ""


@dataclass(frozen=True, slots=True)
class Burden:
    """What a host was asked: how many questions, and why it was left alone, if it was."""

    requests: int
    left_alone: str


class Turns:
    """Gives each host its questions one after the other, `pause` seconds apart."""

    def __init__(self, pause: float, stopped: threading.Event) -> None:
        """Begin with hosts that were never asked."""
        self.longest_wait = 0.0
        self._pause = pause
        self._stopped = stopped
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    @contextlib.contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Wait until a host may be asked, and hold it for one question; raises `Stopped`."""
        one = self._host(host)
        began = time.monotonic()
        with one.lock:
            self.wait(one.free_at - time.monotonic())
            with self._lock:
                self.longest_wait = max(self.longest_wait, time.monotonic() - began)
            one.requests += 1
            try:
                yield
            finally:
                one.free_at = max(one.free_at, time.monotonic() + self._pause)

    def hold(self, host: str, seconds: float) -> None:
        """Ask a host nothing for so long, because it said so."""
        one = self._host(host)
        one.free_at = max(one.free_at, time.monotonic() + seconds)

    def wait(self, seconds: float) -> None:
        """Wait, unless it is all over before; raises `Stopped`."""
        if self._stopped.wait(max(0.0, seconds)):
            raise Stopped

    def leave_alone(self, host: str, why: str) -> None:
        """Ask a host no more in this run."""
        self._host(host).left_alone = why

    def is_left_alone(self, host: str) -> bool:
        """Tell whether a host is asked no more in this run."""
        return bool(self._host(host).left_alone)

    def note(self, host: str, answered: bool) -> None:
        """Note whether a host gave any answer about an address; one that never does is left alone."""
        one = self._host(host)
        one.silent_in_a_row = 0 if answered else one.silent_in_a_row + 1
        if one.silent_in_a_row >= LEFT_ALONE_AFTER and not one.left_alone:
            one.left_alone = f"{LEFT_ALONE_AFTER} addresses in a row had no answer"

    def burdens(self) -> dict[str, Burden]:
        """Give what each host was asked, in the order of their names."""
        with self._lock:
            hosts = dict(self._hosts)
        return {
            name: Burden(hosts[name].requests, hosts[name].left_alone) for name in sorted(hosts)
        }

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host())
