"""Finds the answers of a poll in a line of words, in items of a list and in the note of an outcome.

It is strict: a number that may be a date, an hour or a name is no answer, and where one part cannot be read none is.
"""

import re
from collections import Counter
from typing import NamedTuple

from generator.load.marks.answer_words import (
    BLOCKED_BY,
    ENDING,
    OF_ALL,
    PLUS,
    TOKEN,
    VOTE,
    WORD_AND_NUMBER,
    Token,
    answer,
    may_tell,
    number,
    token_of,
)
from generator.model.minutes import Answer, Side

MOST = 100
"""More answers than this are no poll."""
LONGEST = 4000
"""A longer line is a story, and no question with its answers."""
_LONGEST_END = 60
_PARTS = re.compile(r",(?![0-9]{3}(?![0-9]))|\s/\s|\s\|\s")
_GAP = re.compile(r"[\s,;/|·•&.()\[\]–—-]{0,4}(?:(?:and|y|e|with|con|plus)\s)?", re.IGNORECASE)
_CLAUSES = re.compile(r";|,(?![0-9]{3}(?![0-9]))|(?:\A|\s)(?:and|y|with|con|w/)\s", re.IGNORECASE)
_NO_NUMBER_BEFORE = re.compile(
    r"(?:[0-9]|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre|mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|hr|h\.r|bill|no|nr|room|route|page|act|article|section|chapter|draft"
    r"|option|item|point|group|team|line|bus|gate|version|at|by|until|from|since))\.?\Z",
    re.IGNORECASE,
)
"""Words before a dash or a bracket that make a number a date or a name."""
_DAY_NAME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\Z",
    re.IGNORECASE,
)
"""Words of these that a number is no date behind, if a total is told too."""
_LAST_DAY = 31
_YEARS = range(1900, 2100)


