"""Reads a transcript: a WebVTT file (W3C) whose first remark says how it came to be.

Every fault is told at its place and all at once; what has a fault and a plain meaning is read as it is meant, so that
one run tells the rest too. Styles and regions are passed over. Time is linear in the size of the file.
"""

import re
from collections.abc import Sequence

from generator.fields.transcript_tables import TRANSCRIPT
from generator.load.files import Source
from generator.load.names import call_and_language
from generator.load.notebook import Notebook
from generator.load.text import decode
from generator.load.values import read_table
from generator.load.webvtt_blocks import Block, BlockKind, blocks_of, end_of_header
from generator.load.webvtt_cues import Cues
from generator.load.webvtt_redactions import count_left_out, tell_unread
from generator.load.webvtt_times import has_arrow
from generator.load.yaml_tree import Mapping, read_mapping
from generator.model.minutes import Origin
from generator.model.transcript import Cue, Transcript
from generator.problems import Place, problem, replacing

CUES = 20_000
"""So many pieces one transcript may have."""
_SIGNATURE = re.compile(r"WEBVTT(?:[ \t]|\Z)")
_FIELD = re.compile(r"[A-Za-z_]{1,40}:(?:\s|\Z)")
_FEW = 20
"""So many blocks of one kind of fault are told one by one."""


def read_transcript(book: Notebook, source: Source) -> Transcript | None:
    """Read one transcript; its name is the call's id, and a language where there is a second part.

    `None` where it is no text, no WebVTT, or has more pieces than a page can show.
    """
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return None
    lines = text.split("\n")
    book.lines = lines
    is_signed = bool(_SIGNATURE.match(lines[0]))
    if not is_signed and not _tell_unsigned(book, lines):
        return None
    size = sum("-->" in line for line in lines)
    if size > CUES:
        todo = "part it, or join pieces that one person says without a pause"
        _refuse_size(book, Place(book.path), size, "pieces", CUES, todo)
        return None
    begin = end_of_header(lines) if is_signed or _is_near_signature(lines[0]) else 0
    values = _facts(book, lines, begin)
    cues = _cues(book, lines, begin)
    tell_unread(book, cues)
    call, language = call_and_language(source.path)
    return Transcript(
        call=call,
        path=book.path,
        language=language,
        # Nothing is open before it is said; until then the least is believed of it.
        origin=Origin(values.get("origin", Origin.MACHINE_DRAFT.value)),
        cues=tuple(cues),
        taken_by=values.get("taken_by", ""),
        reviewed_by=values.get("reviewed_by", ""),
        redactions=sum(count_left_out(cue.text) for cue in cues),
    )


def _is_near_signature(line: str) -> bool:
    return line.strip().upper().startswith("WEBVTT")


def _tell_unsigned(book: Notebook, lines: Sequence[str]) -> bool:
    """Say what a file is that does not begin as it should; tells whether it has pieces all the same."""
    first = lines[0]
    place = Place(book.path, 1, 1, max(1, len(first)))
    timed = next((line for line in lines if has_arrow(line)), "")
    todo = "begin the file with a line `WEBVTT` and a blank line"
    fix, guess = None, ""
    if _is_near_signature(first):
        fix = replacing(place, "WEBVTT")
        guess, todo = ", which is written in capitals", "write `WEBVTT`"
    elif timed and first.strip():
        fix = replacing(place, f"WEBVTT\n\n{first}")
        if re.search(r"[0-9],[0-9]{3}[ \t]*-->", timed):
            guess = "; this looks like SubRip (SRT)"
            todo += "; `check --fix` does that and puts points into the times"
    elif not timed:
        todo = "export the words of the recording as WebVTT; plain words are notes, and go into the `.md` file"
    book.problems.append(problem("M620", place, (), fix, guess=guess, todo=todo))
    return bool(timed)


def _facts(book: Notebook, lines: Sequence[str], begin: int) -> dict[str, str]:
    """Read the remark that says how a transcript came to be, and say where it is missing."""
    blocks = blocks_of(lines, begin)
    first = next(blocks, None)
    if first is not None and _is_facts(first):
        return _read_facts(book, first)
    header = Block(BlockKind.NOTE, 2, tuple(lines[1:begin])) if begin > 1 else None
    if header and header.lines[0].startswith("NOTE") and _is_facts(header):
        place = Place(book.path, 2, 1, max(1, len(lines[1])))
        why = "this remark is part of the first line, because there is no blank line above it"
        fix = replacing(place, f"\n{lines[1]}")
        book.problems.append(problem("M627", place, (), fix, why=why))
        return _read_facts(book, header)
    later = next((one for one in blocks if _is_facts(one)), None)
    why = "there is no remark below the first line that says how this transcript came to be"
    if later is not None:
        why = f"how this transcript came to be is said in line {later.first}, and belongs right below the first line"
    book.problems.append(problem("M627", Place(book.path, max(1, begin)), why=why))
    return _read_facts(book, later) if later else {}


def _is_facts(block: Block) -> bool:
    """Tell whether a remark has fields: on its own lines, or one alone behind the word `NOTE`."""
    if block.kind is not BlockKind.NOTE:
        return False
    rest = block.lines[0][4:].strip()
    return bool(
        any(_FIELD.match(line) for line in block.lines[1:])
        if len(block.lines) > 1
        else _FIELD.match(rest)
    )


def _read_facts(book: Notebook, block: Block) -> dict[str, str]:
    rest = block.lines[0][4:].strip()
    text = "\n".join(block.lines[1:])
    first = block.first + 1
    if rest and not text:
        text, first = f"    {block.lines[0][4:]}", block.first
    elif rest:
        place = Place(book.path, block.first, 1, len(block.lines[0]))
        why = "words stand behind `NOTE`, where only the fields below it are read"
        book.problems.append(problem("M627", place, why=why))
    book.note_comments(text, first)
    tree, faults = read_mapping(book.path, text, first)
    book.problems.extend(faults)
    return read_table(book, TRANSCRIPT, tree if tree is not None else Mapping((), first, 1))


def _cues(book: Notebook, lines: Sequence[str], begin: int) -> Sequence[Cue]:
    cues = Cues(book)
    told: dict[BlockKind, int] = {}
    for block in blocks_of(lines, begin):
        if block.kind is BlockKind.CUE:
            cues.add(block)
        elif block.kind is not BlockKind.NOTE:
            told[block.kind] = told.get(block.kind, 0) + 1
            if told[block.kind] <= _FEW:
                _tell_block(book, block)
    return cues.finish()


def _tell_block(book: Notebook, block: Block) -> None:
    line = block.lines[0]
    text = line.strip()
    place = Place(book.path, block.first, 1, max(1, len(line)))
    if block.kind is BlockKind.STRAY:
        book.problems.append(problem("M626", place, text=text))
    else:
        why = "begins a block that says how players draw the words, and is passed over"
        book.problems.append(problem("M628", place, text=text, why=why, hint=""))


def _refuse_size(book: Notebook, place: Place, size: int, what: str, limit: int, todo: str) -> None:
    book.problems.append(problem("M629", place, size=size, what=what, limit=limit, todo=todo))
