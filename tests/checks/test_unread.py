"""A record that cannot be read has one problem, and nobody who names it has another."""

import datetime

import pytest

from generator.pipeline import examine

SETTINGS = """\
site_name: River calls
site_url: https://river.example/
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
    calendar_domain: river.example
"""
CALL = """\
title: River Assembly open call
series: river-open-call
date: 2031-03-05
hosts: [river-planning]
groups: [river-planning]
hubs: [spring-gathering]
platform: switchboard
status: held
share: public
"""
FILES = {
    "mkdocs.yml": SETTINGS,
    "calls/2031/2031-03-05-river-open-call.yaml": CALL,
    "calls/series/river-open-call.yaml": "title: Open\nrhythm: weekly\nshare: public\n",
    "calls/groups/river-planning.yaml": "name: Planning\nkind: working-group\nshare: public\n",
    "calls/hubs/spring-gathering.yaml": "name: Spring\nkind: gathering\nshare: public\n",
    "calls/platforms.yaml": "switchboard:\n  name: Switchboard\n",
    "minutes/2031/2031-03-05-river-open-call.md": "---\norigin: notes\n---\nWe met.\n",
    "content/help/index.md": "# Help\n\nRead.\n",
    "content/help/privacy.md": "# Privacy\n\nAsk.\n",
    "content/index.md": "# River\n\n[The call](../calls/2031/2031-03-05-river-open-call.yaml)\n",
}
TODAY = datetime.date(2031, 4, 1)


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("calls/")])
@pytest.mark.parametrize(("fault", "code"), [(None, "Y120"), ("", "Y109"), ("x" * 64_001, "Y108")])
def test_one_unreadable_record_is_one_error(archive_at, path, fault, code):
    """What is broken, empty or too large is reported once, whoever refers to it."""
    two_colons = FILES[path].replace(": ", ": a: ", 1)
    found = examine(archive_at(FILES | {path: two_colons if fault is None else fault}), TODAY)
    assert [code] == [problem.code for problem in found.problems if problem.is_error]


def test_the_same_archive_is_otherwise_good(archive_at):
    """Nothing else is wrong with the files that the test above breaks one by one."""
    assert [] == [fault for fault in examine(archive_at(FILES), TODAY).problems if fault.is_error]
