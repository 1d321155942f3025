"""Says which assembly approved a group and when, as far as it is known; who approved what else is left to others."""

from generator.privacy.public import LooseDate, PublicGroup
from generator.render.names import Target, links
from generator.render.record_foot import Fact, fact, fact_links
from generator.render.words import capital, loose_day
from generator.wording import _


def approval(group: PublicGroup, approved_by: Target, page: str) -> tuple[Fact, ...]:
    """Give the fact of a group's approval, or none where nothing is told; `page` is where it stands."""
    day = _day(group.approved_on)
    if approved_by.title:
        remark = ". ".join(each for each in (day, capital(group.approval_note)) if each)
        return fact_links(_("Approved by"), links((approved_by,), page), remark)
    if day:
        return fact(_("Approved"), day, capital(group.approval_note))
    return fact(_("Approval"), capital(group.approval_note))


def _day(day: LooseDate | None) -> str:
    if day is None:
        return ""
    words = _("On {day}") if day.day else _("In {month}")
    return words.format(day=loose_day(day), month=loose_day(day))
