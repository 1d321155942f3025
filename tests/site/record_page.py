"""A record's page as `render` gives it, for tests of the frames and heads that are put around it."""

import dataclasses
from typing import Any

from generator.render.output import Heading, Page


def record(**changes: Any) -> Page:
    """Make a record's page."""
    page = Page(
        path="calls/2031-03-05-river.html",
        section="calls/index.html",
        title="River Assembly",
        description="A call.",
        outline=(Heading(2, "notes", "Notes"),),
        body='<p class="ia-eyebrow">General</p><h1>River Assembly</h1><h2 id="notes">Notes</h2>',
    )
    return dataclasses.replace(page, **changes)
