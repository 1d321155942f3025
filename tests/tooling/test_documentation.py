"""Tests that what is written about the project is true: commands, targets, locks, paths."""

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-readers.lock",
    "requirements-cluster.lock",
    "requirements-bench.lock",
)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def guides() -> str:
    """Give the two documents that tell people what to type."""
    return text_of("README.md") + text_of("CONTRIBUTING.md")


def targets() -> dict[str, str]:
    """Give every target of the Makefile that is a word, with its description."""
    rules = re.findall(r"^([a-z-]+):(?!=)[^#\n]*(?:## (.*))?$", text_of("Makefile"), re.MULTILINE)
    return dict(rules)


@cache
def repository_files() -> tuple[Path, ...]:
    """Give every file of the repository, new ones included, that git does not ignore."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    paths = [ROOT / name for name in listed.split("\0") if name]
    return tuple(sorted(path for path in paths if path.is_file()))


def git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def normal(name: str) -> str:
    """Write a package's name as locks do (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> set[tuple[str, str]]:
    return {(normal(name), version) for name, version in PIN.findall(text_of(lock))}


def direct(*groups: str) -> set[tuple[str, str]]:
    """Give name and version of what pyproject.toml asks for itself; some programs run without ours."""
    data = tomllib.loads(text_of("pyproject.toml"))
    apart = groups in (("readers",), ("bench",))
    wanted = [] if apart else [*data["project"]["dependencies"]]
    offered = data["dependency-groups"] | data["project"]["optional-dependencies"]
    for group in groups:
        wanted += offered[group]
    split = [requirement.partition(";")[0].split("==") for requirement in wanted]
    return {(normal(name), version) for name, version in split}


def test_the_readme_starts_with_the_two_commands():
    """A newcomer meets `make serve` and `make test` on the first screen."""
    first_screen = "\n".join(text_of("README.md").splitlines()[:20])
    assert "make serve" in first_screen
    assert "make test" in first_screen


def test_every_make_command_in_the_guides_exists():
    """Whatever follows `make` in an example is a target."""
    typed = set(re.findall(r"(?:`| {4})make (?:[A-Z]+=\S+ )*([a-z-]+)", guides()))
    assert set() == typed - set(targets())
    assert {"serve", "test", "setup"} <= typed


@pytest.mark.parametrize("target", sorted(targets()))
def test_every_target_is_described_and_documented(target):
    """A target has a line in the Makefile's own list and stands in one of the guides."""
    assert targets()[target].strip()
    assert f"make {target}" in guides()


def test_make_alone_lists_every_target():
    """The list that `make` prints has one line a target, with its description."""
    printed = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    found = dict(re.findall(r"^make ([a-z-]+) +(.+)$", printed, re.MULTILINE))
    assert targets() == found


def test_every_generator_command_in_the_guides_exists():
    """Each command in an example is one that the program offers."""
    named = set(re.findall(r"python -m generator ([a-z-]+)", guides()))
    said = subprocess.run(
        [sys.executable, "-m", "generator", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    assert named
    assert set() == {name for name in named if not re.search(rf"^  {name}\b", said.stdout, re.M)}


def test_links_between_the_guides_lead_somewhere():
    """A relative link names a file that is there, and its anchor a heading."""
    for name in ("README.md", "CONTRIBUTING.md", "LICENSE-RECORDS.md", "CHANGELOG.md"):
        for path, anchor in re.findall(r"\]\(([^):#]+)(?:#([^)]+))?\)", text_of(name)):
            headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
            plain = {re.sub(r"[^\w -]", "", heading.lower()) for heading in headings}
            assert not anchor or anchor in {words.replace(" ", "-") for words in plain}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder(lock):
    """A lock holds names, versions, markers and hashes, so any mirror will do."""
    line = re.compile(
        r"[a-z0-9._-]+==[\w.+!]+( ; [\w<>=!.'() ]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    )
    assert [] == [text for text in text_of(lock).splitlines() if not line.fullmatch(text)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    """Without a hash a file could be exchanged."""
    blocks = re.split(r"\n(?=[a-z])", text_of(lock))
    assert len(blocks) > 10
    assert [] == [block for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        (LOCKS[0], ("build",)),
        (LOCKS[1], ("build", "dev", "cluster")),
        (LOCKS[2], ("readers",)),
        (LOCKS[3], ("build", "cluster")),
        (LOCKS[4], ("bench",)),
    ],
    ids=LOCKS,
)
def test_every_direct_requirement_is_pinned_in_its_lock(lock, groups):
    """What pyproject.toml asks for is what is installed, to the version."""
    assert set() == direct(*groups) - pins(lock)


def test_the_development_lock_holds_the_whole_runtime_lock():
    """Tests run with the packages that the site is built with, on one machine or on several."""
    assert set() == (pins(LOCKS[0]) | pins(LOCKS[3])) - pins(LOCKS[1])


def test_both_locks_with_zensical_hold_the_same_one():
    """The builder that tests look at is the one that is measured."""
    found = [{pin for pin in pins(lock) if pin[0] == "zensical"} for lock in (LOCKS[1], LOCKS[4])]
    assert found[0]
    assert found[0] == found[1]


def test_readers_of_calendars_know_the_same_clocks():
    """The instants of our feeds are compared with what others make of them, by the same rules of zones."""
    assert {pin for pin in pins(LOCKS[0]) if pin[0] == "tzdata"} == {
        pin for pin in pins(LOCKS[2]) if pin[0] == "tzdata"
    }


def test_the_build_backend_is_the_locked_one():
    """The project is installed without isolation, so the backend comes from the lock."""
    data = tomllib.loads(text_of("pyproject.toml"))
    assert data["dependency-groups"]["build"] == data["build-system"]["requires"]


def test_text_files_have_unix_line_ends():
    """Only files that say so in .gitattributes may have other line ends."""
    lines = git("ls-files", "--eol", "--cached", "--others", "--exclude-standard").splitlines()
    entries = [line.partition("\t") for line in lines]
    assert entries
    assert [] == [
        path
        for state, _, path in entries
        if re.search("w/(crlf|mixed)", state) and "attr/-text" not in state
    ]


def test_no_file_mentions_a_path_of_one_machine():
    """Somebody's home folder means nothing to anybody else."""
    path = re.compile(
        rb"(?<![\w.:/$~-])/(?:home|root|work|opt|Users|tmp|mnt)/\w+|\b[A-Z]:\\Users\b"
    )
    found = [
        (str(file.relative_to(ROOT)), match[0])
        for file in repository_files()
        for match in path.finditer(file.read_bytes())
    ]
    assert [] == found
