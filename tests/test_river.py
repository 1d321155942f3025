"""The fictional archive of the River Assembly has an example of everything there is: each field, each word, each state.

What is new in the program and has no example there fails here, with a line that says where to add one.
"""

import dataclasses
import datetime
import importlib
import itertools
import pkgutil
import re
import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from types import ModuleType, SimpleNamespace

import pytest

import generator.model
from generator import fields, listings
from generator.fields import kinds as k
from generator.fields import transcript_tables
from generator.load.files import Source
from generator.load.front_matter import read_parts
from generator.load.notebook import Notebook
from generator.load.yaml_tree import Mapping, Node, Scalar, Sequence, read_mapping
from generator.model import outcomes
from generator.model.call import Call, Status
from generator.model.minutes import MarkKind, Tally
from generator.model.share import Reason, Share
from generator.privacy import gate, public
from generator.privacy.public import PublicCall
from generator.render import decision_register, states
from generator.render.action_states import Standing, actions_of
from generator.render.carried_over import course_of_calls
from generator.render.clock_notices import clock_notices
from generator.render.ledger import ledger_of
from generator.render.ledger_words import own_keys
from generator.render.named_marks import relations_of
from generator.render.occurrences import Occurrence, occurrences_of
from generator.render.rows import is_upcoming
from tests.plain_settings import PLAIN
from tests.site_archives import GOOD, SITES, examined

HOME = SITES / "river" / "archive"
HERE = "tests/sites/river/archive/"
TODAY = GOOD["river"]
TABLES = (
    fields.CALL,
    fields.SERIES,
    fields.GROUP,
    fields.HUB,
    fields.PLATFORM,
    fields.MINUTES,
    transcript_tables.TRANSCRIPT,
    transcript_tables.CORRECTIONS,
)
"""Tables of records; those they hold inside are found by themselves."""
NEVER_WRITTEN = {Reason.UNSTATED: "a sharing without a reason is an error and publishes nothing"}
NO_CHIP = {
    f"{what}-{when}" for what in ("notes", "recording") for when in ("not-yet", "not-expected")
}
"""States that a list does not show, because nothing is asked for."""
COUNTS = {
    "exact": r"[0-9]+",
    "at least": r"[0-9]+\+",
    "a range": r"[0-9]+-[0-9]+",
    "about": r"about [0-9]+",
    "few": r"[1-9]",
}
RHYTHMS = (
    "every week on",
    "every 2 weeks on",
    "first and third",
    "last Friday",
    "on the 1st and 15th",
)
ZONES = {
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Europe/London",
    "Asia/Kolkata",
}

Use = tuple[str, str, str]
"""A field that somebody wrote: its table, its name, and its value where that is one piece of text."""


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    """Give the archive as it was read, as the public sees it, what is said of it, and every field in use."""
    found = examined("river", tmp_path_factory.mktemp("river"))
    assert found.settings is not None
    return SimpleNamespace(
        archive=found.archive,
        public=gate.publish(found.archive, found.settings),
        problems=found.problems,
        settings=found.settings,
        uses=frozenset(written()),
    )


def test_every_field_is_used(river):
    """Each field of each table stands in some record, some notes, some page or the settings."""
    used = {(table, name) for table, name, _ in river.uses}
    known = set(declared((*TABLES, fields.PAGE, fields.SETTINGS)))
    assert set() == known - used, f"write these fields into a record below {HERE}"


@pytest.mark.parametrize("kind", ["calls", "series", "groups", "hubs", "platforms"])
def test_every_field_is_read(river, kind):
    """What stands in the records arrives in the archive: each value that may be left out is there in one of them."""
    records = getattr(river.archive, kind)
    optional = [
        field
        for field in dataclasses.fields(records[0])
        if field.default is not dataclasses.MISSING
    ]
    lost = {
        field.name
        for field in optional
        if all(getattr(one, field.name) == field.default for one in records)
    }
    assert set() == lost, "let `load/records.py` read these fields"


def test_every_word_of_a_choice_is_used(river):
    """Each word that a field may have is the value of such a field somewhere; the settings can have but one each."""
    used = {(name, value) for table, name, value in river.uses}
    known = {
        (field.name, word)
        for table in nested(TABLES)
        for field in table.fields
        if isinstance(field.kind, k.Choice)
        for word in field.kind.words
    }
    assert set() == known - used, f"give a record below {HERE} these values"


