"""Finds the breakouts that notes name, and the report-backs that belong to them; the notes themselves stay as they are.

A breakout is a heading such as `Breakout: media (about 20 people)`, or an item or a heading below `Breakouts`.
What only tells that there were breakouts, or that some were planned, names none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.load.breakout_words import (
    Named,
    Report,
    breakout_named,
    is_list_of_breakouts,
    is_plan,
    item_named,
    matching,
    report_label,
    reported_by,
    reports_heading,
    reports_inside,
)
from generator.load.marks.folding import folded
from generator.load.prose import MARKDOWN_ITEM, text_lines
from generator.model.minutes import Breakout
from generator.slugs import slug

MOST = 200
"""Breakouts of one file that are listed; a call with more has another fault."""
_LONGEST = 500
_NAME_WORDS = 8
_BEGIN_ITEMS = frozenset("-*+0123456789")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)\Z")
_ITEM = re.compile(rf"([ \t]{{0,12}}){MARKDOWN_ITEM}[ \t]+(.*)\Z")
_SPEAKS = (
    re.compile(r"break-?\s?outs?\b"),
    re.compile(r"small\s+groups?\b"),
    re.compile(r"report(?:s|ed)?[\s-]back"),
)
"""How texts speak of breakouts. Three patterns in small letters are a tenth of the work of one for all letters."""


def find_breakouts(
    body: str, first: int, marks: Collection[tuple[int, str]] = ()
) -> tuple[Breakout, ...]:
    """Find the breakouts of notes whose first line is line `first` of the file.

    `marks` are the lines of marks with their names in the page: they are no breakouts, and their names are taken.
    """
    plain = folded(body)
    if not any(words.search(plain) for words in _SPEAKS):
        return ()
    walk = _Walk(frozenset(line for line, _ in marks))
    lines = [(number, line[:_LONGEST].rstrip()) for number, line in text_lines(body, first)]
    for (number, line), following in zip(lines, _following(lines), strict=True):
        walk.read(number, line, following)
    return tuple(_named(walk, {name for _, name in marks}))


def _holds(following: str) -> bool:
    """Tell whether the next line that is not blank may say what a label or a heading holds."""
    return bool(following) and not _HEADING.match(following)


def _following(lines: list[tuple[int, str]]) -> list[str]:
    """Give for each line the next one that is not blank, or an empty string after the last."""
    after: list[str] = []
    ahead = ""
    for _, line in reversed(lines):
        after.append(ahead)
        ahead = line if line.strip() else ahead
    return after[::-1]


@dataclass(slots=True)
class _Open:
    """What the lines stand in: the level of a heading over breakouts, report-backs, plans or one breakout (0: none)."""

    listed: int = 0
    reported: int = 0
    planned: int = 0
    makes: bool = False
    level: int = 0
    current: int = -1
    indent: int = -1


class _Walk:
    """One reading of notes: the breakouts and the report-backs found so far, and what is open."""

    def __init__(self, marked: frozenset[int]) -> None:
        self.marked = marked
        self.found: list[tuple[int, Named]] = []
        self.reports: list[tuple[int, Report, int]] = []
        self.open = _Open()

    def read(self, number: int, line: str, following: str) -> None:
        """Read one line; a label or a heading with nothing behind it holds what `following` says, or nothing."""
        heading = _HEADING.match(line) if "#" in line[:4] else None
        if heading:
            self._heading(number, len(heading[1]), heading[2].rstrip("# \t"), _holds(following))
            return
        item = _ITEM.match(line) if line.lstrip()[:1] in _BEGIN_ITEMS else None
        indent = len(item[1]) if item else len(line) - len(line.lstrip())
        text = item[2] if item else line.strip()
        if not text or number in self.marked or self.open.planned:
            return
        # The next line is looked at only where this one may be a label at all.
        report = report_label(text, holds=True) and report_label(
            text, _holds(following) and not report_label(following.strip("-*+ \t"), True)
        )
        if report:
            is_inside = self.open.level or indent > self.open.indent >= 0
            self._report(number, report, self.open.current if is_inside else -1)
        elif indent < 4 and self.open.reported:
            # A sentence may have a colon as well, so only items and bold names make a breakout known.
            is_listed = item is not None or text.startswith("**")
            self._report(number, reported_by(text, self.open.makes and is_listed), -1)
        elif indent < 4 and item and self.open.listed and not self.open.level:
            named = item_named(text)
            self._add(number, named, 0, indent)
            if named and reports_inside(text):
                self._report(number, Report(), self.open.current)

    def _heading(self, number: int, level: int, words: str, holds: bool) -> None:
        self._close(level)
        if self.open.planned or is_plan(words):
            self.open.planned = self.open.planned or level
            return
        named = breakout_named(words)
        reports = None if named else reports_heading(words)
        if reports and (reports.name or self.open.level):
            here = self.open.current if self.open.level and not reports.name else -1
            self._report(number, reports if holds else None, here)
        elif named or (self.open.listed and not (reports or self.open.level or self.open.reported)):
            self._add(number, named or item_named(words), level, -1)
        elif reports:
            self.open.reported, self.open.makes = level, reports.makes
        elif self.open.reported:
            self._report(number, Report(words, self.open.makes) if holds else None, -1)
        if is_list_of_breakouts(words):
            self.open.listed = level

    def _close(self, level: int) -> None:
        """Close what a heading of this level ends."""
        now = self.open
        self.open = _Open(
            listed=now.listed if now.listed < level else 0,
            reported=now.reported if now.reported < level else 0,
            planned=now.planned if now.planned < level else 0,
            makes=now.makes,
            level=now.level if now.level < level else 0,
            current=now.current if now.level and now.level < level else -1,
        )

    def _add(self, number: int, named: Named | None, level: int, indent: int) -> None:
        if named is not None and len(self.found) < MOST:
            self.open.level, self.open.indent = level, indent
            self.open.current = len(self.found)
            self.found.append((number, named))

    def _report(self, number: int, report: Report | None, current: int) -> None:
        if report is not None and len(self.reports) < MOST:
            self.reports.append((number, report, current))


def _named(walk: _Walk, taken: set[str]) -> Iterator[Breakout]:
    """Join breakouts with their report-backs, and give each line its name in the page."""
    found, lines = _joined(walk)
    for (line, named), report in zip(found, lines, strict=True):
        name = slug(named.name, _NAME_WORDS) or "group"
        anchor = _free(f"breakout-{name}", taken)
        own = _free(f"report-back-{name}", taken) if report and report != line else ""
        yield Breakout(
            name=named.name,
            anchor=anchor,
            line=line,
            people=named.people,
            moment=named.moment,
            report_line=report,
            # A breakout that is known by its report alone has one line, and a line has one name.
            report_anchor=anchor if report == line else own,
        )


def _joined(walk: _Walk) -> tuple[list[tuple[int, Named]], list[int]]:
    """Give the breakouts with the line of the first report-back of each, 0 where there is none.

    A report-back that names a breakout is that one's; else it is that of the breakout it stands in. One under a
    heading that speaks of breakouts makes the breakout known that it names.
    """
    found = list(walk.found)
    lines = [0] * len(found)
    for line, report, current in walk.reports:
        index = matching(report.name, [named for _, named in found])
        index = current if index < 0 else index
        named = item_named(report.name) if report.makes and index < 0 else None
        if named and len(found) < MOST:
            index = len(found)
            found.append((line, named))
            lines.append(0)
        if index >= 0:
            lines[index] = lines[index] or line
    return found, lines


def _free(wanted: str, taken: set[str]) -> str:
    """Give a name that is not taken: the wanted one, or the first of `wanted-2`, `wanted-3`, …"""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}-{count}"
    taken.add(name)
    return name
