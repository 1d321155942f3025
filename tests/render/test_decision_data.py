"""The feed and the data of decisions: what was decided has an entry, and every outcome has its row."""

import json
import xml.etree.ElementTree as ET

from generator.privacy.public import MarkKind
from generator.render import atom_decisions, data_decisions
from tests.render.decision_archive import ARCHIVE, FIRST, LATER, call_of, outcome
from tests.render.few_calls import made
from tests.render.made_archive import SETTINGS, WITHHELD, archive_with

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(archive):
    """Give the entries of the feed."""
    data = made(atom_decisions, archive, SETTINGS)["feeds/decisions.xml"].data
    return ET.fromstring(data).findall(f"{ATOM}entry")


def test_the_feed_holds_what_was_decided_with_permanent_ids():
    """The newest comes first; what was proposed has no entry."""
    ids = [entry.findtext(f"{ATOM}id") for entry in entries(ARCHIVE)]
    site = "https://calls.example/archive/calls"
    assert [f"{site}/{LATER}.html#gathering-days", f"{site}/{FIRST}.html#gathering-date"] == ids


def test_the_feed_says_what_was_superseded():
    """An entry of a decision that no longer holds says so in its title and leads to the later one."""
    last = entries(ARCHIVE)[-1]
    assert "gather in May (superseded: consensus)" == last.findtext(f"{ATOM}title")
    assert "superseded by" in last.findtext(f"{ATOM}content")
    assert f"{LATER}.html#gathering-days" in last.findtext(f"{ATOM}content")


def test_the_feed_holds_fifty_entries_at_most():
    """Only the newest."""
    marks = [outcome(f"step {number}") for number in range(60)]
    assert 50 == len(entries(archive_with(call_of(FIRST, *marks))))


def rows(archive=ARCHIVE):
    """Give the outcomes of the data of 2031."""
    return json.loads(made(data_decisions, archive, SETTINGS)["data/v1/decisions/2031.json"].data)[
        "outcomes"
    ]


KEYS = (
    "name page row kind text outcome note decided standing method counts date call_id call_page groups series hubs says"
    " said_by_others rests_on evidence changed_at"
).split()


def test_data_holds_every_outcome_under_fixed_keys():
    """Also what was not decided, with the same keys in the same order."""
    assert [KEYS] * 4 == [list(row) for row in rows()]
    assert ["superseded", "proposed", "other", "not-superseded"] == [
        row["standing"] for row in rows()
    ]
    assert [True, False, False, True] == [row["decided"] for row in rows()]


def test_data_names_relations_both_ways():
    """By the permanent names."""
    first, *_, last = rows()
    assert [("superseded by", f"{LATER}#gathering-days")] == [
        (one["relation"], one["name"]) for one in first["said_by_others"]
    ]
    assert [("supersedes", f"{FIRST}#gathering-date")] == [
        (one["relation"], one["name"]) for one in last["says"]
    ]


def test_index_of_the_data_counts_each_year():
    """The counts of the years add up to those of all."""
    index = json.loads(made(data_decisions, ARCHIVE, SETTINGS)["data/v1/decisions.json"].data)
    assert index["counts"] == index["years"][0]["counts"]
    assert {"not-superseded": 1, "superseded": 1, "proposed": 1, "other": 1, "draft": 0} == index[
        "counts"
    ]
    assert ["https://calls.example/archive/data/v1/decisions/2031.json"] == [
        year["data"] for year in index["years"]
    ]


def test_an_archive_without_decisions_has_feed_and_data():
    """Their addresses never go away."""
    empty = archive_with(WITHHELD)
    assert {"data/v1/decisions.json"} == set(made(data_decisions, empty, SETTINGS))
    assert [] == entries(empty)


def test_what_people_wrote_stays_text_in_the_feed():
    """Tags in a decision are words in the HTML that the entry carries."""
    hostile = archive_with(call_of(FIRST, outcome("<script>alert(1)</script>", name="x")))
    assert "<script>" not in entries(hostile)[0].findtext(f"{ATOM}content")


def test_only_what_counts_closes_an_action():
    """A draft, or what was only proposed, says that it closes; it does not."""
    letter = outcome("write", "", MarkKind.ACTION, False, "letter")
    done = outcome("done", note="closes #letter")
    proposed = outcome("done", "tabled", MarkKind.PROPOSAL, False, note="closes #letter")
    for mark, is_draft, words in (
        (done, False, "closes"),
        (done, True, "says that it closes"),
        (proposed, False, "says that it closes"),
    ):
        archive = archive_with(call_of(FIRST, letter), call_of(LATER, mark, is_draft=is_draft))
        assert [[words]] == [[other["relation"] for other in row["says"]] for row in rows(archive)]
