"""Says what the YAML parser found in the words of people, at the place where they would look for it.

`yaml_mending.py` knows the slips of the hand; here each of its mendings is tried, and one that reads is the diagnosis.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from generator.load.yaml_lines import Lines, Mending, changed
from generator.load.yaml_mending import mendings
from generator.problems import Edit, Fix, Place, Problem, problem

_LIMIT = 20_000
"""Characters of a text in which mendings are tried: each try reads all of it again."""
_ABOVE = 40
"""So many lines above a fault are looked at for the quote that was never closed."""
_OF_SHARING = re.compile(
    r"share|withheld|public|identify|decided|review|indexing|allowed", re.IGNORECASE
)


class Diagnosis(NamedTuple):
    """What is wrong, and the text with the mending in it, as lines; none where nobody can tell what was meant.

    `touched` are the numbers, from 0, of the lines that differ.
    """

    problem: Problem
    mended: Lines | None = None
    touched: frozenset[int] = frozenset()


def diagnose(path: str, lines: Lines, shift: int, error: yaml.MarkedYAMLError) -> Diagnosis:
    """Say what the parser found in a text whose first line is line `shift` of the file."""
    line, column = _position(lines, error)
    if sum(map(len, lines)) <= _LIMIT:
        farther = (m for m in _candidates(lines, line, error) if _comes_further(lines, m, line))
        mending = next(farther, None)
        if mending is not None:
            return _diagnosis(path, lines, shift, mending)
    theirs = str(error.problem or error.context or "something is not closed")
    length = len(lines[line][column:].rstrip()) if "expected ':'" in theirs else 1
    place = Place(path, line + shift, column + 1, max(length, 1))
    why, how = _plain(theirs) if lines[line][column : column + 1] != "\t" else _TAB
    return Diagnosis(problem("Y120", place, why=why, how=how, hint=""))


def without_spaces(path: str, lines: Lines, shift: int) -> Diagnosis | None:
    """Say that no colon of a text is followed by a space, so that nothing in it is a field."""
    first = next((m for at in range(min(len(lines), 3)) for m in mendings(lines, at)), None)
    if first is None or first.why != "a space is missing after the colon":
        return None
    found = (next(mendings(lines, at), first) for at in range(len(lines)) if lines[at].strip())
    changes = tuple({m.changes[0] for m in found if m.why == first.why})
    how = "write a space after every colon"
    whole = first._replace(how=how, changes=tuple(sorted(changes)))
    return (
        _diagnosis(path, lines, shift, whole) if _error(changed(lines, changes)) is None else None
    )


def _diagnosis(path: str, lines: Lines, shift: int, mending: Mending) -> Diagnosis:
    place = Place(path, mending.line + shift, mending.column + 1, mending.length)
    touched = frozenset(change.line for change in mending.changes)
    edits = tuple(
        Edit(Place(path, line + shift, column + 1, length), text)
        for line, column, length, text in mending.changes
    )
    is_of_sharing = any(_OF_SHARING.search(lines[number]) for number in touched)
    fix = Fix(edits) if mending.is_sure and not is_of_sharing else None
    hint = f": {mending.shown}" if mending.shown else ""
    fault = problem("Y120", place, (), fix, why=mending.why, how=mending.how, hint=hint)
    # With another number of lines, places in the rest of the file would be wrong.
    if is_of_sharing or any("\n" in change.text for change in mending.changes):
        return Diagnosis(fault)
    return Diagnosis(fault, changed(lines, mending.changes), touched)


def _candidates(lines: Lines, line: int, error: yaml.MarkedYAMLError) -> Iterator[Mending]:
    """Give mendings of the lines that the parser names and of those before them; where a line begins comes last."""
    marked = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    near = dict.fromkeys(n for at in (line, *marked[:1]) for n in (at, _before(lines, at)))
    found = [mending for at in near for mending in mendings(lines, at)]
    last = max(marked, default=line)
    opened = [
        mending
        for at in range(min(last, len(lines) - 1), max(last - _ABOVE, -1), -1)
        for mending in mendings(lines, at)
        if "never closed" in mending.why
    ]
    begins = [mending for mending in found if "does not begin" in mending.why]
    yield from (mending for mending in found if mending not in begins)
    yield from opened
    # Of the places where a line may begin, the one with which all else reads is likelier.
    yield from sorted(
        begins, key=lambda mending: _error(changed(lines, mending.changes)) is not None
    )


def _before(lines: Lines, at: int) -> int:
    above = (n for n in range(min(at, len(lines)) - 1, -1, -1) if lines[n].strip())
    return next(above, at)


def _comes_further(lines: Lines, mending: Mending, line: int) -> bool:
    """Tell whether a text reads beyond a line once a mending is made."""
    new = changed(lines, mending.changes)
    error = _error(new)
    return error is None or _position(new, error)[0] > max(line, mending.line)


def _error(lines: Lines) -> yaml.MarkedYAMLError | None:
    try:
        for _ in yaml.parse("\n".join(lines), Loader=yaml.CLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return error
    return None


def _position(lines: Lines, error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Give line and column, from 0, where a person would look for what the parser found."""
    theirs = str(error.problem or error.context or "")
    is_open = any(words in theirs for words in _OPENED)
    mark = (error.context_mark if is_open else None) or error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return (line, column) if any(rest.strip() for rest in lines[line:]) else _end(lines)


