"""A podcast holds what can be heard for sure, tells it as it is, and stays the same until something changes."""

import base64
import datetime
import json
import os
import xml.etree.ElementTree as ET
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest

from generator.privacy.public import (
    Confidence,
    CopyState,
    Evidence,
    Found,
    LooseDate,
    NotesState,
    Origin,
    PublicAnswer,
    PublicCue,
    PublicLostCopy,
    PublicPlatform,
    PublicRecording,
    PublicSeries,
    PublicTranscript,
)
from generator.render import podcast_feed
from generator.render.podcast_parts import A_PART
from tests.render.few_calls import ANNOUNCED, EMPTY, HELD, NOTES, SETTINGS, VAGUE, WITHHELD, made

MAIN = "feeds/podcast.xml"
ATOM = "{http://www.w3.org/2005/Atom}"
APPLE = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
OPEN = "{https://podcastindex.org/namespace/1.0}"
SOUND = PublicRecording("https://sound.example/a.mp3?x=1&y=2", "audio/mpeg", 1234, "ab" * 32, "")
PICTURES = replace(SOUND, url="https://sound.example/a.webm", type="video/webm", sha256="")
DYING = replace(
    SOUND,
    url="https://line.example/a.mp3",
    sha256="",
    kept_by="line",
    state=CopyState.DUE,
    copy_before=datetime.date(2031, 4, 4),
    deleted_by=datetime.date(2031, 4, 4),
)
REFUSED = PublicAnswer(datetime.date(2031, 3, 9), Found.REFUSED, 403)
THERE = PublicAnswer(datetime.date(2031, 3, 9), Found.THERE, 200, "audio/ogg", 99)
HEARD = replace(HELD, recordings=(replace(SOUND, duration=3725),))
LINE = PublicPlatform("line", "The line", 0, 30, 0, (), ())
SERIES = PublicSeries(
    "river-open-call", "calls/series/river-open-call.yaml", "Open & free call", "America/New_York",
    0, (), (), "", "", None, None, (), 0, (), Evidence.COMPLETE, Confidence.HIGH, "",
)  # fmt: skip
WORDS = PublicTranscript(
    HELD.id, "minutes/2031/x.vtt", "", Origin.TRANSCRIPT, (PublicCue(0, 900, "words"),)
)


def channel_of(*calls, path=MAIN, settings=SETTINGS, **records):
    """Give the channel of a podcast of some calls as a parser of XML reads it."""
    archive = replace(EMPTY, calls=calls, platforms=(LINE,), **records)
    data = made(podcast_feed, archive, settings)[path].data
    channel = ET.fromstring(data).find("channel")
    assert channel is not None
    return channel


def items_of(*calls, **records):
    """Give the items of a podcast."""
    return channel_of(*calls, **records).findall("item")


def enclosed(*copies):
    """Give the addresses of the copies of one call, the enclosure first."""
    (item,) = items_of(replace(HELD, recordings=copies))
    others = [source.get("uri") for source in item.iter(f"{OPEN}source")]
    return list(dict.fromkeys([item.find("enclosure").get("url"), *others]))


def test_episode_tells_its_recording():
    """Address, size, type and length are those of the copy."""
    (item,) = items_of(HEARD)
    assert {"url": SOUND.url, "length": "1234", "type": "audio/mpeg"} == item.find(
        "enclosure"
    ).attrib
    assert "3725" == item.findtext(f"{APPLE}duration")


@pytest.mark.parametrize(
    "copy",
    [
        replace(SOUND, type=""),
        replace(SOUND, bytes=0),
        replace(SOUND, type="text/html"),
        replace(SOUND, type="audio/mpeg; x"),
        replace(SOUND, url="http://sound.example/a.mp3"),
        replace(SOUND, type="", answer=replace(THERE, found=Found.SILENT)),
    ],
)
def test_copy_of_unknown_type_or_size_is_in_no_podcast(copy):
    """A copy whose type or size is not known, or that is no sound and no film, or not sent encrypted, is left out."""
    assert [] == items_of(replace(HELD, recordings=(copy,)))


def test_type_and_size_that_the_host_said_are_known():
    """Where the record is silent, what was found at the address counts."""
    (item,) = items_of(replace(HELD, recordings=(replace(SOUND, type="", bytes=0, answer=THERE),)))
    told = item.find("enclosure").attrib
    assert ("audio/ogg", "99") == (told["type"], told["length"])


