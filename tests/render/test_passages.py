"""Every heading, marked line and moment of a text has an address of its own, and shows it."""

import html.parser
from dataclasses import replace

import pytest

from generator.render.links import Standpoint
from generator.render.markdown import Prose, Setting, render_markdown
from generator.render.notes import place_of, render_notes
from generator.render.passages import Anchor, PassageKind
from tests.hanging import ends
from tests.render.few_calls import NOTES, SETTINGS

SETTING = Setting(Standpoint("minutes/2031/a.md", "calls/a.html", ()), top=3, prefix="notes-")


class Links(html.parser.HTMLParser):
    """Gathers the names in a text, and the links in it with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.names += [found["id"] or ""] if "id" in found else []
        self.links += [found] if tag == "a" else []


def prose(text: str, *anchors: Anchor, prefix: str = "notes-") -> Prose:
    return render_markdown(text, replace(SETTING, anchors=anchors, prefix=prefix))


def names(text: str) -> list[str]:
    """Give the names under which the passages of a text show themselves."""
    return [one.name for one in prose(text).passages]


def test_a_heading_is_a_link_to_itself():
    """The link stands behind the heading, whose name is its words alone, and has a name but no text."""
    shown = prose("# Budget").html
    assert (
        '<div class="ia-heading"><h3 id="notes-budget">Budget</h3>'
        '<a class="ia-address" href="#notes-budget" tabindex="-1"'
        ' aria-label="Link to this heading: Budget"></a></div>\n'
    ) == shown


def test_the_name_of_a_link_is_not_longer_than_a_line():
    """Words of a passage that go on are cut at the end of one, in the name alone."""
    found = Links(prose(f"# {'Who owns the water ' * 20}").html)
    label = found.links[0].get("aria-label") or ""
    assert label.startswith("Link to this heading: Who owns the water")
    assert label.endswith("…")
    assert 110 > len(label)


def test_a_heading_taken_for_a_tag_stays_text():
    """What a heading says stands in the name of its link, and is escaped there."""
    shown = prose('# `"><img src=x onerror=y>`').html
    assert "<img" not in shown
    assert 'aria-label="Link to this heading: &quot;' in shown


def test_a_marked_line_is_followed_by_its_link():
    """The link stands behind the words of the mark and before the list below it."""
    shown = prose("- **Count:** which?\n    - one: 3", Anchor(1, "count-which", "count")).html
    assert '<li id="count-which"><strong>Count:</strong> which?<a class="ia-address"' in shown
    assert shown.index("Link to this count") < shown.index("<ul>\n<li>one: 3")


def test_the_words_of_a_loose_item_come_before_its_link():
    """An item whose words are a paragraph has the link at the end of that paragraph."""
    shown = prose("- **Action:** sing\n\n  later\n\n- b", Anchor(1, "action-sing", "action")).html
    assert "sing<a " in shown
    assert 1 == shown.count("Link to this action")


@pytest.mark.parametrize("kind", ["breakout", "report-back", "heading", "straw poll"])
def test_every_link_to_a_passage_has_a_name(kind: str):
    """Whatever is named on a line, its link can be told by a screen reader."""
    found = Links(prose("a", Anchor(1, "x", kind, "sing")).html)
    assert [f"Link to this {kind}: sing"] == [link.get("aria-label") for link in found.links]


def test_tab_passes_by_the_links_of_passages():
    """Notes have dozens of them; the list below the notes is one stop instead."""
    found = Links(prose("# One\n\n## Two\n\na", Anchor(5, "x", "action", "sing")).html)
    assert ["-1"] * 3 == [link.get("tabindex") for link in found.links]


def test_a_heading_answers_to_the_name_of_its_line_too():
    """A breakout that is a heading has both names, and one link."""
    found = Links(prose("before\n\n# Breakout: food", Anchor(3, "breakout-food", "breakout")).html)
    assert (["notes-breakout-food", "breakout-food"], 1) == (found.names, len(found.links))


def test_a_moment_is_a_link_to_itself():
    """The time is what the link says, with or without a nought before its hour."""
    shown = prose("[0:12:30] Welcome").html
    assert (
        '<p><a class="ia-moment" href="#t-00-12-30" title="Link to this moment">'
        '<time id="t-00-12-30" datetime="PT0H12M30S">0:12:30</time></a> Welcome</p>\n'
    ) == shown


def test_an_hour_of_the_day_is_no_moment():
    """`[21:00]` may be an hour of the day, so it stays as it is."""
    assert (
        "<p>[21:00] Welcome, and [12:99:00]</p>\n" == prose("[21:00] Welcome, and [12:99:00]").html
    )


def test_a_moment_in_a_link_is_no_second_link():
    """A link may hold a moment, which has its name there and leads nowhere by itself."""
    shown = prose("[from [00:12:30] on](https://a.example/x)").html
    assert ["https://a.example/x"] == [link["href"] for link in Links(shown).links]
    assert "t-00-12-30" in Links(shown).names


def test_every_shown_address_leads_to_a_name():
    """Links of passages to themselves lead to names that are there, each once."""
    text = "# A [00:01:00]\n\n## B\n[00:01:00]\n\n**Decision:** x\n**Decision:** y\n\n# C\n## B\n[00:01:00]"
    found = Links(prose(text, Anchor(6, "decision-x"), Anchor(7, "decision-y")).html)
    assert [] == [link for link in found.links if (link["href"] or "")[1:] not in found.names]
    assert len(found.names) == len(set(found.names))
    assert 9 == len(found.links)


def test_a_repeated_heading_is_named_with_the_one_above_it():
    """The second Discussion is that of the budget, and stays it when a third comes between."""
    text = "# Agenda\n## Discussion\n{}# Budget\n## Discussion"
    before, after = names(text.format("")), names(text.format("# Hall\n## Discussion\n"))
    wanted = ["notes-agenda", "notes-discussion", "notes-budget", "notes-budget-discussion"]
    assert wanted == before
    assert set(before) < set(after)


def test_a_repeated_heading_keeps_its_name_when_the_first_goes():
    """What was told apart by the heading above still is found by that name when it is alone."""
    both = "# Agenda\n## Discussion\n# Budget\n## Discussion"
    one = Links(prose("# Agenda\n# Budget\n## Discussion").html).names
    assert set(names(both)) <= {*one, "notes-discussion"}
    assert "notes-budget-discussion" in one


def test_a_repeated_moment_is_named_with_the_heading_above_it():
    """The first passage at a moment has its plain name, the next one that of its heading too."""
    found = names("# A\n[00:01:00]\n# B\n[00:01:00] [00:01:00]")
    assert ["t-00-01-00", "t-00-01-00-b", "t-00-01-00-b-2"] == found[2:]


def test_a_given_name_goes_before_words():
    """A heading named by hand keeps that name, whatever heading of these words comes before it."""
    assert ["notes-budget-2", "notes-budget"] == names("# Budget\n# Money {#budget}")


def test_the_second_language_is_told_apart_by_its_own_beginning():
    """Moments and marks that both languages have are named with the language in the second."""
    first = render_notes(NOTES, SETTINGS, place_of(NOTES, "calls/a.html", frozenset()))
    spanish = replace(NOTES, language="es")
    second = render_notes(spanish, SETTINGS, place_of(spanish, "calls/a.html", first.taken))
    assert "notes-es-decision-gathering" in Links(second.html).names
    assert set() == set(Links(first.html).names) & set(Links(second.html).names)


def test_a_removed_passage_says_so_at_its_names():
    """The line becomes a calm sentence which has all the names that are written on it."""
    shown = prose("[removed: legal] {#notes-budget} {#t-00-01-00}").html
    assert (
        '<p><span class="ia-redacted" id="notes-budget"><span id="t-00-01-00"></span>'
        "A passage that stood here was taken out for legal reasons.</span></p>\n"
    ) == shown


@pytest.mark.parametrize(
    "line", ["- [removed] {#old}", "a\n[removed] {#old}\nb", "> [removed] {#old}"]
)
def test_a_removed_passage_may_stand_in_lists_and_paragraphs(line: str):
    """A line of its own is enough, whatever it is a line of."""
    assert ["old"] == Links(prose(line).html).names


@pytest.mark.parametrize(
    "text", ["`[removed] {#old}`", "    [removed] {#old}", "so [removed] {#old}"]
)
def test_what_is_no_removed_passage(text: str):
    """In code, and in the middle of a line, the signs are words."""
    assert [] == Links(prose(text).html).names


def test_the_name_of_a_removed_passage_goes_before_words():
    """A heading of the same words does not take over the address of what was taken out."""
    assert ["notes-budget-2", "notes-budget"] == names("# Budget\n\n[removed] {#notes-budget}")


def test_a_name_on_the_last_line_of_a_mark_is_not_shown():
    """A mark over two lines has its name at the end of the second, where it is no word."""
    assert "{#" not in prose("**Decision:** a\nb {#x}", Anchor(1, "x", "decision")).html


def test_passages_know_their_lines():
    """A passage is found again in the text by its line."""
    text = "# A\n\nb\n[00:01:00]\n\n- **Action:** c\n- [removed] {#d}"
    found = prose(text, Anchor(6, "action-c", "action", "c")).passages
    assert {
        (PassageKind.HEADING, 1),
        (PassageKind.MOMENT, 4),
        (PassageKind.MARK, 6),
        (PassageKind.REMOVED, 7),
    } == {(one.kind, one.line) for one in found}


@pytest.mark.parametrize(
    "text", ["[00:01:00] ", "# A\n", "[removed] {#a}\n", "[removed] {#", "{#a}"]
)
def test_long_texts_take_linear_time(text: str):
    """Notes of the largest size that hold nothing but such places are rendered to their end."""
    with ends():
        prose(text * (262_144 // len(text)))
