"""A transcript does not fit the recording: there is none, it is shorter, or it still says what is redacted."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Call, RecordingAbsence
from generator.model.transcript import Transcript, time_of
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_SPARE = 60
"""So many seconds a transcript may go on after the recording: players round, and silence is cut from copies."""
_WHY = {
    RecordingAbsence.NEVER_MADE: "the record says that none was made",
    RecordingAbsence.MISSING: "the record says that it is missing",
    RecordingAbsence.UNKNOWN: "the record says that nobody knows of one",
    RecordingAbsence.UNSAID: "the record of the call names none",
}


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare each transcript with what the record of its call says of the recording."""
    calls = {call.id: call for call in archive.calls}
    for transcript in archive.transcripts:
        call = calls.get(transcript.call)
        # Of a call that is not fully shared nobody reads these words, and a warning would tell what its record holds.
        if call is None or not call.share.is_full:
            continue
        if not call.recordings:
            if call.recording in _WHY:
                yield problem("M631", Place(transcript.path), said=_WHY[call.recording])
            continue
        yield from _too_long(archive, call, transcript)
        if transcript.redactions:
            yield problem("M635", Place(transcript.path), size=transcript.redactions)


def _too_long(archive: Archive, call: Call, transcript: Transcript) -> Iterator[Problem]:
    """Tell of pieces that end long after the longest copy, where the length of every copy is known."""
    lengths = [copy.duration for copy in call.recordings]
    if not all(lengths):
        return
    longest = max(lengths)
    late = [cue for cue in transcript.cues if cue.end > (longest + _SPARE) * 1000]
    if late:
        number = lengths.index(longest)
        where = archive.place(call.path, f"recordings[{number}].duration")
        yield problem(
            "M632",
            Place(transcript.path, late[0].line),
            ((where, "the length of the copy"),),
            time=time_of(late[0].end),
            duration=time_of(longest * 1000)[:8],
            hint=f", and {len(late) - 1} more pieces are later" if len(late) > 1 else "",
        )
