"""Pages stamped into frames are what MkDocs itself would have written."""

import dataclasses
import html
import itertools
import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
from markupsafe import escape

from generator.render.output import Heading, Page
from generator.settings import Settings, nav_pages
from generator.site.builder import Theme, build_site, builder_config
from generator.site.frames import CHARSET, Frames, cut_frames, stamp
from generator.site.head import draw_head, site_facts
from generator.site.outline import FrameError
from generator.site.policy import policy_elements
from generator.site.stage import HEAD, MARK, NOT_FOUND, source_path
from tests.site.record_page import record

TITLE = 'Water & "mill" <script>alert(1)</script>'
DESCRIPTION = 'It\'s the "river" & <b>the mill</b>'
SHAPES = (
    (2,),
    (3,),
    (2, 3),
    (3, 2),
    (2, 2),
    (2, 3, 3, 2),
    (3, 3, 2, 3),
    (2, 3, 2, 3, 2),
    (2, 3, 2),
    (3, 2, 3, 3),
    (2, 2, 3, 2, 2),
    (3, 3, 3),
    (2, 3, 3, 3, 2, 3),
)


def own_text(levels: tuple[int, ...]) -> str:
    """Write a page's Markdown with one heading for each of `levels`."""
    parts = ["# A heading & more {#__title}", "Words of the page."]
    for number, level in enumerate(levels):
        parts.append(f'{"#" * level} Part {number}: it\'s "so" & `1 < 2` {{#part-{number}}}')
        parts.append("More words.")
    return "\n\n".join(parts) + "\n"


def page_of(path: str, text: str) -> Page:
    """Make the page that holds what Markdown makes of `text`."""
    converter = markdown.Markdown(extensions=["attr_list", "toc"])
    body = converter.convert(text).replace('<h1 id="__title">', "<h1>")
    return Page(path, path, TITLE, DESCRIPTION, outline_of(converter.toc_tokens), body)


def outline_of(tokens: list[dict[str, Any]]) -> tuple[Heading, ...]:
    """Read an outline from what the Markdown package found."""
    found: tuple[Heading, ...] = ()
    for token in tokens:
        if token["level"] > 1:
            found += (Heading(token["level"], token["id"], html.unescape(token["name"])),)
        found += outline_of(token["children"])
    return found


def with_own_head(written: bytes, page: Page, settings: Settings, elements: str) -> bytes:
    """Give what MkDocs wrote with the policy, and the page's own elements for machines, in their places."""
    written = written.replace(CHARSET.encode(), f"{CHARSET}{elements}".encode())
    return written.replace(HEAD.encode(), draw_head(page, site_facts(settings)).encode())


def written_by_mkdocs(settings: Settings, root: Path, place: Path, texts: dict[str, str]) -> Path:
    """Let MkDocs build the pages themselves and give the folder of the result."""
    head = f"title: {json.dumps(str(escape(TITLE)))}\ndescription: {json.dumps(str(escape(DESCRIPTION)))}"
    for path, text in texts.items():
        source = place / "docs" / source_path(path)
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"---\n{head}\n---\n\n{text}", encoding="utf-8")
    config = builder_config(settings, root / "mkdocs.yml")
    build_site(config, place / "docs", place / "site", root)
    return place / "site"


@pytest.mark.parametrize("outlined", [True, False])
def test_stamped_pages_are_mkdocs_own(
    settings: Settings, frames: Frames, root: Path, tmp_path: Path, outlined: bool
) -> None:
    """Each page of the navigation, with and without an outline, is byte for byte what MkDocs
    writes.
    """
    paths = list(nav_pages(settings.nav))
    assert len(paths) >= len(SHAPES), "there are too few pages to try every outline"
    shapes = itertools.cycle(SHAPES if outlined else [()])
    texts = {path: own_text(shape) for path, shape in zip(paths, shapes, strict=False)}
    site = written_by_mkdocs(settings, root, tmp_path, texts)
    elements = policy_elements(frames.policy)
    for path, text in texts.items():
        page = page_of(path, text)
        expected = with_own_head((site / path).read_bytes(), page, settings, elements)
        assert expected == stamp(page, frames), path


