"""The questions of the issue forms, by the labels above the answers, so that forms and their reader agree.

Free text comes last in each form, so that nothing in it can be taken for another answer.
"""

from dataclasses import dataclass

from generator.fields import CALL, MINUTES
from generator.fields.kinds import Choice, Table

CALL_QUESTION = "call"
NOTES = "notes"
CONSENT = "consent"
MAY = "basis"
NOT_AGREED = "no, or not sure"
"""The answer that stops everything: who is not sure must ask the group first."""
NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form: its label, the field or the purpose it serves, and whether it must be answered."""

    label: str
    serves: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the name of its file without ending, and its questions in their order; `table` has its fields."""

    name: str
    table: Table
    questions: tuple[Question, ...]


_KEPT_OUT = Question("What must stay out", CONSENT, required=True)
_MAY_BE_PUBLIC = Question("May this be public", MAY, required=True)
_LICENCE = Question("Licence", CONSENT, required=True)

NOTES_FORM = Form(
    "paste-your-notes",
    MINUTES,
    (
        _KEPT_OUT,
        Question("Which call", CALL_QUESTION, required=True),
        Question("How the notes came to be", "origin", required=True),
        Question("What the group made of them", "status"),
        Question("The call that adopted them", "adopted_by"),
        Question("Who took them", "taken_by"),
        _MAY_BE_PUBLIC,
        _LICENCE,
        Question("The notes", NOTES, required=True),
    ),
)
"""Notes of a call that is in the archive, or of an occurrence of a series."""

REQUEST_FORM = Form(
    "request-a-call",
    CALL,
    (
        _KEPT_OUT,
        Question("What the call was called", "title", required=True),
        Question("Its date", "date", required=True),
        Question("When it began", "start"),
        Question("Time zone", "zone"),
        Question("Whether it took place", "status", required=True),
        Question("Why it was cancelled", "reason"),
        Question("The recurring call it belongs to", "series"),
        Question("Who held it", "hosts"),
        _MAY_BE_PUBLIC,
        _LICENCE,
        Question("What it was for", "purpose"),
        Question("Where a recording can be heard", "recordings"),
        Question("Where this can be checked", "sources"),
    ),
)
"""A call that is not in the archive yet."""

FORMS = (NOTES_FORM, REQUEST_FORM)


def words_for(question: Question, form: Form) -> tuple[str, ...]:
    """Give the words that an answer begins with, where there are only a few."""
    fields = (*form.table.fields, *CALL.fields)
    kind = next((one.kind for one in fields if one.name == question.serves), None)
    if not isinstance(kind, Choice):
        return ()
    if question.serves == MAY:
        return (*kind.words, NOT_AGREED)
    return kind.words if question.required else (NOT_KNOWN, *kind.words)
