"""The search of transcripts: what goes over from one line to the next is found, and times are no numbers."""

import pytest

from generator.personal_data import check_text, search_file

PATH = "minutes/2031/2031-03-05-river.vtt"
HEAD = "WEBVTT\n\nNOTE\norigin: transcript\n\n"


def cues(*texts: str) -> str:
    """Give a transcript with a piece for each text, of which the first begins in line 7."""
    return HEAD + "".join(
        f"00:{n:02d}:01.000 --> 00:{n:02d}:04.000\n{text}\n\n" for n, text in enumerate(texts)
    )


def found(text: str) -> list[tuple[str, int]]:
    return [(fault.code, fault.place.line) for fault in check_text(PATH, text, frozenset())]


# Parted, so that no such thing stands in this file.
SPLIT = [
    ("P501", 7, ("write to mill@" + "exam", "ple.org please")),
    ("P501", 7, ("write to keepers@", "river-archive.org please")),
    ("P501", 7, ("write to keepers at riverarchive", "dot org")),
    ("P502", 7, ("call 212 555", "0142 tonight")),
    ("P502", 7, ("call 212", "555", "0142 tonight")),
    ("P502", 7, ("two one two five five", "five oh one nine nine")),
    ("P503", 10, ("the PIN is", "44" + "71 pound")),
    ("P511", 7, ("we meet at 412", "Willow Street at nine")),
]


@pytest.mark.parametrize(("code", "line", "texts"), SPLIT)
def test_what_two_pieces_say_together_is_found(code, line, texts):
    """At the piece in which it begins."""
    assert [(code, line)] == found(cues(*texts))


@pytest.mark.parametrize(("code", "line", "texts"), SPLIT)
def test_what_two_lines_of_one_piece_say_together_is_found(code, line, texts):
    """Captions break lines where they are full, with voices and other marks between the words."""
    text = cues("<v Mill Town>" + "\n<i>".join(texts))
    assert [code] == [one for one, _ in found(text)]


def test_what_one_line_says_is_told_once():
    """Also where it stands beside the place where two lines meet."""
    text = cues("write to mill@" + "river.example", "and call 212 555 " + "0142", "soon")
    assert [("P501", 7), ("P502", 10)] == found(text)


def test_what_stands_behind_times_or_in_remarks_is_found():
    """Nobody sees it on the site, and everybody in the repository."""
    text = cues("hello").replace("04.000\n", "04.000 call:212-555-" + "0142\n")
    assert [("P502", 6)] == found(text)
    assert [("P501", 6)] == found(f"{HEAD}NOTE mill@" + "river.example\n")


def test_an_address_that_is_public_on_purpose_is_allowed_in_two_pieces():
    """What the settings allow they allow however it is written."""
    address = "keepers@" + "river-archive.org"
    text = cues("write to keepers@", "river-archive.org please")
    assert () == search_file(PATH, text, (address,))[0].problems
    assert (address,) == search_file(PATH, text, (address,))[0].allowed


@pytest.mark.parametrize(
    "text",
    [
        cues(*(f"item {n}" for n in range(60))),
        cues("we are 150 people", "20 of them in Mill Town", "and 1 May is the day"),
        cues("in 2031", "2012 and 1999", "10 to 12 o'clock", "at 9:30", "21 30 Eastern"),
        cues("one", "two", "three", "four", "five", "six", "seven"),
        cues("point five", "at last", "dot by dot", "the code", "of conduct"),
        HEAD + "5d9b8d6e-1c8e-4a6b-8a58-6b9a1b0f7f0c/13-0\n01:02:03.456 --> 01:02:05.678\nhello\n",
        "".join(f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\nyes\n\n" for n in range(10, 50)),
    ],
)
def test_times_and_plain_numbers_are_nothing(text):
    """Numbers of pieces, times, counts, years and days that follow each other make no telephone number."""
    assert [] == found(text)


def test_a_voice_that_may_be_a_person_is_told_once():
    """A voice is a role or a place; whoever speaks often is named in one warning."""
    voice = "<v Corwin " + "Ashgrove>"
    _, names = search_file(PATH, cues(f"{voice}hello", f"{voice}again"), ())
    assert [(7, 4, "corwin " + "ashgrove")] == [(one.line, one.column, one.words) for one in names]


def test_roles_and_places_are_no_persons():
    """Nor are words that begin a sentence, as every second piece of a transcript does."""
    texts = (
        "<v Facilitator>Good evening",
        "<v Mill Town>Hello",
        "<v River Assembly>May Day",
        "Spring Gathering",
    )
    _, names = search_file(PATH, cues(*texts), ())
    assert [] == [one.words for one in names if "mill" not in one.words]


def test_the_search_is_linear_where_every_line_may_go_on():
    """Ten times the digits, ten times the windows: none holds more than a thousand characters and its surroundings."""
    from generator.personal_data.transcripts import _Joined, _words_of

    for size in (100, 1000):
        rows = cues(*("12" for _ in range(size))).split("\n")
        windows = list(_Joined(_words_of(rows)).windows())
        assert max(len(text) for _, text in windows) <= 1200
        assert sum(len(text) for _, text in windows) <= 2 * 3 * size
