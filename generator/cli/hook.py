"""`hook`: lets git check what is about to be committed."""

from pathlib import Path

import click

from generator.carried import carried
from generator.cli.options import root_option
from generator.history.hook import install_hook


@click.command("hook")
@root_option
def command(root: Path) -> None:
    """Let git run `check --staged` before each commit; a hook of your own is never touched."""
    script = carried("generator/hooks/pre-commit").read_text(encoding="utf-8")
    written = install_hook(str(root), script)
    if written:
        print(f"From now on git checks what you commit: {written}")
