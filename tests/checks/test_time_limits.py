"""Tests that a text made to do harm is searched to its end."""

import pytest

from generator.checks.dead_link import check
from generator.load.archive import assemble, read_file
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.personal_data import check_text
from tests.hanging import ends
from tests.problems.river_archive import SETTINGS, TODAY

PATH = "minutes/2031/2031-03-05-river.md"


@pytest.mark.parametrize(
    "piece",
    ["5 ", "555 ", "555-0100 ", "(555) 010-0100\n", "12345678901 ", "0.", "1-", "2031-03-05 ", "+1 ",
     "a@", "a@b.c ", "a@b.c\n", "a" * 63 + ".", "//a:", "a:", "https://a/?pwd=1 ", "//", "pin ", "pin: 1234 "],
)  # fmt: skip
def test_personal_data_is_searched_to_the_end(piece: str):
    """256 kB of nearly one sign, as notes may have."""
    text = "https://x//" + piece * (250_000 // len(piece)) + " https://x//" + "a:" * 1000
    with ends():
        list(check_text(PATH, text, frozenset()))


def test_a_flood_of_numbers_is_refused_line_by_line_without_a_closer_look():
    """No number hides behind a thousand others, and none of them takes long."""
    lines = ["12 34 56 78 90 12"] * 1001
    found = list(check_text(PATH, "\n".join(lines), frozenset()))
    assert [("P502", number, 1, 17) for number in range(1, 1002)] == [
        (fault.code, *fault.place[1:]) for fault in found
    ]
    assert [] == list(check_text(PATH, "\n".join(lines[:1000]), frozenset()))


def test_many_dead_links_are_told():
    """Only the first get a hint, because looking for a close name takes a while."""
    texts = {f"content/page-number-{n}.md": "# x\n" for n in range(500)}
    texts[PATH] = "---\norigin: notes\n---\n" + "[a](page-numbr-7.md)\n" * 10_000
    loaded = [read_file(Source(path, text.encode())) for path, text in texts.items()]
    settings, _, _ = read_settings(Source("mkdocs.yml", SETTINGS.encode()), TODAY)
    assert settings is not None
    with ends():
        found = list(check(assemble(loaded, "Etc/UTC", {}, {}), settings))
    assert (10_000, 20) == (len(found), sum("did you mean" in fault.message for fault in found))
