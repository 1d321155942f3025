"""The words of a recording: who may read them, and where nothing of them or of their corrections may stand."""

import itertools

import pytest

from generator.model.minutes import Origin
from generator.privacy import gate, leaks
from generator.problems import Place
from tests.privacy.quiet_archive import Frame, open_files, read

CALL = "calls/2031/2031-04-09-words.yaml"
STEM = "minutes/2031/2031-04-09-words"
VTT = f"{STEM}.vtt"
ROWS = f"{STEM}.corrections.yaml"
SAID = "the lantern burns behind the ferry house until dawn"
WRONG = "lantern bums behind"
WORDS = (
    "WEBVTT\n\nNOTE\norigin: machine-draft\ntaken_by: a program of Mill Town\n\n"
    "00:00:01.000 --> 00:00:04.000\n<v River Assembly>the lantern bums behind\n\n"
    "00:00:04.000 --> 00:00:09.000\n<v Mill Town>the ferry house [redacted: legal] until dawn\n"
)
CORRECTIONS = "- old: lantern bums\n  new: lantern burns\n  reason: misheard by the program again\n"
PARTS = list(itertools.product(("public", "withheld"), repeat=2))


def files(
    minutes: str, recording: str, details: str = "public", in_public: bool = False
) -> dict[str, str]:
    """Give an archive with a call that has a transcript in two languages and corrections of one."""
    parts = {"minutes": minutes, "recording": recording, "details": details}
    lines = "".join(f"  {part}: {value}\n" for part, value in parts.items())
    is_open = set(parts.values()) == {"public"}
    share = "share: public\n" if is_open else f"share:\n{lines}  reason: safety\n"
    record = f"title: Words\ndate: 2031-04-09\nstatus: held\nrecording: elsewhere\n{share}"
    return open_files(Frame(public_repository=in_public)) | {
        CALL: record,
        VTT: WORDS,
        f"{STEM}.es.vtt": WORDS.replace("behind", "detrás"),
        ROWS: CORRECTIONS,
    }


def seen(given: dict[str, str]):
    settings, archive, _, _ = read(given)
    return gate.publish(archive, settings)


def test_a_transcript_of_an_open_call_is_shown_corrected():
    """With its new words and the reason, and nowhere with the old ones."""
    public = seen(files("public", "public"))
    ours, other = public.transcripts
    assert ["", "es"] == [ours.language, other.language]
    assert ("the lantern burns behind", "River Assembly") == (ours.cues[0].text, ours.cues[0].voice)
    assert [(1000, "lantern burns", "misheard by the program again")] == [
        (one.start, one.new, one.reason) for one in ours.corrections
    ]
    assert (Origin.MACHINE_DRAFT, "a program of Mill Town", 1) == (
        ours.origin, ours.taken_by, ours.redactions
    )  # fmt: skip
    assert () == other.corrections
    assert "bums" not in repr(ours)


def test_a_call_names_the_languages_of_its_words():
    """Pages and feeds know by that what they can lead to."""
    by_id = {call.id: call for call in seen(files("public", "public")).calls}
    assert ("", "es") == by_id["2031-04-09-words"].transcribed
    assert () == by_id["2031-04-09-open"].transcribed


@pytest.mark.parametrize(("minutes", "recording"), PARTS)
@pytest.mark.parametrize("details", ["public", "withheld"])
def test_words_are_open_only_where_notes_and_recording_and_details_are(minutes, recording, details):
    """One closed part closes them: they say what it holds."""
    public = seen(files(minutes, recording, details))
    is_open = {minutes, recording, details} == {"public"}
    assert (2 if is_open else 0) == len(public.transcripts)
    told = [getattr(call, "transcribed", ()) for call in public.calls]
    assert is_open == any(told)
    assert is_open == ("ferry house" in repr(public))


@pytest.mark.parametrize(("minutes", "recording"), PARTS)
def test_a_public_repository_holds_no_words_that_may_not_be_read(minutes, recording):
    """Transcripts and corrections are refused whole, each file by itself, as notes are."""
    problems = read(files(minutes, recording, in_public=True))[2]
    found = [
        fault.place for fault in problems if fault.code == "P505" and "minutes/" in fault.place.path
    ]
    closed = "withheld" in (minutes, recording)
    assert ([Place(ROWS), Place(f"{STEM}.es.vtt"), Place(VTT)] if closed else []) == found


@pytest.mark.parametrize(
    "leak",
    [
        "the ferry house [redacted: legal] until dawn",
        "lantern bums behind the ferry",
        "misheard by the program again",
        "THE&#32;LANTERN <b>bums</b> behind the",
        "a program of Mill Town",
    ],
)
def test_the_last_look_knows_the_words_of_a_withheld_transcript(leak):
    """Also where they go over from one piece to the next, and what its corrections and its facts say."""
    settings, archive, _, _ = read(files("public", "withheld"))
    needles = leaks.needles(archive, gate.publish(archive, settings), settings)
    found = leaks.find(needles, "calls/page.html", f"<p>{leak}</p>".encode())
    assert found.startswith(STEM)


def test_the_last_look_lets_open_words_stand():
    """Nothing is withheld there, and what a correction takes out stands in a public file."""
    settings, archive, _, _ = read(files("public", "public"))
    needles = leaks.needles(archive, gate.publish(archive, settings), settings)
    assert "" == leaks.find(needles, "calls/page.html", WORDS.encode())


def test_words_whose_notes_close_the_call_are_closed():
    """Notes may withhold what the record says is public, and the narrower holds."""
    closing = "---\norigin: notes\nshare: withheld for safety\n---\nWe met.\n"
    assert () == seen(files("public", "public") | {f"{STEM}.md": closing}).transcripts


def test_words_of_no_call_are_shown_nowhere():
    """A slip in a name may be that of a withheld call."""
    given = files("public", "public")
    given[f"{STEM}s.vtt"] = given.pop(VTT)
    assert ["es"] == [one.language for one in seen(given).transcripts]
    codes = {fault.code for fault in read(given)[2]}
    assert {"M630", "M623"} == codes
