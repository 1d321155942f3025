"""`--executor MODULE:FACTORY`: work on whatever gives a `concurrent.futures.Executor`, such as a cluster of machines.

What ours are is said in `options.cores`; which work is handed out, and that results come back in order, in `work.py`.
"""

import contextlib
import gc
import importlib
import sys
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import memo
from generator.cli.options import cores
from generator.work import Pool

F = TypeVar("F", bound=Callable[..., Any])


class OtherCode(click.UsageError):
    """A machine of the executor runs another program than this one, so that its results could differ."""


def executor_option(function: F) -> F:
    """Add `--executor MODULE:FACTORY`."""
    say = "Where the work is done: a function without arguments that gives an Executor; own processes unless given."
    return click.option(
        "--executor", callback=_factory, metavar="MODULE:FACTORY", help=say, expose_value=True
    )(function)


@contextlib.contextmanager
def workers(jobs: int, factory: Callable[[], Executor] | None) -> Iterator[Pool]:
    """Give a maker of the executor that work goes to: that of a factory, else of `jobs` processes of this machine.

    It is made when first asked for, and shut down at the end; until then Python looks for no dead values in this
    process. Raises `click.UsageError` for a factory and jobs both,
    and for a factory that gives something else.
    """
    if factory is None:
        with _uncollected(), cores(jobs) as processes:
            yield processes
        return
    if jobs:
        raise click.UsageError("an executor knows its own number of processes; leave `--jobs` out")
    made: list[Executor] = []

    def pool() -> Executor:
        if not made:
            made.append(_SameCode(_made(factory)))
        return made[0]

    try:
        with _uncollected():
            yield pool
    finally:
        for one in made:
            one.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python look for no values that hold each other and nobody else does: an archive is read once and has few."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _SameCode(Executor):
    """Hands work to another executor, whose machines do it only where they have the same program as this one."""

    def __init__(self, inner: Executor) -> None:
        self._inner = inner
        self._code = memo.code_key()
        self._given: weakref.WeakSet[Future[Any]] = weakref.WeakSet()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        given = self._inner.submit(run_same_code, self._code, fn, *args, **kwargs)
        self._given.add(given)
        return given

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        # Not every executor knows that word, and one without machines would be waited for without an end.
        if cancel_futures:
            for given in list(self._given):
                given.cancel()
        self._inner.shutdown(wait=wait)


def run_same_code(code: bytes, run: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
    """Run a function on the machine that this is; raises `OtherCode` where the program differs from the asker's."""
    if memo.code_key() != code:
        raise OtherCode(
            "a machine of the executor has another version of the generator, of its packages or of Python;"
            " install the same one on all"
        )
    return run(*args, **named)


def _made(factory: Callable[[], Executor]) -> Executor:
    try:
        found = factory()
    except click.ClickException:
        raise
    except Exception as error:
        raise click.UsageError(f"the factory failed: {type(error).__name__}: {error}") from None
    if not isinstance(found, Executor):
        raise click.UsageError(
            f"the factory gave a {type(found).__name__}, which is no concurrent.futures.Executor"
        )
    return found


def _factory(
    context: click.Context, option: click.Parameter, value: str | None
) -> Callable[[], Executor] | None:
    """Find the function that an option names; modules of the current folder are found too."""
    if not value:
        return None
    module, _, name = value.partition(":")
    if not module or not name:
        raise click.BadParameter("write the module and the function as `cluster:executor`")
    here = str(Path.cwd())
    sys.path.append(here)
    try:
        found: object = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except Exception as error:
        # Whatever a module does when it is loaded is no fault of ours.
        raise click.BadParameter(f"`{value}` cannot be loaded: {error}") from None
    if not callable(found):
        raise click.BadParameter(f"`{value}` is no function")
    return found
