"""Tests of what is told of a recording by its file: size, checksum, type by the first bytes, and how long it runs."""

import hashlib
import io
import random
import struct

import pytest

from generator.media_types import TYPES_OF
from generator.sound_files.measuring import measure
from generator.sound_files.signatures import is_page, type_of
from tests import sounds

PLAIN = {"audio/flac", "audio/mp4", "audio/ogg", "audio/wav", "video/mp4"}
"""Types whose files say how long they run."""


@pytest.mark.parametrize("media_type", sounds.TYPES)
def test_a_file_is_known_by_its_bytes(media_type: str) -> None:
    """Made by other programs, a file of every type that players know is told from all others."""
    data = sounds.made(media_type, 3)
    facts = measure(io.BytesIO(data))
    expected = (len(data), hashlib.sha256(data).hexdigest(), media_type)
    assert expected == (facts.bytes, facts.sha256, facts.type)


@pytest.mark.parametrize("media_type", sounds.TYPES)
def test_its_length_is_told_where_the_file_says_it(media_type: str) -> None:
    """Types that do not say it plainly are told without one."""
    facts = measure(io.BytesIO(sounds.made(media_type, 3)))
    assert (3 if media_type in PLAIN else 0) == facts.seconds


@pytest.mark.parametrize("media_type", sounds.TYPES)
def test_every_type_is_one_that_its_ending_may_have(media_type: str) -> None:
    """What is measured never contradicts what the check says of the file's ending."""
    assert media_type in TYPES_OF[sounds.ENDINGS[media_type]]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"ID3\x04\0\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xfb\xf0\x64", ""),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"\xff\xfe<\0h\0", ""),
        (b"OggS" + b"\0" * 24 + b"\x80theora", "video/ogg"),
        (b"OggS" + b"\0" * 24 + b"\x01vorbis", "audio/ogg"),
        (b"RIFF\0\0\0\0AVI LIST", "video/x-msvideo"),
        (b"RIFF\0\0\0\0WEBP", ""),
        (b"\0\0\0\x20ftypqt  ", "video/quicktime"),
        (b"\0\0\0\x20ftyp3gp4", "video/3gpp"),
        (b"\x1a\x45\xdf\xa3\0\x42\x82\x88matroska", "audio/x-matroska"),
        (b"\x1a\x45\xdf\xa3\0\x42\x82\x88matroska V_MPEG4", "video/x-matroska"),
        (b"#!AMR\n", "audio/amr"),
        (b"FORM\0\0\0\0AIFF", "audio/aiff"),
        (b"\0\0\x01\xba", "video/mpeg"),
        (b"%PDF-1.7", ""),
        (b"PK\x03\x04", ""),
        (b"", ""),
        (b"\xff", ""),
    ],
)
def test_signatures_tell_types_apart(head: bytes, expected: str) -> None:
    """What begins alike is told apart by what follows, and what is no recording has no type."""
    assert expected == type_of(head)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\n  <html lang='en'>", True),
        (b"\xef\xbb\xbf<!doctype HTML>", True),
        (b"ID3<html>", False),
        (b"", False),
    ],
)
def test_a_page_is_known(head: bytes, expected: bool) -> None:
    """Hosts send one in place of a recording that they do not give."""
    assert expected == is_page(head)


@pytest.mark.parametrize("media_type", sorted(PLAIN))
def test_a_damaged_file_is_measured_all_the_same(media_type: str) -> None:
    """Cut short or with changed bytes it may lack a length, and nothing fails."""
    data = sounds.made(media_type, 3)
    draw = random.Random(media_type)
    for _ in range(300):
        changed = bytearray(data[: draw.randrange(1, len(data))])
        for _ in range(draw.randrange(1, 40)):
            changed[draw.randrange(len(changed[:400]))] = draw.randrange(256)
        facts = measure(io.BytesIO(bytes(changed)))
        assert len(changed) == facts.bytes
        assert 0 <= facts.seconds < 360_000


@pytest.mark.parametrize(
    "data",
    [
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\2\0\x10\0data\xff\xff\xff\xff",
        b"fLaC\0\0\0\x22" + b"\0" * 40,
        b"\0\0\0\x08ftypisom" + struct.pack(">I4sQ", 1, b"moov", 2**63),
        b"\0\0\0\x10ftypisom\0\0\0\0" + struct.pack(">I4s", 0, b"moov") * 9,
        b"OggS" + b"\xff" * 200,
    ],
)
def test_a_length_that_leads_nowhere_is_left_out(data: bytes) -> None:
    """No division by nothing, no walk without end, no time before the beginning."""
    assert 0 == measure(io.BytesIO(data)).seconds
