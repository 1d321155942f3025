"""Tests of command lines that cannot be run: what is said, where, and the exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def calls(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a person would."""
    line = (sys.executable, "-m", "generator", *words)
    return subprocess.run(
        line, cwd=PROJECT, capture_output=True, text=True, check=False, env=os.environ | more
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chek", "There is no command `chek`; did you mean `check`?"),
        ("check --fromat text", "There is no option `--fromat`; did you mean `--format`?"),
        ("check --format xml", "`--format`: 'xml' is not one of 'text', 'github', 'gitlab', 'json'."),
        ("check --root nowhere-at-all", "`--root`: Directory 'nowhere-at-all' does not exist."),
        ("check --today tomorrow", "`--today`: `tomorrow` is not a date; write it as 2031-03-05."),
        ("check --today 9999-01-01", "`--today`: `9999-01-01` is not in a year from 1800 to 2999."),
        ("check --dry-run", "`--dry-run` goes with `--fix`: `check --fix --dry-run`."),
        ("check more", "`more` is more than this command takes."),
        ("explain bad-dat", "There is no problem `bad-dat`; did you mean `bad-date`? `explain` alone lists all."),
    ],
)  # fmt: skip
def test_wrong_use_is_said_in_plain_words_and_ends_with_two(words: str, said: str):
    """The first line says what is wrong with the nearest word, and no usage of programmers is shown."""
    done = calls(*words.split())
    assert (2, "", said) == (done.returncode, done.stdout, done.stderr.splitlines()[0])
    assert "Usage:" not in done.stderr


def test_help_and_version_are_no_wrong_use():
    """Who asks for help has done nothing wrong."""
    assert [0, 0] == [calls(word).returncode for word in ("--help", "--version")]


def failing(root: Path) -> subprocess.CompletedProcess[str]:
    """Run a check in which the program itself fails."""
    program = "import sys\nfrom generator.cli import check, main\n"
    program += "def fail(*words):\n    raise RuntimeError('a planted fault')\n"
    program += (
        f"check.judge = fail\nsys.argv = ['calls', 'check', '--root', {str(root)!r}]\nmain()\n"
    )
    line = (sys.executable, "-c", program)
    return subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_our_own_fault_is_kept_below_the_archive(tmp_path: Path):
    """The words for programmers go into `build/` of the archive that was named, not of the current folder."""
    (tmp_path / "build").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: River\n", encoding="utf-8")
    done = failing(tmp_path)
    assert 3 == done.returncode
    assert "a fault of the generator" in done.stderr
    assert "planted" not in done.stderr
    assert "a planted fault" in (tmp_path / "build" / "fault.txt").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_our_own_fault_quotes_nothing(tmp_path: Path):
    """The log of a first build may be read by everybody, and a fault's words may be those of a record."""
    (tmp_path / "mkdocs.yml").write_text("site_name: River\n", encoding="utf-8")
    done = failing(tmp_path)
    assert 3 == done.returncode
    assert "RuntimeError" in done.stderr
    assert "CALLS_DEBUG=1 shows here" in done.stderr
    assert "in fail" in done.stderr
    assert "planted" not in done.stderr


@pytest.mark.parametrize("linked", ["build", "build/fault.txt"])
def test_our_own_fault_is_written_through_no_link(tmp_path: Path, linked: str):
    """A link that came with an archive does not choose what is overwritten."""
    root, outside = tmp_path / "archive", tmp_path / "outside"
    outside.mkdir()
    (outside / "fault.txt").write_text("kept", encoding="utf-8")
    (root / linked).parent.mkdir(parents=True)
    (root / linked).symlink_to(outside if linked == "build" else outside / "fault.txt")
    assert 3 == failing(root).returncode
    assert "kept" == (outside / "fault.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["F203", "f203", "bad-date", "bad_date", "F203 bad-date"])
def test_a_problem_is_explained_by_code_and_by_name(words: str):
    """The page is what the file holds."""
    page = (PROJECT / "content/help/problems/F203.md").read_text(encoding="utf-8")
    assert page == calls("explain", words).stdout
    assert page == calls("explain", *words.split()).stdout


def test_an_archive_without_pages_explains_with_those_that_the_program_brings(tmp_path: Path):
    """`init` makes archives that have no pages of problems of their own."""
    page = (PROJECT / "content/help/problems/T401.md").read_text(encoding="utf-8")
    assert page == calls("explain", "--root", str(tmp_path), "T401").stdout


def test_a_page_of_an_archive_is_read_through_no_link(tmp_path: Path):
    """Whoever made the archive does not choose which file of this computer is printed."""
    (tmp_path / "secret.md").write_text("a secret", encoding="utf-8")
    pages = tmp_path / "archive" / "content" / "help" / "problems"
    pages.mkdir(parents=True)
    (pages / "T401.md").symlink_to(tmp_path / "secret.md")
    page = (PROJECT / "content/help/problems/T401.md").read_text(encoding="utf-8")
    assert page == calls("explain", "--root", str(tmp_path / "archive"), "T401").stdout


def test_a_page_of_an_archive_commands_no_terminal(tmp_path: Path):
    """Signs that a terminal obeys and bytes that are no text are shown as what they are."""
    pages = tmp_path / "content" / "help" / "problems"
    pages.mkdir(parents=True)
    (pages / "T401.md").write_bytes(b"red \x1b[31m \xff\n")
    assert "red \ufffd[31m \ufffd\n" == calls("explain", "--root", str(tmp_path), "T401").stdout


def test_explain_alone_lists_every_code():
    """The list holds each code with its name, by family."""
    from generator.problems import CODES

    said = calls("explain").stdout
    assert [f"- {one.code} {one.name}: {one.title}" for one in CODES.values()] == [
        line for line in said.splitlines() if line.startswith("- ")
    ]
