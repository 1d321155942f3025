"""Tests of `check --since`: only what a change touches, and of its commits what the history keeps."""

import re
import subprocess
from pathlib import Path

import pytest

from generator import loading
from generator.history import GitRefused, snapshots
from generator.load.archive import read_file
from generator.problems import Place, Problem
from generator.since import Sifted, check_since
from tests.history.river_repository import CALL, NAME, NOTES, PIN, TODAY, River

SHARE = """\
share:
  minutes: withheld
  recording: public
  details: {details}
  reason: safety
"""
WITHHELD = "date: 2031-03-19\n" + SHARE.format(details="withheld")
SILENT = "calls/2031/2031-03-19-withheld-1.yaml"
OTHER = "calls/2031/2031-03-20-other-call.yaml"
GROUP = "calls/groups/mill-keepers.yaml"
NOTED = "---\norigin: notes\n---\nMill Town has found a hall.\n"
SECRET = "lantern"


@pytest.fixture(autouse=True)
def outside_git(tmp_path, monkeypatch):
    """Keep git from looking above the folders of the tests."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def check(river: River, rev: str = "") -> Sifted:
    return check_since(str(river.root), rev or river.first, TODAY)


def found(sifted: Sifted) -> list[tuple[str, str]]:
    return [(fault.code, fault.place.path) for fault in sifted.problems]


def lasting(river: River) -> list[Problem]:
    return [fault for fault in check(river).problems if fault.code == "P510"]


def test_a_good_change_has_no_problems(river):
    """What was there before is not counted, and what came is."""
    river.commit("One more", {OTHER: CALL.replace("2031-03-19", "2031-03-20")})
    sifted = check(river)
    assert ([], 1, True) == (found(sifted), sifted.files, sifted.is_good)


def test_old_faults_elsewhere_are_not_told(river):
    """Whoever adds a call need not mend those of others."""
    old = river.commit("Somebody's slip", {OTHER: "title: x\n"})
    river.commit("Mine", {NAME: CALL + "length: 1h\n"})
    assert [] == found(check(river, old))


def test_faults_of_the_change_are_told_at_their_place(river):
    """The place is the one that a check of the whole archive gives."""
    river.commit("Mine", {NAME: CALL.replace("held", "hold")})
    (fault,) = check(river).problems
    assert Place(NAME, 3, 9, 4) == fault.place


def test_a_fault_brought_about_elsewhere_is_told(river):
    """Whoever deletes a group hears of the record that names it."""
    group = "name: Mill keepers\nkind: network\nshare: public\n"
    start = river.commit("A group", {GROUP: group, NAME: CALL + "groups: [mill-keepers]\n"})
    river.commit("No group", {GROUP: None})
    assert [("R302", NAME)] == found(check(river, start))


def test_files_that_are_not_committed_count(river):
    """People check before they commit."""
    river.write({OTHER: "title: x\n"})
    assert {OTHER} == {path for _, path in found(check(river))}


def test_other_line_ends_are_no_change(river):
    """Git may write files with the line ends of the system."""
    start = river.commit("A call", {NAME: CALL})
    river.write({NAME: CALL.replace("\n", "\r\n")})
    assert 0 == check(river, start).files


def test_personal_data_that_a_later_commit_mends_is_told(river):
    """The commit is named, and nothing of the line is quoted."""
    bad = river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better notes", {NOTES: NOTED})
    (fault,) = check(river).problems
    assert ("P510", Place(NOTES), True) == (fault.code, fault.place, fault.hushed)
    assert f"line 5 of this file in commit `{bad}` holds a PIN" in fault.message
    assert river.first in fault.help
    assert not re.search("482|913", fault.message + fault.help)


def test_personal_data_that_still_stands_is_told_once(river):
    """One fault is one problem; that a commit holds it already is said besides."""
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    sifted = check(river)
    assert ([("P503", NOTES)], True) == (found(sifted), sifted.is_committed)


def test_personal_data_in_several_commits_is_told_at_the_first(river):
    """Lines that move are the same lines."""
    bad = river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("More", {NOTES: NOTED + "More.\n" + PIN + "\n"})
    river.commit("Better", {NOTES: NOTED})
    (fault,) = lasting(river)
    assert bad in fault.message


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("minutes/2031/pasted notes.txt", PIN.encode()),
        (NOTES, "---\norigin: notes\n---\nRivière. ".encode("latin-1") + PIN.encode()),
        (NOTES, PIN.encode("utf-16")),
    ],
)
def test_files_that_nobody_could_read_are_searched_too(river, path, data):
    """A file with a wrong name or coding stands in the history like any other."""
    river.write({NAME: CALL, path: ""})
    (river.root / path).write_bytes(data)
    river.commit("Pasted")
    river.commit("Mended", {path: None} if path != NOTES else {NOTES: NOTED})
    assert ["P510"] == [fault.code for fault in check(river).problems]


@pytest.mark.parametrize("path", [NOTES, "minutes/2031/transcript.txt"])
def test_a_file_that_was_too_large_to_be_searched_is_told(river, path):
    """Nobody knows what a later commit cuts out of it."""
    river.commit("All that was said", {NAME: CALL, path: NOTED + f"{PIN}\n" * 20_000})
    river.commit("What was decided", {path: None})
    (fault,) = lasting(river)
    assert path == fault.place.path
    assert "this file in commit" in fault.message
    assert PIN not in fault.message


@pytest.mark.parametrize("name", ["\x1b[31mred.md", "\udcff.md", "two\nlines.md"])
def test_a_name_of_the_history_is_shown_and_obeyed_by_no_terminal(river, name):
    """What was never a good name may hold commands to a terminal, or bytes that are no text."""
    river.commit("Notes", {f"minutes/2031/{name}": f"{PIN}\n"})
    river.commit("No notes", {f"minutes/2031/{name}": None})
    (fault,) = lasting(river)
    assert fault.place.path.isprintable()


def test_personal_data_that_was_there_before_is_not_blamed_on_the_change(river):
    """Whoever takes out an old slip, in more than one step, has put nothing into the history."""
    start = river.commit("Old", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better words", {NOTES: NOTED + "Words.\n" + PIN + "\n"})
    assert [("P503", NOTES)] == found(check(river, start))
    assert not check(river, start).is_committed
    river.commit("Renamed", {NOTES: None, NOTES.replace(".md", ".es.md"): NOTED + PIN + "\n"})
    river.commit("Taken out", {NOTES.replace(".md", ".es.md"): NOTED})
    assert [] == found(check(river, start))


def test_a_merge_is_no_new_commit_of_the_change(river):
    """What comes from the main line with a merge is not the change's own."""
    river.git("switch", "-qc", "mine")
    river.commit("Mine", {OTHER: CALL.replace("2031-03-19", "2031-03-20")})
    river.git("switch", "-q", "main")
    river.commit("Theirs", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Mended", {NOTES: NOTED})
    river.git("switch", "-q", "mine")
    river.git("merge", "-q", "--no-edit", "main")
    assert ([], 1) == (found(check(river, "main")), check(river, "main").files)


def test_what_a_merge_adds_itself_is_looked_at(river):
    """Somebody may slip a line in while merging."""
    river.git("switch", "-qc", "mine")
    river.commit("Mine", {OTHER: CALL.replace("2031-03-19", "2031-03-20")})
    river.git("switch", "-q", "main")
    river.commit("Theirs", {NAME: CALL})
    river.git("switch", "-q", "mine")
    river.git("merge", "-q", "--no-commit", "main")
    bad = river.commit("Merged", {NOTES: NOTED + PIN + "\n"})
    river.commit("Mended", {NOTES: NOTED})
    (fault,) = check(river, "main").problems
    assert bad in fault.message


def test_text_of_a_record_that_is_withheld_later_in_the_change(river):
    """A record that was open for one commit is open in the history for ever."""
    bad = river.commit("Open", {NAME: CALL + f"purpose: {SECRET}\n", NOTES: NOTED})
    river.commit("Closed", {NAME: None, NOTES: None, SILENT: WITHHELD})
    faults = lasting(river)
    assert {NAME, NOTES} == {fault.place.path for fault in faults}
    assert {True} == {bad in fault.message for fault in faults}
    assert [] == [fault for fault in faults if SECRET in fault.message + fault.help]


@pytest.mark.parametrize("many", [0, 500])
def test_a_commit_without_settings_is_read_all_the_same(river, monkeypatch, many):
    """An archive that is no archive for one commit hides nothing, whether its files are named to git or not."""
    monkeypatch.setattr(snapshots, "_MANY", many)
    settings = (river.root / "mkdocs.yml").read_text(encoding="utf-8")
    bad = river.commit("Open", {NAME: CALL, "mkdocs.yml": None})
    river.commit("Closed", {NAME: None, SILENT: WITHHELD, "mkdocs.yml": settings})
    faults = lasting(river)
    assert {(NAME, True)} == {(fault.place.path, bad in fault.message) for fault in faults}


def test_notes_that_close_themselves_close_the_call_in_every_commit(river):
    """Notes may say more than their record what may be seen, in any language."""
    closed = NOTED.replace("---\nMill", SHARE.format(details="public") + "---\nMill")
    spanish = NOTES.replace(".md", ".es.md")
    bad = river.commit("Open", {NAME: CALL, NOTES: NOTED})
    river.commit("Closed", {NOTES: None, spanish: closed})
    assert (NOTES, True) in [(f.place.path, bad in f.message) for f in lasting(river)]


def test_notes_that_are_withheld_later_in_the_change(river):
    """The call may stay open while its notes are closed."""
    bad = river.commit("Open", {NAME: CALL, NOTES: NOTED})
    closed = CALL.replace("share: public\n", SHARE.format(details="public"))
    river.commit("Closed", {NAME: closed, NOTES: None})
    assert [(NOTES, True)] == [(f.place.path, bad in f.message) for f in lasting(river)]


def test_what_was_public_before_the_change_is_not_told(river):
    """A withdrawal cannot rewrite what others have long had."""
    start = river.commit("Open", {NAME: CALL, NOTES: NOTED})
    river.commit("Closed", {NAME: None, NOTES: None, SILENT: WITHHELD})
    assert [] == found(check(river, start))


def test_a_record_that_nobody_could_read_and_that_is_withheld_now(river):
    """Unreadable means closed, and the text stays in the history."""
    bad = river.commit("Torn", {SILENT: f"date: 2031-03-19\npurpose: a: {SECRET}: b\n"})
    river.commit("Closed", {SILENT: WITHHELD})
    assert [(SILENT, True)] == [(f.place.path, bad in f.message) for f in lasting(river)]


def test_a_record_that_went_without_saying_what_may_be_shared(river):
    """Missing means closed."""
    silent = CALL.replace("share: public\n", f"purpose: {SECRET}\n")
    river.commit("Silent", {NAME: silent})
    river.commit("Gone", {NAME: None})
    assert [NAME] == [fault.place.path for fault in lasting(river)]


def test_a_forgotten_line_that_is_added_later_is_no_fault(river):
    """Most first commits lack something; a file that was only renamed is the same record."""
    silent = CALL.replace("share: public\n", "")
    river.commit("Silent", {NAME: silent})
    river.commit("Named better", {NAME: None, OTHER: CALL.replace("2031-03-19", "2031-03-20")})
    assert [] == found(check(river))


def test_personal_data_in_a_message_is_told(river):
    """A message cannot be taken out by a later commit either."""
    address = "rosa@" + "mill.example"
    bad = river.commit(f"Notes\n\nAsk {address} about them.", {NAME: CALL})
    (fault,) = check(river).problems
    assert ("P510", "mkdocs.yml") == (fault.code, fault.place.path)
    assert f"the message of commit `{bad}` holds an e-mail address" in fault.message
    assert "rosa" not in fault.message


@pytest.mark.parametrize(
    "message",
    [
        "Notes\n\nSigned-off-by: River <river@" + "mill.example>",
        "Notes\n\nCo-authored-by: River <river@" + "mill.example>\n",
        "Pin the day to 2031\n\nThis reverts commit 0123456789012345678901234567890123456789.",
    ],
)
def test_trailers_and_hashes_are_no_personal_data(river, message):
    """Who signs a commit means to be named, and git fills messages with numbers."""
    river.commit(message, {} if message.startswith("Pin") else {NAME: CALL})
    assert [] == found(check(river))


def test_an_archive_below_the_root_of_the_repository(tmp_path):
    """Paths are those of the archive, as people see them in it."""
    river = River(tmp_path / "river", "sites/river")
    bad = river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    (river.top / "README.md").write_text(PIN, encoding="utf-8")
    river.commit("Better notes", {NOTES: NOTED})
    (fault,) = check(river).problems
    assert (NOTES, True) == (fault.place.path, bad in fault.message)


@pytest.mark.parametrize(
    "rev", ["nowhere", "--output=x", "-h", "$(touch x)", "a b", "main..main", ""]
)
def test_a_name_that_stands_for_no_commit(river, rev):
    """It is said in one line, and nothing comes of it."""
    with pytest.raises(GitRefused, match="is no commit that this repository knows"):
        check_since(str(river.root), rev, TODAY)
    assert "" == river.git("status", "--porcelain")


def test_a_branch_with_an_awkward_name(river):
    """A name that git knows is a name, whatever a shell would make of it."""
    river.git("branch", "$(touch${IFS}x);'")
    river.commit("Mine", {OTHER: "title: x\n"})
    assert {OTHER} == {path for _, path in found(check(river, "$(touch${IFS}x);'"))}


def test_outside_a_repository(tmp_path):
    """Whoever has no repository is told so."""
    with pytest.raises(GitRefused, match="not in a git repository"):
        check_since(str(tmp_path), "main", TODAY)


def test_without_git(river, monkeypatch):
    """A computer without git gets plain words."""
    monkeypatch.setenv("PATH", str(river.root))
    with pytest.raises(GitRefused, match="git is not installed"):
        check(river)


def test_a_shallow_clone_says_what_to_fetch(river, tmp_path):
    """Without the point where the change begins nothing can be compared."""
    for number in range(3):
        river.commit(f"Mine {number}", {OTHER: f"title: x{number}\n"})
    river.git("clone", "-q", "--depth=1", f"file://{river.top}", str(tmp_path / "clone"))
    clone = tmp_path / "clone"
    river.git("fetch", "-q", "--depth=1", "origin", river.git("rev-parse", "HEAD~2"), folder=clone)
    with pytest.raises(GitRefused, match="git fetch --unshallow"):
        check_since(str(clone), "FETCH_HEAD", TODAY)


def test_a_shallow_clone_that_cuts_the_change_is_refused(river, tmp_path):
    """With some of the commits missing, what they hold would pass unseen."""
    river.git("switch", "-qc", "mine")
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Mended", {NOTES: NOTED})
    river.git("switch", "-q", "main")
    river.git("merge", "-q", "--no-ff", "--no-edit", "mine")
    clone = tmp_path / "clone"
    river.git("clone", "-q", "--depth=2", f"file://{river.top}", str(clone))
    with pytest.raises(GitRefused, match="git fetch --unshallow"):
        check_since(str(clone), "HEAD^1", TODAY)
    river.git("fetch", "-q", "--unshallow", folder=clone)
    assert ["P510"] == [fault.code for fault in check_since(str(clone), "HEAD^1", TODAY).problems]


def test_links_in_a_commit_are_refused_like_those_on_the_disk(river):
    """A commit that holds a link is not followed; an earlier one is no fault of the files."""
    (river.root / OTHER).symlink_to("/etc/hostname")
    river.commit("A link")
    assert [("Y104", OTHER)] == found(check(river))
    river.commit("No link", {OTHER: None})
    assert [] == found(check(river))


@pytest.mark.parametrize("path", ["calls/2031/inner", "minutes/2031", "content/inner"])
def test_another_repository_that_came_and_went_stops_no_check(river, path):
    """A submodule in a commit of the change is read nowhere; what that commit holds besides is searched."""
    river.git(
        "update-index", "--add", "--cacheinfo", f"160000,{river.git('rev-parse', 'HEAD')},{path}"
    )
    river.write({OTHER: CALL.replace("2031-03-19", "2031-03-20") + f"purpose: {PIN}\n"})
    river.git("add", OTHER)
    river.git("commit", "-qm", "One with another repository")
    river.git("rm", "-q", "--cached", path)
    river.git("rm", "-qf", OTHER)
    river.git("commit", "-qm", "Out again")
    assert [("P510", OTHER)] == found(check(river))


def test_each_file_is_loaded_once(river, monkeypatch):
    """However many commits hold it."""
    loaded: list[str] = []
    load = read_file

    def counted(source):
        loaded.append(source.path)
        return load(source)

    monkeypatch.setattr(loading, "read_file", counted)
    for number in range(5):
        river.commit("More", {NOTES: f"{NOTED}Line {number}.\n", NAME: CALL})
    check(river)
    assert 1 == loaded.count(NAME)
    assert 5 == loaded.count(NOTES)


def test_no_other_program_is_started(river, tmp_path):
    """Settings of the repository that name programs, and variables that name repositories, do nothing."""
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "core.sshCommand", "gpg.program"):
        river.git("config", name, str(trap))
    river.git("config", "log.showSignature", "true")
    river.git("config", "core.hooksPath", str(tmp_path))
    river.git("config", "diff.x.textconv", str(trap))
    river.git("config", "filter.x.clean", str(trap))
    (river.root / ".gitattributes").write_text("* diff=x filter=x\n", encoding="utf-8")
    river.write({OTHER: "title: x\n"})
    done = subprocess.run(
        ("git", "-C", str(river.root), "diff"), capture_output=True, check=False, input=b""
    )
    assert (tmp_path / "sprung").exists(), done
    (tmp_path / "sprung").unlink()
    check(river)
    assert not (tmp_path / "sprung").exists()


def test_a_folder_that_only_looks_like_a_repository_is_none(river):
    """Whoever can add files could otherwise bring settings for git along."""
    planted = river.root / "content"
    river.git("clone", "-q", "--bare", str(river.top), str(planted / "planted"))
    with pytest.raises(GitRefused, match="git could not answer"):
        check_since(str(planted / "planted"), "HEAD", TODAY)


def test_variables_do_not_lead_to_another_repository(river, tmp_path, monkeypatch):
    """A hook of another repository may have set them."""
    other = River(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    river_tip = subprocess.run(
        ("git", "-C", str(river.root), "log", "--format=%s"),
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "The archive\n" == river_tip
    assert [] == found(check(river))
