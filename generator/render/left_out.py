"""What notes say of words that are not there: redactions, and passages that were taken out and leave their names."""

import html
import re
from collections.abc import Iterator, Sequence

from generator.slugs import REMOVED, names_of_removed
from generator.wording import N_, _

_LEFT_OUT = {
    "safety": N_("[words left out for safety]"),
    "integrity": N_("[words left out for integrity]"),
    "consent": N_("[words left out for want of consent]"),
    "legal": N_("[words left out for legal reasons]"),
}
_TAKEN_OUT = {
    "safety": N_("A passage that stood here was taken out for safety."),
    "integrity": N_("A passage that stood here was taken out for integrity."),
    "consent": N_("A passage that stood here was taken out for want of consent."),
    "legal": N_("A passage that stood here was taken out for legal reasons."),
}
_WORD = r"(?:safety|integrity|consent|legal)"
REDACTED = re.compile(rf"\[redacted:\s*({_WORD})\]")


def redacted(text: str) -> str:
    """Mark up the redactions in a text."""
    return REDACTED.sub(_redaction, text) if "[redacted:" in text else text


def without_marks(text: str) -> str:
    """Give a text with words in the place of its redactions, where no markup can stand."""
    if "[redacted:" not in text:
        return text
    return REDACTED.sub(lambda found: _(_LEFT_OUT[found[1]]), text)


def removed_names(pieces: Sequence[str]) -> Iterator[str]:
    """Give the names that stay of passages that were taken out; at even places of the pieces is text."""
    verbatim = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            name = piece.strip("</>").partition(" ")[0]
            verbatim += (1 - 2 * piece.startswith("</")) if name in ("pre", "code") else 0
        elif not verbatim and "[removed" in piece:
            for found in REMOVED.finditer(piece):
                yield from names_of_removed(found)


def removal(found: re.Match[str]) -> str:
    """Say that a passage was taken out, and why where the notes tell."""
    why = found["why"]
    return _(_TAKEN_OUT[why]) if why else _("A passage that stood here was taken out.")


def _redaction(found: re.Match[str]) -> str:
    return f'<span class="ia-redacted">{html.escape(_(_LEFT_OUT[found[1]]), quote=False)}</span>'
