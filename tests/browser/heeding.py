"""A host that reads `_headers` as hosts of static pages do, a copy of a site without its policy, and what a browser is
seen to do there.

Patterns are matched as Netlify and Cloudflare Pages match them: `*` stands for anything, folders included.
"""

import contextlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.served import Host, Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Dialog, Page, Request

Rules = tuple[tuple[re.Pattern[str], dict[str, str]], ...]
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
LISTEN = """\
document.addEventListener("securitypolicyviolation", (event) => {
  seenByTest(`${event.effectiveDirective} stopped ${event.blockedURI} (${event.disposition})`);
});
for (const name of ["alert", "confirm", "prompt", "print", "open", "attacked"]) {
  window[name] = () => seenByTest(`${name} was called`);
}
"""
"""Runs in every page before anything of its own; whatever an attack would call tells the test so."""


def read_headers(text: str) -> Rules:
    """Read a `_headers` file: a pattern, and below it, further in, what is said."""
    found: list[tuple[re.Pattern[str], dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((re.compile(".*".join(map(re.escape, line.split("*")))), {}))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
    return tuple(found)


def said_of(rules: Rules, path: str) -> dict[str, str]:
    """Give the headers of a file; a header that two rules set is joined by a comma, as hosts do."""
    said: dict[str, str] = {}
    for pattern, headers in rules:
        if pattern.fullmatch(path):
            for name, value in headers.items():
                said[name] = f"{said[name]}, {value}" if name in said else value
    return said


class HeedingHost(Host):
    """Sends what `_headers` says in the place of what it would say itself."""

    rules: Rules

    def send_header(self, keyword: str, value: str) -> None:
        """Say a header, unless the file says it."""
        if keyword not in self._said():
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Say what the file says, and end."""
        for name, value in self._said().items():
            super().send_header(name, value)
        super().end_headers()

    def _said(self) -> dict[str, str]:
        return said_of(self.rules, urlsplit(self.path).path)


@contextlib.contextmanager
def heeding(folder: Path, below: str, headers: str) -> Iterator[Served]:
    """Serve a folder at a path of its host with the headers of a file, until the end of the block."""
    with serving(folder, below, HeedingHost, {"rules": read_headers(headers)}) as served:
        yield served


def without_policy(site: Path, folder: Path) -> Path:
    """Copy a site, take the policy out of every page, and give the copy."""
    copy = Path(shutil.copytree(site, folder))
    for page in copy.rglob("*.html"):
        kept, count = _POLICY.subn(b"", page.read_bytes())
        assert count == 1, page
        page.write_bytes(kept)
    return copy


@dataclass
class Seen:
    """What a browser was seen to do: faults in words, and requests to other hosts."""

    faults: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def note(self, words: str) -> None:
        """Note a fault."""
        self.faults.append(words)

    def note_request(self, url: str, host: str) -> None:
        """Note a request, unless it is to the host itself."""
        if urlsplit(url).netloc not in (host, ""):
            self.elsewhere.append(url)

    def forget_stopped(self, request: "Request") -> None:
        """Forget a request that the policy stopped before it was sent."""
        if request.failure == "csp" and request.url in self.elsewhere:
            self.elsewhere.remove(request.url)

    def taken(self) -> list[str]:
        """Give everything since the last time, and forget it."""
        found = [*self.faults, *(f"asked elsewhere: {url}" for url in self.elsewhere)]
        self.faults.clear()
        self.elsewhere.clear()
        return found


def watched(context: "BrowserContext", address: str) -> Seen:
    """Watch every page of a context, of a site at an address: what it says, stops, opens and asks of other hosts."""
    seen = Seen()
    host = urlsplit(address).netloc
    context.expose_function("seenByTest", seen.note)
    context.add_init_script(LISTEN)

    # Listened to and not held up: holding up would cost each of some thousand requests a look, and the cache.
    context.on("request", lambda request: seen.note_request(request.url, host))
    context.on("requestfailed", seen.forget_stopped)
    context.on("page", lambda page: _watch(page, seen))
    return seen


def _watch(page: "Page", seen: Seen) -> None:
    page.on("console", lambda message: seen.faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: seen.faults.append(f"error: {error}"))
    page.on("dialog", lambda dialog: _refuse(dialog, seen))
    page.on("popup", lambda other: seen.faults.append(f"popup: {other.url}"))
    page.on("download", lambda one: seen.faults.append(f"download: {one.url}"))


def _refuse(dialog: "Dialog", seen: Seen) -> None:
    seen.faults.append(f"dialog: {dialog.message}")
    dialog.dismiss()