def _end(lines: Lines) -> tuple[int, int]:
    """Give line and column, from 0, of the last sign: where something should follow and nothing does."""
    written = [number for number, line in enumerate(lines) if line.strip()]
    last = written[-1] if written else 0
    return last, max(len(lines[last].rstrip()) - 1, 0)


# Faults that the parser notices at the end, and a person mends where the text begins.
_OPENED = (
    "unexpected end of stream",
    "unexpected document indicator",
    "expected ',' or",
    "expected ':'",
)
_QUOTES = "put the text in quotes"
_TAB = ("a tab stands where spaces should be", "type two spaces in the place of each tab")
_FIT = (
    "this line does not fit the lines around it",
    "begin it where the lines of its list or of its field begin; a text with a colon in it needs quotes",
)
_PLAIN = (
    ("mapping values are not allowed", "a second colon stands in this line", _QUOTES),
    ("could not find expected ':'", "a line has no colon after its field's name",
     "write it as `field: value`, or begin it with two spaces if it belongs to the text above"),
    ("did not find expected key", *_FIT),
    ("did not find expected '-' indicator", *_FIT),
    ("did not find expected <block end>", *_FIT),
    ("did not find expected node content", "a value is expected here", "write one, or delete the sign before it"),
    ("did not find expected ',' or ']'", "a `[` is not closed", "put a `]` after the last value"),
    ("did not find expected ',' or '}'", "a `{` is not closed", "put a `}` after the last value"),
    ("unexpected end of stream", "a quote is not closed", "put the same quote after the text"),
    ("unexpected document indicator", "a quote is not closed", "put the same quote after the text"),
    ("found character that cannot start any token", "this sign cannot begin a value without quotes", _QUOTES),
    ("found unknown escape character", "a backslash in double quotes needs another backslash",
     "write `\\\\` for `\\`, or use single quotes"),
    ("did not find expected <document start>", "this text cannot be read as `key: value` lines",
     "write a field's name, a colon, a space and the value, such as `title: River Assembly`"),
    ("block sequence entries are not allowed", "a list cannot begin here",
     "begin it on a line of its own, below the field's name"),
    ("did not find expected alphabetic", "this sign cannot begin a value without quotes", _QUOTES),
    ("did not find expected comment or line break", "this sign cannot begin a value without quotes", _QUOTES),
)  # fmt: skip


def _plain(theirs: str) -> tuple[str, str]:
    found = ((why, how) for words, why, how in _PLAIN if words in theirs)
    return next(found, ("this text cannot be read as `key: value` lines", _FIT[1]))
