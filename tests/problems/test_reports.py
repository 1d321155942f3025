"""Tests of reports: the shape of the text, the table for GitHub, and what hostile names and values cannot do."""

import json
import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place, Problem, problem, replacing
from generator.problems.report.as_github import github_table, needs_table, report_github
from generator.problems.report.as_gitlab import report_gitlab
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from generator.problems.report.help_pages import HelpPages
from generator.problems.report.listed import MOST, listed
from generator.problems.report.widths import width, window

CALL = "calls/2031/2031-03-05-general.yaml"
PAGES = HelpPages("https://archive.river.org/", ["F203"], "make explain CODE=")
HOSTILE = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from("|`\n\r:%,<>&\"'@#*_[]()!~\\/-= wx1é中\u202e\u200b\t"), max_size=40),
    st.sampled_from(
        ["::error::x", "\n::error file=a::b", "##[error]x", "@river/keepers", "| a | b |", "www.river.org",
         "https://river.org", "<script>alert(1)</script>", "[a](javascript:b)", "#12", "keepers@river.org",
         "%0A::warning::"]
    ),
)  # fmt: skip


def bad_date(value: str = "2031-03-05 9pm", path: str = CALL, line: int = 3) -> Problem:
    """Give a problem of a value at column 8."""
    place = Place(path, line, 8, len(value))
    words = {"value": value, "wanted": "a date", "example": "2031-03-05", "hint": ""}
    return problem("F203", place, (), replacing(place, "2031-03-05"), **words)


class Cells(HTMLParser):
    """Reads the cells of a table, and every element and address in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.elements: set[str] = set()
        self.links: set[str | None] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links |= {value for name, value in attrs if name == "href"}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def cells_of(table: str) -> Cells:
    """Render a table as the forge does, with raw HTML let through."""
    options = cmarkgfm.Options.CMARK_OPT_UNSAFE
    return Cells(cmarkgfm.github_flavored_markdown_to_html(table, options))


def test_text_has_the_shape_that_is_promised():
    """Place, message, the line with what is wrong marked, second place, help and page."""
    note = (Place("calls/2031/other.yaml", 2, 1, 5), "first used here")
    fault = problem("R307", Place(CALL, 3, 8, 14), (note,), id="general")
    files = {CALL: ["", "", "start: 2031-03-05 9pm"], "calls/2031/other.yaml": ["", "title: x"]}
    expected = f"""\
{CALL}:3:8: error R307 duplicate-id: `general` is used twice
  3 | start: 2031-03-05 9pm
    |        ^^^^^^^^^^^^^^
  note: calls/2031/other.yaml:2:1: first used here
  2 | title: x
    | ^^^^^
  help: {fault.help}
  page: calls explain R307

