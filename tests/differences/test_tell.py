"""Tests of what is told of a difference: each kind of change in its own words, from the newer state only."""

import re

import pytest

from generator.differences.as_markdown import LIMIT, as_markdown
from generator.differences.as_text import as_text
from generator.differences.sentences import Part, Said, counted, listed
from tests.differences.reading import changed, lines, text, told
from tests.problems.river_archive import RIVER_ARCHIVE, SETTINGS

NAME = "calls/2031/2031-03-19-mill-call.yaml"
NOTES = "minutes/2031/2031-03-19-mill-call.md"
SILENT = "calls/2031/2031-03-19-withheld-1.yaml"
CALL = "title: Mill call\ndate: 2031-03-19\nstart: 21:00\nstatus: scheduled\nshare: public\n"
NOTED = "---\norigin: notes\nstatus: draft\n---\n"
MILL = "`Mill call` on 2031-03-19"
CLOSED = "share:\n  minutes: {}\n  recording: {}\n  details: {}\n  reason: safety\n"
WITHHELD = "date: 2031-03-19\n" + CLOSED.format("withheld", "withheld", "withheld")
QUIET = CALL.replace("share: public\n", CLOSED.format("withheld", "withheld", "public"))
COPY = "recordings:\n  - url: https://calls.example/mill.mp3\n"
DECIDED = "**Decision:** Open the hall (consensus)\n"
GROUP = "name: Mill keepers\nkind: network\nshare: public\n"
SERIES = "calls/series/river-open-call.yaml"


def held(call: str = CALL) -> str:
    return call.replace("scheduled", "held")


