"""What is said of copies of recordings: each state in its sentence, and no rule told as something seen."""

import dataclasses
import datetime

import pytest

from generator.privacy.public import (
    CopyState,
    Found,
    LooseDate,
    PublicAnswer,
    PublicCall,
    PublicLostCopy,
    PublicPlatform,
    PublicRecording,
    RecordingState,
    Status,
)
from generator.render import copy_words as words
from tests.render.few_calls import HELD

SWITCHBOARD = PublicPlatform("switchboard", "Switchboard", 500, 120, 0, (), ())
FOREVER = dataclasses.replace(SWITCHBOARD, keeps_recordings=0)
MAY = datetime.date(2031, 5, 13)
END = datetime.date(2031, 5, 31)
ASKED = datetime.date(2031, 6, 2)
KEPT = PublicRecording(
    "https://a.example/1", "", 0, "", "switchboard", copy_before=MAY, deleted_by=MAY
)
LOST = PublicLostCopy(CopyState.EXPIRED, datetime.date(2031, 5, 14), "switchboard")


def copy(state: CopyState, **more) -> PublicRecording:
    return dataclasses.replace(KEPT, state=state, **more)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            copy(CopyState.KEPT),
            "Switchboard deletes this copy on 13 May 2031: copy it before then.",
        ),
        (copy(CopyState.DUE), "Switchboard deletes this copy on 13 May 2031: copy it before then."),
        (
            copy(CopyState.LAST_DAY),
            "Switchboard deletes this copy today, 13 May 2031: this is the last day.",
        ),
        (
            copy(CopyState.DUE, deleted_by=END),
            "Switchboard deletes this copy between 13 May 2031 and 31 May 2031: copy it before the first of"
            " these days.",
        ),
        (
            copy(CopyState.LAST_DAY, deleted_by=END),
            "Switchboard may have deleted this copy already, and does so by 31 May 2031: copy it now.",
        ),
        (
            copy(CopyState.SPARED, answer=PublicAnswer(ASKED, Found.THERE)),
            "By its rule Switchboard should have deleted this copy on 13 May 2031, but it was there on 2 June 2031:"
            " copy it now.",
        ),
        (
            copy(CopyState.SPARED, seen=ASKED),
            "By its rule Switchboard should have deleted this copy on 13 May 2031, but it was there on 2 June 2031:"
            " copy it now.",
        ),
    ],
)
def test_each_state_of_a_copy_has_its_sentence(one, said):
    """When it is deleted, and what is to be done before."""
    assert said == words.copy_sentence(one, SWITCHBOARD)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"kept_by": ""}, ""),
        (
            {"kept_by": "", "keeper": "the library of Mill Town"},
            "Kept by the library of Mill Town.",
        ),
        ({}, "Switchboard is not known to delete recordings."),
    ],
)
def test_copy_that_no_rule_deletes_says_who_keeps_it(more, said):
    """Nothing is promised of how long it lasts."""
    lasting = copy(CopyState.LASTING, copy_before=None, deleted_by=None, **more)
    assert said == words.copy_sentence(lasting, FOREVER)


def test_expired_copy_says_whose_rule_it_is_and_that_nobody_looked():
    """What is worked out is told as that."""
    assert (
        "Expired: Switchboard keeps recordings for 120 days, so its copy has been deleted since 14 May 2031."
        " This is worked out from its rule; nobody looked."
    ) == words.lost_sentence(LOST, SWITCHBOARD)


def test_expired_copy_that_was_asked_for_does_not_say_that_nobody_looked():
    """Somebody looked and learned nothing, so that is said."""
    asked = dataclasses.replace(LOST, answer=PublicAnswer(ASKED, Found.SILENT))
    said = words.lost_sentence(asked, SWITCHBOARD)
    assert "nobody looked" not in said
    assert said.endswith("When it was asked for on 2 June 2031, nobody answered.")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {"kept_by": "switchboard"},
            "The copy kept by Switchboard is gone: it was asked for on 2 June 2031, and was not there."
            " It has not been found since 14 May 2031.",
        ),
        (
            {"kept_by": "", "keeper": "the library", "since": ASKED},
            "The copy kept by the library is gone: it was asked for on 2 June 2031, and was not there.",
        ),
        (
            {"kept_by": "", "since": ASKED},
            "A copy is gone: it was asked for on 2 June 2031, and it was not there.",
        ),
    ],
)
def test_gone_copy_says_when_it_was_asked_for(more, said):
    """And since when it was missed, where that is another day."""
    answer = PublicAnswer(ASKED, Found.GONE)
    gone = dataclasses.replace(LOST, state=CopyState.GONE, answer=answer, **more)
    assert said == words.lost_sentence(gone, SWITCHBOARD if gone.kept_by else None)


