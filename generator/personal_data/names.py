"""Capitalised words where a private person is likely to be named: as speaker, owner of an action, or holder of a role.

What is known to be no person's name, from the words of the archive, is for others to take out.
"""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.personal_data import no_names
from generator.personal_data.plain_form import Plain, plain_form

_WORD = r"[A-Z][a-z']{1,20}(?:[A-Z][a-z]{1,20})?(?:-[A-Z][a-z']{1,20})?"
_INITIAL = r"[A-Z](?:\.|(?![\w'.]))"
_PAIR = (
    rf"{_WORD} (?:{_INITIAL} )?(?:(?:de|del|da|van|von|der|la|le|bin|al) ){{0,2}}(?:{_WORD}"
    rf"|{_INITIAL})(?: {_WORD})?"
)
_ONE = rf"(?:{_PAIR}|{_WORD})"
_START = r"^[ \t]*(?:[-*+>#|]+[ \t]*|\d{1,2}[.)][ \t]+|\[[ xX]\][ \t]+|\"|_|@|(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev)\.? )*"
_SPEAKER = re.compile(
    rf"{_START}(?P<name>{_PAIR})(?: ?\([^()\n]{{1,60}}\))?[*_]*(?:,[^:,\n]{{1,40}})?[ \t]*(?::(?!\d"
    rf"|[ \t]*[\d$.,%]+[ \t]*$)"
    rf"|-{{1,2}}[ \t](?!\d)|=[ \t]|\|[ \t]?(?=[a-z]{{2}}))"
)
_ROLE = (
    r"(?:co-?)?(?:facilitat(?:ors?|ion|ed)|moderat(?:ors?|ion|ed)|hosts?|hosted|chairs?(?:person)?|emcee|mc"
    r"|note-?takers?|note taker|notes|minutes"
    r"|minute-?takers?|scribes?|stack(?:[- ]?(?:keeper|taker))?|time-?keepers?|timer|contact(?: person)?|contacts"
    r"|point ?persons?|point people"
    r"|bottom-?liners?|owners?|action(?: items?)?s?|to-?do|tasks?|assigned(?: to)?|responsible|who|leads?|leader"
    r"|speakers?|presenters?|guests?"
    r"|present|attend(?:ees|ing|ance)|in attendance|participants|on the call|callers|tech(?: support)?"
    r"|technical support|vibes(?: ?watch(?:er)?)?"
    r"|propos(?:er|ed)|second(?:er|ed)|author|organi[sz]ers?|liaison|reporter|report from|spokes(?:person)?"
    r"|volunteers?|taken_by|reviewed_by|regrets"
    r"|absent|excused|trainers?|teacher|translator|interpreter|greeter|doorkeeper|gatekeeper|mentor"
    r"|coordinators?|rep|delegate|representative"
    r"|backup(?: facilitator)?|contact for [a-z ]{1,20})"
)
_HOLDER = re.compile(
    rf"{_START}(?i:(?:roles?[.: ]+)?(?:[a-z]{{2,14}} )?{_ROLE}(?: for [a-z ]{{1,30}}| \([^()\n]{{1,30}}\)"
    rf"| \d)?)[*_]*[ \t]*(?::|=|-|\|"
    rf"|\bis\b|\bwas\b|\bby\b)[*_ \t\"|\[-]*"
    rf"(?P<names>{_ONE}(?:(?:,? and |, ?| & | ?/ ?|; ?| \+ ){_ONE}){{0,30}})",
)
_BEFORE_ROLE = re.compile(rf"{_START}(?P<name>{_PAIR})[ \t]*(?:\(|, ?|- ?)(?i:(?:the )?{_ROLE})\b")
_BEHIND = re.compile(rf"{_START}(?i:{_ROLE})[ \t]*[(\[](?P<names>{_PAIR})[)\]]")
_BY = re.compile(
    r"\b(?i:(?:hosted|facilitated|co-facilitated|proposed|seconded|chaired|moderated|led|taken|written|recorded"
    r"|submitted|presented|convened|organi[sz]ed"
    r"|introduced|typed|transcribed|notes|minutes|kept|read|translated|interpreted|edited|brought|raised|given"
    r"|drafted|reported|compiled|posted|run|owned)"
    rf" by:?|(?:assigned|delegated|handed|falls|given|goes) to|(?:facilitator|note-?taker|host|moderator"
    rf"|timekeeper|scribe|chair|contact)(?: (?:is|was|will be)|,)"
    rf"|thanks to|according to|contact|ask(?:ed)?|says|said)[ ]"
    rf"(?P<names>{_PAIR}(?:(?:,? and |, ){_PAIR}){{0,5}})"
)
_PERSON_DOES = re.compile(
    rf"{_START}(?P<name>{_PAIR}) (?:will|to|says|said|asked|reported|reports|agreed|offered|volunteered|proposed"
    rf"|suggested|spoke|takes|took) [a-z]"
)
_PATTERNS = (
    (_SPEAKER, "name"),
    (_HOLDER, "names"),
    (_BEHIND, "names"),
    (_BEFORE_ROLE, "name"),
    (_BY, "names"),
    (_PERSON_DOES, "name"),
)
_HINT = re.compile(r"[A-Z][a-zA-Z'-]{1,40} (?:[a-z]{2,3} ){0,2}[A-Z]")
_CAPITAL = re.compile(r"[A-Z][\w'-]*")
_EACH = re.compile(_ONE)
_IS_PAIR = re.compile(_PAIR)