CASES = {
    "nothing": ({NAME: CALL}, {NAME: CALL}, []),
    "call added": ({}, {NAME: CALL}, [f"Added: {MILL}, 21:00 America/New_York"]),
    "call cancelled": (
        {NAME: CALL},
        {NAME: CALL.replace("scheduled", "cancelled")},
        [f"Cancelled: {MILL}"],
    ),
    "call held": ({NAME: CALL}, {NAME: held()}, [f"Held: {MILL}"]),
    "call moved": (
        {NAME: CALL},
        {NAME: CALL.replace("21:00", "20:00") + "moved_from: [2031-03-19 21:00]\n"},
        [
            f"Moved: {MILL}, from 2031-03-19 21:00 America/New_York to 2031-03-19 20:00 America/New_York"
        ],
    ),
    "hour found": (
        {NAME: CALL.replace("start: 21:00\n", "")},
        {NAME: CALL},
        [f"Hour added: {MILL}, now 21:00 America/New_York"],
    ),
    "hour taken out": (
        {NAME: CALL},
        {NAME: CALL.replace("start: 21:00\n", "")},
        [f"Told less exactly: the time of {MILL}"],
    ),
    "call renamed": (
        {NAME: CALL},
        {"calls/2031/2031-03-19-hall.yaml": CALL + "aliases: [2031-03-19-mill-call]\n"},
        [f"Renamed: {MILL}, from `2031-03-19-mill-call` to `2031-03-19-hall`"],
    ),
    "title changed": (
        {NAME: CALL.replace("Mill call", "Old words")},
        {NAME: CALL},
        [f"New title: {MILL}"],
    ),
    "details changed": (
        {NAME: CALL},
        {NAME: CALL + "agenda: [The hall]\nlength: 1h\npurpose: Find a hall.\n"},
        [f"Changed: {MILL}: length, purpose and agenda"],
    ),
    "call removed": (
        {NAME: CALL},
        {},
        ["Withdrawn: a call of 2031-03-19, with its page and everything on it"],
    ),
    "call withheld": (
        {NAME: CALL},
        {SILENT: WITHHELD},
        [
            "Withheld for safety: a call of 2031-03-19, of which only the date is told",
            "Withdrawn: a call of 2031-03-19, with its page and everything on it",
        ],
    ),
    "withheld call added": (
        {},
        {SILENT: WITHHELD},
        ["Withheld for safety: a call of 2031-03-19, of which only the date is told"],
    ),
    "withheld call opened": (
        {SILENT: WITHHELD},
        {SILENT: CALL},
        [f"Becomes public: {MILL}"],
    ),
    "withheld call gone": (
        {SILENT: WITHHELD},
        {},
        ["No longer told: a withheld call of 2031-03-19"],
    ),
    "withheld call named": (
        {SILENT: WITHHELD},
        {SILENT: f"series: river-open-call\n{WITHHELD}  identify: true\n"},
        ["Becomes public: whose a withheld call of 2031-03-19 was"],
    ),
    "withheld call named no more": (
        {SILENT: f"series: river-open-call\n{WITHHELD}  identify: true\n"},
        {SILENT: WITHHELD},
        ["Told less: whose a withheld call of 2031-03-19 was"],
    ),
    "withheld for another reason": (
        {SILENT: WITHHELD},
        {SILENT: WITHHELD.replace("safety", "legal")},
        ["Changed: what is said of the withholding of a call of 2031-03-19 for a legal matter"],
    ),
    "what is said of missing things": (
        {NAME: held()},
        {NAME: held() + "minutes: none-taken\nrecording: never-made\naliases: [2031-03-19-hall]\n"},
        [
            f"Changed: {MILL}: earlier names, what is said of missing notes"
            " and what is said of a missing recording"
        ],
    ),
    "parts withheld": (
        {NAME: held() + COPY, NOTES: NOTED + "Words.\n"},
        {NAME: held(QUIET)},
        [
            f"Withheld for safety: the notes of {MILL}",
            f"Withheld for safety: the recording of {MILL}",
        ],
    ),
    "parts opened": (
        {NAME: held(QUIET)},
        {NAME: held() + COPY, NOTES: NOTED + "Words.\n"},
        [
            f"Becomes public: the notes of {MILL}",
            f"Becomes public: the recording of {MILL}",
            f"Notes added (a draft): {MILL}",
        ],
    ),
    "notes added": (
        {NAME: held()},
        {NAME: held(), NOTES: NOTED + DECIDED},
        [
            f"Notes added (a draft): {MILL}",
            f"Outcome in a draft added: `Open the hall` (`consensus`) in {MILL}",
        ],
    ),
    "draft decided": (
        {NAME: held(), NOTES: NOTED + DECIDED},
        {NAME: held(), NOTES: "---\norigin: notes\n---\n" + DECIDED},
        [f"Decision changed: `Open the hall` (`consensus`) in {MILL}"],
    ),
    "translation added": (
        {NAME: held(), NOTES: "---\norigin: notes\n---\n- **Proposal:** Close it. (tabled)\n"},
        {
            NAME: held(),
            NOTES: "---\norigin: notes\n---\n- **Proposal:** Close it. (tabled)\n",
            NOTES.replace(".md", ".es.md"): "---\norigin: notes\n---\n" + DECIDED,
        },
        [
            f"Notes added: {MILL} in `es`",
            f"Outcome in a translation added: `Open the hall` (`consensus`) in {MILL}",
        ],
    ),
    "notes adopted": (
        {NAME: held(), NOTES: NOTED + "Words.\n"},
        {NAME: held(), NOTES: NOTED.replace("draft", "under-review") + "Words.\n"},
        [f"Notes are now under review: {MILL}"],
    ),
    "notes changed": (
        {NAME: held(), NOTES: NOTED + DECIDED},
        {
            NAME: held(),
            NOTES: NOTED + DECIDED.replace("consensus", "tabled").replace("Decision", "Proposal"),
        },
        [
            f"Notes changed: {MILL}",
            f"Outcome in a draft changed: `Open the hall` (`tabled`) in {MILL}",
        ],
    ),
    "decision taken out": (
        {NAME: held(), NOTES: NOTED + DECIDED},
        {NAME: held(), NOTES: NOTED + "Words.\n"},
        [
            f"Notes changed: {MILL}",
            f"1 decision or proposal no longer worded like before in {MILL}",
        ],
    ),
    "words redacted": (
        {NAME: held(), NOTES: NOTED + "Words.\n"},
        {NAME: held(), NOTES: NOTED + "[redacted: legal]\n"},
        [f"Redacted: 1 passage in the notes of {MILL}", f"Notes changed: {MILL}"],
    ),
    "notes gone": (
        {NAME: held(), NOTES: NOTED + "Words.\n"},
        {NAME: held()},
        [f"Withdrawn: notes of {MILL}"],
    ),
    "recording added": (
        {NAME: held()},
        {NAME: held() + COPY},
        [f"Recording: 1 copy added to {MILL}"],
    ),
    "copy told more exactly": (
        {NAME: held() + COPY},
        {NAME: held() + COPY + "    duration: 1:42:10\n"},
        [f"Changed: {MILL}: what is known of copies of the recording"],
    ),
    "recording gone": (
        {NAME: held() + COPY},
        {NAME: held()},
        [f"Taken out: 1 copy of the recording of {MILL}"],
    ),
    "group added": ({}, {"calls/groups/mill.yaml": GROUP}, ["Group added: `Mill keepers`"]),
    "group gone": (
        {"calls/groups/mill.yaml": GROUP},
        {},
        ["Withdrawn: 1 group, with all that was told of them"],
    ),
    "series changed": (
        {},
        {SERIES: RIVER_ARCHIVE[SERIES].replace("Wednesday", "Thursday") + "purpose: To meet.\n"},
        [
            # The record of that call has no hour of its own, and its day is none of the new rhythm.
            "Told less exactly: the time of `River Assembly open call` on 2031-03-05",
            "Series changed: `River Assembly open call`, now `every week on Thursday at 21:00`",
            "82 dates of `River Assembly open call` come:"
            " the next 2031-06-05, 2031-06-12 and 2031-06-19",
            "82 dates of `River Assembly open call` go",
            "Series changed: `River Assembly open call`",
        ],
    ),
    "page added": (
        {},
        {"content/help/more.md": "# More\n\nWords.\n"},
        ["Page added: `content/help/more.md`, `More`"],
    ),
    "page changed": (
        {},
        {"content/index.md": "# River archive\n\nOther words.\n"},
        ["Page changed: `content/index.md`"],
    ),
    "page removed": (
        {"content/help/more.md": "# More\n\nWords.\n"},
        {},
        ["Page removed: `content/help/more.md`"],
    ),
    "settings": (
        {},
        {
            "mkdocs.yml": SETTINGS.replace("https://archive.example/", "https://river.example/")
            + "    indexing: true\n    allowed_addresses:\n      - address: hall"
            + "@mill.example\n        reason: the hall's own\n"
            + "    kept_out:\n      - one\n      - two\n"
        },
        [
            "Search engines may list the archive from now on",
            "1 address more may appear in public text",
            "2 lines more for names that are kept out",
            "The address of the site, which stands in every feed, becomes `https://river.example/`",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_change_has_its_words(case):
    """A change is told in one sentence of its kind, and nothing else is said."""
    before, after, expected = CASES[case]
    assert expected == lines(before, after)


def test_no_difference_is_said():
    """Silence would leave open whether anything was compared."""
    assert "Readers would see no difference" in text({}, {})


def test_a_date_of_no_call_differs_by_the_day_of_the_check_alone():
    """What readers see of both states is worked out for the same day."""
    assert [] == list(told(changed({}), changed({})).parts)


def test_what_is_open_or_withdrawn_stands_first():
    """Then cancelled and moved calls, before those that were added."""
    other = "calls/2031/2031-03-21-other-call.yaml"
    moved = "calls/2031/2031-03-22-moved-call.yaml"
    new = "calls/2031/2031-03-18-new-call.yaml"
    before = {
        NAME: CALL,
        SILENT: WITHHELD,
        other: CALL.replace("-19", "-21"),
        moved: CALL.replace("-19", "-22"),
    }
    after = {
        NAME: CALL.replace("scheduled", "cancelled"),
        other: CALL.replace("-19", "-21").replace("scheduled", "held"),
        moved: CALL.replace("-19", "-22").replace("21:00", "20:00"),
        new: CALL.replace("-19", "-18"),
    }
    words = [line.split(":")[0] for line in lines(before, after)]
    assert ["No longer told", "Cancelled", "Moved", "Added", "Held"] == words


def test_pages_of_the_site_are_counted_and_named():
    """Those of a record that is gone are counted only, for their name may be what is withdrawn."""
    came = text({}, {NAME: CALL})
    assert re.search(r"1 page added: `calls/2031-03-19-mill-call\.html`", came)
    went = text({NAME: CALL, "content/help/more.md": "# More\n\nWords.\n"}, {})
    assert "2 pages removed: `help/more.html` and 1 more" in went
    assert "mill" not in went.lower()


def test_a_long_list_of_pages_is_cut():
    """The number says how many there are."""
    many = {
        f"calls/2031/2031-04-{day:02}-mill-call.yaml": CALL.replace(
            "2031-03-19", f"2031-04-{day:02}"
        )
        for day in range(1, 31)
    }
    said = text({}, many)
    assert re.search(r"30 pages added: .* and 10 more", said)


def test_settings_make_every_page_anew():
    """Then there is no point in naming pages."""
    said = text({}, {"mkdocs.yml": SETTINGS.replace("River archive", "Mill archive")})
    assert "The archive's name becomes `Mill archive`" in said
    assert "Every other page is made anew, because the settings changed" in said
    assert "changed:" not in said


def test_a_file_that_cannot_be_read_is_said_and_left_out():
    """Everything else is compared, and the call is not called withdrawn."""
    other = {"calls/2031/2031-03-20-other-call.yaml": CALL.replace("-19", "-20")}
    said = text(
        {NAME: held(), NOTES: NOTED + "Words.\n"}, {NAME: "title: a: b\n", NOTES: NOTED, **other}
    )
    assert re.search(r"The newer state holds \d mistakes", said)
    assert f"`{NAME}:1` Y120" in said
    assert "Pages of the site are counted once all files can be read" in said
    assert "Added: `Mill call` on 2031-03-20" in said
    assert "Withdrawn" not in said


@pytest.mark.parametrize(
    "before",
    [
        CALL.replace("share: public", "share: withold for safety"),
        CALL.replace("share: public\n", ""),
        "share: withheld: safety\n" + CALL,
    ],
)
def test_what_nobody_could_read_and_is_open_now_becomes_public(before):
    """Whoever takes the change in must know, for what was misspelt may have been meant to be closed."""
    said = text({NAME: before}, {NAME: CALL})
    assert "Becomes public or is withdrawn\n  - Becomes public, as far as is known" in said
    assert "`Mill call` on 2031-03-19" in said
    assert "Added" not in said


def test_notes_and_groups_that_nobody_could_read_become_public():
    """So it is with notes that were to close themselves, and with other records."""
    group = "calls/groups/mill-keepers.yaml"
    keepers = "name: Mill keepers\nkind: network\nshare: "
    said = text(
        {
            NAME: held(),
            NOTES: "---\norigin: notes\nshare: [withheld\n---\nx\n",
            group: f"{keepers}no\n",
        },
        {NAME: held(), NOTES: NOTED + "Words.\n", group: f"{keepers}public\n"},
    )
    assert "could not be read before: the notes of `Mill call`" in said
    assert "could not be read before: the group `Mill keepers`" in said


def test_unreadable_settings_are_replaced_by_those_of_the_other_state():
    """Whoever breaks the settings still sees what else would change."""
    said = text({}, {"mkdocs.yml": "site_name:\tx\n", NAME: CALL})
    assert "The settings of the newer state cannot be read" in said
    assert "Added: `Mill call`" in said


def test_a_new_archive_is_all_new():
    """Before the first commit there were no settings."""
    found = told({}, changed({}))
    assert found.is_compared
    assert "Group added: `River planning`" in as_text(found.title, found.remarks, found.parts)


def test_nothing_can_be_compared_without_any_settings():
    """That is said, and is no difference."""
    assert not told({}, {}).is_compared


NASTY = (
    "</details><script>alert(1)</script>",
    "@river-assembly #12 GH-3 !4 https://mill.example/",
    "[x](javascript:alert(1)) ![y](//mill.example)",
    "| a | b |",
    "`` ` ``` ~~~",
    "*a* _b_ **c** <b> &lt; \\",
)


@pytest.mark.parametrize("words", NASTY)
def test_markdown_shows_words_of_people_as_code(words):
    """Within a code span a forge reads no tag, link, mention or number; none ends the span early."""
    found = as_markdown("Title", [], [Part("Calls", (("Added: ", Said(words)),))])
    (line,) = [line for line in found.split("\n") if line.startswith("- ")]
    assert 2 == line.count("`")
    assert line.startswith("- Added: `")
    assert line.endswith("`")
    assert re.sub(r"`[^`]*`", "", line) == "- Added: "


def test_line_ends_and_signs_cannot_leave_their_place():
    """A title of several lines stays one line."""
    part = Part("Calls", (("Added: ", Said("a\n\n# b\x1b[31m\u202e")),))
    assert "- Added: `a # b\ufffd[31m\ufffd`" in as_markdown("Title", [], [part])
    assert "Added: `…`" in as_markdown("Title", [], [Part("Calls", (("Added: ", Said("")),))])


def test_a_long_summary_is_cut_and_says_so():
    """Forges refuse what is too long."""
    part = Part("Calls", tuple((f"Added: {number} ", Said("x" * 100)) for number in range(2000)))
    found = as_markdown("Title", [], [part])
    assert LIMIT > len(found.encode()) > LIMIT - 1000
    kept = found.count("- Added")
    assert (
        f"This summary is cut here: {2000 - kept} more lines, which `calls diff` prints." in found
    )


def test_numbers_have_their_nouns():
    """One copy, two copies."""
    assert ["1 page", "2 pages", "0 pages"] == [counted(n, "page") for n in (1, 2, 0)]
    assert "2 copies" == counted(2, "copy", "copies")
    assert ["a", "a and b", "a, b and c"] == [listed("abc"[:n]) for n in (1, 2, 3)]
