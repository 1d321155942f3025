"""What is written is read back word for word, and looks the way people write it."""

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.alphabets import mixed_script
from generator.drafts.tidying import tidy_words
from generator.drafts.yaml_text import Value, lines_of_fields, write_notes, write_record
from generator.fields import CALL, GROUP, MINUTES, SERIES
from generator.load.archive import read_file
from generator.load.files import Source
from generator.load.text import decode, hidden_characters

PATH = "calls/2031/2031-03-05-river-open-call.yaml"
NEEDED = {"title": "River", "date": "2031-03-05", "status": "held", "share": "public"}
ODD = "'\"#:-?[]{}&*!|>%@`,~\\=<>. 0123456789eExno"


def is_good(text: str) -> bool:
    """Tell whether the words themselves may stand in a record, however they are written."""
    return bool(text) and not hidden_characters("", text) and not mixed_script(text)


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
signs = st.text(st.sampled_from(ODD + string.ascii_letters), max_size=80)
words = st.one_of(
    anything,
    signs,
    st.sampled_from(
        "yes No on ~ null 1260 21:00 2031-03-05 0o17 1e5 .5 -1 << = --- ... 0x1F 1_000 +.inf".split()
    ),
)
texts = words.map(tidy_words).filter(is_good)


def read_back(values):
    text = write_record(CALL, {**NEEDED, **values})
    loaded = read_file(Source(PATH, text.encode()))
    assert () == loaded.problems, text
    assert loaded.call is not None
    return loaded.call


@given(texts)
def test_any_title_is_read_back_word_for_word(title):
    """Whatever words go in as a title, the loader reads the same words and finds nothing wrong."""
    assert title == read_back({"title": title}).title


@given(st.lists(texts, min_size=1, max_size=5).map(tuple))
def test_any_list_is_read_back_word_for_word(agenda):
    """Items of a list are read back in their order."""
    assert agenda == read_back({"agenda": agenda}).agenda


@given(st.lists(texts, min_size=2, max_size=12).map(" ".join).filter(is_good))
def test_long_text_is_folded_and_read_back(purpose):
    """A text that is folded over lines is read back as one line."""
    assert purpose == read_back({"purpose": purpose[:1000].strip()}).purpose[:1000]


@given(st.dictionaries(texts.filter(lambda text: len(text) <= 40), texts, min_size=1, max_size=4))
def test_any_role_is_read_back_word_for_word(roles):
    """Keys and values of a mapping are read back in their order."""
    assert tuple(roles.items()) == read_back({"roles": roles}).roles


@given(texts, texts)
def test_tables_in_lists_are_read_back(title, publisher):
    """Mappings inside a list are read back field by field."""
    (source,) = read_back({"sources": ({"title": title, "publisher": publisher},)}).sources
    assert (title, publisher) == (source.title, source.publisher)


@given(texts)
def test_other_readers_agree(title):
    """Another reader of YAML takes a title for the same text, whatever it looks like."""
    assert title == yaml.safe_load(write_record(CALL, {"title": title}))["title"]


@given(texts)
def test_front_matter_is_read_back(role):
    """Front matter is read back too, and ends where it should."""
    text = write_notes(MINUTES, {"origin": "notes", "taken_by": role}, "Words.")
    loaded = read_file(Source("minutes/2031/2031-03-05-river.md", text.encode()))
    assert () == loaded.problems
    assert loaded.minutes is not None
    assert (role, "Words.\n") == (loaded.minutes.taken_by, loaded.minutes.body)


@given(anything)
def test_tidied_words_are_composed(text):
    """An answer that was mended needs no mending of its letters when it is read."""
    tidied = tidy_words(text)
    _, faults = decode("", f"k: {tidied}".encode())
    assert "Y115" not in [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("River Assembly open call", "River Assembly open call"),
        ("Rivers: a call", '"Rivers: a call"'),
        ("Call #3", '"Call #3"'),
        ("C#3", "C#3"),
        ("- first", '"- first"'),
        ("yes", '"yes"'),
        ("2031", '"2031"'),
        ("“Rivers” – ours’", "“Rivers” – ours’"),
        ('say "rivers": now', "'say \"rivers\": now'"),
        ("it's the river's", "it's the river's"),
    ],
)
def test_quotes_only_where_needed(title, written):
    """A title wears quotes only where a reader would misunderstand it without."""
    assert f"title: {written}\n" == write_record(CALL, {"title": title})


def test_a_record_looks_as_people_write_it():
    """Fields stand in the order of their table, dates and hours plain, lists one item a line, long text folded."""
    values: dict[str, Value] = {
        "share": {
            "minutes": "withheld",
            "recording": "public",
            "details": "public",
            "reason": "safety",
        },
        "purpose": "Share the news of every town along the river " * 3,
        "groups": ("river-planning",),
        "participants": "150",
        "sources": ({"url": "https://river.example/", "title": "a page"},),
        "start": "21:00",
        "date": "2031-03-05",
        "title": "Rivers",
        "zone": "",
        "places": (),
    }
    assert (
        "# yaml-language-server: $schema=../../schemas/call.schema.json\n"
        "title: Rivers\n"
        "date: 2031-03-05\n"
        "start: 21:00\n"
        "groups:\n"
        "  - river-planning\n"
        "purpose: >-\n"
        "  Share the news of every town along the river Share the news of every town along the river Share\n"
        "  the news of every town along the river\n"
        "participants: 150\n"
        "sources:\n"
        "  - title: a page\n"
        "    url: https://river.example/\n"
        "share:\n"
        "  minutes: withheld\n"
        "  recording: public\n"
        "  details: public\n"
        "  reason: safety\n"
    ) == write_record(CALL, values, "../../schemas/call.schema.json")


def test_a_field_that_is_not_in_the_table_is_a_fault_of_ours():
    """Nothing that a table does not know is written."""
    with pytest.raises(KeyError):
        write_record(GROUP, {"title": "River planning"})


def test_lines_are_known_by_their_fields():
    """Each line of what was written is known by the field it belongs to."""
    text = write_record(SERIES, {"title": "Rivers", "groups": ("a", "b"), "share": "public"}, "x")
    assert {2: "title", 3: "groups", 4: "groups", 5: "groups", 6: "share"} == lines_of_fields(text)
