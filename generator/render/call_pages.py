"""A page for every call: when it was, who met, what came out of it, and what is kept or missing of it.

The order of the page is fixed; each part of it has a module of its own.
"""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.privacy.public import (
    NotesState,
    Origin,
    PublicArchive,
    PublicNotes,
    RecordingState,
)
from generator.render.action_words import carried_list, told_on_call
from generator.render.add_to_calendar import NO_FILE, add_link, file_of
from generator.render.call_agenda import drawn_agenda
from generator.render.call_breakouts import (
    BREAKOUTS,
    breakout_rows,
    breakouts_hint,
    no_report,
    placed_moments,
)
from generator.render.call_facts import call_facts, eyebrow, registration, room_sentence
from generator.render.call_heads import (
    call_description,
    call_head,
    call_page_title,
    known_change,
)
from generator.render.call_history import HISTORY, history_of
from generator.render.call_notes import MINUTES, DrawnNotes, drawn_notes
from generator.render.call_outcomes import (
    HEADINGS,
    DrawnPart,
    icons_in,
    no_decision,
    outcome_parts,
    outcomes_remark,
)
from generator.render.call_sureness import sureness
from generator.render.call_transcripts import transcript_links
from generator.render.call_views import CallView, WithheldView, call_views
from generator.render.call_when import LOCAL_TIME, reader_time, status_sentences, when_of
from generator.render.clock_notices import on_call
from generator.render.environment import fill
from generator.render.improving import ADD_NOTES, IMPROVE, NO_FORMS, NOTES_FORM, invitation
from generator.render.language_names import language_name
from generator.render.named_marks import SUPERSEDED, place_from
from generator.render.names import Link, call_title
from generator.render.output import Draft, Heading, Page
from generator.render.pager import pager
from generator.render.player import DrawnPlayer, drawn_player
from generator.render.record_foot import CITE, SOURCES, Subject, drawn_sources, foot
from generator.render.rows import icons_for
from generator.render.states import (
    Chip,
    chip_keys,
    chips,
    notes_sentence,
    recording_sentence,
)
from generator.render.withheld_call import withheld_call_page
from generator.render.withholding_words import withheld_sentences
from generator.render.words import (
    agenda_hint,
    capital,
    loose_day,
)
from generator.settings import Settings
from generator.wording import N_, _

SECTION = addresses.CALLS
OUTCOMES = "record-outcomes"
CARRIED = "record-carried-over"
RECORDING = "record-recording"
AGENDA = "record-agenda"
OWN_NAMES = frozenset(
    {OUTCOMES, CARRIED, BREAKOUTS, RECORDING, MINUTES, AGENDA, SOURCES, HISTORY, IMPROVE, CITE}
    | {ADD_NOTES}
) | frozenset(HEADINGS.values())
"""Names in the page that notes cannot take."""
_MISSING = f"notes-{NotesState.MISSING.value}"


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page of every call, in linear time over the archive."""
    for view in call_views(archive, settings):
        path = addresses.call_page(view.call.id)
        if isinstance(view, WithheldView):
            yield Draft(path, withheld_call_page, view, remember=False, is_listed=False)
        else:
            remember, changed_at = view.call.withholding is None, known_change(view.call)
            yield Draft(path, call_page, view, remember=remember, changed_at=changed_at)


def call_page(view: CallView, settings: Settings) -> Page:
    """Make the page of a call whose details may be seen."""
    call = view.call
    page = addresses.call_page(call.id)
    parts = outcome_parts(call.notes, view.named_marks, page, _superseded(view))
    breakouts = breakout_rows(call)
    notes, notes_outline = drawn_notes(view, page, settings, OWN_NAMES)
    keys = chip_keys(call, view.upcoming)
    player = drawn_player(view.player, page, settings)
    when = when_of(call)
    values = {
        "eyebrow": eyebrow(view, page),
        "title": call_title(call),
        "when": when,
        "reader_time": reader_time(call),
        "local_time": addresses.relative(LOCAL_TIME, page),
        "add": add_link(file_of(call), call_title(call), page) if view.is_coming else NO_FILE,
        "calendar_file": addresses.relative(file_of(call), page) if file_of(call) else "",
        "says": _says(view),
        "chips": _chips(keys, notes, bool(view.wanted)),
        "icons": _icons(keys, notes, parts, player),
        "facts": call_facts(view, page),
        "registration": registration(view),
        "parts": parts,
        "no_decision": no_decision(parts),
        "said_of": _said_of(view, page),
        "told_of": {
            one.name.partition("#")[2]: told_on_call(one, settings) for one in view.actions
        },
        "carried": carried_list(view.carried, page),
        "outcomes_remark": outcomes_remark(call, bool(parts), view.upcoming),
        "breakouts": breakouts,
        "moments": placed_moments(breakouts, (one.html for one in notes)),
        "breakouts_hint": breakouts_hint(call),
        "no_report": no_report(call, breakouts),
        "withheld": _withheld(view),
        "register": addresses.relative(addresses.WITHHELD, page),
        "player": player,
        "transcripts": transcript_links(call, view.drafted, page),
        "recording_says": _recording_says(view),
        "recording_wanted": call.recording_state is RecordingState.MISSING,
        "notes": notes,
        "notes_say": _notes_say(view),
        "notes_wanted": invitation(view.wanted, page, settings) if view.wanted else None,
        "agenda": drawn_agenda(call),
        "agenda_hint": agenda_hint(call.evidence),
        "agenda_first": view.upcoming,
        "agenda_folded": call.notes_state in (NotesState.MINUTES, NotesState.DRAFT),
        "sources": drawn_sources(call.sources),
        "sureness": sureness(call),
        "history": history_of(call, settings),
        "log": addresses.relative(view.log, page) if view.log else "",
        **foot(_subject(view, page), settings),
        "pager": pager(view.near, page),
    }
    return Page(
        path=page,
        section=SECTION,
        title=call_page_title(call),
        description=call_description(view),
        outline=_outline(view, parts, notes_outline, settings),
        body=fill("call.html", values),
        source=call.path,
        head=call_head(view, settings),
    )


def _chips(
    keys: Sequence[str], notes: Sequence[DrawnNotes], wanted: bool
) -> tuple[tuple[Chip, str], ...]:
    """Give the band of states, each with the name of the place in the page that says more (empty: none)."""
    places = {"notes": notes[0].anchor if notes else MINUTES, "recording": RECORDING}
    return tuple(
        (chip, ADD_NOTES if wanted and key == _MISSING else places.get(key.partition("-")[0], ""))
        for key, chip in zip(keys, chips(tuple(keys)), strict=True)
    )


def _icons(
    keys: Sequence[str],
    notes: Sequence[DrawnNotes],
    parts: Sequence[DrawnPart],
    player: DrawnPlayer,
) -> tuple[str, ...]:
    """Give the drawings that the chips of a page need, and the warning above a program's draft."""
    drafted = {"notes-draft"} if any(one.warning for one in notes) else set()
    return tuple(sorted({*icons_for({*keys, *drafted}), *icons_in(parts), *player.icons}))


