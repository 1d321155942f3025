"""The schemas for editors fit every good record, and refuse nothing that the loader takes."""

import json
from pathlib import Path

import jsonschema
import pytest

from generator.fields import kinds as k
from generator.fields.examples import EXAMPLES
from generator.fields.schema import SCHEMAS, schema_files, typed, value_schema
from tests.fields.editing import SCHEMA_OF, as_editors_see, faults, fits
from tests.load.reading import GOOD_CALL, problems
from tests.site_archives import GOOD, SITES

ROOT = Path(__file__).parents[2]
ARCHIVES = (ROOT, *(SITES / name / "archive" for name in GOOD))
BASES = {
    "call": ("calls/2031/2031-03-05-river-open-call.yaml", GOOD_CALL),
    "series": (
        "calls/series/river-open-call.yaml",
        "title: River Assembly\nrepeats: every day at 20:00\nfrom: 2031-01-08\nshare: public\n",
    ),
    "group": (
        "calls/groups/river-planning.yaml",
        "name: River planning\nkind: working-group\nshare: public\n",
    ),
    "hub": (
        "calls/hubs/spring-gathering.yaml",
        "name: Spring gathering\nkind: gathering\nshare: public\n",
    ),
    "platforms": ("calls/platforms.yaml", "switchboard:\n  name: Switchboard\n"),
    "minutes": ("minutes/2031/2031-03-05-river-open-call.md", "---\norigin: notes\n---\nWords.\n"),
    "corrections": (
        "minutes/2031/2031-03-05-river-open-call.corrections.yaml",
        "old: fairy\nnew: ferry\nreason: misheard\n",
    ),
}
"""For each schema a path and the fields of a record with little more than what is required."""
FIELDS = [(one.name, field) for one in SCHEMAS for field in one.table.fields]


def with_field(name, line):
    """Give path and text of a base record with one field more, or with another value of that field."""
    path, text = BASES[name]
    field = line.split(":")[0]
    kept = [old for old in text.splitlines() if not old.lstrip().startswith(f"{field}:")]
    inner = [("  " if name == "platforms" else "") + part for part in line.splitlines()]
    if name == "platforms" and len(kept) == 0:
        kept = ["switchboard:"]
    if name == "minutes":
        return path, "\n".join([kept[0], *inner, *kept[1:]]) + "\n"
    return path, as_written(name, "\n".join([*kept, *inner]) + "\n")


def as_written(name, text):
    """Give the fields of a record as its file has them: a correction is an item of a list."""
    return text if name != "corrections" else "- " + text.replace("\n", "\n  ").rstrip(" ")


def refused(path, text):
    """Tell whether the loader finds an error."""
    return any(fault.is_error for fault in problems(path, text))


@pytest.mark.parametrize("root", ARCHIVES, ids=("real", *GOOD))
def test_every_record_fits(root):
    """An editor marks nothing in a record or in minutes that the check is content with."""
    patterns = ("calls/**/*.yaml", "minutes/*/*.md", "minutes/*/*.corrections.yaml")
    files = [path for pattern in patterns for path in root.glob(pattern)]
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}
    found = {path: faults(path, text) for path, text in texts.items()}
    assert {} == {path: wrong for path, wrong in found.items() if wrong}


def test_there_are_records_to_look_at():
    """The real archive and the golden sites do hold records of every kind."""
    for pattern in ("calls/2*/*.yaml", "calls/series/*", "calls/groups/*", "calls/hubs/*"):
        assert sum(len(list(root.glob(pattern))) for root in ARCHIVES) > 5
    assert sum(len(list(root.glob("minutes/*/*.md"))) for root in ARCHIVES) > 40


@pytest.mark.parametrize("name", BASES)
def test_a_base_record_is_good(name):
    """What the tests below spoil is taken by loader and schema."""
    path, text = BASES[name]
    text = as_written(name, text)
    assert () == problems(path, text)
    assert [] == faults(path, text)


@pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_examples_fit(path, text):
    """The annotated examples show nothing that an editor would mark; a transcript it does not look at."""
    assert path.endswith(".vtt") or [] == faults(path, text)


@pytest.mark.parametrize(("name", "text"), schema_files(), ids=[path for path, _ in schema_files()])
def test_a_schema_is_one(name, text):
    """It follows its draft, names no address but that of the draft, and refers to nothing outside."""
    schema = json.loads(text)
    jsonschema.Draft7Validator.check_schema(schema)
    assert "http://json-schema.org/draft-07/schema#" == schema["$schema"]
    assert schema["$id"].startswith("urn:")
    assert "$ref" not in text


@pytest.mark.parametrize(
    ("name", "field"), FIELDS, ids=[f"{name}.{field.name}" for name, field in FIELDS]
)
def test_a_field_says_what_it_is(name, field):
    """Hovering over a field shows its title and its sentence, and how a value is written."""
    schema = SCHEMA_OF[name]
    inner = {"platforms": "additionalProperties", "corrections": "items"}.get(name)
    mapping = schema[inner] if inner else schema
    shown = mapping["properties"][field.name]
    assert shown["title"].lower() == field.name.replace("_", " ")
    assert shown["description"].startswith(field.about.replace("`", ""))
    assert " Write " in shown["description"]


