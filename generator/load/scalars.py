"""Reads single values: one reader for each kind of value that is written as one piece of text.

Days and times of day are left to `moments.py`.

Every reader returns a value, or `BAD` after it has written down what is wrong and how to mend it.
"""

import re
from collections.abc import Callable
from typing import Any

from generator import zones
from generator.alphabets import is_plain_host, mixed_script
from generator.fields import kinds as k
from generator.load import own_words
from generator.load.likely import likely_id
from generator.load.moments import read_clock, read_day, read_local_time
from generator.load.notebook import BAD, Notebook
from generator.load.reachable import unreachable
from generator.load.rhythms import rhythm_near, rhythms_meant, without_zone
from generator.load.sure import sure_duration, sure_length, sure_people
from generator.load.yaml_tree import Scalar
from generator.model.call import Count
from generator.problems import nearest, surely
from generator.recurrence.rule import PARTS, examine_rule
from generator.recurrence.words import read_words

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\Z")
_LENGTH = re.compile(r"(?:([0-9]{1,2})h)?\s?(?:([0-9]{1,4})m)?\Z")
_DURATION = re.compile(r"(?:([0-9]{1,2}):([0-5][0-9])|([0-5]?[0-9])):([0-5][0-9])\Z", re.ASCII)
_COUNT = re.compile(r"(about )?([0-9]{1,7})(\+|\s?-\s?([0-9]{1,7}))?\Z")
_SCHEME = re.compile(r"(?!https?:)[a-z]{2,12}:(?![0-9])", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,62})?\.)+[a-z0-9-]{2,63}(?::[0-9]{1,5})?"
    r"(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?\Z",
    # Without ASCII a long s or the sign of the kelvin would pass as a letter of a host.
    re.IGNORECASE | re.ASCII,
)


def read_text(book: Notebook, kind: k.Text, node: Scalar, name: str) -> Any:
    """Read words; those on one line have their spaces made single."""
    if not kind.lines and _runs_into_item(book, node):
        how = "begin each `- ` in the same column as the first"
        words = {"field": name, "found": "a text that runs on over the next `- `", "how": how}
        return book.refuse("F209", node, **words, wanted="an item of a list", hint="")
    text = node.text.strip() if kind.lines else " ".join(node.text.split())
    if not 1 <= len(text) <= kind.limit:
        how = _how_to_fill(book, node) if not text else "shorten it"
        words = {"field": name, "what": "characters", "how": how}
        return book.refuse("F210", node, **words, size=len(text), limit=kind.limit)
    mixed = mixed_script(text)
    return book.refuse("Y117", _part(node, mixed), word=mixed) if mixed else text


def _runs_into_item(book: Notebook, node: Scalar) -> bool:
    """Tell whether a text without quotes goes on in a line that was meant as the next item of a list."""
    if node.quoted or " - " not in node.text or not 0 < node.line < len(book.lines):
        return False
    return book.lines[node.line].lstrip().startswith("- ")


def _how_to_fill(book: Notebook, node: Scalar) -> str:
    rest = book.rest_of_line(node)
    if rest.startswith("#"):
        return "write something; a text that begins with `#` needs quotes, for what follows that sign is passed over"
    return "write something, or delete the line"


def _unquoted(text: str) -> str:
    """Give a word without the curly quotes that a word processor puts around it."""
    return text.strip("\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\u00a0 ")


def _part(node: Scalar, word: str) -> Scalar:
    """Give the part of a value that is one word; the whole value where it spans lines or is written in another way."""
    at = node.text.find(word)
    if at < 0 or node.quoted or node.length != len(node.text):
        return node
    return node._replace(column=node.column + at, length=len(word))


def _piece(node: Scalar, at: int, length: int) -> Scalar:
    """Give some signs of a value, from `at` on; the whole value where it spans lines or is written in another way."""
    quote = 1 if node.quoted else 0
    is_plain = node.length == len(node.text) + 2 * quote
    return node._replace(column=node.column + quote + at, length=length) if is_plain else node


def _group_or_words(book: Notebook, _kind: k.Kind, node: Scalar, name: str) -> Any:
    return read_text(book, k.Text(), node, name)


