"""What the form for requesting a call composes is a record that the check takes, with the values that were typed."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from generator import zones
from generator.allotted import read_item
from generator.alphabets import mixed_script
from generator.drafting.desk import Desk, Draft, draft_faults, open_desk
from generator.drafts.names import call_name, record_name
from generator.drafts.tidying import lines_of, tidy_words
from generator.fields import CALL, SERIES
from generator.load.files import Source
from generator.load.notebook import Notebook
from generator.load.records import read_record
from generator.load.text import hidden_characters
from generator.load.yaml_tree import Mapping as Tree
from generator.load.yaml_tree import read_mapping
from generator.model.call import Call, Status
from generator.model.series import Series
from generator.model.share import PUBLIC
from generator.personal_data import check_text
from generator.recurrence.dates import dates
from generator.recurrence.words import read_words
from tests.site.request_form import ROLES, SCRIPTS, Form, opened
from tests.site_archives import copied

pytestmark = pytest.mark.node

TODAY = datetime.date(2031, 4, 10)
NOW = "2031-04-10T12:00:00-04:00"
# At an hour at which nobody else meets: whether calls clash is told by the check, which knows the others.
ONE: Mapping[str, object] = {
    "kind": "one",
    "title": "Spring gathering call",
    "date": "2031-05-08",
    "start": "06:20",
    "zone": "America/New_York",
    "length": "1h30m",
    "group": "river-planning",
    "other": "",
    "purpose": "Prepare the spring gathering.",
    "agenda": "How the call works (10 min)\nThe gathering",
    "mode": "phone",
    "platform": "switchboard",
    "role-0": "Mill Town",
    "role-1": "the planning group",
    "role-2": "Harbour assembly",
    "agreed": True,
}
SERIES_TYPED: Mapping[str, object] = {**ONE, "kind": "series", "rhythm": "weeks 2", "until": ""}
NASTY = (
    "yes", "No", "null", "~", "true", "1e5", "0x1F", "12", "3.14", "-.inf", ".NaN", "2031-05-01", "21:00",
    "- a dash first", "? a question", ": a colon", "a: colon", "a colon:", "#sign", "a #sign", "a sign#",
    "'single' quotes", '"double" quotes', "it's", "back\\slash \\n \\u202e", "100 % sure", "@home", "`tick`",
    "[list]", "{map}", "a, b", "*star", "&and", "!bang", "|", ">", "> folded", "--- ", "...", "<<", "=",
    "tab\tin it", "  spaces  around  ", "two\nlines", "win\r\nlines", "paragraph\u2029sign", "no\u00a0break",
    "zero\u200bwidth", "soft\u00adhyphen", "\ufeffmark", "turned \u202etxt", "left \u200fmark", "bell\x07",
    "esc\x1b[31m", "del\x7f", "nel\x85x", "Réunion de l’assemblée", "e\u0301te\u0301", "اجتماع النهر", "川の集まり",
    "שלום לכולם", "हिन्दी क्\u200dष", "👩\u200d🌾 farmers 🌊", "🏳\ufe0f\u200d🌈", "a\u200db", "pаypal with а", "ΑB mixed",
    "keepers@calls.example", "ring 212 555 0142", "+1 (212) 555-0142", "PIN: 4711#", "access code 99 88 77",
    "https://river.example/a?b=c#d", "https://river.example/?pwd=x1", "https://me:you@river.example/",
    "from 2031-05-01 to 2031-05-03", "2031/2031-05", "10000000 stars", "x" * 150, "x" * 151, "w " * 1000, "🌊" * 150,
    "a - b", "key: - x", "%TAG", "\u2028", "\ud800", "\ufdd0", "\U0001fffe", "", " ", "host key 12345", "15M",
    "e\u00ad\u0301t\u200b\u00e9",
)  # fmt: skip
"""What people type, and what YAML, its readers or the check could trip over."""

PLAIN_SIGNS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Nd", "Nl", "No")
)
TYPED = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=40),
    st.text(PLAIN_SIGNS, max_size=60),
    st.text("aB3 :#-'\"\\,[]{}&*!|>%@`?=~<\t\n.éж", max_size=40),
    st.lists(st.sampled_from(NASTY), max_size=3).map(" ".join),
)
HARMLESS = st.text(
    st.sampled_from("abcdefgh ijkl MNOP 'quotes' \"double\" : # - , [ ] { } & * ! | > % ` ? = ~ < \\ é ñ ü 🌊 ."),
    min_size=1, max_size=80,
).filter(lambda text: text.strip() != "")  # fmt: skip
"""Text that nothing is wrong with, however YAML may take it."""
MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Form]:
    """Give the functions of the form in one process of Node."""
    with opened(tmp_path_factory.mktemp("request")) as form:
        yield form


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Give the River archive, opened to put a file beside it."""
    return open_desk(copied("river", tmp_path_factory.mktemp("request")), TODAY)


