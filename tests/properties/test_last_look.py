"""The last look asks nothing where no withheld run begins, and finds what asking at every word finds.

What it knows of the frames takes nothing away either: a file in pieces is refused if, and only if, the whole is.
"""

from hypothesis import example, given
from hypothesis import strategies as st

from generator.privacy.known_parts import ends_of, find_among, learn
from generator.privacy.leaks import CHARACTERS, WORDS, Needles, find
from generator.privacy.plain_words import words_of
from tests.privacy.leaking_forms import FORMS

LONG = "donaudampfschifffahrtsgesellschaft"
WORD = st.sampled_from(["a", "at", "ferry", "lantern", "assemblyhousekeepers", LONG, f"{LONG}s"])
TEXT = st.lists(WORD, max_size=40).map(" ".join)


def runs_of(text: str) -> set[str]:
    """Give every run of a text as the rule tells it, counted slowly."""
    words = words_of(text)
    plain = " ".join(words)
    starts = [len(" ".join(words[:n])) + (n > 0) for n in range(len(words))]
    by_words = {" ".join(words[n : n + WORDS]) for n in range(len(words) - WORDS + 1)}
    alone = set(words)
    cut = {plain[at : at + CHARACTERS] for at in starts if at + CHARACTERS <= len(plain)}
    return by_words | alone | cut


@given(TEXT, TEXT)
def test_the_last_look_finds_exactly_the_runs_that_a_file_holds(hidden: str, shown: str) -> None:
    """A file is refused if, and only if, one of its runs is a withheld one."""
    runs = dict.fromkeys(runs_of(hidden), "minutes/one.md")
    expected = "minutes/one.md" if runs_of(shown) & runs.keys() else ""
    assert expected == find(Needles(runs, (1, WORDS)), "", shown.encode())


SECRET = "at lantern hill ferry keepers go to sea alone"
BITS = [" ", "x", "lantern ", "<", ">", '<a title="', '">', "<b>", "</b>", "](", ")", "{#x", "}"]
BITS += [
    "&lt;",
    "&gt;",
    "&#60;i",
    "&shy;",
    "\\u003c",
    "\\n",
    "%3C",
    "%20",
    "<!-- ",
    " -->",
    "\n",
    "é",
    "\u0301",
]
BITS += [word + " " for word in SECRET.split()]
AROUND = "".join(f"<li>the word number{n} of the frame</li>\n" for n in range(30))
PART = st.lists(st.sampled_from(BITS), max_size=12).map("".join)
NEEDLES = Needles(dict.fromkeys(runs_of(SECRET) - set(words_of(SECRET)), "minutes/one.md"))


@given(st.sampled_from(sorted(FORMS)), st.integers(0, 200), st.integers(1, 30), PART, PART, PART)
@example("plain", 5, 9, "", "", "")
def test_a_file_in_pieces_is_refused_as_the_whole_is(
    form: str, at: int, width: int, one: str, two: str, three: str
) -> None:
    """Whatever a frame ends or begins with, and wherever its border cuts a secret, the same is found as in a whole."""
    told = FORMS[form](SECRET)
    at = min(at, len(told))
    pieces = [
        f"{one}{AROUND}{two}{told[:at]}",
        told[at : at + width],
        f"{told[at + width :]}{three}{AROUND}{one}",
    ]
    parts = [piece.encode("utf-8", "replace") for piece in (*pieces, two, *pieces[:1])]
    known = learn(NEEDLES, (parts[0], parts[2]))
    expected = bool(find(NEEDLES, "", b"".join(parts)))
    assert expected == bool(find_among(NEEDLES, "", parts, known))


def test_a_part_that_holds_something_is_not_known() -> None:
    """What the theme itself would tell is then found on every page that wears it."""
    assert ends_of(AROUND.encode()) is not None
    assert [AROUND.encode()] == list(learn(NEEDLES, [AROUND.encode()]))
    assert {} == learn(NEEDLES, [f"{AROUND}{SECRET}{AROUND}".encode()])


def test_of_a_known_part_only_the_ends_are_searched_again() -> None:
    """Ends are a small part of it, and have more words than a run."""
    ends = ends_of(AROUND.encode())
    assert ends is not None
    assert len(ends.first) + len(ends.last) < len(AROUND) // 2
    assert AROUND.encode().startswith(ends.first)
    assert AROUND.encode().endswith(ends.last)
    assert all(len(words_of(end.decode())) > CHARACTERS // 2 for end in (ends.first, ends.last))
