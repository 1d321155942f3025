"""`serve`: shows the archive on this machine and renders only the page that is asked for."""

import datetime
import gc
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.cli.options import root_option, today_option, work_folder
from generator.cli.reporting import print_problems
from generator.previewing import Preview
from generator.site import preview
from generator.site.watching import watch

WATCHED = ("calls", "minutes", "content", "mkdocs.yml")
PAUSE = 0.3
"""Seconds before the archive is read again after a save, in which the page that was saved loads."""
LOOK = 0.5
AGAIN, SELDOM = 2.0, 300.0
"""Seconds after which a round that failed is tried again, twice as long each time, and the longest of them."""
IDLE, MANY = 20, 20
"""Looks without a change, or rounds, after which Python may look through everything for what nobody holds any more."""


@click.command("serve")
@root_option
@today_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    help="Port; 8000 unless given, 0 for any.",
)
def command(root: Path, today: datetime.date, port: int) -> None:
    """Show the archive on this machine; pages reload when a file changes."""
    shown = Preview(root, work_folder(root), today)
    shown.find_address()
    path = urlsplit(shown.site_url).path
    try:
        server = preview.server(
            shown.page, shown.version, port, lambda: _path_of(shown), shown.foot, shown.wait
        )
    except OSError as error:
        raise click.UsageError(
            f"port {port} cannot be used ({error.strerror}); try another, with `--port 8001` or `make serve PORT=8001`"
        ) from None
    stop, begun = threading.Event(), threading.Event()
    for work in (_follow_files, _follow_rounds):
        threading.Thread(target=work, args=(shown, root, stop, begun), daemon=True).start()
    print(f"The archive is shown at http://127.0.0.1:{server.server_address[1]}{path}", flush=True)
    print("Press Ctrl+C to end.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        stop.set()
        server.server_close()


def _path_of(shown: Preview) -> str:
    return urlsplit(shown.site_url).path


def _follow_files(
    shown: Preview, root: Path, stop: threading.Event, begun: threading.Event
) -> None:
    """Tell the preview of every file that is saved from `begun` on, until the end."""

    def notice(paths: frozenset[str]) -> None:
        try:
            shown.notice(paths)
        except Exception as error:
            _say_fault(error)

    watch(root, WATCHED, notice, stop, begun=begun)


def _follow_rounds(
    shown: Preview, root: Path, stop: threading.Event, begun: threading.Event
) -> None:
    """Read everything again after each change and say what is wrong, one round at a time, until the end."""
    # A file that is saved after a round has read it must be told.
    begun.wait()
    # By itself that look comes in the middle of things and stops every answer: 1.5 seconds with 10,000 calls.
    gc.set_threshold(700, 10, 1_000_000)
    # A page that is asked for gets its turn five times sooner while everything is read.
    sys.setswitchinterval(0.001)
    idle, rounds, again = 0, 0, AGAIN
    while not stop.is_set():
        is_due = shown.wait_for_change(LOOK, PAUSE)
        idle = 0 if is_due else idle + 1
        if rounds and (idle >= IDLE or rounds >= MANY):
            gc.collect()
            rounds = 0
        if not is_due:
            continue
        rounds += 1
        try:
            examined = shown.refresh()
        except Exception as error:
            _say_fault(error)
            shown.wait_after_failing(again)
            again = min(2 * again, SELDOM)
            continue
        again = AGAIN
        is_good = examined.is_good
        verdict = "" if is_good else "Pages show what can be read; `build` would publish nothing."
        print_problems(root, examined.problems, examined.files, "text", verdict)


def _say_fault(error: Exception) -> None:
    """Say that the program itself failed; the preview goes on, and a later round is another chance."""
    words = (
        f"{type(error).__name__}: {error}" if isinstance(error, OSError) else type(error).__name__
    )
    print(f"The change could not be read ({words}). It is tried again by itself.", file=sys.stderr)
