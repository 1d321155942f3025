"""Finds what the program brings along besides its code: help pages of problems, the fictional archive, starting files.

In a checkout these lie where people look for them; an installed package holds copies of the same files.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def carried(path: str) -> Path:
    """Give the place of a file or folder that the program brings along, by its path in the repository.

    >>> carried("content/help/problems/F203.md").name
    'F203.md'
    """
    packed = _PACKAGE / "carried_files" / path
    return packed if packed.exists() else _PACKAGE.parent / path
