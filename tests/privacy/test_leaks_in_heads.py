"""What machines read in the head of a page is looked at like the page itself, and differs by nothing withheld."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator import finishing
from generator.pipeline import build, examine
from generator.privacy import gate, leaks
from generator.privacy.public import PublicArchive
from generator.render.output import Alternate, Draft, File, Output, Page
from generator.settings import Settings
from generator.site.head import draw_head, site_facts
from tests.privacy.quiet_archive import TODAY, Frame, Words, quiet_files, read
from tests.privacy.test_planted_leaks import FILES, NOTES, RENDERERS, SECRET

NOT_FOUND = "404.html"


def in_facts(page: Page) -> Page:
    """Put withheld text among the facts."""
    facts = {**page.head.facts, "about": {"@type": "Thing", "description": SECRET}}
    return dataclasses.replace(page, head=dataclasses.replace(page.head, facts=facts))


def in_other_form(page: Page) -> Page:
    """Put withheld text into the name of another form of the page."""
    other = (*page.head.alternates, Alternate("text/plain", SECRET, "notes.txt"))
    return dataclasses.replace(page, head=dataclasses.replace(page.head, alternates=other))


def in_title(page: Page) -> Page:
    """Put withheld text into the title."""
    return dataclasses.replace(page, title=SECRET)


def in_description(page: Page) -> Page:
    """Put withheld text into the description."""
    return dataclasses.replace(page, description=SECRET)


PARTS = (in_facts, in_other_form, in_title, in_description)


@dataclasses.dataclass(frozen=True, slots=True)
class Leaking:
    """What a page with a leak in its head is made of."""

    make: Callable[[Any, Settings], Output]
    view: object
    plant: Callable[[Page], Page]


def leaking(view: Leaking, settings: Settings) -> Output:
    """Make a page as its renderer does, with what must not be there in its head."""
    output = view.make(view.view, settings)
    assert isinstance(output, Page)
    return view.plant(output)


def planted(draft: Draft, plant: Callable[[Page], Page]) -> Draft:
    """Give the draft of a page with a leak in its head."""
    return Draft(draft.path, leaking, Leaking(draft.make, draft.view, plant))


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> tuple[finishing.Context, PublicArchive]:
    """Give what outputs are made with, needles and all, and what may be seen."""
    root: Path = tmp_path_factory.mktemp("archive")
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert build(root, root / "build/site", root / "build", TODAY).published is not None
    found = examine(root, TODAY)
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    site = finishing.Site(root, root / "build/site", root / "build", found.settings)
    cut, _ = finishing.theme_of(site)
    needles = leaks.needles(found.archive, public, found.settings)
    context = finishing.context_of(found.settings, cut, needles)
    settings = dataclasses.replace(context.settings, today=TODAY)
    return dataclasses.replace(context, settings=settings), public


def first_page(
    module: ModuleType, context: finishing.Context, public: PublicArchive
) -> Draft | None:
    """Give the first page of a renderer, or nothing where it gives files alone; 404.html has no such head."""
    for draft in module.render(public, context.settings):
        if isinstance(draft.make(draft.view, context.settings), Page) and draft.path != NOT_FOUND:
            found: Draft = draft
            return found
    return None


def test_leak_in_the_head_of_any_renderer_is_found(looked_at):
    """In the pages of each renderer a leak among the facts, other forms, in title or description is found."""
    context, public = looked_at
    drafts = {module.__name__: first_page(module, context, public) for module in RENDERERS}
    pages = {name.rsplit(".", 1)[1]: draft for name, draft in drafts.items() if draft}
    assert {"call_pages", "decision_pages", "action_pages", "series_pages", "list_pages"} <= set(
        pages
    )
    missed = [
        (name, plant.__name__)
        for name, draft in pages.items()
        for plant in PARTS
        if finishing.finish_one(context, planted(draft, plant)).leak != NOTES
    ]
    assert [] == missed


def heads(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the head of every page of an archive that may be listed, and its sitemap and robots.txt."""
    settings, archive, _, _ = read(dict(files))
    settings = dataclasses.replace(settings, indexing=True)
    public = gate.publish(archive, settings)
    site = site_facts(settings)
    for draft in finishing.draft_all(public, settings):
        output = draft.make(draft.view, settings)
        if isinstance(output, Page):
            yield draft.path, f"{output.title}\n{output.description}\n{draw_head(output, site)}"
        elif isinstance(output, File) and re.match(r"sitemap|robots", output.path):
            yield draft.path, output.data.decode()


@pytest.mark.parametrize(
    "frame", [Frame(), Frame(reason="consent", identify=True), Frame(minutes="public")]
)
def test_heads_and_sitemap_differ_by_nothing_withheld(frame):
    """Of two archives that differ in withheld words alone, heads and sitemaps are the same, and hold none of them."""
    one, other = (dict(heads(quiet_files(frame, Words(7, mark)))) for mark in ("qzvxk", "xjwqz"))
    assert "sitemap.xml" in one
    assert one == other
    assert [] == [path for path, text in one.items() if "qzvxk" in text.lower()]


def test_page_of_a_withheld_call_tells_machines_its_title_alone():
    """It is a page that is not to be listed, of which nothing is said but its name and the way to it."""
    found = dict(heads(quiet_files(Frame(), Words(7, "qzvxk"))))
    ((path, text),) = [(p, t) for p, t in found.items() if t.startswith("Withheld call")][:1]
    assert 'name="robots" content="noindex"' in text
    assert [] == [word for word in ("mainEntity", "Event", "about", "alternate") if word in text]
    maps = [text for name, text in found.items() if name.startswith("sitemap")]
    assert maps
    assert not [text for text in maps if path in text]
