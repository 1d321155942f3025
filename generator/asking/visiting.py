"""Asks about one address: HEAD first, then one byte; retries, redirects by hand, and waits where a host says so.

What the replies mean is left to `findings.py`.
"""

import email.utils
import re
from dataclasses import dataclass, field, replace

from generator.asking.exchange import Connections, Heard, Limits, Trouble, exchange
from generator.asking.questions import Kind, Question
from generator.asking.targets import (
    NoHost,
    Resolve,
    Target,
    is_number,
    next_target,
    public_only,
    resolve,
    target_of,
)
from generator.asking.turns import Stopped, Turns
from generator.media_types import bare, is_media_type

REDIRECTS = 5
"""So many redirects are followed."""
_LEADING = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_WAIT = frozenset({429, 503})
_PASSING = frozenset({Trouble.NO_ANSWER, Trouble.TOO_SLOW})
_NUMBERS_TRIED = 3
_LARGEST = 10**12
"""No record says more bytes of a copy."""
_RANGE = re.compile(r"bytes\s+(?:\d+-\d+|\*)/(\d{1,15})", re.ASCII)
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Manners:
    """How the outside world is asked. Times are in seconds; `agent` says who asks.

    `pauses` stand before each retry, `patience` is the longest wait that a host may ask for. `largest` is the size in
    bytes of what is downloaded to be measured, within `download` seconds. `at` is a server of this machine that is
    asked in place of every host, to try things out; nothing else on this machine or in its network is ever asked.
    """

    agent: str
    pause: float = 1.0
    hosts: int = 4
    limits: Limits = field(default_factory=Limits)
    pauses: tuple[float, ...] = (2.0, 6.0)
    patience: float = 60
    largest: int = 1_000_000_000
    download: float = 3600
    at: tuple[str, int] | None = None
    resolve: Resolve = resolve


@dataclass(frozen=True, slots=True)
class Reply:
    """What was learned of an address: the last status of HTTP (0: none), and what was said of its content.

    `moved_to` is where it has moved for good. `front_page` says that only the first page of a host came instead.
    `received` are bytes of bodies, `sha256` and `measured` of one that was read whole, `retries` questions again.
    """

    status: int = 0
    trouble: Trouble = Trouble.NONE
    type: str = ""
    bytes: int = 0
    moved_to: str = ""
    front_page: bool = False
    sha256: str = ""
    measured: int = 0
    received: int = 0
    retries: int = 0


@dataclass(slots=True)
class _Effort:
    """What one address has cost so far."""

    received: int = 0
    retries: int = 0


