"""Tests that a contribution is data: the steps of its workflow are run on one that tries to be more.

The scripts are those of the workflow, word for word.
What only a network could do is done here: fetching, and installing, for which this very environment stands in.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.forge.build_server import bash
from tests.forge.hostile_contribution import (
    BRANCH,
    CHECK,
    CONTRIBUTIONS,
    MARK,
    MEANWHILE,
    NEW_CALL,
    Forge,
    clone,
    event,
    git,
    offered,
)
from tests.forge.workflow_files import ROOT, commands, filled, holds, workflow

PLACE = r"file=(calls|minutes|content|build|\.venv|mkdocs\.yml)[^,]*,line=\d+,col=\d+,.*title=[A-Z]\d{3} "
OURS = re.compile(rf"(error|warning) {PLACE}")
"""What may be told to the build server: a problem at a file of the repository."""


@dataclass(slots=True)
class Run:
    """What a run of a workflow did: output and outcome of each step, the summary, and the folder of the work."""

    work: Path
    summary: Path
    said: dict[str, str] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)

    @property
    def output(self) -> str:
        return "".join(self.said.values())

    @property
    def succeeded(self) -> bool:
        return "failure" not in self.outcomes.values()


@pytest.fixture(scope="module", params=sorted(CONTRIBUTIONS))
def attempt(request, tmp_path_factory):
    """Run the workflow of pull requests on a contribution."""
    folder = tmp_path_factory.mktemp("forge")
    forge = offered(CONTRIBUTIONS[request.param], folder)
    return request.param, pull_request(forge, folder), folder


def pull_request(forge: Forge, folder: Path, merged: bool = True) -> Run:
    """Run every step of the workflow of pull requests, as the build server does."""
    work = folder / "work"
    work.mkdir()
    clone(forge, forge.merge if merged else forge.head, work / "head")
    clone(forge, forge.base, work / "base")
    read = workflow("pull-request.yml")
    run = Run(work, folder / "summary.md")
    steps: dict[str, Any] = {}
    known = {"github": {"event": event(forge)}, "steps": steps}
    for step in read["jobs"]["preview"]["steps"]:
        goes = holds(step.get("if", ""), known, run.succeeded)
        outcome, outputs = one_step(step, known, run, folder) if goes else ("skipped", {})
        run.outcomes[step["name"]] = outcome
        steps[step.get("id", step["name"])] = {"outcome": outcome, "outputs": outputs}
    return run


def one_step(
    step: Mapping[str, Any], known: Mapping[str, Any], run: Run, folder: Path
) -> tuple[str, dict[str, str]]:
    """Run one step; actions of the forge are taken to succeed."""
    if "uses" in step:
        return "success", {"artifact-url": "https://forge.example/artifact/1"}
    outputs = folder / "outputs"
    outputs.write_text("")
    values = {name: filled(value, known) for name, value in step.get("env", {}).items()}
    said = folder / "event.json"
    said.write_text(json.dumps(known["github"]["event"]), encoding="utf-8")
    forge = {
        "GITHUB_EVENT_PATH": str(said),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(run.summary),
        "GITHUB_HEAD_REF": BRANCH,
        "GITHUB_ACTIONS": "true",
    }
    status, printed = bash(step["run"], run.work, folder, {**forge, **values})
    run.said[step["name"]] = printed
    kept = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
    return ("failure" if status else "success"), kept


def traces(folder: Path) -> list[str]:
    """Give every file that a hostile contribution left behind, beside what it brought itself."""
    return [str(path) for path in folder.rglob("pwned*") if path.name == "pwned"]


def test_nothing_that_was_contributed_runs(attempt):
    """No program of the contribution, nor words of it in a shell, has left its mark anywhere."""
    _, _, folder = attempt
    assert [] == traces(folder)
    assert not (ROOT / "pwned").exists()


def test_the_job_ends_as_it_should(attempt):
    """A contribution without a mistake passes, and one with a mistake fails at the end of the job."""
    name, run, _ = attempt
    refused = CONTRIBUTIONS[name].refused_by
    assert bool(refused) != run.succeeded, run.output
    assert ("failure" if refused else "success") == run.outcomes[CHECK], run.output


def test_only_our_own_annotations_are_printed(attempt):
    """The build server is told of problems of ours, at files as the repository names them, and of nothing else."""
    name, run, _ = attempt
    taken = commands(run.output)
    strange = [each for each in taken if not OURS.match(" ".join(each))]
    assert [] == strange
    if CONTRIBUTIONS[name].refused_by:
        assert any(kind == "error" for kind, _, _ in taken)


def test_the_summary_is_there_whatever_happens(attempt):
    """What would change is said in words also where the check fails, and no words of it are live."""
    _, run, _ = attempt
    text = run.summary.read_text(encoding="utf-8")
    assert text.strip()
    assert "success" == run.outcomes["Say in words what readers would see change"]
    for live in ("<script", "![", "https://pwned.example"):
        assert live not in text


def test_a_preview_is_made_by_the_generator_of_the_other_branch(attempt):
    """The built site holds nothing of the contribution's theme or cache, and is there wherever the check passes."""
    name, run, _ = attempt
    site = run.work / "site"
    assert CONTRIBUTIONS[name].builds == site.is_dir()
    pages = list(site.rglob("*.html"))
    assert [] == [page for page in pages if MARK in page.read_text(encoding="utf-8")]
    made = "Keep the built site for a few days"
    assert ("success" if pages else "skipped") == run.outcomes[made]


