"""Archives of a private repository in which everything that can be withheld is written, in words of one's own.

Two of them with the same `Frame` and different `Words` differ in withheld text and in nothing else.
"""

import re
from dataclasses import dataclass

from generator import loading
from generator.checks import check_archive
from generator.listings import LISTINGS
from generator.load.archive import Loaded, assemble
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.model.archive import Archive
from generator.problems import Problem, in_order
from generator.settings import Settings
from tests.privacy.full_call import SETTINGS
from tests.privacy.quiet_records import (
    Words,
    absence,
    corrections,
    details,
    group,
    hub,
    notes,
    recording,
    series,
    transcript,
)

__all__ = ["TODAY", "Frame", "Words", "open_files", "quiet_files", "read"]

TODAY = SETTINGS.today
MKDOCS = """\
site_name: River archive
site_description: Calls of the River Assembly.
site_url: https://calls.example/
nav:
  - Home: index.md
  - Search: search/index.md
  - Calls: calls/index.md
  - Series: series/index.md
  - Groups: groups/index.md
  - Places: places/index.md
  - Campaigns and hubs: hubs/index.md
  - Calendar: calendar/index.md
  - Decisions: decisions/index.md
  - Actions: actions/index.md
  - Recordings: recordings/index.md
  - Statistics: statistics/index.md
  - What is missing: gaps/index.md
  - Withheld: withheld/index.md
  - About: about/index.md
  - Help: help/index.md
  - Privacy: help/privacy.md
theme:
  name: material
extra:
  archive:
    state: STATE
    zone: America/New_York
    calendar_domain: calls.example
    repository_is_public: PUBLIC
"""
HOME = "# River archive\n\n" + "".join(
    f"## {name}\n\n<!-- archive: {name} limit=5 -->\n\n" for name in LISTINGS
)
"""A home page that holds every listing there is."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What two archives of a pair share: reasons, whether groups are named, which parts of one call are open.

    With `apart` no open record names a closed one or holds what the gate makes less exact, and both archives have
    as many files: then all their open files are the same, and so is what a cache keeps of them.
    With `faulty` withheld records are written carelessly, which is told in reports and nowhere else.
    """

    reason: str = "safety"
    identify: bool = False
    minutes: str = "withheld"
    recording: str = "withheld"
    public_repository: bool = False
    apart: bool = False
    living: bool = False
    faulty: bool = False


def _share(frame: Frame, minutes: str, recording: str, details: str, decided_by: str) -> str:
    return (
        f"share:\n  minutes: {minutes}\n  recording: {recording}\n  details: {details}\n"
        f"  identify: {'true' if frame.identify else 'false'}\n  reason: {frame.reason}\n"
        f"  decided_by: {decided_by}\n  decided_on: 2031-03-06\n  review_on: 2031-09-06\n"
    )


_OPEN = """\
title: River Assembly open call
series: river-open-call
date: 2031-03-26
start: 21:00
status: held
hosts: [river-planning, QUIET, The NAME, Friends of the river]
groups: [QUIET, river-planning]
hubs: [QUIET-hub, spring-gathering]
platform: switchboard
purpose: Share news.
roles:
  facilitator: The NAME
  scribe: River Assembly
participants: 150+
sources:
  - title: a letter
    publisher: the name
    url: https://paper.example/1
share: public
"""
_PUBLIC_NOTES = """\
---
origin: notes
status: adopted
adopted_by: 2031-03-12-withheld-1
---
- **Decision:** hold the spring gathering on 1 May. (consensus)
- **Decision:** meet twice a month. (agreed; supersedes #meet-once)
- **Action:** bring twelve paper lanterns

See [another call](../../calls/2031/2031-03-12-withheld-1.yaml).
"""


def open_files(frame: Frame) -> dict[str, str]:
    """Give the files that hold nothing withheld and name no closed record."""
    group = "kind: working-group\nwork: Meets by the river.\nshare: public\n"
    return {
        "mkdocs.yml": MKDOCS.replace(
            "PUBLIC", "true" if frame.public_repository else "false"
        ).replace("STATE", "living" if frame.living else "closed"),
        "content/index.md": HOME,
        "content/about/index.md": "# About\n\nCalls along the river.\n",
        "content/help/index.md": "# Help\n\nAsk.\n",
        "content/help/privacy.md": "# Privacy\n\nAsk at any assembly.\n",
        "calls/platforms.yaml": "switchboard:\n  name: Switchboard\n  keeps_recordings: 120 days\n",
        "calls/groups/river-planning.yaml": f"name: River planning group\n{group}",
        "calls/hubs/spring-gathering.yaml": "name: Spring gathering\nkind: gathering\nshare: public\n",
        "calls/series/river-watch.yaml": (
            "title: River watch\nrepeats: every 2 weeks on Tuesday at 19:00\nlength: 1h\n"
            "groups: [river-planning]\nfrom: 2031-04-08\nuntil: 2031-08-12\nskip:\n"
            "  - on: 2031-05-20\n    reason: high water\nshare: public\n"
        ),
        "calls/2031/2031-06-19-watch.yaml": (
            "title: River watch, two days late\nseries: river-watch\ndate: 2031-06-19\nstart: 19:00\n"
            "status: scheduled\nmoved_from:\n  - 2031-06-17 19:00\nshare: public\n"
        ),
        "calls/2031/2031-04-09-open.yaml": (
            "title: Open call of April\ndate: 2031-04-09\nstart: 12:00\nstatus: held\n"
            "groups: [river-planning]\naliases: [2031-04-08-open]\nshare: public\n"
        ),
        "minutes/2031/2031-04-09-open.md": "---\norigin: notes\n---\n**Decision:** meet in May. (agreed)\n",
    }


