"""Tests of lists and labels in notes that are not read, and of what is left alone."""

import time
from pathlib import Path

import pytest

from generator.fixing import mended
from generator.load.archive import read_file
from generator.load.files import Source
from tests.load.reading import NOTES, places, problems

FRONT = "---\norigin: notes\n---\n"
ROOT = Path(__file__).parents[2]
ARCHIVES = [ROOT, *(path / "archive" for path in sorted((ROOT / "tests/sites").iterdir()))]


def mend(text: str) -> str:
    """Give notes after all fixes of one round."""
    data = f"{FRONT}{text}".encode()
    return (
        mended(data, (fault.fix for fault in problems(NOTES, data) if fault.fix))
        .decode()
        .removeprefix(FRONT)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Decision: meet (agreed)", ("F226", 4, 1, 9)),
        ("- Decision: meet (agreed)", ("F226", 4, 3, 9)),
        ("• Decision: meet (agreed)", ("F226", 4, 3, 9)),
        ("DECISION - meet (agreed)", ("F226", 4, 1, 10)),
        ("ACTION – ask for the hall", ("F226", 4, 1, 8)),
        ("Action item: ask for the hall", ("F226", 4, 1, 12)),
        ("**Action item:** ask for the hall", ("F226", 4, 1, 16)),
        ("__Decision:__ meet (agreed)", ("F226", 4, 1, 13)),
        ("*Decision:* meet (agreed)", ("F226", 4, 1, 11)),
        ("**Decision: meet (agreed)**", ("F226", 4, 1, 11)),
        ("• **Decision:** meet (agreed)", ("F226", 4, 3, 13)),
        ("Straw poll: march? yes 41, no 3", ("F226", 4, 1, 11)),
        ("- **Decison:** meet (agreed)", ("F226", 4, 3, 12)),
        ("**Descision:** meet (agreed)", ("F226", 4, 1, 14)),
        ("- **Descicion**: meet (agreed)", ("F226", 4, 3, 14)),
        ("- [ ] **Actoin:** ask for the hall", ("F226", 4, 7, 11)),
        ("**Straw pole:** march? yes 41, no 3", ("F226", 4, 1, 15)),
        ("- AGREED: meet", ("F226", 4, 3, 7)),
        ("**AGREED:** meet", ("F226", 4, 1, 11)),
        ("• one", ("F225", 4, 1, 1)),
        ("o\tone\no\ttwo", ("F225", 4, 1, 1)),
        ("Who:\n– one\n– two", ("F225", 5, 1, 1)),
    ],
)
def test_what_is_meant_as_a_list_or_a_mark_is_told(text: str, expected: tuple[str, int, int, int]):
    """A line is told once, at its sign or its label."""
    assert [expected] == places(NOTES, f"{FRONT}{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "**Decision:** meet (agreed)",
        "**Decision**: meet (agreed)",
        "- [ ] **Action:** ask for the hall",
        "Decisions are made by consensus.",
        "Decisions:",
        "Actions:\n\n- one",
        "- **Decision:**\n  meet (agreed)",
        "It was a hard\ndecision: to meet or not.",
        "The Decision: it stands.",
        "Action - reaction was the theme.",
        "## Decision: the hall\n\nWords.",
        "> Decision: as they wrote it",
        "```\nDecision: in code\n• in code\n```",
        "– Mill Town assembly",
        "o one\no two",
        "Tea · coffee · water",
        "Decision:",
        "Decision: …",
        "Decison: not bold, and perhaps a name",
        "**Discussion:** the hall",
        "**Reactions:** many",
        "**Sections:** two",
        "**County:** Mill",
        "**Proposed:** by Mill Town",
        "**Proposal B:** meet twice",
        "**Action team:** Mill Town",
        "**Decisiones:** nos vemos",
        "**Decison** without a colon",
        "We AGREED: it stands.",
        "Agreed: it stands.",
    ],
)
def test_other_words_are_left_alone(text: str):
    """A warning that is wrong teaches people to pass over warnings."""
    assert [] == places(NOTES, f"{FRONT}{text}\n")


def test_notes_that_were_published_raise_no_alarm():
    """Neither the notes of this archive nor those of the fictional ones, but for the one that is broken on purpose."""
    found = []
    for root in ARCHIVES:
        for path in sorted((root / "minutes").rglob("*.md")):
            loaded = read_file(Source(path.relative_to(root).as_posix(), path.read_bytes()))
            found += [path.name for fault in loaded.problems if fault.code in ("F225", "F226")]
    assert ["2031-03-13-minutes-i.md"] * 2 == found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("• one\n•\ttwo\n", "- one\n- two\n"),
        ("Decision: meet (agreed)\n", "- **Decision:** meet (agreed)\n"),
        ("•\tProposal: meet twice (tabled)\n", "- **Proposal:** meet twice (tabled)\n"),
        ("1. Action item: ask\n", "1. **Action:** ask\n"),
        ("Action: ask\nAction: write\n", "- **Action:** ask\n- **Action:** write\n"),
        ("• one\n• Action: ask\n", "- one\n- **Action:** ask\n"),
    ],
)
def test_what_has_one_reading_is_mended(text: str, right: str):
    """Signs become hyphens, and labels that need no judgement become marks."""
    assert right == mend(text)


@pytest.mark.parametrize(
    "text",
    [
        "Decision: meet\n",
        "Decision: meet (everybody loved it)\n",
        "Decision: meet (tabled)\n",
        "Proposal: meet twice\n",
        "**Decision: meet (agreed)**\n",
        "**Decison:** meet (agreed)\n",
        "AGREED: meet (agreed)\n",
    ],
)
def test_nothing_is_decided_by_a_fix(text: str):
    """Whether it was decided, and what became of it, only people know."""
    assert text == mend(text)


def test_the_help_has_the_line_to_type():
    """What is missing from it is said too."""
    (fault,) = problems(NOTES, f"{FRONT}• Decision: meet on 1 May\n")
    assert fault.help.startswith(
        "write `- **Decision:** meet on 1 May`, and at its end in brackets"
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- **Descicion:** meet (agreed)", "write `- **Decision:** meet (agreed)`"),
        ("- [x] **Acttion:** ask", "write `- [x] **Action:** ask`"),
        ("- **Temprature check:** warm", "write `- **Temperature check:** warm`"),
        ("- AGREED: meet (consensus)", "write `- **Decision:** meet (consensus)`"),
    ],
)
def test_a_label_that_is_almost_one_is_told_with_the_right_one(text: str, right: str):
    """The line can be typed as it stands in the help."""
    (fault,) = problems(NOTES, f"{FRONT}{text}\n")
    assert right == fault.help


@pytest.mark.parametrize(
    "line",
    ["Decision:" + " " * 250_000, "Decision: (x)" + " " * 250_000 + "y", "•" + " " * 250_000 + "x"],
)
def test_long_lines_are_read_soon(line: str):
    """No run of blanks keeps the reader busy."""
    began = time.monotonic()
    problems(NOTES, f"{FRONT}{line}\n")
    assert 2.0 > time.monotonic() - began


def test_a_flood_of_labels_is_told_in_part():
    """The first twenty are enough to say what is wrong."""
    assert 20 == len(places(NOTES, FRONT + "Action: ask\n" * 500))
