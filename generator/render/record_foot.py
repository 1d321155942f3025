"""What stands at the end of every record's page: its sources, how to mend it, how to cite it, whom to ask."""

from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import Confidence, Evidence, Found, PublicSource, Use
from generator.render.bibtex import bibtex
from generator.render.copy_words import answer_sentence
from generator.render.improving import NO_FORMS, Forms, improvement
from generator.render.links import is_web_address
from generator.render.names import Link
from generator.render.words import SEEN, SURENESS, capital, loose_day
from generator.settings import Settings
from generator.wording import _

PRIVACY_HELP = "help/privacy.html"
"""The hand-written page that says how to ask for a correction or a removal."""
SOURCES = "record-sources"
CITE = "record-cite"

DrawnSource = tuple[str, str, str, str, str]
"""A source as templates draw it: title, publisher and day, address, that again if it is a link, and what was found."""

Fact = tuple[str, str, tuple[Link, ...], tuple[str, ...], str, str]
"""A row of the list of facts: its name, what it is as text or as links, what is folded away, a remark, and code.

What is folded away is a summary and its text, or nothing; code stands in place of text.
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the end of a page says about the record it is for.

    `files` are the files it is made from, each with the words of a link to edit it, none where nobody may;
    `forms` are the forms it leads to; `year` is that of a call, for whoever cites it.
    """

    page: str
    cited_as: str
    files: tuple[tuple[str, str], ...] = ()
    forms: Forms = NO_FORMS
    year: int | None = None


def fact(label: str, text: str, remark: str = "") -> tuple[Fact, ...]:
    """Give a row of plain text for the list of facts, or no row when there is nothing to say."""
    return ((label, text, (), (), remark, ""),) if text else ()


def fact_code(label: str, code: str, remark: str = "") -> tuple[Fact, ...]:
    """Give a row that shows what programs read, letter by letter, or no row when there is nothing to show."""
    return ((label, "", (), (), remark, code),) if code else ()


def fact_links(label: str, links: tuple[Link, ...], remark: str = "") -> tuple[Fact, ...]:
    """Give a row of the list of facts that names records, or no row when there are none."""
    return ((label, "", links, (), remark, ""),) if links else ()


def standing(evidence: Evidence, confidence: Confidence) -> tuple[Fact, ...]:
    """Say how sure a record is of its facts and how much of its sources was seen."""
    return (
        *fact(_("Confidence"), capital(_(SURENESS[confidence]))),
        *fact(_("Evidence"), capital(_(SEEN[evidence]))),
    )


def web_address(text: str) -> str:
    """Give an address back if it may be a link to another site, else an empty string."""
    return text if is_web_address(text) else ""


def drawn_sources(sources: tuple[PublicSource, ...]) -> tuple[DrawnSource, ...]:
    """Give sources as templates draw them: a link only after a person looked at the address."""
    return tuple(_drawn_source(source) for source in sources)


def _drawn_source(source: PublicSource) -> DrawnSource:
    published = loose_day(source.published) if source.published else ""
    details = ", ".join(part for part in (source.publisher, published) if part)
    href = web_address(source.url) if source.use is Use.LINK else ""
    is_there = source.answer is not None and source.answer.found is Found.THERE
    found = "" if is_there else answer_sentence(source.answer)
    return source.title, details, source.url, href, found


def foot(subject: Subject, settings: Settings) -> dict[str, object]:
    """Give the values that the end of a record's page is drawn from."""
    return {
        "improve": improvement(subject.page, settings, subject.files, subject.forms),
        "privacy": addresses.relative(PRIVACY_HELP, subject.page),
        "notice": settings.notice,
        "cited": _citation(subject, settings),
        "bibtex": bibtex(
            subject.cited_as,
            settings.site_name,
            f"{settings.site_url}{subject.page}",
            subject.year,
        ),
        "licence": settings.records_licence,
        "licence_href": web_address(settings.records_licence_url),
    }


def short_foot(
    page: str, settings: Settings, files: tuple[tuple[str, str], ...] = (), forms: Forms = NO_FORMS
) -> dict[str, object]:
    """Give the values of the one line that ends a list or a hand-written page."""
    return {"improve": improvement(page, settings, files, forms), "cited": ""}


def _citation(subject: Subject, settings: Settings) -> str:
    return _("{title}. {site}. {address}").format(
        title=subject.cited_as,
        site=settings.site_name,
        address=f"{settings.site_url}{subject.page}",
    )
