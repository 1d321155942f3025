"""The address of a copy leads to a page, through a shortener, or only for a while."""

import re
from collections.abc import Iterator

from generator.checks.open_copies import open_copies
from generator.model.archive import Archive
from generator.personal_data import links
from generator.problems import Problem, problem
from generator.settings import Settings

_SHORT = frozenset(
    "bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd v.gd tiny.cc buff.ly rebrand.ly cutt.ly shorturl.at rb.gy"
    " lnkd.in fb.me j.mp t.ly dlvr.it snip.ly soo.gd tny.im su.pr cli.gs x.co adf.ly".split()
)
"""Hosts whose addresses only lead on to others."""
_PAGES = re.compile(
    r"https://(?:[\w-]{1,63}\.){0,2}(?:youtube\.com/(?:watch|live|shorts|embed|playlist)|youtu\.be/|vimeo\.com/\d"
    r"|soundcloud\.com/[\w-]+/[\w-]|mixcloud\.com/[\w-]+/[\w-]|dailymotion\.com/video|twitch\.tv/videos"
    r"|archive\.org/details/|facebook\.com/|drive\.google\.com/|dropbox\.com/(?:s|scl)/|open\.spotify\.com/"
    r"|podcasts\.apple\.com/|livestream\.com/|ustream\.tv/|odysee\.com/|rumble\.com/|bitchute\.com/video"
    r"|zoom\.us/rec|tiktok\.com/|peertube\.[\w.-]+/w/)",
    re.IGNORECASE | re.ASCII,
)
"""Pages on which a recording is shown; the file itself has another address there, or none."""
_PASSING = re.compile(
    r"[?&](?:x-(?:amz|goog)-(?:expires|date)|expires(?:[_-]?(?:in|at|on))?|expiry|expiration|exp)=",
    re.IGNORECASE,
)
_OF_A_PAGE = "it leads to a page on which the recording is shown"
_OF_A_SHORTENER = "its host only shortens addresses, and may lead elsewhere one day"
_FOR_A_WHILE = "it says itself that it works for a while only"
_THE_FILE = (
    "write the address of the file itself, such as `https://sound.example/call.mp3`,"
    " or name the page under `sources:`"
)
_WHERE_IT_LEADS = "follow it and write the address that it leads to, or name that under `sources:`"
_WITHOUT_END = "write the address without what limits it, or one that stays, and try it where you are not logged in"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the address of every copy that may be heard; what holds a password or a key is told elsewhere."""
    for copy in open_copies(archive):
        why, how = _found(copy.copy.url)
        if why:
            yield problem("M606", copy.place("url"), why=why, how=how)


def _found(address: str) -> tuple[str, str]:
    host = address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    if host in _SHORT:
        return _OF_A_SHORTENER, _WHERE_IT_LEADS
    if _PAGES.match(address):
        return _OF_A_PAGE, _THE_FILE
    if _PASSING.search(address) and not links.is_private(address):
        return _FOR_A_WHILE, _WITHOUT_END
    return "", ""