def quiet_files(frame: Frame, words: Words) -> dict[str, str]:
    """Give the files of an archive in which every kind of thing is withheld, by path."""
    quiet, name = words.slug(), words.some(1, 6)
    share = _share(frame, "withheld", "withheld", "withheld", words.one("river-planning", quiet))
    # A call of which nothing is withheld after all is an open record, and may name no closed one where these are apart.
    is_open = frame.minutes == frame.recording == "public"
    decided = "river-planning" if frame.apart and is_open else quiet
    partly = _share(frame, frame.minutes, frame.recording, "public", decided)
    # Unless it is named, whose a withheld call is must show nowhere, not even if it is an open series with dates.
    whose = words.one(f"{quiet}-series", "river-open-call", "river-watch")
    named = f"series: {whose}\ngroups: [{quiet}]\n"
    if frame.identify:
        named = f"series: river-open-call\ngroups: [river-planning, {quiet}]\n"
        share = _share(frame, "withheld", "withheld", "withheld", "river-planning")
    second = (
        f"groups: [river-planning, {quiet}]\n"
        if frame.identify
        else words.maybe(f"groups: [{quiet}]\n")
    )
    closed = _share(frame, "withheld", "withheld", "withheld", quiet)
    mixed = (
        "title: A call of which not all may be seen\n" + "date: DATE\nstart: 20:00\nstatus: held\n"
    )
    middle = f"series: river-open-call\n{mixed}"
    middle += absence(words) if frame.minutes == "withheld" else "minutes: elsewhere\n"
    middle += recording(words) if frame.recording == "withheld" else "recording: elsewhere\n"
    files = {
        "calls/groups/river-friends.yaml": (
            "name: Friends of the river\nkind: committee-of-correspondence\nplace: Mill Town, PA\n"
            f"part_of: {quiet}\napproved_by: {quiet}\napproved_on: 2031-01-15\nshare: public\n"
        ),
        "calls/series/river-open-call.yaml": (
            f"title: River open calls\ngroups: [{quiet}, river-planning]\nhubs: [{quiet}-hub]\n"
            "repeats: every week on Wednesday at 21:00\nfrom: 2031-01-08\nuntil: 2031-07-30\n"
            "skip:\n  - on: 2031-06-25\n    reason: a fair\nshare: public\n"
        ),
        f"calls/groups/{quiet}.yaml": group(words, name) + closed,
        f"calls/hubs/{quiet}-hub.yaml": hub(words) + closed,
        f"calls/series/{quiet}-series.yaml": (series(words, quiet) + closed),
        "calls/2031/2031-03-26-open.yaml": _OPEN.replace("QUIET", quiet)
        .replace("NAME", name)
        .replace("the name", f"the {name}"),
        "minutes/2031/2031-03-26-open.md": _PUBLIC_NOTES,
        "calls/2031/2031-05-21-missing.yaml": (
            "title: Open call of May\nseries: river-open-call\ndate: 2031-05-21\nstatus: held\nshare: public\n"
        ),
        "calls/2031/2031-03-12-withheld-1.yaml": (
            f"date: 2031-03-12\n{details(words, named, quiet, (10, 15), frame.faulty)}{share}"
        ),
        "calls/2031/2031-03-12-withheld-2.yaml": (
            f"date: 2031-03-12\n{details(words, second, quiet, (16, 21), frame.faulty)}{share}"
        ),
        "calls/2031/2031-05-28-withheld-1.yaml": (
            f"date: 2031-05-28\n{details(words, named, quiet, (22, 27), frame.faulty)}{share}"
        ),
        # To come, and in truth another date of its series, moved; what it leaves and takes must not show.
        "calls/2031/2031-06-11-withheld-1.yaml": (
            f"date: 2031-06-11\ntitle: {words.some()}\n{named}status: scheduled\n"
            f"start: {words.draw.randint(10, 20)}:45\nlength: {words.draw.randint(1, 300)}m\n"
            + words.one(
                f"moved_from:\n  - 2031-06-{words.one('04', '18')} 21:00\n", "extra: true\n", ""
            )
            + share
        ),
        "calls/2031/2031-06-24-withheld-1.yaml": (
            f"date: 2031-06-24\ntitle: {words.some()}\nstatus: scheduled\nstart: 19:{words.draw.randint(10, 59)}\n"
            f"{'' if frame.identify else words.maybe('series: river-watch')}\nplatform: switchboard\n{share}"
        ),
        "calls/2031/2031-04-09-withheld-1.yaml": (
            f"date: 2031-04-09\ntitle: {words.some()}\nstatus: held\n"
            f"start: {words.one('03', '22')}:15\n{share}"
        ),
        "calls/2031/2031-03-withheld-1.yaml": f"date: 2031-03\ntitle: {words.some()}\nstatus: held\n{share}",
        "calls/2031/2031-03-13-partly.yaml": middle.replace("DATE", "2031-03-13") + partly,
        "calls/2031/2031-03-14-quiet-notes.yaml": mixed.replace("DATE", "2031-03-14")
        + "share: public\n",
        "calls/2031/2031-03-15-few.yaml": (
            mixed.replace("DATE", "2031-03-15")
            + f"participants: 4\nroles:\n  {words.word()}: {words.some()}\nplaces:\n"
            + "".join(f"  - {words.some(1, 3)}, PA\n" for _ in range(3))
            + "share: public\n"
        ),
        "minutes/2031/2031-03-14-quiet-notes.md": notes(words, "", frame.faulty),
        "minutes/2031/2031-03-14-quiet-notes.es.md": notes(
            words, f"share: withheld for {frame.reason}\n", frame.faulty
        ),
        "minutes/2031/2031-05-07-withheld-1.md": notes(
            words, "series: river-open-call\ndate: 2031-05-07\n" + share, frame.faulty
        ),
        "minutes/2031/2031-05-14-of-a-quiet-series.md": (
            f"---\norigin: notes\nseries: {quiet}-series\ndate: 2031-05-14\nshare: public\n---\nWe met.\n"
        ),
    }
    closed_notes = ["2031-03-12-withheld-1", "2031-04-09-withheld-1"]
    closed_notes += ["2031-03-13-partly"] if frame.minutes == "withheld" else []
    for path in (f"minutes/2031/{call}{end}" for call in closed_notes for end in (".md", ".es.md")):
        if frame.apart or words.draw.random() < 0.6:
            files[path] = notes(words, "", frame.faulty)
    closed_words = [*closed_notes[:2], "2031-05-28-withheld-1", "2031-03-14-quiet-notes"]
    closed_words += [] if is_open else ["2031-03-13-partly"]
    for stem in (f"minutes/2031/{call}{end}" for call in closed_words for end in ("", ".es")):
        if frame.apart or words.draw.random() < 0.6:
            files[f"{stem}.vtt"] = transcript(words, frame.faulty)
            files[f"{stem}.corrections.yaml"] = corrections(words, files[f"{stem}.vtt"])
    for number in range(2):
        files[f"calls/groups/{quiet}-{number}.yaml"] = group(words, words.some(1, 3)) + closed
        files[f"calls/series/{words.slug()}.yaml"] = series(words, quiet) + closed
    if frame.apart:
        for path in _NAMING:
            open_text = files[path].replace(f"{quiet}-hub", "spring-gathering")
            files[path] = open_text.replace(quiet, "river-planning").replace(name, "ferry")
        few = 'participants: 4\nplaces: ["Mill Town, PA"]\nshare: public\n'
        files["calls/2031/2031-03-15-few.yaml"] = mixed.replace("DATE", "2031-03-15") + few
    # Where strangers read the repository such a line is an error, and nothing more is made.
    if not frame.public_repository:
        files["calls/links/2031.jsonl"] = _answer(words, files)
    return open_files(frame) | files


