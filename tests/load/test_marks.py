"""Tests of the marks in notes, and of the places of what is wrong with them."""

import time

import pytest

from generator.model.minutes import Mark, MarkKind
from tests.load.reading import NOTES, places, read

TOP = "---\norigin: notes\n---\n"


def marks(body: str) -> tuple[Mark, ...]:
    minutes = read(NOTES, TOP + body).minutes
    assert minutes is not None
    return minutes.marks


def faults(body: str) -> list[tuple[str, int, int, int]]:
    """Give what is wrong with a body, whose first line is line 4 of the file."""
    return places(NOTES, TOP + body)


@pytest.mark.parametrize(
    ("line", "kind", "text", "outcome", "adopted"),
    [
        ("**Decision:** meet. (consensus)", MarkKind.DECISION, "meet.", "consensus", True),
        ("- **Decision**: meet", MarkKind.DECISION, "meet", "decided", True),
        ("1. **Proposal:** meet (tabled; 2 blocks)", MarkKind.PROPOSAL, "meet", "tabled", False),
        ("* [ ] **ACTION:** outreach: write", MarkKind.ACTION, "outreach: write", "", False),
        ("**Straw poll:** march? yes 4 (hands)", MarkKind.POLL, "march? yes 4 (hands)", "", False),
        ("**Temperature  check:** good", MarkKind.TEMPERATURE, "good", "", False),
        ("**Outcome:** x (passed as amended)", MarkKind.OUTCOME, "x", "passed as amended", True),
    ],
)
def test_a_bold_label_makes_a_mark(
    line: str, kind: MarkKind, text: str, outcome: str, adopted: bool
):
    """At the start of a paragraph or a list item, with its outcome in the last brackets."""
    (mark,) = marks(f"Before.\n\n{line}\n")
    assert (kind, text, outcome, adopted, 6) == (
        mark.kind, mark.text, mark.outcome, mark.adopted, mark.line
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "We said **Decision:** later.",
        "**Important:** read this.",
        "```\n**Decision:** x\n```",
        "~~~ text\n**Decision:** x\n```\n**Decision:** y\n~~~",
        "````\n```\n**Decision:** x\n````",
        "- item\n\n    ```\n    **Decision:** x\n    ```",
        "```\n**Decision:** x, never closed",
    ],
)
def test_other_bold_words_and_fenced_code_make_none(body: str):
    """An example of a mark in a fence is not a decision."""
    assert () == marks(body)


def test_a_mark_after_a_fence_has_its_true_line():
    """Lines of code are counted and not read."""
    assert [8] == [mark.line for mark in marks("```\n**Decision:** x\n```\n\n**Decision:** y\n")]


def test_code_within_a_line_opens_no_fence():
    """Three backquotes that are closed on their own line are a word."""
    assert [5] == [mark.line for mark in marks("```code``` here\n**Decision:** y\n")]


def test_a_mark_goes_on_to_the_end_of_its_paragraph():
    """Lines are joined, and a blank line, a fence or another mark ends it."""
    body = "**Decision:** meet\n  every week. (agreed)\n\nMore.\n"
    assert [("meet every week.", "agreed")] == [(m.text, m.outcome) for m in marks(body)]
    two = "**Decision:** a (agreed)\n**Proposal:** b (tabled)\n"
    assert [("a", "agreed"), ("b", "tabled")] == [(m.text, m.outcome) for m in marks(two)]
    fenced = "**Decision:** a\n```\nx\n```\nb (tabled)\n"
    assert [("a", "decided")] == [(m.text, m.outcome) for m in marks(fenced)]


def test_a_list_below_a_mark_is_its_items():
    """A count has its lines below it."""
    (mark,) = marks("- **Count:** which?\n    - 1 May: 16\n    - 15 May: 4\n- other\n")
    assert ("1 May: 16", "15 May: 4") == mark.items


def test_anchors_are_given_or_made_and_never_twice():
    """A given name holds for ever; others come from the words."""
    body = "**Decision:** meet (agreed) {#weekly}\n\n**Decision:** meet\n\n**Decision:** meet\n"
    assert ["weekly", "decision-meet", "decision-meet-2"] == [mark.anchor for mark in marks(body)]


def test_a_decision_that_was_not_adopted_is_told_at_its_word():
    """The place is the outcome's word, without what follows it."""
    assert [("F220", 4, 24, 6)] == faults("- **Decision:** meet. (tabled; 2 blocks)\n")


def test_an_unknown_outcome_is_told_at_the_brackets():
    """The place is what stands in them."""
    assert [("F221", 5, 24, 9)] == faults("\n- **Proposal:** meet. (all happy)\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- **Decision:** meet\n  every week (tabled)\n", ("F220", 5, 15, 6)),
        ("**Decision:**\n  meet (tabled)\n", ("F220", 5, 9, 6)),
        ("**Decision:** meet   \nnow (tabled)\n", ("F220", 5, 6, 6)),
        ("**Decision:** meet (tabled;\n2 blocks)\n", ("F220", 4, 21, 6)),
    ],
)
def test_an_outcome_on_a_later_line_is_told_there(body: str, expected: tuple[str, int, int, int]):
    """Columns are those of the line that the word stands on."""
    assert [expected] == faults(body)


def test_links_have_the_places_of_their_targets():
    """Code is passed over, fenced or not."""
    minutes = read(
        NOTES, f"{TOP}See [a](b.md) and `[c](d.md)`.\n```\n[e](f.md)\n```\n[g](<h.md>)\n"
    ).minutes
    assert minutes is not None
    assert [("b.md", 4, 9), ("h.md", 8, 6)] == [(x.target, x.line, x.column) for x in minutes.links]


def test_redactions_are_counted():
    """Only those with a known reason are."""
    minutes = read(
        NOTES, f"{TOP}[redacted: legal] and [redacted: safety], [redacted: boredom]\n"
    ).minutes
    assert minutes is not None
    assert 2 == minutes.redactions


@pytest.mark.parametrize(
    "body",
    [
        "**Decision:** x (y)\n" * 12_000,
        "**Decision:** " + "(" * 200_000,
        "**Decision:** a" + " " * 200_000 + "b",
        "**Decision:** " + "(a" * 100_000,
        "](" + "`" * 200_000,
        "`" * 200_000 + "](a)",
        "[a](b)" * 40_000,
        "`" * 200_000 + "x`",
        "**" * 100_000,
        "- " * 100_000 + "**",
        "-" + " " * 200_000 + "**",
        "x\n" * 100_000,
    ],
    ids=lambda body: f"{body[:16]!r}",
)
def test_notes_made_to_do_harm_are_answered_at_once(body: str):
    """200 kB of one sign are read within a second."""
    begun = time.process_time()
    read(NOTES, TOP + body)
    assert time.process_time() - begun < 1
