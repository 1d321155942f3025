"""Tests of what the workflows may do: rights, pins, secrets, and no words of strangers in a script."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.forge.workflow_files import FILES, FOLDER, ROOT, filled, holds, jobs, steps, workflow

NAMES = [path.name for path in FILES]
ZIZMOR = Path(sys.executable).with_name("zizmor")


def audit(folder: Path) -> tuple[list[dict[str, object]], str]:
    """Give what zizmor finds in a folder with its strictest persona, and what it says it looked at."""
    done = subprocess.run(
        (ZIZMOR, "--offline", "--no-config", "--no-ignores", "--persona", "auditor",
         "--strict-collection", "--format", "json", folder),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return json.loads(done.stdout), done.stderr


def test_an_auditor_finds_nothing():
    """Zizmor looks at each workflow and at the settings of Dependabot, and has nothing to say even as an auditor."""
    findings, said = audit(ROOT / ".github")
    assert [] == findings
    for name in (*NAMES, "dependabot.yml"):
        assert f"{name}" in said


def test_an_auditor_would_find_words_in_a_script(tmp_path):
    """A branch's name put straight into a script, as many do, is found."""
    folder = tmp_path / ".github" / "workflows"
    shutil.copytree(FOLDER, folder)
    file = folder / "pull-request.yml"
    text = file.read_text(encoding="utf-8")
    spoilt = text.replace("make -C base install", "make -C ${{ github.head_ref }} install")
    assert text != spoilt
    file.write_text(spoilt, encoding="utf-8")
    findings, _ = audit(tmp_path / ".github")
    assert ["template-injection"] == sorted({str(found["ident"]) for found in findings})


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_hash(name):
    """What a workflow uses is named by a whole commit, with its version beside it."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    used = re.findall(r"uses: *(.*)", text)
    assert used
    pinned = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [] == [words for words in used if not pinned.fullmatch(words)]


def test_an_action_has_one_version():
    """The same action is the same commit wherever it is used."""
    text = "".join(path.read_text(encoding="utf-8") for path in FILES)
    pins = set(re.findall(r"uses: *(actions/[\w-]+)\S*@(\S+ # \S+)", text))
    assert len({action for action, _ in pins}) == len(pins)


@pytest.mark.parametrize("name", NAMES)
def test_no_script_holds_an_expression(name):
    """A value reaches a script through its environment only, where it is never read as a command."""
    scripts = [step["run"] for step in steps(workflow(name)) if "run" in step]
    assert scripts
    assert [] == [script for script in scripts if "${{" in script]


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_has_a_secret_or_leaves_a_key(name):
    """No secret is named but the key to kept-out names where it is published, and no checkout leaves its key."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    handed = ["CALLS_KEPT_OUT_KEY"] if name == "publish.yml" else []
    assert handed == re.findall(r"secrets[.\[]\s*'?(\w+)", text)
    assert "pull_request_target" not in text
    fetched = [step for step in steps(workflow(name)) if "checkout@" in step.get("uses", "")]
    assert [] == [step for step in fetched if step["with"].get("persist-credentials") is not False]


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_ends_and_does_not_meet_itself(name):
    """Each job has a limit in minutes, and a second run waits for the first or replaces it."""
    read = workflow(name)
    assert read["concurrency"]["group"]
    assert all(0 < job["timeout-minutes"] <= 60 for job in jobs(read))


def test_pull_requests_may_read_and_nothing_else():
    """The workflow for contributions starts for them alone, and has one right: to read."""
    read = workflow("pull-request.yml")
    assert {"pull_request": None} == read["on"]
    assert {"contents": "read"} == read["permissions"]
    assert [] == [job for job in jobs(read) if "permissions" in job]


def test_the_tests_may_read_and_nothing_else():
    """The workflow that runs contributed code has no other right either."""
    read = workflow("test.yml")
    assert {"push", "pull_request"} == set(read["on"])
    assert {"contents": "read"} == read["permissions"]
    assert [] == [job for job in jobs(read) if "permissions" in job]


