"""Reads the body of a finished page strictly and says what a careful reader of HTML would find wrong with it."""

import itertools
from html.parser import HTMLParser

from generator.render.output import Page

VOID = frozenset("area br col hr img input link meta source track wbr".split())


def body_faults(page: Page) -> list[str]:
    """Say what is wrong with a page's body; nothing for a good one."""
    reader = _Reader()
    reader.feed(page.body)
    reader.close()
    faults = [*reader.faults, *(f"<{tag}> is never closed" for tag in reader.open)]
    faults += [f"id {name!r} stands twice" for name in sorted(_twice(reader.ids))]
    faults += _heading_faults(reader.levels)
    faults += [
        f"the outline names #{line.anchor}, which no heading has"
        for line in page.outline
        if line.anchor not in reader.heading_ids
    ]
    faults += [
        f"the outline has level {line.level}" for line in page.outline if line.level not in (2, 3)
    ]
    if [line.anchor for line in page.outline] != [
        name for name in reader.heading_ids if name in {line.anchor for line in page.outline}
    ]:
        faults.append("the outline has another order than the page")
    return faults


def _twice(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def _heading_faults(levels: list[int]) -> list[str]:
    faults = [] if levels[:1] == [1] and levels.count(1) == 1 else ["not one h1, at the head"]
    pairs = itertools.pairwise(levels)
    faults += [f"h{below} follows h{above}" for above, below in pairs if below > above + 1]
    return faults


class _Reader(HTMLParser):
    """Walks a body; `open` are elements that are not closed yet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.heading_ids: list[str] = []
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in sorted(_twice(names))]
        values = dict(attrs)
        identity = values.get("id")
        if identity is not None:
            self.ids.append(identity)
            if not identity or any(c.isspace() for c in identity):
                self.faults.append(f"<{tag}> has the id {identity!r}")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
            self.heading_ids.append(identity or "")
        for name in ("href", "src"):
            if name in values and not (values[name] or "").strip():
                self.faults.append(f"<{tag}> has an empty {name}")
        if tag == "a" and "href" not in values:
            self.faults.append("<a> leads nowhere")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link stands in a link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()
            # Only drawings may be closed in the same breath.
            if "svg" not in self.open:
                self.faults.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing, {self.open[-1:]} is open")