def _answer(words: Words, files: dict[str, str]) -> str:
    """Give what was found at the address of a withheld recording while it was open, or at one that went."""
    listed = [one for text in files.values() for one in re.findall(r"- url: (https:\S+mp3)", text)]
    address = listed[0] if listed else f"https://{words.word()}.example/{words.word()}.mp3"
    return (
        f'{{"url": "{address}", "asked_on": "2031-05-0{words.number(1, 9)}",'
        f' "found": "{words.one("there", "gone", "silent")}"}}\n'
    )


_NAMING = (
    "calls/groups/river-friends.yaml",
    "calls/series/river-open-call.yaml",
    "calls/2031/2031-03-26-open.yaml",
)
"""Files of open records that name closed ones."""


def read(
    files: dict[str, str],
) -> tuple[Settings, Archive, tuple[Problem, ...], tuple[Loaded, ...]]:
    """Read an archive that lies in memory, as the pipeline reads one from the disk."""
    settings, faults, places = read_settings(
        Source("mkdocs.yml", files["mkdocs.yml"].encode()), TODAY
    )
    assert settings is not None
    sources = [Source(path, files[path].encode()) for path in sorted(files) if path != "mkdocs.yml"]
    loaded = loading.load(sources, frozenset(), None, None)
    archive = assemble(loaded, settings.zone, places, {})
    found = [*faults, *(fault for file in loaded for fault in file.problems)]
    found += check_archive(archive, settings)
    return settings, archive, in_order(loading.hushed(found, archive, loaded)), loaded
