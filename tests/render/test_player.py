"""The player holds what browsers play and asks for nothing; copies are links beside it, or words once they are gone."""

import datetime
import re
from dataclasses import replace

import pytest

from generator.privacy.public import (
    Breakout,
    CopyState,
    Found,
    MarkKind,
    NotesState,
    PublicAnswer,
    PublicCall,
    PublicLostCopy,
    PublicRecording,
    RecordingState,
)
from generator.render.player import drawn_player, player_view
from generator.render.player_media import MEDIA, Sort, media_of, type_words
from generator.render.recording_hosts import recording_hosts
from tests.render.every_page import read_call
from tests.render.made_archive import (
    CALL,
    PLATFORM,
    SETTINGS,
    archive_with,
    call_with,
    mark,
    notes_with,
)
from tests.render.page_reading import Reading

DAY = datetime.date(2031, 4, 2)
MP3 = PublicRecording("https://sound.example/5.mp3", "audio/mpeg", 18_200_000, "ab" * 32, "")
OGG = PublicRecording("https://tape.example/5.ogg", "audio/ogg", 0, "", "")
VIDEO = PublicRecording("https://film.example/5.webm", "video/webm", 0, "", "")
DUE = replace(
    MP3,
    url="https://switchboard.example/5.mp3",
    kept_by="switchboard",
    state=CopyState.DUE,
    copy_before=datetime.date(2031, 7, 3),
    deleted_by=datetime.date(2031, 7, 3),
)  # fmt: skip


def with_copies(*copies: PublicRecording, **fields: object) -> PublicCall:
    """Give the example call with copies of its recording."""
    return call_with(recording_state=RecordingState.RECORDING, recordings=copies, **fields)


def read(*copies: PublicRecording, **fields: object) -> Reading:
    """Read the page of a call with these copies."""
    return read_call(with_copies(*copies, **fields))


def sources(reading: Reading) -> list[tuple[str, str]]:
    """Give the addresses and types of all sources, in order."""
    return [(each.attributes["src"], each.attributes["type"]) for each in reading.named("source")]


def test_a_recording_is_played_by_the_browser_itself_and_not_before_it_is_asked_to():
    """The element has the browser's own controls, loads nothing by itself, starts by itself, nor shows a picture."""
    (audio,) = read(MP3).named("audio")
    expected = {"class": "ia-player__media", "controls": "", "preload": "none"}
    assert {**expected, "aria-label": "Hear the recording"} == audio.attributes


def test_copies_that_last_are_tried_first():
    """A copy that its provider deletes soon is the last to be asked for, wherever it stands in the record."""
    silent = replace(OGG, answer=PublicAnswer(DAY, Found.SILENT))
    hosts = [src.split("/")[2] for src, _ in sources(read(DUE, silent, MP3))]
    assert ["sound.example", "tape.example", "switchboard.example"] == hosts


def test_sound_and_video_have_a_player_each():
    """Where copies are of both sorts a reader chooses, and each player has the sources of its own sort."""
    reading = read(VIDEO, MP3)
    labels = [
        each.attributes["aria-label"]
        for each in reading.elements
        if each.name in ("audio", "video")
    ]
    assert ["Hear it: sound alone", "Watch it: picture and sound"] == labels
    assert [MP3.url, VIDEO.url] == [src for src, _ in sources(reading)]


@pytest.mark.parametrize(
    ("type_", "told"),
    [
        ("audio/mpeg", "audio/mpeg"),
        ("Audio/Ogg; codecs=vorbis", "audio/ogg"),
        ("audio/opus", "audio/ogg; codecs=opus"),
        ("audio/x-wav", "audio/wav"),
        ("video/mp4", "video/mp4"),
    ],
)  # fmt: skip
def test_browsers_are_told_a_type_that_they_know(type_: str, told: str):
    """Other names of a type, and its parameters, are not passed on."""
    media = media_of(replace(MP3, type=type_))
    assert media is not None
    assert told == media.told


@pytest.mark.parametrize("type_", ["audio/x-ms-wma", "text/html", "application/zip", ""])
def test_what_browsers_do_not_play_is_a_link_alone(type_: str):
    """There is no player that could not play, and no script for it."""
    reading = read(replace(MP3, type=type_))
    assert MP3.url in reading.links().values()
    assert [] == reading.named("audio") + reading.named("source")
    assert not [each for each in reading.named("script") if "player" in each.attributes["src"]]


def test_a_host_that_sends_a_page_is_not_played_from():
    """Whatever the record says, a page is no recording; the copy stays in the list."""
    answer = PublicAnswer(DAY, Found.THERE, 200, "text/html; charset=utf-8")
    assert media_of(replace(MP3, answer=answer)) is None


def test_the_type_of_a_host_stands_in_where_the_record_has_none():
    """What was asked for and found to be sound is played."""
    answer = PublicAnswer(DAY, Found.THERE, 200, "audio/mpeg")
    assert MEDIA["audio/mpeg"] == media_of(replace(MP3, type="", answer=answer))


def test_only_addresses_that_the_policy_may_name_are_played():
    """What is not sent encrypted is a link, if it may be one."""
    assert media_of(replace(MP3, url="http://sound.example/5.mp3")) is None


def test_every_sort_of_type_is_called_by_words():
    """A reader is told what a copy is without media types, or the type where we have no words for it."""
    said = {type_: type_words(replace(MP3, type=type_)) for type_ in MEDIA}
    assert not [words for words in said.values() if "/" in words or not words]
    assert {Sort.AUDIO, Sort.VIDEO} == {media.sort for media in MEDIA.values()}
    assert "A file of the type audio/x-ms-wma" == type_words(replace(MP3, type="audio/x-ms-wma"))
    assert "A file whose type is not known" == type_words(replace(MP3, type=""))


