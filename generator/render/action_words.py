"""What is said of actions: one place, so that the register, calls, series and groups say a thing alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.open_actions import SERIES
from generator.render.action_states import Action, CarriedOver, Counts, OpenHere, Standing
from generator.render.names import Link
from generator.render.record_foot import Fact, fact_links
from generator.render.words import enumeration, loose_day, plural
from generator.settings import Settings

INDEX = "actions/index.html"
UNFOLDED = 4
"""Most carried actions that the page of a call shows without folding them away."""

DrawnAction = tuple[tuple[str, str, str], Link, tuple[Link, ...], str]
"""An action as templates draw it: its chip (hue, drawing, words), its link, more in pieces, and its name."""

_WORDS = {
    Standing.OPEN: "Open",
    Standing.UNKNOWN: "Not known to be done",
    Standing.SAID: "Said to be done in draft notes",
    Standing.DONE: "Done",
}
_LOOKS = {
    Standing.OPEN: ("upcoming", "task"),
    Standing.UNKNOWN: ("unknown", "unknown"),
    Standing.SAID: ("draft", "draft"),
    Standing.DONE: ("minutes", "decided"),
}
"""Colour and drawing of each state; what is not known looks here as it does everywhere."""
ICONS = tuple(sorted(icon for _, icon in _LOOKS.values()))
"""The drawings that lists of actions need."""


def year_path(year: int) -> str:
    """Give the address of the list of a year's actions."""
    return f"actions/{year:04d}.html"


def has_ended(settings: Settings) -> bool:
    """Tell whether the calls of an archive have ended, so that nothing is overdue."""
    return settings.state == "closed"


def state_words(standing: Standing, settings: Settings) -> str:
    """Say what became of an action; where the calls have ended, an open one was left so."""
    if standing is Standing.OPEN and has_ended(settings):
        return "Left open"
    return _WORDS[standing]


def drawn_action(action: Action, page: str, settings: Settings) -> DrawnAction:
    """Give an action as lists on `page` draw it."""
    href = addresses.relative(action.place, page)
    call = (addresses.relative(action.call.path, page), action.call.title)
    draft = ", in draft notes" if action.in_draft else ""
    pieces = (
        *who_and_when(action),
        ("", "Taken on at "),
        call,
        ("", f"{draft}{_since(action)}. "),
        *closed_pieces(action, page),
    )
    chip = (*_LOOKS[action.standing], state_words(action.standing, settings))
    return chip, (href, action.text), _joined(pieces), action.name


def drawn_carried(action: Action, page: str) -> tuple[Link, tuple[Link, ...]]:
    """Give an action of an earlier call as the page of a later one draws it."""
    href = addresses.relative(action.place, page)
    draft = " in draft notes" if action.in_draft else ""
    taken = ("", f"From {loose_day(action.date)}{draft}.")
    return (href, action.text), _joined((*who_and_when(action), taken))


def told_on_call(action: Action, settings: Settings) -> tuple[Link, ...]:
    """Give what the page of an action's own call tells of it; which marks name it is said there beside it."""
    word = state_words(action.standing, settings)
    own = () if action.closed.title else closed_pieces(action, "")
    return _joined((*who_and_when(action), ("", f"{word}{_since(action)}. "), *own))


def who_and_when(action: Action) -> Iterator[Link]:
    """Say who took an action on, and when it is due, where that is told."""
    # Most begin with their owner, and once is enough.
    if action.owner and not action.text.startswith(f"{action.owner}: "):
        yield "", f"Who: {action.owner}. "
    if action.due:
        yield "", f"Due {loose_day(action.due)}{_passed(action)}. "


def closed_pieces(action: Action, page: str) -> Iterator[Link]:
    """Say where an action was closed, or said to be done."""
    said = (
        "Closed at " if action.standing is Standing.DONE else "Said to be done in draft notes of "
    )
    if action.closed.title:
        yield "", said
        yield addresses.relative(action.closed.path, page), action.closed.title
        yield "", ". "
    elif action.standing is Standing.DONE:
        yield "", "Its own line says so. "


def open_words(counts: Counts, settings: Settings) -> str:
    """Say how many actions nothing closed: `2 open and 3 not known to be done`."""
    return counts_words([each for each in counts if each[0] is not Standing.DONE], settings)


def counts_words(counts: Iterable[tuple[Standing, int]], settings: Settings) -> str:
    """Say how many actions there are of each state; states without any are left out."""
    told = (
        f"{number:,} {state_words(standing, settings).lower()}"
        for standing, number in counts
        if number
    )
    return enumeration(tuple(told))


def open_fact(here: OpenHere, page: str, settings: Settings) -> tuple[Fact, ...]:
    """Give the row of a series' or group's facts that leads to its open actions; no row where there are none."""
    words = open_words(here.counts, settings)
    href = addresses.relative(f"{INDEX}#{here.anchor}" if here.anchor else INDEX, page)
    return fact_links("Actions", ((href, words),)) if words else ()


def _passed(action: Action) -> str:
    if not action.passed:
        return ""
    return ", overdue" if action.standing is Standing.OPEN else ", which has passed"


def _since(action: Action) -> str:
    return f"; {plural(action.since, 'known call')} since" if action.since else ""


def _joined(pieces: Iterable[Link]) -> tuple[Link, ...]:
    """Join neighbouring pieces of plain text, and take the blank off the end."""
    found: list[Link] = []
    for href, words in pieces:
        if found and not href and not found[-1][0]:
            found[-1] = ("", found[-1][1] + words)
        else:
            found.append((href, words))
    if found and not found[-1][0]:
        found[-1] = ("", found[-1][1].rstrip())
    return tuple(piece for piece in found if piece[1])


@dataclass(frozen=True, slots=True)
class DrawnCarried:
    """What was open before a call, as templates draw it: each action, what is said of them all, and where all are.

    `folded` are the words behind which a long list is folded away, or empty.
    """

    items: tuple[tuple[Link, tuple[Link, ...]], ...]
    says: str
    register: str
    folded: str


def carried_list(carried: CarriedOver, page: str) -> DrawnCarried:
    """Give what was open before a call as its page draws it, the latest first."""
    items = tuple(drawn_carried(action, page) for action in reversed(carried.actions))
    along = "series" if carried.actions and carried.actions[0].line.startswith(SERIES) else "groups"
    which = (
        f"The latest {len(items)} of {carried.total:,} actions"
        if carried.total > len(items)
        else "Actions"
    )
    return DrawnCarried(
        items=items,
        says=f"{which} of earlier calls of the same {along} that were not known to be done.",
        register=addresses.relative(INDEX, page),
        folded=plural(len(items), "action") if len(items) > UNFOLDED else "",
    )
