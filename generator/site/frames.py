"""Cuts rendered frames at their tokens and stamps pages into the pieces.

The only file that knows frames.
A page of the navigation wears its own frame; a record's page wears that of the index beside it, with two differences:
it claims no neighbours in the head, because the frame's are those of the index, and the entry in the navigation says
`aria-current="true"` (the current part of the site) instead of `page`.
The theme prints titles and descriptions as they come, so they are escaped here; what machines read in the head is
drawn by `head.py`.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import escape

from generator.forges import edit_base
from generator.render.output import Page
from generator.settings import Settings, repository
from generator.site.builder import Theme
from generator.site.head import SiteFacts, draw_head, page_title, site_facts
from generator.site.outline import (
    END_OF_ITEM,
    ITEM,
    FrameError,
    OutlineMarkup,
    learn_outline,
    render_outline,
)
from generator.site.policy import Policy, policy_elements, policy_of
from generator.site.stage import (
    DESCRIPTION,
    END,
    H1_ANCHOR,
    HEAD,
    MARK,
    NOT_FOUND,
    OUTLINE,
    TITLE,
    outline_anchor,
    source_path,
)

CHARSET = '<meta charset="utf-8">'
"""Stands first in the head of every frame; the policy comes right behind it, before anything that it rules."""
CURRENT = 'aria-current="page"'
H1 = f'<h1 id="{H1_ANCHOR}">'


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in pieces: after each constant but the last comes a slot, with its name and its own frame's text."""

    constants: tuple[bytes, ...]
    slots: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a site by address of their page, and what else a stamp needs; can be sent to another process."""

    outlined: Mapping[str, Frame]
    plain: Mapping[str, Frame]
    markup: OutlineMarkup
    site: SiteFacts
    edit_base: str
    policy: Policy


def cut_frames(theme: Theme, settings: Settings, media: tuple[str, ...] = ()) -> Frames:
    """Cut every rendered frame, and put the policy into it; `media` are the origins of recordings that may be played.

    Raises `FrameError` when a frame does not hold each token as often as expected.
    """
    outlined = {page: html for page, html in theme.outlined.items() if page != NOT_FOUND}
    samples = {sample for html in outlined.values() for sample in _outlines(html)}
    if len(samples) != 1:
        raise FrameError(f"the outline differs between frames: {len(samples)} forms")
    policy = policy_of(theme, settings, media)
    return Frames(
        {page: _cut(_ruled(html, policy), page, settings, 2) for page, html in outlined.items()},
        {page: _cut(_ruled(html, policy), page, settings, 0) for page, html in theme.plain.items()},
        learn_outline(samples.pop()),
        site_facts(settings),
        edit_base(repository(settings)),
        policy,
    )


def _ruled(html: str, policy: Policy) -> str:
    if html.count(CHARSET) != 1:
        raise FrameError(f"character set: expected once in a frame, found {html.count(CHARSET)}")
    return html.replace(CHARSET, CHARSET + policy_elements(policy))


def stamp(page: Page, frames: Frames) -> bytes:
    """Give the finished page: its values in the frame of its section.

    Raises `ValueError` for a section without a frame, a page that does not lie beside its section's index, and a body
    without an `<h1>` of its own.
    """
    return stamped(page, frames)[0]


def stamped(page: Page, frames: Frames) -> tuple[bytes, tuple[int, int]]:
    """Give the finished page, and where its body begins and ends in it, in octets."""
    frame = (frames.outlined if page.outline else frames.plain).get(page.section)
    if frame is None:
        raise ValueError(f"{page.path}: no frame for section {page.section!r}")
    if posixpath.dirname(page.path) != posixpath.dirname(page.section):
        raise ValueError(f"{page.path} does not lie beside {page.section}")
    values = _values(page, frames)
    parts = [frame.constants[0]]
    start = 0
    for (name, own), constant in zip(frame.slots, frame.constants[1:], strict=True):
        if name == "body":
            start = sum(map(len, parts))
        parts += (values.get(name, own), constant)
    return b"".join(parts), (start, start + len(values["body"]))


def _values(page: Page, frames: Frames) -> dict[str, bytes]:
    """Give the text of each slot; a slot that is left out keeps the frame's own text."""
    values = {
        "title": str(escape(page.title)),
        "head title": str(escape(page_title(page.title, frames.site))),
        "description": str(escape(page.description)),
        "canonical": str(escape(frames.site.site_url + page.path)),
        "head": draw_head(page, frames.site),
    }
    if page.outline:
        values["outline"] = render_outline(page.outline, frames.markup)
    if page.path != page.section:
        values |= {"neighbour": "", "current": 'aria-current="true"'}
    if page.source:
        values["edit address"] = str(escape(frames.edit_base + quote(page.source)))
    else:
        values |= {"edit start": "", "edit address": "", "edit end": ""}
    return {"body": _body(page), **{name: value.encode() for name, value in values.items()}}


