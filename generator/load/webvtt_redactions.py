"""Finds what was taken out of a transcript, and what was meant to say so and is not read as that."""

import re
from collections.abc import Sequence

from generator.load.notebook import Notebook
from generator.load.prose import count_redactions
from generator.model.transcript import Cue
from generator.problems import Place, problem

_REMOVED = re.compile(r"\[removed(?::\s*(?:safety|integrity|consent|legal))?\]")
_MEANT = re.compile(r"\[\s*redact|\[\s*removed?\s*[\]:]", re.IGNORECASE)
_OPEN = re.compile(r"\[[^\[\]]{0,60}\Z")
_LIKELY = re.compile(r"\[\s*(?:redacted|removed)\s*(?::|\])", re.IGNORECASE)
_FEW = 20


def count_left_out(text: str) -> int:
    """Count the places of a text from which something was taken out: `[redacted: legal]`, `[removed]`.

    >>> count_left_out("[redacted: legal] and [removed: consent] and [redacted]")
    2
    """
    return count_redactions(text) + len(_REMOVED.findall(text)) if "[" in text else 0


def puts_one_in(text: str) -> bool:
    """Tell whether words hold a redaction, or something that was meant as one."""
    return bool(_MEANT.search(text))


def tell_unread(book: Notebook, cues: Sequence[Cue]) -> None:
    """Say which redactions are not read: without a known reason, or begun in one piece and closed in another."""
    told = 0
    for number, cue in enumerate(cues):
        if "[" not in cue.text or told >= _FEW:
            continue
        following = cues[number + 1] if number + 1 < len(cues) else None
        text, why, second = _unread(cue, following)
        if text:
            told += 1
            line = book.lines[cue.line - 1] if 0 < cue.line <= len(book.lines) else ""
            at = max(0, line.find("["))
            place = Place(book.path, cue.line, at + 1, max(1, len(line) - at))
            notes = ((Place(book.path, second), "it goes on here"),) if second else ()
            book.problems.append(problem("M634", place, notes, text=text, why=why))


def _unread(cue: Cue, following: Cue | None) -> tuple[str, str, int]:
    """Give the first words that are not read as a redaction, why not, and the line on which they go on."""
    opened = _OPEN.search(cue.text)
    if opened and following is not None:
        end = following.text[:80].partition("]")
        joined = f"{opened[0]}{end[0]}{end[1]}"
        if end[1] and _LIKELY.match(re.sub(r"\s", "", joined)):
            return opened[0], "begins in this piece and ends in another one", following.line
    for found in _MEANT.finditer(cue.text):
        whole = re.match(r"[^\[\]]{0,80}\]?", cue.text[found.start() + 1 :])
        text = f"[{whole[0] if whole else ''}"
        if not count_left_out(text):
            why = "has none of the known reasons" if text.endswith("]") else "is not closed"
            return text, why, 0
    return "", "", 0