def test_stamped_pages_are_mkdocs_own_below_a_path_and_with_edit_links(
    forge_settings: Settings, themed: Callable[[Settings], Theme], root: Path, tmp_path: Path
) -> None:
    """The same holds for a site below a path that has a repository and may be listed."""
    frames = cut_frames(themed(forge_settings), forge_settings)
    texts = {path: own_text((2, 3)) for path in nav_pages(forge_settings.nav)}
    site = written_by_mkdocs(forge_settings, root, tmp_path, texts)
    elements = policy_elements(frames.policy)
    for path, text in texts.items():
        page = dataclasses.replace(page_of(path, text), source=source_path(path))
        expected = with_own_head((site / path).read_bytes(), page, forge_settings, elements)
        assert expected == stamp(page, frames), path


def test_a_record_differs_from_its_index_only_in_its_own_values(frames: Frames) -> None:
    """A record's page is its index's with another address, no neighbours and another kind of
    current.
    """
    index = record(path="calls/index.html")
    own = stamp(index, frames).decode()
    expected = (
        own.replace(draw_head(index, frames.site), "the head")
        .replace("/calls/index.html", "/calls/2031-03-05-river.html")
        .replace("the head", draw_head(record(), frames.site))
        .replace('<link rel="prev" href="../search/index.html">', "")
        .replace('<link rel="next" href="../calendar/index.html">', "")
        .replace('aria-current="page"', 'aria-current="true"')
    )
    assert expected == stamp(record(), frames).decode()
    assert own.count('rel="prev"') == own.count('aria-current="page"') == 1


def test_the_section_of_a_record_is_active(frames: Frames) -> None:
    """The entry of the index is the active one on a record's page, and the only one."""
    text = stamp(record(), frames).decode()
    active = '<a href="index.html" class="md-nav__link md-nav__link--active" aria-current="true">'
    assert text.count(active) == text.count("aria-current") == 1


def test_the_skip_link_leads_to_the_heading(frames: Frames) -> None:
    """The skip link leads to the page's heading, also when something stands before it."""
    text = stamp(record(outline=()), frames).decode()
    assert '<a href="#__title" class="md-skip">' in text
    assert '<p class="ia-eyebrow">General</p><h1 id="__title">River Assembly</h1>' in text


def test_titles_and_outlines_are_escaped(frames: Frames) -> None:
    """Nothing that stands in a title, a description or a heading becomes markup."""
    hostile = '"><script>alert(1)</script>'
    page = record(title=hostile, description=hostile, outline=(Heading(2, hostile, hostile),))
    assert b"<script>alert" not in stamp(page, frames)


def test_no_token_is_left_on_a_page(frames: Frames, settings: Settings) -> None:
    """No stamped page holds a token, with or without an outline."""
    for section in nav_pages(settings.nav):
        for outline in ((), (Heading(2, "notes", "Notes"), Heading(3, "more", "More"))):
            text = stamp(record(path=section, section=section, outline=outline), frames)
            assert MARK.lower() not in text.decode().lower()


def test_the_outline_stands_in_the_side_bar_and_in_the_drawer(frames: Frames) -> None:
    """An outline is there twice, and a page without one has no button that opens it."""
    assert stamp(record(), frames).count(b'<a href="#notes" class="md-nav__link">') == 2
    assert b'id="__toc"' not in stamp(record(outline=()), frames)


def test_not_found_has_addresses_that_work_anywhere(
    forge_settings: Settings, themed: Callable[[Settings], Theme]
) -> None:
    """404.html is shown at any depth, so its addresses start with the path of the site."""
    frames = cut_frames(themed(forge_settings), forge_settings)
    page = Page(NOT_FOUND, NOT_FOUND, "Not here", "", (), "<h1>Not here</h1>")
    text = stamp(page, frames).decode()
    assert 'href="/calls-archive/calls/index.html"' in text
    assert 'src="/calls-archive/assets/javascripts/' in text
    assert "<title>Not here – InterOccupy calls archive</title>" in text
    assert "aria-current" not in text


def test_the_edit_link_leads_to_the_source_or_is_not_there(
    forge_settings: Settings, themed: Callable[[Settings], Theme]
) -> None:
    """A page with a source offers to edit that file; a page without one offers nothing."""
    frames = cut_frames(themed(forge_settings), forge_settings)
    with_source = stamp(record(source="calls/2031/2031-03-05-river.yaml"), frames).decode()
    address = "https://forge.example/river/archive/edit/main/calls/2031/2031-03-05-river.yaml"
    assert f'<a href="{address}"' in with_source
    assert 'rel="edit"' not in stamp(record(), frames).decode()
    assert "edit/main" not in stamp(record(), frames).decode()


