"""Marks that stand where no block of Markdown begins: their notes are published, and every link to them leads there."""

import re

import pytest

from generator.pipeline import build
from tests.site_archives import GOOD, copied

RECORD = "title: River\ndate: 2031-01-01\nstatus: held\nshare: public\n"
NOTES = "---\norigin: notes\n---\n"
PAGE = "calls/2031-01-01-river.html"
BODIES = {
    "lines without bullets": "**Decision:** bring soup\n**Action:** cooks: find pots\n",
    "line below plain words": "Only six of us.\n**Action:** cooks: find pots\n",
    "line below an item": "- Only six of us.\n**Action:** cooks: find pots\n",
    "line below a quotation": "> It rained.\n**Action:** cooks: find pots\n",
    "line below a heading of its own": "News\n**Action:** cooks: find pots\n---\n",
    "indented as code": "    **Action:** cooks: find pots\n",
    "inside HTML": "<div>\n**Action:** cooks: find pots\n</div>\n",
    "below a table": "| a |\n|---|\n**Action:** cooks: find pots\n",
    "far inside lists": "\n".join(f"{'  ' * n}- a" for n in range(40))
    + "\n- b\n  **Action:** cooks: find pots\n",
}


@pytest.mark.parametrize("name", sorted(BODIES))
def test_every_mark_is_led_to(name, tmp_path):
    """A build publishes the notes, and the list of outcomes links to a place of the page."""
    root = copied("empty", tmp_path)
    for path, text in {
        "calls/2031/2031-01-01-river.yaml": RECORD,
        "minutes/2031/2031-01-01-river.md": NOTES + BODIES[name],
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    built = build(root, tmp_path / "site", tmp_path / "work", GOOD["empty"])
    assert [] == [fault.code for fault in built.problems if fault.is_error]
    html = (tmp_path / "site" / PAGE).read_text(encoding="utf-8")
    places = re.findall(r'href="#((?:action|decision)-[^"]+)"', html)
    assert places
    assert [1] * len(places) == [html.count(f'id="{place}"') for place in places]
