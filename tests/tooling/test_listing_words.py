"""The help names every listing that a written page may hold, with the words that the program has for it."""

import re
from pathlib import Path

from generator.listings import LISTINGS

PAGE = Path(__file__).parents[2] / "content/help/contributing.md"


def test_the_help_names_every_listing():
    """Whoever writes a page finds each name and what it shows, and no name that is not known."""
    told = re.findall(
        r"^\| `([a-z-]+)` \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(LISTINGS.items()) == told, f"tell of these in {PAGE.name}, in the order of names"
