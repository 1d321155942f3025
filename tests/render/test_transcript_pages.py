"""The page of a transcript: paragraphs, moments, voices, corrections, redactions, languages, and what it is worth."""

from dataclasses import replace
from typing import Any

import pytest

from generator.privacy.public import Origin, PublicCue, PublicTranscript
from generator.render import transcript_pages
from generator.render.output import Page
from generator.render.transcript_text import LONG, PAUSE, paragraphs
from tests.render.made_archive import FORGE, SETTINGS, notes_with
from tests.render.page_reading import Reading
from tests.render.transcript_archive import (
    CUES,
    PAGE,
    SPANISH,
    SPANISH_PAGE,
    TRANSCRIPT,
    archive_of,
    spoken_for,
    transcript_with,
)


def pages(*transcripts: PublicTranscript, settings=SETTINGS, **call) -> dict[str, Page]:
    """Give the pages of transcripts by address."""
    drafts = transcript_pages.render(archive_of(*transcripts, **call), settings)
    made = [draft.make(draft.view, settings) for draft in drafts]
    return {page.path: page for page in made if isinstance(page, Page)}


def read(*transcripts: PublicTranscript, path: str = PAGE, **more) -> Reading:
    return Reading(pages(*(transcripts or (TRANSCRIPT,)), **more)[path].body)


def said(reading: Reading) -> list[str]:
    return [each.text for each in reading.of_class("ia-said")]


def cue(start: int, end: int, text: str = "Yes.", voice: str = "A") -> PublicCue:
    return PublicCue(start, end, text, voice)


def texts(*cues: PublicCue, begins: tuple[int, ...] = ()) -> list[str]:
    return [each.text for each in paragraphs(cues, begins)]


def test_a_transcript_is_read_in_paragraphs():
    """Each has its moment, who speaks, and its words; a voice that is not known is not named."""
    assert [
        "00:00:10 Facilitator: Welcome to the call. We begin with the ferry.",
        "00:00:19 Mill Town: The ferry is full on Friday.",
        "00:00:40 Mill Town: Then we [words left out for legal reasons] walk.",
        "01:06:10 Goodbye & thanks <all>.",
    ] == said(read())


def test_tags_are_well_nested():
    """What people said never becomes markup."""
    assert [] == read().faults


def test_each_moment_is_a_link_to_its_paragraph():
    """The link leads to the paragraph itself, which bears the moment's name, as moments of notes do."""
    reading = read()
    names = [each.attributes["id"] for each in reading.of_class("ia-said")]
    links = [each.attributes["href"] for each in reading.of_class("ia-moment")]
    assert ["t-00-00-10", "t-00-00-19", "t-00-00-40", "t-01-06-10"] == names
    assert [f"#{name}" for name in names] == links[:4]


def test_moments_told_twice_have_names_of_their_own():
    """Two voices in one second are two paragraphs, whose names differ."""
    found = paragraphs([cue(1000, 1400), cue(1400, 1900, voice="B"), cue(1900, 2500, voice="C")])
    assert ["t-00-00-01", "t-00-00-01-2", "t-00-00-01-3"] == [each.name for each in found]


def test_each_piece_tells_its_second():
    """A script that follows the recording needs no more than the seconds beside the words."""
    spans = [each for each in read().elements if "data-start" in each.attributes]
    assert ["10", "14.5", "19", "40", "3970.25"] == [
        each.attributes["data-start"] for each in spans
    ]


def test_a_pause_begins_a_paragraph():
    """Silence parts what one voice says."""
    near, far = cue(2000, 3000), cue(2000 + PAUSE, 9000)
    assert 1 == len(texts(cue(0, 2000), near))
    assert 2 == len(texts(cue(0, 2000), far))


def test_a_long_paragraph_ends_with_a_sentence():
    """After a minute, or six hundred letters, the next full stop is the last."""
    early, late = cue(0, LONG, "One and"), cue(LONG, LONG + 900, "two.")
    assert ["One and two.", "Three."] == texts(early, late, cue(LONG + 900, LONG + 1000, "Three."))


def test_a_paragraph_without_sentences_ends_too():
    """Programs that write no full stops give paragraphs of twice the length at most."""
    cues = [cue(at * 1000, at * 1000 + 1000, "and so on") for at in range(600)]
    assert 1300 > max(len(each.text) for each in paragraphs(cues))


@pytest.mark.parametrize("end", [".", "?", ".”", "。", "؟"])
def test_sentences_end_in_several_scripts(end: str):
    """Full stops and question marks of other scripts, and closing quotes behind them, end a sentence."""
    assert 2 == len(texts(cue(0, LONG, f"So{end}"), cue(LONG, LONG + 500, "More")))


def test_a_part_of_the_recording_begins_a_paragraph():
    """Where a heading stands, the words before and after it are two paragraphs."""
    assert ["Yes.", "Yes."] == texts(cue(0, 2000), cue(2000, 3000), begins=(2,))


def test_redactions_are_drawn_as_in_notes():
    """Words that are left out are said to be, in the same words and look, and are counted."""
    reading = read()
    assert ["[words left out for legal reasons]"] == [
        each.text for each in reading.of_class("ia-redacted")
    ]
    assert "1 passage is redacted." in reading.text


def test_corrections_are_told_by_their_new_words():
    """Each has its moment, which leads to its paragraph, its new words, and why; the number stands at the top."""
    reading = read()
    (row,) = [each for each in reading.named("li") if "misheard" in each.text]
    assert "00:00:19 the ferry the place was misheard" == row.text
    assert "#t-00-00-19" in [each.attributes["href"] for each in reading.of_class("ia-moment")][4:]
    assert "1 correction was made." in reading.text


