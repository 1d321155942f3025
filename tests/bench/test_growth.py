"""How figures grow is fitted by least squares on logarithms; expected exponents are reckoned by hand."""

import math

import pytest

from generator.bench.growth import exponent, growths
from tests.bench.runs import RUNS


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_an_exact_power_is_found(power):
    """Values that grow as a power of the size give that power."""
    found = exponent([(size, 3.0 * size**power) for size in (10, 100, 5000)])
    assert found is not None
    assert math.isclose(power, found, abs_tol=1e-12)


def test_three_points_are_fitted_by_least_squares():
    """Logarithms 0, 1 and 3 at 1, 2 and 3 lie around a line that climbs by one and a half."""
    found = exponent([(10, 1), (100, 10), (1000, 1000)])
    assert found is not None
    assert math.isclose(1.5, found)


@pytest.mark.parametrize("points", [[], [(10, 5.0)], [(10, 5.0), (10, 6.0)], [(10, 1.0), (20, 0)]])
def test_too_little_gives_no_exponent(points):
    """One size tells nothing of growth, and nothing has no logarithm."""
    assert exponent(points) is None


def test_each_builder_and_kind_has_its_growth():
    """Medians of rounds are fitted; memory doubles with ten times the calls here."""
    ours, theirs = growths(RUNS)
    assert (3, "cold") == (ours.sizes, ours.kind)
    assert math.isclose(1.0, ours.cpu or 0)
    assert math.isclose(math.log10(2), ours.peak or 0)
    assert math.isclose(math.log10(400) / 2, theirs.cpu or 0)


def test_one_size_has_no_growth():
    """With one size no line of the table is made."""
    assert () == growths(RUNS[:1])
