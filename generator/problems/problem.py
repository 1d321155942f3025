"""One problem: a code, a place and the words that fill its message in."""

import dataclasses
import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.problems.code import Code, Severity
from generator.problems.codes import CODES
from generator.problems.fix import Fix
from generator.problems.place import Place

_OURS = frozenset(
    "field known record wanted found what limit least most how where why point byte guess".split()
)
"""Values that come from the tables of fields and not from what somebody wrote."""
_OURS_IN = {
    "F201": "nearest",
    "F215": "nearest",
    "F218": "other",
    "Y112": "name",
}
"""Values that come from the tables of fields in one code only."""
_WHOLE = frozenset({"known", "how", "todo", "where"})
"""Values that stay whole, because they say what to type; words of people in them are short already."""
_TAILS = frozenset({"nearest", "hint"})
"""Values that only add to a sentence, which is whole without them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of what people wrote.

    `values` fill the templates of the code.
    `notes` are second places with a few words each ("first used here").
    `hushed` problems belong to records that are not fully shared and hold nothing of them; `hush` makes them.
    `fix` is the one way to mend it, where there is exactly one that needs nobody's judgement.
    """

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[Place, str], ...] = ()
    hushed: bool = False
    fix: Fix | None = None

    @property
    def kind(self) -> Code:
        """Give the catalogue's entry of this problem's code."""
        return CODES[self.code]

    @property
    def is_error(self) -> bool:
        """Tell whether this problem stops a build."""
        return self.kind.severity is Severity.ERROR

    @property
    def message(self) -> str:
        """Say what is wrong."""
        return self.kind.message.format(**dict(self.values))

    @property
    def help(self) -> str:
        """Say what to do about it; of a hushed problem with the plain example, where there is one."""
        template = (self.hushed and self.kind.plain) or self.kind.help
        return template.format(**dict(self.values))

    @property
    def may_show_lines(self) -> bool:
        """Tell whether a report may show the line: never of what is not shared, never of personal data.

        Nor of answers about addresses: one may be of a recording that is withheld by now.
        """
        is_answer = self.place.path.startswith("calls/links/")
        return not self.hushed and not self.code.startswith("P") and not is_answer

    def hush(self, at: Place | None = None) -> "Problem":
        """Give the problem without anything of a record that is not fully shared: file, line and code remain.

        `at` tells it at another place, where a problem of two records would betray the one that is not shared.
        """
        path, line, *_ = at or self.place
        said = tuple((name, self._said(name, value)) for name, value in self.values)
        return dataclasses.replace(
            self, place=Place(path, line), values=said, notes=(), hushed=True, fix=None
        )

    def _said(self, name: str, value: str) -> str:
        if name in _OURS or _OURS_IN.get(self.code) == name:
            return value
        return "" if name in _TAILS else "…"


def problem(
    code: str,
    place: Place,
    notes: tuple[tuple[Place, str], ...] = (),
    fix: Fix | None = None,
    /,
    **values: object,
) -> Problem:
    """Make a problem; quoted values are shortened to 120 characters, lists of what is allowed stay whole."""
    words = tuple(
        (name, str(value) if name in _WHOLE else _shortened(str(value)))
        for name, value in values.items()
    )
    return Problem(code, place, words, notes, fix=fix)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, line, column and code, each once; nothing is left to the order in which they came."""
    return tuple(
        sorted(
            set(problems),
            key=lambda p: (
                *(p.place[:3], p.code, p.place, p.values, p.notes, p.hushed),
                p.fix.edits if p.fix else (),
            ),
        )
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """Give "; did you mean `…`" for the known word closest to a misspelt one, or nothing."""
    known = sorted(known)
    sure = surely(word[:80], known)
    close = [sure] if sure else difflib.get_close_matches(word[:80].lower(), known, n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`" if close else ""


def surely(word: str, known: Iterable[str]) -> str:
    """Give the one known word that a misspelt one can only be a slip for, or an empty string.

    A word in other letters is the same word; else one slip of the hand is forgiven, two in eight letters or more,
    and no other word may be as near.
    """
    plain = word.lower()
    words = sorted(set(known))
    same = [other for other in words if other.lower() == plain]
    if same or len(plain) > 80:
        return same[0] if len(same) == 1 else ""
    near = [(_slips(plain, other.lower()), other) for other in words]
    near = sorted(pair for pair in near if pair[0] <= 2)
    is_close = near and near[0][0] <= (2 if len(plain) >= 8 else 1) < len(plain) - 1
    is_alone = len(near) == 1 or (len(near) > 1 and near[1][0] > near[0][0])
    return near[0][1] if is_close and is_alone else ""


def _slips(one: str, other: str) -> int:
    """Count letters that are missing, added, wrong or swapped with their neighbour; 3 stands for more than two."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, theirs in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
    return row[-1]


def _shortened(text: str) -> str:
    plain = text
    if not text.isprintable():
        plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return plain if len(plain) <= 120 else plain[:119] + "…"
