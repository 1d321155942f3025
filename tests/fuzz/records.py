"""Fuzz targets for the files of an archive: one file of any bytes among good ones is read, reported and rendered."""

import dataclasses
import datetime
import functools
import json
import re
import unicodedata

from generator import finishing, fixing, loading
from generator.checks import check_archive
from generator.load.archive import Loaded, assemble
from generator.load.files import Source, limit_of, read_tree
from generator.load.settings_file import read_settings
from generator.load.text import as_read
from generator.model.archive import Archive, Places
from generator.privacy import gate
from generator.problems import Problem, in_order
from generator.problems.report.as_github import github_table, report_github
from generator.problems.report.as_gitlab import report_gitlab
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from generator.render.output import File, Page
from generator.settings import Settings
from tests.fuzz.page_oracle import page_faults
from tests.site_archives import GOOD, SITES

TODAY = GOOD["river"]
ROOT = SITES / "river" / "archive"
SETTINGS = "mkdocs.yml"
PLACES = {
    "call": "calls/2031/2031-01-08-river-open-call.yaml",
    "series": "calls/series/river-open-call.yaml",
    "group": "calls/groups/mill-town-correspondence.yaml",
    "hub": "calls/hubs/spring-gathering.yaml",
    "platforms": "calls/platforms.yaml",
    "minutes": "minutes/2031/2031-01-08-river-open-call.md",
    "transcript": "minutes/2031/2031-02-12-river-open-call.vtt",
    "corrections": "minutes/2031/2031-02-12-river-open-call.corrections.yaml",
    "page": "content/about/index.md",
    "settings": SETTINGS,
}
"""Where the file of each kind lies; the files of the other kinds lie beside it as they should be."""
_BESIDES = (
    "calls/2031/2031-02-12-river-open-call.yaml",
    "calls/2031/2031-02-14-flood-relief-call.yaml",
    "content/index.md",
)
_ALWAYS_ALIKE = ("search/index.html", "calendar/subscribe.html")
"""Pages that say nothing of a record, and take as long as all others."""
_OF_TEMPLATES = frozenset({"svg", "audio", "source", "template", "title", "textarea"})
"""Elements that templates of ours write, and that are looked at in what is theirs besides."""
_UNPRINTABLE = frozenset({"Cc", "Cs"})
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@functools.cache
def neighbours() -> dict[str, Loaded]:
    """Give what the good files hold, by path."""
    wanted = {*PLACES.values(), *_BESIDES}
    sources = [source for source in read_tree(str(ROOT))[0] if source.path in wanted]
    return {one.path: one for one in loading.load(sources, frozenset(), None, None)}


def good(kind: str) -> bytes:
    """Give the good file of a kind."""
    return (ROOT / PLACES[kind]).read_bytes()


@functools.cache
def good_settings() -> tuple[Settings, Places]:
    """Give the settings that records are read with."""
    settings, _, places = read_settings(Source(SETTINGS, good("settings")), TODAY)
    assert settings is not None
    return settings, places


def settings_file(data: bytes) -> None:
    """Read settings of any bytes, and make the pages of the good archive with them."""
    settings, faults, places = read_settings(Source(SETTINGS, data), TODAY)
    assert settings is not None or any(fault.is_error for fault in faults)
    found = list(neighbours().values())
    if settings is None:
        report(in_order(faults), SETTINGS, data)
        return
    archive = assemble(found, settings.zone, places, {})
    report(asked(archive, found, faults, settings), SETTINGS, data)
    render(archive, settings)


def record(kind: str, data: bytes) -> None:
    """Read a file of any bytes, ask every question of the archive it lies in, report, and make its pages."""
    path = PLACES[kind]
    if len(data) > limit_of(path):
        return
    (one,) = loading.load((Source(path, data),), frozenset(), None, None)
    found = [*(other for at, other in neighbours().items() if at != path), one]
    settings, places = good_settings()
    archive = assemble(found, settings.zone, places, {})
    report(asked(archive, found, (), settings), path, data)
    if not one.is_empty:
        render(archive, settings)


def asked(
    archive: Archive, found: list[Loaded], faults: tuple[Problem, ...], settings: Settings
) -> tuple[Problem, ...]:
    """Give all that is wrong with an archive, as the pipeline does."""
    problems = [*faults, *(fault for one in found for fault in one.problems)]
    problems += check_archive(archive, settings)
    return in_order(loading.hushed(problems, archive, found))


def report(problems: tuple[Problem, ...], path: str, data: bytes) -> None:
    """Write every report, and look whether each problem has a place in its file and each fix can be made."""
    lines = lines_of(data)
    for fault in problems:
        if fault.place.path == path:
            look_at_place(fault, lines)
        assert fault.message
        assert fault.help
    told = (
        report_text(problems, lambda name: lines if name == path else (), 1, ""),
        report_github(problems),
        github_table(problems, 1),
    )
    for text in told:
        assert not unprintable(text), unprintable(text)
    for text in (report_json(problems, 1), report_gitlab(problems)):
        json.loads(text.encode("utf-8"))
    annotations = [line for line in report_github(problems).split("\n") if line]
    assert all(line.startswith(("::error ", "::warning ")) for line in annotations)
    fixing.mended(data, (fault.fix for fault in problems if fault.fix and fault.place.path == path))


def lines_of(data: bytes) -> list[str]:
    """Give the lines of a file as places count them."""
    try:
        return as_read(data).split("\n")
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return text.split("\n")


def look_at_place(fault: Problem, lines: list[str]) -> None:
    """Look whether a place lies in its file, or right behind its end or that of its line."""
    at = fault.place
    assert 1 <= at.line <= len(lines), (fault.code, at)
    assert 1 <= at.column <= len(lines[at.line - 1]) + 1, (fault.code, at)
    assert 0 <= at.length <= max(1, len(lines[at.line - 1]) + 1 - (at.column - 1)), (fault.code, at)


def unprintable(text: str) -> list[str]:
    """Give the signs of a report that would move a cursor, turn a text round or be no text."""
    odd = [sign for sign in text if sign != "\n" and unicodedata.category(sign) in _UNPRINTABLE]
    return odd + _TURNING.findall(text)


def render(archive: Archive, settings: Settings) -> None:
    """Make everything that tells of the archive, and look whether anything in it is alive."""
    public = gate.publish(archive, settings)
    timeless = dataclasses.replace(settings, today=datetime.date.min)
    for draft in finishing.draft_all(public, settings):
        if draft.path in _ALWAYS_ALIKE:
            continue
        output = draft.make(draft.view, timeless)
        assert draft.path == output.path
        if isinstance(output, Page):
            alive = page_faults(output.body, _OF_TEMPLATES)
            assert not alive, (output.path, alive)
        elif isinstance(output, File) and output.path.endswith(".json"):
            json.loads(output.data)
        elif isinstance(output, File) and output.path.endswith(".ics"):
            look_at_calendar(output)


def look_at_calendar(output: File) -> None:
    """Look whether every line of a calendar is short and begins as ours do, so that no word became a property."""
    unfolded = output.data.decode("utf-8").replace("\r\n ", "")
    for line in unfolded.removesuffix("\r\n").split("\r\n"):
        assert re.match(r"[A-Z][A-Z-]*[:;]", line), (output.path, line[:80])
        assert "\n" not in line
        assert "\r" not in line
