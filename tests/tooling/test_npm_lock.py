"""What tests use from npm is locked as the Python packages are: by version and hash, and without an address."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "browser"


def locked() -> dict[str, dict]:
    """Give every package of the lock by its place."""
    found: dict[str, dict] = json.loads((FOLDER / "package-lock.json").read_text())["packages"]
    return found


def test_every_package_has_a_hash_and_no_address():
    """Any mirror will do, and none can exchange a file."""
    packages = {place: one for place, one in locked().items() if place}
    assert len(packages) > 100
    assert [] == [place for place, one in packages.items() if "integrity" not in one]
    assert [] == [place for place, one in packages.items() if "resolved" in one]


def test_what_is_asked_for_is_an_exact_version():
    """The lock and what was asked for agree, to the version."""
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"]
    assert wanted == locked()[""]["dependencies"]
    assert wanted == {name: locked()[f"node_modules/{name}"]["version"] for name in wanted}


def test_no_package_asks_for_the_latest_of_another():
    """npm cannot hold that against a lock without addresses; write the locked version in its place."""
    asked = [name for one in locked().values() for name in one.get("dependencies", {}).values()]
    assert asked
    assert "latest" not in asked
