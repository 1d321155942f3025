"""A page for each transcript: the recording to hear, and what was said on it, paragraph by paragraph.

How pieces become paragraphs is left to `transcript_text`, the captions file to `captions_files`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import PublicArchive, PublicCall, PublicTranscript
from generator.render.call_heads import known_change
from generator.render.call_notes import OWN_LANGUAGE, direction
from generator.render.chapters import Chapter
from generator.render.environment import fill
from generator.render.improving import IMPROVE
from generator.render.language_names import in_language, language_name
from generator.render.names import call_title
from generator.render.output import Alternate, Draft, Head, Heading, Page
from generator.render.player import PlayerView, drawn_player, player_view
from generator.render.record_foot import CITE, Subject, foot
from generator.render.said_on_calls import said_on_calls
from generator.render.schema_org import head_title
from generator.render.transcript_text import (
    Paragraph,
    Part,
    drawn_text,
    paragraph_at,
    paragraphs,
    parts_of,
)
from generator.render.transcript_words import (
    captions_of,
    corrections_counted,
    drafted,
    page_of,
    remarks,
)
from generator.render.words import clock_of_recording, description, full_day, loose_day
from generator.settings import Settings
from generator.wording import _

SECTION = addresses.RECORDINGS
WORDS = "record-words"
CORRECTIONS = "record-corrections"
FOLLOW = "assets/javascripts/player/follow.js"
CAPTIONS_TYPE = "text/vtt"
_MANY_CUES = 4_000
"""More pieces than these are not laid out by browsers before the reader comes to them: about three hours of talk."""
_CUES_A_PAGE = 500
"""So many pieces take as long as an ordinary page."""


@dataclass(frozen=True, slots=True)
class TranscriptView:
    """All that the page of a transcript needs: its words, its call without notes, and the languages of its sisters.

    `chapters` are the parts of the recording, `player` what can be heard of it.
    """

    transcript: PublicTranscript
    call: PublicCall
    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    has_notes: bool
    player: PlayerView


class DrawnCorrection(NamedTuple):
    """A correction as templates draw it: where it stands, its moment, the new words, and why."""

    place: str
    moment: str
    new: str
    reason: str


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page of every transcript, in linear time over the archive."""
    platforms = {platform.id: platform for platform in archive.platforms}
    for said in said_on_calls(archive):
        player = player_view(said.call, platforms)
        languages = tuple(one.language for one in said.transcripts)
        for one in said.transcripts:
            yield Draft(
                page_of(one),
                transcript_page,
                TranscriptView(one, said.call, languages, said.chapters, said.has_notes, player),
                remember=said.call.withholding is None,
                weight=1 + len(one.cues) // _CUES_A_PAGE,
                changed_at=known_change(said.call),
            )


def transcript_page(view: TranscriptView, settings: Settings) -> Page:
    """Make the page of a transcript."""
    one, call = view.transcript, view.call
    page = page_of(one)
    parts = parts_of(view.chapters, one.cues)
    found = paragraphs(one.cues, [chapter.start for chapter in view.chapters])
    title = _("{title}: what was said").format(title=call_title(call))
    player = drawn_player(view.player, page, settings)
    values = {
        "title": title,
        "call": addresses.relative(addresses.call_page(call.id), page),
        "player": player,
        "minutes": _minutes(view, page),
        "date": str(call.date),
        "day": full_day(call.date),
        "warning": drafted(one),
        "remarks": remarks(one),
        "corrections_counted": corrections_counted(one),
        "corrections": _corrections(one, found),
        "others": _others(view, page),
        "language": one.language,
        "direction": direction(one.language),
        "is_long": len(one.cues) > _MANY_CUES,
        "text": drawn_text(found, parts),
        "follow": addresses.relative(FOLLOW, page),
        "captions": addresses.relative(captions_of(one), page),
        "icons": tuple(sorted({*(("draft",) if drafted(one) else ()), *player.icons})),
        **foot(_subject(view, page, title), settings),
    }
    return Page(
        path=page,
        section=SECTION,
        title=_page_title(view, title),
        description=_description(view, title),
        outline=_outline(one, parts),
        body=fill("transcript.html", values),
        source=one.path,
        head=_head(view),
    )


def _minutes(view: TranscriptView, page: str) -> str:
    """Give the address of the call's minutes where there are any, which a page of words leads to."""
    place = f"{addresses.call_page(view.call.id)}#record-minutes"
    return addresses.relative(place, page) if view.has_notes else ""


def _corrections(
    one: PublicTranscript, found: tuple[Paragraph, ...]
) -> tuple[DrawnCorrection, ...]:
    """Give what was put right, in the order of the recording; what stood there before is told nowhere."""
    ordered = sorted(one.corrections, key=lambda each: each.start)
    return tuple(
        DrawnCorrection(
            paragraph_at(found, each.start).name if found else WORDS,
            clock_of_recording(each.start // 1000),
            each.new,
            each.reason,
        )
        for each in ordered
    )


def _others(view: TranscriptView, page: str) -> tuple[tuple[str, str, str], ...]:
    """Lead to the words in other languages: address, words in that language, its code."""
    return tuple(
        (
            addresses.relative(addresses.transcript_page(view.call.id, each), page),
            in_language(each or OWN_LANGUAGE),
            each or OWN_LANGUAGE,
        )
        for each in view.languages
        if each != view.transcript.language
    )


def _subject(view: TranscriptView, page: str, title: str) -> Subject:
    one = view.transcript
    files = [(one.path, _("Edit the transcript"))]
    if one.corrections:
        path = f"{one.path.removesuffix('.vtt')}.corrections.yaml"
        files.append((path, _("Edit the corrections")))
    return Subject(
        page=page,
        cited_as=f"{title}, {loose_day(view.call.date)}",
        files=tuple(files),
        year=view.call.date.year,
    )


def _page_title(view: TranscriptView, title: str) -> str:
    named = f"{head_title(title)}, {loose_day(view.call.date)}"
    if not view.transcript.language:
        return named
    language = language_name(view.transcript.language)
    return _("{notes} ({language})").format(notes=named, language=language)


def _description(view: TranscriptView, title: str) -> str:
    said = " ".join((*drafted(view.transcript), *remarks(view.transcript)))
    return description(f"{title}, {full_day(view.call.date)}. {said}")


def _outline(one: PublicTranscript, parts: tuple[Part, ...]) -> tuple[Heading, ...]:
    corrections = (Heading(2, CORRECTIONS, _("Corrections")),) if one.corrections else ()
    return (
        Heading(2, WORDS, _("What was said")),
        *(Heading(3, part.name, part.words) for part in parts),
        *corrections,
        Heading(2, IMPROVE, _("Improve this page")),
        Heading(2, CITE, _("Cite this page")),
    )


def _head(view: TranscriptView) -> Head:
    captions = Alternate(CAPTIONS_TYPE, _("Captions"), captions_of(view.transcript))
    about = {"@type": "Thing", "name": call_title(view.call)}
    return Head(facts={"about": about}, alternates=(captions,), changed_at=known_change(view.call))
