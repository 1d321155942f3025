"""The list of committees says which assembly approved which, and where nothing is known that nothing is."""

import html
import re
from dataclasses import replace

import pytest

from generator.privacy.public import GroupKind, LooseDate, PublicArchive
from generator.render import listings
from tests.render.few_calls import EMPTY, GROUP, SETTINGS

ASSEMBLY = replace(GROUP, id="mill-town", name="Mill Town assembly", kind=GroupKind.ASSEMBLY)
FOUND = replace(
    GROUP,
    id="mill-committee",
    name="Mill Town & committee",
    kind=GroupKind.COMMITTEE_OF_CORRESPONDENCE,
    place="Mill Town, PA",
    part_of="mill-town",
    approved_by="mill-town",
    approved_on=LooseDate(2031, 1, 7),
)
ALONE = replace(FOUND, id="harbour", name="Harbour committee", place="Harbour, MA", part_of="",
                approved_by="", approved_on=None)  # fmt: skip


def listed(*groups, limit=0) -> str:
    """Give the list of the committees among some groups, as a page in a folder holds it."""
    material = listings.material_of(PublicArchive(groups=groups), SETTINGS)
    return listings.draw_listing(
        listings.make_listing("committees", limit, material), "about/committees.html", SETTINGS
    )


def facts(body: str) -> dict[str, str]:
    """Give the facts of a committee by their names, as text."""
    rows = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", body, re.DOTALL)
    return {name: html.unescape(re.sub(r"<[^>]+>", " ", said)).strip() for name, said in rows}


def test_a_committee_leads_to_its_page_and_its_assembly():
    """Its assembly and the one that approved it are links, and the day stands beside."""
    body = listed(ASSEMBLY, FOUND)
    assert 1 == body.count('<a href="../groups/mill-committee.html">')
    assert "Mill Town &amp; committee" in body
    assert 2 == body.count('<a href="../groups/mill-town.html">')
    assert "Mill Town assembly" == facts(body)["Assembly"]
    assert re.fullmatch(r"Mill Town assembly\s+On 7 January 2031", facts(body)["Approved by"])


def test_what_is_not_known_is_said():
    """Without an assembly or an approval the list claims none, and does not say that there was none."""
    body = listed(ALONE)
    assert ("Not known", "None was found") == (facts(body)["Assembly"], facts(body)["Approval"])
    assert "Approved by" not in body


def test_a_remark_on_a_missing_approval_is_kept():
    """Where a record says more of an approval that was not found, its words stand there."""
    body = listed(replace(ALONE, approval_note="It adopted its own mission."))
    assert "It adopted its own mission." == facts(body)["Approval"]


def test_a_remark_on_an_approval_is_a_sentence_behind_its_day():
    """What a record says of an approval follows the day, and begins with a capital letter."""
    body = listed(ASSEMBLY, replace(FOUND, approval_note="the hall was full"))
    assert facts(body)["Approved by"].endswith("On 7 January 2031. The hall was full")


@pytest.mark.parametrize("kind", [k for k in GroupKind if "CORRESPONDENCE" not in k.name])
def test_other_groups_are_not_committees(kind):
    """A group of another kind is not in the list, whatever its name is."""
    body = listed(replace(FOUND, kind=kind))
    assert "No committee of correspondence is recorded yet." in body
    assert "Mill Town" not in body


def test_committees_stand_in_the_order_of_their_places():
    """Harbour comes before Mill Town, and a limit leads to all groups."""
    body = listed(FOUND, ALONE, ASSEMBLY)
    assert body.index("Harbour committee") < body.index("Mill Town &amp; committee")
    assert 'And 1 more: <a href="../groups/index.html">' in listed(FOUND, ALONE, limit=1)


def test_an_archive_without_groups_says_so():
    """The list of an empty archive is a sentence."""
    material = listings.material_of(EMPTY, SETTINGS)
    found = listings.make_listing("committees", 0, material)
    assert "No committee" in listings.draw_listing(found, "index.html", SETTINGS)
