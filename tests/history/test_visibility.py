"""What could be seen of a call in earlier commits is told by the versions of its files, and by nothing else."""

import datetime

import pytest

from generator.history.snapshots import Blobs
from generator.memo import passing_memo
from generator.model.share import PUBLIC, Reason
from generator.pipeline import examine
from tests.history.river_repository import CALL, NAME, NOTES, TODAY, River
from tests.history.test_log import clone

START = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
ID = "2031-03-19-mill-town-call"
SILENT = "2031-03-19-withheld-1"
HIDDEN = f"calls/2031/{SILENT}.yaml"
NO_MINUTES = CALL.replace("share: public", "share: withheld for safety")
WHOLE = """\
date: 2031-03-19
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: legal
  decided_on: 2031-04-01
"""
OWN_WORDS = "---\norigin: notes\nshare: withheld for consent\n---\nWords.\n"
WORDS = "---\norigin: notes\n---\nWords.\n"
ALIAS = f"aliases: [{SILENT}]\n"


@pytest.fixture
def river(tmp_path):
    """Give a repository with an archive in which nothing is withheld."""
    return River(tmp_path / "river")


def commit(river, files, day=0, message="Change", words=()):
    """Write files and commit them so many days after the start."""
    when = (START + datetime.timedelta(days=day)).isoformat()
    river.write(files)
    river.git("add", "-A")
    river.git(
        "commit", "-q", "-m", message, *words, GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when
    )  # fmt: skip


def past(river, call=ID):
    """Give the past of a call: the day after the start and what was open, or nothing."""
    found = examine(river.root, TODAY).archive
    assert found.knows_past
    return [told(step) for step in found.past.get(call, ())]


def told(step):
    day = None if step.second is None else (step.second - int(START.timestamp())) // 86400
    share = step.share
    if share is None:
        return day, "gone"
    if share.is_full:
        return day, "open"
    parts = ("minutes", "recording", "details")
    shut = " ".join(part for part in parts if not getattr(share, part))
    return day, f"{shut}: {share.reason.value}"


def test_a_call_that_was_always_open_has_no_past(river):
    """However often its record and its notes were changed."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: CALL + "purpose: Locks.\n", NOTES: WORDS}, 1)
    commit(river, {NOTES: WORDS + "More words.\n"}, 2)
    assert [] == past(river)


def test_minutes_are_withheld_and_published_again(river):
    """Each change of sharing is a step, with the second of its commit."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: NO_MINUTES}, 1)
    commit(river, {NAME: CALL}, 2)
    assert [(0, "open"), (1, "minutes recording: safety"), (2, "open")] == past(river)


def test_a_change_of_words_is_no_step(river):
    """What else stands in a record that withholds something changes nothing that may be seen."""
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: NO_MINUTES + "recording: missing\n"}, 1)
    assert [(0, "minutes recording: safety")] == past(river)


def test_notes_that_say_it_themselves(river):
    """Notes may close what the record leaves open."""
    commit(river, {NAME: CALL, NOTES: WORDS})
    commit(river, {NOTES: OWN_WORDS}, 1)
    assert [(0, "open"), (1, "minutes recording: consent")] == past(river)


def test_a_second_language_closes_as_well(river):
    """The narrowest of all statements holds."""
    commit(river, {NAME: CALL, NOTES: WORDS})
    commit(river, {NOTES.replace(".md", ".es.md"): OWN_WORDS}, 1)
    commit(river, {NOTES.replace(".md", ".es.md"): None}, 2)
    assert [(0, "open"), (1, "minutes recording: consent"), (2, "open")] == past(river)


def test_notes_that_stand_in_for_a_record(river):
    """Without a record the notes are the call, and what they say of sharing is all there is."""
    name = "minutes/2031/2031-04-02-river-open-call.md"
    text = "---\norigin: notes\nseries: river-open-call\ndate: 2031-04-02\nSHARE---\nWords.\n"
    series = "calls/series/river-open-call.yaml"
    said = "title: River open calls\nrhythm: every week\nshare: public\n"
    commit(river, {series: said, name: text.replace("SHARE", "share: withheld for legal\n")})
    commit(river, {name: text.replace("SHARE", "")}, 1)
    commit(river, {name: text.replace("SHARE", "share: public\n")}, 2)
    found = past(river, "2031-04-02-river-open-call")
    shut = "minutes recording details: unstated"
    assert [(0, "minutes recording: legal"), (1, shut), (2, "open")] == found


def test_a_misspelt_sharing_is_closed(river):
    """What is not understood was never open, as everywhere."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: CALL.replace("public", "pubic")}, 1)
    commit(river, {NAME: CALL}, 2)
    shut = "minutes recording details: unstated"
    assert [(0, "open"), (1, shut), (2, "open")] == past(river)


def test_a_withheld_record_under_a_name_of_its_own_has_no_past(river):
    """The record that became it left with its name, and leads nowhere."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: None, HIDDEN: WHOLE}, 1)
    found = examine(river.root, TODAY).archive.past
    assert [(1, "minutes recording details: legal")] == [told(one) for one in found[SILENT]]
    assert {SILENT} == set(found)


def test_a_released_call_follows_its_alias(river):
    """Its earlier id says what it was before."""
    commit(river, {HIDDEN: WHOLE})
    commit(river, {HIDDEN: None, NAME: CALL + ALIAS}, 1)
    assert [(0, "minutes recording details: legal"), (1, "open")] == past(river)


def test_another_call_of_that_name_is_not_followed(river):
    """A name that only counts was perhaps another call's: only its last life belongs to the released one."""
    commit(river, {HIDDEN: WHOLE})
    commit(river, {HIDDEN: None}, 1)
    commit(river, {HIDDEN: WHOLE}, 2)
    commit(river, {HIDDEN: None, NAME: CALL + ALIAS}, 3)
    assert [(2, "minutes recording details: legal"), (3, "open")] == past(river)


