"""Tests of slips of the hand in YAML: where each is told, in which words, and what it is mended to."""

import pytest

from generator.fixing import apply
from generator.load.yaml_tree import Refused, read_mapping
from generator.problems import Problem
from tests.load.reading import CALL, places, read

AFTER = "date: 2031-03-05\nstatus: held\nshare: public\n"


def fault_of(text: str) -> Problem:
    """Give the one problem of a record's first lines."""
    (fault,) = read_mapping(CALL, text + AFTER)[1]
    return fault


def mended(text: str) -> str:
    """Give a record's first lines after the fixes of its problems."""
    fixes = [fault.fix for fault in read_mapping(CALL, text + AFTER)[1] if fault.fix]
    return apply(text + AFTER, fixes).removesuffix(AFTER)


@pytest.mark.parametrize(
    ("text", "place", "why", "right"),
    [
        ("title: Mill Town: news\n", (1, 17), "colon stands inside", 'title: "Mill Town: news"\n'),
        ("title: Mill Town:\n", (1, 17), "colon stands inside", 'title: "Mill Town:"\n'),
        ('title: The "big": news\n', (1, 17), "colon stands", "title: 'The \"big\": news'\n"),
        ("agenda:\n\t- one\n\t- two\n", (2, 1), "a tab", "agenda:\n  - one\n  - two\n"),
        ("title:River\n", (1, 6), "space is missing after the colon", "title: River\n"),
        ("a: b\nzone:Europe/Rome\n", (2, 5), "space is missing", "a: b\nzone: Europe/Rome\n"),
        ('title: "River\n', (1, 8), "never closed", 'title: "River"\n'),
        ('a: "b\nc: "d"\n', (1, 4), "never closed", 'a: "b"\nc: "d"\n'),
        ("title: 'River's call'\n", (1, 14), "goes on after the quote", 'title: "River\'s call"\n'),
        ('title: "River" call\n', (1, 14), "goes on after", "title: '\"River\" call'\n"),
        ('title: "The "big" call"\n', (1, 13), "goes on after", "title: 'The \"big\" call'\n"),
        ("agenda:\n-one\n-two\n", (2, 1), "after the hyphen", "agenda:\n- one\n- two\n"),
        ("agenda:\n• one\n• two\n", (2, 1), "hyphen and a space", "agenda:\n- one\n- two\n"),
        ("agenda:\n  * one\n  * two\n", (2, 3), "hyphen and", "agenda:\n  - one\n  - two\n"),
        ("agenda: - one\n  - two\n", (1, 9), "line of its own", "agenda:\n  - one\n  - two\n"),
        ("title: “Mill: news”\n", (1, 8), "curly quotes", 'title: "Mill: news"\n'),
        ('title: "River”\n', (1, 8), "curly quotes", 'title: "River"\n'),
        ("title: @home\n", (1, 8), "cannot begin with this sign", 'title: "@home"\n'),
        ("title: [River] call\n", (1, 8), "cannot begin", 'title: "[River] call"\n'),
        ("groups: [a, b\n", (1, 9), "`[` that opens here", "groups: [a, b]\n"),
        ('title: "C:\\data"\n', (1, 11), "backslash", "title: 'C:\\data'\n"),
        ("title:\u00a0River\n", (1, 7), "non-breaking space", "title: River\n"),
        ("title\uff1aRiver\n", (1, 6), "wide one", "title: River\n"),
        ("- title: River\n", (1, 1), "no list", "title: River\n"),
    ],
)
def test_a_slip_is_told_at_its_sign_and_mended(
    text: str, place: tuple[int, int], why: str, right: str
):
    """One slip is one problem, and what it is mended to has none."""
    fault = fault_of(text)
    assert ("Y120", place) == (fault.code, fault.place[1:3])
    assert why in fault.message
    assert right == mended(text)
    assert () == read_mapping(CALL, mended(text) + AFTER)[1]


@pytest.mark.parametrize(
    ("text", "help_part"),
    [
        ("title: 'Tis the season\n", '`title: "\'Tis the season"`'),
        ("title River\n", "`title: River`"),
        ("title = River\n", "`title: River`"),
        ("sources:\n  - title: a\n   publisher: b\n", "begin it after 4 spaces"),
        ("agenda:\n  - one\n - two\n", "begin it after 2 spaces"),
        (" title: River\n", "begin it at the left edge"),
        ("title: River\n  series: river\n", "begin it at the left edge"),
        ("title: a: b # c\n", '`title: "a: b # c"`'),
        ("purpose: News: of\n  all places\n", "put the text in quotes"),
    ],
)
def test_what_can_be_meant_in_two_ways_is_said_and_left_alone(text: str, help_part: str):
    """The help says what to type, and nothing is offered as a fix."""
    fault = fault_of(text)
    assert help_part in fault.help
    assert None is fault.fix


@pytest.mark.parametrize("line", ["share:public", "share: public: all", "\tdetails: withheld"])
def test_what_may_be_shared_is_never_mended(line: str):
    """What is open and what is closed, only the group says."""
    faults = read_mapping(CALL, f"title: a\n{line}\nstatus: held\n")[1]
    assert [None] == [fault.fix for fault in faults]


def test_other_faults_of_the_file_are_told_in_the_same_run():
    """Nobody pushes twice because one line could not be read."""
    text = f"title: Mill: news\nstart: 9pm\nzone: a: b\n{AFTER}"
    assert [("Y120", 1), ("F204", 2), ("Y120", 3)] == sorted(
        ((code, line) for code, line, *_ in places(CALL, text)), key=lambda fault: fault[1]
    )


def test_the_value_of_a_mended_line_is_not_believed():
    """What stands there is a guess until the person has written it."""
    tree, _ = read_mapping(CALL, f"title: Mill: news\n{AFTER}")
    assert tree is not None
    assert isinstance(tree.entries[0].value, Refused)
    record = read(CALL, f"title: Mill: news\n{AFTER}").call
    assert record is not None
    assert "" == record.title


def test_a_field_of_a_mended_line_is_told_where_it_stands_in_the_file():
    """The column is that of the file, so that another fix of the same line does not miss it."""
    text = f"title: a\nsources:\n  -titel: b\n    publisher: c\n{AFTER}"
    assert [("Y120", 3, 3, 1), ("F201", 3, 4, 5)] == places(CALL, text)
    fixes = [fault.fix for fault in read(CALL, text).problems if fault.fix]
    assert text.replace("-titel", "- title") == apply(text, fixes)


def test_lines_without_any_space_are_told_once():
    """The help says that it is about every line."""
    (fault,) = read_mapping(CALL, "title:River\ndate:2031-03-05\nstatus:held\n")[1]
    assert ("Y120", (1, 6, 1)) == (fault.code, fault.place[1:])
    assert "after every colon" in fault.help
