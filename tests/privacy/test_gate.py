"""The gate, asked field by field: what each level of sharing shows, and that everything else stays inside."""

import dataclasses
import datetime
import itertools

import pytest

from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.model.call import Call, Count, NotesAbsence, Status
from generator.model.dates import LooseDate
from generator.model.past import Step
from generator.model.share import CLOSED, PUBLIC, Share
from generator.model.source import Use
from generator.privacy import gate, policy, public
from generator.privacy.public import NotesState, PublicCall, RecordingState, WithheldCall
from tests.privacy.full_call import (
    ALWAYS,
    ARCHIVE,
    CALL,
    GROUP,
    HUB,
    NOTES,
    OF_MINUTES,
    OF_RECORDING,
    RECORDING,
    SERIES,
    SETTINGS,
    SOURCE,
    WITHHELD_FIELDS,
    archive_with,
    is_empty,
    names,
    share,
)

LEVELS = list(itertools.product((True, False), repeat=4))
# Either a public call cannot be without it, or a state is made of it.
NOT_COPIED = frozenset({"share", "minutes", "recording", "id", "date", "path", "zone"})
# Worked out by the gate and not copied from a record.
MADE = frozenset(
    {
        "notes_state",
        "absence",
        "recording_state",
        "withholding",
        "coarse",
        "changed_at",
        "recorded_at",
        "starts_at",
        "lost",
        "ends_on",
        "provider_deletes_on",
        "transcribed",
        "notes_begun",
    }
)


def published(archive: Archive) -> public.PublicArchive:
    return gate.publish(archive, SETTINGS)


def shown(call: Call, archive: Archive = ARCHIVE) -> public.AnyCall:
    """Give what is published of a call that stands alone in an archive."""
    (made,) = published(dataclasses.replace(archive, calls=(call,))).calls
    return made


def shared(level: Share) -> public.AnyCall:
    return shown(dataclasses.replace(CALL, share=level))


def test_the_example_is_filled_in_every_field():
    """The call of these tests leaves no field empty, so none is forgotten."""
    assert [] == [
        name for name in names(Call) if is_empty(getattr(CALL, name)) and name != "status"
    ]


def test_policy_has_a_line_for_each_field_and_no_other():
    """A field of a call that is new has no line and is not shown; a line without a field is stale."""
    assert names(Call) == set(policy.CALL)


def test_public_call_has_room_only_for_known_fields():
    """What a public call can hold is a field of the record with a line, or made by the gate."""
    assert names(Call) - {"share", "minutes", "recording"} | MADE | {"notes"} == names(PublicCall)


def test_withheld_call_has_no_room():
    """The type of a withheld call has exactly the allowed fields, and so has its withholding."""
    assert WITHHELD_FIELDS == names(WithheldCall)
    facts = {"minutes", "recording", "details", "reason", "decided_by", "decided_on", "review_on"}
    assert facts == names(public.Withholding)


@pytest.mark.parametrize(
    "name",
    sorted(set(policy.CALL) - {"share", "minutes", "recording", "id", "date", "path", "zone"}),
)
def test_field_without_a_line_is_not_shown(name, monkeypatch):
    """Take a field's line away, and a fully shared call is published without it."""
    assert not is_empty(getattr(shared(PUBLIC), name))
    monkeypatch.delitem(policy.CALL, name)
    policy.open_fields.cache_clear()
    try:
        assert is_empty(getattr(shared(PUBLIC), name))
    finally:
        policy.open_fields.cache_clear()


def test_public_call_shows_every_field():
    """`share: public` shows all of a call."""
    call = shared(PUBLIC)
    closed = {
        "withholding",
        "coarse",
        "changed_at",
        "recorded_at",
        "lost",
        "provider_deletes_on",
        "transcribed",
        "notes_begun",
    }
    assert closed == {
        f.name for f in dataclasses.fields(call) if is_empty(getattr(call, f.name))
    } - {"status"}


