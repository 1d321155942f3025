"""The list of fuzz targets: what each is given, which texts it begins with, and which pieces are worth putting in."""

import functools
import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.importers.forms import FORMS
from generator.load.files import read_tree
from tests.fuzz import prose, records, sent, stored, trees
from tests.hostile.corpus import cases
from tests.site_archives import SITES

HERE = Path(__file__).parent
FOUND = HERE / "found"
NOTES = HERE.parent / "notes"


@dataclass(frozen=True, slots=True)
class Target:
    """One target: a function that fails on what it should not have met, and the texts that it begins with."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]


def _of_kind(kind: str) -> Target:
    run = records.settings_file if kind == "settings" else functools.partial(records.record, kind)
    return Target(run, lambda: itertools.chain(_files(kind), _hostile(kind)))


def _files(kind: str) -> Iterator[bytes]:
    """Give the files of a kind from every golden archive, the good one of the living archive first."""
    yield records.good(kind)
    for site in sorted(path for path in SITES.iterdir() if path.is_dir()):
        if kind == "settings":
            yield (site / "archive" / records.SETTINGS).read_bytes()
            continue
        for source in read_tree(str(site / "archive"))[0]:
            if _kind_of(source.path) == kind:
                yield source.data


def _kind_of(path: str) -> str:
    top, _, rest = path.partition("/")
    by_folder = {"series": "series", "groups": "group", "hubs": "hub"}
    if path == records.PLACES["platforms"]:
        return "platforms"
    if top == "calls":
        return by_folder.get(rest.partition("/")[0], "call")
    if path.endswith(".vtt"):
        return "transcript"
    if path.endswith(".corrections.yaml"):
        return "corrections"
    return "minutes" if top == "minutes" else "page" if path.endswith(".md") else ""


def _texts() -> Iterator[bytes]:
    yield from _files("minutes")
    yield from _files("page")
    for path in sorted(NOTES.rglob("*.md")):
        yield path.read_bytes()
    yield from (case.text.encode() for case in cases())


def _records() -> Iterator[bytes]:
    for kind in ("call", "series", "group", "hub", "platforms", "settings"):
        yield from _files(kind)


def _hostile(kind: str) -> Iterator[bytes]:
    """Give good files of a kind in which a hostile text stands where their first words stood."""
    good = records.good(kind).decode()
    for case in cases():
        if kind in ("minutes", "page", "transcript"):
            yield f"{good}\n{case.text}\n".encode()
        elif found := re.search(r"^(?:title|name|site_name|- name): ", good, re.MULTILINE):
            yield f"{good[: found.end()]}{json.dumps(case.text)} #{good[found.end() :]}".encode()


def _forms() -> Iterator[bytes]:
    said = {
        "call": "2031-01-08-weekly", "date": "2031-02-19",
        "notes": "## Outcomes\n\n- Decision: the bridge stays (agreed)",
        "title": "River call", "status": "held", "origin": "notes", "basis": "public", "start": "21:00",
        "consent": "- [x] Nothing of that is in it", "hosts": "Mill Town",
        "sources": "- River pages https://river.example/a",
    }  # fmt: skip
    for form in FORMS:
        rows = [
            f"### {one.label}\n\n{said.get(one.serves, '_No response_')}\n"
            for one in form.questions
        ]
        yield "\n".join(rows).encode()
    yield from _files("minutes")


def _rhythms() -> Iterator[bytes]:
    yield from (
        b"1st and 3rd Tuesdays at 8pm ET", b"every other Thursday, 21:00", b"last but one Friday of the month at 20:30",
        b"on the 1st, 15th and 31st of the month at 09:00", b"FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=1;UNTIL=20311231",
        b"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;BYHOUR=21;BYMINUTE=0;WKST=SU;COUNT=9",
        b"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    )  # fmt: skip
    for data in _files("series"):
        for line in re.findall(rb"^(?:repeats|rule):\s*(.+)$", data, re.MULTILINE):
            yield line.strip(b"\"'")


TARGETS: Mapping[str, Target] = {
    **{kind: _of_kind(kind) for kind in records.PLACES},
    "markdown": Target(prose.markdown, _texts),
    "tree": Target(trees.tree, _records),
    "history": Target(stored.history, lambda: iter(stored.good_history())),
    "memo": Target(stored.memo, lambda: iter([stored.good_memo()])),
    "manifest": Target(stored.published, lambda: iter([stored.good_manifest()])),
    "seal": Target(stored.seal, lambda: iter([stored.good_seal()])),
    "form": Target(sent.form, _forms),
    "rhythm": Target(sent.rhythm, _rhythms),
    "rule": Target(sent.rule, _rhythms),
}

PIECES: tuple[bytes, ...] = (
    b": ", b"\n  ", b"\n- ", b"---\n", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!str ", b"|\n", b">-\n", b"? ",
    b"\\u202e", b"\\ud800", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xcc\x81", b"\xe2\x80\x8d",
    b"**Decision:** x (agreed)", b"**Action:** y (by 2031-03-01)", b" {#a}", b"```\n",
    b"<!-- archive: recent -->", b"](", b"<script>", b"javascript:", b"share: public\n",
    b"share: withheld for safety\n", b"9999-12-31", b"0001-01-01", b"zone: Europe/London\n", b"repeats: ",
    b"every day at 24:00", b"every 2 weeks on Thursday at 21:00", b"[00:12:30]", b"[redacted: legal]",
    b"[removed", b"moved_from: [2031-01-01 21:00]\n", b"occurrence: ", b"### Which call", b"> [!NOTE]\n",
    b"| a |\n|---|\n", b"BYSETPOS=", b"UNTIL=", b"COUNT=", b"12 for, 3 against, 2 abstained", b"Breakout: ",
    b"- [x] ", b"https://", b"mailto:", b"aliases: ", b"extra:\n  archive:\n", b"nav:\n  - ", b"language: de\n",
    b"supersedes", b"adopted_by: ", b"WEBVTT\n\n", b"NOTE\norigin: transcript\n\n", b"00:00:01.000 --> 00:00:02.000\n",
    b" --> ", b"00:00:01,5", b"<v ", b"</v>", b"<c.a>", b"<00:00:01.000>", b"&lrm;", b"&#8238;", b"STYLE\n",
    b"REGION\n",
    b"- old: ", b"\n  new: ", b"\n  at: 00:12:30.000\n",
)  # fmt: skip
"""Pieces that mean something to one reader or another; a fuzzer puts them in whole."""


def kept_cases() -> list[tuple[str, Path]]:
    """Give every case that was found once: the target that found it, and its file."""
    return [(path.parent.name, path) for path in sorted(FOUND.glob("*/*")) if path.is_file()]
