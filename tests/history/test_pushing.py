"""Tests of the check before a push: real pushes to a bare repository, and what is told of them without one."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.history import GitRefused
from generator.history.hook import install_hook
from generator.pushed import Sent, check_push, read_lines
from tests.history.river_repository import CALL, NAME, NOTES, PIN, TODAY, River, with_program

PROJECT = Path(__file__).parents[2]
SCRIPT = (PROJECT / "generator/hooks/pre-push").read_text(encoding="utf-8")
NOTED = "---\norigin: notes\n---\nMill Town has found a hall.\n"
OTHER = "calls/2031/2031-03-20-other-call.yaml"
GOOD = {OTHER: CALL.replace("2031-03-19", "2031-03-20")}
SILENT = "calls/2031/2031-03-19-withheld-1.yaml"
CLOSED = (
    "date: 2031-03-19\nshare:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
    "  reason: safety\n"
)


@pytest.fixture(autouse=True)
def outside_git(tmp_path, monkeypatch):
    """Keep git from looking above the folders of the tests, and at settings of this machine."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


def with_remote(tmp_path: Path, below: str = "", pushed: bool = True) -> River:
    """Give a repository with the hook, the program and a remote that has its first commit."""
    river = River(tmp_path / "river", below)
    river.git("init", "-q", "--bare", "-b", "main", str(tmp_path / "forge.git"))
    river.git("remote", "add", "origin", str(tmp_path / "forge.git"))
    if pushed:
        river.git("push", "-q", "origin", "main")
    with_program(river.root)
    (river.top / ".git/info/exclude").write_text(".venv\n", encoding="utf-8")
    install_hook(str(river.root), "pre-push", SCRIPT)
    return river


@pytest.fixture
def river(tmp_path: Path) -> River:
    return with_remote(tmp_path)