def problems_of(desk: Desk, made: Mapping[str, Any]) -> list[str]:
    """Lay a composed record into the archive and give what the check says of it, errors and warnings alike."""
    faults = draft_faults(desk, Draft(made["path"], made["text"]))
    return [f"{fault.code} {fault.place} {fault.message}" for fault in faults]


def read_back(made: Mapping[str, Any]) -> Call | Series:
    """Read a composed record as the program reads every record."""
    book = Notebook(made["path"])
    found = read_record(book, Source(made["path"], made["text"].encode()))
    assert [] == book.problems
    assert isinstance(found, Call | Series)
    return found


def keys_of(made: Mapping[str, Any]) -> list[str]:
    """Give the fields of a composed record in their order."""
    tree, _ = read_mapping(made["path"], made["text"])
    assert isinstance(tree, Tree)
    return [key.text for key, _ in tree.entries]


def test_an_ordinary_request_is_a_call(form: Form, desk: Desk) -> None:
    """What a volunteer types becomes a call to come with every value, public because the group agreed."""
    made = form.compose(ONE, NOW)
    assert ([], "calls/2031/2031-05-08-spring-gathering-call.yaml") == (
        made["faults"],
        made["path"],
    )
    assert [] == problems_of(desk, made)
    call = read_back(made)
    assert isinstance(call, Call)
    assert (Status.SCHEDULED, PUBLIC, "group-agreed", "2031-05-08", datetime.time(6, 20), 90) == (
        call.status, call.share, call.basis.value, str(call.date), call.start, call.length
    )  # fmt: skip
    assert ("America/New_York", ("river-planning",), ("river-planning",), "phone", "switchboard") == (
        call.zone, call.groups, call.hosts, call.mode.value, call.platform
    )  # fmt: skip


@pytest.mark.parametrize("typed", [ONE, SERIES_TYPED])
def test_fields_stand_in_their_usual_order(form: Form, typed: Mapping[str, object]) -> None:
    """A composed record reads like one that `new` writes."""
    made = form.compose({**typed, "other": "Hill Farm", "until": "2031-12-31"}, NOW)
    known = [field.name for field in (SERIES if typed["kind"] == "series" else CALL).fields]
    found = keys_of(made)
    assert sorted(found, key=known.index) == found


def test_a_recurring_request_is_a_series(form: Form, desk: Desk) -> None:
    """A rhythm that is chosen is one that the archive reads, from the first day on, with the calls that are staffed."""
    made = form.compose({**SERIES_TYPED, "other": "Ferry crew", "until": "2031-12-31"}, NOW)
    assert ([], "calls/series/spring-gathering-call.yaml") == (made["faults"], made["path"])
    assert [] == problems_of(desk, made)
    series = read_back(made)
    assert isinstance(series, Series)
    assert ("every 2 weeks on Thursday at 06:20", "2031-05-08", "2031-12-31", 2) == (
        series.repeats, str(series.since), str(series.until), series.staffed_calls
    )  # fmt: skip
    assert ("asked for by", "Ferry crew") in series.roles


@MANY
@given(st.dates(datetime.date(2031, 4, 17), datetime.date(2034, 12, 31)))
@example(datetime.date(2032, 2, 29))
@example(datetime.date(2031, 12, 31))
def test_every_rhythm_that_is_offered_hits_its_first_day(form: Form, day: datetime.date) -> None:
    """Each choice is read by the archive's own reader of rhythms, and the first day is one of its dates."""
    offered = form.ask("rhythms", day.isoformat())
    assert len(offered) >= 5
    for _, words in offered:
        rhythm = read_words(f"{words} at 20:30")
        assert rhythm is not None, words
        assert day == next(dates(rhythm, day, day + datetime.timedelta(days=70))), words


