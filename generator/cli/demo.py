"""`demo`: the made-up archive of the River Assembly, which holds every state there is, on its own fixed day.

It shows a copy, so that anybody may change a record and look what happens.
"""

import datetime
import shutil
from pathlib import Path

import click

from generator.carried import carried
from generator.cli import build, serve

SHIPPED = "tests/sites/river/archive"
TODAY = datetime.date(2031, 4, 10)
"""The day on which that archive is shown; what is to come and what is overdue there hangs on it."""
COPY = Path("build/demo")


@click.command("demo")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    help="Port; 8000 unless given, 0 for any.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Only build the site, into this folder.",
)
@click.pass_context
def command(context: click.Context, port: int, out: Path | None) -> None:
    """Show a made-up archive with every state there is; change its records and look."""
    shipped = carried(SHIPPED)
    if not COPY.exists():
        _copy(shipped, COPY)
    print(f"The River Assembly is made up. Its archive is shown as on {TODAY}, from a copy.")
    print(f"The copy is in {COPY}: change a record there, and its page follows.")
    changed = _changed(shipped, COPY)
    if changed:
        files = "1 file differs" if len(changed) == 1 else f"{len(changed)} files differ"
        print(f"There {files} from what was copied; delete {COPY} to begin again.")
    print(
        "Its warnings are meant: F240, M602, M635, P507 and Y128 for show, P518 because the key of its kept-out"
        " name was thrown away, S706 because a copy has no history.\n"
    )
    if out is None:
        context.invoke(serve.command, root=COPY, today=TODAY, port=port)
    else:
        context.invoke(build.command, root=COPY, today=TODAY, out=out, jobs=0)


def _copy(shipped: Path, target: Path) -> None:
    """Copy the archive beside its place first, so that half a copy is never taken for a whole one."""
    half = target.with_name(f"{target.name}.new")
    shutil.rmtree(half, ignore_errors=True)
    # Contents alone: what is installed may be read-only, and a copy is there to be changed.
    for source in sorted(shipped.rglob("*")):
        if source.is_file():
            copied = half / source.relative_to(shipped)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(source.read_bytes())
    half.rename(target)


def _changed(shipped: Path, copied: Path) -> list[str]:
    """Name the files that are not the same, or not there, in one of two archives."""
    old, new = _files(shipped), _files(copied)
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def _files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix(): path for path in found}
    return {name: names[name].read_bytes() for name in names if not name.startswith("build/")}
