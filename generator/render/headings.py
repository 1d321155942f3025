"""The headings of a text: their levels in the page, their names and their words."""

import html
import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.render.output import Heading
from generator.render.passages import Passage, PassageKind
from generator.slugs import MOMENT, Wanted, give_names, slug, split_name, within

_HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
_LINE = re.compile(r' data-sourcepos="(\d+):')
_IMAGE = re.compile(r'<img[^>]*? alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")


class _Found(NamedTuple):
    """A heading as it is written: its level, its line, its words, its name, and the heading above it."""

    level: int
    line: int
    text: str
    key: str
    is_given: bool
    above: str


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a text, in order.

    `named` gives the name of each by the words that other lines may link it with, `keys` what those under it are told
    apart by, and `others` the name it would have beside another heading of the same words, or nothing.
    """

    outline: tuple[Heading, ...]
    passages: tuple[Passage, ...]
    named: dict[str, str]
    keys: tuple[str, ...]
    others: tuple[str, ...]


def name_headings(raw: str, top: int, prefix: str, taken: set[str]) -> Headings:
    """Read the headings of rendered Markdown: the highest gets level `top`, none skips a level going down.

    The names they are given are added to those that are taken.
    """
    found = _headings(raw)
    wanted = [
        Wanted(prefix + one.key, prefix + within(one.above, one.key), one.is_given) for one in found
    ]
    names = give_names(wanted, taken)
    shift = top - min((one.level for one in found), default=top)
    outline: list[Heading] = []
    named: dict[str, str] = {}
    level = top - 1
    for one, name in zip(found, names, strict=True):
        level = min(one.level + shift, level + 1, 6)
        named.setdefault(one.key, name)
        outline.append(Heading(level, name, _without_brackets(one.text)))
    return Headings(
        outline=tuple(outline),
        passages=tuple(map(_passage, found, names)),
        named=named,
        keys=tuple(one.key for one in found),
        others=tuple(
            want.other if name == want.name and not want.is_given else ""
            for want, name in zip(wanted, names, strict=True)
        ),
    )


def _headings(raw: str) -> list[_Found]:
    """Read headings as they are written; the one above another is the nearest of a higher level."""
    found: list[_Found] = []
    above: list[tuple[int, str]] = []
    for level, attributes, inner in _HEADING.findall(raw):
        text, given = split_name(plain_words(inner))
        key = given or slug(text) or "section"
        while above and above[-1][0] >= int(level):
            above.pop()
        line = _LINE.match(attributes)
        higher = above[-1][1] if above else ""
        found.append(
            _Found(int(level), int(line[1]) if line else 0, text, key, bool(given), higher)
        )
        above.append((int(level), key))
    return found


def _passage(one: _Found, name: str) -> Passage:
    return Passage(PassageKind.HEADING, name, one.line, _without_brackets(one.text), one.above)


def _without_brackets(text: str) -> str:
    if "[" not in text:
        return text
    return MOMENT.sub(lambda found: found[0][1:-1], text).strip()


def plain_words(inner: str) -> str:
    """Give the words of rendered Markdown without tags; a picture gives its alternative text."""
    if "<" not in inner and "&" not in inner:
        return " ".join(inner.split())
    return " ".join(html.unescape(_TAG.sub("", _IMAGE.sub(r"\1", inner))).split())
