"""The words of the interface in the language of an archive: gettext, with a catalogue for each language in `words/`.

Whoever makes an output speaks through `_` and its sisters; which language they speak is said once around the making
by `spoken`, so that words need not be handed through every function. Words of records and notes never pass here.
Babel is loaded only for a language that needs it: every command would wait for it, and English asks nothing of it.
"""

import contextvars
import functools
import gettext as catalogues
import importlib.resources
import importlib.resources.abc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

OWN = "en"
"""The language in which the program itself is written; it needs no catalogue."""

_language: contextvars.ContextVar[str] = contextvars.ContextVar("language", default=OWN)


def gettext(message: str) -> str:
    """Give a message in the language that is spoken, or as it is where the catalogue lacks it."""
    language = _language.get()
    # The way through the catalogue is walked a hundred times a page; English needs none of it.
    return message if language == OWN else _translations(language).gettext(message)


_ = gettext


def ngettext(one: str, many: str, n: int) -> str:
    """Give the form of a message that fits a number, by the plural rule of the language that is spoken."""
    language = _language.get()
    if language == OWN:
        return one if n == 1 else many
    return _translations(language).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Give a message that means different things in different places; `context` says where it stands."""
    language = _language.get()
    return message if language == OWN else _translations(language).pgettext(context, message)


def N_(message: str) -> str:
    """Mark a message for the catalogue and give it as it is: for tables that are read before a language is spoken."""
    return message


def counted(one: str, many: str, n: int) -> str:
    """Give a number with what it counts; both forms hold `{n}`, which is written as people read numbers.

    >>> counted("{n} call", "{n} calls", 1204)
    '1,204 calls'
    """
    return ngettext(one, many, n).format(n=number(n))


def number(value: int) -> str:
    """Write a whole number as the language groups its digits: `1,204`."""
    return f"{value:,}" if _language.get() == OWN else _grouped(value, _language.get())


def decimal(value: float) -> str:
    """Write a number with one decimal place: `18.2`."""
    return f"{value:.1f}" if _language.get() == OWN else _decimal(value, _language.get())


@functools.lru_cache(maxsize=4096)
def _grouped(value: int, language: str) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415

    locale = locale_of(language)
    return f"{value:,}" if locale is None else str(format_decimal(value, locale=locale))


@functools.lru_cache(maxsize=4096)
def _decimal(value: float, language: str) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415

    locale = locale_of(language)
    return f"{value:.1f}" if locale is None else str(format_decimal(value, "#,##0.0", locale))


@functools.cache
def locale_of(language: str) -> "Locale | None":
    """Give what Babel knows of a language, or nothing where it knows none of that name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def language() -> str:
    """Give the language that is spoken, named as in `mkdocs.yml`."""
    return _language.get()


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a message that counts and give them as they are: for tables, as `N_` does."""
    return one, many


def NP_(context: str, message: str) -> str:
    """Mark a message that means different things in different places; `pgettext` translates it where it is used."""
    return message


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak a language while the block runs; one without a catalogue speaks English.

    A context variable and not a parameter: words are said at the very ends of the program, and every function on the
    way would only pass the language on.
    """
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def has_catalogue(language: str) -> bool:
    """Tell whether there are words in a language, named as in `mkdocs.yml`: `en`, `es`, `pt-BR`."""
    return language == OWN or _file(f"{language}.po").is_file()


def catalogue_text(name: str) -> str:
    """Give a file of the folder of catalogues as text (`es.po`, `archive.pot`); bytes that are no UTF-8 are marked."""
    return _file(name).read_bytes().decode("utf-8", "replace")


def catalogue() -> catalogues.NullTranslations:
    """Give the catalogue of the language that is spoken; whoever keeps words in it keeps them for this one alone."""
    return _translations(_language.get())


@functools.cache
def _translations(language: str) -> catalogues.NullTranslations:
    """Read the catalogue of a language once a process."""
    if language == OWN or not has_catalogue(language):
        return catalogues.NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with _file(f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language.replace("-", "_")))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)


def _file(name: str) -> importlib.resources.abc.Traversable:
    return importlib.resources.files("generator").joinpath("words", name)
