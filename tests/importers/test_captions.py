"""What programs for transcription and players write becomes one form, whose words are those that were there."""

import pytest

from generator.importers.captions import (
    BLOCKS,
    COMMAS,
    EMPTY,
    MARKS,
    NUMBERS,
    Captions,
    read_captions,
)

SRT = """\
1
00:00:10,000 --> 00:00:14,500
Welcome to the <i>call</i>.

2
00:00:14,500 --> 00:00:18,250
We begin with bread & <cheese>.
"""


def body(text: str) -> list[str]:
    return read_captions(text).body.split("\n")


def test_subrip_becomes_webvtt():
    """Commas become points, numbers and marks go, and signs that would be tags are escaped."""
    assert [
        "00:00:10.000 --> 00:00:14.500",
        "Welcome to the call.",
        "",
        "00:00:14.500 --> 00:00:18.250",
        "We begin with bread &amp; &lt;cheese&gt;.",
    ] == body(SRT)
    assert {COMMAS, NUMBERS, MARKS} == set(read_captions(SRT).mended)


def test_plain_webvtt_stays_as_it_is():
    """What is in one form already is mended nowhere."""
    text = "WEBVTT\n\n00:00:10.000 --> 00:00:14.500\n<v Facilitator>Bread &amp; cheese\n"
    expected = "00:00:10.000 --> 00:00:14.500\n<v Facilitator>Bread &amp; cheese"
    assert Captions(expected, 1, ()) == read_captions(text)


def test_a_mark_at_the_beginning_and_other_ends_of_lines_do_no_harm():
    """Programs on some systems write both."""
    text = "\ufeffWEBVTT - made by a program\r\nKind: captions\r\n\r\n00:10.5 --> 00:14.000\r\nYes.\r\n"
    assert ["00:00:10.500 --> 00:00:14.000", "Yes."] == body(text)


def test_remarks_styles_and_places_are_left_out():
    """They say how something looks, or what only its writer was to know."""
    text = (
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE made on a laptop\n\n"
        "intro\n00:10.000 --> 00:14.000 align:start position:0%\nYes.<00:12.000><c> And</c> no.\n"
    )
    found = read_captions(text)
    assert "00:00:10.000 --> 00:00:14.000\nYes. And no." == found.body
    assert {BLOCKS, NUMBERS, MARKS} == set(found.mended)


def test_pieces_without_words_are_left_out():
    """A mark of a voice alone is no word."""
    text = "WEBVTT\n\n00:10.000 --> 00:14.000\n<v A></v>\n\n00:15.000 --> 00:16.000\n \n"
    assert Captions("", 0, (EMPTY,)) == read_captions(text)


@pytest.mark.parametrize("times", ["0:10 --> 0:14", "00:00:10.000 -->", "ten --> eleven"])
def test_lines_that_are_no_times_are_told(times: str):
    """They are counted from the first line of the file, and nothing is guessed."""
    assert (3,) == read_captions(f"WEBVTT\n\n{times}\nYes.\n").unread


def test_text_without_times_has_no_pieces():
    """Notes are no transcript."""
    assert 0 == read_captions("Welcome to the call.\n\nWe begin.\n").pieces


def test_many_pieces_are_read_in_linear_time():
    """Twenty thousand pieces are as many afterwards."""
    text = "\n".join(
        f"{at}\n00:{at // 60 % 60:02d}:{at % 60:02d},000 --> 00:{at // 60 % 60:02d}:{at % 60:02d},900\nYes {at}.\n"
        for at in range(20_000)
    )
    assert 20_000 == read_captions(text).pieces
