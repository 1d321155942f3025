"""Tests of `check --staged`: what the next commit would change, whatever the files on the disk say."""

import os
from pathlib import Path

import pytest

from generator.history import GitRefused
from generator.since import check_staged
from tests.history.river_repository import CALL, NAME, TODAY, River

OTHER = "calls/2031/2031-03-20-other-call.yaml"


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def found(river: River) -> list[tuple[str, str]]:
    return [
        (fault.code, fault.place.path) for fault in check_staged(str(river.root), TODAY).problems
    ]


def test_nothing_staged_is_nothing_to_say(river):
    """A commit of other files is not held up by a record that somebody is writing."""
    river.write({NAME: "title: x\n"})
    assert [] == found(river)


def test_what_is_staged_is_checked(river):
    """The record is read as it was staged, and not as it lies there now."""
    river.write({NAME: CALL.replace("held", "hold")})
    river.git("add", NAME)
    river.write({NAME: CALL})
    sifted = check_staged(str(river.root), TODAY)
    assert [NAME] == [fault.place.path for fault in sifted.problems]
    assert b"hold" in sifted.texts[NAME]


def test_faults_of_others_are_not_told(river):
    """Only what the commit touches, and what it brings about elsewhere."""
    river.commit("Somebody's slip", {OTHER: "title: x\n"})
    river.write({NAME: CALL})
    river.git("add", "-A")
    assert [] == found(river)
    river.git("rm", "-q", "calls/platforms.yaml")
    assert [("R304", "calls/2031/2031-03-12-river-open-call.yaml")] == found(river)


def test_a_first_commit_is_checked(river):
    """Before there is a commit everything is new."""
    river.git("checkout", "-q", "--orphan", "new")
    assert [] == found(river)
    river.write({NAME: "title: x\n"})
    river.git("add", "-A")
    assert {NAME} == {path for _, path in found(river)}


def test_links_and_other_repositories_that_are_staged_are_refused(river):
    """Whatever is no ordinary file is refused as on the disk."""
    (river.root / OTHER).symlink_to("/etc/hostname")
    river.git("add", "-A")
    inner = f"160000,{river.git('rev-parse', 'HEAD')},calls/2031/2031-03-21-inner.yaml"
    river.git("update-index", "--add", "--cacheinfo", inner)
    assert [("Y104", OTHER), ("Y105", "calls/2031/2031-03-21-inner.yaml")] == found(river)


def test_names_that_clash_on_some_computers_are_refused(river):
    """An index can hold two names that a disk cannot."""
    blob = river.git("rev-parse", "HEAD:mkdocs.yml")
    other = "calls/groups/River-planning.yaml"
    river.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{other}")
    assert [("Y107", other)] == found(river)


def test_a_path_that_leads_out_is_only_a_name(river):
    """A hostile repository may hold such a path; nothing is opened by it."""
    blob = river.git("rev-parse", "HEAD:mkdocs.yml")
    index = river.git("ls-files", "-s", "mkdocs.yml")
    assert blob in index
    river.git("update-index", "--add", "--cacheinfo", f"100644,{blob},calls/Up Up/x.yaml")
    assert [("Y105", "calls/Up Up")] == found(river)


def test_a_file_that_is_too_large_is_refused_unread(river):
    """The limit is that of the disk."""
    river.write({NAME: CALL + "#" * 300_000})
    river.git("add", "-A")
    assert [("Y108", NAME)] == found(river)


def test_an_unfinished_merge_is_said(river):
    """Git itself would refuse that commit."""
    river.git("switch", "-qc", "mine")
    river.commit("Mine", {NAME: CALL})
    river.git("switch", "-q", "main")
    river.commit("Theirs", {NAME: CALL + "length: 1h\n"})
    with pytest.raises(Exception, match="exit status 1"):
        river.git("merge", "-q", "mine")
    with pytest.raises(GitRefused, match="a merge is not finished"):
        check_staged(str(river.root), TODAY)


def test_the_list_that_git_made_for_a_hook_is_used(river, monkeypatch):
    """`git commit -a` stages into a list of its own, which it names to the hook."""
    river.write({NAME: "title: x\n"})
    monkeypatch.chdir(river.root)
    river.git("read-tree", "--index-output=.git/next-index", "HEAD")
    river.git("add", "-A", GIT_INDEX_FILE=".git/next-index")
    assert [] == found(river)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next-index")
    assert {NAME} == {path for _, path in found(river)}


def test_a_list_of_another_repository_is_not_used(river, tmp_path, monkeypatch):
    """A variable that leads elsewhere is passed over."""
    other = River(tmp_path / "other")
    other.write({NAME: "title: x\n"})
    other.git("add", "-A")
    monkeypatch.setenv("GIT_INDEX_FILE", os.fspath(other.top / ".git/index"))
    assert [] == found(river)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("calls", "calls"),
        ("minutes", "minutes"),
        ("content", "content"),
        ("calls/2031", "calls/2031"),
        ("minutes/2031", "minutes/2031"),
        ("content/about", "content/about"),
        ("calls/groups", "calls/groups"),
    ],
)
def test_another_repository_in_place_of_a_folder_is_refused(river, path, told):
    """A submodule is read nowhere, and told under its own name."""
    river.git("rm", "-rqf", "--cached", "--ignore-unmatch", path)
    inner = f"160000,{river.git('rev-parse', 'HEAD')},{path}"
    river.git("update-index", "--add", "--cacheinfo", inner)
    assert ("Y105", told) in found(river)
