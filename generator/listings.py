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
    "notice": "what the archive says of itself on every page of a record",
    "numbers": "how many calls there are, by status, by mode and by what is known of their notes",
    "recent": "the newest calls",
    "upcoming": "the next calls, or when the calls of a closed archive ended",
    "years": "the years with calls, each with their number",
}
"""Name of a listing, as in `<!-- archive: recent limit=5 -->`, and what it shows."""
