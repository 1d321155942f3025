"""Tests of the marks in notes, and of the places of what is wrong with them."""

import pytest

from generator.model.minutes import Mark, MarkKind
from tests.hanging import ends
from tests.load.reading import NOTES, places, problems, read

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


FORMS = {
    "Decision: meet": "decision",
    "DECISION - meet": "decision",
    "Decision — meet": "decision",
    "decision: meet": "decision",
    "FOOD\ndecision: meet": "decision",
    "It rained. Nobody came.\nproposal: meet": "proposal",
    "Decision pending: a hall": "proposal",
    "REPORTED: a list": "outcome",
    "Announced:\ta list": "outcome",
    "•\tAction – Mill Town: ask": "action",
    "<harbour> ACTION: ask": "action",
    "Sondeo / straw poll: soup? sí 4": "straw poll",
    "Show of keys: soup? most": "straw poll",
    "<harbour> straw poll, who likes soup": "straw poll",
    "TEMP CHECK, QUIET ROOM: HOT": "temperature check",
    "8.55 temperature check on soup, all warm": "temperature check",
    "<harbour> temp check on soup?": "temperature check",
    "Count of towns that march:\n  - coast: 4": "count",
    "Decided: meet": "decision",
    "AGREED: meet": "decision",
    "Resolved – that we meet": "decision",
    "Consensus: meet": "decision",
    "Decision 3: meet": "decision",
    "Decision (by the call): meet": "decision",
    "(9:52) Decision: meet": "decision",
    "[00:12:30] **Decision:** meet": "decision",
    "2.1 Decision: meet": "decision",
    "B2. Decision: meet": "decision",
    "__Decision:__ meet": "decision",
    "*Decision:* meet": "decision",
    "***Decision:*** meet": "decision",
    "**Decision: meet**": "decision",
    "[DECISION] meet now": "decision",
    "•\tDecision: meet": "decision",
    "➢ **Decision:** meet": "decision",
    "=> DECISION: meet": "decision",
    "Decisión: nos vemos": "decision",
    "ACUERDO: nos vemos": "decision",
    "Proposal B: meet": "proposal",
    "PROPOSED: meet": "proposal",
    "PROPOSAL (from Hill Farm): meet": "proposal",
    "Propuesta: nos vemos": "proposal",
    "Motion: meet": "proposal",
    "Outcome: a list": "outcome",
    "Noted: a list": "outcome",
    "Resultado: una lista": "outcome",
    "Action item #2: ask": "action",
    "Action item - ask": "action",
    "TODO: ask": "action",
    "To do: ask": "action",
    "Bottomliner item: ask": "action",
    "- [x] Action: ask": "action",
    "20:52 harbour: ACTION: ask": "action",
    "Tarea: preguntar": "action",
    "Poll: soup? yes 4": "straw poll",
    "Straw poll - soup? yes 4": "straw poll",
    "Strawpoll: soup? yes 4": "straw poll",
    "Sondeo: sopa? sí 4": "straw poll",
    "COUNT OF TOWNS: Mill Town 2": "count",
    "Temp check: warm": "temperature check",
    "TEMP CHECK ON SOUP: warm": "temperature check",
    "Termómetro: bien": "temperature check",
}


@pytest.mark.parametrize("line", sorted(FORMS))
def test_a_label_is_read_in_every_form_that_people_give_it(line: str):
    """Whatever dresses it, it stands at the start of a line and has a sign behind it."""
    assert [FORMS[line]] == [mark.kind.value for mark in marks(f"{line}\n")]


