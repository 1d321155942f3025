"""Hosts that can be taken for others, and heaps of accents that would keep a program busy."""

import pytest

from generator.alphabets import composed, is_plain_host
from tests.hanging import ends


@pytest.mark.parametrize(
    "host",
    [
        "river.example",
        "xn--e1afmkfd.example",
        "127.0.0.1:8000",
        "1st.example",
        "xn--mnchen-3ya.example",
    ],
)
def test_an_honest_host_is_plain(host: str) -> None:
    """Names in one alphabet, also in a code, and a machine's own number."""
    assert is_plain_host(f"https://{host}/a")


@pytest.mark.parametrize(
    "host",
    ["xn--rver-l9d.example", "a.XN--rver-l9d.example", "xn--99999999999.example", "xn--river-.example",
     "2130706433", "0x7f000001:80", f"xn--{'a' * 70}.example"],
)  # fmt: skip
def test_a_host_that_looks_like_another_is_not_plain(host: str) -> None:
    """Two alphabets in a word, codes that mean nothing, and numbers that hide where they lead."""
    assert not is_plain_host(f"https://{host}/a")


def test_composing_a_heap_of_accents_ends() -> None:
    """A text that is refused is still shown beside its problem, and must not keep the report busy."""
    heap = "a" + "\u0301\u0316" * 64_000
    with ends():
        assert heap == composed(heap)
    assert "\u00e9" == composed("e\u0301")
