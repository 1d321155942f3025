"""What changes about the actions in notes that may be read: those that came, who does them, until when, and whether."""

from collections.abc import Iterable, Iterator, Mapping

from generator.differences.sentences import Said, Sentence, counted, named
from generator.privacy.public import MarkKind, PublicCall, PublicMark, PublicNotes

Actions = Mapping[tuple[str, str], tuple[PublicMark, bool]]
"""Actions by the language of the notes and their words, each with whether those are a draft."""


def action_sentences(
    old: Iterable[PublicNotes], new: Iterable[PublicNotes], call: PublicCall
) -> Iterator[Sentence]:
    """Tell actions by their words as they are now; of those that are gone only how many: they may be withdrawn."""
    was, now = _actions(old), _actions(new)
    for key, (mark, is_draft) in now.items():
        known, _ = was.get(key, (None, False))
        words = (Said(mark.text), *_facts(mark), " in ", *named(call))
        if known is None:
            yield ("Action added: ", *words)
        elif mark.done and not known.done:
            said = "is said in a draft to be" if is_draft else "is now"
            yield (f"Action {said} done: ", *words)
        elif (known.owner, known.due, known.done) != (mark.owner, mark.due, mark.done):
            yield ("Action changed: ", *words)
    lost = len(was.keys() - now.keys())
    if lost and call.notes:
        yield (f"{counted(lost, 'action')} no longer worded like before in ", *named(call))


def _actions(notes: Iterable[PublicNotes]) -> Actions:
    return {
        (one.language, mark.text): (mark, one.is_draft)
        for one in notes
        for mark in one.marks
        if mark.kind is MarkKind.ACTION
    }


def _facts(mark: PublicMark) -> Sentence:
    """Say who does it and until when, where that is told, and whether its own line says that it is done."""
    owner: Sentence = (", who: ", Said(mark.owner)) if mark.owner else ()
    due = f", due {mark.due}" if mark.due else ""
    return (*owner, f"{due}{', done' if mark.done else ''}")
