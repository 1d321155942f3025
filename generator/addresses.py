"""The public address of every page, as a function of ids; one place, so that no two steps disagree.

Addresses are relative to the site's root. Once published they keep working, so nothing here may change.
"""

import datetime
import posixpath

SECTIONS = {"calls": "calls", "series": "series", "groups": "groups", "hubs": "hubs"}
"""Folder of pages for each kind of record."""

CALLS = "calls/index.html"
SERIES = "series/index.html"
GROUPS = "groups/index.html"
HUBS = "hubs/index.html"
PLACES = "places/index.html"
CALENDAR = "calendar/index.html"
DECISIONS = "decisions/index.html"
ACTIONS = "actions/index.html"
STATISTICS = "statistics/index.html"
GAPS = "gaps/index.html"
LEDGER = "gaps/ledger.html"
WITHHELD = "withheld/index.html"
WITHHELD_LOG = "withheld/log.html"
"""All changes of what may be seen."""
LEFT_OUT = "withheld/left-out.html"
"""What was left out of notes that may be read."""
RECORDINGS = "recordings/index.html"
"""All recordings, with those that will be lost first."""
SEARCH = "search/index.html"
MADE_INDEXES = frozenset(
    (CALLS, SERIES, GROUPS, HUBS, PLACES, CALENDAR, DECISIONS, ACTIONS, RECORDINGS, STATISTICS, GAPS, WITHHELD, SEARCH)
)  # fmt: skip
"""Pages of the navigation that are made from records and not written by hand."""

SUBSCRIBE = "calendar/subscribe.html"
"""The page of all calendar feeds."""
CALENDAR_FILE = "calendar/all.ics"
QUIET = "quiet"
"""Names the sister of a feed without cancelled calls."""
REMIND = "remind-8h"
"""Names the sister of a feed whose events have an alarm 8 hours before; no id ends as sisters do."""
NOTES_FEED = "feeds/notes.xml"
DECISIONS_FEED = "feeds/decisions.xml"
GAPS_FEED = "feeds/gaps.xml"
WITHHELD_FEED = "feeds/withheld.xml"
WITHHELD_DATA = "data/v1/withheld.json"
CHECKSUMS = "data/v1/checksums.txt"
"""The checksums of all open data, in the form that `sha256sum --check` reads."""
LEDGER_DATA = "data/v1/ledger.json"
RECORDINGS_DATA = "data/v1/recordings.json"
DEADLINES_FEED = "feeds/deadlines.xml"
"""Recordings that their providers will delete."""
DEADLINES_CALENDAR = "calendar/deadlines.ics"
"""The days before which recordings are to be copied."""
PODCAST_FEED = "feeds/podcast.xml"

NEEDED_PAGES = frozenset({"index.html", "help/index.html", "help/privacy.html"})
"""Written pages that every archive has, because the pages of records lead to them."""


def call_page(call_id: str) -> str:
    """Give the address of a call's page."""
    return f"calls/{call_id}.html"


def year_page(year: int) -> str:
    """Give the address of the list of a year's calls."""
    return f"calls/{year:04d}.html"


def transcript_page(call_id: str, language: str = "") -> str:
    """Give the address of the page on which a recording is heard and its words are read; no id holds a point.

    >>> transcript_page("2031-03-05-river"), transcript_page("2031-03-05-river", "es")
    ('recordings/2031-03-05-river.html', 'recordings/2031-03-05-river.es.html')
    """
    return f"recordings/{call_id}{f'.{language}' if language else ''}.html"


def captions_file(call_id: str, language: str = "") -> str:
    """Give the address of a transcript as captions that players read, WebVTT."""
    return f"recordings/{call_id}{f'.{language}' if language else ''}.vtt"


def chapters_file(call_id: str) -> str:
    """Give the address of the chapters of a call's recording, as podcast players read them."""
    return f"recordings/{call_id}.chapters.json"