def test_the_generator_of_the_other_branch_is_untouched(attempt):
    """After all steps the folder of the branch is as it was fetched, but for the environment that was installed."""
    _, run, _ = attempt
    left = git(run.work / "base", "status", "--porcelain", "--ignored")
    assert ["?? .venv"] == left.splitlines()


@pytest.mark.parametrize("merged", [True, False], ids=["merge", "contribution"])
def test_only_the_contribution_is_spoken_of(tmp_path, merged):
    """What the branch itself has got meanwhile is in no summary, with a prepared merge and without one."""
    forge = offered(CONTRIBUTIONS["an honest call"], tmp_path)
    run = pull_request(forge, tmp_path, merged)
    text = run.summary.read_text(encoding="utf-8")
    assert Path(NEW_CALL).stem in text
    assert Path(MEANWHILE).stem not in text.lower()


def test_the_shell_is_not_asleep(tmp_path):
    """A script that does hold a branch's name leaves a mark, so the tests above can fail."""
    bash(f'echo "{BRANCH}"', tmp_path, tmp_path, {})
    assert [str(tmp_path / "pwned")] == traces(tmp_path)


def test_the_reading_of_output_is_not_asleep():
    """Commands are seen in both forms, and not while they are stopped."""
    text = "::error file=a::x\n text ##[warning]y\n::stop-commands::t\n::error::z\n::t::\n  ::notice::n\n"
    expected = [("error", "file=a", "x"), ("warning", "", "y"), ("notice", "", "n")]
    assert expected == commands(text)


GITLAB = ("programs everywhere", "names that look like commands", "folders that are made")
"""One that passes, and two that the check refuses."""


@pytest.mark.parametrize("name", GITLAB)
def test_gitlab_does_the_same(tmp_path, name):
    """The job of GitLab runs nothing either, ends as it should, and leaves report, summary and site."""
    forge = offered(CONTRIBUTIONS[name], tmp_path)
    work = tmp_path / "work"
    clone(forge, forge.head, work)
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))["preview"]
    (script,) = job["script"]
    values = {
        "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_PROJECT_URL": "https://forge.example/$(touch pwned)",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": BRANCH,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(forge.origin, "merge-base", forge.base, forge.head),
    }
    status, said = bash(script, work, tmp_path, values)
    attempted = CONTRIBUTIONS[name]
    assert bool(attempted.refused_by) == bool(status), said
    assert [] == traces(tmp_path)
    report = json.loads((work / "code-quality.json").read_text(encoding="utf-8"))
    assert attempted.builds == (not [each for each in report if each["severity"] != "minor"])
    assert (work / "preview.md").read_text(encoding="utf-8").strip()
    assert attempted.builds == (work / "preview" / "index.html").is_file()
