"""The Atom feed of notes and summaries, the newest calls first; a summary is named as one.

It follows RFC 4287. Nothing in it depends on the day of the build.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.joining import notes_order
from generator.privacy.public import LooseDate, NotesState, PublicArchive, PublicCall, PublicNotes
from generator.render.environment import fill
from generator.render.figures import outcomes_of
from generator.render.names import call_title
from generator.render.output import Draft, File
from generator.render.stamps import changed_at, instant
from generator.render.states import NOTES
from generator.render.words import full_day
from generator.settings import Settings

PATH = "feeds/notes.xml"
MOST = 50
"""Entries that the feed holds."""
NO_ENTRIES = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed: the format demands a time, and there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One call with notes: what kind they are, and what came of the call.

    `page` is the address of its page; `decided` are the texts of what was adopted.
    `changed_at` is in seconds of Unix time.
    """

    page: str
    title: str
    date: LooseDate
    kind: str
    says: str
    purpose: str
    decided: tuple[str, ...]
    changed_at: int


@dataclass(frozen=True, slots=True)
class AtomView:
    """The entries of the feed, in their order."""

    entries: tuple[Entry, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed; an archive without notes has it too, because its address never goes away."""
    calls = [call for call in archive.calls if isinstance(call, PublicCall) and call.notes]
    newest = calls[: -MOST - 1 : -1]
    view = AtomView(tuple(_entry(call) for call in newest))
    yield Draft(PATH, atom_feed, view)


def _entry(call: PublicCall) -> Entry:
    state = NOTES[call.notes_state]
    language = "" if call.notes_state is NotesState.SUMMARY else _languages(call.notes)
    return Entry(
        page=addresses.call_page(call.id),
        title=call_title(call),
        date=call.date,
        kind=state.word,
        says=f"{state.sentence}{language}",
        purpose=call.purpose,
        decided=tuple(mark.text for mark in outcomes_of(call) if mark.adopted),
        changed_at=changed_at(call),
    )


def _languages(notes: tuple[PublicNotes, ...]) -> str:
    codes = [each.language for each in sorted(notes, key=notes_order) if each.language]
    return f" Also in: {', '.join(codes)}." if codes else ""


def atom_feed(view: AtomView, settings: Settings) -> File:
    """Make the feed; its own time is that of its newest entry."""
    values = {
        "site": settings.site_url,
        "address": f"{settings.site_url}{PATH}",
        "title": f"{settings.site_name}: minutes and summaries",
        "subtitle": settings.site_description,
        "rights": _rights(settings),
        "author": settings.site_name,
        "updated": _time(max((e.changed_at for e in view.entries), default=None)),
        "entries": tuple(_drawn(entry, settings) for entry in view.entries),
    }
    return File(PATH, _without_controls(fill("atom.xml", values)).encode("utf-8"))


def _drawn(entry: Entry, settings: Settings) -> dict[str, object]:
    content = fill("atom_entry.html", {"entry": entry, "day": full_day(entry.date)})
    return {
        "address": f"{settings.site_url}{entry.page}",
        "title": f"{entry.title}, {entry.date} ({entry.kind})",
        "updated": _time(entry.changed_at),
        "summary": entry.says,
        "content": content,
    }


def _rights(settings: Settings) -> str:
    licence = " ".join(p for p in (settings.records_licence, settings.records_licence_url) if p)
    return " ".join(p for p in (f"{licence}." if licence else "", settings.notice) if p)


def _time(stamp: int | None) -> str:
    if stamp is None:
        return NO_ENTRIES
    return f"{instant(stamp):%Y-%m-%dT%H:%M:%SZ}"


def _without_controls(text: str) -> str:
    """Drop what XML 1.0 cannot hold at all, not even escaped."""
    return text.translate(_FORBIDDEN)


_FORBIDDEN = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
