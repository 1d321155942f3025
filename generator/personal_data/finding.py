"""What a rule found: a stretch of a plain text, and what the list of what is allowed is asked for."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something that must not be public, from `start` to `end` of a plain text.

    `key` is its normal form, by which it may be allowed; it is empty for what never is.
    """

    code: str
    start: int
    end: int
    key: str = ""
