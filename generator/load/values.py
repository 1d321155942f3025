"""Gives text its meaning by the tables of fields: one reader for each kind of value.

Every reader returns a value, or `BAD` after it has written down what is wrong and how to mend it.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from generator import zones
from generator.fields import SHARE
from generator.fields import kinds as k
from generator.load.text import mixed_script
from generator.load.yaml_tree import Entry, Mapping, Node, Scalar, Sequence
from generator.model.call import Count
from generator.model.dates import LooseDate
from generator.model.share import CLOSED, PUBLIC, Reason, Share
from generator.problems import Place, Problem, nearest, problem

BAD: Final = object()
"""What a reader gives for a value that cannot be used."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\Z")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_LOOSE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_SPOKEN = re.compile(r"\s*([0-9]{1,2})[:.h]?([0-9]{2})?\s*([ap])?\.?m?\.?\s*\Z", re.IGNORECASE)
_LENGTH = re.compile(r"(?:([0-9]{1,2})h)?\s?(?:([0-9]{1,4})m)?\Z")
_COUNT = re.compile(r"(about )?([0-9]{1,7})(\+|\s?-\s?([0-9]{1,7}))?\Z")
_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,62})?\.)+[a-z0-9-]{2,63}(?::[0-9]{1,5})?"
    r"(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?\Z",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHICH = r"(?:first|second|third|fourth|last)"
