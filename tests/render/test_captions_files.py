"""The captions of a recording: WebVTT with nothing in it but moments, voices and words."""

from dataclasses import replace

from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.webvtt import read_transcript
from generator.privacy.public import PublicCue
from generator.render import captions_files
from generator.render.captions_files import captions
from generator.render.output import File
from tests.render.made_archive import SETTINGS, WITHHOLDING
from tests.render.transcript_archive import CAPTIONS, CUES, TRANSCRIPT, archive_of


def test_captions_hold_moments_voices_and_words():
    """A file begins as the format asks, and says nothing of who wrote it down."""
    assert (
        "WEBVTT\n\n"
        "00:00:10.000 --> 00:00:14.500\n<v Facilitator>Welcome to the call.\n\n"
        "00:00:14.500 --> 00:00:18.250\n<v Facilitator>We begin with the ferry.\n"
    ) == captions(CUES[:2])


def test_what_would_be_a_tag_is_escaped():
    """People may say anything, and an arrow ends no cue."""
    said = captions([PublicCue(0, 1000, "a --> b <c> & d", "M & <N>")])
    assert said.endswith("<v M &amp; &lt;N&gt;>a --&gt; b &lt;c&gt; &amp; d\n")


def test_words_stand_for_what_was_left_out():
    """Who reads captions is told in words that something is redacted."""
    assert "Then we [words left out for legal reasons] walk." in captions(CUES)


def test_pieces_without_words_are_left_out():
    """An empty caption would be drawn as an empty box."""
    assert "WEBVTT\n" == captions([PublicCue(0, 1000, "", "A")])


def test_calls_of_days_have_long_hours():
    """An hour of three digits stays one."""
    assert "100:00:00.001 --> 100:00:01.000" in captions([PublicCue(360_000_001, 360_001_000, "x")])


def test_every_transcript_has_its_captions():
    """Their address is that of the page, with another ending."""
    (draft,) = captions_files.render(archive_of(TRANSCRIPT), SETTINGS)
    file = draft.make(draft.view, SETTINGS)
    assert isinstance(file, File)
    assert CAPTIONS == file.path
    assert captions(CUES).encode() == file.data


def test_captions_of_calls_with_something_withheld_are_not_remembered():
    """What is kept between builds holds open calls alone."""
    partly = replace(WITHHOLDING, minutes=False, recording=False)
    (draft,) = captions_files.render(archive_of(TRANSCRIPT, withholding=partly), SETTINGS)
    assert not draft.remember


def test_a_voice_that_ends_in_hyphens_makes_no_arrow():
    """With the end of its tag it would be one, and players would take the line for times and drop the words."""
    drawn = captions([PublicCue(1_000, 4_000, "Welcome.", "Facilitator--")])
    assert 1 == drawn.count("-->")
    body = drawn.removeprefix("WEBVTT")
    found = read_transcript(
        Notebook(CAPTIONS),
        Source(
            "minutes/2031/2031-03-05-river.vtt",
            f"WEBVTT\n\nNOTE\norigin: transcript\n{body}".encode(),
        ),
    )
    assert found is not None
    assert [("Welcome.", "Facilitator--")] == [(cue.text, cue.voice) for cue in found.cues]


def test_our_own_reader_reads_the_captions():
    """What was read from a file and written for players is read as the same pieces again."""
    book = Notebook(CAPTIONS)
    read = read_transcript(
        book, Source(f"minutes/2031/{TRANSCRIPT.call}.vtt", captions(CUES).encode())
    )
    assert read is not None
    words = "[words left out for legal reasons]"
    assert [
        (cue.start, cue.end, cue.text.replace("[redacted: legal]", words), cue.voice)
        for cue in CUES
    ] == [(cue.start, cue.end, cue.text, cue.voice) for cue in read.cues]
    # A file for players says nothing of who wrote it down, which one of people must.
    assert {"M627", "F201"} >= {fault.code for fault in book.problems}