def podcast_feed(series_id: str = "", part: int = 0) -> str:
    """Give the address of the podcast of all recordings, or of those of a series; no id holds a point.

    Older recordings stand in parts, of which the first (1) holds the oldest; 0 is the feed itself.

    >>> podcast_feed(), podcast_feed("river"), podcast_feed("river", 2)
    ('feeds/podcast.xml', 'feeds/podcast-river.xml', 'feeds/podcast-river.2.xml')
    """
    about = f"-{series_id}" if series_id else ""
    return f"feeds/podcast{about}{f'.{part}' if part else ''}.xml"


def moment_name(seconds: int) -> str:
    """Give the name that a moment of a recording has in a page.

    >>> moment_name(3970)
    't-01-06-10'
    """
    return f"t-{seconds // 3600:02d}-{seconds // 60 % 60:02d}-{seconds % 60:02d}"


def moment_place(page: str, seconds: int) -> str:
    """Give the place of a moment of a recording in a page."""
    return f"{page}#{moment_name(seconds)}"


def deadlines_feed(sister: str = "") -> str:
    """Give the address of the calendar of recordings that their providers will delete, or of a sister of it."""
    return _feed("deadlines", sister)


def month_page(year: int, month: int) -> str:
    """Give the address of the list of a month's calls, which only a long year has; 0 is a month that is not known."""
    return f"calls/{year:04d}-{f'{month:02d}' if month else 'not-known'}.html"


def calendar_month(year: int, month: int) -> str:
    """Give the address of a month in the calendar.

    >>> calendar_month(2031, 3)
    'calendar/2031-03.html'
    """
    return f"calendar/{year:04d}-{month:02d}.html"


def part_of_record(page: str, year: int, month: int = -1) -> str:
    """Give the address of the calls of a year, or of a month (0: not known), of a record with too many for one list.

    No id holds a point, so that no other record has such an address.

    >>> part_of_record("series/river.html", 2031), part_of_record("series/river.html", 2031, 3)
    ('series/river.2031.html', 'series/river.2031-03.html')
    """
    said = "" if month < 0 else f"-{month:02d}" if month else "-not-known"
    return f"{page.removesuffix('.html')}.{year:04d}{said}.html"


def how_met(mode: str = "") -> str:
    """Give the address of the list of calls by how people met, or its part for one mode by its word in records."""
    return f"calls/how-people-met.html{f'#met-{mode}' if mode else ''}"


def how_sure(confidence: str = "") -> str:
    """Give the address of the list of calls by how sure their facts are, or its part for one word of records."""
    return f"calls/how-sure.html{f'#sure-{confidence}' if confidence else ''}"


def how_seen(evidence: str) -> str:
    """Give the address of the part of that list for how much of the sources was seen, by its word in records."""
    return f"calls/how-sure.html#seen-{evidence}"


def place_page(name: str) -> str:
    """Give the address of a place's page; `name` is what `render.place_names` makes of its words."""
    return f"places/{name}.html"


def series_page(series_id: str) -> str:
    """Give the address of a series' page."""
    return f"series/{series_id}.html"


def occurrence_place(
    series_id: str, day: datetime.date, by_year: bool = False, by_month: bool = False
) -> str:
    """Give the place of an expected date of a series, which lasts when the call of it is moved.

    `by_year` and `by_month` tell how the dates of a series are parted that has too many for its page;
    `render.date_places` knows it of every series.

    >>> occurrence_place("river", datetime.date(2031, 5, 7))
    'series/river.html#on-2031-05-07'
    >>> occurrence_place("river", datetime.date(2031, 5, 7), by_year=True)
    'series/river.2031.html#on-2031-05-07'
    """
    page = series_page(series_id)
    if by_year or by_month:
        page = part_of_record(page, day.year, day.month if by_month else -1)
    return f"{page}#on-{day.isoformat()}"


def group_page(group_id: str) -> str:
    """Give the address of a group's page."""
    return f"groups/{group_id}.html"