@pytest.mark.parametrize("choice", range(8))
def test_every_rhythm_passes_the_check(form: Form, desk: Desk, choice: int) -> None:
    """A series of each rhythm has no problem in the archive."""
    day = "2031-04-24"
    offered = form.ask("rhythms", day)
    typed = {**SERIES_TYPED, "date": day, "rhythm": offered[choice % len(offered)][0]}
    made = form.compose(typed, NOW)
    assert [] == made["faults"]
    assert [] == problems_of(desk, made)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_refused_or_read_back(form: Form, desk: Desk, text: str) -> None:
    """In any field: the form says what is wrong with it, or it passes the check and stands in the record as typed."""
    agreed_by_both(form, desk, {**ONE, "title": text, "other": text, "purpose": text})
    agreed_by_both(form, desk, {**ONE, "agenda": f"{text}\na - b\n{text}", "role-0": text})
    agreed_by_both(form, desk, {**SERIES_TYPED, "title": text, "other": text, "role-1": text})


@MANY
@given(TYPED, st.sampled_from(("title", "other", "purpose", "agenda", "role-0")))
def test_whatever_is_typed_is_refused_or_read_back(
    form: Form, desk: Desk, text: str, name: str
) -> None:
    """What the form calls ready has no problem at all, and every value is the one that was typed."""
    agreed_by_both(form, desk, {**ONE, name: text})
    agreed_by_both(form, desk, {**SERIES_TYPED, name: text})


@MANY
@given(HARMLESS, HARMLESS, HARMLESS)
def test_harmless_text_is_never_refused(
    form: Form, desk: Desk, title: str, purpose: str, role: str
) -> None:
    """Signs that mean something to YAML are no reason to turn somebody away."""
    typed = {**ONE, "title": title, "purpose": purpose, "role-2": role, "agenda": purpose}
    assert [] == form.compose(typed, NOW)["faults"]
    agreed_by_both(form, desk, typed)


def agreed_by_both(form: Form, desk: Desk, typed: Mapping[str, object]) -> None:
    """Hold the form to its word: a ready record passes the check, and holds what was typed."""
    made = form.compose(typed, NOW)
    if made["faults"]:
        return
    assert [] == problems_of(desk, made), made["text"]
    found = read_back(made)
    title, other = tidy_words(str(typed["title"])), tidy_words(str(typed["other"]))
    roles = [(role, tidy_words(str(typed[f"role-{n}"]))) for n, role in enumerate(ROLES)]
    assert title == found.title == yaml.safe_load(made["text"])["title"]
    assert tidy_words(str(typed["purpose"])) == found.purpose
    if isinstance(found, Call):
        items = [tidy_words(line) for line in lines_of(str(typed["agenda"]))]
        assert [item for item in items if item] == list(found.agenda)
        assert ["river-planning", *([other] if other else [])] == list(found.hosts)
        assert roles == list(found.roles)
        assert call_name("2031-05-08", title, ()) == found.id
    else:
        assert [*roles, *([("asked for by", other)] if other else [])] == list(found.roles)
        assert record_name(title, ()) == found.id


@MANY
@given(st.text(), st.text(PLAIN_SIGNS))
@example("index", "CON")
@example("2031 plans", "news -quiet")
@example("Withheld 1", "com1")
def test_names_are_those_of_the_command_line(form: Form, title: str, other: str) -> None:
    """The form and `new` name a file alike, so that nobody has to rename one."""
    for words in (tidy_words(title), tidy_words(other)):
        assume(not any("\ud800" <= sign <= "\udfff" for sign in words))
        call, series = call_name("2031-05-08", words, ()), record_name(words, ())
        assert f"calls/2031/{call}.yaml" == form.ask("callPath", "2031-05-08", words)
        assert f"calls/series/{series}.yaml" == form.ask("seriesPath", words)


@MANY
@given(TYPED)
def test_words_are_tidied_as_the_program_tidies_them(form: Form, text: str) -> None:
    """Spaces, composed letters and signs that nobody misses are the same in both."""
    assume(not any("\ud800" <= sign <= "\udfff" for sign in text))
    controls = dict.fromkeys(map(ord, "\x1c\x1d\x1e\x1f"), " ")
    assert tidy_words(text.translate(controls)) == form.ask("oneLine", text)


