"""Every hostile case in every field: it is refused at its place, or shown as the words that were written."""

import itertools
import os
from collections.abc import Sequence
from functools import lru_cache

import pytest

from generator.render.links import Standpoint
from generator.render.markdown import Setting, render_markdown
from generator.render.output import Output
from tests.hostile.attack_archive import bodies
from tests.hostile.corpus import Case, cases
from tests.hostile.crossing import (
    archive_of,
    batches,
    expected_lines,
    in_fields,
    marked,
    outputs_of,
    problems_of,
    tokens,
)
from tests.hostile.findings import Known, Read, findings, html_findings, known_of, text_of

PLAIN = Case("", "plain", "", "plain words", "plain words", "plain words")
EVERY = 1 if os.environ.get("CALLS_HOSTILE") == "all" else 4
"""Of the cases that are taken every fourth is rendered in every field; `CALLS_HOSTILE=all` renders all of them."""
TAKEN = tuple(case for case in in_fields() if not case.refused or case.refused[0] == "P")
"""What is refused for personal data in it is rendered all the same: a setting can allow it."""
RENDERED = tuple(batches(TAKEN[::EVERY]))
ALL = tuple(batches(in_fields()))
STANDPOINTS = {
    "notes": Setting(
        Standpoint("minutes/2031/2031-01-08-attack.md", "calls/2031-01-08-attack.html"),
        prefix="notes-",
    ),
    "page": Setting(Standpoint("content/about/index.md", "about/index.html")),
}
UNSEEN = frozenset(
    {
        "call.recordings.keeper",
        "platform.sources.title",
        "platform.sources.publisher",
        "page.description",
    }
)
"""Fields that stand in data, in heads of pages or nowhere, and not in the words of a page."""


@lru_cache(maxsize=1)
def made(number: int) -> dict[str, Output]:
    """Give the outputs of some of the cases."""
    return outputs_of(archive_of(RENDERED[number], with_words=True))


@pytest.fixture(scope="module")
def plain() -> dict[str, Output]:
    """Give the outputs of an archive whose words are all plain."""
    return outputs_of(archive_of([PLAIN] * 3, with_words=True))


@pytest.fixture(scope="module")
def known(plain: dict[str, Output]) -> Known:
    """Give what may stand in outputs."""
    return known_of(plain)


@pytest.mark.parametrize("number", range(len(ALL)))
def test_each_field_takes_or_refuses_a_case_as_the_corpus_says(number: int) -> None:
    """Errors are found on the lines that hold what is refused, with their codes, and on no other line."""
    some = ALL[number]
    expected = {
        (*at, code)
        for index, case in enumerate(some)
        for at, code in expected_lines(case, index).items()
    }
    found = {
        (*fault.place[:2], fault.code)
        for fault in problems_of(archive_of(some, with_words=False))
        if fault.is_error and fault.place.path.startswith("calls/") and fault.code[0] != "P"
    }
    assert set() == expected - found
    assert set() == {one[:2] for one in found} - {one[:2] for one in expected}


@pytest.mark.parametrize("number", range(len(RENDERED)))
def test_no_output_holds_anything_live(number: int, known: Known) -> None:
    """Pages, feeds, calendars and data have the elements that plain words give, and ask nobody for anything."""
    assert [] == [
        one for path, output in made(number).items() for one in findings(path, output, known)
    ]


@pytest.mark.parametrize("number", range(len(RENDERED)))
def test_each_field_is_shown_as_it_was_written(number: int, plain: dict[str, Output]) -> None:
    """Where plain words of a field are seen on a page, those of each case are seen character by character."""
    shown = shown_fields([PLAIN], plain)
    assert UNSEEN == {name for name in tokens() if not name.startswith("settings.")} - {
        name for _, name in shown
    }
    some = RENDERED[number]
    expected = {
        (case.name, name) for case in some for _, name in shown if " " in marked(case, name)
    }
    assert set() == expected - shown_fields(some, made(number))


def shown_fields(some: Sequence[Case], outputs: dict[str, Output]) -> set[tuple[str, str]]:
    """Give each case with each field of it that a reader sees on some page as it was written."""
    names = {word: name for name, word in tokens().items()}
    ends = {f"{_seen(case.field)} ": case.name for case in some}
    found = set()
    for path, output in outputs.items():
        parts = _seen(Read(text_of(output)).words).split("tok") if path.endswith(".html") else []
        for before, after in itertools.pairwise(parts):
            name = names.get(f"tok{after[:4]}", "")
            found |= {(case, name) for end, case in ends.items() if name and before.endswith(end)}
    return found


def _seen(words: str) -> str:
    """Give words without what some fields do to them: a capital letter first, no hyphen in the name of a role."""
    return " ".join(words.casefold().replace("-", " ").split())


@pytest.mark.parametrize("place", sorted(STANDPOINTS))
def test_no_markdown_brings_anything_live(place: str) -> None:
    """Each case alone, as a heading, in a quote, a list, a mark and a table, and also what a check refuses."""
    setting = STANDPOINTS[place]
    texts = [
        *(text for _, text in bodies()),
        *(case.text for case in cases() if case.refused_in_prose),
    ]
    found = [
        (text, one) for text in texts for one in html_findings(render_markdown(text, setting).html)
    ]
    assert [] == found


@pytest.mark.parametrize("place", sorted(STANDPOINTS))
def test_markdown_shows_the_words_and_keeps_the_links_of_the_corpus(place: str) -> None:
    """A reader sees what the corpus says, and can follow the links that it says and no other."""
    wrong = []
    for case in cases():
        read = Read(render_markdown(case.text, STANDPOINTS[place]).html)
        links = [link for link in read.links if not link.startswith("#")]
        expected = [case.link] if case.link else []
        if " ".join(case.prose.split()) not in read.words or links != expected:
            wrong.append((case.name, case.prose, read.words, expected, links))
    assert [] == wrong
