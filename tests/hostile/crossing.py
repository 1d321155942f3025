"""Crosses every case with every field of every kind of record, with notes, pages and settings.

Many cases stand in one archive, each in records of its own, so that all of them can be tried in little time.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator import finishing
from generator.history import History
from generator.load.files import Source
from generator.pipeline import Examined, Read, judge
from generator.privacy import gate
from generator.problems import Problem
from generator.render.output import Output
from tests.hostile import records
from tests.hostile.attack_archive import call_of, front_of, limit_of, one_of_each, settings_of
from tests.hostile.corpus import OF_MARKDOWN, Case, cases

TODAY = datetime.date(2031, 12, 20)
AT_ONCE = 30
"""So many cases stand in one archive."""
PAGE_TITLE = "page.title"
"""What stands for the first heading of a written page, which no table of fields has."""
Files = Mapping[str, str]


def in_fields() -> tuple[Case, ...]:
    """Give the cases that a field of a record can hold; of those for Markdown alone it would hold the first line."""
    return tuple(case for case in cases() if case.subject != OF_MARKDOWN)


def batches(some: Sequence[Case]) -> Iterator[Sequence[Case]]:
    """Give cases in as many as stand in one archive."""
    for at in range(0, len(some), AT_ONCE):
        yield some[at : at + AT_ONCE]


@cache
def tokens() -> Mapping[str, str]:
    """Give a word of its own for each field that holds text, by which its words are found again in an output."""
    names = (
        name
        for kind in records.TABLES
        for name, _ in records.text_fields(records.TABLES[kind], kind)
    )
    return {name: f"tok{number:03d}z" for number, name in enumerate((*names, PAGE_TITLE))}


def marked(case: Case, name: str) -> str:
    """Give the text of a case with the word of its field behind it, or that word alone where the text is too long."""
    word = tokens()[name]
    return f"{case.text} {word}" if len(case.field) + len(word) + 1 <= limit_of(name) else word


def problems_of(files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Load files and ask all checks about them, as a build does."""
    return _examined(files).problems


def outputs_of(files: Mapping[str, str]) -> dict[str, Output]:
    """Give every output of an archive; what is refused in it is rendered all the same."""
    found = _examined(files)
    if found.settings is None:
        raise ValueError(f"the settings were refused: {found.problems}")
    public = gate.publish(found.archive, found.settings)
    timeless = dataclasses.replace(found.settings, today=datetime.date.min)
    return {
        draft.path: draft.make(draft.view, timeless)
        for draft in finishing.draft_all(public, found.settings)
    }


def _examined(files: Files) -> Examined:
    made = {path: text.encode("utf-8", "surrogatepass") for path, text in sorted(files.items())}
    own = Source("mkdocs.yml", made.pop("mkdocs.yml"))
    rest = tuple(Source(path, data) for path, data in made.items())
    return judge(Read(own, rest, History({}), ()), TODAY, None, None)


def expected_lines(case: Case, number: int) -> dict[tuple[str, int], str]:
    """Give the lines of a case's records that are refused, each with the code; all others are taken.

    What looks like personal data is searched for elsewhere, and those rules have tests of their own.
    """
    made = one_of_each(number, lambda name: "words")[0]
    found: dict[tuple[str, int], str] = {}
    for path, text in {**made, "calls/platforms.yaml": ""}.items():
        kind = next((k for k, part in _FOLDERS.items() if f"/{part}/" in path), "call")
        kind = "platform" if not text else kind
        keys = [line.split('"')[1] for line in text.splitlines()]
        for name, limit in records.text_fields(records.TABLES[kind], kind):
            key = name.split(".")[1].rstrip(":")
            line = number + 1 if kind == "platform" else keys.index(key) + 1 if key in keys else 0
            prefix = len("friends of ") if name == "call.hosts" else 0
            refused = case.refused if case.refused[:1] != "P" else ""
            code = refused or ("F210" if prefix + len(case.field) > limit else "")
            if line and code:
                found[path, line] = code
    return found


_FOLDERS = {"series": "series", "group": "groups", "hub": "hubs"}


def archive_of(some: Sequence[Case], with_words: bool) -> dict[str, str]:
    """Give an archive in which each case fills all fields of a record of each kind."""
    files: dict[str, str] = {}
    platforms = {}
    for number, case in enumerate(some):
        say = (
            (lambda name, case=case: marked(case, name))
            if with_words
            else (lambda name, case=case: case.text)
        )
        made, platform = one_of_each(number, say)
        files |= made
        platforms[f"platform-{number}"] = platform
        files[f"minutes/2031/{call_of(number)}.md"] = (
            front_of(say, "minutes") + "## Outcomes\n\nwords\n"
        )
        title = " ".join(say(PAGE_TITLE).split()) if case.field else "words"
        files[f"content/about/page-{number}.md"] = f"{front_of(say, 'page')}# {title}\n\nwords\n"
    files["calls/platforms.yaml"] = records.as_yaml(platforms)
    files["mkdocs.yml"] = records.as_yaml(settings_of(lambda name: "words"))
    return files
