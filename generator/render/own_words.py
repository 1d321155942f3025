"""The words that are ours on every site, in templates, tables of words and the text that notes begin with.

They are public and rest on no archive, so the last look takes none of them for withheld text that has come out.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.render import decision_words, language_names, states, words
from generator.render.environment import template_sources
from generator.skeletons import DATE_TO_FILL_IN, NotesFor, notes_skeleton

_FILLED_IN = re.compile(r"\{[{%#][^{}]*[}%#]\}")
_TAG = re.compile(r"<[^<>]*>")
_TABLES = (words, language_names, states, decision_words)


def own_words() -> Iterator[str]:
    """Give templates with their tags and without them but not what is filled in, words of tables, and a skeleton."""
    for source in template_sources():
        text = html.unescape(_FILLED_IN.sub(" \n ", source))
        yield text
        yield _TAG.sub(" ", text)
    for table in _TABLES:
        for name, value in vars(table).items():
            if name.isupper():
                yield from _texts(value)
    yield notes_skeleton(NotesFor("series", DATE_TO_FILL_IN, actions=("action",)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        yield from _texts(tuple(getattr(value, field.name) for field in fields(value)))
