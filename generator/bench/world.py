"""The fictional world of the made-up archive: its settings, written pages, groups, hubs and words.

Nothing here is taken from a real call. What its calls are is said in `plan.py`, and how they and their series are
written in `records.py`, `notes.py` and `recurring.py`.
"""

import datetime

TODAY = datetime.date(2031, 6, 1)
"""The day a made-up archive is built for; the newest week of its calls is still to come then."""

CLOCKS = ("18:00", "19:30", "21:00")
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

TOPICS = (
    ("open-call", "open call"),
    ("river-watch", "river watch call"),
    ("kitchens", "call of the kitchens"),
    ("ferry-line", "ferry line call"),
    ("housing", "housing call"),
    ("seed-exchange", "seed exchange call"),
    ("facilitation", "facilitation practice"),
    ("notes-circle", "circle of note-takers"),
    ("spring-gathering", "spring gathering call"),
    ("bridge-repair", "bridge repair call"),
    ("letters", "letters between towns"),
    ("debt-circle", "debt circle"),
    ("night-school", "night school call"),
    ("radio", "radio call"),
    ("childcare", "childcare call"),
    ("legal-questions", "legal questions call"),
    ("translation", "translation call"),
    ("west-bank", "west bank call"),
    ("middle-reach", "middle reach call"),
    ("sister-rivers", "sister rivers call"),
)
SERIES_ZONES = {17: "America/Los_Angeles", 18: "America/Chicago", 19: "Europe/London"}
ONE_OFFS = ("Flood relief", "Question time", "Visitors from upstream", "Reading of the charter")

PLACES = (
    "Mill Town, PA", "Fern Landing, NY", "Stone Ford, OH", "Alder Reach, VT", "Lower Weir, NJ",
    "Quarry Bend, MA", "Salt Stairs, ME", "Birch Lock, NH", "Harrow Quay, CT", "Old Sluice, RI",
    "Heron Flats, MD", "Tin Ferry, WV",
)  # fmt: skip
KINDS = ("assembly", "working-group", "subgroup", "committee-of-correspondence", "network")
WORK = ("planning", "outreach", "kitchen", "housing", "legal", "translation")
HUBS = (
    "Spring gathering", "Ferry strike fund", "High water relief", "Clean weir campaign",
    "Bridge vigil", "Harvest caravan", "Free school week", "River charter", "Night market",
    "Sister rivers network",
)  # fmt: skip
HUB_KINDS = ("gathering", "campaign", "relief", "campaign", "action")

WHO = (
    "The Mill Town assembly", "A visitor from Fern Landing", "The kitchen of Stone Ford",
    "The planning group", "Someone from Alder Reach", "The note-taker", "The ferry crew",
    "The housing circle", "A listener in Lower Weir", "The facilitator", "The legal volunteers",
    "The youngest assembly on the line",
)  # fmt: skip
DID = (
    "reported that", "asked whether", "reminded everyone that", "hoped that", "was told that",
    "doubted that", "added that", "agreed that", "wrote to say that", "repeated that",
)  # fmt: skip
WHAT = (
    "the lower bridge stays open until the autumn", "two boats are needed before the gathering",
    "the kitchen feeds 120 people on an ordinary evening", "the charter needs a shorter preamble",
    "the posters arrived late and in the wrong colour", "the school lends its hall on Sundays",
    "rain may force the meeting indoors", "the seed exchange has more beans than shelves",
    "nobody has yet called the towns on the west bank", "the radio hour reached the islands",
    "three landlords answered the open letter", "the fund covers one more month of repairs",
    "the childcare tent was the busiest place of all", "the council moved its hearing to May",
    "newcomers find the hand signs hard to learn by ear", "the minutes should be read aloud first",
)  # fmt: skip
SO = (
    "which met with general agreement", "and nobody wanted to stand in the way",
    "though the line was poor for a minute", "so the matter goes back to the assemblies",
    "as the last call had already heard", "and two people took the stack to answer",
    "which will be looked at again in a fortnight", "and the facilitator moved on",
)  # fmt: skip
DEEDS = (
    "hold the spring gathering at the mill", "send a letter to every town on the river",
    "open the kitchen an hour earlier", "lend the boats to the relief crew",
    "read the charter aloud at the next assembly", "print the timetable in two languages",
    "rotate the facilitators every month", "ask the school for the larger hall",
    "share the fund between both banks", "keep a common list of open questions",
)  # fmt: skip
QUIEN = (
    "La asamblea del molino", "Una visitante de la otra orilla", "El grupo de planificación",
    "La cocina común", "Quien tomaba notas", "La tripulación del transbordador",
)  # fmt: skip
DIJO = ("contó que", "preguntó si", "recordó que", "propuso que", "confirmó que")
QUE = (
    "el puente bajo sigue abierto hasta el otoño", "hacen falta dos barcas antes del encuentro",
    "la carta necesita una introducción más corta", "la escuela presta su salón los domingos",
    "nadie ha llamado todavía a los pueblos del oeste", "el fondo alcanza para un mes más",
)  # fmt: skip

