"""The listings that a written page may hold, by name: what stands in each of them."""

LISTINGS = {
    "committees": "every committee of correspondence, with its assembly and its approval",
    "decisions": "the newest decisions that were adopted, each with its call",
    "drawing-board": "a drawing of many places, one line, the call board and the stack",
    "drawing-breakouts": "a drawing of breakouts and report-backs",
    "drawing-correspondence": "a drawing of committees of correspondence between assemblies",
    "drawing-decision": "a drawing of what a planning meeting and a call may decide",
    "drawing-keys": "a drawing of a telephone's keys with their meanings",
    "gaps": "calls whose notes are missing",
    "notes": "the newest calls that have notes or a summary here",
    "notice": "what the archive says of itself on every page of a record",
    "numbers": "a few numbers, each with a link to where it comes from",
    "recent": "the newest calls",
    "request": "the rules and the form for requesting a call, or that the calls have ended",
    "search": "a box to search the archive with",
    "subscribe": "the calendar and the feeds, by their addresses",
    "timeline": "a drawing of the calls over time, with its figures in a table",
    "upcoming": "the next calls, or when the calls of a closed archive ended",
    "ways": "three ways to begin: the calls, what was decided, what is missing",
    "years": "the years with calls, each with their number",
}
"""Name of a listing, as in `<!-- archive: recent limit=5 -->`, and what it shows."""
