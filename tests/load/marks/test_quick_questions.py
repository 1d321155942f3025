"""Cheap questions that are asked before dear patterns never keep a pattern from what it would find."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load import breakouts, unread_words
from generator.load.marks import bare_labels, doubts, labels, no_decision
from generator.load.marks.folding import folded, holds_any

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
