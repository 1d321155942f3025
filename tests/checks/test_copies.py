"""Tests of the questions about copies of recordings, and about the answers to their addresses."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.fixing import apply
from generator.pipeline import examine
from generator.problems import Problem
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, TODAY

Write = Callable[[Mapping[str, str]], Path]

NAME = "calls/2031/2031-03-05-river-open-call.yaml"
OTHER = "calls/2031/2031-03-12-river-open-call.yaml"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
LINKS = "calls/links/2031.jsonl"
COPY = "  - url: https://sound.example/call.mp3\n"
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def answer(
    url: str = "https://sound.example/call.mp3", day: str = "2031-03-08", more: str = ""
) -> str:
    """Give a line about an address at which something was found."""
    return f'{{"url": "{url}", "asked_on": "{day}", "found": "there"{more}}}\n'


def found(archive_at: Write, files: Mapping[str, str]) -> list[Problem]:
    """Give what is wrong with copies and answers."""
    problems = examine(archive_at({**RIVER_ARCHIVE, **files}), TODAY).problems
    return [one for one in problems if "M605" <= one.code <= "M619"]


def told(
    archive_at: Write, rows: str, more: str = "", files: Mapping[str, str] = {}
) -> list[tuple[str, int]]:
    """Give code and line of what is wrong with a call that lists some copies from its line 5 on."""
    record = f"{CALL}recordings:\n{rows}{more}"
    return [(one.code, one.place.line) for one in found(archive_at, {NAME: record, **files})]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://sound.example/call.mp3", []),
        ("https://tinyurl.com/river", ["M606"]),
        ("https://www.bit.ly/river", ["M606"]),
        ("https://www.youtube.com/watch?v=abcdef", ["M606"]),
        ("https://archive.org/details/river-call", ["M606"]),
        ("https://archive.org/download/river-call/1.mp3", []),
        ("https://vimeo.com/123456", ["M606"]),
        ("https://sound.example/1.mp3?expires=1900000000", ["M606"]),
        ("https://sound.example/1.mp3?X-Amz-Expires=60", ["M606"]),
        ("https://sound.example/1.mp3?Expires=1&Signature=abc", []),
        ("https://localhost/1.mp3", ["M605"]),
        ("https://172.20.1.9/1.mp3", ["M605"]),
        ("https://[fd00::1]/1.mp3", ["M605"]),
        ("https://recorder/1.mp3", ["M605"]),
        ("https://nas.home.arpa/1.mp3", ["M605"]),
        ("file:///home/river/1.mp3", ["M605"]),
        ("'C:\\calls\\1.mp3'", ["M605"]),
        ("ftp://sound.example/1.mp3", []),
        ("https://172.example/1.mp3", []),
    ],
)
def test_an_address_that_is_none_of_a_lasting_file_is_told(archive_at: Write, address, expected):
    """Pages, shorteners, addresses that expire and hosts of one network; keys and other schemes have other codes."""
    told_of = told(archive_at, f"  - url: {address}\n")
    assert [(code, 6) for code in expected] == told_of


@pytest.mark.parametrize(
    "address", ["https://user:secret@sound.example/1.mp3", "'https://u:secret@sound.example/1.mp3'"]
)
def test_a_password_in_an_address_is_told_once(archive_at: Write, address):
    """That the address cannot be used either is the same fault."""
    files = RIVER_ARCHIVE | {NAME: f"{CALL}recordings:\n  - url: {address}\n"}
    problems = examine(archive_at(files), TODAY).problems
    assert ["P504"] == [one.code for one in problems if one.place.path == NAME]


@pytest.mark.parametrize(
    ("address", "written", "code", "help_part"),
    [
        ("call.mp3", "audio/mpeg", "", ""),
        ("call.mp3", "Audio/MPEG", "", ""),
        ("call", "video/mp4", "", ""),
        ("call.ogg", "audio/ogg; codecs=opus", "", ""),
        ("call.mp3", "video/mp4", "M608", "`audio/mpeg`"),
        ("call.m4a", "audio/mpeg", "M608", "`audio/mp4`"),
        ("call.mp3", "text/html", "M607", "sources:"),
        ("call.mp3", "application/pdf", "M607", "calls new copy"),
        ("call.mp3", ".mp3", "M607", "write `audio/mpeg`"),
        ("call.mp3", "audio", "M607", "calls new copy"),
    ],
)
def test_a_type_that_cannot_be_is_told(archive_at: Write, address, written, code, help_part):
    """Its form, what it is a type of, and the ending of the address are looked at."""
    rows = f"  - url: https://sound.example/{address}\n    type: {written}\n"
    problems = found(archive_at, {NAME: f"{CALL}recordings:\n{rows}"})
    assert [code] * bool(code) == [one.code for one in problems]
    assert help_part in "".join(one.help for one in problems)


def test_an_ending_for_a_type_is_mended(archive_at: Write):
    """`mp3` stands for one type."""
    record = f"{CALL}recordings:\n{COPY}    type: mp3\n"
    (fault,) = found(archive_at, {NAME: record})
    assert fault.fix is not None
    assert record.replace("type: mp3", "type: audio/mpeg") == apply(record, [fault.fix])


@pytest.mark.parametrize(
    ("lines", "is_odd"),
    [
        ("bytes: 18234567\n    duration: 1:42:10", False),
        ("bytes: 18234\n    duration: 1:42:10", True),
        ("bytes: 999", True),
        ("bytes: 1000", False),
        ("bytes: 10000000000", False),
        ("bytes: 10000000001", True),
    ],
)
def test_a_size_that_no_recording_has_is_told(archive_at: Write, lines, is_odd):
    """Sound of that length has more bytes, and no call has ten billion."""
    assert [("M609", 7)] * is_odd == told(archive_at, f"{COPY}    {lines}\n")


@pytest.mark.parametrize(
    ("one", "other", "is_wrong"),
    [
        ("bytes: 5000", "bytes: 5000", False),
        ("bytes: 5000", "duration: 0:10", False),
        ("bytes: 5000", "bytes: 5001", True),
        ("duration: 10:00", "duration: 10:01", False),
        ("duration: 10:00", "duration: 10:02", True),
        ("type: audio/mp4", "type: video/mp4", True),
        ("type: audio/ogg", "type: application/ogg", False),
    ],
)
def test_two_copies_with_one_checksum_are_one_file(archive_at: Write, one, other, is_wrong):
    """Another size, length or kind of type cannot be, also on two calls; the later copy is told."""
    checksum = "    sha256: " + "ab" * 32 + "\n"
    first = f"{CALL}recordings:\n  - url: https://sound.example/a\n    {one}\n{checksum}"
    second = first.replace("03-05", "03-12").replace("/a", "/b").replace(one, other)
    problems = found(archive_at, {NAME: first, OTHER: second})
    assert [("M610", OTHER, 8)] * is_wrong == [(p.code, *p.place[:2]) for p in problems]


def test_the_checksum_of_nothing_is_no_recording(archive_at: Write):
    """A program that could not open the file gives this one."""
    assert [("M610", 7)] == told(archive_at, f"{COPY}    sha256: {EMPTY}\n")


@pytest.mark.parametrize(
    ("fields", "answered", "line"),
    [
        ("bytes: 5000", ', "bytes": 5000', 0),
        ("bytes: 5000", ', "bytes": 6000', 7),
        ("type: audio/mpeg", ', "type": "text/html"', 7),
        ("type: audio/mpeg", ', "type": "audio/mp3"', 0),
        ("type: audio/mpeg", ', "type": "application/octet-stream"', 0),
        ("bytes: 5000", ', "type": "text/html"', 6),
        ("sha256: " + "ab" * 32, ', "sha256": "' + "cd" * 32 + '"', 7),
    ],
)
def test_another_file_at_an_address_is_told(archive_at: Write, fields, answered, line):
    """The place is the field of the record that does not fit; a host that says nothing of the type is believed."""
    rows, files = f"{COPY}    {fields}\n", {LINKS: answer(more=answered)}
    assert [("M611", line)] * bool(line) == told(archive_at, rows, files=files)


def test_the_same_address_is_told_at_the_later_place(archive_at: Write):
    """Twice in one call is a slip; in two calls it may be right."""
    assert [("M612", 7)] == told(archive_at, COPY + COPY)
    other = CALL.replace("03-05", "03-12") + f"recordings:\n{COPY}"
    problems = found(archive_at, {NAME: f"{CALL}recordings:\n{COPY}", OTHER: other})
    assert [("M613", OTHER, False)] == [(p.code, p.place.path, p.is_error) for p in problems]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("seen: 2031-03-05", []),
        ("seen: 2031-06-01", []),
        ("seen: 2031-03-04", [("M615", 7)]),
        ("seen: 2031-06-02", [("M615", 7)]),
        ("duration: 2:00:00", []),
        ("duration: 4:00:00", [("M616", 7)]),
        ("duration: 2:00", [("M616", 7)]),
        ("duration: 0:30", []),
    ],
)
def test_days_and_lengths_that_cannot_be_are_told(archive_at: Write, lines, expected):
    """A copy is seen after the call and up to today, and runs about as long as the call took."""
    assert expected == told(archive_at, f"{COPY}    {lines}\n", "length: 2h\n")


def test_a_moment_beyond_the_end_is_told_in_the_notes(archive_at: Write):
    """The longest copy counts, and a minute is forgiven."""
    rows = f"{COPY}    duration: 10:00\n  - url: https://b.example/call.mp3\n    duration: 20:00\n"
    notes = "---\norigin: notes\n---\n## [00:20:50] Close\n\nAt [00:21:01] all left.\n"
    record = f"{CALL}recordings:\n{rows}"
    (fault,) = found(archive_at, {NAME: record, NOTES: notes})
    assert ("M616", NOTES, 6, 4, 10) == (fault.code, *fault.place)


SAID = "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: safety\n"


def test_nothing_is_asked_of_a_recording_that_is_withheld(archive_at: Write):
    """In a private repository its copies may stand in the record, and no report tells of them."""
    settings = RIVER_ARCHIVE["mkdocs.yml"] + "    repository_is_public: false\n"
    record = CALL.replace("share: public\n", SAID)
    rows = f"recordings:\n{COPY}    type: text/html\n    seen: 2031-01-01\n{COPY}"
    files = {"mkdocs.yml": settings, NAME: record + rows, LINKS: answer()}
    assert [("M618", LINKS)] == [(p.code, p.place.path) for p in found(archive_at, files)]


def test_an_answer_about_a_withheld_recording_is_refused_in_public(archive_at: Write):
    """It is said as of the record itself, and quotes nothing."""
    files = {NAME: CALL.replace("share: public\n", SAID) + f"recordings:\n{COPY}", LINKS: answer()}
    problems = examine(archive_at({**RIVER_ARCHIVE, **files}), TODAY).problems
    assert {("P505", NAME), ("P505", LINKS)} == {
        (p.code, p.place.path) for p in problems if p.code == "P505"
    }


def test_answers_for_nothing_are_taken_out_by_their_fixes(archive_at: Write):
    """One for no record, an older one, and one of a day to come go; the others stay as they are."""
    source = "sources:\n  - title: notes\n    url: https://b.example/notes\n    use: link\n"
    cited = "  - title: a page\n    url: https://b.example/page\n"
    good = answer("https://b.example/notes") + answer(day="2031-04-08")
    bad = (
        answer("https://b.example/page")
        + answer()
        + answer("https://b.example/notes", "2031-06-02")
        + answer("https://nobody.example/")
    )
    text = "".join(sorted((good + bad).splitlines(keepends=True)))
    record = f"{CALL}recordings:\n{COPY}{source}{cited}"
    problems = [p for p in found(archive_at, {NAME: record, LINKS: text}) if p.code == "M618"]
    left = apply(text, [p.fix for p in problems if p.fix])
    assert ("".join(sorted(good.splitlines(keepends=True))), 4) == (left, len(problems))


def test_lines_out_of_order_are_told_once_a_file(archive_at: Write):
    """It is a hint for whoever wonders about a large difference."""
    rows = COPY + "  - url: https://b.example/1\n  - url: https://a.example/1\n"
    text = answer() + answer("https://b.example/1") + answer("https://a.example/1")
    assert [("M619", 2)] == told(archive_at, rows, files={LINKS: text})
