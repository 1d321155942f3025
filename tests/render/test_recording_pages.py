"""The pages of recordings tell what can be heard, what will be lost first, and what is lost and how that is known."""

import datetime
import re
from dataclasses import replace

import pytest

from generator.model.retention import CopyState
from generator.privacy.public import (
    Found,
    PublicArchive,
    PublicLostCopy,
    PublicSource,
    RecordingState,
    Use,
)
from generator.render import recording_pages
from generator.render.asked_addresses import FOUND, asked_of, asked_sources
from generator.render.recording_shelf import shelf_of
from generator.render.recording_words import asked_rows, other_states, shelf_sentences
from generator.render.rows import ROWS_LIMIT
from tests.render.few_calls import EMPTY, WITHHELD
from tests.render.page_reading import Reading
from tests.render.recording_archive import (
    ARCHIVE,
    EXPIRED,
    FIRST,
    GONE,
    LASTING,
    LIVING,
    PERHAPS,
    SECOND,
    answer,
    call,
    copy,
    due_on,
    made,
)

INDEX = "recordings/index.html"


def body_of(archive=ARCHIVE, path=INDEX, settings=LIVING):
    return made(recording_pages, archive, settings)[path].body


def section(body, anchor):
    """Give the text between a heading of level two and the next one."""
    (found,) = re.findall(rf'<h2 id="{anchor}">(.*?)(?=<h2|\Z)', body, re.DOTALL)
    return Reading(found).text


def of_days(number, **told):
    """Give calls of so many days one after the other, from a year that holds them all on."""
    first = datetime.date(2030, 1, 1)
    days = (first + datetime.timedelta(days=each) for each in range(number))
    return tuple(call(day, "Daily", RecordingState.RECORDING, **told) for day in days)


def test_the_first_paragraph_says_what_can_be_heard_and_what_is_lost_and_why():
    """Calls, copies, those in danger, those expired by a rule, and those that were asked for and are gone."""
    said = " ".join(shelf_sentences(shelf_of(ARCHIVE, LIVING)))
    assert (
        "3 calls can be heard, in 4 copies."
        " The recordings of 2 of them will be lost within a month unless somebody copies them."
        " The recording of 1 call has expired by its provider’s rule: that is worked out, nobody saw it."
        " The recording of 1 call is gone: it was asked for, and it was not there."
    ) == said


def test_what_is_about_to_be_lost_stands_first_and_the_nearest_day_before_others():
    """The day before which to copy begins the line."""
    body = body_of()
    days = re.findall(
        r'<time datetime="([0-9-]+)">', body[: body.index('perhaps-at-the-provider">')]
    )
    assert ["2031-06-07", "2031-06-19"] == days


@pytest.mark.parametrize(
    "told", ["First", "Switchboard deletes this copy on 7 June 2031", "Copy it soon"]
)
def test_a_deadline_names_the_call_the_provider_and_the_day(told):
    """Whoever wants to save it knows where to go."""
    assert told in section(body_of(), "about-to-be-lost")


def test_a_deadline_leads_to_the_recording_on_the_page_of_the_call():
    """There stand the addresses of the copies."""
    assert f'href="../calls/{FIRST.id}.html#record-recording"' in body_of()


def test_a_deadline_leads_to_the_record_where_it_can_be_edited():
    """With the lines that a further copy needs."""
    forge = replace(LIVING, repo_url="https://codeberg.org/river/calls", edit_uri="")
    assert f"{FIRST.path}" in body_of(settings=forge)
    assert "Add a copy to its record" not in body_of()


def test_a_recording_with_a_lasting_copy_is_in_no_danger():
    """Its provider's day is of no matter then."""
    saved = replace(FIRST, recordings=(*FIRST.recordings, copy("saved")), ends_on=None)
    archive = replace(ARCHIVE, calls=(saved,))
    assert "about-to-be-lost" not in body_of(archive)


def test_an_unlisted_recording_may_still_be_at_the_provider():
    """Until the day of the rule somebody can ask for it."""
    said = section(body_of(), "perhaps-at-the-provider")
    assert "2031-09-11 Unlisted" in said
    assert (
        "If Switchboard recorded this call, it deletes the recording on 11 September 2031" in said
    )


def test_what_can_be_heard_tells_length_copies_and_words():
    """As far as they are known."""
    said = section(body_of(), "can-be-heard")
    assert "Lasting 1 hour 42 minutes, 2 copies, with its words to read" in said


def test_what_can_be_heard_stands_with_the_newest_first():
    """As every list of what there is to hear."""
    said = section(body_of(), "can-be-heard")
    assert sorted(said.index(each.title) for each in (SECOND, FIRST, LASTING)) == [
        said.index(each.title) for each in (SECOND, FIRST, LASTING)
    ]


def test_gone_says_on_which_day_it_was_asked_for():
    """And by whom the copy was kept."""
    said = section(body_of(), "gone")
    assert "The copy kept by the Mill Town server is gone: it was asked for on 20 May 2031" in said


def test_expired_says_that_nobody_looked():
    """A rule that was worked out is never told as something that somebody saw."""
    said = section(body_of(), "expired")
    assert "Expired: Quayline keeps recordings for 30 days" in said
    assert "nobody looked" in said


def test_the_address_of_an_expired_copy_stands_nowhere():
    """Only those of copies that are there or were asked for lead anywhere."""
    assert "secretly-long-name" not in body_of()


def test_withheld_recordings_are_counted_with_a_link_to_the_register_alone():
    """Calls withheld as a whole among them; none of them is named."""
    body = body_of()
    assert (("../withheld/index.html", "Recording withheld"), "2") == other_states(
        shelf_of(ARCHIVE, LIVING), INDEX
    )[0][:2]
    assert [] == [one for one in ("Closed", WITHHELD.id) if one in body]


