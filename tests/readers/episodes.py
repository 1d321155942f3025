"""The episodes that the podcasts of an archive should hold, worked out from its files alone by rules of their own."""

import datetime
import json
import re
import unicodedata
import zoneinfo
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

MOMENT = re.compile(r"^(?:#+ )?\[(\d\d):(\d\d):(\d\d)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode: what each program may tell of it. `copies` are all, the enclosure first; `words` its transcripts."""

    guid: str
    title: str
    at: int
    url: str
    bytes: int
    type: str
    duration: int
    chapters: str
    words: tuple[tuple[str, str, str, str], ...]
    copies: tuple[tuple[str, int, str, str, bool], ...]
    page: str

    def told(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        values = {name: getattr(self, name) for name in self.__slots__}
        shown: dict[str, Any] = json.loads(json.dumps(values))
        return shown


@dataclass(frozen=True, slots=True)
class _Archive:
    """What every call of an archive is read with."""

    files: Mapping[str, str]
    site: str
    domain: str
    zone: str
    series: Mapping[str, Any]
    keeps: Mapping[str, int]
    answers: Mapping[str, Any]
    today: datetime.date


def expected(files: Mapping[str, str], today: datetime.date) -> dict[str, list[Episode]]:
    """Give the episodes of the podcast of all, and of each series with one, the newest first."""
    archive = _read(files, today)
    found = sorted(_episodes(archive), key=lambda pair: (pair[1].at, pair[1].page), reverse=True)
    podcasts = {"feeds/podcast.xml": [episode for _, episode in found]}
    for series, episode in found:
        if series:
            podcasts.setdefault(f"feeds/podcast-{series}.xml", []).append(episode)
    return podcasts


def _read(files: Mapping[str, str], today: datetime.date) -> _Archive:
    settings = _yaml(files["mkdocs.yml"])
    own = settings["extra"]["archive"]
    platforms = _yaml(files.get("calls/platforms.yaml", "{}"))
    lines = (
        line
        for path, text in files.items()
        if path.startswith("calls/links/")
        for line in text.splitlines()
    )
    return _Archive(
        files=files,
        site=settings["site_url"],
        domain=own["calendar_domain"],
        zone=own["zone"],
        series={
            path.split("/")[-1].removesuffix(".yaml"): _yaml(text)
            for path, text in files.items()
            if path.startswith("calls/series/")
        },
        keeps={
            name: int(one["keeps_recordings"].split()[0])
            for name, one in platforms.items()
            if "keeps_recordings" in one
        },
        answers={one["url"]: one for one in map(json.loads, lines)},
        today=today,
    )


def _yaml(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


def _episodes(archive: _Archive) -> Iterator[tuple[str, Episode]]:
    for path, text in archive.files.items():
        if not re.match(r"calls/\d{4}/", path):
            continue
        name = path.split("/")[-1].removesuffix(".yaml")
        call = _yaml(text)
        copies = _copies(call, archive) if _is_open(call, "recording", "details") else []
        if copies and len(call["date"]) == 10:
            yield _series(call, archive), _episode(name, call, copies, archive)


def _series(call: Any, archive: _Archive) -> str:
    name = call.get("series", "")
    return name if archive.series.get(name, {}).get("share") == "public" else ""


def _is_open(call: Any, *parts: str) -> bool:
    share = call["share"]
    if isinstance(share, str):
        return share == "public"
    return all(share[part] == "public" for part in parts)


def _copies(call: Any, archive: _Archive) -> list[dict[str, Any]]:
    """Give the copies that are there, of known type and size, in the order in which they are offered."""
    found = []
    for copy in call.get("recordings", []):
        answer = archive.answers.get(copy["url"], {})
        is_there = answer.get("found") == "there"
        kind = copy.get("type") or (answer.get("type", "") if is_there else "")
        size = int(copy.get("bytes") or (answer.get("bytes", 0) if is_there else 0))
        keeps = archive.keeps.get(copy.get("kept_by", ""))
        if _is_lost(call, copy, keeps, answer, archive.today) or not size:
            continue
        if kind.startswith(("audio/", "video/")):
            order = (keeps is not None, bool(answer) and not is_there, kind.startswith("video/"))
            found.append({**copy, "type": kind, "bytes": size, "order": order})
    return sorted(found, key=lambda copy: copy["order"])


def _is_lost(call: Any, copy: Any, keeps: int | None, answer: Any, today: datetime.date) -> bool:
    if answer.get("found") == "gone":
        return bool(copy.get("seen", "") <= answer["asked_on"])
    if keeps is None or len(call["date"]) != 10:
        return False
    last = (datetime.date.fromisoformat(call["date"]) + datetime.timedelta(keeps)).isoformat()
    there = answer.get("asked_on") if answer.get("found") == "there" else answer.get("there_on")
    return today.isoformat() > last and max(there or "", copy.get("seen", "")) <= last


def _episode(name: str, call: Any, copies: list[dict[str, Any]], archive: _Archive) -> Episode:
    zone = call.get("zone") or archive.series.get(call.get("series"), {}).get("zone")
    at = datetime.datetime.fromisoformat(f"{call['date']}T{call.get('start', '12:00')}:00")
    duration = next((_seconds(one["duration"]) for one in copies if "duration" in one), 0)
    first = copies[0]
    has_more = len(copies) > 1 or "sha256" in first
    return Episode(
        guid=f"{(call.get('aliases') or [name])[0]}@{archive.domain}",
        title=unicodedata.normalize("NFC", call["title"]),
        at=int(at.replace(tzinfo=zoneinfo.ZoneInfo(zone or archive.zone)).timestamp()),
        url=first["url"],
        bytes=first["bytes"],
        type=first["type"],
        duration=duration,
        chapters=_chapters(name, call, duration, archive),
        words=tuple(_words(name, archive)),
        copies=tuple(
            (one["url"], one["bytes"], one["type"], _integrity(one), one is first)
            for one in copies
            if has_more
        ),
        page=f"{archive.site}calls/{name}.html",
    )


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def _integrity(copy: Mapping[str, Any]) -> str:
    digest = bytes.fromhex(copy.get("sha256", ""))
    return f"sha256-{b64encode(digest).decode()}" if digest else ""


def _chapters(name: str, call: Any, duration: int, archive: _Archive) -> str:
    notes = archive.files.get(f"minutes/{name[:4]}/{name}.md", "")
    if not _is_open(call, "minutes"):
        return ""
    starts = (_seconds(":".join(found)) for found in MOMENT.findall(notes))
    is_any = any(not duration or start < duration for start in starts)
    return f"{archive.site}recordings/{name}.chapters.json" if is_any else ""


def _words(name: str, archive: _Archive) -> Iterator[tuple[str, str, str, str]]:
    """Give the transcripts, which lie beside calls that are wholly open."""
    start = f"minutes/{name[:4]}/{name}."
    for path in sorted(archive.files, key=lambda path: path.removesuffix(".vtt")):
        if path.startswith(start) and path.endswith(".vtt"):
            page = f"{archive.site}recordings/{path.split('/')[-1].removesuffix('.vtt')}"
            language = path.removeprefix(start).removesuffix("vtt").rstrip(".") or "en"
            yield f"{page}.vtt", "text/vtt", language, "captions"
            yield f"{page}.html", "text/html", language, ""