SETTINGS = """\
site_name: River Assembly calls
site_description: The calls of the River Assembly, a made-up archive for measuring.
site_url: https://river.example/calls/
use_directory_urls: false
plugins: []
nav:
  - Home: index.md
  - Search: search/index.md
  - Calls: calls/index.md
  - Series: series/index.md
  - Groups: groups/index.md
  - Places: places/index.md
  - Hubs: hubs/index.md
  - Calendar: calendar/index.md
  - Decisions: decisions/index.md
  - Actions: actions/index.md
  - Recordings: recordings/index.md
  - Statistics: statistics/index.md
  - What is missing: gaps/index.md
  - Withheld: withheld/index.md
  - About: about/index.md
  - Help:
      - Help: help/index.md
      - Privacy and corrections: help/privacy.md
theme:
  name: material
  language: en
  font: false
  features:
    - navigation.top
    - toc.follow
extra:
  generator: false
  archive:
    state: living
    zone: America/New_York
    calendar_domain: river.example
    repository_is_public: IS_PUBLIC
    indexing: true
    notes_due_days: 14
    usual_length: 2h
    records_licence: CC BY 4.0
    records_licence_url: https://creativecommons.org/licenses/by/4.0/
    notice: These calls are made up, for measuring how long a build takes.
"""

PAGES = {
    "content/index.md": """\
---
description: Calls of the River Assembly, made up for measuring.
---
# River Assembly calls

<!-- archive: search -->

<!-- archive: ways -->

## Next calls

<!-- archive: upcoming limit=5 -->

## Notes of the newest calls

<!-- archive: notes limit=5 -->

## Decisions

<!-- archive: decisions limit=5 -->

## Missing notes

<!-- archive: gaps limit=5 -->

## Subscribe

<!-- archive: subscribe -->

## Over time

<!-- archive: timeline -->

## In numbers

<!-- archive: numbers -->

<!-- archive: notice -->
""",
    "content/about/index.md": """\
# About this archive

The river, its towns and its calls exist only here.
""",
    "content/help/index.md": """\
# Help

Write the notes of a call into `minutes/`, in a file with the name of the call.
See also [privacy and corrections](privacy.md).
""",
    "content/help/privacy.md": """\
# Privacy and corrections

A group decides what may be seen of its calls.
""",
}

PLATFORMS = """\
switchboard:
  name: Switchboard
  capacity: 500
  lines: 4
  keeps_recordings: 120 days
  reminder: 8h
  keys:
    1: join the stack
    2: agree
    3: disagree
"""


def files(is_public: bool = True) -> dict[str, str]:
    """Give everything but the calls and their series by path, for a public or a private repository."""
    settings = SETTINGS.replace("IS_PUBLIC", str(is_public).lower())
    made = {"mkdocs.yml": settings, "calls/platforms.yaml": PLATFORMS, **PAGES}
    for number in range(group_count()):
        made[f"calls/groups/{group_id(number)}.yaml"] = _group(number)
    for number in range(len(HUBS)):
        made[f"calls/hubs/{hub_id(number)}.yaml"] = _hub(number)
    return made


def series_id(number: int) -> str:
    """Give the id of one of the series; those beyond the first 20 are of single towns."""
    town, topic = divmod(number, len(TOPICS))
    return f"{_slug(_town(town)) if town else 'river'}-{TOPICS[topic][0]}"


def series_title(number: int) -> str:
    """Give the title of one of the series, which is that of its calls."""
    town, topic = divmod(number, len(TOPICS))
    return f"{_town(town) if town else 'River Assembly'} {TOPICS[topic][1]}"


def group_count() -> int:
    """Give the number of groups: an assembly in each place, and working groups of the first three."""
    return len(PLACES) + 3 * len(WORK)


def group_id(number: int) -> str:
    """Give the id of one of the groups; the first ones are the assemblies."""
    return _slug(_group_name(number))


def hub_id(number: int) -> str:
    """Give the id of one of the hubs."""
    return _slug(HUBS[number])


def _group_name(number: int) -> str:
    if number < len(PLACES):
        return f"{_town(number)} assembly"
    town, work = divmod(number - len(PLACES), len(WORK))
    return f"{_town(town)} {WORK[work]} group"


def _town(number: int) -> str:
    return PLACES[number].split(",")[0]


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _group(number: int) -> str:
    town = number if number < len(PLACES) else (number - len(PLACES)) // len(WORK)
    is_assembly = number < len(PLACES)
    parent = "" if is_assembly else f"part_of: {group_id(town)}\napproved_by: {group_id(town)}\n"
    kind = "assembly" if is_assembly else KINDS[1 + number % 4]
    return (
        f"name: {_group_name(number)}\nkind: {kind}\n{parent}place: {PLACES[town]}\n"
        "work: Meets every week and carries what was said to the other towns.\n"
        "from: 2019-03\nevidence: complete\nconfidence: high\nshare: public\n"
    )


def _hub(number: int) -> str:
    return (
        f"name: {HUBS[number]}\nkind: {HUB_KINDS[number % 5]}\nfrom: {2021 + number}-04\n"
        f"place: {PLACES[number]}\nabout: What the towns of the river did together.\n"
        "confidence: medium\nshare: public\n"
    )