def test_every_member_of_every_enumeration_occurs(river):
    """Each state and kind of the model, and of what the public sees, is that of some record or mark."""
    kinds = {kind for module in modules() for kind in enumerations(module)}
    assert len(kinds) > 10
    found = {*members(river.archive), *members(river.public)}
    known = {member for kind in kinds for member in kind} - NEVER_WRITTEN.keys()
    missing = sorted(f"{type(member).__name__}.{member.name}" for member in known - found)
    assert [] == missing, f"add a record or notes below {HERE} in which these occur"


def test_every_chip_is_shown(river):
    """Each chip that a list can show stands beside some call, or date of a series, on the archive's day."""
    rows = ledger_of(river.public, replace(PLAIN, today=TODAY, state="living")).rows.values()
    beside_dates = {key for own in rows for row in own for key in own_keys(row)}
    shown = beside_dates | {
        key
        for call in river.public.calls
        for key in states.chip_keys(call, is_upcoming(call, TODAY))
    }
    assert set(states.CHIPS) - NO_CHIP == shown, f"add a call below {HERE}calls/ that has it"


def test_a_clock_change_is_told(river):
    """It moves a call with a record and a series that is announced, on the archive's day."""
    told = clock_notices(river.public, river.settings)
    assert (True, True) == (bool(told.calls), bool(told.series)), f"see listener_zones in {HERE}"


def test_every_outcome_is_said(river):
    """Each word that says what became of a proposal ends some mark."""
    said = {mark.outcome for notes in river.archive.minutes for mark in notes.marks}
    assert set() == outcomes.KNOWN - said, f"end a mark below {HERE}minutes/ with these"


def test_every_listing_is_on_a_page(river):
    """Each listing that a written page may hold is on one."""
    held = {name for page in river.archive.pages for _, name, _ in page.listings}
    assert set() == listings.LISTINGS.keys() - held, f"put these on a page below {HERE}content/"


def test_every_form_of_sharing_is_used(river):
    """A call is shared wholly, closed in each part alone, in its details with a name or none, and in short forms."""
    short = {value for _, name, value in river.uses if name == "share" and value}
    reasons = {reason.value for reason in Reason} - {"unstated"}
    assert {"public", *(f"withheld for {reason}" for reason in reasons)} == short
    written_out = [call.share for call in river.archive.calls if call.share.decided_on]
    assert {"minutes", "recording", "details", "named details"} == set(map(closed, written_out))


def test_reviews_lie_on_both_sides_of_the_day(river):
    """A withheld call is due to be looked at again, another was due already, and one says who decided."""
    shares = [call.share for call in river.archive.calls]
    reviews = {share.review_on > TODAY for share in shares if share.review_on}
    assert {True, False} == reviews
    assert any(share.decided_by for share in shares)


@pytest.mark.parametrize("reason", sorted({reason.value for reason in Reason} - {"unstated"}))
def test_every_class_of_redaction_stands_in_notes(river, reason):
    """A passage was taken out of notes for each class of reasons."""
    assert any(f"[redacted: {reason}]" in notes.body for notes in river.archive.minutes)


def test_days_and_hours_are_known_in_every_measure(river):
    """There are calls of a day, a month and a year, with an hour and without one, in several zones."""
    calls = river.archive.calls
    assert {4, 7, 10} == {len(str(call.date)) for call in calls}
    assert {True, False} == {call.start is None for call in calls if call.date.day}
    assert set() == ZONES - {call.zone for call in calls if call.start}


def test_calls_stand_beside_a_change_of_the_clocks(river):
    """One call is held on the day on which the clocks of its zone change, and one on the eve."""
    changes = {days_to_clock_change(call) for call in river.archive.calls if call.start}
    assert {0, 1} <= changes


def test_calls_are_moved_and_cancelled_in_every_way(river):
    """Calls were moved once and twice, to another day and to another hour, and one keeps a date of its own."""
    calls = river.archive.calls
    assert {0, 1, 2} == {len(call.moved_from) for call in calls}
    days = {(call.moved_from[0].date() == call.date.exact) for call in calls if call.moved_from}
    assert {True, False} == days
    assert any(call.occurrence for call in calls)


