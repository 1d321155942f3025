"""Finds what a person meant by text that is not YAML: each slip of the hand has its mending, which must make it read.

A mending is tried on the line that the parser names and on those beside it. What makes the parser come further is
the diagnosis, so that message, help and fix speak of the same thing.
"""

import re
from collections.abc import Callable, Iterator

from generator.load.yaml_lines import FIELD, Change, Lines, Mending, goes_on, shown_as, values
from generator.load.yaml_quotes import (
    backslash,
    curly_quotes,
    open_quote,
    quote_inside,
    text_with_signs,
)

_LONG = 2000
_BULLET = re.compile(r"(\s*)([•·◦▪‣●○–—*]|o(?=\t))[ \t]*(?=[^\s*])")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INDENTS = 6
"""So many lines above are looked at for the column where a line may have been meant to begin."""


def mendings(lines: Lines, at: int) -> Iterator[Mending]:
    """Give what may be meant by line `at`, the likeliest first."""
    if not 0 <= at < len(lines) or len(lines[at]) > _LONG:
        return
    for slip in _SLIPS:
        yield from slip(lines, at)


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
        yield Mending(at, column, 1, why, how, shown_as(lines, changes), changes)


def _no_space_after_colon(lines: Lines, at: int) -> Iterator[Mending]:
    field = FIELD.match(lines[at])
    if field and field["rest"][:1].strip() and not field["rest"].startswith("//"):
        column = field.end("colon")
        changes = (Change(at, column, 0, " "),)
        why = "a space is missing after the colon"
        how = "write a space after it"
        yield Mending(at, column - 1, 1, why, how, shown_as(lines, changes), changes)


def _no_space_after_hyphen(lines: Lines, at: int) -> Iterator[Mending]:
    numbers = [n for n in _block(lines, at) if re.match(r"\s*-[^\s-]", lines[n])]
    if at not in numbers:
        return
    spaces = tuple(Change(n, lines[n].index("-") + 1, 0, " ") for n in numbers)
    column = lines[at].index("-")
    # An item that begins further to the right would be read as more words of the one above.
    shifted = tuple(
        Change(n, 0, lines[n].index("-"), " " * column)
        for n in _block(lines, at)
        if re.match(r"\s*-\s*\S", lines[n]) and lines[n].index("-") != column
    )
    why, how = "a space is missing after the hyphen", "write a space after each"
    how += ", and begin all of them in one column" if shifted else ""
    changes = spaces + shifted
    yield Mending(at, column, 1, why, how, shown_as(lines, changes, at), changes, not shifted)


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
    yield Mending(at, column, 1, why, how, shown_as(lines, changes, at), changes)


def _block(lines: Lines, at: int) -> list[int]:
    """Number the lines around a line that are not empty and not a field's, itself included."""
    first = last = at
    while first > 0 and lines[first - 1].strip() and not FIELD.match(lines[first - 1]):
        first -= 1
    while last < len(lines) - 1 and lines[last + 1].strip() and not FIELD.match(lines[last + 1]):
        last += 1
    return list(range(first, last + 1))


def _open_bracket(lines: Lines, at: int) -> Iterator[Mending]:
    why, how = "the `[` that opens here is never closed", "put a `]` after the last value"
    for column, value in values(lines[at]):
        if value[0] == "[" and "]" not in value and not goes_on(lines, at):
            changes = (Change(at, column + len(value), 0, "]"),)
            # One id alone may have been meant without any bracket.
            is_list = bool(re.fullmatch(r"\[[a-z0-9 -]+(?:,[a-z0-9 -]+)+", value))
            yield Mending(at, column, 1, why, how, shown_as(lines, changes), changes, is_list)


def _list_in_line(lines: Lines, at: int) -> Iterator[Mending]:
    field = FIELD.match(lines[at])
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
    field = FIELD.match(lines[at])
    after = lines[at + 1] if at + 1 < len(lines) else ""
    is_first = not any(line.strip() for line in lines[:at])
    if field and field["lead"].strip() and is_first and FIELD.match(after.rstrip()):
        changes = (Change(at, 0, len(field["lead"]), ""),)
        why, how = "a record is no list, so no hyphen stands before its fields", "delete the hyphen"
        place = lines[at].index("-")
        yield Mending(at, place, 1, why, how, shown_as(lines, changes), changes)


def _no_colon(lines: Lines, at: int) -> Iterator[Mending]:
    found = re.match(r"(\s*)([a-z_]+)(\s*[-=]\s+|\s+)(\S.*)", lines[at])
    if found and ":" not in lines[at]:
        changes = (Change(at, found.end(2), len(found[3]), ": "),)
        why = "a colon is missing after the field's name"
        how = "write one, or begin the line with two spaces if it goes on with the text above"
        shown = shown_as(lines, changes)
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
    curly_quotes,
    open_quote,
    backslash,
    quote_inside,
    _open_bracket,
    text_with_signs,
    _no_colon,
    _indent,
)
