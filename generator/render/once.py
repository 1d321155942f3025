"""What several renderers work out of a whole archive, worked out for the first that asks and kept with the archive."""

from collections.abc import Callable
from typing import TypeVar, cast

from generator.privacy.public import PublicArchive

T = TypeVar("T")


def once(archive: PublicArchive, work: Callable[[PublicArchive], T]) -> T:
    """Give what a pure function gives for an archive; a second time it is not worked out anew.

    Only for results that nobody changes and that take long, since they live as long as the archive.
    """
    found = archive.worked_out
    if work not in found:
        found[work] = work(archive)
    return cast(T, found[work])