@pytest.mark.parametrize("name", COUNTS)
def test_people_are_counted_in_every_way(river, name):
    """A number of people is exact, a lower bound, a range, a guess, or so small that places are coarsened."""
    counts = [value for _, field, value in river.uses if field == "participants"]
    assert any(re.fullmatch(COUNTS[name], value) for value in counts)


@pytest.mark.parametrize("words", RHYTHMS)
def test_every_rhythm_has_a_series(river, words):
    """Each way to say a rhythm in words that can be counted is that of a series."""
    assert any(series.repeats.startswith(words) for series in river.archive.series)


def test_a_habit_without_dates_has_a_series(river):
    """Of a series with a rhythm in words that can be counted, only the habit is known."""
    habits = [one for one in river.archive.series if one.evidence.value == "pattern-only"]
    assert any(one.repeats for one in habits)
    assert any(one.rhythm for one in habits)


def test_expected_dates_stand_in_every_way(river):
    """Calls are expected with a record and without one, before the day and after it."""
    found = expected(river)
    assert {(True, True), (True, False), (False, True), (False, False)} == {
        (bool(each.call), each.day > TODAY) for each in found
    }


def test_few_expected_dates_have_no_record(river):
    """Of the dates before the day four lack a record, so that the list of what is missing can be read."""
    missing = {(each.series, str(each.day)) for each in expected(river) if not each.call}
    assert {
        ("bridge-builders", "2031-02-28"),
        ("growers-call", "2031-03-27"),
        ("news-desk", "2031-04-01"),
        ("planning-meeting", "2031-03-04"),
    } == {(series, day) for series, day in missing if day <= str(TODAY)}


def test_calls_to_come_differ_from_the_rhythm_in_every_way(river):
    """Of the occurrences to come one is moved to another day, one to another hour; one is cancelled, one is extra."""
    ahead = [call for call in shown(river) if call.series and (call.date.exact or TODAY) > TODAY]
    moved = [call for call in ahead if call.moved_from and not call.extra]
    assert {True, False} == {call.moved_from[0].date() == call.date.exact for call in moved}
    assert any(call.status is Status.CANCELLED for call in ahead)
    assert any(call.extra for call in ahead)
    assert any(day > TODAY for series in river.archive.series for day in series.skipped_days)


def test_series_that_expand_end_and_go_on(river):
    """A series goes on up to the horizon, another ends before it."""
    last = {each.series: each.day for each in expected(river)}
    ends = {one.id for one in river.archive.series if one.until}
    assert {True, False} == {name in ends for name in last}


def test_a_date_to_come_lies_between_two_clock_changes(river):
    """On a day to come with an expected call its zone is not as far from another as on the archive's day."""
    zones_in_use = sorted({each.zone for each in expected(river)})
    assert any(
        apart(each.zone, other, each.day) != apart(each.zone, other, TODAY)
        for each in expected(river)
        if each.day > TODAY
        for other in zones_in_use
    )


def test_recordings_run_out_in_every_way(river):
    """A copy lasts, one is still kept by its provider, one goes within three days, and one is gone."""
    kept = {platform.id: platform.keeps_recordings for platform in river.archive.platforms}
    ends = {
        days_left(call, kept[copy.kept_by])
        for call in river.archive.calls
        for copy in call.recordings
        if copy.kept_by and kept[copy.kept_by]
    }
    assert any(left > 30 for left in ends)
    assert any(0 <= left <= 3 for left in ends)
    assert any(left < 0 for left in ends)
    copies = [copy for call in river.archive.calls for copy in call.recordings]
    assert any(not copy.kept_by for copy in copies)


def test_transcripts_come_in_every_way(river):
    """One has voices, redactions and corrections, one is in another language, and one was drafted by a program."""
    found = river.public.transcripts
    assert any(
        one.corrections and one.redactions and any(cue.voice for cue in one.cues) for one in found
    )
    assert {"", "es"} == {one.language for one in found}
    assert {"transcript", "machine-draft"} == {one.origin.value for one in found}


def test_copies_are_known_in_every_way(river):
    """Some call has several copies that are there; one copy has a keeper, a day, a length and a checksum."""
    copies = [call.recordings for call in shown(river)]
    assert any(len(some) > 1 for some in copies)
    assert any(
        copy.keeper and copy.seen and copy.duration and copy.sha256
        for some in copies
        for copy in some
    )
    kinds = {copy.type.partition("/")[0] for some in copies for copy in some}
    assert {"audio", "video"} <= kinds
    assert any(copy.answer.moved_to for some in copies for copy in some if copy.answer)


