"""What a search finds, as rows: one index for the calls of each year, and one for written pages and other records.

An index is made of what may be seen and of nothing else, so that a call of which only the date is public is in none.
Rows of one year change with other years only where a later call supersedes a decision.
How rows become bytes is left to `site/search_index.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from generator import addresses
from generator.joining import MarkName, first_marks, notes_order
from generator.privacy.public import (
    NotesState,
    PublicArchive,
    PublicCall,
    PublicMark,
    PublicNotes,
    PublicPage,
    RecordingState,
)
from generator.render.call_notes import MINUTES, notes_heading
from generator.render.call_outcomes import DECIDED, part_of
from generator.render.call_pages import OWN_NAMES
from generator.render.markdown import Places, read_places
from generator.render.named_marks import relations_in, telling
from generator.render.names import Names, call_title, names_of
from generator.render.notes import notes_setting, place_of
from generator.render.output import Draft, File, Index, IndexEntry, IndexPassage
from generator.render.place_names import state_words
from generator.render.place_register import PlaceRecord, places_in
from generator.render.said_on_calls import years_said
from generator.render.search_texts import read_sections
from generator.render.transcript_words import said_file
from generator.render.words import full_day, shortened
from generator.render.written_pages import written_setting
from generator.settings import Settings
from generator.wording import _

FOLDER = "search"
VERSION = 1
HELP_WEIGHT, PROBLEM_WEIGHT = 50, 25
"""How much words of the help count beside those of calls, so that a call comes before a page that explains one.

