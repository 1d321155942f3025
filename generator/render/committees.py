"""The committees of correspondence of an archive, each with its assembly and its approval as far as they are known."""

from dataclasses import dataclass

from generator.privacy.public import GroupKind, PublicArchive, PublicGroup
from generator.render.approvals import approval
from generator.render.names import Link, Names, Target, link, links, named_one
from generator.render.record_foot import Fact, fact, fact_links, standing
from generator.wording import _


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee as lists need it; without an assembly or an approval their names are empty."""

    group: PublicGroup
    target: Target
    assembly: Target
    approved_by: Target


def committees_of(archive: PublicArchive, names: Names) -> tuple[Committee, ...]:
    """Give the committees of an archive in the order of their places, those without one first."""
    found = (one for one in archive.groups if one.kind is GroupKind.COMMITTEE_OF_CORRESPONDENCE)
    return tuple(
        Committee(
            one,
            names.groups[one.id],
            named_one(names.groups, one.part_of),
            named_one(names.groups, one.approved_by),
        )
        for one in sorted(found, key=lambda one: (one.place.casefold(), one.name.casefold()))
    )


def drawn_committees(
    committees: tuple[Committee, ...], page: str
) -> tuple[tuple[Link, tuple[Fact, ...]], ...]:
    """Give committees as templates draw them: a link to each and its facts, none of which is guessed."""
    return tuple((link(one.target, page), _facts(one, page)) for one in committees)


def _facts(one: Committee, page: str) -> tuple[Fact, ...]:
    group = one.group
    told = approval(group, one.approved_by, page)
    return (
        *fact(_("Place"), group.place),
        *(
            fact_links(_("Assembly"), links((one.assembly,), page))
            if one.assembly.title
            else fact(_("Assembly"), _("Not known"))
        ),
        *(told or fact(_("Approval"), _("None was found"))),
        *standing(group.evidence, group.confidence),
    )
