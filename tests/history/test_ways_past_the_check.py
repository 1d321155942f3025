"""Ways in which withheld text could slip into a public repository past the checks of a change, each of them closed."""

from pathlib import Path

import pytest

from generator.since import check_since, check_staged
from tests.history.river_repository import CALL, NAME, NOTES, TODAY, River

CLOSED = (
    "date: 2031-03-19\nshare:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
    "  reason: safety\n"
)
SILENT = "calls/2031/2031-03-19-withheld-1.yaml"
QUIET = CALL.replace("share: public", "share: withheld for safety")
NOTED = "---\norigin: notes\n---\nMill Town has found a hall.\n"
SECRET = "the lantern was carried over the bridge"


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def found(river: River) -> list[tuple[str, str]]:
    sifted = check_since(str(river.root), river.first, TODAY)
    return [(fault.code, fault.place.path) for fault in sifted.problems if fault.is_error]


def private(river: River) -> str:
    """Give settings that say that strangers cannot read the repository."""
    text = (river.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "repository_is_public: false" not in text
    kept = text.replace("    repository_is_public: true\n", "")
    return kept.replace("  archive:\n", "  archive:\n    repository_is_public: false\n")


def test_a_change_cannot_make_the_repository_private_and_use_that(river):
    """Strangers read it until the change is in, and maybe after."""
    files = {"mkdocs.yml": private(river), SILENT: f"title: x\n{CLOSED}", NAME: QUIET, NOTES: NOTED}
    river.write(files)
    river.git("add", "-A")
    expected = [("P505", SILENT), ("P505", NOTES)]
    staged = check_staged(str(river.root), TODAY).problems
    assert expected == sorted((f.code, f.place.path) for f in staged if f.is_error)
    river.commit("Private")
    assert expected == sorted(found(river))


def test_a_repository_that_was_private_before_may_hold_it(river):
    """One step after the other: first it is closed, then the text is put in."""
    river.first = river.commit("Private", {"mkdocs.yml": private(river)})
    river.commit("Notes", {NAME: QUIET, NOTES: NOTED})
    assert [] == found(river)


def test_a_private_repository_cannot_become_public_with_it(river):
    """What was allowed until now is not any more, in files that the change does not touch."""
    public = (river.root / "mkdocs.yml").read_text(encoding="utf-8")
    river.first = river.commit("Private", {"mkdocs.yml": private(river), NAME: QUIET, NOTES: NOTED})
    river.commit("Public", {"mkdocs.yml": public})
    assert [("P505", NOTES)] == found(river)


def test_a_comment_that_a_later_commit_takes_out(river):
    """A comment stays in the history like every other line."""
    river.commit("Closed", {SILENT: f"{CLOSED}# {SECRET}\n"})
    assert [("P520", SILENT)] == found(river)
    river.commit("Without", {SILENT: CLOSED})
    assert [("P510", SILENT)] == found(river)


PASTED = "minutes/2031/2031-03-19-withheld-1.txt"
PLAIN = f"{SECRET}\n".encode()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        (PASTED, PLAIN),
        (PASTED, PLAIN.replace(b"\n", b"\r\n")),
        (PASTED, SECRET.encode("utf-16")),
        (PASTED, b"\x00\xff" + PLAIN),
        (PASTED.replace(".txt", ".md.bak"), PLAIN),
        (PASTED.replace("withheld-1.txt", "Withheld-1.md"), PLAIN),
        (PASTED.replace(".txt", ".MD"), PLAIN),
        (PASTED.replace(".txt", ".es.md"), PLAIN),
        (PASTED.replace("/2031/", "/2032/"), PLAIN),
        ("minutes/2031/what was said.md", PLAIN),
        ("minutes/2031/said.docx", PLAIN),
        (SILENT.replace(".yaml", ".yml"), PLAIN),
        ("calls/2031/notes.yaml.txt", PLAIN),
    ],
)
def test_a_file_that_no_record_can_be_is_found_in_the_history(river, path, data):
    """Whatever its name and its bytes: nobody ever said that it may be shared, and a later commit takes it out."""
    river.write({SILENT: CLOSED, path: ""})
    (river.root / path).write_bytes(data)
    river.commit("Pasted")
    assert path in {place for _, place in found(river)}
    river.commit("Taken out", {path: None})
    assert [("P510", path)] == found(river)


def test_a_bad_name_that_is_mended_is_no_fault(river):
    """Whoever gives open notes a better name has hidden nothing."""
    river.commit("Pasted", {NAME: CALL, "minutes/2031/Mill Town.md": NOTED})
    river.commit("Named", {"minutes/2031/Mill Town.md": None, NOTES: NOTED})
    assert [] == found(river)


def test_withheld_notes_that_are_renamed_are_found_under_each_name(river):
    """A call that was named better does not take the text of its notes along."""
    other = NOTES.replace("mill-town", "weir")
    river.commit("Open", {NAME: CALL, NOTES: NOTED})
    river.commit(
        "Renamed", {NAME: None, NOTES: None, NAME.replace("mill-town", "weir"): CALL, other: NOTED}
    )
    river.commit("Closed", {NAME.replace("mill-town", "weir"): None, other: None, SILENT: CLOSED})
    assert {NOTES, other} <= {path for code, path in found(river) if code == "P510"}


def test_text_that_is_added_again_after_it_was_withheld(river):
    """A record that is deleted and comes back is the same record."""
    river.commit("Closed", {NAME: QUIET})
    river.commit("Deleted", {NAME: None})
    river.commit("Back", {NAME: QUIET, NOTES: NOTED})
    assert [("P505", NOTES)] == found(river)
    river.commit("Without", {NOTES: None})
    assert [("P510", NOTES)] == found(river)


def test_a_merge_that_brings_its_own_withheld_notes(river):
    """A merge is a commit like others where it holds what none of its parents has."""
    river.git("switch", "-qc", "mine")
    river.commit("Mine", {SILENT: CLOSED})
    river.git("switch", "-q", "main")
    river.commit("Theirs", {"content/help/more.md": "# More\n\nWords.\n"})
    river.git("switch", "-q", "mine")
    river.git("merge", "-q", "--no-commit", "main")
    notes = NOTES.replace("mill-town-call", "withheld-1")
    river.commit("Merged", {notes: NOTED})
    river.commit("Without", {notes: None})
    river.first = river.git("rev-parse", "main")
    assert [("P510", notes)] == found(river)
