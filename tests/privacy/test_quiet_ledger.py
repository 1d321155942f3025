"""Nothing that the ledger gives differs by what a withheld call says, such as of which series it is."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.privacy import gate
from generator.render import (
    atom_gaps,
    data_ledger,
    gap_pages,
    group_pages,
    ledger_pages,
    series_pages,
)
from generator.render.ledger import Ledger, ledger_of
from generator.render.ledger_rows import DateState, LedgerRow
from generator.render.output import File, Page
from tests.privacy.quiet_archive import Frame, Words, quiet_files, read

MODULES = (atom_gaps, data_ledger, gap_pages, group_pages, ledger_pages, series_pages)
LIVING = Frame(living=True)
NAMED = Frame(living=True, identify=True)
ONE, OTHER = "qzvxkqz", "xjwqzkx"


def outputs(files: Mapping[str, str]) -> dict[str, bytes]:
    """Give what the modules of the ledger make of an archive."""
    settings, archive, _, _ = read(dict(files))
    public = gate.publish(archive, settings)
    found = {}
    for module in MODULES:
        for draft in module.render(public, settings):
            made = draft.make(draft.view, settings)
            assert isinstance(made, File | Page)
            found[made.path] = made.data if isinstance(made, File) else repr(made).encode()
    return found


def ledger(files: Mapping[str, str]) -> Ledger:
    """Give the ledger of an archive."""
    settings, archive, _, _ = read(dict(files))
    return ledger_of(gate.publish(archive, settings), settings)


def row(files: Mapping[str, str], series: str, day: str) -> LedgerRow:
    """Give the row of a series on a day."""
    (found,) = [each for each in ledger(files).rows[series] if str(each.date) == day]
    return found


@pytest.mark.parametrize("frame", [LIVING, NAMED, replace(LIVING, minutes="public")])
def test_archives_that_differ_in_withheld_words_have_one_ledger(frame: Frame) -> None:
    """Pages, gaps, data and the feed are the same bytes for every archive of a frame."""
    first = outputs(quiet_files(frame, Words(0, ONE)))
    for seed in range(1, 12):
        second = outputs(quiet_files(frame, Words(seed, OTHER)))
        assert sorted(first) == sorted(second)
        assert [] == [path for path, data in first.items() if data != second[path]]
        assert [] == [path for path, data in second.items() if OTHER.encode() in data.lower()]


@pytest.mark.parametrize("seed", range(6))
def test_a_day_of_a_withheld_call_is_unclear_whatever_series_that_call_is_of(seed: int) -> None:
    """The one of 28 May says of which series it is in words that nobody may know; the open date stays as it was."""
    found = row(quiet_files(LIVING, Words(seed, ONE)), "river-open-call", "2031-05-28")
    assert (DateState.UNCLEAR, "", None) == (found.state, found.call, found.due)


def test_what_a_withheld_call_left_or_took_does_not_show() -> None:
    """It may be a date of its series that was moved: dates beside it are to come as ever."""
    files = [quiet_files(LIVING, Words(seed, ONE)) for seed in range(6)]
    for day in ("2031-06-04", "2031-06-11", "2031-06-18"):
        assert {DateState.TO_COME} == {row(each, "river-open-call", day).state for each in files}


def test_a_withheld_call_that_names_its_series_is_told_as_withheld() -> None:
    """The group chose to be named, so that its date is not unclear."""
    found = row(quiet_files(NAMED, Words(0, ONE)), "river-open-call", "2031-05-28")
    assert (DateState.WITHHELD, "2031-05-28-withheld-1") == (found.state, found.call)


def test_nobody_is_asked_for_notes_of_a_day_on_which_a_call_is_withheld() -> None:
    """Such a date is in no list of gaps and in no feed of them."""
    made = outputs(quiet_files(LIVING, Words(0, ONE)))
    for path in ("gaps/index.html", "feeds/gaps.xml"):
        assert b"series/river-open-call.html#on-2031-03-12" not in made[path]
        assert b"series/river-open-call.html#on-2031-03-19" in made[path]
