"""Telephone numbers: international, national, local beside a word for telephoning, in letters and in words."""

import re
from collections.abc import Iterator

import phonenumbers

from generator.personal_data import spoken
from generator.personal_data.finding import Finding

DIGITS = re.compile(r"[0-9][0-9 ().*_\-/]{5,24}[0-9]")
"""What may be a number to dial: every form in digits has such a stretch."""
IN_LETTERS = re.compile(r"[0-9][0-9][0-9]\)?[-. ]{1,2}(?:[0-9]{0,6}[-. ]?)[A-Z]{2}")
"""Where a number may go on in letters."""
_NOT_BEFORE = r"(?<![\w$\u20ac\u00a3#=])(?<!\d[.,:/+-])(?<![A-Za-z]-)(?<!\d\) )"
_NOT_AFTER = r"(?![\w%])(?!-\d)(?![.,:/]\d)"
_EXTENSION = (
    r"(?:\s?(?:,\s?|;\s?)?(?:ext(?:ension|n)?|x|poste|durchwahl|anexo)[. :=#]{0,3}\d{1,6}\b)?"
)
_AMERICAN = re.compile(
    rf"{_NOT_BEFORE}(?:\+?1[-. ]{{0,2}})?(?:\(\d{{3}}\)|\[\d{{3}}\]"
    rf"|\d{{3}})(?P<gap>[-. /*_]{{0,3}})\d{{3}}[-. *_]{{0,3}}"
    rf"\d{{4}}{_EXTENSION}{_NOT_AFTER}",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"(?<![\w$=])(?:\+ ?|00[ -]?(?=[1-9]))[1-9](?:[ ().\-/]{0,3}\d){7,14}"
    rf"{_EXTENSION}(?!\w)(?![,:]\d)",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    rf"{_NOT_BEFORE}\(?0(?:[ ().\-/]{{0,2}}\d){{8,11}}{_EXTENSION}{_NOT_AFTER}", re.I
)
_SPREAD = re.compile(
    r"(?<![\w.,-])(?:1[ .-]{1,3})?\d(?:[ .-]{1,3}\d){9}(?![\w,])(?![ .-]{1,3}\d\b)"
)
_LOCAL = re.compile(
    rf"{_NOT_BEFORE}[2-9]\d\d(?P<gap>[-. ])(?!(?:19|20)\d\d)\d{{4}}{_EXTENSION}{_NOT_AFTER}", re.I
)
_LETTERS = re.compile(
    r"(?<![\w$-])(?:\+?1[-. ]{1,2})?(?:\(\d{3}\)"
    r"|\d{3})[-. ]{1,2}(?=[0-9-]{0,6}[A-Z])(?:[A-Z0-9]{1,9}[-. ]?){1,3}(?<![-. ])(?![\w])"
)
_LINK = re.compile(
    r"(?:\b(?:tel|sms|smsto|callto|facetime|whatsapp|signal|sip):/{0,2}"
    r"|\bwa\.me/)(\+?[0-9(][0-9 ().\-]{3,20}[0-9])",
    re.IGNORECASE,
)
IN_LINKS = re.compile(
    r"(?:\bwa\.me/|whatsapp\.com/send/?\?phone=|[?&](?:phone|tel|sms|mobile)=)(?P<number>\+?\d{8,15})\b",
    re.IGNORECASE,
)
"""A number that a web address opens a talk with."""
_AREA = re.compile(
    r"\barea code[ :(]{1,3}(?:is |of )?\(?(\d{3})\b[^\d\n;!?]{1,28}\d{3}[-. ]?\d{4}\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|fax|telefono?|telefax|mobile?|mobil|cell(?: ?phone)?|handy|celular|movil|portable"
    r"|whats ?app|signal|sms|hotline|voice ?mail|pager|rufnummer|telefonnummer)"
    r"(?: (?:no|nr|number|num)\.?)?[ \t]?[.:#=|*]{1,3}[ \t|*]{0,3}(\(?\+?\d(?:[ ().\-/]{0,2}\d){6,14})(?![\w,:])",
    re.IGNORECASE,
)
_SHAPES = re.compile(
    r"(?<![\w(.,:/-])(?:\(0[1-9]\d{1,4}\)[ -]?\d(?:[ -]?\d){4,8}|0[1-9](?P<dot>[. ])\d\d(?:(?P=dot)\d\d){3}"
    r"|0[1-9]\d{0,4}(?:-| / |/| )[1-9]\d{2,3}(?:[ ]?\d{2,4}){1,2})(?![\w:%-])(?![.,/]\d)"
)
"""National numbers by their form alone: an area in brackets, five pairs, or an area set apart from small groups."""
_GROUPS = re.compile(r"(?<![\w$.,:/-])\d(?:[ .\-/()]{0,3}\d){9,10}(?![\w%])(?![.,:/-]\d)")
_WORD = re.compile(
    r"\b(?:tel|telephones?|phones?|phone ?line|fax|telefono?|telefax|mobiles?|mobil|cell|cell ?phone|handy|celular"
    r"|movil|portable|whats ?app|signal|sms|hotlines?|voice ?mail|pager|dial|dials|dialed|dialled|dialing|ring|text"
    r"|rufnummer|telefonnummer|numero|nummer|landline|jail support|llamar|llame|appelez|appeler|anrufen|ligar"
    r"|chiamare|reach|reached|reachable|answers?|answering|rang|rings|ringing|contact|complain|appel|anruf|ruft"
    r"|llamen|llamada|tfno|texting|texts|faxe[sd]|callers? (?:use|dial|ring)|call(?: [\w']{1,12}){0,3}(?: at"
    r"| on)?|number|line)\b",
    re.IGNORECASE,
)
_NEAR = 48
_STRONG = re.compile(
    r"(?:\b(?:tel|telephone|phone|fax|mobile|cell|hotline|dial|ring|text|texts|texted|sms|whats ?app|voice ?mail"
    r"|pager|phones|phoned|faxe[sd]|rings?|rang|ringing|tfno|telefon|telefono|reach(?:ed|able|es)?"
    r"|landline)\b[^\d.;!?]{0,30}|\b(?:complain\w*|contact\w*|answer\w*|picks? up|leave (?:word|a message)|free line"
    r"|book\w*|sign up|ask for|enquir\w+|inquir\w+)\b[^\d.;!?]{0,24}\b(?:at|on|to)[ :]{1,2}|\bcall(?:ed"
    r"|ing)?\b(?! (?:of|no|number|for)\b)[^\d.;!?]{0,30}\b(?:at"
    r"|on)[ :]{1,2}|\bcall:? )\Z",
    re.IGNORECASE,
)
_RIGHT_BEFORE = re.compile(
    r"\b(?:tel|telephone|phone|fax|mobile|cell|hotline|dial|landline|number)\b[ :.=-]{1,3}(?:is )?\Z"
    r"|\b(?:call|ring|phone|text|reach|fax|dial|complain|contact|answers?|answering|calling|picks? up"
    r"|leave (?:word|a message)"
    r"|free line|enquire|inquire)\b[^\d.;:!?]{0,24}\b(?:at|on)[ :]{1,2}\Z"
    r"|\b(?:ring|phone|text|fax|dial|tel)[ :]{1,2}(?:us |me |them |him |her )?\Z",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"\b(?:revisions?|rev|id|ids|isbn|issn|bytes?|bits?|uid|guid|docket|node|ticket|bug|commit|hash|md5|sha\d*|crc"
    r"|page|receipt|account|case|serial|sku|barcode|oclc|doi|version|timestamp|order|votes?|signatures|dollars"
    r"|population|km|votos)\b[^\d.;]{0,12}\Z",
    re.IGNORECASE,
)
_REGIONS = (
    "GB",
    "FR",
    "DE",
    "AU",
    "IE",
    "NL",
    "BE",
    "CH",
    "AT",
    "NZ",
    "IT",
    "ZA",
    "JP",
    "IN",
    "GR",
    "SE",
)
_DATES = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[ ./-](?:0?[1-9]|[12]\d|3[01])[ ./-](?:19|20)\d\d|(?:19|20)\d\d[-/. ][01]\d"
)