@pytest.mark.parametrize(
    "line",
    [
        "Action - reaction was the theme.",
        "Action Coordination: eleven dates.",
        "Decision making process: slow.",
        "Decision making was discussed.",
        "Proposal to be decided next week.",
        "Agreed to disagree: the title of the notes.",
        "Decision? We ran out of time.",
        "Decision - as it was called - fell late.",
        "Count on us: we come.",
        "Outcome of all this: none.",
        "So the decision: none.",
        "20:33 harbour: DECISION: not yet",
        "## Decision: meet (agreed)",
        "> Decision: meet (agreed)",
        "- > Decision: meet (agreed)",
        "| Decision: meet | agreed |",
        "a | b\n--|--\nDecision: meet | agreed",
        "<!-- Decision: meet (agreed) -->",
        "<!--\nDecision: meet (agreed)\n-->",
        "Words.\n\n    Decision: meet (agreed)",
        "Words.\n\n\tDecision: meet (agreed)",
        "Decision:",
        "Decision: …",
        "**Decision:**",
        "It was a hard\ndecision: to meet or not.",
        "We all agreed\nagreed: that is the word.",
        "It was a hard\ndecision: to meet or not.\nThat was the long version of all that was said.",
        "```\ncode\n```\n    Decision: meet (agreed)",
        "III. Proposals - 30",
        "V. Action items - 5",
        "2. Proposals: 10-15 min",
        "- Action - reaction was the theme.",
        "Count of towns:\nNobody knows.",
        "8.55 Straw poll on soup went well",
        "<harbour> proposal: we all go to bed",
        "<harbour> decision: soup",
        "Decision, as it was: none.",
        "Next steps: we meet again",
        "Proposals / decisions: two of them",
        "Bottomliners: outreach, Mill Town",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line: str):
    """Sentences, names of groups, and what stands in code, quotations, tables, headings and comments."""
    assert [] == [mark.text for mark in marks(f"{line}\n")]


SAID = {
    "x. CONSENSUS": ("x.", "consensus", ""),
    "x CONSENSUS": ("x", "consensus", ""),
    "x - passed": ("x", "passed", ""),
    "x -- BLOCKED by one (Lake House)": ("x", "blocked", "by one (Lake House)"),
    "x → tabled": ("x", "tabled", ""),
    "x. Consensus reached.": ("x.", "consensus", "reached"),
    "x (Consensus with 2 stand-asides)": ("x", "consensus", "with 2 stand-asides"),
    "x [CONSENSUS]": ("x", "consensus", ""),
    "x (consensus) (2 stand-asides)": ("x", "consensus", "2 stand-asides"),
    "x (41 to 3, passed)": ("x", "passed", "41 to 3"),
    "x. Vote 12-3-1, passed.": ("x.", "passed", "Vote 12-3-1"),
    "x\nDiscussion: long\nConsensus: yes": ("x", "consensus", "yes"),
    "x. Passed 41 to 3": ("x.", "passed", "41 to 3"),
    "x. PASSED as amended.": ("x.", "passed as amended", ""),
    "x. Consented to.": ("x.", "consented", ""),
    "x (2 stand-asides, otherwise consensus)": ("x", "consensus", "2 stand-asides, otherwise"),
    "x\n  --> no consensus, blocked by one": ("x", "blocked", "by one"),
    "x (passed as amended: twice)\n\nWe came back to the talk.": (
        "x",
        "passed as amended",
        "twice",
    ),
    "x (approved by consensus)": ("x", "consensus", ""),
    "x\nCONSENSUS\nMore words.": ("x", "consensus", "More words"),
    "x\n\nCONSENSUS": ("x", "consensus", ""),
    "x\n- a remark\nNO CONSENSUS": ("x", "left open", ""),
    "x\nOutcome: passed": ("x", "passed", ""),
    "x\nVote: passed 41 to 3": ("x", "passed", "41 to 3"),
    "x. Not passed.": ("x.", "rejected", ""),
    "x. NOT PASSED, too early": ("x.", "rejected", "too early"),
    "x (voted down)": ("x", "rejected", ""),
    "x (not yet passed)": ("x", "left open", ""),
    "x. No decision yet": ("x.", "left open", "yet"),
    "x (postponed to May)": ("x", "tabled", "to May"),
    "x. Tabled, Harbour is away.": ("x.", "tabled", "Harbour is away"),
    "x. Vote not taken": ("x.", "not taken", ""),
    "x (aprobada por unanimidad)": ("x", "unanimous", ""),
    "x. CONSENSO con 2 abstenciones": ("x.", "consensus", "con 2 abstenciones"),
    "x (rechazada)": ("x", "rejected", ""),
    "x. Queda pendiente para mayo.": ("x.", "tabled", "para mayo"),
    "x (retirada)": ("x", "withdrawn", ""),
    "x. No hubo consenso.": ("x.", "left open", ""),
}


@pytest.mark.parametrize("said", sorted(SAID))
def test_what_became_of_a_proposal_is_read_where_people_write_it(said: str):
    """In brackets, in a last sentence, behind a dash or an arrow, in capitals, or on the next line."""
    (mark,) = marks(f"PROPOSAL: {said}\n")
    assert SAID[said] == (mark.text, mark.outcome, mark.note)


@pytest.mark.parametrize(
    "said",
    [
        "x (consensus?)",
        "x. Consensus?",
        "x (passed if the budget holds)",
        "x (consensus, unless the hall is taken)",
        "x (agreed; pending a word from Mill Town)",
        "x (consensus; subject to the budget)",
        "x (agreed to postpone)",
        "x (almost consensus)",
        "x (not passed)",
        "x (no consensus)",
        "x (consensus; not yet final)",
        "x (proposed and agreed)",
        "x (agreed in principle)",
        "x. Agreed, but only if the hall is free.",
        "x. Blocked by one. Passed.",
        "x. Consensus. Later blocked by two.",
        "x (agreed) said one, and others did not",
        "x. Consensus: no",
        "x\n* consensus: no",
        "x - passed? No.",
        "x\nConsensus: not reached",
        "x. They agreed to talk.",
        "consensus",
        "(sin consenso)",
        "x. Passed over for lack of time.",
        "x - passed on to the kitchen group",
        "x. Temperature check: consensus",
        "x (consensus of the working group, not of the call)",
        "x. Everyone agreed it needs more work.",
        "x. 12 agreed, 30 did not.",
        "x (aprobada si hay dinero)",
        "x. (unanimous against)",
        "x (unanimous, all opposed)",
        "x. Passed over",
        "x (unanimidad en contra)",
    ],
)
@pytest.mark.parametrize("label", ["PROPOSAL:", "**Proposal:**"])
def test_what_is_doubted_is_never_adopted(label: str, said: str):
    """A question, a condition, a denial or a contradiction around an outcome leaves it open."""
    assert [False] == [mark.adopted for mark in marks(f"{label} {said}\n")]


@pytest.mark.parametrize(
    "said",
    [
        "postponed to next week",
        "see the minutes of last week",
        "maybe soup",
        "we support it in principle",
        "defer to next week",
        "passed on to the next call",
        "nobody could agree",
        "soup. But this was later withdrawn",
        "no decision yet",
        "none",
        "nothing was decided",
        "not reached",
        "to be decided next week",
        "we could not decide",
        "tabled until May",
        "proposed to meet weekly",
        "discussed at length",
        "meet weekly?",
        "meet weekly, pending the assemblies",
        "meet weekly, subject to the budget",
        "meet weekly (not agreed (yet))",
        "meet weekly - tabled",
        "meet weekly, no decision",
        "meet weekly. No consensus yet.",
        "meet weekly\n\nNo consensus.",
        "meet weekly\nNOT PASSED",
        "~~meet weekly~~",
        "agreed to disagree",
        "todavía no hay acuerdo",
        "por decidir",
        "motion lost",
        "meet weekly -- opposed",
        "straw poll only, weekly favoured",
    ],
)
@pytest.mark.parametrize("label", ["Decision:", "- **Decision:**", "DECISION -"])
def test_a_decision_that_says_it_is_none_is_told_and_not_counted(label: str, said: str):
    """The label alone decides nothing against its own words."""
    body = f"{label} {said}\n"
    assert [False] == [mark.adopted for mark in marks(body)]
    assert {"F220", "F221"} & {code for code, *_ in faults(body)}


def test_a_claim_of_consensus_that_is_doubted_is_told():
    """The label says it, and the words take it back."""
    body = "CONSENSUS: almost, two towns were away\n"
    assert [False] == [mark.adopted for mark in marks(body)]
    assert ["F221"] == [code for code, *_ in faults(body)]


@pytest.mark.parametrize(
    "line",
    [
        "Consensus: not reached",
        "Agreed: nothing",
        "AGREED - no",
        "Acuerdo: ninguno",
        "Resolved: the noise on the line",
    ],
)
def test_a_label_that_is_answered_or_means_another_thing_is_none(line: str):
    """It says whether there was a decision, and is none itself."""
    assert () == marks(f"{line}\n")


@pytest.mark.parametrize(
    "said",
    [
        "no police at the gathering",
        "we will not march on Friday",
        "two meals a day, not three",
        "adopt the proposed agenda",
        "open the hall at nine",
        "that nobody is muted (4 in favour, none against, 1 abstention)",
    ],
)
def test_a_decision_may_hold_any_word_in_its_matter(said: str):
    """A decision against something is one."""
    assert [True] == [mark.adopted for mark in marks(f"Decision: {said}\n")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Action items:\n- a b\n- c d\n", ["a b", "c d"]),
        ("## Action items\n\n1. a b\n2. c d\n\nWords.\n\n- e f\n", ["a b", "c d"]),
        ("ACTION ITEMS\n* a b\n    * more\n* c d\n", ["a b", "c d"]),
        ("**Actions**\n\n- a b\n\n## Next\n\n- c d\n", ["a b"]),
        ("Action items\n------------\n\n- a b\n", ["a b"]),
        ("ACTION ITEMS:\nMill Town - a b\nHarbour - c d\n", ["Mill Town - a b", "Harbour - c d"]),
        ("E. ACTION ITEMS\n   - a b\nF. Next\n", ["a b"]),
        ("1. Action items\n2. Next call\n", []),
        ("## Tareas\n\n- **Acción:** a b\n- c d\n", ["a b", "c d"]),
        ("## Actions still open\n\n- a b\n", []),
        ("Action items:\n- none\n", []),
        ("Tareas / action items\n\n- a b\n- c d\n", ["a b", "c d"]),
        ("Next steps / action items\n\n1) a b\n2) c d\n", ["a b", "c d"]),
        ("Next steps:\n- Mill Town: a b\n- Harbour - c d\n", ["Mill Town: a b", "Harbour - c d"]),
        ("## Next steps\n\n- a b\n- c d\n", []),
        ("Next steps:\nwe all go home\n", []),
    ],
)
def test_a_list_of_actions_is_read_below_its_label(body: str, expected: list[str]):
    """A label alone on its line names each item of the list below it, and no more."""
    assert [(MarkKind.ACTION, text) for text in expected] == [(m.kind, m.text) for m in marks(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Decisions:\n- a\n- b (tabled)\n", [("a", True), ("b", False)]),
        ("## Decisions\n\n- a\n- b (consensus)\n", [("b", True)]),
        ("**Decisions**\n- a\n", []),
        ("## Outcomes\n\n- Agreed to meet\n- b\n- c (agreed)\n", [("Agreed to meet", True), ("b", False), ("c", True)]),
        ("## Proposals\n\n- a\n- b. CONSENSUS\n", [("a", False), ("b.", True)]),
        ("## Outcomes\n\n- Agreed to disagree\n", [("Agreed to disagree", False)]),
        ("## Outcomes\n\n- Agreed to meet if it is dry\n", [("Agreed to meet if it is dry", False)]),
        ("## Outcomes\n\n- Consensus: no\n", [("Consensus: no", False)]),
        ("Outcomes\n\n* Agreed to meet\n* b\n", [("Agreed to meet", True), ("b", False)]),
        ("Words\nOutcomes\n\n* b\n", []),
        ("Decisions\n\n* a\n* b (agreed)\n", [("b", True)]),
        ("Decision: a (consensus)\nand what follows\n", [("a (consensus) and what follows", True)]),
        ("## Decisions\n\n- Soup: passed?\n- Bread (agreed to postpone)\n", []),
    ],
)  # fmt: skip
def test_a_heading_proves_no_decision(body: str, expected: list[tuple[str, bool]]):
    """Below one, only an item that says itself that it was adopted counts."""
    assert expected == [(mark.text, mark.adopted) for mark in marks(body)]


