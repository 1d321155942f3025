"""What the scripts of the search page say in the language of the archive; the page holds it, scripts have no words."""

from collections.abc import Iterator

import msgspec

from generator.wording import _, language, locale_of, ngettext

_SAMPLES = 1_000
"""Numbers among which there is one for each form that a language has for plurals of whole numbers."""


def search_messages() -> str:
    """Give all messages as JSON, by their names; one that counts has a text for each form of the plural."""
    return msgspec.json.encode({**_sentences(), **_counts()}).decode()


def _sentences() -> dict[str, str]:
    return {
        "searching": _("Searching…"),
        "more": _("Show more"),
        "earlier": _("Search the earlier years too"),
        "no-more": _("No more."),
        "few-of-a-page": _("At most three of one page are listed."),
        "reached": _("Searched back to {year} so far."),
        "no-word": _("{words} has no word to look for: use letters or numbers."),
        "nothing": _("Nothing found."),
        "nothing-for": _("Nothing found for {words}."),
        "not-all": _("Nothing holds all the words of {words}."),
        "in-none": _("In none of what was searched: {words}."),
        "quoted": _("“{words}”"),
        "without-filters": _("Search without the filters"),
        "try-other": _("Try fewer or other words, or look through {lists}."),
        "lists": _("the lists"),
        "maybe-published": _(
            "The archive may be published anew just now, or the connection may have failed."
        ),
        "no-connection": _("There seems to be no connection to the internet."),
        "failed": _("The search could not be made, because its index did not arrive."),
        "again": _("Try again"),
        "or-lists": _("or look through {lists}."),
        "another-passage": _("The same page, another passage"),
        "no-extract": _("The words around it could not be read."),
        "at": _("at “{heading}”"),
    }


def _counts() -> dict[str, dict[str, str]]:
    return {
        "chosen": plural_forms("({n} chosen)", "({n} chosen)"),
        "cut": plural_forms(
            "Only the first {n} character was looked for.",
            "Only the first {n} characters were looked for.",
        ),
        "ignored": plural_forms("One more word was left out.", "{n} more words were left out."),
        "found": plural_forms("{n} result.", "{n} results."),
        "found-for": plural_forms("{n} result for {words}.", "{n} results for {words}."),
        "at-least": plural_forms("At least {n} result.", "At least {n} results."),
        "at-least-for": plural_forms(
            "At least {n} result for {words}.", "At least {n} results for {words}."
        ),
        "some": plural_forms("{n} result holds some of them.", "{n} results hold some of them."),
        "at-least-some": plural_forms(
            "At least {n} result hold some of them.", "At least {n} results hold some of them."
        ),
        "further": plural_forms("{n} more.", "{n} more."),
        "also-on-page": plural_forms(
            "Also on this page: {n} passage", "Also on this page: {n} passages"
        ),
        "also-in-call": plural_forms(
            "Also in this call: {n} passage", "Also in this call: {n} passages"
        ),
    }


def plural_forms(one: str, many: str) -> dict[str, str]:
    """Give a message in each form that the language has, by the names under which browsers know the forms."""
    return {name: ngettext(one, many, number) for name, number in _numbers_of_forms()}


def _numbers_of_forms() -> Iterator[tuple[str, int]]:
    """Give the first number of each form; `other`, which every language has, may be for fractions alone."""
    locale = locale_of(language())
    found = {"one": 1} if locale is None else {}
    for number in range(_SAMPLES if locale else 0):
        found.setdefault(locale.plural_form(number) if locale else "", number)
    found.setdefault("other", 2)
    yield from sorted(found.items())
