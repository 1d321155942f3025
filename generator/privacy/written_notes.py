"""The notes of a call as they may be seen, made for the gate; nothing here is asked about notes that are withheld."""

from collections.abc import Sequence, Set

from generator.model.adoption import is_draft
from generator.model.minutes import Mark, Minutes
from generator.privacy import public


def publish(
    notes: Sequence[Minutes], calls: Set[str], named: Set[str]
) -> tuple[public.PublicNotes, ...]:
    """Give the notes of one call, where `calls` may be seen and `named` are their ids, earlier ones too."""
    return tuple(_notes(one, notes, calls, named) for one in notes)


def _notes(
    minutes: Minutes, all_notes: Sequence[Minutes], calls: Set[str], named: Set[str]
) -> public.PublicNotes:
    return public.PublicNotes(
        path=minutes.path,
        language=minutes.language,
        origin=minutes.origin,
        adoption=minutes.adoption,
        adopted_by=minutes.adopted_by if minutes.adopted_by in calls else "",
        taken_by=minutes.taken_by,
        body=minutes.body,
        body_line=minutes.body_line,
        marks=tuple(_mark(mark, named) for mark in minutes.marks),
        redactions=minutes.redactions,
        removals=minutes.removals,
        reviewed_by=minutes.reviewed_by,
        breakouts=minutes.breakouts,
        is_draft=is_draft(minutes, all_notes),
    )


def _mark(mark: Mark, named: Set[str]) -> public.PublicMark:
    return public.PublicMark(
        kind=mark.kind,
        text=mark.text,
        anchor=mark.anchor,
        line=mark.line,
        outcome=mark.outcome,
        adopted=mark.adopted,
        note=mark.note,
        items=mark.items,
        is_named=mark.is_named,
        joins=mark.joins and tuple(j for j in mark.joins if not j.call or j.call in named),
        owner=mark.owner,
        due=mark.due,
        tally=mark.tally,
        done=mark.done,
    )
