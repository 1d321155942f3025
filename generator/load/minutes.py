"""Reads the notes of calls: front matter, body, marks and links."""

from generator.fields import MINUTES
from generator.load.breakouts import find_breakouts
from generator.load.files import Source
from generator.load.front_matter import read_parts
from generator.load.given_names import check_names, count_removals
from generator.load.marks.found_blocks import find_blocks
from generator.load.marks.reading import marks_of
from generator.load.marks.unread_marks import warn_of_labels
from generator.load.notebook import Notebook
from generator.load.notes_limits import MARKS, refuse_lines, refuse_marks
from generator.load.prose import count_redactions, find_links, warn_of_html
from generator.load.unread_words import warn_of_words
from generator.load.values import read_table
from generator.model.minutes import Adoption, Minutes, Origin
from generator.model.share import CLOSED
from generator.problems import Place, problem
from generator.skeletons import is_written


def read_minutes(book: Notebook, source: Source) -> Minutes | None:
    """Read one file of notes; its name is the call's id, and a language where there is a second part.

    Notes with more lines or marks than people write are refused.
    """
    parts = read_parts(book, source, [field.name for field in MINUTES.fields])
    if parts is None or refuse_lines(book):
        return None
    found = find_blocks(parts.body, parts.body_line, MARKS)
    if refuse_marks(book, found):
        return None
    values = read_table(book, MINUTES, parts.front)
    written = is_written(parts.body)
    if not written:
        code = "Y128" if parts.body.strip() else "Y109"
        book.problems.append(problem(code, Place(book.path)))
    _check_adoption(book, values)
    warn_of_html(book, parts.body, parts.body_line)
    warn_of_labels(book, found)
    marks = marks_of(book, found)
    own = [(mark.line, mark.anchor) for mark in marks]
    breakouts = find_breakouts(parts.body, parts.body_line, own)
    listed = {line for one in breakouts for line in (one.line, one.report_line)}
    warn_of_words(book, found, listed)
    call, _, language = source.path.rsplit("/", 1)[1].removesuffix(".md").partition(".")
    given = frozenset(mark.anchor for mark in marks if mark.is_named)
    prefix = f"notes-{language.lower()}-" if language else "notes-"
    check_names(book, parts.body, parts.body_line, given, prefix)
    return Minutes(
        call=call,
        path=book.path,
        language=language,
        origin=Origin(values.get("origin", "summary")),
        body=parts.body,
        body_line=parts.body_line,
        adoption=Adoption(values.get("status", "")),
        adopted_by=values.get("adopted_by", ""),
        taken_by=values.get("taken_by", ""),
        reviewed_by=values.get("reviewed_by", ""),
        marks=marks,
        links=find_links(parts.body, parts.body_line),
        redactions=count_redactions(parts.body),
        removals=count_removals(parts.body),
        breakouts=breakouts,
        series=values.get("series", ""),
        date=values.get("date"),
        share=values.get("share", CLOSED if (book.path, "share") in book.places else None),
        is_written=written,
    )


def _check_adoption(book: Notebook, values: dict[str, object]) -> None:
    if book.has("status") and "status" not in values:
        return
    adopted = values.get("status") == "adopted"
    if adopted != book.has("adopted_by"):
        name = "status" if adopted else "adopted_by"
        book.problems.append(problem("R311", book.places[(book.path, name)]))
    if adopted and values.get("origin") == "machine-draft" and not book.has("reviewed_by"):
        drafted = ((book.places[(book.path, "origin")], "a program drafted these notes"),)
        book.problems.append(problem("R327", book.places[(book.path, "status")], drafted))
