"""The box of problems says what is wrong, where, and how to mend it, and shows nothing that a report hides."""

import re

from generator.previewing.problem_box import MOST, problem_box
from generator.problems import Place, problem

PAGE = "calls/2031-03-05-river.html"
NOTES = problem(
    "Y116", Place("minutes/2031/2031-03-05-river.md", 3, 2, 4), why="it is <b>locked</b>"
)
OTHER = problem("S701", Place("mkdocs.yml"))


def test_nothing_wrong_is_no_box():
    """A page of an archive without problems ends as it is."""
    assert "" == problem_box(PAGE, ())


def test_a_box_is_small_and_opens_without_scripts():
    """It is a `<details>` that says how many problems there are, of which kind."""
    box = problem_box(PAGE, (OTHER, NOTES))
    assert box.startswith('<details class="preview-problems"><summary>2 errors</summary>')
    assert " open" not in box.partition(">")[0]


def test_a_box_is_open_where_nothing_else_is_shown():
    """On a page that waits nobody has to open it."""
    assert problem_box(PAGE, (OTHER,), is_open=True).startswith(
        '<details class="preview-problems" open><summary>'
    )


def test_each_problem_says_where_what_and_how():
    """Place, code, message and help stand there as text, and nothing that people wrote is markup."""
    box = problem_box(PAGE, (NOTES,))
    assert "minutes/2031/2031-03-05-river.md:3:2" in box
    assert "<strong>error Y116</strong>" in box
    assert "it is &lt;b&gt;locked&lt;/b&gt;" in box
    assert '<p class="preview-help">' in box


def test_problems_of_the_page_come_first():
    """Those of the page's own files stand before all others, whatever their order is in the report."""
    places = re.findall(r'preview-place">([^<:]+)', problem_box(PAGE, (OTHER, NOTES)))
    assert ["minutes/2031/2031-03-05-river.md", "mkdocs.yml"] == places


def test_a_long_list_is_counted():
    """At most some dozens are listed, and the rest are a number."""
    many = tuple(problem("S701", Place("mkdocs.yml", line)) for line in range(1, MOST + 8))
    box = problem_box(PAGE, many)
    assert MOST == box.count("<li>")
    assert "<p>7 more in the terminal.</p>" in box


def test_a_hushed_problem_stays_hushed():
    """What a report does not quote is not quoted here either."""
    hushed = problem("S707", Place("mkdocs.yml"), path="zeppelin", one="one", other="two").hush()
    assert "zeppelin" not in problem_box(PAGE, (hushed,))