@pytest.mark.parametrize(("minutes", "recording", "details", "identify"), LEVELS)
def test_each_level_shows_exactly_what_it_may(minutes, recording, details, identify):
    """All sixteen levels, field by field: a closed part leaves every one of its fields empty."""
    call = shared(share(minutes, recording, details, identify))
    if not details:
        assert isinstance(call, WithheldCall)
        expected = ("river-open-call", ("river-planning",)) if identify else ("", ())
        assert expected == (call.series, call.groups)
        assert (CALL.id, CALL.date) == (call.id, call.date)
        return
    assert isinstance(call, PublicCall)
    closed = (OF_MINUTES if not minutes else set()) | (OF_RECORDING if not recording else set())
    for field in sorted(names(PublicCall) - MADE):
        assert (field in closed) == is_empty(getattr(call, field)) or field == "status", field


@pytest.mark.parametrize(("minutes", "recording", "details", "identify"), LEVELS)
def test_each_level_says_what_is_withheld(minutes, recording, details, identify):
    """The register's facts: which parts, why, since when, until which review; and by whom only if that may be known."""
    call = shared(share(minutes, recording, details, identify))
    if minutes and recording and details:
        assert call.withholding is None
        return
    facts = call.withholding
    assert facts is not None
    assert (not (minutes and details), not (recording and details), not details) == (
        facts.minutes,
        facts.recording,
        facts.details,
    )
    assert (datetime.date(2031, 3, 6), datetime.date(2031, 9, 6)) == (
        facts.decided_on,
        facts.review_on,
    )
    assert ("river-planning" if details or identify else "") == facts.decided_by


@pytest.mark.parametrize(("minutes", "recording"), [(True, False), (False, True), (False, False)])
def test_states_of_closed_parts_are_withheld(minutes, recording):
    """Nothing of a closed part comes out as missing, elsewhere or expired."""
    call = shared(share(minutes, recording, True))
    assert isinstance(call, PublicCall)
    assert (call.notes_state is NotesState.WITHHELD) == (not minutes)
    assert (call.absence is NotesState.WITHHELD) == (not minutes)
    assert (call.recording_state is RecordingState.WITHHELD) == (not recording)


def test_share_that_was_not_read_is_closed():
    """A sharing that is missing or misspelt leaves the date, even where the errors about it were ignored."""
    call = shared(CLOSED)
    assert isinstance(call, WithheldCall)
    assert [] == [
        name for name in names(WithheldCall) - ALWAYS - {"withholding"} if getattr(call, name)
    ]


def test_withheld_call_with_a_telling_id_is_left_out():
    """A name such as `2031-03-05-secret-plan` would tell by its address what the call was."""
    telling = dataclasses.replace(CALL, id="2031-03-05-secret-plan", share=CLOSED)
    assert () == published(dataclasses.replace(ARCHIVE, calls=(telling,), minutes=())).calls


def test_history_of_a_withheld_call_is_its_decision():
    """When a file with withheld text was last changed is not told; when it was decided is."""
    archive = dataclasses.replace(
        ARCHIVE, stamps={CALL.path: 1_999_999_999, NOTES.path: 1_999_999_999}
    )
    midnight = int(datetime.datetime(2031, 3, 6, tzinfo=datetime.UTC).timestamp())
    for level in (share(True, False, True), share(False, False, False)):
        assert midnight == shown(dataclasses.replace(CALL, share=level), archive).changed_at


def test_history_of_the_record_is_told_apart_from_that_of_its_notes():
    """When notes were added later, the record itself was last changed before."""
    archive = dataclasses.replace(
        ARCHIVE, stamps={CALL.path: 1_930_000_000, NOTES.path: 1_940_000_000}
    )
    call = shown(dataclasses.replace(CALL, share=PUBLIC), archive)
    assert isinstance(call, PublicCall)
    assert (1_940_000_000, 1_930_000_000) == (call.changed_at, call.recorded_at)


def test_history_of_a_record_with_anything_withheld_is_its_decision():
    """Of a call whose minutes are withheld nobody learns when its record was changed."""
    archive = dataclasses.replace(ARCHIVE, stamps={CALL.path: 1_999_999_999})
    midnight = int(datetime.datetime(2031, 3, 6, tzinfo=datetime.UTC).timestamp())
    call = shown(dataclasses.replace(CALL, share=share(True, False, True)), archive)
    assert isinstance(call, PublicCall)
    assert midnight == call.recorded_at


