"""The fields of a transcript and of the file of its corrections, in the order in which people write them."""

from generator.fields.kinds import Choice, Field, ListOf, Table, Text
from generator.model.minutes import Origin

MOST_CORRECTIONS = 1000
"""So many corrections one transcript may have."""
_ORIGINS = (Origin.TRANSCRIPT.value, Origin.MACHINE_DRAFT.value)

TRANSCRIPT = Table(
    "transcript",
    (
        Field(
            "origin",
            Choice(_ORIGINS),
            "How it came to be: a person wrote down what was said, or a program listened.",
            "transcript",
            required=True,
        ),
        Field(
            "taken_by",
            Text(),
            "Who wrote it down, or which program: a role, a place or a name of software.",
            "a volunteer from Mill Town",
        ),
        Field(
            "reviewed_by",
            Text(),
            "Who compared it with the recording: a role or a place.",
            "a volunteer of the planning group",
        ),
    ),
)

CORRECTION = Table(
    "correction",
    (
        Field(
            "old",
            Text(),
            "The words as they stand in one piece of the transcript, where they stand once.",
            "spring gattering",
            required=True,
        ),
        Field("new", Text(), "The words in their place.", "spring gathering", required=True),
        Field("reason", Text(), "Why; it is shown beside them.", "misheard", required=True),
        Field(
            "at",
            Text(40),
            "When the piece begins, as the transcript writes it, where the words stand in several.",
            "00:12:30.000",
        ),
    ),
)

CORRECTIONS = Table(
    "corrections",
    (
        Field(
            "corrections",
            ListOf(CORRECTION, MOST_CORRECTIONS),
            "All corrections.",
            "",
            required=True,
        ),
    ),
)
"""The whole file, which is written as a list alone."""