def _body(page: Page) -> bytes:
    # As bytes a long text is copied far quicker.
    body = page.body.encode()
    start = body.find(b"<h1")
    end = body.find(b">", start)
    if start < 0 or end < 0 or b" id=" in body[start:end] or body.find(b"<h1", start + 1) >= 0:
        raise ValueError(f"{page.path}: a body has one <h1>, which gets its id from the frame")
    return b"".join((body[:start], H1[:-1].encode(), body[start + len(b"<h1") :]))


def _cut(html: str, page: str, settings: Settings, outlines: int) -> Frame:
    found = page == NOT_FOUND
    spans = [
        *_spans(html, "head title", f"(?<=<title>){re.escape(TITLE)}[^<]*", 1),
        *_spans(html, "title", f"(?<!<title>){re.escape(TITLE)}", 0 if found else 2),
        *_spans(html, "description", re.escape(DESCRIPTION), 0 if found else 2),
        *_spans(html, "canonical", _canonical(page, settings), 0 if found else 3),
        *_spans(html, "head", re.escape(HEAD), 1),
        *_spans(html, "neighbour", r'<link rel="(?:prev|next)" href="[^"]*">', None),
        *_spans(html, "current", re.escape(CURRENT), 0 if found else 1),
        *_spans(html, "body", f"{re.escape(H1)}.*{re.escape(END)}</p>", 1),
        *_edit_spans(html, page, settings),
        *_spans(html, "outline", _outline_pattern(), outlines),
    ]
    return _pieces(html, sorted(spans), page)


def _spans(html: str, name: str, pattern: str, count: int | None) -> Iterator[tuple[int, int, str]]:
    spans = [match.span() for match in re.finditer(pattern, html, re.DOTALL)]
    if count is not None and len(spans) != count:
        raise FrameError(f"{name}: expected {count} times in a frame, found {len(spans)}")
    return ((start, end, name) for start, end in spans)


def _edit_spans(html: str, page: str, settings: Settings) -> Iterator[tuple[int, int, str]]:
    base = edit_base(repository(settings))
    if not base or page == NOT_FOUND:
        return
    address = re.escape(base + source_path(page))
    links = [*re.finditer(f'(<a href=")({address})("[^>]*rel="edit".*?</a>)', html, re.DOTALL)]
    if len(links) > 1:
        raise FrameError(f"edit link: expected once at most, found {len(links)}")
    for link in links:
        for group, name in enumerate(("edit start", "edit address", "edit end"), start=1):
            yield *link.span(group), name


def _pieces(html: str, spans: list[tuple[int, int, str]], page: str) -> Frame:
    constants, slots, position = [], [], 0
    for start, end, name in spans:
        if start < position:
            raise FrameError(f"{page}: slot {name} overlaps another")
        constants.append(html[position:start].encode())
        slots.append((name, html[start:end].encode()))
        position = end
    constants.append(html[position:].encode())
    if any(mark.encode() in constant for constant in constants for mark in (MARK, MARK.lower())):
        raise FrameError(f"{page}: a token is left over")
    return Frame(tuple(constants), tuple(slots))


def _canonical(page: str, settings: Settings) -> str:
    """Match the page's own address: for search engines, for whoever shares it, and at the end of a printed page."""
    address = re.escape(settings.site_url + page)
    in_head = f'(?:(?<=rel="canonical" href=")|(?<=property="og:url" content=")){address}(?=">)'
    return f'{in_head}|(?<=class="ia-foot__address">){address}(?=<)'


def _outline_pattern() -> str:
    """Match one outline, from the item of its first heading to the end of its last one's."""
    first, last = (re.escape(outline_anchor(OUTLINE[index][1])) for index in (0, -1))
    return f'{ITEM}[^>]*>\\s*<a href="#{first}".*?href="#{last}".*?{END_OF_ITEM}'


def _outlines(html: str) -> list[str]:
    return re.findall(_outline_pattern(), html, re.DOTALL)
