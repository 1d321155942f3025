"""The listings that a written page may hold, by name: what stands in each of them."""

LISTINGS = {
    "decisions": "the newest decisions that were adopted, each with its call",
    "gaps": "calls whose notes are missing",
    "notice": "what the archive says of itself on every page of a record",
    "numbers": "how many calls there are, by status, by mode and by what is known of their notes",
    "recent": "the newest calls",
    "upcoming": "the next calls, or when the calls of a closed archive ended",
    "years": "the years with calls, each with their number",
}
"""Name of a listing, as in `<!-- archive: recent limit=5 -->`, and what it shows."""
