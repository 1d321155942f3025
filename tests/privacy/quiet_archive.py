"""Archives of a private repository in which everything that can be withheld is written, in words of one's own.

Two of them with the same `Frame` and different `Words` differ in withheld text and in nothing else.
"""

import random
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


class Words:
    """Withheld words, numbers and choices, drawn by a seed; every word begins with `mark`, to be searched for."""

    def __init__(self, seed: int, mark: str) -> None:
        self.draw = random.Random(seed)
        self.mark = mark

    def word(self) -> str:
        return self.mark + "".join(
            self.draw.choices("abcdefghijklmnoprstuvw", k=self.draw.randint(2, 7))
        )

    def some(self, least: int = 1, most: int = 12) -> str:
        return " ".join(self.word() for _ in range(self.draw.randint(least, most)))

    def slug(self) -> str:
        return f"{self.word()}-{self.word()}"

    def one(self, *choices: str) -> str:
        return self.draw.choice(choices)

    def maybe(self, text: str) -> str:
        return self.draw.choice(("", text))


@dataclass(frozen=True, slots=True)
class Frame:
    """What two archives of a pair share: reasons, whether groups are named, which parts of one call are open.

    With `apart` no open record names a closed one or holds what the gate makes less exact, and both archives have
    as many files: then all their open files are the same, and so is what a cache keeps of them.
    """

    reason: str = "safety"
    identify: bool = False
    minutes: str = "withheld"
    recording: str = "withheld"
    public_repository: bool = False
    apart: bool = False
    living: bool = False


def _share(frame: Frame, minutes: str, recording: str, details: str, decided_by: str) -> str:
    return (
        f"share:\n  minutes: {minutes}\n  recording: {recording}\n  details: {details}\n"
        f"  identify: {'true' if frame.identify else 'false'}\n  reason: {frame.reason}\n"
        f"  decided_by: {decided_by}\n  decided_on: 2031-03-06\n  review_on: 2031-09-06\n"
    )


def _source(words: Words) -> str:
    return (
        f"sources:\n  - title: {words.some()}\n    publisher: {words.some(1, 3)}\n"
        f"    url: https://{words.word()}.example/{words.word()}\n    use: {words.one('cite', 'link')}\n"
    )


def _recording(words: Words) -> str:
    listed = (
        f"recordings:\n  - url: https://{words.word()}.example/{words.word()}.mp3\n    type: audio/mpeg\n"
        f"    bytes: {words.draw.randint(1, 10**9)}\n    sha256: {words.draw.getrandbits(256):064x}\n"
        + words.maybe("    kept_by: switchboard\n")
    )
    absent = f"recording: {words.one('never-made', 'elsewhere', 'missing', 'unknown')}\n"
    return words.one(listed, absent, "") + words.maybe(f"recording_note: {words.some()}\n")


def _absence(words: Words) -> str:
    absent = f"minutes: {words.one('none-taken', 'elsewhere', 'missing', 'unknown')}\n"
    return words.maybe(absent) + words.maybe(f"minutes_note: {words.some()}\n")


def _details(words: Words, named: str, quiet: str, days: tuple[int, int]) -> str:
    """Give all details of a withheld call; `named` are series and groups where they may be known.

    Where it was moved, it was from one of `days` of February, which no other call has: two would be one occurrence.
    """
    status = words.one("held", "scheduled", "announced", f"cancelled\nreason: {words.some()}")
    start = f"start: {words.draw.randint(4, 23):02d}:{words.draw.randint(0, 59):02d}\n"
    fields = [
        words.maybe(start + words.maybe(f"length: {words.draw.randint(1, 300)}m\n")),
        f"zone: {words.one('America/Chicago', 'Europe/Madrid', 'Asia/Tokyo')}\n",
        f"mode: {words.one('phone', 'in-person', 'text')}\nmode_note: {words.some()}\n",
        f"moved_from:\n  - 2031-02-{words.draw.randint(*days)} 11:{words.draw.randint(10, 59)}\n",
        f"aliases: [{words.slug()}]\n",
        f"hosts: [{words.one('river-planning', quiet, words.some(2, 3))}]\n",
        f"hubs: [{words.one('spring-gathering', f'{quiet}-hub')}]\nplatform: switchboard\n",
        f"purpose: {words.some()}\njoin: https://{words.word()}.example/\n",
        f"roles:\n  {words.word()}: {words.some(1, 4)}\n",
        f"participants: {words.one('3', '40+', 'about 20', '90-200')}\nparticipants_note: {words.some()}\n",
        "places:\n"
        + "".join(f"  - {words.some(1, 2)}, PA\n" for _ in range(words.draw.randint(1, 3))),
        "agenda:\n" + "".join(f"  - {words.some()}\n" for _ in range(words.draw.randint(1, 4))),
        _source(words),
        f"evidence: {words.one('complete', 'notice-only')}\nconfidence: {words.one('high', 'low')}\n",
        f"date_note: {words.some()}\ncontext: {words.some()}\nbasis: {words.one('group-agreed', 'already-public')}\n",
    ]
    written = "".join(field for field in fields if words.draw.random() < 0.85)
    return f"title: {words.some()}\n{named}status: {status}\n{written}{_recording(words)}{_absence(words)}"


