"""Every feed is sent as what it is: one rule of `_headers` gives its type, for hosts join the values of two."""

from fnmatch import fnmatchcase

import pytest

from generator import addresses
from generator.site.headers import KINDS

ATOM = "application/atom+xml; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"
ADDRESSES = vars(addresses)
FEEDS = {path: ATOM for name, path in ADDRESSES.items() if name.endswith("_FEED")}
PODCASTS = (
    addresses.podcast_feed(),
    addresses.podcast_feed("river"),
    addresses.podcast_feed("river", 3),
)


@pytest.mark.parametrize(("path", "expected"), {**FEEDS, **dict.fromkeys(PODCASTS, RSS)}.items())
def test_feed_has_one_type(path, expected):
    """An Atom feed and a podcast have each their own type."""
    assert [expected] == [kind for pattern, kind in KINDS if fnmatchcase(path, pattern)]
