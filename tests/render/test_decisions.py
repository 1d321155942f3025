"""The register of decisions: what was decided, what was not, what holds, and where each of them stands."""

from dataclasses import replace

import pytest

from generator.privacy.public import Answer, Evidence, MarkKind, NotesState, Tally
from generator.render import decision_pages, decision_words, group_pages, listings
from generator.render.decision_register import (
    Method,
    Standing,
    newest_first,
    outcomes_in,
    row_anchor,
)
from generator.render.decision_words import HOLDING, method_words
from generator.render.figures import figures_of
from generator.render.rows import ROWS_LIMIT
from tests.render.decision_archive import (
    ARCHIVE,
    DATE,
    DAYS,
    FIRST,
    LATER,
    PROPOSAL,
    call_of,
    outcome,
)
from tests.render.few_calls import made
from tests.render.made_archive import SETTINGS, WITHHELD, archive_with, mark
from tests.render.page_reading import Reading

LIVING, CLOSED = replace(SETTINGS, state="living"), replace(SETTINGS, state="closed")


def standings(*calls):
    """Give the standing of each outcome by its words."""
    return {one.text: one.standing for one in outcomes_in(archive_with(*calls))}


def page(path, archive=ARCHIVE, settings=SETTINGS):
    """Give a page of the register, as a reader's program reads it."""
    return Reading(made(decision_pages, archive, settings)[path].body)


def parts(reading):
    """Give the words of a list under each of its headings."""
    text = reading.text
    found = [each.text for each in reading.named("h2")]
    ends = [*(text.index(heading) for heading in found), len(text)]
    return {
        " ".join(heading.split()[:-2]): text[start:end]
        for heading, start, end in zip(found, ends, ends[1:], strict=False)
    }


def test_outcomes_stand_where_they_belong():
    """A later decision supersedes an earlier one, and nothing else is decided."""
    assert {
        "gather in May": Standing.SUPERSEDED,
        "two-thirds": Standing.PROPOSED,
        "all is well": Standing.OTHER,
        "gather in June": Standing.IN_FORCE,
    } == standings(*ARCHIVE.calls)


def test_a_draft_decides_nothing():
    """Whatever its words are, and it takes nothing out of force."""
    drafted = call_of(LATER, DAYS, state=NotesState.DRAFT, is_draft=True)
    expected = {"gather in May": Standing.IN_FORCE, "gather in June": Standing.DRAFT}
    assert expected == standings(call_of(FIRST, DATE), drafted)


def test_a_translation_repeats_nothing():
    """The same outcome in a second language is one outcome."""
    call = call_of(FIRST, DATE)
    spanish = replace(call.notes[0], language="es", path=f"minutes/2031/{FIRST}.es.md")
    assert ["gather in May"] == list(standings(replace(call, notes=(*call.notes, spanish))))


def test_polls_and_actions_are_not_outcomes():
    """The register lists what was, or was not, decided."""
    assert {} == standings(
        call_of(FIRST, mark(MarkKind.POLL, "march", ""), mark(MarkKind.ACTION, "write", ""))
    )


@pytest.mark.parametrize(
    ("word", "tally", "method", "words"),
    [
        ("consensus", None, Method.CONSENSUS, "By consensus."),
        ("unanimous", None, Method.CONSENSUS, "Unanimously."),
        ("agreed", None, Method.AGREEMENT, "By agreement."),
        ("passed", None, Method.NOT_TOLD, "How it was decided is not told."),
        ("decided", None, Method.NOT_TOLD, "How it was decided is not told."),
        ("accepted", None, Method.NOT_TOLD, "How it was decided is not told."),
        ("ratified", None, Method.NOT_TOLD, "How it was decided is not told."),
        (
            "passed",
            Tally((Answer("yes", 41), Answer("no", 3))),
            Method.VOTE,
            "By vote: yes 41, no 3.",
        ),
        ("consensus", Tally(stand_asides=2), Method.CONSENSUS, "By consensus: 2 stand-asides."),
        ("consensus", Tally((Answer("yes", 41),)), Method.CONSENSUS, "By consensus: yes 41."),
        (
            "passed",
            Tally((Answer("most", None),)),
            Method.NOT_TOLD,
            "How it was decided is not told.",
        ),
    ],
)
def test_method_is_told_as_far_as_it_is_known(word, tally, method, words):
    """From the outcome word and what was counted, and nothing is guessed."""
    (one,) = outcomes_in(archive_with(call_of(FIRST, replace(outcome("meet", word), tally=tally))))
    assert (method, words) == (one.method, method_words(one))


def test_what_was_not_decided_has_no_method():
    """Counts beside a proposal do not make it look decided."""
    counted = replace(PROPOSAL, tally=Tally((Answer("yes", 4),)))
    (one,) = outcomes_in(archive_with(call_of(FIRST, counted)))
    assert (None, "") == (one.method, method_words(one))


