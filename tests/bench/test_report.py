"""The report of a few given figures: tables, ratios of rounds, and what is left out."""

import dataclasses

import pytest

from generator.bench import ratios, report, results
from generator.bench.results import OURS
from tests.bench.runs import RUNS, STEPS, figures, run


def cells(text: str, *starts: str) -> list[str]:
    """Give the cells of the one row that starts with some words, in the first table that has it."""
    for line in text.splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if row[: len(starts)] == list(starts):
            return row[len(starts) :]
    raise AssertionError(f"no row starts with {starts}")


def test_a_figure_is_the_median_with_least_and_most():
    """The order of rounds does not matter, and a figure that never differs stands alone."""
    rows = (results.Row(OURS, "cold", figures(3.0, 1.0, 2.0)),)
    assert ["1.00 (0.50–1.50)", "2.00 (1.00–3.00)", "100"] == cells(
        report.figures_table(rows), OURS, "cold"
    )


def test_ratios_are_of_rounds():
    """Each round is compared with itself: 1, 2 and 3 seconds against 2 give a half, 1 and 1.5."""
    found = ratios.ratio(figures(1, 2, 3), figures(2, 2, 2), ratios.cpu)
    assert ratios.Spread(0.5, 1.0, 1.5) == found


def test_rounds_are_compared_in_their_order():
    """A machine that was slow for a round was slow for both."""
    found = ratios.ratio(figures(1, 9, 1), figures(2, 18, 2), ratios.cpu)
    assert ratios.Spread(0.5, 0.5, 0.5) == found


def test_nothing_is_compared_with_nothing():
    """Where the system does not tell of memory there is no ratio."""
    assert ratios.ratio(figures(1), figures(1, peak=0), ratios.peak) is None


def test_ratios_a_file_and_a_mib_take_in_what_was_written():
    """Ours wrote twice the files and 2.5 times the bytes, so the median of 1 is a half and 0.4 of each."""
    text = report.report(RUNS[:1])
    section = text[text.index("### Ours against others") :]
    assert "0.50 (0.25–0.75)" == cells(section, "Reeds", "cold")[3]
    assert "0.40 (0.20–0.60)" == cells(section, "Reeds", "cold")[4]


def test_sizes_of_pages_are_set_against_ours():
    """Whoever reads ratios sees how large the pages were."""
    assert ["10", "50", "4.0", "3,000", "0.75"] == cells(report.report(RUNS[:1]), "Reeds")[:5] or [
        "10", "50", "4.0", "3,000", "0.75",
    ] == cells(report.report(RUNS[:1]).split("### What was written")[1], "Reeds")  # fmt: skip


def test_every_size_has_its_section_and_growth_follows():
    """Sections are ordered by size, then come exponents, then what was compared."""
    heads = [line for line in report.report(RUNS).splitlines() if line.startswith("## ")]
    assert [
        "## 100 calls", "## 1,000 calls", "## 10,000 calls", "## Growth", "## What was compared",
    ] == heads  # fmt: skip
    growth = report.report(RUNS).split("## Growth")[1]
    assert ["3", "1.00", "1.00", "0.30"] == cells(growth, OURS, "cold")


def test_growth_below_nothing_is_a_number_too():
    """What shrinks has a sign, what stays has none, and both stand below the other numbers."""
    runs = (run(100, 1.0, 1.0, 200), run(1000, 0.999, 0.1, 100))
    growth = report.report(runs).split("## Growth")[1]
    assert ["2", "0.00", "0.00", "-0.30"] == cells(growth, OURS, "cold")
    assert ["2", "-1.00", "-1.00", "0.00"] == cells(growth, "Reeds", "cold")
    assert "-1.00 |" in growth


def test_ours_alone_is_compared_with_nobody():
    """Without other builders there is no table of ratios and no word about them."""
    alone = dataclasses.replace(
        RUNS[0],
        measured=results.Measured(RUNS[0].measured.rows[:1], RUNS[0].measured.sizes[:1]),
    )
    text = report.report((alone,))
    assert "against" not in text
    assert "What was compared" not in text


def test_what_is_missing_is_said():
    """A builder that is not installed, or that gave up, is named."""
    measured = dataclasses.replace(RUNS[0].measured, failed=("Sedge",))
    text = report.report((dataclasses.replace(RUNS[0], absent=("Rush",), measured=measured),))
    assert "Left out, because it is not installed there: Rush." in text
    assert "Sedge failed at so many calls, and is left out." in text


def test_steps_stand_by_their_share():
    """The largest step comes first, and all of them make a whole."""
    text = report.report((dataclasses.replace(RUNS[0], steps=STEPS[::-1]),))
    steps = text.split("by steps")[1]
    assert ["3.00", "75.0"] == cells(steps, "reading")
    assert ["4.00", "100.0"] == cells(steps, "all")
    assert steps.index("reading") < steps.index("writing")


def test_raw_figures_are_read_back(tmp_path):
    """The file of raw figures loses nothing."""
    (tmp_path / results.RAW).write_bytes(results.raw(RUNS))
    assert RUNS == results.read(tmp_path)


def test_a_run_takes_the_place_of_one_of_its_size():
    """Sizes are measured at different times and stand in one report."""
    newer = run(1000, 5.0, 5.0)
    assert (RUNS[0], newer, RUNS[2]) == results.with_run(RUNS, newer)
    assert RUNS == results.with_run((RUNS[2], RUNS[0]), RUNS[1])


def test_a_folder_without_figures_has_no_runs(tmp_path):
    """The first run finds nothing to add to."""
    assert () == results.read(tmp_path)


@pytest.mark.parametrize("heads", [["name", "n"], ["a much longer name", "n"]])
def test_tables_stand_straight_as_plain_text(heads):
    """Every line of a table is as long as every other one, and numbers end below each other."""
    lines = report.markdown_table(heads, [["one", "1"], ["another", "1,000"]]).splitlines()
    assert 1 == len({len(line) for line in lines})
    assert [] == [line for line in report.report(RUNS).splitlines() if line != line.rstrip()]
    assert lines[2].endswith("    1 |")
