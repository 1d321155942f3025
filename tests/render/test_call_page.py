"""The page of a call says what is known, how much of it was seen, and never more."""

import datetime
import re
from dataclasses import replace

import msgspec
import pytest

from generator.privacy.public import (
    Adoption,
    Count,
    Evidence,
    LooseDate,
    MarkKind,
    Mode,
    NotesState,
    Origin,
    PublicRecording,
    RecordingState,
    Status,
    Use,
)
from generator.render.decision_register import Standing
from generator.render.decision_words import STANDINGS
from generator.render.output import Heading
from tests.render.every_page import call_page, drafts, pages, read_call
from tests.render.made_archive import (
    ARCHIVE,
    CALL,
    FORGE,
    LATER,
    PLATFORM,
    SETTINGS,
    SOURCE,
    WITHHELD,
    archive_with,
    call_with,
    mark,
    notes_with,
)
from tests.render.page_reading import Reading

DECISION = mark(MarkKind.DECISION, "Hold the gathering", "consensus", adopted=True)
PROPOSAL = mark(MarkKind.PROPOSAL, "Two-thirds as a fallback", "tabled")
ENCOURAGED = mark(MarkKind.OUTCOME, "Reports each month", "encouraged")
WITH_MINUTES = call_with(
    notes_state=NotesState.MINUTES, notes=(notes_with(DECISION, PROPOSAL, ENCOURAGED),)
)


def test_the_time_is_given_in_the_zone_of_the_call():
    """The wall clock of the call's zone, named by its city."""
    when = read_call(CALL).of_class("ia-when")[0]
    assert "Wednesday 5 March 2031, 21:00 to 23:00 New York time" == when.text


def test_utc_stands_beneath_with_a_time_for_machines():
    """The instant in UTC, also for programs."""
    times = read_call(CALL).named("time")
    assert ("2031-03-06T02:00Z", "Thursday 6 March 2031, 02:00 to 04:00 UTC") == (
        times[1].attributes["datetime"],
        times[1].text,
    )


def test_a_call_in_utc_has_one_line():
    """A second line would repeat the first."""
    at = datetime.datetime(2031, 3, 5, 21, tzinfo=datetime.UTC)
    times = read_call(call_with(zone="Etc/UTC", starts_at=at)).named("time")
    assert [("2031-03-05T21:00Z", "Wednesday 5 March 2031, 21:00 to 23:00 UTC")] == [
        (time.attributes["datetime"], time.text) for time in times
    ]


def test_an_end_after_midnight_is_the_next_day():
    """A call from 21:00 that takes four hours ends on another day."""
    when = read_call(call_with(length=240)).of_class("ia-when")[0]
    assert "21:00 to 01:00 the next day" in when.text


def test_the_end_follows_the_clocks_when_they_change_during_the_call():
    """On 9 March 2031 New York's clocks go from 02:00 to 03:00."""
    at = datetime.datetime(2031, 3, 9, 6, 30, tzinfo=datetime.UTC)
    call = call_with(
        date=LooseDate(2031, 3, 9), start=datetime.time(1, 30), starts_at=at, length=60
    )
    assert "01:30 to 03:30 New York time" in read_call(call).of_class("ia-when")[0].text


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (LooseDate(2031, 3, 5), "Wednesday 5 March 2031, the hour is not known"),
        (LooseDate(2031, 3), "March 2031, the day and the hour are not known"),
        (LooseDate(2031), "2031, the month, the day and the hour are not known"),
    ],
)
def test_what_is_not_known_of_the_time_is_said(date, said):
    """An unknown hour, day or month is never guessed."""
    call = call_with(date=date, start=None, starts_at=None)
    assert said == read_call(call).of_class("ia-when")[0].text


def test_a_long_title_is_cut_short_on_the_pages_beside_it():
    """Its own page has it whole; the others name it by its first words and its date."""
    long = call_with(
        id="2031-03-06-teach-in", title="Who owns the water " * 9, date=LooseDate(2031, 3, 6)
    )
    links = Reading(pages(archive_with(CALL, long))[f"calls/{CALL.id}.html"].body).links()
    (words,) = [words for words in links if words.startswith("After, by date")]
    assert words.startswith("After, by date Who owns the water")
    assert words.endswith("Who owns the…, 6 March 2031")
    assert 110 > len(words)