def test_the_page_of_a_year_parts_what_was_decided_from_what_was_not():
    """Each part has a heading that says it, and drafts stand at the end."""
    drafted = call_of("2031-05-07-river", outcome("a draft"), state=NotesState.DRAFT, is_draft=True)
    found = parts(page("decisions/2031.html", archive_with(*ARCHIVE.calls, drafted)))
    assert {
        "Decided": ["gather in May", "gather in June"],
        "Proposed, not decided": ["two-thirds"],
        "Other outcomes, not decided": ["all is well"],
        "In draft notes, not decided yet": ["a draft"],
    } == {
        heading: [
            one for one in (*standings(*ARCHIVE.calls), "a draft") if f"{one} " in f"{words} "
        ]
        for heading, words in found.items()
    }


def test_no_two_standings_look_alike():
    """Decided and not decided share neither word, icon nor colour."""
    looks = [decision_words.STANDINGS[each] for each in Standing]
    for part in ("word", "icon", "hue"):
        assert len(looks) == len({getattr(look, part) for look in looks})


def test_a_row_leads_to_its_line_and_has_an_address_of_its_own():
    """The row's name in the page is made from the permanent name, which stands there to be copied."""
    reading = page("decisions/2031.html")
    name = f"{FIRST}#gathering-date"
    assert name in [each.text for each in reading.named("code")]
    hrefs = [each.attributes["href"] for each in reading.named("a")]
    assert f"../calls/{FIRST}.html#gathering-date" in hrefs
    assert f"#{row_anchor(name)}" in hrefs
    assert (
        f'id="{FIRST}.gathering-date"'
        in made(decision_pages, ARCHIVE, SETTINGS)["decisions/2031.html"].body
    )


def test_supersession_is_linked_both_ways():
    """The earlier decision leads to the later one and back."""
    links = [
        (each.text, each.attributes["href"]) for each in page("decisions/2031.html").named("a")
    ]
    assert 2 == links.count(("gather in June", f"../calls/{LATER}.html#gathering-days"))
    assert 2 == links.count(("gather in May", f"../calls/{FIRST}.html#gathering-date"))


def test_in_force_is_said_as_far_as_the_archive_knows():
    """Of a living archive with whole minutes; else it is only said that nothing here supersedes it."""
    known = "By consensus. In force."
    partly = archive_with(call_of(FIRST, DATE, evidence=Evidence.OPENING_ONLY))
    summary = archive_with(call_of(FIRST, DATE, state=NotesState.SUMMARY))
    for archive, settings, is_known in (
        (ARCHIVE, LIVING, True),
        (ARCHIVE, CLOSED, False),
        (partly, LIVING, False),
        (summary, LIVING, False),
    ):
        text = page("decisions/2031.html", archive, settings).text
        assert 1 == text.count(HOLDING)
        assert is_known == (known in text)


def test_what_it_rests_on_is_said_where_it_is_less_than_minutes():
    """A summary is not minutes, and evidence that is not complete is told."""
    archive = archive_with(
        call_of(FIRST, DATE, state=NotesState.SUMMARY, evidence=Evidence.OPENING_ONLY)
    )
    text = page("decisions/2031.html", archive).text
    assert "From a summary, not the minutes; only the opening of the source was seen." in text
    assert "From " not in page("decisions/2031.html").text


def test_a_list_says_once_what_is_true_of_all_its_rows():
    """No row repeats its heading, and the list of what is in force does not say of each that it is."""
    year, holding = page("decisions/2031.html").text, page("decisions/in-force.html").text
    assert 0 == year.count("It was not decided")
    assert "In force." not in holding
    assert HOLDING not in holding


def test_the_list_of_those_in_force_holds_no_other():
    """Neither what was superseded nor what was not decided."""
    chips = [each.text for each in page("decisions/in-force.html").named("code")]
    assert [f"{LATER}#gathering-days"] == chips


def test_many_in_force_are_parted_by_year():
    """The list leads to one for each year, so that no page grows without end."""
    marks = [outcome(f"step {number}") for number in range(ROWS_LIMIT)]
    old = call_of("2030-01-08-river", outcome("the first"))
    outputs = made(decision_pages, archive_with(old, call_of(FIRST, *marks)), SETTINGS)
    hrefs = [
        each.attributes["href"]
        for each in Reading(outputs["decisions/in-force.html"].body).named("a")
    ]
    assert {"in-force-2030.html", "in-force-2031.html"} <= set(hrefs)
    assert "step 7" not in Reading(outputs["decisions/in-force.html"].body).text
    assert "the first" in Reading(outputs["decisions/in-force-2030.html"].body).text


