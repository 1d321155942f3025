"""Runs the rules of axe-core inside a page, as it stands on a screen of some width, in light or dark."""

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (1280, 360)
SCHEMES: tuple[Any, ...] = ("light", "dark")
MODES = tuple((width, scheme) for scheme in SCHEMES for width in WIDTHS)
RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    // Off by itself, although WCAG 2.2 asks for it at level AA (2.5.8).
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""


def bring_axe(page: "Page") -> None:
    """Put the script of axe-core into a page; it asks no network."""
    script = files("axe_playwright_python") / "axe.min.js"
    page.evaluate(script.read_text(encoding="utf-8"))


def violations(page: "Page", modes: Sequence[tuple[int, Any]] = MODES) -> list[str]:
    """Give what breaks a rule in any of the modes, each with its mode, rule and place."""
    found = []
    for width, scheme in modes:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        shown = "slate" if scheme == "dark" else "default"
        page.locator(f"body[data-md-color-scheme={shown}]").wait_for()
        found += [f"{width} {scheme} {one}" for one in page.evaluate(RUN, list(TAGS))]
    return found
