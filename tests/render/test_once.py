"""What renderers share: worked out once for an archive, and anew for another one."""

from dataclasses import replace

from generator.privacy.public import PublicArchive
from generator.render.decision_register import outcomes_in
from generator.render.once import once
from tests.render.decision_archive import ARCHIVE


def test_second_renderer_gets_what_the_first_one_had_worked_out() -> None:
    """The outcomes of an archive are worked out once, however many ask."""
    assert outcomes_in(ARCHIVE) is outcomes_in(ARCHIVE)


def test_changed_archive_is_asked_anew() -> None:
    """A copy without its calls has none of the outcomes that were worked out before."""
    assert len(outcomes_in(ARCHIVE)) > 0
    assert () == outcomes_in(replace(ARCHIVE, calls=()))


def test_each_function_has_its_own_result() -> None:
    """Two functions that are asked of one archive do not get each other's results."""
    archive = PublicArchive()
    assert [0, ()] == [once(archive, _count), once(archive, _calls)]


def test_equal_archives_stay_equal() -> None:
    """What was worked out of an archive is no part of what it says."""
    archive = PublicArchive()
    once(archive, _count)
    assert PublicArchive() == archive


def test_other_values_give_another_result() -> None:
    """What a function takes besides the archive is part of what is asked."""
    assert [1, 2, 1] == [once(ARCHIVE, _more, number) for number in (1, 2, 1)]


def _more(archive: PublicArchive, number: int) -> int:
    return number


def _count(archive: PublicArchive) -> int:
    return len(archive.calls)


def _calls(archive: PublicArchive) -> object:
    return archive.calls
