"""The Atom feed of decisions, the latest changes first; what was not decided is not in it.

Nothing in it depends on the day of the build. An entry is a decision, and its id is the address of its line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.privacy.public import PublicArchive
from generator.render.atom_feed import FeedEntry, Words, feed_file, latest
from generator.render.decision_register import Other, Outcome, newest_first, outcomes_in
from generator.render.decision_words import basis_words, method_words, standing_words, word_of
from generator.render.environment import fill
from generator.render.output import Draft, File
from generator.render.words import full_day, shortened
from generator.settings import Settings
from generator.wording import _

PATH = addresses.DECISIONS_FEED
TITLE_LIMIT = 120
"""Most characters of a decision in the title of its entry; the content has it whole."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The decisions of the feed, in its order."""

    decided: tuple[Outcome, ...]


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the feed; an archive without decisions has it too, because its address never goes away."""
    decided = (one for one in newest_first(outcomes_in(archive)) if one.is_decided)
    yield Draft(PATH, decision_feed, FeedView(latest(decided, lambda one: one.changed_at)))


def decision_feed(view: FeedView, settings: Settings) -> File:
    """Make the feed."""
    words = Words(_("decisions"), _("What was decided on the calls of this archive."))
    return feed_file(PATH, words, (_entry(one, settings) for one in view.decided), settings)


def _entry(outcome: Outcome, settings: Settings) -> FeedEntry:
    said = (method_words(outcome), standing_words(outcome, settings), basis_words(outcome))
    says = " ".join(words for words in said if words)
    relations = tuple(
        (_(one.words), f"{settings.site_url}{one.place}", one.text) for one in _ties(outcome)
    )
    values = {
        "outcome": outcome,
        "day": full_day(outcome.date),
        "says": says,
        "relations": relations,
    }
    return FeedEntry(
        address=f"{settings.site_url}{outcome.place}",
        title=_("{title} ({state})").format(
            title=shortened(outcome.text, TITLE_LIMIT), state=word_of(outcome).lower()
        ),
        changed_at=outcome.changed_at,
        summary=_("Decided on the call of {date}. {says}").format(
            date=full_day(outcome.date), says=says
        ),
        content=fill("atom_decision.html", values),
    )


def _ties(outcome: Outcome) -> Iterator[Other]:
    yield from outcome.says
    yield from outcome.said
