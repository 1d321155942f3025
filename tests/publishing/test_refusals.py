"""What is said when the computer refuses: plain words, what to do, and never a traceback."""

import errno
import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator.cli.faults import say_fault


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "The disk is full. Make room on it, then run the command again."),
        (errno.EDQUOT, "Your share of the disk is full."),
        (errno.EROFS, "The disk can only be read."),
        (errno.EACCES, "belongs to somebody else"),
        (errno.EIO, "The disk could not be read or written."),
    ],
)
def test_a_refusal_says_what_to_do(
    capsys: pytest.CaptureFixture[str], number: int, advice: str
) -> None:
    """Each usual reason of the system comes with the file and a way out."""
    say_fault(OSError(number, os.strerror(number), "build/site"), [])
    said = capsys.readouterr().err
    assert said.startswith(f"The computer refused: {os.strerror(number)} build/site\n")
    assert advice in said


@pytest.mark.parametrize("error", [MemoryError(), BrokenProcessPool("a process ended abruptly")])
def test_too_little_memory_is_no_fault_of_the_program(
    capsys: pytest.CaptureFixture[str], error: Exception
) -> None:
    """When memory runs out, or the system ends a process for that, fewer processes are proposed."""
    say_fault(error, [])
    said = capsys.readouterr().err
    assert "`--jobs 1`" in said
    assert "fault of the generator" not in said


def test_a_fault_that_cannot_be_written_down_is_said_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where `fault.txt` cannot be written, it is said why and how to see what would have stood in it."""
    monkeypatch.delenv("CALLS_DEBUG", raising=False)
    (tmp_path / "build/fault.txt").mkdir(parents=True)
    say_fault(ValueError("secret"), ["build", "--root", str(tmp_path)])
    said = capsys.readouterr().err
    assert "This is a fault of the generator" in said
    assert "CALLS_DEBUG=1 shows here what the programmers need to know." in said
    assert "secret" not in said
