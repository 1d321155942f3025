"""Withholding any part of what was public, in any way: afterwards the tree is that of an archive that never had it.

Stated exceptions, and no others: in a repository with a history the register of withholding tells that and when the
call was public, and the stamps are those of the last changes.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import build
from tests.privacy.quiet_archive import TODAY, Frame, open_files
from tests.privacy.test_withdrawing import (
    CALL,
    NOTES,
    OPEN,
    QUIET,
    QUIET_NOTES,
    SERIES,
    WITHHELD,
    WORD,
    holding,
    published_files,
    site,
)
from tests.properties.quiet_builds import commit, remembered, write

Files = dict[str, str]
GROUP = (
    f"name: The {WORD} keepers\nkind: working-group\nwork: Keeps the {WORD} lit.\nshare: public\n"
)
HUB = (
    f"name: The {WORD} gathering\nkind: gathering\nabout: Where the {WORD} is lit.\nshare: public\n"
)
OPEN_NOTES = OPEN.replace("calls/", "minutes/").replace(".yaml", ".md")
OPEN_WORDS = OPEN_NOTES.replace(".md", ".vtt")
PART = (
    "share:\n  minutes: MINUTES\n  recording: RECORDING\n  details: public\n"
    "  reason: consent\n  decided_on: 2031-05-08\n"
)
LINE = "switchboard:\n  name: Switchboard\n  keeps_recordings: 60 days\n"
SHOWN = CALL.replace(WORD, "ferry").replace("https://ferry", f"https://{WORD}")


def of(call: str, notes: str, more: Files, in_public: bool) -> Files:
    """Give an archive with one call, its notes, and other records; empty text is no file."""
    files = open_files(Frame(public_repository=in_public)) | {
        "calls/series/river-open-call.yaml": SERIES
    }
    written = {OPEN: call, OPEN_NOTES: notes, **more}
    return files | {path: text for path, text in written.items() if text}


def _part(minutes: str, recording: str) -> str:
    return PART.replace("MINUTES", minutes).replace("RECORDING", recording)


def _without(call: str, field: str) -> str:
    return re.sub(rf"^{field}:.*\n(?: .*\n)*", "", call, flags=re.M)


def minutes_withheld(in_public: bool) -> tuple[Files, Files, Files]:
    """Give the archive as published, as withheld, and as if the notes had never been there."""
    call = _without(SHOWN, "recordings").replace(WORD, "letter")
    quiet = call.replace("share: public\n", _part("withheld", "public"))
    kept = "" if in_public else NOTES
    return (
        of(call, NOTES, {}, in_public),
        of(quiet, kept, {}, in_public),
        of(quiet, "", {}, in_public),
    )


def recording_withheld(in_public: bool) -> tuple[Files, Files, Files]:
    """The same of a recording."""
    call = SHOWN.replace(f"{WORD}.example/letter", "ferry.example/letter")
    quiet = call.replace("share: public\n", _part("public", "withheld"))
    bare = _without(quiet, "recordings")
    notes = NOTES.replace(WORD, "ferry")
    withheld = bare if in_public else quiet
    return (
        of(call, notes, {}, in_public),
        of(withheld, notes, {}, in_public),
        of(bare, notes, {}, in_public),
    )


def words_withheld(in_public: bool) -> tuple[Files, Files, Files]:
    """The same of the words of a recording, which go with it, and of what was put right in them."""
    call = _without(SHOWN, "recordings").replace(WORD, "letter") + "recording: elsewhere\n"
    quiet = call.replace("share: public\n", _part("public", "withheld"))
    bare = _without(quiet, "recording")
    notes = NOTES.replace(WORD, "ferry")
    words = {
        OPEN_WORDS: (
            f"WEBVTT\n\nNOTE\norigin: transcript\ntaken_by: the {WORD} keepers\n\n"
            f"00:00:01.000 --> 00:00:04.000\n<v The {WORD}>We put out the {WORD} at down.\n"
        ),
        OPEN_WORDS.replace(".vtt", ".corrections.yaml"): (
            f"- old: at down\n  new: at dawn by the {WORD}\n  reason: heard again at the {WORD}\n"
        ),
    }
    kept = {} if in_public else words
    return (
        of(call, notes, words, in_public),
        of(bare if in_public else quiet, notes, kept, in_public),
        of(bare, notes, {}, in_public),
    )


def copies_withheld(in_public: bool) -> tuple[Files, Files, Files]:
    """The same of copies with a day on which they are deleted, who keeps them, and what was found at their addresses.

    Where strangers can read the repository the answers go with the record's lines; elsewhere they may stay.
    """
    copies = (
        "recordings:\n"
        f"  - url: https://{WORD}.example/1.mp3\n    type: audio/mpeg\n    bytes: 900\n    kept_by: switchboard\n"
        f"    duration: 1:00:01\n  - url: https://{WORD}.example/2.ogg\n    keeper: the {WORD} keepers\n"
        "    seen: 2031-05-09\n"
    )
    answers = (
        f'{{"url": "https://{WORD}.example/1.mp3", "asked_on": "2031-05-10", "found": "there", "status": 200,'
        f' "moved_to": "https://{WORD}.example/3.mp3"}}\n'
        f'{{"url": "https://{WORD}.example/2.ogg", "asked_on": "2031-05-10", "found": "gone", "status": 404}}\n'
    )
    call = _without(SHOWN, "recordings").replace(WORD, "letter")
    quiet = call.replace("share: public\n", _part("public", "withheld"))
    platform = {"calls/platforms.yaml": LINE}
    found = platform | {"calls/links/2031.jsonl": answers}
    notes = "---\norigin: notes\n---\n## [00:10:00] News\n\nThe boats are ready.\n"
    return (
        of(call + copies, notes, found, in_public),
        of(
            quiet if in_public else quiet + copies,
            notes,
            platform if in_public else found,
            in_public,
        ),
        of(quiet, notes, platform, in_public),
    )


def details_withheld(in_public: bool) -> tuple[Files, Files, Files]:
    """The same of a whole call, whose record gets a name that tells nothing."""
    bare = of("", "", {QUIET: f"date: 2031-05-07\n{WITHHELD}"}, in_public)
    full = {QUIET: CALL.replace("share: public\n", WITHHELD), QUIET_NOTES: NOTES}
    return of(CALL, NOTES, {}, in_public), bare if in_public else of("", "", full, in_public), bare


def _closed(path: str, text: str, named: str) -> Callable[[bool], tuple[Files, Files, Files]]:
    """Give how a series, group or hub is withheld that the call of the archive names."""

    def made(in_public: bool) -> tuple[Files, Files, Files]:
        plain = SHOWN.replace(WORD, "ferry")
        call = plain + named
        notes = NOTES.replace(WORD, "ferry")
        withheld = text.replace("share: public\n", WITHHELD)
        bare = re.sub(rf"{WORD}\w*", "lamp", withheld)
        other = path.replace(WORD, "lamp")
        published = of(call, notes, {path: text}, in_public)
        if in_public:
            # There a record that is withheld is taken out altogether (P505).
            return published, of(plain, notes, {}, True), of(plain, notes, {}, True)
        never = of(plain, notes, {other: bare}, False)
        return published, of(call, notes, {path: withheld}, False), never

    return made


KINDS: dict[str, Callable[[bool], tuple[Files, Files, Files]]] = {
    "minutes": minutes_withheld,
    "recording": recording_withheld,
    "words": words_withheld,
    "copies": copies_withheld,
    "details": details_withheld,
    "group": _closed(f"calls/groups/{WORD}-keepers.yaml", GROUP, f"hosts: [{WORD}-keepers]\n"),
    "hub": _closed(f"calls/hubs/{WORD}-gathering.yaml", HUB, ""),
    "series": _closed(
        f"calls/series/{WORD}-calls.yaml", SERIES.replace("River", f"The {WORD}"), ""
    ),
}
CASES = pytest.mark.parametrize("kind", KINDS)
BOTH = pytest.mark.parametrize("in_public", [True, False], ids=["public", "private"])


def built(root: Path, files: Files) -> dict[str, bytes]:
    """Write an archive over the last one, build it into the same folder, and give the site."""
    write(root, files)
    done = build(root, root / "build/site", root / "build", TODAY)
    assert done.published is not None, done.problems
    return site(root)


@CASES
@BOTH
def test_what_is_withheld_is_gone_as_if_it_had_never_been_there(kind, in_public, looks, tmp_path):
    """File by file, with the warm cache of what was published and without; in the cache nothing is left."""
    published, withheld, never = KINDS[kind](in_public)
    one, other = prepared(tmp_path / "one", looks), prepared(tmp_path / "other", looks)
    first = built(one, published)
    assert any(WORD.encode() in data.lower() for data in first.values())
    warm = built(one, withheld)
    named = f"{WORD}-keepers" if kind == "group" and not in_public else ""
    assert [] == left_beside_the_site(one, named)
    expected = built(other, never)
    assert sorted(expected) == sorted(warm)
    assert [] == [path for path in expected if expected[path] != warm[path]]
    shutil.rmtree(one / "build/cache")
    assert warm == built(one, withheld)
    assert first == built(one, published)


def left_beside_the_site(root: Path, named: str) -> list[str]:
    """Name the files beside the site that hold the word.

    The memo keeps open records as they are; where one names a closed record, a row holds that id and no more.
    """
    found = [name for name in holding(root / "build") if not name.startswith("site/")]
    rows = [value.replace(named.encode(), b"") for value in remembered(root).values()]
    if named and not any(WORD.encode() in row.lower() for row in rows):
        # The id itself may lie on a border of two pages of the file, where no search of its bytes finds it.
        found = [name for name in found if name != "cache/memo.sqlite"]
    return found


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the frames of the theme, so that builds need not make them again."""
    root: Path = tmp_path_factory.mktemp("workshop")
    built(root, published_files(in_public=False))
    return root / "build/cache/frames"


