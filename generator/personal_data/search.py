"""Searches a text for personal data and secrets: asks each rule of the lines it may find something in.

Web addresses are only asked for what is private in them: long numbers and streets stand in honest ones.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.personal_data import (
    addresses,
    hinting,
    links,
    numbers,
    passcodes,
    streets,
    tables,
    unlabelled,
)
from generator.personal_data.finding import Finding
from generator.personal_data.plain_form import Plain, plain_form
from generator.problems import Place, Problem, problem

_MOST_NUMBERS = 1000
"""Runs of digits in one file that are looked at closely; in a file with more each line's first is refused unseen."""
_IN_LINKS = re.compile(
    r"[?&](?:e?-?mail|to|cc|bcc|contact|user|author|invitee|src|cid|recipient|sender"
    r"|from)=([\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})",
    re.IGNORECASE,
)
_ONLY_LINKS = "calls/links/"
"""Files of answers about addresses hold addresses, types, sizes, days and checksums, and no words of people."""
_QUOTED_LINKS = re.compile(r'"(https?:[^"]{1,2000})"', re.IGNORECASE)
_ORDER = ("P504", "P503", "P501", "P502", "P511")
"""Of two rules that find the same place the first one tells it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: problems, and the normal forms of allowed places that stood in the text."""

    problems: tuple[Problem, ...] = ()
    allowed: tuple[str, ...] = ()


def search(path: str, text: str, allowed: Iterable[str], plain: Plain | None = None) -> Found:
    """Search a file's text, of which `plain` is the plain form; columns and lines are those of the text as it is."""
    if path.startswith(_ONLY_LINKS):
        return Found(tuple(_private_links(path, text)))
    plain = plain or plain_form(text)
    findings = sorted(set(_parted(_find(plain.text))), key=lambda one: (one.start, one.code))
    if not findings:
        return Found()
    keys = {key for words in allowed for key in keys_of(words)}
    ends = [end.start() for end in re.finditer("\n", text)]
    told = (one for one in findings if not one.key or one.key not in keys)
    used = {one.key for one in findings if one.key in keys}
    problems = tuple(problem(one.code, _place(path, plain, ends, one)) for one in told)
    return Found(problems, tuple(sorted(used)))


def _private_links(path: str, text: str) -> Iterator[Problem]:
    """Find private links in a file that a program wrote, whose numbers are sizes and checksums."""
    for number, line in enumerate(text.split("\n"), 1):
        for quoted in _QUOTED_LINKS.finditer(line):
            if links.is_private(quoted[1]):
                place = Place(path, number, quoted.start(1) + 1, len(quoted[1]))
                yield problem("P504", place)


def keys_of(words: str) -> tuple[str, ...]:
    """Give the normal forms under which an allowed address or number may be found; none where it is neither."""
    plain = plain_form(words).text
    findings = [*addresses.find(plain), *_allowed_numbers(plain), *streets.find(f"at {plain}")]
    return tuple(sorted({one.key for one in findings if one.key}))


def _allowed_numbers(plain: str) -> Iterator[Finding]:
    yield from numbers.find(f"phone: {plain}")
    yield from numbers.find_in_letters(f"phone: {plain}")


def _place(path: str, plain: Plain, ends: Sequence[int], one: Finding) -> Place:
    start, end = plain.origin(one.start, one.end)
    line = bisect.bisect_left(ends, start)
    first = ends[line - 1] + 1 if line else 0
    last = ends[line] if line < len(ends) else end
    return Place(path, line + 1, start - first + 1, min(end, last) - start)


def _parted(findings: Iterable[Finding]) -> list[Finding]:
    """Keep of findings that overlap the one that is told first, and of the same rule the longer."""
    ranked = sorted(findings, key=lambda f: (_ORDER.index(f.code), f.start - f.end, f.start))
    kept: list[Finding] = []
    starts: list[int] = []
    for one in ranked:
        index = bisect.bisect(starts, one.start)
        is_after = index == 0 or kept[index - 1].end <= one.start
        is_before = index == len(kept) or kept[index].start >= one.end
        if is_after and is_before:
            kept.insert(index, one)
            starts.insert(index, one.start)
    return kept


def _find(text: str) -> Iterator[Finding]:
    """Ask each rule of the whole text, or of the lines that have a mark of it: nearly no line has any."""
    spans = links.spans(text)
    for start, end in spans:
        link = text[start:end]
        if links.is_private(link):
            yield Finding("P504", start, end)
        for number in numbers.IN_LINKS.finditer(link):
            digits = number.span("number")
            yield Finding(
                "P502", start + digits[0], start + digits[1], numbers.key_of(number["number"])
            )
        for mail in _IN_LINKS.finditer(link):
            yield Finding("P501", start + mail.start(1), start + mail.end(1), mail[1].lower())
    bare = _blank(text, spans)
    low = bare.lower()
    words = hinting.words_of(low)
    if hinting.may_hold_mail(bare, low, words):
        yield from addresses.find(bare)
    yield from _by_line(bare, low, words)


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    if not spans:
        return text
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join([*parts, text[done:]])


def _by_line(bare: str, low: str, words: hinting.Words) -> Iterator[Finding]:
    """Ask the rules that know lines."""
    ends = [end.start() for end in re.finditer("\n", bare)]
    starts = [0, *(end + 1 for end in ends)]
    lines = bare.split("\n")
    asked = hinting.asked(bare, low, words, ends)
    for n, rule in sorted(asked):
        for one in _RULES[rule](lines[n]):
            yield one._replace(start=one.start + starts[n], end=one.end + starts[n])
    dials = _dials(bare)
    yield from _numbers(dials, lines, starts, ends)
    if any(rule == hinting.SECRET for _, rule in asked):
        yield from tables.find(lines, starts)


_RULES = {
    hinting.SECRET: passcodes.find,
    hinting.IN_LETTERS: numbers.find_in_letters,
    hinting.SPOKEN: numbers.find_spoken,
    hinting.STREET: streets.find,
    hinting.UNLABELLED: unlabelled.find,
}


def _dials(bare: str) -> list[re.Match[str]]:
    """Find what may be a telephone number and is no date, which most lines with many digits hold."""
    return [
        digits
        for digits in numbers.DIGITS.finditer(bare)
        if not numbers.is_only_date(digits[0])
        or "+" in bare[max(0, digits.start() - 4) : digits.start()]
    ]


def _numbers(
    dials: Sequence[re.Match[str]], lines: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[Finding]:
    firsts: dict[int, re.Match[str]] = {}
    for digits in dials:
        firsts.setdefault(bisect.bisect(ends, digits.start()), digits)
    for n, digits in firsts.items():
        if len(dials) > _MOST_NUMBERS:
            yield Finding("P502", *digits.span())
            continue
        for one in numbers.find(lines[n]):
            yield one._replace(start=one.start + starts[n], end=one.end + starts[n])
