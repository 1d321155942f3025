"""Finds what a person meant as a list or as a mark in notes and what is read as plain words: signs of a word
processor, labels that are not bold, and labels that are misspelt.

Nothing is read in another way for it; each finding says what to type.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from generator.load.near_labels import KINDS, LABELS, kind_nearly_named
from generator.load.notebook import Notebook
from generator.load.prose import text_lines
from generator.model import outcomes
from generator.model.minutes import MarkKind
from generator.problems import Edit, Fix, Place, problem, replacing

_SIGN = r"[•·▪◦‣●○∙■□➢✓]"
_DASH = r"[–—]|o(?=\t)"
_LISTED = re.compile(rf"(?P<lead>\s{{0,12}})(?P<sign>{_SIGN}|{_DASH})(?P<gap>[ \t\u00a0]+)(?=\S)")
_LABELS = "|".join(sorted(LABELS, key=len, reverse=True)).replace(" ", r"\s")
_LABEL = re.compile(
    rf"(?P<lead>\s{{0,12}})(?P<item>(?:[-*+]|[0-9]{{1,9}}[.)]|{_SIGN}|{_DASH})[ \t\u00a0]+)?"
    rf"(?P<around>\*\*|__|[*_])?(?P<label>{_LABELS})\s?"
    r"(?P<end>:?(?P=around):?|:)?(?P<dash>\s?[-–—](?=\s))?\s*+(?P<text>\S.*)\Z",
    re.IGNORECASE,
)
_NEAR_LABEL = re.compile(
    rf"\s{{0,12}}(?P<item>(?:[-*+]|[0-9]{{1,9}}[.)]|{_SIGN}|{_DASH})[ \t\u00a0]+(?:\[[ xX]\][ \t]+)?)?"
    r"(?P<written>\*\*(?P<label>[A-Z][A-Za-z ]{4,19}?)\s?(?::\*\*|\*\*\s?:)|(?P<agreed>AGREED)\s?:)"
    r"\s*+(?P<text>\S.*)\Z"
)
_MAYBE = re.compile(
    rf"^[ \t]*(?:{_SIGN}|{_DASH}|(?:[-*+0-9.)]{{1,10}}[ \t]+)?[*_]{{0,2}}(?:{_LABELS})\b)",
    re.IGNORECASE | re.MULTILINE,
)
_PASTED = re.compile(rf"{_SIGN}|{_DASH}")
_DASHED = re.compile(_DASH.replace("(?=\\t)", ""))
_LAST_BRACKETS = re.compile(r"\(([^()]{1,300})\)\Z")
_NAME = re.compile(r"\{#[a-z0-9-]{1,80}\}\Z")
_WORDS = re.compile(r"\w")
_FIRST_FEW = 20
_SHOWN = 80


_DECIDED = frozenset({MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME})

_Listed = tuple[int, re.Match[str]]


class _Label(NamedTuple):
    """A label as it stands on its line: where it and the words after it begin (from 0), and what it can only mean.

    `is_whole` says that what follows the label is the text and nothing else; `is_sure` that the label is no guess.
    """

    item: str
    begin: int
    written: str
    kind: MarkKind
    text: str
    after: int
    is_whole: bool
    is_sure: bool = True


def warn_of_unread(book: Notebook, body: str, first: int) -> None:
    """Warn of labels that are not read as marks, and of lists whose signs Markdown does not know."""
    if not (_MAYBE.search(body) or "**" in body or "AGREED" in body):
        return
    lines = list(text_lines(body, first))
    labels = {
        number: label
        for number, line in lines
        if (label := _label_of(line) or _near_label_of(line))
    }
    for number in sorted(labels)[:_FIRST_FEW]:
        _warn_of_label(book, number, labels[number])
    for run in islice(filter(None, _lists(lines, frozenset(labels))), _FIRST_FEW):
        _warn_of_list(book, run)


def _label_of(line: str) -> _Label | None:
    """Find a label that is meant as one: with a colon behind it, or in capitals with a dash behind it."""
    match = _LABEL.match(line)
    if not match or not match["label"][0].isupper() or not _WORDS.search(match["text"]):
        return None
    word = " ".join(match["label"].lower().split())
    around, end, item = match["around"] or "", match["end"] or "", match["item"] or ""
    is_mark = around == "**" and around in end and word in KINDS and not _PASTED.match(item)
    has_dash = bool(match["dash"]) and (match["label"].isupper() or bool(around and end))
    if is_mark or not (":" in end or has_dash):
        return None
    begin = match.start("around") if around else match.start("label")
    is_whole = not around or around in end
    text = match["text"] if is_whole else match["text"].replace(around, "", 1)
    written = line[begin : match.start("text")].strip()
    return _Label(item, begin, written, LABELS[word], text, match.start("text"), is_whole)


def _near_label_of(line: str) -> _Label | None:
    """Find a bold label that is misspelt, or the word with which some note takers begin what was decided."""
    match = _NEAR_LABEL.match(line)
    if not match or not _WORDS.search(match["text"]):
        return None
    is_agreed = "AGREED" in (match["agreed"], match["label"])
    kind = MarkKind.DECISION if is_agreed else kind_nearly_named(match["label"] or "")
    if kind is None:
        return None
    begin, after = match.start("written"), match.start("text")
    item, text = match["item"] or "", match["text"]
    return _Label(item, begin, match["written"], kind, text, after, True, is_sure=False)


def _warn_of_label(book: Notebook, number: int, label: _Label) -> None:
    item = "- " if not label.item or _PASTED.match(label.item) else label.item
    bold = f"{item}**{label.kind.value.capitalize()}:** "
    todo = f"write `{bold}{_short(label.text)}`"
    if label.kind in _DECIDED and not _said(label.text):
        todo += (
            ", and at its end in brackets what became of it, such as `(consensus)` or `(tabled)`"
        )
    start = label.begin - len(label.item)
    whole = Place(book.path, number, start + 1, label.after - start)
    fix = replacing(whole, bold) if _is_clear(label) else None
    place = Place(book.path, number, label.begin + 1, len(label.written))
    book.problems.append(problem("F226", place, (), fix, label=label.written, todo=todo))


def _is_clear(label: _Label) -> bool:
    """Tell whether a label can only mean the mark: nothing counts as decided that does not say so itself."""
    if not (label.is_whole and label.is_sure):
        return False
    if label.kind not in _DECIDED:
        return True
    return _said(label.text) in (
        outcomes.ADOPTED if label.kind is MarkKind.DECISION else outcomes.KNOWN
    )


def _said(text: str) -> str:
    """Give the first words of the brackets at the end of a text, which may have a name for ever behind them."""
    brackets = _LAST_BRACKETS.search(_NAME.sub("", text.rstrip()).rstrip(" ."))
    return " ".join(re.split(r"[;,:]", brackets[1].lower())[0].split()) if brackets else ""


def _short(text: str) -> str:
    plain = text.strip().replace("`", "'")
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rstrip() + "…"


def _lists(lines: list[tuple[int, str]], labelled: frozenset[int]) -> Iterator[list[_Listed]]:
    """Give runs of lines that begin with a sign of a list, without those that are told for their label.

    A dash or an `o` alone is none: it needs a second line that begins so.
    """
    run: list[_Listed] = []
    for number, line in [*lines, (0, "")]:
        match = _LISTED.match(line)
        if run and (not match or number != run[-1][0] + 1):
            if len(run) > 1 or not _DASHED.match(run[0][1]["sign"]):
                yield [one for one in run if one[0] not in labelled]
            run = []
        if match:
            run.append((number, match))


def _warn_of_list(book: Notebook, run: list[_Listed]) -> None:
    number, match = run[0]
    edits = tuple(
        Edit(Place(book.path, line, one.start("sign") + 1, one.end() - one.start("sign")), "- ")
        for line, one in run
    )
    todo = f"write `- ` in its place, such as `- {_short(match.string[match.end() :])}`"
    todo += f", and so in each of these {len(run)} lines" if len(run) > 1 else ""
    place = Place(book.path, number, match.start("sign") + 1, 1)
    book.problems.append(problem("F225", place, (), Fix(edits), sign=match["sign"], todo=todo))