@pytest.mark.parametrize("written", ["audio/ogg; codecs=opus", "Audio/OGG;codecs=opus"])
def test_what_a_type_says_besides_keeps_no_copy_out(written):
    """A type with a codec behind it, which pages play, is enclosed by its plain name."""
    (item,) = items_of(replace(HELD, recordings=(replace(SOUND, type=written),)))
    assert "audio/ogg" == item.find("enclosure").get("type")


@pytest.mark.parametrize("call", [VAGUE, ANNOUNCED, HELD, WITHHELD])
def test_call_without_a_recording_is_in_no_podcast(call):
    """Announced, withheld and silent calls have no episode."""
    assert [] == items_of(call)


def test_call_whose_day_is_not_known_is_in_no_podcast():
    """A month is no day on which an episode could stand."""
    assert [] == items_of(replace(HEARD, date=LooseDate(2031, 3), starts_at=None, start=None))


def test_lost_copies_are_in_no_podcast():
    """What is gone or has expired cannot be heard."""
    lost = PublicLostCopy(CopyState.EXPIRED, datetime.date(2031, 4, 1), "line")
    assert [] == items_of(replace(HELD, lost=(lost,)))


def test_lasting_copies_come_before_others_and_sound_before_pictures():
    """The enclosure is the copy that lasts; of two that do it is the sound; all others stand as alternatives."""
    assert [SOUND.url, PICTURES.url, DYING.url] == enclosed(DYING, PICTURES, SOUND)
    assert [PICTURES.url, DYING.url] == enclosed(DYING, PICTURES)


def test_copy_that_answers_comes_before_one_that_does_not():
    """A copy that a host refused to show is heard only after one that is not in doubt."""
    other = replace(SOUND, url="https://sound.example/b.mp3")
    assert [other.url, SOUND.url] == enclosed(replace(SOUND, answer=REFUSED), other)


def test_checksum_is_told_in_the_form_of_the_namespace():
    """The SHA-256 of a copy stands there in base 64."""
    (item,) = items_of(HEARD)
    told = item.find(f"{OPEN}alternateEnclosure/{OPEN}integrity").attrib
    assert {
        "type": "sri",
        "value": f"sha256-{base64.b64encode(bytes([0xAB] * 32)).decode()}",
    } == told


def test_copy_that_will_be_deleted_says_so():
    """A listener is told when the provider deletes what the enclosure leads to."""
    (item,) = items_of(replace(HELD, recordings=(DYING,)))
    assert "The line deletes this copy on 4 April 2031" in item.findtext("description")


def test_episode_has_a_name_for_ever():
    """Its name is made of the call's first id, so that a rename makes no new episode, and not of the site's address."""
    renamed = replace(HEARD, id="2031-03-05-renamed", aliases=(HELD.id,))
    elsewhere = replace(SETTINGS, site_url="https://elsewhere.example/calls/")
    names = {
        channel_of(call, settings=settings).find("item/guid").text
        for call in (HEARD, renamed)
        for settings in (SETTINGS, elsewhere)
    }
    assert {f"{HELD.id}@{SETTINGS.calendar_domain}"} == names


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Wed, 05 Mar 2031 21:00:00 -0500"),
        ({"starts_at": None, "start": None}, "Wed, 05 Mar 2031 12:00:00 -0500"),
        ({"starts_at": None, "start": None, "zone": ""}, "Wed, 05 Mar 2031 12:00:00 +0000"),
    ],
)
def test_date_of_an_episode_is_that_of_the_call(changes, expected):
    """It is told by the clock of its zone; a call without an hour stands at noon, and says that it has none."""
    (item,) = items_of(replace(HEARD, **changes))
    assert expected == item.findtext("pubDate")
    assert bool(changes) == ("hour of this call is not known" in item.findtext("description"))


def test_newest_call_comes_first():
    """Episodes stand with the newest call first, whatever their order in the archive is."""
    assert HELD.starts_at is not None
    later = replace(HEARD, id="2031-03-12-river", starts_at=HELD.starts_at + datetime.timedelta(7))
    dates = [parsedate_to_datetime(i.findtext("pubDate")) for i in items_of(HEARD, later)]
    assert sorted(dates, reverse=True) == dates


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ">Minutes<"),
        ({"notes_state": NotesState.SUMMARY}, ">Summary, not the minutes<"),
        ({"notes_state": NotesState.DRAFT}, ">Draft minutes<"),
        ({"notes": (), "notes_state": NotesState.MISSING}, ">The call<"),
    ],
)
def test_what_the_notes_are_is_said(changes, expected):
    """The link to a call's page calls a summary a summary and a draft a draft."""
    (item,) = items_of(replace(HEARD, **changes))
    assert expected in item.findtext("description")


