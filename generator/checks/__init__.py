"""Questions about the whole archive; every module here asks one, and its `check` gives what is wrong."""

import importlib
import pkgutil
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem
from generator.settings import Settings


def check_archive(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Ask every question of this folder; the folder is the list."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        question = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(question, "check"):
            yield from question.check(archive, settings)
