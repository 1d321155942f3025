"""Names that people asked to have removed stay out, and nobody can read who they are."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import kept_out
from generator.cli import keep_out
from generator.pipeline import Built, Examined, build, examine
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, SETTINGS, TODAY

KEY = "a key that only the keepers of the river archive have"
OTHER = "the key of another archive, which is just as long"
NAME = "Dana Whitlock-Ferry"
ENTRIES = kept_out.entries_of(KEY, NAME)
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
RECORD = "calls/2031/2031-03-05-river-open-call.yaml"


@pytest.fixture
def root(archive_at):
    """Give an archive that keeps the name out and does not have it."""
    return archive_at({**RIVER_ARCHIVE, "mkdocs.yml": settings(*ENTRIES), RECORD: CALL})


def settings(*entries: str) -> str:
    return SETTINGS + "    kept_out:\n" + "".join(f"      - {entry}\n" for entry in entries)


def write_notes(root: Path, text: str) -> None:
    path = root / NOTES
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\norigin: notes\n---\n{text}\n", encoding="utf-8")


def asked(root: Path, monkeypatch: pytest.MonkeyPatch, key: str | None = KEY) -> Examined:
    if key is None:
        monkeypatch.delenv(kept_out.KEY, raising=False)
    else:
        monkeypatch.setenv(kept_out.KEY, key)
    return examine(root, TODAY)


def found(examined: Examined, code: str = "P516") -> list[tuple[str, int]]:
    return [fault.place[:2] for fault in examined.problems if fault.code == code]


def built(root: Path) -> Built:
    return build(root, root / "build/site", root / "build", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Dana Whitlock-Ferry spoke.",
        "dana WHITLOCK ferry spoke.",
        "Notes by Ferry, Dana Whitlock.",
        "Dáná Whitlóck-Ferry spoke.",
        "**Dana** _Whitlock_-Ferry spoke.",
        "D&#97;na Whitlock-Ferry spoke.",
        "[the page](https://river.example/people/dana%20whitlock-ferry)",
        "Write to dana.whitlock.ferry",
        "Dana\u00a0Whitlock\u2010Ferry spoke.",
        "Da\u00adna Whitlock-Ferry spoke.",
        "It was said by Dana\nWhitlock-Ferry that it rains.",
    ],
)
def test_a_name_is_found_however_it_is_written(root, monkeypatch, text):
    """Case, accents, marks, entities, addresses and the end of a line hide no name; its line is told."""
    write_notes(root, text)
    assert [(NOTES, 4)] == found(asked(root, monkeypatch))


@pytest.mark.parametrize(
    "text", ["Dana spoke.", "The Whitlock ferry is late.", "Dana Whitlock spoke.", "Ferry Dana"]
)
def test_parts_of_a_name_are_other_words(root, monkeypatch, text):
    """Only the whole name is kept out."""
    write_notes(root, text)
    assert [] == found(asked(root, monkeypatch))


def test_a_name_is_found_in_every_kind_of_file(root, monkeypatch):
    """Records, their comments, pages, the settings and the names of files are searched like notes."""
    named = "calls/groups/dana-whitlock-ferry.yaml"
    (root / named).write_text("name: Friends of the ferry\nkind: network\nshare: public\n")
    (root / RECORD).write_text(f"{CALL}# told by {NAME}\n")
    (root / "content/index.md").write_text(f"# River archive\n\nBuilt by {NAME}.\n")
    (root / "mkdocs.yml").write_text(settings(*ENTRIES).replace("River archive", NAME))
    places = found(asked(root, monkeypatch))
    assert {named, RECORD, "content/index.md", "mkdocs.yml"} == {path for path, *_ in places}
    assert (named, 1) in places


def test_nothing_is_quoted(root, monkeypatch):
    """No report has a word of the name, neither in its message nor in the line it shows."""
    write_notes(root, f"{NAME} spoke. **Decision:** {NAME} goes on {{#{{}}")
    examined = asked(root, monkeypatch)
    lines = (root / NOTES).read_text().split("\n")
    reports = (
        report_text(examined.problems, lambda path: lines, examined.files, ""),
        report_github(examined.problems),
        report_json(examined.problems, examined.files),
    )
    assert (NOTES, 4) in found(examined)
    assert [] == [text for text in reports if "Whitlock" in text]


def test_a_build_says_only_that_there_is_one(root, monkeypatch):
    """Everybody may read the log of a build: it names the list, neither file nor line, and nothing is published."""
    write_notes(root, f"{NAME} spoke, and {NAME} again.\n\n{NAME}.")
    monkeypatch.setenv(kept_out.KEY, KEY)
    said = built(root)
    assert said.published is None
    faults = [fault.place.path for fault in said.problems if fault.code == "P516"]
    assert ["mkdocs.yml"] == faults


def test_a_build_that_finds_one_tells_no_place_of_other_names(root, monkeypatch):
    """A warning of what looks like a name would lead to the one that came back."""
    write_notes(root, f"- **Facilitator:** {NAME}\n")
    assert {"P512", "P516"} <= {fault.code for fault in asked(root, monkeypatch).problems}
    said = built(root)
    assert ["P516"] == [fault.code for fault in said.problems if fault.code in ("P512", "P516")]
    assert NOTES not in {fault.place.path for fault in said.problems}


def test_without_the_key_nothing_is_found_and_a_build_says_so(root, monkeypatch):
    """Who has no key learns nothing; a build there goes on, warns that nobody looked, and holds back no later one."""
    write_notes(root, f"{NAME} spoke.")
    assert [] == found(asked(root, monkeypatch, None))
    said = built(root)
    assert said.published is not None
    of_the_list = ("P516", "P517", "P518")
    assert ["P518"] == [fault.code for fault in said.problems if fault.code in of_the_list]
    monkeypatch.setenv(kept_out.KEY, KEY)
    assert built(root).published is None


@pytest.mark.parametrize("key", ["", "short"])
def test_an_empty_key_stops_the_build(root, monkeypatch, key):
    """A deployment whose secret got lost does not publish as if it had looked."""
    examined = asked(root, monkeypatch, key)
    assert ["mkdocs.yml"] == [path for path, *_ in found(examined, "P517")]
    assert not examined.is_good


def test_lines_of_another_key_and_other_lines_are_told(root, monkeypatch):
    """What could never be found is an error at its place."""
    entries = (kept_out.entries_of(OTHER, NAME)[0], "nonsense", ENTRIES[0])
    (root / "mkdocs.yml").write_text(settings(*entries))
    first = settings(*entries).split("\n").index(f"      - {entries[0]}") + 1
    faults = found(asked(root, monkeypatch), "P517")
    assert [("mkdocs.yml", first), ("mkdocs.yml", first + 1)] == faults


def test_an_entry_tells_nothing_of_a_name():
    """Entries of two names, two keys and two orders share nothing but the mark of the key; none has a word of it."""
    other = kept_out.entries_of(KEY, "Priya Aldous")
    assert re.fullmatch(r"[0-9a-f]{4}-[0-9a-f]{8}-[0-9a-f]{32}", ENTRIES[0])
    assert ENTRIES[0][:4] == other[0][:4]
    assert {part for entry in ENTRIES for part in entry.split("-")[1:]}.isdisjoint(
        part for entry in other for part in entry.split("-")[1:]
    )
    assert ENTRIES[0] != kept_out.entries_of(OTHER, NAME)[0]


def test_the_command_shows_no_name_and_its_lines_work(root, monkeypatch):
    """What `keep-out` prints goes into the settings as it is, and then the name is found."""
    monkeypatch.setenv(kept_out.KEY, KEY)
    done = CliRunner().invoke(keep_out.command, input=f"{NAME}\n")
    assert 0 == done.exit_code, done.output
    assert "Dana" not in done.stdout
    assert [f"      - {entry}" for entry in ENTRIES] == done.stdout.splitlines()
    (root / "mkdocs.yml").write_text(f"{SETTINGS}    kept_out:\n{done.stdout}")
    write_notes(root, f"{NAME} spoke.")
    assert [(NOTES, 4)] == found(asked(root, monkeypatch))


def test_the_command_reads_a_name_that_is_handed_over(monkeypatch):
    """Without a terminal nothing is asked, and no warning frightens whoever only passes a line on."""
    words = [sys.executable, "-m", "generator", "keep-out"]
    surroundings = {**os.environ, kept_out.KEY: KEY}
    done = subprocess.run(
        words, input=f"{NAME}\n", env=surroundings, capture_output=True, text=True, check=True
    )
    assert [f"      - {entry}" for entry in ENTRIES] == done.stdout.splitlines()
    assert "" == done.stderr


@pytest.mark.parametrize(
    ("key", "words"), [("", "put the archive's key"), ("short", "too short to be one")]
)
def test_the_command_says_what_is_wrong_with_a_key(monkeypatch, key, words):
    """Who has set a key must not be told to set one."""
    monkeypatch.setenv(kept_out.KEY, key)
    assert words in CliRunner().invoke(keep_out.command, input=f"{NAME}\n").output


@pytest.mark.parametrize(
    ("key", "name"), [("", NAME), ("short", NAME), (KEY, "..."), (KEY, "a b c d e f g")]
)
def test_the_command_refuses_what_could_not_work(monkeypatch, key, name):
    """A key that is none, and a name without words or with too many, are refused in plain words."""
    monkeypatch.setenv(kept_out.KEY, key)
    done = CliRunner().invoke(keep_out.command, input=f"{name}\n")
    assert 2 == done.exit_code
    assert "Traceback" not in done.output


def test_new_keys_are_long_and_differ(monkeypatch):
    """Two new keys are two, and each is one that entries can be made with."""
    monkeypatch.delenv(kept_out.KEY, raising=False)
    one, other = (
        CliRunner().invoke(keep_out.command, ["--new-key"]).stdout.strip() for _ in range(2)
    )
    assert one != other
    assert min(len(one), len(other)) >= kept_out.LEAST


def test_the_site_says_nothing_of_the_list(root, monkeypatch):
    """No file of the site has an entry, and none differs by whether there is a list."""
    monkeypatch.setenv(kept_out.KEY, KEY)
    assert built(root).published is not None
    tree = {p: p.read_bytes() for p in (root / "build/site").rglob("*") if p.is_file()}
    assert [] == [p for p, data in tree.items() if ENTRIES[0].encode() in data]
    (root / "mkdocs.yml").write_text(SETTINGS)
    assert built(root).published is not None
    assert tree == {p: p.read_bytes() for p in (root / "build/site").rglob("*") if p.is_file()}
