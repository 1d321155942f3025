"""Records with odd input are problems at their place, or feeds that every program reads right: never a wrong one."""

from pathlib import Path

import pytest

from tests.readers.feed_faults import feed_faults
from tests.readers.feeds import calendars, examined, shown, write
from tests.readers.planted import FILES, TODAY
from tests.readers.programs import EACH, ask
from tests.readers.told import Event

RECORD = "calls/2031/2031-06-04-to-come.yaml"
CALL = """\
title: {title}
date: {day}
start: {start}
zone: {zone}
status: scheduled
purpose: {purpose}
share: public
"""
SERIES = """\
title: Round
zone: America/New_York
from: 2031-01-08
until: 2031-12-31
{rhythm}
share: public
"""
WEEKLY = "repeats: every week on Wednesday at 21:00"
TITLES = (
    '"' + "\N{WATER WAVE}" * 200 + '"',
    '"' + "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}" * 60 + '"',
    '"END:VEVENT"',
    '"BEGIN:VEVENT\\nUID:other.calls.example"',
    '"\\\\, \\\\; \\\\n \\\\N"',
    '":;,=\\""',
)
PURPOSES = (
    '"a\\nDTSTART:20010101T000000Z\\nEND:VEVENT"',
    "|\n  One line,\n  RRULE:FREQ=DAILY\n  END:VCALENDAR",
    '"' + "\N{WATER WAVE}" * 1000 + '"',
)
REFUSED = {
    "EST": {"zone": "EST"},
    "PT": {"zone": "PT"},
    "an offset": {"zone": "'+05:00'"},
    "a place with a gap in it": {"zone": "America/New York"},
    "an hour after midnight": {"start": "25:00"},
    "the spring gap": {"day": "2031-03-09", "start": "02:30"},
    "the autumn fold": {"day": "2031-11-02", "start": "01:30"},
    "two thousand signs": {"title": '"' + "\N{WATER WAVE}" * 2000 + '"'},
    "a carriage return": {"purpose": '"a\\r\\nDTSTART:20010101T000000Z"'},
    "a sign that turns words around": {"title": '"\\u202ecall"'},
}
RHYTHMS = {
    "no weeks at all": "repeats: every 0 weeks on Thursday at 21:00",
    "a place of 0": "rrule: FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0;BYHOUR=21",
    "two ends": "rrule: FREQ=DAILY;COUNT=3;UNTIL=20310301;BYHOUR=21",
    "a skip that hits nothing": f"{WEEKLY}\nskip:\n  - on: 2031-01-09\n    reason: rest",
}


def call(title="Call", day="2031-06-04", start="21:00", zone="America/New_York", purpose="Talk."):
    """Give the archive of planted faults with one call in other words."""
    text = CALL.format(title=title, day=day, start=start, zone=zone, purpose=purpose)
    name = f"calls/2031/{day}-to-come.yaml"
    return {**{path: said for path, said in FILES.items() if path != RECORD}, name: text}


@pytest.fixture(scope="module")
def odd():
    """Give archives with odd texts, each with the bytes of its files."""
    texts = [call(title=each) for each in TITLES] + [call(purpose=each) for each in PURPOSES]
    found = [(files, examined(files, TODAY)) for files in texts]
    return [(files, calendars(one)) for files, one in found]


@pytest.mark.parametrize("program", EACH)
def test_odd_texts_are_read_as_one_event(program, odd, tmp_path):
    """Whatever a text says of events, every program sees the events of the records."""
    assert len(TITLES) + len(PURPOSES) == len(odd)
    wanted: dict[Path, tuple[Event, ...]] = {}
    for number, (files, made) in enumerate(odd):
        places = write(tmp_path / str(number), made)
        events = shown(files, TODAY)
        wanted |= {place: events.get(path, ()) for path, place in places.items()}
    told = ask(program, wanted)
    assert wanted == {path: answer.events for path, answer in told.items()}


def test_odd_texts_are_written_without_fault(odd):
    """The strict look finds nothing in such files."""
    assert [] == [
        fault for _, made in odd for path, data in made.items() for fault in feed_faults(path, data)
    ]


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_a_mistake_in_a_call_stops_a_build(words):
    """Nothing is made of such an archive, so that no feed can be wrong; in other words the same call is good."""
    assert examined(call(), TODAY).is_good
    assert not examined(call(**words), TODAY).is_good


@pytest.mark.parametrize("rhythm", RHYTHMS.values(), ids=RHYTHMS)
def test_a_mistake_in_a_rhythm_stops_a_build(rhythm):
    """The same of a recurring call."""
    path = "calls/series/round.yaml"
    assert examined({**FILES, path: SERIES.format(rhythm=WEEKLY)}, TODAY).is_good
    assert not examined({**FILES, path: SERIES.format(rhythm=rhythm)}, TODAY).is_good
