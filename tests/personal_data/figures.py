"""Prints how much the search for personal data finds and how often it errs: `python -m tests.personal_data.figures`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.personal_data.harmless_minutes import FORMS, compose, forms_in
from tests.personal_data.judging import (
    CLASSES,
    alarms_in,
    exactness,
    judge,
    recall,
    rows_in,
    texts_of,
    words_of_archive,
)

ROOT = Path(__file__).parents[2]
LINES = Path(__file__).with_name("lines.tsv")
RIVER = ROOT / "tests/sites/river/archive"
ALLOWED = ("keepers@" + "calls.example",)
"""What the settings of the River archive allow."""
WORDS = 20_000
"""Words of one composition."""


def table(lines: Path, forms: Path, rounds: int) -> Iterator[str]:
    """Write the figures as lines: by class, then what was found where nothing is."""
    known = words_of_archive(RIVER)
    verdicts = judge(rows_in(lines), known)
    yield f"{'class':8} {'lines':>5} {'recall':>7} {'exact':>7} {'alarms':>7}"
    for label in CLASSES.values():
        count = sum(verdict.row.label == label for verdict in verdicts)
        alarms = sum(verdict.false_alarms.count(label) for verdict in verdicts)
        share = f"{recall(verdicts, label):7.3f} {exactness(verdicts, label):7.3f}"
        yield f"{label:8} {count:5} {share} {alarms:7}"
    for verdict in verdicts:
        if verdict.row.label != "none" and not verdict.is_found:
            yield f"not found: {verdict.row.name} {verdict.row.label}"
        if verdict.false_alarms:
            yield f"false alarm: {verdict.row.name} {', '.join(verdict.false_alarms)}"
    composed = [(f"composed-{n}", compose(WORDS, n, forms_in(forms))) for n in range(rounds)]
    yield from _alarms("composed minutes", *alarms_in(composed, known))
    yield from _alarms("the real archive", *alarms_in(texts_of(ROOT), words_of_archive(ROOT)))
    yield from _alarms("the River archive", *alarms_in(texts_of(RIVER), known, ALLOWED))


def _alarms(what: str, words: int, alarms: list[str]) -> Iterator[str]:
    errors = [one for one in alarms if not one.startswith("name ")]
    names = len(alarms) - len(errors)
    rates = f"{10_000 * len(errors) / words:.2f} errors and {10_000 * names / words:.2f} warnings"
    yield f"{what}: {words} words, {rates} in 10,000 words"
    yield from (f"  {alarm}" for alarm in alarms[:40])


def main() -> None:
    """Read what to judge from the command line, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=Path, default=LINES)
    parser.add_argument("--forms", type=Path, default=FORMS)
    parser.add_argument("--rounds", type=int, default=10)
    chosen = parser.parse_args()
    sys.stdout.write("\n".join([*table(chosen.lines, chosen.forms, chosen.rounds), ""]))


if __name__ == "__main__":
    main()