@pytest.mark.parametrize(
    ("repo_url", "expected"),
    [
        ("https://github.com/river/calls", "https://github.com/river/calls/edit/main/calls/x.yaml"),
        (
            "https://gitlab.com/river/calls",
            "https://gitlab.com/river/calls/-/edit/main/calls/x.yaml",
        ),
        (
            "https://codeberg.org/river/calls",
            "https://codeberg.org/river/calls/_edit/main/calls/x.yaml",
        ),
        ("https://git.river.example/river/calls", ""),
    ],
)
def test_the_edit_link_is_that_of_the_forge(
    repo_url: str, expected: str, settings: Settings, themed: Callable[[Settings], Theme]
) -> None:
    """Each forge has its editor at an address of its own; of an unknown one the site builder guesses nothing."""
    own = dataclasses.replace(settings, repo_url=repo_url, nav=settings.nav[:3])
    page = stamp(record(source="calls/x.yaml"), cut_frames(themed(own), own)).decode()
    found = re.findall(r'href="([^"]*)"[^>]*rel="edit"', page)
    assert ([expected] if expected else []) == found


def test_without_a_repository_no_page_offers_an_edit(frames: Frames) -> None:
    """A source alone makes no edit link."""
    assert b'rel="edit"' not in stamp(record(source="calls/x.yaml"), frames)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"section": "nowhere/index.html"}, "no frame for section"),
        ({"path": "calls/2031/x.html"}, "does not lie beside"),
        ({"body": "<p>No heading.</p>"}, "one <h1>"),
        ({"body": "<h1>One</h1><h1>Two</h1>"}, "one <h1>"),
        ({"body": '<h1 id="mine">One</h1>'}, "one <h1>"),
        ({"outline": (Heading(4, "deep", "Deep"),)}, "level 2 and 3"),
    ],
)
def test_a_page_that_does_not_fit_is_refused(
    frames: Frames, changes: dict[str, Any], words: str
) -> None:
    """A page that would come out wrong is a fault that is named."""
    with pytest.raises(ValueError, match=words):
        stamp(record(**changes), frames)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</title>", "</title>ARCHIVE-FRAME-TITLE (run make build)", "title: expected 2 times"),
        ('name="archive-frame"', 'name="other"', "head: expected 1 times"),
        ('aria-current="page"', "", "current: expected 1 times"),
        ('<link rel="canonical"', '<link rel="other"', "canonical: expected 3 times"),
        ("</footer>", "ARCHIVE-FRAME-NEW</footer>", "a token is left over"),
    ],
)
def test_a_theme_that_changed_is_noticed(
    theme: Theme, settings: Settings, old: str, new: str, words: str
) -> None:
    """A frame that does not hold its tokens as often as expected stops the build."""
    changed = {
        page: text if page == NOT_FOUND else text.replace(old, new, 1)
        for page, text in theme.plain.items()
    }
    with pytest.raises(FrameError, match=words):
        cut_frames(dataclasses.replace(theme, plain=changed), settings)


def test_frames_can_be_sent_to_another_process(frames: Frames) -> None:
    """Frames survive pickling, and stamp the same page afterwards."""
    assert stamp(record(), frames) == stamp(record(), pickle.loads(pickle.dumps(frames)))


def test_not_found_is_its_frame_with_the_words_put_in(theme: Theme, frames: Frames) -> None:
    """404.html is what the theme gives, but for title, policy, and what stands between heading and end."""
    text = theme.plain[NOT_FOUND]
    start, end = text.index('<h1 id="__title">'), text.index("</article>")
    end = text.rindex("</p>", start, end) + len("</p>")
    expected = text[:start] + '<h1 id="__title">Not here</h1>' + text[end:]
    expected = expected.replace("ARCHIVE-FRAME-TITLE (run make build)", "Not here")
    expected = expected.replace(HEAD, "").replace(CHARSET, CHARSET + policy_elements(frames.policy))
    page = Page(NOT_FOUND, NOT_FOUND, "Not here", "", (), "<h1>Not here</h1>")
    assert expected.encode() == stamp(page, frames)
