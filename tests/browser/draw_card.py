"""Draws the picture that stands beside a shared link: the mark of the program on a plain ground, without a word.

It is drawn by hand after the mark was changed, and kept: `.venv/bin/python -m tests.browser.draw_card`.
A browser fills the shapes in; the file is written here, with sixteen colours and the checksum of the mark it shows.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.site.own_look import OUR_ACCENTS
from tests.conftest import CHROMIUM_FLAGS, find_chromium

IMAGES = Path(__file__).parents[2] / "generator/site/theme/assets/images"
MARK, CARD = IMAGES / "mark.svg", IMAGES / "card.png"
WIDTH, HEIGHT, SIDE = 1200, 630, 420
"""Size of the picture as Open Graph asks for it, and of the mark in its middle, where every preview keeps it."""
SHADES = 15
"""Steps from the ground to the colour of the mark."""
COVERAGE = """async ([svg, width, height, side]) => {
  const image = new Image(side, side);
  image.src = "data:image/svg+xml;base64," + btoa(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
  const pixels = canvas.getImageData(0, 0, width, height).data;
  return Array.from({ length: width * height }, (_, at) => pixels[at * 4 + 3]);
}"""


def mark_checksum() -> str:
    """Give the checksum of the mark as it is."""
    return hashlib.sha256(MARK.read_bytes()).hexdigest()


def draw() -> bytes:
    """Give the picture as a PNG file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        svg = MARK.read_text(encoding="utf-8")
        covered = browser.new_page().evaluate(COVERAGE, [svg, WIDTH, HEIGHT, SIDE])
        browser.close()
    shades = [round(each * SHADES / 255) for each in covered]
    rows = (shades[at : at + WIDTH] for at in range(0, len(shades), WIDTH))
    packed = b"".join(b"\0" + _packed(row) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", bytes(_palette())),
            _chunk(b"tEXt", b"Source\0" + mark_checksum().encode()),
            _chunk(b"IDAT", zlib.compress(packed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(row: list[int]) -> bytes:
    pairs = zip(row[::2], row[1::2], strict=True)
    return bytes(left << 4 | right for left, right in pairs)


def _palette() -> Iterator[int]:
    ink = bytes.fromhex(OUR_ACCENTS[0].removeprefix("#"))
    for shade in range(SHADES + 1):
        yield from (255 - (255 - part) * shade // SHADES for part in ink)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    CARD.write_bytes(draw())
