"""A leak planted in each renderer in turn: nothing is published, and it is said which file tells of which record."""

import dataclasses
import gzip
import html
import importlib
import importlib.metadata
import json
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

import pytest

from generator import finishing, render
from generator.pipeline import Built, build, examine
from generator.privacy import gate, leaks
from generator.privacy.public import PublicArchive
from generator.problems.report.as_text import report_text
from generator.render import sitemap
from generator.render.output import Draft, File, Index, IndexEntry, Output, Page
from generator.settings import Settings
from tests.privacy.leaking_forms import FORMS, PACKED, folded
from tests.privacy.quiet_archive import TODAY, Frame, open_files

NOTES = "minutes/2031/2031-05-07-withheld-1.md"
SECRET = "The <lamp> at Señora Brûlé's ferry is “lit” by two & by nobody else, every night."
CLOSED = "".join(f"  {part}: withheld\n" for part in ("minutes", "recording", "details"))
FILES = open_files(Frame()) | {
    "calls/2031/2031-05-07-withheld-1.yaml": (
        "date: 2031-05-07\ntitle: a short title\nrecordings:\n  - url: https://lamp.example/7\n"
        f"share:\n{CLOSED}  reason: safety\n"
    ),
    "calls/2031/2031-05-09-boats.yaml": (
        "date: 2031-05-09\ntitle: Boats\nstatus: held\nrecordings:\n  - url: https://sound.example/boats.mp3\n"
        "    type: audio/mpeg\nshare: public\n"
    ),
    "minutes/2031/2031-05-09-boats.vtt": (
        "WEBVTT\n\nNOTE\norigin: transcript\n\n00:00:01.000 --> 00:00:04.000\nThe boats are ready.\n"
    ),
    NOTES: f"---\norigin: notes\n---\n{SECRET.replace('<', chr(92) + '<')}\n",
}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(render.__path__):
        module = importlib.import_module(f"{render.__name__}.{found.name}")
        if hasattr(module, "render"):
            yield module


