"""The list of facts on a call's page: who, where, how many, how sure; each with how much of it was seen."""

from typing import NamedTuple

from generator import addresses
from generator.privacy.public import (
    Confidence,
    Evidence,
    Mode,
    PublicCall,
    PublicPlatform,
    Status,
)
from generator.render.call_places import folded_places, open_places
from generator.render.call_sureness import sources_counted, sureness
from generator.render.call_views import CallView, InSeries, WithheldView
from generator.render.names import link, links
from generator.render.record_foot import Fact, fact, fact_links
from generator.render.words import (
    HOW_MET,
    WHY_PUBLIC,
    attendance,
    capital,
    length_words,
    list_hint,
    long_day,
)
from generator.wording import N_, _, ngettext, number

ROLES = {
    "facilitator": N_("Facilitation"),
    "host": N_("Host"),
    "timekeeper": N_("Timekeeping"),
    "note-taker": N_("Notes"),
    "stack-keeper": N_("Stack"),
}
"""Names of roles where the role's own word would read badly."""


def call_facts(view: CallView, page: str) -> tuple[Fact, ...]:
    """Give the rows of the list of facts of a call, in reading order, without those of which nothing is known."""
    call = view.call
    return (
        *fact_links(ngettext("Host", "Hosts", len(view.hosts)), links(view.hosts, page)),
        *_roles(call),
        *fact_links(_("Groups"), links(view.groups, page)),
        *fact_links(_("Campaigns and gatherings"), links(view.hubs, page)),
        *fact_links(_("Minutes adopted"), links(view.adopted, page)),
        *platform_fact(call.platform, view.provider),
        *_how_met(call, page),
        *_length(call),
        *_participation(call),
        *_places(call, page),
        *_occurrence(call),
        *fact(_("In this archive"), call.context),
        *_how_sure(call, page),
        *_why_public(call),
    )


def _how_met(call: PublicCall, page: str) -> tuple[Fact, ...]:
    """Say how people met, with a way to the other calls at which they met so."""
    there = addresses.relative(addresses.how_met(call.mode.value), page)
    met = (there, capital(_(HOW_MET[call.mode])))
    return fact_links(_("How people met"), (met,), call.mode_note)


def _how_sure(call: PublicCall, page: str) -> tuple[Fact, ...]:
    """Say how sure the record is, with a way to the calls of which records are as sure."""
    if call.confidence is Confidence.UNSTATED and call.evidence is Evidence.UNSTATED:
        return fact(_("How sure this is"), sureness(call), sources_counted(call))
    there = addresses.relative(addresses.how_sure(call.confidence.value), page)
    return fact_links(_("How sure this is"), ((there, sureness(call)),), sources_counted(call))


def _length(call: PublicCall) -> tuple[Fact, ...]:
    """Say how long a call took, where the hours above do not."""
    return fact(_("Length"), length_words(call.length)) if call.start is None else ()


def _why_public(call: PublicCall) -> tuple[Fact, ...]:
    why = WHY_PUBLIC[call.basis]
    return fact(_("Why this is public"), capital(_(why))) if why else ()


def _roles(call: PublicCall) -> tuple[Fact, ...]:
    return role_facts(call.roles)


def role_facts(roles: tuple[tuple[str, str], ...]) -> tuple[Fact, ...]:
    """Give the rows of who takes which part."""
    return tuple(row for role, who in roles for row in fact(_role(role), who))


def _role(role: str) -> str:
    return _(ROLES[role]) if role in ROLES else capital(role.replace("-", " "))


def _participation(call: PublicCall) -> tuple[Fact, ...]:
    if not call.participants:
        return fact(_("Participation"), call.participants_note)
    return fact(_("Participation"), capital(attendance(call.participants)), call.participants_note)


def _places(call: PublicCall, page: str) -> tuple[Fact, ...]:
    if not call.places:
        return ()
    folded = folded_places(call.places, page) or ()
    shown = open_places(call.places, page)
    return ((_("Places"), shown, (), folded, list_hint(call.evidence), ""),)


def platform_fact(platform: str, provider: PublicPlatform | None) -> tuple[Fact, ...]:
    """Name the provider with what people on the line meet: how many it holds, its reminder, and its keys.

    `platform` is its id, which is shown where there is no record of it.
    """
    if provider is None:
        return fact(_("Platform"), platform)
    keys = "; ".join(f"{key}: {meaning}" for key, meaning in provider.keys)
    folded = (_("Keys of the telephone"), keys) if keys else ()
    return ((_("Platform"), provider.name, (), folded, _line_says(provider), ""),)


def _line_says(provider: PublicPlatform) -> str:
    """Say how many people a line holds and when it reminds them, as far as that is known."""
    values = {"n": number(provider.capacity), "time": length_words(provider.reminder)}
    if provider.capacity and provider.reminder:
        return ngettext(
            "Up to {n} person on one call, a reminder {time} before",
            "Up to {n} people on one call, a reminder {time} before",
            provider.capacity,
        ).format(**values)
    if provider.capacity:
        return ngettext(
            "Up to {n} person on one call", "Up to {n} people on one call", provider.capacity
        ).format(**values)
    return _("A reminder {time} before").format(**values) if provider.reminder else ""


def _occurrence(call: PublicCall) -> tuple[Fact, ...]:
    if call.extra and call.series:
        return fact(_("In its series"), _("an extra call, on a day of its own"))
    if call.occurrence is None:
        return ()
    day = long_day(call.occurrence)
    return fact(_("In place of"), _("the series’ own date, {day}").format(day=day))


def room_sentence(mode: Mode) -> str:
    """Say so when a call was not a call on a line; empty for the ordinary ones."""
    match mode:
        case Mode.IN_PERSON:
            return _("This was a meeting in a room, not a call on a line.")
        case Mode.MIXED:
            return _("People met in a room and on a line at the same time.")
        case Mode.TEXT:
            return _("People met in writing, not by voice.")
        case Mode.PHONE | Mode.VOICE | Mode.UNKNOWN:
            return ""


def registration(view: CallView) -> tuple[str, str]:
    """Give the sign-up address of a call as text, and again as a link while the call is to come."""
    call = view.call
    to_come = view.upcoming and call.status is Status.SCHEDULED
    return call.join, call.join if to_come else ""


class EyebrowPart(NamedTuple):
    """A part of the small line above a title: its address (empty: no link), its words, and a remark behind them."""

    href: str
    words: str
    remark: str = ""


def eyebrow(view: CallView | WithheldView, page: str) -> tuple[EyebrowPart, ...]:
    """Give the small line above the title: the series with the call's place in it, and the campaigns."""
    hubs = view.hubs if isinstance(view, CallView) else ()
    series = (
        EyebrowPart(*link(view.series, page), place_in_series(view.in_series))
        if view.series.title
        else EyebrowPart("", _("Call"))
    )
    return (series, *(EyebrowPart(*each) for each in links(hubs, page)))


def place_in_series(place: InSeries) -> str:
    """Say which of the calls of its series this one is, and no more than the records tell."""
    values = {"number": number(place.number), "n": number(place.total)}
    if not place.number:
        said = ngettext("the only one in this archive", "one of {n} in this archive", place.total)
    elif not place.is_all:
        said = ngettext(
            "the only one in this archive, and there may have been more",
            "number {number} of the {n} in this archive, and there may have been more",
            place.total,
        )
    else:
        said = ngettext(
            "the only one in this archive", "number {number} of {n} in this archive", place.total
        )
    return said.format(**values)
