"""Notes of one call in two languages mark a different number of decisions; a summary translates nothing."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.minutes import Minutes, Origin
from generator.problems import Place, Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Count the decisions of each translation and of the notes in the archive's own language.

    Only notes that may be read are compared: how many decisions withheld ones hold is nobody's business.
    """
    readable = {call.id for call in archive.calls if call.share.details and call.share.minutes}
    for call, files in archive.notes_by_call().items():
        if call not in readable:
            continue
        originals = [one for one in files if not one.language and one.is_written]
        for original in originals:
            for other in files:
                if other.language and other.is_written and _differ_in_number(other, original):
                    yield _differs(other, original)


def _differ_in_number(notes: Minutes, original: Minutes) -> bool:
    is_told_alike = (notes.origin is Origin.SUMMARY) is (original.origin is Origin.SUMMARY)
    return is_told_alike and _number(notes) != _number(original)


def _differs(notes: Minutes, original: Minutes) -> Problem:
    beside = ((_place(original), "the notes in the archive's own language"),)
    return problem("F236", _place(notes), beside, here=_counted(notes), there=_counted(original))


def _number(notes: Minutes) -> int:
    """Count what the marks of notes say was adopted."""
    return sum(mark.adopted for mark in notes.marks)


def _counted(notes: Minutes) -> str:
    number = _number(notes)
    return f"{number} decision{'' if number == 1 else 's'}"


def _place(notes: Minutes) -> Place:
    """Give the line of the first decision, or that on which the notes begin."""
    lines = (mark.line for mark in notes.marks if mark.adopted)
    return Place(notes.path, next(lines, notes.body_line))
