"""Tests of bytes becoming text."""

import pytest

from generator.alphabets import mixed_script
from generator.load.text import decode
from tests.hanging import ends


def faults(data: bytes) -> list[tuple[str, int, int, int]]:
    return [(fault.code, *fault.place[1:]) for fault in decode("x.yaml", data)[1]]


def guess(data: bytes) -> str:
    (fault,) = decode("x.yaml", data)[1]
    return fault.help


def test_plain_text_has_no_problem():
    """Accents, other scripts and emoji are plain text."""
    text = "title: Café Ríver Θάλασσα 日本 👋🏽\n"
    assert (text, ()) == decode("x.yaml", text.encode())


def test_a_byte_order_mark_is_passed_over():
    """It is a warning about the file, and moves no column."""
    assert ("a: b\n", [("Y113", 1, 1, 0)]) == (
        decode("x.yaml", b"\xef\xbb\xbfa: b\n")[0],
        faults(b"\xef\xbb\xbfa: b\n"),
    )


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_other_line_ends_are_read_as_line_ends(end: bytes):
    """One warning stands at the first of them."""
    data = b"a: b" + end + b"c: d" + end
    assert "a: b\nc: d\n" == decode("x.yaml", data)[0]
    assert [("Y114", 1, 5, 1)] == faults(data)


@pytest.mark.parametrize("data", [b"", b"\n", b" \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_of_blanks_is_empty(data: bytes):
    """The whole file is meant."""
    assert ("Y109", 1, 1, 0) == faults(data)[-1]


def test_latin_1_is_told_at_its_first_byte():
    """Line and column are those of the byte, counted as characters."""
    assert [("Y110", 2, 9, 1)] == faults("a: é\ntitle: c".encode() + b"\xe9\n")


def test_latin_1_after_windows_line_ends_has_its_true_line():
    """Line ends of any kind count as one."""
    assert [("Y110", 3, 4, 1)] == faults(b"a: b\r\nc: d\re: \xe9")


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_by_its_name(code: str):
    """An editor's other Unicode is told from a file that is no text."""
    data = "title: River\n".encode(code)
    assert [("Y110", 1, 1, 1)] == faults(data)
    assert "UTF-16" in guess(data)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", (3, 1, 1)),
        (bytes(range(256)), (1, 1, 1)),
        (b"\x00", (1, 1, 1)),
        (b"a: b\nc: \x00d", (2, 4, 1)),
    ],
)
def test_what_is_not_text_is_one_problem(data: bytes, place: tuple[int, int, int]):
    """A picture or a sound is told once, at its first zero byte."""
    assert [("Y111", *place)] == faults(data)


@pytest.mark.parametrize("sign", "\x07 \x0b \x0c \x1b \x7f \x85".split(" "))
def test_control_characters_are_refused(sign: str):
    """Also those that YAML takes for line ends."""
    assert [("Y111", 2, 5, 1)] == faults(f"a: b\nc: d{sign}e\n".encode())


@pytest.mark.parametrize(
    "sign",
    ["\u00ad", "\u061c", "\u200b", "\u200e", "\u2028", "\u202e", "\u2060", "\u2066", "\ufeff",
     "\uffff", "\ufdd0", "\U000e0041", "\u3164", "\u115f", "\uffa0", "\u2800", "\ufffc", "\u180f",
     "\ue000", "\U000f0000", "\U0010ffff", "\U0001fffe", "\U0001d173", "\ufe05", "\ufe00", "\U000e0100"],
)  # fmt: skip
def test_invisible_characters_are_refused(sign: str):
    """Marks of direction, tags, fillers and spaces without width."""
    assert [("Y112", 1, 5, 1)] == faults(f"a: b{sign}c\n".encode())


