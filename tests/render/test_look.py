"""The style sheet and the pages know the same classes."""

import re
from pathlib import Path

from generator.site.builder import style_sheet

TESTS = Path(__file__).parents[1]


def test_every_class_on_a_page_has_a_rule():
    """A class that no rule knows is weight that every reader carries for nothing."""
    styled = set(re.findall(r"\.(ia-[a-z_-]+)", style_sheet()))
    pages = (TESTS / "sites").glob("*/expected/**/*.html")
    attributes = {
        found
        for page in pages
        for found in re.findall(r'class="([^"<>]*)"', page.read_text("utf-8"))
    }
    worn = {name for words in attributes for name in words.split() if name.startswith("ia-")}
    assert worn
    assert set() == worn - styled