@dataclass(frozen=True, slots=True)
class PossibleName:
    """A stretch of one line that may name a person; `words` are in small letters, as they were written one by one."""

    line: int
    column: int
    length: int
    words: str


def possible_names(text: str, plain: Plain | None = None) -> tuple[PossibleName, ...]:
    """Find possible names in a text, of which `plain` is the plain form, in their order.

    Of a list of single first names they are told only where one of them is whole.
    """
    plain = plain or plain_form(text)
    if not _HINT.search(plain.text):
        return ()
    ends = [end.start() for end in re.finditer("\n", text)]
    told: list[PossibleName] = []
    for start, line in _lines(plain.text):
        for at, words in _in_line(line):
            first, last = plain.origin(start + at, start + at + len(words))
            number = bisect.bisect(ends, first)
            column = first - (ends[number - 1] if number else -1)
            told.append(PossibleName(number + 1, column, last - first, words.lower()))
    return tuple(told)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that have two capitalised words side by side, each with where it begins."""
    done = -1
    for hint in _HINT.finditer(text):
        if hint.start() > done:
            start = text.rfind("\n", 0, hint.start()) + 1
            end = text.find("\n", hint.start())
            done = end if end >= 0 else len(text)
            yield start, text[start:done]


def _in_line(line: str) -> list[tuple[int, str]]:
    found: dict[int, str] = {}
    if sum(word.lower() not in no_names.WORDS for word in _CAPITAL.findall(line)) < 2:
        return []
    for pattern, group in _PATTERNS:
        for one in pattern.finditer(line):
            for start, words in _names_in(one[group], one.start(group), group == "names"):
                found.setdefault(start, words)
    return sorted(found.items())


def _names_in(words: str, start: int, is_list: bool) -> Iterator[tuple[int, str]]:
    """Give the names of a list; words that no name has in it are taken out with their neighbours."""
    each = [(start + one.start(), one[0]) for one in _EACH.finditer(words)]
    pairs = [(at, one) for at, one in each if _IS_PAIR.fullmatch(one) and _may_be_name(one)]
    if is_list and pairs:
        yield from ((at, one) for at, one in each if _may_be_name(one))
    else:
        yield from pairs


def _may_be_name(words: str) -> bool:
    parts = words.lower().replace(".", "").split()
    return not any(part in no_names.WORDS or part.endswith(no_names.ENDINGS) for part in parts)


def is_known(name: PossibleName, known: frozenset[str]) -> bool:
    """Tell whether a word of a possible name is one of the archive's own: of a group, a place, a title."""
    return any(part in known for part in words_of(name.words))


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, without what is no letter."""
    return re.findall(r"[^\W\d_]{2,}", plain_form(text).text.lower())


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of names that are no person's."""
    return frozenset(word for text in texts for word in words_of(text) if len(word) > 2)
