"""A small archive of decisions for tests of the register: one that was superseded, one that was not, and proposals."""

from dataclasses import replace

from generator.joining import find_joins
from generator.privacy.public import Evidence, Join, JoinKind, LooseDate, MarkKind, NotesState
from tests.render.made_archive import WITHHELD, archive_with, call_with, mark, notes_with

FIRST, LATER = "2031-03-05-river-open-call", "2031-04-02-river-open-call"


def outcome(text, word="consensus", kind=MarkKind.DECISION, adopted=True, name="", note=""):
    """Give an outcome with what its note says of others."""
    joins = tuple(Join(JoinKind(one.kind), one.name, one.call, 1, 1) for one in find_joins(note))
    one = replace(mark(kind, text, word, adopted), note=note, joins=joins)
    return replace(one, anchor=name or f"{kind.value}-{text.replace(' ', '-')}")


DATE = outcome("gather in May", name="gathering-date")
DAYS = outcome("gather in June", name="gathering-days", note="supersedes #gathering-date")
PROPOSAL = outcome("two-thirds", "tabled", MarkKind.PROPOSAL, False)
REPORT = outcome("all is well", "reported", MarkKind.OUTCOME, False)


def call_of(call_id, *marks, state=NotesState.MINUTES, is_draft=False, **fields):
    """Give a call named after its day, with notes that hold these marks."""
    notes = (notes_with(*marks, path=f"minutes/2031/{call_id}.md", is_draft=is_draft),)
    date = LooseDate(*(int(part) for part in call_id[:10].split("-")))
    known = {"evidence": Evidence.COMPLETE} | fields
    return call_with(id=call_id, date=date, notes_state=state, notes=notes, **known)


ARCHIVE = archive_with(call_of(FIRST, DATE, PROPOSAL, REPORT), WITHHELD, call_of(LATER, DAYS))
