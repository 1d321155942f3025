"""The form in which texts are compared is the same whether a text is folded whole or piece by piece."""

import re
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.privacy.plain_words import words_of

UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2064"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
MARKS = "".join(c for c in map(chr, range(0x80, sys.maxunicode)) if unicodedata.combining(c))
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(MARKS), st.sampled_from("aA1_- İKﬁ")))


def folded(text: str) -> list[str]:
    """Fold a text as a whole, with no regard to time."""
    for _ in range(2):
        text = UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return re.findall(r"[^\W_]+", UNSEEN.sub("", text))


@given(TEXTS, TEXTS)
def test_pieces_give_the_words_of_the_whole(one: str, other: str) -> None:
    """Accents, ligatures and signs of no width stay with the letters they belong to, also beside plain ones."""
    for text in (one, f"a{one}B {other}c"):
        assert folded(text) == words_of(text)


def test_every_letter_is_folded_as_in_a_text() -> None:
    """No letter of Unicode is compared otherwise because of what stands beside it."""
    for start in range(0x80, 0x20000, 0x100):
        text = "".join(f"x{c} " for c in map(chr, range(start, start + 0x100)) if c.isprintable())
        assert folded(text) == words_of(text)