def test_a_call_says_what_its_platform_is_like():
    """How many fit on a line, when it reminds, and what the keys mean, which notes speak of."""
    platform = replace(PLATFORM, keys=(("1", "join the stack"), ("2", "agree")))
    archive = replace(archive_with(CALL), platforms=(platform,))
    text = Reading(pages(archive)[f"calls/{CALL.id}.html"].body).text
    assert "SwitchboardUp to 500 people on one call, a reminder 8 hours before" in text
    assert "Keys of the telephone 1: join the stack; 2: agree" in text


def test_a_platform_without_a_record_is_its_name():
    """Nothing is said of it that is not known."""
    archive = replace(archive_with(CALL), platforms=())
    facts = Reading(pages(archive)[f"calls/{CALL.id}.html"].body).named("dd")
    assert "switchboard" in [fact.text for fact in facts]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(150), "At least 150 people"),
        (Count(90, 200), "Between 90 and 200 people"),
        (Count(20, 20, about=True), "About 20 people"),
        (Count(20, about=True), "About 20 people"),
        (Count(150, 150), "150 people"),
        (Count(0, 30), "At most 30 people"),
    ],
)
def test_participation_is_as_exact_as_it_is_known(count, said):
    """A lower bound is no count, and a guess is no bound."""
    assert said in [dd.text for dd in read_call(call_with(participants=count)).named("dd")]


def test_few_participants_are_protected_in_words():
    """Where fewer than ten took part, the page says that it tells less."""
    assert "Fewer than ten people took part" in read_call(call_with(coarse=True)).text


def test_eight_places_stand_open_and_the_rest_is_folded():
    """A long list of places does not bury the page, and works without a script."""
    reading = read_call(CALL)
    assert "2 more" == reading.named("summary")[0].text
    assert "2 more Mill 9; Mill 10" == reading.named("details")[0].text


@pytest.mark.parametrize("evidence", [Evidence.OPENING_ONLY, Evidence.NOTICE_ONLY])
def test_a_list_that_may_be_longer_says_how_much_was_seen(evidence):
    """What was not seen is not none: places and agenda both say so."""
    text = read_call(call_with(evidence=evidence)).text
    assert 1 == text.count("so this list may be longer")
    assert 1 == text.count("so this agenda may be longer")


def test_a_list_seen_in_full_carries_no_hint():
    """Nothing is hedged where the sources were seen in full."""
    assert "may be longer" not in read_call(call_with(evidence=Evidence.COMPLETE)).text


def test_decisions_and_proposals_stand_apart():
    """A proposal is headed as not decided, and an encouragement keeps its own word."""
    parts = [heading.text for heading in read_call(WITH_MINUTES).named("h3")][:3]
    assert ["Decided", "Proposed, not decided", "Other outcomes, not decided"] == parts


def test_only_adopted_outcomes_wear_the_mark_of_adoption():
    """What was tabled or encouraged never looks decided, and each looks as it does in the register."""
    chips = read_call(WITH_MINUTES).of_class("ia-mark")
    hues = [STANDINGS[each].hue for each in (Standing.IN_FORCE, Standing.PROPOSED, Standing.OTHER)]
    assert [
        (word, f"ia-chip ia-chip--{hue} ia-mark")
        for word, hue in zip(("Consensus", "Tabled", "Encouraged"), hues, strict=True)
    ] == [(each.text, each.attributes["class"]) for each in chips][:3]


def test_every_chip_of_a_mark_has_its_drawing():
    """A state has a word, an icon and a colour, and the page holds each drawing that it uses."""
    every = (mark(kind, f"of the kind {kind.value}") for kind in MarkKind)
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(*every),))
    reading = read_call(call)
    used = {each.attributes["href"].removeprefix("#") for each in reading.named("use")}
    assert {"ia-icon-outcome", "ia-icon-counted", "ia-icon-task"} <= used
    assert used == {each.attributes["id"] for each in reading.named("symbol")}


def test_a_proposal_that_passed_is_decided():
    """What became of it counts, not the label it was written under."""
    passed = mark(MarkKind.PROPOSAL, "Two-thirds", "passed", adopted=True)
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(passed),))
    assert "Decided" == read_call(call).named("h3")[0].text


