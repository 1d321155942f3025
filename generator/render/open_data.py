"""What the files of open data have in common: how each begins, one row a line, and how a count of votes is told."""

from collections.abc import Iterable, Mapping

import msgspec

from generator import addresses
from generator.privacy.public import Tally
from generator.render.output import File
from generator.render.record_foot import PRIVACY_HELP
from generator.settings import Settings

VERSION = 1
"""Version of everything below `data/v1/`, where keys are added and never taken away."""


def data_head(settings: Settings) -> dict[str, object]:
    """Give what every file of data begins with: whose it is, how it may be used, and where to ask for corrections."""
    return {
        "version": VERSION,
        "title": settings.site_name,
        "site": settings.site_url,
        "notice": settings.notice,
        "contact": settings.contact,
        "corrections": settings.site_url + PRIVACY_HELP,
        "licence": {"name": settings.records_licence, "url": settings.records_licence_url},
    }


def index_of(
    path: str,
    told: Mapping[str, object],
    years: Iterable[Mapping[str, object]],
    settings: Settings,
) -> File:
    """Make an index of data: what is told of all of it, and every year with the address of its file.

    Who keeps a copy learns from the checksums which files have changed.
    """
    head = {
        **data_head(settings),
        **told,
        "checksums": settings.site_url + addresses.CHECKSUMS,
        "years": [*years],
    }
    return File(path, msgspec.json.encode(head) + b"\n")


def rows_file(
    path: str, head: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]]
) -> File:
    """Make a file that begins with a head and then has a list of rows by a name, one row a line."""
    return lists_file(path, head, {name: rows})


def lists_file(
    path: str,
    head: Mapping[str, object],
    lists: Mapping[str, Iterable[Mapping[str, object]]],
) -> File:
    """Make a file that begins with a head and then has lists of rows by their names, one row a line."""
    parts = [msgspec.json.encode(head).removesuffix(b"}")]
    for name, rows in lists.items():
        lines = b",\n".join(map(msgspec.json.encode, rows))
        parts.append(f'"{name}":[\n'.encode() + lines + b"\n]")
    return File(path, b",".join(parts) + b"}\n")


def tally_row(tally: Tally | None) -> dict[str, object]:
    """Give what was counted; of a mark that counts nothing each key is empty or null, also `taken`."""
    told = tally or Tally()
    return {
        "answers": [
            {"text": one.text, "count": one.count, "told": one.told} for one in told.answers
        ],
        "blocks": told.blocks,
        "stand_asides": told.stand_asides,
        "total": told.total,
        "present": told.present,
        "quorum": told.quorum,
        "taken": tally.taken if tally else None,
    }
