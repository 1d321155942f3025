"""Reads what was counted: the answers of a poll, and blocks and stand-asides of an outcome."""

import re

from generator.model.minutes import Answer, MarkKind, Tally

_COUNTED = frozenset({MarkKind.POLL, MarkKind.COUNT, MarkKind.TEMPERATURE})
_ITEM = re.compile(r"(?P<text>.*\S)\s*:\s*(?P<count>[0-9]{1,7})\s*\Z")


def read_tally(
    kind: MarkKind, text: str, outcome: str, note: str, items: tuple[str, ...]
) -> Tally | None:
    """Give what a mark counts, or nothing where it counts nothing.

    `text` are its words without the outcome, `note` what follows the outcome word, `items` the list below it.
    """
    if kind not in _COUNTED:
        return None
    found = (_ITEM.match(item) for item in items)
    answers = tuple(Answer(one["text"], int(one["count"])) for one in found if one)
    return Tally(answers, taken=outcome != "not taken")
