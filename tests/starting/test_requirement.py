"""Tests of the line by which a new archive installs the generator."""

import json
import subprocess
import sys

import pytest

from generator.starting.requirement import Requirement, named_requirement, requirement_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}
NAME = "calls-archive-generator"
PROJECT = f"""
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{NAME}"
version = "1"

[tool.hatch.build.targets.wheel]
only-include = ["generator.py"]
"""


@pytest.mark.parametrize(
    ("written", "line", "is_local"),
    [
        (
            {"url": "https://forge.example/river/generator.git", "vcs_info": GIT},
            f"{NAME} @ git+https://forge.example/river/generator.git@{COMMIT}",
            False,
        ),
        (
            {"url": "https://forge.example/all.git", "vcs_info": GIT, "subdirectory": "tools"},
            f"{NAME} @ git+https://forge.example/all.git@{COMMIT}#subdirectory=tools",
            False,
        ),
        (
            {"url": "file:///srv/river/generator", "dir_info": {"editable": True}},
            f"{NAME} @ file:///srv/river/generator",
            True,
        ),
        (
            {"url": "file:///srv/river/generator", "vcs_info": GIT},
            f"git+file:///srv/river/generator@{COMMIT}#egg={NAME}",
            True,
        ),
        (
            {"url": "https://forge.example/g.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            f"{NAME} @ https://forge.example/g.whl#sha256=ab12",
            False,
        ),
        (
            {"url": "https://forge.example/g.tar.gz", "archive_info": {}},
            f"{NAME} @ https://forge.example/g.tar.gz",
            False,
        ),
    ],
)
def test_the_line_names_where_this_copy_came_from(written, line, is_local):
    """A git address keeps its commit, a file its checksum, and a folder is known to be out of a forge's reach."""
    assert Requirement(line, is_local) == requirement_of(json.dumps(written), "", "1.2")


def test_pip_takes_a_folder_in_git(tmp_path):
    """The line for a commit of a repository on this computer is one that pip installs from."""
    commands = (
        "init --quiet",
        "add generator.py pyproject.toml",
        "-c user.name=keeper -c user.email=keeper@river.example commit --quiet --message begin",
    )
    (tmp_path / "generator.py").write_text("", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    for command in commands:
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    said = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    written = {"url": tmp_path.as_uri(), "vcs_info": GIT | {"commit_id": said.stdout.strip()}}
    line = requirement_of(json.dumps(written), "", "1").line
    (tmp_path / "generator.txt").write_text(f"{line}\n", encoding="utf-8")
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    subprocess.run([*pip, *options, "-r", "generator.txt"], cwd=tmp_path, check=True)
    assert (target / "generator.py").is_file()


@pytest.mark.parametrize("secret", ["token", "keeper:token", "x-access-token:abc"])
def test_a_password_in_an_address_is_left_out(secret):
    """The line is published with the archive, so it never holds what opens a private repository."""
    written = {"url": f"https://{secret}@forge.example/g.git", "vcs_info": GIT}
    found = requirement_of(json.dumps(written), "", "1.2")
    assert f"{NAME} @ git+https://forge.example/g.git@{COMMIT}" == found.line


def test_the_user_of_an_ssh_address_stays():
    """Without `git@` the address would not work, and it says nothing about anybody."""
    written = {"url": "ssh://git@forge.example/g.git", "vcs_info": GIT}
    assert "git+ssh://git@forge.example/g.git" in requirement_of(json.dumps(written), "", "1").line


def test_a_copy_from_a_registry_is_named_by_its_version():
    """Where nothing is written down the package came from a registry."""
    assert Requirement(f"{NAME}==1.2", is_local=False) == requirement_of("", "", "1.2")


def test_a_checkout_that_is_not_installed_is_named_by_its_folder():
    """`python -m generator` in a checkout knows at least where it is."""
    found = requirement_of("", "file:///srv/river/generator", "1.2")
    assert Requirement(f"{NAME} @ file:///srv/river/generator", is_local=True) == found


@pytest.mark.parametrize(
    ("words", "is_local"),
    [
        (f"{NAME}==2.0", False),
        (f"{NAME} @ git+https://forge.example/g.git@v2", False),
        (f"{NAME} @ file:///srv/river/g", True),
        ("../generator", True),
        ("/srv/river/g.whl", True),
    ],
)
def test_a_requirement_that_somebody_names_is_taken_as_it_is(words, is_local):
    """Only whether a forge could reach it is asked."""
    assert Requirement(words, is_local) == named_requirement(words)
