"""The hosts from which recordings of an archive can be heard, so that its pages may play from these and no others.

What is withheld or has expired is not among the recordings of a public call, so its host is not told here either.
"""

import re
from urllib.parse import urlsplit

from generator.privacy.public import PublicArchive, PublicCall

_HOST = re.compile(
    r"(?=[a-z0-9.-]{1,253}(?::|\Z))(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])(?::[1-9][0-9]{0,4})?"
)


def recording_hosts(archive: PublicArchive) -> tuple[str, ...]:
    """Give the origin of every published recording that is sent encrypted, as `https://host`, sorted."""
    recordings = (
        copy for call in archive.calls if isinstance(call, PublicCall) for copy in call.recordings
    )
    origins = {origin_of(copy.url) for copy in recordings}
    return tuple(sorted(origins - {""}))


def origin_of(address: str) -> str:
    """Give scheme and host of an https address; empty for any other, and for a host that is not plain letters.

    >>> origin_of("https://Audio.example/river.mp3")
    'https://audio.example'
    >>> origin_of("https://audio.example; script-src *")
    ''
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = parts.netloc.lower()
    return f"https://{host}" if parts.scheme == "https" and _HOST.fullmatch(host) else ""
