"""What subscribers keep never breaks: identity, count of changes and stamp over the life of a call in a repository."""

import datetime
import re
from itertools import pairwise

import pytest

from generator.history import read_history
from generator.load.files import Disk
from generator.pipeline import judge, read_place
from generator.privacy import gate
from generator.render import ics_feed
from generator.render.output import File
from tests.history.river_repository import River

TODAY = datetime.date(2031, 4, 1)
START = int(datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC).timestamp())
SERIES = "calls/series/delta-call.yaml"
DELTA = """\
title: Delta call
zone: America/New_York
repeats: every week on Wednesday at 21:00
from: 2031-04-02
share: public
"""
GROUP = "calls/groups/delta.yaml"
ONE = "calls/2031/2031-04-16-delta-call.yaml"
MOVED = "calls/2031/2031-04-17-delta-call.yaml"
AGAIN = "calls/2031/2031-04-18-delta-call.yaml"
BACK = ONE
NOTES = "minutes/2031/2031-04-09-delta-call.md"
SINGLE = "calls/2031/2031-04-20-lock-keepers.yaml"
HIDDEN = "calls/2031/2031-04-16-withheld-1.yaml"
UID = "delta-call-2031-04-16@archive.example"
SINGLE_UID = "2031-04-20-lock-keepers@archive.example"
CALL = """\
title: Delta call
series: delta-call
date: 2031-04-16
start: 21:00
status: scheduled
share: public
"""
LOCKS = """\
title: Lock keepers
date: 2031-04-20
start: 18:00
status: scheduled
share: public
"""
CLOSED = """\
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
  identify: false
  decided_on: 2031-03-31
"""
FIRST = "moved_from:\n  - 2031-04-16 21:00\n"
SECOND = FIRST + "  - 2031-04-17 21:00\n"
ALIASES = "aliases: [2031-04-16-delta-call]\n"
THIRD = SECOND + "  - 2031-04-18 21:00\n"
FOURTH = THIRD + "  - 2031-04-16 21:00\n"
BOTH = "aliases: [2031-04-16-delta-call, 2031-04-17-delta-call]\n"
CANCELLED = "reason: storm\n"


