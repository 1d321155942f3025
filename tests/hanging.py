"""Fails what would keep a reader waiting for ever; how fast something is, the benchmark measures and no test."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

ENDLESS = 60
"""Seconds of processor time: some fifty times what the slowest of these texts takes on a slow machine.

What takes time with the square of a text as long as notes may be takes many minutes and is not let through.
"""


@contextmanager
def ends() -> Iterator[None]:
    """Fail when the block takes as much processor time as only a loop without a sensible end does."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < ENDLESS
