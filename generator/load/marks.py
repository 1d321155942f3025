"""Finds the marks in notes: bold labels at the start of a paragraph or list item, and what became of them.

Lines inside fenced code are passed over. The words of an outcome stand in the last brackets of a mark.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.load.notebook import Notebook
from generator.model import outcomes
from generator.model.minutes import Link, Mark, MarkKind
from generator.problems import Place, problem

_KINDS = {kind.value: kind for kind in MarkKind}
_ITEM = r"(?:[-*+]|[0-9]{1,9}[.)])"
_MARK = re.compile(
    rf"(?P<lead>\s{{0,12}}(?:{_ITEM}\s+)?(?:\[[ xX]\]\s+)?)\*\*(?P<label>[A-Za-z ]{{4,20}}?)\s?:?\*\*:?\s*(?P<text>.*)\Z"
)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_NAME = re.compile(r"\s*\{#([a-z0-9][a-z0-9-]{0,79})\}\s*\Z")
_LAST_BRACKETS = re.compile(r"\s*\(([^()]{1,300})\)\s*\.?\Z")
_NEW_BLOCK = re.compile(rf"\s*(?:{_ITEM}\s|#|>|\||\Z)")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_CODE_SPAN = re.compile(r"(`+)[^`]*\1")
_REDACTED = re.compile(r"\[redacted:\s*(?:safety|integrity|consent|legal)\]")
_OUTCOME_KINDS = frozenset({MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME})


def text_lines(body: str, first: int) -> Iterator[tuple[int, str]]:
    """Give the lines of a text that are not inside fenced code, with their numbers in the file."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first):
        match = _FENCE.match(line)
        if fence:
            closes = match and match[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
        elif match:
            fence = match[1]
        else:
            yield number, line


def find_marks(book: Notebook, body: str, first: int) -> tuple[Mark, ...]:
    """Find the marks of notes whose first line is line `first` of the file."""
    if "**" not in body:
        return ()
    lines = list(text_lines(body, first))
    marks: list[Mark] = []
    taken: dict[str, int] = {}
    for index, (number, line) in enumerate(lines):
        match = _MARK.match(line) if "**" in line else None
        kind = _KINDS.get(" ".join(match["label"].lower().split())) if match else None
        if match and kind:
            more, items = _continued(lines, index, len(match["lead"]))
            text = " ".join([match["text"], *more]).strip()
            marks.append(_mark(book, kind, text, items, (number, match.start("text")), taken))
    return tuple(marks)


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


def _continued(
    lines: list[tuple[int, str]], index: int, lead: int
) -> tuple[list[str], tuple[str, ...]]:
    """Give the rest of a mark's paragraph, and the items of a list that is indented below it."""
    more: list[str] = []
    items: list[str] = []
    for _number, line in lines[index + 1 : index + 200]:
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            break
        if not _NEW_BLOCK.match(line) and not items:
            more.append(line.strip())
        elif re.match(rf"\s+{_ITEM}\s", line) and indent >= max(lead, 2) and "**" not in line:
            items.append(re.sub(rf"\A\s+{_ITEM}\s+", "", line).strip())
        else:
            break
    return more, tuple(items)


def _mark(
    book: Notebook,
    kind: MarkKind,
    text: str,
    items: tuple[str, ...],
    at: tuple[int, int],
    taken: dict[str, int],
) -> Mark:
    named = _NAME.search(text)
    text = _NAME.sub("", text)
    text, outcome, note, adopted = _outcome(book, kind, text, at)
    anchor = named[1] if named else f"{_slug(kind.value)}-{_slug(text)}".strip("-")
    if anchor in taken:
        taken[anchor] += 1
        anchor = f"{anchor}-{taken[anchor]}"
    taken.setdefault(anchor, 1)
    return Mark(kind, text, anchor, at[0], outcome, adopted, note, items)


def _outcome(
    book: Notebook, kind: MarkKind, text: str, at: tuple[int, int]
) -> tuple[str, str, str, bool]:
    """Split a mark's text into words, outcome, note, and whether it was adopted."""
    brackets = _LAST_BRACKETS.search(text)
    implied = "decided" if kind is MarkKind.DECISION else ""
    if not brackets:
        return text, implied, "", bool(implied)
    said = " ".join(brackets[1].lower().split())
    word = _known_word(said)
    place = Place(book.path, at[0], at[1] + brackets.start(1) + 1, len(brackets[1]))
    if not word:
        if kind not in _OUTCOME_KINDS:
            return text, "", "", False
        known = ", ".join(f"`{w}`" for w in sorted(outcomes.KNOWN))
        hint = book.nearest(said, outcomes.KNOWN)
        book.problems.append(problem("F221", place, outcome=brackets[1], nearest=hint, known=known))
        return text, "unclear", "", False
    adopted = word in outcomes.ADOPTED
    if kind is MarkKind.DECISION and not adopted:
        book.problems.append(problem("F220", place, outcome=word))
    note = brackets[1][len(word) :].lstrip(" ;,:")
    counts = kind in _OUTCOME_KINDS and adopted
    return text[: brackets.start()].rstrip(), word, note, counts


def _known_word(said: str) -> str:
    """Give the outcome word that a text begins with, the longest one that is followed by nothing or by a sign."""
    fits = [w for w in outcomes.KNOWN if said == w or said.startswith((f"{w};", f"{w},", f"{w}:"))]
    return max(fits, key=len, default="")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])[:60].strip("-")
