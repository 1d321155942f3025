"""Reads the label that stands alone on its line, over a list of what it names."""

import re
from typing import NamedTuple

from generator.load.marks.label_words import LabelWord
from generator.load.marks.labels import (
    ALSO,
    BEFORE_BARE,
    LEAD,
    WORD,
    has_one_kind,
    may_be_label,
    word_of,
)

_BARE = re.compile(
    rf"{LEAD}(?P<open>\*\*\*|\*\*|__|[*_])?(?P<before>(?:{'|'.join(BEFORE_BARE)}) )?(?P<label>{WORD})(?![\w'’])"
    rf"(?P<also>{ALSO})?"
    r"(?P<number> ?\([0-9]{1,3}(?: ?min(?:utes|\.)?)?\))?"
    r"(?P<inner> ?[:\uff1a])?(?P<close>\*\*\*|\*\*|__|[*_])?(?P<outer> ?[:\uff1a])?\s*+\Z",
    re.IGNORECASE,
)


class BareLabel(NamedTuple):
    """A label that stands alone on its line, over a list of what it names.

    `has_colon`, `is_bold` and `is_loud` (in capitals) say how sure it is that a label was meant and no heading.
    """

    word: LabelWord
    lead: int
    item: str
    begin: int
    written: str
    has_colon: bool
    is_bold: bool
    is_loud: bool


def read_bare_label(line: str) -> BareLabel | None:
    """Give the label that stands alone on a line, or nothing."""
    match = _BARE.match(line) if may_be_label(line) else None
    if not match or (match["open"] or "") != (match["close"] or "") or not has_one_kind(match):
        return None
    begin = match.start("open") if match["open"] else match.start("label")
    return BareLabel(
        word_of(match),
        len(match["lead"]),
        (match["item"] or "").strip(),
        begin,
        line[begin:].strip(),
        bool(match["inner"] or match["outer"]),
        bool(match["open"]),
        match["label"].isupper(),
    )
