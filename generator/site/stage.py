"""The plain folder that the site builder is given: one frame page of readable tokens for each page of the navigation.

What is done with the tokens afterwards is `frames.py`'s business; how they are rendered is `builder.py`'s.
"""

from pathlib import Path

from generator import own_files
from generator.settings import NavEntry, nav_pages

HINT = "(run make build)"
MARK = "ARCHIVE-FRAME-"
"""Stands in every token and nowhere else; `frames.py` refuses a frame in which one is left over."""
TITLE = f"{MARK}TITLE {HINT}"
DESCRIPTION = f"{MARK}DESCRIPTION {HINT}"
HEADING = f"{MARK}HEADING {HINT}"
HEAD = f'<meta name="archive-frame" content="{MARK}HEAD {HINT}">'
"""Stands in the theme's `main.html`, where a page's own elements for machines go."""
END = f"{MARK}END {HINT}"
H1_ANCHOR = "__title"
"""Anchor of every page's only `<h1>`, where the skip link leads."""
OUTLINE = ((2, "A"), (3, "B"), (3, "C"), (2, "D"), (2, "E"))
"""Level and letter of the headings of a frame with an outline: each way from one line to the next is there once."""
NOT_FOUND = "404.html"


def outline_text(letter: str) -> str:
    """Give the words of an outline token."""
    return f"{MARK}OUTLINE-{letter} {HINT}"


def outline_anchor(letter: str) -> str:
    """Give the anchor of an outline token."""
    return f"archive-frame-outline-{letter.lower()}"


def source_path(page: str) -> str:
    """Give the builder's name for the source of a page: `calls/index.md` for `calls/index.html`."""
    if not page.endswith(".html"):
        raise ValueError(f"a page of the navigation ends in .html, not {page!r}")
    return page.removesuffix(".html") + ".md"


def frame_source(outline: bool) -> str:
    """Give the text of a frame page, the same for every page of the navigation."""
    lines = [
        "---",
        f'title: "{TITLE}"',
        f'description: "{DESCRIPTION}"',
        "---",
        "",
        f"# {HEADING} {{#{H1_ANCHOR}}}",
        "",
    ]
    if outline:
        for level, letter in OUTLINE:
            lines += [f"{'#' * level} {outline_text(letter)} {{#{outline_anchor(letter)}}}", ""]
    return "\n".join([*lines, END, ""])


def stage(nav: tuple[NavEntry, ...], folder: Path, *, outline: bool) -> None:
    """Write the frame pages of `nav` into `folder`, which afterwards holds nothing else.

    Raises `OSError` when the folder cannot be written.
    """
    own_files.remove(folder)
    text = frame_source(outline)
    for page in nav_pages(nav):
        path = folder / source_path(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
