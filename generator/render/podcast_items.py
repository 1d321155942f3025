"""The recordings that a podcast holds: of calls whose day is known, in copies that are there, of known type and size.

How a feed of them is written is left to `podcast_feed`.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import format_datetime

from generator import addresses, zones
from generator.media_types import bare, is_media_type
from generator.privacy.public import (
    CopyState,
    Found,
    PublicArchive,
    PublicCall,
    PublicPlatform,
    PublicRecording,
    PublicTranscript,
)
from generator.render.chapters import Chapter, chapters_of
from generator.render.copy_words import copy_sentence
from generator.render.language_names import language_name
from generator.render.names import call_title
from generator.render.once import once
from generator.render.said_on_calls import said_on_calls
from generator.render.states import NOTES
from generator.render.transcript_words import (
    captions_of,
    drafted,
    kind_of,
    page_of,
)
from generator.render.words import full_day, loose_day
from generator.wording import _, language, spoken

NOON = datetime.time(12)
"""The hour of an item whose call's hour is not known: in every land of the world it leaves the day as it is."""
_UTC = "Etc/UTC"
_TYPE = re.compile(r"(audio|video)/[a-z0-9][a-z0-9.+-]*")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of known type and size in bytes; `duration` in seconds, 0 when not known."""

    url: str
    type: str
    bytes: int
    sha256: str
    duration: int


@dataclass(frozen=True, slots=True)
class Item:
    """A call as an episode: `name` is what it is called by for ever, `at` the instant of the call in UTC.

    `published` is the same by the clock of the call's zone, as RFC 5322 writes it, and `day` its day in words.
    `copies` come with the one to be heard first. `says` are paragraphs about it, `pages` pairs of an address in the
    site and what stands there. `transcripts` are triples of a language (empty: that of the archive), the address of
    captions and that of a page. `duration` is in seconds, 0 when not known.
    """

    call: str
    name: str
    series: str
    title: str
    day: str
    at: datetime.datetime
    published: str
    says: tuple[str, ...]
    copies: tuple[Copy, ...]
    duration: int
    chapters: tuple[Chapter, ...]
    pages: tuple[tuple[str, str], ...]
    transcripts: tuple[tuple[str, str, str], ...]
    fully_shared: bool


def items_of(archive: PublicArchive) -> tuple[Item, ...]:
    """Give every episode, the oldest first, worked out once for all feeds."""
    return once(archive, _items, language())


def _items(archive: PublicArchive, told_in: str) -> tuple[Item, ...]:
    transcripts = {said.call.id: said.transcripts for said in said_on_calls(archive)}
    platforms = {platform.id: platform for platform in archive.platforms}
    calls = (call for call in archive.calls if isinstance(call, PublicCall))
    with spoken(told_in):
        found = [
            _item(call, day, transcripts.get(call.id, ()), platforms)
            for call in calls
            if (day := call.date.exact) and copies_of(call)
        ]
    return tuple(sorted(found, key=lambda item: (item.at, item.call)))


def copies_of(call: PublicCall) -> tuple[Copy, ...]:
    """Give the copies that can be enclosed: lasting ones first, then those that answer, sound before pictures."""
    return tuple(known for _copy, known in _enclosed(call))


def _enclosed(call: PublicCall) -> list[tuple[PublicRecording, Copy]]:
    known = ((copy, _known(copy)) for copy in call.recordings)
    return sorted(((copy, one) for copy, one in known if one), key=lambda pair: _order(*pair))


def _order(copy: PublicRecording, known: Copy) -> tuple[bool, bool, bool]:
    answer = copy.answer
    in_doubt = answer is not None and answer.found is not Found.THERE
    return copy.state is not CopyState.LASTING, in_doubt, known.type.startswith("video/")


def _known(copy: PublicRecording) -> Copy | None:
    """Give a copy if its type and size are known, by its record or else by what its host said."""
    answer = copy.answer if copy.answer and copy.answer.found is Found.THERE else None
    said = copy.type or (answer.type if answer else "")
    kind = bare(said) if is_media_type(said) else ""
    size = copy.bytes or (answer.bytes if answer else 0)
    if not (_TYPE.fullmatch(kind) and size and copy.url.startswith("https://")):
        return None
    return Copy(copy.url, kind, size, copy.sha256, copy.duration)


def _item(
    call: PublicCall,
    day: datetime.date,
    transcripts: tuple[PublicTranscript, ...],
    platforms: Mapping[str, PublicPlatform],
) -> Item:
    enclosed = _enclosed(call)
    first = enclosed[0][0]
    at = _at(call, day)
    copies = tuple(known for _copy, known in enclosed)
    duration = next((copy.duration for copy in copies if copy.duration), 0)
    lasts = copy_sentence(first, platforms.get(first.kept_by))
    unknown = "" if call.starts_at else _("The hour of this call is not known.")
    drafts = (" ".join(drafted(each)) for each in transcripts)
    said = (full_day(call.date) + ".", unknown, call.purpose, lasts, *dict.fromkeys(drafts))
    return Item(
        call=call.id,
        name=call.aliases[0] if call.aliases else call.id,
        series=call.series,
        title=call_title(call),
        day=loose_day(call.date),
        at=at.astimezone(datetime.UTC),
        published=format_datetime(at),
        says=tuple(each for each in said if each),
        copies=copies,
        duration=duration,
        chapters=chapters_of(call, duration),
        pages=tuple(_pages(call, transcripts)),
        transcripts=tuple((one.language, captions_of(one), page_of(one)) for one in transcripts),
        fully_shared=call.withholding is None,
    )


def _at(call: PublicCall, day: datetime.date) -> datetime.datetime:
    rules = zones.zone(call.zone or _UTC)
    if call.starts_at is None:
        return datetime.datetime.combine(day, NOON, rules)
    return call.starts_at.astimezone(rules)


def _pages(
    call: PublicCall, transcripts: tuple[PublicTranscript, ...]
) -> Iterator[tuple[str, str]]:
    """Lead to the call's page by what its notes are, so that a summary is called one, and to what was said."""
    yield (
        addresses.call_page(call.id),
        NOTES[call.notes_state].word if call.notes else _("The call"),
    )
    for each in transcripts:
        words = kind_of(each)
        if each.language:
            words = _("{notes} ({language})").format(
                notes=words, language=language_name(each.language)
            )
        yield page_of(each), words
