"""A written page lies where the page of a record or a list is made.

Lists whose address depends on how much there is to list are told when pages are made.
"""

import re
from collections.abc import Iterator

from generator import addresses
from generator.model.archive import Archive
from generator.model.share import is_silent
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_LISTS = addresses.MADE_INDEXES | {
    addresses.SUBSCRIBE,
    addresses.LEDGER,
    addresses.WITHHELD_LOG,
    addresses.LEFT_OUT,
    addresses.how_met(),
    addresses.how_sure(),
}
_OF_A_TIME = re.compile(
    r"((calls|recordings)/[0-9]{4}|(calls|calendar|recordings)/[0-9]{4}-([0-9]{2}|not-known))\.html\Z"
)
_LIST = "a list that is made of the records"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare the addresses of written pages with those of records that have a page, and of lists."""
    taken = dict(_records(archive)) if archive.pages else {}
    for page in archive.pages:
        address = addresses.page_of_source(page.path)
        is_list = address in _LISTS or _OF_A_TIME.match(address)
        other = _LIST if is_list else taken.get(address)
        if other:
            one = f"`{page.path}`"
            yield problem("S707", Place(page.path), path=address, one=one, other=other)


def _records(archive: Archive) -> Iterator[tuple[str, str]]:
    """Give the address of each record that has a page, earlier ones too, with the file; nothing is told of others."""
    for call in archive.calls:
        names = (call.id, *call.aliases) if call.share.details else (call.id,)
        if call.share.details or is_silent(call.id):
            yield from ((addresses.call_page(name), f"`{call.path}`") for name in names)
    kinds = (
        (archive.series, addresses.series_page),
        (archive.groups, addresses.group_page),
        (archive.hubs, addresses.hub_page),
    )
    for records, page_of in kinds:
        yield from ((page_of(one.id), f"`{one.path}`") for one in records if one.share.is_full)
