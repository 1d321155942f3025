"""PINs, passcodes, access codes and passwords: a label near a value, in both orders, and one-tap dial strings.

What a public conference line says of its keys (`press *6 to mute`) and that there was a secret are no secrets.
"""

import re
from collections.abc import Iterator

from generator.personal_data import labels, spoken
from generator.personal_data.finding import Finding

_DIGITS = r"\d(?:[ -]{0,3}\d){3,16}(?!\w)(?:[ ]?#)?"
_NUMBER = rf"(?<![\w$./-])(?<!\d[,:]){_DIGITS}"
_VALUE = re.compile(rf"(?:[#*]\s?)?(?P<digits>(?<![\w$]){_DIGITS})")
_FILLING = re.compile(r"[^\d\n;!?]{0,40}?(?=[\d#*])")
_REFUSALS = re.compile(
    r"\b(?:not|no longer|never|without|were|kept|left|changed?|since|until|of|about|than|over|page|section"
    r"|chapter|version"
    r"|item|years?|between|dropped|removed|expired|by|at \Z|in \Z|on \Z|from|took|after|before|who|press"
    r"|for medics|stack"
    r"|nicht|kein|keine|sin|sans|pas|nao|senza|tel|telephone|phone)\b|\$|[.]\s+[A-Z]",
    re.IGNORECASE,
)
"""Words between a label and a number that make the number something else."""
_MUCH = re.compile(
    r"[ ]?(?:%|people|persons|callers|hubs|times|minutes|min\b|hours|days|weeks|years|votes?|dollars|euros"
    r"|members|copies"
    r"|cards|letters|characters|digits|lines|words|pages|feet|bytes|kB|[ap]\.?m\b|:\d\d|[.,/]\d|o'clock"
    r"|[eE][sS]?[tT]\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(
    r"(?:19|20)\d\d[- ](?:0?[1-9]|1[0-2])(?:[- ](?:0?[1-9]|[12]\d|3[01]))?|\d{1,2}[- ]\d{1,2}[- ](?:19"
    r"|20)\d\d|\d{1,3}[-](?:19|20)\d\d"
)
_TELEPHONE = re.compile(r"(?:1[ -]?)?[2-9]\d\d[ -][2-9]\d\d[ -]\d{4}")
_CLOSE = re.compile(
    r"[ \t]*(?:\([^()\n]{0,30}\))?(?: (?:for|of|to|on|at|into|da|do|de|del|para|pour|du|des|d'|fur|der|des|vom|zum"
    r"|zur|della|dello|per|voor|van)(?: [\w'-]{1,16}){1,4}(?=[ ]?[:=]|[ ](?:is|was|es|est|ist|lautet|e)\b))?"
    r"[ \t*_`\"'|]*(?:(?:(?:is|was|are|be|will be|takes|wants|reads|remains|stays|became|being|now|lautet|ist|war|es"
    r"|era|est|sera|e|eh|sara)(?!\w)|=|:"
    r"|#|->|-|>)[ \t*_`\"'|:]*){1,4}",
    re.IGNORECASE,
)
_BARE = re.compile(r"[ \t]+[*_`\"'(\[]*")
_TOKEN = re.compile(r"[^\s|`\"'<>()\[\]]{3,40}")
_ODD = re.compile(r"\d|[!#$%^&+=~@]|[a-z][A-Z]|\w[-_]\w")
_ORDINARY = re.compile(
    r"(?:\d+(?:st|nd|rd|th|am|pm|min|h|s|k|kg|m|km|x|%)?|v\d.*|[A-Z]?[a-z]+(?:-[a-z]+)*(?:ed|ing|able|ible|ly|wn"
    r"|ent)|[A-Z][a-z]+(?:-[A-Z][a-z]+)+"
    r"|\d{1,2}:\d\d\w*|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|https?:.*|mailto:.*|.*@.*)[.,;:)]*\Z"
)
_NO_VALUES = frozenset(
    "none no not required needed sent unknown tbd tba same see ask yes given kept withheld private"
    " redacted changed hidden later below above the a an to on in by for and or is was are at from with"
    " here there only never left left-out left out available public secret empty optional necessary"
    " different new old mailed emailed e-mailed given-out read-out read still also gone lost set it you we"
    " they people only upon on-request n/a na nada ninguna keine kein aucun nenhuma nessuna protected"
    " protection policy reset resets manager free-of-charge non-public unpublished well-known asked shared"
    " announced told of code codes number protected-page protection. forgotten wrong right correct".split()
)
_BACK = re.compile(
    rf"(?P<value>(?:#\s?)?{_NUMBER}"
    rf"|(?<![\w/.@-])(?=[\w!#$%^&+=~-]*[\d!$%^&+=~_-])[A-Za-z0-9][\w!#$%^&+=~-]{{3,30}}(?![\w/.@]))[*_`\"')]{{0,3}}"
    r"(?:[ ,]{1,2}(?:is|was|as|for|=|will be|would be|being|ist|es|est|e|comme|como|come|als)\s+"
    r"(?:(?:the|a|our|your|their|this|tonight's|today's|my|its|der|die|das|unser|el|la|le|notre|nuestro|il|o"
    r"|un)\s+)?(?:[a-z]+(?:'s)?\s+)?"
    rf"|\s?\((?:(?:that|this|it|which)(?:'s| is) )?(?:the |our )?|[ ]?=[ ]?)(?P<label>{labels.STRONG}"
    rf"|{labels.WEAK})(?![\w-]| of )",
    re.IGNORECASE,
)
_WEAK = re.compile(
    rf"(?<![\w.-])(?P<before>[\w'-]+[ ])?(?P<label>{labels.WEAK})(?P<link>(?: (?:for )?(?:tonight|today|the call"
    rf"|everyone|all|callers|now|again|this week|this time))?[ \t]*(?:[:=#-]|is|was|es|est"
    rf"|ist)?[ \t*_`\"'#:]{{0,4}})(?P<digits>{_NUMBER}|\d{{3}}#)",
    re.IGNORECASE,
)
_BEFORE_CODE = frozenset(
    "the our this new use with enter by and a your tonight's today's call type dial punch key in then is"
    " el le der un con avec mit for via hub old current usual".split()
)
_PHRASE = re.compile(
    r"\bpass ?-?phrase[ ]?(?:[:=]|is|was)[ ]?[\"'`]?(?P<value>(?!(?:not|no|none|ask|see|sent|the|to be"
    r"|only|kept|given|changed|unknown|withheld|in|with|on)\b)[a-z]+(?:[ -][a-z]+){2,7})",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    rf"(?<![^\W_])(?<![/.-])(?P<label>{labels.PASSWORD}|(?:room|door|gate|host|entry|access) key|pass ?code|pin"
    r"|access code|combination)(?: (?:for|of|to) [\w' ]{1,24}?)?[ ]?(?:is|was|will be|:|=|,)?[ ]?"
    r"(?P<quote>[\"'`])(?P<value>[^\"'`\n]{3,48})(?P=quote)(?!\w)",
    re.IGNORECASE,
)
_QUOTES = re.compile("[\"'`]")
_DIGIT = re.compile(r"\d")
_WORDY = (
    *(
        "pass pw p/w p.w word key clef clave phrase secret mdp mot contra senha parol chiave chave token wort haslo"
        " heslo jelszo salasana sifre parool losen kode fi pin p.i cod combo combin palabra palavra one two three"
        " dos tres zwei drei deux dois psw magic"
    ).split(),
    "p i",
)
"""What a line has in which a secret may be a word; where there is a digit every label is looked for."""
_MONEY = re.compile(r"(?:USD|EUR|GBP|CAD|AUD|[$\u20ac\u00a3]) ?\Z")
_GREAT = re.compile(r"[A-Z][A-Z0-9-]{3,15}")
_LOGIN = re.compile(
    r"\b(?:login|log-in|credentials|user(?:name)?)[ ]?[:=]?[ ]?[\w.@-]{2,30}[ ]?[/"
    r"|,;]?[ ]?(?:pass[ :=]{1,2})?(?P<value>(?=[^\s]*\d)(?=[^\s]*[a-z])[\w!#$%^&+=~-]{5,30})(?!\w)",
    re.IGNORECASE,
)
_POUND = re.compile(
    rf"(?<![\w#*])(?P<value>\d(?:[ -]{{0,2}}\d){{3,11}}[ ]?#)(?![\w#])"
    rf"|(?P<said>{_NUMBER})[ ,]{{1,2}}(?:then |and |followed by |plus )?(?:press )?(?:the )?(?:pound"
    rf"|hash)(?: key| sign)?\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"[ -]*(?:participants|bytes|capacity):[ ]*")
_ONE_TAP = re.compile(
    r"(?<!\w)\+?\(?\d[\d ().-]{6,18}\d[ ]?(?:,[ ]?,[ ,]{0,4}|;ext=|;|[pw]{1,3}|,(?=\d+#)"
    r"|\bx(?=\d{4,}#?))\*?\d{3,}[#*\d,]*(?<!,)"
)


def find(line: str) -> Iterator[Finding]:
    """Find secrets in a plain line; web addresses are blank in it."""
    yield from _dialled(line)
    yield from _labelled(line)


def _dialled(line: str) -> Iterator[Finding]:
    """Find what is plainly dialled: behind a number with one tap, or before the pound key."""
    for tap in _ONE_TAP.finditer(line):
        yield Finding("P503", *tap.span())
    for pound in _POUND.finditer(line):
        if not _begins_a_comment(line, pound):
            yield Finding("P503", *pound.span("value" if pound["value"] else "said"))


def _begins_a_comment(line: str, pound: re.Match[str]) -> bool:
    """Tell whether the sign begins a comment of a record, behind a day or a field that counts."""
    value = pound["value"] or ""
    if not value.endswith(" #"):
        return False
    return bool(_DATE.fullmatch(value[:-2]) or _COUNTING.fullmatch(line, 0, pound.start()))


def _labelled(line: str) -> Iterator[Finding]:
    low = line.lower()
    low = low if len(low) == len(line) else line
    has_digit = bool(_DIGIT.search(line))
    if not has_digit and not any(word in low for word in _WORDY):
        return
    for label in labels.NAMED.finditer(low):
        yield from _after(line, label)
    if has_digit and ("cod" in low or "kod" in low):
        yield from (_of(found, "digits") for found in _WEAK.finditer(line) if _is_weak_one(found))
    yield from (_of(found, "value") for found in _BACK.finditer(line) if _is_back_one(found))
    yield from _spoken(line)
    yield from (Finding("P503", *found.span("value")) for found in _PHRASE.finditer(line))
    quoted = _QUOTED.finditer(line) if _QUOTES.search(line) else ()
    for found in quoted:
        if found["value"].split()[0].lower() not in _NO_VALUES:
            yield _of(found, "value")
    for found in _LOGIN.finditer(line):
        if not _ORDINARY.match(found["value"]):
            yield _of(found, "value")


def _of(found: re.Match[str], group: str) -> Finding:
    return Finding("P503", *found.span(group))


def _after(line: str, label: re.Match[str]) -> Iterator[Finding]:
    """Look for a value behind a label: a number a few words on, or a word right behind it."""
    window = line[label.end() : label.end() + 60]
    filling = _FILLING.match(window)
    if filling and not _REFUSALS.search(filling[0]):
        value = _VALUE.match(line, label.end() + filling.end())
        is_one = value and is_number(value["digits"], label[0], _is_close(filling[0]))
        if value and is_one and not _MUCH.match(line, value.end()):
            yield _of(value, "digits")
            return
    word = _word(line, label)
    if word:
        yield Finding("P503", *word)


def _is_close(filling: str) -> bool:
    return not re.search(r"[A-Za-z]{3}", filling)


def is_number(value: str, label: str, is_close: bool) -> bool:
    """Tell whether a number may be the value of a label: not a date, nor a telephone number; a year only beside it."""
    digits = re.sub(r"\D", "", value)
    plain = value.strip()
    if _DATE.fullmatch(plain) or _TELEPHONE.fullmatch(plain):
        return False
    if _YEAR.fullmatch(plain) and not is_close:
        return False
    least = 6 if labels.IS_LONG.search(label) and not plain.endswith("#") else 4
    return len(digits) >= least


def _word(line: str, label: re.Match[str]) -> tuple[int, int] | None:
    """Find a word that is a value: behind `:` or `is`, or, of passwords, right behind the label when it looks odd."""
    close = _CLOSE.match(line, label.end())
    gap = close or _BARE.match(line, label.end())
    token = _TOKEN.match(line, gap.end()) if gap else None
    if gap is None or token is None:
        return None
    word = token[0].rstrip(".,;:)*_?")
    span = token.start(), token.start() + len(word)
    if len(word) < 3 or word.lower() in _NO_VALUES or _ORDINARY.match(word) or "//" in word:
        return None
    if _ODD.search(word):
        return span if _may_be_odd(word, label[0], bool(close)) else None
    is_password = bool(re.fullmatch(labels.PASSWORD, label[0], re.IGNORECASE))
    is_great = (
        _GREAT.fullmatch(word) and re.search("pin|code|key", label[0], re.IGNORECASE) and close
    )
    if is_password and line[label.start() - 1 : label.start()] == "(":
        return span if line[span[1] : span[1] + 1] == ")" else None
    return span if (is_password or is_great) and _stands_alone(line, gap[0], span) else None


def _may_be_odd(word: str, label: str, is_close: bool) -> bool:
    """A code has a digit; a password may be any odd word, but behind no sign only one that no sentence has."""
    has_digit = any(c.isdigit() for c in word)
    if not re.fullmatch(labels.PASSWORD, label, re.IGNORECASE):
        return (
            has_digit
            and len(word) >= 4
            and bool(re.search("[A-Za-z]", word))
            and not labels.IS_LONG.search(label)
        )
    return (
        is_close or has_digit or bool(re.search(r"[!#$%^&+=~@_]|[a-z][A-Z]|^[a-z]+-[a-z]+$", word))
    )


def _stands_alone(line: str, gap: str, span: tuple[int, int]) -> bool:
    """Tell whether an ordinary word is all that is said: `password: sesame`, or one in quotes."""
    rest = line[span[1] :].lstrip("*_`\"'|) ")
    is_quoted = bool(re.search(r"[\"'`]\Z", gap)) and line[span[1] : span[1] + 1] in "\"'`"
    if is_quoted:
        return True
    word = line[span[0] : span[1]]
    ends = not rest or rest[0] in ".,;"
    is_said = bool(re.search(r"\b(?:is|was|ist|lautet|es|est|e)\b", gap, re.IGNORECASE))
    return ends and (bool(re.search("[:=]", gap)) or (is_said and word.islower()))


def _is_weak_one(found: re.Match[str]) -> bool:
    digits, before = found["digits"], (found["before"] or "").strip().lower()
    if _MUCH.match(found.string, found.end()) or _DATE.fullmatch(digits.strip()):
        return False
    if before and before not in _BEFORE_CODE:
        return digits.endswith("#")
    number = re.sub(r"\D", "", digits)
    if digits.endswith("#"):
        return True
    if _YEAR.fullmatch(digits.strip()) or _TELEPHONE.fullmatch(digits.strip()):
        return False
    return len(number) >= 5 or (bool(re.search(r"[:=]|is|was", found["link"])) and len(number) == 4)


def _is_back_one(found: re.Match[str]) -> bool:
    value, label = found["value"], found["label"]
    if _MONEY.search(found.string[max(0, found.start() - 8) : found.start()]):
        return False
    digits = re.sub(r"\D", "", value)
    if re.fullmatch(_VALUE, value):
        return not _YEAR.fullmatch(value.strip()) and is_number(value, label, is_close=True)
    if _ORDINARY.match(value) or value.lower() in _NO_VALUES:
        return False
    is_password = bool(re.fullmatch(labels.PASSWORD, label, re.IGNORECASE))
    return (
        bool(digits) and bool(re.search("[A-Za-z]", value))
        if not is_password
        else bool(_ODD.search(value))
    )


def _spoken(line: str) -> Iterator[Finding]:
    """Find a code in words beside a label of either kind, in the same sentence."""
    for start, end, _ in spoken.rows(line):
        around = re.split(r"[.;!?]", line[max(0, start - 40) : start])[-1] + "\n"
        around += re.split(r"[.;!?]", line[end : end + 40])[0]
        if labels.NAMED.search(around.lower()) or re.search(
            rf"\b{labels.WEAK}\b", around, re.IGNORECASE
        ):
            yield Finding("P503", start, end)
