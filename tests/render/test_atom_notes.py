"""The Atom feed is well-formed and names summaries as summaries."""

import datetime
import xml.etree.ElementTree as ET
from dataclasses import replace

from generator.privacy.public import LooseDate, NotesState, Origin
from generator.render import atom_notes
from tests.render.few_calls import ARCHIVE, EMPTY, HELD, NOTES, SETTINGS, made

ATOM = "{http://www.w3.org/2005/Atom}"
SUMMARY = replace(
    HELD,
    id="2031-03-19-river",
    date=LooseDate(2031, 3, 19),
    notes_state=NotesState.SUMMARY,
    notes=(replace(NOTES, origin=Origin.SUMMARY),),
    changed_at=None,
)


def feed_of(archive, settings=SETTINGS):
    """Give the feed as a parser of XML reads it."""
    return ET.fromstring(made(atom_notes, archive, settings)["feeds/notes.xml"].data)


def entries_of(*calls):
    """Give the entries of an archive of these calls."""
    return feed_of(replace(EMPTY, calls=calls)).findall(f"{ATOM}entry")


def test_only_calls_with_notes_have_entries():
    """Announced, withheld and undated calls without notes are not in the feed."""
    ids = [entry.findtext(f"{ATOM}id") for entry in feed_of(ARCHIVE).findall(f"{ATOM}entry")]
    assert ["https://archive.example/calls/2031-03-05-river.html"] == ids


def test_newest_call_comes_first():
    """Entries stand with the newest call first."""
    first, _ = entries_of(HELD, SUMMARY)
    assert first.findtext(f"{ATOM}id").endswith("2031-03-19-river.html")


def test_notes_that_came_late_come_first():
    """Notes of an old call that were added last are news: what changed last stands first, by the history."""
    old = replace(HELD, changed_at=1_940_000_000)
    new = replace(SUMMARY, changed_at=1_935_000_000)
    first, _ = entries_of(old, new)
    assert first.findtext(f"{ATOM}id").endswith("2031-03-05-river.html")


def test_late_notes_of_an_old_call_are_in_the_feed():
    """They are there even where fifty newer calls have notes."""
    newer = tuple(replace(SUMMARY, id=f"2031-03-19-river-{number}") for number in range(60))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries_of(HELD, *newer)]
    late = [
        entry.findtext(f"{ATOM}id")
        for entry in entries_of(replace(HELD, changed_at=1_990_000_000), *newer)
    ]
    found = "https://archive.example/calls/2031-03-05-river.html"
    assert (0, 1, 50) == (ids.count(found), late.count(found), len(late))


def test_draft_is_named_as_one_and_decides_nothing():
    """Draft minutes are called that in title and text, and no decision of theirs is told."""
    draft = replace(HELD, notes_state=NotesState.DRAFT, notes=(replace(NOTES, is_draft=True),))
    (entry,) = entries_of(draft)
    assert "(Draft minutes)" in entry.findtext(f"{ATOM}title")
    assert "which the group has not adopted" in entry.findtext(f"{ATOM}summary")
    assert "Decided" not in entry.findtext(f"{ATOM}content")


def test_feed_and_entries_have_lasting_names():
    """The feed is named by its own address, to which it also links as itself, and an entry by that of its page."""
    feed = feed_of(ARCHIVE)
    (own,) = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    address = "https://archive.example/feeds/notes.xml"
    assert (address, address) == (feed.findtext(f"{ATOM}id"), own.get("href"))


def test_summary_is_named_as_one():
    """A summary is called that in its title and text."""
    (entry,) = entries_of(SUMMARY)
    assert "(Summary, not the minutes)" in entry.findtext(f"{ATOM}title")
    assert "This is a summary, not the minutes" in entry.findtext(f"{ATOM}summary")


def test_title_survives_escaping():
    """A title comes back as it was."""
    (entry,) = entries_of(HELD)
    assert entry.findtext(f"{ATOM}title").startswith(f"{HELD.title}, 2031-03-05")


def test_content_is_escaped_html():
    """The text of a decision is text in the HTML that the entry carries."""
    (entry,) = entries_of(HELD)
    content = entry.find(f"{ATOM}content")
    assert "html" == content.get("type")
    assert "<li>hold the gathering &lt;on&gt; 1 May</li>" in content.text


def test_proposal_is_not_among_the_decisions():
    """What was not adopted is not listed as decided."""
    (entry,) = entries_of(HELD)
    assert "two-thirds" not in entry.findtext(f"{ATOM}content")


def test_entry_without_history_is_dated_by_its_call():
    """Where history is silent the call's own day is the time of the entry."""
    (entry,) = entries_of(SUMMARY)
    assert "2031-03-19T00:00:00Z" == entry.findtext(f"{ATOM}updated")


def test_feed_is_as_new_as_its_newest_entry():
    """The feed's own time is its newest entry's, never the clock's."""
    feed = feed_of(replace(EMPTY, calls=(HELD, SUMMARY)))
    newest = max(entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry"))
    assert newest == feed.findtext(f"{ATOM}updated")


def test_feed_does_not_depend_on_the_day_of_the_build():
    """The same calls give the same bytes on another day."""
    later = replace(SETTINGS, today=datetime.date(2040, 1, 1))
    assert made(atom_notes, ARCHIVE) == made(atom_notes, ARCHIVE, later)


def test_feed_holds_fifty_entries_at_most():
    """Only the newest fifty calls with notes are in the feed."""
    calls = tuple(replace(HELD, id=f"2031-03-05-river-{number}") for number in range(60))
    assert 50 == len(entries_of(*calls))


def test_empty_feed_has_what_the_format_demands():
    """A feed without entries has an id, a title, a time and an author."""
    feed = feed_of(EMPTY)
    needed = ("id", "title", "updated", "author/{http://www.w3.org/2005/Atom}name")
    assert all(feed.findtext(f"{ATOM}{name}") for name in needed)


def test_rights_name_the_licence_and_the_notice():
    """The feed says under which licence it is and what the archive is."""
    rights = feed_of(EMPTY).findtext(f"{ATOM}rights")
    assert "CC BY 4.0" in rights
    assert "A reconstruction & not affiliated." in rights


def test_what_xml_cannot_hold_is_dropped():
    """A control character in a title does not break the feed."""
    (entry,) = entries_of(replace(HELD, title="a\x0bb\ufffe"))
    assert entry.findtext(f"{ATOM}title").startswith("ab, ")
