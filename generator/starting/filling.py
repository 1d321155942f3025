"""Fills the starting files in: words between double braces, and the day and year in names of files."""

import re
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"\{\{ ([a-z_]+) \}\}")

CARRIED = {
    ".github/ISSUE_TEMPLATE": ".github/ISSUE_TEMPLATE",
    ".github/PULL_REQUEST_TEMPLATE.md": ".github/PULL_REQUEST_TEMPLATE.md",
    ".github/dependabot.yml": ".github/dependabot.yml",
    ".github/workflows/check-links.yml": ".github/workflows/check-links.yml",
    ".github/workflows/publish.yml": ".github/workflows/publish.yml",
    ".github/workflows/pull-request.yml": ".github/workflows/pull-request.yml",
    ".gitlab": ".gitlab",
    ".gitlab-ci.yml": ".gitlab-ci.yml",
    ".vscode": ".vscode",
    "content/help/already-pushed.md": "content/help/already-pushed.md",
    "content/help/contributing.md": "content/help/contributing.md",
    "content/help/decisions.md": "content/help/decisions.md",
    "content/help/editors.md": "content/help/editors.md",
    "content/help/hosting.md": "content/help/hosting.md",
    "content/help/recordings.md": "content/help/recordings.md",
    "content/help/subscribing.md": "content/help/subscribing.md",
    "requirements.lock": "requirements.lock",
    "tests/sites/river/archive/content/help": "content/help",
}
"""Files and folders that are the same in every archive: where the program has them, and where they go."""


def filled(
    files: Iterable[tuple[str, str]], words: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Fill starting files in; each is its path below the archive's root and its text.

    Raises `KeyError` for a word that nobody gives: a fault of the generator.
    """
    return tuple((_path(path, words), _text(text, words)) for path, text in files)


def _path(path: str, words: Mapping[str, str]) -> str:
    return path.replace("YEAR", words["year"]).replace("DATE", words["date"])


def _text(text: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: words[found[1]], text)