@pytest.mark.parametrize(
    ("name", "field"), FIELDS, ids=[f"{name}.{field.name}" for name, field in FIELDS]
)
def test_an_example_of_a_field_is_good(name, field):
    """What is shown as an example is read without a word by the loader, and fits the schema."""
    if not field.example:
        assert isinstance(field.kind, k.ListOf)
        assert isinstance(field.kind.item, k.Table)
        return
    assert fits(value_schema(field.kind), typed(field.kind, field.example))
    value = f"\n  {field.example}" if isinstance(field.kind, k.Pairs) else f" {field.example}"
    path, text = with_field(name, f"{field.name}:{value}")
    about = {"F203", "F204", "F205", "F206", "F207", "F208", "F209", "F210", "F211", "F212"}
    about |= {"F213", "F214", "F215", "F216", "F223", "Y120"}
    assert [] == [fault for fault in problems(path, text) if fault.code in about]


@pytest.mark.parametrize(
    ("name", "field"), FIELDS, ids=[f"{name}.{field.name}" for name, field in FIELDS]
)
@pytest.mark.parametrize("value", ["", " [[a]]", " {a: {b: c}}", ' ""'])
def test_a_value_of_the_wrong_shape_is_refused(name, field, value):
    """A field without a value, a list of lists and a mapping of mappings are refused by schema and loader."""
    path, text = with_field(name, f"{field.name}:{value}")
    assert [] != faults(path, text)
    assert refused(path, text)


@pytest.mark.parametrize(
    ("name", "field"),
    [(name, field) for name, field in FIELDS if field.required],
    ids=[f"{name}.{field.name}" for name, field in FIELDS if field.required],
)
def test_a_missing_field_is_refused(name, field):
    """What the loader requires is required by the schema."""
    path, text = BASES[name]
    lines = text.splitlines(True)
    left = (line for line in lines if not line.lstrip().startswith(f"{field.name}:"))
    spoilt = as_written(name, "".join(left))
    spoilt = "switchboard: {}\n" if name == "platforms" else spoilt
    assert spoilt != text
    if name != "minutes":
        assert [] != faults(path, spoilt)
    else:
        assert not fits(SCHEMA_OF[name], {})
    assert refused(path, spoilt)


@pytest.mark.parametrize("name", BASES)
def test_an_unknown_field_is_refused(name):
    """A field that no table has is marked."""
    path, text = with_field(name, "weather: fine")
    assert [] != faults(path, text)
    assert refused(path, text)


SHARE = (
    "share:\n  minutes: withheld\n  recording: withheld\n  details: {details}\n  reason: safety\n"
)


@pytest.mark.parametrize(("details", "taken"), [("withheld", True), ("public", False)])
def test_only_a_call_whose_details_are_withheld_needs_no_title(details, taken):
    """Such a call has neither title nor status; any other has both."""
    path = "calls/2031/2031-03-05-withheld-1.yaml"
    text = "date: 2031-03-05\n" + SHARE.format(details=details)
    assert taken == ([] == faults(path, text))
    assert taken == (not refused(path, text))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("call", "status: cancelled"),
        ("minutes", "status: adopted"),
        ("series", "repeats: \n"),
    ],
)
def test_what_a_word_asks_for_is_required(name, line):
    """A cancelled call needs a reason, adopted minutes the call that adopted them, and a series a rhythm."""
    path, text = with_field(name, line)
    if name == "series":
        text = text.replace("repeats: \n", "")
    assert [] != faults(path, text)
    assert refused(path, text)


@pytest.mark.parametrize("rhythm", ["rhythm: now and then", "rrule: FREQ=MONTHLY;BYDAY=1TU"])
def test_a_series_may_say_its_rhythm_in_three_ways(rhythm):
    """Free words or a rule stand instead of words that can be counted."""
    path, text = BASES["series"]
    text = text.replace("repeats: every day at 20:00", rhythm)
    assert [] == faults(path, text)
    assert not refused(path, text)


@pytest.mark.parametrize(
    "line",
    [
        "title: 2031",
        "title: true",
        "participants: 150",
        'participants: "150"',
        "roles:\n  1: host",
        "recordings:\n  - url: https://sound.example/a.mp3\n    bytes: 123",
        'recordings:\n  - url: https://sound.example/a.mp3\n    bytes: "123"',
        "share:\n  minutes: public\n  recording: public\n  details: public\n  reason: safety\n  identify: true",
        'share: {minutes: public, recording: public, details: public, reason: safety, identify: "true"}',
        "start: 21:00",
        "series: 2012",
    ],
)
def test_values_may_be_written_as_the_loader_takes_them(line):
    """Quotes make no difference where a number, a truth value or an hour is meant."""
    path, text = with_field("call", line)
    assert () == problems(path, text)
    assert [] == faults(path, text)


def test_a_list_may_not_be_longer_than_the_loader_takes():
    """Fifty groups are taken, and fifty-one are refused."""
    for number, taken in ((50, True), (51, False)):
        path, text = with_field("call", f"groups: [{', '.join(['river-planning'] * number)}]")
        assert taken == ([] == faults(path, text))
        assert taken == (not refused(path, text))


def test_numbers_are_read_as_editors_read_them():
    """An hour, a date and `no` are text in YAML 1.2, a year is a number, and keys are text."""
    seen = as_editors_see("a: 21:00\nb: 2031-03-05\nc: no\nd: 2031\n1: 0x1F\nf: 1e3\ng:\nh: .inf\n")
    expected = {"a": "21:00", "b": "2031-03-05", "c": "no", "d": 2031, "1": 31, "f": 1000.0}
    assert expected | {"g": None, "h": float("inf")} == seen
