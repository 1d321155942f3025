"""The lists of the register of withholding: its years and months, the log of changes, and notes that lack words.

They know the date and the public facts about the withholding, because the types hold nothing else.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses
from generator.privacy.public import Reason
from generator.render.environment import fill
from generator.render.left_out_notes import LeftOut
from generator.render.names import link
from generator.render.output import Alternate, Head, Heading, Page
from generator.render.record_foot import PRIVACY_HELP, short_foot
from generator.render.schema_org import LIST_HEAD
from generator.render.withheld_log import LogRow
from generator.render.withheld_parts import ALL, Part, Period, above, path_of, words_of
from generator.render.withheld_register import Entry
from generator.render.withheld_rows import (
    drawn_changes,
    drawn_entries,
    drawn_periods,
    left_out_counts,
)
from generator.render.words import REASONS, description
from generator.settings import Settings
from generator.wording import N_, _, counted

REGISTER = addresses.WITHHELD


@dataclass(frozen=True, slots=True)
class LogView:
    """A list of changes, or the periods it is parted by; `knows` tells whether the whole history was at hand."""

    part: Part[LogRow]
    knows: bool


class Listed(NamedTuple):
    """What a page of a list is called, and the words under its title."""

    path: str
    title: str
    words: str


_PAGES = {
    REGISTER: Listed(
        REGISTER,
        N_("Withheld"),
        N_("What this archive withholds, parted so that no list is too long."),
    ),
    addresses.WITHHELD_LOG: Listed(
        addresses.WITHHELD_LOG,
        N_("Changes of what may be seen"),
        N_(
            "When something of a call was withheld and when it was opened, as the history of the repository"
            " tells it."
        ),
    ),
    addresses.LEFT_OUT: Listed(
        addresses.LEFT_OUT,
        N_("Left out of published notes"),
        N_("Notes that may be read, in which words or passages were left out."),
    ),
}


def part_of_register(part: Part[Entry], settings: Settings) -> Page:
    """Make the register of a year or a month, by class of the reason."""
    page = path_of(REGISTER, part.period)
    sections = tuple(
        (
            _("Class of the reason: {reason}").format(reason=_(REASONS[reason])),
            f"reason-{reason.value}",
            counted("{n} call", "{n} calls", len(found)),
            drawn_entries(found, page),
        )
        for reason in Reason
        if (found := tuple(one for one in part.rows if one.withholding.reason is reason))
    )
    outline = tuple(Heading(2, anchor, heading) for heading, anchor, *_rest in sections)
    return _list_page(REGISTER, part, {"sections": sections}, outline, settings)


def log_page(view: LogView, settings: Settings) -> Page:
    """Make the log of changes, or its part for a year or a month, the newest first."""
    page = path_of(addresses.WITHHELD_LOG, view.part.period)
    changes = drawn_changes(reversed(view.part.rows), page, is_log=True)
    values = {"changes": changes, "is_log": True, "knows_changes": view.knows}
    return _list_page(addresses.WITHHELD_LOG, view.part, values, (), settings)


def left_out_page(part: Part[LeftOut], settings: Settings) -> Page:
    """Make the list of notes that lack words or passages, or its part for a year or a month."""
    page = path_of(addresses.LEFT_OUT, part.period)
    rows = tuple(
        (str(one.date), link(one.call, page), left_out_counts(one.redactions, one.removals))
        for one in part.rows
    )
    return _list_page(
        addresses.LEFT_OUT, part, {"left_out": rows, "is_left_out": True}, (), settings
    )


_NOTHING = {
    "sections": (),
    "changes": (),
    "left_out": (),
    "is_log": False,
    "is_left_out": False,
    "knows_changes": True,
}
"""What the template of lists draws of other lists."""


def _list_page(
    whole: str,
    part: Part[Entry] | Part[LogRow] | Part[LeftOut],
    values: dict[str, object],
    outline: tuple[Heading, ...],
    settings: Settings,
) -> Page:
    page, listed = path_of(whole, part.period), _PAGES[whole]
    title = _titled(listed, part.period)
    up = path_of(whole, above(part.period)) if part.period != ALL else REGISTER
    up_title = _titled(listed, above(part.period)) if part.period != ALL else _("Withheld")
    drawn = {
        "title": title,
        "lead": _(listed.words),
        "periods": drawn_periods(part, whole, page),
        "above": (addresses.relative(up, page), up_title),
        "privacy": addresses.relative(PRIVACY_HELP, page),
        **_NOTHING,
        **values,
        **short_foot(page, settings),
    }
    said = _("{title}, {site}. {words}").format(
        title=title, site=settings.site_name, words=_(listed.words)
    )
    body = fill("withheld_list.html", drawn)
    return Page(page, REGISTER, title, description(said), outline, body, head=register_head())


def register_head() -> Head:
    """Give the head of a page of the register; its data and its feed stand in no other head, for few ask for them."""
    return replace(
        LIST_HEAD,
        alternates=(
            Alternate("application/json", _("This register as data"), addresses.WITHHELD_DATA),
            Alternate(
                "application/atom+xml", _("Changes and overdue reviews"), addresses.WITHHELD_FEED
            ),
        ),
    )


def _titled(listed: Listed, period: Period) -> str:
    if period == ALL:
        return _(listed.title)
    return _("{title}, {period}").format(title=_(listed.title), period=words_of(period))