def test_without_corrections_nothing_is_said_of_them():
    """No heading stands above an empty list."""
    page = pages(transcript_with(*CUES))[PAGE]
    assert "orrection" not in page.body.partition("record-improve")[0]
    assert "record-corrections" not in [each.anchor for each in page.outline]


def test_what_a_program_heard_says_so_first():
    """A draft of a program stands below a warning, and nothing calls it a transcript of the recording."""
    drafted = replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT)
    reading = read(drafted)
    assert (
        "Drafted by a program A program drafted this transcript, and no person has gone through it yet. "
        "It may have misheard, and written what nobody said. It decides nothing."
    ) == reading.of_class("ia-drafted")[0].text
    assert "This is a transcript" not in reading.text


def test_a_draft_that_was_gone_through_says_by_whom():
    """It remains a program's draft."""
    reading = read(replace(TRANSCRIPT, origin=Origin.MACHINE_DRAFT, reviewed_by="River Assembly"))
    assert "a person went through it. It decides nothing." in reading.of_class("ia-drafted")[0].text
    assert "Reviewed by: River Assembly." in reading.text


def test_a_transcript_decides_nothing():
    """Who reads that somebody agreed is told where decisions stand."""
    assert "decisions stand in the minutes" in read().text


def test_languages_have_pages_of_their_own():
    """Each leads to the other, and its words are marked as being in their language."""
    own, other = read(TRANSCRIPT, SPANISH), read(TRANSCRIPT, SPANISH, path=SPANISH_PAGE)
    assert SPANISH_PAGE.removeprefix("recordings/") == own.links()["En español"]
    assert PAGE.removeprefix("recordings/") == other.links()["In English"]
    words = other.of_class("ia-words")[0].attributes
    assert ("es", "ltr") == (words["lang"], words["dir"])
    assert "auto" == own.of_class("ia-words")[0].attributes["dir"]


def test_a_language_from_right_to_left_is_set_so():
    """Arabic words run from the right."""
    arabic = replace(SPANISH, language="ar", path="minutes/2031/call.ar.vtt")
    reading = read(arabic, path=SPANISH_PAGE.replace(".es.", ".ar."))
    assert "rtl" == reading.of_class("ia-words")[0].attributes["dir"]


def test_the_page_leads_to_its_call_and_the_minutes():
    """Readers who come from a search find what the call decided."""
    links = read().links()
    assert f"../calls/{TRANSCRIPT.call}.html" == links["The page of the call"]
    assert f"../calls/{TRANSCRIPT.call}.html#record-minutes" == links["Its minutes"]


def test_without_notes_no_minutes_are_led_to():
    """A transcript may be there without them."""
    assert "Its minutes" not in read(TRANSCRIPT, notes=()).links()


def test_files_can_be_edited():
    """The transcript and its corrections are files of their own."""
    links = read(TRANSCRIPT, settings=FORGE).links()
    assert links["Edit the transcript"].endswith(f"/minutes/2031/{TRANSCRIPT.call}.vtt")
    assert links["Edit the corrections"].endswith(f"/{TRANSCRIPT.call}.corrections.yaml")


def test_names_in_the_page_differ():
    """Twenty thousand pieces have as many places as paragraphs, and no two the same name."""
    ids = read(spoken_for(2000)).ids()
    assert len(set(ids)) == len(ids)


def test_no_word_is_lost_between_paragraphs():
    """All pieces stand in the page in their order."""
    long = spoken_for(2000)
    spans = [each.text for each in read(long).elements if "data-start" in each.attributes]
    assert [each.text for each in long.cues] == spans


def test_only_very_many_words_are_drawn_as_the_reader_comes_to_them():
    """Whoever prints or takes a picture of an ordinary page has all of it at once."""
    assert [] == read(spoken_for(4000)).of_class("ia-words--many")
    assert 1 == len(read(spoken_for(4001)).of_class("ia-words--many"))


def test_the_view_holds_no_notes():
    """A page of words is not made anew because somebody mended the notes."""
    (draft,) = transcript_pages.render(archive_of(TRANSCRIPT), SETTINGS)
    view: Any = draft.view
    assert () == view.call.notes


def chaptered(body: str) -> Reading:
    """Read the page of a transcript whose call has these notes."""
    return read(TRANSCRIPT, notes=(notes_with(body=body),))


def test_headings_of_the_notes_part_the_words():
    """A moment in the notes stands as a heading above the words that are said from then on."""
    body = "## [00:00:16] The ferry\n\nIt is full.\n\n## [00:00:30] Walking & boats\n"
    reading = chaptered(body)
    told = [
        each.text
        for each in reading.elements
        if each.name == "h3" or "ia-said" in each.attributes.get("class", "")
    ]
    assert [
        "00:00:10 Facilitator: Welcome to the call. We begin with the ferry.",
        "The ferry",
        "00:00:19 Mill Town: The ferry is full on Friday.",
        "Walking & boats",
        "00:00:40 Mill Town: Then we [words left out for legal reasons] walk.",
    ] == told[:5]


def test_a_part_after_the_last_words_has_no_heading():
    """Nothing would stand below it."""
    assert [] == chaptered("## [02:00:00] Goodbye\n").named("h3")


def test_a_moment_alone_is_no_heading():
    """A moment within a sentence of the notes has no words of its own, and each paragraph shows its moment."""
    assert ["and the ferry"] == [
        each.text
        for each in chaptered("We saw it, [00:00:16] and the ferry, [00:00:30].").named("h3")
    ]


def test_parts_are_in_the_outline():
    """Who opens three hours of words finds the way by the contents."""
    page = pages(TRANSCRIPT, notes=(notes_with(body="## [00:00:16] The ferry\n"),))[PAGE]
    assert (3, "part-the-ferry", "The ferry") in [
        (each.level, each.anchor, each.text) for each in page.outline
    ]