def test_each_outcome_leads_to_its_place_in_the_notes():
    """The row at the top links to the line it was taken from."""
    reading = read_call(WITH_MINUTES)
    assert "#mark-hold" == reading.links()["Hold the gathering"]
    assert "Decision: Hold the gathering" == reading.with_id("mark-hold").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"evidence": Evidence.COMPLETE}, "but no minutes are among them"),
        (
            {"evidence": Evidence.COMPLETE, "notes_state": NotesState.NONE_TAKEN},
            "There were none",
        ),
        ({"evidence": Evidence.OPENING_ONLY}, "only the opening of the source was seen"),
        ({"evidence": Evidence.UNSTATED}, "how much of the sources was seen is not stated"),
        ({"status": Status.ANNOUNCED}, "Nothing is known of any outcome"),
        ({"status": Status.CANCELLED}, "nothing came out of it"),
        ({"notes_state": NotesState.WITHHELD}, "stand in the minutes, which are withheld"),
        ({"notes_state": NotesState.MINUTES, "notes": (notes_with(),)}, "The notes mark no"),
    ],
)
def test_no_outcome_is_explained(fields, said):
    """None, not seen and not held are different things."""
    muted = " ".join(each.text for each in read_call(call_with(**fields)).of_class("ia-muted"))
    assert said in muted


def test_a_translation_repeats_no_outcome_and_no_name():
    """Notes in two languages mark the same decisions; each is listed and named once."""
    call = replace(WITH_MINUTES, notes=(notes_with(DECISION, language="es"), notes_with(DECISION)))
    reading = read_call(call)
    assert 1 == len(reading.of_class("ia-mark"))
    assert len(set(reading.ids())) == len(reading.ids())
    assert ["es"] == [
        each.attributes["lang"] for each in reading.named("div") if "lang" in each.attributes
    ]


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({}, "Minutes"),
        ({"adoption": Adoption.DRAFT, "is_draft": True}, "Draft minutes"),
        ({"adoption": Adoption.UNDER_REVIEW, "is_draft": True}, "Draft minutes"),
        ({"origin": Origin.MACHINE_DRAFT, "is_draft": True}, "Draft minutes"),
        ({"language": "es", "is_draft": True}, "Draft minutes (Spanish)"),
        ({"origin": Origin.SUMMARY}, "Summary, not the minutes"),
        ({"origin": Origin.SUMMARY, "adoption": Adoption.DRAFT}, "Summary, not the minutes"),
        ({"language": "es"}, "Minutes (Spanish)"),
    ],
)
def test_notes_are_called_what_they_are(fields, heading):
    """A summary never wears the word minutes alone, and a draft is a draft."""
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes_with(**fields),))
    headings = [each.text for each in read_call(call).named("h2")]
    assert heading in headings


def test_adopted_minutes_name_the_call_that_adopted_them():
    """The adopting call is a link."""
    notes = notes_with(adoption=Adoption.ADOPTED, adopted_by=LATER.id)
    call = call_with(notes_state=NotesState.MINUTES, notes=(notes,))
    page = pages(archive_with(call, LATER))[f"calls/{call.id}.html"]
    links = Reading(page.body).links()
    assert f"{LATER.id}.html" == links["River Assembly second call, 19 March 2031"]


def folded(call):
    """Give what is folded away on a call's page, what is there to be copied aside."""
    found = read_call(call).named("details")
    return [each for each in found if not re.match("Copy|Link|The same for BibTeX", each.text)]


def test_the_agenda_is_folded_under_minutes_and_open_without():
    """Minutes say more than a plan; without them the plan is all there is."""
    plain = call_with(places=())
    with_minutes = replace(WITH_MINUTES, places=())
    assert [] == folded(plain)
    assert "How the call works" in folded(with_minutes)[0].text


def test_a_source_is_text_until_a_person_looked_at_it():
    """The address of a cited source is shown and leads nowhere."""
    reading = read_call(CALL)
    assert SOURCE.url in [code.text for code in reading.named("code")]
    assert SOURCE.url not in reading.links().values()


def test_a_source_that_was_looked_at_is_a_link():
    """The link tells the other site nothing about where its reader comes from."""
    reading = read_call(call_with(sources=(replace(SOURCE, use=Use.LINK),)))
    link = next(a for a in reading.named("a") if a.attributes["href"] == SOURCE.url)
    assert "noopener noreferrer" == link.attributes["rel"]


def test_a_source_with_a_live_address_stays_text():
    """Even a source marked as safe is a link only where its address is a web address."""
    source = replace(SOURCE, use=Use.LINK, url="javascript:alert(1)")
    assert source.url not in read_call(call_with(sources=(source,))).links().values()


def test_a_recording_is_a_link_with_its_size_and_checksum():
    """A copy can be fetched and checked."""
    copy = PublicRecording("https://audio.example/5.mp3", "audio/mpeg", 18234567, "ab12", "")
    call = call_with(recording_state=RecordingState.RECORDING, recordings=(copy,))
    reading = read_call(call)
    assert copy.url in reading.links().values()
    assert "MP3 sound from audio.example, 18.2 MB" in reading.text
    assert "SHA-256: ab12" in reading.text


