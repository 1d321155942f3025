"""Finds the marks that git leaves in a file where it could not join two versions; both would be read as meant."""

import re

_BEGINS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_PARTS = re.compile(r"^={7}$", re.MULTILINE)
_ENDS = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)


def first_marks(text: str) -> tuple[int, int] | None:
    """Give the offset and length of the first line of marks that two others follow, nothing where there are none.

    >>> first_marks("a\\n<<<<<<< HEAD\\nb\\n=======\\nc\\n>>>>>>> mine\\n"), first_marks("a\\n=======\\n")
    ((2, 12), None)
    """
    if "<<<<<<<" not in text:
        return None
    begins = _BEGINS.search(text)
    parts = _PARTS.search(text, begins.end()) if begins else None
    if begins is None or parts is None or not _ENDS.search(text, parts.end()):
        return None
    return begins.start(), begins.end() - begins.start()
