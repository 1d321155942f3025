"""A small fictional archive without a fault, to which examples add one thing or the other."""

import datetime

TODAY = datetime.date(2031, 6, 1)

SETTINGS = """\
site_name: River archive
site_url: https://archive.example/
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
  - Help:
      - Help: help/index.md
      - Privacy and corrections: help/privacy.md
extra:
  archive:
    state: living
    zone: America/New_York
    calendar_domain: archive.example
"""

CALL = """\
title: River Assembly open call
date: 2031-03-05
status: held
share: public
"""

RIVER_ARCHIVE = {
    "mkdocs.yml": SETTINGS,
    "content/help/index.md": "# Help\n\nHow to read the archive.\n",
    "content/help/privacy.md": "# Privacy\n\nHow to ask for a correction.\n",
    "content/index.md": "# River archive\n\nCalls of the River Assembly.\n",
    "calls/platforms.yaml": "switchboard:\n  name: Switchboard\n  keeps_recordings: 120 days\n",
    "calls/series/river-open-call.yaml": """\
title: River Assembly open call
repeats: every week on Wednesday at 21:00
from: 2031-01-08
groups: [river-planning]
share: public
""",
    "calls/groups/river-planning.yaml": """\
name: River planning
kind: working-group
part_of: mill-town-assembly
share: public
""",
    "calls/groups/mill-town-assembly.yaml": """\
name: Mill Town assembly
kind: assembly
share: public
""",
    "calls/hubs/spring-gathering.yaml": """\
name: Spring gathering
kind: gathering
share: public
""",
    "calls/2031/2031-03-05-river-open-call.yaml": CALL + "series: river-open-call\n",
    "calls/2031/2031-03-12-river-open-call.yaml": """\
title: River Assembly open call
series: river-open-call
date: 2031-03-12
start: 21:00
length: 2h
status: held
groups: [river-planning]
hubs: [spring-gathering]
platform: switchboard
share: public
""",
}
"""Text of every file, by path."""
