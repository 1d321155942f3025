"""Tests of reading what `check-links` found: every line stands alone, and every fault has its line and column."""

import datetime

import pytest

from generator.fixing import apply
from generator.load.archive import Loaded, assemble
from generator.load.files import LARGEST, limit_of
from generator.load.names import Kind, fault_of_file, fault_of_folder
from generator.model.answer import Answer, Found
from tests.load.reading import places, problems, read

PATH = "calls/links/2031.jsonl"
GOOD = '{"url": "https://a.example/1.mp3", "asked_on": "2031-04-02", "found": "there"}'
WHOLE = (
    '{"url": "https://a.example/1.mp3", "asked_on": "2031-04-02", "found": "gone", "status": 404,'
    ' "type": "audio/mpeg", "bytes": 123, "sha256": "' + "ab" * 32 + '",'
    ' "moved_to": "https://b.example/1.mp3", "there_on": "2031-03-01", "since": "2031-03-30"}'
)


def loaded(*lines: str) -> Loaded:
    """Read a file of some lines."""
    return read(PATH, "\n".join([*lines, ""]))


def with_part(part: str) -> str:
    """Give a good line with something more in it."""
    return f"{GOOD[:-1]}, {part}}}"


def test_every_value_of_a_line_is_read():
    """A line as it is written gives all there is in the type."""
    expected = Answer(
        path=PATH,
        line=1,
        address="https://a.example/1.mp3",
        asked_on=datetime.date(2031, 4, 2),
        found=Found.GONE,
        status=404,
        type="audio/mpeg",
        bytes=123,
        sha256="ab" * 32,
        moved_to="https://b.example/1.mp3",
        there_on=datetime.date(2031, 3, 1),
        since=datetime.date(2031, 3, 30),
    )
    assert ((expected,), ()) == (loaded(WHOLE).answers, loaded(WHOLE).problems)


def test_another_form_of_the_same_line_is_the_same_answer():
    """Order, spaces and escapes of JSON change nothing."""
    other = '{"found":"there","asked_on":"2031-04-02","url":"https:\\/\\/a.example\\/1.mp3"}'
    (first,), (second,) = loaded(GOOD).answers, loaded(other).answers
    assert (first.address, first.asked_on, first.found) == (
        second.address,
        second.asked_on,
        second.found,
    )


@pytest.mark.parametrize(
    ("line", "column", "length"),
    [
        ("{", 2, 1),
        (GOOD[:-1], len(GOOD), 1),
        ("[" * 1999, 1, 1),
        ('{"a":' * 399, 1996, 1),
        ('"text"', 1, 1),
        ("[]", 1, 1),
        (GOOD + GOOD, len(GOOD) + 1, 1),
        (with_part('"bytes": NaN'), 1, 1),
        (with_part('"bytes": 1' + "0" * 1800), len(GOOD) + 11, 1801),
        (with_part('"bytes": 0'), len(GOOD) + 11, 1),
        (with_part('"bytes": "12"'), len(GOOD) + 12, 2),
        (with_part('"bytes": true'), len(GOOD) + 11, 4),
        (with_part('"bytes": {"a": 1}'), len(GOOD) + 11, 5),
        (with_part('"status": 1.5'), len(GOOD) + 12, 3),
        (with_part('"type": "mp3"'), len(GOOD) + 11, 3),
        (with_part('"sha256": "abc"'), len(GOOD) + 13, 3),
        (with_part('"size": 12'), len(GOOD) + 10, 2),
        (with_part('"found": "gone"'), len(GOOD) + 12, 4),
        (with_part('"there_on": "2031-04-03"'), len(GOOD) + 15, 10),
        (with_part('"since": "2031-04-01"'), len(GOOD) + 12, 10),
        (GOOD.replace("2031-04-02", "2031-02-30"), 49, 10),
        (GOOD.replace("2031-04-02", "yesterday"), 49, 9),
        (GOOD.replace("there", "maybe"), 72, 5),
        (GOOD.replace("https", "ftp"), 10, 21),
        (GOOD.replace("a.example", "u:p@a.example"), 10, 27),
        (GOOD.replace(', "found": "there"', ""), 1, 0),
        ("x" * 2001, 2001, 1),
    ],
)
def test_a_line_that_is_no_answer_is_told_at_its_column(line: str, column: int, length: int):
    """The lines around it are read all the same."""
    other = GOOD.replace("1.mp3", "2.mp3")
    assert [("M617", 2, column, length)] == places(PATH, f"{GOOD}\n{line}\n{other}\n")
    assert [1, 3] == [answer.line for answer in loaded(GOOD, line, other).answers]