def test_an_expired_recording_is_never_a_link():
    """What a provider deleted leads nowhere."""
    copy = PublicRecording("https://audio.example/5.mp3", "audio/mpeg", 1, "", "switchboard")
    call = call_with(recording_state=RecordingState.EXPIRED, recordings=(copy,))
    assert copy.url not in read_call(call).links().values()


def test_a_moved_call_names_its_earlier_times():
    """Earlier times stand oldest first, in the call's zone."""
    call = call_with(
        moved_from=(datetime.datetime(2031, 3, 3, 21), datetime.datetime(2031, 3, 4, 20, 30)),
        reason="the line was down",
    )
    text = read_call(call).text
    assert (
        "It was first announced for Monday 3 March 2031, 21:00 New York time; "
        "then for Tuesday 4 March 2031, 20:30 New York time." in text
    )
    assert "The reason given: the line was down" in text


def test_a_meeting_in_a_room_says_so():
    """A call is a call even when it was a meeting in a room, and then the page says so."""
    call = call_with(mode=Mode.IN_PERSON, mode_note="in the mill")
    text = read_call(call).text
    assert "This was a meeting in a room" in text
    assert "in the mill" in text


def test_the_registration_page_of_a_past_call_is_no_link():
    """Nobody can register any more, and nobody looks after old addresses."""
    past = read_call(call_with(join="https://join.example/1"))
    coming = call_with(
        join="https://join.example/1", status=Status.SCHEDULED, date=LooseDate(2031, 7, 1)
    )
    assert "https://join.example/1" not in past.links().values()
    assert "https://join.example/1" in read_call(coming).links().values()


def test_neighbours_by_date_and_in_the_series():
    """A withheld call is a neighbour by date, and not in a series it does not name."""
    page = pages(ARCHIVE)[f"calls/{CALL.id}.html"]
    navs = {each.attributes["aria-label"]: each.text for each in Reading(page.body).named("nav")}
    assert {
        "Before and after in the series": "After, in the series "
        "River Assembly second call, 19 March 2031",
        "Before and after by date": "After, by date Withheld call, 12 March 2031",
    } == navs


def test_without_a_repository_there_is_no_edit_link():
    """A link into nowhere helps nobody; the page says how else to ask."""
    links = read_call(CALL).links()
    assert "Edit this record" not in links
    assert "../help/privacy.html" == links["How to ask for a correction or a removal"]


def test_with_a_repository_the_record_is_edited_on_the_forge():
    """One link leads into the editor, at the very file."""
    links = read_call(CALL, FORGE).links()
    assert f"https://forge.example/river/calls/edit/main/{CALL.path}" == links["Edit this record"]


def test_the_notice_and_the_citation_stand_on_the_page():
    """A reader knows what this is, and how to name it."""
    text = read_call(CALL).text
    assert SETTINGS.notice in text
    assert f"River archive. https://calls.example/archive/calls/{CALL.id}.html" in text


def test_the_outline_lists_the_headings_of_the_page():
    """The side bar leads to every heading of level 2 and 3, in their order."""
    notes = notes_with(DECISION, body="## Outcomes\n\n- **Decision:** Hold it.\n\n### More")
    page = call_page(call_with(notes_state=NotesState.MINUTES, notes=(notes,)))
    found = [
        Heading(int(each.name[1]), each.attributes["id"], each.text)
        for each in Reading(page.body).elements
        if each.name in ("h2", "h3")
    ]
    assert tuple(found) == page.outline


def test_views_can_be_encoded():
    """The memo keeps what went in as MessagePack."""
    for draft in drafts(ARCHIVE):
        assert msgspec.msgpack.encode(draft.view)


def test_calls_that_are_not_fully_shared_are_not_remembered():
    """Neither their pages nor the register of withholding and its log are kept in a cache."""
    forgotten = {draft.path for draft in drafts(ARCHIVE) if not draft.remember}
    register = {"withheld/index.html", "withheld/log.html"}
    assert {f"calls/{WITHHELD.id}.html", *register} == forgotten


@pytest.mark.parametrize(
    ("extra", "series", "said"),
    [(True, "river-open-call", True), (False, "river-open-call", False), (True, "", False)],
)
def test_an_extra_call_of_a_series_says_so(extra, series, said):
    """Who looks for it among the usual dates learns why it is not there; without a series it is extra to nothing."""
    page = read_call(replace(CALL, extra=extra, series=series))
    assert said == ("an extra call, on a day of its own" in page.text)
