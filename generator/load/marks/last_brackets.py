"""Finds the brackets at the end of a text, and tells the votes in them from words that need to be understood."""

from generator.load.marks.doubts import is_votes

_LONGEST = 400
_MOST = 3


def unknown_brackets(text: str) -> tuple[int, int] | None:
    """Give beginning and end of the last brackets of a text, where they are more than votes, or nothing."""
    inner = last_brackets(text)
    return None if not inner or _votes_in(text[slice(*inner)]) else inner


def last_brackets(text: str) -> tuple[int, int] | None:
    """Give beginning and end of what stands in the round brackets at the end of a text, or nothing."""
    end = len(text.rstrip(" .;"))
    start = _opening(text, end) if end and text[end - 1] in ")]" else -1
    if start < 0 or text[start] == "[" or (start and text[start - 1] == "]"):
        return None
    return start + 1, end - 1


def only_votes(text: str) -> str:
    """Give the votes that stand in the last brackets of a text, or an empty string."""
    inner = last_brackets(text)
    return _votes_in(text[slice(*inner)]) if inner else ""


def _votes_in(said: str) -> str:
    return said if any(sign.isdigit() for sign in said) and is_votes(said) else ""


def closing_groups(text: str) -> list[tuple[int, int]]:
    """Give the brackets with which a text ends, the last first, each from its opening sign to its end."""
    groups: list[tuple[int, int]] = []
    end = len(text.rstrip(" .;"))
    while len(groups) < _MOST and end and text[end - 1] in ")]":
        start = _opening(text, end)
        if start < 0 or (start and text[start - 1] == "]" and text[start] == "("):
            break
        groups.append((start, end))
        end = len(text[:start].rstrip(" .;"))
    return groups


def _opening(text: str, end: int) -> int:
    depth = 0
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        depth += (text[at] in ")]") - (text[at] in "([")
        if depth == 0:
            return at
    return -1
