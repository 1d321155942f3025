"""The ways in which a finished file can be read: as it stands, unpacked, and with its escapes undone in turn."""

import base64
import binascii
import gzip
import html
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

_ROUNDS = 3
"""How many escapes may lie inside each other: JSON in an attribute of HTML that a feed carries has three."""
_FOLD = re.compile(rb"\r?\n[ \t]")
_HEX_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,5})\}|\\x([0-9a-fA-F]{2})")
_BLANK_ESCAPE = re.compile(r"\\[nNrtbf]")
_TAG = re.compile(r"<[^>]*>")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{32,}")
"""As much as 24 characters take; a checksum looks like it too, and has no text in it."""


def readings(path: str, data: bytes) -> Iterator[str]:
    """Give the texts that a reader or a program may find in a file."""
    data = _unpacked(data)
    text = data.decode("utf-8", "replace")
    yield from _with_tags_undone(text)
    if path.endswith(".ics") or b"BEGIN:VCALENDAR" in data:
        # Lines may be folded inside a character, so they are joined before they are decoded.
        text = _FOLD.sub(b"", data).decode("utf-8", "replace")
        yield text
    for packed in _BASE64.findall(text):
        yield from _with_tags_undone(_text_in(packed))
    for _ in range(_ROUNDS):
        undone = _undone(text)
        if undone == text:
            return
        yield from _with_tags_undone(undone)
        text = undone


def _with_tags_undone(text: str) -> Iterator[str]:
    """Give a text as it stands, and with its tags taken for the end of a word and for nothing at all."""
    yield text
    if "<" in text:
        yield _TAG.sub(" ", text)
        yield _TAG.sub("", text)


def _undone(text: str) -> str:
    """Undo one layer of the escapes of JSON, calendars, HTML and addresses."""
    if "\\" in text:
        text = _BLANK_ESCAPE.sub(" ", _HEX_ESCAPE.sub(_character, text))
        # Characters beyond the first 65,536 are written as two halves.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "&" in text:
        text = html.unescape(text)
    return unquote(text) if "%" in text else text


def _text_in(packed: str) -> str:
    """Give the text that is written in base 64, in either alphabet, or an empty one where there is none."""
    whole = packed[: len(packed) // 4 * 4].replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(whole, validate=True).decode("utf-8", "ignore")
    except binascii.Error:
        return ""


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2] or found[3], 16))


def _unpacked(data: bytes) -> bytes:
    try:
        if data[:2] == b"\x1f\x8b":
            return gzip.decompress(data)
        if data[:1] == b"\x78":
            return zlib.decompress(data)
    except (OSError, EOFError, zlib.error):
        pass
    return data
