"""The clock of a recording: each day of a copy, over clock changes, in several zones, with loose dates and answers."""

import dataclasses
import datetime
from typing import Any

import pytest

from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.model.call import RecordingAbsence, Status
from generator.model.dates import LooseDate
from generator.model.group import Platform
from generator.model.retention import CopyState, life_of
from generator.model.share import Reason, Share
from generator.privacy import gate
from generator.privacy.public import (
    PublicCall,
    PublicLostCopy,
    PublicRecording,
    RecordingState,
)
from tests.privacy import full_call
from tests.privacy.full_call import CALL, SETTINGS

ZONES = ("America/New_York", "Europe/London", "Pacific/Auckland", "Africa/Nairobi")
"""Clocks that change in different weeks, on the southern half in the other direction, and one that never does."""
HELD = {
    "spring in the north": datetime.date(2031, 2, 1),
    "autumn in the north": datetime.date(2031, 9, 1),
    "a day of a clock change": datetime.date(2031, 3, 9),
    "over a leap day": datetime.date(2031, 12, 1),
}
"""Dates of calls whose next 120 days hold a change of the clocks, in both directions."""
STATES = [
    (0, CopyState.KEPT),
    (89, CopyState.KEPT),
    (90, CopyState.DUE),
    (119, CopyState.DUE),
    (120, CopyState.LAST_DAY),
    (121, CopyState.EXPIRED),
    (9999, CopyState.EXPIRED),
]
DAY = datetime.date(2031, 1, 13)
RECORDING = dataclasses.replace(full_call.RECORDING, keeper="", seen=None)
LINKS = "calls/links/2031.jsonl"


