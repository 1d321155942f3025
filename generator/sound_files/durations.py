"""Tells how long a recording runs where its file says so at a place that is plain to read; else nothing.

Numbers come from strangers' files: none is believed that leads outside the file.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

_TAIL = 131_072
"""Bytes of the end of an Ogg file that are searched for its last page, which has at most half of them."""
_MOST_PARTS = 4096
"""So many parts of a file are walked over."""
_LONGEST = 100 * 3600
"""Seconds above which a file is not believed."""


class Atom(NamedTuple):
    """A part of an MP4 file: its name, and where what it holds begins and ends."""

    name: bytes
    start: int
    end: int


def seconds_of(file: BinaryIO, size: int, type: str) -> int:
    """Give how many seconds a file of a type runs, rounded, or 0 where it does not say so plainly."""
    read = _READERS.get(type)
    try:
        seconds = read(file, size) if read else 0.0
    except (struct.error, IndexError, ValueError, OverflowError, ZeroDivisionError):
        return 0
    return round(seconds) if 0.5 <= seconds < _LONGEST else 0


def has_video(file: BinaryIO, size: int) -> bool:
    """Tell whether an MP4 file has a track of video; where its tracks are not plain to read, it may have one."""
    handlers = [
        _at(file, part.start + 8, 4)
        for track in _inside(file, _whole(size), b"moov", b"trak")
        for part in _inside(file, track, b"mdia", b"hdlr")
    ]
    return b"vide" in handlers or not handlers


def _of_wave(file: BinaryIO, size: int) -> float:
    """RIFF: the bytes of the sound, by those of a second."""
    rate = 0
    at = 12
    for _ in range(_MOST_PARTS):
        name, length = struct.unpack("<4sI", _at(file, at, 8))
        if name == b"fmt ":
            rate = struct.unpack("<I", _at(file, at + 16, 4))[0]
        if name == b"data":
            return float(min(length, size - at - 8) / rate)
        at += 8 + length + length % 2
    return 0.0


def _of_flac(file: BinaryIO, size: int) -> float:
    """RFC 9639, section 8.2: samples a second in 20 bits, and the number of samples in 36."""
    packed = int.from_bytes(_at(file, 18, 8), "big")
    return (packed & (1 << 36) - 1) / (packed >> 44)


def _of_ogg(file: BinaryIO, size: int) -> float:
    """RFC 3533: the position of the last page, by the samples of a second that the first page tells."""
    head = _at(file, 0, 128)
    packet = head[27 + head[26] :]
    first = max(0, size - _TAIL)
    tail = _at(file, first, _TAIL)
    at = tail.rfind(b"OggS")
    position = struct.unpack_from("<q", tail, at + 6)[0] if at >= 0 else -1
    if position < 0:
        return 0.0
    if packet.startswith(b"OpusHead"):
        return float(position - struct.unpack_from("<H", packet, 10)[0]) / 48_000
    if packet.startswith(b"\x01vorbis"):
        return float(position / struct.unpack_from("<I", packet, 12)[0])
    return 0.0


def _of_mp4(file: BinaryIO, size: int) -> float:
    """ISO/IEC 14496-12, section 8.2.2: the length of the film, in units of its own clock."""
    for header in _inside(file, _whole(size), b"moov", b"mvhd"):
        is_long = _at(file, header.start, 1) == b"\x01"
        scale, length = (
            struct.unpack(">IQ", _at(file, header.start + 20, 12))
            if is_long
            else struct.unpack(">II", _at(file, header.start + 12, 8))
        )
        return float(length / scale)
    return 0.0


def _whole(size: int) -> Atom:
    return Atom(b"", 0, size)


def _inside(file: BinaryIO, around: Atom, *names: bytes) -> Iterator[Atom]:
    """Give the parts that are found by following names inwards."""
    first, *more = names
    for part in _parts(file, around):
        if part.name == first:
            yield from _inside(file, part, *more) if more else (part,)


def _parts(file: BinaryIO, around: Atom) -> Iterator[Atom]:
    at = around.start
    for _ in range(_MOST_PARTS):
        if at + 8 > around.end:
            return
        length, name = struct.unpack(">I4s", _at(file, at, 8))
        begin = 8
        if length == 1:
            length, begin = struct.unpack(">Q", _at(file, at + 8, 8))[0], 16
        end = around.end if length == 0 else at + length
        if length and (length < begin or end > around.end):
            return
        yield Atom(name, at + begin, end)
        at = end


def _at(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    return file.read(length)


_READERS: Mapping[str, Callable[[BinaryIO, int], float]] = {
    "audio/wav": _of_wave,
    "audio/flac": _of_flac,
    "audio/ogg": _of_ogg,
    "audio/mp4": _of_mp4,
    "video/mp4": _of_mp4,
    "video/quicktime": _of_mp4,
    "video/3gpp": _of_mp4,
}
"""Types whose files say how long they run. An MP3 mostly does not, and a guess by its size is none to write down."""
