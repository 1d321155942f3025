"""One annotated example of each kind of record, from the fictional River Assembly; together they are an archive.

The field reference shows them; tests check them as the archive that they make.
"""

EXAMPLES: tuple[tuple[str, str], ...] = (
    (
        "calls/2031/2031-03-05-river-open-call.yaml",
        """\
# The file's name is the call's id: its date, a hyphen and a few words. It never changes.
title: River Assembly open call
series: river-open-call           # the recurring call it is an occurrence of
date: 2031-03-05                  # by the clock of its zone; 2031-03 or 2031 where no more is known
start: 21:00                      # left out when it is not known, never guessed
zone: America/New_York            # else the series' zone, else the archive's
length: 2h                        # or end: 23:00
status: held                      # scheduled, held, cancelled (with reason:) or announced
mode: phone
hosts: [river-planning]           # groups, or words where there is no record of one
groups: [river-planning]
hubs: [spring-gathering]
platform: switchboard
purpose: Share news and prepare the spring gathering.
roles:                            # roles and places, not private persons
  facilitator: River Assembly
participants: 150+                # 150, 150+, 90-200 or about 20
participants_note: a visitor's account says about 200
places:                           # one on each line, because a place may hold a comma
  - Mill Town, PA
agenda:
  - How the call works (10 min)
  - "Spring gathering: places to meet"   # quotes, because of the colon and the space after it
recordings:                       # or, to explain why there is none, recording: never-made
  - url: https://sound.example/2031-03-05.mp3
    type: audio/mpeg
    bytes: 48211968
    duration: 1:42:10
    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    keeper: the library of Mill Town   # or, at a provider that deletes it, kept_by: switchboard
    seen: 2031-03-09
sources:
  - title: notice of the River Assembly
    publisher: River Assembly
    published: 2031-03-01
    url: https://river.example/notices
    use: cite                     # the address stands as text; link, once a person has looked
evidence: complete                # how much of the sources was seen
confidence: high                  # how sure the record is of its facts
date_note: two pages disagree by a day; the audio says the 5th
share: public                     # without this line nothing is shown
basis: group-agreed               # why it may be public
""",
    ),
    (
        "calls/series/river-open-call.yaml",
        """\
# The file's name is the series' id.
title: River Assembly open call
zone: America/New_York
length: 2h
groups: [river-planning]
hubs: [spring-gathering]
purpose: News from everywhere.
repeats: every 2 weeks on Wednesday at 21:00   # or rhythm: in free words, where it is vague
from: 2031-03-05                  # the first call; every second week is counted from it
until: 2031-04-30                 # left out while nobody knows the end
skip:
  - on: 2031-04-02
    reason: holiday
platform: switchboard             # unless a call names another
roles:                            # who usually takes which part
  facilitator: River Assembly
staffed_calls: 2                  # how many the service staffs before the group runs them itself
evidence: complete                # pattern-only: the habit is known, single dates are not
share: public
""",
    ),
    (
        "calls/groups/river-planning.yaml",
        """\
# The file's name is the group's id.
name: River Assembly planning group
kind: working-group
place: Mill Town, PA
work: prepares the open calls
from: 2031-01                     # a month or a year will do
sources:
  - title: page of the planning group
    publisher: River Assembly
evidence: complete
share: public
""",
    ),
    (
        "calls/hubs/spring-gathering.yaml",
        """\
# The file's name is the hub's id.
name: Spring gathering
kind: gathering
from: 2031-04-30
until: 2031-05-02
place: Mill Town, PA
about: Two days of meetings, planned on the open calls.
evidence: complete
share: public
""",
    ),
    (
        "calls/platforms.yaml",
        """\
# All providers stand in this one file, each under its id.
switchboard:
  name: Switchboard
  capacity: 500
  lines: 2                        # how many calls at the same time
  keeps_recordings: 120 days      # left out for a provider that keeps them for ever
  reminder: 8h
  keys:                           # what the keys of the telephone mean
    1: join the stack
    2: agree
""",
    ),
    (
        "minutes/2031/2031-03-05-river-open-call.md",
        """\
---
origin: notes
taken_by: a volunteer from Mill Town
---
## Outcomes

- **Decision:** hold the spring gathering on 1 May. (consensus)
- **Proposal:** two-thirds as a fallback. (tabled; 2 blocks, 3 stand-asides)
- **Outcome:** assemblies send a report each month. (encouraged)
- **Straw poll:** march in the evening? yes 41, no 3, abstain 6
- **Count:** which action will your assembly join?
    - 1 May, transit day: 16
    - 15 May, debt assemblies: 4
- **Temperature check:** all positive
- **Action:** outreach: write the invitation, by 2031-03-14 {#invitation}

## Breakout: regional coordination

What one assembly said was [redacted: consent].
""",
    ),
    (
        "minutes/2031/2031-03-05-river-open-call.vtt",
        """\
WEBVTT

NOTE
origin: transcript
taken_by: a volunteer from Mill Town

00:00:04.000 --> 00:00:09.500
<v Facilitator>Welcome to the open call of the River Assembly.

00:12:30.000 --> 00:12:36.000
<v Mill Town>We ask for a date of the spring gattering.
""",
    ),
    (
        "minutes/2031/2031-03-05-river-open-call.corrections.yaml",
        """\
- old: spring gattering
  new: spring gathering
  reason: misheard
  at: 00:12:30.000                # only needed where the words stand in several places
""",
    ),
)
"""Path below the archive's root and text of each example."""
