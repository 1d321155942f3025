"""`serve`: shows the archive on this machine and renders only the page that is asked for."""

import datetime
import threading
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.cli.options import root_option, today_option, work_folder
from generator.cli.reporting import print_problems
from generator.previewing import Preview
from generator.site import preview


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
    _refresh(shown, root)
    path = urlsplit(shown.site_url).path
    try:
        server = preview.server(shown.answer, shown.version, port, path)
    except OSError as error:
        raise click.UsageError(
            f"port {port} cannot be used ({error.strerror}); try another, with `--port 8001` or `make serve PORT=8001`"
        ) from None
    stop = threading.Event()
    watched = [root / name for name in ("calls", "minutes", "content", "mkdocs.yml")]
    watcher = threading.Thread(
        target=preview.watch,
        args=(watched, lambda changed: _refresh(shown, root), stop),
        daemon=True,
    )
    watcher.start()
    print(f"The archive is shown at http://127.0.0.1:{server.server_address[1]}{path}", flush=True)
    print("Press Ctrl+C to end.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        stop.set()
        server.server_close()


def _refresh(shown: Preview, root: Path) -> None:
    examined = shown.refresh()
    verdict = (
        "" if examined.is_good else "Pages show what can be read; `build` would publish nothing."
    )
    print_problems(root, examined.problems, examined.files, "text", verdict)
