"""E-mail addresses, also spelled out: `name [at] host [dot] org`."""

import re
from collections.abc import Iterator

from generator.personal_data.finding import Finding

_AT = re.compile(
    r"\s?@\s?"
    r"|\s?[\[({<|*_/-]{1,2}\s?(?:at|@|a|arroba|arobase|arrobe|ett|bei|chez|kukac|chiocciola|apestaart(?:je)?|malpa"
    r"|zavinac|snabel-?a|alfa|klammeraffe|aet|sobaka)(?:[ -]sign)?\s?[\])}>|*_/-]{1,2}\s?"
    r"|\s(?:at|arroba|arobase|chiocciola|apestaart(?:je)?|klammeraffe|malpa|zavinac)(?:[ -]sign)?\s",
    re.IGNORECASE,
)
_PART = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_DOT_WORD = (
    r"(?:\s?[\[({<|*_-]{1,2}\s?(?:dot|punto|punkt|point|ponto|\.)\s?[\])}>|*_-]{1,2}\s?|\s(?:dot|punto"
    r"|punkt|point|ponto)\s)"
)
_SIGN_WORD = (
    r"(?:\s?[\[({<]|\s)(?:underscore|under score|dash|hyphen|plus|minus|tiret(?: bas)?|guion(?: bajo)?|unterstrich"
    r"|bindestrich|trattino(?: basso)?)(?:[\])}>]\s?|\s)"
)
_SPELLED = re.compile(r"(?<![^\s:(\"'])(?:[a-z0-9](?: |-| - )){3,24}[a-z0-9]\Z", re.IGNORECASE)
_WRITE_TO = re.compile(
    r"\b(?:write|e-?mail|mail|email)(?:s|ed|ing)?(?: to|:| is|:? to)[ ]"
    r"(?!(?:us|me|them|him|her|you|it|people|someone|everyone|all|one|those|anyone|hubs?|friends"
    r"|home)\Z)[a-z][\w.+-]{1,40}\Z",
    re.IGNORECASE,
)
_UNDERLINED = r"(?:[^\W_]{1,40})"
_HOST = re.compile(rf"{_PART}(?:\.{_PART}){{1,6}}")
_LOOSE_HOST = re.compile(rf"{_PART}(?:(?:\.|\s\.\s|{_DOT_WORD}){_PART}){{1,6}}", re.IGNORECASE)
_UNDERLINED_HOST = re.compile(rf"{_UNDERLINED}(?:_dot_{_UNDERLINED}){{1,5}}", re.IGNORECASE)
_WORDY_HOST = re.compile(rf"{_PART}(?:\.{_PART})*(?:{_DOT_WORD}{_PART}){{1,5}}", re.IGNORECASE)
_PROVIDER = re.compile(
    r"(?:gmail|googlemail|hotmail|yahoo|riseup|outlook|aol|protonmail|icloud|mayfirst|gmx)\b(?!\.\w)",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"[\w](?:[\w.%+'-]{0,62}[\w+-])?\Z")
_LOCAL_WORDS = re.compile(
    rf"[^\W_][\w.+'-]{{0,40}}(?:(?:{_DOT_WORD}|{_SIGN_WORD})[^\W_][\w+'-]{{0,40}}){{1,3}}\Z",
    re.IGNORECASE,
)
_TO_WRITE = re.compile(
    r"\b(?:write|mail|e-?mail|contact|reach|ask)\b[^.;\n]{0,20}[ :](?=[\w.-]*[A-Za-z])\w+[._-][\w.-]+\Z",
    re.IGNORECASE,
)
"""Words before a name in one piece, such as `mail jo-b`, behind which `at` leads to a host and is no prose."""
_DOTS = re.compile(rf"{_DOT_WORD}|\s\.\s|_dot_", re.IGNORECASE)
_ENDS = frozenset(
    "com org net edu gov int mil info biz coop name pro mobi example test invalid localhost earth love"
    " works world email online site page pub press news space social live life link app dev chat"
    " uk de fr es ca au nz eu ie io ch nl se dk pl cz pt br mx ar cl jp kr tw hk za cc tv cat red"
    " fm gr hu fi lu li ro rs ua bg hr lv lt ee".split()
)
"""Endings of hosts that are taken where a word stands for the dot; those that are English words are not among them."""
_REACH = 110
"""Most signs before an at sign that may belong to an address."""


def find(text: str) -> Iterator[Finding]:
    """Find e-mail addresses in a plain text; web addresses are blank in it.

    Prose such as `look at the dot on the map` is none: between words, the dot must be a word and the ending known.
    """
    done = 0
    for at in _AT.finditer(text):
        end = _host_end(text, at)
        if not end:
            continue
        local = _local(text[max(done, at.start() - _REACH) : at.start()], _is_loose(at[0]))
        if local and _is_address(local, at[0], text[at.end() : end]):
            start = at.start() - len(local)
            key = _joined(local) + "@" + _joined(text[at.end() : end])
            yield Finding("P501", start, end, key.lower())
            done = end


def _is_loose(at: str) -> bool:
    return at != "@"


def _is_word(at: str) -> bool:
    return at.strip().isalpha() or ("sign" in at and at[:1] == at[-1:] == " ")


def _host_end(text: str, at: re.Match[str]) -> int:
    """Give where the host after an at sign ends, or 0."""
    sign = at[0]
    if sign[:1] == "_":
        found = _UNDERLINED_HOST.match(text, at.end())
    elif sign == "@":
        found = _HOST.match(text, at.end()) or _LOOSE_HOST.match(text, at.end())
    elif _is_word(sign):
        found = _WORDY_HOST.match(text, at.end())
        if not found and _writes(text[max(0, at.start() - 60) : at.start()]):
            found = _HOST.match(text, at.end())
    else:
        found = _LOOSE_HOST.match(text, at.end()) or _provider(text, at)
    return _cut(text, at.end(), found.end()) if found else 0


def _writes(before: str) -> bool:
    return bool(_TO_WRITE.search(before) or _WRITE_TO.search(before))


def _provider(text: str, at: re.Match[str]) -> re.Match[str] | None:
    return _PROVIDER.match(text, at.end()) if any(c in at[0] for c in "[({<@") else None


def _cut(text: str, start: int, end: int) -> int:
    """Leave out of a host what follows its last ending that can be one: a sentence may go on with `dot` or a point."""
    host = text[start:end]
    if _PROVIDER.fullmatch(host):
        return end
    last = re.split(rf"\.|{_DOT_WORD}|_dot_", host, flags=re.IGNORECASE)[-1].strip()
    if 2 <= len(last) <= 24 and not any(c.isdigit() for c in last):
        return end
    return end if last.lower().startswith("xn--") else 0


def _local(before: str, is_loose: bool) -> str:
    if is_loose:
        words = _LOCAL_WORDS.search(before) or _SPELLED.search(before)
        if words:
            return words[0]
    found = _LOCAL.search(before)
    return found[0] if found else ""


def _is_address(local: str, at: str, host: str) -> bool:
    ending = re.split(r"\W|_", host.rstrip())[-1].lower()
    if at == "@":
        # Written as one word it is taken as it stands; a word for the dot must lead to a known ending.
        return ("." in host and " " not in host) or ending in _ENDS
    if _is_word(at) or at.strip() == "@" or at[:1] in "_-/*|":
        return ending in _ENDS and len(local) > 1
    return ending in _ENDS or len(ending) >= 2


def _joined(words: str) -> str:
    return re.sub(r"\s", "", _DOTS.sub(".", words))
