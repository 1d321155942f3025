"""Finds lists in notes whose signs are those of a word processor, which Markdown does not know.

Nothing is read in another way for it; each finding says what to type.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.load.marks.labels import SIGNS
from generator.load.marks.line_places import PlacedLine, Where
from generator.load.notebook import Notebook
from generator.problems import Edit, Fix, Place, problem

_SIGN = f"[{SIGNS}]"
_DASH = r"[–—]|o(?=\t)"
_LISTED = re.compile(rf"(?P<lead>\s{{0,12}})(?P<sign>{_SIGN}|{_DASH})(?P<gap>[ \t\u00a0]+)(?=\S)")
_SIGNED = frozenset(f"{SIGNS}–—o")
_DASHED = re.compile(r"[–—]|o")
_FIRST_FEW = 20
_SHOWN = 80

_Listed = tuple[int, re.Match[str]]


def warn_of_lists(book: Notebook, lines: Sequence[PlacedLine]) -> None:
    """Warn of the first lists whose signs are not read, once for each."""
    for run in islice(_lists(lines), _FIRST_FEW):
        _warn_of_list(book, run)


def shortened(text: str) -> str:
    """Give the beginning of what somebody wrote, as a help line repeats it between backquotes."""
    plain = text.strip().replace("`", "'")
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rstrip() + "…"


def _lists(lines: Sequence[PlacedLine]) -> Iterator[list[_Listed]]:
    """Give runs of lines that begin with a sign of a list.

    A dash or an `o` alone is none: it needs a second line that begins so.
    """
    run: list[_Listed] = []
    for line in [*lines, PlacedLine(0, "", Where.BLANK)]:
        # Hardly a line begins with such a sign, and its first letter tells that in no time.
        may_be = line.where is not Where.FENCE and line.text.lstrip()[:1] in _SIGNED
        match = _LISTED.match(line.text) if may_be else None
        if run and (not match or line.number != run[-1][0] + 1):
            if len(run) > 1 or not _DASHED.match(run[0][1]["sign"]):
                yield run
            run = []
        if match:
            run.append((line.number, match))


def _warn_of_list(book: Notebook, run: list[_Listed]) -> None:
    number, match = run[0]
    edits = tuple(
        Edit(Place(book.path, line, one.start("sign") + 1, one.end() - one.start("sign")), "- ")
        for line, one in run
    )
    todo = f"write `- ` in its place, such as `- {shortened(match.string[match.end() :])}`"
    todo += f", and so in each of these {len(run)} lines" if len(run) > 1 else ""
    place = Place(book.path, number, match.start("sign") + 1, 1)
    book.problems.append(problem("F225", place, (), Fix(edits), sign=match["sign"], todo=todo))
