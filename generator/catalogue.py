"""The catalogue of the interface's words: gathering its messages from the program, and looking at a language's file.

What is said in which language while an output is made is left to `wording`.
Babel is loaded by whoever needs it, because every command loads this module and English asks nothing of it.
"""

from __future__ import annotations

import io
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.wording import locale_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
    "plural_forms": (1, 2),
    "NN_": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NP_": ((1, "c"), 2),
}
"""The functions whose first words are messages, as Babel writes it: singular and plural, `c` for the context."""
_TEMPLATES = {
    "trimmed": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "encoding": "utf-8",
}
_HEAD = """\
# The words of the interface, gathered from the program by `make words`. It is not edited by hand.
# A language is a copy of this file named after it, such as `es.po`, with its words in the empty lines.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
_OLD_STYLE = re.compile(r"%(?:\(\w+\)[sd]|%)")
_TAG = re.compile(r"<[^<>]*>")
_LINE = re.compile(
    r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?[ \t]+)?"(?:[^"\\]|\\.)*"\s*\Z'
)
_BEFORE = {
    "msgctxt": ("", "msgstr"),
    "msgid": ("", "msgctxt", "msgstr"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid", "msgid_plural", "msgstr"),
}
"""What may stand before each line of a message; Babel reads on where one is missing."""

Source = tuple[str, bytes]
"""A file of the program: its name, and what is in it."""
Key = tuple[str, str]
"""What a message is looked up by: its context (mostly none) and its words in English."""


class BrokenCatalogue(ValueError):
    """A file that is no catalogue; `line` is where it stops being one."""

    def __init__(self, line: int) -> None:
        super().__init__(f"no catalogue from line {line}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Wrong:
    """A translation that would not say what the message does: its line, its beginning, and what differs."""

    line: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a language has no words for: how many messages, the first of them, and the line of the first one there."""

    count: int
    first: tuple[str, ...]
    line: int


def gathered(sources: Iterable[Source]) -> str:
    """Give the catalogue of all messages in the program as text, sorted, without days and places."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.extract import extract  # noqa: PLC0415

    found = Catalog(charset="utf-8", fuzzy=False)
    for name, data in sorted(sources):
        method = "python" if name.endswith(".py") else "jinja2.ext:babel_extract"
        options = {} if method == "python" else _TEMPLATES
        for _line, words, _comments, context in extract(
            method, io.BytesIO(data), KEYWORDS, (), options
        ):
            found.add(words, context=context)
    return _HEAD + _written(found)


def renewed(template: str, language: str, text: str) -> str:
    """Give the file of a language with the messages of the template: new ones are empty, those that are gone are gone.

    Raises `BrokenCatalogue` for text that is no catalogue.
    """
    known = read(text, language)
    known.update(read(template, ""), no_fuzzy_matching=True)
    known.obsolete.clear()
    return _header_of(text) + _written(known)


def read(text: str, language: str) -> Catalog:
    """Read a catalogue. Raises `BrokenCatalogue` where it is none."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    _refuse_odd_lines(text)
    locale = locale_of(language) if language else None
    try:
        return read_po(io.StringIO(text), locale=locale, abort_invalid=True)
    except PoFileError as fault:
        raise BrokenCatalogue(max(1, (fault.lineno or 0) + 1)) from fault
    except (ValueError, UnicodeError, TypeError, KeyError) as fault:
        raise BrokenCatalogue(1) from fault


def words_in(catalogue: Catalog) -> Iterator[str]:
    """Give all texts of a catalogue: those of the messages, and of what they are in its language."""
    for message in _messages(catalogue):
        yield from (
            words for words in (*_as_tuple(message.id), *_as_tuple(message.string)) if words
        )


def _refuse_odd_lines(text: str) -> None:
    """Refuse a text at its first line that is none of a catalogue."""
    last = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.match(line)
        if not found or not (found[1] or last) or (found[1] and last not in _BEFORE[found[1]]):
            raise BrokenCatalogue(number)
        last = found[1] or last


def wrong_ones(catalogue: Catalog) -> Iterator[Wrong]:
    """Find translations whose placeholders or tags are not those of the message, in the order of the file."""
    for message in sorted(_messages(catalogue), key=lambda one: one.lineno or 0):
        wanted = set().union(*map(_marks_in, _as_tuple(message.id)))
        for words in _as_tuple(message.string) if not message.fuzzy else ():
            why = _difference(wanted, words) if words else ""
            if why:
                yield Wrong(message.lineno or 1, _as_tuple(message.id)[0], why)
                break


def lacking(catalogue: Catalog, template: Catalog) -> Lacking | None:
    """Say what a language has no words for, among all messages; nothing where it has words for all."""
    known = {_key(message): message for message in _messages(catalogue)}
    found: list[str] = []
    line = 0
    for message in _messages(template):
        own = known.get(_key(message))
        if own is None or own.fuzzy or not all(_as_tuple(own.string)):
            found.append(_as_tuple(message.id)[0])
            line = min(filter(None, (line, own.lineno if own else 0)), default=0)
    return Lacking(len(found), tuple(found[:3]), line or 1) if found else None


def _difference(wanted: set[str], words: str) -> str:
    try:
        found = _marks_in(words)
    except ValueError:
        return "a brace is not closed"
    said = [f"{mark} is missing" for mark in sorted(wanted - found)]
    said += [f"{mark} is not in the message" for mark in sorted(found - wanted)]
    return "; ".join(said)


def _marks_in(words: str) -> set[str]:
    """Give the placeholders and tags of a message. Raises `ValueError` for a brace that is not closed."""
    plain = _TAG.sub("", words)
    fields = {f"{{{name}}}" for _text, name, _spec, _how in string.Formatter().parse(plain) if name}
    return {*fields, *_OLD_STYLE.findall(words), *_TAG.findall(words)}


def _messages(catalogue: Catalog) -> Iterator[Message]:
    """Give the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def _key(message: Message) -> Key:
    return message.context or "", _as_tuple(message.id)[0]


def _as_tuple(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def _written(catalogue: Catalog) -> str:
    """Write messages as text, sorted; Babel guesses forms of placeholders, so they are told anew."""
    from babel.messages.pofile import write_po  # noqa: PLC0415

    for message in _messages(catalogue):
        first = _as_tuple(message.id)[0]
        message.flags -= {"python-format", "python-brace-format"}
        if "%(" in first:
            message.flags.add("python-format")
        elif any(mark.startswith("{") for mark in _marks_in(first)):
            message.flags.add("python-brace-format")
    out = io.BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return "\n" + out.getvalue().decode("utf-8").lstrip("\n")


def _header_of(text: str) -> str:
    """Give what stands before the first message as its translator wrote it."""
    head, blank, _rest = text.partition("\n\n")
    return f"{head}\n" if blank else text