1 error in 418 files. Nothing was published.
"""
    assert expected == report_text([fault], files.__getitem__, 418, "Nothing was published.")


def test_page_is_the_public_address_where_there_is_one():
    """A name that is kept for examples is no site, and an archive without the page has no address for it."""
    command = "   (or: make explain CODE=F203)"
    for pages, expected in (
        (PAGES, f"page: https://archive.river.org/help/problems/F203.html{command}"),
        (
            HelpPages("https://archive.example/", ["F203"], "make explain CODE="),
            f"page: content/help/problems/F203.md{command}",
        ),
        (HelpPages("https://archive.river.org/"), "page: calls explain F203"),
    ):
        assert expected in report_text([bad_date()], lambda path: (), 1, "", pages)


@pytest.mark.parametrize(
    ("before", "marked", "carets"),
    [
        ("title: ", "river", (7, 5)),
        ("村: ", "河の集会", (4, 8)),
        ("a\u0301: ", "e\u0301e\u0301", (3, 2)),
        ("é: ", "x", (3, 1)),
    ],
)
def test_wide_letters_do_not_shift_the_marks(before: str, marked: str, carets: tuple[int, int]):
    """Spaces and marks take the room of the letters above them, and not their number."""
    fault = problem("Y109", Place(CALL, 1, len(before) + 1, len(marked)))
    lines = report_text([fault], lambda path: [before + marked], 1, "").split("\n")
    spaces, marks = carets
    assert f"    | {' ' * spaces}{'^' * marks}" == lines[2]


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 300), st.integers(30, 120))
def test_excerpt_fits_the_terminal(line: str, start: int, length: int, columns: int):
    """However long and wide a line is, it is cut into the terminal, and the marks with it."""
    line = "".join(c if c.isprintable() else "x" for c in line)
    fault = problem("Y109", Place(CALL, 1, min(start, len(line)) + 1, length))
    said = report_text([fault], lambda path: [line], 1, "", columns=columns).split("\n")
    assert [] == [row for row in said[1:3] if row.startswith("  1 |") and width(row) > columns]
    assert all(width(row) <= max(columns, 1) for row in said if row.startswith("    | "))


def test_colour_is_on_each_part_and_nothing_else():
    """Without the paint the text is what a pipe gets."""
    lines = ["", "", "start: 2031-03-05 9pm"]
    plain = report_text([bad_date()], lambda path: lines, 1, "")
    painted = report_text(
        [bad_date()], lambda path: lines, 1, "", paint=lambda part, text: f"\x1b{text}\x1b"
    )
    assert plain == painted.replace("\x1b", "")
    assert "\x1berror F203\x1b" in painted


def test_table_follows_when_github_shows_too_few():
    """Ten errors beside ten warnings are all shown; one more of either is not."""
    ten = [bad_date(line=number) for number in range(10)]
    warnings = [problem("Y113", Place(CALL, number)) for number in range(10)]
    assert not needs_table([*ten, *warnings])
    assert needs_table([*ten, bad_date(line=11)])
    assert needs_table([*warnings, problem("Y113", Place(CALL, 11))])


@given(HOSTILE, HOSTILE)
def test_no_annotation_is_forged(path: str, value: str):
    """A name or a value begins no other command, and ends no property."""
    said = report_github([bad_date(value, path)])
    assert 1 == len(re.split(r"\r\n|\r|\n", said)) - 1
    head, _, words = said.removeprefix("::error ").partition("::")
    assert ["file", "line", "col", "endColumn", "title"] == [
        part.split("=")[0] for part in head.split(",")
    ]
    assert "\n" not in words.removesuffix("\n")


def _seen(text: str) -> list[str]:
    """Give the words of a text as a page shows them: a sign without a shape of its own is a box."""
    shown = (c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
    return "".join(shown).replace("\u200b", "").split()


@given(HOSTILE, HOSTILE)
def test_no_markup_is_forged_in_the_table(path: str, value: str):
    """Rendered as the forge renders it, the table has its cells, its words, its one link and nothing else."""
    fault = bad_date(value, path)
    table = github_table([fault], 1, PAGES)
    assert [] == [line for line in table.split("\n") if line.lstrip().startswith("::")]
    assert "##[" not in table
    page = cells_of(table)
    assert {"p", "table", "thead", "tbody", "tr", "th", "td", "a"} == page.elements
    assert {"https://archive.river.org/help/problems/F203.html"} == page.links
    (row,) = page.rows[1:]
    plain = [cell.replace("\u200b", "") for cell in row]
    expected = (f"{path}:3:8", f"error: {fault.message}", fault.help, "F203")
    assert [_seen(one) for one in expected] == [_seen(one) for one in plain]
    assert [] == re.findall(r"@\w|#\w", "".join(row))


def test_table_stays_under_the_limit_and_says_how_much_is_left():
    """GitHub refuses a summary that is larger than a mebibyte as a whole."""
    faults = [bad_date("é|" * 60, f"calls/{day % 20}.yaml", day) for day in range(1, 6001)]
    table = github_table(faults, 1, PAGES)
    assert 900_000 < len(table.encode()) <= 1024 * 1024
    shown = table.count("error&#58; ")
    assert f"\n{6000 - shown} more: " in table


def many(count: int) -> list[Problem]:
    """Give problems of one kind in one file, a line each."""
    return [bad_date(line=line) for line in range(1, count + 1)]


def test_text_lists_so_many_of_a_kind_and_counts_the_rest():
    """Nobody reads twenty thousand of the same; how many there are is said all the same, and nothing is lost."""
    text = report_text([*many(MOST + 7), bad_date(path="calls/b.yaml")], lambda path: [], 2, "")
    assert MOST + 1 == text.count(" error F203 ")
    rest = f"{CALL}:{MOST + 1}:1: 7 more of F203 bad-date in this file, from this line on\n"
    assert text.endswith(f"{rest}{MOST + 8} errors in 2 files.\n")


def test_all_of_a_kind_are_listed_up_to_the_limit():
    """Who has few enough of a kind to mend sees each of them."""
    assert (tuple(many(MOST)), ()) == listed(many(MOST))


def test_json_counts_what_it_does_not_list():
    """A program can tell that there is more than it was given."""
    said = json.loads(report_json(many(MOST + 7), 1))
    assert (MOST + 7, MOST) == (said["errors"], len(said["problems"]))
    rest = {"code": "F203", "name": "bad-date", "severity": "error", "file": CALL}
    assert [{**rest, "line": MOST + 1, "count": 7}] == said["more"]


def test_gitlab_is_told_how_many_more_there_are():
    """A merge request shows the number at the first line that is not listed."""
    *_, last = json.loads(report_gitlab(many(MOST + 7)))
    assert last["description"].startswith("7 more of F203 ")
    assert {"path": CALL, "lines": {"begin": MOST + 1}} == last["location"]


def test_table_counts_what_it_does_not_list():
    """The table for GitHub lists no more than the other reports do."""
    assert "\n7 more: " in github_table(many(MOST + 7), 1, PAGES)


def test_a_cut_of_a_line_is_no_longer_than_it_may_be():
    """A line of signs without width, or of any others, gives a cut as long as a terminal can show."""
    for sign in ("\u200b", "e\u0301", "\u4e2d", "a"):
        line = sign * 100_000
        cut, first = window(line, 50_000, 80)
        assert len(cut) <= 400
        assert first <= 50_000 < first + len(cut)


def test_json_keeps_its_keys_and_gives_page_and_fix():
    """Programs of today read tomorrow's report."""
    (row,) = json.loads(report_json([bad_date()], 1, PAGES))["problems"]
    place = {"file": CALL, "line": 3, "column": 8, "length": 14}
    assert {**place, "replacement": "2031-03-05"} == row["fix"]
    assert "https://archive.river.org/help/problems/F203.html" == row["page"]
    assert place.items() <= row.items()
    keys = {"code", "name", "severity", "message", "help", "notes", "page", "fix", "can_be_fixed"}
    assert keys | place.keys() == row.keys()


