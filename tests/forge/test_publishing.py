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
    """Give a repository with an archive, ready for the job."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    write(root, RIVER_ARCHIVE)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "All calls")
    return Path(root)


@pytest.fixture
def planted(repository, tmp_path) -> Path:
    """Give it after somebody slipped a prepared `build/` into its history."""
    plant(repository, tmp_path)
    git(repository, "add", "-A", "-f")
    git(repository, "commit", "-q", "-m", "Something small")
    return Path(repository)


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


def run(root: Path, folder: Path) -> tuple[int, str]:
    """Run the scripts of the building job one after the other."""
    output = ""
    for step in workflow("publish.yml")["jobs"]["build"]["steps"]:
        if "run" in step:
            status, said = bash(step["run"], root, folder, {})
            output += said
            if status:
                return status, output
    return 0, output


def pages(root: Path) -> list[str]:
    return [page.read_text(encoding="utf-8") for page in (root / "build" / "site").rglob("*.html")]


def test_a_site_is_made_of_the_records(repository, tmp_path):
    """An honest repository gives a whole site, whose files are what their list says."""
    status, said = run(repository, tmp_path)
    assert status == 0, said
    assert len(pages(repository)) > 15
    assert [] == damaged_files(repository / "build" / "site")
    assert [] == commands(said)


def test_what_lies_in_a_commit_as_built_is_not_believed(planted, tmp_path):
    """The job stops before it hands anything over, and says which folder to take out."""
    status, said = run(planted, tmp_path)
    assert (1, True) == (status, "error S713" in said)
    assert [] == pages(planted)


def test_it_would_be_believed_otherwise(planted, tmp_path):
    """Where git cannot tell who made the folder the word is on the pages, so the test above can fail."""
    (planted / ".git").rename(tmp_path / "elsewhere")
    status, said = bash("make install && .venv/bin/calls build", planted, tmp_path, {})
    assert status == 0, said
    assert any(PLANTED in page for page in pages(planted))


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


def test_gitlab_refuses_what_was_committed_as_built(planted, tmp_path):
    """The job there stops for the same reason, and goes on once the folder is out."""
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = read["pages"]["script"]
    status, said = bash(script, planted, tmp_path, {})
    assert (1, True) == (status, "error S713" in said)
    git(planted, "rm", "-r", "-q", "build")
    status, said = bash(script, planted, tmp_path, {})
    assert status == 0, said
    assert (planted / "public" / "index.html").is_file()


def test_gitlab_refuses_a_committed_site(repository, tmp_path):
    """The folder that GitLab publishes from cannot come with a commit either."""
    write(repository, {"public/index.html": PLANTED})
    git(repository, "add", "-A", "-f")
    git(repository, "commit", "-q", "-m", "Something small")
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = read["pages"]["script"]
    status, said = bash(script, repository, tmp_path, {})
    assert (1, True) == (status, "files of `public` lie in git" in said)
