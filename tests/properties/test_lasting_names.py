"""What comes into notes breaks no address in them, and what goes takes only its own along."""

import functools
import re
from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.load.marks.found_blocks import find_blocks
from generator.load.marks.reading import marks_of
from generator.load.notebook import Notebook
from generator.load.notes_limits import MARKS
from generator.privacy.public import Adoption, MarkKind, Origin, PublicMark, PublicNotes
from generator.render.markdown import Prose
from generator.render.notes import place_of, render_notes
from tests.render.few_calls import SETTINGS

EXAMPLES = 1000
PAGE = "calls/2031-03-05-river.html"
OLD = [
    "budget",
    "discussion",
    "hall",
    "minutes of the last call",
    "où et quand",
    "semillas",
    "собрание",
]
NEW = ["kayak", "umbrella", "velvet", "новое", "zephyr"]

words = st.sampled_from(OLD)
moment = st.sampled_from(["[00:01:00] ", "[00:02:00] ", "[1:02:03] ", ""])
mark = st.sampled_from(["Decision", "Action", "Proposal"])
heading = st.builds("{} {}{}".format, st.sampled_from(["#", "##", "###"]), moment, words)
marked = st.builds("- **{}:** {}{}".format, mark, moment, words)
lines = st.builds("**{}:** {}\n**{}:** {}".format, mark, words, mark, words)
plain = st.builds("{}{}".format, moment, words)
table = st.builds("| {} |\n|---|\n| {}{} |".format, words, moment, words)
code = st.builds("```\n# {}\n[00:01:00]\n```".format, words)
gone = st.sampled_from(
    ["[removed] {#notes-gone}", "[removed: legal] {#decision-gone} {#t-00-09-00}"]
)
given_names = st.builds("## {} {{#given}}".format, words)
blocks = st.lists(heading | marked | lines | plain | table | code, max_size=12)
new = st.sampled_from(NEW)
insertion = st.one_of(
    new,
    st.builds("- {}\n- **Action:** {}".format, new, new),
    st.builds("| {} |\n|---|\n| [07:07:07] |".format, new),
    st.builds("```\n## {}\n```".format, new),
    st.builds("> {}".format, new),
    st.builds("[07:07:07] {}".format, new),
    st.builds("[removed] {{#x-{}}}".format, new),
)
new_heading = st.builds("{} {}".format, st.sampled_from(["#", "##", "###"]), new)


def prose(parts: Sequence[str]) -> Prose:
    """Render notes of some blocks, with their marks as the archive reads them."""
    body = "\n\n".join(parts) + "\n"
    marks = tuple(
        PublicMark(
            kind=MarkKind(one.kind.value),
            text=one.text,
            anchor=one.anchor,
            line=one.line,
            outcome="",
            adopted=False,
            note="",
            items=(),
            is_named=one.is_named,
        )
        for one in marks_of(Notebook("minutes/2031/a.md"), find_blocks(body, 1, MARKS))
    )
    notes = PublicNotes(
        path="minutes/2031/a.md",
        language="",
        origin=Origin.NOTES,
        adoption=Adoption.UNSTATED,
        adopted_by="",
        taken_by="",
        body=body,
        body_line=1,
        marks=marks,
        redactions=0,
    )
    return render_notes(notes, SETTINGS, place_of(notes, PAGE, frozenset()))


@functools.lru_cache(maxsize=1)
def shown(parts: tuple[str, ...]) -> frozenset[str]:
    """Give the names that notes show of themselves."""
    return frozenset(one.name for one in prose(parts).passages)


def put(parts: Sequence[str], at: int, part: str) -> list[str]:
    at = at % (len(parts) + 1)
    return [*parts[:at], part, *parts[at:]]


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(blocks, st.integers(0, 20), insertion)
def test_what_comes_between_breaks_no_name(parts: list[str], at: int, part: str):
    """A paragraph, list, table, code, quote, moment or removal of new words changes no name, even of repeated words."""
    assert shown(tuple(parts)) <= prose(put(parts, at, part)).taken


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(words, unique=True, max_size=7), st.data(), st.integers(0, 20), new_heading)
def test_a_heading_of_new_words_breaks_no_name(
    titles: list[str], data: st.DataObject, at: int, part: str
):
    """Where no two passages have the same words, a new heading may come anywhere."""
    kinds = st.sampled_from(["# {}", "## {}", "### [00:01:00] {}", "- **Decision:** {}", "{}"])
    parts = [data.draw(kinds).format(title) for title in titles]
    assume(1 >= sum("[00:01:00]" in one for one in parts))
    assert shown(tuple(parts)) <= prose(put(parts, at, part)).taken


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(blocks, new_heading)
def test_a_heading_at_the_end_breaks_no_name(parts: list[str], part: str):
    """Even where words repeat, what is added below changes nothing above."""
    assert shown(tuple(parts)) <= prose([*parts, part]).taken


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(words, words), max_size=5), st.integers(0, 20), st.tuples(new, words))
def test_a_section_between_takes_no_name_along(
    sections: list[tuple[str, str]], at: int, part: tuple[str, str]
):
    """A new section whose parts are named like those of others leaves all names but the plain ones where they were."""
    assume(len({above for above, _ in sections}) == len(sections))
    texts = [f"# {above}\n\n## {below}\n\n- **Decision:** {below}" for above, below in sections]
    with_new = put(texts, at, f"# {part[0]}\n\n## {part[1]}\n\n- **Decision:** {part[1]}")
    assert shown(tuple(texts)) <= prose(with_new).taken


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=6), st.integers(0, 20))
def test_what_goes_takes_only_its_own_names(sections: list[tuple[str, str]], at: int):
    """Sections with parts of the same words keep their names when one of them is taken out.

    Numbers are the exception: they count those before.
    """
    above = {above for above, _ in sections}
    assume(len(above) == len(sections) and above.isdisjoint(below for _, below in sections))
    texts = [f"# {above}\n\n## {below}\n\n- **Decision:** {below}" for above, below in sections]
    at = at % len(texts)
    before = prose(texts).passages
    lines = range(6 * at + 1, 6 * at + 6)
    others = {
        one.name for one in before if one.line not in lines and not re.search(r"-[2-9]\Z", one.name)
    }
    assert others <= prose([*texts[:at], *texts[at + 1 :]]).taken


@hypothesis_settings(max_examples=EXAMPLES, deadline=None)
@given(blocks, given_names | gone, st.integers(0, 20), st.lists(insertion | heading, max_size=3))
def test_given_names_always_stay(parts: list[str], named: str, at: int, more: list[str]):
    """A name given by hand is in the page whatever comes before or behind it."""
    found = prose([*more, *put(parts, at, named)]).taken
    assert {"## ": {"notes-given"}, "[re": set()}[named[:3]] <= found
    assert named[:3] != "[re" or {"notes-gone", "decision-gone"} & found
