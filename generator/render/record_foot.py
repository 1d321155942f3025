"""What stands at the end of every record's page: its sources, how to mend it, how to cite it, whom to ask."""

from dataclasses import dataclass

from generator import addresses, forges
from generator.privacy.public import Confidence, Evidence, PublicSource, Use
from generator.render.links import is_web_address
from generator.render.names import Link
from generator.render.stamps import instant
from generator.render.words import SEEN, SURENESS, capital, loose_day, short_day
from generator.settings import Settings, repository

HELP = "help/index.html"
"""The hand-written page that says how to add notes."""
PRIVACY_HELP = "help/privacy.html"
"""The hand-written page that says how to ask for a correction or a removal."""
SOURCES = "record-sources"
IMPROVE = "record-improve"
CITE = "record-cite"

DrawnSource = tuple[str, str, str, str]
"""A source as templates draw it: title, publisher and day, address, and the address again if it is a link."""

Fact = tuple[str, str, tuple[Link, ...], tuple[str, ...], str]
"""A row of the list of facts: its name, what it is as text or as links, what is folded away, and a remark.

What is folded away is a summary and its text, or nothing.
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the end of a page says about the record it is for.

    `source` is the record's file, empty where nobody may edit it; `notes_wanted` is the file that notes would be added
    as, empty where none are asked for; `changed_at` is in seconds of Unix time.
    """

    page: str
    cited_as: str
    source: str = ""
    notes_wanted: str = ""
    changed_at: int | None = None


def fact(label: str, text: str, remark: str = "") -> tuple[Fact, ...]:
    """Give a row of plain text for the list of facts, or no row when there is nothing to say."""
    return ((label, text, (), (), remark),) if text else ()


def fact_links(label: str, links: tuple[Link, ...], remark: str = "") -> tuple[Fact, ...]:
    """Give a row of the list of facts that names records, or no row when there are none."""
    return ((label, "", links, (), remark),) if links else ()


def standing(evidence: Evidence, confidence: Confidence) -> tuple[Fact, ...]:
    """Say how sure a record is of its facts and how much of its sources was seen."""
    return (
        *fact("Confidence", capital(SURENESS[confidence])),
        *fact("Evidence", capital(SEEN[evidence])),
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
    return source.title, details, source.url, href


def foot(subject: Subject, settings: Settings) -> dict[str, object]:
    """Give the values that the end of a record's page is drawn from."""
    changed = subject.changed_at
    return {
        "edits": _edits(subject, settings),
        "editable": bool(subject.source),
        "contact": settings.contact,
        "contact_href": web_address(settings.contact),
        "help": addresses.relative(HELP, subject.page),
        "privacy": addresses.relative(PRIVACY_HELP, subject.page),
        "notice": settings.notice,
        "cited": _citation(subject, settings),
        "licence": settings.records_licence,
        "licence_href": web_address(settings.records_licence_url),
        "changed": "" if changed is None else short_day(instant(changed).date()),
    }


def _citation(subject: Subject, settings: Settings) -> str:
    return f"{subject.cited_as}. {settings.site_name}. {settings.site_url}{subject.page}"


def _edits(subject: Subject, settings: Settings) -> tuple[Link, ...]:
    """Give links into the forge's editor; none without a repository that readers can reach."""
    forge = repository(settings)
    wanted = forges.new_file(forge, subject.notes_wanted) if subject.notes_wanted else ""
    edit = forges.edit_file(forge, subject.source) if subject.source else ""
    edits = ((wanted, "Add the notes"), (edit, "Edit this record"))
    return tuple((address, words) for address, words in edits if address)