def test_hostile_words_stay_words():
    """Markup in a title or a purpose is text twice over: in the feed, and in the HTML that it carries."""
    bad = "<script>alert(1)</script>]]>&amp;\x0b\ufffe"
    (item,) = items_of(replace(HEARD, title=bad, purpose=bad))
    assert item.findtext("title").startswith("<script>alert(1)</script>]]>&amp;, ")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;&amp;amp;" in item.findtext("description")


def test_transcripts_are_told_as_captions_and_as_a_page():
    """Each language has both, with its own code."""
    other = replace(WORDS, language="es")
    (item,) = items_of(HEARD, transcripts=(other, WORDS))
    site = f"{SETTINGS.site_url}recordings/{HELD.id}"
    assert [
        (f"{site}.vtt", "text/vtt", "en", "captions"),
        (f"{site}.html", "text/html", "en", None),
        (f"{site}.es.vtt", "text/vtt", "es", "captions"),
        (f"{site}.es.html", "text/html", "es", None),
    ] == [
        tuple(one.get(name) for name in ("url", "type", "language", "rel"))
        for one in item.findall(f"{OPEN}transcript")
    ]


def test_draft_of_a_program_is_named_as_one():
    """Where a program wrote the transcript, the episode says so."""
    (item,) = items_of(HEARD, transcripts=(replace(WORDS, origin=Origin.MACHINE_DRAFT),))
    assert "A program drafted this transcript" in item.findtext("description")


def test_chapters_stand_in_a_file_that_the_episode_names():
    """Moments in the notes become chapters, in the version of the format that is told."""
    notes = replace(NOTES, body="## [00:01:00] News\n\n[00:02:00] More", marks=())
    archive = replace(EMPTY, calls=(replace(HEARD, notes=(notes,)),))
    outputs = made(podcast_feed, archive)
    path = f"recordings/{HELD.id}.chapters.json"
    told = json.loads(outputs[path].data)
    assert [{"startTime": 60, "title": "News"}, {"startTime": 120, "title": "More"}] == told[
        "chapters"
    ]
    assert f'url="{SETTINGS.site_url}{path}" type="application/json+chapters"' in outputs[
        MAIN
    ].data.decode("utf-8")


def test_call_that_is_in_no_podcast_has_no_chapters():
    """Chapters of something that cannot be heard are no file."""
    notes = replace(NOTES, body="## [00:01:00] News", marks=())
    assert [MAIN] == list(
        made(podcast_feed, replace(EMPTY, calls=(replace(HELD, notes=(notes,)),)))
    )


def test_empty_podcast_is_a_podcast():
    """An archive without recordings has one too, with all that it says of itself."""
    channel = channel_of()
    assert [] == channel.findall("item")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language"))


def test_podcast_names_itself():
    """It links to its own address, and its lasting name follows from that as the namespace says."""
    channel = channel_of()
    assert f"{SETTINGS.site_url}{MAIN}" == channel.find(f"{ATOM}link").get("href")
    assert "9b024349-ccf0-5f69-a609-6b82873eab3c" == podcast_feed.podcast_guid(
        "https://podnews.net/rss/"
    )
    assert podcast_feed.podcast_guid(f"{SETTINGS.site_url}{MAIN}") == channel.findtext(
        f"{OPEN}guid"
    )


def test_podcast_claims_nothing_that_nobody_said():
    """It names no address of an owner, judges nothing, and gives no licence for recordings."""
    channel = channel_of(HEARD)
    assert not list(channel.iter(f"{APPLE}explicit")) + list(channel.iter(f"{OPEN}license"))
    assert None is channel.find(f"{APPLE}owner/{APPLE}email")
    assert "@" not in ET.tostring(channel, "unicode").replace(
        f"{HELD.id}@{SETTINGS.calendar_domain}", ""
    )
    assert "does not cover the recordings" in channel.findtext("copyright")
    assert "Nobody has judged" in channel.findtext("description")


