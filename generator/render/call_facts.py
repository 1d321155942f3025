"""The list of facts on a call's page: who, where, how many, how sure; each with how much of it was seen."""

from generator.privacy.public import Mode, PublicCall, Status
from generator.render.call_views import CallView
from generator.render.names import links
from generator.render.record_foot import Fact, fact, fact_links, standing
from generator.render.words import (
    HOW_MET,
    WHY_PUBLIC,
    attendance,
    capital,
    length_words,
    list_hint,
    long_day,
    plural,
)

PLACES_SHOWN = 8
"""Places that stand open; the rest is folded away."""
ROLES = {
    "facilitator": "Facilitation",
    "host": "Host",
    "timekeeper": "Timekeeping",
    "note-taker": "Notes",
    "stack-keeper": "Stack",
}
"""Names of roles where the role's own word would read badly."""


def call_facts(view: CallView, page: str) -> tuple[Fact, ...]:
    """Give the rows of the list of facts of a call, in reading order, without those of which nothing is known."""
    call = view.call
    return (
        *fact_links("Hosts" if len(view.hosts) > 1 else "Host", links(view.hosts, page)),
        *_roles(call),
        *fact_links("Groups", links(view.groups, page)),
        *fact_links("Campaigns and gatherings", links(view.hubs, page)),
        *fact_links("Minutes adopted", links(view.adopted, page)),
        *_platform(view),
        *fact("How people met", capital(HOW_MET[call.mode]), call.mode_note),
        *fact("Length", length_words(call.length)),
        *_participation(call),
        *_places(call),
        *_occurrence(call),
        *fact("In this archive", call.context),
        *standing(call.evidence, call.confidence),
        *fact("Why this is public", capital(WHY_PUBLIC[call.basis])),
    )


def _roles(call: PublicCall) -> tuple[Fact, ...]:
    return tuple(
        row
        for role, who in call.roles
        for row in fact(ROLES.get(role, capital(role.replace("-", " "))), who)
    )


def _participation(call: PublicCall) -> tuple[Fact, ...]:
    if not call.participants:
        return fact("Participation", call.participants_note)
    return fact("Participation", capital(attendance(call.participants)), call.participants_note)


def _places(call: PublicCall) -> tuple[Fact, ...]:
    if not call.places:
        return ()
    shown, more = call.places[:PLACES_SHOWN], call.places[PLACES_SHOWN:]
    folded = (f"{len(more)} more", _listed(more)) if more else ()
    return (("Places", _listed(shown), (), folded, list_hint(call.evidence), ""),)


def _listed(places: tuple[str, ...]) -> str:
    """Part places by semicolons, because a place often holds a comma itself."""
    return "; ".join(places)


def _platform(view: CallView) -> tuple[Fact, ...]:
    """Name the provider with what people on the line meet: how many it holds, its reminder, and its keys."""
    provider = view.provider
    if provider is None:
        return fact("Platform", view.call.platform)
    room = f"up to {plural(provider.capacity, 'person', 'people')} on one call"
    reminder = f"a reminder {length_words(provider.reminder)} before"
    said = (room if provider.capacity else "", reminder if provider.reminder else "")
    keys = "; ".join(f"{key}: {meaning}" for key, meaning in provider.keys)
    folded = ("Keys of the telephone", keys) if keys else ()
    remark = capital(", ".join(each for each in said if each))
    return (("Platform", provider.name, (), folded, remark, ""),)


def _occurrence(call: PublicCall) -> tuple[Fact, ...]:
    if call.occurrence is None:
        return ()
    return fact("In place of", f"the series’ own date, {long_day(call.occurrence)}")


def room_sentence(mode: Mode) -> str:
    """Say so when a call was not a call on a line; empty for the ordinary ones."""
    match mode:
        case Mode.IN_PERSON:
            return "This was a meeting in a room, not a call on a line."
        case Mode.MIXED:
            return "People met in a room and on a line at the same time."
        case Mode.TEXT:
            return "People met in writing, not by voice."
        case Mode.PHONE | Mode.VOICE | Mode.UNKNOWN:
            return ""


def registration(view: CallView) -> tuple[str, str]:
    """Give the sign-up address of a call as text, and again as a link while the call is to come."""
    call = view.call
    to_come = view.upcoming and call.status is Status.SCHEDULED
    return call.join, call.join if to_come else ""


def eyebrow(view: CallView, page: str) -> tuple[tuple[str, str], ...]:
    """Give the small line above the title: the series and the campaigns."""
    return links((view.series, *view.hubs), page)
