"""Tests of asking about one address: HEAD and one byte, retries, redirects, and waits that a host asks for."""

import itertools

import pytest

from generator.asking.exchange import Heard, Trouble
from generator.asking.visiting import seconds_to_wait
from tests.asking.world import (
    SOUND,
    by_method,
    copy_at,
    hangs_up,
    in_turn,
    page_at,
    says,
    there,
    world_of,
)

COPY = copy_at("http://sound.example/a.mp3")
PAGE = page_at("http://pages.example/a")


def test_the_head_is_enough():
    """A good host is asked once, and sends no body."""
    with world_of({}) as world:
        reply = world.visitor().visit(COPY)
        told = (reply.status, reply.type, reply.bytes, reply.received)
        assert (200, "audio/mpeg", len(SOUND), 0) == told
        assert ["HEAD"] == world.methods()


@pytest.mark.parametrize("status", [400, 403, 405, 501])
def test_a_host_that_refuses_heads(status):
    """It is asked for one byte, and the piece says how long the whole is."""
    with world_of({"/a.mp3": by_method(says(status), there())}) as world:
        reply = world.visitor().visit(COPY)
        assert (206, len(SOUND), 1) == (reply.status, reply.bytes, reply.received)
        assert ["HEAD", "GET"] == world.methods()
        assert "bytes=0-0" == world.log[1].headers["Range"]


def test_a_head_without_a_length():
    """Of a recording the size is asked for; of a page nobody needs it."""
    silent = by_method(lambda asked: asked.put(200, {"Content-Type": "audio/mpeg"}), there())
    with world_of({"/a.mp3": silent, "/a": silent}) as world:
        assert len(SOUND) == world.visitor().visit(COPY).bytes
        assert 200 == world.visitor().visit(PAGE).status
        assert ["HEAD", "GET", "HEAD"] == world.methods()


def test_what_is_gone_is_asked_twice():
    """A host that has no head for what it has is not believed; one that has neither is."""
    with world_of({"/a.mp3": by_method(says(404), there()), "/b.mp3": says(404)}) as world:
        assert 206 == world.visitor().visit(COPY).status
        assert 404 == world.visitor().visit(copy_at("http://sound.example/b.mp3")).status
        assert ["HEAD", "GET"] == world.methods("/b.mp3")


@pytest.mark.parametrize("status", [401, 451])
def test_a_plain_no_is_not_asked_again(status):
    """Who wants a password, or must not show it, says so once."""
    with world_of({"/a.mp3": says(status)}) as world:
        assert status == world.visitor().visit(COPY).status
        assert ["HEAD"] == world.methods()


def test_a_fault_that_passes():
    """After a fault the host is asked again, a little later."""
    with world_of({"/a.mp3": in_turn(says(500), hangs_up, there())}) as world:
        reply = world.visitor().visit(COPY)
        assert (206, 2) == (reply.status, reply.retries)


def test_a_fault_that_stays():
    """Two more tries are made, and no more."""
    for answer in (says(502), hangs_up):
        with world_of({"/a.mp3": answer}) as world:
            reply = world.visitor().visit(COPY)
            assert 2 == reply.retries
            assert ["HEAD", "GET", "GET"] == world.methods()


def test_pauses_grow():
    """The second pause is longer than the first."""
    with world_of({"/a.mp3": says(500)}) as world:
        world.visitor(pauses=(0.05, 0.25)).visit(COPY)
        first, second, third = world.log
        assert second.began - first.ended >= 0.05
        assert third.began - second.ended >= 0.25


def test_a_host_that_asks_for_a_little_patience():
    """It gets the seconds that it asked for, and then answers."""
    with world_of({"/a.mp3": in_turn(says(429, Retry_After="1"), there())}) as world:
        reply = world.visitor().visit(COPY)
        first, second = world.log
        assert 206 == reply.status
        assert second.began - first.ended >= 0.99


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_much_patience(status):
    """It is left alone for the rest of the run, after one request."""
    with world_of({"/a.mp3": says(status, Retry_After="3600")}) as world:
        visitor = world.visitor()
        assert status == visitor.visit(COPY).status
        again = visitor.visit(copy_at("http://sound.example/b.mp3"))
        assert Trouble.LEFT_ALONE is again.trouble
        assert 1 == len(world.log)


@pytest.mark.parametrize(
    ("said", "date", "seconds"),
    [
        ("7", "", 7.0),
        (" 7 ", "", 7.0),
        ("Wed, 05 Mar 2031 21:00:30 GMT", "Wed, 05 Mar 2031 21:00:00 GMT", 30.0),
        ("Wed, 05 Mar 2031 20:00:00 GMT", "Wed, 05 Mar 2031 21:00:00 GMT", 0.0),
        ("Wed, 05 Mar 2031 21:00:30 GMT", "", 0.0),
        ("Wed, 05 Mar 2031 21:00:30 GMT", "Wed, 05 Mar 2031 21:00:00", 0.0),
        ("-7", "", 0.0),
        ("soon", "soon", 0.0),
        ("٧", "", 0.0),
        ("9" * 400, "", 0.0),
    ],
)
def test_how_long_a_host_wants_to_be_left_alone(said, date, seconds):
    """In seconds, or until a day by the host's own clock; anything else says nothing."""
    assert seconds == seconds_to_wait(Heard(429, {"retry-after": said, "date": date}))


