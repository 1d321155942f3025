"""What changes about transcripts that may be read, and about the corrections in them.

Of a correction only that there is one is told: its new words stand on the page, and the old ones nowhere.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.differences.pairs import CallPair, State
from generator.differences.sentences import Said, Sentence, closed, counted, named, why_closed
from generator.privacy.public import (
    Origin,
    PublicCall,
    PublicCorrection,
    PublicCue,
    PublicTranscript,
)

Transcripts = Mapping[str, PublicTranscript]
"""The transcripts of one call by their language."""
_NOT_READ = ", as far as is known, for its file could not be read before"
_PARTS = ("minutes", "recording")
"""A transcript may be read only where both of these are open."""


def transcripts_withdrawn(
    pairs: tuple[CallPair, ...], old: State, new: State
) -> tuple[Sentence, ...]:
    """Give transcripts that can be read no longer, and passages of others that are redacted now."""
    sides = _sides(pairs, old, new)
    return tuple(s for pair, was, now in sides for s in _withdrawn(pair, was, now))


def transcripts_opened(pairs: tuple[CallPair, ...], old: State, new: State) -> tuple[Sentence, ...]:
    """Give transcripts that become public, and passages that are no longer redacted."""
    sides = _sides(pairs, old, new)
    return tuple(s for pair, was, now in sides for s in _opened(pair, was, now))


def transcript_sentences(
    pairs: tuple[CallPair, ...], old: State, new: State
) -> tuple[Sentence, ...]:
    """Give transcripts that came or changed, and how many corrections came, changed or were taken back, by call."""
    sides = _sides(pairs, old, new)
    return tuple(s for pair, was, now in sides for s in _of_call(pair, was, now))


def _sides(
    pairs: tuple[CallPair, ...], old: State, new: State
) -> Iterator[tuple[CallPair, Transcripts, Transcripts]]:
    """Give each call that has transcripts, with those before and after."""
    before, after = _by_call(old), _by_call(new)
    for pair in pairs:
        was = before.get(pair.old.id, {}) if pair.old else {}
        now = after.get(pair.new.id, {}) if pair.new else {}
        if was or now:
            yield pair, was, now


def _by_call(state: State) -> Mapping[str, Transcripts]:
    found: dict[str, dict[str, PublicTranscript]] = {}
    for one in state.public.transcripts:
        found.setdefault(one.call, {})[one.language] = one
    return found


def _withdrawn(pair: CallPair, was: Transcripts, now: Transcripts) -> Iterator[Sentence]:
    if pair.both_open is None or not pair.compare_notes:
        return
    before, after = pair.both_open
    if was and _is_closed(after) and not _is_closed(before):
        yield (f"Withheld{why_closed(after)}: the transcript of ", *named(after))
    elif was.keys() - now.keys():
        yield ("Withdrawn: a transcript of ", *named(after))
    hidden = _redactions(now) - _redactions(was)
    if was and hidden > 0:
        yield (f"Redacted: {counted(hidden, 'passage')} in the transcript of ", *named(after))


def _opened(pair: CallPair, was: Transcripts, now: Transcripts) -> Iterator[Sentence]:
    if isinstance(pair.new, PublicCall) and pair.notes_unread and now:
        yield (f"Becomes public{_NOT_READ}: the transcript of ", *named(pair.new))
    if pair.both_open is None:
        return
    before, after = pair.both_open
    if now and _is_closed(before):
        yield ("Becomes public: the transcript of ", *named(after))
    shown = _redactions(was) - _redactions(now)
    if now and shown > 0 and pair.compare_notes:
        words = counted(shown, "passage")
        yield (f"No longer redacted: {words} in the transcript of ", *named(after))


def _is_closed(call: PublicCall) -> bool:
    return any(closed(call, part) for part in _PARTS)


def _redactions(transcripts: Transcripts) -> int:
    return sum(one.redactions for one in transcripts.values())


def _of_call(pair: CallPair, was: Transcripts, now: Transcripts) -> Iterator[Sentence]:
    if not isinstance(pair.new, PublicCall) or not pair.compare_notes:
        return
    for language, one in now.items():
        whose = (*named(pair.new), *((" in ", Said(language)) if language else ()))
        before = was.get(language)
        if before is None:
            yield (f"Transcript added{_state(one)}: ", *whose)
        else:
            if _has_changed(before, one):
                yield ("Transcript changed: ", *whose)
            yield from _corrected(before, one, whose)


def _state(one: PublicTranscript) -> str:
    words = ["a machine's draft"] if one.origin is Origin.MACHINE_DRAFT else []
    words += ["reviewed"] if one.reviewed_by else []
    number = len(one.corrections)
    words += [f"with {counted(number, 'correction')}"] if number else []
    return f" ({', '.join(words)})" if words else ""


def _has_changed(old: PublicTranscript, new: PublicTranscript) -> bool:
    """Tell whether more changed than what the corrections that differ put right."""
    parts = ("origin", "taken_by", "reviewed_by")
    if any(getattr(old, part) != getattr(new, part) for part in parts):
        return True
    differ = {each.start for each in set(old.corrections) ^ set(new.corrections)}
    return _without(old.cues, differ) != _without(new.cues, differ)


def _without(cues: tuple[PublicCue, ...], starts: set[int]) -> list[PublicCue]:
    return [cue for cue in cues if cue.start not in starts]


def _corrected(old: PublicTranscript, new: PublicTranscript, whose: Sentence) -> Iterator[Sentence]:
    came = _by_start(set(new.corrections) - set(old.corrections))
    went = _by_start(set(old.corrections) - set(new.corrections))
    changed = (came & went).total()
    kinds = (
        ((came - went).total(), "added to"),
        (changed, "changed in"),
        ((went - came).total(), "taken back in"),
    )
    for number, words in kinds:
        if number:
            yield (f"{counted(number, 'correction')} {words} the transcript of ", *whose)


def _by_start(corrections: set[PublicCorrection]) -> Counter[int]:
    return Counter(each.start for each in corrections)
