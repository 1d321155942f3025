"""Tests of one question and its answer: nothing that the other side does takes long or costs much."""

import pytest

from generator.asking.exchange import BODY, Connections, Trouble, exchange
from generator.asking.targets import target_of
from tests.asking.world import SOUND, drips, hangs_up, quick, says, there, world_of

ENDLESS = 50_000_000


def ask(world, path="/a.mp3", method="GET", limits=None, headers=None):
    target = target_of(f"http://sound.example{path}")
    assert target is not None
    return exchange(
        method, target, "127.0.0.1", world.port, headers or {}, limits or quick(), Connections()
    )


def raw(data: bytes):
    """Answer with these very bytes."""
    return lambda asked: asked.wfile.write(data)


def test_a_good_answer():
    """Status and headers are told, and of the body one byte is read."""
    with world_of({"/a.mp3": there()}) as world:
        heard = ask(world)
        assert (200, "audio/mpeg", 1) == (
            heard.status,
            heard.header("content-type"),
            heard.received,
        )


def test_what_is_sent():
    """Nothing but the host, who asks, and that bytes are wanted as they are: no cookie, no password, no way back."""
    with world_of({}) as world:
        ask(world, headers={"User-Agent": "river/1"})
        expected = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        (seen,) = world.log
        assert expected == set(seen.headers)
        assert ("river/1", "identity") == (
            seen.headers["User-Agent"],
            seen.headers["Accept-Encoding"],
        )


def test_variables_of_the_environment_change_nothing(monkeypatch, tmp_path):
    """No proxy is asked in our place, and no file of passwords is read."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine sound.example login river password word\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with world_of({}) as world:
        assert 200 == ask(world).status
        assert "Authorization" not in world.log[0].headers


@pytest.mark.parametrize(
    "slow",
    [
        drips(0.05),
        drips(0.05, b""),
        drips(0.05, b"HTTP/1.1 200 OK\r\n\r\n"),
        drips(0.05, b"HTTP/1.1 100 Continue\r\n\r\n" * 3),
    ],
    ids=["headers", "first line", "body", "after other answers"],
)
def test_an_answer_that_drips(slow):
    """Each byte comes in time and the whole never does: it ends with the limit of the whole."""
    with world_of({"/a.mp3": slow}) as world:
        limits = quick(read=0.3, whole=0.5, body=ENDLESS, digest=True)
        assert Trouble.TOO_SLOW is ask(world, limits=limits).trouble


def test_an_answer_that_never_comes():
    """A connection that stays silent ends with the limit of one read."""
    import threading

    over = threading.Event()
    with world_of({"/a.mp3": lambda asked: over.wait(5)}) as world:
        assert Trouble.TOO_SLOW is ask(world, limits=quick(read=0.1, whole=5)).trouble
        over.set()


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % one for one in range(5000)) + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 2_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 " + b"a" * 2_000_000 + b"\r\n\r\n",
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"",
    ],
    ids=["many headers", "long header", "long first line", "other words", "no status", "nothing"],
)
def test_an_answer_that_is_none(data):
    """Too many headers, too long ones and other words are faults of the other side, and take no time."""
    with world_of({"/a.mp3": raw(data)}) as world:
        assert Trouble.NO_ANSWER is ask(world, limits=quick(whole=20)).trouble


def test_a_great_body_is_not_read():
    """A host that sends everything where one byte was asked for is left at the first one."""

    def endless(asked):
        asked.put(200, {"Content-Type": "audio/mpeg", "Content-Length": str(ENDLESS)})
        for _ in range(ENDLESS // BODY):
            asked.wfile.write(b"a" * BODY)

    with world_of({"/a.mp3": endless}) as world:
        heard = ask(world, headers={"Range": "bytes=0-0"})
        assert (200, 1) == (heard.status, heard.received)
    assert world.sent < ENDLESS / 5


def test_a_host_that_hangs_up():
    """No answer came."""
    with world_of({"/a.mp3": hangs_up}) as world:
        assert Trouble.NO_ANSWER is ask(world).trouble


def test_a_port_where_nobody_is():
    """No connection came about."""
    with world_of({}) as world:
        pass
    assert Trouble.NO_ANSWER is ask(world).trouble


def test_a_body_is_measured():
    """The checksum is of the bytes as they were sent."""
    import hashlib

    with world_of({}) as world:
        heard = ask(world, limits=quick(digest=True))
        assert (hashlib.sha256(SOUND).hexdigest(), len(SOUND)) == (heard.sha256, heard.received)


def test_a_body_that_breaks_off_is_not_measured():
    """Fewer bytes than were announced are no whole file."""
    short = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this")
    with world_of({"/a.mp3": short}) as world:
        heard = ask(world, limits=quick(digest=True))
        assert (Trouble.NO_ANSWER, "") == (heard.trouble, heard.sha256)


def test_a_body_over_the_limit_is_not_measured():
    """Reading ends at the limit, and no checksum is told."""
    with world_of({"/a.mp3": there(b"a" * 300_000)}) as world:
        heard = ask(world, limits=quick(body=100_000, digest=True))
        assert (Trouble.TOO_LARGE, "") == (heard.trouble, heard.sha256)
        assert heard.received <= 100_000 + BODY


def test_what_a_host_wants_kept_is_not_kept():
    """A cookie is not sent back."""
    with world_of({"/a.mp3": says(200, Set_Cookie="a=b")}) as world:
        ask(world)
        ask(world)
        assert [False, False] == ["Cookie" in one.headers for one in world.log]


def test_stopping_ends_what_is_open():
    """Whoever waits for an answer is told at once that it is over."""
    import threading
    import time

    connections = Connections()
    target = target_of("http://sound.example/a.mp3")
    assert target is not None
    with world_of({"/a.mp3": drips(0.05)}) as world:
        threading.Timer(0.2, connections.stop).start()
        began = time.monotonic()
        heard = exchange(
            "GET", target, "127.0.0.1", world.port, {}, quick(whole=15, read=15), connections
        )
        assert Trouble.STOPPED is heard.trouble
        assert time.monotonic() - began < 10
