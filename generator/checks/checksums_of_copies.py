"""A checksum is that of a file with nothing in it, or two copies with one checksum are said to be other files."""

from collections.abc import Iterator

from generator.checks.open_copies import OpenCopy, open_copies
from generator.media_types import bare
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings

_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of no bytes at all (FIPS 180-4)."""
_TAKE_ANEW = "take the checksum of the whole file, as `sha256sum FILE` prints it"
_ONE_IS_WRONG = "one file has one size and one length: look which of the two copies is told wrong"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the copies that may be heard by their checksums; the later of two is told, beside the first."""
    first: dict[str, OpenCopy] = {}
    for copy in open_copies(archive):
        checksum = copy.copy.sha256
        if checksum == _OF_NOTHING:
            why = "it is that of a file with nothing in it"
            yield problem("M610", copy.place("sha256"), why=why, how=_TAKE_ANEW)
        elif checksum:
            other = first.setdefault(checksum, copy)
            what = _differs(copy, other)
            if what:
                note = ((other.place("sha256"), "the other copy with this checksum"),)
                why = f"another copy has the same one and another {what}"
                yield problem("M610", copy.place("sha256"), note, why=why, how=_ONE_IS_WRONG)


def _differs(one: OpenCopy, other: OpenCopy) -> str:
    mine, theirs = one.copy, other.copy
    if mine.bytes and theirs.bytes and mine.bytes != theirs.bytes:
        return "size"
    if mine.duration and theirs.duration and abs(mine.duration - theirs.duration) > 1:
        return "length"
    kinds = {bare(copy.type).partition("/")[0] for copy in (mine, theirs)} - {"", "application"}
    return "kind of type" if len(kinds) > 1 else ""
