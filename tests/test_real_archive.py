"""The archive that is shipped: its judged records keep their facts, and claim no more than their sources do.

The records that were judged one by one stand by id in `fixtures/real_records.yaml`, and what their summaries tell of
outcomes in `fixtures/real_outcomes.yaml`. Whoever mends such a record changes it there in the same commit.
Whoever adds a record or notes changes nothing here: every test is run a second time on a copy with contributions.
"""

import datetime
import re
import shutil
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
    Origin,
    PublicArchive,
    PublicCall,
    PublicMark,
    PublicNotes,
    PublicSource,
    RecordingState,
    Status,
    Use,
)
from generator.render import ics_feed
from generator.render.ledger import ledger_of
from generator.render.missing_dates import missing_rows
from generator.render.occurrences import occurrences_of
from generator.render.output import File

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests/fixtures"
OUTCOMES: tuple[dict[str, Any], ...] = tuple(
    yaml.safe_load((FIXTURES / "real_outcomes.yaml").read_text(encoding="utf-8"))
)
RECORDS: dict[str, Any] = yaml.safe_load(
    (FIXTURES / "real_records.yaml").read_text(encoding="utf-8")
)
JUDGED: dict[str, dict[str, str]] = RECORDS["calls"]
WEIGHED = (MarkKind.DECISION, MarkKind.PROPOSAL, MarkKind.OUTCOME)
"""The kinds of marks that say what became of something."""
STATE_OR_COUNTRY = frozenset({"Texas", "Pennsylvania", "New York State"})
SOURCE = "sources:\n  - {title: notice, url: https://river.example/notice, use: link}\n"
CONTRIBUTED = {
    "calls/2031/2031-03-05-river-open-call.yaml": "title: River Assembly open call\n"
    "series: river-open-call\ndate: 2031-03-05\nstart: 21:00\nzone: America/New_York\n"
    "status: held\nmode: phone\nhosts: [river-planning]\nparticipants: 8\nplatform: switchboard\n"
    f"evidence: complete\n{SOURCE}share: public\nbasis: group-agreed\n",
    "minutes/2031/2031-03-05-river-open-call.md": "---\norigin: notes\n---\n"
    "- **Decision:** hold the spring gathering on 1 May. (consensus)\n"
    "- **Straw poll:** march in the evening? yes 41, no 3\n",
    "calls/2031/2031-03-withheld-1.yaml": "date: 2031-03\nshare:\n  minutes: withheld\n"
    "  recording: withheld\n  details: withheld\n  reason: safety\n",
    "calls/2031/2031-03-12-river-open-call.yaml": "title: River Assembly open call\n"
    "series: river-open-call\ndate: 2031-03-12\nstatus: held\nmode: text\nminutes: none-taken\n"
    "share: public\n",
    "calls/series/river-open-call.yaml": "title: River Assembly open call\n"
    "zone: America/New_York\nrepeats: every week on Wednesday at 21:00\nfrom: 2031-03-05\n"
    "until: 2031-03-12\nevidence: complete\nshare: public\n",
    "calls/groups/river-planning.yaml": "name: River Assembly planning\nkind: working-group\n"
    f"approved_by: mill-town-assembly\nevidence: complete\n{SOURCE}share: public\n",
    "calls/groups/mill-town-assembly.yaml": "name: Mill Town assembly\nkind: assembly\n"
    "share: public\n",
    "calls/hubs/spring-gathering.yaml": "name: Spring gathering\nkind: gathering\n"
    "evidence: complete\nshare: public\n",
}
"""Contributions as people may send them: a call with notes, one of few people, one that is withheld, and more."""
PROVIDER = "\nswitchboard:\n  name: Switchboard\n"
NOTES = "---\norigin: notes\n---\n- **Decision:** meet again. (consensus)\n"
AS_SHIPPED = ("as shipped", datetime.date(2026, 1, 1))
WITH_CONTRIBUTIONS = ("with contributions", datetime.date(2031, 6, 1))


def contributed() -> dict[str, str]:
    """Give every contributed file: new records, and notes for judged calls that have none."""
    without = [call for call, facts in JUDGED.items() if facts["notes"] != "summary"]
    return CONTRIBUTED | {f"minutes/{call[:4]}/{call}.md": NOTES for call in without}


