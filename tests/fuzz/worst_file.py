"""Measures what one bad file takes: `python -m tests.fuzz.worst_file [WORDS] [--render] [--top N]`.

Each file lies in an archive that is empty besides, and is answered by a process of its own. What a process needs
before it has read anything is measured with a good file and said beside. Kept finds of the fuzzers are measured too.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.fuzz.targets import kept_cases
from tests.fuzz.worst_cases import CALL, FRONT, HEAD, NOTES, WORST

SECONDS, MEMORY = 1.0, 300 * 1024 * 1024
"""What one bad file may take (the rule of the design): seconds of the processor, and bytes at the peak."""
PLAIN = {"a good record": (CALL, HEAD.encode()), "good notes": (NOTES, f"{FRONT}Words.\n".encode())}
_UNIT = 1 if sys.platform == "darwin" else 1024


def cases() -> Iterator[tuple[str, str, bytes]]:
    """Give every case: its name, where it lies, and its bytes."""
    from tests.fuzz.records import PLACES

    yield from ((name, path, data) for name, (path, data) in PLAIN.items())
    yield from ((name, path, make().encode()) for name, (path, make) in WORST.items())
    for target, file in kept_cases():
        if target in PLACES:
            yield f"found: {file.name}", PLACES[target], file.read_bytes()


def laid(folder: Path, path: str, data: bytes) -> Path:
    """Lay a file into the empty archive, with the record that notes of it need."""
    from tests.site_archives import copied

    root = copied("empty", folder)
    if path.startswith("minutes/"):
        (root / CALL).parent.mkdir(parents=True, exist_ok=True)
        (root / CALL).write_text(HEAD, encoding="utf-8")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
    return root


def answer(root: Path, is_rendered: bool) -> dict[str, float]:
    """Answer an archive as `check` does, its report included, and say what that took this process."""
    from generator.cli.reporting import print_problems
    from generator.pipeline import examine
    from tests.site_archives import GOOD, outputs

    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    examined = examine(root, GOOD["empty"])
    print_problems(root, examined.problems, examined.files, "text", "")
    checked = time.process_time()
    if is_rendered and examined.settings is not None:
        outputs(examined)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "problems": len(examined.problems),
        "check": checked - begun,
        "render": time.process_time() - checked,
        "before": before * _UNIT,
        "peak": peak * _UNIT,
    }


def measured(path: str, data: bytes, is_rendered: bool = False) -> dict[str, float]:
    """Answer one file in a fresh process."""
    with tempfile.TemporaryDirectory() as name:
        root = laid(Path(name), path, data)
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.worst_file", "--answer", str(root)]
            + ["--render"] * is_rendered,
            capture_output=True,
            check=True,
        )
    found: dict[str, float] = json.loads(done.stdout.rsplit(b"\n", 2)[-2])
    return found


def main(arguments: Sequence[str]) -> int:
    """Measure all cases, or those with some words in their names; gives 1 where one takes too much."""
    reader = argparse.ArgumentParser(prog="python -m tests.fuzz.worst_file", description=__doc__)
    reader.add_argument("words", nargs="?", default="", help="words in the names of cases")
    reader.add_argument("--render", action="store_true", help="make all pages too")
    reader.add_argument("--top", type=int, default=1000, help="show so many, the slowest first")
    reader.add_argument("--answer", type=Path, help="answer one archive, and say what it took")
    options = reader.parse_args(arguments)
    if options.answer:
        print(json.dumps(answer(options.answer, options.render)))
        return 0
    rows = [
        (measured(path, data, options.render), name, len(data))
        for name, path, data in cases()
        if options.words in name
    ]
    rows.sort(key=lambda row: (-row[0]["check"] - row[0]["render"], row[1]))
    print("check s  render s  peak MB  problems  bytes   file")
    for took, name, size in rows[: options.top]:
        print(
            f"{took['check']:7.2f}  {took['render']:8.2f}  {took['peak'] / 1024**2:7.0f}"
            f"  {took['problems']:8.0f}  {size:6}  {name}"
        )
    return 1 if any(row["check"] > SECONDS or row["peak"] > MEMORY for row, _, _ in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
