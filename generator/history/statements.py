"""What versions of a call's files say of its sharing, and what they say together.

Read with the archive's own loader, which closes what it does not understand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.load.archive import read_file
from generator.load.files import Source
from generator.load.sharing_lines import mentions_share, says_public, share_block
from generator.model.share import CLOSED, PUBLIC, Share, narrower


@dataclass(frozen=True, slots=True)
class Statement:
    """What a version of a file says: its sharing, nothing where it says none, and whether it makes a call by itself."""

    share: Share | None
    is_call: bool


def is_plainly_open(path: str, data: bytes) -> bool:
    """Tell of a version by its lines alone that it closes nothing; where that cannot be told it is to be read."""
    if path.startswith("minutes/") and not mentions_share(data):
        return bool(data) and _stands_beside_a_record(data)
    return bool(data) and b"\\" not in data and says_public(path, data) and bool(share_block(data))


def _stands_beside_a_record(data: bytes) -> bool:
    """Tell whether notes cannot stand in for a record: they name no series, nor do they write it with an escape."""
    front = data[: data.find(b"\n---", 3)]
    return b"series" not in front and b"\\" not in front


def statement_of(path: str, data: bytes, known: dict[bytes, Share]) -> Statement:
    """Read what a version says; `known` are sharings by their lines, which grow while versions are read.

    Nothing is open in a version that is empty, too large or not readable.
    """
    if path.startswith("minutes/"):
        return _of_notes(path, data)
    lines = share_block(data)
    if lines in known:
        return Statement(known[lines], True)
    call = read_file(Source(path, data)).call
    share = call.share if call else CLOSED
    if lines and call:
        known[lines] = share
    return Statement(share, True)


def _of_notes(path: str, data: bytes) -> Statement:
    if data and not mentions_share(data) and _stands_beside_a_record(data):
        return Statement(None, False)
    notes = read_file(Source(path, data)).minutes
    if notes is None:
        return Statement(CLOSED, False)
    return Statement(notes.share, bool(notes.series) and notes.date is not None)


def stated_together(ids: Iterable[str], there: Mapping[str, Statement]) -> Share | None:
    """Give what could be seen of a call by the statements of its files, by path; nothing where there was no call.

    Its own name goes before earlier ones.
    """
    for name in ids:
        own = {path: one for path, one in there.items() if id_of(path) == name}
        share = _stated(own)
        if share is not None:
            return share
    return None


def id_of(path: str) -> str:
    """Give the name of the call that a file is of."""
    return path.rpartition("/")[2].partition(".")[0]


def _stated(own: Mapping[str, Statement]) -> Share | None:
    """Join a record with its notes: the narrowest holds; notes without a record may stand in for one."""
    records = [one.share or CLOSED for path, one in own.items() if path.startswith("calls/")]
    notes = [one for path, one in sorted(own.items()) if path.startswith("minutes/")]
    standing = [one.share or CLOSED for one in notes if one.is_call]
    if not records and not standing:
        return None
    share = (records or standing)[0]
    said = PUBLIC
    for one in notes:
        said = narrower(said, one.share) if one.share is not None else said
    return share if said.is_full else narrower(share, said)
