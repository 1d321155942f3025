"""What to call a record and where its page is, for every id that may be seen.

Made once a build from the public archive; views carry the few names that one page needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.once import once
from generator.render.states import WITHHELD
from generator.render.words import loose_day, shortened
from generator.wording import _, language, spoken

NEAR_LIMIT = 70
"""Most characters of a title on the pages of the calls before and after; its own page has it whole."""


@dataclass(frozen=True, slots=True)
class Target:
    """A record as other pages name it; `path` is its page, empty when it has none."""

    title: str
    path: str = ""


NOWHERE = Target("")
"""Stands where there is nothing to name, such as the call before the first."""

Link = tuple[str, str]
"""A link as templates draw it: its address as written on the page (empty: no link) and its words."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all records of an archive by kind and id."""

    calls: Mapping[str, Target]
    series: Mapping[str, Target]
    groups: Mapping[str, Target]
    hubs: Mapping[str, Target]


def names_of(archive: PublicArchive) -> Names:
    """Collect the names of everything in an archive, in linear time and once for all renderers."""
    return once(archive, _names, language())


def _names(archive: PublicArchive, told_in: str) -> Names:
    with spoken(told_in):
        return Names(
            calls={c.id: call_target(c) for c in archive.calls},
            series={s.id: Target(s.title, addresses.series_page(s.id)) for s in archive.series},
            groups={g.id: Target(g.name, addresses.group_page(g.id)) for g in archive.groups},
            hubs={h.id: Target(h.name, addresses.hub_page(h.id)) for h in archive.hubs},
        )


def call_target(call: AnyCall) -> Target:
    """Name a call as links to it do: its title, or that it is withheld, and its date."""
    return Target(_on_its_day(short_title(call), call), addresses.call_page(call.id))


def near_target(call: AnyCall, usual: Target | None = None) -> Target:
    """Name a call as the pages beside it do: as links do, with a long title cut short; `usual` is its name there."""
    whole = short_title(call)
    title = shortened(whole, NEAR_LIMIT)
    if usual and title == whole:
        return usual
    return Target(_on_its_day(title, call), addresses.call_page(call.id))


def near_targets(archive: PublicArchive) -> Mapping[str, Target]:
    """Name all calls in that way by id, in the order of the archive and once for all renderers."""
    return once(archive, _near_targets, language())


def _near_targets(archive: PublicArchive, told_in: str) -> Mapping[str, Target]:
    with spoken(told_in):
        names = names_of(archive).calls
        return {call.id: near_target(call, names[call.id]) for call in archive.calls}


def _on_its_day(title: str, call: AnyCall) -> str:
    return _("{title}, {date}").format(title=title, date=loose_day(call.date))


def call_title(call: AnyCall) -> str:
    """Give the title of a call, or words in its place."""
    if isinstance(call, PublicCall):
        return call.title or _("Call of {date}").format(date=loose_day(call.date))
    return _("Withheld call of {date}").format(date=loose_day(call.date))


def short_title(call: AnyCall) -> str:
    """Give the title of a call as it stands beside its date."""
    return call_title(call) if isinstance(call, PublicCall) else WITHHELD.word


def named(names: Mapping[str, Target], ids: tuple[str, ...]) -> tuple[Target, ...]:
    """Name records by id in the order given; an id without a record stands for itself."""
    return tuple(names.get(each) or Target(each) for each in ids)


def named_one(names: Mapping[str, Target], record_id: str) -> Target:
    """Name one record; an empty id names nothing."""
    return (names.get(record_id) or Target(record_id)) if record_id else NOWHERE


def link(target: Target, page: str) -> Link:
    """Give a target as templates on `page` draw it."""
    return (addresses.relative(target.path, page) if target.path else "", target.title)


def links(targets: tuple[Target, ...], page: str) -> tuple[Link, ...]:
    """Give targets as templates on `page` draw them; what names nothing is left out."""
    return tuple(link(target, page) for target in targets if target.title)
