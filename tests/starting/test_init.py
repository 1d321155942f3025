"""Tests of `init`: what it writes is an archive that checks and builds, and nothing of anybody is overwritten."""

import datetime
import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.init import command
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.pipeline import build, examine
from generator.settings import Settings

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2031, 3, 12)
EXAMPLE = "2031-03-05-river-open-call"
HERE = "$(PY) -m generator"
UNKNOWN_HISTORY = "S706"
"""Said of every folder that is not yet in git."""


def begin(folder: Path, *options: str) -> Result:
    """Run `init` for a folder on a fixed day."""
    return CliRunner().invoke(command, [str(folder), "--today", DAY.isoformat(), *options])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a new archive in which every choice is the usual one."""
    folder = tmp_path / "own"
    done = begin(folder)
    assert 0 == done.exit_code, done.output
    return folder


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def settings_of(folder: Path) -> Settings:
    settings, problems, _ = read_settings(
        Source("mkdocs.yml", (folder / "mkdocs.yml").read_bytes()), DAY
    )
    assert () == problems
    assert settings is not None
    return settings


def targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))


def recipes(makefile: str) -> dict[str, str]:
    """Give the lines behind each target that has some."""
    return dict(re.findall(r"^([a-z-]+):(?!=).*\n((?:\t.*\n)+)", makefile, re.MULTILINE))


def test_a_new_archive_has_no_problem(own):
    """Everything that `init` writes passes the check, but that there is no history yet."""
    examined = examine(own, DAY, None, None)
    assert {UNKNOWN_HISTORY} == {fault.code for fault in examined.problems}
    assert examined.is_good


def test_a_new_archive_is_built(own):
    """The site is published, for which every link must lead somewhere, and it has the example with its notes."""
    built = build(own, own / "site", own / "build", DAY, None)
    assert built.published is not None
    page = (own / "site" / "calls" / f"{EXAMPLE}.html").read_text(encoding="utf-8")
    assert "Example: River Assembly open call" in page
    assert "hold the spring gathering" in page
    assert "noindex" in page


def test_nothing_of_another_archive_is_in_it(own):
    """Neither the files nor the site of a new archive say anything of the archive that the generator came with."""
    build(own, own / "site", own / "build", DAY, None)
    told = re.compile(rb"occupy|interocc|nycga", re.IGNORECASE)
    everything = [path for path in sorted(own.rglob("*")) if path.is_file()]
    assert len(everything) > 50
    assert [] == [path for path in everything if told.search(bytes(path) + path.read_bytes())]


def test_the_example_is_nobody_s_call(own):
    """It is called an example on its page and in its file, and its id is no other call's."""
    (path,) = (own / "calls").glob("2*/*.yaml")
    assert EXAMPLE == path.stem
    assert "An invented example" in path.read_text(encoding="utf-8")
    assert [] == [real for real in (ROOT / "calls").rglob("*.yaml") if real.stem == path.stem]


def test_the_example_is_deleted_with_the_command_that_the_readme_says(own):
    """One line takes it away, and what is left has no problem either."""
    (line,) = re.findall(r"`(rm [^`]+)`", (own / "README.md").read_text(encoding="utf-8"))
    subprocess.run(shlex.split(line), cwd=own, check=True)
    assert [] == [path for path in files(own) if "river" in path]
    built = build(own, own / "site", own / "build", DAY, None)
    assert {UNKNOWN_HISTORY} == {fault.code for fault in built.problems}
    assert built.published is not None


def test_choices_stand_in_the_settings(tmp_path):
    """Each option is read back from the settings as it was given, whatever signs are in it."""
    name = 'Mill Town: "calls" #1, {{ url }} & <b>l\'eau</b>'
    given = {
        "--name": name,
        "--url": "https://calls.example/mill",
        "--zone": "Europe/Paris",
        "--domain": "mill.example",
        "--repo-url": "https://github.com/mill-town/calls",
        "--contact": "yes: the table at the mill",
    }
    done = begin(tmp_path / "own", *(part for pair in given.items() for part in pair))
    assert 0 == done.exit_code, done.output
    settings = settings_of(tmp_path / "own")
    assert tuple(given.values()) == (
        settings.site_name,
        settings.site_url.rstrip("/"),
        settings.zone,
        settings.calendar_domain,
        settings.repo_url,
        settings.contact,
    )
    assert "Still to be set" not in done.output


