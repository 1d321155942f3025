"""The page of a call whose details are withheld: its date and the public facts about the withholding.

It knows no more, because the types hold nothing else.
"""

from generator import addresses
from generator.render.add_to_calendar import file_of
from generator.render.call_facts import eyebrow
from generator.render.call_views import WithheldView
from generator.render.environment import fill
from generator.render.improving import IMPROVE
from generator.render.names import call_title, links
from generator.render.output import Heading, Page
from generator.render.pager import pager
from generator.render.record_foot import CITE, Fact, Subject, fact_links, foot
from generator.render.rows import chip_band, icons_for
from generator.render.schema_org import WITHHELD_HEAD
from generator.render.withholding_words import withheld_sentences
from generator.render.words import description, full_day
from generator.settings import Settings
from generator.wording import _


def withheld_call_page(view: WithheldView, settings: Settings) -> Page:
    """Make the page of a call whose details are withheld."""
    call = view.call
    page = addresses.call_page(call.id)
    title = call_title(call)
    keys = ("withheld",)
    groups: tuple[Fact, ...] = fact_links(_("Groups"), links(view.groups, page))
    values = {
        "title": title,
        "eyebrow": eyebrow(view, page),
        "register": addresses.relative(addresses.WITHHELD, page),
        "date": full_day(call.date),
        "stamp": str(call.date),
        "chips": chip_band(keys),
        "icons": icons_for(keys),
        "facts": groups,
        "log": addresses.relative(view.log, page) if view.log else "",
        "withheld": withheld_sentences(call.withholding, view.decided_by, view.overdue),
        **foot(Subject(page, title), settings),
        "bibtex": "",
        "calendar_file": addresses.relative(file_of(call), page) if file_of(call) else "",
        "pager": pager(view.near, page),
    }
    return Page(
        path=page,
        section=addresses.CALLS,
        title=title,
        description=description(
            _("{title}. What is withheld, who decided it, and why.").format(title=title)
        ),
        outline=(
            Heading(2, IMPROVE, _("Improve this page")),
            Heading(2, CITE, _("Cite this page")),
        ),
        body=fill("withheld_call.html", values),
        head=WITHHELD_HEAD,
    )
