"""Finds what a person meant by text that is not YAML: each slip of the hand has its mending, which must make it read.

A mending is tried on the line that the parser names and on those beside it. What makes the parser come further is
the diagnosis, so that message, help and fix speak of the same thing.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Lines = list[str]


class Change(NamedTuple):
    """New text for a stretch of one line; lines and columns count from 0."""

    line: int
    column: int
    length: int
    text: str


class Mending(NamedTuple):
    """What is wrong where, what to do in words and with the person's own text, and the changes that do it.

    `is_sure` says that nothing else can have been meant.
    """

    line: int
    column: int
    length: int
    why: str
    how: str
    shown: str
    changes: tuple[Change, ...]
    is_sure: bool = True


_LONG = 2000
_FIELD = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[^\W\d][\w-]*)(?P<colon>\s*:)(?P<rest>.*)")
_ITEM = re.compile(r"(?P<lead>\s*(?:-\s+)+)(?P<rest>.*)")
_BULLET = re.compile(r"(\s*)([•·◦▪‣●○–—*]|o(?=\t))[ \t]*(?=[^\s*])")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_OPENING = "“”„‘’«»"
_CLOSING = "”“’‘»«"
_SIGNS = frozenset("@`%&*!|>{[,?#-]}:")
_INDENTS = 6
"""So many lines above are looked at for the column where a line may have been meant to begin."""


def mendings(lines: Lines, at: int) -> Iterator[Mending]:
    """Give what may be meant by line `at`, the likeliest first."""
    if not 0 <= at < len(lines) or len(lines[at]) > _LONG:
        return
    for slip in _SLIPS:
        yield from slip(lines, at)


def quoted(text: str) -> str:
    """Write a text in the quotes that it has none of itself, and as it is as far as possible."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def changed(lines: Lines, changes: tuple[Change, ...]) -> Lines:
    """Give lines with changes made in them."""
    new = list(lines)
    for line, column, length, text in sorted(changes, reverse=True):
        new[line] = new[line][:column] + text + new[line][column + length :]
    return new


def _tabs(lines: Lines, at: int) -> Iterator[Mending]:
    if not re.match(r" *\t", lines[at]):
        return
    changes = tuple(
        Change(number, 0, len(lead), lead.replace("\t", "  "))
        for number, line in enumerate(lines)
        if "\t" in (lead := line[: len(line) - len(line.lstrip(" \t"))]) and line.strip()
    )
    column = lines[at].index("\t")
    why, how = "a tab stands where spaces should be", "type two spaces in the place of each tab"
    is_sure = not any(re.match(r" +\t|\t+ ", line) for line in lines)
    yield Mending(at, column, 1, why, how, "", changes, is_sure)


def _odd_spaces(lines: Lines, at: int) -> Iterator[Mending]:
    found = [match.start() for match in _SPACES.finditer(lines[at])]
    if found:
        why = "a non-breaking space stands here, which looks like a space and is none"
        changes = tuple(Change(at, column, 1, " ") for column in found)
        yield Mending(at, found[0], 1, why, "delete it and type a space", "", changes)


def _wide_colon(lines: Lines, at: int) -> Iterator[Mending]:
    column = lines[at].find("\N{FULLWIDTH COLON}")
    if column >= 0:
        why, how = "this colon is a wide one, which ends no field's name", "type a plain colon"
        after = "" if lines[at][column + 1 : column + 2] == " " else " "
        changes = (Change(at, column, 1, f":{after}"),)
        yield Mending(at, column, 1, why, how, _shown(lines, changes), changes)


def _no_space_after_colon(lines: Lines, at: int) -> Iterator[Mending]:
    field = _FIELD.match(lines[at])
    if field and field["rest"][:1].strip() and not field["rest"].startswith("//"):
        column = field.end("colon")
        changes = (Change(at, column, 0, " "),)
        why = "a space is missing after the colon"
        how = "write a space after it"
        yield Mending(at, column - 1, 1, why, how, _shown(lines, changes), changes)


def _no_space_after_hyphen(lines: Lines, at: int) -> Iterator[Mending]:
    numbers = [n for n in _block(lines, at) if re.match(r"\s*-[^\s-]", lines[n])]
    if at not in numbers:
        return
    changes = tuple(Change(n, lines[n].index("-") + 1, 0, " ") for n in numbers)
    why, how = "a space is missing after the hyphen", "write a space after each"
    column = lines[at].index("-")
    yield Mending(at, column, 1, why, how, _shown(lines, changes, at), changes)


