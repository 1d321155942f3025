"""Goes once through the lines of notes and gives the stretches that are marks, and the labels that are over none."""

from typing import NamedTuple

from generator.load.marks.blocks import Begun, Notes, labelled_block
from generator.load.marks.line_places import PlacedLine, placed_lines
from generator.load.marks.lists import Heading, heading_at, listed_below


class Found(NamedTuple):
    """What was found in notes: marks in the order of their lines, and labels over lists that are not read.

    `lines` are all lines of the notes; `begun_at` the numbers of those on which a mark begins.
    """

    lines: tuple[PlacedLine, ...]
    marks: tuple[Begun, ...]
    unread: tuple[Heading, ...]
    begun_at: frozenset[int]


def find_blocks(body: str, first: int, most: int) -> Found:
    """Find the marks of notes whose first line is line `first` of the file; linear in their length.

    Behind more than `most` marks nothing is looked for any more: whoever asks refuses such notes.
    """
    notes = Notes(placed_lines(body, first))
    marks: list[Begun] = []
    unread: list[Heading] = []
    for index in range(len(notes.lines)):
        if len(marks) > most:
            break
        if index in notes.taken or not notes.may_begin(index):
            continue
        label = notes.label_at(index)
        if label:
            marks.append(labelled_block(notes, index, label))
            continue
        heading = heading_at(notes, index)
        if heading:
            listed = listed_below(notes, heading)
            marks += listed.marks
            unread += [heading] if listed.is_unread else []
    marks.sort(key=lambda one: one.line)
    return Found(
        tuple(notes.lines), tuple(marks), tuple(unread), frozenset(one.line for one in marks)
    )
