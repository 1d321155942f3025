"""What is read from Markdown without rendering it: lines outside code, links, redactions, and HTML."""

import re
from collections.abc import Iterable, Iterator

from generator.load.notebook import Notebook
from generator.model.minutes import Link
from generator.problems import Place, problem

MARKDOWN_ITEM = r"(?:[-*+]|[0-9]{1,9}[.)])"
"""Pattern of the sign that begins an item of a list in Markdown, without the blank behind it."""
_FENCE = re.compile(r"\s{0,12}(`{3,}|~{3,})")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE_SPAN = re.compile(r"(`{1,8})[^`]*\1")
_REDACTED = re.compile(r"\[redacted:\s*(?:safety|integrity|consent|legal)\]")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,40})(?:\s[^<>]{0,500})?/?>")
_FIRST_FEW = 20


def text_lines(body: str, first: int) -> Iterator[tuple[int, str]]:
    """Give the lines of a text that are not inside fenced code, with their numbers in the file."""
    if "```" not in body and "~~~" not in body:
        yield from enumerate(body.split("\n"), first)
        return
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
    """Warn of HTML, once a line: it is left out when a text is shown, and its words with it where it is a block."""
    if "<" not in body:
        return
    found = 0
    for number, line in text_lines(body, first):
        blanked = _CODE_SPAN.sub(lambda span: " " * len(span[0]), line) if "<" in line else ""
        tags = list(_TAG.finditer(blanked))
        if tags and found < _FIRST_FEW:
            found += 1
            place = Place(book.path, number, tags[0].start() + 1, len(tags[0][0]))
            todo = in_markdown(tag[1] for tag in tags)
            book.problems.append(problem("F224", place, name=tags[0][1], todo=todo))


def in_markdown(names: Iterable[str]) -> str:
    """Say what to write for tags of HTML, by their names; what Markdown has no sign for goes."""
    ways = dict.fromkeys(_way(name.lower()) for name in names)
    return "; ".join(ways)


def _way(name: str) -> str:
    way = next((way for names, way in _MARKDOWN if name in names.split()), "")
    return f"for `<{name}>` {way}" if way else f"take `<{name}>` out"


_MARKDOWN = (
    ("b strong", "write `**` on both sides of the words"),
    ("i em", "write `*` on both sides of the words"),
    ("h1 h2", "begin the line with `## `"),
    ("h3 h4 h5 h6", "begin the line with `### `"),
    ("ul ol", "write a list, with a blank line above it"),
    ("li", "begin a line with `- `"),
    ("a", "write `[words](address)`"),
    ("p div br", "leave a blank line"),
    ("blockquote", "begin the line with `> `"),
    ("code tt", "write a backtick on both sides of the words"),
    ("hr", "write `---` between two blank lines"),
)
"""What Markdown has for the tags that people paste."""