def contribute(root: Path) -> Path:
    """Copy the archive into a folder and add what was contributed."""
    for folder in ("calls", "minutes", "content"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path, text in contributed().items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        assert not file.exists()
        file.write_text(text, encoding="utf-8")
    platforms = root / "calls/platforms.yaml"
    platforms.write_text(platforms.read_text(encoding="utf-8") + PROVIDER, encoding="utf-8")
    return root


@pytest.fixture(
    scope="module", params=[AS_SHIPPED, WITH_CONTRIBUTIONS], ids=lambda version: version[0]
)
def version(request):
    """Name the archive that is looked at, with the day on which it is."""
    return request.param


@pytest.fixture(scope="module")
def found(version, tmp_path_factory) -> Examined:
    """Give the archive as it was read, with everything that is wrong with it."""
    name, today = version
    root = ROOT if name == AS_SHIPPED[0] else contribute(tmp_path_factory.mktemp("contributed"))
    return examine(root, today)


@pytest.fixture(scope="module")
def public(found: Examined) -> PublicArchive:
    """Give what may be seen of it."""
    assert found.settings is not None
    return gate.publish(found.archive, found.settings)


@pytest.fixture(scope="module")
def calls(public: PublicArchive) -> tuple[PublicCall, ...]:
    """Give its judged calls; that none of them is missing or withheld is a claim of its own below."""
    seen = (call for call in public.calls if isinstance(call, PublicCall))
    return tuple(call for call in seen if call.id in JUDGED)


@pytest.fixture(scope="module")
def records(calls, public: PublicArchive) -> dict[str, tuple[Any, ...]]:
    """Give all judged records by their kind."""
    others = ("series", "groups", "hubs", "platforms")
    kept = {
        kind: tuple(one for one in getattr(public, kind) if one.id in RECORDS[kind])
        for kind in others
    }
    return {"calls": calls, **kept}


@pytest.fixture(scope="module")
def marks(calls: tuple[PublicCall, ...]) -> Mapping[tuple[str, str], PublicMark]:
    """Give every mark of a judged summary that says what became of something, by its call's id and its text."""
    listed = [
        ((call.id, mark.text), mark)
        for call in calls
        for notes in summaries(call)
        for mark in notes.marks
        if mark.kind in WEIGHED
    ]
    assert len(listed) == len(dict(listed)), "two marks of one call read alike"
    return dict(listed)


@pytest.fixture(scope="module")
def events(found: Examined, public: PublicArchive) -> Mapping[str, tuple[icalendar.Component, ...]]:
    """Give the events of the calendar of all calls by the page they lead to, read by a program that is not ours."""
    assert found.settings is not None
    drafts = {draft.path: draft for draft in ics_feed.render(public, found.settings)}
    draft = drafts["calendar/all.ics"]
    made = draft.make(draft.view, found.settings)
    assert isinstance(made, File)
    listed: dict[str, tuple[icalendar.Component, ...]] = {}
    for event in icalendar.Calendar.from_ical(made.data).walk("VEVENT"):
        call = re.sub(r".*/calls/(.*)\.html", r"\1", str(event["URL"]))
        listed[call] = (*listed.get(call, ()), event)
    return listed


def summaries(call: PublicCall) -> tuple[PublicNotes, ...]:
    """Give what was written of a call from its sources; notes of people who were there are not judged here."""
    return tuple(notes for notes in call.notes if notes.origin is Origin.SUMMARY)


def is_exact(call: PublicCall) -> bool:
    """Tell whether the day of a call is known."""
    return call.date.exact is not None


def sources(records: Mapping[str, tuple[Any, ...]]) -> set[PublicSource]:
    """Give every source of every judged record."""
    return {source for kind in records.values() for record in kind for source in record.sources}


def test_check_finds_nothing(found):
    """There is neither an error nor a warning; a copy without git history is no fault of the records."""
    assert [] == [fault for fault in found.problems if fault.code != "S706"]


def test_contributions_are_there(version, found):
    """The second round of these tests does look at an archive with more in it."""
    added = {Path(path).stem for path in contributed() if path.startswith("calls/2")}
    more = added if version == WITH_CONTRIBUTIONS else set()
    assert more == added & {call.id for call in found.archive.calls}


def test_archive_is_closed(found):
    """The calls are over, so nothing is announced."""
    assert "closed" == found.settings.state


def test_search_engines_are_kept_out(found):
    """Search engines stay away until the owner has gone through the records."""
    assert not found.settings.indexing


@pytest.mark.parametrize("kind", RECORDS)
def test_every_judged_record_is_here(records, kind):
    """No record that was judged is lost, renamed or withheld, however many others there are."""
    assert sorted(RECORDS[kind]) == sorted(record.id for record in records[kind])


def test_no_judged_call_is_withheld_in_part(calls):
    """All calls that were judged may be seen whole."""
    assert [] == [call.id for call in calls if call.withholding]


def test_what_was_judged_is_whole():
    """47 calls, 17 series, 22 groups, 17 campaigns and gatherings, and one provider were judged."""
    assert [47, 17, 22, 17, 1] == [len(records) for records in RECORDS.values()]


def test_36_were_judged_held_and_11_only_announced():
    """What only a notice tells of is not counted as held."""
    assert {"held": 36, "announced": 11} == Counter(facts["status"] for facts in JUDGED.values())


def test_people_met_in_three_ways():
    """34 by telephone, 10 in a room, 3 by voice over the internet."""
    expected = {"phone": 34, "in-person": 10, "voice": 3}
    assert expected == Counter(facts["mode"] for facts in JUDGED.values())


def test_27_have_no_hour():
    """An unknown hour is left out, even where the series has a usual one."""
    assert 27 == sum(not facts["start"] for facts in JUDGED.values())


def test_a_judged_call_keeps_its_facts(calls):
    """Status, the way people met, day and hour are those that were judged from the sources."""
    found = {call.id: (call.status, call.mode, str(call.date), hour(call)) for call in calls}
    expected = {
        name: (Status(facts["status"]), Mode(facts["mode"]), facts["date"], facts["start"])
        for name, facts in JUDGED.items()
    }
    assert expected == found


def hour(call: PublicCall) -> str:
    """Write the hour of a call, or nothing where it is not known."""
    return f"{call.start:%H:%M}" if call.start else ""


def test_3_have_no_day(calls):
    """An unknown day stays unknown."""
    expected = ["2011-12-general-call-national-initiatives", "2011-committees-idea-call"]
    assert [*expected, "2012-01-coc-call"] == sorted(c.id for c in calls if not is_exact(c))


def test_recordings_are_unknown_but_for_those_that_were_linked(calls):
    """Of two calls a link in the minutes is known, of the others nothing, until somebody sends a recording."""
    linked = {name for name, facts in JUDGED.items() if facts["recording"] == "missing"}
    assert {"2011-10-24-national-call", "2011-11-07-general-call"} == linked
    states = {call.id: call.recording_state for call in calls if not call.recordings}
    assert {RecordingState.MISSING} >= {states[name] for name in linked & states.keys()}
    assert {RecordingState.UNKNOWN} >= {states[name] for name in states.keys() - linked}


def test_43_calls_have_a_summary():
    """No minutes of others are kept, and of four calls there was nothing to sum up."""
    expected = {"summary": 43, "missing": 2, "not-expected": 2}
    assert expected == Counter(facts["notes"] for facts in JUDGED.values())


def test_a_summary_never_passes_for_minutes(calls):
    """The state of a call's notes is the judged one, until notes of people who were there are sent."""
    states = {
        call.id: call.notes_state.value for call in calls if len(summaries(call)) == len(call.notes)
    }
    assert {} == {name: state for name, state in states.items() if state != JUDGED[name]["notes"]}
    assert {name for name, facts in JUDGED.items() if facts["notes"] == "summary"} <= set(states)


def test_a_summary_begins_with_what_it_rests_on(calls):
    """Its first words say how little was read."""
    firsts = {notes.body.lstrip().split("\n")[0] for call in calls for notes in summaries(call)}
    assert [] == [first for first in firsts if not first.startswith("This summary rests on ")]


def test_notes_of_announced_calls_hold_no_outcome_as_adopted(calls):
    """What was planned for a call was not decided on it."""
    planned = [call for call in calls if call.status is Status.ANNOUNCED]
    adopted = [c.id for c in planned for n in summaries(c) for mark in n.marks if mark.adopted]
    assert [] == adopted


def test_a_summary_of_an_announced_call_says_that_nobody_confirmed_it(calls):
    """Whoever reads only the summary learns it too."""
    planned = [call for call in calls if call.status is Status.ANNOUNCED]
    texts = {call.id: notes.body for call in planned for notes in summaries(call)}
    assert 9 == len(texts)
    assert [] == [name for name, text in texts.items() if "confirmed" not in text]


def test_43_outcomes_were_judged():
    """The list of what was judged by hand is whole."""
    assert 43 == len(OUTCOMES)


@pytest.mark.parametrize("judged", OUTCOMES, ids=lambda row: f"{row['call']}: {row['text'][:30]}")
def test_outcome_stands_in_its_minutes(judged, marks):
    """The mark is there with exactly the word it was given, and counts as a decision only if that word does."""
    mark = marks[judged["call"], judged["text"]]
    assert (judged["outcome"], judged["adopted"]) == (mark.outcome, mark.adopted)


def test_no_outcome_was_left_unjudged(marks):
    """No summary tells of an outcome that is not in the list."""
    assert {(row["call"], row["text"]) for row in OUTCOMES} == set(marks)


def test_every_word_of_the_list_counts_as_the_program_counts_it():
    """What the list calls adopted is what the words mean everywhere."""
    wrong = [r["text"] for r in OUTCOMES if r["adopted"] != (r["outcome"] in outcomes.ADOPTED)]
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
    polls = [m for c in calls for n in summaries(c) for m in n.marks if m.kind is MarkKind.POLL]
    assert 4 == len(polls)
    assert [] == [poll.text for poll in polls if "result not visible" not in poll.text]


def test_the_count_of_places_has_sixteen_items(calls):
    """The one count names all sixteen proposed actions with its number, the smallest nought."""
    (call,) = [call for call in calls if call.id == "2012-01-16-action-coordination"]
    (count,) = [m for n in summaries(call) for m in n.marks if m.kind is MarkKind.COUNT]
    numbers = [int(item.rpartition(": ")[2]) for item in count.items]
    assert [5, 8, 6, 3, 3, 1, 2, 0, 2, 2, 6, 5, 6, 1, 1, 2] == numbers


def test_every_call_cites_a_source_with_its_address(calls):
    """Nothing is claimed without saying where it stands."""
    assert [] == [call.id for call in calls if not call.sources]
    assert [] == [call.id for call in calls if not all(source.url for source in call.sources)]


def test_no_source_is_linked(records):
    """Addresses stand as text until a person has looked at them."""
    assert {Use.CITE} == {source.use for source in sources(records)}


def test_no_evidence_is_complete(records):
    """Only parts of the sources were seen, and no record says more."""
    kinds = ("calls", "series", "groups", "hubs")
    claimed = {record.evidence for kind in kinds for record in records[kind]}
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


def test_series_expand_to_nothing(records):
    """Every series is a habit of which single dates are not known; none of them makes up a call."""
    assert {Evidence.PATTERN_ONLY} == {series.evidence for series in records["series"]}


def test_no_date_is_expected_of_a_judged_series(found, public, records):
    """Of the 17 judged series none has a date that the archive expects, not even where the rhythm can be counted."""
    assert any(series.recurrence for series in records["series"])
    dates = occurrences_of(public, found.settings)
    assert [0] * 17 == [len(dates.get(series.id, ())) for series in records["series"]]


def test_no_gap_follows_from_a_judged_series(found, public, records):
    """None of the 17 judged series has a row in the ledger, so that nobody is asked for a call that was made up."""
    rows = ledger_of(public, found.settings).rows
    assert [0] * 17 == [len(rows.get(series.id, ())) for series in records["series"]]
    assert () == missing_rows(public, found.settings)


def test_every_event_has_a_record(version, public, events):
    """No event leads to a mere date of a series: 44 of the archive as it is shipped, and two that were contributed."""
    assert {call.id for call in public.calls} >= set(events)
    more = 2 if version == WITH_CONTRIBUTIONS else 0
    assert 44 + more == sum(map(len, events.values()))


def test_approvals_stand_only_where_one_was_found(records):
    """Three groups were approved by an assembly, as far as was found, and Boston's is not among them."""
    approved = {group.id: group.approved_by for group in records["groups"] if group.approved_by}
    expected = {
        "national-gathering-working-group": "philadelphia-general-assembly",
        "nyc-inter-occupation-communication": "nyc-general-assembly",
        "philadelphia-committee-of-correspondence": "philadelphia-general-assembly",
    }
    assert expected == approved


def test_each_exactly_dated_call_is_in_the_calendar_once(calls, events):
    """44 judged calls have a day, and each has one event that leads to its page."""
    exact = {call.id for call in calls if is_exact(call)}
    assert 44 == len(exact)
    found = {name: len(listed) for name, listed in events.items() if name in JUDGED}
    assert dict.fromkeys(exact, 1) == found


def test_events_are_on_their_calls_days(calls, events):
    """The calendar's day of a call without an hour is the record's, as a whole day."""
    days = {call.id: call.date.exact for call in calls if is_exact(call) and not call.start}
    assert days == {name: events[name][0]["DTSTART"].dt for name in days}


def test_events_are_at_their_calls_hours(calls, events):
    """The calendar's instant of a call with an hour is the record's hour by the clock of its zone."""
    hours = {call.id: call.starts_at for call in calls if is_exact(call) and call.start}
    assert hours == {name: events[name][0]["DTSTART"].dt for name in hours}


def test_no_event_is_an_approximate_call(calls, events):
    """A call without a day is in no calendar."""
    assert set() == {call.id for call in calls if not is_exact(call)} & set(events)
