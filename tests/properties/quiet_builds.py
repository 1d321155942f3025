"""Archives of a pair in git, and everything that commands say of one and leave behind on the disk."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from generator.cli import build as cli_build
from generator.cli import check as cli_check
from generator.cli import diff as cli_diff
from generator.previewing import Preview
from tests.privacy.quiet_archive import TODAY

FORMATS = ("text", "github", "gitlab", "json")
SECOND = "@1930000000 +0000"
"""The moment of every commit, so that two histories differ in nothing but what is committed."""


def write(root: Path, files: dict[str, str]) -> None:
    """Write an archive over what is there, and nothing else."""
    for name in ("calls", "minutes", "content"):
        shutil.rmtree(root / name, ignore_errors=True)
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def git(root: Path, *words: str) -> str:
    """Run git as nobody in particular, without the settings of this machine."""
    who = {
        f"GIT_{one}_{two}": "nobody" for one in ("AUTHOR", "COMMITTER") for two in ("NAME", "EMAIL")
    }
    when = {"GIT_AUTHOR_DATE": SECOND, "GIT_COMMITTER_DATE": SECOND}
    none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(root)}
    done = subprocess.run(
        ["git", "-C", str(root), *words],
        env={"PATH": os.environ["PATH"], **who, **when, **none},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def commit(root: Path, files: dict[str, str], message: str) -> None:
    """Write an archive and commit it."""
    if not (root / ".git").exists():
        root.mkdir(parents=True, exist_ok=True)
        git(root, "init", "-q", "-b", "main")
        (root / ".gitignore").write_text("build/\n", encoding="utf-8")
    write(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)


def said(root: Path, command: click.Command, *options: str) -> str:
    """Run a command inside an archive and give its status and all it prints."""
    here = Path.cwd()
    os.chdir(root)
    try:
        done = CliRunner().invoke(command, [*options, "--today", str(TODAY), "--jobs", "1"])
    finally:
        os.chdir(here)
    return f"{done.exit_code}\n{done.output}"


def everything_said(root: Path) -> dict[str, str]:
    """Give what every command says of an archive: two builds, checks of all and of a change, differences."""
    told = {f"build {number}": said(root, cli_build.command) for number in (1, 2)}
    for form in FORMATS:
        told[f"check {form}"] = said(root, cli_check.command, "--format", form)
    told["check since"] = said(root, cli_check.command, "--since", "HEAD~2")
    told["check staged"] = said(root, cli_check.command, "--staged")
    for form in ("text", "markdown"):
        told[f"diff {form}"] = said(root, cli_diff.command, "HEAD~2", "--format", form)
    ids = git(root, "rev-list", "--all").split()
    # A commit's name is made of all it holds, so it cannot be the same; it may be said where a commit is named.
    return {
        name: re.sub("|".join(f"{one[:10]}(?:{one[10:]})?" for one in ids), "COMMIT", text)
        for name, text in told.items()
    }


def previewed(root: Path) -> dict[str, bytes]:
    """Give what `serve` shows: the problems, and every page that is asked for."""
    preview = Preview(root, root / "build", TODAY)
    problems = preview.refresh().problems
    shown = {"problems": repr(problems).encode(), "version": str(preview.version()).encode()}
    known = preview._shown.known
    for path in sorted(known.drafts if known else ()):
        answer = preview.answer(path)
        assert answer is not None
        shown[path] = b" ".join((str(answer[0]).encode(), answer[1].encode(), answer[2]))
    return shown


def left_behind(root: Path) -> dict[str, bytes]:
    """Give every file below `build/` with its rights, but the memo, whose rows and size are given instead."""
    found = {}
    for path in sorted((root / "build").rglob("*")):
        name = path.relative_to(root / "build").as_posix()
        if path.is_symlink() or path.is_dir():
            found[name] = f"{path.lstat().st_mode:o} {path.is_symlink()}".encode()
        elif name != "cache/memo.sqlite":
            found[name] = f"{path.stat().st_mode:o} ".encode() + path.read_bytes()
    return found


def remembered(root: Path) -> dict[str, bytes]:
    """Give what the memo holds, row by row, and its size."""
    path = root / "build/cache/memo.sqlite"
    with sqlite3.connect(path) as memo:
        rows = {
            f"memo {key.hex()}": value for key, value in memo.execute("SELECT key, value FROM memo")
        }
    return rows | {"memo size": str(path.stat().st_size).encode()}


def traces(kept: dict[str, bytes], mark: str) -> Iterator[str]:
    """Name what holds a mark, in its name or in its bytes."""
    for name, data in kept.items():
        if mark in name.lower() or mark.encode() in data.lower():
            yield name
