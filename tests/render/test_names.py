"""The quick way to write an address on a record's page gives what the slow one gives."""

from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.render.names import address

PART = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
PATH = st.lists(PART, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".html")


@given(PATH, PATH, st.sampled_from(["", "#place"]))
def test_an_address_is_written_as_everywhere_else(target, page, fragment):
    """Two ways to write an address would be two sites."""
    assert addresses.relative(target + fragment, page) == address(target + fragment, page)