def _bullets(lines: Lines, at: int) -> Iterator[Mending]:
    found = {n: match for n in _block(lines, at) if (match := _BULLET.match(lines[n]))}
    if at not in found:
        return
    changes = tuple(
        Change(n, match.end(1), match.end() - match.end(1), "- ") for n, match in found.items()
    )
    why = "the items of a list begin with a hyphen and a space, not with another sign"
    how = "write `- ` in its place"
    column = found[at].end(1)
    yield Mending(at, column, 1, why, how, _shown(lines, changes, at), changes)


def _block(lines: Lines, at: int) -> list[int]:
    """Number the lines around a line that are not empty and not a field's, itself included."""
    first = last = at
    while first > 0 and lines[first - 1].strip() and not _FIELD.match(lines[first - 1]):
        first -= 1
    while last < len(lines) - 1 and lines[last + 1].strip() and not _FIELD.match(lines[last + 1]):
        last += 1
    return list(range(first, last + 1))


def _values(line: str) -> Iterator[tuple[int, str]]:
    """Give the value of a line with its column: a field's, or an item's; an item with a capital is text first."""
    is_text = re.match(r"\s*-\s+[^a-z]", line)
    for pattern in (_ITEM, _FIELD) if is_text else (_FIELD, _ITEM):
        match = pattern.match(line)
        if match:
            value = match["rest"].strip()
            if value:
                yield match.start("rest") + match["rest"].index(value), value


def _curly_quotes(lines: Lines, at: int) -> Iterator[Mending]:
    for column, value in _values(lines[at]):
        first, last = value[0], value[-1]
        is_curly = first in _OPENING or last in _CLOSING
        if is_curly and len(value) > 1 and first in f'{_OPENING}"' and last in f'{_CLOSING}"':
            why, how = "curly quotes do not count as quotes", "type straight quotes"
            changes = (Change(at, column, len(value), quoted(value[1:-1])),)
            yield Mending(at, column, 1, why, how, _shown(lines, changes), changes)


def _open_quote(lines: Lines, at: int) -> Iterator[Mending]:
    why, how = "the quote that opens here is never closed", "put the same quote after the text"
    for column, value in _values(lines[at]):
        if value.count(value[0]) != 1 or value[0] not in "'\"" or _goes_on(lines, at):
            continue
        # An apostrophe at the beginning of a word opens a quote as well.
        is_word = value[0] == "'" and value[1:2].isalnum()
        text = quoted(value) if is_word else f"{value}{value[0]}"
        changes = (Change(at, column, len(value), text),)
        is_sure = value[0] == '"'
        yield Mending(at, column, 1, why, how, _shown(lines, changes), changes, is_sure)


def _goes_on(lines: Lines, at: int) -> bool:
    """Tell whether the line after a line is indented deeper and begins no field of its own."""
    after = lines[at + 1] if at + 1 < len(lines) else ""
    indent = len(lines[at]) - len(lines[at].lstrip())
    is_deeper = len(after) - len(after.lstrip()) > indent and bool(after.strip())
    return is_deeper and not _FIELD.match(after)


def _quote_inside(lines: Lines, at: int) -> Iterator[Mending]:
    why, how = (
        "the text goes on after the quote that closes it",
        "put other quotes around all of it",
    )
    for column, value in _values(lines[at]):
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
        yield Mending(at, column + closes, 1, why, how, _shown(lines, changes), changes)


def _backslash(lines: Lines, at: int) -> Iterator[Mending]:
    why = "a backslash in double quotes has a meaning of its own"
    how = "put single quotes around the text"
    for column, value in _values(lines[at]):
        if value[0] == value[-1] == '"' and "\\" in value and "'" not in value:
            changes = (Change(at, column, len(value), quoted(value[1:-1])),)
            place = column + value.index("\\")
            yield Mending(at, place, 1, why, how, _shown(lines, changes), changes)


def _open_bracket(lines: Lines, at: int) -> Iterator[Mending]:
    why, how = "the `[` that opens here is never closed", "put a `]` after the last value"
    for column, value in _values(lines[at]):
        if value[0] == "[" and "]" not in value and not _goes_on(lines, at):
            changes = (Change(at, column + len(value), 0, "]"),)
            # One id alone may have been meant without any bracket.
            is_list = bool(re.fullmatch(r"\[[a-z0-9 -]+(?:,[a-z0-9 -]+)+", value))
            yield Mending(at, column, 1, why, how, _shown(lines, changes), changes, is_list)


