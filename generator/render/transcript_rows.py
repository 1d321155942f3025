"""What a search finds of the words of recordings: a passage for each paragraph, in a file of its own for each year.

So a year whose calls were talked about at length costs those nothing who look for what its calls decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.privacy.public import PublicArchive, PublicTranscript
from generator.render.left_out import REDACTED
from generator.render.names import call_title
from generator.render.output import Draft, Index, IndexEntry, IndexPassage
from generator.render.said_on_calls import Said, said_on_calls
from generator.render.search_rows import FOLDER, Fields, call_filters
from generator.render.transcript_text import paragraphs
from generator.render.transcript_words import kind_of, page_of, said_file
from generator.render.words import clock_of_recording
from generator.settings import Settings
from generator.wording import _

WEIGHT = 50
"""How much spoken words count beside those of notes, so that what a call wrote down comes first."""
_CUES_A_PAGE = 500
"""So many pieces take as long as an ordinary page."""


@dataclass(frozen=True, slots=True)
class FoundTranscript:
    """A transcript that a search finds: the title and date of its call, and the values that filters ask for.

    `begins` are seconds at which a paragraph begins in any case.
    """

    transcript: PublicTranscript
    title: str
    date: str
    filters: Fields
    begins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """All that one index needs: its address, and its transcripts, those of the newest call first."""

    path: str
    found: tuple[FoundTranscript, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give an index for each year of which there are transcripts."""
    years: dict[int, list[FoundTranscript]] = {}
    for said in reversed(said_on_calls(archive)):
        years.setdefault(said.call.date.year, []).extend(_found(said))
    for year, found in sorted(years.items()):
        path = f"{FOLDER}/{said_file(year)}"
        pieces = sum(len(each.transcript.cues) for each in found)
        yield Draft(path, index, SaidView(path, tuple(found)), weight=1 + pieces // _CUES_A_PAGE)


def _found(said: Said) -> Iterator[FoundTranscript]:
    call = said.call
    filters = tuple(dict.fromkeys(call_filters(call)))
    for one in said.transcripts:
        yield FoundTranscript(one, call_title(call), str(call.date), filters, said.starts)


def index(view: SaidView, settings: Settings) -> Index:
    """Make the rows of one index."""
    return Index(view.path, tuple(map(_entry, view.found)))


def _entry(found: FoundTranscript) -> IndexEntry:
    one = found.transcript
    state = kind_of(one)
    # The title is the call's own, whose page comes first where only that was looked for.
    head = IndexPassage("", "", "call", state, "", (("body", found.title),), WEIGHT)
    rows = (
        IndexPassage(
            anchor=paragraph.name,
            words=clock_of_recording(paragraph.start // 1000),
            kind="call",
            state=state,
            language=one.language,
            fields=(("body", REDACTED.sub(" ", paragraph.text)),),
            weight=WEIGHT,
        )
        for paragraph in paragraphs(one.cues, found.begins)
        if paragraph.text
    )
    title = _("{title}: what was said").format(title=found.title)
    return IndexEntry(page_of(one), title, found.date, found.filters, (head, *rows))