_NUMBERED = r"[0-9]{1,2}(?:st|nd|rd|th)"
_RHYTHM = re.compile(
    rf"(?:every (?:week|[1-9][0-9]? weeks) on {_WEEKDAY}(?: and {_WEEKDAY})*"
    rf"|{_WHICH}(?: and {_WHICH})* {_WEEKDAY} of the month"
    rf"|on the {_NUMBERED}(?: and {_NUMBERED})* of the month"
    r"|every day) at ([0-9]{2}:[0-9]{2})\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Notebook:
    """Collects what is found while one file is read: places of values, and problems."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def refuse(self, code: str, node: Node, **values: str | int) -> Any:
        """Write down what is wrong with a node."""
        self.problems.append(problem(code, self.place(node), **values))
        return BAD

    def place(self, node: Node) -> Place:
        """Give the place of a node."""
        return Place(self.path, node.line, node.column, getattr(node, "length", 1))


def read_table(book: Notebook, table: k.Table, node: Mapping, prefix: str = "") -> dict[str, Any]:
    """Read a mapping by its table; the result holds only the fields that are there and good."""
    known = {entry.name: entry for entry in table.fields}
    values: dict[str, Any] = {}
    written: set[str] = set()
    for key, value in node.entries:
        row = known.get(key.text)
        if row is None:
            names = ", ".join(f"`{name}`" for name in known)
            hint = nearest(key.text, known)
            book.refuse("F201", key, word=key.text, record=table.record, nearest=hint, known=names)
            _count_misspelt(key.text, known, written)
            continue
        written.add(row.name)
        name = prefix + row.name
        book.places[(book.path, name)] = book.place(value)
        read = read_value(book, row.kind, value, name)
        if read is not BAD:
            values[row.name] = read
    for row in table.fields:
        if row.required and row.name not in written:
            _missing(book, table, row, node)
    return values


def read_value(book: Notebook, kind: k.Kind, node: Node, name: str) -> Any:
    """Read one value by its kind."""
    if isinstance(kind, k.Table):
        if not isinstance(node, Mapping):
            return _shape(book, node, name, "a mapping", "write `key: value` lines, indented")
        return read_table(book, kind, node, f"{name}.")
    if isinstance(kind, k.ListOf):
        return _list(book, kind, node, name)
    if isinstance(kind, k.Pairs):
        return _pairs(book, kind, node, name)
    if isinstance(kind, k.Sharing):
        return _share(book, node, name)
    if not isinstance(node, Scalar):
        return _shape(
            book, node, name, "one value", "write the value after the colon, on the same line"
        )
    return _READERS[type(kind)](book, kind, node, name)


def _count_misspelt(word: str, known: dict[str, k.Field], written: set[str]) -> None:
    """Take a misspelt field as written, so that one slip gives one problem and not two."""
    hint = nearest(word, known)
    if hint:
        written.add(hint.split("`")[1])


def _missing(book: Notebook, table: k.Table, row: k.Field, node: Mapping) -> None:
    place = Place(book.path, node.line, node.column)
    if isinstance(row.kind, k.Sharing):
        book.problems.append(problem("F222", place, record=table.record))
        return
    example = f"{row.name}: {row.example}"
    book.problems.append(
        problem("F202", place, field=row.name, record=table.record, example=example)
    )


def _shape(book: Notebook, node: Node, name: str, wanted: str, how: str) -> Any:
    found = {Mapping: "a mapping", Sequence: "a list", Scalar: "one value"}[type(node)]
    return book.refuse("F209", node, field=name, found=found, wanted=wanted, how=how)


def _list(book: Notebook, kind: k.ListOf, node: Node, name: str) -> Any:
    if not isinstance(node, Sequence):
        return _shape(book, node, name, "a list", "put each value on its own line, after `- `")
    if len(node.items) > kind.limit:
        how = f"keep the list to {kind.limit} values"
        return book.refuse(
            "F210", node, field=name, size=len(node.items), limit=kind.limit, how=how
        )
    values = []
    for number, item in enumerate(node.items):
        inner = f"{name}[{number}]"
        book.places[(book.path, inner)] = book.place(item)
        values.append(read_value(book, kind.item, item, inner))
    return tuple(value for value in values if value is not BAD)


def _pairs(book: Notebook, kind: k.Pairs, node: Node, name: str) -> Any:
    if not isinstance(node, Mapping):
        return _shape(book, node, name, "a mapping", "write `key: value` lines, indented")
    pairs = []
    for key, value in node.entries[: kind.limit]:
        label = _text(book, k.Text(40), key, name)
        inner = f"{name}.{key.text}"
        book.places[(book.path, inner)] = book.place(value)
        read = read_value(book, kind.value, value, name)
        if label is not BAD and read is not BAD:
            pairs.append((label, read))
    return tuple(pairs)


def _text(book: Notebook, kind: k.Text, node: Scalar, name: str) -> Any:
    text = node.text.strip() if kind.lines else " ".join(node.text.split())
    if not 1 <= len(text) <= kind.limit:
        how = "write something, or delete the line" if not text else "shorten it"
        return book.refuse("F210", node, field=name, size=len(text), limit=kind.limit, how=how)
    mixed = mixed_script(text)
    return book.refuse("Y117", node, word=mixed) if mixed else text


def _choice(book: Notebook, kind: k.Choice, node: Scalar, name: str) -> Any:
    if node.text in kind.words:
        return node.text
    known = ", ".join(f"`{word}`" for word in kind.words)
    hint = nearest(node.text, kind.words)
    return book.refuse("F207", node, value=node.text, field=name, nearest=hint, known=known)


def _id(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if _ID.match(node.text):
        return node.text
    better = re.sub(r"[^a-z0-9]+", "-", node.text.lower()).strip("-")[:80] or "river-open-call"
    return book.refuse("F208", node, value=node.text, better=better)


def _day(book: Notebook, kind: k.Day, node: Scalar, _name: str) -> Any:
    match = (_LOOSE if kind.loose else _DAY).match(node.text)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            datetime.date(year, month or 1, day or 1)
        except ValueError:
            return _bad_date(book, kind, node, "; this month has no such day")
        return LooseDate(year, month, day) if kind.loose else datetime.date(year, month, day)
    return _bad_date(book, kind, node, "")


def _bad_date(book: Notebook, kind: k.Day, node: Scalar, hint: str) -> Any:
    wanted = "a date, a month or a year" if kind.loose else "a date"
    example, guess = _likely_day(node.text)
    return book.refuse(
        "F203", node, value=node.text, wanted=wanted, example=example, hint=hint or guess
    )


def _likely_day(text: str) -> tuple[str, str]:
    """Guess what a date in another form means; one that can be read two ways says so."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,4}", text)[:3]]
    if len(numbers) != 3:
        return "2031-03-05", ""
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        month, day, year = numbers
        if month > 12:
            month, day = day, month
    year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 9999):
        return "2031-03-05", ""
    twofold = numbers[0] <= 12 and numbers[1] <= 12 and numbers[0] != numbers[1] and numbers[0] < 32
    hint = f"; if you meant day before month, `{year:04d}-{day:02d}-{month:02d}`" if twofold else ""
    return f"{year:04d}-{month:02d}-{day:02d}", hint