def push(river: River, *words: str, folder: Path | None = None) -> tuple[int, str]:
    """Push as people do; gives the exit status and what was said."""
    done = subprocess.run(
        ("git", "push", *words),
        cwd=folder or river.top,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def on_forge(river: River, name: str) -> str:
    """Give the commit that the remote has under a name, or nothing."""
    told = river.git("ls-remote", "origin", name)
    return told[:10]


def told(river: River, *sent: Sent, remote: str = "origin") -> list[tuple[str, str]]:
    """Give code and file of what is told of a push, without a push."""
    checked = check_push(str(river.root), remote, sent, TODAY)
    return [(fault.code, fault.place.path) for _, one in checked for fault in one.problems]


def tip(river: River, name: str = "HEAD", at: str = "refs/heads/main") -> Sent:
    return Sent(at, river.git("rev-parse", name))


def test_a_commit_that_was_made_without_a_check_does_not_leave_the_machine(river):
    """A later commit takes the number out again, and what is in the working tree does not matter."""
    bad = river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better notes", {NOTES: NOTED})
    status, said = push(river, "origin", "main")
    assert (1, True, True) == (status, f"in commit `{bad}`" in said, "P510" in said)
    assert "nothing has left this computer" in said
    assert "git push --no-verify" in said
    assert "482" not in said
    assert river.first == on_forge(river, "main")


def test_a_good_push_goes_through_and_the_check_can_be_left_out(river):
    """A new branch, one that grows, one that is deleted, and whoever knows better."""
    new = river.commit("One more", GOOD)
    assert 0 == push(river, "origin", "main", "main:refs/heads/other")[0]
    assert (new, new) == (on_forge(river, "main"), on_forge(river, "other"))
    assert 0 == push(river, "origin", "--delete", "other")[0]
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    assert 0 == push(river, "--no-verify", "origin", "main")[0]


def test_the_first_push_of_a_repository_is_read_from_its_first_commit(tmp_path):
    """Before it nobody had anything, so nothing is known."""
    river = with_remote(tmp_path, pushed=False)
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better notes", {NOTES: NOTED})
    status, said = push(river, "origin", "main")
    assert (1, True) == (status, "git update-ref -d HEAD" in said)
    assert "" == on_forge(river, "main")
    river.git("update-ref", "-d", "HEAD")
    new = river.commit("All in one")
    assert 0 == push(river, "origin", "main")[0]
    assert new == on_forge(river, "main")


def test_a_second_working_tree_and_an_archive_in_a_folder(tmp_path):
    """The hook lies in the repository, the archive below it, and the commits beside it."""
    river = with_remote(tmp_path, "sites/the river's")
    second = tmp_path / "second"
    river.git("worktree", "add", "-q", "-b", "mine", str(second))
    notes = second / "sites/the river's" / NOTES
    notes.parent.mkdir(parents=True, exist_ok=True)
    notes.write_text(NOTED + PIN + "\n", encoding="utf-8")
    river.git("add", "-A", folder=second)
    river.git("commit", "-qm", "Notes", folder=second)
    status, said = push(river, "origin", "mine", folder=second)
    assert (1, True) == (status, "P503" in said)
    assert 0 == push(river, "origin", "main:refs/heads/again")[0]


def test_a_check_that_cannot_run_stops_the_push_and_says_the_way_out(river):
    """Somebody may delete `.venv` and forget the hook."""
    (river.root / ".venv/bin/calls").unlink()
    river.commit("One more", GOOD)
    status, said = push(river, "origin", "main")
    assert (1, True, True) == (status, "make setup" in said, "git push --no-verify" in said)
    assert river.first == on_forge(river, "main")


def test_the_message_of_a_commit_is_read(river):
    """It goes with the commit, and no later one takes it back."""
    river.commit("Notes\n\nAsk rosa@" + "mill.example about them.", GOOD)
    assert [("P510", "mkdocs.yml")] == told(river, tip(river))


def test_withheld_text_of_an_earlier_commit_is_found(river):
    """The record was open for one commit."""
    river.commit("Open", {NAME: CALL, NOTES: NOTED})
    river.commit("Closed", {NAME: None, NOTES: None, SILENT: CLOSED})
    assert {("P510", NAME), ("P510", NOTES)} == set(told(river, tip(river)))


def test_each_of_several_branches_is_read(river):
    """A good one beside it does not hide the other, and one commit under two names is told once."""
    good = river.commit("One more", GOOD)
    river.git("switch", "-qc", "mine")
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    sent = (Sent("refs/heads/main", good), tip(river), tip(river, at="refs/heads/again"))
    assert [("P503", NOTES)] == told(river, *sent)


def test_what_the_remote_has_is_not_told_again(river):
    """It is public already, and no push makes it more so."""
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.git("push", "-q", "--no-verify", "origin", "main")
    river.commit("Better notes", {NOTES: NOTED})
    assert [] == told(river, tip(river))
    assert [("P510", NOTES)] == told(river, tip(river), remote="elsewhere")


def test_a_history_that_was_made_anew_is_read_and_let_through(river):
    """After a cleaning no commit is common, and the push must not be refused for that."""
    river.git("checkout", "-q", "--orphan", "clean")
    river.commit("All of it", GOOD)
    assert [] == told(river, tip(river))
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    assert [("P503", NOTES)] == told(river, tip(river))


def test_tags_are_read_with_their_messages(river):
    """A tag leads to a commit like a branch, and says something itself."""
    river.git("tag", "-a", "spring", "-m", "Ask rosa@" + "mill.example", "HEAD")
    checked = check_push(
        str(river.root), "origin", (tip(river, "spring", "refs/tags/spring"),), TODAY
    )
    ((fault,),) = [one.problems for _, one in checked]
    assert ("P510", True) == (fault.code, "git tag --delete spring" in fault.help)
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.git("tag", "-a", "late", "-m", "The notes", "HEAD")
    assert [("P503", NOTES)] == told(river, tip(river, "late", "refs/tags/late"))


def test_a_name_for_something_else_than_a_commit_is_refused(river):
    """A single file can be pushed under a name, and nobody would look at it."""
    blob = river.git("rev-parse", "HEAD:mkdocs.yml")
    with pytest.raises(GitRefused, match="leads to no commit"):
        told(river, Sent("refs/tags/file", blob))


def test_a_branch_of_finished_pages_has_nothing_to_check(river):
    """Some hosts take the site as a branch."""
    river.git("checkout", "-q", "--orphan", "pages")
    river.git("rm", "-rfq", ".")
    river.commit("The site", {"calls/index.html": "<p>Calls</p>\n"})
    assert [] == told(river, tip(river, at="refs/heads/pages"))


def test_a_shallow_clone_is_checked_as_far_as_the_push_goes(river, tmp_path):
    """What was cut off is the remote's own; for another remote it has to be fetched first."""
    river.commit("More", {NAME: CALL})
    river.git("push", "-q", "--no-verify", "origin", "main")
    clone = tmp_path / "clone"
    river.git("clone", "-q", "--depth=1", f"file://{tmp_path / 'forge.git'}", str(clone))
    (clone / NOTES).parent.mkdir(parents=True, exist_ok=True)
    (clone / NOTES).write_text(NOTED + PIN + "\n", encoding="utf-8")
    river.git("add", "-A", folder=clone)
    river.git("commit", "-qm", "Notes", folder=clone)
    sent = (Sent("refs/heads/main", river.git("rev-parse", "HEAD", folder=clone)),)
    checked = check_push(str(clone), "origin", sent, TODAY)
    assert ["P503"] == [fault.code for _, one in checked for fault in one.problems]
    with pytest.raises(GitRefused, match="git fetch --unshallow"):
        check_push(str(clone), "elsewhere", sent, TODAY)


@pytest.mark.parametrize("remote", ["", "-x", "*", "https://forge.example/river.git", "a b", "[o]"])
def test_an_odd_name_of_a_remote_makes_nothing_known(river, remote):
    """Git gives the address where a remote has no name; then all commits count as new."""
    assert [] == told(river, tip(river), remote=remote)
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better notes", {NOTES: NOTED})
    assert [("P510", NOTES)] == told(river, tip(river), remote=remote)


def test_lines_of_git_are_read_and_others_refused():
    """What is deleted needs no look, and words that are not understood stop the push."""
    zeros = "0" * 40
    lines = [f"refs/heads/a {'1' * 40} refs/heads/b {zeros}\n", f"(delete) {zeros} c {'2' * 40}\n"]
    lines += ["\n", f"refs/heads/d {'3' * 40} refs/heads/d {'4' * 40}\n"]
    expected = (Sent("refs/heads/b", "1" * 40), Sent("refs/heads/d", "3" * 40, "4" * 40))
    assert expected == read_lines(lines)
    with pytest.raises(GitRefused):
        read_lines(["refs/heads/a\n"])


@pytest.mark.parametrize("tip_of_tool", ["PRE_COMMIT_TO_REF", "PRE_COMMIT_LOCAL_BRANCH"])
def test_the_pre_commit_tool_says_in_variables_what_is_sent(river, tip_of_tool):
    """It has read git's lines itself; of a first push it names the branch alone."""
    river.commit("Notes", {NAME: CALL, NOTES: NOTED + PIN + "\n"})
    river.commit("Better notes", {NOTES: NOTED})
    tool = {"PRE_COMMIT": "1", "PRE_COMMIT_REMOTE_NAME": "origin", tip_of_tool: "main"}
    hook = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[1]
    words = shlex.split(hook["entry"])
    done = subprocess.run(
        words,
        cwd=river.root,
        env={
            **os.environ,
            **tool,
            "PATH": f"{river.root}/.venv/bin{os.pathsep}{os.environ['PATH']}",
        },
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (1, True) == (done.returncode, "P510" in done.stdout + done.stderr)


def test_a_private_history_is_asked_as_a_public_one_once_the_settings_say_so(tmp_path):
    """Who opens a repository pushes it to an empty one first, and is told what its history holds."""
    river = with_remote(tmp_path, pushed=False)
    public = (river.root / "mkdocs.yml").read_text(encoding="utf-8")
    private = public.replace("  archive:\n", "  archive:\n    repository_is_public: false\n")
    withheld = CALL.replace("share: public", "share: withheld for safety")
    river.commit("Private", {"mkdocs.yml": private, NAME: withheld, NOTES: NOTED})
    river.commit("No notes", {NOTES: None})
    assert [] == told(river, tip(river))
    river.commit("Public", {"mkdocs.yml": public})
    assert [("P510", NOTES)] == told(river, tip(river))