def test_hour_of_a_withheld_call_is_not_told_by_its_neighbours():
    """Calls of one day stand in an order that a withheld hour does not change."""
    open_call = dataclasses.replace(
        CALL, id="2031-03-05-open", start=datetime.time(12), share=PUBLIC
    )
    ids = set()
    for hour in (1, 23):
        closed = dataclasses.replace(CALL, start=datetime.time(hour), share=CLOSED)
        in_order = sorted((open_call, closed), key=lambda call: call.start or datetime.time())
        archive = dataclasses.replace(ARCHIVE, calls=tuple(in_order))
        ids.add(tuple(call.id for call in published(archive).calls))
    assert 1 == len(ids)


NAMED = dataclasses.replace(
    CALL,
    groups=("quiet-circle", "river-planning"),
    hosts=(
        "quiet-circle",
        "The Quiet Circle",
        "the quiet  circle",
        "Quiet-Circle",
        "Friends of the river",
    ),
    hubs=("quiet-watch", "spring-gathering"),
    series="quiet-rounds",
    roles=(("facilitator", "The Quiet Circle"), ("scribe", "River Assembly")),
    sources=(dataclasses.replace(SOURCE, publisher="The quiet circle"), SOURCE),
    recordings=(
        dataclasses.replace(RECORDING, keeper="the quiet  circle", kept_by=""),
        dataclasses.replace(RECORDING, url="https://sound.example/2.mp3", kept_by=""),
    ),
)
CLOSED_RECORDS = dataclasses.replace(
    ARCHIVE,
    groups=(
        dataclasses.replace(
            GROUP, id="quiet-circle", name="The Quiet Circle", share=share(True, True, False)
        ),
        dataclasses.replace(
            GROUP, part_of="quiet-circle", approved_by="quiet-circle", sources=NAMED.sources
        ),
    ),
    hubs=(dataclasses.replace(HUB, id="quiet-watch", name="Watch", share=CLOSED), HUB),
    series=(
        dataclasses.replace(
            SERIES, id="quiet-rounds", title="Night Rounds", share=share(False, True, True)
        ),
        dataclasses.replace(
            SERIES,
            groups=("quiet-circle", "river-planning"),
            hubs=("quiet-watch",),
            roles=NAMED.roles,
        ),
    ),
)


@pytest.mark.parametrize(
    "level",
    [
        PUBLIC,
        dataclasses.replace(share(False, True, True), decided_by="quiet-circle"),
        dataclasses.replace(share(False, False, False, True), decided_by="quiet-circle"),
    ],
)
def test_closed_records_vanish_wherever_they_are_named(level):
    """No id and no name of a closed group, series or hub is in any public value, in whatever case it was written."""
    call = dataclasses.replace(NAMED, share=level)
    text = repr(published(dataclasses.replace(CLOSED_RECORDS, calls=(call,)))).lower()
    words = (
        "quiet-circle",
        "quiet circle",
        "quiet  circle",
        "quiet-watch",
        "quiet-rounds",
        "night rounds",
    )
    assert [] == [word for word in words if word in text]


def test_open_names_stay():
    """What is not closed is still named beside what is."""
    call = shown(dataclasses.replace(NAMED, share=PUBLIC), CLOSED_RECORDS)
    assert isinstance(call, PublicCall)
    assert (("", "Friends of the river"),) == call.hosts
    assert (("scribe", "River Assembly"),) == call.roles
    assert ("river-planning",) == call.groups
    (series,) = published(CLOSED_RECORDS).series
    assert (("scribe", "River Assembly"),) == series.roles
    assert ("", "the post office") == tuple(source.publisher for source in call.sources)
    assert ("", "the library of Mill Town") == tuple(copy.keeper for copy in call.recordings)


ANSWER = Answer(
    "calls/links/others.jsonl", 1, SOURCE.url, datetime.date(2031, 5, 1), Found.GONE, 404
)


