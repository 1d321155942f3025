"""Small figures that a hand can reckon with: what two builders took for archives of three sizes."""

from generator.bench.measure import Figures
from generator.bench.results import COLD, OURS, Measured, Row, Run, Size, Step

MIB = 2**20


def figures(*seconds: float, peak: int = 100) -> tuple[Figures, ...]:
    """Give a round for each number of CPU seconds; waiting takes half of them."""
    return tuple(Figures(one / 2, one, peak * MIB) for one in seconds)


def run(calls: int, ours: float, theirs: float, peak: int = 100) -> Run:
    """Give a run of three rounds, of which the second took twice as long and the third as long again."""
    rows = (
        Row(OURS, COLD, figures(ours, 2 * ours, 3 * ours, peak=peak)),
        Row("Reeds", COLD, figures(theirs, theirs, theirs)),
    )
    sizes = (Size(OURS, 20, 100, 10 * MIB, 4000.0), Size("Reeds", 10, 50, 4 * MIB, 3000.0))
    return Run(calls, "calls", "a machine", "versions", Measured(rows, sizes))


RUNS = (run(100, 1.0, 2.0, 50), run(1000, 10.0, 40.0, 100), run(10_000, 100.0, 800.0, 200))
STEPS = (Step("reading", 3.0), Step("writing", 1.0))
