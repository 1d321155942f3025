"""Transcripts as they may be read, corrected, made for the gate.

The words of a recording tell what it says and what notes say, so they are open only where both are. A correction
shows what it put in and why; what stood there before is carried no further than here.
"""

from collections.abc import Iterable, Mapping

from generator.correcting import correct
from generator.model.archive import Archive
from generator.model.transcript import Corrections, Transcript
from generator.privacy import policy, public


def publish(archive: Archive) -> tuple[public.PublicTranscript, ...]:
    """Give the transcripts that may be read, by call and language."""
    opened = {call.id for call in archive.calls if policy.opens_words(call.share)}
    rows = {(one.call, one.language): one for one in archive.corrections if one.call in opened}
    readable = (one for one in archive.transcripts if one.call in opened)
    made = (_transcript(one, rows.get((one.call, one.language))) for one in readable)
    return tuple(sorted(made, key=lambda one: (one.call, one.language)))


def languages(published: Iterable[public.PublicTranscript]) -> Mapping[str, tuple[str, ...]]:
    """Give the languages in which the words of each call may be read, by the call's id."""
    found: dict[str, tuple[str, ...]] = {}
    for one in published:
        found[one.call] = (*found.get(one.call, ()), one.language)
    return found


def _transcript(given: Transcript, corrections: Corrections | None) -> public.PublicTranscript:
    rows = corrections.rows if corrections else ()
    corrected = correct(given.cues, rows)
    return public.PublicTranscript(
        call=given.call,
        path=given.path,
        language=given.language,
        origin=given.origin,
        cues=tuple(
            public.PublicCue(cue.start, cue.end, cue.text, cue.voice) for cue in corrected.cues
        ),
        corrections=tuple(
            public.PublicCorrection(
                given.cues[made.cue].start, rows[made.number].new, rows[made.number].reason
            )
            for made in corrected.made
        ),
        taken_by=given.taken_by,
        reviewed_by=given.reviewed_by,
        redactions=given.redactions,
    )
