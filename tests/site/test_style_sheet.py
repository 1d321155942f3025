"""The style sheet asks nobody for anything, and every text can be read on its background."""

import re

import pytest

from generator.colours import read_colour
from generator.render.states import CHIPS
from generator.site.builder import STYLE_PARTS, THEME_DIR, style_sheet

SHEET = style_sheet()
HUES = ("accent", "green", "blue", "slate", "grey", "brown", "violet", "amber", "red", "rust")
STATES = sorted({state.hue for state in CHIPS.values()})

Colour = tuple[float, float, float]


def colours(scheme: str) -> dict[str, Colour]:
    """Read the colours of a scheme, as three numbers from 0 to 1."""
    block = SHEET[SHEET.index(f'[data-md-color-scheme="{scheme}"] {{') :].partition("}")[0]
    found = re.findall(r"--ia-(\w+): #([0-9a-f]{6});", block)
    parts = {name: [int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)] for name, value in found}
    return {name: (red, green, blue) for name, (red, green, blue) in parts.items()}


def tint(scheme: str) -> float:
    """Read how much of a hue stands in the background of its chips."""
    block = SHEET[SHEET.index(f'[data-md-color-scheme="{scheme}"] {{') :].partition("}")[0]
    found = re.search(r"--ia-tint: (\d+)%", block)
    assert found is not None
    return int(found[1]) / 100


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(hue: Colour, paper: Colour, share: float) -> Colour:
    """Mix two colours as `color-mix(in srgb, …)` does."""
    red, green, blue = (share * h + (1 - share) * p for h, p in zip(hue, paper, strict=True))
    return red, green, blue


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("name", ["ink", "muted", *HUES])
def test_text_can_be_read(scheme: str, name: str) -> None:
    """Every text colour has a contrast of 4.5:1 on paper, on a sheet, and on the tint of its own hue."""
    found = colours(scheme)
    for background in (
        found["paper"],
        found["sheet"],
        mix(found[name], found["paper"], tint(scheme)),
    ):
        assert contrast(found[name], background) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("hue", ["slate", "violet"])
def test_text_in_notices_can_be_read(scheme: str, hue: str) -> None:
    """Ink, muted text and links have a contrast of 4.5:1 on the tints of notices."""
    found = colours(scheme)
    background = mix(found[hue], found["paper"], tint(scheme))
    for name in ("ink", "muted", "accent"):
        assert contrast(found[name], background) >= 4.5


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_hue(state: str) -> None:
    """No state is left with the colour of another by accident."""
    assert re.search(
        rf"\.ia-chip--{state}\b[^{{]*\{{ --ia-hue: var\(--ia-({'|'.join(HUES)})\); \}}", SHEET
    )


def test_the_style_sheet_loads_nothing() -> None:
    """No font, picture or other sheet is fetched."""
    assert not re.search(r"url\(|@import|@font-face", SHEET)


def test_every_part_is_short() -> None:
    """A part has one subject and can be read in one go."""
    parts = sorted((THEME_DIR / STYLE_PARTS).glob("*.css"))
    assert len(parts) > 10
    assert [] == [part.name for part in parts if part.read_text("utf-8").count("\n") > 300]


def test_the_sheet_mirrors() -> None:
    """Nothing but an undone rule of the theme names a left or a right, so pages and notes can run either way."""
    physical = (
        r"(?:margin|padding|border)-(?:left|right): (?!0;)|(?:text-align|float): (?:left|right)"
    )
    assert [] == re.findall(physical, SHEET)


@pytest.mark.parametrize("medium", ["@media (forced-colors: active)", "@media print"])
def test_no_colour_of_ours_is_left_over(medium: str) -> None:
    """On paper, and where the reader's system sets the colours, each colour of the schemes is replaced."""
    named = {name for name in colours("default") if name != "tint"}
    block = SHEET[SHEET.index(medium) :]
    rules = block[block.index('[data-md-color-scheme="slate"] {') :].partition("}")[0]
    assert named == set(re.findall(r"--ia-(\w+):", rules)) - {"tint"}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_more_contrast_is_more(scheme: str) -> None:
    """Who asks for more contrast gets 7:1 for all text, and lines that can be seen."""
    start = SHEET.index("@media (prefers-contrast: more)")
    found = colours(scheme) | _more(SHEET[start : SHEET.index("@media (forced-colors")], scheme)
    assert contrast(found["ink"], found["paper"]) >= 15
    assert contrast(found["muted"], found["paper"]) >= 7
    assert contrast(found["rule"], found["paper"]) >= 3


def _more(block: str, scheme: str) -> dict[str, Colour]:
    rules = block[block.index(f'[data-md-color-scheme="{scheme}"] {{') :].partition("}")[0]
    return {
        name: _parts(read_colour(value))
        for name, value in re.findall(r"--ia-(\w+): (#\w+);", rules)
    }


def _parts(colour: str) -> Colour:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def test_controls_have_a_border_that_can_be_seen() -> None:
    """Fields and choices are drawn with muted ink, which has 3:1 and more on every paper."""
    fields = re.findall(r"([^{}]*(?:__words|select|input)[^{}:]*)\{([^}]*)\}", SHEET)
    bordered = [rules for _, rules in fields if "border: 1px" in rules]
    assert bordered
    assert [] == [rules for rules in bordered if "border: 1px solid var(--ia-muted)" not in rules]


def test_motion_stops_for_who_asks() -> None:
    """Nothing moves, ours or the theme's, where the reader asked for less motion."""
    block = SHEET[SHEET.index("@media (prefers-reduced-motion: reduce)") :]
    assert "transition: none !important" in block.partition("\n}\n")[0]


def test_remarks_stay_at_home() -> None:
    """Readers fetch rules alone; what is written for whoever changes them is left out, and no rule with it."""
    parts = sorted((THEME_DIR / STYLE_PARTS).glob("*.css"))
    written = "".join(part.read_text("utf-8") for part in parts)
    assert "/*" not in SHEET
    assert written.count("{") == SHEET.count("{") == SHEET.count("}")
    assert len(SHEET) < 0.9 * len(written)
