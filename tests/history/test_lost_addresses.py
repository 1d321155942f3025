"""`check --since` warns of every published address of a passage that a change breaks, and of nothing else."""

from pathlib import Path

import pytest

from generator.problems import Place, Problem
from generator.since import check_since
from tests.hanging import ends
from tests.history.river_repository import CALL, NAME, NOTES, TODAY, River

FRONT = "---\norigin: notes\n---\n"
BODY = """\
## Agenda

Four points, and [00:01:00] a welcome.

### Discussion

- **Decision:** hold the gathering on 1 May. (consensus)

## Budget

The hall costs nothing on weekdays.

### Discussion

- **Action:** outreach: ask three halls.
"""
PAGE = "content/about/river.md"
WRITTEN = "# River\n\n## Who\n\nThe assembly.\n\n## When\n\nOn Wednesdays.\n"
WITHHELD = CALL.replace("share: public", "share: withheld for safety")


@pytest.fixture(autouse=True)
def outside_git(tmp_path, monkeypatch):
    """Keep git from looking above the folders of the tests."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def river(tmp_path: Path) -> River:
    found = River(tmp_path / "river")
    found.first = found.commit("Notes", {NAME: CALL, NOTES: FRONT + BODY, PAGE: WRITTEN})
    return found


def lost(river: River, path: str = NOTES) -> list[Problem]:
    problems = check_since(str(river.root), river.first, TODAY).problems
    return [fault for fault in problems if fault.code == "R323" and fault.place.path == path]


def after(river: River, old: str, new: str) -> list[tuple[int, str, str]]:
    """Change the notes in one place; give the lines of warnings, their messages and their help."""
    assert old in BODY
    river.commit("Change", {NOTES: FRONT + BODY.replace(old, new)})
    return [(fault.place.line, fault.message, fault.help) for fault in lost(river)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Budget", "A paragraph.\n\n- a list\n\n## Budget"),
        ("## Budget", "## Hall\n\nIt is large.\n\n## Budget"),
        ("The hall costs nothing on weekdays.", "It costs nothing."),
        ("(consensus)", "(unanimous)"),
    ],
)
def test_what_comes_in_between_is_not_told(river, old: str, new: str):
    """New text, other words in a paragraph and another outcome leave every address where it was."""
    assert [] == after(river, old, new)


def test_a_reworded_heading_is_told_at_its_new_line(river):
    """The warning stands where the name can be written, and says so."""
    assert [
        (
            12,
            "`#notes-budget` led to a heading that stood here, and leads there no more",
            "if this is the same one, reworded, write `{#budget}` at the end of this line;"
            " if it was taken out, write a line `[removed] {#notes-budget}` where it stood",
        )
    ] == after(river, "## Budget", "## Money")


def test_the_name_in_the_warning_is_what_mends_it(river):
    """Whoever writes what the help line has is done."""
    assert [] == after(river, "## Budget", "## Money {#budget}")


def test_a_reworded_decision_is_told_at_its_new_line(river):
    """A mark keeps its name as it is in its address."""
    found = after(river, "hold the gathering on 1 May", "meet on the first of May")
    assert [10] == [line for line, *_ in found]
    assert "write `{#decision-hold-the-gathering-on-1-may}` at the end of this line" in found[0][2]


def test_a_passage_that_was_taken_out_is_told_once(river):
    """A section that goes is one warning, with one line to write for all its addresses."""
    start, end = BODY.index("## Agenda"), BODY.index("## Budget")
    found = after(river, BODY[start:end], "")
    assert [
        (4, "`#notes-agenda` and 3 more led to a heading that stood here, and leads there no more")
    ] == [(line, message) for line, message, _ in found]
    assert (
        "`[removed] {#notes-agenda} {#notes-discussion}"
        " {#decision-hold-the-gathering-on-1-may} {#t-00-01-00}`"
    ) in found[0][2]


def test_an_address_that_another_passage_takes_over_is_told(river):
    """The plain name of the heading that went leads to the other one with the same words, which keeps its own too."""
    start, end = BODY.index("### Discussion"), BODY.index("## Budget")
    (found,) = after(river, BODY[start:end], "")
    assert "`#notes-discussion` and 1 more led to a heading that stood here" in found[1]
    assert "`[removed] {#notes-discussion} {#decision-hold-the-gathering-on-1-may}`" in found[2]


def test_the_line_for_it_gives_the_address_back(river):
    """What was taken out has its plain name again, and the other heading keeps the one with its section."""
    start, end = BODY.index("### Discussion"), BODY.index("## Budget")
    line = "[removed] {#notes-discussion} {#decision-hold-the-gathering-on-1-may}\n\n"
    assert [] == after(river, BODY[start:end], line)


def test_names_made_with_a_heading_come_back_with_it(river):
    """A reworded heading is told, and not what stands under it; all is well when it has its old name."""
    (found,) = after(river, "## Budget", "## Money")
    assert 12 == found[0]


def test_a_line_that_says_removed_is_enough(river):
    """With the line that the help has nothing is left to tell."""
    line = "[removed] {#decision-hold-the-gathering-on-1-may}"
    assert [] == after(river, "- **Decision:** hold the gathering on 1 May. (consensus)", line)


@pytest.mark.parametrize("said", ["[redacted: safety]", "[removed: legal] {#something-else}"])
def test_where_the_notes_say_that_words_are_left_out_nothing_is_asked(river, said: str):
    """Whoever takes words out for safety need not be told what they were."""
    assert [] == after(river, "- **Decision:** hold the gathering on 1 May. (consensus)", said)


def test_a_heading_with_the_same_words_before_it_is_told_at_the_old_one(river):
    """The address leads to the new heading now, and the remedy stands at the old one."""
    found = after(river, "## Agenda\n", "## Opening\n\n### Discussion\n\nShort.\n\n## Agenda\n")
    assert [
        (
            14,
            "`#notes-discussion` led to this heading, and leads to another one now",
            "write `{#discussion}` at the end of this line",
        )
    ] == found


def test_lines_are_those_of_the_file_where_marks_run_on(river):
    """Marks of one paragraph are set apart on the page, and a warning still names the line that was written."""
    runs = FRONT + "**Action:** sing\n**Action:** dance\n**Action:** rest\n\n## Budget\n\nx\n"
    river.first = river.commit("Runs on", {NOTES: runs})
    river.commit("Change", {NOTES: runs.replace("rest", "sleep").replace("Budget", "Money")})
    assert [6, 8] == [fault.place.line for fault in lost(river)]


def test_a_moment_that_is_gone_is_told_with_the_way_out(river):
    """A time has no name that can be given by hand."""
    found = after(river, "[00:01:00] a", "a")
    assert [
        "`#t-00-01-00` led to a moment of the recording that stood here, and leads there no more"
    ] == [message for _, message, _ in found]
    assert "a time that was corrected needs nothing" in found[0][2]


def test_what_was_not_public_is_not_told(river):
    """Of notes that are withheld before the change or after it nothing is said."""
    river.commit("Close", {NAME: WITHHELD, NOTES: FRONT + BODY.replace("## Budget", "## Money")})
    assert [] == lost(river)
    river.first = river.commit("Still closed")
    river.commit("Open", {NAME: CALL, NOTES: FRONT + BODY.replace("## Budget", "## Hall")})
    assert [] == lost(river)


def test_notes_that_go_altogether_are_not_told(river):
    """Whoever takes notes away takes their addresses along."""
    river.commit("Away", {NOTES: None})
    assert [] == lost(river)


def test_headings_of_written_pages_are_told_too(river):
    """Their names have nothing before them."""
    river.commit("Change", {PAGE: WRITTEN.replace("## Who", "## Those who met")})
    (fault,) = lost(river, PAGE)
    assert Place(PAGE, 3, 1, 16) == fault.place
    assert "`#who` led to a heading that stood here" in fault.message


def test_a_change_of_a_record_alone_looks_at_no_notes(river):
    """Names of passages come from notes and pages only."""
    river.commit("Change", {NAME: CALL.replace("Mill Town call", "Mill Town evening call")})
    assert [] == lost(river)


def test_a_warning_stops_nothing(river):
    """The change can be taken in; it is for its writer to decide."""
    river.commit("Change", {NOTES: FRONT + BODY.replace("## Budget", "## Money")})
    assert check_since(str(river.root), river.first, TODAY).is_good


def test_long_notes_are_compared_in_linear_time(river):
    """Notes of the largest size in which every heading is another are answered."""
    lines = [f"## Point {number}" for number in range(12_000)]
    river.first = river.commit("Long", {NOTES: FRONT + "\n".join(lines) + "\nEnd.\n"})
    other = [line.replace("Point", "Item") for line in lines]
    river.commit("Longer", {NOTES: FRONT + "\n".join(other) + "\nEnd.\n"})
    with ends():
        assert lost(river)