@pytest.mark.parametrize(
    ("use", "asked_on", "is_told"),
    [
        (Use.LINK, SETTINGS.today, True),
        (Use.LINK, SETTINGS.today + datetime.timedelta(days=1), False),
        (Use.CITE, SETTINGS.today, False),
    ],
)
def test_what_was_found_is_told_of_sources_that_are_linked(use, asked_on, is_told):
    """An address that stands as text is never asked for, and nothing was found on a day to come."""
    call = dataclasses.replace(CALL, sources=(dataclasses.replace(SOURCE, use=use),))
    answers = (dataclasses.replace(ANSWER, asked_on=asked_on),)
    seen = shown(call, dataclasses.replace(ARCHIVE, answers=answers))
    assert isinstance(seen, PublicCall)
    found = [one.answer.found for one in seen.sources if one.answer]
    assert [Found.GONE] * is_told == found


def test_adoption_by_a_withheld_call_is_not_told():
    """Notes that a withheld call adopted would say to which series and group it belongs."""
    other = dataclasses.replace(
        CALL, id="2031-03-12-withheld-1", date=LooseDate(2031, 3, 12), share=CLOSED
    )
    notes = dataclasses.replace(NOTES, adopted_by=other.id)
    archive = dataclasses.replace(ARCHIVE, calls=(CALL, other), minutes=(notes,))
    call = published(archive).calls[0]
    assert isinstance(call, PublicCall)
    assert "" == call.notes[0].adopted_by


@pytest.mark.parametrize(("count", "few"), [(1, True), (9, True), (10, False)])
def test_few_people_are_shown_less_exactly(count, few):
    """Below ten people places are their state or country, and roles are gone."""
    call = shown(
        dataclasses.replace(
            CALL,
            participants=Count(1, count),
            places=("Mill Town, PA", "Hall 3, Ferry, PA", "Ohio"),
        )
    )
    assert isinstance(call, PublicCall)
    assert few == call.coarse
    assert (
        ("PA", "Ohio") if few else ("Mill Town, PA", "Hall 3, Ferry, PA", "Ohio")
    ) == call.places
    assert (() if few else CALL.roles) == call.roles


def test_calls_come_by_date():
    """A month without a day comes before the days of it."""
    calls = [
        dataclasses.replace(CALL, id=f"{date}-withheld-1", date=date, status=Status.HELD)
        for date in (
            LooseDate(2031, 3, 5),
            LooseDate(2031, 3),
            LooseDate(2031),
            LooseDate(2030, 12, 31),
        )
    ]
    archive = dataclasses.replace(ARCHIVE, calls=tuple(calls))
    assert ["2030-12-31", "2031", "2031-03", "2031-03-05"] == [
        str(c.date) for c in published(archive).calls
    ]


@pytest.mark.parametrize("is_open", [True, False])
def test_notes_that_nobody_has_written_are_no_notes(is_open):
    """Headings alone are not minutes; where they lie is told only of notes that may be read."""
    begun = dataclasses.replace(NOTES, is_written=False, body="## Outcomes")
    held = dataclasses.replace(CALL, status=Status.HELD, minutes=NotesAbsence.UNSAID)
    call = shown(
        dataclasses.replace(held, share=share(is_open, True, True)), archive_with(minutes=(begun,))
    )
    assert isinstance(call, PublicCall)
    state = NotesState.MISSING if is_open else NotesState.WITHHELD
    assert ((), state, NOTES.path if is_open else "") == (
        call.notes, call.notes_state, call.notes_begun
    )  # fmt: skip


def test_the_log_tells_the_day_of_a_commit_and_not_its_hour():
    """At what hour somebody withheld or published something is told of no call."""
    noon = datetime.datetime(2031, 3, 20, 12, 34, 56, tzinfo=datetime.UTC)
    steps = (Step(int(noon.timestamp()), CLOSED), Step(None, PUBLIC))
    call = dataclasses.replace(CALL, share=PUBLIC)
    archive = archive_with(calls=(call,), past={CALL.id: steps})
    told = [change.changed_at for change in gate.publish(archive, SETTINGS).changes]
    midnight = noon.replace(hour=0, minute=0, second=0)
    assert [int(midnight.timestamp()), None] == told
