"""When files were last changed is read from the whole history, and where it is not whole nothing is told."""

import dataclasses
import datetime

import pytest

from generator.history import History, check_history, read_history
from tests.history.river_repository import CALL, NAME, NOTES, River
from tests.plain_settings import PLAIN

FIRST = int(datetime.datetime(2031, 4, 1, 12, tzinfo=datetime.UTC).timestamp())
LATER = int(datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC).timestamp())


@pytest.fixture
def river(tmp_path):
    """Give a repository whose second commit adds one call."""
    made = River(tmp_path / "river")
    made.write({NAME: CALL})
    commit(made, LATER, "Add a call")
    return made


def commit(river, second, message, *words):
    """Commit all there is at a second."""
    when = f"@{second} +0000"
    river.git("add", "-A")
    river.git(
        "commit", "-q", "-m", message, *words, GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when
    )  # fmt: skip


def clone(river, folder, *words):
    """Give the root of a clone that was made with some options."""
    allowed = ("-c", "uploadpack.allowFilter=true", "-c", "protocol.file.allow=always")
    river.git("config", "uploadpack.allowFilter", "true")
    river.git(*allowed, "clone", "-q", *words, f"file://{river.top}", str(folder))
    return str(folder)


def some_old(river):
    """Give a file of the first commit."""
    files = river.git("ls-tree", "-r", "--name-only", river.first, "calls/").splitlines()
    return files[0]


def test_each_file_has_the_second_of_its_last_change(river):
    """The call is from the second commit, the rest from the first."""
    stamps = read_history(str(river.root)).stamps
    assert (LATER, FIRST) == (stamps[NAME], stamps[some_old(river)])


def test_notes_have_a_second_of_their_own(river):
    """Notes that were added later leave the record's second as it was."""
    river.write({NOTES: "Words.\n"})
    commit(river, LATER + 60, "Add notes")
    stamps = read_history(str(river.root)).stamps
    assert (LATER, LATER + 60) == (stamps[NAME], stamps[NOTES])


@pytest.mark.parametrize("depth", [1, 2])
def test_history_cut_off_is_noticed(river, tmp_path, depth):
    """A clone with the newest commits gives every file the date of one of those."""
    for number in range(3):
        river.write({NAME: CALL + f"purpose: {number}\n"})
        commit(river, LATER + number, "Change")
    root = clone(river, tmp_path / "cut", f"--depth={depth}")
    assert History({}, "only the newest commits were fetched") == read_history(root)


def test_fifty_commits_are_noticed_as_cut_off(river, tmp_path):
    """How many commits were fetched does not matter when one is missing."""
    for number in range(55):
        commit(river, LATER + number, "Nothing", "--allow-empty")
    root = clone(river, tmp_path / "cut", "--depth=50")
    assert History({}, "only the newest commits were fetched") == read_history(root)


def test_clone_that_was_completed_is_whole(river, tmp_path):
    """After `git fetch --unshallow` there is nothing to notice any more."""
    root = clone(river, tmp_path / "cut", "--depth=1")
    river.git("-c", "protocol.file.allow=always", "fetch", "-q", "--unshallow", folder=root)
    assert read_history(str(river.root)) == read_history(root)


