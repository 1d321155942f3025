"""What is said of an outcome in the register: its word, icon and colour, how it was decided, and whether it holds.

What was only proposed shares neither word, icon nor colour with what was decided.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from generator import addresses
from generator.privacy.public import Evidence, NotesState, PublicArchive, Tally
from generator.render.belonging import group_ids
from generator.render.decision_register import (
    Method,
    Outcome,
    Standing,
    keys_of,
    part_path,
    standings_in,
)
from generator.render.once import once
from generator.render.record_foot import Fact, fact_links
from generator.render.states import State
from generator.render.words import SEEN, capital, enumeration, sentence
from generator.settings import Settings
from generator.wording import N_, _, counted, number

_CALL = itemgetter(0)
STANDINGS = {
    Standing.IN_FORCE: State(N_("Decided"), "decided", "minutes", N_("It was decided.")),
    Standing.SUPERSEDED: State(
        N_("Superseded"),
        "superseded",
        "expired",
        N_("It was decided, and a later decision supersedes it."),
    ),
    Standing.PROPOSED: State(N_("Proposed"), "proposed", "missing", N_("It was not decided.")),
    Standing.OTHER: State(
        N_("Outcome"),
        "outcome",
        "summary",
        N_("It was told, welcomed or left open, and not decided."),
    ),
    Standing.DRAFT: State(
        N_("In a draft"),
        "draft",
        "draft",
        N_("It stands in draft notes, which decide nothing."),
    ),
}
"""How each standing is shown."""
HOLDING = N_("No later decision in this archive supersedes one of these, unless its row says so.")
"""Said once above decisions, so that no row has to."""

_METHODS = {
    "consensus": N_("By consensus"),
    "unanimous": N_("Unanimously"),
    "modified consensus": N_("By modified consensus"),
    "consented": N_("By consent"),
}
OUTCOME_WORDS = (
    N_("consensus"),
    N_("unanimous"),
    N_("modified consensus"),
    N_("consented"),
    N_("passed"),
    N_("passed as amended"),
    N_("agreed"),
    N_("decided"),
    N_("accepted"),
    N_("ratified"),
    N_("proposed"),
    N_("suggested"),
    N_("encouraged"),
    N_("favoured"),
    N_("collected"),
    N_("discussed"),
    N_("reported"),
    N_("announced"),
    N_("noted"),
    N_("left open"),
    N_("tabled"),
    N_("blocked"),
    N_("rejected"),
    N_("withdrawn"),
    N_("not taken"),
    N_("unclear"),
)
"""What became of something, in the words under which it is read from notes; data files have them as they are here."""


def word_of(outcome: Outcome) -> str:
    """Give the word of an outcome's chip."""
    return standing_word(outcome.standing, outcome.word)


def standing_word(standing: Standing, word: str) -> str:
    """Give the word of a chip: a draft's says that it is one, and a decision without an outcome word is decided."""
    if standing is Standing.DRAFT:
        return _("In a draft: {word}").format(word=_(word) if word else _("no outcome word"))
    if standing is Standing.SUPERSEDED:
        return _("Superseded: {word}").format(word=_(word or "decided"))
    return capital(_(word)) if word else STANDINGS[standing].word


def method_words(outcome: Outcome) -> str:
    """Say how something was decided; empty for what was not."""
    match outcome.method:
        case Method.CONSENSUS:
            said = _(_METHODS[outcome.word])
        case Method.VOTE:
            said = _("By vote")
        case Method.AGREEMENT:
            said = _("By agreement")
        case Method.NOT_TOLD:
            said = _("How it was decided is not told")
        case None:
            return ""
    told = counts_words(outcome.tally) if outcome.tally else ""
    if told:
        return _("{method}: {counts}.").format(method=said, counts=told)
    return sentence(said)


def counts_words(tally: Tally) -> str:
    """Give what was counted in one line: `yes 41, no 3, 2 blocks`; nothing where no number is told."""
    answers = [f"{one.text} {number(one.count)}" for one in tally.answers if one.count is not None]
    if tally.blocks is not None:
        answers.append(counted("{n} block", "{n} blocks", tally.blocks))
    if tally.stand_asides is not None:
        answers.append(counted("{n} stand-aside", "{n} stand-asides", tally.stand_asides))
    return ", ".join(answers)


def standing_words(outcome: Outcome, settings: Settings) -> str:
    """Say whether a decision holds, and no more than this archive knows; of a superseded one links say it."""
    if outcome.standing is not Standing.IN_FORCE:
        return "" if outcome.is_decided else STANDINGS[outcome.standing].sentence
    if settings.state == "closed" or outcome.is_partly_seen:
        return _("No later decision in this archive supersedes it.")
    return _("In force, as far as this archive knows.")


