"""A build that is killed, or whose calls fail, leaves the old site or the new one, and the next build mends the rest.

CALLS_KILLS and CALLS_FAULTS in the environment say how many builds are disturbed.
"""

import os

import pytest

from tests.publishing import trials
from tests.publishing.workshop import Workshop, step_of

KILLS = int(os.environ.get("CALLS_KILLS", "16"))
FAULTS = int(os.environ.get("CALLS_FAULTS", "16"))


@pytest.mark.handed_calls
def test_a_killed_build_leaves_the_old_site_or_the_new_one(workshop: Workshop) -> None:
    """Killed at any step, also while an earlier kill is mended, no site is mixed or missing, and all is mended."""
    assert [] == [trial for trial in trials.kills(workshop, KILLS) if trial.wrong]


@pytest.mark.handed_calls
def test_a_call_that_fails_is_said_plainly_or_made_up_for(workshop: Workshop) -> None:
    """Whatever call the system refuses, a build either publishes all the same or says so and leaves the old site."""
    assert [] == [trial for trial in trials.faults(workshop, FAULTS) if trial.wrong]


@pytest.mark.handed_calls
def test_data_is_on_the_disk_before_the_site_is_exchanged(workshop: Workshop) -> None:
    """A power cut cannot leave names without contents: first data, then the exchange, its name, and removal."""
    workshop.restore("update")
    names = [call.name for call in workshop.build().calls if step_of(call) in ("swap", "removal")]
    order = ["syncfs", "renameat2", "fsync", "unlinkat", "rmdir"]
    assert order == [name for name in dict.fromkeys(names) if name in order]
