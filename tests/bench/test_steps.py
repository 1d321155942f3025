"""A cold build is measured by steps from outside: every name exists, and time goes to the innermost step."""

import pytest

from generator.bench import steps

EVERY = [name for _, name in steps.NAMES] + [steps.DRAFTS, steps.MAKE]


@pytest.mark.parametrize("name", EVERY)
def test_every_measured_function_exists(name):
    """A function of the generator that is renamed is renamed in the table of steps too."""
    holder, last = steps.named(name)
    assert callable(getattr(holder, last))


def test_a_function_that_is_gone_is_told():
    """A name of nothing is no step that takes no time."""
    with pytest.raises(AttributeError):
        steps.named("generator.pipeline:no_such_step")


def test_time_goes_to_the_innermost_step():
    """A step inside another one takes its own time only, and none is counted twice."""
    ticks = iter([2.0, 3.0, 5.0, 6.0, 10.0, 11.0])
    clock = steps.Clock(lambda: next(ticks))
    clock.enter("making")
    clock.enter("links")
    clock.leave()
    clock.leave()
    found = {step.name: step.seconds for step in clock.finished()}
    assert {steps.START: 2.0, steps.REST: 2.0, "making": 6.0, "links": 1.0} == found


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("calls/2031-05-20-river.html", "making pages"),
        ("calendar/all.ics", "making calendars"),
        ("feeds/notes.xml", "making feeds"),
        ("data/v1/calls.json", "making open data"),
        ("search/2031.bin", "making the search index"),
        ("search/index.html", "making pages"),
        ("robots.txt", "making other files"),
    ],
)
def test_an_output_is_made_by_the_step_of_its_address(path, step):
    """What is made is told by where it goes."""
    assert step == steps.kind_of(path)


def test_a_build_is_measured_by_steps(stepped):
    """Every step of the table takes part in a cold build, so that no clock sits where nothing passes."""
    root, took = stepped
    found = {step.name: step.seconds for step in took}
    assert set() == {step for step, _ in steps.NAMES} - set(found)
    assert min(found.values()) >= 0
    assert (root / "build" / "site" / "index.html").is_file()
