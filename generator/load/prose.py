"""What is read from Markdown without rendering it: lines outside code, links, redactions, and HTML."""

import re
from collections.abc import Iterator

from generator.load.notebook import Notebook
from generator.model.minutes import Link
from generator.problems import Place, problem

_FENCE = re.compile(r"\s{0,12}(`{3,}|~{3,})")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE_SPAN = re.compile(r"(`{1,8})[^`]*\1")
_REDACTED = re.compile(r"\[redacted:\s*(?:safety|integrity|consent|legal)\]")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,40})(?:\s[^<>]{0,500})?/?>")
_FIRST_FEW = 20


def text_lines(body: str, first: int) -> Iterator[tuple[int, str]]:
    """Give the lines of a text that are not inside fenced code, with their numbers in the file."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first):
        match = _FENCE.match(line)
        if fence:
            closes = match and match[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
        elif match and not (match[1][0] == "`" and "`" in line[match.end() :]):
            fence = match[1]
        else:
            yield number, line


def find_links(body: str, first: int) -> tuple[Link, ...]:
    """Find the links in a text, with the place of each target."""
    found = []
    if "](" not in body:
        return ()
    for number, line in text_lines(body, first):
        if "](" not in line:
            continue
        blanked = _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
        found += [Link(m[1], number, m.start(1) + 1) for m in _LINK.finditer(blanked)]
    return tuple(found)


def count_redactions(body: str) -> int:
    """Count the redactions in a text."""
    return len(_REDACTED.findall(body)) if "[redacted:" in body else 0


def warn_of_html(book: Notebook, body: str, first: int) -> None:
    """Warn of HTML, which is left out when a text is shown, and its words with it where it is a block."""
    if "<" not in body:
        return
    found = 0
    for number, line in text_lines(body, first):
        blanked = _CODE_SPAN.sub(lambda span: " " * len(span[0]), line) if "<" in line else ""
        for tag in _TAG.finditer(blanked):
            found += 1
            if found <= _FIRST_FEW:
                place = Place(book.path, number, tag.start() + 1, len(tag[0]))
                book.problems.append(problem("F224", place, name=tag[1]))
