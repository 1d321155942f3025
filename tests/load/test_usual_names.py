"""Most names are seen to be good at one look; that look must take none that the whole rules refuse."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import names
from generator.load.names import Kind

PARTS = (
    "calls", "minutes", "content", "/", "2031", "2032", "series", "-", "2031-03-05", "river", ".yaml", ".md", ".es",
    "-quiet", "-remind-8h", "YYYY", "con", "A", "é", "\n", ".", "x" * 60, ".corrections.yaml", ".vtt", "index",
)  # fmt: skip
USUAL = st.from_regex(names._DATED)
DRAWN = st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map("".join)


@settings(max_examples=200, deadline=None)
@given(USUAL | DRAWN.map("calls/2031/2031-{}".format) | DRAWN.map("minutes/2031/2031-{}".format))
def test_a_usual_name_has_no_fault(path: str):
    """What is taken at one look would be taken after every question too."""
    if names._is_dated(path):
        assert None is names._fault_of_other(path, Kind.FILE)


def test_names_of_records_and_notes_are_usual():
    """The look is no look at nothing."""
    assert names._is_dated("calls/2031/2031-03-05-river-open-call.yaml")
    assert names._is_dated("minutes/2031/2031-03-05-river-open-call.md")
    assert not names._is_dated("calls/2031/2031-03-05-river-quiet.yaml")
