"""What changes about notes that may be read, and about the decisions in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.differences.actions import action_sentences
from generator.differences.joins import join_sentences
from generator.differences.pairs import CallPair
from generator.differences.polls import poll_sentences
from generator.differences.sentences import Said, Sentence, counted, named
from generator.joining import first_marks
from generator.privacy.public import (
    Adoption,
    MarkKind,
    Origin,
    PublicCall,
    PublicMark,
    PublicNotes,
)

_ADOPTION = {
    Adoption.DRAFT: "a draft",
    Adoption.UNDER_REVIEW: "under review",
    Adoption.ADOPTED: "adopted",
}
_ORIGIN = {
    Origin.SUMMARY: "a summary",
    Origin.TRANSCRIPT: "a transcript",
    Origin.MACHINE_DRAFT: "a machine's draft",
}
_DECIDED = (MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)

Marks = Mapping[tuple[str, str], tuple[PublicMark, str]]
"""Decisions and proposals by the language of the notes and their words, each with what it is called."""


def notes_sentences(pairs: Iterable[CallPair]) -> tuple[Sentence, ...]:
    """Give notes that came, were adopted or changed, by call; decisions follow the notes they stand in."""
    return tuple(
        sentence
        for pair in pairs
        if pair.compare_notes and isinstance(pair.new, PublicCall)
        for sentence in _of_call(pair, pair.new)
    )


def _of_call(pair: CallPair, new: PublicCall) -> Iterator[Sentence]:
    was = pair.old.notes if isinstance(pair.old, PublicCall) else ()
    before = {one.language: one for one in was}
    for notes in new.notes:
        old = before.get(notes.language)
        if old is None:
            yield (f"Notes added{_state(notes)}: ", *named(new), *_in(notes))
        else:
            yield from _changed(old, notes, new)
    yield from _decisions(_marks(was), _marks(new.notes), new)
    yield from join_sentences(was, new.notes, new)
    yield from action_sentences(was, new.notes, new)
    yield from poll_sentences(was, new.notes, new)


def _changed(old: PublicNotes, notes: PublicNotes, call: PublicCall) -> Iterator[Sentence]:
    if old.adoption is not notes.adoption and notes.adoption in _ADOPTION:
        yield (f"Notes are now {_ADOPTION[notes.adoption]}: ", *named(call), *_in(notes))
    parts = ("body", "taken_by", "reviewed_by", "origin")
    if any(getattr(old, part) != getattr(notes, part) for part in parts):
        yield ("Notes changed: ", *named(call), *_in(notes))


def _state(notes: PublicNotes) -> str:
    words = [_ORIGIN.get(notes.origin, ""), _ADOPTION.get(notes.adoption, "")]
    said = ", ".join(word for word in words if word)
    return f" ({said})" if said else ""


def _in(notes: PublicNotes) -> Sentence:
    return (" in ", Said(notes.language)) if notes.language else ()


def _marks(all_notes: Sequence[PublicNotes]) -> Marks:
    told = first_marks(one for one in all_notes if not one.is_draft)
    return {
        (one.language, mark.text): (mark, _kind(mark, one, told))
        for one in all_notes
        for mark in one.marks
        if mark.kind in _DECIDED
    }


def _decisions(old: Marks, new: Marks, call: PublicCall) -> Iterator[Sentence]:
    """Tell decisions by their words as they are now; of those that are gone only how many: they may be withdrawn."""
    for key, (mark, kind) in new.items():
        known, called = old.get(key, (None, ""))
        words = (Said(mark.text), *_outcome(mark), " in ", *named(call))
        if known is None:
            yield (f"{kind} added: ", *words)
        elif (known.outcome, known.note, called) != (mark.outcome, mark.note, kind):
            yield (f"{kind} changed: ", *words)
    lost = len(old.keys() - new.keys())
    if lost and call.notes:
        number = counted(lost, "decision or proposal", "decisions or proposals")
        yield (f"{number} no longer worded like before in ", *named(call))


def _kind(mark: PublicMark, notes: PublicNotes, told: tuple[PublicMark, ...]) -> str:
    """Say what a mark is: a decision only in the notes that tell those of the call, which no draft does."""
    if notes.is_draft:
        return "Outcome in a draft"
    if not mark.adopted:
        return "Proposal or other outcome"
    return "Decision" if notes.marks is told else "Outcome in a translation"


def _outcome(mark: PublicMark) -> Sentence:
    return (" (", Said(mark.outcome), ")") if mark.outcome else ()
