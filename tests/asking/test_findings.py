"""Tests of what becomes of a reply: there, gone, refused or silent, and what an earlier answer adds."""

import datetime

import pytest

from generator.asking.exchange import Trouble
from generator.asking.findings import answer_of, differences, may_be_written, outcome_of
from generator.asking.meanings import found_of
from generator.asking.rounds import Result
from generator.asking.visiting import Reply
from generator.model.answer import Answer, Found
from tests.asking.world import copy_at, page_at

COPY = copy_at("https://sound.example/a.mp3")
PAGE = page_at("https://pages.example/a")
TODAY = datetime.date(2031, 6, 1)
MARCH = datetime.date(2031, 3, 1)
APRIL = datetime.date(2031, 4, 1)


def old(found, **more):
    given = {"asked_on": APRIL, **more}
    return Answer("calls/links/2031.jsonl", 1, COPY.address, found=found, **given)


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (200, Found.THERE), (206, Found.THERE), (404, Found.GONE), (410, Found.GONE),
        (400, Found.REFUSED), (401, Found.REFUSED), (403, Found.REFUSED), (405, Found.REFUSED),
        (429, Found.REFUSED), (451, Found.REFUSED), (408, Found.SILENT), (500, Found.SILENT),
        (502, Found.SILENT), (503, Found.SILENT), (204, Found.SILENT), (304, Found.SILENT), (0, Found.SILENT),
    ],
)  # fmt: skip
def test_what_a_status_means(status, found):
    """Only what a host says plainly is there or gone."""
    assert found is found_of(PAGE, Reply(status))


@pytest.mark.parametrize("trouble", [one for one in Trouble if one is not Trouble.NONE])
def test_what_a_trouble_means(trouble):
    """Nothing is there or gone because of one."""
    expected = Found.REFUSED if trouble is Trouble.NOT_FOLLOWED else Found.SILENT
    assert expected is found_of(COPY, Reply(200, trouble))


def test_a_page_in_place_of_a_recording():
    """It is refused: a page with a login or an excuse is no recording, whatever its status says."""
    for kind in ("text/html", "application/xhtml+xml"):
        assert Found.REFUSED is found_of(COPY, Reply(200, type=kind))
        assert Found.THERE is found_of(PAGE, Reply(200, type=kind))
    landing = copy_at("https://sound.example/show", type="text/html")
    assert Found.THERE is found_of(landing, Reply(200, type="text/html"))


def test_a_page_in_place_of_something_is_said():
    """Whoever reads the report learns why a good status is refused."""
    outcome = outcome_of(Result(COPY, Reply(200, type="text/html")), None, TODAY)
    assert (Found.REFUSED, ("a page came in its place",)) == (outcome.found, outcome.remarks)


def test_a_page_where_the_address_names_a_sound():
    """Where the record says no type, the ending of the address does."""
    untyped = copy_at("https://sound.example/a.mp3", type="")
    assert Found.REFUSED is found_of(untyped, Reply(200, type="text/html"))
    anything = copy_at("https://sound.example/show", type="")
    assert Found.THERE is found_of(anything, Reply(200, type="text/html"))


def test_the_front_page_in_place_of_another():
    """It is refused as well, also of a source."""
    assert Found.REFUSED is found_of(PAGE, Reply(200, type="text/html", front_page=True))


def test_a_first_answer():
    """What was said is kept, with the day."""
    reply = Reply(206, type="audio/mpeg", bytes=5, moved_to="https://other.example/a.mp3")
    answer = answer_of(COPY, reply, None, TODAY)
    expected = Answer(
        COPY.file, 0, COPY.address, TODAY, Found.THERE, 206, "audio/mpeg", 5, "",
        "https://other.example/a.mp3", TODAY, None,
    )  # fmt: skip
    assert expected == answer


def test_days_are_carried_on():
    """The last day on which it was there, and the first on which it was not."""
    first = answer_of(COPY, Reply(500), old(Found.THERE, there_on=MARCH), TODAY)
    assert first is not None
    assert (APRIL, TODAY) == (first.there_on, first.since)
    second = answer_of(COPY, Reply(404), old(Found.SILENT, there_on=MARCH, since=MARCH), TODAY)
    assert second is not None
    assert (Found.GONE, MARCH, MARCH) == (second.found, second.there_on, second.since)
    back = answer_of(COPY, Reply(200), second, TODAY)
    assert back is not None
    assert (TODAY, None) == (back.there_on, back.since)


