"""Reads the colours that an archive chooses of its own: their form, and whether they can be read on our paper."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.colours import DARK, LEAST, LIGHT, Scheme, least_contrast, nearest_shade, read_colour
from generator.load.notebook import Notebook
from generator.problems import problem


class Accents(NamedTuple):
    """The accent of the light and of the dark scheme; empty where the archive keeps ours."""

    light: str = ""
    dark: str = ""


def read_accents(book: Notebook, written: Mapping[str, str]) -> Accents:
    """Read `extra.archive.colours`; where no dark accent stands it is the nearest shade of the light one."""
    light = _accent(book, written, "accent", LIGHT)
    dark = _accent(book, written, "accent_dark", DARK)
    return Accents(light, dark or (nearest_shade(light, DARK) if light else ""))


def _accent(book: Notebook, written: Mapping[str, str], name: str, scheme: Scheme) -> str:
    text = written.get(name, "")
    if not text:
        return ""
    place = book.places[(book.path, f"extra.archive.colours.{name}")]
    colour = read_colour(text)
    if not colour:
        book.problems.append(problem("S722", place, value=text, field=name))
        return ""
    found = least_contrast(colour, scheme)
    if found >= LEAST:
        return colour
    values = {"value": text, "contrast": f"{int(found * 10) / 10}", "scheme": scheme.name}
    better = nearest_shade(colour, scheme)
    book.problems.append(problem("S723", place, field=name, better=better, **values))
    return ""
