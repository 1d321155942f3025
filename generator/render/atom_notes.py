"""The Atom feed of notes, summaries and transcripts, the latest changes first; each is named as what it is.

What a feed is made of is left to `atom_feed`. Nothing in it depends on the day of the build.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.joining import notes_order
from generator.privacy.public import LooseDate, NotesState, PublicArchive, PublicCall, PublicNotes
from generator.render.atom_feed import FeedEntry, Words, feed_file, latest
from generator.render.call_transcripts import Drafted, drafted_in, drafts_of
from generator.render.environment import fill
from generator.render.figures import outcomes_of
from generator.render.language_names import language_name
from generator.render.names import call_title
from generator.render.output import Draft, File
from generator.render.stamps import changed_at
from generator.render.states import NOTES
from generator.render.words import enumeration, full_day
from generator.settings import Settings
from generator.wording import _

PATH = addresses.NOTES_FEED


@dataclass(frozen=True, slots=True)
class Entry:
    """One call with notes or a transcript: what kind they are, and what came of the call.

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
    calls = [call for call in archive.calls if isinstance(call, PublicCall) and _has_words(call)]
    drafted = drafted_in(archive)
    view = AtomView(tuple(_entry(call, drafted) for call in latest(reversed(calls), changed_at)))
    yield Draft(PATH, atom_feed, view)


def _has_words(call: PublicCall) -> bool:
    return bool(call.notes or call.transcribed)


def _entry(call: PublicCall, drafted: Drafted) -> Entry:
    state = NOTES[call.notes_state]
    language = "" if call.notes_state is NotesState.SUMMARY else _languages(call.notes)
    told = (state.sentence, language) if call.notes else ()
    said = _transcript(call, drafted) if call.transcribed else ""
    return Entry(
        page=addresses.call_page(call.id),
        title=call_title(call),
        date=call.date,
        kind=state.word if call.notes else _("Transcript"),
        says=" ".join(each for each in (*told, said) if each),
        purpose=call.purpose,
        decided=tuple(mark.text for mark in outcomes_of(call) if mark.adopted),
        changed_at=changed_at(call),
    )


def _transcript(call: PublicCall, drafted: Drafted) -> str:
    """Say that what was said can be read, and of what a program heard that it did."""
    if len(drafts_of(call, drafted)) < len(call.transcribed):
        return _("A transcript of the recording can be read.")
    return _("A transcript of the recording, which a program drafted, can be read.")


def _languages(notes: tuple[PublicNotes, ...]) -> str:
    ordered = sorted(notes, key=notes_order)
    names = [language_name(each.language) for each in ordered if each.language]
    return _("Also in: {languages}.").format(languages=enumeration(names)) if names else ""


def atom_feed(view: AtomView, settings: Settings) -> File:
    """Make the feed; its own time is that of its newest entry."""
    words = Words(_("minutes and summaries"), settings.site_description)
    return feed_file(PATH, words, (_drawn(entry, settings) for entry in view.entries), settings)


def _drawn(entry: Entry, settings: Settings) -> FeedEntry:
    content = fill("atom_entry.html", {"entry": entry, "day": full_day(entry.date)})
    return FeedEntry(
        address=f"{settings.site_url}{entry.page}",
        title=_("{title}, {date} ({state})").format(
            title=entry.title, date=entry.date, state=entry.kind
        ),
        changed_at=entry.changed_at,
        summary=entry.says,
        content=content,
    )
