"""Tests that publishing builds from the records alone: the scripts of its workflow are run on a repository."""

import hashlib
from pathlib import Path

import pytest
import yaml

from generator.site.manifest import damaged_files
from tests.forge.build_server import bash
from tests.forge.hostile_contribution import git, write
from tests.forge.workflow_files import ROOT, commands, workflow
from tests.problems.river_archive import RIVER_ARCHIVE

PLANTED = "PLANTED-BY-A-COMMIT"


@pytest.fixture
def repository(tmp_path) -> Path:
    """Give a repository with an archive, in whose history a prepared `build/` was slipped in."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, RIVER_ARCHIVE)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "All calls")
    plant(root, tmp_path)
    git(root, "add", "-A", "-f")
    git(root, "commit", "-q", "-m", "Something small")
    return Path(root)


def plant(root: Path, folder: Path) -> None:
    """Build the site, and put a word into every remembered frame, with the checksum that belongs to it."""
    status, said = bash("make install && .venv/bin/calls build", root, folder, {})
    assert status == 0, said
    (root / ".venv").unlink()
    frames = list((root / "build" / "cache" / "frames").glob("*.json"))
    assert frames
    for file in frames:
        _, _, payload = file.read_bytes().partition(b"\n")
        payload = payload.replace(b"</body>", f"<p>{PLANTED}</p></body>".encode())
        file.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
    for built in (root / "build" / "site").rglob("*.html"):
        built.unlink()


def run(root: Path, folder: Path, leave_out: str = "") -> tuple[int, str]:
    """Run the scripts of the building job one after the other, but for one that is named."""
    output = ""
    for step in workflow("publish.yml")["jobs"]["build"]["steps"]:
        if "run" in step and step["name"] != leave_out:
            status, said = bash(step["run"], root, folder, {})
            output += said
            if status:
                return status, output
    return 0, output


def pages(root: Path) -> list[str]:
    return [page.read_text(encoding="utf-8") for page in (root / "build" / "site").rglob("*.html")]


def test_what_lies_in_a_commit_as_built_is_not_believed(repository, tmp_path):
    """Frames that somebody committed are thrown away, and every page is made from the records."""
    status, said = run(repository, tmp_path)
    assert status == 0, said
    built = pages(repository)
    assert len(built) > 15
    assert [] == [page for page in built if PLANTED in page]
    assert [] == damaged_files(repository / "build" / "site")
    assert [] == commands(said)


def test_it_would_be_believed_otherwise(repository, tmp_path):
    """Without the step that throws it away the word is on the pages, so the test above can fail."""
    status, said = run(repository, tmp_path, leave_out="Refuse half a history")
    assert status == 0, said
    assert any(PLANTED in page for page in pages(repository))


def test_a_mistake_publishes_nothing(repository, tmp_path):
    """With an error in a record the job fails before anything is handed over."""
    write(repository, {"calls/2031/2031-03-26-river-open-call.yaml": "title: no sharing is said\n"})
    status, said = run(repository, tmp_path)
    assert status == 1
    assert "Nothing was published" in said
    assert [] == pages(repository)


def test_the_review_list_is_printed(repository, tmp_path):
    """Whoever runs the job reads what is still to be looked at before search engines may come."""
    _, said = run(repository, tmp_path)
    assert "For the owner to look at" in said


def test_gitlab_refuses_what_was_committed_as_built(repository, tmp_path):
    """There what is remembered is fetched before the script starts, so a committed folder stops it."""
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = read["pages"]["script"]
    status, said = bash(script, repository, tmp_path, {})
    assert (1, True) == (status, "nothing is published" in said)
    git(repository, "rm", "-r", "-q", "build")
    status, said = bash(script, repository, tmp_path, {})
    assert status == 0, said
    assert (repository / "public" / "index.html").is_file()
