"""The command line: a module a command, each a few lines that call the pipeline. Only this folder prints.

Exit status: 0 fine, 1 problems in the records, 2 wrong use, 3 a fault of the generator.
"""

import gc
import importlib
import os
import pkgutil
import sys

import click

from generator import __version__
from generator.cli.faults import say_fault, say_wrong_use

WRONG_USE = 2
OURS = 3
STOPPED = 130


class _Folder(click.Group):
    """The commands of this folder; the module of each is loaded when it is asked for, for all take a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        return [name for name in sorted(_modules()) if self.get_command(ctx, name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the command of a name, which is its module's too."""
        module = _modules().get(cmd_name)
        found = importlib.import_module(f"{__name__}.{module}") if module else None
        command = getattr(found, "command", None)
        return command if isinstance(command, click.Command) else None


def _modules() -> dict[str, str]:
    """Give the modules of this folder by what their commands would be called."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return {name.rstrip("_").replace("_", "-"): name for name in names}


@click.group(
    cls=_Folder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Make a public archive from call records, minutes and written pages."""


def main() -> None:
    """Run a command; a fault of the generator is said in so many words and ends with 3."""
    # Records are many small values that live to the end: looking for dead ones among them takes a third of the time.
    gc.set_threshold(200_000)
    try:
        status = commands(prog_name="calls", standalone_mode=False)
    except click.UsageError as error:
        say_wrong_use(error)
        sys.exit(WRONG_USE)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(STOPPED)
    except BrokenPipeError:
        # Whoever read the report has seen enough of it; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(STOPPED)
    except Exception as error:
        say_fault(error, sys.argv[1:])
        sys.exit(OURS)
    # Commands that show help or a version give their exit status instead of raising it.
    sys.exit(status if isinstance(status, int) else 0)
