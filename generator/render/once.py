"""What several renderers work out of a whole archive, worked out for the first that asks and kept with the archive."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

from generator.privacy.public import PublicArchive

T = TypeVar("T")
More = TypeVarTuple("More")


def once(archive: PublicArchive, work: Callable[[PublicArchive, *More], T], *more: *More) -> T:
    """Give what a pure function gives for an archive; a second time it is not worked out anew.

    `more` are further values that it takes, such as settings.
    Only for results that nobody changes and that take long, since they live as long as the archive.
    """
    asked = (work, *more)
    # Settings are long to hash, so that they are looked up once.
    found = archive.worked_out.get(asked, archive)
    if found is archive:
        found = archive.worked_out[asked] = work(archive, *more)
    return cast(T, found)
