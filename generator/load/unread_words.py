"""Finds lines that tell of breakouts, a report-back or something done, in a form of which nothing is listed.

Nothing is read from them, for they may tell of plans; each finding says what to type. Misspelt labels are left to
`unread_marks.py`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.load.marks.found_blocks import Found
from generator.load.marks.labels import ITEM
from generator.load.marks.line_places import PlacedLine, Where
from generator.load.notebook import Notebook
from generator.load.unread_lists import shortened
from generator.problems import Place, problem

_BREAKOUTS = re.compile(
    r"\s{0,3}(?P<written>\*{0,2}(?:break[\s-]?outs?(?:[\s-](?:group|room|session)s?)?|small[\s-]groups?)\s?:\*{0,2})\s*\Z",
    re.IGNORECASE,
)
_ITEM_LINE = re.compile(rf"\s{{0,3}}{ITEM}[ \t]+\S")
_REPORT = re.compile(
    rf"\s{{0,3}}(?:{ITEM}[ \t]+)?(?P<written>\*{{0,2}}report[\s-]?backs?\s(?!(?:from|by|of|on|to|at|in|next|this|later"
    r"|today|tonight|tomorrow|with|about|for|when|after|before|and|or|is|was|were|are|will|not|time|times|here|notes?|via|until)\b)"
    r"(?P<name>[^\W\d_][^:*().?!]{0,40}?)\s?:\*{0,2})\s+\S",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\s{{0,3}}(?:{ITEM}[ \t]+)?(?P<written>\*{{0,2}}(?:(?P<done>DONE|Done|HECHO|Hecho)|CLOSED|Closed|Closes"
    r"|COMPLETED|Completed|FINISHED|Finished|CERRADO|Cerrado)\s?:\*{0,2})\s+(?P<text>\S.*)\Z"
)
_MAY_TELL = re.compile(
    r"[\x00-@\[-`{-\x7f]*+(?:(?i:bre|sma|rep|don|hec|clo|com|fin|cer)|[^\x00-\x7f]|[A-Za-z][0-9]{0,2}[.)]"
    r"|[ivxIVX]{2,4}[.)]|[oO]\t)"
)
"""What each of these lines begins with: a word of the lists above, or the sign of an item."""
_NAME = re.compile(r"(?<![\w/#])(?:[0-9][a-z0-9-]{3,79})?#[a-z][a-z0-9-]{0,79}")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_LONGEST = 1000
_FIRST_FEW = 20


class _Told(NamedTuple):
    """Words of which nothing is listed, where they begin on their line (from 0), and what to do."""

    line: PlacedLine
    begin: int
    written: str
    todo: str


def warn_of_words(book: Notebook, found: Found, listed: Collection[int]) -> None:
    """Warn of such lines; `listed` are the numbers of the lines that breakouts and report-backs were read from."""
    for one in islice(_told(found, listed), _FIRST_FEW):
        place = Place(book.path, one.line.number, one.begin + 1, len(one.written))
        book.problems.append(problem("F226", place, label=one.written, todo=one.todo))


def _told(found: Found, listed: Collection[int]) -> Iterator[_Told]:
    for index, line in enumerate(found.lines):
        if line.where is not Where.TEXT or line.number in found.begun_at or line.number in listed:
            continue
        if not _MAY_TELL.match(line.text):
            continue
        one = _breakouts(found.lines, index, listed) or _report(line) or _done(line)
        if one:
            yield one


def _breakouts(lines: Sequence[PlacedLine], index: int, listed: Collection[int]) -> _Told | None:
    """Give a plain line over a list, in which no breakout was read."""
    match = _BREAKOUTS.match(lines[index].text)
    if not match:
        return None
    below = lines[index + 1 : index + 3]
    item = next((line for line in below if line.where is not Where.BLANK), None)
    if item is None or item.number in listed or not _ITEM_LINE.match(item.text):
        return None
    todo = "if these breakouts met, write it as a heading above the list, such as `## Breakouts`"
    return _Told(lines[index], match.start("written"), match["written"], todo)


def _report(line: PlacedLine) -> _Told | None:
    match = _REPORT.match(line.text[:_LONGEST])
    if not match:
        return None
    name = shortened(match["name"])
    todo = f"if a breakout reported here, write `**Report-back:** {name}: …`"
    return _Told(line, match.start("written"), match["written"], todo)


def _done(line: PlacedLine) -> _Told | None:
    """Give what is said to be done; other words than that say so only beside the name of an action."""
    match = _DONE.match(line.text[:_LONGEST])
    if not match:
        return None
    name = _NAME.search(match["text"])
    said = _NAME.sub("", match["text"]).strip(" .,;:()–—-")
    if not name and not (match["done"] and _LETTERS.search(said)):
        return None
    closes = f"closes {name[0] if name else 'call-id#name'}"
    words = f"{shortened(said) or 'it is done'}, {closes} (reported)"
    where = "" if name else "; the name stands beside the action in the register of actions"
    todo = f"if an action was done, write `- **Outcome:** {words}`{where}"
    return _Told(line, match.start("written"), match["written"], todo)
