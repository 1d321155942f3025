"""A whole archive is built end to end: what is published, what a second build leaves alone, what the commands say."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.pipeline import Built, build
from generator.render import call_pages
from generator.render.environment import fill
from generator.site import verify
from generator.site.stage import MARK
from tests.site_archives import GOOD, commit, copied

PROJECT = Path(__file__).parents[1]
TODAY = GOOD["river"]


class Place:
    """An archive, the folder of its site and the folder a build works in."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "river"
        self.site = folder / "site"
        self.work = folder / "work"

    def build(self) -> Built:
        """Build the site."""
        return build(self.root, self.site, self.work, TODAY)

    def state(self) -> dict[str, tuple[int, int]]:
        """Give inode and time of every published file."""
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {
            path.relative_to(self.site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in files
        }


@pytest.fixture(scope="module")
def built_once(tmp_path_factory):
    """Give a place with a site, for tests that only look, and what its build said."""
    folder = tmp_path_factory.mktemp("pipeline")
    commit(copied("river", folder))
    place = Place(folder)
    return place, place.build()


@pytest.fixture
def place(built_once, tmp_path):
    """Give a place of one's own: the archive, its site and all that is remembered, as one build left them."""
    # The seal of a site knows the folder it lies in, so a copy builds once to seal its own.
    shutil.copytree(built_once[0].root, tmp_path / "river")
    shutil.copytree(built_once[0].work, tmp_path / "work")
    mine = Place(tmp_path)
    mine.build()
    return mine


def test_build_publishes(built_once):
    """A good archive is published, and only warnings are said of it."""
    place, built = built_once
    assert built.published is not None
    assert {"F240", "M602", "M635", "P507", "P518", "Y128"} == {
        fault.code for fault in built.problems
    }
    assert built.published.written == len(place.state())


def test_manifest_lists_every_file(built_once):
    """The manifest has every published file but itself, with its true size and checksum, sorted."""
    place, _ = built_once
    rows = json.loads((place.site / "manifest.json").read_bytes())["files"]
    assert sorted(place.state().keys() - {"manifest.json"}) == [row["path"] for row in rows]
    for row in rows:
        data = (place.site / row["path"]).read_bytes()
        found = {"path": row["path"], "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        assert row == found


def test_manifest_names_the_rules_of_time_zones(built_once):
    """The version of tzdata stands in the manifest, because times to come hang on it."""
    place, _ = built_once
    manifest = json.loads((place.site / "manifest.json").read_bytes())
    assert re.fullmatch(r"20[0-9]{2}\.[0-9]+(\.[0-9]+)?", manifest["tzdata"])


def test_no_token_of_a_frame_remains(built_once):
    """Every page was stamped: no file holds a token of the frames, in any letters."""
    place, _ = built_once
    found = [
        path for path in place.state() if MARK.lower().encode() in published(place, path).lower()
    ]
    assert [] == found


def test_every_inner_link_leads_somewhere(built_once):
    """Links, pictures, scripts and anchors of the finished pages, frames included, are all there."""
    place, _ = built_once
    pages = [path for path in place.state() if path.endswith(".html")]
    read = [verify.read_links(path, published(place, path).decode()) for path in pages]
    assert any(page.targets for page in read)
    assert [] == verify.broken_links(read, place.state().keys(), "/river/")


def test_pages_ask_no_other_host(built_once):
    """No page loads a script, a style, a font or a picture from elsewhere, or a recording before play is pressed."""
    place, _ = built_once
    waiting = (
        r'<(audio|video)\b(?=[^>]* preload="none")(?![^>]* (?:autoplay|src=|poster=))[^>]*>.*?</\1>'
    )
    fetched = (
        r'<(?:script|img|iframe|source|audio|video|track)\b[^>]*(?:src|poster)="(?:https?:)?//'
    )
    players = 0
    for path in place.state():
        if path.endswith(".html"):
            text = published(place, path).decode()
            rest, found = re.subn(waiting, without_sources, text, flags=re.DOTALL)
            players += found
            assert [] == re.findall(fetched, rest), path
            assert [] == re.findall(r'<link\b[^>]*rel="stylesheet"[^>]*href="(?:https?:)?//', text)
    assert players


def without_sources(player: re.Match[str]) -> str:
    """Give a player without its copies, which a browser asks for only when play is pressed; captions stay."""
    return re.sub(r"<source\b[^>]*>", "", player[0])


def test_second_build_touches_nothing(place):
    """A build without a change leaves every file in its place, with its inode and time."""
    before = place.state()
    again = place.build()
    assert again.published is not None
    assert (0, 0) == (again.published.written, again.published.removed)
    assert before == place.state()


def test_second_build_makes_no_page(place, monkeypatch):
    """What is remembered is not rendered again."""
    monkeypatch.setattr(call_pages, "fill", refuse)
    assert place.build().published is not None


def test_one_edit_rewrites_what_shows_it(place):
    """A changed purpose is rewritten where it stands, and every other file is the same file as before."""
    before = place.state()
    edit(
        place.root / "calls/2031/2031-02-20-tide-watch.yaml",
        "mode: text",
        "mode: text\npurpose: Look at the water.",
    )
    place.build()
    assert {
        "calendar/all-quiet.ics",
        "calendar/all-remind-8h.ics",
        "calendar/all.ics",
        "calendar/group-river-outreach-quiet.ics",
        "calendar/group-river-outreach-remind-8h.ics",
        "calendar/group-river-outreach.ics",
        "calendar/year-2031.ics",
        "calls/2031-02-20-tide-watch.html",
        "calls/2031-02-20-tide-watch.ics",
        "data/v1/calls/2031.json",
        "data/v1/checksums.txt",
        "manifest.json",
        "search/2031.bin",
    } == changed(before, place)


def test_new_title_is_rewritten_on_its_neighbours(place):
    """A changed title reaches the pages that name the call, and no page that does not."""
    before = place.state()
    edit(
        place.root / "calls/2031/2031-02-20-tide-watch.yaml",
        "title: Tide watch",
        "title: Watch of the tide",
    )
    place.build()
    rewritten = changed(before, place)
    named = {path for path in place.state() if b"Watch of the tide" in published(place, path)}
    assert named | {"data/v1/checksums.txt", "manifest.json"} == rewritten
    assert "calls/2031-02-21-flood-relief-call.html" in named
    assert [] == [path for path in place.state() if b"Tide watch" in published(place, path)]


def test_removed_call_leaves_nothing(place):
    """Page, event and row of a removed call go, with the two places that it alone named, and nothing names it now."""
    (place.root / "calls/2031/2031-02-20-tide-watch.yaml").unlink()
    done = place.build()
    assert done.published is not None
    assert 4 == done.published.removed
    assert [] == [path for path in place.state() if "tide-watch" in path]
    assert [] == [path for path in place.state() if b"tide-watch" in published(place, path)]


def test_withdrawn_call_leaves_nothing_of_its_notes(place):
    """Notes that become withheld are gone from every file, and from what is remembered."""
    call = place.root / "calls/2031/2031-01-15-river-open-call.yaml"
    assert any(b"larger line" in published(place, path) for path in place.state())
    edit(place.root / "mkdocs.yml", "repository_is_public: true", "repository_is_public: false")
    edit(call, "share: public", "share: withheld for safety")
    assert place.build().published is not None
    assert [] == [path for path in place.state() if b"larger line" in published(place, path)]
    kept = [path for path in place.work.rglob("*") if path.is_file()]
    assert [] == [path for path in kept if b"larger line" in path.read_bytes()]


def test_damaged_file_is_written_anew(place):
    """A published file that somebody changed is what it should be after the next build."""
    page = place.site / "calls/2031.html"
    good = page.read_bytes()
    page.write_bytes(good + b"<!-- mine -->")
    place.build()
    assert good == page.read_bytes()


def test_problem_after_a_good_build_keeps_the_site(place):
    """A mistake stops the next build, and the site stays as it is."""
    before = place.state()
    edit(place.root / "calls/2031/2031-02-20-tide-watch.yaml", "status: held", "status: hold")
    done = place.build()
    assert None is done.published
    assert before == place.state()


def test_leak_of_a_renderer_stops_the_build(tmp_path, monkeypatch):
    """A renderer that puts withheld words on a page stops the build, and the report does not quote them."""
    place = Place(tmp_path)
    place.root = copied("withheld", tmp_path)
    notes = place.root / "minutes/2031/2031-01-15-river-open-call.md"
    words = notes.read_text(encoding="utf-8").splitlines()[-1]
    monkeypatch.setattr(call_pages, "fill", lambda name, values: fill(name, values) + words)
    done = build(place.root, place.site, place.work, GOOD["withheld"])
    errors = [fault for fault in done.problems if fault.is_error]
    assert {"P508"} == {fault.code for fault in errors}
    assert None is done.published
    assert not place.site.exists()
    assert [] == [fault for fault in errors if "Quillbrook" in f"{fault.message}{fault.help}"]


def test_owner_is_told_what_to_look_at(built_once):
    """Sources nobody looked at, calls with few people and doubtful records are listed before search engines come."""
    _, built = built_once
    listed = "\n".join(built.review)
    assert "https://milltown.example/minutes/0108" in listed
    assert "https://quayline.example/river" not in listed
    assert "calls/2031/2031-02-20-tide-watch.yaml" in listed
    assert "calls/2030/2030-founding-call.yaml" in listed


def test_command_builds_says_where_and_lists_for_the_owner(place, tmp_path):
    """`build` ends with 0, names the folder, counts files, and prints the owner's list once."""
    done = command(place.root, "build", "--today", str(TODAY), "--out", str(tmp_path / "other"))
    assert (0, "") == (done.returncode, done.stderr)
    assert re.search(rf"The site is in {tmp_path}/other: [0-9]+ files written", done.stdout)
    assert 1 == done.stdout.count("For the owner to look at")
    assert "Traceback" not in done.stdout
    again = command(place.root, "build", "--today", str(TODAY), "--out", str(tmp_path / "other"))
    assert "is up to date: nothing was touched." in again.stdout


def test_check_says_problems_as_json(place):
    """`check --format json` of a good archive ends with 0 and counts files and warnings."""
    done = command(place.root, "check", "--format", "json", "--today", str(TODAY))
    report = json.loads(done.stdout)
    files = [path for path in place.root.rglob("*") if path.is_file() and ".git" not in path.parts]
    assert 0 == done.returncode
    assert (1, 0, 6) == (report["version"], report["errors"], report["warnings"])
    assert len(files) == report["files"]
    assert {"F240", "M602", "M635", "P507", "Y128"} == {row["code"] for row in report["problems"]}


def test_explain_prints_the_page_of_a_problem():
    """`explain` prints the page that stands in the help, for small letters too, and says what is nearest otherwise."""
    page = (PROJECT / "content/help/problems/F203.md").read_text(encoding="utf-8")
    for code in ("F203", "f203"):
        done = command(PROJECT, "explain", code)
        assert (0, page) == (done.returncode, done.stdout)
    wrong = command(PROJECT, "explain", "FF203")
    assert (2, "") == (wrong.returncode, wrong.stdout)
    assert "did you mean `F203`" in wrong.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--today", "tomorrow"),
        ("check", "--format", "xml"),
        ("check", "--jobs", "-1"),
        ("biuld",),
    ],
)
def test_wrong_use_ends_with_two(built_once, words):
    """What cannot be meant ends with 2 and a word of help, before anything is read."""
    done = command(built_once[0].root, *words)
    assert (2, "") == (done.returncode, done.stdout)
    assert "Traceback" not in done.stderr


def test_our_own_fault_ends_with_three(place, tmp_path):
    """A folder that cannot be written is no fault of the records: it ends with 3, says so, and keeps the site."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    done = command(place.root, "build", "--today", str(TODAY), "--out", str(blocked / "site"))
    assert 3 == done.returncode
    assert "The published site is as it was." in done.stderr
    assert "Traceback" not in done.stderr


def refuse(*_: object) -> str:
    """Stand where nothing may be called."""
    raise AssertionError("this page was remembered and is made again")


def edit(path: Path, old: str, new: str) -> None:
    """Change a file in one place."""
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old), (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def published(place: Place, path: str) -> bytes:
    """Give the bytes of a published file."""
    return (place.site / path).read_bytes()


def changed(before: dict[str, tuple[int, int]], place: Place) -> set[str]:
    """Give the files that are other files than before, or are new or gone."""
    after = place.state()
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program on an archive."""
    head, *rest = words
    line = (sys.executable, "-m", "generator", head, *rest, "--root", str(root))
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        line, cwd=root, env=env, capture_output=True, text=True, check=False, timeout=120
    )
