"""Measures a file of a recording, which somebody else opened: size, checksum, type, and how long it runs."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from generator.sound_files.durations import has_video, seconds_of
from generator.sound_files.signatures import HEAD, is_page, type_of

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a file: `type` is empty and `seconds` 0 where the file does not tell it plainly."""

    bytes: int
    sha256: str
    type: str = ""
    seconds: int = 0
    is_page: bool = False


def measure(file: BinaryIO) -> Facts:
    """Read a file once from its beginning to its end, piece by piece, and look at its plain places."""
    digest = hashlib.sha256()
    size = 0
    file.seek(0)
    while piece := file.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    file.seek(0)
    head = file.read(HEAD)
    kind = type_of(head)
    if kind == "video/mp4" and not has_video(file, size):
        kind = "audio/mp4"
    seconds = seconds_of(file, size, kind)
    return Facts(size, digest.hexdigest(), kind, seconds, is_page(head))