A title of the help counts in full, but that of a problem is a sentence about calls and no name of a page.
"""
WORDS_SHOWN = 160
"""Most characters that stand for a passage in a list."""

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that a search finds: how it is shown, what filters ask for, the fields of its head, and its texts.

    `superseded` are the names of decisions in its notes that a later call took out of force.
    """

    path: str
    title: str
    date: str
    filters: Fields
    head: Fields
    written: PublicPage | None = None
    superseded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that one index needs: its address, and its pages, the newest first; an index of calls has each of these too.

    Calls stand beside their pages, because what many views hold is hashed once for all of them.
    """

    path: str
    pages: tuple[FoundPage, ...]
    calls: tuple[PublicCall, ...] = ()


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the list of indexes, an index for each year with calls, and that of all other pages."""
    names, gone = names_of(archive), relations_in(archive).superseded
    years: dict[int, list[PublicCall]] = {}
    for call in reversed(archive.calls):
        if isinstance(call, PublicCall):
            years.setdefault(call.date.year, []).append(call)
    others = (*_written(archive), *_records(archive), *map(_found_place, places_in(archive)))
    for year, calls in sorted(years.items()):
        path = f"{FOLDER}/{year:04d}.bin"
        pages = tuple(_found_call(call, names, gone) for call in calls)
        view = IndexView(path, pages, tuple(calls))
        yield Draft(path, index, view, weight=1 + len(pages) // 4)
    path = f"{FOLDER}/pages.bin"
    yield Draft(path, index, IndexView(path, others))
    listed = sorted(((year, year in years_said(archive)) for year in years), reverse=True)
    yield Draft(f"{FOLDER}/index.json", list_of_indexes, tuple(listed))


def list_of_indexes(view: tuple[tuple[int, bool], ...], settings: Settings) -> File:
    """Make the list of indexes, the newest year first, with what was said in it behind it; no year holds no call."""
    files: list[dict[str, object]] = []
    for year, has_said in view:
        files.append({"file": f"{year:04d}.bin", "year": year})
        if has_said:
            files.append({"file": said_file(year), "year": year, "said": True})
    files.append({"file": "pages.bin", "year": 0})
    data = msgspec.json.encode({"version": VERSION, "files": files})
    return File(f"{FOLDER}/index.json", data + b"\n")


def index(view: IndexView, settings: Settings) -> Index:
    """Make the rows of one index."""
    notes = [tuple(sorted(call.notes, key=notes_order)) for call in view.calls]
    every = zip(view.pages, notes or [()] * len(view.pages), strict=True)
    return Index(view.path, tuple(_entry(page, some, settings) for page, some in every))


def _found_call(call: PublicCall, names: Names, gone: frozenset[MarkName]) -> FoundPage:
    series = [names.series[each].title for each in (call.series,) if each in names.series]
    groups = [names.groups[each].title for each in call.groups if each in names.groups]
    hubs = [names.hubs[each].title for each in call.hubs if each in names.hubs]
    hosts = [
        names.groups[host].title if host in names.groups else name for host, name in call.hosts
    ]
    named = "; ".join(dict.fromkeys((*series, *hubs, *groups, *hosts)))
    roles = ", ".join(f"{role.replace('-', ' ')}: {who}" for role, who in call.roles)
    told = (
        named,
        call.purpose,
        "; ".join(call.agenda),
        roles,
        f"{call.date} {full_day(call.date)}",
    )
    return FoundPage(
        path=addresses.call_page(call.id),
        title=call_title(call),
        date=str(call.date),
        filters=tuple(dict.fromkeys(call_filters(call))),
        head=_fields(
            title=call.title, place="; ".join(call.places), body=". ".join(filter(None, told))
        ),
        superseded=tuple(
            mark.anchor for mark in telling(call)[1] if MarkName(call.id, mark.anchor) in gone
        ),
    )


def call_filters(call: PublicCall) -> Iterator[tuple[str, str]]:
    """Give the values by which a call can be chosen; places are as public as the page has them.

    A place is chosen by its beginning too, up to a comma: who asks for Mill Town means Mill Town, PA as well.
    """
    if call.series:
        yield "series", call.series
    yield from (
        ("group", each) for each in (*call.groups, *(host for host, _ in call.hosts if host))
    )
    yield from (("hub", each) for each in call.hubs)
    yield from (("place", each) for place in call.places for each in (place, *wider(place)))
    if call.notes and call.notes_state is not NotesState.WITHHELD:
        yield "has", "notes"
    if call.recording_state is RecordingState.RECORDING:
        yield "has", "recording"


def wider(place: str) -> Iterator[str]:
    """Give the beginnings of a place that end before a comma, the shortest first.

    >>> list(wider("Mill Town, River County, PA"))
    ['Mill Town', 'Mill Town, River County']
    """
    at = place.find(", ", 1)
    while at > 0:
        yield place[:at]
        at = place.find(", ", at + 1)


def _fields(**texts: str) -> Fields:
    return tuple((name, text) for name, text in texts.items() if text)


def _written(archive: PublicArchive) -> Iterator[FoundPage]:
    for page in archive.pages:
        path = addresses.page_of_source(page.path)
        head = _fields(title=page.title, body=page.description)
        yield FoundPage(path, page.title, "", (), head, written=page)


def _records(archive: PublicArchive) -> Iterator[FoundPage]:
    """Give the pages of series, groups and hubs, each by what stands at its top."""
    for series in archive.series:
        path = addresses.series_page(series.id)
        head = _fields(title=series.title, body=f"{series.purpose} {series.rhythm}".strip())
        yield FoundPage(path, series.title, "", (), head)
    for group in archive.groups:
        path = addresses.group_page(group.id)
        head = _fields(title=group.name, place=group.place, body=group.work)
        yield FoundPage(path, group.name, "", (), head)
    for hub in archive.hubs:
        path = addresses.hub_page(hub.id)
        head = _fields(title=hub.name, place=hub.place, body=hub.about)
        yield FoundPage(path, hub.name, "", (), head)


def _found_place(place: PlaceRecord) -> FoundPage:
    """Give the page of a place by every spelling, and by its state in whole words, which calls write as a code."""
    name = place.name
    state = state_words(name.country, name.state) if name.state else ""
    head = _fields(title=place.words, place="; ".join(place.other_words), body=state)
    return FoundPage(addresses.place_page(name.name), place.words, "", (), head)


def _entry(page: FoundPage, notes: tuple[PublicNotes, ...], settings: Settings) -> IndexEntry:
    if page.written is not None:
        first, *rest = _written_passages(page.written, page.head, settings)
        return IndexEntry(page.path, page.title, page.date, page.filters, (first, *rest))
    kind = "call" if page.path.startswith("calls/") else "page"
    head = IndexPassage("", "", kind, "", "", page.head)
    passages = (head, *_call_passages(page, notes, settings))
    return IndexEntry(page.path, page.title, page.date, page.filters, passages)


def _written_passages(page: PublicPage, head: Fields, settings: Settings) -> Iterator[IndexPassage]:
    """Give the passages of a written page without its blocks of code, which are examples."""
    places = read_places(page.body, written_setting(page, settings))
    (before, *rest), _ = read_sections(places, has_code=False)
    weight = _weight(addresses.page_of_source(page.path))
    if weight == PROBLEM_WEIGHT:
        head = tuple(("heading" if name == "title" else name, told) for name, told in head)
    yield IndexPassage("", "", "page", "", "", (*head, *_fields(body=before.text)), weight)
    for section in rest:
        fields = _fields(heading=section.heading, body=section.text)
        yield IndexPassage(section.anchor, section.heading, "page", "", "", fields, weight)


def _weight(path: str) -> int:
    """Give how much the words of a written page count."""
    if path.startswith("help/problems/"):
        return PROBLEM_WEIGHT
    return HELP_WEIGHT if path.startswith("help/") else 100


def _call_passages(
    page: FoundPage, every: tuple[PublicNotes, ...], settings: Settings
) -> Iterator[IndexPassage]:
    """Give the passages of a call's notes in all their languages, as the page has them one after another."""
    taken = OWN_NAMES
    final = [notes for notes in every if not notes.is_draft]
    told = first_marks(final)
    for notes in every:
        places = read_places(*notes_setting(notes, settings, place_of(notes, page.path, taken)))
        taken = frozenset(places.taken)
        decided = _decided(notes.marks, told) if notes in final else {}
        gone = frozenset(line for line, name in decided.items() if name in page.superseded)
        yield from _notes_passages(notes, places, frozenset(decided), gone)


def _decided(marks: tuple[PublicMark, ...], told: tuple[PublicMark, ...]) -> dict[int, str]:
    """Give the lines of marks that the register counts as decided, `told` being its marks, and of their translations.

    Each comes with its name in the register.
    A translation is one of a decision where all its marks stand in the order of those it translates.
    """
    if len(marks) != len(told):
        return {}
    pairs = zip(marks, told, strict=True)
    return {m.line: t.anchor for m, t in pairs if part_of(m) == part_of(t) == DECIDED}


def _notes_passages(
    notes: PublicNotes, places: Places, decided: frozenset[int], gone: frozenset[int]
) -> Iterator[IndexPassage]:
    """Give a passage for each section, and one for each mark; a mark's own words stand in one of them."""
    marks = {mark.line - notes.body_line + 1: mark for mark in reversed(notes.marks)}
    sections, items = read_sections(places, marks)
    state, language = notes_heading(notes), notes.language
    top = f"{MINUTES}-{language.lower()}" if language else MINUTES
    for section in sections:
        fields = _fields(heading=section.heading, body=section.text)
        if fields:
            words = section.heading or state
            yield IndexPassage(section.anchor or top, words, "call", state, language, fields)
    for mark in notes.marks:
        line = mark.line - notes.body_line + 1
        place = places.anchors.get(line)
        own = items.get(line, "") if marks[line] is mark else ""
        is_decided = mark.line in decided and part_of(mark) == DECIDED
        yield IndexPassage(
            anchor=place.name if place else top,
            words=shortened(mark.text, WORDS_SHOWN),
            kind="decision" if is_decided else "call",
            state=_("{state}, superseded since").format(state=state)
            if is_decided and mark.line in gone
            else state,
            language=language,
            fields=(("decision" if is_decided else "body", own or _mark_text(mark)),),
        )


def _mark_text(mark: PublicMark) -> str:
    said = (mark.kind.value, mark.text, mark.outcome, mark.note, mark.owner, *mark.items)
    return ". ".join(each for each in said if each)