def test_a_copy_in_the_list_tells_all_that_is_known_of_it():
    """Length, size, who keeps it, when it was found, its state, its address and its checksum stand beside its link."""
    copy = replace(DUE, duration=6130, answer=PublicAnswer(DAY, Found.THERE))
    reading = read(copy)
    (row,) = (each for each in reading.named("li") if "data-copy" in each.attributes)
    expected = (
        "MP3 sound from switchboard.example, 1 hour 42 minutes, 18.2 MB Copy it soon",
        "Switchboard deletes this copy on 3 July 2031: copy it before then.",
        "When it was asked for on 2 April 2031, it was there.",
        copy.url,
        f"SHA-256: {copy.sha256}",
    )
    assert [] == [words for words in expected if words not in row.text]


def test_every_link_to_a_copy_leaks_nothing():
    """The host is told neither where a reader comes from nor handed the window."""
    links = [
        each for each in read(MP3, OGG, DUE).named("a") if ".example/5" in each.attributes["href"]
    ]
    assert ["noopener noreferrer"] * 3 == [each.attributes["rel"] for each in links]


def test_a_copy_that_is_gone_is_words():
    """Its address can be read, so that people can look for it elsewhere, and is no link and no source."""
    lost = PublicLostCopy(
        CopyState.GONE, DAY, keeper="the town library", url="https://lost.example/5.mp3"
    )
    reading = read(MP3, lost=(lost,))
    assert lost.url in reading.text
    assert lost.url not in reading.links().values()
    assert [MP3.url] == [src for src, _ in sources(reading)]


def test_who_is_asked_is_said_before_anybody_is():
    """The hosts that pressing play asks are named; of many, their number."""
    one = drawn_player(player_view(with_copies(MP3), {}), "calls/a.html", SETTINGS).asks
    assert (
        "Pressing play loads the recording from sound.example; nothing is asked of it before."
        == one
    )
    many = [replace(MP3, url=f"https://sound{at}.example/5.mp3") for at in range(4)]
    assert (
        "from the first of 4 hosts that has it"
        in drawn_player(player_view(with_copies(*many), {}), "calls/a.html", SETTINGS).asks
    )


def test_transcripts_are_captions_from_the_site_itself():
    """Each language has its track, whose file stands on the same host."""
    tracks = read(MP3, transcribed=("", "es")).named("track")
    expected = [
        ("captions", f"../recordings/{CALL.id}.vtt", "en", "English"),
        ("captions", f"../recordings/{CALL.id}.es.vtt", "es", "Spanish"),
    ]
    names = ("kind", "src", "srclang", "label")
    assert expected == [tuple(each.attributes[name] for name in names) for each in tracks]


def test_nothing_points_a_browser_to_a_host_of_recordings_ahead_of_time():
    """No picture before play, no hint to look a host up, and no address of one outside sources, links and words."""
    reading = read(MP3, VIDEO)
    assert not [
        each for each in reading.elements if "poster" in each.attributes or each.name == "link"
    ]
    named = {
        (each.name, name)
        for each in reading.elements
        for name, value in each.attributes.items()
        if re.search(r"https://(sound|film)\.example", value)
    }
    assert {("a", "href"), ("source", "src")} == named


def test_a_withheld_recording_has_no_player():
    """A state other than a recording that can be heard shows none of its copies."""
    call = call_with(recording_state=RecordingState.WITHHELD, recordings=(MP3,))
    assert () == player_view(call, {PLATFORM.id: PLATFORM}).copies


def test_the_policy_names_hosts_that_are_played_and_those_they_lead_to():
    """A host of links alone is not named; one that an answer says is reached in the end is."""
    answer = PublicAnswer(DAY, Found.THERE, 200, moved_to="https://store7.example/5.mp3")
    copies = (replace(MP3, answer=answer), replace(OGG, type="application/zip"))
    expected = ("https://sound.example", "https://store7.example")
    assert expected == recording_hosts(archive_with(with_copies(*copies)))


def test_a_time_in_an_outcome_leads_to_the_recording():
    """The list of outcomes has the moment as a link of its own, and the words without it."""
    decided = mark(MarkKind.DECISION, "Repair the ferry [00:12:30]", "consensus", adopted=True)
    call = with_copies(MP3, notes_state=NotesState.MINUTES, notes=(notes_with(decided),))
    reading = read_call(call)
    assert "Repair the ferry 00:12:30" in reading.text.partition("Hear the recording")[0]
    places = [each.attributes["href"] for each in reading.named("a") if each.text == "00:12:30"]
    assert ["#t-00-12-30", "#t-00-12-30"] == places[:2]
    assert "t-00-12-30" in reading.ids()


@pytest.mark.parametrize(("body", "expected"), [("## Kitchens [00:12:30]", 1), ("## Kitchens", 0)])
def test_a_time_of_a_breakout_is_a_link_where_it_has_a_place(body: str, expected: int):
    """The list of breakouts leads to the moment that the notes name, and to no place that is not there."""
    breakout = Breakout("Kitchens", "breakout-kitchens", 4, moment=750)
    notes = notes_with(body=body, breakouts=(breakout,))
    text = read_call(with_copies(MP3, notes_state=NotesState.MINUTES, notes=(notes,)))
    listed = [each for each in text.named("li") if each.text.startswith("Kitchens, at 00:12:30")]
    links = [
        each
        for each in text.named("a")
        if each.attributes["href"] == "#t-00-12-30" and each.text == "00:12:30"
    ]
    assert 1 == len(listed)
    assert (2 if expected else 0) <= len(links)
