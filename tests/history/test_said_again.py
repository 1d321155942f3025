"""Tests of words that a change withholds and that open files say: moved there by it, or standing there before."""

from pathlib import Path

import pytest

from generator.problems import Place, Problem
from generator.since import check_since, check_staged
from tests.history.river_repository import CALL, NAME, NOTES, TODAY, River

SECRET = "the lantern was carried over the old bridge before dawn"
NOTED = f"---\norigin: notes\n---\nMill Town has found a hall.\n\nAt nine {SECRET}.\n"
PUBLIC = CALL.replace(
    "share: public", "purpose: Prepare the lantern walk to the weir.\nshare: public"
)
QUIET = CALL.replace("share: public", "share: withheld for safety")
SILENT = "calls/2031/2031-03-19-withheld-1.yaml"
CLOSED = (
    "date: 2031-03-19\nshare:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
    "  reason: safety\n"
)
PAGE = "content/help/more.md"
OTHER = "calls/2031/2031-03-20-other-call.yaml"
TOLD = CALL.replace("2031-03-19", "2031-03-20").replace("Mill Town call", "Weir call")
GONE = {NAME: None, NOTES: None, SILENT: CLOSED}


@pytest.fixture
def river(tmp_path: Path) -> River:
    river = River(tmp_path / "river")
    river.first = river.commit("Open", {NAME: PUBLIC, NOTES: NOTED})
    return river


def found(river: River) -> list[Problem]:
    problems = check_since(str(river.root), river.first, TODAY).problems
    return [fault for fault in problems if fault.code in ("P521", "P522")]


def page(text: str) -> str:
    return f"# More\n\nWords.\n\n{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Then {SECRET}.",
        SECRET.upper(),
        SECRET.replace(" ", "\n"),
        SECRET.replace(" ", " **").replace("**", "", 1),
        "&#116;he lantern was carried over",
    ],
)
def test_words_that_are_moved_to_a_page_are_refused(river, text):
    """In capitals, over several lines, with marks between them, or with a letter written as its number."""
    river.commit("Withheld", {NAME: QUIET, NOTES: None, PAGE: page(text)})
    (fault,) = found(river)
    assert ("P522", PAGE, True) == (fault.code, fault.place.path, fault.place.line >= 5)
    assert not any(word in fault.message + fault.help for word in ("lantern", "bridge"))
    assert NAME in fault.message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (OTHER, TOLD + f"purpose: {SECRET}\n"),
        (OTHER, TOLD.replace("Weir call", SECRET)),
        (NOTES.replace("03-19-mill-town", "03-20-other"), NOTED),
        (
            "calls/groups/mill-keepers.yaml",
            f"name: Mill\nkind: network\nwork: {SECRET}\nshare: public\n",
        ),
        (
            "calls/series/mill.yaml",
            f"title: Mill\npurpose: {SECRET}\nrhythm: at dusk\nshare: public\n",
        ),
        ("calls/hubs/mill.yaml", f"name: Mill\nkind: action\nabout: {SECRET}\nshare: public\n"),
    ],
)
def test_words_that_are_moved_to_another_record_are_refused(river, path, text):
    """Records and notes are open files like pages; a file that is renamed is one of them."""
    more = {OTHER: TOLD} if path.startswith("minutes/") else {}
    river.commit("Withheld", {**GONE, **more, path: text})
    assert [("P522", path)] == [(fault.code, fault.place.path) for fault in found(river)]


def test_notes_that_are_moved_into_an_open_field_of_the_same_call_are_refused(river):
    """The details of a call are open while its notes are closed."""
    river.commit("Withheld", {NAME: QUIET + f"context: {SECRET}\n", NOTES: None})
    assert [("P522", NAME)] == [(fault.code, fault.place.path) for fault in found(river)]


def test_what_is_left_in_its_own_record_was_not_moved(river):
    """Who withholds a recording and forgets its lines is told that they are left, and not that words were moved."""
    kept = "recordings:\n  - url: https://quayline.example/recordings/river-of-march.mp3\n"
    river.first = river.commit("A recording", {NAME: PUBLIC + kept})
    river.commit("Withheld", {NAME: QUIET + kept, NOTES: None})
    assert [] == found(river)
    problems = check_since(str(river.root), river.first, TODAY).problems
    assert ["P505"] == [fault.code for fault in problems]


LINKS = "calls/links/2031.jsonl"
ANSWERED = "https://quayline.example/recordings/river-of-march.mp3"
ANSWER = f'{{"url": "{ANSWERED}", "asked_on": "2031-03-20", "found": "there"}}\n'


