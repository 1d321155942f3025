"""Finds personal data and dial-in secrets in the text of a file: a first set of rules.

Unlike its neighbours it looks at one file's text, so that its results can be remembered with the file's.
Web addresses are only searched for credentials: long numbers and streets stand in honest ones.
"""

import bisect
import re
from collections.abc import Iterator

import phonenumbers

from generator.problems import Place, Problem, problem

_URL = re.compile(r"https?://[^\s<>\"'`)\]]+", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_MANY_DIGITS = re.compile(r"[0-9][0-9 ().\-\u2010-\u2015/]{5,24}[0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{1,2})?\Z")
_FILED = re.compile(r"((?:19|20)[0-9]{2})/\1-[0-9]{2}\Z")
"""A year and a month as they begin the path of a call whose day is not known: `2012/2012-01` could be dialled."""
_MOST_NUMBERS = 1000
"""Runs of digits in one file that are looked at closely; in a file with more each line's first is refused unseen."""
_SECRET = re.compile(
    r"\b(?:pin|pass ?code|access ?code|conference (?:id|code)|participant (?:id|code|pin)"
    r"|host (?:key|code|pin)|dial-?in(?: code| number)?|meeting id|security code|password)\b"
    r"[^0-9\n]{0,24}[0-9][0-9 \-]{2,18}[0-9]#?",
    re.IGNORECASE,
)
_OF_SECRETS = ("pin", "code", " id", "key", "dial", "password")
"""Every way to name a secret has one of these in it."""
_PRIVATE_LINK = re.compile(
    r"//[^/\s@:]+:[^/\s@]+@|[?&#;](?:pwd|passwd|password|passcode|pin|token|access_token|auth|secret"
    r"|api_?key|host_?key|signature|sig|x-amz-signature)=",
    re.IGNORECASE,
)


def check_text(path: str, text: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """Search a file's text; `allowed` are e-mail addresses that are public on purpose.

    Nearly no line has any of this, so the whole text is searched first for lines that may.
    """
    suspects = _suspects(text)
    lines = text.split("\n") if suspects else []
    is_flooded = len(_dials(text)) > _MOST_NUMBERS if suspects else False
    for number in suspects:
        yield from _line(path, number, lines[number - 1], allowed, is_flooded)


def _suspects(text: str) -> list[int]:
    """Number the lines that a rule may find something in; no pattern matches across a line's end."""
    found: list[int] = []
    bare = text
    if "//" in text:
        found += [url.start() for url in _URL.finditer(text) if _PRIVATE_LINK.search(url[0])]
        bare = _URL.sub(lambda url: " " * len(url[0]), text)
    if "@" in bare:
        found += [mail.start() for mail in _EMAIL.finditer(bare)]
    if _may_name_secrets(bare):
        found += [secret.start() for secret in _SECRET.finditer(bare)]
    found += [digits.start() for digits in _dials(bare)]
    ends = [end.start() for end in re.finditer("\n", text)] if found else []
    return sorted({bisect.bisect(ends, at) + 1 for at in found})


def _may_name_secrets(text: str) -> bool:
    # Outside ASCII the pattern matches letters that lower case does not bring together.
    if not text.isascii():
        return True
    low = text.lower()
    return any(word in low for word in _OF_SECRETS)


def _dials(text: str) -> list[re.Match[str]]:
    """Find what may be a telephone number and is no date, which most lines with many digits hold.

    A plus sign is looked for behind a match: a pattern that may begin with one is twice as slow.
    """
    return [
        digits
        for digits in _MANY_DIGITS.finditer(text)
        if not (_DATE.match(digits[0]) or _FILED.match(digits[0]))
        or "+" in text[max(0, digits.start() - 4) : digits.start()]
    ]


def _line(
    path: str, number: int, line: str, allowed: frozenset[str], is_flooded: bool
) -> Iterator[Problem]:
    bare = line
    if "//" in line:
        for url in _URL.finditer(line):
            if _PRIVATE_LINK.search(url[0]):
                yield problem("P504", Place(path, number, url.start() + 1, len(url[0])))
        bare = _URL.sub(lambda url: " " * len(url[0]), line)
    if "@" in bare:
        for mail in _EMAIL.finditer(bare):
            if mail[0].lower() not in allowed:
                yield problem("P501", Place(path, number, mail.start() + 1, len(mail[0])))
    secrets = [(m.start(), m.end()) for m in _SECRET.finditer(bare)]
    yield from (problem("P503", Place(path, number, a + 1, b - a)) for a, b in secrets)
    dials = _dials(bare)
    if dials and is_flooded:
        yield problem("P502", Place(path, number, dials[0].start() + 1, len(dials[0][0])))
    elif dials:
        yield from _numbers(path, number, bare, secrets)


def _numbers(
    path: str, number: int, line: str, secrets: list[tuple[int, int]]
) -> Iterator[Problem]:
    for match in phonenumbers.PhoneNumberMatcher(line, "US"):
        if _FILED.match(match.raw_string):
            continue
        if not any(a <= match.start < b for a, b in secrets):
            yield problem("P502", Place(path, number, match.start + 1, match.end - match.start))
