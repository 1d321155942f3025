"""The last look: searches finished files for withheld text, also where it is escaped or compressed.

A needle is a run of five words or of 24 characters of withheld text that stands nowhere in public text, or a withheld
address. Both sides are brought to the same plain form first: small letters and digits, one space between words.
"""

import dataclasses
import gzip
import html
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from generator.model.archive import Archive
from generator.model.call import Call
from generator.privacy import policy
from generator.privacy.public import PublicArchive

WORDS = 5
CHARACTERS = 24

_WORD = re.compile(r"[^\W_]+")
_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_MAY_LEAK_BY_NAME = frozenset(
    {"id", "path", "date", "share", "zone", "status", "mode", "evidence", "confidence"}
)


@dataclass(frozen=True, slots=True)
class Needles:
    """Runs of withheld text, each with the path of the record it comes from."""

    runs: dict[str, str]


def needles(archive: Archive, published: PublicArchive) -> Needles:
    """Collect what must not be found: withheld runs that no public text has."""
    hidden = list(_hidden_texts(archive))
    if not hidden:
        return Needles({})
    allowed: set[str] = set()
    for text in _texts(published):
        allowed.update(_runs(text))
    runs = {run: path for path, text in hidden for run in _runs(text) if run not in allowed}
    return Needles(runs)


def find(needles: Needles, path: str, data: bytes) -> str:
    """Give the path of a record whose withheld text stands in a finished file, or an empty string."""
    if not needles.runs:
        return ""
    for text in _readings(path, data):
        for run in _runs(text):
            if run in needles.runs:
                return needles.runs[run]
    return ""


def _hidden_texts(archive: Archive) -> Iterator[tuple[str, str]]:
    closed: dict[str, Call] = {}
    for call in archive.calls:
        if not call.share.is_full:
            closed[call.id] = call
            opened = policy.open_fields(call.share)
            for field in dataclasses.fields(call):
                if field.name not in opened and field.name not in _MAY_LEAK_BY_NAME:
                    yield from ((call.path, text) for text in _texts(getattr(call, field.name)))
    for notes in archive.minutes:
        if notes.call in closed and not closed[notes.call].share.minutes:
            yield notes.path, notes.body
            yield notes.path, notes.taken_by
    for records in (archive.series, archive.groups, archive.hubs):
        for record in records:
            if not record.share.is_full:
                yield from ((record.path, text) for text in _texts(record))


def _texts(value: object) -> Iterator[str]:
    """Give every piece of text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum):
        return
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _runs(text: str) -> Iterator[str]:
    """Give the runs of five words, and those of 24 characters that begin with a word."""
    words = _WORD.findall(text.casefold())
    plain = " ".join(words)
    at = 0
    for number, word in enumerate(words):
        if number + WORDS <= len(words):
            yield " ".join(words[number : number + WORDS])
        if at + CHARACTERS <= len(plain):
            yield plain[at : at + CHARACTERS]
        at += len(word) + 1


def _readings(path: str, data: bytes) -> Iterator[str]:
    """Give the text of a file as it stands, unpacked, and with its escapes undone."""
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            pass
    text = data.decode("utf-8", "replace")
    yield text
    plain = _FOLDED.sub("", text) if path.endswith(".ics") else text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain).replace("\\n", " ")
    plain = re.sub(r"<[^>]*>", " ", html.unescape(plain))
    yield plain
    if "%" in plain:
        yield unquote(plain)