_ONLY_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{1,2})?|((?:19|20)[0-9]{2})/\1-[0-9]{2}(?:-[0-9]{2})?(?: [0-9]{1,2})?"
)
"""A date, or a year and a month as they begin the path of a call, which could be dialled."""


def is_only_date(text: str) -> bool:
    """Tell whether a row of digits is a date and nothing else."""
    return bool(_ONLY_DATE.fullmatch(text))


def is_date(text: str) -> bool:
    """Tell whether a row of digits begins as a date does, which most long rows of digits in notes are."""
    return bool(_DATES.match(text))


def find(line: str) -> Iterator[Finding]:
    """Find telephone numbers in a plain line; web addresses are blank in it. One stretch may be found twice.

    Numbers in digits are taken where the plan of a country has them; which plan is guessed from the form, and where
    the form alone says little, a word for telephoning must stand before it.
    """
    yield from (_finding(line, *m.span(1)) for m in _LINK.finditer(line))
    yield from (_finding(line, *m.span(1)) for m in _LABELLED.finditer(line) if not is_date(m[1]))
    yield from (_finding(line, *m.span()) for m in _AREA.finditer(line))
    yield from _by_plan(line)
    yield from _by_words(line)


def _by_plan(line: str) -> Iterator[Finding]:
    for number in _ABROAD.finditer(line):
        if _is_abroad(number[0], line[: number.start()]):
            yield _finding(line, *number.span())
    for number in _AMERICAN.finditer(line):
        if _is_american(number, line):
            yield _finding(line, *number.span())
    for number in _NATIONAL.finditer(line):
        if not is_date(number[0]) and _is_national(number[0], line[: number.start()]):
            yield _finding(line, *number.span())
    yield from (_finding(line, *m.span()) for m in _SPREAD.finditer(line) if _is_valid(m[0], "US"))


