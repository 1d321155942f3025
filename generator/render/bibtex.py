"""How a page is cited in BibTeX, as one entry; when it was seen is left to whoever cites it."""

import posixpath
import re

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
"""Signs that mean something to LaTeX, and how they are written there."""
_SPECIAL_SIGN = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")


def bibtex(title: str, archive: str, address: str, year: int | None) -> str:
    """Give the entry of a page; its key is the name of the page, and the double braces keep its capitals."""
    key = posixpath.basename(address).removesuffix(".html")
    lines = [
        f"@misc{{{key},",
        f"  title = {{{{{_plain(title)}}}}},",
        f"  howpublished = {{{{{_plain(archive)}}}}},",
        *([f"  year = {{{year}}},"] if year is not None else []),
        f"  url = {{{address}}},",
        "}",
    ]
    return "\n".join(lines)


def _plain(words: str) -> str:
    return _SPECIAL_SIGN.sub(lambda found: _SPECIAL[found[0]], words)
