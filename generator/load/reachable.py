"""Tells why strangers cannot reach an address: it names a file of one computer, or a machine of one network."""

import re

_FILE = re.compile(r"(?:file|content):|[a-z]:[\\/]|\\\\|~/|/(?!/)", re.IGNORECASE)
_IN_ITSELF = re.compile(r"(?:data|blob|filesystem):", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#]*@)?(\[[0-9a-f:.%]*\]|[^/?#:]*)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:0|10|127)\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|169\.254\."
    r"|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\."
)
"""Beginnings of addresses of one machine or of one network (RFC 1918, 1122, 3927, 6598)."""
_SIX = re.compile(r"\[(?:::1\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)", re.IGNORECASE)
"""The same of version 6 (RFC 4291 and 4193)."""
_NAMES = (
    ".localhost",
    ".local",
    ".lan",
    ".internal",
    ".intranet",
    ".home",
    ".home.arpa",
    ".corp",
    ".onion",
)


def unreachable(address: str) -> str:
    """Say why nobody else can reach an address, in words that quote nothing of it; nothing where strangers may.

    >>> unreachable("https://192.168.1.5/call.mp3"), unreachable("https://sound.example/call.mp3")
    ('its host belongs to one private network', '')
    >>> unreachable("data:audio/mpeg;base64,AAAA")
    'it holds the file itself, or names one in a browser, and is no place'
    """
    if _IN_ITSELF.match(address):
        return "it holds the file itself, or names one in a browser, and is no place"
    if _FILE.match(address):
        return "it names a file on one computer"
    found = _HOST.match(address)
    host = found[1].lower().rstrip(".") if found else ""
    if (
        host == "localhost"
        or host.startswith("127.")
        or host == "[::1]"
        or host.endswith(".localhost")
    ):
        return "its host is the computer itself"
    is_number = re.fullmatch(r"[0-9.]+", host) and _NUMBERS.match(host)
    if is_number or _SIX.match(host) or host.endswith(_NAMES):
        return "its host belongs to one private network"
    if found and re.fullmatch(r"[a-z0-9-]+", host) and not host.isdigit():
        return "the name of its host has no dot, so it is known in one network only"
    return ""
