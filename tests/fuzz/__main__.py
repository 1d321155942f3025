"""Fuzzes a target: `python -m tests.fuzz TARGET --runs N --seed S --corpus DIR`; `all` takes each in turn.

What a text reaches of the program leads the way to the next one, which is atheris' work. Inputs that reached something
new are kept in the corpus, and what failed in the folder of finds.
"""

import argparse
import contextlib
import importlib
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WATCHED = ("generator", "yaml", "dateutil", "frontmatter")
"""Packages whose code is watched; those in C cannot be."""
LARGEST = 16_384
"""Most bytes of one input: larger ones find little more and take long; `tests.fuzz.worst_file` has those."""
SECONDS = 30
"""So long one input may take, on a busy machine, before it counts as hanging."""


def main(arguments: Sequence[str]) -> int:
    """Fuzz one target or all; gives 1 if any failed."""
    options = _options(arguments)
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=list(WATCHED)), _quiet():
        from tests.fuzz.targets import TARGETS

        names = list(TARGETS) if options.target == "all" else [options.target]
        for name in names:
            if name in TARGETS:
                # What is read once for all inputs is read before the processes part, and watched from then on.
                TARGETS[name].run(next(iter(TARGETS[name].seeds())))
    if unknown := [name for name in names if name not in TARGETS]:
        print(f"no target is called {unknown[0]}; there are: all {' '.join(TARGETS)}")
        return 2
    failed = [name for name in names if _fuzz_apart(atheris, name, options)]
    print(f"failed: {' '.join(failed)}" if failed else "nothing failed")
    return 1 if failed else 0


def _quiet() -> contextlib.AbstractContextManager[object]:
    """Keep a line for each module from being printed."""
    return contextlib.redirect_stderr(io.StringIO())


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    reader.add_argument("target", help="a target's name, or `all`")
    reader.add_argument("--runs", type=int, default=10_000, help="inputs to try, seeds among them")
    reader.add_argument("--seconds", type=int, default=0, help="stop after so long; 0: never")
    reader.add_argument("--seed", type=int, default=1, help="what chance begins with")
    reader.add_argument("--corpus", type=Path, help="a folder to keep inputs and finds in")
    reader.add_argument("--seeds", type=int, default=1_000, help="most seeds to begin with")
    return reader.parse_args(arguments)


def _fuzz_apart(atheris: Any, name: str, options: argparse.Namespace) -> bool:
    """Fuzz in a process of its own, for fuzzing ends its process; tells whether it failed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryDirectory() as scratch:
            _fuzz(atheris, name, options, Path(scratch))
        os._exit(1)
    _, status = os.waitpid(child, 0)
    print(f"{name}: {'failed' if status else 'done'}", flush=True)
    return status != 0


def _fuzz(atheris: Any, name: str, options: argparse.Namespace, scratch: Path) -> None:
    from tests.fuzz.targets import PIECES, TARGETS

    target = TARGETS[name]
    kept = (options.corpus or scratch / "kept").absolute() / name
    finds = (options.corpus or Path("build/fuzz")).absolute() / "finds"
    for folder in (kept, finds, scratch / "seeds"):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in zip(range(options.seeds), target.seeds(), strict=False):
        (scratch / "seeds" / f"{number:05}").write_bytes(data)
    words = "".join('"' + "".join(f"\\x{byte:02x}" for byte in one) + '"\n' for one in PIECES)
    (scratch / "words").write_text(words)
    flags = {
        "runs": options.runs,
        "seed": options.seed,
        "max_len": LARGEST,
        "timeout": SECONDS,
        "report_slow_units": 2,
        "rss_limit_mb": 2048,
        "max_total_time": options.seconds,
        "artifact_prefix": f"{finds}/{name}-",
        "dict": scratch / "words",
        "len_control": 0,
        "print_final_stats": 1,
    }
    given = [sys.argv[0], *(f"-{flag}={value}" for flag, value in flags.items())]
    atheris.Setup([*given, str(kept), str(scratch / "seeds")], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
