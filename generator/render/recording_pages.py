"""The pages of recordings: one for the archive, and a list for every year, or month, where there are too many.

What is about to be lost stands first, while it can be saved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses, forges
from generator.privacy.public import PublicArchive, RecordingState
from generator.render.asked_addresses import AskedSources, asked_sources
from generator.render.copy_words import COPY_CHIPS, copy_state_word
from generator.render.environment import fill
from generator.render.list_tools import call_tools
from generator.render.names import link
from generator.render.output import Alternate, Draft, Head, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.recording_shelf import Deadline, Shelf, Shelved, shelf_of
from generator.render.recording_words import (
    asked_days,
    asked_rows,
    other_states,
    shelf_sentences,
)
from generator.render.row_parts import RowPart, month_parts, outline_of, year_parts
from generator.render.rows import ROWS_LIMIT, DrawnRow, Row, drawn, icons_of
from generator.render.schema_org import LIST_HEAD
from generator.render.withheld_parts import Part, above, parted, path_of, words_of
from generator.render.words import counted_calls, description
from generator.settings import Settings, repository
from generator.wording import N_, _

INDEX = addresses.RECORDINGS
WAYS = (
    (addresses.DEADLINES_FEED, N_("What will be lost, as an Atom feed")),
    (addresses.DEADLINES_CALENDAR, N_("What will be lost, as a calendar file")),
    (addresses.PODCAST_FEED, N_("What can be heard, as a podcast")),
    (addresses.RECORDINGS_DATA, N_("All recordings as data")),
)
"""What else tells of recordings: the file, and what a link to it says."""
LINES = "  - url: https://\n    keeper: "
"""What is added to a record for another copy."""
DANGER, PERHAPS, HEARD = "about-to-be-lost", "perhaps-at-the-provider", "can-be-heard"
OTHERS, ASKED = "no-recording-here", "when-asked"
KINDS = (
    (
        frozenset({RecordingState.GONE}),
        "gone",
        N_("Gone"),
        N_("Their addresses were asked for, and the recordings were not there."),
    ),
    (
        frozenset({RecordingState.EXPIRED}),
        "expired",
        N_("Expired"),
        N_(
            "Their providers keep recordings for a number of days, which have passed. This is worked out from the rule:"
            " nobody looked."
        ),
    ),
    (
        frozenset(RecordingState)
        - {RecordingState.RECORDING, RecordingState.GONE, RecordingState.EXPIRED},
        "known-of-others",
        N_("What is known of others"),
        N_("No copy of these is listed here, but their records tell something of them."),
    ),
)
"""Kinds of recordings that cannot be heard: states, name in the page, heading, and what is said of them all."""


@dataclass(frozen=True, slots=True)
class RecordingsView:
    """The first page: everything on the shelf but rows, which are in `part` where they fit one list.

    What has a deadline is as much as a page shows, the nearest first, and so are the sources that are gone.
    """

    shelf: Shelf
    part: Part[Shelved]
    sources: AskedSources
    more_danger: int
    more_perhaps: int
    more_gone: int


class DrawnDeadline(NamedTuple):
    """A call with a deadline as templates draw it; `edit` leads to the record, and is empty where nobody may edit."""

    day: str
    row: DrawnRow
    says: tuple[str, ...]
    chip: tuple[str, str, str]
    edit: str


class DrawnLost(NamedTuple):
    """A kind of recordings that cannot be heard: a heading, its name in the page, and rows with sentences."""

    heading: str
    anchor: str
    counted: str
    says: str
    rows: tuple[tuple[DrawnRow, tuple[str, ...]], ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the page of all recordings, which an archive without one has too, and the lists that it leads to."""
    shelf, sources = shelf_of(archive, settings), asked_sources(archive)
    whole, *smaller = parted(shelf.shelved)
    view = RecordingsView(
        replace(
            shelf,
            shelved=(),
            danger=shelf.danger[:ROWS_LIMIT],
            perhaps=shelf.perhaps[:ROWS_LIMIT],
        ),
        whole,
        replace(sources, gone=sources.gone[:ROWS_LIMIT]),
        len(shelf.danger[ROWS_LIMIT:]),
        len(shelf.perhaps[ROWS_LIMIT:]),
        len(sources.gone[ROWS_LIMIT:]),
    )
    yield Draft(INDEX, index_page, view)
    for part in smaller:
        yield Draft(path_of(INDEX, part.period), part_page, part)