def short_standing(outcome: Outcome, settings: Settings) -> str:
    """Say in a list whether a decision holds; headings, `HOLDING` and the chip of its row say all else."""
    is_open = settings.state == "closed" or outcome.is_partly_seen
    return _("In force.") if outcome.standing is Standing.IN_FORCE and not is_open else ""


def basis_words(outcome: Outcome) -> str:
    """Say what an outcome rests on where that is less than minutes and sources seen in full."""
    if not outcome.is_partly_seen:
        return ""
    summary = outcome.state is NotesState.SUMMARY
    if outcome.evidence is Evidence.COMPLETE:
        return _("From a summary, not the minutes.") if summary else _("From minutes.")
    rests = _("From a summary, not the minutes; {seen}.") if summary else _("From minutes; {seen}.")
    return rests.format(seen=_(SEEN[outcome.evidence]))


def count_standings(outcomes: Iterable[Outcome]) -> dict[Standing, int]:
    """Count outcomes by standing, in the order of the standings; zeros are kept."""
    return _counted([outcome.standing for outcome in outcomes])


def _counted(found: list[Standing]) -> dict[Standing, int]:
    # A dictionary that counts would ask each standing for its hash, and lists compare them by what they are.
    return {standing: found.count(standing) for standing in Standing}


def part_sentence(outcomes: Iterable[Outcome]) -> str:
    """Count what was decided and how much of it is superseded, for the line that leads to a part of the register."""
    return _in_part(count_standings(outcomes))


def _in_part(found: Mapping[Standing, int]) -> str:
    decided, gone = (
        found[Standing.IN_FORCE] + found[Standing.SUPERSEDED],
        found[Standing.SUPERSEDED],
    )
    rest = sum(found.values()) - decided
    first = counted_decisions(decided) if decided else _("no decision on record")
    if gone:
        first = _("{decisions} ({n} superseded)").format(decisions=first, n=number(gone))
    if not rest:
        return first
    other = counted("{n} outcome not decided", "{n} outcomes not decided", rest)
    return enumeration((first, other))


def counted_decisions(count: int) -> str:
    """Give a number of decisions: `1 decision`, `12 decisions`."""
    return counted("{n} decision", "{n} decisions", count)


def counted_outcomes(count: int) -> str:
    """Give a number of outcomes: `1 outcome`, `12 outcomes`."""
    return counted("{n} outcome", "{n} outcomes", count)


def parts_in_words(archive: PublicArchive) -> dict[tuple[str, str], str]:
    """Count what was decided on the calls of each group, series and hub, by kind and id."""
    return once(archive, _parts_in_words)


def _parts_in_words(archive: PublicArchive) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], list[Standing]] = {}
    for call, standings in groupby(standings_in(archive), key=_CALL):
        own = [standing for _call, standing in standings]
        for key in keys_of(group_ids(call), call.series, call.hubs):
            found.setdefault(key, []).extend(own)
    return {key: _in_part(_counted(own)) for key, own in found.items()}


def decisions_fact(key: tuple[str, str], words: str, page: str) -> tuple[Fact, ...]:
    """Give the line on a record's page that leads to its part of the register; none where there is no outcome."""
    path = addresses.relative(part_path(*key), page)
    return fact_links(_("Decisions"), ((path, capital(words)),)) if words else ()


def counts_sentence(outcomes: Iterable[Outcome]) -> str:
    """Count outcomes by standing in one sentence or two."""
    standings = count_standings(outcomes)
    decided = standings[Standing.IN_FORCE] + standings[Standing.SUPERSEDED]
    gone = standings[Standing.SUPERSEDED]
    first = sentence(counted_decisions(decided) if decided else _("No decision on record"))
    if gone:
        first = _("{decisions}, {n} of them superseded.").format(
            decisions=counted_decisions(decided), n=number(gone)
        )
    rest = _not_decided(standings)
    if not rest:
        return first
    return _("{decisions} Apart from that: {others}.").format(
        decisions=first, others=enumeration(rest)
    )


def _not_decided(standings: Mapping[Standing, int]) -> list[str]:
    """Count what was not decided, each standing that there is in a few words."""
    proposed, other, draft = (
        standings[each] for each in (Standing.PROPOSED, Standing.OTHER, Standing.DRAFT)
    )
    said = (
        (
            proposed,
            counted("{n} proposed and not decided", "{n} proposed and not decided", proposed),
        ),
        (other, counted("{n} other outcome", "{n} other outcomes", other)),
        (draft, counted("{n} in draft notes", "{n} in draft notes", draft)),
    )
    return [words for count, words in said if count]
