"""Whatever bytes lie in a file, reading ends with values and problems; and the order of files changes nothing."""

import functools
import os
import random
import tempfile

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import loading
from generator.checks import check_archive
from generator.load.archive import Loaded, assemble
from generator.load.files import Source, read_tree
from generator.load.settings_file import read_settings
from generator.model.archive import Archive
from generator.problems import Problem, in_order
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from tests.site_archives import GOOD, SITES

TODAY = GOOD["river"]
PATHS = (
    "calls/2031/2031-01-08-river-open-call.yaml",
    "calls/2031/2031-02-14-flood-relief-call.yaml",
    "calls/2031/2031-01-30-river-open-call.yaml",
    "calls/series/river-open-call.yaml",
    "calls/groups/mill-town-correspondence.yaml",
    "calls/hubs/spring-gathering.yaml",
    "calls/platforms.yaml",
    "minutes/2031/2031-01-08-river-open-call.md",
    "minutes/2031/2031-02-05-river-open-call.md",
    "minutes/2031/2031-01-16-growers-call.es.md",
    "minutes/2031/2031-02-12-river-open-call.vtt",
    "minutes/2031/2031-02-12-river-open-call.corrections.yaml",
    "content/index.md",
    "content/about/index.md",
)
# Pieces that mean something to YAML, to Markdown, to our own marks or to Unicode.
PIECES = st.sampled_from(
    [
        *(
            b": ",
            b"\n",
            b"\n  ",
            b"- ",
            b"---\n",
            b"...",
            b"[",
            b"]",
            b"{",
            b"}",
            b"#",
            b"&a ",
            b"*a",
        ),
        *(
            b"!!str ",
            b"!",
            b"|\n",
            b">-\n",
            b"? ",
            b'"',
            b"'",
            b"\\",
            b"\\u202e",
            b"\\ud800",
            b"\t",
        ),
        *(b"\x00", b"\r", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xcc\x81"),
        *(
            b"**Decision:** x (agreed)\n",
            b"{#a}",
            b"```\n",
            b"<!-- archive: recent -->\n",
            b"](",
            b"<",
        ),
        *(
            b"share: public\n",
            b"share: withheld for safety\n",
            b"date: 9999-12-31\n",
            b"date: 0001-01\n",
        ),
        *(
            b"start: 02:30\n",
            b"zone: Europe/London\n",
            b"repeats: every day at 24:00\n",
            b"0" * 400,
        ),
        *(b"date: 2031-03-09\n", b"moved_from: [0001-01-01 00:00]\n", b"occurrence: 0001-01-01\n"),
    ]
)
NOISE = st.one_of(
    PIECES, st.binary(max_size=12), st.text(max_size=8).map(lambda t: t.encode("utf-8", "replace"))
)


@functools.cache
def sources() -> dict[str, Source]:
    """Give the files of the living archive by path."""
    found, _ = read_tree(str(SITES / "river" / "archive"))
    return {source.path: source for source in found}


@functools.cache
def loaded() -> dict[str, Loaded]:
    """Give what those files hold, by path."""
    return {
        one.path: one for one in loading.load(tuple(sources().values()), frozenset(), None, None)
    }


def settings_source() -> Source:
    """Give the file of the settings."""
    return Source("mkdocs.yml", (SITES / "river" / "archive" / "mkdocs.yml").read_bytes())


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """Give a good file in which a few stretches were replaced by noise."""
    data = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 30)))
        data = data[:start] + draw(NOISE) + data[end:]
    return data


@st.composite
def damaged_sources(draw: st.DrawFn) -> Source:
    """Give a file of the archive that holds other bytes than it should."""
    path = draw(st.sampled_from(PATHS))
    return Source(path, draw(st.one_of(damaged(sources()[path].data), st.binary(max_size=200))))


def everything(found: list[Loaded]) -> tuple[Archive, tuple[Problem, ...]]:
    """Put an archive together and give all that is wrong with it, as the pipeline does."""
    settings, faults, places = read_settings(settings_source(), TODAY)
    assert settings is not None
    archive = assemble(found, settings.zone, places, {})
    problems = [*faults, *(fault for one in found for fault in one.problems)]
    problems += check_archive(archive, settings)
    return archive, in_order(loading.hushed(problems, archive, found))