def test_a_redirect_for_good():
    """The place to which it has moved is told, as far as it has moved for good."""
    answers = {
        "/a.mp3": says(301, Location="/b.mp3"),
        "/b.mp3": says(308, Location="http://other.example/c.mp3"),
        "/c.mp3": says(302, Location="/d.mp3"),
        "/d.mp3": says(301, Location="/e.mp3"),
    }
    with world_of(answers) as world:
        reply = world.visitor().visit(COPY)
        assert (200, "http://other.example/c.mp3") == (reply.status, reply.moved_to)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_redirect_for_now(status):
    """It is followed, and nothing has moved."""
    with world_of({"/a.mp3": says(status, Location="/b.mp3")}) as world:
        reply = world.visitor().visit(COPY)
        assert (200, "") == (reply.status, reply.moved_to)


@pytest.mark.parametrize("round_", [("/a.mp3",), ("/b.mp3", "/a.mp3"), ("/a.mp3#again",)])
def test_redirects_in_a_circle(round_):
    """The second time at a place is the last."""
    paths = ("/a.mp3", *round_)
    answers = {
        path.partition("#")[0]: says(302, Location=where)
        for path, where in itertools.pairwise(paths)
    }
    with world_of(answers) as world:
        assert Trouble.ASTRAY is world.visitor().visit(COPY).trouble
        assert len(world.log) <= 2


def test_too_many_redirects():
    """Five are followed."""
    answers = {f"/{one}": says(302, Location=f"/{one + 1}") for one in range(20)}
    with world_of(answers) as world:
        reply = world.visitor().visit(copy_at("http://sound.example/0"))
        assert (Trouble.ASTRAY, 6) == (reply.trouble, len(world.log))
        assert 200 == world.visitor().visit(copy_at("http://sound.example/15")).status


@pytest.mark.parametrize(
    "where",
    ["ftp://sound.example/a", "http://river:word@other.example/", "http://other.example:25/"],
)
def test_a_redirect_that_is_not_followed(where):
    """Another scheme, a password and a port of another service end the way."""
    with world_of({"/a.mp3": says(302, Location=where)}) as world:
        reply = world.visitor().visit(COPY)
        assert (Trouble.NOT_FOLLOWED, 302, 1) == (reply.trouble, reply.status, len(world.log))


def test_a_redirect_without_a_place():
    """It is an answer that says nothing, and nothing is followed."""
    with world_of({"/a.mp3": says(302)}) as world:
        assert (302, "") == ((reply := world.visitor().visit(COPY)).status, reply.moved_to)


def test_a_redirect_to_the_front_page():
    """It is noticed, because many hosts answer so for what they no longer have."""
    with world_of({"/a": says(301, Location="/")}) as world:
        assert world.visitor().visit(PAGE).front_page
        assert not world.visitor().visit(page_at("http://pages.example/")).front_page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("audio/mpeg", "audio/mpeg"),
        ("Audio/OGG; codecs=opus", "audio/ogg"),
        ("", ""),
        ("audio", ""),
        ("<b>/mpeg", ""),
        (f"audio/{'a' * 500}", ""),
    ],
)
def test_what_is_told_of_the_type(said, told):
    """The plain type, and nothing for what has not the form of one."""
    with world_of({"/a.mp3": says(200, Content_Type=said)}) as world:
        assert told == world.visitor().visit(COPY).type


@pytest.mark.parametrize("length", ["-5", "many", "9" * 100, "5, 5", "0"])
def test_what_is_told_of_a_length_that_is_none(length):
    """A size that cannot be is not known."""
    answer = by_method(
        lambda asked: asked.put(200, {"Content-Type": "audio/mpeg", "Content-Length": length}),
        lambda asked: asked.put(206, {"Content-Range": f"bytes 0-0/{length}"}, b"a"),
    )
    with world_of({"/a.mp3": answer}) as world:
        assert 0 == world.visitor().visit(COPY).bytes


def test_a_recording_with_nothing_in_it():
    """A host that sends no byte of it has lost it some other way, whatever its status says; a page may be empty."""
    with world_of({"/a.mp3": says(200), "/a": says(200)}) as world:
        assert Trouble.EMPTY is world.visitor().visit(COPY).trouble
        assert Trouble.NONE is world.visitor().visit(PAGE).trouble
        assert "" == world.visitor().measure(COPY).sha256


def test_a_host_without_pieces():
    """A host that answers 416 to a piece and 200 to the head is believed."""
    head = lambda asked: asked.put(200, {"Content-Type": "audio/mpeg"})  # noqa: E731
    with world_of({"/a.mp3": by_method(head, says(416))}) as world:
        assert 200 == world.visitor().visit(COPY).status


def test_a_whole_recording_is_measured():
    """Everything is read once, also behind a redirect."""
    import hashlib

    with world_of({"/a.mp3": says(302, Location="/b.mp3")}) as world:
        reply = world.visitor().measure(COPY)
        expected = (hashlib.sha256(SOUND).hexdigest(), len(SOUND), len(SOUND))
        assert expected == (reply.sha256, reply.measured, reply.received)
        assert all("Range" not in one.headers for one in world.log)


def test_a_recording_that_is_too_large_is_not_measured():
    """It is left at the limit."""
    with world_of({"/a.mp3": there(b"a" * 400_000)}) as world:
        reply = world.visitor(largest=100_000).measure(COPY)
        assert (Trouble.TOO_LARGE, "") == (reply.trouble, reply.sha256)
