"""The archive that is shipped: its numbers, and that it claims no more than its sources do.

The records are long past and were judged one by one, so the numbers are exact on purpose.
Whoever adds or mends a record changes them here in the same commit.
"""

import datetime
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
import yaml

from generator.model import outcomes
from generator.pipeline import Examined, examine
from generator.privacy import gate
from generator.privacy.public import (
    Evidence,
    MarkKind,
    Mode,
    NotesState,
    PublicArchive,
    PublicCall,
    PublicMark,
    PublicSource,
    RecordingState,
    Status,
    Use,
)
from generator.render import ics_feed
from generator.render.output import File

ROOT = Path(__file__).parents[1]
TODAY = datetime.date(2026, 1, 1)
FIXTURE = ROOT / "tests/fixtures/real_outcomes.yaml"
JUDGED: tuple[dict[str, Any], ...] = tuple(yaml.safe_load(FIXTURE.read_text(encoding="utf-8")))
WEIGHED = (MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)
"""The kinds of marks that say what became of something."""
STATE_OR_COUNTRY = frozenset({"Texas", "Pennsylvania", "New York State"})


@pytest.fixture(scope="module")
def found() -> Examined:
    """Give the archive as it was read, with everything that is wrong with it."""
    return examine(ROOT, TODAY)


@pytest.fixture(scope="module")
def public(found: Examined) -> PublicArchive:
    """Give what may be seen of it."""
    assert found.settings is not None
    return gate.publish(found.archive, found.settings)


@pytest.fixture(scope="module")
def calls(public: PublicArchive) -> tuple[PublicCall, ...]:
    """Give its calls; that none is withheld is a claim of its own below."""
    return tuple(call for call in public.calls if isinstance(call, PublicCall))


@pytest.fixture(scope="module")
def marks(calls: tuple[PublicCall, ...]) -> Mapping[tuple[str, str], PublicMark]:
    """Give every mark that says what became of something, by its call's id and its text."""
    listed = [
        ((call.id, mark.text), mark)
        for call in calls
        for notes in call.notes
        for mark in notes.marks
        if mark.kind in WEIGHED
    ]
    assert len(listed) == len(dict(listed)), "two marks of one call read alike"
    return dict(listed)


@pytest.fixture(scope="module")
def events(found: Examined, public: PublicArchive) -> tuple[icalendar.Component, ...]:
    """Give the events of the calendar of all calls, read by a program that is not ours."""
    assert found.settings is not None
    drafts = {draft.path: draft for draft in ics_feed.render(public, found.settings)}
    draft = drafts["calendar/all.ics"]
    made = draft.make(draft.view, found.settings)
    assert isinstance(made, File)
    return tuple(icalendar.Calendar.from_ical(made.data).walk("VEVENT"))


def is_exact(call: PublicCall) -> bool:
    """Tell whether the day of a call is known."""
    return call.date.exact is not None


def sources(public: PublicArchive) -> set[PublicSource]:
    """Give every source of every record."""
    cited = [call.sources for call in public.calls if isinstance(call, PublicCall)]
    cited += [series.sources for series in public.series]
    cited += [group.sources for group in public.groups]
    cited += [hub.sources for hub in public.hubs]
    cited += [platform.sources for platform in public.platforms]
    return {source for each in cited for source in each}


def test_check_finds_nothing(found):
    """There is neither an error nor a warning; a copy without git history is no fault of the records."""
    assert [] == [fault for fault in found.problems if fault.code != "S706"]


def test_archive_is_closed(found):
    """The calls are over, so nothing is announced."""
    assert "closed" == found.settings.state


def test_search_engines_are_kept_out(found):
    """Search engines stay away until the owner has gone through the records."""
    assert not found.settings.indexing


def test_no_call_is_withheld(public, calls):
    """All calls that were judged may be seen whole."""
    assert len(public.calls) == len(calls)
    assert [] == [call.id for call in calls if call.withholding]


def test_there_are_47_calls(calls):
    """Every entry of the facts that belongs here has one record."""
    assert 47 == len(calls)


def test_groups_series_and_hubs_are_all_here(public):
    """17 series, 22 groups, 17 campaigns and gatherings, and one provider have a record."""
    numbers = (public.series, public.groups, public.hubs, public.platforms)
    assert [17, 22, 17, 1] == [len(records) for records in numbers]


def test_36_were_held_and_11_only_announced(calls):
    """What only a notice tells of is not counted as held."""
    assert {Status.HELD: 36, Status.ANNOUNCED: 11} == Counter(call.status for call in calls)