def hub_page(hub_id: str) -> str:
    """Give the address of a hub's page."""
    return f"hubs/{hub_id}.html"


def all_feed(sister: str = "") -> str:
    """Give the address of the calendar feed of all calls; `sister` is empty, QUIET or REMIND.

    >>> all_feed(), all_feed(QUIET)
    ('calendar/all.ics', 'calendar/all-quiet.ics')
    """
    return _feed("all", sister)


def series_feed(series_id: str, sister: str = "") -> str:
    """Give the address of the calendar feed of a series."""
    return _feed(f"series-{series_id}", sister)


def group_feed(group_id: str, sister: str = "") -> str:
    """Give the address of the calendar feed of a group."""
    return _feed(f"group-{group_id}", sister)


def hub_feed(hub_id: str, sister: str = "") -> str:
    """Give the address of the calendar feed of a hub."""
    return _feed(f"hub-{hub_id}", sister)


def year_feed(year: int) -> str:
    """Give the address of the calendar feed of a year.

    >>> year_feed(2031)
    'calendar/year-2031.ics'
    """
    return _feed(f"year-{year:04d}", "")


def _feed(name: str, sister: str) -> str:
    return f"calendar/{name}{f'-{sister}' if sister else ''}.ics"


def call_calendar(call_id: str) -> str:
    """Give the address of the calendar file of one call."""
    return f"calls/{call_id}.ics"


def occurrence_calendar(series_id: str, day: datetime.date) -> str:
    """Give the address of the calendar file of an expected date of a series, with a record of it or without.

    >>> occurrence_calendar("river", datetime.date(2031, 5, 7))
    'calls/2031-05-07-river.ics'
    """
    return call_calendar(f"{day.isoformat()}-{series_id}")


def relative(target: str, page: str) -> str:
    """Give the address of `target` as it is written on `page`; a fragment is kept.

    >>> relative("series/river.html#calls", "calls/2031-03-05-river.html")
    '../series/river.html#calls'
    """
    folder = page[: page.rfind("/") + 1]
    if target.startswith(folder):
        return target[len(folder) :]
    if page.count("/") == 1:
        # Nearly every page lies in a folder of its kind, and links lead to others of it or to other kinds.
        return f"../{target}"
    above = page.split("/")[:-1]
    parts = target.split("/")
    shared = 0
    while shared < min(len(above), len(parts) - 1) and above[shared] == parts[shared]:
        shared += 1
    return "../" * (len(above) - shared) + "/".join(parts[shared:])


def notes_of_call(call_id: str, language: str = "") -> str:
    """Give the source file of a call's notes, in the archive's own language or in another one.

    >>> notes_of_call("2031-03-05-river", "es")
    'minutes/2031/2031-03-05-river.es.md'
    """
    return f"minutes/{call_id[:4]}/{call_id}{f'.{language}' if language else ''}.md"


def transcript_of_call(call_id: str, language: str = "") -> str:
    """Give the source file of the words of a call's recording.

    >>> transcript_of_call("2031-03-05-river", "es")
    'minutes/2031/2031-03-05-river.es.vtt'
    """
    return notes_of_call(call_id, language).removesuffix(".md") + ".vtt"


def page_of_source(path: str) -> str:
    """Give the page that a source file becomes, or an empty string if it becomes none.

    >>> page_of_source("minutes/2031/2031-03-05-river.es.md")
    'calls/2031-03-05-river.html'
    """
    folder, _, name = path.partition("/")
    if folder == "content" and name.endswith(".md"):
        return name.removesuffix(".md") + ".html"
    stem = posixpath.basename(path).split(".")[0]
    if folder == "minutes":
        return call_page(stem)
    kind = posixpath.dirname(name)
    if folder != "calls" or not path.endswith(".yaml") or not kind:
        return ""
    return f"{SECTIONS[kind]}/{stem}.html" if kind in SECTIONS else call_page(stem)
