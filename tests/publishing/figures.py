"""Prints what builds went through that were disturbed: `python -m tests.publishing.figures kills 200`.

Kinds of trials: kills, faults, damage.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.publishing.damage import damage
from tests.publishing.trials import Trial, faults, kills
from tests.publishing.workshop import Workshop

TRIALS = {"kills": kills, "faults": faults, "damage": damage}


def table(rows: Iterable[Trial]) -> Iterator[str]:
    """Count trials by step and outcome, and give every one of which something was wrong."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counts[row.step, row.stood] += 1
        if row.wrong:
            yield f"WRONG {row}"
    for (step, stood), number in sorted(counts.items()):
        yield f"{number:5}  {step}: {stood}"
    yield f"{sum(counts.values()):5}  in all"


def main(kind: str, count: int) -> None:
    """Print the figures of one kind of trial."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for line in table(TRIALS[kind](workshop, count)):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
