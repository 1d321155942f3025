"""A shared link shows the mark of the program, and never beside an archive that has a mark of its own."""

import dataclasses
import re
import struct
from collections.abc import Callable

from generator.settings import Settings
from generator.site.builder import Theme
from tests.browser.draw_card import CARD, HEIGHT, WIDTH, mark_checksum

OWN_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h22v22H1z"/></svg>'
)


def test_picture_shows_the_mark_as_it_is() -> None:
    """It was drawn from the mark that the program has now; if not: `.venv/bin/python -m tests.browser.draw_card`."""
    found = re.search(rb"tEXtSource\0([0-9a-f]{64})", CARD.read_bytes())
    assert found is not None
    assert mark_checksum() == found[1].decode()


def test_picture_has_the_shape_that_previews_ask_for() -> None:
    """It is 1200 pixels wide and 630 high, and light enough for a page that nobody may open."""
    data = CARD.read_bytes()
    assert (WIDTH, HEIGHT) == struct.unpack(">II", data[16:24])
    assert 10_000 > len(data)


def test_shared_link_shows_the_picture(theme: Theme) -> None:
    """Every page but 404.html names it by its full address, and the site has the file."""
    address = '<meta property="og:image" content="https://archive.example/assets/images/card.png">'
    assert ["404.html"] == [page for page, text in theme.plain.items() if address not in text]
    assert "assets/images/card.png" in dict(theme.assets)


def test_archive_with_a_mark_of_its_own_shows_none_of_ours(
    themed: Callable[[Settings], Theme], settings: Settings
) -> None:
    """Of another movement's mark there is no such picture, so its pages name none rather than a wrong one."""
    own = themed(dataclasses.replace(settings, mark=OWN_MARK, nav=settings.nav[:3]))
    assert [] == [page for page, text in own.plain.items() if "og:image" in text]
    assert "assets/images/card.png" not in dict(own.assets)