def is_id(text: str) -> bool:
    """Tell whether a text is written as ids are."""
    return bool(_ID.match(text))


def _choice(book: Notebook, kind: k.Choice, node: Scalar, name: str) -> Any:
    if node.text in kind.words:
        return node.text
    known = ", ".join(f"`{word}`" for word in kind.words)
    written = _unquoted(node.text)
    meant = own_words.value_meant(name, written)
    sure = meant if meant in kind.words else surely(written, kind.words)
    hint = f"; did you mean `{sure}`" if sure else nearest(written, kind.words)
    todo = f"write `{sure}` in its place" if sure else f"use one of: {known}"
    todo = own_words.way_round(kind.words, written) or todo
    fix = book.instead(node, sure) if book.may_mend(name) else None
    words = {"value": node.text, "field": name, "nearest": hint, "known": known, "todo": todo}
    return book.refuse("F207", node, fix, **words)


def _id(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if is_id(node.text):
        return node.text
    better = likely_id(node.text) or "river-open-call"
    return book.refuse("F208", node, value=node.text, better=better)


def _length(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _LENGTH.match(node.text)
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0
    if not 1 <= minutes <= 24 * 60:
        sure = sure_length(node.text)
        example = f"`{sure}`" if sure else "`2h`, `90m` or `1h30m`"
        return book.refuse("F205", node, book.instead(node, sure), value=node.text, example=example)
    return minutes


def _duration(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _DURATION.match(node.text)
    hours, with_hours, alone, seconds = match.groups(default="0") if match else "0000"
    length = int(hours) * 3600 + (int(with_hours) + int(alone)) * 60 + int(seconds)
    if length:
        return length
    sure = sure_duration(node.text)
    example = f"`{sure}`" if sure else "`1:42:10` or `42:10`"
    return book.refuse("F248", node, book.instead(node, sure), value=node.text, example=example)


def _zone(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if node.text in zones.names():
        return node.text
    written = _unquoted(node.text)
    likely = zones.meant(written)
    if likely:
        fix = book.instead(node, zones.surely_meant(written))
        words = {"value": node.text, "nearest": f"; did you mean `{likely}`", "hint": ""}
        return book.refuse("F206", node, fix, **words)
    if re.match(r"(?:UTC|GMT)?\s*[+\u2212-]\s*[0-9]", written, re.IGNORECASE):
        hint = "; hours from UTC do not say when the clocks change"
        return book.refuse("F206", node, value=node.text, nearest="", hint=hint)
    by_letters = _by_letters()
    plain = written.replace(" ", "_").lower()
    close = nearest(plain, by_letters)
    for low, name in by_letters.items():
        close = close.replace(f"`{low}`", f"`{name}`")
    fix = book.instead(node, by_letters.get(surely(plain, by_letters), ""))
    return book.refuse("F206", node, fix, value=node.text, nearest=close, hint="")


def _by_letters() -> dict[str, str]:
    """Give every zone by its name and by its city, in small letters."""
    whole = {name.lower(): name for name in zones.names()}
    cities = {name.split("/")[-1].lower(): name for name in sorted(zones.names(), reverse=True)}
    return cities | whole


def is_web_address(text: str) -> bool:
    """Tell whether a text is an address that pages may show: `https` or `http`, a host, and no user's name in it."""
    return bool(_ADDRESS.match(text)) and len(text) <= 2000 and "@" not in text.split("/")[2]


def _address(book: Notebook, kind: k.Address, node: Scalar, _name: str) -> Any:
    near = unreachable(node.text) if kind.secure else ""
    if near:
        return book.refuse("M605", node, why=near)
    if not is_web_address(node.text):
        whole = f"https://{node.text}"
        hint = f", such as `{whole}`" if _ADDRESS.match(whole) and "@" not in whole else ""
        scheme = _SCHEME.match(node.text)
        hint = f"; pages lead to no address that begins with `{scheme[0]}`" if scheme else hint
        words = {"value": re.sub(r"//[^/]*@", "//…@", node.text), "hint": hint}
        return book.refuse("F211", node, **words)
    if not is_plain_host(node.text):
        return book.refuse("Y131", node, value=node.text)
    if kind.secure and not node.text.lower().startswith("https://"):
        return book.refuse("M601", node)
    return node.text


def _participants(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    return count_of(node.text) or _bad_people(book, node)


def count_of(text: str) -> Count | None:
    """Give the number of people written as `150`, `150+`, `90-200` or `about 20`; nothing for any other form."""
    match = _COUNT.match(text)
    if not match:
        return None
    about, least, more, most = match[1], int(match[2]), match[3], match[4]
    if (most and int(most) < least) or (about and more):
        return None
    if more == "+":
        return Count(least)
    return Count(least, int(most) if most else least, bool(about))


def _bad_people(book: Notebook, node: Scalar) -> Any:
    sure = sure_people(node.text)
    example = (
        f"`{sure}`" if sure else "`150`, `150+` for at least, `90-200` for between, or `about 20`"
    )
    return book.refuse("F212", node, book.instead(node, sure), value=node.text, example=example)


def _whole(book: Notebook, kind: k.Whole, node: Scalar, _name: str) -> Any:
    if re.match(r"[0-9]{1,15}\Z", node.text) and kind.least <= int(node.text) <= kind.most:
        return int(node.text)
    parted = re.fullmatch(r"[0-9]{1,3}([ ,.'])[0-9]{3}(?:\1[0-9]{3}){0,3}", node.text)
    meant = int(node.text.replace(parted[1], "")) if parted else 500
    example = max(kind.least, min(kind.most, meant))
    return book.refuse(
        "F213", node, value=node.text, least=kind.least, most=kind.most, example=example
    )


def _checksum(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if re.match(r"[0-9a-f]{64}\Z", node.text):
        return node.text
    small = node.text.lower()
    fix = book.instead(node, small) if re.match(r"[0-9a-f]{64}\Z", small) else None
    return book.refuse("F214", node, fix, value=node.text)


def _days(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = re.match(r"([1-9][0-9]{0,4}) days?\Z", node.text)
    return int(match[1]) if match else book.refuse("F223", node, value=node.text)


_RHYTHMS = "every 2 weeks on Thursday at 19:00` or `first and third Tuesday of the month at 18:30"
"""Two forms that differ, where nothing says which rhythm is meant."""


def _rhythm(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if read_words(node.text):
        return node.text
    text, zone = without_zone(node.text)
    meant = rhythms_meant(text)
    near = "` or `".join(meant) or rhythm_near(text)
    example = (near or _RHYTHMS) + (f"` with the line `zone: {zone}" if zone else "")
    fix = book.instead(node, meant[0]) if len(meant) == 1 and not zone else None
    return book.refuse("F216", node, fix, value=node.text, example=example)


def _rule(book: Notebook, kind: k.Rule, node: Scalar, _name: str) -> Any:
    text = node.text.strip()
    if len(text) > kind.limit:
        words = {"field": "rrule", "what": "characters", "how": "shorten it"}
        return book.refuse("F210", node, **words, size=len(text), limit=kind.limit)
    faults = examine_rule(text)[1]
    for fault in faults:
        part = text[fault.start : fault.start + fault.length]
        meant = book.nearest(fault.name, PARTS) if fault.name else ""
        words = {"part": part, "why": fault.why, "how": fault.how, "nearest": meant}
        book.refuse("F245", _piece(node, node.text.find(text) + fault.start, len(part)), **words)
    return BAD if faults else text


def _switch(book: Notebook, _kind: k.Kind, node: Scalar, name: str) -> Any:
    if node.text in ("true", "false"):
        return node.text == "true"
    return _choice(book, k.Choice(("true", "false")), node, name)


READERS: dict[type[Any], Callable[[Notebook, Any, Scalar, str], Any]] = {
    k.Text: read_text,
    k.Choice: _choice,
    k.Reference: _id,
    k.GroupOrWords: _group_or_words,
    k.Id: _id,
    k.Day: read_day,
    k.Clock: read_clock,
    k.LocalTime: read_local_time,
    k.Length: _length,
    k.Duration: _duration,
    k.Zone: _zone,
    k.Address: _address,
    k.Participants: _participants,
    k.Whole: _whole,
    k.Checksum: _checksum,
    k.Days: _days,
    k.Rhythm: _rhythm,
    k.Rule: _rule,
    k.Switch: _switch,
}
