"""Tests of the hook before commits: it is put only where there is none, and says in plain words how to go on."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.history.hook import install_hook
from tests.history.river_repository import CALL, NAME, River, with_program

PROJECT = Path(__file__).parents[2]
SCRIPT = (PROJECT / "generator/hooks/pre-commit").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def outside_git(tmp_path, monkeypatch):
    """Keep git from looking above the folders of the tests, and at settings of this machine."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)


@pytest.fixture
def river(tmp_path: Path) -> River:
    return River(tmp_path / "river")


def install(root: Path) -> str:
    return install_hook(str(root), "pre-commit", SCRIPT)


def commit(river: River, folder: Path | None = None, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        (
            "git",
            "-c",
            "user.name=R",
            "-c",
            "user.email=r@calls.example",
            "commit",
            "-qm",
            "x",
            *words,
        ),
        cwd=folder or river.top,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_is_put_where_git_looks(river):
    """It can be run, and its path is said."""
    written = install(river.root)
    assert str(river.top / ".git/hooks/pre-commit") == written
    assert os.access(written, os.X_OK)


def test_a_hook_of_ones_own_is_never_touched(river):
    """Not even one that is broken, nor one that leads nowhere."""
    hook = river.top / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("mine", encoding="utf-8")
    assert ("", "mine") == (install(river.root), hook.read_text(encoding="utf-8"))
    hook.unlink()
    hook.symlink_to("nowhere")
    assert ("", True) == (install(river.root), hook.is_symlink())


def test_outside_a_repository_nothing_happens(tmp_path):
    """A downloaded archive has no hooks."""
    (tmp_path / "bare").mkdir()
    assert "" == install(tmp_path / "bare")
    assert [] == list((tmp_path / "bare").iterdir())


def test_a_folder_that_cannot_be_written_to_is_no_fault(river):
    """Setting up goes on; a file lies where the folder should be."""
    hooks = river.top / ".git/hooks"
    for hook in hooks.iterdir():
        hook.unlink()
    hooks.rmdir()
    hooks.write_text("", encoding="utf-8")
    assert "" == install(river.root)


def test_a_folder_of_hooks_in_the_repository_is_used(river):
    """Settings may name another folder, and a hook may be in it."""
    river.git("config", "core.hooksPath", "my hooks")
    assert str(river.top / "my hooks/pre-commit") == install(river.root)
    assert "" == install(river.root)


def test_a_folder_of_hooks_for_all_repositories_is_left_alone(river, tmp_path):
    """The check of one archive has no business in others."""
    river.git("config", "core.hooksPath", str(tmp_path / "shared"))
    assert "" == install(river.root)
    assert not (tmp_path / "shared").exists()


def test_a_faulty_commit_is_refused_and_a_good_one_is_made(river):
    """Both ways on are said: mending, and committing without the check."""
    with_program(river.root)
    install(river.root)
    river.write({NAME: "title: x\n", ".gitignore": ".venv\n"})
    river.git("add", "-A")
    refused = commit(river)
    assert (1, True) == (refused.returncode, NAME in refused.stderr)
    assert "git commit --no-verify" in refused.stderr
    river.write({NAME: CALL})
    river.git("add", "-A")
    assert 0 == commit(river).returncode


def test_what_commit_stages_by_itself_is_checked(river):
    """`git commit -a` makes a list of its own, which only the hook knows."""
    with_program(river.root)
    install(river.root)
    river.commit("A call", {NAME: CALL, ".gitignore": ".venv\n"})
    river.write({NAME: "title: x\n"})
    assert 1 == commit(river, None, "-a").returncode
    river.write({NAME: CALL + "length: 1h\n"})
    assert 0 == commit(river, None, "-a").returncode


@pytest.mark.parametrize("below", ["", "sites/the river's"])
def test_a_second_working_tree_uses_the_program_of_the_first(tmp_path, below):
    """Hooks are shared between working trees, and the program lies beside the first."""
    river = River(tmp_path / "river", below)
    with_program(river.root)
    river.write({".gitignore": ".venv\n"})
    river.commit("Ignore")
    install(river.root)
    second = tmp_path / "second"
    river.git("worktree", "add", "-q", str(second))
    (second / below / NAME).write_text("title: x\n", encoding="utf-8")
    river.git("add", "-A", folder=second)
    refused = commit(river, second)
    assert (1, True) == (refused.returncode, NAME in refused.stderr)
    (second / below / NAME).write_text(CALL, encoding="utf-8")
    river.git("add", "-A", folder=second)
    assert 0 == commit(river, second).returncode


def test_without_the_program_the_hook_says_what_to_do(river):
    """Somebody may delete `.venv` and forget the hook."""
    install(river.root)
    river.write({NAME: CALL})
    river.git("add", "-A")
    refused = commit(river)
    assert (1, "") == (refused.returncode, refused.stdout)
    assert "make setup" in refused.stderr
    assert "git commit --no-verify" in refused.stderr
    assert 0 == commit(river, None, "--no-verify").returncode


def test_the_command_is_silent_where_there_is_nothing_to_do(river, tmp_path):
    """`make setup` runs it each time, in a repository or not."""
    (tmp_path / "bare").mkdir()
    said = [
        subprocess.run(
            (sys.executable, "-m", "generator", "hook", "--root", str(root)),
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for root in (river.root, river.root, tmp_path / "bare")
    ]
    assert [True, False, False] == [bool(words) for words in said]


def test_the_hook_of_the_pre_commit_tool_runs_for_what_people_write():
    """Its pattern takes in records, minutes, pages and settings, and nothing else."""
    hook, push = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert ("calls-check", "calls check --staged", False) == (
        hook["id"],
        hook["entry"],
        hook["pass_filenames"],
    )
    assert ("calls-check-push", ["pre-push"], False) == (
        push["id"],
        push["stages"],
        push["pass_filenames"],
    )
    paths = [
        "calls/a.yaml",
        "minutes/a.md",
        "content/a.md",
        "mkdocs.yml",
        "docs/calls/a",
        "mkdocs_yml",
    ]
    assert [True] * 4 + [False] * 2 == [bool(re.search(hook["files"], path)) for path in paths]
