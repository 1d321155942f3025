"""Runs Lighthouse on the home page and the fullest call's page of a public archive that is served as hosts serve it.

`python -m tests.browser.lighthouse` prints the scores of all four categories, and every audit that costs points.
Performance hangs on the machine it is measured on, so that it is printed and never asserted.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cli import demo
from tests.browser.kinds import KINDS, fullest
from tests.browser.served import Served, built_site, serving
from tests.conftest import CHROMIUM_FLAGS, find_chromium, find_lighthouse, find_node
from tests.site_archives import copied

ASSERTED = ("accessibility", "best-practices", "seo")
CATEGORIES = ("performance", *ASSERTED)
VISITED = ("home", "call")


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a page in one category, of 100, and each audit that costs points with what it found."""

    path: str
    category: str
    points: int
    lost: tuple[str, ...]


@contextmanager
def public_archive(folder: Path) -> Iterator[Served]:
    """Build the made-up archive as one that search engines may list, and serve it."""
    root = copied("river", folder)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "indexing: false" in text
    settings.write_text(text.replace("indexing: false", "indexing: true"), encoding="utf-8")
    with serving(built_site(root, folder, demo.TODAY)) as site:
        yield site


def scores(site: Served, categories: Sequence[str] = CATEGORIES) -> Iterator[Score]:
    """Give the scores of the pages that are looked at; needs Lighthouse, Node and Chromium, and asks no network."""
    for kind in KINDS:
        if kind.name in VISITED:
            path = fullest(site.folder, kind)
            yield from _read(path, _report(site.address + path, categories))


def _report(address: str, categories: Sequence[str]) -> dict[str, Any]:
    tools = find_node(), find_lighthouse(), find_chromium()
    assert None not in tools, "something is missing: make lighthouse"
    node, lighthouse, chromium = (str(tool) for tool in tools)
    command = [node, lighthouse, address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(categories)}", "--no-enable-error-reporting"]
    command += [f"--chrome-flags={' '.join(('--headless=new', *CHROMIUM_FLAGS))}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    ran = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stderr
    report: dict[str, Any] = json.loads(ran.stdout)
    assert "runtimeError" not in report, report["runtimeError"]
    return report


def _read(path: str, report: dict[str, Any]) -> Iterator[Score]:
    for name, category in sorted(report["categories"].items()):
        weighed = [one for one in category["auditRefs"] if one["weight"]]
        audits = [(one["id"], report["audits"][one["id"]]) for one in weighed]
        lost = tuple(
            f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()
            for name, audit in audits
            if audit["score"] is not None and audit["score"] < 1
        )
        yield Score(path, name, round(100 * category["score"]), lost)


def main() -> None:
    """Print the scores."""
    with tempfile.TemporaryDirectory() as folder, public_archive(Path(folder)) as site:
        for score in scores(site):
            print(f"{score.points:>4} {score.category:<15} {score.path}")
            for lost in score.lost:
                print(f"       {lost}")


if __name__ == "__main__":
    main()
