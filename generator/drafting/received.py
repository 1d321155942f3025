"""Makes drafts of what was sent in an issue or a letter, and tells faults at the lines where the sender wrote them."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.drafting.desk import Desk, Draft, answer_faults, draft_faults
from generator.drafting.notes import (
    NotPossible,
    call_to_write_for,
    occurrence_to_write_for,
    written_notes,
)
from generator.drafting.records import TABLES, record_draft
from generator.drafting.search import Found, find_meant
from generator.drafts.tidying import lines_of, tidy
from generator.drafts.yaml_text import Value, lines_of_fields
from generator.fields import MINUTES
from generator.fields.kinds import Table
from generator.importers.forms import CALL_QUESTION
from generator.importers.issue_form import (
    Answer,
    Objection,
    Sent,
    is_notes,
    notes_of,
    objections,
    read_form,
    values_of,
)
from generator.problems import Place, Problem

Told = Mapping[str, tuple[Value, int]]
"""Values by field, each with the line it was written on (0: written by nobody)."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a text: a draft, or the reasons why there is none; `changes` says what was mended, in words."""

    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()
    objections: tuple[Objection, ...] = ()
    changes: tuple[str, ...] = ()


def receive(desk: Desk, text: str, name: str, call: str = "", origin: str = "") -> Received:
    """Make a draft of a text that was sent; `name` is what it is called in reports.

    `call` says whose notes they are, which plain text needs, and `origin` how they came to be.
    """
    tidied = tidy(text)
    sent = read_form(tidied)
    if sent is None:
        whole = Answer(1, tidied.text, tidied.lines)
        told: Told = {"origin": (origin, 0)}
        received = _notes(desk, text, name, Found(call=call), told, whole)
        return dataclasses.replace(received, changes=tidied.changes)
    against = objections(sent)
    if against:
        return Received(objections=against)
    received = (
        _from_notes(desk, text, name, sent, call)
        if is_notes(sent)
        else _record(desk, text, name, sent)
    )
    return dataclasses.replace(received, changes=tidied.changes)


def _from_notes(desk: Desk, text: str, name: str, sent: Sent, call: str) -> Received:
    said = sent.said(CALL_QUESTION)
    found = Found(call=call) if call else find_meant(desk, said.text.strip())
    if not (found.call or found.series):
        near = ", ".join(f"`{one}`" for one in found.near)
        words = "which call is meant cannot be told"
        words += f"; near it are {near}: say which with `--call`" if near else ""
        return Received(objections=(Objection(said.line, words),))
    told = dict(values_of(sent))
    if "adopted_by" in told:
        value, line = told["adopted_by"]
        told["adopted_by"] = (find_meant(desk, str(value)).call or value, line)
    return _notes(desk, text, name, found, told, notes_of(sent))


def _notes(desk: Desk, text: str, name: str, found: Found, told: Told, body: Answer) -> Received:
    values = dict(told)
    try:
        if found.call:
            target = call_to_write_for(desk, found.call).id
        else:
            target = occurrence_to_write_for(desk, found.series, found.date)
            more = {"series": found.series, "date": found.date, "share": "public"}
            values |= {field: (value, 0) for field, value in more.items()}
    except NotPossible as why:
        return Received(objections=(Objection(body.line, str(why)),))
    wrong = _wrong_values(desk, MINUTES, values, name)
    if wrong:
        return Received(problems=wrong)
    draft = written_notes(target, _plain(values), body.text)
    head = draft.text.count("\n") - body.text.count("\n") - 1
    return _checked(desk, text, name, draft, (*_field_lines(draft, values, head), *body.lines))


def _record(desk: Desk, text: str, name: str, sent: Sent) -> Received:
    values = {**values_of(sent), "share": ("public", 0)}
    wrong = _wrong_values(desk, TABLES["call"], values, name)
    if wrong:
        return Received(problems=wrong)
    draft = record_draft(desk, "call", _plain(values))
    lines = _field_lines(draft, values, draft.text.count("\n"))
    return _checked(desk, text, name, draft, lines)


def _plain(told: Told) -> dict[str, Value]:
    return {field: value for field, (value, _) in told.items()}


def _wrong_values(desk: Desk, table: Table, told: Told, name: str) -> tuple[Problem, ...]:
    """Look at each value as its field, before anything is named after it."""
    return tuple(
        dataclasses.replace(fault, place=Place(name, max(line, 1)))
        for field in table.fields
        if field.name in told
        for value, line in (told[field.name],)
        for fault in answer_faults(desk, field, value)
        if fault.is_error
    )


def _field_lines(draft: Draft, told: Told, size: int) -> tuple[int, ...]:
    """Give for each of the first lines of a draft the line its field was written on."""
    fields = lines_of_fields(draft.text)
    return tuple(told.get(fields.get(number, ""), ("", 0))[1] for number in range(1, size + 1))


def _checked(desk: Desk, text: str, name: str, draft: Draft, lines: Sequence[int]) -> Received:
    problems = tuple(
        _where_written(fault, draft, lines_of(text), name, lines)
        for fault in draft_faults(desk, draft)
    )
    is_good = not any(fault.is_error for fault in problems)
    return Received(draft if is_good else None, problems)


def _where_written(
    fault: Problem, draft: Draft, sent: Sequence[str], name: str, lines: Sequence[int]
) -> Problem:
    """Tell a fault of a draft at the place where the sender wrote it; ours stays where it is."""
    line, column, length = fault.place.line, fault.place.column, fault.place.length
    if fault.place.path != draft.path:
        return fault
    written = lines[line - 1] if line <= len(lines) else 0
    if not written:
        return dataclasses.replace(fault, place=Place(name), notes=())
    same = draft.text.split("\n")[line - 1] == sent[written - 1]
    place = Place(name, written, column, length) if same else Place(name, written)
    return dataclasses.replace(fault, place=place, notes=())