def test_a_provider_may_still_have_what_nobody_listed(river):
    """One call without a known copy is within its provider's rule, and one is past it."""
    days = {platform.id: platform.keeps_recordings for platform in river.archive.platforms}
    silent = [
        call
        for call in shown(river)
        if call.recording_state.value in ("missing", "not-yet")
        and days.get(call.platform)
        and call.status is Status.HELD
    ]
    assert {True, False} == {call.provider_deletes_on is not None for call in silent}


def test_a_summary_stands_beside_every_absence(river):
    """A summary stands beside minutes that are missing, and beside some that were published elsewhere."""
    beside = {call.absence.value for call in shown(river) if call.notes_state.value == "summary"}
    assert {"missing", "elsewhere"} <= beside


def test_notes_come_in_two_languages_and_without_a_record(river):
    """One call has notes in two languages, notes of another stand in for its record, and one file was only begun."""
    by_call = river.archive.notes_by_call()
    assert any({"", "es"} == {one.language for one in notes} for notes in by_call.values())
    assert any(call.path.startswith("minutes/") for call in river.archive.calls)
    assert any(call.notes_begun for call in shown(river))


def test_counts_are_told_in_every_way(river):
    """Each thing that a tally can tell is told by some mark: answers, blocks, a quorum, and that it was not taken."""
    tallies = [mark.tally for notes in river.archive.minutes for mark in notes.marks if mark.tally]
    untold = {
        field.name
        for field in dataclasses.fields(Tally)
        if all(getattr(one, field.name) == field.default for one in tallies)
    }
    assert set() == untold, f"write a poll into notes below {HERE} that tells these"
    assert any(answer.told for one in tallies for answer in one.answers)


def test_marks_are_joined_across_calls(river):
    """A decision supersedes another, one in a draft would, and a report closes an action; one names the call too."""
    relations = relations_of(river.public.calls)
    assert {"supersedes", "would supersede", "closes"} <= {
        words for said in relations.says.values() for words, _ in said
    }
    joins = [join for mark in relations.known.marks.values() for join in mark.joins]
    assert any(join.call for join in joins)
    assert len(joins) == sum(map(len, relations.says.values()))


def test_outcomes_have_every_standing_and_method(river):
    """Some were decided and hold, one was superseded, others were proposed, reported or only drafted."""
    found = decision_register.outcomes_in(river.public)
    assert set(decision_register.Standing) == {one.standing for one in found}
    assert {*decision_register.Method, None} == {one.method for one in found}


def test_actions_are_open_and_closed(river):
    """Some action was closed by a later call, and some is open still."""
    marks = [mark for notes in river.archive.minutes for mark in notes.marks]
    actions = {mark.anchor for mark in marks if mark.kind is MarkKind.ACTION}
    closed_by_name = {
        name for mark in marks for name in re.findall(r"closes #([a-z0-9-]+)", mark.note)
    }
    assert actions & closed_by_name
    assert actions - closed_by_name


def test_actions_stand_in_every_state(river):
    """One is open, one may be done, a draft says of one that it is; two are done, by another mark and by a tick."""
    settings = replace(PLAIN, today=TODAY, state="living")
    course = course_of_calls(river.public.calls)
    found = actions_of(river.public, course, settings)
    assert set(Standing) == {each.standing for each in found}
    done = [each for each in found if each.standing is Standing.DONE]
    assert {True, False} == {bool(each.closed_by) for each in done}
    assert {True, False} == {each.passed for each in found if each.due}
    assert {"series", "groups"} == {each.line.partition("/")[0] for each in found}
    assert {True, False} == {each.in_draft for each in found}


def test_notes_have_time_marks_and_breakouts(river):
    """Notes of a call point into its recording, and tell what three breakouts reported back."""
    bodies = [notes.body for notes in river.archive.minutes]
    assert any(
        re.search(r"^## \[[0-9]{2}:[0-9]{2}:[0-9]{2}\] Breakout", body, re.M) for body in bodies
    )
    assert any(3 == body.count("**Report-back:**") for body in bodies)


