"""Names of new files are ids that nothing else has and that the loader accepts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafts.names import call_name, record_name, withheld_name
from generator.load.files import read_tree


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("River Assembly: open call", "2031-03-05-river-assembly-open-call"),
        ("Перекличка", "2031-03-05-call"),
        ("Fête de l'été", "2031-03-05-fete-de-l-ete"),
        ("Withheld 1", "2031-03-05-withheld-1-call"),
        ("quiet", "2031-03-05-quiet-call"),
        ("word " * 40, "2031-03-05-word-word-word-word-word-word-word-word-word-word-word-word"),
        ("w" * 90, "2031-03-05-" + "w" * 60),
    ],
)
def test_calls_are_named_after_date_and_title(title, name):
    """A call's name is its date and a few words of its title, and keeps clear of reserved names."""
    assert name == call_name("2031-03-05", title, ())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("River open call", "river-open-call"),
        ("1000 voices", "the-1000-voices"),
        ("Index", "index-call"),
        ("CON", "con-call"),
        ("?", "record"),
    ],
)
def test_records_are_named_after_their_title(title, name):
    """A series, group or hub has no date in front and no name that is reserved."""
    assert name == record_name(title, ())


def test_a_name_that_is_there_is_never_given_again():
    """A number is put behind a name until it is free."""
    taken = {"2031-03-05-river", "2031-03-05-river-2"}
    assert "2031-03-05-river-3" == call_name("2031-03-05", "River", taken)


def test_a_withheld_call_has_a_number_for_a_name():
    """The name of a call whose details are withheld tells its date and no more."""
    assert "2031-03-05-withheld-2" == withheld_name("2031-03-05", {"2031-03-05-withheld-1"})


@given(st.lists(st.text(max_size=120), min_size=1, max_size=3))
def test_the_loader_accepts_every_name(tmp_path_factory, titles):
    """Whatever the titles are, files of the names given are read without a problem."""
    root: Path = tmp_path_factory.mktemp("named")
    calls: set[str] = set()
    hubs: set[str] = set()
    for title in titles:
        calls.add(call_name("2031-03", title, calls))
        hubs.add(record_name(title, hubs))
    assert (len(titles), len(titles)) == (len(calls), len(hubs))
    for folder, names in (("2031", calls), ("hubs", hubs)):
        (root / "calls" / folder).mkdir(parents=True)
        for name in names:
            (root / "calls" / folder / f"{name}.yaml").write_text("a: b\n")
    assert () == read_tree(str(root))[1]
