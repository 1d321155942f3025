"""Every page says how to improve it, and every page where notes are missing has a ready way to add them."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import forges
from generator.load.archive import read_file
from generator.load.files import Source
from generator.privacy.public import LooseDate, MarkKind, NotesState, Origin, PublicPage
from generator.render import written_pages
from generator.render.improving import notes_address, wanted_notes, wanted_of_series
from generator.settings import repository
from generator.skeletons import NotesFor, is_written, notes_skeleton
from tests.render.every_page import call_page, pages, read_call
from tests.render.made_archive import (
    ARCHIVE,
    CALL,
    FORGE,
    LATER,
    SERIES,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
    mark,
    notes_with,
)
from tests.render.page_reading import Reading

GITLAB = replace(SETTINGS, repo_url="https://gitlab.com/river/calls")
CODEBERG = replace(SETTINGS, repo_url="https://codeberg.org/river/calls")
UNKNOWN = replace(SETTINGS, repo_url="https://git.river.example/river/calls", edit_uri="change")
EVERYWHERE = [FORGE, GITLAB, CODEBERG, UNKNOWN, SETTINGS]
FILE = f"minutes/2031/{CALL.id}.md"
SUMMARY = call_with(
    notes_state=NotesState.SUMMARY,
    absence=NotesState.MISSING,
    notes=(replace(notes_with(body="What sources say."), origin=Origin.SUMMARY, path=FILE),),
)
BEGUN = call_with(notes_begun=FILE)


def text_in(address):
    """Give the text that an address carries."""
    return parse_qs(urlsplit(address).query)["value"][0]


def asked(page):
    """Give the part of a page that asks for notes, as it was read."""
    return Reading(page.body.partition('<div class="ia-add ia-screen"')[2].partition("</div>")[0])


@pytest.mark.parametrize("settings", EVERYWHERE)
def test_every_page_says_how_to_improve_it(settings):
    """Only the page for addresses that lead nowhere has nothing to improve."""
    found = pages(ARCHIVE, settings)
    assert ["404.html"] == [
        path for path, page in found.items() if 'id="record-improve"' not in page.body
    ]


def test_missing_notes_are_added_in_the_editor_of_the_forge():
    """The editor opens with the name of the call and a text to fill in."""
    link = read_call(CALL, FORGE).links()["Add the notes"]
    assert (
        f"https://forge.example/river/calls/new/main?filename={FILE}&value="
        == link[: link.index("---")]
    )
    assert notes_skeleton(NotesFor(agenda=CALL.agenda)) == text_in(link)


@pytest.mark.parametrize("settings", EVERYWHERE)
def test_the_text_can_be_copied_wherever_notes_are_missing(settings):
    """Who has no account, or whose forge takes no text, finds it on the page with the name of its file."""
    page = asked(call_page(CALL, settings))
    skeleton = notes_skeleton(NotesFor(agenda=CALL.agenda))
    assert skeleton == "".join(page.named("pre")[0].pieces)
    assert FILE in [code.text for code in page.named("code")]


def test_gitlab_is_said_to_open_an_empty_file():
    """Its editor takes the name alone."""
    page = asked(call_page(CALL, GITLAB))
    assert (
        f"https://gitlab.com/river/calls/-/new/main?file_name={FILE}"
        == (page.links()["Add the notes"])
    )
    assert "The editor opens empty" in page.text


@pytest.mark.parametrize("settings", [UNKNOWN, SETTINGS])
def test_without_a_known_forge_there_is_no_link_into_an_editor(settings):
    """A guessed address would lead nowhere; nobody is named yet, and the page says so."""
    page = asked(call_page(CALL, settings))
    assert {"How to send notes": "../help/index.html"} == page.links()
    assert "Nobody is named yet" in page.text


def test_without_a_forge_notes_go_to_the_contact():
    """The settings say how to reach the keepers."""
    words = replace(SETTINGS, contact="the keepers' table at any assembly")
    assert "send it: the keepers' table at any assembly" in asked(call_page(CALL, words)).text
    address = replace(SETTINGS, contact="https://river.example/contact")
    assert "https://river.example/contact" in asked(call_page(CALL, address)).links().values()


def test_a_summary_is_replaced_in_its_file():
    """A new file of that name could not be made."""
    page = asked(call_page(SUMMARY, FORGE))
    assert f"https://forge.example/river/calls/edit/main/{FILE}" == page.links()["Add the notes"]
    assert "A summary stands in that file" in page.text
    assert "Edit the summary" in read_call(SUMMARY, FORGE).links()


def test_a_file_that_was_begun_is_gone_on_with():
    """Notes that nobody has written are edited where they lie."""
    page = asked(call_page(BEGUN, FORGE))
    assert f"https://forge.example/river/calls/edit/main/{FILE}" == page.links()["Add the notes"]


@pytest.mark.parametrize(
    "state", [each for each in NotesState if each.value not in ("missing", "summary")]
)
def test_nobody_is_asked_for_notes_that_are_not_missing(state):
    """Least of all for those that are withheld."""
    page = call_page(call_with(notes_state=state), FORGE)
    assert "ia-add" not in page.body
    assert "filename=" not in page.body


def test_a_withheld_call_is_asked_for_nothing():
    """Neither link nor text to copy nor form stands on its page."""
    page = pages(ARCHIVE, FORGE)[f"calls/{WITHHELD.id}.html"]
    assert not [word for word in ("forge.example", "<pre", "ia-add") if word in page.body]


@pytest.mark.parametrize("settings", EVERYWHERE)
def test_a_gap_leads_to_where_its_page_asks(settings):
    """There stand the editor, the form and the whole text, with agenda and open actions, for every forge alike."""
    links = Reading(pages(archive_with(CALL), settings)["gaps/index.html"].body).named("a")
    (link,) = [each for each in links if each.text == "Add the notes"]
    assert f"../calls/{CALL.id}.html#add-notes" == link.attributes["href"]
    assert f"Add the notes of {CALL.date}" == link.attributes["aria-label"]


def test_a_row_of_the_gaps_is_short():
    """A list has up to 499 rows, and a reader with a slow line waits for all of them."""
    body = pages(archive_with(CALL), FORGE)["gaps/index.html"].body
    row = body[body.index('<li class="ia-row"') : body.index("</li>")]
    assert 500 > len(row.encode())


def test_a_series_asks_for_calls_that_are_not_listed():
    """Only their sender knows the date, which stands as a word in the name and in the text."""
    page = asked(pages(ARCHIVE, FORGE)[f"series/{SERIES.id}.html"])
    name = f"YYYY-MM-DD-{SERIES.id}"
    address = page.links()["Add the notes"]
    assert [f"minutes/YYYY/{name}.md"] == parse_qs(urlsplit(address).query)["filename"]
    assert f"series: {SERIES.id}\ndate: YYYY-MM-DD\n" in text_in(address)
    assert "Put the date of the call in place of YYYY-MM-DD" in page.text


def test_the_notes_of_an_occurrence_are_good_once_the_date_is_in():
    """One line under a heading and the date are all that is left to do."""
    text = notes_skeleton(wanted_of_series(SERIES.id, ()).notes).replace("YYYY-MM-DD", "2031-03-19")
    name = f"minutes/2031/2031-03-19-{SERIES.id}.md"
    assert [] == list(read_file(Source(name, f"{text}We met.\n".encode())).problems)


def test_the_name_of_an_occurrence_is_no_longer_than_names_may_be():
    """The id of a series may be as long as a name, and the date stands before it."""
    name = wanted_of_series("a" * 68 + "-" + "b" * 11, ()).path.rpartition("/")[2]
    assert 80 >= len(name.removesuffix(".md"))
    assert not name.endswith("-.md")


def test_open_actions_of_earlier_calls_are_carried_over():
    """Whoever takes notes next can ask after them."""
    action = mark(MarkKind.ACTION, "outreach: write the explainer")
    before = call_with(
        id="2031-02-05-river",
        date=LooseDate(2031, 2, 5),
        notes_state=NotesState.MINUTES,
        notes=(notes_with(action),),
    )
    page = pages(archive_with(before, CALL), FORGE)[f"calls/{CALL.id}.html"]
    text = text_in(asked(page).links()["Add the notes"])
    assert f"- outreach: write the explainer (taken on 2031-02-05, #{action.anchor})" in text
    assert not is_written(text.split("\n---\n")[1])


def test_a_long_agenda_leaves_the_address_short():
    """What does not fit is left out, first the actions, then the agenda."""
    forge = repository(FORGE)
    wanted = wanted_notes(call_with(agenda=("about the river " * 18,) * 40), ("task",) * 20)
    assert wanted
    address = notes_address(wanted, forge)
    assert forges.ADDRESS_LIMIT >= len(address)
    assert notes_skeleton(NotesFor()) == text_in(address)
    longer = replace(wanted, notes=NotesFor(agenda=("News",), actions=("task " * 300,) * 4))
    assert notes_skeleton(NotesFor(agenda=("News",))) == text_in(notes_address(longer, forge))


def test_nothing_fits_into_an_address_that_is_long_already():
    """Then the name alone goes in, and the page says that the text is to be copied."""
    settings = replace(FORGE, repo_url=f"https://forge.example/{'r' * 5000}/calls")
    page = asked(call_page(CALL, settings))
    assert not forges.holds_text(page.links()["Add the notes"])
    assert "copy the text below" in page.text


def test_what_people_wrote_stays_text_in_links_and_skeletons():
    """An agenda item is neither HTML on the page nor another part of the address."""
    item = "</code></pre><script>x</script>&value=y#z"
    page = call_page(call_with(agenda=(item,)), FORGE)
    assert "<script>" not in page.body
    assert notes_skeleton(NotesFor(agenda=(item,))) == text_in(asked(page).links()["Add the notes"])


@pytest.mark.parametrize(
    ("settings", "start"),
    [
        (FORGE, "https://forge.example/river/calls/issues/new?template="),
        (GITLAB, "https://gitlab.com/river/calls/-/issues/new?issuable_template="),
        (CODEBERG, "https://codeberg.org/river/calls/issues/new?template=.github/ISSUE_TEMPLATE/"),
    ],
)
def test_forms_stand_beside_links_for_those_who_do_not_know_git(settings, start):
    """Notes can be pasted and a call can be asked for with an account alone."""
    found = pages(ARCHIVE, settings)
    form = asked(found[f"calls/{CALL.id}.html"]).links()["Paste them into a form"]
    assert form.startswith(start)
    assert form.endswith(CALL.id)
    links = Reading(found["calls/index.html"].body).links()
    assert links["Report a missing call"].startswith(f"{start}request-a-call")
    assert links["Paste your notes"].startswith(f"{start}paste-your-notes")


def test_notes_are_edited_in_their_own_file():
    """A call with notes is made from two files, and each has a link."""
    call = call_with(notes_state=NotesState.MINUTES, notes=(replace(notes_with(), path=FILE),))
    links = read_call(call, CODEBERG).links()
    base = "https://codeberg.org/river/calls/_edit/main/"
    assert (base + CALL.path, base + FILE) == (links["Edit this record"], links["Edit the notes"])


def test_a_call_without_a_record_has_one_file():
    """Its notes stand in for a record, so there is one link."""
    notes = replace(notes_with(), path=FILE)
    call = call_with(path=FILE, notes_state=NotesState.MINUTES, notes=(notes,))
    assert "Edit this record" not in read_call(call, FORGE).links()
    assert "Edit the notes" in read_call(call, FORGE).links()


def test_a_written_page_is_edited_where_it_was_written():
    """Its text is one file of the repository."""
    about = PublicPage("content/about/index.md", "About", "About it.", "Words.", 1, ())
    written = written_pages.WrittenView(about, "about/index.html", ())
    links = Reading(written_pages.written_page(written, GITLAB).body).links()
    assert (
        "https://gitlab.com/river/calls/-/edit/main/content/about/index.md"
        == (links["Edit its text"])
    )


def test_the_small_line_stands_above_the_title():
    """Pages of calls, of withheld calls and of groups begin alike."""
    for path, page in pages(archive_with(CALL, LATER, WITHHELD), FORGE).items():
        if "ia-eyebrow" in page.body:
            assert page.body.index("ia-eyebrow") < page.body.index("<h1"), path
