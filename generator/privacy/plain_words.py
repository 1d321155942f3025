"""The form in which texts are compared: small letters and digits without accents, and one space between words."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = dict.fromkeys(
    [0x00AD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF, *range(0x0300, 0x0370)]
)


def words_of(text: str) -> list[str]:
    """Give the words of a text in the form in which they are compared."""
    if text.isascii():
        return _WORD.findall(text.lower())
    # Folding the case can make new accents, and taking accents away new capital letters.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).translate(_UNSEEN).casefold()
    return _WORD.findall(text.translate(_UNSEEN))


def plain(text: str) -> str:
    """Give a text in the form in which it is compared, with one space between words."""
    return " ".join(words_of(text))