def _notes(words: Words, front: str = "") -> str:
    adopted = "status: adopted\nadopted_by: 2031-05-21-missing\n"
    adopted += f"reviewed_by: {words.some(1, 4)}\n"
    return (
        f"---\norigin: {words.one('notes', 'summary', 'transcript', 'machine-draft')}\n{words.maybe(adopted)}"
        f"taken_by: {words.some(1, 4)}\n{front}---\n## {words.some(1, 5)}\n\n"
        f"- **Decision:** {words.some(3, 9)} {words.one('(consensus)', '')}\n"
        f"- **Action:** {words.some(2, 6)}\n{words.maybe(_CLOSES)}"
        f"{words.maybe(_SUPERSEDES)}{words.maybe(_NAMED)}"
        f"- **Count:** {words.some()}\n    - {words.some(1, 4)}: {words.draw.randint(1, 99)}\n\n"
        f"{words.some(5, 40)} [{words.some(1, 3)}](../../calls/2031/2031-03-26-open.yaml)"
        f" https://{words.word()}.example/{words.word()} [redacted: legal]\n\n"
        f"## Breakout: {words.some(1, 4)} ({words.draw.randint(2, 99)} people)\n\n**Report-back:** {words.some()}\n\n"
        f"> {words.some()}\n\n`{words.some()}` **{words.word()}** é{words.word()} & {words.some()}\n"
    )


def _group(words: Words, name: str) -> str:
    """Give a closed group, at home somewhere, that an open one may be said to have approved."""
    return (
        f"name: The {name}\nkind: {words.one('network', 'committee-of-correspondence')}\n"
        f"part_of: river-friends\napproved_by: {words.one('river-friends', 'river-planning')}\n"
        f"approval_note: {words.some()}\nplace: {words.some(1, 3)}{words.maybe(', PA')}\n"
        f"work: {words.some()}\n{_source(words)}"
    )


def _hub(words: Words) -> str:
    """Give a closed campaign or gathering, with its place and its day."""
    return (
        f"name: {words.some()}\nkind: {words.one('action', 'gathering')}\nplace: {words.some(1, 3)}, PA\n"
        f"from: 2031-05-{words.draw.randint(10, 27)}\nabout: {words.some()}\n"
    )


_CLOSES = "- **Outcome:** done, closes #action-bring-twelve-paper-lanterns\n"
"""What withheld notes say of an action that open ones took on: it stays open for whoever may not read them."""
_SUPERSEDES = "- **Decision:** no, supersedes #decision-hold-the-spring-gathering-on-1-may\n"
"""What withheld notes say of an open decision: it stays in force for whoever may not read them."""
_NAMED = "- **Decision:** go once. (agreed) {#meet-once}\n"
"""A withheld mark that an open one names: whoever may not read it is told that there is none that may be shown."""

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
    partly = _share(frame, frame.minutes, frame.recording, "public", quiet)
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
    middle += _absence(words) if frame.minutes == "withheld" else "minutes: elsewhere\n"
    middle += _recording(words) if frame.recording == "withheld" else "recording: elsewhere\n"
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
        f"calls/groups/{quiet}.yaml": _group(words, name) + closed,
        f"calls/hubs/{quiet}-hub.yaml": _hub(words) + closed,
        f"calls/series/{quiet}-series.yaml": (
            f"title: {words.some()}\nlength: {words.draw.randint(1, 300)}m\npurpose: {words.some()}\n"
            f"repeats: every week on {words.one('Friday', 'Wednesday')} at {words.draw.randint(10, 20)}:30\n"
            f"from: 2031-01-{words.draw.randint(1, 31):02d}\n{words.maybe('until: 2031-12-31')}\n"
            f"platform: switchboard\nroles:\n  facilitator: {words.some(1, 3)}\n{closed}"
        ),
        "calls/2031/2031-03-26-open.yaml": _OPEN.replace("QUIET", quiet)
        .replace("NAME", name)
        .replace("the name", f"the {name}"),
        "minutes/2031/2031-03-26-open.md": _PUBLIC_NOTES,
        "calls/2031/2031-05-21-missing.yaml": (
            "title: Open call of May\nseries: river-open-call\ndate: 2031-05-21\nstatus: held\nshare: public\n"
        ),
        "calls/2031/2031-03-12-withheld-1.yaml": (
            f"date: 2031-03-12\n{_details(words, named, quiet, (10, 15))}{share}"
        ),
        "calls/2031/2031-03-12-withheld-2.yaml": (
            f"date: 2031-03-12\n{_details(words, second, quiet, (16, 21))}{share}"
        ),
        "calls/2031/2031-05-28-withheld-1.yaml": (
            f"date: 2031-05-28\n{_details(words, named, quiet, (22, 27))}{share}"
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
        "minutes/2031/2031-03-14-quiet-notes.md": _notes(words),
        "minutes/2031/2031-03-14-quiet-notes.es.md": _notes(
            words, f"share: withheld for {frame.reason}\n"
        ),
        "minutes/2031/2031-05-07-withheld-1.md": _notes(
            words, "series: river-open-call\ndate: 2031-05-07\n" + share
        ),
        "minutes/2031/2031-05-14-of-a-quiet-series.md": (
            f"---\norigin: notes\nseries: {quiet}-series\ndate: 2031-05-14\nshare: public\n---\nWe met.\n"
        ),
    }
    closed_notes = ["2031-03-12-withheld-1", "2031-04-09-withheld-1"]
    closed_notes += ["2031-03-13-partly"] if frame.minutes == "withheld" else []
    for path in (f"minutes/2031/{call}{end}" for call in closed_notes for end in (".md", ".es.md")):
        if frame.apart or words.draw.random() < 0.6:
            files[path] = _notes(words)
    if frame.apart:
        for path in _NAMING:
            open_text = files[path].replace(f"{quiet}-hub", "spring-gathering")
            files[path] = open_text.replace(quiet, "river-planning").replace(name, "ferry")
        few = 'participants: 4\nplaces: ["Mill Town, PA"]\nshare: public\n'
        files["calls/2031/2031-03-15-few.yaml"] = mixed.replace("DATE", "2031-03-15") + few
    return open_files(frame) | files


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