def test_hushed_problem_has_no_fix():
    """A replacement would tell what stands in the record."""
    (row,) = json.loads(report_json([bad_date().hush()], 1))["problems"]
    assert (None, False, None) == (row["fix"], row["can_be_fixed"], row["page"])


def test_gitlab_fingerprints_outlast_a_line_that_moves():
    """The same fault some lines below is not a new one, and two alike are two."""
    first, second = (json.loads(report_gitlab([bad_date(line=line)])) for line in (3, 9))
    assert first[0]["fingerprint"] == second[0]["fingerprint"]
    twice = json.loads(report_gitlab([bad_date(line=3), bad_date(line=9)]))
    assert 2 == len({row["fingerprint"] for row in twice})
    assert {"path": CALL, "lines": {"begin": 3}} == twice[0]["location"]
    assert "major" == twice[0]["severity"]


def test_what_to_do_is_said_once_for_lines_that_follow_each_other():
    """Twenty fields of a withheld call, each with the same three lines, are a wall to whoever is frightened."""
    at = [(CALL, 2), (CALL, 4), ("minutes/2031/2031-03-05-general.md", 1)]
    faults = [problem("P505", Place(path, line), how="take it out").hush() for path, line in at]
    text = report_text(faults, lambda path: [], 2, "")
    said = "error P505 withheld-in-public: text that this record withholds stands in a public repository"
    todo = "  help: take it out\n  page: calls explain P505\n\n"
    first = f"{CALL}:2:1: {said}\n{CALL}:4:1: {said}\n{todo}"
    assert (
        f"{first}minutes/2031/2031-03-05-general.md:1:1: {said}\n{todo}3 errors in 2 files.\n"
        == text
    )


def test_what_to_do_is_said_of_each_line_that_is_quoted():
    """Between two quotations nobody looks further down for the help."""
    text = report_text([bad_date(line=1), bad_date(line=2)], lambda path: ["date: 9pm"] * 2, 1, "")
    assert 2 == text.count("  help: ")