class Told(NamedTuple):
    """What was told: the words before it, answers, and numbers apart by the name of their field in `Tally`."""

    before: str = ""
    answers: tuple[Answer, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()


def answers_in_line(text: str) -> Told:
    """Read `march in the evening? yes 41, no 3`; without answers that are sure, the numbers apart or nothing."""
    if len(text) > LONGEST or not may_tell(text):
        return Told()
    plain = " ".join(text.split())
    return _in_a_chat(plain) or _in_segments(plain) or _in_a_run(plain) or Told()


def _in_a_chat(text: str) -> Told | None:
    """Count `record at all? +1 +1 -1`, where each sign is one answer."""
    question, mark, rest = text.rpartition("?")
    signs = rest.replace(",", " ").split()
    if len(signs) < 3 or not all(PLUS.fullmatch(sign) for sign in signs):
        return None
    votes = [answer(sign, str(count)) for sign, count in Counter(signs).items()]
    return Told(question + mark, tuple(votes))


def _in_segments(text: str) -> Told | None:
    """Read `which hall? Mill Town: 14, Ferry Point: 3`: two answers at least, and three where no question is asked."""
    question, mark, rest = text.rpartition("?")
    if not mark and text.count(":") == 1:
        question, mark, rest = text.partition(":")
        return _parted(question + mark, rest, 3)
    return _parted(question + mark, rest, 2)


def _parted(before: str, rest: str, least: int) -> Told | None:
    """Read parts that are all answers, behind a question or nothing, where there are enough to leave no doubt."""
    whole = rest.strip().strip("().")
    parts = [part.strip() for part in (whole.split(";") if ";" in rest else _PARTS.split(whole))]
    if not least <= len(parts) <= MOST:
        return None
    if not before and parts[0].count(":") > 1:
        before, _, parts[0] = parts[0].partition(": ")
    clauses = [_clause(part) for part in parts]
    total = next((one.number for one in clauses if one and one.apart == "total"), None)
    told = [
        one or _ended(part, ":=") or _worded(part, before, total is not None)
        for one, part in zip(clauses, parts, strict=True)
    ]
    tokens = [token for token in told if token]
    texts = {token.answer.text.lower() for token in tokens if token.answer}
    if len(tokens) < len(parts) or len(texts) < 2 or _may_be_dates(tokens, total):
        return None
    return _told(before, tokens)


def _in_a_run(text: str) -> Told | None:
    """Read answers in words that everybody uses, one behind the other to the end of the line."""
    run: list[re.Match[str]] = []
    for found in TOKEN.finditer(text):
        gap = text[run[-1].end() : found.start()] if run else ""
        if run and not (len(gap) < 12 and _GAP.fullmatch(gap)):
            run = []
        run.append(found)
    if not run or len(run) > MOST:
        return None
    before, after = text[: run[0].start()].rstrip(), text[run[-1].end() :]
    told = _told(before.rstrip("( –—-"), [token_of(found) for found in run])
    if not _may_stand(told, before, after):
        return None
    # Words behind the answers, as in `a few did not answer`, belong to the result: the text is shown whole.
    return told._replace(before="") if any(sign.isalpha() for sign in after) else told


def _may_stand(told: Told, before: str, after: str) -> bool:
    """Tell whether words around a run leave no doubt that it is the whole of what was counted."""
    if any(sign.isdigit() for sign in after):
        return False
    last = re.split("[,;/|]", before.rstrip(",;/|"))[-1] if before.endswith((",", ";", "/")) else ""
    if any(sign.isdigit() for sign in last):
        return False
    if len({one.text.lower() for one in told.answers}) > 1:
        return True
    alone = not before or before.endswith(("?", ":", ".", ";", "(", "–", "—", "-"))
    return alone and not any(sign.isalpha() for sign in after)


def answers_in_items(items: tuple[str, ...]) -> Told:
    """Read items of a list, each with its number; those without keep their words, if any other has a number."""
    if len(items) > MOST:
        return Told()
    plain = [" ".join(item.split()) for item in items]
    sure = [_clause(item) or _ended(item, ":=.…|") for item in plain]
    likely = [None if one else _ended(item, "([-–—") for one, item in zip(sure, plain, strict=True)]
    found = [one or other for one, other in zip(sure, likely, strict=True)]
    enough = any(sure) or 2 * sum(bool(one) for one in likely) >= len(plain)
    if not enough:
        return Told()
    return _told(
        "", [one or Token(Answer(item, None)) for one, item in zip(found, plain, strict=True)]
    )


def answers_in_note(note: str, is_for: bool) -> Told:
    """Read `2 blocks, 3 stand-asides` and `41 to 3`; two numbers alone are yes and no only if it was carried."""
    if len(note) > LONGEST or not may_tell(note):
        return Told()
    tokens: list[Token] = []
    clauses = [" ".join(clause.split()).strip("(). ") for clause in _CLAUSES.split(note)]
    for clause in clauses[:MOST]:
        told = _clause(clause)
        tokens += [told] if told else _votes(clause, is_for)
    return _told("", tokens)


def _votes(clause: str, is_for: bool) -> list[Token]:
    vote = VOTE.fullmatch(clause)
    if vote and (is_for or vote["abstain"]):
        sides = (("yes", Side.YES), ("no", Side.NO), ("abstain", Side.ABSTAIN))
        return [Token(answer(name, vote[name])) for name, _ in sides if vote[name]]
    part = OF_ALL.fullmatch(clause)
    if part and is_for:
        return [Token(answer("yes", part["yes"]), "present", int(part["of"].replace(",", "")))]
    return []


def _clause(words: str) -> Token | None:
    found = TOKEN.fullmatch(words) if len(words) <= 120 else None
    return token_of(found) if found else None


def _ended(words: str, signs: str) -> Token | None:
    """Read words that end with a number behind one of some signs; text and number must leave no doubt."""
    tail = words[-_LONGEST_END:]
    found = ENDING.search(tail)
    if not found or found["mark"].strip()[:1] not in signs:
        return None
    text = words[: len(words) - len(tail) + found.start()].rstrip()
    one = answer(text, found["amount"])
    if not any(sign.isalpha() for sign in text):
        return None
    if found["mark"] == ":" and text[-1].isdigit():
        return None
    doubtful = _NO_NUMBER_BEFORE.search(text[-_LONGEST_END:]) or one.count in _YEARS
    return None if found["mark"].strip()[:1] in "([-–—" and doubtful else Token(one)


def _worded(words: str, question: str, has_total: bool) -> Token | None:
    """Read `evening 44` behind a question or beside a total, where the word makes the number no date and no name."""
    may_stand = (question or has_total) and len(words) <= _LONGEST_END
    found = WORD_AND_NUMBER.fullmatch(words) if may_stand else None
    if not found:
        return None
    is_day = has_total and _DAY_NAME.search(found["text"])
    if not is_day and _NO_NUMBER_BEFORE.search(found["text"]):
        return None
    one = answer(found["text"], found["amount"])
    return None if one.count in _YEARS else Token(one)


def _may_be_dates(tokens: list[Token], total: int | None) -> bool:
    """Tell whether numbers behind names of days run on as dates do and do not make up the total."""
    told = [token.answer for token in tokens if token.answer]
    days = [one.count for one in told if one.count is not None and _DAY_NAME.search(one.text)]
    if len(days) < 2 or sum(one.count or 0 for one in told) == total:
        return False
    return total is not None and days == sorted(set(days)) and days[-1] <= _LAST_DAY


def _told(before: str, tokens: list[Token]) -> Told:
    apart = tuple((one.apart, one.number) for one in tokens if one.apart and one.number is not None)
    return Told(before, tuple(one.answer for one in tokens if one.answer), apart)


def blocks_in_note(note: str) -> int | None:
    """Read `by one person` behind the outcome `blocked`, or nothing."""
    clause = " ".join(re.split("[;,(]", note, maxsplit=1)[0].split()).strip(". ")
    found = BLOCKED_BY.fullmatch(clause) if len(clause) <= _LONGEST_END else None
    return number(found["blocks"]) if found else None