def _clock(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _CLOCK.match(node.text)
    if match:
        return datetime.time(int(match[1]), int(match[2]))
    example, hint = _likely_time(node.text)
    return book.refuse("F204", node, value=node.text, example=example, hint=hint)


def _likely_time(text: str) -> tuple[str, str]:
    words = (
        re.sub(r"\s*\b[A-Za-z]{2,4}\b\s*\Z", "", text)
        if not re.search(r"[ap]\.?m", text, re.I)
        else text
    )
    match = _SPOKEN.match(re.sub(r"\s*\b(?:e|c|m|p)[sd]?t\b\s*\Z", "", words, flags=re.IGNORECASE))
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return "21:00", ""
    hour = int(match[1])
    half = (match[3] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    hint = "; the zone goes into `zone:`" if words != text else ""
    return f"{hour:02d}:{int(match[2] or 0):02d}", hint


def _local_time(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    day, _, clock = node.text.partition(" ")
    date_match, clock_match = _DAY.match(day), _CLOCK.match(clock)
    if date_match and clock_match:
        try:
            year, month, number = (int(part) for part in date_match.groups())
            return datetime.datetime(year, month, number, int(clock_match[1]), int(clock_match[2]))
        except ValueError:
            pass
    example = f"{_likely_day(day)[0]} {_likely_time(clock)[0]}"
    return book.refuse(
        "F203",
        node,
        value=node.text,
        wanted="a date and time",
        example=example,
        hint=", and the hour",
    )


def _length(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _LENGTH.match(node.text)
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0
    if not 1 <= minutes <= 24 * 60:
        return book.refuse("F205", node, value=node.text)
    return minutes


def _zone(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    if node.text in zones.names():
        return node.text
    likely = zones.meant(node.text)
    hint = f"; you may mean `{likely}`" if likely else ""
    by_letters = {name.lower(): name for name in zones.names()}
    close = "" if likely else nearest(node.text.replace(" ", "_"), by_letters)
    for low, name in by_letters.items():
        close = close.replace(f"`{low}`", f"`{name}`")
    return book.refuse("F206", node, value=node.text, nearest=close, hint=hint)


def _address(book: Notebook, kind: k.Address, node: Scalar, _name: str) -> Any:
    if not _ADDRESS.match(node.text) or len(node.text) > 2000 or "@" in node.text.split("/")[2]:
        return book.refuse("F211", node, value=re.sub(r"//[^/]*@", "//…@", node.text))
    if kind.secure and not node.text.lower().startswith("https://"):
        return book.refuse("M601", node)
    return node.text


def _participants(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _COUNT.match(node.text)
    if not match:
        return book.refuse("F212", node, value=node.text)
    about, least, more, most = match[1], int(match[2]), match[3], match[4]
    if (most and int(most) < least) or (about and more):
        return book.refuse("F212", node, value=node.text)
    if more == "+":
        return Count(least)
    return Count(least, int(most) if most else least, bool(about))


def _whole(book: Notebook, kind: k.Whole, node: Scalar, _name: str) -> Any:
    if re.match(r"[0-9]{1,15}\Z", node.text) and kind.least <= int(node.text) <= kind.most:
        return int(node.text)
    example = max(kind.least, min(kind.most, 500))
    return book.refuse(
        "F213", node, value=node.text, least=kind.least, most=kind.most, example=example
    )


def _checksum(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    good = re.match(r"[0-9a-f]{64}\Z", node.text)
    return node.text if good else book.refuse("F214", node, value=node.text)


def _days(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = re.match(r"([1-9][0-9]{0,4}) days?\Z", node.text)
    return int(match[1]) if match else book.refuse("F223", node, value=node.text)


def _rhythm(book: Notebook, _kind: k.Kind, node: Scalar, _name: str) -> Any:
    match = _RHYTHM.match(node.text)
    if match and _CLOCK.match(match[1]):
        return node.text
    return book.refuse("F216", node, value=node.text)


def _switch(book: Notebook, _kind: k.Kind, node: Scalar, name: str) -> Any:
    if node.text in ("true", "false"):
        return node.text == "true"
    return _choice(book, k.Choice(("true", "false")), node, name)


def _share(book: Notebook, node: Node, name: str) -> Any:
    """Read what may be shared. Anything that is not understood leaves everything closed."""
    if isinstance(node, Mapping):
        before = len(book.problems)
        values = read_table(book, SHARE, node, f"{name}.")
        return CLOSED if len(book.problems) > before else _share_of(values)
    if not isinstance(node, Scalar):
        return _shape(book, node, name, "one value or a mapping", "write `share: public`")
    if node.text == "public":
        return PUBLIC
    reasons = {
        f"withheld for {reason.value}": reason for reason in Reason if reason is not Reason.UNSTATED
    }
    if node.text in reasons:
        return Share(details=True, reason=reasons[node.text])
    return book.refuse(
        "F215", node, value=node.text, nearest=nearest(node.text, ("public", *reasons))
    )


def _share_of(values: dict[str, Any]) -> Share:
    """Notes and recording of a call whose details are withheld are closed whatever else is written."""
    details = values.get("details") == "public"
    return Share(
        minutes=details and values.get("minutes") == "public",
        recording=details and values.get("recording") == "public",
        details=details,
        identify=values.get("identify", False),
        reason=Reason(values["reason"]),
        decided_by=values.get("decided_by", ""),
        decided_on=values.get("decided_on"),
        review_on=values.get("review_on"),
    )


_READERS: dict[type[Any], Callable[[Notebook, Any, Scalar, str], Any]] = {
    k.Text: _text,
    k.Choice: _choice,
    k.Reference: _id,
    k.GroupOrWords: lambda book, _kind, node, name: _text(book, k.Text(), node, name),
    k.Id: _id,
    k.Day: _day,
    k.Clock: _clock,
    k.LocalTime: _local_time,
    k.Length: _length,
    k.Zone: _zone,
    k.Address: _address,
    k.Participants: _participants,
    k.Whole: _whole,
    k.Checksum: _checksum,
    k.Days: _days,
    k.Rhythm: _rhythm,
    k.Switch: _switch,
}

__all__ = ["BAD", "Entry", "Notebook", "read_table", "read_value"]
