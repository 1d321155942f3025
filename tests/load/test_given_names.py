"""Names that people give by hand are read, or it is said at their place why not."""

import pytest

from generator.load.given_names import count_removals
from generator.problems import Place
from tests.hanging import ends
from tests.load.reading import NOTES, PAGE, places, problems, read

TOP = "---\norigin: notes\n---\n"
OURS = ("R324", "R325", "R326")


def found(text: str) -> list[tuple[str, int, int, int]]:
    """Give code, line of the text, column and length of what is wrong with its names."""
    return [
        (code, line - 3, column, length)
        for code, line, column, length in places(NOTES, TOP + text)
        if code in OURS
    ]


GOOD = [
    "## Budget {#money}\n\n- **Decision:** hold it (agreed) {#gathering}\n\nx",
    "Budget {#money}\n===\n\nx",
    "> ## Budget {#money}\n\nx",
    "[removed] {#notes-budget} {#t-00-12-30}\n\n- [removed: legal] {#decision-x}\n",
    "See {#this} in the middle, and `{#that}`\n\n```\n{#this}\n```\n",
    "[removed](../b.md) is a link",
    "## Presupuesto {#собрание}\n\nx",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_names_have_no_problem(text: str):
    """Names of headings, marks and what was taken out are read, and code is passed over."""
    assert [] == found(text)


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("{# Name}", "{#name}"),
        ("{#Ünicode}", "{#unicode}"),
        ("{#Two words }", "{#two-words}"),
        ("{ #x}", "{#x}"),
    ],
)
def test_what_is_nearly_a_name_is_mended(written: str, better: str):
    """Capitals, accents and gaps are said at their place, with what to write, which `check --fix` writes."""
    (fault,) = [
        one for one in problems(NOTES, f"{TOP}## Budget {written}\n\nx\n") if one.code in OURS
    ]
    assert ("R326", Place(NOTES, 4, 11, len(written))) == (fault.code, fault.place)
    assert f"write `{better}`" == fault.help
    assert fault.fix is not None
    assert [better] == [edit.replacement for edit in fault.fix.edits]


def test_a_name_on_a_plain_line_is_not_read():
    """Only headings and marks have names; a name that hangs on other words would be shown as words."""
    assert [("R326", 1, 7, 6)] == found("Words {#xyz}\n")


@pytest.mark.parametrize(
    "line",
    ["[removed]", "[Removed] {#x}", "[removed: boredom] {#x}", "- [removed] {#x", "[removed] {}"],
)
def test_what_is_nearly_a_removed_passage_is_told(line: str):
    """Another reason, another form or no name: readers would see only the signs."""
    assert [("R326", 1)] == [one[:2] for one in found(f"{line}\n")]


@pytest.mark.parametrize("name", ["record-x", "Budget", "a--", "notes-Ü"])
def test_a_removed_passage_has_a_name_that_passages_have(name: str):
    """What no passage of notes was ever called is told."""
    wrong = [] if name == "a--" else [("R326", 1)]
    assert wrong == [one[:2] for one in found(f"[removed] {{#{name}}}\n")]


@pytest.mark.parametrize(
    ("name", "better"),
    [("record-outcomes", "outcomes"), ("notes-budget", "budget"), ("t-00-12-30", "at-00-12-30")],
)
@pytest.mark.parametrize("line", ["## Budget {}", "- **Action:** sing {}"])
def test_names_of_the_page_are_refused(line: str, name: str, better: str):
    """A name that begins like the page's own is an error, with a better one."""
    text = f"{TOP}{line.format(f'{{#{name}}}')}\n\nx\n"
    (fault,) = [one for one in problems(NOTES, text) if one.code in OURS]
    assert ("R325", True, f"write `{{#{better}}}`") == (fault.code, fault.is_error, fault.help)


@pytest.mark.parametrize(
    "text",
    [
        "## Budget {#a}\n## Hall {#a}\nx\n",
        "## Budget {#a}\n**Action:** sing {#a}\n",
        "**Action:** sing {#a}\n## Budget {#a}\nx\n",
        "**Action:** sing {#a}\n[removed] {#a}\n",
        "## Budget {#a}\n[removed] {#notes-a}\n",
    ],
)
def test_one_name_for_two_passages_is_refused(text: str):
    """The second place is an error and names the first."""
    (fault,) = [one for one in problems(NOTES, TOP + text) if one.code in OURS]
    assert ("R324", 5) == (fault.code, fault.place.line)
    assert [4] == [place.line for place, _ in fault.notes]


def test_two_marks_with_one_name_are_left_to_the_marks():
    """Nothing is said twice of them."""
    assert [] == found("**Action:** sing {#a}\n**Action:** dance {#a}\n")


def test_a_heading_may_have_the_name_of_a_removed_mark():
    """They have different names in the page."""
    assert [] == found("## Budget {#a}\n[removed] {#a}\nx\n")


def test_written_pages_are_looked_at_too():
    """Their headings can be named like those of notes, and no line of theirs is a mark."""
    text = "# River\n\n## A {# B}\n\n**Action:** sing {#a}\n\n[removed] {#gone}\n"
    assert [("R326", 3), ("R326", 5)] == [one[:2] for one in places(PAGE, text)]


def test_removed_passages_are_counted():
    """Each line counts once, however many names it keeps, and code does not count."""
    text = "[removed] {#a} {#b}\n- [removed: legal] {#c}\n```\n[removed] {#d}\n```\nso [removed] {#e}\n"
    assert 2 == count_removals(text)
    minutes = read(NOTES, TOP + text).minutes
    assert minutes is not None
    assert 2 == minutes.removals


@pytest.mark.parametrize(
    "text", ["{#a}\n", "[removed] {#a}\n", "# a {#a}\n", "{ #", "> ", "[removed" + " " * 80]
)
def test_long_texts_take_linear_time(text: str):
    """The largest notes that hold nothing else are answered, with a bounded number of problems."""
    with ends():
        faults = problems(NOTES, TOP + text * (250_000 // len(text)))
    assert len([one for one in faults if one.code in OURS]) < 60