@pytest.mark.parametrize("is_kept", [True, False])
def test_an_answer_about_a_recording_that_is_withheld_is_refused(river, is_kept):
    """The file of answers still tells the address, whether or not the record does."""
    kept = f"recordings:\n  - url: {ANSWERED}\n"
    river.first = river.commit("A recording", {NAME: PUBLIC + kept, LINKS: ANSWER})
    river.commit("Withheld", {NAME: QUIET + (kept if is_kept else ""), NOTES: None})
    problems = check_since(str(river.root), river.first, TODAY).problems
    told = [fault.place for fault in problems if fault.code == "P505" and fault.place.path == LINKS]
    assert [Place(LINKS, 1)] == told
    assert not any("march" in fault.message + fault.help for fault in problems)


def test_an_answer_about_a_recording_that_stays_open_is_none_of_it(river):
    """Another call lists the same copy, so its address may be known."""
    kept = f"recordings:\n  - url: {ANSWERED}\n"
    river.first = river.commit(
        "A recording", {NAME: PUBLIC + kept, OTHER: TOLD + kept, LINKS: ANSWER}
    )
    river.commit("Withheld", {NAME: QUIET, NOTES: None})
    problems = check_since(str(river.root), river.first, TODAY).problems
    assert LINKS not in {fault.place.path for fault in problems}


def left_open(river: River) -> list[tuple[str, bool]]:
    problems = check_since(str(river.root), river.first, TODAY).problems
    return [(fault.place.path, fault.is_error) for fault in problems if fault.code == "P519"]


def test_an_old_record_that_was_forgotten_is_warned_of(river):
    """Who only adds the withheld one sees it in the register, and the open page stays."""
    river.commit("Withheld", {SILENT: CLOSED})
    assert [(NAME, False)] == left_open(river)


def test_another_call_of_the_day_may_stay(river):
    """Where a call of that day went, or none was there, nothing was forgotten."""
    beside = {OTHER.replace("03-20", "03-19"): TOLD.replace("03-20", "03-19")}
    river.first = river.commit("Another", beside)
    river.commit("Withheld", GONE)
    assert [] == left_open(river)
    river.first = river.git("rev-parse", "HEAD")
    other_day = CLOSED.replace("03-19", "03-21")
    river.commit("Withheld", {SILENT.replace("03-19", "03-21"): other_day})
    assert [] == left_open(river)


def test_a_former_name_is_not_said(river):
    """The name of a call whose details are withheld told what it was."""
    river.commit("Withheld", {**GONE, PAGE: page(f"Then {SECRET}.")})
    (fault,) = found(river)
    assert (True, False) == (SILENT in fault.message, "mill-town" in fault.message)


def test_notes_that_stay_behind_as_a_call_of_their_own_are_refused(river):
    """Who withholds a call and forgets its notes is told that they belong to none, and must not publish them anew."""
    alone = NOTED.replace("---\n", "---\nseries: mill\ndate: 2031-03-19\nshare: public\n", 1)
    series = {"calls/series/mill.yaml": "title: Mill\nrhythm: at dusk\nshare: public\n"}
    river.first = river.commit("A series", series)
    river.commit("Withheld", {**GONE, NOTES: alone})
    assert [("P522", NOTES)] == [(fault.code, fault.place.path) for fault in found(river)]


def test_words_that_stood_in_an_open_file_before_are_warned_of(river):
    """Nobody but a person can tell a quotation from a phrase that both share."""
    river.first = river.commit("A page", {PAGE: page(f"Then {SECRET}.")})
    river.commit("Withheld", {NAME: QUIET, NOTES: None})
    (fault,) = found(river)
    assert ("P521", Place(PAGE, 5), False) == (fault.code, fault.place, fault.is_error)


ADDRESS = "https://sound.example/mill/5.mp3"
HEARD = PUBLIC.replace("share: public", f"recordings:\n  - url: {ADDRESS}\nshare: public")
UNHEARD = PUBLIC.replace(
    "share: public",
    "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: consent\n",
)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (PAGE, page(f"[Hear it]({ADDRESS})."), 5),
        (NOTES, f"{NOTED}\nHear it: <{ADDRESS}>\n", 8),
        (OTHER, f"{TOLD}sources:\n  - title: Hear it\n    url: {ADDRESS}\n    use: cite\n", 0),
    ],
)
def test_an_address_of_a_recording_that_open_files_name_still_is_warned_of(river, path, text, line):
    """Whoever follows it hears what is withheld: on a page, in notes that stay open, or among sources."""
    river.first = river.commit("Heard", {NAME: HEARD, path: text})
    river.commit("Withheld", {NAME: UNHEARD})
    (fault,) = found(river)
    assert ("P521", path) == (fault.code, fault.place.path)
    assert fault.place.line == line or not line
    assert "sound" not in fault.message + fault.help
    assert NAME in fault.message