@dataclass(slots=True)
class Visitor:
    """Asks about addresses, one at a time for each host."""

    manners: Manners
    turns: Turns
    connections: Connections
    _numbers: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def visit(self, question: Question) -> Reply:
        """Ask about an address; raises `Stopped`."""
        return self._followed(question, whole=False)

    def measure(self, question: Question) -> Reply:
        """Read everything that is at an address, and give its size and checksum; raises `Stopped`."""
        return self._followed(question, whole=True)

    def _followed(self, question: Question, whole: bool) -> Reply:
        """Follow redirects from an address to what stands there."""
        target = first = target_of(question.address)
        effort = _Effort()
        moved, for_good, seen = "", True, set[str]()
        while target is not None and first is not None:
            if target.address in seen or len(seen) > REDIRECTS:
                return _reply(Heard(trouble=Trouble.ASTRAY), effort)
            seen.add(target.address)
            heard = self._whole(target, effort) if whole else self._brief(target, question, effort)
            where = heard.header("location")
            if heard.status not in _LEADING or not where:
                if question.kind is Kind.RECORDING and heard.is_empty and heard.status == 200:
                    heard = replace(heard, trouble=Trouble.EMPTY)
                is_front = target.is_front_page and not first.is_front_page
                return replace(_reply(heard, effort), moved_to=moved, front_page=is_front)
            for_good = for_good and heard.status in _FOR_GOOD
            target = next_target(target, where)
            if target is None:
                return _reply(Heard(heard.status, trouble=Trouble.NOT_FOLLOWED), effort)
            moved = target.address if for_good else moved
        return Reply(trouble=Trouble.NOT_FOLLOWED)

    def _brief(self, target: Target, question: Question, effort: _Effort) -> Heard:
        """Ask for the head, and where that tells too little for one byte."""
        head = self._once("HEAD", target, effort)
        if _tells(head, question):
            return head
        if _is_passing(head):
            return self._again(head, target, effort, self.manners.limits)
        heard = self._again(self._once("GET", target, effort), target, effort, self.manners.limits)
        # A server that has no such piece has said before that the whole is there (RFC 9110, section 15.5.17).
        return head if heard.status == 416 and head.status == 200 else heard

    def _whole(self, target: Target, effort: _Effort) -> Heard:
        """Read everything."""
        limits = replace(
            self.manners.limits, whole=self.manners.download, body=self.manners.largest, digest=True
        )
        return self._again(self._once("GET", target, effort, limits), target, effort, limits)

    def _again(self, heard: Heard, target: Target, effort: _Effort, limits: Limits) -> Heard:
        """Ask again after growing pauses where nobody answered, or the host asked to wait."""
        for pause in self.manners.pauses:
            if not _is_passing(heard) or not self._waited(heard, target, pause):
                break
            effort.retries += 1
            heard = self._once("GET", target, effort, limits)
        if heard.status in _WAIT:
            self.turns.leave_alone(target.host, "it asked for patience")
        return heard

    def _waited(self, heard: Heard, target: Target, pause: float) -> bool:
        """Wait before the next try; tells whether the host may be asked again at all."""
        if heard.status not in _WAIT:
            self.turns.wait(pause)
            return True
        seconds = max(pause, seconds_to_wait(heard))
        if seconds <= self.manners.patience:
            self.turns.hold(target.host, seconds)
            return True
        return False

    def _once(
        self, method: str, target: Target, effort: _Effort, limits: Limits | None = None
    ) -> Heard:
        """Ask one question in the host's turn; raises `Stopped`."""
        if self.turns.is_left_alone(target.host):
            return Heard(trouble=Trouble.LEFT_ALONE)
        with self.turns.at(target.host):
            heard = self._exchanged(method, target, limits or self.manners.limits)
        effort.received += heard.received
        if heard.trouble is Trouble.STOPPED:
            raise Stopped
        return heard

    def _exchanged(self, method: str, target: Target, limits: Limits) -> Heard:
        headers = {"User-Agent": self.manners.agent}
        if method == "GET" and not limits.digest:
            headers["Range"] = "bytes=0-0"
        port = self.manners.at[1] if self.manners.at else target.port
        try:
            numbers = self._numbers_of(target)
        except NoHost:
            return Heard(trouble=Trouble.NO_HOST)
        except OSError:
            return Heard(trouble=Trouble.NO_ANSWER)
        heard = Heard(trouble=Trouble.NOT_PUBLIC)
        for number in numbers[:_NUMBERS_TRIED]:
            heard = exchange(method, target, number, port, headers, limits, self.connections)
            if heard.trouble is not Trouble.NO_ANSWER:
                break
        return heard

    def _numbers_of(self, target: Target) -> list[str]:
        """Give the public numbers of a host, looked up once; raises `NoHost` or `OSError`."""
        if is_number(target.host):
            number = target.host.strip("[]")
            numbers = public_only([number])
        elif self.manners.at:
            return [self.manners.at[0]]
        else:
            place = (target.host, target.port)
            if place not in self._numbers:
                self._numbers[place] = public_only(self.manners.resolve(*place))
            numbers = self._numbers[place]
        return [self.manners.at[0]] if numbers and self.manners.at else numbers


def seconds_to_wait(heard: Heard) -> float:
    """Give for how long a host wants to be left alone, 0 where it does not say (RFC 9110, section 10.2.3).

    A day is counted from the host's own clock, as its header `Date` shows it.
    """
    said = heard.header("retry-after").strip()
    if _NUMBER.fullmatch(said):
        return float(said)
    try:
        until = email.utils.parsedate_to_datetime(said)
        now = email.utils.parsedate_to_datetime(heard.header("date"))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _is_passing(heard: Heard) -> bool:
    """Tell a fault that may be over in a while; 501 and 505 say what a server will never do."""
    faulty = heard.status >= 500 and heard.status not in (501, 505)
    return heard.trouble in _PASSING or faulty or heard.status == 429


def _tells(heard: Heard, question: Question) -> bool:
    """Tell whether the head alone says enough; that something is gone, or refused, one byte must confirm."""
    if heard.trouble is not Trouble.NONE:
        return heard.trouble not in _PASSING
    if heard.status in _LEADING:
        return bool(heard.header("location"))
    if heard.status in (401, 407, 451):
        return True
    is_there = heard.status == 200
    return is_there and (question.kind is not Kind.RECORDING or _size(heard) > 0)


def _reply(heard: Heard, effort: _Effort) -> Reply:
    is_there = heard.status in (200, 206)
    return Reply(
        status=heard.status,
        trouble=heard.trouble,
        type=_type(heard) if is_there else "",
        bytes=_size(heard) if is_there else 0,
        sha256=heard.sha256,
        measured=heard.received if heard.sha256 else 0,
        received=effort.received,
        retries=effort.retries,
    )


def _type(heard: Heard) -> str:
    """Give the media type that was said, without its parameters; nothing where it is none."""
    said = bare(heard.header("content-type"))
    return said if is_media_type(said) else ""


def _size(heard: Heard) -> int:
    """Give the size in bytes that was said of the whole; 0 where it was not, cannot be, or is of a packed body."""
    if heard.header("content-encoding") not in ("", "identity"):
        return 0
    said = heard.header("content-length").strip()
    if heard.status == 206:
        whole = _RANGE.fullmatch(heard.header("content-range").strip())
        said = whole[1] if whole else ""
    size = int(said) if _NUMBER.fullmatch(said) else 0
    return size if size <= _LARGEST else 0
