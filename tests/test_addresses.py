"""Addresses: what is written on a page leads where it should."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from generator import addresses

PART = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
PATH = st.lists(PART, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".html")


@given(PATH, PATH, st.sampled_from(["", "#place"]))
def test_a_relative_address_leads_to_its_target(target, page, fragment):
    """A browser on `page` that follows the address arrives at the target, fragment and all."""
    written = addresses.relative(target + fragment, page)
    path, sign, place = written.partition("#")
    arrived = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    assert (target, fragment) == (arrived, sign + place)


@given(PATH, PATH)
def test_a_relative_address_climbs_no_higher_than_it_must(target, page):
    """An address that leaves the site's folder would break under a sub-path."""
    climbed = addresses.relative(target, page).count("../")
    assert climbed <= page.count("/")