def on(day, more="", **words):
    """Give the record of the call on another day of April, with other words for some lines."""
    text = CALL.replace("2031-04-16", f"2031-04-{day}") + more
    for name, value in words.items():
        text = re.sub(f"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    return text


LATER = SINGLE.replace("04-20", "04-21")
LOCKS_LATER = (
    LOCKS.replace("04-20", "04-21")
    + """\
moved_from:
  - 2031-04-20 18:00
aliases: [2031-04-20-lock-keepers]
"""
)
WORDS = """\
---
origin: notes
series: delta-call
date: 2031-04-09
share: public
---
## Agenda

Words.
"""
WITHHELD = "date: 2031-04-16\n" + CLOSED
STEPS = (
    ("a series", {SERIES: DELTA}),
    ("a record for a date that was expected", {ONE: CALL}),
    ("an agenda", {ONE: CALL + "agenda:\n  - Locks\n"}),
    ("another title", {ONE: on(16, title="Delta call on locks")}),
    ("moved to the next day", {ONE: None, MOVED: on(17, FIRST + ALIASES)}),
    ("moved once more", {MOVED: None, AGAIN: on(18, SECOND + BOTH)}),
    ("moved back", {AGAIN: None, BACK: on(16, THIRD)}),
    ("another hour", {ONE: on(16, FOURTH, start="20:00")}),
    ("a purpose", {ONE: on(16, FOURTH + "purpose: Locks.\n", start="20:00")}),
    ("cancelled", {ONE: on(16, FOURTH + CANCELLED, start="20:00", status="cancelled")}),
    ("restored", {ONE: on(16, FOURTH + "restored: 1\n", start="20:00")}),
    ("cancelled again", {ONE: on(16, FOURTH + "restored: 1\n" + CANCELLED, start="20:00", status="cancelled")}),
    ("restored again", {ONE: on(16, FOURTH + "restored: 2\n", start="20:00")}),
    ("a page is written", {"content/index.md": "# River\n\nOther words.\n"}),
    ("notes alone, of a call without a record", {NOTES: WORDS}),
    ("notes reworded", {NOTES: WORDS.replace("Words", "Other words")}),
    ("a single call", {SINGLE: LOCKS}),
    ("a single call moved and renamed", {SINGLE: None, LATER: LOCKS_LATER}),
    ("the series gets a purpose", {SERIES: DELTA + "purpose: The delta.\n"}),
    ("the series gets another title", {SERIES: DELTA.replace("Delta call", "The delta's call")}),
    ("a date is skipped", {SERIES: DELTA + "skip:\n  - on: 2031-04-30\n    reason: holiday\n"}),
    ("the skip is taken back", {SERIES: DELTA}),
    ("a record of the skipped date", {"calls/2031/2031-04-30-delta-call.yaml": on(30)}),
    ("withheld", {ONE: None, HIDDEN: WITHHELD}),
    ("published again", {HIDDEN: None, ONE: on(16, FOURTH + "restored: 2\n", start="20:00")}),
    ("notes of another call", {NOTES.replace("04-09", "04-30"): "---\norigin: notes\n---\nWords.\n"}),
    ("a group", {GROUP: "name: Delta group\nkind: working-group\nshare: public\n"}),
    ("the group hosts", {ONE: on(16, FOURTH + "restored: 2\ngroups: [delta]\n", start="20:00")}),
    ("the group is renamed", {GROUP: "name: Delta and locks\nkind: working-group\nshare: public\n"}),
    ("the series ends", {SERIES: DELTA + "until: 2031-12-31\n"}),
    ("a length", {LATER: LOCKS_LATER + "length: 1h\n"}),
)  # fmt: skip
OUT_OF_PUBLIC = {"withheld"}


def feed_of(root, path="calendar/all.ics", today=TODAY):
    """Give a feed of the archive in a folder, as octets."""
    found = judge(read_place(Disk(str(root)), read_history(str(root))), today, None, None)
    assert [] == [fault for fault in found.problems if fault.is_error]
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    drafts = {draft.path: draft for draft in ics_feed.render(public, found.settings)}
    made = drafts[path].make(drafts[path].view, found.settings)
    assert isinstance(made, File)
    return made.data


def events_in(data):
    """Give the unfolded lines of each event by its identity, and those outside of events under an empty one."""
    text = data.decode().replace("\r\n ", "")
    found = {"": re.sub(r"BEGIN:VEVENT.*END:VEVENT\r\n", "", text, flags=re.DOTALL)}
    for event in re.findall(r"BEGIN:VEVENT.*?END:VEVENT\r\n", text, flags=re.DOTALL):
        uid = value(event, "UID")
        assert uid not in found
        found[uid] = event
    return found


def value(event, name):
    (found,) = re.findall(rf"^{name}:(.*)\r$", event, re.MULTILINE)
    return found


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """Give the events of the feed after each step of a call's life, each a day and a commit after the one before."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("life")
        patch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
        river = River(folder / "river")
        found = [("begin", events_in(feed_of(river.root)))]
        for number, (name, files) in enumerate(STEPS):
            river.write(files)
            second = START + number * 24 * 60 * 60
            when = f"@{second} +0000"
            river.git("add", "-A")
            river.git("commit", "-q", "-m", name, GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
            found.append((name, events_in(feed_of(river.root))))
    return found


def test_history_has_thirty_steps(life):
    """So many commits follow the first one."""
    assert len(life) > 30


@pytest.mark.parametrize("uid", [UID, SINGLE_UID])
def test_identity_lasts(life, uid):
    """From the first feed that has it, each one has the event."""
    has = [uid in events for _, events in life]
    assert sorted(has) == has
    assert has[-1]


@pytest.mark.parametrize("uid", [UID, SINGLE_UID])
def test_count_of_changes_never_goes_down(life, uid):
    """Within public life, the count of each feed is at least that of the one before."""
    counts = [
        int(value(events[uid], "SEQUENCE"))
        for name, events in life
        if uid in events and name not in OUT_OF_PUBLIC
    ]
    assert sorted(counts) == counts
    assert counts[-1] > counts[0]


@pytest.mark.parametrize("uid", [UID, SINGLE_UID])
def test_stamps_never_go_back(life, uid):
    """Within public life the stamp of each feed is that of the one before, or later."""
    stamps = [
        value(events[uid], "DTSTAMP")
        for name, events in life
        if uid in events and name not in OUT_OF_PUBLIC
    ]
    assert sorted(stamps) == stamps
    assert len(set(stamps)) > 1


def test_every_change_of_words_has_a_later_stamp(life):
    """Where the title, the time or the state of a call changed, so did its stamp."""
    for (_, old), (name, new) in pairwise(life):
        for uid in old.keys() & new.keys() - {""}:
            same = [value(old[uid], n) == value(new[uid], n) for n in ("SUMMARY", "STATUS")]
            if not all(same) and name not in ("withheld", "published again"):
                assert value(old[uid], "DTSTAMP") < value(new[uid], "DTSTAMP"), (name, uid)


def test_other_events_stay_as_they_are(life):
    """A step that touches one record changes the lines of its event, and nothing else in the feed."""
    whole = ("series", "skip", "group")
    for (_, old), (name, new) in pairwise(life):
        if not any(word in name for word in whole):
            changed = {uid for uid in old.keys() | new.keys() if old.get(uid) != new.get(uid)}
            # A call that is withheld is another event, and its date stands as it was expected.
            assert len(changed) <= (2 if name in ("withheld", "published again") else 1), name


def test_notes_alone_change_no_stamp(life):
    """Notes of a call that has a record leave its event as it was."""
    names = [name for name, _ in life]
    at = names.index("notes of another call")
    assert life[at - 1][1] == life[at][1]


def test_page_changes_nothing(life):
    """A written page is in no feed."""
    at = [name for name, _ in life].index("a page is written")
    assert life[at - 1][1] == life[at][1]


def test_withheld_call_leaves_its_date_as_it_was_expected(life):
    """While it is withheld, its series' date stands as it did before there was a record."""
    before = dict(life)["a series"]
    now = dict(life)["withheld"]
    lines = [[value(events[UID], n) for n in ("SUMMARY", "SEQUENCE")] for events in (before, now)]
    assert lines[0] == lines[1]
    assert "2031-04-16-withheld-1@archive.example" in now


def test_skipped_date_is_gone_and_comes_back(life):
    """A skipped date has no event, and the same identity when the skip is taken back."""
    uid = "delta-call-2031-04-30@archive.example"
    steps = dict(life)
    shown = [uid in steps[name] for name in ("a date is skipped", "the skip is taken back")]
    assert [False, True] == shown


def test_feed_without_changes_is_the_same_after_clone(tmp_path, monkeypatch):
    """Another folder with the same commits gives the same octets."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    river = River(tmp_path / "river")
    river.commit("Series", {SERIES: DELTA, ONE: CALL})
    river.git("clone", "-q", str(river.top), str(tmp_path / "clone"))
    assert feed_of(river.root) == feed_of(tmp_path / "clone")