def test_a_host_that_does_not_exist_is_believed_on_the_second_day():
    """On the first it is silent, and so it is the same day once more."""
    nowhere = Reply(trouble=Trouble.NO_HOST)
    first = answer_of(COPY, nowhere, None, APRIL)
    assert first is not None
    assert (Found.SILENT, APRIL) == (first.found, first.since)
    again = answer_of(COPY, nowhere, first, APRIL)
    assert again is not None
    assert Found.SILENT is again.found
    later = answer_of(COPY, nowhere, again, TODAY)
    assert later is not None
    assert (Found.GONE, APRIL) == (later.found, later.since)
    still = answer_of(COPY, nowhere, later, TODAY + datetime.timedelta(days=30))
    assert still is not None
    assert Found.GONE is still.found


@pytest.mark.parametrize(
    "before",
    [
        old(Found.THERE, status=200),
        old(Found.REFUSED, status=403, since=MARCH),
        old(Found.SILENT, status=503, since=MARCH),
    ],
)
def test_a_host_that_answered_the_last_time_is_silent_first(before):
    """Whoever answered anything the last time, with a fault too, existed."""
    answer = answer_of(COPY, Reply(trouble=Trouble.NO_HOST), before, TODAY)
    assert answer is not None
    assert Found.SILENT is answer.found


@pytest.mark.parametrize("reply", [Reply(500), Reply(403), Reply(trouble=Trouble.TOO_SLOW)])
def test_what_was_gone_stays_gone_until_it_is_there(reply):
    """An answer that says less does not take the place of one that says it is gone."""
    gone = old(Found.GONE, status=404, since=APRIL)
    assert answer_of(COPY, reply, gone, TODAY) is None
    back = answer_of(COPY, Reply(200), gone, TODAY)
    assert back is not None
    assert Found.THERE is back.found


@pytest.mark.parametrize("trouble", [Trouble.LEFT_ALONE, Trouble.STOPPED])
def test_what_was_not_asked_has_no_answer(trouble):
    """The old answer stays as it is."""
    result = Result(COPY, Reply(trouble=trouble))
    outcome = outcome_of(result, old(Found.THERE), TODAY)
    assert (None, None) == (outcome.answer, outcome.found)


def test_sizes_and_places_are_those_of_what_is_there():
    """Nothing is told of the page that came in place of a recording but its type."""
    reply = Reply(200, type="text/html", bytes=77, moved_to="https://other.example/")
    answer = answer_of(COPY, reply, None, TODAY)
    assert answer is not None
    assert ("text/html", 0, "") == (answer.type, answer.bytes, answer.moved_to)


@pytest.mark.parametrize(
    "address",
    [
        "https://sound.example/a?pwd=4q8Xw2LmZp",
        "https://xn--pypal-4ve.example/a",
        "https://93.184.215.14.5/a",
        "https://single/a",
    ],
)
def test_a_place_that_no_record_may_hold(address):
    """A new place with a password in it, or of a host in disguise, is not written."""
    assert not may_be_written(address)
    result = Result(COPY, Reply(200, type="audio/mpeg", moved_to=address))
    outcome = outcome_of(result, None, TODAY)
    assert outcome.answer is not None
    assert "" == outcome.answer.moved_to
    assert address not in " ".join(outcome.remarks)


def test_a_place_that_a_record_may_hold():
    """An ordinary one is written, and said."""
    address = "https://other.example/calls/a.mp3"
    outcome = outcome_of(Result(COPY, Reply(200, moved_to=address)), None, TODAY)
    assert outcome.answer is not None
    assert address == outcome.answer.moved_to
    assert address in outcome.remarks[0]


def test_what_was_measured():
    """Size and checksum are of the whole download, and what differs from the record is said plainly."""
    question = copy_at(COPY.address, bytes=5, sha256="AB" * 32)
    good = Reply(200, sha256="ab" * 32, measured=5)
    assert () == differences(question, good)
    outcome = outcome_of(Result(question, Reply(200), good), None, TODAY)
    assert outcome.answer is not None
    assert (5, "ab" * 32, False) == (outcome.answer.bytes, outcome.answer.sha256, outcome.differs)
    bad = Reply(200, sha256="cd" * 32, measured=6)
    outcome = outcome_of(Result(question, Reply(200), bad), None, TODAY)
    assert outcome.differs
    assert "the record says 5 bytes, and 6 came" == outcome.remarks[0]
    assert "cd" * 32 in outcome.remarks[1]


def test_what_was_not_measured():
    """A download that did not end well measures nothing, and the answer is the one before it."""
    whole = Reply(trouble=Trouble.TOO_LARGE)
    outcome = outcome_of(Result(COPY, Reply(200, bytes=9), whole), None, TODAY)
    assert outcome.answer is not None
    assert (9, "", False) == (outcome.answer.bytes, outcome.answer.sha256, outcome.differs)
    assert "not measured: it is too large to be measured" == outcome.remarks[0]
