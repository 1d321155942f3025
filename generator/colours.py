"""Colours of the accent: how well they can be read on our paper, and the nearest shade that can.

The contrast is that of WCAG 2.2; the papers are those of `site/theme/assets/stylesheets/archive/10-colours.css`, and
a test holds the two together.
"""

import re
from dataclasses import dataclass

LEAST = 4.5
"""Contrast that WCAG 2.2 asks of text (1.4.3)."""

_HEX = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")
_STEPS = 100

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of colours: what links stand on, how much of a hue its tint holds, and where better shades lie."""

    name: str
    backgrounds: tuple[str, ...]
    paper: str
    tint: float
    towards: str


LIGHT = Scheme("light", ("#fcfbf8", "#f4f2ec"), "#fcfbf8", 0.07, "#000000")
DARK = Scheme("dark", ("#191a1c", "#222427"), "#191a1c", 0.14, "#ffffff")
HUES = {"light": ("#45566a", "#65409a", "#1f5594"), "dark": ("#acbdd1", "#c6abee", "#94bdf2")}
"""The hues of notices, whose tints links stand on as well."""


def read_colour(text: str) -> str:
    """Give a colour as `#` and six small letters or digits; an empty string for what is none.

    >>> read_colour("#ABC")
    '#aabbcc'
    """
    if not _HEX.match(text):
        return ""
    digits = text.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(accent: str, scheme: Scheme) -> float:
    """Give the lowest contrast that an accent has anywhere in a scheme: on paper, on a sheet and on tints."""
    tints = (mixed(hue, scheme.paper, scheme.tint) for hue in (accent, *HUES[scheme.name]))
    return min(contrast(accent, background) for background in (*scheme.backgrounds, *tints))


def nearest_shade(accent: str, scheme: Scheme) -> str:
    """Give the shade nearest to an accent that can be read everywhere in a scheme: itself if it can."""
    shades = (mixed(scheme.towards, accent, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if least_contrast(shade, scheme) >= LEAST)


def mixed(one: str, other: str, share: float) -> str:
    """Mix a share of one colour into another, as `color-mix(in srgb, …)` does."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in pairs)


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
