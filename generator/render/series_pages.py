"""A page for every recurring call, and their index.

A series of which only the habit is known shows that habit and the calls that are attested, and no others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.privacy.public import (
    Evidence,
    LooseDate,
    PublicArchive,
    PublicPlatform,
    PublicSeries,
    Rhythm,
)
from generator.render.action_states import NOTHING_OPEN, OpenHere, actions_in, open_by
from generator.render.action_words import open_fact
from generator.render.belonging import rows_by, series_ids
from generator.render.call_facts import platform_fact, role_facts
from generator.render.carried_over import open_actions_in
from generator.render.clock_changes import Notice
from generator.render.clock_notices import clock_notices, on_series
from generator.render.decision_words import decisions_fact, parts_in_words
from generator.render.improving import Wanted, invitation, wanted_of_series
from generator.render.list_tools import name_tools
from generator.render.names import Target, links, named, names_of
from generator.render.output import Draft, Page
from generator.render.record_calls import CallsHere, calls_here, long_lists
from generator.render.record_foot import Fact, fact, fact_code, fact_links, standing
from generator.render.record_pages import (
    IndexText,
    Part,
    RecordText,
    entry,
    index_page,
    record_page,
)
from generator.render.rhythm_words import rhythm_sentence, rule_of
from generator.render.schema_org import series_head
from generator.render.series_dates import (
    SeriesDates,
    dates_of_series,
    drawn_series_dates,
    long_dates,
)
from generator.render.subscribing import feed_links
from generator.render.words import (
    capital,
    length_words,
    list_hint,
    recorded_calls,
    sentence,
    span,
    zone_words,
)
from generator.settings import Settings
from generator.wording import N_, _, counted, ngettext

INDEX = addresses.SERIES
PATTERN = N_(
    "The habit is known, single dates are not. Only the calls listed here are attested, "
    "and this archive invents no others."
)
OVER = N_("The calls have ended. Weekdays and hours are told as they were.")
ALL_OVER = N_("They have ended; weekdays and hours are told as they were.")
"""What pages of a closed archive say beside a rhythm, which has no tense."""
UNLISTED = N_("You have notes of a call of this series that is not listed here?")


@dataclass(frozen=True, slots=True)
class SeriesView:
    """All that the page of a series needs; `decisions` counts what was decided on its calls, in words.

    `dates` are told in place of single calls where the series expands.
    """

    series: PublicSeries
    groups: tuple[Target, ...]
    hubs: tuple[Target, ...]
    calls: CallsHere
    wanted: Wanted
    open_actions: OpenHere
    decisions: str
    dates: SeriesDates | None = None
    provider: PublicPlatform | None = None
    clock_notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesListed:
    """A series in the index: its page, its rhythm, when it was held, and how many of its calls are known."""

    target: Target
    rhythm: str
    recurrence: Rhythm | None
    since: LooseDate | None
    until: LooseDate | None
    calls: int


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of series and a page for each."""
    names = names_of(archive)
    rows = rows_by(series_ids, archive, settings.today)
    listed = tuple(
        SeriesListed(
            names.series[each.id],
            each.rhythm,
            each.recurrence,
            each.since,
            each.until,
            len(rows.get(each.id, ())),
        )
        for each in archive.series
    )
    yield Draft(INDEX, series_index, listed)
    decided = parts_in_words(archive)
    providers = {platform.id: platform for platform in archive.platforms}
    moved_by_clocks = clock_notices(archive, settings).series
    still = open_actions_in(archive).after
    actions = actions_in(archive, settings)
    here = open_by(series_ids, "series", archive.calls, actions)
    for each in archive.series:
        own = tuple(replace(row, about="") for row in rows.get(each.id, ()))
        dates = dates_of_series(each, archive, settings)
        view = SeriesView(
            series=each,
            groups=named(names.groups, each.groups),
            hubs=named(names.hubs, each.hubs),
            calls=CallsHere(len(own), ()) if dates else calls_here(own),
            wanted=wanted_of_series(each.id, still[each.id]),
            open_actions=here.get(each.id, NOTHING_OPEN),
            decisions=decided.get(("series", each.id), ""),
            dates=dates,
            provider=providers.get(each.platform),
            clock_notices=moved_by_clocks.get(each.id, ()),
        )
        yield Draft(addresses.series_page(each.id), series_page, view)
        if dates:
            yield from long_dates(names.series[each.id], each, archive, settings)
        else:
            yield from long_lists(names.series[each.id], INDEX, own)