@MANY
@given(TYPED)
@example("क\u200dष")
@example("👩\u200d🌾")
def test_nothing_that_the_check_refuses_is_let_through(form: Form, text: str) -> None:
    """Hidden signs, mixed alphabets, personal data and minutes: the form sees all that the check sees, or more."""
    assume(not any("\ud800" <= sign <= "\udfff" for sign in text))
    line = tidy_words(text)
    if hidden_characters("", line):
        assert form.ask("hidden", line)
    if mixed_script(line):
        assert form.ask("mixed", line)
    if [*check_text("", line, frozenset())]:
        assert form.ask("personal", line)
    assert form.ask("allotted", line) >= read_item(line).minutes


@pytest.mark.parametrize(
    "item",
    [
        "How the call works (10 min)", "Welcome, 20 minutes", "5' round", "Breakouts: 1h", "Talk (1.5 hours)",
        "Talk (1h30m)", "Talk (1 h 45 min)", "Talk, 1h30", "Talk (about 15 min, all)", "10 min: welcome",
        "Talk [~ 20 mins]", "Saludo (10 minutos)", "Rest — 5m", "Talk (10 m\u0131n)",
    ],
)  # fmt: skip
def test_minutes_of_an_item_are_seen(form: Form, item: str) -> None:
    """Where the check reads minutes, the form reads as many."""
    assert read_item(item).minutes == form.ask("allotted", item)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"date": "2031-04-16"}, [("date", "too-soon")]),
        ({"date": "2031-04-17"}, []),
        ({"date": "2031-04-09"}, [("date", "past")]),
        ({"date": ""}, [("date", "no-day")]),
        ({"date": "20315-05-08"}, [("date", "bad-day")]),
        ({"date": "2031-02-30"}, [("date", "bad-day")]),
        ({"start": ""}, [("start", "no-hour")]),
        ({"start": "25:00"}, [("start", "no-hour")]),
        ({"date": "2032-03-14", "start": "02:30"}, [("start", "gap")]),
        ({"date": "2031-11-02", "start": "01:30"}, [("start", "fold")]),
        ({"date": "2031-11-02", "start": "01:30", "zone": "Asia/Kolkata"}, []),
        ({"title": " "}, [("title", "no-title")]),
        ({"title": "x" * 151}, [("title", "too-long")]),
        ({"role-1": ""}, [("role-1", "no-role")]),
        ({"group": "", "other": ""}, [("group", "nobody")]),
        ({"group": "", "other": "Mill Town"}, []),
        ({"group": "", "other": "harbour"}, [("other", "one-word")]),
        ({"agreed": False}, [("agreed", "not-ticked")]),
        ({"agenda": "One (60 min)\nTwo (40 min)"}, [("agenda", "over")]),
        ({"agenda": "\n".join(["x"] * 201)}, [("agenda", "too-many")]),
        ({"agenda": "\n".join(["🌊" * 300] * 60)}, [("agenda", "too-much")]),
        ({"purpose": "ask keepers@calls.example"}, [("purpose", "mail")]),
        ({"purpose": "ring 212 555 0142"}, [("purpose", "number")]),
        ({"role-0": "the PIN is 4711"}, [("role-0", "secret")]),
        ({"purpose": "https://river.example/?pwd=x"}, [("purpose", "link")]),
        ({"title": "River \u202etxt"}, [("title", "hidden")]),
        ({"title": "pаypal"}, [("title", "mixed")]),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_field(
    form: Form, changes: Mapping[str, object], expected: list[tuple[str, str]]
) -> None:
    """One slip is one fault, at the field where it was made; the first fault of a series of days is told too."""
    made = form.compose({**ONE, **changes}, NOW)
    assert expected == [(fault["name"], fault["key"]) for fault in made["faults"]]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rhythm": ""}, ("rhythm", "no-rhythm", {})),
        ({"rhythm": "fourth"}, ("rhythm", "no-rhythm", {})),
        ({"until": "2031-05-01"}, ("until", "ends-first", {})),
        ({"until": "2031-5-1"}, ("until", "bad-day", {})),
        ({"date": "2031-06-01", "start": "01:30", "rhythm": "weekly 1"}, ("start", "fold", {"day": "2031-11-02"})),
        ({"date": "2031-06-08", "start": "02:30", "rhythm": "second"}, ("start", "gap", {"day": "2032-03-14"})),
    ],
)  # fmt: skip
def test_a_fault_of_a_series_is_told(
    form: Form, changes: Mapping[str, object], expected: tuple[str, str, dict[str, str]]
) -> None:
    """A rhythm has to fit the first day, an end comes after it, and no date of it may fall on an hour that is odd."""
    made = form.compose({**SERIES_TYPED, **changes}, NOW)
    assert [expected] == [(one["name"], one["key"], one["values"]) for one in made["faults"]]


