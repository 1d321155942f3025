"""Tests of lists and labels in notes that are not read, and of what is left alone."""

from pathlib import Path

import pytest

from generator.fixing import mended
from generator.load.archive import read_file
from generator.load.files import Source
from tests.hanging import ends
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
        ("- **Decison:** meet (agreed)", ("F226", 4, 3, 12)),
        ("## Outcomes\n\n- **Decison:** meet (agreed)", ("F226", 6, 3, 12)),
        ("**Descision:** meet (agreed)", ("F226", 4, 1, 14)),
        ("- **Descicion**: meet (agreed)", ("F226", 4, 3, 14)),
        ("- [ ] **Actoin:** ask for the hall", ("F226", 4, 7, 11)),
        ("**Straw pole:** march? yes 41, no 3", ("F226", 4, 1, 15)),
        ("## Decision: the hall (agreed)\nWords.", ("F226", 4, 4, 9)),
        ("> Decision: as they wrote it", ("F226", 4, 3, 9)),
        ("- > **Action:** ask for the hall", ("F226", 4, 5, 11)),
        ("| Action: ask for the hall | Mill Town |", ("F226", 4, 3, 7)),
        ("| 1 | **Decision:** meet | agreed |", ("F226", 4, 7, 13)),
        ("a | b\n--|--\nAction: ask | Mill Town", ("F226", 6, 1, 7)),
        ("Words.\n\n    Decision: meet", ("F226", 6, 5, 9)),
        ("<!-- Decision: meet -->", ("F226", 4, 6, 9)),
        ("<!--\n- **Action:** ask\n-->", ("F226", 5, 3, 11)),
        ("## Decisions\n\n- meet every week\n- print a map", ("F226", 4, 4, 9)),
        ("**Decisions**\n\n- meet every week", ("F226", 4, 1, 13)),
        ("Straw poll:\n- yes: 4", ("F226", 4, 1, 11)),
        ("Next steps:\n- send the letter\n- find a hall", ("F226", 4, 1, 11)),
        ("## Next steps\n\n- send the letter", ("F226", 4, 4, 10)),
        ("- AGREED to meet every week", ("F226", 4, 3, 6)),
        ("AGREED that we meet every week", ("F226", 4, 1, 6)),
        (
            "20:31 harbour: proposal: meet\n20:31 milltown: +1\n20:32 hillfarm: +1",
            ("F226", 4, 16, 9),
        ),
        ("• one", ("F225", 4, 1, 1)),
        ("• Decision: meet (agreed)", ("F225", 4, 1, 1)),
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
        "- [ ] **Action:** ask for the hall",
        "Decisions are made by consensus.",
        "Decision making was discussed.",
        "Decisions:",
        "Decisions:\n\n- meet every week",
        "Actions:\n\n- one",
        "- **Decision:**\n  meet (agreed)",
        "It was a hard\ndecision: to meet or not.",
        "The Decision: it stands.",
        "The **Decision:** on the watch was the long one.",
        "Action - reaction was the theme.",
        "Decision - as it was called - fell late.",
        "## Outcomes\n\n- assemblies write a report (10 min)",
        "## Actions still open\n\n- ask for the hall (taken on 5 March, #action-ask)\n\nWords.",
        "## Action items\n\nNone.",
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
        "**Action team:** Mill Town",
        "**Action Coordination:** eleven dates",
        "Action Coordination: eleven dates",
        "**Decision making:** we used the slow way",
        "**Decison** without a colon",
        "We AGREED: it stands.",
        "AGREED to disagree about salt.",
        "agreed to meet every week",
        "20:31 harbour: proposal: we all go to bed\n20:31 milltown: +1",
        "A mark looks like this, says the guide:\n\n    DECISION: what (how)",
        "Next steps\n- send the letter",
        "Next steps: we meet again.",
        "Bottomliners: outreach",
        "Agreed to disagree: the title of the notes.",
        "Decision? We ran out of time.",
        "Proposal to be decided next week, please read it.",
        "Count on us: we come.",
        "> She said that the decision: it stands.",
        "20:33 harbour: decision: not yet",
    ],
)
def test_other_words_are_left_alone(text: str):
    """A warning that is wrong teaches people to pass over warnings."""
    assert [] == places(NOTES, f"{FRONT}{text}\n")


def test_a_thread_of_mail_gives_one_warning():
    """Its answers part the quotation into many, which repeat each other."""
    thread = "> Decision: meet\n> Action: ask\n\nI think so too.\n\n" * 50
    assert [("F226", 4, 3, 9)] == places(NOTES, FRONT + thread)


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
        ("•\tProposal: meet twice (tabled)\n", "- Proposal: meet twice (tabled)\n"),
        ("• one\n• Action: ask\n", "- one\n- Action: ask\n"),
        ("Proposal: meet twice (tabledd)\n", "Proposal: meet twice (tabled)\n"),
    ],
)
def test_what_has_one_reading_is_mended(text: str, right: str):
    """Signs become hyphens, and the words of people stay as they are."""
    assert right == mend(text)


@pytest.mark.parametrize(
    "text",
    [
        "Decision: meet\n",
        "Decision: meet (everybody loved it)\n",
        "Decision: meet (tabled)\n",
        "## Decision: meet\n",
        "**Decison:** meet (agreed)\n",
        "> AGREED: meet (agreed)\n",
    ],
)
def test_nothing_is_decided_by_a_fix(text: str):
    """Whether it was decided, and what became of it, only people know."""
    assert text == mend(text)


def test_the_help_has_the_line_to_type():
    """What is missing from it is said too."""
    (fault,) = problems(NOTES, f"{FRONT}## Decision: meet on 1 May\nWords.\n")
    assert fault.help.startswith(
        "write it on a line of its own below the heading, such as `- **Decision:** meet on 1 May`, and at its end"
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("- **Descicion:** meet (agreed)", "write `- **Decision:** meet (agreed)`"),
        ("- [x] **Acttion:** ask", "write `- [x] **Action:** ask`"),
        ("- **Temprature check:** warm", "write `- **Temperature check:** warm`"),
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
    with ends():
        problems(NOTES, f"{FRONT}{line}\n")


def test_a_flood_of_labels_is_told_in_part():
    """The first twenty are enough to say what is wrong."""
    assert 20 == len(places(NOTES, FRONT + "## Action: ask\n" * 500 + "Words.\n"))