def _list_in_line(lines: Lines, at: int) -> Iterator[Mending]:
    field = _FIELD.match(lines[at])
    rest = field["rest"].strip() if field else ""
    if field and re.match(r"-\s", rest):
        after = lines[at + 1] if at + 1 < len(lines) else ""
        is_list = re.match(r"(\s*)- ", after)
        indent = is_list[1] if is_list else " " * (len(field["lead"]) + 2)
        column = field.start("rest")
        changes = (Change(at, column, len(lines[at]) - column, f"\n{indent}{rest}"),)
        why, how = "a list begins on a line of its own", "write it on the next line"
        place = column + field["rest"].index("-")
        yield Mending(at, place, 1, why, how, f"`{rest}`", changes)


def _hyphen_before_record(lines: Lines, at: int) -> Iterator[Mending]:
    field = _FIELD.match(lines[at])
    after = lines[at + 1] if at + 1 < len(lines) else ""
    is_first = not any(line.strip() for line in lines[:at])
    if field and field["lead"].strip() and is_first and _FIELD.match(after.rstrip()):
        changes = (Change(at, 0, len(field["lead"]), ""),)
        why, how = "a record is no list, so no hyphen stands before its fields", "delete the hyphen"
        place = lines[at].index("-")
        yield Mending(at, place, 1, why, how, _shown(lines, changes), changes)


def _text_with_signs(lines: Lines, at: int) -> Iterator[Mending]:
    how = "put the text in quotes"
    for column, value in _values(lines[at]):
        is_list = value[0] in "[{" and _goes_on(lines, at)
        if value[0] in "'\"" or is_list:
            continue
        colon = re.search(r":(?=\s|\Z)", value)
        changes = _in_quotes(lines, at, column, value)
        # What begins like a list may be one with a slip in it.
        is_list = value[0] in "[{" and not re.match(r"\[[^\[\],]*\] \w[^\[\]]*\Z", value)
        is_sure = " #" not in value and len(changes) == 1 and not is_list
        shown = _shown(lines, changes) if len(changes) == 1 else ""
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
    while _goes_on(lines, last) if last == at else _is_below(lines, last + 1, at):
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


def _no_colon(lines: Lines, at: int) -> Iterator[Mending]:
    found = re.match(r"(\s*)([a-z_]+)(\s*[-=]\s+|\s+)(\S.*)", lines[at])
    if found and ":" not in lines[at]:
        changes = (Change(at, found.end(2), len(found[3]), ": "),)
        why = "a colon is missing after the field's name"
        how = "write one, or begin the line with two spaces if it goes on with the text above"
        shown = _shown(lines, changes)
        length = len(lines[at].strip())
        yield Mending(at, found.end(1), length, why, how, shown, changes, False)


def _indent(lines: Lines, at: int) -> Iterator[Mending]:
    line = lines[at]
    own = len(line) - len(line.lstrip(" "))
    for indent in dict.fromkeys(_indents(lines, at)):
        if indent == own or not line.strip():
            continue
        changes = (Change(at, 0, own, " " * indent),)
        count = {0: "at the left edge", 1: "after one space"}.get(indent, f"after {indent} spaces")
        why = "this line does not begin where the lines around it do"
        how = f"begin it {count}; if it belongs to the text above, put all of that text in quotes"
        yield Mending(at, own, len(line.strip()), why, how, "", changes, False)


def _indents(lines: Lines, at: int) -> Iterator[int]:
    """Give where a line may be meant to begin: where items do, if it is one, else where fields do."""
    is_item = lines[at].lstrip().startswith("- ")
    near = [*reversed(lines[max(at - _INDENTS, 0) : at]), *lines[at + 1 : at + 2]]
    for line in near:
        item = re.match(r"( *)(- +)?\S", line)
        if item and not line.lstrip().startswith("#"):
            yield len(item[1]) if is_item or not item[2] else len(item[1]) + len(item[2])
    yield 0


_SLIPS: tuple[Callable[[Lines, int], Iterator[Mending]], ...] = (
    _tabs,
    _odd_spaces,
    _wide_colon,
    _no_space_after_colon,
    _no_space_after_hyphen,
    _bullets,
    _hyphen_before_record,
    _list_in_line,
    _curly_quotes,
    _open_quote,
    _backslash,
    _quote_inside,
    _open_bracket,
    _text_with_signs,
    _no_colon,
    _indent,
)


def _shown(lines: Lines, changes: tuple[Change, ...], at: int = -1) -> str:
    """Give the line of a change, or line `at`, as it should be written."""
    number = changes[0].line if at < 0 else at
    text = changed(lines, changes)[number].strip()
    return f"``{text}``" if "`" in text else f"`{text}`"