def series_index(listed: tuple[SeriesListed, ...], settings: Settings) -> Page:
    """Make the index of recurring calls."""
    over = f" {_(ALL_OVER)}" if settings.state == "closed" and listed else ""
    entries = tuple(
        entry(each.target, INDEX, _says(each), each.calls)
        for each in sorted(listed, key=lambda one: one.target.title.casefold())
    )
    number = len(entries)
    shown = ngettext("{shown} of {n} series shown", "{shown} of {n} series shown", number)
    text = IndexText(
        page=INDEX,
        title=_("Series"),
        lead=counted(
            "{n} recurring call, with the single calls that are known.",
            "{n} recurring calls, with the single calls that are known.",
            number,
        )
        + over,
        empty=_(
            "No recurring call is recorded here yet. A series is one text file in the calls folder."
        ),
        parts=(Part("", "", entries),) if entries else (),
        tools=name_tools(shown, number, INDEX),
    )
    return index_page(text, settings)


def _says(listed: SeriesListed) -> tuple[str, ...]:
    """Say of a series how often its calls are, and from when until when."""
    rhythm = rhythm_sentence(listed.rhythm, listed.recurrence)
    return (sentence(rhythm) if rhythm else "", capital(span(listed.since, listed.until)))


def series_page(view: SeriesView, settings: Settings) -> Page:
    """Make the page of a recurring call."""
    series = view.series
    page = addresses.series_page(series.id)
    rhythm = rhythm_sentence(series.rhythm, series.recurrence)
    pattern = series.evidence is Evidence.PATTERN_ONLY
    note = _("About the dates: {note}").format(note=series.date_note) if series.date_note else ""
    over = _(OVER) if settings.state == "closed" else ""
    says = (
        rhythm,
        *on_series(view.clock_notices),
        over,
        series.purpose,
        _(PATTERN) if pattern else "",
        note,
    )
    told = (
        _("{title}, a recurring call of the past. {rhythm} {calls}.")
        if over
        else _("{title}, a recurring call. {rhythm} {calls}.")
    )
    summary = told.format(
        title=series.title,
        rhythm=sentence(rhythm or _("Rhythm not known")),
        calls=recorded_calls(view.calls.number),
    )
    return record_page(
        RecordText(
            page=page,
            section=INDEX,
            title=series.title,
            summary=summary,
            kind=_("Recurring call"),
            says=tuple(each for each in says if each),
            facts=(
                *_facts(view, page, settings),
                *decisions_fact(("series", series.id), view.decisions, page),
                *open_fact(view.open_actions, page, settings),
            ),
            parts=(),
            calls=view.calls,
            dates=drawn_series_dates(view.dates, page, settings) if view.dates else None,
            hint="" if pattern else list_hint(series.evidence),
            empty=_(
                "No single call of this series is recorded here yet. "
                "Whoever has its dates or notes can add them: each call is one text file."
            ),
            sources=series.sources,
            source=series.path,
            feed=feed_links("series", series.id, addresses.series_feed(series.id), page),
            head=series_head(series, view.groups, settings),
            notes_wanted=invitation(view.wanted, page, settings, _(UNLISTED)),
        ),
        settings,
    )


def _facts(view: SeriesView, page: str, settings: Settings) -> tuple[Fact, ...]:
    series = view.series
    # Where calls are to come, a span ends in days that nobody knows yet.
    spanning = _("Held") if settings.state == "closed" else _("Period")
    skipped = (
        _("{day} ({reason})").format(day=on, reason=reason) if reason else str(on)
        for on, reason in series.skipped
    )
    staffed = counted("the first {n} call", "the first {n} calls", series.staffed_calls)
    return (
        *fact(spanning, capital(span(series.since, series.until))),
        *fact(_("Times are in"), zone_words(series.zone)),
        *fact_code(
            _("Rule"),
            rule_of(series.rhythm, series.recurrence),
            _("As calendar programs write it (RFC 5545)"),
        ),
        *fact(_("Length"), length_words(series.length)),
        *fact(_("Skipped"), "" if view.dates else ", ".join(skipped)),
        *role_facts(series.roles),
        *platform_fact(series.platform, view.provider),
        *fact_links(_("Groups"), links(view.groups, page)),
        *fact_links(_("Campaigns and gatherings"), links(view.hubs, page)),
        *fact(_("Staffed by the service"), staffed if series.staffed_calls else ""),
        *standing(series.evidence, series.confidence),
    )
