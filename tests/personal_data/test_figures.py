"""How much of the labelled sets is found, and how little where nothing is private.

Two sets were read when the rules were written: their floors keep what was reached. The third was not, and measured
them once when they were done (see decision 0047, and `python -m tests.personal_data.figures --lines FILE`).
"""

import os
from pathlib import Path

import pytest

from tests.personal_data.figures import ALLOWED, LINES, RIVER, ROOT, WORDS
from tests.personal_data.harmless_minutes import FORMS, compose, forms_in
from tests.personal_data.judging import (
    Verdict,
    alarms_in,
    exactness,
    judge,
    recall,
    rows_in,
    texts_of,
    words_of_archive,
)

ROUNDS = int(os.environ.get("CALLS_HARMLESS_ROUNDS", "3"))
"""So many compositions of 20,000 words are searched."""
FLOORS = {"email": 0.95, "phone": 0.95, "secret": 0.95, "link": 0.95, "street": 0.9, "name": 0.75}
HELD_BACK = LINES.with_name("held_back.tsv"), LINES.with_name("held_back_forms.txt")
SETS = ((LINES, FORMS), HELD_BACK)
UNSEEN = LINES.with_name("held_back_again.tsv")
MEASURED = {"email": 0.93, "phone": 1, "secret": 0.85, "link": 0.8, "street": 0.91, "name": 0.65}
"""What was found of the third set; a rule must not be fitted to its lines, or it measures nothing any more."""


@pytest.fixture(scope="module", params=[lines for lines, _ in SETS], ids=lambda lines: lines.stem)
def verdicts(request) -> tuple[Verdict, ...]:
    return judge(rows_in(request.param), words_of_archive(RIVER))


@pytest.mark.parametrize("label", FLOORS)
def test_nearly_every_line_is_found(verdicts, label):
    """Of each class so much is found that what is missed is an exception."""
    assert FLOORS[label] <= recall(verdicts, label)


@pytest.mark.parametrize("label", FLOORS)
def test_places_are_those_that_were_marked(verdicts, label):
    """A find points at the value itself, and not at the words around it."""
    assert FLOORS[label] <= exactness(verdicts, label) + 0.05


def test_no_line_is_an_error_where_nothing_is_private(verdicts):
    """An error stops a volunteer, so a line that only looks like one is none; a warning costs trust."""
    alarms = [(v.row.name, v.false_alarms) for v in verdicts if v.false_alarms]
    assert [] == alarms


@pytest.mark.parametrize("label", MEASURED)
def test_what_was_found_unseen_is_still_found(label):
    """No later change finds less of the set that measured the rules, nor errs where nothing is private."""
    verdicts = judge(rows_in(UNSEEN), words_of_archive(RIVER))
    assert MEASURED[label] <= recall(verdicts, label)
    assert [] == [v.row.name for v in verdicts if v.row.label == "none" and v.false_alarms]


@pytest.mark.parametrize("forms", [forms for _, forms in SETS], ids=lambda forms: forms.stem)
def test_long_minutes_hold_at_most_one_error_and_two_warnings_in_10_000_words(forms: Path):
    """Dates, tallies, bills, hashes and times of whole nights are read."""
    texts = [(f"composed-{n}", compose(WORDS, n, forms_in(forms))) for n in range(ROUNDS)]
    words, alarms = alarms_in(texts, words_of_archive(RIVER))
    names = sum(alarm.startswith("name ") for alarm in alarms)
    assert (len(alarms) - names) * 10_000 <= words
    assert names * 10_000 <= 2 * words


@pytest.mark.parametrize("root", [ROOT, RIVER], ids=["real", "river"])
def test_archives_without_personal_data_have_no_false_alarm(root: Path):
    """Their records, notes and pages were read by people."""
    assert [] == alarms_in(texts_of(root), words_of_archive(root), ALLOWED)[1]
