"""What changes about what was counted in notes that may be read: polls, counts and temperature checks."""

from collections.abc import Iterable, Iterator, Mapping

from generator.differences.sentences import Said, Sentence, counted, named
from generator.privacy.public import Answer, MarkKind, PublicCall, PublicMark, PublicNotes, Tally

_COUNTED = {
    MarkKind.POLL: "Straw poll",
    MarkKind.COUNT: "Count",
    MarkKind.TEMPERATURE: "Temperature check",
}
_MOST = 8
"""More answers than this are told by their number alone."""

Polls = Mapping[tuple[str, MarkKind, str], PublicMark]
"""Polls by the language of the notes, their kind, and their question or, without one, their words."""


def poll_sentences(
    old: Iterable[PublicNotes], new: Iterable[PublicNotes], call: PublicCall
) -> Iterator[Sentence]:
    """Tell polls and their answers as they are now; of those that are gone only how many: they may be withdrawn."""
    was, now = _polls(old), _polls(new)
    for key, mark in now.items():
        known = was.get(key)
        what = _COUNTED[mark.kind]
        words = (Said(_question(mark)), *_result(mark.tally or Tally()), " in ", *named(call))
        if known is None:
            yield (f"{what} added: ", *words)
        elif (known.tally, known.outcome, known.note) != (mark.tally, mark.outcome, mark.note):
            yield (f"{what} changed: ", *words)
    lost = len(was.keys() - now.keys())
    if lost and call.notes:
        number = counted(lost, "poll or count", "polls or counts")
        yield (f"{number} no longer worded like before in ", *named(call))


def _polls(notes: Iterable[PublicNotes]) -> Polls:
    return {
        (one.language, mark.kind, _question(mark)): mark
        for one in notes
        for mark in one.marks
        if mark.kind in _COUNTED
    }


def _question(mark: PublicMark) -> str:
    return (mark.tally.question if mark.tally else "") or mark.text


def _result(tally: Tally) -> Sentence:
    """Give the answers with their numbers, and what else was counted."""
    shown = tally.answers[:_MOST]
    answers = [part for answer in shown for part in ("; ", Said(_answer(answer)))]
    more = len(tally.answers) - len(shown)
    numbers = (
        ("blocks", tally.blocks),
        ("stand-asides", tally.stand_asides),
        ("total", tally.total),
        ("present", tally.present),
        ("quorum", tally.quorum),
    )
    apart = [f"; {words} {number}" for words, number in numbers if number is not None]
    rest = [f"; {counted(more, 'more answer')}"] if more else []
    return (*answers, *rest, *apart, *([] if tally.taken else ["; not taken"]))


def _answer(answer: Answer) -> str:
    told = answer.told or ("not told" if answer.count is None else f"{answer.count}")
    return f"{answer.text}: {told}"
