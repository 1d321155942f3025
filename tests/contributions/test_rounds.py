"""Every contribution is green after two rounds at most, and each thing to type stands in the report before it.

A round is one run of `check` after the volunteer typed what the last report said.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.mending import mend
from generator.pipeline import examine, read
from generator.problems import Problem
from tests.contributions.volunteer import Contribution, contributions, send, type_in
from tests.site_archives import GOOD, copied

CONTRIBUTIONS = contributions()
MOST = 2
"""So many times a volunteer may have to come back."""


def problems(root: Path) -> tuple[Problem, ...]:
    return examine(root, GOOD["river"]).problems


def since(before: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Give problems that were not there before the contribution."""
    known = {(fault.place.path, fault.code, fault.message) for fault in before}
    return [f for f in found if (f.place.path, f.code, f.message) not in known]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """Give what is said of the archive before anything is sent."""
    return problems(copied("river", tmp_path_factory.mktemp("before")))


@pytest.fixture
def sent(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Contribution]:
    """Give an archive with one contribution in it, as it was sent."""
    contribution = CONTRIBUTIONS[request.param]
    root = copied("river", tmp_path)
    send(root, contribution.sent)
    return root, contribution


def every(names: Iterable[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("sent", sorted(names), indirect=True)


@every(CONTRIBUTIONS)
def test_each_round_says_what_to_type_until_all_is_green(
    sent: tuple[Path, Contribution], before: tuple[Problem, ...]
):
    """The report names every step of the next round, and after the last step nothing is left to say."""
    root, contribution = sent
    for number, codes in enumerate(contribution.rounds, 1):
        found = since(before, problems(root))
        assert list(codes) == sorted({fault.code for fault in found})
        told = [(fault.code, f"{fault.message}\n{fault.help}") for fault in found]
        steps = [step for step in contribution.steps if step.round == number]
        assert [] == [
            step.says
            for step in steps
            if not any(step.code == code and step.says in words for code, words in told)
        ]
        for step in steps:
            type_in(root, step)
    assert [] == since(before, problems(root))


@pytest.mark.parametrize("name", CONTRIBUTIONS)
def test_nobody_has_to_come_back_more_than_twice(name: str):
    """Whoever is tired sends it once, and mends it twice at most; no step is left over."""
    contribution = CONTRIBUTIONS[name]
    assert 1 <= len(contribution.rounds) <= MOST
    assert set(range(1, len(contribution.rounds) + 1)) == {s.round for s in contribution.steps}


@every(CONTRIBUTIONS)
def test_what_needs_no_judgement_is_mended_by_the_program(
    sent: tuple[Path, Contribution], before: tuple[Problem, ...]
):
    """`check --fix` alone makes a contribution green where that is said of it, and nowhere else."""
    root, contribution = sent
    for name, data in mend(read(root), GOOD["river"], None).after.items():
        (root / name).write_bytes(data)
    assert contribution.by_fix == ([] == since(before, problems(root)))
