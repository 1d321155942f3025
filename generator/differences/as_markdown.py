"""Writes differences as Markdown for a forge's summary or comment.

What people wrote stands as code, which no forge reads for tags, links, mentions or numbers of issues.
"""

from collections.abc import Iterator, Sequence

from generator.differences.as_text import shown
from generator.differences.sentences import Part, Said, Sentence

LIMIT = 60_000
"""Bytes of the longest text, below what forges take."""


def as_markdown(title: str, remarks: Sequence[Sentence], parts: Sequence[Part]) -> str:
    """Write a title, remarks, and a list under each heading; what does not fit is cut, which is said."""
    lines = list(_lines(title, remarks, parts))
    room = LIMIT - 200
    kept: list[str] = []
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            break
        kept.append(line)
    left = sum(line.startswith("- ") for line in lines[len(kept) :])
    if len(kept) < len(lines):
        kept += ["", f"This summary is cut here: {left} more lines, which `calls diff` prints."]
    return "\n".join(kept) + "\n"


def _lines(title: str, remarks: Sequence[Sentence], parts: Sequence[Part]) -> Iterator[str]:
    yield f"## {title}"
    for remark in remarks:
        yield ""
        yield _marked(remark)
    for part in parts:
        yield from ("", f"### {part.heading}", "")
        yield from (f"- {_marked(sentence)}" for sentence in part.sentences)


def _marked(sentence: Sentence) -> str:
    return "".join(_code(part.text) if isinstance(part, Said) else part for part in sentence)


def _code(text: str) -> str:
    """Give words as code; without any there would be no code to end."""
    return f"`{shown(text) or '…'}`"