def index_page(view: RecordingsView, settings: Settings) -> Page:
    """Make the page of all recordings."""
    shelf = view.shelf
    says = shelf_sentences(shelf)
    lists = _lists(view.part, INDEX)
    values = {
        **lists.values,
        "says": says,
        "has_edit": bool(forges.edit_base(repository(settings))),
        "lines": LINES,
        "danger": _deadlines(shelf.danger, settings),
        "danger_count": counted_calls(len(shelf.danger) + view.more_danger),
        "more_danger": view.more_danger,
        "perhaps": _deadlines(shelf.perhaps, settings),
        "perhaps_count": counted_calls(len(shelf.perhaps) + view.more_perhaps),
        "more_perhaps": view.more_perhaps,
        "others": other_states(shelf, INDEX),
        "asked": asked_rows(shelf.asked, view.sources.asked),
        "asked_days": asked_days(shelf.asked, view.sources.asked),
        "gone_sources": tuple(
            (link(one.record, INDEX), one.title, one.says) for one in view.sources.gone
        ),
        "more_gone": view.more_gone,
        "ways": tuple((addresses.relative(path, INDEX), _(words)) for path, words in WAYS),
        "privacy": addresses.relative(PRIVACY_HELP, INDEX),
        "icons": tuple(sorted({*lists.icons, *({"due"} if shelf.danger else ())})),
        **short_foot(INDEX, settings),
    }
    about = _("Recordings of {site}. {counts}").format(
        site=settings.site_name, counts=" ".join(says)
    )
    outline = (
        *((Heading(2, DANGER, _("About to be lost")),) if shelf.danger else ()),
        *((Heading(2, PERHAPS, _("Perhaps still at the provider")),) if shelf.perhaps else ()),
        *lists.outline,
        *((Heading(2, OTHERS, _("No recording here")),) if values["others"] else ()),
        *((Heading(2, ASKED, _("When addresses were last asked for")),) if values["asked"] else ()),
    )
    body = fill("recordings.html", values)
    return Page(
        INDEX, INDEX, _("Recordings"), description(about), outline, body, head=_recordings_head()
    )


def part_page(part: Part[Shelved], settings: Settings) -> Page:
    """Make the list of the recordings of a year, a month or a part of one."""
    page, up = path_of(INDEX, part.period), above(part.period)
    lists = _lists(part, page)
    title = _titled(words_of(part.period))
    values = {
        **lists.values,
        "title": title,
        "above": (addresses.relative(path_of(INDEX, up), page), _titled(words_of(up))),
        "icons": lists.icons,
        **short_foot(page, settings),
    }
    about = _("{title}, {site}.").format(title=title, site=settings.site_name)
    body = fill("recordings_part.html", values)
    return Page(page, INDEX, title, description(about), lists.outline, body, head=LIST_HEAD)


class _Lists(NamedTuple):
    values: dict[str, object]
    outline: tuple[Heading, ...]
    icons: tuple[str, ...]


def _lists(part: Part[Shelved], page: str) -> _Lists:
    """Draw what can be heard, and what cannot, the newest first, or the smaller lists that have it."""
    rows = tuple(reversed(part.rows))
    heard = tuple(one.row for one in rows if one.state is RecordingState.RECORDING)
    parts, lost = _parts(heard, part, page), tuple(_not_heard(rows, page))
    values: dict[str, object] = {
        "periods": tuple(
            ((addresses.relative(path_of(INDEX, period), page), words_of(period)), counted_calls(n))
            for period, n in part.inner
        ),
        "parts": parts,
        "heard_count": counted_calls(len(heard)) if heard else "",
        "tools": call_tools(heard, page, newest_first=True),
        "lost": lost,
    }
    outline = (
        Heading(2, HEARD, _("What can be heard")),
        *outline_of(parts),
        *(Heading(2, one.anchor, one.heading) for one in lost),
    )
    return _Lists(values, outline, icons_of(one.row for one in rows))


def _parts(heard: Sequence[Row], part: Part[Shelved], page: str) -> tuple[RowPart, ...]:
    """Part what can be heard by year, or that of a year by month."""
    in_year = part.period.year and part.period.month < 0
    parts = month_parts(heard, page, 3) if in_year else year_parts(heard, page)
    return tuple(reversed(parts))


def _not_heard(rows: Sequence[Shelved], page: str) -> Iterator[DrawnLost]:
    for states, anchor, heading, says in KINDS:
        found = [one for one in rows if one.state in states]
        if found:
            told = zip(drawn((one.row for one in found), page), found, strict=True)
            yield DrawnLost(
                _(heading),
                anchor,
                counted_calls(len(found)),
                _(says),
                tuple((row, one.says) for row, one in told),
            )


def _deadlines(deadlines: Sequence[Deadline], settings: Settings) -> tuple[DrawnDeadline, ...]:
    forge = repository(settings)
    rows = drawn((one.row for one in deadlines), INDEX)
    return tuple(
        DrawnDeadline(
            one.day.isoformat(),
            row,
            one.says,
            (*COPY_CHIPS[one.state], copy_state_word(one.state)) if one.state else ("", "", ""),
            forges.edit_file(forge, one.record),
        )
        for row, one in zip(rows, deadlines, strict=True)
    )


def _titled(period: str) -> str:
    return _("Recordings of {period}").format(period=period) if period else _("Recordings")


def _recordings_head() -> Head:
    alternates = (
        Alternate("application/json", _("All recordings as data"), addresses.RECORDINGS_DATA),
    )
    return replace(LIST_HEAD, alternates=alternates)
