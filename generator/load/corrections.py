"""Reads the file of corrections beside a transcript: a list of `old`, `new`, `reason` and now and then `at`."""

from generator.fields.transcript_tables import CORRECTIONS
from generator.load.files import Source
from generator.load.names import call_and_language
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.load.values import read_table
from generator.load.webvtt_redactions import count_left_out, puts_one_in
from generator.load.webvtt_times import read_time
from generator.load.yaml_tree import read_mapping
from generator.model.transcript import Correction, Corrections
from generator.problems import Place, problem

_HEAD = "corrections:\n"
"""What would stand above the list if files needed a word for it; it makes a mapping of the list."""


def read_corrections(book: Notebook, source: Source) -> Corrections | None:
    """Read the corrections of one transcript; its name is that of the transcript, with another ending."""
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return None
    book.lines = text.split("\n")
    if not _is_list(text):
        how = "begin each correction with `- old:`, and write `new:` and `reason:` below it"
        words = {"field": "corrections", "found": "something else", "wanted": "a list", "hint": ""}
        book.problems.append(problem("F209", Place(source.path, 1, 1), **words, how=how))
        return None
    book.note_comments(text)
    tree, faults = read_mapping(source.path, _HEAD + text, 0)
    book.problems.extend(faults)
    if tree is None:
        return None
    rows = read_table(book, CORRECTIONS, tree).get("corrections", ())
    call, language = call_and_language(source.path)
    read = (_row(book, number, values) for number, values in enumerate(rows))
    good = tuple(row for row in read if row is not None)
    return Corrections(call, book.path, language, good)


def _is_list(text: str) -> bool:
    """Tell whether the first line that says anything begins an item of a list."""
    said = (line for line in text.split("\n") if line.strip() and not line.startswith("#"))
    return next(said, "").lstrip().startswith("- ")


def _row(book: Notebook, number: int, values: dict[str, str]) -> Correction | None:
    """Give one correction, unless a field is missing or it says nothing that could be put right."""
    name = f"corrections[{number}]"
    if not {"old", "new", "reason"} <= values.keys():
        return None
    place = book.places.get((book.path, f"{name}.old"), book.places[(book.path, name)])
    why, todo = _fault(values)
    if why:
        book.problems.append(problem("M639", place, fault=why, todo=todo))
        return None
    at = values.get("at")
    moment = read_time(at) if at else None
    if at and moment is None:
        where = book.places.get((book.path, f"{name}.at"), place)
        why = f"`{at}` is no time of a transcript"
        todo = "copy the first of the two times above the words, as in `at: 00:12:30.000`"
        book.problems.append(problem("M639", where, fault=why, todo=todo))
        return None
    return Correction(
        old=values["old"],
        new=values["new"],
        reason=values["reason"],
        at=moment,
        line=place.line,
        column=place.column,
    )


def _fault(values: dict[str, str]) -> tuple[str, str]:
    if values["old"] == values["new"]:
        return (
            "`old` and `new` are the same words",
            "delete the correction, or write what is right as `new`",
        )
    if puts_one_in(values["new"]):
        todo = (
            "write the redaction into the transcript itself, in place of the words: else they stay in this file and"
            " in the transcript, where everybody can read them"
        )
        return "a correction may not put a redaction in", todo
    if puts_one_in(values["old"]) or count_left_out(values["old"]):
        return (
            "a correction may not put words in the place of a redaction",
            "delete the correction; what was taken out stays out",
        )
    return "", ""
