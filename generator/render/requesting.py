"""What a page offers to those who ask for a call: the rules in sentences, a form, and a text to fill in without it.

The form is for scripts; `assets/javascripts/request/` reads it, and everything it needs besides stands in the page.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from generator import addresses, forges, zones
from generator.privacy.public import PublicArchive
from generator.render.improving import contact_of
from generator.render.record_foot import PRIVACY_HELP
from generator.render.request_messages import request_messages
from generator.render.words import length_words
from generator.settings import Requests, Settings, repository
from generator.wording import _, ngettext

SCRIPT = "assets/javascripts/request/page.js"
_FILE_TO_FILL_IN = "calls/YYYY/YYYY-MM-DD-words-of-the-title.yaml"
_LENGTHS = (30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360)
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z -]*[A-Za-z]\Z")
_GUESSED = frozenset("no yes on off true false null nan inf".split())
"""Words that readers of YAML take for something else."""

Choice = tuple[str, str]
"""A choice: its value in a record, and its words."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody who asks for a call chooses from: groups and platforms by id, and the zones used here."""

    groups: tuple[Choice, ...]
    platforms: tuple[Choice, ...]
    zones: tuple[str, ...]


def asking_of(archive: PublicArchive, settings: Settings) -> Asking:
    """Gather what there is to choose from, in the order of names; the archive's own zone comes first."""
    used = {series.zone for series in archive.series if series.zone} | {*settings.listener_zones}
    return Asking(
        groups=tuple((one.id, one.name) for one in sorted(archive.groups, key=lambda one: (one.name, one.id))),
        platforms=tuple((one.id, one.name) for one in archive.platforms),
        zones=(settings.zone, *sorted(used - {settings.zone})),
    )  # fmt: skip


def drawn_request(asking: Asking, page: str, settings: Settings) -> dict[str, Any]:
    """Give what the template draws; without rules, or in a closed archive, it draws no form."""
    rules = settings.requests
    values = {"contact": contact_of(settings), "closed": settings.state == "closed", "data": ""}
    if rules is None or settings.state == "closed":
        return values
    forge, text = repository(settings), skeleton(rules, settings)
    href = forges.new_file(forge, _FILE_TO_FILL_IN, text)
    return {
        **values,
        "rules": rule_sentences(rules),
        "asking": asking,
        "regions": _regions(),
        "lengths": tuple((_length(minutes), length_words(minutes)) for minutes in _lengths(settings)),
        "usual": _length(settings.usual_length_minutes),
        "modes": _modes(),
        "roles": rules.roles,
        "data": _data(rules, settings),
        "messages": msgspec.json.encode(request_messages()).decode(),
        "has_editor": bool(forge.kind),
        "path": _FILE_TO_FILL_IN,
        "skeleton": text,
        "href": href,
        "is_full": forges.holds_text(href),
        "privacy": addresses.relative(PRIVACY_HELP, page),
        "script": addresses.relative(SCRIPT, page),
    }  # fmt: skip


def rule_sentences(rules: Requests) -> tuple[str, ...]:
    """Say the rules in whole sentences, those alone that the settings make."""
    said = []
    if rules.ahead_days:
        said.append(
            ngettext(
                "Ask at least {n} day before the call.",
                "Ask at least {n} days before the call.",
                rules.ahead_days,
            ).format(n=rules.ahead_days)
        )
    if rules.roles:
        said.append(
            _("Say which group or place takes each of these parts: {roles}.").format(
                roles=", ".join(rules.roles)
            )
        )
    if rules.staffed_calls:
        said.append(
            ngettext(
                "The first call of a series is staffed; after it the group runs its calls itself.",
                "The first {n} calls of a series are staffed; after them the group runs its calls itself.",
                rules.staffed_calls,
            ).format(n=rules.staffed_calls)
        )
    return tuple(said)


def skeleton(rules: Requests, settings: Settings) -> str:
    """Give a record to fill in by hand; the check refuses its day, its hour and its name until they are written."""
    roles = [f"  {_key(role)}: A group or a place" for role in rules.roles]
    lines = [
        "# yaml-language-server: $schema=../../schemas/call.schema.json",
        "# Put your own words in place of those behind each colon. A text with a colon or a number sign needs quotes.",
        "title: What the call is called",
        "date: YYYY-MM-DD",
        "start: HH:MM",
        f"zone: {settings.zone}",
        f"length: {_length(settings.usual_length_minutes)}",
        "status: scheduled",
        "hosts:",
        "  - The group or the place that asks",
        "purpose: What the call is for",
        *(["roles:", *roles] if roles else []),
        "agenda:",
        "  - What is to be talked about",
        "share: public",
        "basis: group-agreed",
    ]
    return "\n".join([*lines, ""])


def _key(words: str) -> str:
    """Write a role as a key of YAML."""
    if _PLAIN_WORDS.match(words) and words.lower() not in _GUESSED:
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _data(rules: Requests, settings: Settings) -> str:
    """Give what the script needs as JSON."""
    forge = repository(settings)
    data = {
        "rules": {"ahead": rules.ahead_days, "roles": rules.roles, "staffed": rules.staffed_calls},
        "forge": {
            "form": forges.new_file_form(forge),
            "takesText": forges.takes_text(forge),
            "longest": forges.ADDRESS_LIMIT,
        },
    }
    return msgspec.json.encode(data).decode()


def _regions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give all zones by the part of the world that their names begin with."""
    parted = itertools.groupby(zones.places(), lambda name: name.partition("/")[0])
    return tuple((region, tuple(names)) for region, names in parted)


def _lengths(settings: Settings) -> tuple[int, ...]:
    return tuple(sorted({*_LENGTHS, settings.usual_length_minutes}))


def _length(minutes: int) -> str:
    """Write a length as records do."""
    hours, rest = divmod(minutes, 60)
    return "".join([f"{hours}h" if hours else "", f"{rest}m" if rest else ""])


def _modes() -> tuple[Choice, ...]:
    return (
        ("phone", _("By telephone")),
        ("in-person", _("In a room")),
        ("mixed", _("In a room and by telephone")),
        ("text", _("In writing")),
    )
