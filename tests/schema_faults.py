"""Reads facts in the terms of Schema.org as a strict reader does, and says what is wrong with them.

The tables hold the terms that we use and no others, each as schema.org defines it: a type with those above it, and a
property with what its values may be.
"""

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

ABOVE: dict[str, tuple[str, ...]] = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "CollectionPage": ("WebPage",),
    "SearchResultsPage": ("WebPage",),
    "WebSite": ("CreativeWork",),
    "DigitalDocument": ("CreativeWork",),
    "Dataset": ("CreativeWork",),
    "MediaObject": ("CreativeWork",),
    "AudioObject": ("MediaObject",),
    "VideoObject": ("MediaObject",),
    "DataDownload": ("MediaObject",),
    "Event": ("Thing",),
    "Series": ("Thing",),
    "EventSeries": ("Event", "Series"),
    "Organization": ("Thing",),
    "Place": ("Thing",),
    "Intangible": ("Thing",),
    "VirtualLocation": ("Intangible",),
    "ItemList": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "ListItem": ("Intangible",),
    "Action": ("Thing",),
    "SearchAction": ("Action",),
    "EntryPoint": ("Intangible",),
}
"""Types with the types above them. There is no Person among them, because no page names one."""
PROPERTIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Thing": {
        "name": ("Text",),
        "description": ("Text",),
        "url": ("URL",),
        "subjectOf": ("CreativeWork", "Event"),
        "potentialAction": ("Action",),
    },
    "CreativeWork": {
        "about": ("Thing",),
        "abstract": ("Text",),
        "creativeWorkStatus": ("Text",),
        "dateModified": ("Date", "DateTime"),
        "encodingFormat": ("Text",),
        "inLanguage": ("Text",),
        "isAccessibleForFree": ("Boolean",),
        "isPartOf": ("CreativeWork",),
        "license": ("URL",),
        "mainEntity": ("Thing",),
        "temporalCoverage": ("Date", "DateTime"),
    },
    "WebPage": {"breadcrumb": ("BreadcrumbList",)},
    "Dataset": {"distribution": ("DataDownload",)},
    "MediaObject": {
        "contentSize": ("Text",),
        "contentUrl": ("URL",),
        "duration": ("Duration",),
        "sha256": ("Text",),
        "uploadDate": ("Date", "DateTime"),
    },
    "Event": {
        "startDate": ("Date", "DateTime"),
        "endDate": ("Date", "DateTime"),
        "previousStartDate": ("Date", "DateTime"),
        "eventStatus": ("EventStatusType",),
        "eventAttendanceMode": ("EventAttendanceModeEnumeration",),
        "location": ("Place", "VirtualLocation"),
        "organizer": ("Organization",),
        "recordedIn": ("CreativeWork",),
        "superEvent": ("Event",),
    },
    "Organization": {"location": ("Place",), "parentOrganization": ("Organization",)},
    "ItemList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": ("Integer",), "item": ("URL",)},
    # What a search takes is described by a property with this ending: https://schema.org/docs/actions.html
    "SearchAction": {"target": ("EntryPoint",), "query-input": ("Text",)},
    "EntryPoint": {"urlTemplate": ("Text",)},
}
"""Properties by the type that has them, with what each may hold: types above, plain values, or a list of words."""
WORDS = {
    "EventStatusType": {"EventScheduled", "EventCancelled", "EventRescheduled", "EventPostponed"},
    "EventAttendanceModeEnumeration": {
        "OnlineEventAttendanceMode",
        "OfflineEventAttendanceMode",
        "MixedEventAttendanceMode",
    },
}
SCHEMA = "https://schema.org"


def schema_faults(facts: dict[str, object]) -> list[str]:
    """Say what is wrong with the facts of a page; nothing for good ones."""
    context = [] if facts.get("@context") == SCHEMA else ["the context is not Schema.org"]
    own = {name: value for name, value in facts.items() if name != "@context"}
    return [*context, *_faults(own, "page")]


def all_types(value: object) -> set[str]:
    """Give every type that stands anywhere in some facts."""
    if isinstance(value, dict):
        inner = [all_types(each) for each in value.values()]
        return set().union({str(value["@type"])} if "@type" in value else set(), *inner)
    if isinstance(value, list):
        return set().union(*map(all_types, value))
    return set()


def _faults(thing: dict[str, object], where: str) -> Iterator[str]:
    kind = str(thing.get("@type", ""))
    if kind not in ABOVE:
        yield f"{where}: {kind or 'nothing'} is no type"
        return
    known = {
        name: kinds for each in _lineage(kind) for name, kinds in PROPERTIES.get(each, {}).items()
    }
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in known:
            yield f"{where}: {kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _value_faults(each, known[name], f"{where}.{name}")
        if value in ([], ""):
            yield f"{where}.{name}: is empty"


def _value_faults(value: object, kinds: tuple[str, ...], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not any(kind in _lineage(str(value.get("@type"))) for kind in kinds):
            yield f"{where}: {value.get('@type')} is none of {kinds}"
        yield from _faults(value, where)
    elif not any(_is(value, kind) for kind in kinds):
        yield f"{where}: {value!r} is none of {kinds}"


def _lineage(kind: str) -> set[str]:
    return {kind}.union(*map(_lineage, ABOVE.get(kind, ())))


def _is(value: object, kind: str) -> bool:
    if kind == "Boolean":
        return isinstance(value, bool)
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str):
        return False
    if kind in WORDS:
        return value.removeprefix(f"{SCHEMA}/") in WORDS[kind] and value.startswith(SCHEMA)
    if kind == "URL":
        return urlsplit(value).scheme in ("http", "https") and not set(value) & set(' <>"')
    if kind == "Date":
        return re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value) is not None
    if kind == "DateTime":
        return "T" in value and _is_instant(value)
    if kind == "Duration":
        return re.fullmatch(r"PT(?=\d)(\d+H)?(\d+M)?(\d+S)?", value) is not None
    return kind == "Text"


def _is_instant(value: str) -> bool:
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
