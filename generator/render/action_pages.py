"""The register of actions: what is open by series and group, and all that was taken on in each year.

What became of each is left to `action_states`. Nothing is listed by owner: that would be a list of what somebody did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.action_states import Action, Counts, actions_in, counts_of, line_anchor
from generator.render.action_words import (
    ICONS,
    INDEX,
    DrawnAction,
    counted_actions,
    counts_words,
    drawn_action,
    has_ended,
    open_words,
    state_words,
    year_path,
)
from generator.render.data_actions import PATH as DATA
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.months import month_alone, month_of_year
from generator.render.names import NOWHERE, Link, Target, names_of
from generator.render.output import Draft, Heading, Page
from generator.render.record_foot import short_foot
from generator.render.rows import ROWS_LIMIT, by_year
from generator.render.schema_org import LIST_HEAD, dataset_head
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _

OPEN = "open-actions"
YEARS = "actions-by-year"
STILL_OPEN = N_("Open, or not known to be done")
EACH_LIMIT = 5
"""Most open actions that the index lists of one series or group."""
LINES_LIMIT = 100
"""Series and groups of which the index lists actions; of the others it tells the number."""
NO_LINE = N_("Calls without a series or a group")
"""The name of the place of actions whose calls belong to nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a series or a group has open: the latest, and in words how much in all."""

    key: str
    target: Target
    words: str
    total: int
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the index of actions shows: how many there are of each state, those of each year, and what is open."""

    counts: Counts
    years: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """What a list of a year shows, or of one month of a long one: `month` is -1 for the year, 0 where none is known.

    `months` are those with lists of their own; `before` and `after` are the years beside it, 0 for none.
    """

    year: int
    month: int
    before: int
    after: int
    counts: Counts
    actions: tuple[Action, ...]
    months: tuple[tuple[int, int], ...] = ()


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the index of actions, and a list for every year in which some were taken on."""
    actions = actions_in(archive, settings)
    years = by_year(actions)
    sizes = tuple((year, len(found)) for year, found in years.items())
    yield Draft(
        INDEX, index_page, IndexView(counts_of(actions), sizes, _lines(archive, actions, settings))
    )
    order = [0, *years, 0]
    for before, year, after in zip(order, order[1:], order[2:], strict=False):
        yield from _year(YearView(year, -1, before, after, counts_of(years[year]), years[year]))


def _year(view: YearView) -> Iterator[Draft]:
    """Give the list of a year, parted by month where it is long."""
    if len(view.actions) < ROWS_LIMIT:
        yield Draft(year_path(view.year), year_page, view)
        return
    months = _by_month(view.actions)
    sizes = tuple((month, len(found)) for month, found in months.items())
    whole = YearView(view.year, -1, view.before, view.after, view.counts, (), sizes)
    yield Draft(year_path(view.year), year_page, whole)
    for month, found in months.items():
        part = YearView(view.year, month, 0, 0, counts_of(found), found)
        yield Draft(_month_path(view.year, month), year_page, part)


def _lines(
    archive: PublicArchive, actions: Sequence[Action], settings: Settings
) -> tuple[Line, ...]:
    """Give what each series and group has open, those with the latest call first."""
    names = names_of(archive)
    known = {f"series/{each}": target for each, target in names.series.items()}
    known |= {f"groups/{each}": target for each, target in names.groups.items()}
    parts: dict[str, list[Action]] = {}
    for action in reversed(actions):
        if action.is_open:
            parts.setdefault(action.line, []).append(action)
    return tuple(
        Line(
            key=key,
            target=known.get(key) or Target(_(NO_LINE)),
            words=open_words(counts_of(found), settings),
            total=len(found),
            actions=tuple(found[:EACH_LIMIT]) if at < LINES_LIMIT else (),
        )
        for at, (key, found) in enumerate(parts.items())
    )


def index_page(view: IndexView, settings: Settings) -> Page:
    """Make the index of actions."""
    total = sum(number for _, number in view.counts)
    heading = (
        _("Left open when the calls ended, as far as known")
        if has_ended(settings)
        else _(STILL_OPEN)
    )
    values = {
        "counts": _counts_words(view.counts, settings),
        "years": tuple(
            (
                _year_link(year, INDEX),
                counted_actions(number),
            )
            for year, number in view.years
        ),
        "open_heading": heading,
        "lines": tuple(_drawn_line(line, settings) for line in view.lines),
        "total": total,
        "icons": ICONS,
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    outline = (Heading(2, YEARS, _("By year")), Heading(2, OPEN, heading)) if total else ()
    about = _("What was taken on at the calls of {site}, and what became of it. {counts}").format(
        site=settings.site_name, counts=_counts_words(view.counts, settings)
    )
    return Page(
        path=INDEX,
        section=INDEX,
        title=_("Actions"),
        description=description(about),
        outline=outline,
        body=fill("action_index.html", values),
        head=dataset_head(DATA, _("Actions"), about, settings),
    )


DrawnLine = tuple[str, Link, str, tuple[DrawnAction, ...], int]
"""What a series or a group has open, as templates draw it: name in the page, link, count, actions, how many more."""


def _drawn_line(line: Line, settings: Settings) -> DrawnLine:
    href = addresses.relative(line.target.path, INDEX) if line.target.path else ""
    drawn = tuple(drawn_action(action, INDEX, settings) for action in line.actions)
    link = (href, line.target.title)
    return line_anchor(line.key), link, line.words, drawn, line.total - len(drawn)


def year_page(view: YearView, settings: Settings) -> Page:
    """Make the list of the actions of a year, or of one month of it."""
    page = year_path(view.year) if view.month < 0 else _month_path(view.year, view.month)
    when = f"{view.year}" if view.month < 0 else month_of_year(view.year, view.month)
    title = _("Actions of {when}").format(when=when)
    counts = _counts_words(view.counts, settings)
    months = tuple(
        (
            month_alone(month),
            _anchor(month),
            tuple(drawn_action(one, page, settings) for one in found),
        )
        for month, found in _by_month(view.actions).items()
    )
    values = {
        "title": title,
        "counts": counts,
        "months": months,
        "alone": view.month >= 0,
        "icons": ICONS,
        "parts": tuple(
            (
                (addresses.relative(_month_path(view.year, month), page), month_alone(month)),
                counted_actions(number),
            )
            for month, number in view.months
        ),
        "index": addresses.relative(INDEX, page),
        "above": _year_link(view.year if view.month >= 0 else 0, page),
        "before": _year_link(view.before, page),
        "after": _year_link(view.after, page),
        **short_foot(page, settings, forms=ALL_FORMS),
    }
    shown = () if view.month >= 0 else months
    return Page(
        path=page,
        section=INDEX,
        title=title,
        description=description(
            _("{title} in {site}. {counts}").format(
                title=title, site=settings.site_name, counts=counts
            )
        ),
        outline=tuple(Heading(2, anchor, heading) for heading, anchor, _found in shown),
        body=fill("action_year.html", values),
        head=LIST_HEAD,
    )


def _counts_words(counts: Counts, settings: Settings) -> str:
    total = sum(number for _, number in counts)
    if not total:
        return _("No action is recorded.")
    known = [each for each in counts if each[1]]
    if len(known) == 1:
        return _("{actions}, {state}.").format(
            actions=counted_actions(total), state=state_words(known[0][0], settings).lower()
        )
    return _("{actions}: {counts}.").format(
        actions=counted_actions(total), counts=counts_words(counts, settings)
    )


def _by_month(actions: Sequence[Action]) -> dict[int, tuple[Action, ...]]:
    parts: dict[int, list[Action]] = {}
    for action in actions:
        parts.setdefault(action.date.month, []).append(action)
    return {month: tuple(parts[month]) for month in sorted(parts)}


def _anchor(month: int) -> str:
    return f"month-{month:02d}" if month else "month-not-known"


def _month_path(year: int, month: int) -> str:
    return f"actions/{year:04d}-{month:02d}.html" if month else f"actions/{year:04d}-not-known.html"


def _year_link(year: int, page: str) -> Link:
    if not year:
        return "", NOWHERE.title
    return addresses.relative(year_path(year), page), _("Actions of {when}").format(when=year)
