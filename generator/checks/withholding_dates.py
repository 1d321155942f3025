"""The days that a record states of its withholding cannot be right; the register tells which reviews are overdue."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find decisions after the day the site is built for, and reviews that come before their decision."""
    for call in archive.calls:
        decided, review = call.share.decided_on, call.share.review_on
        if decided and decided > settings.today:
            yield problem("T438", archive.place(call.path, "share.decided_on"))
        elif decided and review and review <= decided:
            yield problem("T438", archive.place(call.path, "share.review_on"))
