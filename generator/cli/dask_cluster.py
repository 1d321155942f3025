"""Work on machines of a cluster through Dask's scheduler: `--executor generator.cli.dask_cluster:executor`.

Dask is an optional extra (`distributed`); `content/help/hosting.md` says how a scheduler and its workers are started.
"""

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import click

SCHEDULER = "DASK_SCHEDULER_ADDRESS"
"""Names the variable with the scheduler's address, the same that Dask's own programs read."""


class Cluster(Executor):
    """Hands work to the workers of a scheduler; its connection ends when it is shut down."""

    def __init__(self, client: Any) -> None:
        """Take a client of `distributed` that is connected."""
        self._client = client
        # Else each piece of work would be hashed, to see whether the same was asked before.
        self._inner = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand one piece of work to a worker."""
        found: Future[Any] = self._inner.submit(fn, *args, **kwargs)
        return found

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for the work that is under way, if so wanted, and end the connection."""
        self._inner.shutdown(wait=wait)
        self._client.close()


def executor() -> Executor:
    """Connect to the scheduler that `DASK_SCHEDULER_ADDRESS` names; raises `click.UsageError` where that fails."""
    address = os.environ.get(SCHEDULER, "")
    if not address:
        raise click.UsageError(
            f"name the scheduler in {SCHEDULER}, for example tcp://127.0.0.1:8786"
        )
    try:
        from distributed import Client
    except ImportError:
        raise click.UsageError(
            "Dask is not installed here; `make cluster` adds it to what is installed"
        ) from None
    try:
        return Cluster(Client(address, set_as_default=False))  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise click.UsageError(f"the scheduler at {address} does not answer: {error}") from None
