"""What is said of actions: one place, so that the register, calls, series and groups say a thing alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.open_actions import SERIES
from generator.render.action_states import Action, CarriedOver, Counts, OpenHere, Standing
from generator.render.names import Link
from generator.render.record_foot import Fact, fact_links
from generator.render.words import enumeration, loose_day, sentence
from generator.settings import Settings
from generator.wording import N_, _, counted, number

INDEX = addresses.ACTIONS
UNFOLDED = 4
"""Most carried actions that the page of a call shows without folding them away."""

_CARRIED_SERIES = (
    N_("Actions of earlier calls of the same series that were not known to be done."),
    N_(
        "The latest {n} of {total} actions of earlier calls of the same series that were not known to be done."
    ),
)
_CARRIED_GROUPS = (
    N_("Actions of earlier calls of the same groups that were not known to be done."),
    N_(
        "The latest {n} of {total} actions of earlier calls of the same groups that were not known to be done."
    ),
)
"""What is said above actions of earlier calls: of all of them, and of the latest."""

DrawnAction = tuple[tuple[str, str, str], Link, tuple[Link, ...], str]
"""An action as templates draw it: its chip (hue, drawing, words), its link, more in pieces, and its name."""

_WORDS = {
    Standing.OPEN: N_("Open"),
    Standing.UNKNOWN: N_("Not known to be done"),
    Standing.SAID: N_("Said to be done in draft notes"),
    Standing.DONE: N_("Done"),
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
        return _("Left open")
    return _(_WORDS[standing])


def drawn_action(action: Action, page: str, settings: Settings) -> DrawnAction:
    """Give an action as lists on `page` draw it."""
    href = addresses.relative(action.place, page)
    call = (addresses.relative(action.call.path, page), action.call.title)
    pieces = (
        *who_and_when(action),
        *_linked(_taken_on(action), call),
        ("", " "),
        *closed_pieces(action, page),
    )
    chip = (*_LOOKS[action.standing], state_words(action.standing, settings))
    return chip, (href, action.text), _joined(pieces), action.name


def drawn_carried(action: Action, page: str) -> tuple[Link, tuple[Link, ...]]:
    """Give an action of an earlier call as the page of a later one draws it."""
    href = addresses.relative(action.place, page)
    said = _("From {date} in draft notes.") if action.in_draft else _("From {date}.")
    taken = ("", said.format(date=loose_day(action.date)))
    return (href, action.text), _joined((*who_and_when(action), taken))


def told_on_call(action: Action, settings: Settings) -> tuple[Link, ...]:
    """Give what the page of an action's own call tells of it; which marks name it is said there beside it."""
    word = state_words(action.standing, settings)
    own = () if action.closed.title else closed_pieces(action, "")
    said = ("", f"{sentence(_with_age(word, action))} ")
    return _joined((*who_and_when(action), said, *own))


def who_and_when(action: Action) -> Iterator[Link]:
    """Say who took an action on, and when it is due, where that is told."""
    # Most begin with their owner, and once is enough.
    if action.owner and not action.text.startswith(f"{action.owner}: "):
        said = _("Who: {owner}.")
        yield "", f"{said.format(owner=action.owner)} "
    if action.due:
        yield "", f"{_due(action).format(date=loose_day(action.due))} "


def closed_pieces(action: Action, page: str) -> Iterator[Link]:
    """Say where an action was closed, or said to be done."""
    is_done = action.standing is Standing.DONE
    if action.closed.title:
        said = _("Closed at {call}.") if is_done else _("Said to be done in draft notes of {call}.")
        there = (addresses.relative(action.closed.path, page), action.closed.title)
        yield from _linked(said, there)
        yield "", " "
    elif is_done:
        yield "", _("Its own line says so.")


def open_words(counts: Counts, settings: Settings) -> str:
    """Say how many actions nothing closed: `2 open and 3 not known to be done`."""
    return counts_words([each for each in counts if each[0] is not Standing.DONE], settings)


def counted_actions(count: int) -> str:
    """Give a number of actions: `1 action`, `12 actions`."""
    return counted("{n} action", "{n} actions", count)


def counts_words(counts: Iterable[tuple[Standing, int]], settings: Settings) -> str:
    """Say how many actions there are of each state; states without any are left out."""
    told = (
        _("{n} {state}").format(n=number(count), state=state_words(standing, settings).lower())
        for standing, count in counts
        if count
    )
    return enumeration(tuple(told))


def open_fact(here: OpenHere, page: str, settings: Settings) -> tuple[Fact, ...]:
    """Give the row of a series' or group's facts that leads to its open actions; no row where there are none."""
    words = open_words(here.counts, settings)
    href = addresses.relative(f"{INDEX}#{here.anchor}" if here.anchor else INDEX, page)
    return fact_links(_("Actions"), ((href, words),)) if words else ()


def _due(action: Action) -> str:
    """Give the sentence about the day until when an action is due; the day itself stands in it as a placeholder."""
    if not action.passed:
        return _("Due {date}.")
    return (
        _("Due {date}, overdue.")
        if action.standing is Standing.OPEN
        else _("Due {date}, which has passed.")
    )


def _taken_on(action: Action) -> str:
    """Give the sentence about the call that took an action on, which stands in it as a placeholder."""
    said = _("Taken on at {call}, in draft notes") if action.in_draft else _("Taken on at {call}")
    return sentence(_with_age(said, action))


def _with_age(said: str, action: Action) -> str:
    """Say beside something how many calls were held since."""
    if not action.since:
        return said
    since = counted("{n} known call", "{n} known calls", action.since)
    return _("{said}; {calls} since").format(said=said, calls=since)


def _linked(said: str, there: Link) -> Iterator[Link]:
    """Part a sentence at the placeholder of a call into plain text and a link to it."""
    before, _mark, after = said.partition("{call}")
    yield "", before
    yield there
    yield "", after


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
    first = carried.actions[0].line if carried.actions else ""
    all_of_them, latest = _CARRIED_SERIES if first.startswith(SERIES) else _CARRIED_GROUPS
    says = (
        _(latest).format(n=number(len(items)), total=number(carried.total))
        if carried.total > len(items)
        else _(all_of_them)
    )
    return DrawnCarried(
        items=items,
        says=says,
        register=addresses.relative(INDEX, page),
        folded=counted_actions(len(items)) if len(items) > UNFOLDED else "",
    )