def test_signs_of_markdown_in_a_name_stay_signs(tmp_path):
    """The name is in the bar of every page and heads the README word for word, and makes no link and no tag."""
    own = tmp_path / "own"
    begin(own, "--name", "Our *calls* [here](nowhere.md) <b> & `there` #1")
    built = build(own, own / "site", own / "build", DAY, None)
    assert built.published is not None
    page = (own / "site" / "index.html").read_text(encoding="utf-8")
    assert "Our *calls* [here](nowhere.md) &lt;b&gt; &amp; `there` #1" in page
    heading = (own / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert r"# Our \*calls\* \[here\](nowhere.md) \<b\> \& \`there\` \#1" == heading


def test_a_name_that_is_changed_later_is_changed_on_every_page(own):
    """The name that `make init` was given stands on no page, only in the settings."""
    named = [
        path
        for path in (own / "content").rglob("*.md")
        if settings_of(own).site_name in path.read_text("utf-8")
    ]
    assert [] == named


def test_a_new_archive_is_closed_until_its_keepers_open_it(own):
    """Search engines are asked to stay away, withheld text in the repository is refused, and no licence is given."""
    settings = settings_of(own)
    assert (False, True, "living", "") == (
        settings.indexing,
        settings.repository_is_public,
        settings.state,
        settings.records_licence,
    )


def test_placeholders_are_named(tmp_path):
    """What nobody chose is said at the end, and stands in the list of the README."""
    done = begin(tmp_path / "own", "--name", "Mill calls", "--url", "https://mill.example/")
    (line,) = [line for line in done.output.splitlines() if line.startswith("Still to be set")]
    said = re.search(r": ([a-z_, ]+)\.", line)
    assert said is not None
    assert "repo_url, zone, contact" == said[1]
    readme = (tmp_path / "own" / "README.md").read_text(encoding="utf-8")
    assert [] == [name for name in said[1].split(", ") if f"- [ ] `{name}`" not in readme]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--zone", "EST"), "America/New_York"),
        (("--url", "mill"), "https://"),
        (("--name", "two\nlines"), "`--name` takes one line"),
        (("--contact", "w" * 91), "`--contact` takes one line"),
        (("--generator", "--index-url=https://evil.example"), "`--generator` takes one"),
        (("--generator", "a\nb"), "`--generator` takes one"),
    ],
)
def test_a_wrong_choice_is_wrong_use(tmp_path, options, said):
    """The option or the remedy is named, the exit status is 2, and no file is written."""
    done = begin(tmp_path / "own", *options)
    assert 2 == done.exit_code
    assert said in done.output
    assert not (tmp_path / "own").exists()


def test_nothing_is_overwritten(tmp_path):
    """A folder with anything in it is refused, what is in the way is named, and the folder stays as it was."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    done = begin(tmp_path)
    assert 2 == done.exit_code
    assert "`README.md`, `notes`" in done.output
    assert {"README.md": "mine"} == files(tmp_path)


def test_a_file_is_no_folder(tmp_path):
    """A name that belongs to a file is wrong use."""
    (tmp_path / "own").write_text("mine", encoding="utf-8")
    assert 2 == begin(tmp_path / "own").exit_code


def test_an_empty_repository_is_nothing_in_the_way(tmp_path):
    """Whoever has cloned a new, empty repository begins in it, and is not told to make one."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    done = begin(tmp_path)
    assert 0 == done.exit_code, done.output
    assert "git init" not in done.output
    assert "git add ." in done.output


def test_git_is_left_to_the_keepers(own):
    """The commands are said, and none was run."""
    assert not (own / ".git").exists()
    said = begin(own.parent / "other").output
    assert ["git init", "git add .", 'git commit -m "Begin the archive"'] == [
        line.strip() for line in said.splitlines() if line.startswith("    git ")
    ]


