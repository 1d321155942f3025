"""The headings of a text: their levels in the page, their names and their words."""

import html
import re
from dataclasses import dataclass

from generator.render.output import Heading
from generator.render.slugs import PlaceNames, slug, split_name

_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_IMAGE = re.compile(r'<img[^>]*? alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")
_TIME_BRACKETS = re.compile(r"\[(\d\d:[0-5]\d:[0-5]\d)\]")


@dataclass(frozen=True, slots=True)
class Headings:
    """The outline of a text, and the name of each heading by the words that other lines may link it with."""

    outline: tuple[Heading, ...]
    named: dict[str, str]


def name_headings(raw: str, top: int, prefix: str, names: PlaceNames) -> Headings:
    """Read the headings of rendered Markdown: the highest gets level `top`, none skips a level going down."""
    found = [(int(level), inner) for level, inner in _HEADING.findall(raw)]
    shift = top - min((level for level, _ in found), default=top)
    outline: list[Heading] = []
    named: dict[str, str] = {}
    level = top - 1
    for written, inner in found:
        level = min(written + shift, level + 1, 6)
        text, given = split_name(plain_words(inner))
        key = given or slug(text)
        anchor = names.give(prefix + (key or "section"))
        named.setdefault(key, anchor)
        outline.append(Heading(level, anchor, _TIME_BRACKETS.sub(r"\1", text).strip()))
    return Headings(tuple(outline), named)


def plain_words(inner: str) -> str:
    """Give the words of rendered Markdown without tags; a picture gives its alternative text."""
    if "<" not in inner and "&" not in inner:
        return " ".join(inner.split())
    return " ".join(html.unescape(_TAG.sub("", _IMAGE.sub(r"\1", inner))).split())
