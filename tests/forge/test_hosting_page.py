"""Tests that the help page on hosting says what is so: its commands work, and its files and settings are there."""

import re

import pytest

from generator.fields import SETTINGS
from generator.site.preview import TYPES
from tests.forge.build_server import bash
from tests.forge.hostile_contribution import git, write
from tests.forge.workflow_files import ROOT, workflow
from tests.problems.river_archive import RIVER_ARCHIVE

PAGE = (ROOT / "content/help/hosting.md").read_text(encoding="utf-8")


def block(first: str) -> str:
    """Give the indented lines of the page that hold some words."""
    found = re.findall(r"(?:^ {4,7}\S.*\n)+", PAGE, re.MULTILINE)
    (lines,) = [lines for lines in found if first in lines]
    return "".join(line.strip() + "\n" for line in lines.splitlines())


def test_the_branch_of_pages_holds_one_site_and_no_history(tmp_path):
    """The commands for Codeberg publish the site, and a second time leave nothing of what was withdrawn."""
    root, forge = tmp_path / "archive", tmp_path / "forge.git"
    git(tmp_path, "init", "-q", "--bare", str(forge))
    write(root, {**RIVER_ARCHIVE, "content/help/old.md": "# Soon withdrawn\n"})
    build = "make install && .venv/bin/calls build"
    script = block("push --force").replace("ADDRESS", str(forge)).replace("make build", build)
    who = {f"GIT_{part}_{kind}": f"river{'@calls.example' * (kind == 'EMAIL')}"
           for part in ("AUTHOR", "COMMITTER") for kind in ("NAME", "EMAIL")}  # fmt: skip
    status, said = bash(script, root, tmp_path, who)
    assert status == 0, said
    assert "help/old.html" in git(forge, "ls-tree", "-r", "--name-only", "pages")
    (root / "content/help/old.md").unlink()
    status, said = bash(script, root, tmp_path, who)
    assert status == 0, said
    names = git(forge, "ls-tree", "-r", "--name-only", "pages").splitlines()
    assert "index.html" in names
    assert "help/old.html" not in names
    assert "1" == git(forge, "rev-list", "--count", "pages")


def test_the_switch_has_the_name_that_workflows_ask_for():
    """The variable of the page is the one that both forges' files wait for."""
    assert "`PUBLISH` with the value `yes`" in PAGE
    assert "vars.PUBLISH == 'yes'" in workflow("publish.yml")["jobs"]["build"]["if"]
    assert '$PUBLISH == "yes"' in (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")


def test_every_file_it_names_is_there():
    """A workflow that the page speaks of lies where it says, under the name that it has in the forge's list."""
    named = set(re.findall(r"`(\.git[\w/.-]+\.yml)`", PAGE))
    assert {
        ".gitlab-ci.yml",
        *(f".github/workflows/{n}.yml" for n in ("check-links", "publish", "pull-request")),
    } == named
    assert [] == [name for name in named if not (ROOT / name).is_file()]
    for file, title in (("publish.yml", "Publish"), ("pull-request.yml", "Pull request")):
        assert title == workflow(file)["name"]
        assert title in PAGE


@pytest.mark.parametrize("name", ["calendar_domain", "contact", "indexing", "history"])
def test_every_setting_it_names_is_one(name):
    """What the page tells to set in the settings can be set there."""
    assert f"`{name}" in PAGE
    assert name in {field.name for field in SETTINGS.fields}


def test_types_are_those_that_the_preview_sends():
    """Each kind of file has the type that the preview sends, alone or beside a closer one."""
    rows = re.findall(r"^\| `(?:feeds/\*)?(\.\w+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 6
    for ending, types in rows:
        assert TYPES[ending].split(";")[0] in types