def test_a_list_below_a_question_is_its_answers():
    """Also a list that is not indented, where the question is no item itself."""
    (mark,) = marks("Count: which?\n- 1 May: 16\n- 15 May: 4\n\nMore.\n")
    assert ("1 May: 16", "15 May: 4") == mark.items
    (mark,) = marks("**Straw poll:** which?\n\n- soup: 16\n- bread: 4\n")
    assert ("soup: 16", "bread: 4") == mark.items


def test_comments_are_no_words_of_a_mark():
    """The page does not show them."""
    assert ["meet now"] == [m.text for m in marks("Decision: meet <!-- or not --> now\n")]


def test_a_name_may_stand_on_the_first_line_or_on_the_last():
    """It names the whole mark."""
    body = "Decision: meet {#first}\nevery week\n\nDecision: meet\nonce (agreed) {#last}\n"
    assert [("meet every week", "first"), ("meet once", "last")] == [
        (mark.text, mark.anchor) for mark in marks(body)
    ]


def test_a_name_given_to_two_marks_is_told_at_the_second():
    """The first is named as a note."""
    body = "Decision: meet {#weekly}\n\nAction: ask {#weekly}\n"
    assert [("F227", 6, 1, 0)] == faults(body)
    (fault,) = problems(NOTES, TOP + body)
    assert [(4, "first given here")] == [(place.line, words) for place, words in fault.notes]


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
        "**Decision:** x (y)\n" * 8_000,
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
        "Decision " * 28_000,
        "Decision: " * 25_000,
        "Decision: " + "agreed. " * 30_000,
        "Decision: x\n" + "passed.\n" * 30_000,
        "Decision: x " + "(agreed) " * 28_000,
        "Decision: x. 1" + ", 1" * 80_000,
        ("Proposal: x. 1" + ", 1" * 1_300 + "\n\n") * 60,
        ("Proposal: x" + ". agreed" * 480 + "\n\n") * 60,
        "PROPOSAL: " + "not " * 60_000,
        "PROPOSAL: " + "no consensus, " * 18_000,
        "Proposal: x " + "is encouraged " * 18_000,
        "Action items:\n" + "- a\n" * 60_000,
        "Action items:\n- a\n" * 12_000,
        "## Decisions\n\n- a\n" * 12_000,
        "Action items:\n" + "a: b\n" * 40_000,
        "- Straw poll: x\n" * 12_000,
        "Straw poll: x\n\n" * 12_000,
        "Proposal: x\n\nconsensus\n\n" * 9_000,
        "Proposal: x\n" * 12_000,
        "- " * 120_000 + "Decision: x",
        "(" * 250_000,
        "Decision: x\n" + ")" * 250_000,
        "Decision: x <!-- " * 15_000,
        "<!--\n" * 50_000,
        "| Decision: x " * 17_000,
        "a|b\n-|-\n" * 30_000,
        "> Decision: x\n" * 17_000,
        "\n".join(" " * n + "- x" for n in range(700)),
        "1. " * 80_000,
        "Decision " + "(" * 250_000,
        "Decision on " + "x " * 120_000 + ": y",
        "Decision: x - " + "- " * 100_000,
        "*" * 250_000,
        "Decision" + " " * 250_000 + ":",
        "x\ndecision: y\n" * 17_000,
        "A: x\nx\ndecision: y\n" * 12_000,
        "Decision: we " + "will " * 50_000,
        "Decision: x " + "no quorum " * 25_000,
        "<a> proposal: x\n<b> +1\n" * 10_000,
        "Outcomes\n\n* a\n\n" * 10_000,
        "<" + "a" * 250_000,
        "8.55 temp check on " + "a" * 250_000,
    ],
    ids=lambda body: f"{body[:16]!r}",
)
def test_notes_made_to_do_harm_are_answered_at_once(body: str):
    """Up to 250 kB of one sign, or of thousands of marks, are read to their end."""
    with ends():
        read(NOTES, TOP + body)


@pytest.mark.parametrize(
    "line",
    [
        "**Decision:** march (yes 3, no 40)",
        "**Decision:** march. (passed; 3-40)",
        "**Proposal:** march. (consensus; 2 blocks)",
        "**Decision:** march. (unanimous; one against)",
    ],
)
def test_what_its_own_counts_contradict_is_not_decided(line: str):
    """The word stays to be read beside it, and the warning stands at it."""
    (mark,) = marks(f"{line}\n")
    assert ("unclear", False) == (mark.outcome, mark.adopted)
    assert ["F231"] == [code for code, *_ in faults(f"{line}\n")]


def test_a_close_vote_and_a_modified_consensus_stay_decided():
    """Only what cannot be true is doubted."""
    lines = "**Decision:** a. (passed; 21-20)\n\n**Decision:** b. (modified consensus; 2 blocks)\n"
    assert [True, True] == [mark.adopted for mark in marks(lines)]
