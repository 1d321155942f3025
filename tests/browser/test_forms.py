"""One page of each kind has the form that readers need who hear it, enlarge it or set their own spacing."""

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visit
from tests.browser.contrast import contrasts, focus_lines
from tests.browser.page_faults import SPACING, faults, words

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

pytestmark = pytest.mark.browser

SPACE = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""
"""Puts rules into a page from outside, because its policy lets no style element in."""
ENLARGED: "ViewportSize" = {"width": 320, "height": 256}
"""What is left of a screen of 1280 by 1024 pixels at 400 % (WCAG 1.4.10)."""

EMPTY_OF_MONTH = ".ia-month :is(thead th, td.ia-month__free)"
"""Boxes of a month in which nothing stands but their day of the week or month."""

PHONE: "ViewportSize" = {"width": 360, "height": 740}


def test_a_kind_of_page_is_well_formed(visit: Visit):
    """Headings descend without a gap, tables have headers and names, days are times, and nothing is cut off."""
    questions = ("headings", "tables", "times", "sideways", "cut")
    assert [] == faults(visit.page, *questions)


def test_nothing_moves_for_a_reader_who_asked_for_that(visit: Visit):
    """With reduced motion nothing is animated, changes slowly or glides."""
    assert [] == faults(visit.page, "motion")


def test_everything_can_be_reached_by_keyboard_and_is_seen_then(visit: Visit):
    """On a desk and on a phone nothing is for the mouse alone, and what has the focus shows it."""
    # After a key the browser shows the focus, wherever a script puts it.
    visit.page.keyboard.press("Tab")
    on_a_desk = faults(visit.page, "reach", "focus")
    visit.page.set_viewport_size(PHONE)
    assert [] == on_a_desk + faults(visit.page, "reach", "focus")


def test_a_kind_of_page_can_be_enlarged(visit: Visit):
    """At 400 % every word is still there, and nothing has to be scrolled sideways, even with the widest spacing.

    Of a month the days without a call go, and the heads of its columns, whose weekdays then stand before each day.
    """
    before = Counter(words(visit.page))
    empty = " ".join(visit.page.locator(EMPTY_OF_MONTH).all_inner_texts()).split()
    visit.page.set_viewport_size(ENLARGED)
    assert [] == faults(visit.page, "headings", "sideways", "cut")
    assert before - Counter(empty) == Counter(words(visit.page))
    visit.page.evaluate(SPACE, SPACING)
    found = faults(visit.page, "sideways", "cut")
    visit.page.evaluate("document.adoptedStyleSheets = []")
    assert [] == found


def test_words_and_icons_stand_out(visit: Visit):
    """In light and dark every word has the contrast of level AA, and so has every icon and part of a drawing."""
    measured = list(contrasts(visit.page))
    assert {"light", "dark"} == {one.scheme for one in measured}
    assert [] == [one for one in measured if not one.is_enough]


def test_the_line_of_focus_stands_out(visit: Visit):
    """In light and dark the line around what has the focus has 3:1 beside its ground, in our accent and in another."""
    measured = list(focus_lines(visit.page))
    assert {"light", "dark"} == {one.scheme for one in measured}
    assert [] == [one for one in measured if not one.is_enough]


def test_a_faint_line_of_focus_is_found(still_context):
    """A line of light grey on white is measured, and is not enough."""
    page = still_context.new_page()
    page.set_content(
        "<body data-md-color-scheme=default><script>matchMedia('(prefers-color-scheme: dark)').onchange = (now) => {"
        " document.body.dataset.mdColorScheme = now.matches ? 'slate' : 'default'; };</script>"
        "<style>a:focus { outline: 2px solid #ddd; }</style><a href='#'>River</a>"
    )
    found = list(focus_lines(page))
    page.close()
    assert ["light", "dark"] == [one.scheme for one in found]
    assert [False, False] == [one.is_enough for one in found]


def test_faults_are_found(still_context):
    """The questions do find what they ask for."""
    page = still_context.new_page()
    page.set_content(
        "<main><article><h1>T</h1><h3>Deep</h3><div><table><tr><td>1</td></tr></table></div><p>1 March 2031</p>"
        "<time>soon</time><p style='width:3000px'>wide</p><p style='transition:all 2s'>slow</p>"
        "<p style='overflow:hidden;height:5px'>cut</p><input id=i style='display:none'><label for=i>x</label>"
        "<button style='outline:none'>y</button></article></main>"
    )
    questions = ("headings", "tables", "times", "sideways", "cut", "motion", "reach", "focus")
    found = faults(page, *questions)
    page.close()
    assert set(questions) == {said.partition(":")[0] for said in found}
    assert 2 == sum(said.startswith("times") for said in found)
    assert 2 == sum(said.startswith("tables") for said in found)
