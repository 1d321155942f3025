"""Understands the words with which notes name breakouts and report-backs, each line by itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.load.marks.reading import plain_words
from generator.load.scalars import count_of
from generator.load.sure import sure_people
from generator.model.call import Count

_BREAKOUT = r"(?:break[\s-]?outs?(?:[\s-](?:group|room|session)s?)?|small[\s-]groups?)"
_REPORT = r"(?:report(?:s|ed|ing)?[\s-]?backs?|reports?[\s-]out)"
_PARTED = r"\s*(?::|\s[-–—]|[–—])\s*"
_LIST = re.compile(
    rf"(?:the\s)?{_BREAKOUT}(?:\s(?:and|with|&)\s{_REPORT})?\s*:?\s*(?:\([^()]*\))?\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?P<label>{_BREAKOUT})(?:\s?(?P<number>[0-9]{{1,2}}|[a-h]))?(?:{_PARTED}(?P<name>\S.*))?\Z",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(rf"(?P<name>\S.*)\s{_BREAKOUT}\Z", re.IGNORECASE)
_GROUP = re.compile(
    r"group\s(?P<number>[0-9]{1,2}|[a-h])(?:" + _PARTED + r"(?P<name>\S.*))?\Z", re.IGNORECASE
)
_OF_BREAKOUTS = re.compile(
    rf"{_BREAKOUT}\s{_REPORT}\Z|{_REPORT}\s(?:from|of|by)\s(?:the\s|our\s)?{_BREAKOUT}\Z|{_BREAKOUT}\s(?:and|with|&)\s{_REPORT}\Z",
    re.IGNORECASE,
)
_REPORT_HEADING = re.compile(
    rf"(?:the\s)?{_REPORT}(?:(?:{_PARTED}|\s(?:from|by|of)\s(?:the\s)?)(?P<name>\S.*))?\Z",
    re.IGNORECASE,
)
_REPORT_LABEL = re.compile(
    rf"(?P<bold>\*\*|__)?{_REPORT}(?:(?:\s(?:from|by|of)\s(?:the\s)?|,\s|\s\()(?P<of>[^:*()]{{1,80}})\)?)?"
    r"\s?(?::|(?=\*\*|__))(?:\*\*|__)?:?\s*(?P<text>.*)\Z",
    re.IGNORECASE,
)
_TIME = re.compile(r"\[([0-9]{2}):([0-5][0-9]):([0-5][0-9])\]\s?")
_BEGINS_REPORT = frozenset("rR*_")
_GIVEN = re.compile(r"\s*\{#[a-z0-9-]{1,80}\}\Z")
_BRACKETS = re.compile(r"\s*\(([^()]{1,80})\)\s*\.?\Z")
_PEOPLE_BEHIND = re.compile(
    r"\s*(?:,|;|\s[-–—]|[–—])\s*(?P<people>[^,;–—]{1,40}\s(?:people|persons|participants|callers))\.?\Z",
    re.IGNORECASE,
)
_IS_COUNT = re.compile(
    r"people|persons|participants|callers|about|around|approx|circa|~|\+|ish\b|or so\b|at least",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:was|were|are|is|be|been)\s(?:\w{1,20}\s)?(?:planned|raised|proposed|suggested|used|held|formed|announced|"
    r"skipped|cancelled|dropped|postponed|recorded)\b"
    r"|\bnot\s(?:recorded|known|told|in\swhat|seen|noted|taken|held|used|needed)\b|\bno\s(?:breakouts?|groups?)\b|\bdid\snot\s"
    r"|\A(?:none|tbd|tba|cancelled|canceled|postponed|skipped|planned|proposed|unknown|to\sbe|an?\s(?:idea|proposal|suggestion))\b"
    r"|\A(?:before|after|during|about|how|why|what|when|next|planning)\b.{0,60}\b(?:break-?outs?|groups?)\b"
    r"|\b(?:topics?|ideas?|suggestions?|plans?|proposals?)\sfor\b"
    r"|\A(?:break-?outs?|(?:small\s|breakout\s)?groups?)\s(?:will|would|may|might|were|was|are)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:(?:none|lost|missing|not|no|nothing|tbd|tba|to come|later|unknown|n/a)\b.{0,60}|[\W_]*)\Z",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:(?:the|our|broad|detailed|proposed|planned|draft)\s)*(?:agenda|plan|run(?:ning)?\s(?:order|of\sshow)|next\s(?:call|time))"
    r"(?!.*\bnotes\b).{0,60}\Z",
    re.IGNORECASE,
)
_WITH_PEOPLE = re.compile(r"(?P<name>[^()]{1,200})\((?P<people>[^()]{1,80})\)\s*(?::|[-–—]\s)")
_INSIDE = re.compile(rf"(?:\A|[\s(.;,])(?:{_REPORT}|report|reported)\s?:\s", re.IGNORECASE)
_REMARK = re.compile(
    r"\s?[-–—,;.(]\s?(?=report(?:s|ed)?(?:[\s-]backs?)?\s?(?::|lost\b|none\b|missing\b|\Z))",
    re.IGNORECASE,
)
_BEFORE_NAME = frozenset(
    "the a an our no before after during first next last more planned proposed about".split()
)


class Named(NamedTuple):
    """A breakout as one line names it; `number` is what it is counted by, as in `group 3`."""

    name: str
    number: str = ""
    people: Count | None = None
    moment: int | None = None


class Report(NamedTuple):
    """A report-back: of whom, where the line says it; `makes` where its heading says that breakouts report."""

    name: str = ""
    makes: bool = False


def is_list_of_breakouts(words: str) -> bool:
    """Tell whether a heading says that breakouts follow, and no more."""
    return bool(_LIST.match(_bare(words)))


def breakout_named(words: str) -> Named | None:
    """Give the breakout that a heading names itself, as in `Breakout group 3 - media (about 20 people)`."""
    rest, people = _parted(_bare(words))
    found = _NAMED.match(rest)
    if found and (found["number"] or found["name"]):
        name = found["name"] or f"Breakout {found['number']}"
        return _usable(name, people, found["number"] or "", words)
    behind = _NAMED_BEHIND.match(rest)
    if behind and behind["name"].split()[0].lower() not in _BEFORE_NAME:
        return _usable(behind["name"], people, "", words)
    return None


def item_named(words: str) -> Named | None:
    """Give the breakout that an item or a heading below `Breakouts` names; nothing for what only tells of breakouts."""
    named = breakout_named(words)
    if named:
        return named
    bare = _bare(words)
    if _NO_NAME.search(bare):
        return None
    grouped = _GROUP.match(bare)
    number = grouped["number"] if grouped else ""
    bare = (grouped["name"] or bare) if grouped else bare
    return _usable(*_name_of_item(bare), number, words)


def _name_of_item(bare: str) -> tuple[str, Count | None]:
    """Part the name of a breakout and its people from what an item says of it."""
    bare = _REMARK.split(bare, maxsplit=1)[0]
    beside = _WITH_PEOPLE.match(bare)
    if beside and _IS_COUNT.search(beside["people"]):
        return beside["name"].rstrip(), count_of(sure_people(beside["people"]))
    before, colon, after = bare.partition(": ")
    return _parted(before if colon and after else bare)


def reports_heading(words: str) -> Report | None:
    """Give the report-back that a heading announces, with a name where it has one."""
    bare = _bare(words)
    if _OF_BREAKOUTS.match(bare):
        return Report(makes=True)
    found = _REPORT_HEADING.match(bare)
    if not found:
        return None
    name = found["name"] or ""
    return Report("" if _LIST.match(name) else name)


def is_plan(words: str) -> bool:
    """Tell whether a heading says that what follows was planned, so that nothing in it need have happened."""
    return bool(_PLAN.match(_bare(words)))


def reported_by(text: str, makes: bool) -> Report | None:
    """Give who reports in a line of a list of report-backs, as in `media: …`; nothing where no report is told."""
    parted = re.split(_PARTED, text.replace("*", ""), maxsplit=1)
    if len(parted) < 2 or _NOTHING.match(parted[1].strip()):
        return None
    return Report(parted[0].strip(), makes)


def reports_inside(text: str) -> bool:
    """Tell whether an item of a list of breakouts holds its own report-back, as in `media - report: …`."""
    found = _INSIDE.search(text)
    return bool(found) and not _NOTHING.match(text[found.end() :] if found else "")


def report_label(text: str, holds: bool = False) -> Report | None:
    """Give the report-back that a line begins with as a label, as in `**Report-back:** media: …`.

    A label with nothing behind it, or with words for nothing, is one only where the next line `holds` the report.
    """
    words = _without_time(text)
    if words[:1] not in _BEGINS_REPORT:
        return None
    found = _REPORT_LABEL.match(words)
    if not found or (not holds if not found["text"] else _NOTHING.match(found["text"])):
        return None
    before, colon, _ = found["text"].partition(":")
    return Report((found["of"] or (before if colon else "")).strip())


def matching(name: str, among: Sequence[Named]) -> int:
    """Give which breakout a report-back names: by its words, its number, or the beginning of either; -1 for none."""
    if not name:
        return -1
    bare = _bare(name)
    wanted = _words(bare)
    for index, named in enumerate(among):
        if wanted in (_words(named.name), ("group", named.number), ("breakout", named.number)):
            return index
    near = [
        i for i, named in enumerate(among) if wanted and _begin_alike(_words(named.name), wanted)
    ]
    return near[0] if len(near) == 1 else -1


def _begin_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short = min(len(one), len(other))
    return short > 0 and one[:short] == other[:short]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", text.lower()) if word not in ("the", "and"))


def _bare(words: str) -> str:
    """Give words without a time mark, a given name, and the signs of Markdown."""
    unnamed = _GIVEN.sub("", words) if "{#" in words else words
    return " ".join(plain_words(_without_time(unnamed)).split())


def _without_time(words: str) -> str:
    return _TIME.sub("", words, count=1) if "[" in words else words


def _parted(words: str) -> tuple[str, Count | None]:
    """Part words from the number of people at their end, in brackets or behind a comma or a dash."""
    for form in (_BRACKETS, _PEOPLE_BEHIND):
        found = form.search(words)
        if found and _IS_COUNT.search(found[1]):
            people = count_of(sure_people(found[1]))
            if people:
                return words[: found.start()].rstrip(), people
    return words, None


def _usable(name: str, people: Count | None, number: str, words: str) -> Named | None:
    name = name.rstrip(" .:;,")
    if not name or _NO_NAME.search(name):
        return None
    return Named(name, number.lower(), people, _moment(words))


def _moment(words: str) -> int | None:
    found = _TIME.search(words)
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None
