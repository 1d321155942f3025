"""What a command loads before it knows that it needs it: starting is most of what small archives wait for."""

import subprocess
import sys
from pathlib import Path

from generator.building import build
from tests.site_archives import GOOD, copied

PROJECT = Path(__file__).parents[2]
HEAVY = ("babel", "icalendar", "jinja2", "mkdocs", "phonenumbers", "rich", "generator.pipeline")
"""What reads, checks and draws."""
PROGRAM = (
    "import sys\nfrom generator.cli import main\ntry:\n    main()\nfinally:\n"
    f"    print('loaded', *[name for name in {HEAVY!r} if name in sys.modules])\n"
)


def said(*words: str) -> list[str]:
    line = (sys.executable, "-c", PROGRAM, *words)
    done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_a_build_of_what_is_unchanged_loads_nothing_that_draws(tmp_path: Path):
    """Whether anything changed is told by bytes alone."""
    root, today = copied("empty", tmp_path), GOOD["empty"]
    assert build(root, root / "build/site", root / "build", today).published
    lines = said("build", "--root", str(root), "--today", today.isoformat())
    assert "loaded" == lines[-1]
    assert any(line.endswith("is up to date: nothing was touched.") for line in lines)


def test_an_explanation_loads_nothing_that_reads_or_draws_an_archive():
    """Whoever asks what a problem means waits for no calendar."""
    assert "loaded rich" == said("explain", "S706")[-1]


def test_a_command_is_loaded_when_it_is_asked_for():
    """The version is said by the program itself."""
    assert "loaded" == said("--version")[-1]
