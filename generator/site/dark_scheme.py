"""Lets a page be dark where the reader's system is, before any script has run and where none ever does.

The theme chooses a scheme by a script. Its rules of the dark scheme are repeated here for pages that no script has
touched, so that no colour is written twice in the parts of the style sheet.
"""

import re
from typing import Any

DARK, LIGHT = '[data-md-color-scheme="slate"]', '[data-md-color-scheme="default"]'
BY_SYSTEM = "(prefers-color-scheme: dark)"
UNTOUCHED = f":where(.no-js) {LIGHT}:where(:not([data-md-color-media]))"
"""A page that no script has touched: a reader's own choice puts the last attribute there, before anything is drawn.

It weighs as much as the selector it stands for, so that what comes later in the sheet, as print, still holds.
"""
ROOT = (
    f"@media screen and {BY_SYSTEM} "
    "{ .no-js:not(:has(> body[data-md-color-media])) { color-scheme: dark; } }\n"
)
"""What the theme's script tells the whole window, whose bars and empty ground no rule for the body reaches."""
_OF_DARK_ALONE = re.compile(rf"(?<!,\n){re.escape(DARK)} (\{{[^{{}}]*\}})")


def is_by_system(palette: Any) -> bool:
    """Tell whether the schemes of a theme, as `mkdocs.yml` has them, leave light and dark to the reader's system."""
    choices = palette if isinstance(palette, list) else []
    schemes = {one.get("media"): one.get("scheme") for one in choices if isinstance(one, dict)}
    first = next((one.get("scheme") for one in choices if isinstance(one, dict)), None)
    return first == "default" and schemes.get(BY_SYSTEM) == "slate"


def without_script(sheet: str) -> str:
    """Add to each rule of the dark scheme alone the same for pages that no script has touched, right behind it."""
    return _OF_DARK_ALONE.sub(rf"\g<0>\n@media {BY_SYSTEM} {{ {UNTOUCHED} \1 }}", sheet) + ROOT
