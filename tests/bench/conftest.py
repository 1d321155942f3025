"""The smallest made-up archive, built once by a process that measures its steps."""

from pathlib import Path

import pytest

from generator.bench import made_up, steps
from generator.bench.results import Step


@pytest.fixture(scope="session")
def stepped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Step, ...]]:
    """Give the folder of the archive with its site, and what each step of its build took."""
    root = tmp_path_factory.mktemp("stepped")
    made_up.write_archive(root, made_up.Wanted(made_up.LEAST))
    return root, steps.profile(root, tmp_path_factory.mktemp("told") / "steps.json")