def test_calls_are_counted_by_how_people_met(calls):
    """34 by telephone, 10 in a room, 3 by voice over the internet."""
    expected = {Mode.PHONE: 34, Mode.IN_PERSON: 10, Mode.VOICE: 3}
    assert expected == Counter(call.mode for call in calls)


def test_27_have_no_hour(calls):
    """An unknown hour is left out, even where the series has a usual one."""
    assert 27 == sum(call.start is None for call in calls)


def test_3_have_no_day(calls):
    """An unknown day stays unknown."""
    expected = ["2011-12-general-call-national-initiatives", "2011-committees-idea-call"]
    assert [*expected, "2012-01-coc-call"] == sorted(c.id for c in calls if not is_exact(c))


def test_recordings_are_unknown_but_for_two(calls):
    """Two minutes linked a recording; of the others nothing is known, so nothing is claimed."""
    expected = {RecordingState.UNKNOWN: 45, RecordingState.MISSING: 2}
    assert expected == Counter(call.recording_state for call in calls)


def test_missing_recordings_are_those_that_were_linked(calls):
    """Only the calls of 24 October and 7 November 2011 are known to have had one."""
    missing = [call.id for call in calls if call.recording_state is RecordingState.MISSING]
    assert ["2011-10-24-national-call", "2011-11-07-general-call"] == missing


def test_43_calls_have_a_summary_and_none_has_minutes(calls):
    """No minutes of others are kept, and a summary never passes for them."""
    found = Counter(call.notes_state for call in calls)
    expected = {NotesState.SUMMARY: 43, NotesState.MISSING: 2, NotesState.NOT_EXPECTED: 2}
    assert expected == found


def test_a_summary_begins_with_what_it_rests_on(calls):
    """Its first words say how little was read."""
    firsts = {notes.body.lstrip().split("\n")[0] for call in calls for notes in call.notes}
    assert [] == [first for first in firsts if not first.startswith("This summary rests on ")]


def test_notes_of_announced_calls_hold_no_outcome_as_adopted(calls):
    """What was planned for a call was not decided on it."""
    planned = [call for call in calls if call.status is Status.ANNOUNCED]
    adopted = [c.id for c in planned for n in c.notes for mark in n.marks if mark.adopted]
    assert [] == adopted


def test_a_summary_of_an_announced_call_says_that_nobody_confirmed_it(calls):
    """Whoever reads only the summary learns it too."""
    planned = [call for call in calls if call.status is Status.ANNOUNCED]
    texts = {call.id: notes.body for call in planned for notes in call.notes}
    assert 9 == len(texts)
    assert [] == [name for name, text in texts.items() if "confirmed" not in text]


def test_43_outcomes_were_judged():
    """The list of what was judged by hand is whole."""
    assert 43 == len(JUDGED)


@pytest.mark.parametrize("judged", JUDGED, ids=lambda row: f"{row['call']}: {row['text'][:30]}")
def test_outcome_stands_in_its_minutes(judged, marks):
    """The mark is there with exactly the word it was given, and counts as a decision only if that word does."""
    mark = marks[judged["call"], judged["text"]]
    assert (judged["outcome"], judged["adopted"]) == (mark.outcome, mark.adopted)


def test_no_outcome_was_left_unjudged(marks):
    """No summary tells of an outcome that is not in the list."""
    assert {(row["call"], row["text"]) for row in JUDGED} == set(marks)


def test_every_word_of_the_list_counts_as_the_program_counts_it():
    """What the list calls adopted is what the words mean everywhere."""
    wrong = [r["text"] for r in JUDGED if r["adopted"] != (r["outcome"] in outcomes.ADOPTED)]
    assert [] == wrong


def test_10_outcomes_are_decisions(marks):
    """What was proposed, encouraged, reported or only favoured is none."""
    assert 10 == sum(mark.adopted for mark in marks.values())


def test_a_decision_is_what_was_adopted(marks):
    """The label in the text and the word behind it say the same."""
    labelled = {key for key, mark in marks.items() if mark.kind is MarkKind.DECISION}
    assert {key for key, mark in marks.items() if mark.adopted} == labelled


def test_polls_without_a_visible_result_claim_none(calls):
    """Of four shows of hands nothing but the question was seen."""
    polls = [m for c in calls for n in c.notes for m in n.marks if m.kind is MarkKind.POLL]
    assert 4 == len(polls)
    assert [] == [poll.text for poll in polls if "result not visible" not in poll.text]


