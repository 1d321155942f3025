"""Tests of the package that other archives install: built by the backend of this environment, without a network."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import generator
from generator.cli import demo

ROOT = Path(__file__).parents[2]
RIVER = ROOT / "tests" / "sites" / "river" / "archive"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
DAY = str(demo.TODAY)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package into a temporary folder."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--no-cache-dir")
    subprocess.run([*PIP, "wheel", *options, "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package into a temporary folder."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [*PIP, "install", "--no-deps", "--no-index", "--target", folder, wheel], check=True
    )
    return folder


def run(place: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `calls` from the copy of the generator that lies in a folder."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment | {"PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_package_holds_every_file_of_the_generator(wheel):
    """Templates, the theme's files, decisions and the mark for types are packed like the code."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "generator"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    there = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    assert {"generator/py.typed", "generator/site/theme/main.html"} <= there
    assert set() == there - set(zipfile.ZipFile(wheel).namelist())


def test_what_is_carried_is_what_lies_in_the_repository(installed):
    """Each file that the package brings along has the bytes of the file it was taken from."""
    carried = files(installed / "generator" / "carried_files")
    assert {"requirements.lock", "content/help/problems/F203.md"} <= set(carried)
    assert carried == {path: (ROOT / path).read_bytes() for path in carried}


def test_an_installation_for_work_points_at_the_checkout(tmp_path):
    """`make setup` copies no code; the locked backend makes the pointer, without a network."""
    program = f"import hatchling.build; hatchling.build.build_editable({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    (built,) = tmp_path.iterdir()
    packed = zipfile.ZipFile(built)
    (pointer,) = [name for name in packed.namelist() if name.endswith((".pth", ".py"))]
    assert str(ROOT) == packed.read(pointer).decode().strip()


def test_the_installed_copy_runs_by_itself(installed, tmp_path):
    """The tests of this file run the package and not the checkout."""
    program = "import generator; print(generator.__file__)"
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.startswith(str(installed))


def test_the_program_says_its_version(installed, wheel, tmp_path):
    """The command, the package's name and the program itself say the same."""
    assert f"calls {generator.__version__}\n" == run(installed, "--version", cwd=tmp_path).stdout
    assert f"-{generator.__version__}-" in wheel.name


def test_an_installed_copy_begins_the_same_archive(installed, tmp_path):
    """What `init` writes is the same, but for the line that names where the generator came from."""
    begun = []
    for name, place in (("here", ROOT), ("there", installed)):
        done = run(place, "init", name, "--today", DAY, cwd=tmp_path)
        assert 0 == done.returncode, done.stdout + done.stderr
        begun.append(files(tmp_path / name))
    lines = [one.pop("generator.txt").decode().splitlines()[-1] for one in begun]
    assert lines[0].startswith("calls-archive-generator @ file://")
    assert "-py3-none-any.whl#sha256=" in lines[1]
    assert begun[0] == begun[1]


def test_an_installed_copy_explains_a_problem(installed, tmp_path):
    """Outside of a checkout `explain` prints the same page as in one."""
    here = run(ROOT, "explain", "F203", cwd=ROOT)
    there = run(installed, "explain", "F203", cwd=tmp_path)
    assert (0, "") == (there.returncode, there.stderr)
    assert here.stdout == there.stdout


def test_an_installed_copy_checks_and_builds_the_same_site(installed, archive_at, tmp_path):
    """The site of the fictional archive is byte for byte that of the checkout, and so is what the check says."""
    root = archive_at({name: data.decode() for name, data in files(RIVER).items()})
    sites = []
    for number, place in enumerate((ROOT, installed)):
        checked = run(place, "check", "--root", str(root), "--today", DAY, cwd=tmp_path)
        assert 0 == checked.returncode, checked.stdout + checked.stderr
        out = tmp_path / f"site-{number}"
        built = run(
            place, "build", "--root", str(root), "--today", DAY, "--out", str(out), cwd=tmp_path
        )
        assert 0 == built.returncode, built.stdout + built.stderr
        sites.append((checked.stdout, files(out)))
    assert len(sites[0][1]) > 50
    assert sites[0] == sites[1]


def test_an_installed_copy_shows_the_same_archive_of_every_state(installed, tmp_path):
    """What `demo` says and builds is the same, from the files that the package brings along."""
    shown = []
    for name, place in (("here", ROOT), ("there", installed)):
        (tmp_path / name).mkdir()
        done = run(place, "demo", "--out", "site", cwd=tmp_path / name)
        assert 0 == done.returncode, done.stdout + done.stderr
        shown.append((done.stdout, files(tmp_path / name / "site")))
    assert len(shown[0][1]) > 100
    assert shown[0] == shown[1]
