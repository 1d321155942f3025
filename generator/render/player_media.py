"""Which copies of a recording browsers play, by media type: what each is called, and the type they are told.

The types are those that today's browsers answer for; every other copy is a link, which leads to the file all the same.
"""

import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from generator.media_types import TYPES_OF, bare
from generator.privacy.public import PublicRecording
from generator.wording import N_, _

_HOST = re.compile(
    r"(?=[a-z0-9.-]{1,253}(?::|\Z))(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])(?::[1-9][0-9]{0,4})?"
)


class Sort(Enum):
    """What plays a recording."""

    AUDIO = "audio"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Media:
    """A media type: what plays it, its name (a message of the catalogue), and the type that browsers are told."""

    sort: Sort
    name: str
    told: str


MEDIA = {
    "audio/aac": Media(Sort.AUDIO, N_("AAC sound"), "audio/aac"),
    "audio/flac": Media(Sort.AUDIO, N_("FLAC sound"), "audio/flac"),
    "audio/mp4": Media(Sort.AUDIO, N_("MP4 sound"), "audio/mp4"),
    "audio/mpeg": Media(Sort.AUDIO, N_("MP3 sound"), "audio/mpeg"),
    "audio/ogg": Media(Sort.AUDIO, N_("Ogg sound"), "audio/ogg"),
    # A file that is called so is an Ogg file (RFC 7845); by the bare name browsers refuse it.
    "audio/opus": Media(Sort.AUDIO, N_("Opus sound"), "audio/ogg; codecs=opus"),
    "audio/wav": Media(Sort.AUDIO, N_("WAV sound"), "audio/wav"),
    "audio/webm": Media(Sort.AUDIO, N_("WebM sound"), "audio/webm"),
    "video/mp4": Media(Sort.VIDEO, N_("MP4 video"), "video/mp4"),
    "video/ogg": Media(Sort.VIDEO, N_("Ogg video"), "video/ogg"),
    "video/webm": Media(Sort.VIDEO, N_("WebM video"), "video/webm"),
}
"""The media types that browsers play, by the names that they have in lists of types."""
_OTHER_NAMES = {
    name: TYPES_OF[ending][0]
    for ending in ("aac", "flac", "m4a", "m4v", "mp3", "wav")
    for name in TYPES_OF[ending][1:]
}
"""Names that people and hosts give these types besides."""
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def type_of(copy: PublicRecording) -> str:
    """Give the media type of a copy by its usual name, as its record says it, else as its host did; may be empty."""
    said = bare(copy.type or (copy.answer.type if copy.answer else ""))
    return said if said in MEDIA else _OTHER_NAMES.get(said, said)


def media_of(copy: PublicRecording) -> Media | None:
    """Give how browsers play a copy; nothing for another type, a page, and an address that the site's policy refuses.

    A host that was asked and sent a page has no recording there, whatever the record says.
    """
    is_page = copy.answer is not None and bare(copy.answer.type) in _PAGES
    return None if is_page or not origin_of(copy.url) else MEDIA.get(type_of(copy))


def type_words(copy: PublicRecording) -> str:
    """Say what a copy is: its type in words, or as it is written where we have none."""
    media = MEDIA.get(type_of(copy))
    if media is not None:
        return _(media.name)
    said = copy.type or type_of(copy)
    if said:
        return _("A file of the type {type}").format(type=said)
    return _("A file whose type is not known")


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
