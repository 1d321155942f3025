"""An archive whose calls were recorded in every way that the player has to deal with, and a host that has the copies.

The copies are real files, made small; the host is asked by the browser alone and answers as hosts do, part by part.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests import sounds
from tests.sounds import ENDINGS, webvtt

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

EMPTY = Path(__file__).parents[1] / "sites/empty/archive"
HOST, OTHER = "https://sound.example", "https://tape.example"
SECONDS = 20
"""How long every copy lasts."""
SOUND, VIDEO, BOTH = "2031-03-05-sound", "2031-03-06-video", "2031-03-07-both"
BROKEN, LYING, LINKS, MANY = (
    "2031-03-08-broken",
    "2031-03-09-lying",
    "2031-03-10-links",
    "2031-03-11-many",
)
SILENT = "2031-03-12-not-recorded"
LONG_WORD = "Donaudampfschifffahrt" * 5
PLATFORMS = "calls/platforms.yaml"
CAPTIONS = (
    (0, 8, "<v Facilitator>Good evening."),
    (8, 16, "We begin with the ferry."),
    (16, 20, "Good night."),
)
NOTES = (
    "---\norigin: notes\n---\n## Breakout: ferry [00:00:08] (about 4 people)\n\n"
    "The ferry, [00:00:05] and the bridge, [00:00:15].\n\n"
    "Much later, [00:59:00].\n\n- **Decision:** Repair the ferry. (consensus)\n"
)  # fmt: skip


def address(name: str, media_type: str, host: str = HOST) -> str:
    """Give the address of a copy, whose file has the ending of its type."""
    return f"{host}/{name}.{ENDINGS[media_type]}"


def _copies(*copies: tuple[str, str]) -> str:
    rows = (f"  - url: {url}\n" + (f"    type: {kind}\n" if kind else "") for url, kind in copies)
    return "recordings:\n" + "".join(rows)


def _call(day: str, title: str, recordings: str) -> str:
    return f"title: {title}\ndate: 2031-03-{day}\nstatus: held\n{recordings}share: public\n"


def _many() -> str:
    """Give twenty copies of a recording of ten hours, kept by somebody with a long name."""
    rows = (
        f"  - url: {HOST}/{'a-long-folder/' * 9}{at}.mp3\n    type: audio/mpeg\n    bytes: {10**12 - at}\n"
        f"    duration: 10:00:00\n    keeper: the library of {LONG_WORD}\n    seen: 2031-03-20\n"
        f"    sha256: {at:064x}\n"
        for at in range(20)
    )
    return "recordings:\n" + "".join(rows)


def recording_files() -> dict[str, str]:
    """Give the files that stand beside those of an empty archive."""
    mp3, ogg, webm = "audio/mpeg", "audio/ogg", "video/webm"
    calls = {
        SOUND: _copies((address("a", mp3), mp3), (address("a", ogg, OTHER), ogg)),
        VIDEO: _copies((address("v", webm), webm)),
        BOTH: _copies((address("v", webm), webm), (address("a", mp3), mp3)),
        BROKEN: _copies((f"{HOST}/gone.mp3", mp3), (address("a", ogg, OTHER), ogg)),
        LYING: _copies((f"{HOST}/page.mp3", mp3), (f"{HOST}/gone.ogg", ogg)),
        LINKS: _copies((f"{HOST}/a.wma", "audio/x-ms-wma"), (f"{HOST}/unnamed", "")),
        MANY: _many(),
        SILENT: "",
    }
    records = {
        f"calls/2031/{name}.yaml": _call(name[8:10], name[11:].replace("-", " "), copies)
        for name, copies in calls.items()
    }
    notes = {f"minutes/2031/{name}.md": NOTES for name in calls if name != MANY}
    words = webvtt(*CAPTIONS).replace("WEBVTT\n", "WEBVTT\n\nNOTE\norigin: transcript\n", 1)
    spanish = webvtt((0, 20, "Buenas noches.")).replace(
        "WEBVTT\n", "WEBVTT\n\nNOTE\norigin: transcript\n", 1
    )
    captions = {
        **{f"minutes/2031/{name}.vtt": words for name in (SOUND, VIDEO, BOTH)},
        f"minutes/2031/{SOUND}.es.vtt": spanish,
    }
    return {**records, **notes, **captions}


def write_archive(root: Path) -> Path:
    """Write the archive into a new folder."""
    shutil.copytree(EMPTY, root, ignore=shutil.ignore_patterns("build"))
    for path, text in recording_files().items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


Files = Mapping[str, tuple[str, bytes]]
"""What a host has: for each address the type that it says, and the bytes."""


def files() -> dict[str, tuple[str, bytes]]:
    """Give what the two hosts have."""
    return {
        address("a", "audio/mpeg"): ("audio/mpeg", sounds.made("audio/mpeg", SECONDS)),
        address("a", "audio/ogg", OTHER): ("audio/ogg", sounds.made("audio/ogg", SECONDS)),
        address("v", "video/webm"): ("video/webm", sounds.made("video/webm", SECONDS)),
        f"{HOST}/page.mp3": ("text/html", b"<!doctype html><title>Not here any more</title>"),
    }


@dataclass
class SoundHost:
    """Hosts of recordings, as a browser sees them: what was asked of them, and what they have.

    With `in_parts` they send the part that is asked for, as nearly all do; `is_down` lets nobody answer.
    """

    has: dict[str, tuple[str, bytes]] = field(default_factory=files)
    asked: list[str] = field(default_factory=list)
    in_parts: bool = True
    is_down: bool = False

    def answer(self, route: "Route") -> None:
        """Answer one request."""
        request = route.request
        self.asked.append(request.url)
        if self.is_down:
            route.abort("connectionrefused")
            return
        if request.url not in self.has:
            route.fulfill(status=404, content_type="text/html", body="gone")
            return
        kind, data = self.has[request.url]
        headers = {"Content-Type": kind, "Access-Control-Allow-Origin": "https://nobody.example"}
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", request.headers.get("range", ""))
        if not (wanted and self.in_parts):
            route.fulfill(status=200, headers=headers, body=data)
            return
        first = int(wanted[1])
        last = min(int(wanted[2] or len(data) - 1), len(data) - 1)
        part = {"Content-Range": f"bytes {first}-{last}/{len(data)}", "Accept-Ranges": "bytes"}
        route.fulfill(status=206, headers={**headers, **part}, body=data[first : last + 1])


def with_hosts(where: "BrowserContext | Page") -> SoundHost:
    """Put the hosts of the recordings beside a site, for a page or a whole context."""
    host = SoundHost()
    names = {urlsplit(one).netloc for one in (HOST, OTHER)}
    where.route(lambda url: urlsplit(url).netloc in names, host.answer)
    return host
