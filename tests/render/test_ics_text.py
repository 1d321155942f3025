"""Whatever people write, calendars read it back as it was, and nothing of it becomes a property."""

import re
import unicodedata
from dataclasses import replace

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import vText

from generator.render import ics_feed
from generator.render.ics_events import folded, text
from tests.render.few_calls import EMPTY, GROUP, HELD, SETTINGS, made

HOSTILE = (
    "\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\n",
    "x\nATTENDEE:mailto:someone\r\nRRULE:FREQ=DAILY",
    "\\nDTSTART:20310101T000000Z",
    "\x85END:VEVENT\u2028END:VEVENT\u2029END:VEVENT\x0bEND:VEVENT",
    "END:VEVENT\x00\x1b[2J\x7f",
    'a "quoted": name; with, signs \\ and ^n',
    "\u202eright to left\u202c \u2067river\u2069 \u200f",
    "W" * 2000,
    "🌊" * 2000,
    "👩‍👩‍👧‍👦" * 300,
    "e\u0301" * 200,
    "\ufeffmark of order",
    "tab\tbetween",
    "\\N \\n \\\\N",
)
"""Words that could end a line, an event or a file, or be lost on the way."""
WORDS = st.one_of(st.text(max_size=200), st.sampled_from(HOSTILE))


def plain(words):
    """Give words as a calendar may hold them: composed, lines parted by one sign, no other controls."""
    lines = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", unicodedata.normalize("NFC", words))
    return re.sub("[\x00-\x08\x0e-\x1e\x7f-\x9f]", "", re.sub("[\t\x1f]", " ", lines))


def read(call, groups=(GROUP,), about=SETTINGS):
    """Give the feed of one call as icalendar reads it, and its octets."""
    archive = replace(EMPTY, calls=(call,), groups=groups)
    data = made(ics_feed, archive, about)["calendar/all.ics"].data
    return icalendar.Calendar.from_ical(data), data


def names(data):
    """Give the names of all properties in order."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return [re.split("[:;]", line)[0] for line in lines]


@settings(deadline=None)
@given(WORDS)
@example("\r\nEND:VCALENDAR")
def test_any_title_is_read_back(words):
    """A title comes back as it was, without what no calendar may hold."""
    calendar, _ = read(replace(HELD, title=words or "x"))
    assert plain(words or "x") == str(calendar.walk("VEVENT")[0]["SUMMARY"])


@settings(deadline=None)
@given(WORDS)
def test_any_purpose_is_read_back(words):
    """So does a purpose, which is one of the paragraphs of the text."""
    calendar, _ = read(replace(HELD, purpose=f"Purpose: {words}."))
    assert plain(f"Purpose: {words}.") in str(calendar.walk("VEVENT")[0]["DESCRIPTION"])


@settings(deadline=None)
@given(WORDS)
def test_any_name_of_a_group_is_one_category(words):
    """Colons, quotes and commas do not make two of one."""
    calendar, _ = read(HELD, (replace(GROUP, name=f"Group {words}."),))
    found = [str(one) for one in calendar.walk("VEVENT")[0]["CATEGORIES"].cats]
    assert [plain(f"Group {words}.")] == found


@settings(deadline=None)
@given(WORDS)
def test_words_about_an_archive_are_read_back(words):
    """So does the sentence about it, and no word of either becomes a property."""
    named = replace(SETTINGS, site_name=f"River {words}", site_description=f"River {words}.")
    calendar, data = read(HELD, about=named)
    assert str(calendar["DESCRIPTION"]).startswith(plain(f"River {words}."))
    assert names(read(HELD)[1]) == names(data)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_no_words_add_a_property(title, purpose, name):
    """Whatever stands in title, purpose and names, the calendar has the same properties."""
    hostile = replace(HELD, title=title or "x", purpose=f"{purpose}.")
    _, data = read(hostile, (replace(GROUP, name=name or "x"),))
    assert names(read(HELD)[1]) == names(data)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_leave_the_octets_right(words):
    """Lines are at most 75 octets, end with CR LF, and each for itself is UTF-8."""
    _, data = read(replace(HELD, title=words, purpose=words), (replace(GROUP, name=words),))
    parts = data.split(b"\r\n")
    assert max(map(len, parts)) <= 75
    assert not re.search(rb"[\r\n\x00-\x1f\x7f]", b"".join(parts))
    assert all(part.decode() or part == b"" for part in parts)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80))
def test_escaping_is_that_of_icalendar(words):
    """Words that need no escaping are passed over, and that changes nothing."""
    slow = "\\\\N".join(vText(part).to_ical().decode() for part in words.split("\\N"))
    assert slow == text(words)


def test_two_thousand_emoji_are_folded_between_characters():
    """A title of 8,000 octets has some hundred lines and comes back whole."""
    lines = folded([f"SUMMARY:{text('🌊' * 2000)}"]).split(b"\r\n")
    assert len(lines) > 100
    assert "SUMMARY:" + "🌊" * 2000 == b"".join(line.removeprefix(b" ") for line in lines).decode()
