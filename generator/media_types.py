"""What is known of media types (RFC 6838) of recordings: their form, and which ending of a file goes with which."""

import re
from collections.abc import Mapping

_TYPE = re.compile(
    r"[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}(?:; ?[a-z0-9-]{1,30}=[\w.,+-]{1,60})*\Z",
    re.IGNORECASE | re.ASCII,
)
_OTHERS = frozenset(
    {"application/ogg", "application/mp4", "application/x-matroska", "application/vnd.apple.mpegurl",
     "application/x-mpegurl", "application/dash+xml", "application/octet-stream"}
)  # fmt: skip
"""Types of sound and video that do not say so by their first word, and the one that says nothing."""

TYPES_OF: Mapping[str, tuple[str, ...]] = {
    "mp3": ("audio/mpeg", "audio/mp3", "audio/x-mpeg", "audio/mpeg3", "audio/x-mp3"),
    "ogg": ("audio/ogg", "video/ogg", "application/ogg", "audio/vorbis", "audio/opus"),
    "oga": ("audio/ogg", "application/ogg", "audio/vorbis", "audio/opus"),
    "opus": ("audio/opus", "audio/ogg", "application/ogg"),
    "ogv": ("video/ogg", "application/ogg"),
    "flac": ("audio/flac", "audio/x-flac"),
    "wav": ("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    "m4a": ("audio/mp4", "audio/x-m4a", "audio/m4a", "audio/aac"),
    "m4b": ("audio/mp4", "audio/x-m4b", "audio/x-m4a"),
    "aac": ("audio/aac", "audio/x-aac", "audio/aacp"),
    "mp4": ("video/mp4", "audio/mp4", "application/mp4"),
    "m4v": ("video/mp4", "video/x-m4v"),
    "webm": ("video/webm", "audio/webm"),
    "weba": ("audio/webm",),
    "mkv": ("video/x-matroska", "video/matroska", "application/x-matroska"),
    "mka": ("audio/x-matroska", "audio/matroska"),
    "mov": ("video/quicktime", "video/mp4"),
    "avi": ("video/x-msvideo", "video/avi", "video/vnd.avi"),
    "wma": ("audio/x-ms-wma",),
    "wmv": ("video/x-ms-wmv",),
    "amr": ("audio/amr",),
    "aif": ("audio/aiff", "audio/x-aiff"),
    "aiff": ("audio/aiff", "audio/x-aiff"),
    "mpg": ("video/mpeg",),
    "mpeg": ("video/mpeg",),
    "flv": ("video/x-flv",),
    "3gp": ("video/3gpp", "audio/3gpp"),
}
"""Types that files with an ending have, the registered and usual one first."""


def is_media_type(text: str) -> bool:
    """Tell whether a text has the form of a media type, with or without parameters.

    >>> is_media_type("audio/ogg; codecs=opus"), is_media_type("mp3")
    (True, False)
    """
    return bool(_TYPE.match(text))


def bare(type: str) -> str:
    """Give a media type in small letters and without its parameters.

    >>> bare("Audio/OGG; codecs=opus")
    'audio/ogg'
    """
    return type.partition(";")[0].strip().lower()


def may_be_recording(type: str) -> bool:
    """Tell whether something of this type may be sound or video."""
    plain = bare(type)
    return plain.startswith(("audio/", "video/")) or plain in _OTHERS


def ending_of(address: str) -> str:
    """Give the ending of the file that an address names, in small letters, where recordings have such an ending.

    >>> ending_of("https://sound.example/a/call.MP3?download=1"), ending_of("https://sound.example/call")
    ('mp3', '')
    """
    path = re.split(r"[?#]", address, maxsplit=1)[0].partition("://")[2]
    ending = path.partition("/")[2].rpartition(".")[2].lower()
    return ending if ending in TYPES_OF else ""


def contradicts(type: str, address: str) -> bool:
    """Tell whether a type is another one than those of files with the address's ending."""
    ending = ending_of(address)
    known = bare(type) != "application/octet-stream" and bool(type)
    return known and bool(ending) and bare(type) not in TYPES_OF[ending]