def _by_words(line: str) -> Iterator[Finding]:
    """Find numbers of odd groups: of a country's own form, or beside a word for telephoning."""
    for number in _SHAPES.finditer(line):
        if _is_shaped(number, line[: number.start()]):
            yield _finding(line, *number.span())
    for number in _GROUPS.finditer(line):
        before = line[max(0, number.start() - _NEAR) : number.start()]
        if not is_date(number[0]) and _STRONG.search(before) and _is_valid(number[0], "US"):
            yield _finding(line, *number.span())
    for number in _LOCAL.finditer(line):
        before = line[max(0, number.start() - _NEAR) : number.start()]
        if (_STRONG if number["gap"] != " " else _RIGHT_BEFORE).search(before):
            yield _finding(line, *number.span())


def find_in_letters(line: str) -> Iterator[Finding]:
    """Find numbers with words to dial, such as a toll-free one that spells a name."""
    for number in _LETTERS.finditer(line):
        signs = re.sub(r"\W", "", number[0]).removeprefix("1")
        letters = sum(c.isalpha() for c in signs)
        # `212 EAST COURT` is no number; letters are one word, or two, after as many digits as an area has.
        is_set = bool(re.search(r"\d{3}\W{1,2}[A-Z0-9]{3}-[A-Z0-9]{4}\Z", number[0]))
        is_long = 10 <= len(signs) <= 13 and (letters >= 3 or is_set)
        is_free = bool(re.match(r"8(?:00|33|44|55|66|77|88)", signs)) and "-" in number[0]
        is_whole = number[0].startswith(("1", "+", "(")) and "-" in number[0]
        if is_long and (is_free or is_whole or _has_word(line[: number.start()], number[0])):
            yield _finding(line, *number.span())


def _has_word(before: str, number: str) -> bool:
    return "-" in number and bool(_STRONG.search(before[-_NEAR:]))


def find_spoken(line: str) -> Iterator[Finding]:
    """Find numbers of seven digits or more that are written as words."""
    for start, end, digits in spoken.rows(line):
        if len(digits) >= 7:
            yield Finding("P502", start, end, digits)


def _finding(line: str, start: int, end: int) -> Finding:
    return Finding("P502", start, end, key_of(line[start:end]))


def key_of(number: str) -> str:
    """Give the normal form of a number: its digits, without what comes before a country's own part of it."""
    digits = re.sub(r"\D", "", number)
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    return digits[1:] if len(digits) >= 11 and digits[0] == "1" else digits


def _is_american(found: re.Match[str], line: str) -> bool:
    number = found[0]
    before = line[: found.start()]
    if not _is_valid(number, "US"):
        return False
    if number.startswith(("+", "(", "[")) or "-" in number or "." in number or "/" in number:
        return not _OTHER_WORDS.search(before[-_NEAR:])
    if _WORD.search(before[-_NEAR:]):
        return True
    return not _OTHER_WORDS.search(before[-_NEAR:]) and not before.rstrip().endswith((",", "$"))


def _is_abroad(number: str, before: str) -> bool:
    digits = re.sub(
        r"(?:ext|x|poste|durchwahl|anexo).*", "", number, flags=re.IGNORECASE | re.DOTALL
    )
    full = digits if digits.startswith("+") else "+" + digits.lstrip("0 -")
    if _is_valid(full, None):
        return True
    has_word = bool(_WORD.search(before[-_NEAR:]))
    return has_word and _is_possible(full)


def _is_national(number: str, before: str) -> bool:
    has_word = bool(_WORD.search(before[-_NEAR:]))
    groups = re.findall(r"\d+", number)
    if has_word:
        return any(_is_valid(number, region) for region in _REGIONS)
    is_set_apart = 2 <= len(groups) <= 5 and len(groups[0]) >= 2 and not re.search(r"[/.]", number)
    return is_set_apart and _is_valid(number, "GB") and not _OTHER_WORDS.search(before[-_NEAR:])


def _is_shaped(number: re.Match[str], before: str) -> bool:
    """Tell whether the form of a national number is one that some plan has; two groups alone say too little."""
    if number[0].startswith("(") or number["dot"] == ".":
        return not _OTHER_WORDS.search(before[-_NEAR:])
    groups = re.findall(r"\d+", number[0])
    if is_date(number[0]) or len(groups) < 3 or _OTHER_WORDS.search(before[-_NEAR:]):
        return False
    if number["dot"] and not (_WORD.search(before[-_NEAR:]) or before.rstrip().endswith(":")):
        return False
    return any(_is_valid(number[0], region) for region in _REGIONS)


def _parsed(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None


def _is_valid(number: str, region: str | None) -> bool:
    parsed = _parsed(number, region)
    return parsed is not None and phonenumbers.is_valid_number(parsed)


def _is_possible(number: str) -> bool:
    parsed = _parsed(number, None)
    return parsed is not None and phonenumbers.is_possible_number(parsed)
