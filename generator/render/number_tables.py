"""Counts of an archive in the words readers see, in tables whose rows add up."""

from generator.privacy.public import NotesState, Status
from generator.render.figures import WITHHELD, Counts, Figures
from generator.render.states import NOTES, RECORDINGS
from generator.render.words import HOW_MET, capital, enumeration, plural

STATUS = {
    Status.HELD.value: "Held",
    Status.ANNOUNCED.value: "Announced, not confirmed",
    Status.SCHEDULED.value: "Planned",
    Status.CANCELLED.value: "Cancelled",
    WITHHELD: "Withheld",
}
"""Words of a call's status, in the order of the table."""
BESIDE = {
    NotesState.ELSEWHERE.value: "published elsewhere",
    NotesState.MISSING.value: "still missing",
    NotesState.NONE_TAKEN.value: "never taken",
    NotesState.UNKNOWN.value: "not known to exist",
    NotesState.NOT_YET.value: "not due yet",
    NotesState.NOT_EXPECTED.value: "of calls that are not known to have been held",
}
"""What is said of minutes where the archive has a summary only."""
ALWAYS = frozenset(
    {NotesState.MINUTES.value, NotesState.MISSING.value, WITHHELD, Status.HELD.value}
)
"""States whose zero is worth saying."""

Table = tuple[str, tuple[tuple[str, int], ...], int]
"""A table as templates draw it: what is counted, rows of words and numbers, their sum."""


def number_tables(figures: Figures) -> tuple[Table, ...]:
    """Give the tables of an archive's counts; an archive without calls has none."""
    if not figures.total:
        return ()
    notes = {state.value: shown.word for state, shown in NOTES.items()}
    recordings = {state.value: shown.word for state, shown in RECORDINGS.items()}
    modes = {mode.value: capital(words) for mode, words in HOW_MET.items()}
    return (
        _table("Calls", STATUS, figures.status),
        _table("How people met", modes, figures.modes),
        _table("Minutes", notes, figures.notes),
        _table("Recordings", recordings, figures.recordings),
    )


def remarks(figures: Figures) -> tuple[str, ...]:
    """Say what the tables cannot: summaries beside missing minutes, outcomes, and what else has a page."""
    counts = dict(figures.beside_summaries)
    beside = [f"{counts[key]:,} {words}" for key, words in BESIDE.items() if counts[key]]
    said = [f"Summaries by the minutes they stand in for: {enumeration(beside)}."] if beside else []
    said.append(
        f"{plural(figures.decided, 'decision')}. {figures.other_outcomes:,} more outcomes proposed, "
        "encouraged or reported, which never count as decided."
    )
    kinds = (
        plural(figures.series, "series", "series"),
        plural(figures.groups, "group"),
        plural(figures.hubs, "campaign or gathering", "campaigns and gatherings"),
    )
    return (*said, f"Besides: {enumeration(kinds)}.")


def _table(title: str, words: dict[str, str], counts: Counts) -> Table:
    found = dict(counts)
    keys = [key for key in words if found[key] or (key in ALWAYS and title != "How people met")]
    return title, tuple((words[key], found[key]) for key in keys), sum(found.values())