def test_a_folder_inside_of_another_repository_is_said(tmp_path):
    """Git would add the archive to the repository around it, so that is said, and one of its own is offered."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    said = begin(tmp_path / "own").output
    assert f"It lies inside another repository, {tmp_path}" in said
    assert "git init" in said


def test_a_folder_with_a_space_is_quoted(tmp_path):
    """The commands can be copied as they stand."""
    assert f"    cd '{tmp_path}/our calls'\n" in begin(tmp_path / "our calls").output


def test_no_word_is_left_to_be_filled_in(own):
    """Double braces remain only where a workflow needs them."""
    left = [path for path, text in files(own).items() if re.search(r"(?<!\$)\{\{", text)]
    assert [] == [path for path in left if not path.startswith(".github/")]


def test_the_same_day_gives_the_same_files(own, tmp_path):
    """Nothing in a new archive depends on the clock or on chance."""
    begin(tmp_path / "again")
    assert files(own) == files(tmp_path / "again")


def test_workflows_find_the_targets_they_use(own):
    """The workflows are the same files in both repositories, so what they ask of make is there in both."""
    used = {
        target
        for path, text in files(own).items()
        if path.startswith(".github/workflows/") or path == ".gitlab-ci.yml"
        for target in re.findall(r"\bmake (?:-C \S+ )?([a-z-]+)", text)
    }
    assert "install" in used
    assert set() == used - targets((own / "Makefile").read_text(encoding="utf-8"))
    assert set() == used - targets((ROOT / "Makefile").read_text(encoding="utf-8"))


def test_targets_have_the_names_they_have_here(own):
    """Who knows one Makefile knows the other: only the upgrade of a package has no meaning here."""
    theirs = targets((own / "Makefile").read_text(encoding="utf-8"))
    assert {"install", "setup", "check", "serve", "build", "explain", "clean"} <= theirs
    assert {"upgrade"} == theirs - targets((ROOT / "Makefile").read_text(encoding="utf-8"))


def test_targets_do_what_they_do_here(own):
    """Behind the same name stands the same recipe, but that one runs a package and the other a checkout."""
    theirs = recipes((own / "Makefile").read_text(encoding="utf-8"))
    ours = recipes((ROOT / "Makefile").read_text(encoding="utf-8").replace(HERE, "$(CALLS)"))
    shared = (set(theirs) & set(ours)) - {"setup"}
    assert {"check", "diff", "new", "serve", "clean"} <= shared
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}


def test_commands_behind_the_targets_exist(own):
    """Each target of a new archive calls a command that the program has."""
    makefile = (own / "Makefile").read_text(encoding="utf-8")
    called = set(re.findall(r"\$\(CALLS\) ([a-z-]+)", makefile))
    said = subprocess.run(
        [sys.executable, "-m", "generator", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert {"check", "serve"} <= called
    assert called <= set(re.findall(r"^  ([a-z-]+) ", said, re.MULTILINE))


def test_make_commands_in_the_readme_exist(own):
    """Whatever follows `make` in the README of a new archive is a target, and each target is said."""
    typed = set(re.findall(r"(?:`| {4})make ([a-z-]+)", (own / "README.md").read_text("utf-8")))
    assert typed == targets((own / "Makefile").read_text(encoding="utf-8")) - {"help"}


def test_make_alone_lists_every_target(own):
    """The list that `make` prints has one line a target."""
    said = subprocess.run(
        ["make", "--no-print-directory"], cwd=own, capture_output=True, text=True, check=True
    )
    printed = set(re.findall(r"^make ([a-z-]+) +\S", said.stdout, re.MULTILINE))
    assert printed == targets((own / "Makefile").read_text(encoding="utf-8"))


def test_links_between_the_documents_lead_somewhere(own):
    """A relative link in a document outside of the site names a file of the archive, and its anchor a heading."""
    for name in ("README.md", "LICENSE-RECORDS.md", "calls/README.md", "minutes/README.md"):
        text = (own / name).read_text(encoding="utf-8")
        for path, anchor in re.findall(r"\]\(([^):#]+)(?:#([^)]+))?\)", text):
            there = (own / name).parent / path
            headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}
            assert not anchor or anchor in slugs, (name, path, anchor)


@pytest.mark.parametrize("typed", ["mkdocs build", "mkdocs serve", "zensical build"])
def test_a_builder_typed_by_habit_says_what_to_run(own, typed):
    """In a new archive too it stops with one line that names what to run."""
    done = subprocess.run(
        [sys.executable, "-m", *typed.split()],
        cwd=own,
        env=os.environ | {"TMPDIR": str(own.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    (line,) = (done.stdout + done.stderr).strip().splitlines()
    assert 1 == done.returncode
    assert "'run make build or make serve instead'" in line


def test_pip_understands_the_line_that_names_the_generator(own, tmp_path):
    """The package is built and installed from that line alone, with nothing asked of the network."""
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    subprocess.run([*pip, *options, "-r", "generator.txt"], cwd=own, check=True)
    assert (target / "generator" / "carried_files" / "requirements.lock").is_file()


def test_a_terminal_is_asked(tmp_path):
    """On a terminal each choice without an option is asked for, and an empty answer takes the usual one."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-m", "generator", "init", "own", "--zone", "Europe/Paris"]
    with subprocess.Popen(
        line, cwd=tmp_path, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        os.write(ours, b"Mill calls\nhttps://mill.example/\n\n\n")
        said = b""
        while chunk := _read(ours):
            said += chunk
    os.close(ours)
    assert 0 == running.returncode, said.decode()
    assert b"Time zone" not in said
    settings = settings_of(tmp_path / "own")
    assert ("Mill calls", "https://mill.example/", "Europe/Paris", "") == (
        settings.site_name,
        settings.site_url,
        settings.zone,
        settings.contact,
    )


def _read(terminal: int) -> bytes:
    """Read from a terminal until it is hung up, which is an error on Linux."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
