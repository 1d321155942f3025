"""Tests that the workflow which asks about links offers a patch of the answers: its scripts are run on a repository."""

from pathlib import Path

import pytest
import yaml

from tests.forge.build_server import bash
from tests.forge.hostile_contribution import git, write
from tests.forge.workflow_files import ROOT, commands, steps, workflow
from tests.problems.river_archive import RIVER_ARCHIVE

KEPT = "calls/links/2030.jsonl"
ANSWER = '{"url": "https://sound.example/a.mp3", "asked_on": "2031-03-01", "found": "there"}\n'


@pytest.fixture
def repository(tmp_path) -> Path:
    """Give a repository with an archive that names no address."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, {**RIVER_ARCHIVE, ".gitignore": "/build/\n/.venv\n"})
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "All calls")
    return Path(root)


def scripts() -> dict[str, str]:
    read = workflow("check-links.yml")
    return {step["name"]: step["run"] for step in steps(read) if "run" in step}


def test_nothing_to_ask_gives_no_patch(repository, tmp_path):
    """The whole job goes through where no address is named, and offers nothing."""
    for script in scripts().values():
        status, said = bash(script, repository, tmp_path, {})
        assert status == 0, said
        assert [] == commands(said)
    assert not (repository / "build/links.patch").exists()


def test_the_patch_holds_the_answers_and_nothing_else(repository, tmp_path):
    """It makes new files, takes away old ones, and is put in by one command."""
    write(repository, {KEPT: ANSWER})
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Answers of last year")
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(repository), str(other))
    (repository / KEPT).unlink()
    write(repository, {"calls/links/2031.jsonl": ANSWER, "content/index.md": "# Other words\n"})
    status, said = bash(scripts()["Make a patch of the answers"], repository, tmp_path, {})
    assert status == 0, said
    git(other, "apply", str(repository / "build/links.patch"))
    assert ANSWER == (other / "calls/links/2031.jsonl").read_text()
    assert not (other / KEPT).exists()
    assert RIVER_ARCHIVE["content/index.md"] == (other / "content/index.md").read_text()


def test_gitlab_does_the_same(repository, tmp_path):
    """Its script installs, asks, and leaves no patch where there is nothing to ask."""
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = read["check-links"]["script"]
    status, said = bash(script, repository, tmp_path, {})
    assert status == 0, said
    assert "Asked about 0 addresses" in said
    assert not (repository / "links.patch").exists()
    write(repository, {"calls/links/2031.jsonl": ANSWER})
    status, said = bash(script.replace(".venv/bin/calls", "true"), repository, tmp_path, {})
    assert status == 0, said
    assert "2031.jsonl" in (repository / "links.patch").read_text()
