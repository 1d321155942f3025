"""Reads who took on an action, until when, and whether its own line says that it is done.

Strict in meaning: an owner or a day is told only where the words are plain, and everything else stays words.
What becomes of an action on later calls is left to `open_actions`.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.load.marks.doer_words import (
    DEEDS,
    DEEDS_OF_ONE,
    NO_OBJECTS,
    NO_OWNERS,
    ROLES,
    SENTENCE_WORDS,
    THINGS,
)
from generator.load.marks.text import Piece, place_of, whole_of
from generator.load.notebook import Notebook
from generator.load.prose import MARKDOWN_ITEM
from generator.model.dates import LooseDate
from generator.problems import problem

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_YEAR = r"(?:,? (?P<{0}>[0-9]{{4}})\b)?"
_DUE = re.compile(
    rf"\b(?:by|due(?: by| on)?:?|deadline:?) {_WEEKDAY}(?P<day>"
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})\b"
    rf"|(?:the )?(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format('m1')}{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')} (?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?!:){_YEAR.format('y2')})",
    re.IGNORECASE,
)
_CALL_DAY = re.compile(r"(?:.*/)?([0-9]{4}-[0-9]{2}-[0-9]{2})")
_YEARS_AHEAD = 9
"""Years until a 29 February comes again, at most."""

_TICKED = re.compile(rf"\s{{0,12}}{MARKDOWN_ITEM}\s{{1,4}}\[[xX]\]\s")
_NAME = re.compile(r" ?\{#[^{}]{0,80}\}\Z")
_DONE_FIRST = re.compile(r"(?:done|completed) ?[:–—-] ", re.IGNORECASE)
_DONE_LAST = re.compile(r"\((?:done|completed)(?:[,;:] [^()]{1,200})?\) ?[.;]?\Z", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:(?i:bottom-?lin(?:ers?|ed by)|owners?(?! of)|responsible|taken (?:on|up) by)\b|BL(?=: ))"
)
_NAMED_OWNER = re.compile(
    r"\b(?:(?i:bottom-?liners?|owners?(?! of)|responsible)|BL(?=:))(?::| is| (?=[A-Z])) ?(?P<who>[^,.;:()]{1,80})"
    r"|(?i:\b(?:bottom-?lined by|taken (?:on|up) by)) (?P<by>[^,.;:()]{1,80})"
)
_AT = re.compile(r"(?<![\w.@])@(?P<who>[A-Za-z][\w-]{1,40})(?![\w.@-])")
_LAST_BRACKETS = re.compile(r"\((?:by )?(?P<who>[^()]{2,60})\) ?[.;]?\Z", re.IGNORECASE)
_TO_DO = re.compile(
    r"(?P<who>(?:[\w&’'-]{1,30} ){1,5})(?:(?:to|will|shall|agreed to|offered to) (?P<deed>[a-z-]{2,20})"
    r"|(?P<does>[a-z-]{2,20}s))(?= (?P<next>[\w’'-]{1,30}))"
)
_WORD = re.compile(r"[\w’'-]+")
_NO_NAME = re.compile(r"[.;!?#@/…]")
_MOST_WORDS = 10
_FEW_WORDS = 5


class Task(NamedTuple):
    """Owner of an action, a role or a group, and its due day; empty and nothing where they are not told.

    `done` says that the line itself tells of it as done.
    """

    owner: str
    due: LooseDate | None
    done: bool = False


def read_task(book: Notebook, pieces: Sequence[Piece], text: str) -> Task:
    """Give what an action's line says: `outreach: write the explainer, by 14 March`; `text` is it in plain words.

    A crossed task item (`- [x]`) is done, as GitHub draws it. A day without a year is the first such day from the call
    on, whose own day is in the name of the file. A due day before the call is a warning at its place.
    """
    whole = _NAME.sub("", " ".join(text.split()))
    begun = _DONE_FIRST.match(whole)
    said = begun is not None or _DONE_LAST.search(whole) is not None
    words = _DONE_LAST.sub("", whole[begun.end() :] if begun else whole).rstrip()
    return Task(owner_of(words), _due(book, pieces), said or _is_ticked(book, pieces))


def _is_ticked(book: Notebook, pieces: Sequence[Piece]) -> bool:
    line = pieces[0].line if pieces else 0
    return 0 < line <= len(book.lines) and _TICKED.match(book.lines[line - 1]) is not None


def owner_of(words: str) -> str:
    """Give who is to do something, where the words say so plainly and once; else an empty string."""
    named = _called(words)
    said = {_before_colon(words), _in_brackets(words), _as_subject(words)} - {""}
    if named is not None:
        return named
    return said.pop() if len(said) == 1 else ""


def _called(words: str) -> str | None:
    """Give an owner that is called one: `bottomliner: outreach`, `taken on by Mill Town`, `@outreach`; None: no word.

    An empty string stands where the word for an owner is there, and who it is not.
    """
    if _CALLED.search(words):
        named = _NAMED_OWNER.search(words)
        said = (named["who"] or named["by"]) if named else ""
        who = re.split(r" (?:by|before|until) ", said)[0].strip()
        return who if _may_own(who) else ""
    handles = {found["who"] for found in _AT.finditer(words)}
    return handles.pop() if len(handles) == 1 else None


def _before_colon(words: str) -> str:
    who, colon, _ = words.partition(": ")
    return who if colon and _may_own(who) else ""


def _in_brackets(words: str) -> str:
    """Give an owner in the last brackets, where it is known as a role or a kind of group."""
    found = _LAST_BRACKETS.search(words)
    return found["who"] if found and _may_own(found["who"]) and _is_role(found["who"]) else ""


def _as_subject(words: str) -> str:
    """Give the subject of `outreach to write …` and `Mill Town asks …`, where it can be nothing else."""
    found = _TO_DO.match(words)
    if not found or found["next"].lower() in NO_OBJECTS:
        return ""
    who = found["who"].strip()
    does = found["deed"] in DEEDS if found["deed"] else found["does"] in DEEDS_OF_ONE
    return who if does and _may_own(who) and (_is_role(who) or _is_proper(who)) else ""


def _is_proper(who: str) -> bool:
    """Tell whether two or three words are a name with capital letters, as of a town; one may just begin a line."""
    parts = who.split()
    return 1 < len(parts) < 4 and all(part[0].isupper() and part[1:].islower() for part in parts)


def _is_role(who: str) -> bool:
    """Tell whether the first or the last of a few words is a role or a kind of group."""
    words = _words(who)
    return len(words) <= _FEW_WORDS and not ROLES.isdisjoint((words[0], words[-1]))


def _may_own(who: str) -> bool:
    """Tell whether words can name a role or a group, and are no deed, no time, no thing and no sentence."""
    words = _words(who)
    if not 0 < len(words) <= _MOST_WORDS or not words[0][0].isalpha() or _NO_NAME.search(who):
        return False
    if words[0] in DEEDS and who.lower() not in ROLES:
        return False
    if words[0] == "the" and words[-1] not in ROLES:
        return False
    return (
        words[0] not in NO_OWNERS and who.lower() not in THINGS and SENTENCE_WORDS.isdisjoint(words)
    )


def _words(who: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(who)]


def _due(book: Notebook, pieces: Sequence[Piece]) -> LooseDate | None:
    """Give the one day by which something is to be done; two different ones are none that is plain."""
    whole = whole_of(pieces)
    call = _day_of_call(book.path)
    found = [(match, day) for match in _DUE.finditer(whole) if (day := _day(match, call))]
    if len({day for _, day in found}) != 1:
        return None
    match, day = found[0]
    if call and day < call:
        place = place_of(book.path, pieces, match.start("day"), len(match["day"]))
        book.problems.append(problem("R320", place, due=f"{day}", date=f"{call}"))
    return LooseDate.of(day)


def _day_of_call(path: str) -> datetime.date | None:
    found = _CALL_DAY.match(path)
    return _date(*map(int, found[1].split("-"))) if found else None


def _day(match: re.Match[str], call: datetime.date | None) -> datetime.date | None:
    """Give the day that was written, or nothing where there is none such, or no year can be told."""
    if match["iso"]:
        return _date(*map(int, match["iso"].split("-")))
    part = "1" if match["d1"] else "2"
    month = _MONTHS.index(match[f"m{part}"][:3].lower()) + 1
    day, year = int(match[f"d{part}"]), match[f"y{part}"]
    if year:
        return _date(int(year), month, day)
    return next(_such_days(call, month, day), None) if call else None


def _such_days(call: datetime.date, month: int, day: int) -> Iterator[datetime.date]:
    """Give the days of a calendar's date from a call on, in the next years."""
    days = (_date(call.year + ahead, month, day) for ahead in range(_YEARS_AHEAD))
    return (each for each in days if each and each >= call)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
