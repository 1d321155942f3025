"""Withdrawing erases: what becomes withheld leaves no page, event, entry, row and nothing in the cache."""

import gzip
import re
import shutil
from pathlib import Path

import pytest

from generator import finishing
from generator.pipeline import Built, build, examine
from generator.privacy import gate, leaks
from generator.render.output import Index
from generator.render.own_words import own_words
from generator.site.search_index import searched_texts
from tests.privacy.quiet_archive import TODAY, Frame, open_files
from tests.site_archives import GOOD, SITES, copied

WORD = "marshlantern"
CALL = f"""\
title: The {WORD} call about the ferry
series: river-open-call
date: 2031-05-07
start: 21:30
status: held
groups: [river-planning]
hubs: [spring-gathering]
aliases: [2031-05-06-{WORD}]
purpose: Who keeps the {WORD} burning through the night.
recordings:
  - url: https://{WORD}.example/1.mp3
    type: audio/mpeg
sources:
  - title: a letter about the {WORD}
    url: https://{WORD}.example/letter
share: public
"""
NOTES = f"---\norigin: notes\n---\n**Decision:** the {WORD} is lit by two of us. (consensus)\n"
SERIES = """\
title: River open calls
groups: [river-planning]
repeats: every week on Wednesday at 21:00
from: 2031-01-08
share: public
"""
WITHHELD = """\
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
  decided_on: 2031-05-08
"""
OPEN = "calls/2031/2031-05-07-lantern.yaml"
QUIET = "calls/2031/2031-05-07-withheld-1.yaml"
QUIET_NOTES = "minutes/2031/2031-05-07-withheld-1.md"
BOTH = pytest.mark.parametrize("in_public", [True, False], ids=["public", "private"])


def published_files(in_public: bool) -> dict[str, str]:
    files = open_files(Frame(public_repository=in_public))
    files |= {OPEN: CALL, "minutes/2031/2031-05-07-lantern.md": NOTES}
    return files | {"calls/series/river-open-call.yaml": SERIES}


def withheld_files(in_public: bool) -> dict[str, str]:
    """Give the archive after the withdrawal; in a private repository the text still lies there."""
    files = published_files(in_public)
    del files[OPEN], files["minutes/2031/2031-05-07-lantern.md"]
    if in_public:
        return files | {QUIET: f"date: 2031-05-07\n{WITHHELD}"}
    return files | {QUIET: CALL.replace("share: public\n", WITHHELD), QUIET_NOTES: NOTES}


def built(root: Path, files: dict[str, str]) -> Built:
    """Write an archive over the last one and build it into the same folder."""
    for name in ("calls", "minutes", "content"):
        shutil.rmtree(root / name, ignore_errors=True)
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    done = build(root, root / "build/site", root / "build", TODAY)
    assert done.published is not None, done.problems
    return done


def site(root: Path) -> dict[str, bytes]:
    folder = root / "build/site"
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def holding(folder: Path) -> list[str]:
    """Give every file below a folder whose name or bytes hold the withheld word."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        if WORD in path.name or WORD.encode() in data.lower():
            found.append(path.relative_to(folder).as_posix())
    return found


@BOTH
def test_withdrawing_erases(tmp_path, in_public):
    """After the withdrawal nothing of the call is in the site, nor anywhere in the cache, byte by byte."""
    root = tmp_path / "archive"
    built(root, published_files(in_public))
    before = holding(root / "build")
    channels = (
        "calls/2031-05-07-lantern.html",
        f"calls/2031-05-06-{WORD}.html",
        "calls/2031.html",
        "series/river-open-call.html",
        "calendar/all.ics",
        "feeds/notes.xml",
        "data/v1/calls/2031.json",
    )
    assert {*(f"site/{path}" for path in channels), "cache/memo.sqlite"} <= set(before)
    built(root, withheld_files(in_public))
    assert [] == holding(root / "build")


@BOTH
def test_withdrawn_is_as_if_it_had_never_been_published(tmp_path, in_public):
    """The site after a withdrawal is byte for byte that of an archive that never published the call."""
    one, other = tmp_path / "one", tmp_path / "other"
    built(one, published_files(in_public))
    built(one, withheld_files(in_public))
    built(other, withheld_files(in_public))
    assert site(other) == site(one)


@BOTH
def test_published_again_is_as_if_never_withheld(tmp_path, in_public):
    """Published, withheld and published again gives the bytes of an archive in which nothing was ever withheld."""
    root = tmp_path / "archive"
    built(root, published_files(in_public))
    never = site(root)
    built(root, withheld_files(in_public))
    assert never != site(root)
    built(root, published_files(in_public))
    assert never == site(root)


NOTED = sorted({path.stem.partition(".")[0] for path in SITES.glob("river/archive/minutes/*/*.md")})


@pytest.mark.parametrize("call", NOTED)
def test_any_call_can_be_withdrawn(call, tmp_path):
    """What other records and our own pages say too is no leak of the notes that are withheld, and stops no build."""
    root = copied("river", tmp_path)
    settings = root / "mkdocs.yml"
    private = settings.read_text(encoding="utf-8").replace("is_public: true", "is_public: false")
    settings.write_text(private, encoding="utf-8")
    for path in [*root.glob(f"calls/*/{call}.yaml")] or [*root.glob(f"minutes/*/{call}*.md")]:
        text = path.read_text(encoding="utf-8")
        quiet = re.sub(r"^share:.*(\n +.*)*$", "share: withheld for safety", text, flags=re.M)
        path.write_text(quiet, encoding="utf-8")
    found = examine(root, GOOD["river"])
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    needles = leaks.needles(found.archive, public, found.settings, own_words())
    assert needles.runs
    for draft in finishing.draft_all(public, found.settings):
        output = draft.make(draft.view, found.settings)
        body = getattr(output, "body", "").encode()
        rows = (
            [text.encode() for text in searched_texts(output)] if isinstance(output, Index) else []
        )
        # A build looks at each text of an index by itself: two that stand side by side say nothing together.
        for data in rows or [getattr(output, "data", b"") or body]:
            assert "" == leaks.find(needles, output.path, data), output.path
