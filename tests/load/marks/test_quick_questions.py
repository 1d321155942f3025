"""Cheap questions that are asked before dear patterns never keep a pattern from what it would find."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load import breakouts, unread_words
from generator.load.marks import (
    answer_words,
    bare_labels,
    doubts,
    labels,
    last_brackets,
    no_decision,
    outcomes_said,
    segments,
)
from generator.load.marks.folding import folded, holds_any
from generator.model import outcomes
from generator.model.minutes import MarkKind

FEW = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@FEW
@given(st.from_regex(no_decision._SOMEWHERE))
def test_words_that_tell_of_no_decision_hold_a_stem(text: str):
    """A text is searched whenever the pattern would find something in it."""
    assert holds_any(text, no_decision.STEMS)


@FEW
@given(st.from_regex(doubts._HANGS))
def test_words_that_a_decision_hangs_on_hold_a_stem(text: str):
    """A text is searched whenever the pattern would find something in it."""
    assert holds_any(text, doubts.STEMS)


@pytest.mark.parametrize("pattern", [labels._LABEL, bare_labels._BARE], ids=["label", "bare"])
def test_every_label_may_be_a_label(pattern: re.Pattern[str]):
    """What begins as a label is tried against its pattern, in whatever letters."""

    @FEW
    @given(st.from_regex(pattern).filter(pattern.match))
    def ask(line: str) -> None:
        assert labels.may_be_label(line)

    ask()


@pytest.mark.parametrize(
    "pattern",
    [unread_words._REPORT, unread_words._DONE, unread_words._BREAKOUTS],
    ids=["report", "done", "breakouts"],
)
def test_every_line_that_tells_something_may_tell(pattern: re.Pattern[str]):
    """What tells of breakouts, report-backs or deeds is tried against its pattern."""

    @FEW
    @given(st.from_regex(pattern).filter(pattern.match))
    def ask(line: str) -> None:
        assert unread_words._MAY_TELL.match(line)

    ask()


@pytest.mark.parametrize("words", ["Breakouts", "ſmall groups", "SMALL  GROUP", "Report\u00a0Back"])
def test_breakouts_are_spoken_of_in_any_letters(words: str):
    """A long s and letters of any size say the same."""
    plain = folded(f"## {words}")
    assert any(pattern.search(plain) for pattern in breakouts._SPEAKS)


def test_folding_takes_for_plain_what_patterns_take_for_plain():
    """Each letter that a pattern without regard to case takes for a plain one is folded to it."""
    plain = "abcdefghijklmnopqrstuvwxyz"
    odd = [chr(at) for at in range(0x80, 0x3000)]
    wrong = [
        (sign, letter)
        for letter in plain
        for sign in odd
        if re.match(letter, sign, re.IGNORECASE) and letter not in folded(sign)
    ]
    assert [] == wrong


@pytest.mark.parametrize(
    "pattern",
    [
        answer_words.TOKEN,
        answer_words.ENDING,
        answer_words.VOTE,
        answer_words.OF_ALL,
        answer_words.PLUS,
        answer_words.WORD_AND_NUMBER,
    ],
    ids=["token", "ending", "vote", "of all", "plus", "word and number"],
)
def test_every_count_holds_a_number(pattern: re.Pattern[str]):
    """Whatever is counted is looked for in a text that may tell a number."""

    @FEW
    @given(st.from_regex(pattern).filter(pattern.search))
    def ask(text: str) -> None:
        assert answer_words.may_tell(text)

    ask()


@pytest.mark.parametrize("words", ["Nobody against", "ſeven yes", "NINGÚN bloqueo", "sin bloqueos"])
def test_numbers_in_words_are_numbers_in_any_letters(words: str):
    """A long s and letters of any size say the same."""
    assert answer_words.may_tell(words)


EACH_SIGN = re.compile(
    r"[.;!?…]['\"”»)\]*_]{0,3}\s+|:\s+|\s[-–—]{1,3}\s+|\s?(?:-{1,2}|=)>\s*|\s?[→⇒]\s*|[(\[]|[)\]]"
    rf"|(?<=[^\WA-Z_])\s+(?={segments._LOUD})|(?<=[,'\"”»%])\s+(?={segments._LOUD})"
)
SAID = st.lists(
    st.sampled_from(
        (
            "meet every week", "read it aloud", " ", "  ", "\t", ". ", "; ", "! ", "…", "? ", ": ", " - ", " -- ",
            " – ", "->", " => ", "-->", "→", " ⇒ ", "(", ")", "[", "]", "'", '"', "%", ",", "_", "*", "CONSENSUS",
            "NOT PASSED", "BLOCKED", "TABLED", "consensus", "passed 41 to 3", "tabled", "blocked", "withdrawn",
            "no decision", "rejected", "agreed", "reported", "left open", "supersedes #d-1", "41 to 3, passed",
            "straw poll", "pending", "not taken", "é", "5",
        )
    ),
    max_size=12,
).map("".join)  # fmt: skip
MANY = settings(FEW, max_examples=300)


@MANY
@given(SAID)
def test_a_text_is_parted_where_each_sign_by_itself_parts_it(text: str):
    """One set of signs at the beginning finds what each sign by itself finds."""
    expected = [one.span() for one in EACH_SIGN.finditer(text)]
    assert expected == [one.span() for one in segments._SPLIT.finditer(text)]


@MANY
@given(SAID, st.sampled_from((MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)))
def test_behind_an_outcome_in_brackets_nothing_else_is_looked_at(text: str, kind: MarkKind):
    """What is not looked at could not have contradicted what the brackets say."""
    groups = last_brackets.closing_groups(text)
    in_brackets = (outcomes_said._in_brackets(text, group, groups) for group in groups)
    said = next(filter(None, in_brackets), None)
    if said is None:
        return
    each = (outcomes_said._in_segment(text, one) for one in segments.segments_of(text, ()))
    before = [one for one in each if one and one.start < said.cut]
    against = any(one.word in outcomes_said._HARD or one.is_doubted for one in before)
    doubted = said._replace(word=outcomes_said.UNCLEAR, is_doubted=True)
    expected = doubted if said.word in outcomes.ADOPTED and against else said
    assert expected == outcomes_said.what_became(text, (), kind)
