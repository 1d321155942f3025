"""Prints what builds went through that were disturbed: `python -m tests.publishing.figures kills 200`.

Kinds of trials: kills, faults, damage. A number behind the count draws other ones.
"""

import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.publishing.damage import damage
from tests.publishing.trials import Trial, faults, kills
from tests.publishing.workshop import Workshop

TRIALS = {"kills": kills, "faults": faults, "damage": damage}


def table(rows: Iterable[Trial]) -> Iterator[str]:
    """Count trials by step and outcome, and give every one of which something was wrong."""
    counts: Counter[tuple[str, str]] = Counter()
    # Who ends a long run is told what came of it so far.
    with suppress(KeyboardInterrupt):
        for row in rows:
            counts[row.step, row.stood] += 1
            if row.wrong:
                yield f"WRONG {row}"
    for (step, stood), number in sorted(counts.items()):
        yield f"{number:5}  {step}: {stood}"
    yield f"{sum(counts.values()):5}  in all"


def main(kind: str, count: int, seed: int) -> None:
    """Print the figures of one kind of trial."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for line in table(TRIALS[kind](workshop, count, seed)):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *(int(word) for word in [*sys.argv[2:4], "7"][:2]))