def test_no_message_holds_a_word_of_the_line():
    """An answer may be one of a recording that is withheld by now."""
    told = problems(
        PATH, f'{{"river-secret": 1}}\n{GOOD.replace("there", "river-secret")}\nriver-secret\n'
    )
    assert (3, False) == (len(told), any(one.may_show_lines for one in told))
    assert [] == [one for one in told if "river-secret" in one.message + one.help]


def test_marks_of_git_are_named_and_taken_out():
    """The fix deletes their lines with the ends; both versions stay, and of two answers the newer one counts."""
    text = f"<<<<<<< HEAD\n{GOOD}\n=======\n{WHOLE}\n>>>>>>> other\n"
    found = problems(PATH, text)
    assert ["M617"] * 3 == [one.code for one in found]
    assert all("git joined two versions" in one.message for one in found)
    assert f"{GOOD}\n{WHOLE}\n" == apply(text, [one.fix for one in found if one.fix])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "Y110"),
        (b"\x00", "Y111"),
        (b'{"url": "https://a.example/\xe2\x80\xae"}', "Y112"),
    ],
)
def test_what_is_no_text_is_told_as_everywhere(data: bytes, code: str):
    """The file is refused as a whole, and gives no answers."""
    file = read(PATH, data)
    assert ([code], ()) == ([one.code for one in file.problems], file.answers)


def test_a_file_without_lines_is_no_fault():
    """It is what is left when the last useless line was taken out."""
    assert ([], ()) == (places(PATH, "\n"), loaded("").answers)


def test_after_many_bad_lines_no_more_are_told():
    """A file of other things is not told line by line."""
    assert 100 == len(loaded(*["{}"] * 5000).problems)


def test_answers_are_in_the_order_of_addresses_and_the_newest_is_last():
    """Whoever makes a table by address keeps the newest."""
    old = GOOD.replace("04-02", "03-02")
    files = [read(PATH, f"{GOOD}\n"), read("calls/links/2030.jsonl", f"{old}\n")]
    archive = assemble(files, "Etc/UTC", {}, {})
    assert ["2031-03-02", "2031-04-02"] == [str(one.asked_on) for one in archive.answers]


def test_answers_are_never_remembered():
    """A line may be of an address that is withheld by now, and only whole archives tell."""
    assert not loaded(GOOD).is_fully_shared


@pytest.mark.parametrize(
    ("path", "is_good"),
    [
        ("calls/links/2031.jsonl", True),
        ("calls/links/others.jsonl", True),
        ("calls/links/31.jsonl", False),
        ("calls/links/2031.json", False),
        ("calls/links/2031-03-05-river.yaml", False),
        ("calls/2031/2031.jsonl", False),
        ("calls/2031.jsonl", False),
    ],
)
def test_only_years_and_others_lie_there(path: str, is_good: bool):
    """Another name is told, with those there are."""
    fault = fault_of_file(path, Kind.FILE)
    assert is_good == (fault is None)
    assert is_good or (fault is not None and fault.code == "Y105")


def test_the_folder_belongs_to_the_archive():
    """It lies beside the folders of the years, and nothing lies below it."""
    assert fault_of_folder("calls/links") is None
    below = fault_of_folder("calls/links/2031")
    assert below is not None
    assert below.code == "Y105"


def test_four_million_bytes_are_the_limit():
    """The history fetches as much as the largest file may have."""
    assert (4_000_000, 4_000_000) == (limit_of(PATH), LARGEST)
