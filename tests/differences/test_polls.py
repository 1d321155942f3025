"""Tests of what is said when polls in notes change."""

from dataclasses import fields, replace

import pytest

from generator.differences.notes import notes_sentences
from generator.differences.pairs import CallPair
from generator.differences.sentences import Said
from generator.privacy.public import Answer, MarkKind, PublicMark, Side, Tally
from tests.differences.test_every_field import other
from tests.render.few_calls import HELD, NOTES

TALLY = Tally((Answer("yes", 41, "", Side.YES), Answer("no", 3, "", Side.NO)), question="march?")
POLL = PublicMark(MarkKind.POLL, "march? yes 41, no 3", "march", 7, "", False, "", (), tally=TALLY)
NAME = "River Assembly; open call, part \\N <1> on 2031-03-05"
NUMBERS = ("blocks", "stand_asides", "total", "present", "quorum", "taken")


def said(old: tuple[PublicMark, ...], new: tuple[PublicMark, ...]) -> list[str]:
    """Give what is said of polls when the marks of a call's notes change."""
    before, after = (replace(HELD, notes=(replace(NOTES, marks=marks),)) for marks in (old, new))
    return [
        "".join(part.text if isinstance(part, Said) else part for part in sentence)
        for sentence in notes_sentences((CallPair(before, after, compare_notes=True),))
    ]


def with_tally(**changes: object) -> PublicMark:
    return replace(POLL, tally=replace(TALLY, **changes))  # type: ignore[arg-type]


def test_a_new_poll_is_told_with_its_answers():
    """Question and numbers, as the page has them."""
    assert [f"Straw poll added: march?; yes: 41; no: 3 in {NAME}"] == said((), (POLL,))


def test_a_number_that_changed_is_told_as_it_is_now():
    """The same question is the same poll, though its line has other words."""
    now = replace(
        with_tally(answers=(Answer("yes", 40), Answer("no", None, "about 3"))), text="march? x"
    )
    assert [f"Straw poll changed: march?; yes: 40; no: about 3 in {NAME}"] == said((POLL,), (now,))


@pytest.mark.parametrize("name", NUMBERS)
def test_each_number_of_a_tally_is_told(name: str):
    """Blocks, stand-asides, total, present, quorum, and that it was not taken: one sentence each."""
    value = 5 if name != "taken" else other(True)
    (sentence,) = said((POLL,), (with_tally(**{name: value}),))
    assert ("not taken" if name == "taken" else f"{name.replace('_', '-')} 5") in sentence


def test_no_field_of_a_tally_is_forgotten():
    """A tally has answers, a question, and the numbers above."""
    assert {"answers", "question", *NUMBERS} == {field.name for field in fields(Tally)}


def test_many_answers_are_counted():
    """A sentence names eight answers and says how many more there are."""
    answers = tuple(Answer(f"a{number}", number) for number in range(16))
    (sentence,) = said((), (with_tally(answers=answers),))
    assert "a7: 7; 8 more answers in " in sentence


def test_a_poll_that_is_gone_is_counted_and_not_quoted():
    """It may have been withdrawn."""
    assert [f"1 poll or count no longer worded like before in {NAME}"] == said((POLL,), ())


def test_what_stays_is_not_told():
    """The same poll at another line is the same."""
    assert [] == said((POLL,), (replace(POLL, line=90),))
