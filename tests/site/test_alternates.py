"""What the head offers in other forms asks the network for nothing."""

import re

from generator.site.builder import Theme


def test_no_script_looks_for_other_languages(theme: Theme) -> None:
    """The theme's script asks for a sitemap beside every `rel=alternate` alone, so ours have a second word.

    A picture of the home page came with three requests for sitemaps that are not there, on every page.
    """
    links = [tag for page in theme.plain.values() for tag in re.findall("<link [^>]*>", page)]
    offered = [tag for tag in links if "alternate" in tag]
    assert offered
    assert [] == [tag for tag in offered if 'rel="alternate"' in tag]