def _superseded(view: CallView) -> frozenset[str]:
    """Give the names of the call's decisions that later ones took out of force."""
    return frozenset(
        name
        for name, found in view.said_of_marks
        if any(words == SUPERSEDED for words, *_ in found)
    )


def _says(view: CallView) -> tuple[str, ...]:
    """Give the sentences under the chips: what is not ordinary, and what the call was for."""
    call = view.call
    date_note = _remark(N_("About the date: {note}"), call.date_note)
    coarse = (
        _("Fewer than ten people took part, so who and where they were is told less exactly.")
        if call.coarse
        else ""
    )
    said = (room_sentence(call.mode), call.purpose, date_note, coarse)
    clocks = on_call(view.clock_notices)
    return (*status_sentences(call, view.upcoming), *clocks, *(each for each in said if each))


def _withheld(view: CallView) -> tuple[str, ...]:
    withholding = view.call.withholding
    return withheld_sentences(withholding, view.decided_by, view.overdue) if withholding else ()


def _said_of(view: CallView, page: str) -> dict[str, tuple[tuple[str, Link, str], ...]]:
    """Give what other marks say of those of this call, by the name of each: words, link, call."""
    return {
        name: tuple(
            (capital(_(words)), (place_from(address, page), text), call)
            for words, address, text, call in found
        )
        for name, found in view.said_of_marks
    }


def _recording_says(view: CallView) -> tuple[str, ...]:
    call = view.call
    note = _remark(N_("About the recording: {note}"), call.recording_note)
    said = (recording_sentence(call, view.upcoming), *view.retention, note)
    return tuple(each for each in said if each)


def _notes_say(view: CallView) -> tuple[str, ...]:
    """Give what stands in place of notes, or beside them."""
    call = view.call
    absent = "" if call.notes else notes_sentence(call, view.upcoming)
    note = _remark(N_("About the minutes: {note}"), call.minutes_note)
    return tuple(each for each in (absent, note) if each)


def _remark(message: str, note: str) -> str:
    return _(message).format(note=note) if note else ""


def _subject(view: CallView, page: str) -> Subject:
    call = view.call
    notes = ((one.path, _edit_words(one)) for one in call.notes)
    # A call without a record is made from its notes, which are one file and need one link.
    files = dict([(call.path, _("Edit this record")), *notes])
    return Subject(
        page=page,
        cited_as=f"{call_title(call)}, {loose_day(call.date)}",
        files=tuple(files.items()),
        # Where notes are missing the form stands beside the link that adds them.
        forms=NO_FORMS if view.wanted or call.withholding else NOTES_FORM,
        year=call.date.year,
    )


def _edit_words(notes: PublicNotes) -> str:
    is_summary = notes.origin is Origin.SUMMARY
    words = _("Edit the summary") if is_summary else _("Edit the notes")
    if not notes.language:
        return words
    return _("{notes} ({language})").format(notes=words, language=language_name(notes.language))


def _outline(
    view: CallView, parts: tuple[DrawnPart, ...], notes: tuple[Heading, ...], settings: Settings
) -> tuple[Heading, ...]:
    call = view.call
    agenda = (Heading(2, AGENDA, _("Agenda")),) if call.agenda else ()
    sources = (Heading(2, SOURCES, _("Sources")),) if call.sources else ()
    changed = history_of(call, settings)
    return (
        *(agenda if view.upcoming else ()),
        Heading(2, OUTCOMES, _("Outcomes")),
        *(Heading(3, part.anchor, part.heading) for part in parts),
        *((Heading(3, CARRIED, _("Carried over")),) if view.carried.actions else ()),
        *((Heading(2, BREAKOUTS, _("Breakouts")),) if breakout_rows(call) else ()),
        Heading(2, RECORDING, _("Recording")),
        *(notes or (Heading(2, MINUTES, _("Minutes")),)),
        *(() if view.upcoming else agenda),
        *sources,
        *((Heading(2, HISTORY, _("History of this record")),) if changed else ()),
        Heading(2, IMPROVE, _("Improve this page")),
        Heading(2, CITE, _("Cite this page")),
    )
