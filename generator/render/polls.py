"""Draws what was counted: a bar in parts with a table beside it, or a table with a bar in each row.

Every figure stands in the table as well, and nothing is worked out of numbers that are not exact.
"""

from typing import NamedTuple

from generator.privacy.public import Answer, MarkKind, PublicMark, Side, Tally
from generator.render.words import sentence
from generator.wording import _, counted, number

MOST_DRAWN = 60
"""More tallies than this on one page are told in their own words, so that no page grows far beyond its notes."""
MOST_PARTS = 6
"""More answers than this are told apart better by bars of their own than by parts of one."""
_OF_SIDE = {Side.YES: "yes", Side.NO: "no", Side.ABSTAIN: "abstain"}
_LOOKS = ("a", "b", "c", "d", "e", "f")
"""Looks of parts whose answer is no yes, no or abstention: a colour and a hatching each."""


class Part(NamedTuple):
    """A part of a bar: its begin, width and end in per cent of the bar, and its look."""

    begin: str
    width: str
    end: str
    look: str


class Row(NamedTuple):
    """A row of the table: answer, number as it is told, share, look of its part, and length of its own bar in per cent.

    What is not there is empty.
    """

    text: str
    number: str
    share: str = ""
    look: str = ""
    bar: str = ""


class DrawnPoll(NamedTuple):
    """A tally as templates draw it.

    `words` stand above it, and `holds_items` tells that the list below the mark is in the table.
    `name` and `about` tell the bar to those who cannot see it; without parts there is no such bar.
    `counted` heads the table and is what shares are of; `says` are sentences below it.
    """

    words: str
    holds_items: bool = False
    name: str = ""
    about: str = ""
    parts: tuple[Part, ...] = ()
    counted: str = ""
    rows: tuple[Row, ...] = ()
    has_shares: bool = False
    says: tuple[str, ...] = ()


def drawn_poll(mark: PublicMark) -> DrawnPoll | None:
    """Draw the tally of a mark, or nothing where the words of the mark say all of it."""
    tally = mark.tally
    if tally is None or not tally.taken:
        return None
    if len(tally.answers) < 2:
        says = (*_apart_says(mark, tally), *_numbers_say(tally))
        return DrawnPoll(mark.text, says=says) if says else None
    return _with_table(mark, tally)


def _with_table(mark: PublicMark, tally: Tally) -> DrawnPoll:
    words = tally.question or mark.text
    shares = _may_share(tally)
    in_parts = shares and mark.kind is not MarkKind.COUNT and len(tally.answers) <= MOST_PARTS
    looks = _looks(tally.answers) if in_parts else ("",) * len(tally.answers)
    most = max((answer.count or 0 for answer in tally.answers), default=0)
    rows = tuple(
        Row(
            answer.text,
            _number(answer),
            share_words(answer.count, tally.counted) if shares and answer.count is not None else "",
            look if answer.count else "",
            "" if in_parts or not shares or answer.count is None else _per_cent(answer.count, most),
        )
        for answer, look in zip(tally.answers, looks, strict=True)
    )
    return DrawnPoll(
        words=words,
        holds_items=any(answer.text in item for answer in tally.answers for item in mark.items),
        name=f"{words} {_counted(mark, tally)}" if in_parts else "",
        about=_about(rows) if in_parts else "",
        parts=_parts(tally, looks) if in_parts else (),
        counted=_counted(mark, tally) if shares else "",
        rows=(*rows, *_apart_rows(tally)),
        has_shares=shares,
        says=(*_counts_say(mark, tally), *_numbers_say(tally)),
    )


def _may_share(tally: Tally) -> bool:
    """Tell whether shares can be given: no answer is told as a guess, and somebody answered."""
    return tally.counted > 0 and not any(answer.told for answer in tally.answers)


def _looks(answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """Give each answer a look of its own; yes, no and abstention look the same on every page."""
    free = iter(_LOOKS)
    used: list[str] = []
    for answer in answers:
        look = _OF_SIDE.get(answer.side, "")
        used.append(next(free) if not look or look in used else look)
    return tuple(used)


def _parts(tally: Tally, looks: tuple[str, ...]) -> tuple[Part, ...]:
    parts: list[Part] = []
    before = 0
    for answer, look in zip(tally.answers, looks, strict=True):
        count = answer.count or 0
        begin, end = _per_cent(before, tally.counted), _per_cent(before + count, tally.counted)
        if count:
            parts.append(Part(begin, _per_cent(count, tally.counted), end, look))
        before += count
    return tuple(parts)


def _per_cent(count: int, whole: int) -> str:
    """Give a length in per cent to a hundredth, in whole numbers so that each machine gives the same."""
    hundredths = (count * 10_000 + whole // 2) // whole if whole else 0
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def share_words(count: int, whole: int) -> str:
    """Give a share in whole per cent; what is not nothing or not all is never rounded to it."""
    share = (200 * count + whole) // (2 * whole)
    if count and not share:
        return _("under 1%")
    return _("over 99%") if share == 100 and count < whole else _("{share}%").format(share=share)


def _number(answer: Answer) -> str:
    if answer.count is not None:
        return number(answer.count)
    return answer.told or _("not told")


def _counted(mark: PublicMark, tally: Tally) -> str:
    if mark.kind is MarkKind.COUNT:
        return counted("{n} answer", "{n} answers", tally.counted)
    return counted("{n} counted", "{n} counted", tally.counted)


def _about(rows: tuple[Row, ...]) -> str:
    return "; ".join(
        f"{row.text}: {row.number}" + (f", {row.share}" if row.share else "") for row in rows
    )


def _apart_rows(tally: Tally) -> tuple[Row, ...]:
    rows = ((_("Blocks"), tally.blocks), (_("Stand-asides"), tally.stand_asides))
    return tuple(Row(text, number(count)) for text, count in rows if count is not None)


def _apart_says(mark: PublicMark, tally: Tally) -> tuple[str, ...]:
    """Tell blocks and stand-asides of a poll; an outcome tells them in its own words beside it."""
    if mark.note:
        return ()
    return tuple(sentence(f"{row.text}: {row.number}") for row in _apart_rows(tally))


def _counts_say(mark: PublicMark, tally: Tally) -> tuple[str, ...]:
    if not _may_share(tally) or mark.kind is not MarkKind.COUNT:
        return ()
    return (_("Whoever answered may have given several."),)


def _numbers_say(tally: Tally) -> tuple[str, ...]:
    total = (
        (counted("{n} in all.", "{n} in all.", tally.total),)
        if tally.total is not None and tally.total != tally.counted
        else ()
    )
    there = (_there(tally.present),) if tally.present is not None else ()
    return (*total, *there, *_quorum_says(tally))


def _quorum_says(tally: Tally) -> tuple[str, ...]:
    """Tell the quorum, and whether it was reached as far as it can be told."""
    if tally.quorum is None:
        return ()
    quorum = number(tally.quorum)
    if tally.present is not None:
        reached = tally.present >= tally.quorum
        said = _("Quorum: {n}, reached.") if reached else _("Quorum: {n}, not reached.")
        return (said.format(n=quorum),)
    counted = tally.counted + (tally.blocks or 0) + (tally.stand_asides or 0)
    known = counted if tally.total is None else tally.total
    if known >= tally.quorum:
        return (_("Quorum: {n}, reached.").format(n=quorum),)
    return (_("Quorum: {n}; it is not told whether it was reached.").format(n=quorum),)


def _there(present: int) -> str:
    return counted("{n} were there.", "{n} were there.", present)
