"""What changes about what marks say of each other: which decision supersedes which, and what closes an action."""

from collections.abc import Iterable, Iterator

from generator.differences.sentences import Said, Sentence, counted, named
from generator.privacy.public import PublicCall, PublicNotes

Joins = dict[tuple[str, str, str, str], None]
"""What marks say of others: language, words of the mark, `supersedes` or `closes`, and the name of the other one."""


def join_sentences(
    old: Iterable[PublicNotes], new: Iterable[PublicNotes], call: PublicCall
) -> Iterator[Sentence]:
    """Tell what is said now and was not before; of what is gone only how much: it may be withdrawn."""
    was, now = _joins(old), _joins(new)
    for language, text, kind, name in now:
        if (language, text, kind, name) not in was:
            yield (f"Now says that it {kind} ", Said(name), ": ", Said(text), " in ", *named(call))
    lost = len(was.keys() - now.keys())
    if lost and call.notes:
        yield (f"{counted(lost, 'mark')} of others no longer named as before in ", *named(call))


def _joins(notes: Iterable[PublicNotes]) -> Joins:
    return {
        (one.language, mark.text, join.kind.value, f"{join.call}#{join.name}"): None
        for one in notes
        for mark in one.marks
        for join in mark.joins
    }