def test_passages_are_named_by_hand_and_taken_out(river):
    """A heading has a name that stays when it is reworded, and a passage that went has left its address."""
    lines = [line for one in river.archive.minutes for line in one.body.split("\n")]
    assert [] != [line for line in lines if line.startswith("#") and line.endswith("}")]
    assert [] != [line for line in lines if line.startswith("[removed] {#notes-")]
    assert 1 == sum(one.removals for one in river.archive.minutes)


def test_breakouts_stand_in_headings_and_lists(river):
    """A breakout has a moment and one has none, a number of people is known or not, and one left no report-back."""
    found = [one for notes in river.archive.minutes for one in notes.breakouts]
    assert {True, False} == {one.moment is None for one in found}
    assert {True, False} == {one.people is None for one in found}
    assert {True, False} == {one.report_line > 0 for one in found}


def test_drafts_of_programs_are_in_every_state(river):
    """One that nobody reviewed decides nothing, and another was reviewed and adopted."""
    drafted = [
        notes
        for call in shown(river)
        for notes in call.notes
        if notes.origin is public.Origin.MACHINE_DRAFT
    ]
    assert {(True, False), (False, True)} == {
        (notes.is_draft, bool(notes.reviewed_by)) for notes in drafted
    }


def test_people_and_scripts_are_many(river):
    """Titles hold accents, Chinese and Arabic letters, and one is very long."""
    titles = "\n".join(call.title for call in river.archive.calls)
    for letters in ("[à-ÿ]", "[\u4e00-\u9fff]", "[\u0600-\u06ff]", "(?m)^.{200,}$"):
        assert re.search(letters, titles), letters


def test_only_warnings_that_are_meant_are_said(river):
    """The archive has no error, and warns of a place, a title, recordings that are due or say more than their words,
    and of notes only begun.
    """
    said = [(fault.code, fault.place.path) for fault in river.problems]
    assert [
        ("P507", "calls/2031/2031-02-20-tide-watch.yaml"),
        ("F240", "calls/2031/2031-03-02-teach-in.yaml"),
        ("M602", "calls/2031/2031-03-13-growers-call.yaml"),
        ("M602", "calls/2031/2031-03-30-bridge-builders.yaml"),
        ("M635", "minutes/2031/2031-02-12-river-open-call.vtt"),
        ("Y128", "minutes/2031/2031-03-26-river-open-call.md"),
    ] == said


