"""Asks a page in a browser what is wrong with its form: headings, tables, times, and what a narrow screen cuts off."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = Path(__file__).with_suffix(".js")
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    " p { margin-bottom: 2em !important }"
)
"""The most that readers may set by themselves (WCAG 1.4.12)."""


def faults(page: "Page", *questions: str) -> list[str]:
    """Give the answers of a page to some questions of `page_faults.js`, each with its question."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    answers = page.evaluate(
        "(all) => all.flatMap((one) => faults[one]().map((said) => `${one}: ${said}`))",
        list(questions),
    )
    return [str(answer) for answer in answers]


def words(page: "Page") -> list[str]:
    """Give the words that a page shows in its text, in alphabetical order."""
    return sorted(page.locator("main article").inner_text().split())