def test_only_the_first_twenty_invisible_characters_are_told():
    """A file that is full of them is mended as a whole."""
    assert 20 == len(faults("\u200b".encode() * 80_000))


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "👩🏽‍🚀", "❤️‍🔥", "می‌خواهم", "क्‍ष"])
def test_joiners_stay_where_they_are_needed(text: str):
    """Families, skin tones, Persian and Hindi are written with them."""
    assert [] == faults(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "\u2139\ufe0f",
        "\u2194\ufe0e",
        "\u8fba\ufe00",
        "\u2229\ufe00",
    ],
)
def test_selectors_stay_where_a_sign_has_two_forms(text: str):
    """Emoji, keys, arrows, characters of Chinese and signs of mathematics are written with them."""
    assert [] == faults(text.encode())


def test_a_row_of_selectors_hides_bytes():
    """Each of the 256 selectors stands for a byte, and a row of them behind a letter for a message."""
    assert [("Y112", 1, 3, 1)] == faults("\u2764\ufe0f\ufe0e".encode())


@pytest.mark.parametrize("text", ["a\u200db", "a\u200d🚀", "🚀\u200db", "\u200d🚀", "🚀\u200d"])
def test_joiners_are_refused_elsewhere(text: str):
    """Between Latin letters or at an edge they only hide something."""
    assert ["Y112"] == [fault[0] for fault in faults(text.encode())]


def test_a_heap_of_accents_is_refused():
    """It would lie over the lines around it; the letter may have eight, and pointed Hebrew has its points."""
    heap = "Z" + "\u0301\u0316" * 5
    assert [("Y130", 2, 5, 10)] == faults(f"a: b\nc: {heap}\n".encode())
    assert "Y130" not in [fault[0] for fault in faults(f"a: {heap[:9]}\n".encode())]
    assert [] == faults(
        "\u05d1\u05b0\u05bc\u05e8\u05b5\u0591\u05d0\u05e9\u05b4\u05c1\u05d9\u05ea".encode()
    )


def test_two_versions_that_git_joined_are_refused():
    """Both would be read as meant; the place is that of the first line of marks."""
    both = "a\n<<<<<<< HEAD\nhold it\n=======\ndrop it\n>>>>>>> mine\n"
    assert [("Y132", 2, 1, 12)] == faults(both.encode())
    assert [("Y114", 1, 2, 1), ("Y132", 2, 1, 12)] == faults(both.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n=======\n",
        "<<<<<<< HEAD\n",
        ">>>>>>> a\n=======\n<<<<<<< b\n",
        "    <<<<<<< a\n",
    ],
)
def test_lines_that_only_look_like_marks_of_git_are_read(text: str):
    """A heading may be underlined with seven signs, and a page may speak of one mark."""
    assert [] == faults(text.encode())


def test_a_text_of_nothing_but_accents_is_answered_at_once():
    """Putting them into their order would take time with the square of their number."""
    with ends():
        assert ["Y130"] == [fault[0] for fault in faults(("a" + "\u0301\u0316" * 64_000).encode())]


def test_an_accent_of_its_own_is_read_as_one_letter():
    """The warning is at the letter, with its accents."""
    data = "a: b\nc: cafe\u0323\u0301s\n".encode()
    assert "a: b\nc: caf\u1eb9\u0301s\n" == decode("x.yaml", data)[0]
    assert [("Y115", 2, 7, 3)] == faults(data)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("M\u0456ll Town", "M\u0456ll"),
        ("Καφe", "Καφe"),
        ("Mill Town", ""),
        ("Мир и River", ""),
        ("κόσμος", ""),
        ("日本River", ""),
        ("T\u0585wn", "T\u0585wn"),
        ("\u13a1ast", "\u13a1ast"),
        ("\ua4d0ridge", "\ua4d0ridge"),
        ("Mx\u0302\u0456ll", "Mx\u0456ll"),
        ("", ""),
    ],
)
def test_a_word_of_two_alphabets_is_found(text: str, word: str):
    """Latin, Greek and Cyrillic look alike; two words in two alphabets are no fault."""
    assert word == mixed_script(text)
