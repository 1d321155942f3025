"""A small fictional archive on the disk, and what its check says, for tests of commands that write."""

import datetime
from pathlib import Path

from generator.pipeline import examine
from generator.problems import Problem

TODAY = datetime.date(2031, 4, 1)

FILES = {
    "mkdocs.yml": """\
site_name: River Assembly calls
site_url: https://calls.example/river/
nav:
  - Home: index.md
  - Calls: calls/index.md
  - Series: series/index.md
  - Groups: groups/index.md
  - Hubs: hubs/index.md
  - Withheld: withheld/index.md
extra:
  archive:
    state: living
    zone: America/New_York
    calendar_domain: calls.example
""",
    "content/index.md": "# Calls\n\nWords.\n",
    "calls/series/river-open-call.yaml": """\
title: River Assembly open call
zone: America/New_York
repeats: every week on Wednesday at 21:00
from: 2031-01-08
share: public
""",
    "calls/groups/river-planning.yaml": "name: Planning\nkind: working-group\nshare: public\n",
    "calls/hubs/spring-gathering.yaml": "name: Spring\nkind: gathering\nshare: public\n",
    "calls/platforms.yaml": "switchboard:\n  name: Switchboard\n",
    "calls/2031/2031-03-05-river-open-call.yaml": """\
title: River Assembly open call
series: river-open-call
date: 2031-03-05
status: held
agenda:
  - How the call works
share: public
""",
    "calls/2031/2031-03-12-river-open-call.yaml": """\
title: River Assembly open call
series: river-open-call
date: 2031-03-12
status: held
share: public
""",
    "calls/2031/2031-03-07-withheld-1.yaml": """\
date: 2031-03-07
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
""",
    "minutes/2031/2031-03-05-river-open-call.md": """\
---
origin: notes
---
- **Action:** outreach: write the explainer
""",
}


def archive_in(root: Path, more: dict[str, str] | None = None) -> Path:
    """Write the archive, and what is added to it, below a folder."""
    for path, text in {**FILES, **(more or {})}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


def files_in(root: Path) -> dict[str, str]:
    """Give every file below a folder with its text."""
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def found_in(root: Path) -> list[Problem]:
    """Give what check finds wrong with records and notes; what the settings lack is not asked."""
    return [fault for fault in examine(root, TODAY).problems if fault.place.path != "mkdocs.yml"]
