"""The last look asks nothing where no withheld run begins, and finds what asking at every word finds."""

from hypothesis import given
from hypothesis import strategies as st

from generator.privacy.leaks import CHARACTERS, WORDS, Needles, find
from generator.privacy.plain_words import words_of

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
