"""What is told of a difference holds nothing that either state withholds, and nothing that was withdrawn."""

import os
import re

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.differences.as_markdown import as_markdown
from generator.differences.as_text import as_text
from generator.differences.sentences import Part, Said
from generator.diffing import tell
from tests.differences.reading import state
from tests.privacy.quiet_archive import TODAY, Frame, Words, open_files, quiet_files

PAIRS = int(os.environ.get("CALLS_WHOLE_PAIRS", "60"))
FRAMES = st.builds(
    Frame,
    reason=st.sampled_from(("safety", "integrity", "consent", "legal")),
    identify=st.booleans(),
    minutes=st.sampled_from(("withheld", "public")),
    recording=st.sampled_from(("withheld", "public")),
    living=st.booleans(),
)
SEEDS = st.integers(0, 2**32)
ONE, OTHER = "qzvxkqz", "xjwqzkx"
_SHARE = re.compile(r"^share:(?: .*)?\n(?:  .*\n)*", re.MULTILINE)


def said(before: dict[str, str], after: dict[str, str]) -> str:
    told = tell("Differences", state(before), state(after), TODAY)
    assert told.is_compared
    text = as_text(told.title, told.remarks, told.parts)
    return text + as_markdown(told.title, told.remarks, told.parts)


def opened(files: dict[str, str]) -> dict[str, str]:
    """Give the same files as they would be if nothing in them were withheld."""
    return {path: _SHARE.sub("share: public\n", text) for path, text in files.items()}


@hypothesis_settings(max_examples=PAIRS, deadline=None)
@given(FRAMES, SEEDS)
def test_withheld_text_is_not_told(frame, seed):
    """Archives that differ only in withheld text differ in the same words from any other one."""
    one = open_files(frame) | quiet_files(frame, Words(seed, ONE))
    other = open_files(frame) | quiet_files(frame, Words(seed + 1, OTHER))
    bare = open_files(frame)
    for first, second in (
        (said(bare, one), said(bare, other)),
        (said(one, bare), said(other, bare)),
    ):
        assert first == second
        assert ONE not in first.lower()
        assert OTHER not in second.lower()


@hypothesis_settings(max_examples=PAIRS, deadline=None)
@given(FRAMES, SEEDS)
def test_text_that_is_withdrawn_is_not_told(frame, seed):
    """What was public before the change and is withheld by it stands in no summary of the change."""
    quiet = quiet_files(frame, Words(seed, ONE))
    after = open_files(frame) | quiet
    found = said(opened(after), after)
    assert "Withheld for" in found
    assert ONE not in found.lower()


@hypothesis_settings(max_examples=PAIRS, deadline=None)
@given(FRAMES, SEEDS)
def test_text_of_records_that_are_removed_is_not_told(frame, seed):
    """Whoever deletes a record may do so to withdraw it."""
    before = opened(open_files(frame) | quiet_files(frame, Words(seed, ONE)))
    found = said(before, open_files(frame))
    assert "Withdrawn: " in found
    assert ONE not in found.lower()


@hypothesis_settings(max_examples=5, deadline=None)
@given(FRAMES, SEEDS)
def test_the_searched_words_would_be_found(frame, seed):
    """The other way round, when everything is opened, the words are there to be found."""
    after = open_files(frame) | quiet_files(frame, Words(seed, ONE))
    assert ONE in said(after, opened(after)).lower()


@given(st.text(max_size=200))
def test_any_words_stay_one_piece_of_code(words):
    """Nothing that somebody writes ends its code span, its line or the list."""
    (line,) = as_markdown("", [], [Part("Calls", (("Added: ", Said(words)),))]).splitlines()[4:]
    assert re.fullmatch(r"- Added: `[^`\r\n]+`", line)