RENDERERS = sorted(modules(), key=lambda module: module.__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class Leaking:
    """What a leaking output is made of."""

    make: Callable[[Any, Settings], Output]
    view: object
    text: str


def leaking(view: Leaking, settings: Settings) -> Output:
    """Make an output as its renderer does, and add what must not be there."""
    return with_leak(view.make(view.view, settings), view.text)


def with_leak(output: Output, text: str) -> Output:
    """Give an output with some more text."""
    if isinstance(output, Page):
        return dataclasses.replace(output, body=f"{output.body}\n{text}")
    if isinstance(output, Index):
        return dataclasses.replace(
            output, entries=(*output.entries[:-1], leaky(output.entries[-1], text))
        )
    return dataclasses.replace(output, data=output.data + b"\n" + text.encode())


def leaky(entry: IndexEntry, text: str) -> IndexEntry:
    """Give a row of an index whose last passage holds what must not be there."""
    last = entry.passages[-1]
    leaking = dataclasses.replace(last, fields=(*last.fields, ("body", text)))
    return dataclasses.replace(entry, passages=(*entry.passages[:-1], leaking))


def finished(view: Output, settings: Settings) -> Output:
    """Give an output as it is."""
    return view


def plant(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, leak: Callable[[Draft], Draft]
) -> None:
    """Make a renderer leak in its first output."""
    honest = module.render

    def render_and_leak(archive: object, settings: Settings) -> Iterator[Draft]:
        drafts = honest(archive, settings)
        first = next(drafts)
        yield leak(first)
        yield from drafts

    monkeypatch.setattr(module, "render", render_and_leak)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive that was published once, so that a refused build has something to leave alone."""
    root = tmp_path_factory.mktemp("archive")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert built(root).published is not None
    return root


@pytest.fixture(scope="module")
def looked_at(workshop: Path) -> tuple[finishing.Context, PublicArchive]:
    """Give what outputs are made with, needles and all, and what may be seen."""
    root = workshop
    found = examine(root, TODAY)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    cut, _ = finishing.theme_of(
        finishing.Site(root, root / "build/site", root / "build", found.settings)
    )
    needles = leaks.needles(found.archive, public, found.settings)
    context = finishing.context_of(found.settings, cut, needles)
    # Outputs are made without a day; drafting them needs one.
    settings = dataclasses.replace(context.settings, today=TODAY)
    return dataclasses.replace(context, settings=settings), public


def built(root: Path) -> Built:
    return build(root, root / "build/site", root / "build", TODAY)


def site(root: Path) -> dict[str, tuple[bytes, int]]:
    paths = [path for path in (root / "build").rglob("*") if path.is_file()]
    kept = [path for path in paths if "site" in path.parts]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(kept)}


def refused(root: Path, record: str = NOTES) -> Built:
    """Build, and make sure that nothing was published, no file is left over and nothing is quoted."""
    before = site(root)
    names = sorted(path.name for path in (root / "build").iterdir())
    done = built(root)
    assert done.published is None
    assert before == site(root)
    assert names == sorted(path.name for path in (root / "build").iterdir())
    errors = [fault for fault in done.problems if fault.is_error]
    assert [("P508", record)] == [(fault.code, fault.place.path) for fault in errors]
    text = report_text(done.problems, lambda path: FILES[path].split("\n"), 1, "").lower()
    assert [] == [word for word in ("lamp", "brûlé", "nobody else") if word in text]
    return done


def test_all_renderers_are_tried():
    """The folder is the list: pages, feeds, calendar, data, site map and redirects are among them."""
    names = {module.__name__.rsplit(".", 1)[1] for module in RENDERERS}
    assert {
        "call_pages",
        "atom_notes",
        "ics_feed",
        "data_calls",
        "data_actions",
        "action_pages",
        "redirects",
        "sitemap",
        "search_rows",
        "decision_pages",
        "atom_decisions",
        "data_decisions",
    } <= names


@pytest.mark.parametrize("module", RENDERERS, ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_leak_in_any_renderer_stops_the_build(module, workshop, monkeypatch):
    """Whichever renderer leaks, nothing is published, and its file and the record are named."""
    leaked: list[str] = []

    def leak(draft: Draft) -> Draft:
        leaked.append(draft.path)
        return Draft(draft.path, leaking, Leaking(draft.make, draft.view, html.escape(SECRET)))

    plant(monkeypatch, module, leak)
    done = refused(workshop)
    assert leaked[0] in next(fault.message for fault in done.problems if fault.code == "P508")


@pytest.mark.parametrize("module", RENDERERS, ids=lambda module: module.__name__.rsplit(".", 1)[1])
def test_leak_is_found_in_every_form_of_every_renderer(module, looked_at):
    """In capitals, escaped, folded, packed, or split by markup and unseen signs: each is found in each output."""
    context, public = looked_at
    first = next(iter(module.render(public, context.settings)))
    output = first.make(first.view, context.settings)
    assert "" == finishing.finish_one(context, Draft(first.path, finished, output)).leak
    drafts = {
        form: Draft(first.path, finished, with_leak(output, leak(SECRET)))
        for form, leak in FORMS.items()
    }
    assert [] == [
        form for form, draft in drafts.items() if finishing.finish_one(context, draft).leak != NOTES
    ]


@pytest.mark.parametrize("form", PACKED)
def test_leak_is_found_in_a_packed_file(form, looked_at):
    """A file that is packed is looked into, whatever its name says."""
    context, _ = looked_at
    for path in ("search/index.json.gz", "data/v1/calls.json"):
        draft = Draft(path, finished, File(path, PACKED[form](SECRET)))
        assert NOTES == finishing.finish_one(context, draft).leak


def leaves(value: object) -> Iterator[tuple[Any, str]]:
    """Give a value with a leak in each text inside it in turn, and how that text is reached."""
    if isinstance(value, str):
        yield f"{value} {SECRET}", ""
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            for one, where in leaves(item):
                yield (*value[:at], one, *value[at + 1 :]), f"[]{where}"
    elif isinstance(value, Mapping):
        yield from leaves_of_facts(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            for one, where in leaves(getattr(value, field.name)):
                yield dataclasses.replace(value, **{field.name: one}), f".{field.name}{where}"


def leaves_of_facts(value: Mapping[str, object]) -> Iterator[tuple[Any, str]]:
    """Give a mapping with a leak in each name and in each value."""
    for key, item in value.items():
        yield {**value, f"{key} {SECRET}": item}, "{}"
        for one, where in leaves(item):
            yield {**value, key: one}, f"{{}}{where}"


def is_caught(context: finishing.Context, output: Output, honest: bytes) -> bool:
    """Tell whether an output is found to leak, cannot be made at all, or comes out as without the leak."""
    try:
        made = finishing.finish_one(context, Draft(output.path, finished, output))
    except (ValueError, KeyError):
        return True
    return made.leak == NOTES or made.data == honest


def outputs_of(
    kind: type[Output], looked_at: tuple[finishing.Context, PublicArchive]
) -> Iterator[Any]:
    """Give the outputs of one kind of all renderers."""
    context, public = looked_at
    for draft in finishing.draft_all(public, context.settings):
        output = draft.make(draft.view, context.settings)
        if isinstance(output, kind):
            yield output


@pytest.mark.parametrize("kind", [Page, Index])
def test_leak_in_any_text_of_an_output_is_found(kind, looked_at):
    """In each text of a page or an index, those of its head and outline too, a leak is found or stops the program."""
    context, _ = looked_at
    tried: set[str] = set()
    for output in outputs_of(kind, looked_at):
        honest = finishing.finish_one(context, Draft(output.path, finished, output)).data
        fresh = [(one, where) for one, where in leaves(output) if where not in tried]
        tried |= {where for _, where in fresh}
        missed = [where for one, where in fresh if not is_caught(context, one, honest)]
        assert [] == missed
    names = {name for where in tried for name in re.findall(r"\.(\w+)", where)}
    assert names == TEXTS[kind]


TEXTS = {
    Page: set(
        "path section title description outline anchor text body source head kind facts alternates type".split()
    ),
    Index: set(
        "path entries page title date filters passages anchor words kind state language fields".split()
    ),
}
"""All fields of the two kinds that hold text; one that is new is tried by itself and named here."""


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("calendar/more.ics", folded(SECRET).encode()),
        ("search/index.json.gz", gzip.compress(json.dumps(SECRET).encode())),
        ("feeds/more.xml", html.escape(f"<p>{html.escape(SECRET)}</p>").encode()),
        ("data/more.csv", f'"{SECRET}"'.encode()),
    ],
)
def test_leak_in_a_file_of_its_own_stops_the_build(path, data, workshop, monkeypatch):
    """A folded calendar, a packed index, a feed within a feed and a table are looked into as well."""
    honest = RENDERERS[0].render

    def more(archive: object, settings: Settings) -> Iterator[Draft]:
        yield from honest(archive, settings)
        yield Draft(path, finished, File(path, data))

    monkeypatch.setattr(RENDERERS[0], "render", more)
    assert path in next(f.message for f in refused(workshop).problems if f.code == "P508")


def test_short_withheld_address_stops_the_build(workshop, monkeypatch):
    """A recording's address is withheld as a whole, however short."""
    plant(
        monkeypatch,
        RENDERERS[0],
        lambda draft: Draft(
            draft.path, leaking, Leaking(draft.make, draft.view, "https://lamp.example/7")
        ),
    )
    refused(workshop, "calls/2031/2031-05-07-withheld-1.yaml")


def test_file_whose_name_tells_is_not_named(workshop, monkeypatch):
    """A leak in the name of a file stops the build too, and then the message leaves the name out."""
    path = "calls/is-lit-by-two-by-nobody-else-every-night.html"
    honest = RENDERERS[0].render

    def more(archive: object, settings: Settings) -> Iterator[Draft]:
        yield from honest(archive, settings)
        yield Draft(path, finished, File(path, b"<p>nothing</p>"))

    monkeypatch.setattr(RENDERERS[0], "render", more)
    assert "`…`" in next(f.message for f in refused(workshop).problems if f.code == "P508")


def test_leak_in_a_file_of_the_theme_stops_the_build(workshop, monkeypatch):
    """Every finished file is searched, also those that come with the theme."""
    honest = finishing.theme_of

    def with_more(*given: Any) -> Any:
        cut, assets = honest(*given)
        return cut, (*assets, ("assets/more.js", f"const x = {json.dumps(SECRET)}".encode()))

    monkeypatch.setattr(finishing, "theme_of", with_more)
    refused(workshop)


def test_leak_in_what_the_manifest_says_stops_the_build(workshop, monkeypatch):
    """The manifest is made last, of checksums and of what it says of the program, which is searched as well."""
    honest = importlib.metadata.version
    monkeypatch.setattr(
        importlib.metadata,
        "version",
        lambda name: SECRET if name == "tzdata" else honest(name),
    )
    refused(workshop)


def test_leak_in_the_site_map_stops_the_build(workshop, monkeypatch):
    """The site map is made after all renderers, of the addresses of their pages."""
    honest = sitemap.site_map

    def with_more(listed: Any, settings: Settings) -> Iterator[Draft]:
        yield from honest([*listed, (f"calls/{quote(SECRET)}.html", None)], settings)

    settings = FILES["mkdocs.yml"].replace("state: closed", "indexing: true\n    state: closed")
    (workshop / "mkdocs.yml").write_text(settings, encoding="utf-8")
    monkeypatch.setitem(FILES, "mkdocs.yml", settings)
    assert built(workshop).published is not None
    monkeypatch.setattr(sitemap, "site_map", with_more)
    refused(workshop)


def test_leak_in_a_frame_stops_the_build(workshop, monkeypatch):
    """What the theme puts around every page is searched with each of them."""
    honest = finishing.theme_of

    def with_more(*given: Any) -> Any:
        cut, assets = honest(*given)
        frames = {
            page: dataclasses.replace(frame, constants=(*frame.constants[:-1], SECRET.encode()))
            for page, frame in cut.outlined.items()
        }
        return dataclasses.replace(cut, outlined=frames), assets

    monkeypatch.setattr(finishing, "theme_of", with_more)
    done = built(workshop)
    assert done.published is None
    assert {"P508"} == {fault.code for fault in done.problems if fault.is_error}


def test_leak_is_found_in_a_page_that_was_remembered(tmp_path, workshop, monkeypatch):
    """What was published before the call was withheld is made and searched anew, not taken from the memo."""
    root = shutil.copytree(workshop, tmp_path / "archive")
    before = {path: text for path, text in FILES.items() if "withheld" not in path}
    for path in FILES.keys() - before.keys():
        (root / path).unlink()
    assert built(root).published is not None
    for path in FILES.keys() - before.keys():
        (root / path).write_text(FILES[path], encoding="utf-8")
    plant(
        monkeypatch,
        RENDERERS[0],
        lambda draft: Draft(draft.path, leaking, Leaking(draft.make, draft.view, SECRET)),
    )
    refused(root)
