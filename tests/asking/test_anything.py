"""Tests that nothing a host can send, and nothing that looks like an address, ends the asking."""

from hypothesis import given
from hypothesis import strategies as st

from generator.asking.exchange import Connections, Heard, exchange
from generator.asking.meanings import found_of
from generator.asking.targets import is_public, next_target, target_of
from generator.asking.visiting import seconds_to_wait
from generator.model.answer import Found
from tests.asking.world import copy_at, quick, world_of

PIECES = st.sampled_from(
    ["http", "https:", "//", "/", "a.example", "@", ":", "80", "[", "]", "::1", "%", "%2", "?", "#",
     "\\", " ", "\t", "\r\n", "ä", "xn--a", "..", "127.1", "\x00", "\u202e", "😀", "\ud800"]
)  # fmt: skip
ADDRESSES = st.lists(PIECES, max_size=9).map("".join) | st.text(max_size=40)
LINES = st.sampled_from(
    ["HTTP/1.1 200 OK", "HTTP/1.1 206 ", "HTTP/1.0 302 a", "HTTP/1.1 404", "HTTP/2 200", "ICY 200 OK",
     "Content-Length: 5", "Content-Length: -1", "Content-Length: x", "Transfer-Encoding: chunked",
     "Content-Range: bytes 0-0/9", "Location: /a.mp3", "Location: //[", "Location:", "Retry-After: -1",
     "Content-Encoding: gzip", ": a", "a", " folded: a", "", "5", "zz", "0"]
).map(str.encode) | st.binary(max_size=20)  # fmt: skip


@given(ADDRESSES, ADDRESSES)
def test_any_address(one, other):
    """It is a target that is sent as plain signs of the web, or none; a redirect never gets worse."""
    for found in (target_of(one), target_of(f"https://a.example/{one}")):
        if found is None:
            continue
        assert found.address.isascii()
        assert not set(found.address) & set(" \t\r\n\x00")
        assert "@" not in found.address.split("/")[2]
        then = next_target(found, other)
        assert then is None or (found.scheme, then.scheme) != ("https", "http")


@given(ADDRESSES)
def test_any_number(text):
    """A text that is no number is not public."""
    assert is_public(text) in (True, False)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_wish_for_patience(said, date):
    """It is a number of seconds that is not below nothing."""
    assert seconds_to_wait(Heard(429, {"retry-after": said, "date": date})) >= 0


def test_any_answer():
    """Whatever bytes come, there is an answer or a trouble, and the address is there only where one said so."""
    question = copy_at("http://sound.example/a.mp3")
    with world_of({}) as world:

        @given(st.lists(LINES, max_size=8).map(b"\r\n".join), st.sampled_from(["HEAD", "GET"]))
        def answers(data, method):
            world.answers["/a.mp3"] = lambda asked: asked.wfile.write(data)
            target = target_of(question.address)
            assert target is not None
            heard = exchange(method, target, "127.0.0.1", world.port, {}, quick(), Connections())
            assert isinstance(heard, Heard)
            visited = world.visitor(limits=quick(), pauses=()).visit(question)
            if found_of(question, visited) is Found.THERE:
                assert b" 20" in data

        answers()
