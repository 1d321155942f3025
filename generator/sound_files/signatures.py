"""Tells the type of a file of sound or video by its first bytes; its name is never looked at, because names lie."""

import re

HEAD = 65_536
"""So many first bytes are looked at."""

_VIDEO_IN_OGG = (b"\x80theora", b"BBCD\0", b"\x01video")
_VIDEO_IN_MATROSKA = (b"V_VP", b"V_AV1", b"V_MPEG", b"V_THEORA", b"V_MS/")
_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|\?xml[^>]*>\s*<!doctype html)", re.I
)


def type_of(head: bytes) -> str:
    """Give the media type of a file that begins with some bytes, or nothing where they are none that is known here.

    Sources: RFC 3533 (Ogg), RFC 9639 (FLAC), RFC 9559 (Matroska), ISO/IEC 14496-12 (MP4), 11172-3 (MPEG audio),
    RFC 4867 (AMR), and the WHATWG MIME Sniffing standard for MP3, WAVE and WebM.
    """
    if head.startswith(b"OggS"):
        return "video/ogg" if any(one in head[:4096] for one in _VIDEO_IN_OGG) else "audio/ogg"
    if head.startswith(b"fLaC"):
        return "audio/flac"
    if head.startswith(b"RIFF"):
        return {b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(head[8:12], "")
    if head.startswith(b"FORM") and head[8:12] in (b"AIFF", b"AIFC"):
        return "audio/aiff"
    if head.startswith(b"#!AMR"):
        return "audio/amr"
    if head[4:8] == b"ftyp":
        return _of_brand(head[8:12])
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return _of_matroska(head)
    if head.startswith((b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3")):
        return "video/mpeg"
    return _of_mpeg_audio(head)


def is_page(head: bytes) -> bool:
    """Tell whether a file begins as a page of the web does: what a host sends in place of a recording."""
    return bool(_PAGE.match(head[:1024]))


def _of_brand(brand: bytes) -> str:
    """Tell the kinds of MP4 apart; whether one that may hold video does is told by its tracks."""
    if brand in (b"M4A ", b"M4B "):
        return "audio/mp4"
    if brand == b"qt  ":
        return "video/quicktime"
    return "video/3gpp" if brand.startswith((b"3gp", b"3g2")) else "video/mp4"


def _of_matroska(head: bytes) -> str:
    kind = "video" if any(one in head for one in _VIDEO_IN_MATROSKA) else "audio"
    return f"{kind}/webm" if b"webm" in head[:64] else f"{kind}/x-matroska"


def _of_mpeg_audio(head: bytes) -> str:
    """An MP3 begins with a tag or with a frame; a frame of AAC looks like one, but for its layer."""
    if head.startswith(b"ID3"):
        return "audio/mpeg"
    if len(head) < 4 or head[0] != 0xFF:
        return ""
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac"
    is_frame = head[1] & 0xE0 == 0xE0 and head[1] & 0x06 == 0x02
    has_rates = head[2] >> 4 not in (0, 15) and head[2] & 0x0C != 0x0C and head[1] & 0x18 != 0x08
    return "audio/mpeg" if is_frame and has_rates else ""