def after(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def published(today, answers=(), keeps=120, **fields) -> PublicCall:
    """Give a held call with one copy at Switchboard, published on a day."""
    own: dict[str, Any] = {
        "recordings": (RECORDING,),
        "status": Status.HELD,
        "date": LooseDate.of(DAY),
    }
    call = dataclasses.replace(CALL, **(own | fields))
    archive = Archive(
        calls=(call,),
        platforms=(Platform("switchboard", "Switchboard", keeps_recordings=keeps),),
        answers=tuple(answers),
    )
    (made,) = gate.publish(archive, dataclasses.replace(SETTINGS, today=today)).calls
    assert isinstance(made, PublicCall)
    return made


def state(call: PublicCall) -> CopyState:
    """Give the state of a call's only copy."""
    copies: list[PublicRecording | PublicLostCopy] = [*call.recordings, *call.lost]
    (copy,) = copies
    return copy.state


def answer(days: int, found: Found, **more) -> Answer:
    """Give an answer about the copy so many days after the call."""
    return Answer(LINKS, 1, RECORDING.url, after(DAY, days), found, **more)


@pytest.mark.parametrize(("days", "expected"), STATES)
@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
@pytest.mark.parametrize("zone", ZONES)
def test_state_of_each_day_is_the_same_in_every_zone(zone, held, days, expected):
    """Days are counted on the calendar of the call, so no change of the clocks moves a state."""
    call = published(after(held, days), zone=zone, date=LooseDate.of(held))
    assert expected is state(call)


@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_copy_is_to_be_made_before_the_day_of_the_rule(held):
    """For 120 days the day is the 120th after the call, whatever is between."""
    call = published(held, date=LooseDate.of(held))
    assert [after(held, 120)] == [copy.copy_before for copy in call.recordings]
    assert after(held, 120) == call.ends_on


def test_lost_copy_is_lost_since_the_day_after():
    """A copy of 13 January that is kept for 120 days goes on 13 May, and is not there since 14 May."""
    (lost,) = published(datetime.date(2031, 6, 1)).lost
    assert (CopyState.EXPIRED, datetime.date(2031, 5, 14), "") == (lost.state, lost.since, lost.url)


@pytest.mark.parametrize(
    ("keeps", "days", "expected"),
    [
        (5, 0, CopyState.DUE),
        (5, 4, CopyState.DUE),
        (5, 5, CopyState.LAST_DAY),
        (5, 6, CopyState.EXPIRED),
        (30, 0, CopyState.DUE),
        (30, 29, CopyState.DUE),
        (30, 30, CopyState.LAST_DAY),
        (30, 31, CopyState.EXPIRED),
        (31, 0, CopyState.KEPT),
        (31, 1, CopyState.DUE),
        (30, -1, CopyState.KEPT),
        (0, 0, CopyState.LASTING),
        (0, 5000, CopyState.LASTING),
    ],
)
def test_platforms_keep_for_different_times(keeps, days, expected):
    """What is kept for a month or less is due from the first day; without a rule nothing is worked out."""
    assert expected is state(published(after(DAY, days), keeps=keeps))


def test_a_rule_of_many_days_ends_with_the_calendar():
    """A platform that keeps recordings for longer than there are years is no fault of the program."""
    life = life_of(RECORDING, LooseDate(2031, 1, 13), 99_999_999, None, DAY)
    assert datetime.date.max == life.copy_before


@pytest.mark.parametrize(
    ("date", "today", "expected"),
    [
        (LooseDate(2031, 1), datetime.date(2031, 3, 31), CopyState.KEPT),
        (LooseDate(2031, 1), datetime.date(2031, 4, 1), CopyState.DUE),
        (LooseDate(2031, 1), datetime.date(2031, 4, 30), CopyState.DUE),
        (LooseDate(2031, 1), datetime.date(2031, 5, 1), CopyState.LAST_DAY),
        (LooseDate(2031, 1), datetime.date(2031, 5, 31), CopyState.LAST_DAY),
        (LooseDate(2031, 1), datetime.date(2031, 6, 1), CopyState.EXPIRED),
        (LooseDate(2031), datetime.date(2032, 4, 29), CopyState.LAST_DAY),
        (LooseDate(2031), datetime.date(2032, 4, 30), CopyState.EXPIRED),
    ],
)
def test_loose_date_is_never_too_late_and_never_too_early(date, today, expected):
    """A copy is due by the first day that the call can have been on, and given up by the last."""
    assert expected is state(published(today, date=date))


@pytest.mark.parametrize(
    ("asked", "found", "today", "expected"),
    [
        (60, Found.THERE, 125, CopyState.EXPIRED),
        (120, Found.THERE, 125, CopyState.EXPIRED),
        (121, Found.THERE, 125, CopyState.SPARED),
        (121, Found.THERE, 4000, CopyState.SPARED),
        (60, Found.THERE, 60, CopyState.KEPT),
        (60, Found.GONE, 60, CopyState.GONE),
        (60, Found.GONE, 4000, CopyState.GONE),
        (100, Found.REFUSED, 100, CopyState.DUE),
        (100, Found.SILENT, 100, CopyState.DUE),
        (130, Found.REFUSED, 131, CopyState.EXPIRED),
        (130, Found.SILENT, 131, CopyState.EXPIRED),
    ],
)
def test_answer_beats_the_rule(asked, found, today, expected):
    """Found there after the rule's day is there, found gone is gone, and no answer changes nothing."""
    assert expected is state(published(after(DAY, today), [answer(asked, found)]))


def test_silence_after_a_copy_was_spared_leaves_it_spared():
    """Nobody answering does not undo that the copy was found after its rule."""
    silent = answer(140, Found.SILENT, there_on=after(DAY, 130))
    assert CopyState.SPARED is state(published(after(DAY, 141), [silent]))


@pytest.mark.parametrize(("seen", "expected"), [(130, CopyState.GONE), (131, CopyState.SPARED)])
def test_person_who_found_it_later_beats_the_program(seen, expected):
    """Who saw the copy after it was asked for in vain knows more; on the same day the asking counts."""
    copy = dataclasses.replace(RECORDING, seen=after(DAY, seen))
    call = published(after(DAY, 140), [answer(130, Found.GONE)], recordings=(copy,))
    assert expected is state(call)


def test_gone_is_since_the_first_day_it_was_missed():
    """The answer says since when without a break; else the day on which it was asked."""
    gone = answer(60, Found.GONE, since=after(DAY, 50))
    (lost,) = published(after(DAY, 70), [gone]).lost
    assert (CopyState.GONE, after(DAY, 50), RECORDING.url) == (lost.state, lost.since, lost.url)
    (lost,) = published(after(DAY, 70), [answer(60, Found.GONE)]).lost
    assert after(DAY, 60) == lost.since


def test_answer_about_another_address_changes_nothing():
    """Answers are matched by address, and one that no open recording has is not published."""
    other = dataclasses.replace(answer(60, Found.GONE), address="https://sound.example/2.mp3")
    call = published(after(DAY, 61), [other])
    assert (CopyState.KEPT, None) == (call.recordings[0].state, call.recordings[0].answer)


def test_answer_about_an_expired_copy_tells_no_address():
    """Of a copy that its rule has deleted only the day and what was found are told."""
    moved = answer(130, Found.REFUSED, moved_to="https://else.example/1", status=403)
    (lost,) = published(after(DAY, 131), [moved]).lost
    assert lost.answer is not None
    assert ("", 0, Found.REFUSED) == (lost.answer.moved_to, lost.answer.status, lost.answer.found)


LASTING = dataclasses.replace(RECORDING, url="https://mirror.example/1.mp3", kept_by="")


def test_mirror_stays_when_the_first_expires():
    """The copy at the provider is lost, its mirror is there, and the call has a recording."""
    call = published(after(DAY, 121), recordings=(RECORDING, LASTING))
    assert [LASTING.url] == [copy.url for copy in call.recordings]
    assert [CopyState.EXPIRED] == [copy.state for copy in call.lost]
    assert (RecordingState.RECORDING, None) == (call.recording_state, call.ends_on)


@pytest.mark.parametrize("days", [0, 89, 90, 119, 120])
def test_recording_with_a_mirror_is_in_no_danger(days):
    """Where a lasting copy is there, nothing will be lost."""
    assert not published(after(DAY, days), recordings=(RECORDING, LASTING)).is_in_danger


@pytest.mark.parametrize(
    ("days", "expected"), [(89, False), (90, True), (119, True), (120, True), (121, False)]
)
def test_recording_is_in_danger_while_its_last_copy_is_due(days, expected):
    """From the 90th day to the last one, and not any more when it is lost."""
    assert expected is published(after(DAY, days)).is_in_danger


def test_mirror_that_is_gone_saves_nothing():
    """A lasting copy that was not there when somebody asked leaves the recording in danger."""
    gone = dataclasses.replace(answer(60, Found.GONE), address=LASTING.url)
    call = published(after(DAY, 100), [gone], recordings=(RECORDING, LASTING))
    assert (True, after(DAY, 120)) == (call.is_in_danger, call.ends_on)


def test_all_copies_lost_and_one_found_gone_is_gone():
    """What somebody asked for in vain says more than a rule."""
    gone = dataclasses.replace(answer(60, Found.GONE), address=LASTING.url)
    call = published(after(DAY, 200), [gone], recordings=(RECORDING, LASTING))
    assert RecordingState.GONE is call.recording_state
    assert {CopyState.EXPIRED, CopyState.GONE} == {copy.state for copy in call.lost}


@pytest.mark.parametrize(("days", "expected"), [(1, True), (120, True), (121, False)])
def test_provider_may_have_what_nobody_listed(days, expected):
    """Of a held call on its line without a word about the recording, until the rule's day has passed."""
    call = published(after(DAY, days), recordings=(), recording=RecordingAbsence.UNSAID)
    assert (after(DAY, 120) if expected else None) == call.provider_deletes_on


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.CANCELLED},
        {"status": Status.ANNOUNCED},
        {"status": Status.SCHEDULED},
        {"recording": RecordingAbsence.NEVER_MADE},
        {"recording": RecordingAbsence.ELSEWHERE},
        {"recordings": (LASTING,)},
        {"platform": ""},
        {"platform": "unheard-of"},
        {"share": Share(True, False, True, reason=Reason.SAFETY)},
    ],
    ids=str,
)
def test_provider_is_said_to_have_nothing_that_it_need_not(fields):
    """Not of a call that was not held, whose recording is explained, listed or withheld, or on another line."""
    own = {"recordings": (), "recording": RecordingAbsence.UNSAID} | fields
    assert published(after(DAY, 1), **own).provider_deletes_on is None


@pytest.mark.parametrize("found", list(Found))
@pytest.mark.parametrize("days", [0, 100, 120, 121])
def test_withheld_recording_has_no_clock(days, found):
    """Nothing about copies, days or answers is told of a recording that is withheld."""
    closed = Share(True, False, True, reason=Reason.SAFETY)
    call = published(after(DAY, days), [answer(60, found)], share=closed)
    assert ((), (), None, None) == (
        call.recordings,
        call.lost,
        call.ends_on,
        call.provider_deletes_on,
    )
    assert RecordingState.WITHHELD is call.recording_state