def test_another_address_of_the_same_host_is_nobodys_secret(river):
    """Nor is one that another call lists among its open recordings."""
    near = page(f"[Hear it]({ADDRESS[:-4]}0.mp3).")
    river.first = river.commit("Heard", {NAME: HEARD, PAGE: near})
    river.write({OTHER: f"{TOLD}recordings:\n  - url: {ADDRESS}\n"})
    river.write({PAGE: page(f"[Hear it]({ADDRESS}).")})
    river.first = river.commit("The same elsewhere", {})
    river.commit("Withheld", {NAME: UNHEARD})
    assert [] == found(river)


def test_a_record_in_a_private_repository_may_list_what_it_withholds(river):
    """There the gate keeps it off the site, and only other files are looked at."""
    settings = (river.root / "mkdocs.yml").read_text()
    closed = settings.replace("archive:\n", "archive:\n    repository_is_public: false\n")
    river.first = river.commit("Heard", {NAME: HEARD, "mkdocs.yml": closed})
    kept = HEARD.replace("share: public\n", UNHEARD.split("weir.\n")[1])
    river.commit("Withheld", {NAME: kept})
    assert [] == found(river)
    river.commit("Said", {NAME: kept.replace("walk to the weir", f"walk, as on {ADDRESS}")})
    assert [("P522", NAME)] == [(fault.code, fault.place.path) for fault in found(river)]


def test_the_title_of_a_call_that_nobody_may_know_is_warned_of(river):
    """A title is short, and says the most."""
    river.first = river.commit("A page", {PAGE: page("See the Mill Town call.")})
    river.commit("Withheld", GONE)
    assert [Place(PAGE, 5)] == [fault.place for fault in found(river)]


def test_a_title_that_other_calls_have_is_nobodys_secret(river):
    """Calls of a series are called alike."""
    river.first = river.commit("More", {PAGE: page("See the Mill Town call."), OTHER: TOLD})
    river.write({OTHER: TOLD.replace("Weir call", "Mill Town call")})
    river.commit("Withheld", GONE)
    assert [] == found(river)


def test_a_change_that_withholds_and_says_nothing_elsewhere_is_good(river):
    """Nor is one told that withholds nothing, whatever its pages repeat."""
    river.commit("A page", {PAGE: page(f"Then {SECRET}.")})
    assert [] == found(river)
    river.commit("Withheld", {**GONE, PAGE: page("Then we went home over the new bridge.")})
    assert [] == found(river)


def test_the_check_before_a_commit_says_the_same(river):
    """That is the best moment to hear of it."""
    river.write({NAME: QUIET, NOTES: None, PAGE: page(f"Then {SECRET}.")})
    river.git("add", "-A")
    codes = [fault.code for fault in check_staged(str(river.root), TODAY).problems]
    assert ["P522"] == codes


def in_messages(river: River) -> list[Problem]:
    problems = check_since(str(river.root), river.first, TODAY).problems
    return [fault for fault in problems if fault.code == "P510"]


@pytest.mark.parametrize(
    "message",
    [
        "Withhold the Mill Town call",
        "Withhold 2031-03-19-mill-town-call",
        f"Withhold\n\nFor {SECRET}.\n",
    ],
)
def test_a_message_that_says_what_its_commit_withholds_is_refused(river, message):
    """Everybody reads the messages of commits, for as long as there is a history."""
    commit = river.commit(message, GONE)
    (fault,) = in_messages(river)
    words = f"the message of commit `{commit[:10]}` holds words that this change withholds"
    assert fault.message.startswith(words)
    assert not any(word in fault.message + fault.help for word in ("Mill", "mill", "lantern"))


def test_a_message_that_says_no_more_than_the_record_is_good(river):
    """A title may be told where only the notes are withheld, and a day always."""
    river.commit("Withhold the notes of the Mill Town call", {NAME: QUIET, NOTES: None})
    assert [] == in_messages(river)
    river.first = river.git("rev-parse", "HEAD")
    river.commit("Withhold a call of 19 March", {NAME: None, SILENT: CLOSED})
    assert [] == in_messages(river)
