"""Says which mark a label is meant for that is almost one, and knows the ordinary words that look like a slip."""

from generator.load.marks.label_words import WORDS
from generator.model.minutes import MarkKind
from generator.problems import surely

LABELS = {
    word: meant.kind
    for word, meant in WORDS.items()
    if not meant.outcome and word.isascii() and "-" not in word
}
"""The labels that a misspelt one is compared with, and the mark that each stands for."""

_SHORTEST = 6
"""Letters of a label from which a slip is still told from another word: `count` is too near to `county`."""
_ORDINARY = frozenset(
    "acton actioned aktion auction auctions decisione decisiones decisioni decisive derision division divisions"
    " county decide decides decider deciding motioned motives proposer proposers proposes propose".split()
)
"""Words, also of other languages, that are as near to a label as a slip of the hand."""


def kind_nearly_named(label: str) -> MarkKind | None:
    """Give the mark whose label was meant by one that is not known, or nothing where it may be another word."""
    words = label.lower().split()
    if not words or " ".join(words) in LABELS or _ORDINARY & set(words):
        return None
    kinds = {kind for known, kind in LABELS.items() if _is_near(words, known.split())}
    return kinds.pop() if len(kinds) == 1 else None


def _is_near(words: list[str], known: list[str]) -> bool:
    """Tell whether each word is the known one, or begins as it does and can be a slip for it."""
    is_long = sum(map(len, known)) >= _SHORTEST
    return is_long and len(words) == len(known) and all(map(_is_slip, words, known))


def _is_slip(word: str, known: str) -> bool:
    may_be = word[0] == known[0] and len(word) <= len(known) + (2 if len(known) >= 8 else 1)
    return word == known or (may_be and surely(word, (known,)) == known)
