"""The words that are ours on every site: templates, the catalogue in the language of the archive, and empty notes.

They are public and rest on no archive, so the last look takes none of them for withheld text that has come out.
"""

import html
import re
from collections.abc import Iterator

from generator import catalogue, wording
from generator.render.environment import template_sources
from generator.render.language_names import IN_LANGUAGE
from generator.skeletons import DATE_TO_FILL_IN, NotesFor, notes_skeleton

_FILLED_IN = re.compile(r"\{[{%#][^{}]*[}%#]\}")
_PLACE = re.compile(r"\{\w*\}|%\(\w+\)s")
_TAG = re.compile(r"<[^<>]*>")


def own_words(language: str = wording.OWN) -> Iterator[str]:
    """Give templates and messages with their tags and without them but not what is filled in, and a skeleton."""
    for source in template_sources():
        yield from _with_and_without_tags(_FILLED_IN.sub(" \n ", source))
    names = ("archive.pot", *((f"{language}.po",) if language != wording.OWN else ()))
    for name in names:
        for words in catalogue.words_in(catalogue.read(wording.catalogue_text(name), "")):
            yield from _with_and_without_tags(_PLACE.sub(" \n ", words.replace("%%", "%")))
    yield from IN_LANGUAGE.values()
    yield notes_skeleton(NotesFor("series", DATE_TO_FILL_IN, actions=("action",)))


def _with_and_without_tags(words: str) -> Iterator[str]:
    text = html.unescape(words)
    yield text
    yield _TAG.sub(" ", text)