def test_clone_without_contents_is_whole(river, tmp_path):
    """A clone without the contents of old files knows all names and dates; nothing is fetched for it."""
    root = clone(river, tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    assert read_history(str(river.root)) == read_history(root)


def test_clone_without_trees_is_noticed(river, tmp_path):
    """A clone without old folders cannot say what a commit changed, and the program asks no network."""
    root = clone(river, tmp_path / "partial", "--filter=tree:0", "--no-checkout")
    why = "git could not answer; the repository may be damaged or only partly fetched"
    assert History({}, why) == read_history(root)


def test_grafts_are_noticed(river):
    """A file of the repository may give commits other parents; then its dates are not those of the history."""
    newest = river.git("rev-parse", "HEAD")
    (river.top / ".git/info").mkdir(exist_ok=True)
    (river.top / ".git/info/grafts").write_text(f"{newest}\n", encoding="ascii")
    found = read_history(str(river.root))
    assert ({}, True) == (dict(found.stamps), "info/grafts" in found.why_not)


def test_grafts_are_noticed_from_a_worktree(river, tmp_path):
    """Folders of one repository share that file."""
    newest = river.git("rev-parse", "HEAD")
    river.git("worktree", "add", "-q", str(tmp_path / "tree"))
    (river.top / ".git/info").mkdir(exist_ok=True)
    (river.top / ".git/info/grafts").write_text(f"{newest}\n", encoding="ascii")
    assert "info/grafts" in read_history(str(tmp_path / "tree")).why_not


def test_replaced_commits_change_nothing(river):
    """`git replace` shows another commit in the place of one; the program reads the real one."""
    before = read_history(str(river.root))
    newest = river.git("rev-parse", "HEAD")
    river.git("replace", "--graft", newest)
    assert before == read_history(str(river.root))


def test_worktree_is_read_as_the_repository_is(river, tmp_path):
    """A second folder of the same repository gives the same dates."""
    river.git("worktree", "add", "-q", str(tmp_path / "tree"))
    assert read_history(str(river.root)) == read_history(str(tmp_path / "tree"))


def test_submodule_is_read_as_the_repository_is(river, tmp_path):
    """An archive that is part of another repository gives its own dates."""
    outer = River(tmp_path / "outer")
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(river.top), "archive"
    )  # fmt: skip
    assert read_history(str(river.root)) == read_history(str(outer.top / "archive"))


def test_cut_off_submodule_is_noticed(river, tmp_path):
    """A submodule with the newest commit alone is as incomplete as any clone."""
    outer = River(tmp_path / "outer")
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", "--depth=1",
        f"file://{river.top}", "archive",
    )  # fmt: skip
    found = read_history(str(outer.top / "archive"))
    assert History({}, "only the newest commits were fetched") == found


def test_merge_that_decides_is_a_change(river):
    """A file that a merge gives words that no side had was changed by the merge."""
    river.git("checkout", "-q", "-b", "side")
    river.write({NAME: CALL + "purpose: one\n"})
    commit(river, LATER + 10, "One")
    river.git("checkout", "-q", "main")
    river.write({NAME: CALL + "purpose: other\n"})
    commit(river, LATER + 20, "Other")
    river.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    river.write({NAME: CALL + "purpose: both\n"})
    commit(river, LATER + 30, "Both")
    assert LATER + 30 == read_history(str(river.root)).stamps[NAME]


def test_clocks_that_go_back_take_nothing_back(river):
    """A commit from a machine whose clock is late does not make a file older than it was."""
    river.write({NAME: CALL + "purpose: late\n"})
    commit(river, FIRST, "Late")
    assert LATER == read_history(str(river.root)).stamps[NAME]


def test_repository_without_commits_has_no_history(tmp_path):
    """Where nothing was committed it is said that there is no commit."""
    river = River(tmp_path / "river")
    river.git("init", "-q", str(tmp_path / "new"))
    assert "has no commit yet" in read_history(str(tmp_path / "new")).why_not


def test_folder_outside_of_git_has_no_history(tmp_path):
    """A folder that was unpacked says so."""
    assert "this folder is not in a git repository" == read_history(str(tmp_path)).why_not


@pytest.mark.parametrize(("asked", "code"), [("required", "S705"), ("optional", "S706")])
def test_missing_history_stops_where_it_is_required(asked, code):
    """For publishing it is an error, else a warning; both say why."""
    settings = dataclasses.replace(PLAIN, history=asked)
    (fault,) = check_history(History({}, "only the newest commits were fetched"), settings)
    assert (code, asked == "required") == (fault.code, fault.is_error)
    assert "only the newest commits were fetched" in fault.message