def test_other_absences_are_told_apart():
    """Each has its word and its number."""
    said = section(body_of(), "no-recording-here")
    assert "Not recorded" in said
    assert "Recording missing, can you help?" in said


def test_answers_are_counted_and_add_up_to_all_addresses():
    """One that moved is counted apart, and so is one that nobody asked for."""
    asked = shelf_of(ARCHIVE, LIVING).asked
    assert dict(zip(FOUND, (1, 1, 1, 1, 0, 2), strict=True)) == dict(asked.found)
    assert 6 == asked.total


def test_answers_say_their_days():
    """So that an old answer is known to be old."""
    assert "Addresses were last asked for on 20 May 2031." in section(body_of(), "when-asked")


def test_answers_of_which_there_are_none_stand_in_no_row():
    """A row tells something that was found."""
    words = [
        words for words, *_numbers in asked_rows(shelf_of(ARCHIVE, LIVING).asked, asked_of([]))
    ]
    assert "Nobody answered" not in words


def with_sources(*sources):
    """Give the archive with sources of its first call, and of a series."""
    return replace(ARCHIVE, calls=(replace(LASTING, sources=sources), *ARCHIVE.calls[1:]))


def source(name, found=None, use=Use.LINK):
    told = None if found is None else answer(found, there_on=datetime.date(2031, 2, 1))
    return PublicSource(f"Letter {name}", "", None, f"https://paper.example/{name}", use, told)


def test_a_source_that_is_gone_stands_under_its_record():
    """With the day on which it was asked for, and on which it was last there."""
    body = body_of(with_sources(source("one", Found.GONE), source("two", Found.THERE)))
    said = section(body, "when-asked")
    assert (
        "Letter one. When it was asked for on 20 May 2031, it was not there."
        " It was last found there on 1 February 2031."
    ) in said
    assert "Letter two" not in said


def test_addresses_of_sources_are_counted_once_and_only_those_that_pages_link():
    """Two records may name the same one, and what is only cited is never asked for."""
    cited = source("two", use=next(use for use in Use if use is not Use.LINK))
    silent = source("one", Found.SILENT)
    asked = asked_sources(with_sources(silent, silent, cited)).asked
    assert (1, 1) == (asked.total, dict(asked.found)["silent"])


def test_sources_that_nobody_asked_for_are_counted_as_that():
    """Not asked is not gone."""
    assert 1 == dict(asked_sources(with_sources(source("one"))).asked.found)["not-asked"]


def test_an_empty_archive_says_what_would_be_here_and_how_to_add_it():
    """The navigation leads there."""
    body = body_of(EMPTY)
    assert "No recording of a call can be heard here." in body
    assert "under “recordings” in the record of its call" in body


@pytest.mark.parametrize("archive", [ARCHIVE, EMPTY])
def test_pages_are_well_nested(archive):
    """Browsers mend nothing."""
    assert [] == Reading(body_of(archive)).faults


def test_a_long_list_leads_to_its_years():
    """No page has more rows than a list may hold."""
    calls = of_days(ROWS_LIMIT + 1, recordings=(copy("daily"),))
    pages = made(recording_pages, PublicArchive(calls=calls), LIVING)
    assert [INDEX, "recordings/2031.html", "recordings/2030.html"] == list(pages)
    assert ROWS_LIMIT >= max(page.body.count('<li class="ia-row"') for page in pages.values())


def test_a_list_of_a_year_tells_what_is_lost_too():
    """With the sentences of the first page."""
    lost = PublicLostCopy(CopyState.EXPIRED, datetime.date(2031, 5, 3), kept_by="quayline")
    calls = of_days(ROWS_LIMIT, recordings=(copy("daily"),))
    archive = PublicArchive(
        calls=(*calls, replace(EXPIRED, lost=(lost,))), platforms=ARCHIVE.platforms
    )
    assert "nobody looked" in section(body_of(archive, "recordings/2031.html"), "expired")


def test_many_deadlines_are_cut_after_the_nearest_and_say_so():
    """All of them stand in the data."""
    day = datetime.date(2031, 6, 7)
    calls = of_days(ROWS_LIMIT + 3, recordings=(due_on(day),), ends_on=day)
    said = section(
        body_of(PublicArchive(calls=calls, platforms=ARCHIVE.platforms)), "about-to-be-lost"
    )
    assert "503 calls" in said
    assert "There are more, whose days come later." in said


def test_a_lost_copy_of_a_call_that_can_be_heard_is_counted_beside_the_others():
    """The call stands among those that can be heard, because it can."""
    mirrored = replace(LASTING, lost=GONE.lost)
    said = section(body_of(replace(ARCHIVE, calls=(mirrored,))), "can-be-heard")
    assert "2 copies, 1 copy is lost" in said


def test_calls_stand_in_one_list_of_a_kind_only():
    """Each is either heard, gone or expired."""
    ids = [one.row.path for one in shelf_of(ARCHIVE, LIVING).shelved]
    assert len(set(ids)) == len(ids) == 5


def test_what_a_record_knows_of_a_recording_that_is_not_here_is_told():
    """In the words of the record, beside the state."""
    noted = replace(PERHAPS, recording_note="one was linked, behind a shortener")
    said = section(body_of(replace(ARCHIVE, calls=(noted,))), "known-of-others")
    assert "About the recording: one was linked, behind a shortener" in said
    assert "Recording missing, can you help?" in said


def test_a_call_that_nobody_recorded_stands_in_no_list():
    """It is counted among the others."""
    assert PERHAPS.title not in section(body_of(), "can-be-heard")
