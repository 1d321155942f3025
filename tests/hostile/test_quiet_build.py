"""A build opens no socket, starts no program but git, reads nothing outside and writes its output and cache alone.

Only what Python itself is asked for is seen; the search for it stands in `watched_build.py`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile.attack_archive import TODAY, attack_files
from tests.site_archives import GOOD, copied

CHECKOUT = Path(__file__).parents[2]
PACKAGES = (
    sys.prefix,
    sys.base_prefix,
    str(CHECKOUT / "generator"),
    str(CHECKOUT / "requirements.lock"),
)
UTC = ("/usr/share/zoneinfo/Etc/UTC", "/usr/share/zoneinfo/UTC")
"""Python itself asks the machine for these; all other zones come with a package."""


def _attack(folder: Path) -> Path:
    for path, text in attack_files().items():
        file = folder / "attack" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder / "attack"


@pytest.fixture(scope="module", params=("river", "attack"))
def seen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[str]]:
    """Give what a first build of an archive opened, with the folder that everything lies in taken off its paths."""
    folder = tmp_path_factory.mktemp("quiet").resolve()
    is_attack = request.param == "attack"
    root = _attack(folder) if is_attack else copied("river", folder)
    places = (root, folder / "out", folder / "work")
    day = TODAY if is_attack else GOOD["river"]
    # What is removed in a folder that is open has no path of its own, and is taken for one of the folder it runs in.
    (folder / "work").mkdir()
    words = (*map(str, places), str(day), str(folder / "report.json"))
    subprocess.run(
        (sys.executable, "-B", "-m", "tests.hostile.watched_build", *words),
        cwd=folder / "work",
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=True,
    )
    found: Mapping[str, list[str]] = json.loads(
        (folder / "report.json").read_text(encoding="utf-8")
    )
    assert found["published"]
    return {
        kind: [_shortened(path, folder, root) for path in found[kind]]
        for kind in ("read", "written", "others")
    }


def _shortened(path: str, folder: Path, root: Path) -> str:
    """Give a path as seen from the folder of everything, which itself is only opened to make what is in it lasting."""
    if path == str(folder):
        return "folder"
    inside = path.removeprefix(f"{root}/")
    return f"root/{inside}" if inside != path else path.removeprefix(f"{folder}/")


def test_only_git_is_started_and_no_socket_is_opened(seen: Mapping[str, list[str]]) -> None:
    """Of the events that leave the process there is none but the start of git."""
    assert [] == [
        event for event in seen["others"] if not event.startswith("subprocess.Popen ['git'")
    ]


def test_nothing_is_written_but_output_and_cache(seen: Mapping[str, list[str]]) -> None:
    """Every file that is opened for writing, made, moved or removed lies in the two folders that a build is given."""
    assert [] == [
        path for path in seen["written"] if not path.startswith(("out", ".out.", "work", "folder"))
    ]


def test_nothing_is_read_but_the_archive_and_the_packages(seen: Mapping[str, list[str]]) -> None:
    """No file of the machine beside what was installed, and none of the archive but its three folders and settings."""
    own = (
        "out",
        ".out.",
        "work",
        "folder",
        "root/calls",
        "root/minutes",
        "root/content",
        "root/mkdocs.yml",
    )
    assert [] == [path for path in seen["read"] if not path.startswith((*own, *PACKAGES, *UTC))]