def test_every_address_is_invented():
    """No address of the archive leads to anything that there is, but that of the licence."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in HOME.rglob("*") if path.is_file())
    hosts = set(re.findall(r"https?://([^/\s>:]+)", text))
    assert {"creativecommons.org"} == {host for host in hosts if not host.endswith(".example")}


def test_help_holds_for_any_archive():
    """The pages of help, which a new archive begins with, name nobody but in examples and lead to nothing of ours."""
    pages = sorted((HOME / "content/help").rglob("*.md"))
    assert {"index.md", "privacy.md"} <= {page.name for page in pages}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert [] == [word for word in ("about/", "River", "Mill Town") if word in text], page


def expected(river: SimpleNamespace) -> list[Occurrence]:
    """Give every date that a series of the archive is expected on."""
    found = occurrences_of(river.public, replace(PLAIN, today=TODAY, state="living"))
    return [each for dates in found.values() for each in dates]


def apart(zone: str, other: str, day: datetime.date) -> datetime.timedelta | None:
    """Give how far the clocks of two zones are apart at noon of a day."""
    noon = datetime.datetime.combine(day, datetime.time(12), zoneinfo.ZoneInfo(zone))
    there = noon.astimezone(zoneinfo.ZoneInfo(other)).utcoffset()
    here = noon.utcoffset()
    return here - there if here is not None and there is not None else None


def written() -> Iterator[Use]:
    """Give every field that somebody wrote into a file of the archive."""
    folders = {"series": fields.SERIES, "groups": fields.GROUP, "hubs": fields.HUB}
    for path in sorted(HOME.rglob("*.vtt")):
        remark = path.read_text(encoding="utf-8").split("\n\n")[1].removeprefix("NOTE\n")
        yield from uses(transcript_tables.TRANSCRIPT, tree_of(path.name, remark))
    for path in sorted(HOME.rglob("*.corrections.yaml")):
        rows = f"corrections:\n{path.read_text(encoding='utf-8')}"
        yield from uses(transcript_tables.CORRECTIONS, tree_of(path.name, rows))
    for path in sorted(HOME.rglob("calls/**/*.yaml")):
        tree = yaml_tree(path.relative_to(HOME).as_posix())
        if path.name == "platforms.yaml":
            for _, platform in tree.entries:
                yield from uses(fields.PLATFORM, platform)
        else:
            yield from uses(folders.get(path.parent.name, fields.CALL), tree)
    for path in sorted(HOME.rglob("*.md")):
        name = path.relative_to(HOME).as_posix()
        parts = read_parts(Notebook(name), Source(name, path.read_bytes()))
        assert parts is not None
        yield from uses(fields.MINUTES if name.startswith("minutes/") else fields.PAGE, parts.front)
    extra = dict_of(dict_of(yaml_tree("mkdocs.yml"))["extra"])
    yield from uses(fields.SETTINGS, extra["archive"])


def yaml_tree(path: str) -> Mapping:
    """Read a file of the archive as a tree."""
    return tree_of(path, (HOME / path).read_text(encoding="utf-8"))


def tree_of(path: str, text: str) -> Mapping:
    """Read a text as a tree."""
    tree, faults = read_mapping(path, text)
    assert () == faults
    assert tree is not None
    return tree


def dict_of(node: Node) -> dict[str, Node]:
    """Give the values of a tree by their keys."""
    assert isinstance(node, Mapping)
    return {key.text: value for key, value in node.entries}


def uses(table: k.Table, node: Node) -> Iterator[Use]:
    """Give the fields that are written in a tree and in those below it."""
    known = {field.name: field for field in table.fields}
    for name, value in dict_of(node).items():
        yield table.record, name, value.text if isinstance(value, Scalar) else ""
        inner = table_of(known[name].kind)
        for below in value.items if isinstance(value, Sequence) else (value,):
            if inner is not None and isinstance(below, Mapping):
                yield from uses(inner, below)


def table_of(kind: k.Kind) -> k.Table | None:
    """Give the table of a field whose values have fields of their own."""
    if isinstance(kind, k.Sharing):
        return fields.SHARE
    if isinstance(kind, k.ListOf):
        return table_of(kind.item)
    return kind if isinstance(kind, k.Table) else None


def nested(tables: tuple[k.Table, ...]) -> Iterator[k.Table]:
    """Give tables and those inside them."""
    for table in tables:
        inner = [table_of(field.kind) for field in table.fields]
        yield table
        yield from nested(tuple(one for one in inner if one is not None))


def declared(tables: tuple[k.Table, ...]) -> Iterator[tuple[str, str]]:
    """Give every field of some tables, by the name of its table and its own."""
    return ((table.record, field.name) for table in nested(tables) for field in table.fields)


def modules() -> Iterator[ModuleType]:
    """Give the modules in which states and kinds are declared."""
    for found in pkgutil.iter_modules(generator.model.__path__):
        yield importlib.import_module(f"generator.model.{found.name}")
    yield public


def enumerations(module: ModuleType) -> Iterator[type[Enum]]:
    """Give the enumerations that a module names."""
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Enum) and value is not Enum:
            yield value


def members(value: object) -> Iterator[Enum]:
    """Give the members of enumerations that a value holds, however deep."""
    if isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from members(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from members(getattr(value, field.name))


def closed(share: Share) -> str:
    """Name what a sharing that is written out keeps back."""
    if not share.details:
        return "named details" if share.identify else "details"
    return "minutes" if share.recording else "recording"


def days_to_clock_change(call: Call) -> int | None:
    """Give the days from a call to the next change of the clocks in its zone, where there is one within a week."""
    midnight = datetime.datetime.combine(call.date.last_day(), datetime.time())
    midnights = [midnight + datetime.timedelta(days=number) for number in range(8)]
    zone = zoneinfo.ZoneInfo(call.zone)
    offsets = [each.replace(tzinfo=zone).utcoffset() for each in midnights]
    pairs = enumerate(itertools.pairwise(offsets))
    return next((number for number, (before, after) in pairs if before != after), None)


def days_left(call: Call, kept: int) -> int:
    """Give the days until a provider deletes a recording; less than 0 when it has done so."""
    return (call.date.last_day() + datetime.timedelta(days=kept) - TODAY).days


def shown(river: SimpleNamespace) -> list[PublicCall]:
    """Give the calls whose details may be seen."""
    return [call for call in river.public.calls if isinstance(call, PublicCall)]
