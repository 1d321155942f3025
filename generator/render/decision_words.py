"""What is said of an outcome in the register: its word, icon and colour, how it was decided, and whether it holds.

What was only proposed shares neither word, icon nor colour with what was decided.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

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
from generator.render.words import SEEN, capital, enumeration, plural
from generator.settings import Settings

STANDINGS = {
    Standing.IN_FORCE: State("Decided", "decided", "minutes", "It was decided."),
    Standing.SUPERSEDED: State(
        "Superseded", "superseded", "expired", "It was decided, and a later decision supersedes it."
    ),
    Standing.PROPOSED: State("Proposed", "proposed", "missing", "It was not decided."),
    Standing.OTHER: State(
        "Outcome", "outcome", "summary", "It was told, welcomed or left open, and not decided."
    ),
    Standing.DRAFT: State(
        "In a draft", "draft", "draft", "It stands in draft notes, which decide nothing."
    ),
}
"""How each standing is shown."""
HOLDING = "No later decision in this archive supersedes one of these, unless its row says so."
"""Said once above decisions, so that no row has to."""

_METHODS = {
    "consensus": "By consensus",
    "unanimous": "Unanimously",
    "modified consensus": "By modified consensus",
    "consented": "By consent",
}


def word_of(outcome: Outcome) -> str:
    """Give the word of an outcome's chip."""
    return standing_word(outcome.standing, outcome.word)


def standing_word(standing: Standing, word: str) -> str:
    """Give the word of a chip: a draft's says that it is one, and a decision without an outcome word is decided."""
    if standing is Standing.DRAFT:
        return f"{STANDINGS[Standing.DRAFT].word}: {word or 'no outcome word'}"
    if standing is Standing.SUPERSEDED:
        return f"{STANDINGS[Standing.SUPERSEDED].word}: {word or 'decided'}"
    return capital(word) or STANDINGS[standing].word


def method_words(outcome: Outcome) -> str:
    """Say how something was decided; empty for what was not."""
    match outcome.method:
        case Method.CONSENSUS:
            said = _METHODS[outcome.word]
        case Method.VOTE:
            said = "By vote"
        case Method.AGREEMENT:
            said = "By agreement"
        case Method.NOT_TOLD:
            said = "How it was decided is not told"
        case None:
            return ""
    counted = counts_words(outcome.tally) if outcome.tally else ""
    return f"{said}: {counted}." if counted else f"{said}."


def counts_words(tally: Tally) -> str:
    """Give what was counted in one line: `yes 41, no 3, 2 blocks`; nothing where no number is told."""
    answers = [f"{one.text} {one.count:,}" for one in tally.answers if one.count is not None]
    if tally.blocks is not None:
        answers.append(plural(tally.blocks, "block"))
    if tally.stand_asides is not None:
        answers.append(plural(tally.stand_asides, "stand-aside"))
    return ", ".join(answers)


def standing_words(outcome: Outcome, settings: Settings) -> str:
    """Say whether a decision holds, and no more than this archive knows; of a superseded one links say it."""
    if outcome.standing is not Standing.IN_FORCE:
        return "" if outcome.is_decided else STANDINGS[outcome.standing].sentence
    if settings.state == "closed" or outcome.is_partly_seen:
        return "No later decision in this archive supersedes it."
    return "In force, as far as this archive knows."


def short_standing(outcome: Outcome, settings: Settings) -> str:
    """Say in a list whether a decision holds; headings, `HOLDING` and the chip of its row say all else."""
    is_open = settings.state == "closed" or outcome.is_partly_seen
    return "In force." if outcome.standing is Standing.IN_FORCE and not is_open else ""


def basis_words(outcome: Outcome) -> str:
    """Say what an outcome rests on where that is less than minutes and sources seen in full."""
    if not outcome.is_partly_seen:
        return ""
    summary = outcome.state is NotesState.SUMMARY
    rests = "From a summary, not the minutes" if summary else "From minutes"
    if outcome.evidence is Evidence.COMPLETE:
        return f"{rests}."
    return f"{rests}; {SEEN[outcome.evidence]}."


def count_standings(outcomes: Iterable[Outcome]) -> dict[Standing, int]:
    """Count outcomes by standing, in the order of the standings; zeros are kept."""
    found = dict.fromkeys(Standing, 0)
    for outcome in outcomes:
        found[outcome.standing] += 1
    return found


def part_sentence(outcomes: Iterable[Outcome]) -> str:
    """Count what was decided and how much of it is superseded, for the line that leads to a part of the register."""
    return _in_part(count_standings(outcomes))


def _in_part(found: Mapping[Standing, int]) -> str:
    decided, gone = (
        found[Standing.IN_FORCE] + found[Standing.SUPERSEDED],
        found[Standing.SUPERSEDED],
    )
    first = plural(decided, "decision") if decided else "nothing decided"
    rest = sum(found.values()) - decided
    past = f" ({gone:,} superseded)" if gone else ""
    other = f"{plural(rest, 'outcome')} not decided" if rest else ""
    return enumeration([words for words in (f"{first}{past}", other) if words])


def parts_in_words(archive: PublicArchive) -> dict[tuple[str, str], str]:
    """Count what was decided on the calls of each group, series and hub, by kind and id."""
    return once(archive, _parts_in_words)


def _parts_in_words(archive: PublicArchive) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], Counter[Standing]] = {}
    for call, standing in standings_in(archive):
        for key in keys_of(group_ids(call), call.series, call.hubs):
            found.setdefault(key, Counter())[standing] += 1
    return {key: _in_part(counts) for key, counts in found.items()}


def decisions_fact(key: tuple[str, str], words: str, page: str) -> tuple[Fact, ...]:
    """Give the line on a record's page that leads to its part of the register; none where there is no outcome."""
    path = addresses.relative(part_path(*key), page)
    return fact_links("Decisions", ((path, capital(words)),)) if words else ()


def counts_sentence(outcomes: Iterable[Outcome]) -> str:
    """Count outcomes by standing in one sentence or two."""
    standings = count_standings(outcomes)
    decided = standings[Standing.IN_FORCE] + standings[Standing.SUPERSEDED]
    gone = standings[Standing.SUPERSEDED]
    first = plural(decided, "decision") if decided else "No decision"
    past = f"{gone:,} of them superseded" if gone else ""
    found = (
        (
            standings[Standing.PROPOSED],
            f"{standings[Standing.PROPOSED]:,} proposed and not decided",
        ),
        (standings[Standing.OTHER], plural(standings[Standing.OTHER], "other outcome")),
        (standings[Standing.DRAFT], f"{standings[Standing.DRAFT]:,} in draft notes"),
    )
    rest = [words for number, words in found if number]
    apart = f" Apart from that: {enumeration(rest)}." if rest else ""
    return f"{', '.join(part for part in (first, past) if part)}.{apart}"
