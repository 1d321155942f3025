"""Fuzz target for the way of Markdown: whatever the text is, its HTML is dead, whole, short and the same again."""

from generator.render.cleaning import clean
from generator.render.gfm import ALLOWANCE, GROWTH
from generator.render.links import Standpoint
from generator.render.markdown import Setting, render_markdown
from generator.render.passages import Anchor
from tests.fuzz.page_oracle import faults

_MAIL = ("keepers@calls.example",)
_NOTES = Standpoint(
    "minutes/2031/2031-01-08-river-open-call.md", "calls/2031-01-08-river-open-call.html", _MAIL
)
_PAGE = Standpoint("content/about/index.md", "about/index.html", _MAIL)
_ANCHORS = (Anchor(1, "first", "decision", "First"), Anchor(3, "third", "action", "Third", True))
SETTINGS = (Setting(_PAGE), Setting(_NOTES, 3, "notes-", _ANCHORS, frozenset({"top"})))
LONGER = 12
"""Most characters that our own names, links and labels make of one that the Markdown renderer gave."""
LIMIT = 256_000


def markdown(data: bytes) -> None:
    """Turn a text into HTML as a page and as notes, and look at what came out."""
    text = data[:LIMIT].decode("utf-8", "replace").replace("\r", "\n").replace("\0", " ")
    for setting in SETTINGS:
        prose = render_markdown(text, setting)
        wrong = faults(prose.html, _MAIL)
        assert not wrong, wrong
        assert prose.html == clean(prose.html)
        assert prose.html == render_markdown(text, setting).html
        assert len(prose.html) <= LONGER * (ALLOWANCE + GROWTH * len(text))
        names = [one.name for one in prose.passages]
        assert len(set(names)) == len(names)
        for heading in prose.outline:
            assert 2 <= heading.level <= 6
            assert f'id="{heading.anchor}"' in prose.html
