"""What of a call's page is left out on paper, where nobody can follow a link or fill in a form."""

from generator.site.builder import style_sheet
from tests.render.every_page import pages
from tests.render.made_archive import ARCHIVE, CALL
from tests.render.page_reading import Reading


def test_ways_onward_and_requests_are_for_the_screen_alone():
    """Paper holds the record: what asks for notes, offers an edit or leads to other calls is not printed."""
    read = Reading(pages(ARCHIVE)[f"calls/{CALL.id}.html"].body)
    words = " ".join(each.text for each in read.of_class("ia-screen"))
    for said in ("Copy the skeleton", "Improve this page", "After"):
        assert said in words
    for kept in ("Prepare the spring gathering.", "Sources", "Cite this page"):
        assert kept in read.text
        assert kept not in words


def test_the_style_sheet_leaves_it_out_in_print():
    """The class does what its name says, and only on paper."""
    assert "@media print {\n.md-typeset .ia-screen { display: none; }" in style_sheet()
