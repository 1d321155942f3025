"""Tests of where a question may go."""

import socket

import pytest

from generator.asking.exchange import Trouble
from generator.asking.targets import (
    NoHost,
    is_public,
    next_target,
    public_only,
    resolve,
    target_of,
)
from tests.asking.world import copy_at, says, world_of

PRIVATE = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1",
    "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1",
    "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:808:808::1", "no number",
)  # fmt: skip


@pytest.mark.parametrize("number", PRIVATE)
def test_what_is_not_of_the_public_internet(number):
    """Loopback, private, local, special and reserved numbers are never asked, nor others that carry one."""
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_what_is_of_the_public_internet(number):
    """Ordinary numbers of both kinds may be asked."""
    assert is_public(number)


def test_of_many_numbers_the_public_ones_are_kept():
    """A host with a public and a private number is asked at the public one."""
    assert ["93.184.215.14"] == public_only(["10.0.0.1", "93.184.215.14", "93.184.215.14", "::1"])


@pytest.mark.parametrize(
    "address",
    [
        "ftp://sound.example/a", "file:///etc/passwd", "javascript:alert(1)", "//sound.example/a",
        "https://river@sound.example/a", "https://river:word@sound.example/a", "https:///a",
        "https://sound.example:22/a", "https://sound.example:25/a", "https://sound.example:99999/",
        "https://[::1/a", f"https://sound.example/{'a' * 2000}",
    ],
)  # fmt: skip
def test_what_is_no_target(address):
    """Other schemes, passwords, ports of other services and what is no address at all are not asked."""
    assert target_of(address) is None


def test_an_address_as_it_is_sent():
    """Letters of other alphabets become those that the web sends, and the fragment stays at home."""
    found = target_of("https://klänge.example/märz b.mp3?a=ü#t=1")
    assert found is not None
    assert "https://xn--klnge-hra.example/m%C3%A4rz%20b.mp3?a=%C3%BC" == found.address


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("/b.mp3", "https://sound.example/b.mp3"),
        ("//other.example/b", "https://other.example/b"),
        ("https://other.example/b#c", "https://other.example/b"),
        ("http://sound.example/b", None),
        ("https://river:word@sound.example/", None),
        ("mailto:river", None),
        ("https://[", None),
    ],
)
def test_where_a_redirect_leads(location, leads):
    """It is joined to where it came from, and never leads from a safe address to an open one."""
    start = target_of("https://sound.example/a.mp3")
    assert start is not None
    found = next_target(start, location)
    assert leads == (found.address if found else None)


def test_from_an_open_address_to_a_safe_one():
    """That way is followed."""
    start = target_of("http://sound.example/a")
    assert start is not None
    found = next_target(start, "https://sound.example/a")
    assert found is not None
    assert "https" == found.scheme


@pytest.mark.parametrize("numbers", [["127.0.0.1"], ["10.0.0.1", "::1"], ["169.254.169.254"], []])
def test_a_host_with_private_numbers_is_not_asked(numbers):
    """A public name that stands for a machine in the own network gets no connection."""
    with world_of({}) as world:
        visitor = world.visitor(at=None, resolve=lambda host, port: numbers)
        reply = visitor.visit(copy_at(f"http://inner.example:{world.port}/a.mp3"))
        assert (Trouble.NOT_PUBLIC, []) == (reply.trouble, world.log)


def test_a_number_in_an_address_is_not_asked():
    """Neither in the record nor behind a redirect, however it is written."""
    with world_of({}) as world:
        places = ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"]
        for place in places:
            world.answers["/a.mp3"] = says(302, Location=f"http://{place}:{world.port}/secret")
            for address in (f"http://{place}:{world.port}/x", "http://sound.example/a.mp3"):
                reply = world.visitor().visit(copy_at(address))
                assert Trouble.NOT_PUBLIC is reply.trouble
        assert {"/a.mp3"} == {one.path for one in world.log}


def test_numbers_written_otherwise_are_looked_up_and_refused():
    """The forms that only resolvers know (`127.1`, one great number) end at the same look at the number."""
    with world_of({}) as world:
        for host in ("127.1", "2130706433", "0177.0.0.1", "localhost"):
            visitor = world.visitor(at=None)
            reply = visitor.visit(copy_at(f"http://{host}:{world.port}/"))
            assert reply.trouble in (Trouble.NOT_PUBLIC, Trouble.NO_HOST)
        assert [] == world.log


def test_a_name_that_changes_its_meaning_leads_nowhere_else(monkeypatch):
    """The number that was looked at is the one that is connected to, and a name is looked up once (rebinding)."""
    asked: list[tuple[str, int]] = []
    connected: list[tuple[str, int]] = []

    def look_up(host, port):
        asked.append((host, port))
        return ["93.184.215.14"] if len(asked) == 1 else ["127.0.0.1"]

    def connect(address, *_about, **_more):
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    with world_of({}) as world:
        visitor = world.visitor(at=None, resolve=look_up)
        for _ in range(2):
            visitor.visit(copy_at(f"http://turning.example:{world.port}/a.mp3"))
    assert [("turning.example", world.port)] == asked
    assert {("93.184.215.14", world.port)} == set(connected)


def test_a_name_that_does_not_exist(monkeypatch):
    """It is told from a resolver that does not answer."""
    for number, kind in ((socket.EAI_NONAME, NoHost), (socket.EAI_AGAIN, OSError)):

        def fail(*_about, number=number, **_more):
            raise socket.gaierror(number, "no")

        monkeypatch.setattr(socket, "getaddrinfo", fail)
        with pytest.raises(kind):
            resolve("nowhere.example", 443)


def test_a_resolver_that_sleeps_is_not_waited_for(monkeypatch):
    """The system's resolver has no limit of time, so it gets one."""
    import threading

    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_about, **_more: over.wait(5) and [])
    try:
        with pytest.raises(TimeoutError):
            resolve("slow.example", 443, 0.05)
    finally:
        over.set()
