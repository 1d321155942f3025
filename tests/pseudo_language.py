"""A made-up language: every message of ours in letters of one kind, all that people wrote in letters of another.

What is left in plain letters is a word of ours that no catalogue knows. The language is named like one that the theme
speaks, because the theme's own words come from there.
"""

import dataclasses
import re
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import pytest

from generator import catalogue, wording
from generator.cli.words import sources
from generator.privacy.public import PublicArchive
from generator.render import chapters, gfm, markdown
from generator.render.call_facts import ROLES
from generator.settings import NavEntry, Requests, Settings

LANGUAGE = "eo"
HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_OURS = str.maketrans(_PLAIN, "".join(chr(ord(letter) + 0xFEE0) for letter in _PLAIN))
"""Wide letters: a reader of a failure can still read them, and small ones and capitals belong together."""
_THEIRS = str.maketrans(
    _PLAIN,
    "".join(chr(0x24B6 + at) for at in range(26)) + "".join(chr(0x24D0 + at) for at in range(26)),
)
"""Letters in circles."""
_KEPT_IN_MESSAGES = re.compile(r"(\{\w*\}|%\(\w+\)s|<[^<>]*>|&\w+;)")
_KEPT_IN_HTML = re.compile(
    r"(<[^<>]*>|&#?\w+;|\[(?:redacted|removed)[^\]]*\]|\{#[^}]*\}|https?://[^\s<]+|[\ue000-\uf8ff]\d+[\ue000-\uf8ff])"
)
_ALT = re.compile(r' alt="([^"]*)"')
_MACHINE = frozenset(
    "id call path zone language anchor series groups hubs platform url type sha256 adopted_by decided_by aliases"
    " part_of approved_by place places body outcome notes_begun expired_from join line body_line joins listings".split()
)
"""Fields whose text is no words but names, addresses, or text that is drawn by the renderer of Markdown."""

T = TypeVar("T")


def ours(words: str) -> str:
    """Write a message of the interface in letters of its own; places that are filled in stay."""
    parts = _KEPT_IN_MESSAGES.split(words)
    return "".join(part if at % 2 else part.translate(_OURS) for at, part in enumerate(parts))


def theirs(words: str) -> str:
    """Write what people wrote in letters of its own; addresses stay."""
    parts = re.split(r"(https?://\S+|\S+@\S+)", words)
    return "".join(part if at % 2 else part.translate(_THEIRS) for at, part in enumerate(parts))


def catalogue_text() -> str:
    """Give the catalogue of the made-up language: every message of ours, in both forms where it counts."""
    gathered = catalogue.read(catalogue.gathered(sources()), "")
    entries = (_entry(message.context, message.id) for message in gathered if message.id)
    return "\n".join([HEAD, *entries])


def _entry(context: str | None, words: str | tuple[str, ...] | list[str]) -> str:
    head = f"msgctxt {_quoted(context)}\n" if context else ""
    if isinstance(words, str):
        return f"{head}msgid {_quoted(words)}\nmsgstr {_quoted(ours(words))}\n"
    one, many = words
    return (
        f"{head}msgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\n"
        f"msgstr[0] {_quoted(ours(one))}\nmsgstr[1] {_quoted(ours(many))}\n"
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def speak(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> None:
    """Put a catalogue of the made-up language in the place of ours, which has none."""
    (folder / f"{LANGUAGE}.po").write_text(text, encoding="utf-8")
    really = wording._file
    monkeypatch.setattr(
        wording, "_file", lambda name: folder / name if name == f"{LANGUAGE}.po" else really(name)
    )
    wording._translations.cache_clear()


def mark_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Write all text of notes and written pages in letters of its own, right after it was made HTML."""

    def marked(text: str) -> str:
        return _ALT.sub(lambda alt: f' alt="{_in_html(alt[1])}"', _in_html(gfm.gfm_html(text)))

    for reader in (markdown, chapters):
        monkeypatch.setattr(reader, "gfm_html", marked)


def _in_html(text: str) -> str:
    parts = _KEPT_IN_HTML.split(text)
    return "".join(part if at % 2 else part.translate(_THEIRS) for at, part in enumerate(parts))


def of_people(archive: PublicArchive) -> PublicArchive:
    """Give an archive with all words that people wrote in letters of their own."""
    changed = {
        field.name: _theirs_in(getattr(archive, field.name))
        for field in dataclasses.fields(archive)
        if field.init
    }
    return dataclasses.replace(archive, **changed)


def _theirs_in(value: Any) -> Any:
    if isinstance(value, str):
        return theirs(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_theirs_in(one) for one in value)
    if (
        dataclasses.is_dataclass(value)
        and not isinstance(value, type)
        and not isinstance(value, Enum)
    ):
        return _theirs_in_fields(value)
    return value


def _theirs_in_fields(value: Any) -> Any:
    changed = {
        field.name: _theirs_in_field(field.name, getattr(value, field.name))
        for field in dataclasses.fields(value)
        if field.init and field.name not in _MACHINE
    }
    return dataclasses.replace(value, **changed) if changed else value


def _theirs_in_field(name: str, value: Any) -> Any:
    if name == "hosts":
        return tuple((group, theirs(host)) for group, host in value)
    if name == "roles":
        return tuple((role if role in ROLES else theirs(role), theirs(who)) for role, who in value)
    if name == "keys":
        return tuple((key, theirs(what)) for key, what in value)
    if name == "rhythm" and "FREQ=" in value.upper():
        return value
    return _theirs_in(value)


def settings_of_people(settings: Settings) -> Settings:
    """Give settings in the made-up language, with the words of their writers in letters of their own."""
    return dataclasses.replace(
        settings,
        language=LANGUAGE,
        site_name=theirs(settings.site_name),
        site_description=theirs(settings.site_description),
        contact=theirs(settings.contact),
        notice=theirs(settings.notice),
        records_licence=theirs(settings.records_licence),
        nav=_nav(settings.nav),
        requests=settings.requests and _requests(settings.requests),
    )


def _requests(rules: Requests) -> Requests:
    return dataclasses.replace(rules, roles=tuple(theirs(role) for role in rules.roles))


def _nav(entries: tuple[NavEntry, ...]) -> tuple[NavEntry, ...]:
    return tuple(NavEntry(theirs(one.title), one.path, _nav(one.children)) for one in entries)
