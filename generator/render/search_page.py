"""The page people search with: a field, filters with the archive's own names, and other ways to look without a script.

What is found and in which order is left to the search client; this page holds every word that client shows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from generator import addresses
from generator.privacy.public import NotesState, PublicArchive, PublicCall
from generator.render.data_calls import PATH as CALLS_DATA
from generator.render.environment import fill
from generator.render.improving import ALL_FORMS
from generator.render.names import Link, Names, Target, names_of
from generator.render.output import Draft, Page
from generator.render.record_foot import short_foot, web_address
from generator.render.schema_org import SEARCH_HEAD
from generator.render.search_messages import search_messages
from generator.render.search_rows import wider
from generator.render.words import description
from generator.settings import Settings
from generator.wording import N_, _

INDEX = addresses.SEARCH
SCRIPT = "assets/javascripts/search-page/page.js"
CHOICES_LIMIT = 300
"""Most choices of one filter; of more the ones with most calls are offered, and the others are found by their name."""
LISTS = (
    (addresses.CALLS, N_("Calls"), N_("by year, each with its date, series and hosts")),
    (
        addresses.how_met(),
        N_("How people met"),
        N_("calls by telephone, in a room, or in another way"),
    ),
    (addresses.how_sure(), N_("How sure the facts are"), N_("calls by what their records rest on")),
    (addresses.CALENDAR, N_("Calendar"), N_("calls by month")),
    (addresses.DECISIONS, N_("Decisions"), N_("what was decided, and by which call")),
    (addresses.ACTIONS, N_("Actions"), N_("what was taken on, by year")),
    (addresses.RECORDINGS, N_("Recordings"), N_("what can be heard, and what is about to be lost")),
    (addresses.SERIES, N_("Series"), N_("calls that came again and again")),
    (addresses.GROUPS, N_("Groups"), N_("who called, and the places they come from")),
    (addresses.HUBS, N_("Campaigns and hubs"), N_("what the calls were about")),
    (addresses.PLACES, N_("Places"), N_("by country and state, each with its calls and groups")),
    (
        addresses.STATISTICS,
        N_("Statistics"),
        N_("how much there is, by year, and how much is known"),
    ),
    (addresses.GAPS, N_("What is missing"), N_("calls whose notes or recording you may have")),
)
"""Lists to look through instead: the page, its name, and what it lists."""
KINDS = (
    ("call", N_("Calls and their notes"), N_("Call")),
    ("decision", N_("Decisions"), N_("Decision")),
    ("page", N_("Other pages"), N_("Page")),
)
"""The kinds of what is found: the value that stands in addresses, and the words for many and for one."""

Choice = tuple[str, str]
"""One choice of a filter: the value that stands in addresses, and the words that people read."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with a list of choices; `is_cut` says that there are more than are offered."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the page holds: its filters, and words to begin with that stand in this archive."""

    filters: tuple[Filter, ...]
    examples: tuple[str, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the search page; it names only calls whose details may be seen."""
    calls = tuple(call for call in archive.calls if isinstance(call, PublicCall))
    names = names_of(archive)
    used = {
        "series": Counter(call.series for call in calls if call.series in names.series),
        "groups": Counter(g for call in calls for g in groups_of(call) if g in names.groups),
        "hubs": Counter(hub for call in calls for hub in set(call.hubs) if hub in names.hubs),
        "places": Counter(place for call in calls for place in set(call.places) if place),
    }
    filters = tuple(each for each in _filters(calls, used, names) if each.choices)
    yield Draft(INDEX, search_page, SearchView(filters, _examples(calls, used, names)))


def groups_of(call: PublicCall) -> frozenset[str]:
    """Give the ids of the groups that a call is found under: those it names, and its hosts."""
    return frozenset((*call.groups, *(host for host, _ in call.hosts if host)))


