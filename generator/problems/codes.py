"""The catalogue of problems: every code by its number.

Each code has a page in `content/help/problems/`.
"""

from generator.problems.catalogue import (
    copies,
    fields,
    files,
    look,
    privacy,
    recordings,
    references,
    requests,
    site,
    times,
    transcripts,
    words,
)
from generator.problems.code import Code

CODES: dict[str, Code] = {
    entry.code: entry
    for family in (
        files,
        fields,
        references,
        times,
        privacy,
        recordings,
        copies,
        transcripts,
        site,
        words,
        look,
        requests,
    )
    for entry in family.CODES
}
"""Every code there is, in the order of the numbers of each family."""
