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
    "deep in a paragraph": "- Only six of us.\n      Action: cooks: find pots\n",
    "signs of a word processor": "• It rained.\n• Decision: bring soup\n• ACTION - cooks: find pots\n",
    "name on a last line": "Action: cooks: find\npots {#action-pots}\n",
    "list below a label": "Action items:\n* cooks: find pots\n* cellar: find jars\n",
    "outcome on the next line": "DECISION: bring soup\nCONSENSUS\nACTION: cooks: find pots\n",
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


def page_of(body, tmp_path):
    """Give the page of a call with these notes."""
    root = copied("empty", tmp_path)
    for path, text in {
        "calls/2031/2031-01-01-river.yaml": RECORD,
        "minutes/2031/2031-01-01-river.md": NOTES + body,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    build(root, tmp_path / "site", tmp_path / "work", GOOD["empty"])
    return (tmp_path / "site" / PAGE).read_text(encoding="utf-8")


def test_marks_that_run_on_are_paragraphs_of_their_own(tmp_path):
    """Each has its words and its own name, as they were written."""
    html = page_of("It rained.\nDecision: bring soup\nACTION - cooks: find pots\n", tmp_path)
    notes = html[html.index("It rained.") :]
    assert re.search(r'<p id="decision-bring-soup">Decision: bring soup\b', notes)
    assert re.search(r'<p id="action-cooks-find-pots">ACTION - cooks: find pots\b', notes)


def test_a_name_on_the_last_line_of_a_mark_is_not_shown(tmp_path):
    """It is a name and no word."""
    html = page_of("Decision: bring\nsoup {#soup}\n\nMore.\n", tmp_path)
    assert (1, 0) == (html.count('id="soup"'), html.count("{#soup}"))


@pytest.mark.parametrize(
    "body", ["    Decision: soup\n\nx\n", "> Decision: soup\n", "## Decision: soup\n\nx\n"]
)
def test_what_is_no_mark_is_led_to_by_nothing(body, tmp_path):
    """Code, quotations and headings give no outcome."""
    html = page_of(body, tmp_path)
    assert 0 == html.count('href="#decision-soup"')
    assert "The notes mark no decision" in html