@pytest.mark.parametrize(
    ("found", "there_on", "said"),
    [
        (Found.THERE, ASKED, "When it was asked for on 2 June 2031, it was there."),
        (Found.REFUSED, None, "its host did not let a program look."),
        (Found.SILENT, MAY, "nobody answered. It was last found there on 13 May 2031."),
    ],
)
def test_answer_is_said_beside_the_copy(found, there_on, said):
    """What was found, and when it was there before that."""
    answer = PublicAnswer(ASKED, found, there_on=there_on)
    assert words.asked_sentence(copy(CopyState.KEPT, answer=answer)).endswith(said)


@pytest.mark.parametrize(("seen", "said"), [(1, "asked for on 2 June"), (3, "Somebody found it")])
def test_the_later_of_two_looks_is_said(seen, said):
    """A person may have looked after the program asked."""
    one = copy(
        CopyState.KEPT,
        seen=datetime.date(2031, 6, seen),
        answer=PublicAnswer(ASKED, Found.THERE),
    )
    assert said in words.asked_sentence(one)


@pytest.mark.parametrize(
    ("found", "seen", "said"),
    [
        (Found.THERE, None, ""),
        (Found.SILENT, datetime.date(2031, 6, 3), ""),
        (Found.SILENT, None, "When it was asked for on 2 June 2031, nobody answered."),
    ],
)
def test_day_of_a_copy_past_its_rule_is_said_once(found, seen, said):
    """What says that it outlived its rule names the day; only what else was found stands beside it."""
    answer = PublicAnswer(ASKED, found)
    assert said == words.asked_sentence(copy(CopyState.SPARED, seen=seen, answer=answer))


def call(*copies: PublicRecording, **more) -> PublicCall:
    ends = max((one.copy_before for one in copies if one.copy_before), default=None)
    return dataclasses.replace(HELD, recordings=copies, ends_on=ends, **more)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (
            CopyState.DUE,
            "unless somebody copies it before 13 May 2031, this recording will be lost.",
        ),
        (CopyState.LAST_DAY, "its provider’s rule lets this recording go: copy it now."),
        (CopyState.SPARED, "this recording should be deleted already: copy it now."),
    ],
)
def test_recording_in_danger_says_so(state, said):
    """That no copy lasts, and until when it can be saved."""
    assert words.danger_sentence(call(copy(state))).endswith(said)


@pytest.mark.parametrize("state", [CopyState.KEPT, CopyState.LASTING])
def test_recording_in_no_danger_is_silent(state):
    """Until a month before, nobody is alarmed."""
    assert "" == words.danger_sentence(call(copy(state)))


UNSAID = {
    "recording_state": RecordingState.MISSING,
    "status": Status.HELD,
    "platform": "switchboard",
}


def provider(today: datetime.date, on: datetime.date | None = None, **more) -> str:
    one = call(date=LooseDate(2031, 1, 13), **(UNSAID | more), provider_deletes_on=on)
    return words.provider_sentence(one, SWITCHBOARD, today)


def test_provider_may_still_have_what_nobody_listed():
    """Until its day it may be there; afterwards it is past the rule, and nobody looked."""
    assert (
        "If Switchboard recorded this call, it deletes the recording on 13 May 2031: until then it may still be there."
    ) == provider(MAY, MAY)
    assert provider(datetime.date(2031, 5, 14)).endswith(
        "it has deleted its copy by now: this is worked out from its rule; nobody looked."
    )


@pytest.mark.parametrize(
    "more",
    [
        {"recording_state": RecordingState.WITHHELD},
        {"recording_state": RecordingState.NEVER_MADE},
        {"recording_state": RecordingState.EXPIRED},
        {"status": Status.ANNOUNCED},
    ],
)
def test_provider_is_said_to_have_nothing_otherwise(more):
    """Of a recording that is withheld, explained or known, and of a call that was not held, nothing is said."""
    assert "" == provider(datetime.date(2031, 7, 1), **more)


def test_every_state_has_a_word():
    """No two states of a copy share one."""
    assert len(CopyState) == len({words.copy_state_word(state) for state in CopyState})
