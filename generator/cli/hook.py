"""`hook`: lets git check what is about to be committed, and what is about to be pushed."""

from pathlib import Path

import click

from generator.carried import carried
from generator.cli.options import root_option
from generator.history.hook import NAMES, install_hook


@click.command("hook")
@root_option
def command(root: Path) -> None:
    """Let git check before each commit and each push; a hook of your own is never touched."""
    for name in NAMES:
        script = carried(f"generator/hooks/{name}").read_text(encoding="utf-8")
        written = install_hook(str(root), name, script)
        if written:
            print(f"From now on git checks what you {name.removeprefix('pre-')}: {written}")