@given(damaged_sources())
@hypothesis_settings(max_examples=200, deadline=None, derandomize=True)
def test_any_bytes_in_a_record_give_problems_and_no_error(source):
    """A file of any bytes is read, its archive put together and asked, and the reports are written."""
    look_at_answer((source,))


@given(st.lists(damaged_sources(), min_size=2, max_size=4, unique_by=lambda source: source.path))
@hypothesis_settings(max_examples=60, deadline=None, derandomize=True)
def test_any_bytes_in_several_records_give_problems_and_no_error(found):
    """Files that are damaged together, so that one finds the other not as it should be, are answered as one is."""
    look_at_answer(tuple(found))


def look_at_answer(bad: tuple[Source, ...]) -> None:
    """Read bad files among good ones, and look at the places and the reports of all that is wrong."""
    paths = {source.path for source in bad}
    ones = loading.load(bad, frozenset(), None, None)
    archive, problems = everything([*(x for x in loaded().values() if x.path not in paths), *ones])
    assert archive.calls
    lines = {source.path: source.data.decode("utf-8", "replace").split("\n") for source in bad}
    for fault in problems:
        assert fault.place.line >= 1
        assert fault.place.column >= 1
    for report in (
        report_text(problems, lambda path: lines.get(path, ()), 1, ""),
        report_json(problems, 1),
        report_github(problems),
    ):
        report.encode("utf-8")


NAMES = st.one_of(
    st.binary(min_size=1, max_size=255).filter(lambda name: not set(b"/\0") & set(name)),
    st.builds(
        lambda name, ending: name + ending,
        st.sampled_from((b"con", b"nul.x", b"com1", b"..a", b" ", b"-", b"2031-02-30-a", b"a" * 240)),
        st.sampled_from((b".yaml", b".yaml ", b".YAML", b".yml", b".md", b"", b".", b"\n.yaml", b"::error::.yaml")),
    ),
).filter(lambda name: name not in (b".", b".."))  # fmt: skip


@given(
    st.lists(NAMES, min_size=1, max_size=3, unique=True),
    st.sampled_from(("calls/2031", "calls/series", "minutes/2031", "content", "calls")),
)
@hypothesis_settings(max_examples=80, deadline=None, derandomize=True)
def test_any_name_of_a_file_gives_a_problem_or_a_source(names: list[bytes], folder: str):
    """A file of whatever name is read, passed over or refused, and every report of it is text of one line a problem."""
    with tempfile.TemporaryDirectory() as root:
        place = os.path.join(os.fsencode(root), folder.encode())
        os.makedirs(place)
        for name in names:
            with open(os.path.join(place, name), "wb") as file:
                file.write(b"name: x\n")
        found, problems = read_tree(root)
    assert len(found) <= len(names)
    for source in found:
        source.path.encode("utf-8")
    told = report_github(in_order(problems))
    assert all(line.startswith(("::error ", "::warning ")) for line in told.splitlines() if line)
    report_text(problems, lambda path: (), 1, "").encode("utf-8")
    report_json(problems, 1).encode("utf-8")


@given(st.one_of(damaged(settings_source().data), st.binary(max_size=200)))
@hypothesis_settings(max_examples=150, deadline=None, derandomize=True)
def test_any_bytes_in_the_settings_give_problems_and_no_error(data):
    """Settings of any bytes give settings, or problems that say why not."""
    settings, problems, _ = read_settings(Source("mkdocs.yml", data), TODAY)
    assert settings is not None or any(fault.is_error for fault in problems)


@given(st.randoms(use_true_random=False), st.sampled_from(("river", "withheld", "broken")))
@hypothesis_settings(max_examples=25, deadline=None, derandomize=True)
def test_order_of_files_does_not_matter(order: random.Random, name: str):
    """Files that come in another order give the same archive and the same problems."""
    found = list(all_loaded(name))
    expected = everything(found)
    order.shuffle(found)
    assert expected == everything(found)


@functools.cache
def all_loaded(name: str) -> tuple[Loaded, ...]:
    """Give what the files of an archive hold."""
    files, _ = read_tree(str(SITES / name / "archive"))
    return loading.load(files, frozenset(), None, None)
