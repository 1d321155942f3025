"""Secrets whose label does not stand right before them: what a voice asks for, what opens a door, logins, keys.

A value is taken where the words around it say what it is for; `passcodes.py` knows labels.
"""

import re
from collections.abc import Iterator

from generator.personal_data.finding import Finding

_NUMBER = r"(?<![\w$./:,-])[*#]?\d(?:[ -]{0,2}\d){3,13}(?:[ ]?#|(?![\w:%]|[.,/]\d))"
_ODD_WORD = r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9][\w!#$%^&+=~-]{3,30}(?![\w/@])"
_ASKED = (
    r"(?:(?:when(?:ever)?|if|once|as soon as) (?:it |you(?:'re| are)? |they |one is |the voice )?(?:gets? )?"
    r"(?:prompted|asked|asks|the voice asks)|(?:at|after|on|upon|behind) the (?:prompt|tone|beep|chime|greeting"
    r"|voice))"
)
_TYPED = r"(?:punch|key|type|tap|press|dial|enter|put|give|say|use|try|hit)(?:s|es|ed)?(?: in)?"
_OPENED = (
    r"(?:to (?:get in|be let in|join|enter|open|unlock|log in|log on|sign in|speak as host)|and you(?:'re| are) in"
    r"|at the (?:door|gate)\b)"
)
_WHEN_ASKED = re.compile(rf"\b{_ASKED}\b[^\d\n.;!?]{{0,30}}?(?P<value>{_NUMBER})", re.IGNORECASE)
_BEFORE_ASKED = re.compile(rf"(?P<value>{_NUMBER})[ ,]{{1,2}}{_ASKED}\b", re.IGNORECASE)
_TO_ENTER = re.compile(
    rf"\b{_TYPED} (?P<value>{_NUMBER}|{_ODD_WORD})[ ,]{{1,2}}{_OPENED}", re.IGNORECASE
)
_OPENED_WITH = re.compile(
    rf"\b(?:unlock|open|log ?in|log on|sign in|get in|enter)(?:s|ed)?(?: to| into)?(?: the| our"
    rf"| my)?(?: [a-z]{{2,14}}){{0,2}}"
    rf" (?:with|by|using|as)[ :]{{1,2}}[\"'`]?(?P<value>{_NUMBER}|{_ODD_WORD})",
    re.IGNORECASE,
)
_LETS_IN = re.compile(
    rf"(?P<value>{_NUMBER}|(?<![\w/.@-]){_ODD_WORD}) (?:gets? (?:you|them|us|callers) in|lets? (?:you|them"
    rf"|us|callers) in"
    rf"|(?:opens|unlocks) (?:the|our) (?:door|gate|bridge|line|room|lock|pad|box|file|sheet|spreadsheet"
    rf"|call|hall|office))",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?P<value>(?<![\w/.@-])[A-Za-z0-9][\w!#$%^&+=~-]{3,30}) ?[,(-]{1,2} ?"
    r"(?:(?:that|this|it|which) is|that's|it's|is) (?:the|our|my|your|their) (?:new )?"
    r"(?:pass ?word|pass ?code|pin|pass ?phrase|key|code ?word)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:login|log-in|log ?in as|sign ?in|account|credentials|user(?:name)?)\b[ ]?(?:is|are|:|=|for"
    r"|as)?(?: [a-z]{2,12}:)?"
    r"[ ]?[\w.@-]{2,30}[ ]?[/"
    r"|,;:][ ]?(?P<value>(?=\S{0,30}[\d!#$%^&+=~])(?=\S{0,30}[A-Za-z])[\w!#$%^&+=~-]{5,30})",
    re.IGNORECASE,
)
_KEYS = re.compile(
    r"(?P<value>\b(?:sk|pk|rk)_(?:live|test)_\w{8,64}|\bgh[pousr]_\w{16,80}|\bgithub_pat_\w{20,90}"
    r"|\bglpat-[\w-]{16,64}"
    r"|\bAKIA[0-9A-Z]{12,20}\b|\bxox[abprs]-[\w-]{10,80}|\bAIza[\w-]{30,40}"
    r"|\beyJ[\w-]{8,200}\.eyJ[\w-]{4,400}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)"
)
_STARRED = re.compile(r"(?<![\w*])(?P<value>\*\d{4,12}#)")
_ASKED_WORDS = ("prompt", "ask", "tone", "beep", "chime", "greeting", "voice")
_KEY_PARTS = (
    *("k_live_", "k_test_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-"),
    *("akia", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "aiza", "eyj", "private key"),
)
"""What keys have in them, in small letters."""
Patterns = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
_PATTERNS: Patterns = (
    (_ASKED_WORDS, _WHEN_ASKED),
    (_ASKED_WORDS, _BEFORE_ASKED),
    (("to ", "you", "at the "), _TO_ENTER),
    (("unlock", "open", "log", "sign", "get in", "enter"), _OPENED_WITH),
    ((" get", " let", "opens", "unlocks"), _LETS_IN),
    (("pass", "pin", "key", "code"), _NAMED_AFTER),
    (("log", "sign", "account", "credentials", "user"), _LOGIN),
    (_KEY_PARTS, _KEYS),
    (("*",), _STARRED),
)
"""Each with what every line in small letters has that it finds something in, so that few are asked of a line."""
_WITHOUT_DIGITS = _PATTERNS[5:8]
"""Those whose values may be letters and signs alone."""
_WITH_FEW = _PATTERNS[2:8]
"""Those whose values may have fewer than four digits."""
_DIGIT = re.compile(r"\d")
_FOUR = re.compile(r"\d[ -]{0,2}\d[ -]{0,2}\d[ -]{0,2}\d")
SHAPES = re.compile(
    r"\b(?:[spr]k_(?:live|test)_|gh[pousr]_|github_pat_|glpat-|akia|xox[abprs]-|aiza|eyj)\w"
    r"|begin [a-z ]{0,20}private key"
)
"""Beginnings of keys that programs make, in small letters."""
KEY_WORD = re.compile(r"(?:[prs]k|gh[oprsu]|github|glpat|xox[abprs]|[a-z]*private)\Z|akia|aiza|eyj")
"""Every text with such a shape has a word that begins so."""
WORDS = frozenset(
    "prompt prompted tone beep chime greeting opens unlock unlocks login credentials account username signin gets lets"
    " punch punches asked asks".split()
)
"""Every line with a secret of this module has one of these words, or a label's, or a shape of a key."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d[- ]\d\d(?:[- ]\d\d)?|\d{1,2}[- ]\d{1,2}[- ](?:19|20)\d\d")
_TELEPHONE = re.compile(r"(?:1[ -]?)?[2-9]\d\d[ -]?[2-9]\d\d[ -]?\d{4}")
_ORDINARY = re.compile(
    r"\d+(?:st|nd|rd|th|am|pm|min|h|s|k|m|km|x)?|\d+-[a-z]+|[a-z]+", re.IGNORECASE
)
_MUCH = re.compile(
    r"[ ]?(?:people|persons|callers|hubs|times|minutes|hours|votes?|dollars|euros|members|copies|lines|words)\b"
)


def find(line: str) -> Iterator[Finding]:
    """Find secrets in a plain line without asking for a label; web addresses are blank in it."""
    low = line.lower()
    for words, pattern in patterns_for(line):
        if not any(map(low.__contains__, words)):
            continue
        for found in pattern.finditer(line):
            if _is_one(found["value"]) and not _MUCH.match(line, found.end("value")):
                yield Finding("P503", *found.span("value"))


def patterns_for(line: str) -> Patterns:
    """Give the patterns that may find something in a line with so many digits, each with its signs."""
    if not _DIGIT.search(line):
        return _WITHOUT_DIGITS
    return _PATTERNS if _FOUR.search(line) else _WITH_FEW


def _is_one(value: str) -> bool:
    bare = value.strip("*# ")
    if any(what.fullmatch(bare) for what in (_YEAR, _DATE, _TELEPHONE)):
        return value.endswith("#")
    return bare.replace(" ", "").replace("-", "").isdigit() or not _ORDINARY.fullmatch(bare)
