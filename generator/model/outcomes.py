"""The words that say what became of a proposal, and which of them mean that it was adopted.

A suggestion is not a decision: only the first list counts as decided. What was voted down is rejected, and neither
blocked, which one person can do, nor left open.
"""

ADOPTED = frozenset(
    {
        "consensus",
        "unanimous",
        "modified consensus",
        "consented",
        "passed",
        "passed as amended",
        "agreed",
        "decided",
        "accepted",
        "ratified",
    }
)
OF_ONE_MIND = frozenset({"consensus", "unanimous"})
"""Those that nobody stood against."""
NOT_ADOPTED = frozenset(
    {
        "proposed",
        "suggested",
        "encouraged",
        "favoured",
        "collected",
        "discussed",
        "reported",
        "announced",
        "noted",
        "left open",
        "tabled",
        "blocked",
        "rejected",
        "withdrawn",
        "not taken",
        "unclear",
    }
)
KNOWN = ADOPTED | NOT_ADOPTED