def _filters(
    calls: Iterable[PublicCall], used: Mapping[str, Counter[str]], names: Names
) -> Iterator[Filter]:
    years = sorted({call.date.year for call in calls}, reverse=True)
    yield Filter(
        "year", _("Year"), _("Every year"), tuple((f"{year:04d}", f"{year}") for year in years)
    )
    yield _of_records("series", _("Series"), _("Every series"), used["series"], names.series)
    yield _of_records("group", _("Group"), _("Every group"), used["groups"], names.groups)
    yield _of_records("hub", _("Campaign or hub"), _("All of them"), used["hubs"], names.hubs)
    yield _of_records("place", _("Place"), _("Every place"), *_joined(used["places"]))


def _joined(used: Counter[str]) -> tuple[Counter[str], dict[str, Target]]:
    """Join each place that is the beginning of one other with that one; the shorter value finds both.

    Where it begins several, as a town of two counties does, each is offered by itself. Linear in the places.
    """
    longer: dict[str, list[str]] = {}
    for place in used:
        for each in wider(place):
            if each in used:
                longer.setdefault(each, []).append(place)
    pairs = {one: found[0] for one, found in longer.items() if len(found) == 1}
    counts = Counter({one: used[one] + used[pairs.get(one, "")] for one in used})
    for one in pairs.values():
        del counts[one]
    words = {
        one: _("{place} (or {shorter})").format(place=pairs[one], shorter=one)
        if one in pairs
        else one
        for one in counts
    }
    return counts, {one: Target(said) for one, said in words.items()}


def _of_records(
    name: str, label: str, every: str, used: Counter[str], targets: Mapping[str, Target]
) -> Filter:
    """Give a filter of records or places by their names, the most used where there are too many."""
    chosen = _most_used(used)[:CHOICES_LIMIT]
    choices = sorted(
        ((one, targets[one].title) for one in chosen), key=lambda one: (one[1].casefold(), one)
    )
    return Filter(name, label, every, tuple(choices), len(used) > CHOICES_LIMIT)


def _most_used(used: Counter[str]) -> list[str]:
    return sorted(used, key=lambda one: (-used[one], one))


def _examples(
    calls: Iterable[PublicCall], used: Mapping[str, Counter[str]], names: Names
) -> tuple[str, ...]:
    """Give words to begin with: a place, a series, a group and a campaign with most calls of their kind."""
    places = {place: Target(place) for place in used["places"]}
    kinds = (
        (used["places"], places),
        (used["series"], names.series),
        (used["groups"], names.groups),
        (used["hubs"], names.hubs),
    )
    found = [targets[one].title for counted, targets in kinds for one in _most_used(counted)[:1]]
    titles = [call.title for call in calls if call.title and call.notes_state is NotesState.MINUTES]
    return tuple(dict.fromkeys(found or titles[:1]))


def search_page(view: SearchView, settings: Settings) -> Page:
    """Make the search page."""
    values = {
        "filters": view.filters,
        "messages": search_messages(),
        "kinds": tuple((kind, _(many), _(one)) for kind, many, one in KINDS),
        "examples": tuple((f"?{urlencode({'q': each})}", each) for each in view.examples),
        "lists": _lists(),
        "data": addresses.relative(CALLS_DATA, INDEX),
        "repository": web_address(settings.repo_url),
        "icons": tuple(kind for kind, _many, _one in KINDS),
        "script": addresses.relative(SCRIPT, INDEX),
        **short_foot(INDEX, settings, forms=ALL_FORMS),
    }
    return Page(
        path=INDEX,
        section=INDEX,
        title=_("Search"),
        description=description(
            _("Search the titles, notes and decisions of {site}.").format(site=settings.site_name)
        ),
        outline=(),
        body=fill("search.html", values),
        head=SEARCH_HEAD,
    )


def _lists() -> tuple[tuple[Link, str], ...]:
    """Give the lists that every archive has."""
    return tuple(
        ((addresses.relative(path, INDEX), _(name)), _(about)) for path, name, about in LISTS
    )
