"""Finds what became of a proposal in the words of its mark: in the last brackets, in a last sentence, on the next line.

Strict in meaning: an outcome counts as adopted only where it stands by itself and nothing around it says otherwise; two
that contradict each other are unclear.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from generator.load.marks.doubts import (
    hangs,
    is_blocked,
    is_doubted,
    is_nothing,
    is_taken_back,
    is_votes,
)
from generator.load.marks.last_brackets import closing_groups
from generator.load.marks.no_decision import says_none
from generator.load.marks.outcome_words import Phrase, phrase_at
from generator.load.marks.segments import Segment, segments_of
from generator.model import outcomes
from generator.model.minutes import MarkKind

UNCLEAR = "unclear"
_HARD = frozenset({"not taken", "left open", "rejected", "tabled", "blocked", "withdrawn"})
"""Words that contradict an adoption wherever they stand."""
_LONGEST = 4000
"""Letters of a mark in whose words an outcome is still looked for; one that goes on longer is a text of its own."""
_LONGEST_VOTES = 200
_MOST_VOTES = 4
_VOTES_END = re.compile(r"[,;:]\s{1,3}")
_OTHERWISE = re.compile(r"otherwise (?=consensus|consented|agreed)", re.IGNORECASE)
_BETWEEN = re.compile(r"\)\s{0,3}\(|\]\s{0,3}\[")
_CHECKED = re.compile(r"(?:check|poll|sondeo|termómetro)\Z", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_EDGE = " \t\u00a0-–—=>→⇒:;([*_/|"
_LEAD = re.compile(r"[\s*_\"'“«(=>→⇒–—-]{0,12}")
_GOES_ON = re.compile(
    r"\s*(?:[,;:.!()–—-]|(?:until|till|to|by|for|because|at|on|from|as|with|this|again|pending|since|due|yet|still|in|next|today|tonight"
    r"|after|yesterday|and|but|hasta|para|por|de|del|a|al|en|con|porque)\b)",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:is|are|was|were|been|be|gets?|got|fue|fueron|se)\s+(?:also\s+|only\s+|just\s+|then\s+)?(?=[a-záéíóú])",
    re.IGNORECASE,
)
_WENT = re.compile(r"(?:then |and |so ){0,2}we (?:went|came|go|come) back\b", re.IGNORECASE)
_SETTLED = re.compile(
    r"(?:(?:we|it\s+was|the\s+(?:call|group|assembly)|everyone|all|se)\s+)?(?:(?P<agreed>agreed|acordó|acordado)"
    r"|(?P<decided>decided|decidió|decidido)|(?P<consensus>(?:reached\s+)?consensus))\s*(?::\s+(?=\S)"
    r"|(?:to|that|on|upon|que)\s+(?!(?:disagree|discuss|revisit|consider|think|look|continue|talk|explore|come\s+back|table"
    r"|postpone|defer|wait|nothing|keep\s+talking|not\s+decide)\b))",
    re.IGNORECASE,
)


class Became(NamedTuple):
    """What became of a mark, by a word of the list, and where that was said: `start` and `end` count from 0.

    `cut` is where the mark's own words end, `note` what else was said of the outcome. `is_doubted` tells of an outcome
    that was said and cannot be sworn to.
    """

    word: str
    start: int
    end: int
    cut: int
    note: str = ""
    is_doubted: bool = False


def what_became(text: str, breaks: Sequence[int], kind: MarkKind) -> Became | None:
    """Give what became of a mark from its words, or nothing where they do not tell; `breaks` are starts of lines."""
    groups = closing_groups(text)
    said = next(filter(None, (_in_brackets(text, group, groups) for group in groups)), None)
    if len(text) > _LONGEST:
        return said or Became(UNCLEAR, 0, len(text), len(text), "", True)
    if said and said.word not in outcomes.ADOPTED:
        return said
    segments = segments_of(text, breaks)
    if said:
        # Only an adoption can be contradicted, and only by what stands before it.
        before = takewhile(lambda each: each.start < said.cut, segments)
        return _agreeing(said, filter(None, (_in_segment(text, each) for each in before)))
    found = [one for one in (_in_segment(text, each) for each in segments) if one]
    if any(one.word != "left open" for one in found):
        return _chosen(text, found)
    other = _at_the_start(text, kind) or next(_behind_commas(text), None)
    return _chosen(text, found) if found and not (other and not other.is_doubted) else other


def is_only_outcome(line: str) -> bool:
    """Tell whether a line says what became of something and nothing else: `CONSENSUS`, `=> passed 41 to 3`."""
    start = _LEAD.match(line)
    begin = start.end() if start else 0
    bare = line.rstrip(" *_.)!")
    phrase = phrase_at(line, begin, len(bare))
    if not phrase or "?" in line or _WENT.match(line, begin):
        return False
    rest = line[phrase.end : len(bare)]
    return is_votes(rest) or (phrase.word in _HARD and _GOES_ON.match(rest) is not None)


def outcome_in(said: str) -> Became | None:
    """Give what brackets alone say became of a mark, such as those behind its label."""
    return _of_phrase(said, phrase_at(said, 0, len(said)), len(said), 0)


def _in_brackets(text: str, group: tuple[int, int], groups: list[tuple[int, int]]) -> Became | None:
    start, end = group[0] + 1, group[1] - 1
    phrase = phrase_at(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    votes = ""
    if not phrase:
        phrase = _behind_votes(text, start, end)
        votes = text[start : phrase.start] if phrase else ""
    last = groups[0][1] - 1
    became = _of_phrase(text, phrase, last if last > end else end, group[0])
    if became and votes:
        return became._replace(note=_as_note(f"{votes.strip(' ,;:–—')}, {became.note}"))
    return became


def _behind_votes(text: str, start: int, end: int) -> Phrase | None:
    """Give an outcome that follows the votes: `41 to 3, passed`."""
    said = text[start:end]
    if start == end or not ("," in said or ";" in said or ":" in said):
        return None
    for sign in islice(_VOTES_END.finditer(said), _MOST_VOTES):
        votes = text[start : start + sign.start()]
        if is_votes(votes):
            # Those who stood aside were the only ones who did not join in; a block is another thing.
            rest = _OTHERWISE.match(text, start + sign.end()) if "block" not in votes else None
            phrase = phrase_at(text, rest.end() if rest else start + sign.end(), end)
            if phrase:
                return phrase
    return None


def _telling(text: str, phrase: Phrase | None, end: int) -> Phrase | None:
    """Give what says more than "no consensus" where it follows behind a comma: `no consensus, blocked by one`."""
    comma = _COMMA.match(text, phrase.end, end) if phrase and phrase.word == "left open" else None
    more = phrase_at(text, comma.end(), end) if comma else None
    return more if more and more.word in _HARD else phrase


def _of_phrase(text: str, phrase: Phrase | None, end: int, cut: int) -> Became | None:
    """Give what an outcome in brackets says: what follows it is free behind a sign, and votes anywhere."""
    phrase = _telling(text, phrase, end)
    if not phrase:
        return None
    rest = text[phrase.end : end]
    note = _as_note(rest)
    if phrase.word in outcomes.ADOPTED:
        is_free = not rest.strip() or rest.lstrip()[0] in ";,:.–—-()[]" or is_votes(rest)
        if not is_free or is_doubted(rest) or is_blocked(rest, phrase.word in outcomes.OF_ONE_MIND):
            return Became(UNCLEAR, phrase.start, phrase.end, cut, note, is_doubted=True)
    elif phrase.word == "left open" and _is_bare(text, phrase) and not _may_go_on(rest):
        return None
    return Became(phrase.word, phrase.start, phrase.end, cut, note)


def _is_bare(text: str, phrase: Phrase) -> bool:
    return text[phrase.start : phrase.end].lower() in ("open", "abierto", "abierta")


def _may_go_on(rest: str) -> bool:
    return not rest.strip() or is_votes(rest) or _GOES_ON.match(rest) is not None


def _as_note(rest: str) -> str:
    note = _BETWEEN.sub("; ", rest).strip(" \t;,:.–—-*_")
    unclosed = note.startswith("(") and ")" not in note
    note = note[1:] if unclosed else note
    return note.removesuffix(")") if note.count(")") > note.count("(") else note


def _in_segment(text: str, segment: Segment) -> Became | None:
    """Give the outcome that a stretch of a text says by itself; what begins the text is the matter and no outcome."""
    if not text[: segment.start].strip(_EDGE):
        return None
    lead = _LEAD.match(text, segment.start, segment.end)
    start = lead.end() if lead else segment.start
    phrase = phrase_at(text, start, segment.end) or _behind_votes(text, start, segment.end)
    phrase = _telling(text, phrase, segment.end)
    if not phrase:
        return None
    rest = text[phrase.end : segment.end]
    cut = len(text[: segment.before + 1].rstrip(_EDGE)) if segment.before else 0
    said = text[start : phrase.start]
    votes = f"{said.strip(' ,;:–—')}, " if any(sign.isdigit() for sign in said) else ""
    note = _as_note(votes + text[phrase.end :])
    became = Became(phrase.word, phrase.start, phrase.end, cut, note)
    if phrase.word in outcomes.ADOPTED:
        return _adopted(text, segment, became, rest)
    if phrase.word in _HARD:
        return became if _may_go_on(rest) else None
    return became if is_votes(rest) or _GOES_ON.match(rest) else None


def _adopted(text: str, segment: Segment, became: Became, rest: str) -> Became | None:
    """Give an adoption that stands by itself, doubted where it is asked for or something hangs on it."""
    later = text[segment.end :]
    if segment.is_bracket and (len(later) > _LONGEST_VOTES or not is_votes(later)):
        return None
    unclear = became._replace(word=UNCLEAR, is_doubted=True)
    if _CHECKED.search(text, max(0, segment.before - 20), segment.before):
        return None
    if segment.is_asked or is_blocked(rest, became.word in outcomes.OF_ONE_MIND):
        return unclear
    if not is_votes(rest):
        if not rest.lstrip().startswith((",", "(")):
            return None
        if is_doubted(rest):
            return unclear
    return became


def _behind_commas(text: str) -> Iterator[Became]:
    """Give outcomes behind a comma, if they are no adoption: `meet every week, no decision`."""
    for comma in _COMMA.finditer(text):
        phrase = phrase_at(text, comma.end(), len(text))
        if phrase and phrase.word in _HARD and is_votes(text[phrase.end : phrase.end + 80]):
            yield Became(phrase.word, phrase.start, phrase.end, len(text), "")


def _agreeing(said: Became, others: Iterable[Became]) -> Became:
    """Give the adoption in the last brackets, unclear where what stands before them was not adopted."""
    for one in others:
        if one.start < said.cut and (one.word in _HARD or one.is_doubted):
            return said._replace(word=UNCLEAR, is_doubted=True)
    return said


def _chosen(text: str, found: Sequence[Became]) -> Became:
    """Give the one outcome of those that were found: the last, but none where they contradict each other."""
    doubted = [one for one in found if one.is_doubted]
    if doubted:
        return doubted[0]
    adopted = [one for one in found if one.word in outcomes.ADOPTED]
    others = [one for one in found if one.word not in outcomes.ADOPTED]
    if adopted and any(one.word in _HARD for one in others):
        return adopted[0]._replace(word=UNCLEAR, is_doubted=True)
    if adopted and is_taken_back(text[adopted[0].end :]):
        return adopted[0]._replace(word=UNCLEAR, is_doubted=True)
    if adopted:
        return adopted[-1]._replace(cut=adopted[0].cut)
    # "No decision" says less than what else is told of a proposal.
    telling = [one for one in others if one.word != "left open"]
    return (telling or others)[-1]._replace(cut=others[0].cut)


def _at_the_start(text: str, kind: MarkKind) -> Became | None:
    """Give what the words of a mark say became of it where they begin with that, or tell it in passing."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    phrase = phrase_at(text, start, len(text))
    rest = text[phrase.end :] if phrase else ""
    if phrase and phrase.word not in outcomes.ADOPTED:
        is_soft = phrase.word not in _HARD
        if _may_go_on(rest) or (is_soft and kind is MarkKind.DECISION):
            return Became(phrase.word, phrase.start, phrase.end, len(text))
    if kind is MarkKind.DECISION:
        if is_nothing(text):
            return Became("left open", 0, len(text), len(text))
        return Became(UNCLEAR, 0, len(text), len(text), "", True) if says_none(text) else None
    return _in_passing(text) if kind is MarkKind.OUTCOME else None


def _in_passing(text: str) -> Became | None:
    """Give what a sentence says of itself: `Agreed to meet weekly`, `assemblies are encouraged to write`."""
    settled = _SETTLED.match(text)
    if settled and not (hangs(text) or is_taken_back(text) or is_nothing(text[settled.end() :])):
        word = next(name for name, said in settled.groupdict().items() if said)
        start, end = settled.span(word)
        behind = settled.end() if ":" in settled[0] else 0
        return (
            Became(word, start, end, len(text), "")
            if not behind
            else Became(word, start, end, -behind)
        )
    for verb in _SOFT.finditer(text):
        phrase = phrase_at(text, verb.end(), len(text))
        if phrase and phrase.word not in outcomes.ADOPTED:
            return Became(phrase.word, phrase.start, phrase.end, len(text))
    return None