def test_publishing_is_off_until_the_owner_says_yes():
    """Without the variable, or on another branch, nothing is built and so nothing is deployed."""
    read = workflow("publish.yml")
    assert {"push", "schedule", "workflow_dispatch"} == set(read["on"])
    assert ["main"] == read["on"]["push"]["branches"]
    condition = read["jobs"]["build"]["if"]
    for said, branch, goes in (
        ("yes", "refs/heads/main", True),
        ("", "refs/heads/main", False),
        ("no", "refs/heads/main", False),
        ("yes", "refs/heads/other", False),
    ):
        known = {"vars": {"PUBLISH": said}, "github": {"ref": branch}}
        assert goes == holds(condition, known, True)
    assert "build" == read["jobs"]["deploy"]["needs"]
    assert "if" not in read["jobs"]["deploy"]


def test_asking_about_links_is_off_until_the_owner_says_yes():
    """Without its variable, or on another branch, nobody is asked; and it may read and nothing else."""
    read = workflow("check-links.yml")
    assert {"schedule", "workflow_dispatch"} == set(read["on"])
    assert {"contents": "read"} == read["permissions"]
    assert [] == [job for job in jobs(read) if "permissions" in job]
    condition = read["jobs"]["ask"]["if"]
    for said, branch, goes in (
        ("yes", "refs/heads/main", True),
        ("", "refs/heads/main", False),
        ("no", "refs/heads/main", False),
        ("yes", "refs/heads/other", False),
    ):
        known = {"vars": {"CHECK_LINKS": said}, "github": {"ref": branch}}
        assert goes == holds(condition, known, True)


def test_gitlab_asks_about_links_in_a_schedule_of_its_own_only():
    """The job waits for the variable, the default branch and a schedule."""
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (rule,) = read["check-links"]["rules"]
    for part in ('"schedule"', "$CI_DEFAULT_BRANCH", '$CHECK_LINKS == "yes"'):
        assert part in rule["if"]


def test_only_the_deploying_job_may_write():
    """The job that reads the records cannot change anything; the one that deploys reads no record."""
    read = workflow("publish.yml")
    assert {"contents": "read"} == read["permissions"]
    assert "permissions" not in read["jobs"]["build"]
    deploy = read["jobs"]["deploy"]
    assert {"pages": "write", "id-token": "write"} == deploy["permissions"]
    assert [] == [step for step in deploy["steps"] if "run" in step]
    assert 1 == len(deploy["steps"])


def test_what_is_remembered_is_written_where_it_is_published():
    """Only the workflow that runs on main alone keeps a cache, under the commit it was made from."""
    users = {
        name for name in NAMES for step in steps(workflow(name)) if "/cache" in step.get("uses", "")
    }
    assert {"publish.yml"} == users
    saved = [
        step for step in steps(workflow("publish.yml")) if "cache/save@" in step.get("uses", "")
    ]
    assert ["memo-abc"] == [
        filled(step["with"]["key"], {"github": {"sha": "abc"}}) for step in saved
    ]


def test_a_shallow_clone_is_not_published(tmp_path):
    """Where only a part of the history was fetched, publishing stops before anything is built."""
    (refusing,) = [
        s for s in steps(workflow("publish.yml")) if s["name"] == "Refuse half a history"
    ]
    origin, whole, shallow = (tmp_path / name for name in ("origin", "whole", "shallow"))
    git("init", "-q", str(origin))
    for words in ("one", "two"):
        git("-C", str(origin), "commit", "-q", "--allow-empty", "-m", words)
    git("clone", "-q", str(origin), str(whole))
    git("clone", "-q", "--depth", "1", origin.as_uri(), str(shallow))
    said = {
        folder.name: subprocess.run(
            ("bash", "-eo", "pipefail", "-c", refusing["run"]),
            cwd=folder,
            capture_output=True,
            check=False,
        )
        for folder in (whole, shallow)
    }
    assert (0, b"") == (said["whole"].returncode, said["whole"].stdout)
    assert 1 == said["shallow"].returncode
    assert said["shallow"].stdout.startswith(b"::error title=No history::")


def test_gitlab_publishes_from_the_default_branch_and_when_told_only():
    """The job of GitLab Pages has one rule, which asks for the variable and the branch."""
    read = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    rule = '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $PUBLISH == "yes"'
    assert [{"if": rule}] == read["pages"]["rules"]
    assert "0" == read["variables"]["GIT_DEPTH"]
    assert "cache" not in read["preview"]


def git(*words: str) -> None:
    who = ("-c", "user.name=River", "-c", "user.email=river@calls.example")
    subprocess.run(("git", *who, *words), check=True)