def test_a_withheld_call_does_not_tell_of_another_one_before_it(river):
    """The record that had its name earlier was deleted, and leaves nothing."""
    commit(river, {HIDDEN: WHOLE})
    commit(river, {HIDDEN: None}, 1)
    commit(river, {HIDDEN: WHOLE}, 2)
    assert [(2, "minutes recording details: legal")] == past(river, SILENT)


def test_a_deleted_record_leaves_nothing(river):
    """Whatever it was."""
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: None}, 1)
    assert {} == dict(examine(river.root, TODAY).archive.past)


def test_a_call_that_was_gone_for_a_time(river):
    """That it could not be seen is told as well."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: None}, 1)
    commit(river, {NAME: CALL}, 2)
    assert [(0, "open"), (1, "gone"), (2, "open")] == past(river)


def test_a_branch_that_was_merged(river):
    """The past of a file is followed from what the merge took; what it gave up was never to be seen."""
    commit(river, {NAME: CALL})
    river.git("checkout", "-q", "-b", "side")
    commit(river, {NAME: CALL + "purpose: Locks.\n"}, 1)
    river.git("checkout", "-q", "main")
    commit(river, {NAME: NO_MINUTES}, 2)
    river.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    commit(river, {NAME: NO_MINUTES + "purpose: Locks.\n"}, 3)
    assert [(0, "open"), (2, "minutes recording: safety")] == past(river)


def test_a_branch_that_was_given_up(river):
    """What stood on a side that no merge took is no past of the record."""
    commit(river, {NAME: CALL})
    river.git("checkout", "-q", "-b", "side")
    commit(river, {NAME: NO_MINUTES, NOTES: WORDS}, 1)
    river.git("checkout", "-q", "main")
    commit(river, {NAME: CALL + "purpose: Locks.\n"}, 2)
    river.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    commit(river, {NOTES: WORDS}, 3)
    assert [] == past(river)


def test_two_changes_on_one_day(river):
    """Both are told, in their order."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: CALL})
    assert [(0, "open"), (0, "minutes recording: safety"), (0, "open")] == past(river)


def test_clocks_that_go_back(river):
    """A change is never told as earlier than the one before it."""
    commit(river, {NAME: CALL}, 2)
    commit(river, {NAME: NO_MINUTES}, 1)
    assert [(2, "open"), (2, "minutes recording: safety")] == past(river)


def test_what_is_not_committed_has_no_day(river):
    """The last step is always what holds now."""
    commit(river, {NAME: CALL})
    river.write({NAME: NO_MINUTES})
    assert [(0, "open"), (None, "minutes recording: safety")] == past(river)


def test_what_is_committed_in_another_coding_of_line_ends(river):
    """Where the file on the disk is not byte for byte that of the commit, the newest version goes before it."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: NO_MINUTES}, 1)
    river.write({NAME: NO_MINUTES.replace("\n", "\r\n")})
    assert [(0, "open"), (1, "minutes recording: safety")] == past(river)


def test_cut_off_history_knows_nothing(river, tmp_path):
    """With the newest commits alone no past is told."""
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: CALL}, 1)
    found = examine(type(tmp_path)(clone(river, tmp_path / "cut", "--depth=1")), TODAY).archive
    assert (False, {}) == (found.knows_past, dict(found.past))


def test_history_without_its_contents_knows_nothing(river, tmp_path):
    """Old contents that were not fetched are not asked of the network."""
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: CALL}, 1)
    root = type(tmp_path)(clone(river, tmp_path / "cut", "--filter=blob:none"))
    assert not examine(root, TODAY).archive.knows_past


def test_a_past_that_git_does_not_give_is_said(river, tmp_path):
    """The register would have no log then: a warning, an error where the whole history is required, never silence."""
    commit(river, {NAME: NO_MINUTES})
    commit(river, {NAME: CALL}, 1)
    root = type(tmp_path)(clone(river, tmp_path / "cut", "--filter=blob:none"))
    mild = [fault for fault in examine(root, TODAY).problems if fault.code == "S706"]
    assert ["mkdocs.yml"] == [fault.place.path for fault in mild]
    settings = root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text()}    history: required\n")
    assert "S705" in [fault.code for fault in examine(root, TODAY).problems]


def test_open_versions_are_remembered_and_closed_ones_never(river, monkeypatch):
    """A second build reads no version again but those of calls of which anything is or was withheld."""
    other = NAME.replace("mill", "hill")
    commit(river, {NAME: CALL, other: CALL, NOTES: WORDS})
    commit(river, {NAME: NO_MINUTES, other: CALL + "purpose: Locks.\n"}, 1)
    commit(river, {NAME: CALL}, 2)
    memo = passing_memo()
    first = examine(river.root, TODAY, memo).archive.past
    read: list[str] = []
    plain = Blobs.fetch
    monkeypatch.setattr(Blobs, "fetch", lambda self, names: plain(self, note(read, names)))
    assert first == examine(river.root, TODAY, memo).archive.past
    words = {river.git("cat-file", "blob", name) for name in read}
    assert {CALL.strip(), NO_MINUTES.strip(), WORDS.strip()} == words


def note(read, names):
    """Note what is asked for, and hand it on."""
    found = list(names)
    read += found
    return found


def test_steps_hold_the_sharing_of_the_model(river):
    """The first step of a call that was entered open is that of every open call."""
    commit(river, {NAME: CALL})
    commit(river, {NAME: NO_MINUTES}, 1)
    first, last = examine(river.root, TODAY).archive.past[ID]
    assert last.share
    assert (PUBLIC, Reason.SAFETY) == (first.share, last.share.reason)
