"""What an archive's own mark and colours make of the look: rules of the style sheet, and the small picture of the tab.

Both were looked at when the settings were read; nothing is judged here.
"""

import importlib.resources
from pathlib import Path

from generator.settings import Settings

OUR_ACCENTS = ("#1d4f73", "#9cc7e6")
"""The accent of the light and of the dark scheme, as `10-colours.css` has it."""
OUR_ICON = "archive/mark"
OUR_FAVICON = "assets/images/mark.svg"
OUR_CARD = "assets/images/card.png"
"""The picture of our mark beside a shared link; of an archive's own mark there is none."""
OWN_FAVICON = "assets/images/own-mark.svg"
ICONS = Path(__file__).parent / "theme" / ".icons"


def accent_rules(accent: str, accent_dark: str) -> str:
    """Give the rules that put an archive's own accents in the place of ours; none where it has none."""
    schemes = (("default", accent), ("slate", accent_dark))
    rules = (
        f'@media screen {{ [data-md-color-scheme="{name}"] {{ --ia-accent: {value}; }} }}\n'
        for name, value in schemes
        if value
    )
    return "".join(rules)


def favicon_of(settings: Settings, icon: str) -> str:
    """Give the address of the picture in the browser's tab: ours, unless mark, icon or colour are the archive's own."""
    is_own = settings.mark or settings.accent or settings.accent_dark or icon != OUR_ICON
    return OWN_FAVICON if is_own else OUR_FAVICON


def favicon(settings: Settings, icon: str) -> str:
    """Draw the picture of the tab: the archive's mark, in its accent where the drawing has no colour of its own."""
    drawing = settings.mark or _icon(icon)
    light, dark = settings.accent or OUR_ACCENTS[0], settings.accent_dark or OUR_ACCENTS[1]
    style = (
        f"<style>svg{{color:{light};fill:currentColor}}"
        f"@media (prefers-color-scheme:dark){{svg{{color:{dark}}}}}</style>"
    )
    tag, closed, shapes = drawing.strip().partition(">")
    return f"{tag}{closed}{style}{shapes}\n"


def _icon(name: str) -> str:
    own = ICONS / f"{name}.svg"
    if own.is_file():
        return own.read_text(encoding="utf-8")
    theirs = importlib.resources.files("material").joinpath("templates/.icons", f"{name}.svg")
    return theirs.read_text(encoding="utf-8")