def test_series_with_a_recording_has_a_podcast_of_its_own():
    """It holds its calls alone and is called by its name."""
    other = replace(HEARD, id="2031-03-06-other", series="")
    path = "feeds/podcast-river-open-call.xml"
    channel = channel_of(HEARD, other, path=path, series=(SERIES,))
    assert "Open & free call, River calls archive" == channel.findtext("title")
    assert [f"{HELD.id}@{SETTINGS.calendar_domain}"] == [i.text for i in channel.iter("guid")]


def test_podcast_of_a_series_stays_when_its_last_recording_goes():
    """Who subscribed to it is left with an empty podcast and not with a mistake; one that had none has none."""
    lost = PublicLostCopy(CopyState.GONE, datetime.date(2031, 4, 1))
    with_lost = replace(EMPTY, calls=(replace(HELD, lost=(lost,)),), series=(SERIES,))
    without = replace(EMPTY, calls=(HELD,), series=(SERIES,))
    path = "feeds/podcast-river-open-call.xml"
    assert (True, False) == (
        path in made(podcast_feed, with_lost),
        path in made(podcast_feed, without),
    )


def many(count):
    """Give an archive of so many calls with a recording, a day apart."""
    first = HELD.starts_at
    assert first is not None
    days = (first + datetime.timedelta(number) for number in range(count))
    calls = (replace(HEARD, id=f"{day:%Y-%m-%d}-river", starts_at=day) for day in days)
    return replace(EMPTY, calls=tuple(calls))


@pytest.mark.parametrize("count", [0, 1, A_PART, 2 * A_PART - 1, 2 * A_PART, 5 * A_PART + 7])
def test_long_podcast_is_parted_and_whole(count):
    """Following `next` from the feed gives every episode once, the newest first, and each part leads back."""
    outputs = made(podcast_feed, many(count))
    path = MAIN
    seen: list[str] = []
    before = None
    while path:
        channel = ET.fromstring(outputs.pop(path).data).find("channel")
        assert channel is not None
        links = {one.get("rel", ""): one.get("href", "") for one in channel.findall(f"{ATOM}link")}
        assert (f"{SETTINGS.site_url}{path}", before) == (links["self"], links.get("previous"))
        found = [item.findtext("guid", "") for item in channel.findall("item")]
        assert len(found) < 2 * A_PART
        seen += found
        before, path = links["self"], links.get("next", "").removeprefix(SETTINGS.site_url)
    assert {} == outputs
    assert sorted((call.id for call in many(count).calls), reverse=True) == [
        name.partition("@")[0] for name in seen
    ]


def test_finished_part_stays_as_it_is():
    """New calls change the feed itself and the newest part, and no older one."""
    before, after = made(podcast_feed, many(4 * A_PART)), made(podcast_feed, many(4 * A_PART + 30))
    changed = {path for path, output in before.items() if output != after[path]}
    assert {MAIN} == changed


def test_podcast_does_not_depend_on_the_day_or_on_order():
    """The same calls give the same bytes on another day and in another order."""
    later = replace(SETTINGS, today=datetime.date(2040, 1, 1))
    archive = many(7)
    other = replace(archive, calls=tuple(reversed(archive.calls)))
    assert made(podcast_feed, archive) == made(podcast_feed, other, later)


CALLS = int(os.environ.get("CALLS_IN_PODCAST", "600"))
LARGEST = 250_000
"""Bytes of the largest file of a podcast, and of chapters."""


def test_files_stay_small_in_a_long_archive():
    """However many calls can be heard, no file grows, and each episode stands in the podcast and in that of its series.

    `CALLS_IN_PODCAST` in the environment says how many calls there are; 600 are by default.
    """
    body = "\n\n".join(f"## [00:{minute:02}:00] Part {minute}" for minute in range(20))
    notes = (replace(NOTES, body=body, marks=()),)
    copies = (SOUND, PICTURES, DYING)
    calls = tuple(replace(call, notes=notes, recordings=copies) for call in many(CALLS).calls)
    words = tuple(replace(WORDS, call=call.id) for call in calls)
    archive = replace(EMPTY, calls=calls, transcripts=words, platforms=(LINE,), series=(SERIES,))
    outputs = made(podcast_feed, archive)
    feeds = {path: output.data for path, output in outputs.items() if path.endswith(".xml")}
    assert LARGEST > max(len(output.data) for output in outputs.values())
    assert 2 * CALLS == sum(data.count(b"<item>") for data in feeds.values())
    assert CALLS == len(outputs) - len(feeds)