def test_many_in_force_of_one_year_are_parted_by_month():
    """And those of one month by number, so that no page of a long year grows without end either."""
    marks = [outcome(f"step {number}") for number in range(ROWS_LIMIT + 1)]
    old = call_of("2031-01-08-river", outcome("the first"))
    outputs = made(decision_pages, archive_with(old, call_of(FIRST, *marks)), SETTINGS)
    year = Reading(outputs["decisions/in-force-2031.html"].body)
    assert {"in-force-2031-01.html", "in-force-2031-03.html"} <= {
        each.attributes["href"] for each in year.named("a")
    }
    assert "step 7" in Reading(outputs["decisions/in-force-2031-03.1.html"].body).text


def test_a_part_lists_the_newest_and_leads_to_the_years():
    """A group of thousands of outcomes has a page of the newest, which says how many it leaves out."""
    marks = [outcome(f"step {number}") for number in range(ROWS_LIMIT + 3)]
    reading = page("decisions/group-river-planning.html", archive_with(call_of(FIRST, *marks)))
    assert "3 older outcomes" in reading.text
    assert ROWS_LIMIT == len(list(reading.named("code")))
    assert "2031.html" in [each.attributes["href"] for each in reading.named("a")]


def test_groups_series_and_hubs_have_their_parts():
    """Each has a page with what was decided on its calls, and its own page leads there with the number."""
    outputs = made(decision_pages, ARCHIVE, SETTINGS)
    for path in ("group-river-planning", "series-river-open-call", "hub-spring-gathering"):
        assert "gather in June" in outputs[f"decisions/{path}.html"].body
    body = made(group_pages, ARCHIVE, SETTINGS)["groups/river-planning.html"].body
    link = next(
        each for each in Reading(body).named("a") if "decisions/" in each.attributes["href"]
    )
    assert "../decisions/group-river-planning.html" == link.attributes["href"]
    assert "2 decisions (1 superseded) and 2 outcomes not decided" == link.text


def test_an_archive_without_outcomes_says_how_to_write_one():
    """The index is there, because its address never goes away."""
    empty = archive_with(WITHHELD)
    assert "No outcome is recorded yet." in page("decisions/index.html", empty).text
    assert {"decisions/index.html", "decisions/in-force.html"} == set(
        made(decision_pages, empty, SETTINGS)
    )


def test_what_people_wrote_stays_text():
    """Tags in an outcome are words."""
    hostile = archive_with(call_of(FIRST, outcome("<script>alert(1)</script>", name="x")))
    body = made(decision_pages, hostile, SETTINGS)["decisions/2031.html"].body
    assert "<script>" not in body


def test_all_counts_agree():
    """The numbers of the home page and of the data count as decided what the register does."""
    outcomes = outcomes_in(ARCHIVE)
    figures = figures_of(ARCHIVE)
    assert figures.decided == sum(one.is_decided for one in outcomes)
    assert figures.other_outcomes == len(outcomes) - figures.decided


def test_the_listing_of_a_written_page_says_what_was_superseded():
    """It is listed among the decisions, without the colour of those that hold."""
    material = listings.material_of(ARCHIVE, SETTINGS)
    html = listings.draw_listing(
        listings.make_listing("decisions", 0, material), "index.html", SETTINGS
    )
    marks = [(each.text, each.attributes["class"]) for each in Reading(html).named("span")]
    assert ("Consensus", "ia-chip ia-chip--minutes ia-mark") in marks
    assert ("Superseded: consensus", "ia-chip ia-chip--expired ia-mark") in marks


def test_the_newest_call_comes_first_and_its_notes_keep_their_order():
    """So does every list that is not of a year."""
    archive = archive_with(call_of(FIRST, DATE), call_of(LATER, DAYS, outcome("sing")))
    assert ["gather in June", "sing", "gather in May"] == [
        one.text for one in newest_first(outcomes_in(archive))
    ]


def test_a_long_year_says_too_what_no_longer_holds():
    """Its rows are brief, but nothing that was superseded stands among decisions without a word."""
    marks = [outcome(f"step {number}") for number in range(ROWS_LIMIT)]
    archive = archive_with(call_of(FIRST, DATE, *marks), call_of(LATER, DAYS))
    rows = [one.text for one in page("decisions/2031.html", archive).named("li")]
    assert [f"{DATE.text} Superseded: {DATE.outcome}"] == [
        one for one in rows if "Superseded" in one
    ]


def test_a_long_year_names_all_and_leads_to_its_months():
    """Each row keeps its address on the page of the year, which leads to what is known of it."""
    marks = [outcome(f"step {number}") for number in range(ROWS_LIMIT)]
    archive = archive_with(call_of(FIRST, *marks), call_of(LATER, DAYS))
    outputs = made(decision_pages, archive, SETTINGS)
    year, month = outputs["decisions/2031.html"].body, outputs["decisions/2031-03.html"].body
    anchor = row_anchor(f"{FIRST}#decision-step-7")
    assert f'<li id="{anchor}"><a href="2031-03.html#{anchor}">step 7</a></li>' in year
    assert f'id="{anchor}"' in month
    assert f'href="2031.html#{anchor}"' in month
    assert "gather in June" not in month
    assert "By consensus." in month
    assert "By consensus." not in year