def prepared(root: Path, looks: Path) -> Path:
    """Give a folder for an archive, with the frames where a build looks for them."""
    shutil.copytree(looks, root / "build/cache/frames", dirs_exist_ok=True)
    return root


@BOTH
def test_misspelt_sharing_publishes_nothing_and_leaves_what_was_withheld(
    in_public, looks, tmp_path
):
    """A sharing that cannot be read withholds, and as an error it changes nothing of the site that stands."""
    root = prepared(tmp_path / "archive", looks)
    published, withheld, _ = details_withheld(in_public)
    before = built(root, withheld)
    write(root, published | {OPEN: CALL.replace("share: public", "share: pubic")})
    done = build(root, root / "build/site", root / "build", TODAY)
    assert None is done.published
    assert before == site(root)
    assert [] == holding(root / "build")


TOLD = {
    "calls/2031-05-07-lantern.html",
    "data/v1/checksums.txt",
    "data/v1/withheld.json",
    "data/v1/withheld/2031.json",
    "feeds/withheld.xml",
    "manifest.json",
    "withheld/index.html",
    "withheld/log.html",
}
"""What tells of the past of a call: the register with its log, data and feed, the call's own page, and checksums."""


def with_history(tmp_path: Path, looks: Path, kind: str) -> list[dict[str, bytes]]:
    """Give the tree of what was public in a commit before it was withheld, and of what was always withheld."""
    published, withheld, _ = KINDS[kind](False)
    trees = []
    for name, states in {"one": (published, withheld), "other": (withheld,)}.items():
        root = prepared(tmp_path / name, looks)
        for state in states:
            commit(root, state, "As it is")
        trees.append(built(root, withheld))
        assert [] == holding(root / "build")
    return trees


def test_history_of_withheld_notes_is_told_in_the_register_alone(looks, tmp_path):
    """That the notes could be read once stands in the register, its data and its feed; all other files are the same."""
    one, other = with_history(tmp_path, looks, "minutes")
    assert sorted(one) == sorted(other)
    differing = [path for path in one if one[path] != other[path]]
    assert TOLD == set(differing)


def test_call_that_was_withheld_under_another_name_has_no_past(looks, tmp_path):
    """Its earlier name told what it was, so nothing says that it was ever public: the trees are the same."""
    one, other = with_history(tmp_path, looks, "details")
    assert one == other
