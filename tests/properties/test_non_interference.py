"""Non-interference of whole archives: those that differ only in withheld text give the same bytes everywhere.

`CALLS_WHOLE_PAIRS` says how many pairs are compared file by file, 200 unless given; a few more go through whole builds.
"""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import finishing
from generator.cli import build as cli_build
from generator.cli import check as cli_check
from generator.pipeline import build
from generator.privacy import gate, leaks
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from generator.review import review_list
from generator.site.frames import Frames
from tests.privacy.quiet_archive import TODAY, Frame, Words, open_files, quiet_files, read

PAIRS = int(os.environ.get("CALLS_WHOLE_PAIRS", "200"))
BUILDS = (
    Frame(apart=True, living=True),
    Frame(reason="legal", identify=True, minutes="public", apart=True, living=True),
    Frame(reason="consent", recording="public", apart=True),
)
FRAMES = st.builds(
    Frame,
    reason=st.sampled_from(("safety", "integrity", "consent", "legal")),
    identify=st.booleans(),
    minutes=st.sampled_from(("withheld", "public")),
    recording=st.just("withheld"),
    living=st.booleans(),
)
SEEDS = st.integers(0, 2**32)
ONE, OTHER = "qzvxkqz", "xjwqzkx"
"""What every withheld word of the first and of the second archive begins with."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a work folder whose cache has the frames, so that builds need not make them again."""
    root = tmp_path_factory.mktemp("workshop")
    write(root, open_files(Frame()))
    built = build(root, root / "site", root / "work", TODAY)
    assert built.published is not None, built.problems
    return root


@pytest.fixture(scope="module")
def cut(workshop: Path) -> Frames:
    """Give the frames of the theme."""
    settings, *_ = read(open_files(Frame()))
    return finishing.theme_of(finishing.Site(workshop, workshop, workshop / "work", settings))[0]


def write(root: Path, files: dict[str, str]) -> None:
    """Write an archive over what is there, and nothing else."""
    for name in ("calls", "minutes", "content"):
        shutil.rmtree(root / name, ignore_errors=True)
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def everything(files: dict[str, str], cut: Frames) -> dict[str, bytes]:
    """Give the bytes of every output of an archive, and of every report and list about it."""
    settings, archive, problems, _ = read(files)
    public = gate.publish(archive, settings)
    context = finishing.context_of(settings, cut, leaks.Needles({}))
    drafts = finishing.draft_all(public, settings)
    made = {draft.path: finishing.finish_one(context, draft).data for draft in drafts}
    reports = {
        "text": report_text(problems, lambda path: files[path].split("\n"), 1, ""),
        "json": report_json(problems, 1),
        "github": report_github(problems),
        "review": "\n".join(review_list(public)),
    }
    return made | {f"report {name}": text.encode() for name, text in reports.items()}


def test_pairs_give_the_same_bytes(cut):
    """Every page, feed, calendar, data file and report is the same, and none holds a withheld word.

    What is the same as one archive of its frame is the same as every other, so that one is rendered once.
    """
    firsts: dict[Frame, dict[str, bytes]] = {}

    @hypothesis_settings(
        max_examples=PAIRS,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(frame=FRAMES, one=SEEDS, other=SEEDS)
    def are_the_same(frame, one, other):
        if frame not in firsts:
            firsts[frame] = everything(quiet_files(frame, Words(one, ONE)), cut)
        first = firsts[frame]
        second = everything(quiet_files(frame, Words(other, OTHER)), cut)
        assert list(first) == list(second)
        assert [] == [path for path in first if first[path] != second[path]]
        assert [] == [path for path, data in second.items() if OTHER.encode() in data.lower()]

    are_the_same()


def tree(folder: Path) -> dict[str, bytes]:
    """Give all files below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def archive_folder(root: Path, workshop: Path, files: dict[str, str]) -> Path:
    """Write an archive, with the frames where a build looks for them."""
    write(root, files)
    shutil.copytree(workshop / "work/cache/frames", root / "build/cache/frames", dirs_exist_ok=True)
    return root


def printed(root: Path, command, *options: str) -> str:
    """Run a command inside an archive and give all it prints; it must succeed."""
    here = Path.cwd()
    os.chdir(root)
    try:
        done = CliRunner().invoke(command, ["--today", str(TODAY), "--jobs", "1", *options])
    finally:
        os.chdir(here)
    assert 0 == done.exit_code, done.output
    return done.output


def remembered(root: Path) -> list[tuple[bytes, bytes]]:
    """Give what the memo holds."""
    with sqlite3.connect(root / "build/cache/memo.sqlite") as memo:
        return sorted(memo.execute("SELECT key, value FROM memo"))


@pytest.mark.parametrize("frame", BUILDS)
def test_builds_of_a_pair_are_the_same(frame, tmp_path, workshop):
    """Two whole builds: tree, file names, manifest, printed log, reports, and what the cache keeps."""
    found = []
    for number, mark in enumerate((ONE, OTHER)):
        files = quiet_files(frame, Words(number, mark))
        root = archive_folder(tmp_path / mark, workshop, files)
        log = [printed(root, cli_build.command) for _ in range(2)]
        log += [
            printed(root, cli_check.command, "--format", form)
            for form in ("text", "github", "json")
        ]
        cache = {
            path: data
            for path, data in tree(root / "build/cache").items()
            if not path.startswith(("manifest-", "memo.sqlite"))
        }
        found.append(
            (
                tree(root / "build/site"),
                [words.replace(mark, "") for words in log],
                cache,
                remembered(root),
            )
        )
        kept = tree(root / "build") | {"log": "\n".join(log).encode()}
        kept |= {f"name {path}": path.encode() for path in kept}
        assert [] == [path for path, data in kept.items() if mark.encode() in data.lower()]
    one, other = found
    assert sorted(one[0]) == sorted(other[0])
    assert [] == [path for path in one[0] if one[0][path] != other[0][path]]
    assert one[1] == other[1]
    assert one[2] == other[2]
    assert one[3] == other[3]
