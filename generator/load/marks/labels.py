"""Reads the label with which a line of notes begins a mark, however it is dressed: bold or not, with a colon or a dash.

A label stands at the start of a line or of an item of a list. What stands in the middle of a line is none, nor is the
name of a group or a sentence that begins with the word. Each pattern reads a line once.
"""

import re
import sys
from typing import NamedTuple

from generator.load.marks.doubts import is_nothing, is_votes
from generator.load.marks.label_words import WORDS, LabelWord
from generator.model.minutes import MarkKind

SIGNS = "•·▪◦‣●○∙■□➢✓"
"""Signs with which word processors begin the items of a list."""
_BLANK = r"[ \t\u00a0]"
_ARROW = r"(?:-{1,2}|=)>|[→⇒]"
ITEM = (
    rf"(?:[-*+]|[0-9]{{1,9}}[.)]|[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,3}}\.?|[A-Za-z][0-9]{{0,2}}[.)]|[ivxIVX]{{2,4}}[.)]"
    rf"|[{SIGNS}]|[–—]|o(?=\t)|{_ARROW})"
)
"""What an item of a list begins with, in Markdown or as people paste it."""
LEAD = (
    rf"(?P<lead>\s{{0,24}})(?P<item>{ITEM}{_BLANK}{{1,40}}+)?(?:\[[ xX]\]{_BLANK}{{1,9}})?"
    rf"(?P<time>[\[(]?[0-9]{{1,2}}[:.][0-9]{{2}}(?::[0-9]{{2}})?(?: ?[ap]m)?[\])]?(?: ?[-–—])?{_BLANK}{{1,9}})?"
)
BEFORE_BARE = ("main", "major", "minor", "key")
"""Words that may stand before a label that stands alone on its line."""
_HYPHEN = r"[-\u2010\u2011]"
WORD = "|".join(
    re.escape(word).replace(r"\ ", r"[ \t\u00a0]{1,3}").replace(r"\-", _HYPHEN)
    for word in sorted(WORDS, key=len, reverse=True)
)
ALSO = rf" ?/ ?(?:{WORD})(?![\w'’])"
"""A second label behind a stroke, as of another language: `Tareas / action items`."""
_OPENINGS = "|".join(
    sorted(
        {
            re.escape(start[:3]).replace(r"\ ", _BLANK).replace(r"\-", _HYPHEN)
            for start in (*WORDS, *BEFORE_BARE)
        }
    )
)
_MAY_BE_LABEL = re.compile(
    rf"[\x00-@\[-`{{-\x7f]*+(?:(?i:{_OPENINGS})|[A-Za-z]?[^\x00-\x7f]|[A-Za-z][0-9]{{0,2}}[.)]"
    r"|[ivxIVX]{2,4}[.)]|[oO]\t|[xX]\]|[apAP][mM]\b)"
)
"""What every label begins with: its own first letters, those of an item or an hour, or a letter that is not plain."""
_NUMBER = r"(?:(?: ?#| no\.| nº)? ?[0-9]{1,3}[a-z]?\b| (?-i:[A-Z])\b)"
_DASH = rf"[-–—]{{1,2}}(?=\s)|{_ARROW}"
_LABEL = re.compile(
    rf"{LEAD}(?P<open>\*\*\*|\*\*|__|[*_\[])?(?P<label>{WORD})(?![\w'’])(?P<also>{ALSO})?(?P<number>{_NUMBER})?"
    r"(?: ?\((?P<said>[^()]{1,100})\))?"
    r"(?:(?P<comma>,)? (?P<topic>(?:(?:from|by|about|on|of|re|regarding|sobre|de|en)\b |(?<=, ))[^:.;!?*_|]{1,80}?)"
    r"(?= ?[:*_–—]| -))?"
    rf"(?P<inner> ?[:\uff1a])?(?P<close>\*\*\*|\*\*|__|[*_\]])?(?P<outer> ?[:\uff1a])?"
    rf"(?P<dash>[ \t\u00a0]{{0,3}}(?:{_DASH}))?"
    r"(?P<gap>\s*+(?:[-–—]\s++)?)",
    re.IGNORECASE,
)
_HOUR = r"[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\])]?"
_SPEAKER = r"\w[\w .-]{0,30}"
_CHAT = re.compile(
    rf"\s{{0,12}}(?:{_HOUR}{_BLANK}{{1,4}}(?:<{_SPEAKER}>:?|{_SPEAKER}:)|<{_SPEAKER}>:?){_BLANK}{{1,4}}"
)
_BEGINS_LEAD = re.compile(r"\s{0,12}[\[(<0-9]")
_VOICE = re.compile(rf"{_CHAT.pattern}[+-]1\b")
_NOTED_AT = re.compile(rf"\s{{0,12}}[\[(]?[0-9]{{1,2}}[:.][0-9]{{2}}[\])]?{_BLANK}{{1,4}}")
_ASKED = re.compile(
    r"(?P<label>straw ?poll|temp(?:erature|\.)? check)(?P<sign>,| (?:on|about)\b|:) "
    r"(?P<words>\S[^,?]{0,80}(?P<end>[,?])?)",
    re.IGNORECASE,
)
_TOPICS = {
    MarkKind.PROPOSAL: ("from", "by", "de", "on", "about", "sobre"),
    MarkKind.DECISION: ("on", "about", "re", "regarding", "sobre", "by"),
    MarkKind.POLL: ("on", "about", "sobre"),
    MarkKind.COUNT: ("of", "de"),
    MarkKind.TEMPERATURE: ("on", "about", "of", "sobre"),
}
"""The little words that may follow a label before what it is about."""
_KEPT = ("from", "by", "de")
"""Those that belong to the words of a mark; the others only join it to its label."""
_WITH_COMMA = (MarkKind.POLL, MarkKind.TEMPERATURE)
_NUMBERED = (MarkKind.POLL, MarkKind.COUNT, MarkKind.TEMPERATURE)
_MINUTES = re.compile(
    r"[(\[]?[0-9]{1,3}(?: ?[-–] ?[0-9]{1,3})?(?: ?['’]| ?m(?:in(?:ute)?s?)?\.?)?[)\]]?\s*\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(r"[^:.;!?]{1,40}: \S")
_ANY_DASH = re.compile(r"\s[-–—]{1,2}\s")
_SHORT = 80
_NO_TEXT = re.compile(r"[\s*_.…–—-]*\Z")


class Label(NamedTuple):
    """A label and where it stands on its line; `begin`, `after` and `lead` count signs from 0.

    `written` is the label with what dresses it, `said` what stands in brackets behind it, `topic` what it is about
    where that stands before the colon. `close` is the emphasis that ends only with the text.
    """

    word: LabelWord
    lead: int
    item: str
    begin: int
    after: int
    written: str
    said: str = ""
    topic: tuple[int, int] = (0, 0)
    close: str = ""
    is_low: bool = False


def may_be_chat(line: str) -> bool:
    """Tell whether a line may begin with an hour or with who speaks: a quick question, asked before dear ones."""
    return _BEGINS_LEAD.match(line) is not None


def may_be_label(line: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Tell whether a line, or a part of it, may begin with a label: a quick question, to which most answer no."""
    return _MAY_BE_LABEL.match(line, start, end) is not None


def read_label(line: str) -> Label | None:
    """Give the label that a line begins with and that has text behind it, or nothing."""
    has_lead = may_be_chat(line)
    match = _LABEL.match(line) if may_be_label(line) else None
    match = match or (_in_chat(line) if has_lead else None)
    if match and _is_label(match, line):
        return _label(match, line)
    return _asked(line) if has_lead else None


def _label(match: re.Match[str], line: str) -> Label:
    word = word_of(match)
    begin = match.start("open") if match["open"] else match.start("label")
    return Label(
        word,
        len(match["lead"]),
        (match["item"] or "").strip(),
        begin,
        match.end(),
        line[begin : match.start("gap")].strip(),
        match["said"] or "",
        _topic(match),
        match["open"] if match["open"] and not match["close"] else "",
        not match["open"] and match["label"][0].islower(),
    )


def read_chat_label(line: str) -> Label | None:
    """Give the label behind the name of who speaks in a chat, which may be a joke, or nothing."""
    chat = _CHAT.match(line)
    match = _LABEL.match(line, chat.end()) if chat else None
    return _label(match, line) if match and _is_label(match, line) else None


def is_voice(line: str) -> bool:
    """Tell whether a line of a chat only says yes or no to the line above it: `<harbour> +1`."""
    return _VOICE.match(line) is not None


def _asked(line: str) -> Label | None:
    """Give a poll or a check without a colon, in a chat or behind an hour: `8.55 temp check on soup, all warm`.

    It decides nothing, so that it may be read where a decision may not.
    """
    chat = _CHAT.match(line)
    lead = chat or _NOTED_AT.match(line)
    match = _ASKED.match(line, lead.end()) if lead else None
    if not match or (match["sign"] not in (",", ":") and not match["end"]):
        return None
    if not chat and match["sign"] == ",":
        return None
    return Label(
        word_of(match),
        0,
        "",
        match.start("label"),
        match.start("words"),
        match["label"] + match["sign"],
    )


def item_of(line: str) -> tuple[int, str, int] | None:
    """Give indent, sign and beginning of the words of a line that is an item of a list, or nothing."""
    match = _ITEM_LINE.match(line)
    return (len(match[1]), match[2], match.end()) if match else None


_ITEM_LINE = re.compile(rf"(\s{{0,24}})({ITEM}){_BLANK}{{1,40}}+(?=\S)")


def word_of(match: re.Match[str]) -> LabelWord:
    """Give what the label means that a pattern found."""
    return WORDS[_plain(match["label"])]


def _plain(label: str) -> str:
    return " ".join(label.lower().replace("\u2010", "-").replace("\u2011", "-").split())


def _in_chat(line: str) -> re.Match[str] | None:
    """Give an action in capitals behind an hour and a name, as in a chat, where nothing else counts."""
    chat = _CHAT.match(line)
    match = _LABEL.match(line, chat.end()) if chat else None
    is_loud = match is not None and match["label"].isupper()
    return match if match and is_loud and word_of(match).kind is MarkKind.ACTION else None


def _is_label(match: re.Match[str], line: str) -> bool:
    """Tell a label from a sentence that begins with its word."""
    around, close = match["open"] or "", match["close"] or ""
    if close and close != around.replace("[", "]"):
        return False
    if _NO_TEXT.match(line, match.end()) and not _is_question(match):
        return False
    if word_of(match).is_loose or not (has_one_kind(match) and _may_have_topic(match)):
        return False
    if _is_allotted(match, line):
        return False
    if word_of(match).outcome and _is_answer(match["label"], line[match.end() :]):
        return False
    has_colon = bool(match["inner"] or match["outer"])
    if around == "[":
        return (
            bool(close)
            and " " in line[match.end() :].strip()
            and not line[match.end() :].startswith("(")
        )
    if has_colon:
        return True
    if around:
        return bool(close) and (bool(match["dash"]) or _is_plain_mark(match, around))
    return bool(match["dash"]) and _may_have_dash(match, line)


def _is_question(match: re.Match[str]) -> bool:
    """Tell whether a label says itself what is counted, as `Count of towns:`; the answers stand below it."""
    has_colon = bool(match["inner"] or match["outer"])
    return word_of(match).kind is MarkKind.COUNT and bool(match["topic"]) and has_colon


def has_one_kind(match: re.Match[str]) -> bool:
    """Tell whether two labels with a stroke between them mean the same kind of mark."""
    other = WORDS.get(_plain(match["also"] or "").lstrip("/ "))
    return other is None or other.kind is word_of(match).kind


def _may_have_topic(match: re.Match[str]) -> bool:
    if not match["topic"]:
        return True
    kind = word_of(match).kind
    if match["comma"]:
        return kind in _WITH_COMMA and bool(match["inner"] or match["outer"])
    return match["topic"].split()[0].lower() in _TOPICS.get(kind, ())


def _is_allotted(match: re.Match[str], line: str) -> bool:
    """Tell whether behind a label stand only the minutes of a point of an agenda, as in `III. Proposals - 30`."""
    return word_of(match).kind not in _NUMBERED and _MINUTES.match(line, match.end()) is not None


def _is_answer(label: str, text: str) -> bool:
    """Tell whether what follows `Consensus:` only answers whether there was one, or `Resolved:` tells no resolution."""
    if label.lower() == "resolved" and not text.lower().startswith(("that ", "to ")):
        return True
    return len(text) < _SHORT and (is_votes(text) or is_nothing(text))


def _is_plain_mark(match: re.Match[str], around: str) -> bool:
    """Tell whether a label in bold that has no sign behind it is the name of a mark itself, as in `**Decision** x`."""
    is_name = match["label"].lower() in _NAMES and not (match["topic"] or match["said"])
    return is_name and around in ("**", "__") and match["gap"] != ""


_NAMES = frozenset(kind.value for kind in MarkKind)


def _may_have_dash(match: re.Match[str], line: str) -> bool:
    """Tell whether a dash makes a label: behind capitals or two words, or where no second dash makes a sentence."""
    label = match["label"]
    if label.isupper() or " " in label:
        return True
    if match["item"] and word_of(match).kind is MarkKind.ACTION and _OWNED.match(line, match.end()):
        return True
    is_sure = label[0].isupper() and word_of(match).kind in (MarkKind.DECISION, MarkKind.PROPOSAL)
    return is_sure and not _ANY_DASH.search(line, match.end())


def _topic(match: re.Match[str]) -> tuple[int, int]:
    if not match["topic"]:
        return 0, 0
    start, end = match.span("topic")
    first = match["topic"].split()[0]
    if match["comma"]:
        return start, end
    return (start if first.lower() in _KEPT else start + len(first) + 1), end
