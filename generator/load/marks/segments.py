"""Parts the words of a mark at the signs behind which people say what became of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LOUD = (
    r"(?:(?:NOT?|MODIFIED|FULL|NO SE) )?(?:CONSENSUS(?:ED)?|PASSED|TABLED|BLOCKED|WITHDRAWN|AGREED|CONSENTED|ADOPTED"
    r"|APPROVED|ACCEPTED|RATIFIED|UNANIMOUS|REJECTED|FAILED|POSTPONED|DEFERRED|DECIDED|CARRIED|DECISION|AGREEMENT"
    r"|CONSENSO|APROBAD[OA]|RECHAZAD[OA]|BLOQUEAD[OA]|RETIRAD[OA]|ACORDAD[OA]|APLAZAD[OA]|PENDIENTE)\b"
)
_SPLIT = re.compile(
    # One set of signs first: Python goes over all others without trying to match.
    r"[.;!?…:\s=→⇒()\[\]-](?:(?<=[.;!?…])['\"”»)\]*_]{0,3}\s+|(?<=:)\s+"
    r"|(?<=\s)(?:[-–—]{1,3}\s+|(?:-{1,2}|=)>\s*|[→⇒]\s*)|(?<=-)-?>\s*|(?<==)>\s*|(?<=[→⇒])\s*|(?<=[()\[\]])"
    rf"|(?:(?<=[^\WA-Z_]\s)|(?<=[,'\"”»%]\s))\s*(?={_LOUD}))"
)


class Segment(NamedTuple):
    """A stretch of a text between two signs: where the sign before it begins, where it begins and ends itself."""

    before: int
    start: int
    end: int
    is_bracket: bool
    is_asked: bool


def segments_of(text: str, breaks: Sequence[int]) -> Iterator[Segment]:
    """Part a text at its sentences, dashes, arrows, brackets, lines, and before outcomes in capitals."""
    cuts = [(match.start(), match.end(), match[0]) for match in _SPLIT.finditer(text)]
    cuts += [(at - 1, at, "\n") for at in breaks if 0 < at < len(text)]
    cuts.sort()
    before, start, sign = 0, 0, "\n"
    for left, right, next_sign in [*cuts, (len(text), len(text), "")]:
        if left >= start:
            asked = next_sign.startswith("?") or text[left - 1 : left] == "?"
            yield Segment(before, start, left, sign in ("(", "["), asked)
        if right >= start:
            before, start, sign = max(before, left), right, next_sign
