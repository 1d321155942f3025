"""Slips of the hand with quotes, and texts that would need them."""

import re
from collections.abc import Iterator

from generator.load.yaml_lines import Change, Lines, Mending, goes_on, quoted, shown_as, values

_OPENING = "“”„‘’«»"
_CLOSING = "”“’‘»«"
_SIGNS = frozenset("@`%&*!|>{[,?#-]}:")


def curly_quotes(lines: Lines, at: int) -> Iterator[Mending]:
    """Find curly quotes around a value."""
    for column, value in values(lines[at]):
        first, last = value[0], value[-1]
        is_curly = first in _OPENING or last in _CLOSING
        if is_curly and len(value) > 1 and first in f'{_OPENING}"' and last in f'{_CLOSING}"':
            why, how = "curly quotes do not count as quotes", "type straight quotes"
            changes = (Change(at, column, len(value), quoted(value[1:-1])),)
            yield Mending(at, column, 1, why, how, shown_as(lines, changes), changes)


def open_quote(lines: Lines, at: int) -> Iterator[Mending]:
    """Find a quote that is never closed."""
    why, how = "the quote that opens here is never closed", "put the same quote after the text"
    for column, value in values(lines[at]):
        if value.count(value[0]) != 1 or value[0] not in "'\"" or goes_on(lines, at):
            continue
        # An apostrophe at the beginning of a word opens a quote as well.
        is_word = value[0] == "'" and value[1:2].isalnum()
        text = quoted(value) if is_word else f"{value}{value[0]}"
        changes = (Change(at, column, len(value), text),)
        is_sure = value[0] == '"'
        yield Mending(at, column, 1, why, how, shown_as(lines, changes), changes, is_sure)


def quote_inside(lines: Lines, at: int) -> Iterator[Mending]:
    """Find a text that goes on after its closing quote."""
    why, how = (
        "the text goes on after the quote that closes it",
        "put other quotes around all of it",
    )
    for column, value in values(lines[at]):
        sign = value[0]
        is_closed_once = value.count(sign) == 2 and value[-1] == sign
        if sign not in "'\"" or value.count(sign) < 2 or is_closed_once:
            continue
        closes = value.index(sign, 1)
        is_whole = value[-1] == sign and len(value) > 2
        is_whole &= bool(value.count(sign) % 2) or sign not in (value[1:2], value[-2:-1])
        # `"Mill" and "Town"` has two words in quotes, `"the "river" call"` has quotes around all.
        is_whole &= (
            value.count(sign) % 2 == 1 or value[closes - 1].isspace() or value.count(sign) > 4
        )
        text = quoted(value[1:-1] if is_whole else value)
        changes = (Change(at, column, len(value), text),)
        yield Mending(at, column + closes, 1, why, how, shown_as(lines, changes), changes)


def backslash(lines: Lines, at: int) -> Iterator[Mending]:
    """Find a backslash in double quotes."""
    why = "a backslash in double quotes has a meaning of its own"
    how = "put single quotes around the text"
    for column, value in values(lines[at]):
        if value[0] == value[-1] == '"' and "\\" in value and "'" not in value:
            changes = (Change(at, column, len(value), quoted(value[1:-1])),)
            place = column + value.index("\\")
            yield Mending(at, place, 1, why, how, shown_as(lines, changes), changes)


def text_with_signs(lines: Lines, at: int) -> Iterator[Mending]:
    """Find a text that cannot stand without quotes."""
    how = "put the text in quotes"
    for column, value in values(lines[at]):
        is_list = value[0] in "[{" and goes_on(lines, at)
        if value[0] in "'\"" or is_list:
            continue
        colon = re.search(r":(?=\s|\Z)", value)
        changes = _in_quotes(lines, at, column, value)
        # What begins like a list may be one with a slip in it.
        is_list = value[0] in "[{" and not re.match(r"\[[^\[\],]*\] \w[^\[\]]*\Z", value)
        is_sure = " #" not in value and len(changes) == 1 and not is_list
        shown = shown_as(lines, changes) if len(changes) == 1 else ""
        if colon and changes:
            why = "a colon stands inside the text"
            place = column + colon.start()
            yield Mending(at, place, 1, why, how, shown, changes, is_sure)
        elif value[0] in _SIGNS and changes:
            why = "a text without quotes cannot begin with this sign"
            yield Mending(at, column, 1, why, how, shown, changes, is_sure)


def _in_quotes(lines: Lines, at: int, column: int, value: str) -> tuple[Change, ...]:
    """Give the changes that put a text in quotes, also where it goes on over indented lines."""
    last = at
    while goes_on(lines, last) if last == at else _is_below(lines, last + 1, at):
        last += 1
    if last == at:
        return (Change(at, column, len(value), quoted(value)),)
    if any('"' in line or "\\" in line for line in lines[at : last + 1]):
        return ()
    return (Change(at, column, 0, '"'), Change(last, len(lines[last].rstrip()), 0, '"'))


def _is_below(lines: Lines, number: int, at: int) -> bool:
    line = lines[number] if number < len(lines) else ""
    indent = len(lines[at]) - len(lines[at].lstrip())
    return bool(line.strip()) and len(line) - len(line.lstrip()) > indent