def test_the_count_of_places_has_sixteen_items(calls):
    """The one count names all sixteen proposed actions with its number, the smallest nought."""
    (count,) = [m for c in calls for n in c.notes for m in n.marks if m.kind is MarkKind.COUNT]
    numbers = [int(item.rpartition(": ")[2]) for item in count.items]
    assert [5, 8, 6, 3, 3, 1, 2, 0, 2, 2, 6, 5, 6, 1, 1, 2] == numbers


def test_every_call_cites_a_source_with_its_address(calls):
    """Nothing is claimed without saying where it stands."""
    assert [] == [call.id for call in calls if not call.sources]
    assert [] == [call.id for call in calls if not all(source.url for source in call.sources)]


def test_no_source_is_linked(public):
    """Addresses stand as text until a person has looked at them."""
    assert {Use.CITE} == {source.use for source in sources(public)}


def test_no_evidence_is_complete(public, calls):
    """Only parts of the sources were seen, and no record says more."""
    records = (*calls, *public.series, *public.groups, *public.hubs)
    claimed = {record.evidence for record in records}
    assert set() == claimed & {Evidence.COMPLETE, Evidence.UNSTATED}


def test_every_call_says_how_it_belongs_here(calls):
    """A meeting of others is not taken for a call of the service."""
    assert [] == [call.id for call in calls if not call.context]


def test_provider_is_named_only_where_a_call_was_held_by_telephone(calls):
    """Neither a notice nor a meeting in a room shows which line was used."""
    named = [call for call in calls if call.platform]
    assert {(Status.HELD, Mode.PHONE)} == {(call.status, call.mode) for call in named}


def test_provider_is_not_named_before_the_service(calls):
    """Which line the calls of October 2011 used is not stated in what was seen."""
    early = [call for call in calls if str(call.date).startswith("2011-10")]
    assert 4 == len(early)
    assert [] == [call.id for call in early if call.platform]


def test_an_assumed_zone_says_so(calls):
    """The notices of the Texas calls print no zone."""
    texas = [call for call in calls if call.series == "occupy-texas-call"]
    assert 2 == len(texas)
    assert [] == [call.id for call in texas if "Central time is assumed" not in call.date_note]


def test_places_are_coarse_where_few_took_part(calls):
    """A record that counts or may count fewer than ten people names no town and no role."""
    few = [call for call in calls if call.participants and call.participants.least < 10]
    assert 2 == len(few)
    assert set() == {place for call in few for place in call.places} - STATE_OR_COUNTRY
    assert [] == [call.id for call in few if call.roles]


def test_a_count_that_was_cut_short_is_a_lower_bound(calls):
    """Three counts are lower bounds, because more may have come or been left out; two were stated outright."""
    counts = {call.id: call.participants for call in calls if call.participants}
    exact = {name for name, count in counts.items() if count.least == count.most}
    assert {"2011-11-07-general-call", "2012-02-16-houston-foreclosure"} == exact
    assert {90, 8, 13} == {counts[name].least for name in counts.keys() - exact}


def test_series_expand_to_nothing(public):
    """Every series is a habit of which single dates are not known; none of them makes up a call."""
    assert {Evidence.PATTERN_ONLY} == {series.evidence for series in public.series}


def test_approvals_stand_only_where_one_was_found(public):
    """Three groups were approved by an assembly, as far as was found, and Boston's is not among them."""
    approved = {group.id: group.approved_by for group in public.groups if group.approved_by}
    expected = {
        "national-gathering-working-group": "philadelphia-general-assembly",
        "nyc-inter-occupation-communication": "nyc-general-assembly",
        "philadelphia-committee-of-correspondence": "philadelphia-general-assembly",
    }
    assert expected == approved


def test_each_exactly_dated_call_is_in_the_calendar_once(calls, events):
    """44 calls have a day, and each has one event that leads to its page."""
    pages = Counter(re.sub(r".*/calls/(.*)\.html", r"\1", str(event["URL"])) for event in events)
    assert 44 == len(events)
    assert {call.id: 1 for call in calls if is_exact(call)} == pages


def test_events_are_on_their_calls_days(calls, events):
    """The calendar's day is the record's, by the clock of the call's zone or as a whole day."""
    days = sorted(call.date.exact for call in calls if call.date.exact and not call.start)
    whole = [event["DTSTART"].dt for event in events]
    assert days == sorted(day for day in whole if not isinstance(day, datetime.datetime))


def test_no_event_is_an_approximate_call(calls, events):
    """A call without a day is in no calendar."""
    texts = "".join(str(event["URL"]) for event in events)
    assert [] == [call.id for call in calls if not is_exact(call) and call.id in texts]
