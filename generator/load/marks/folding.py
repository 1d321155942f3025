"""Folds texts for quick questions: what a pattern without regard to case can find holds one of a few plain words."""

from collections.abc import Iterable


def folded(text: str) -> str:
    """Give a text in the small letters that `re.IGNORECASE` takes its plain letters for.

    Patterns take a long s, the sign of the kelvin and the two letters i of Turkish for plain ones.

    >>> folded("SMALL \\u017fmall"), folded("d\\u0131v\\u0130de")
    ('small small', 'divide')
    """
    if text.isascii():
        return text.lower()
    return text.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def holds_any(text: str, stems: Iterable[str]) -> bool:
    """Tell whether a text holds one of some stems in small letters, with any blanks for the single ones in them.

    >>> holds_any("We ran OUT\\tof time", ("out of time",)), holds_any("We met", ("out of time",))
    (True, False)
    """
    plain = " ".join(folded(text).split())
    # A plain loop takes half as long as a generator here, and this is asked of most marks.
    for stem in stems:  # noqa: SIM110
        if stem in plain:
            return True
    return False
