"""Writes differences as plain text."""

from collections.abc import Sequence

from generator.differences.sentences import Part, Said, Sentence

_LONGEST = 120


def as_text(title: str, remarks: Sequence[Sentence], parts: Sequence[Part]) -> str:
    """Write a title, remarks, and each part under its heading; what people wrote stands in backticks."""
    lines = [title, *(f"  {_plain(remark)}" for remark in remarks)]
    for part in parts:
        lines += ["", part.heading, *(f"  - {_plain(sentence)}" for sentence in part.sentences)]
    return "\n".join(lines) + "\n"


def _plain(sentence: Sentence) -> str:
    return "".join(f"`{shown(part.text)}`" if isinstance(part, Said) else part for part in sentence)


def shown(text: str) -> str:
    """Give words on one line that can be printed anywhere, shortened to 120 characters, without backticks."""
    words = " ".join(text.split()).replace("`", "'")
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
