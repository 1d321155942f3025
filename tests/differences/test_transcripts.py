"""What is told of transcripts that come, change and go, and of corrections, by number and never by old words."""

from dataclasses import replace

from generator.differences.pairs import CallPair, State, call_pairs
from generator.differences.sentences import Said, Sentence
from generator.differences.transcripts import (
    transcript_sentences,
    transcripts_opened,
    transcripts_withdrawn,
)
from generator.privacy.public import (
    Origin,
    PublicArchive,
    PublicCorrection,
    PublicCue,
    PublicTranscript,
)
from tests.render.made_archive import ARCHIVE, CALL, WITHHOLDING
from tests.render.transcript_archive import SPANISH, TRANSCRIPT, archive_of

NAME = "River Assembly open call on 2031-03-05"
RECORDING = replace(WITHHOLDING, minutes=False, details=False)


def words(sentences: tuple[Sentence, ...]) -> list[str]:
    return [
        "".join(part.text if isinstance(part, Said) else part for part in sentence)
        for sentence in sentences
    ]


def told(old: PublicArchive, new: PublicArchive, unread: frozenset[str] = frozenset()) -> list[str]:
    """Give all sentences about transcripts: what is withdrawn, what becomes public, what changes."""
    states = State(old, unread), State(new)
    pairs: tuple[CallPair, ...] = call_pairs(*states)
    kinds = (transcripts_withdrawn, transcripts_opened, transcript_sentences)
    return [sentence for kind in kinds for sentence in words(kind(pairs, *states))]


def between(old: PublicTranscript, new: PublicTranscript) -> list[str]:
    return told(archive_of(old), archive_of(new))


def corrected(*corrections: tuple[int, str]) -> PublicTranscript:
    """Give the transcript with other corrections, and the cues that they put right."""
    rows = tuple(PublicCorrection(start, new, "misheard") for start, new in corrections)
    by_start = dict(corrections)
    cues = tuple(
        replace(cue, text=by_start.get(cue.start, "as it came")) for cue in TRANSCRIPT.cues
    )
    return replace(TRANSCRIPT, corrections=rows, cues=cues)


def test_nothing_is_said_where_nothing_changed():
    """The same transcript on both sides gives no sentence."""
    assert [] == between(TRANSCRIPT, TRANSCRIPT)


def test_a_new_transcript_is_told():
    """It says in which language, whether a program drafted it, and how many corrections there are."""
    drafted = replace(SPANISH, origin=Origin.MACHINE_DRAFT)
    assert [
        f"Transcript added (with 1 correction): {NAME}",
        f"Transcript added (a machine's draft): {NAME} in es",
    ] == told(archive_of(), archive_of(TRANSCRIPT, drafted))


def test_a_changed_transcript_is_told():
    """Words, who wrote them down and who went through them count."""
    cue = PublicCue(10_000, 14_500, "Welcome to this call.", "Facilitator")
    others = (
        replace(TRANSCRIPT, cues=(cue, *TRANSCRIPT.cues[1:])),
        replace(TRANSCRIPT, reviewed_by="River Assembly"),
        replace(TRANSCRIPT, taken_by=""),
        replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT),
    )
    assert [[f"Transcript changed: {NAME}"]] * 4 == [between(TRANSCRIPT, each) for each in others]


def test_corrections_are_counted():
    """Those that came, changed and were taken back, and not also as a change of the transcript."""
    old = corrected((10_000, "Welcome all."), (14_500, "The ferry."), (19_000, "Full."))
    new = corrected((10_000, "Welcome all."), (14_500, "The boat."), (40_000, "Walk."))
    assert [
        f"1 correction added to the transcript of {NAME}",
        f"1 correction changed in the transcript of {NAME}",
        f"1 correction taken back in the transcript of {NAME}",
    ] == between(old, new)


def test_words_of_corrections_are_not_told():
    """What stood there before may be what is withdrawn."""
    said = " ".join(between(TRANSCRIPT, corrected((10_000, "Secret word."))))
    assert "Secret" not in said


def test_a_transcript_that_goes_is_told_first():
    """Whether another language stays does not matter."""
    assert [f"Withdrawn: a transcript of {NAME}"] == told(
        archive_of(TRANSCRIPT, SPANISH), archive_of(TRANSCRIPT)
    )


def test_withholding_the_recording_withholds_its_words():
    """A transcript may be read only where both minutes and recording are open."""
    assert [f"Withheld for safety: the transcript of {NAME}"] == told(
        archive_of(TRANSCRIPT), archive_of(withholding=RECORDING)
    )


def test_opening_the_recording_opens_its_words():
    """It becomes public with them, and is added."""
    assert [
        f"Becomes public: the transcript of {NAME}",
        f"Transcript added (with 1 correction): {NAME}",
    ] == told(archive_of(withholding=RECORDING), archive_of(TRANSCRIPT))


def test_redactions_are_told_both_ways():
    """A passage that is left out, or told again, is what whoever takes the change in must know."""
    more = replace(TRANSCRIPT, redactions=3)
    assert [f"Redacted: 2 passages in the transcript of {NAME}"] == between(TRANSCRIPT, more)
    assert [f"No longer redacted: 2 passages in the transcript of {NAME}"] == between(
        more, TRANSCRIPT
    )


def test_what_could_not_be_read_before_is_said_to_be_unknown():
    """Nobody knows whether it was open."""
    (said,) = told(archive_of(), archive_of(TRANSCRIPT), frozenset({f"minutes/{CALL.id}"}))
    assert said.startswith("Becomes public, as far as is known")


def test_a_call_that_is_gone_takes_its_transcript_along():
    """That it is withdrawn is told of the call, and no word of its transcript."""
    gone = replace(ARCHIVE, calls=ARCHIVE.calls[1:])
    assert [] == told(archive_of(TRANSCRIPT), gone)
