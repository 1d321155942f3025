"""Reads a file that somebody sent, such as captions, or ends with a word on why it cannot be used."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from generator.cli.field_options import stop
from generator.importers.captions import Captions, read_captions

LIMIT = 4_000_000
"""Bytes of what is sent: the longest transcript, with marks that are taken off on the way."""


def captions_in(file: str) -> Captions:
    """Read captions from a file, or from standard input where it is `-`; says what was mended on the way."""
    name = "standard input" if file == "-" else Path(file).name
    with click.open_file(file, "rb") as opened:
        captions = read_captions(sent_text(opened, name, LIMIT, "a transcript", stop))
    for line in captions.unread[:10]:
        print(f"{name}:{line}: these are no times that can be read", file=sys.stderr)
    if captions.unread:
        stop(f"{name} has {len(captions.unread)} lines with an arrow that are no times")
    if not captions.pieces:
        stop(f"{name} has no pieces with times; export it as WebVTT or SubRip (SRT)")
    if captions.mended:
        print(f"Mended: {', '.join(captions.mended)}.", file=sys.stderr)
    return captions


def sent_text(
    file: IO[Any], name: str, limit: int, kind: str, stop: Callable[[str], NoReturn]
) -> str:
    """Read what was sent as UTF-8; more bytes than a `kind` of text may have end with a word on why."""
    data: bytes = file.read(limit + 1)
    if len(data) > limit:
        stop(f"{name} has more than {limit} bytes; that is more than {kind} may have")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        stop(f"{name}:{line}: this is not UTF-8; save it as UTF-8 and try again")
