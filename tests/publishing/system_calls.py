"""Runs a function in another process and decides for each call that changes files whether it is made, fails, or kills.

Linux hands the calls of the process over before they are made (seccomp's user notification), those of its C libraries
and of programs that it starts too. No tool and no right of root is needed; `works` says whether the system allows it.
"""

import ctypes
import functools
import os
import platform
import select
import signal
import socket
import struct
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

KILL = -1
"""The answer that ends the process in place of the call."""
GO = 0
"""The answer that lets a call be made; a positive number is the error that it gets instead."""

Answer = Callable[[int, "Call"], int]
"""Decides about a call, given how many came before it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the system: its name, and the path that it is about, below the watched folder."""

    name: str
    path: str
    writes: bool = True


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its status (negative for a signal), its words, and the calls that it tried."""

    status: int
    said: str
    calls: tuple[Call, ...]


_X86_64 = {
    "write": 1, "close": 3, "pwrite64": 18, "writev": 20, "flock": 73, "fsync": 74, "fdatasync": 75, "truncate": 76,
    "ftruncate": 77, "rename": 82, "mkdir": 83, "rmdir": 84, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90,
    "fchmod": 91, "openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266,
    "fchmodat": 268, "syncfs": 306, "renameat2": 316, "open": 2,
}  # fmt: skip
_AARCH64 = {
    "write": 64, "close": 57, "pwrite64": 68, "writev": 66, "flock": 32, "fsync": 82, "fdatasync": 83, "truncate": 45,
    "ftruncate": 46, "openat": 56, "mkdirat": 34, "unlinkat": 35, "renameat": 38, "linkat": 37, "symlinkat": 36,
    "fchmodat": 53, "fchmod": 52, "syncfs": 267, "renameat2": 276,
}  # fmt: skip
_MACHINES = {"x86_64": (0xC000003E, 317, _X86_64), "aarch64": (0xC00000B7, 277, _AARCH64)}
_BY_DESCRIPTOR = frozenset(
    "write close pwrite64 writev flock fsync fdatasync ftruncate fchmod syncfs".split()
)
# Where the path stands among the arguments, and the folder that it begins in, if the call takes one.
_PATHS: dict[str, tuple[int, int | None]] = {
    "truncate": (0, None), "rename": (1, None), "mkdir": (0, None), "rmdir": (0, None), "link": (1, None),
    "unlink": (0, None), "symlink": (1, None), "chmod": (0, None), "open": (0, None), "openat": (1, 0),
    "mkdirat": (1, 0), "unlinkat": (1, 0), "renameat": (3, 2), "linkat": (3, 2), "symlinkat": (2, 1),
    "fchmodat": (1, 0), "renameat2": (3, 2),
}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_AT_FDCWD = -100
_NEW_LISTENER, _SET_FILTER, _NO_NEW_PRIVS = 8, 1, 38
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_ALLOW, _NOTIFY = 0x7FFF0000, 0x7FC00000


class Stuck(Exception):
    """A watched process did not end in time."""


def run(
    function: Callable[[], int],
    place: Path,
    answer: Answer = lambda number, call: GO,
    *,
    patience: float = 300.0,
    kill_after: float | None = None,
    user: int | None = None,
) -> Ended:
    """Run a function in a process of its own, whose calls about files below `place` are put to `answer`.

    What it prints comes back, and what it returns is its status.
    `kill_after` ends it so many seconds after its beginning, unless it has ended; `user` is the one that it runs as.
    Raises `Stuck` when it does not end.
    """
    ours, theirs = socket.socketpair()
    with tempfile.TemporaryFile() as said:
        pid = os.fork()
        if pid == 0:
            _be_watched(function, theirs, said.fileno(), user)
        theirs.close()
        with ours:
            _, descriptors, _, _ = socket.recv_fds(ours, 1, 1)
        try:
            calls, status = _watch(pid, descriptors[0], place, answer, patience, kill_after)
        finally:
            os.close(descriptors[0])
        said.seek(0)
        return Ended(status, said.read().decode("utf-8", "replace"), tuple(calls))


def works() -> str | None:
    """Say that calls can be handed over here, by giving the kind of machine."""
    kind = platform.machine()
    if platform.system() != "Linux" or kind not in _MACHINES or not hasattr(os, "pidfd_open"):
        return None
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            status = int(_listen() < 0)
        finally:
            os._exit(status)
    return kind if os.waitpid(pid, 0)[1] == 0 else None


def _be_watched(
    function: Callable[[], int], to: socket.socket, said: int, user: int | None
) -> None:
    status = 70
    try:
        for stream in (1, 2):
            os.dup2(said, stream)
        # What tests run in may have put streams of its own in the place of these.
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        listener = _listen()
        socket.send_fds(to, [b"x"], [listener])
        # Kept open here, calls would wait for ever for a watcher that is gone.
        os.close(listener)
        status = function()
    except Exception:  # noqa: BLE001
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


def _listen() -> int:
    """Hand the calls of this process over from here on; give the descriptor by which they are received."""
    number = _MACHINES[platform.machine()][1]
    libc = _libc()
    code = _filter()
    held = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(held))
    libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    listener = libc.syscall(number, _SET_FILTER, _NEW_LISTENER, ctypes.c_char_p(program))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "calls cannot be handed over")
    return int(listener)


def _filter() -> bytes:
    """Give the program by which the kernel picks the calls: those of our machine that stand in the table."""
    machine, _, table = _MACHINES[platform.machine()]
    load, equal, answer = 0x20, 0x15, 0x06
    lines = [(load, 0, 0, 4), (equal, 1, 0, machine), (answer, 0, 0, _ALLOW), (load, 0, 0, 0)]
    for number in table.values():
        lines += [(equal, 0, 1, number), (answer, 0, 0, _NOTIFY)]
    lines.append((answer, 0, 0, _ALLOW))
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def _watch(
    pid: int, listener: int, place: Path, answer: Answer, patience: float, kill_after: float | None
) -> tuple[list[Call], int]:
    names = {number: name for name, number in _MACHINES[platform.machine()][2].items()}
    calls: list[Call] = []
    began = time.monotonic()
    process = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    poll.register(process, select.POLLIN)
    try:
        while True:
            found = dict(poll.poll(5))
            if process in found:
                break
            passed = time.monotonic() - began
            if kill_after is not None and passed >= kill_after:
                os.kill(pid, signal.SIGKILL)
                break
            if passed > patience:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                raise Stuck(f"no end after {patience:g} seconds; the last call was {calls[-1:]}")
            if found.get(listener, 0) & select.POLLIN:
                _answer(listener, pid, place, names, calls, answer)
    finally:
        os.close(process)
    return calls, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _answer(
    listener: int,
    child: int,
    place: Path,
    names: dict[int, str],
    calls: list[Call],
    answer: Answer,
) -> None:
    asked = ctypes.create_string_buffer(80)
    if _ioctl(listener, _RECEIVE, asked):
        return
    id_, pid, _, number, _, _, *arguments = struct.unpack("QIIiIQ6Q", asked.raw)
    call = _call(names[number], pid, arguments, place)
    said = GO
    if call is not None:
        said = answer(len(calls), call)
        calls.append(call)
    if said == KILL:
        os.kill(child, signal.SIGKILL)
        return
    made = struct.pack("QqiI", id_, 0, -said, 1 if said == GO else 0)
    _ioctl(listener, _SEND, ctypes.create_string_buffer(made, 24))


def _ioctl(listener: int, request: int, data: "ctypes.Array[ctypes.c_char]") -> bool:
    """Ask the kernel; true says that the process is gone in the meantime."""
    return bool(_libc().ioctl(listener, ctypes.c_ulong(request), data) != 0)


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, pid: int, arguments: list[int], place: Path) -> Call | None:
    """Give a call that changes files below a folder, or opens one; nothing for others."""
    try:
        if name in _BY_DESCRIPTOR:
            path = os.readlink(f"/proc/{pid}/fd/{arguments[0] & 0xFFFFFFFF}")
        else:
            path = _path(name, pid, arguments)
    except OSError:
        return None
    inside = f"{place}/"
    if not f"{path}/".startswith(inside):
        return None
    writes = True
    if name in ("open", "openat"):
        writes = bool(arguments[1 if name == "open" else 2] & _WRITING)
    elif name == "close":
        writes = _was_opened_to_write(pid, arguments[0] & 0xFFFFFFFF)
    return Call(name, path.removeprefix(inside) if path != str(place) else ".", writes)


def _was_opened_to_write(pid: int, descriptor: int) -> bool:
    with open(f"/proc/{pid}/fdinfo/{descriptor}", encoding="ascii") as told:
        flags = next(line.split()[1] for line in told if line.startswith("flags:"))
    return bool(int(flags, 8) & (os.O_WRONLY | os.O_RDWR))


def _path(name: str, pid: int, arguments: list[int]) -> str:
    where, folder = _PATHS[name]
    text = _text(pid, arguments[where])
    if text.startswith("/"):
        return text
    handle = _AT_FDCWD if folder is None else ctypes.c_int(arguments[folder] & 0xFFFFFFFF).value
    begin = f"/proc/{pid}/cwd" if handle == _AT_FDCWD else f"/proc/{pid}/fd/{handle}"
    return os.path.join(os.readlink(begin), text)


def _text(pid: int, address: int) -> str:
    """Read a path out of the memory of a process; a page at most, and never over the end of one."""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        found = b""
        while b"\0" not in found and len(found) < 4096:
            memory.seek(address + len(found))
            found += memory.read(4096 - (address + len(found)) % 4096)
    return os.fsdecode(found.partition(b"\0")[0])