def test_a_series_that_ends_before_the_clocks_change_is_fine(form: Form, desk: Desk) -> None:
    """An hour that is odd on a day behind the end is no reason to refuse it."""
    typed = {**SERIES_TYPED, "date": "2031-06-01", "start": "01:30", "rhythm": "weekly 1"}
    made = form.compose({**typed, "until": "2031-10-31"}, NOW)
    assert [] == made["faults"]
    assert [] == problems_of(desk, made)


@MANY
@given(
    st.datetimes(datetime.datetime(2031, 5, 1), datetime.datetime(2034, 12, 31)),
    st.sampled_from(zones.places()),
)
@example(datetime.datetime(2032, 3, 14, 2, 30), "America/New_York")
@example(datetime.datetime(2031, 10, 5, 2, 15), "Australia/Lord_Howe")
def test_odd_hours_are_those_of_the_archive(
    form: Form, local: datetime.datetime, zone: str
) -> None:
    """An hour that does not exist or comes twice is one in the browser as well."""
    local = local.replace(second=0, microsecond=0)
    expected = {0: "gap", 1: "", 2: "fold"}[len(zones.instants(local, zone))]
    assert expected == form.ask("oddHour", f"{local:%Y-%m-%d}", f"{local:%H:%M}", zone)


def test_days_are_counted_from_the_readers_own(form: Form) -> None:
    """Late in the evening the reader's day counts, and not that of Greenwich, which has begun the next one."""
    late = "2031-04-10T23:30:00-04:00"
    assert [] == form.compose({**ONE, "date": "2031-04-17"}, late)["faults"]


def test_without_rules_only_the_past_is_refused(form: Form) -> None:
    """An archive that asks for no days ahead and no roles takes a call of today."""
    rules = {"ahead": 0, "roles": [], "staffed": 0}
    made = form.compose({**ONE, "date": "2031-04-10"}, NOW, rules)
    assert ([], False) == (made["faults"], "roles:" in made["text"])
    series = form.compose({**SERIES_TYPED, "date": "2031-04-10"}, NOW, rules)
    assert "staffed_calls" not in series["text"]


@pytest.mark.parametrize(
    "role", ["yes", "a: b", "#1", "two words", "'quoted'", "12", "__proto__", "é"]
)
def test_a_role_of_any_name_is_a_key(form: Form, desk: Desk, role: str) -> None:
    """Settings may call a part what they like; the record names it so."""
    made = form.compose(ONE, NOW, {"ahead": 7, "roles": [role], "staffed": 0})
    found = read_back(made)
    assert isinstance(found, Call)
    assert ((role, "Mill Town"),) == found.roles
    assert [] == problems_of(desk, made)


def test_a_number_behind_the_name_of_a_secret_is_told(form: Form) -> None:
    """The check reads the whole line, so that a part called after a code cannot be taken by a number."""
    rules = {"ahead": 7, "roles": ["keeper of the PIN"], "staffed": 0}
    made = form.compose({**ONE, "role-0": "12345"}, NOW, rules)
    assert [("role-0", "secret")] == [(fault["name"], fault["key"]) for fault in made["faults"]]


def test_the_script_keeps_nothing_and_sends_nothing() -> None:
    """Nothing in the scripts of the form stores what is typed, or asks the network for anything."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")))
    words = (
        "fetch(",
        "XMLHttp",
        "sendBeacon",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "cookie",
        "innerHTML",
    )
    assert [] == [word for word in words if word in text]
