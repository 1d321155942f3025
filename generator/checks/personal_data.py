"""Finds personal data and dial-in secrets in the text of a file: a first set of rules.

Unlike its neighbours it looks at one file's text, so that its results can be remembered with the file's.
Web addresses are only searched for credentials: long numbers and streets stand in honest ones.
"""

import re
from collections.abc import Iterator

import phonenumbers

from generator.problems import Place, Problem, problem

_URL = re.compile(r"https?://[^\s<>\"'`)\]]+", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_MANY_DIGITS = re.compile(r"\+?\(?[0-9](?:[0-9 ().\-\u2010-\u2015/]{5,24})[0-9]")
_SECRET = re.compile(
    r"\b(?:pin|pass ?code|access ?code|conference (?:id|code)|participant (?:id|code|pin)"
    r"|host (?:key|code|pin)|dial-?in(?: code| number)?|meeting id|security code|password)\b"
    r"[^0-9\n]{0,24}[0-9][0-9 \-]{2,18}[0-9]#?",
    re.IGNORECASE,
)
_PRIVATE_LINK = re.compile(
    r"//[^/\s@:]+:[^/\s@]+@|[?&#;](?:pwd|passwd|password|passcode|pin|token|access_token|auth|secret"
    r"|api_?key|host_?key|signature|sig|x-amz-signature)=",
    re.IGNORECASE,
)


def check_text(path: str, text: str, allowed: frozenset[str]) -> Iterator[Problem]:
    """Search a file's text; `allowed` are e-mail addresses that are public on purpose.

    A quick look at the whole text comes first, because nearly every file has none of this.
    """
    may_dial = bool(_MANY_DIGITS.search(text))
    if "@" not in text and "//" not in text and not may_dial and not _SECRET.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        yield from _line(path, number, line, allowed)


def _line(path: str, number: int, line: str, allowed: frozenset[str]) -> Iterator[Problem]:
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
    if _MANY_DIGITS.search(bare):
        yield from _numbers(path, number, bare, secrets)


def _numbers(
    path: str, number: int, line: str, secrets: list[tuple[int, int]]
) -> Iterator[Problem]:
    for match in phonenumbers.PhoneNumberMatcher(line, "US"):
        if not any(a <= match.start < b for a, b in secrets):
            yield problem("P502", Place(path, number, match.start + 1, match.end - match.start))
