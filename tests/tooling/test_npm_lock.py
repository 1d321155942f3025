"""What tests and the benchmark take from npm is locked like Python packages: by version and hash, with no address."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "browser", ROOT / "benchmarks")
"""Each has a `package.json` and its lock."""

pytestmark = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def locked(folder: Path) -> dict[str, dict]:
    """Give every package of a lock by its place."""
    found: dict[str, dict] = json.loads((folder / "package-lock.json").read_text())["packages"]
    return found


def test_every_package_has_a_hash_and_no_address(folder):
    """Any mirror will do, and none can exchange a file."""
    packages = {place: one for place, one in locked(folder).items() if place}
    assert len(packages) > 100
    assert [] == [place for place, one in packages.items() if "integrity" not in one]
    assert [] == [place for place, one in packages.items() if "resolved" in one]


def test_what_is_asked_for_is_an_exact_version(folder):
    """The lock and what was asked for agree, to the version."""
    wanted = json.loads((folder / "package.json").read_text())["dependencies"]
    assert wanted == locked(folder)[""]["dependencies"]
    assert wanted == {name: locked(folder)[f"node_modules/{name}"]["version"] for name in wanted}


def test_no_package_asks_for_the_latest_of_another(folder):
    """npm cannot hold that against a lock without addresses; write the locked version in its place."""
    asked = [
        name for one in locked(folder).values() for name in one.get("dependencies", {}).values()
    ]
    assert asked
    assert "latest" not in asked
