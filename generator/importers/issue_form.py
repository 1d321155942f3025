"""Reads the text that an issue form makes: a label in a heading, and the answer below it.

Answers keep the lines they came from, so that whatever is wrong with them can be told where the sender wrote it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.drafts.tidying import Tidied
from generator.drafts.yaml_text import Value
from generator.importers.forms import (
    CONSENT,
    FORMS,
    MAY,
    NOT_AGREED,
    NOT_KNOWN,
    NOTES,
    NOTES_FORM,
    Form,
    Question,
    words_for,
)
from generator.media_types import is_media_type

_NO_ANSWER = frozenset({"_No response_", "None", ""})
_TICKED = re.compile(r"\s*[-*] \[[xX]\] ")
_BOX = re.compile(r"\s*[-*] \[ ?\] ")
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+?)>?[.,;)]*\Z")


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines below a label; `line` is the label's line in what was sent, `lines` those of the answer's own."""

    line: int
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was filled in: answers by label."""

    form: Form
    answers: Mapping[str, Answer]

    def said(self, serves: str) -> Answer:
        """Give the answer that serves a field; an empty one where there is none."""
        label = next(one.label for one in self.form.questions if one.serves == serves)
        return self.answers.get(label, Answer(1, "", ()))


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason not to take what was sent, in words, with its line."""

    line: int
    words: str


def read_form(tidied: Tidied) -> Sent | None:
    """Read the answers of the form that a text was made by; nothing where no form is recognised."""
    rows = list(zip(tidied.lines, tidied.text.split("\n"), strict=False))
    headings = {line for _, line in rows}
    for form in FORMS:
        first = next(one for one in form.questions if one.serves not in (CONSENT, MAY))
        if f"### {first.label}" in headings:
            return Sent(form, _answers(rows, form))
    return None


def _answers(rows: Sequence[tuple[int, str]], form: Form) -> dict[str, Answer]:
    """Look for the labels in the order of the form; what looks like an earlier one is part of an answer."""
    starts: list[tuple[int, Question]] = []
    at = 0
    for question in form.questions:
        heading = f"### {question.label}"
        found = next((i for i in range(at, len(rows)) if rows[i][1].rstrip() == heading), None)
        if found is not None:
            starts.append((found, question))
            at = found + 1
    ends = [start for start, _ in starts[1:]] + [len(rows)]
    return {
        question.label: _answer(rows[start][0], rows[start + 1 : end], words_for(question, form))
        for (start, question), end in zip(starts, ends, strict=True)
    }


def _answer(line: int, rows: Sequence[tuple[int, str]], choices: tuple[str, ...]) -> Answer:
    """Give the answer below a label; a template's list of choices that was left as it was is none."""
    full = [at for at, (_, row) in enumerate(rows) if row.strip()]
    kept = rows[full[0] : full[-1] + 1] if full else ()
    text = "\n".join(row for _, row in kept)
    if text.strip() in _NO_ANSWER or set(text.strip().split(" | ")) == set(choices):
        return Answer(line, "", ())
    return Answer(line, text, tuple(number for number, _ in kept))


def objections(sent: Sent) -> tuple[Objection, ...]:
    """Say why a form cannot be taken: consent that was not given, and questions that must be answered."""
    found: list[Objection] = []
    for question in sent.form.questions:
        answer = sent.answers.get(question.label, Answer(1, "", ()))
        if question.serves == CONSENT:
            if _BOX.search(answer.text) or not _TICKED.search(answer.text):
                found.append(
                    Objection(answer.line, f"the box under `{question.label}` is not ticked")
                )
        elif question.required and not answer.text.strip():
            found.append(Objection(answer.line, f"`{question.label}` is not answered"))
        elif question.serves == MAY and _first_words(answer.text) == NOT_AGREED:
            found.append(Objection(answer.line, "the sender does not say that this may be public"))
    return tuple(found)


def values_of(sent: Sent) -> dict[str, tuple[Value, int]]:
    """Give the values of fields with the line each was written on; without the call and the notes themselves."""
    known = {field.name for field in sent.form.table.fields}
    found: dict[str, tuple[Value, int]] = {}
    for question in sent.form.questions:
        answer = sent.answers.get(question.label)
        if answer is None or not answer.text or question.serves not in known:
            continue
        value = _value(question, sent.form, answer.text)
        if value:
            found[question.serves] = (value, answer.lines[0])
    return found


def _value(question: Question, form: Form, text: str) -> Value:
    if words_for(question, form):
        words = _first_words(text)
        return "" if words == NOT_KNOWN else words
    if question.serves == "hosts":
        return tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())
    if question.serves == "sources":
        return tuple(_source(line) for line in text.split("\n") if line.strip())
    if question.serves == "recordings":
        return tuple(_copy(line) for line in text.split("\n") if line.strip())
    if question.serves in ("series", "adopted_by"):
        return id_in(text) or " ".join(text.split())
    return " ".join(text.split())


def _source(line: str) -> Value:
    words = re.sub(r"\A\s*[-*] ", "", line).strip()
    address = _ADDRESS.search(words)
    if not address:
        return {"title": words}
    title = words[: address.start()].strip(" ,;:-–—<(")
    return {"title": title or "a page about the call", "url": address[1]}


def _copy(line: str) -> Value:
    """Take a line about a copy apart: who keeps it, its type, and its address; one without stays as it was written."""
    words = re.sub(r"\A\s*[-*] ", "", line).strip()
    address = _ADDRESS.search(words)
    if not address:
        return {"url": words}
    before = [part.strip(" :-–—<(") for part in re.split(r"[,;]", words[: address.start()])]
    types = [part for part in before if is_media_type(part)]
    keeper = ", ".join(part for part in before if part and part not in types)
    values = {"url": address[1], "type": types[0] if types else "", "keeper": keeper}
    return {name: value for name, value in values.items() if value}


def id_in(text: str) -> str:
    """Give the id at the end of a page's address, or the id that is the whole text."""
    page = re.search(
        r"/([a-z0-9][a-z0-9-]{0,79})(?:\.html|\.md|\.yaml)?/?(?:[?#]\S*)?(?=\s|\Z)", text
    )
    if page:
        return page[1]
    return text.strip() if re.fullmatch(r"\s*[a-z0-9][a-z0-9-]{0,79}\s*", text) else ""


def notes_of(sent: Sent) -> Answer:
    """Give the notes that were pasted."""
    return sent.said(NOTES)


def is_notes(sent: Sent) -> bool:
    """Tell notes from a request."""
    return sent.form is NOTES_FORM


def _first_words(text: str) -> str:
    """Give the word a choice begins with; what stands behind the colon explains it."""
    return text.strip().split("\n")[0].partition(":")[0].strip().strip("`*-").strip().lower()
