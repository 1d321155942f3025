"""The words in which people tell what was answered, and how many: English and Spanish.

Whoever reads them says where they may stand (`answers.py`); blanks come to it as one blank each.
"""

import functools
import re
from typing import NamedTuple

from generator.load.marks.folding import folded
from generator.model.minutes import Answer, Side

_SAYS = {
    Side.YES: "yes|yeses|yeas|yea|ayes|aye|for|in favou?r|approved|approve|agreed|agrees|agree|support|pros|pro"
    "|thumbs up|up|positive|s[ií]|a favor|de acuerdo|arriba",
    Side.NO: "noes|nays|nay|no|against|opposed|oppose|opposing|disagreed|disagrees|disagree|cons|con"
    "|thumbs down|down|negative|en contra|contra|abajo",
    Side.ABSTAIN: "abstentions|abstention|abstained|abstaining|abstains|abstain"
    "|abstenciones|abstención|abstencion|se abstienen|se abstiene|abstenerse",
    Side.OTHER: "thumbs sideways|sideways|sideway|undecided|unsure|not sure|neutral|maybe|mixed|indifferent|either"
    "|do not know|don['’]t know|did not answer|no answer|no s[ée]|no saben|no contestan|no contesta"
    "|indecisos|indecisas|tal vez|de lado|a los lados|en el medio",
}
_WORD = "|".join(f"(?:{words})" for words in _SAYS.values())
_KEY = r"[0-9](?=\s?=)|\+[01]s?|[-−–]1s?|[0-9]s|(?:key|button|option|choice|tecla|opci[oó]n|pressed|press)\s[0-9a-z#*]"
_DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,5}|0)"
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|nearly|almost|over|more than|at least|circa|ca\.?|some|~"
    r"|unos|unas|cerca de|casi|más de|al menos|alrededor de"
)
_AMOUNT = (
    rf"(?:(?:{_ABOUT})\s?)?{_DIGITS}(?:\s?[-–]\s?{_DIGITS})?"
    r"(?:\+|\s?%|\sper\s?cent|\spor ciento|\sor so)?(?![0-9])"
)
_SPELLED = {
    "no one": 0, "nobody": 0, "none": 0, "zero": 0, "nadie": 0, "cero": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
    "uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12,
}  # fmt: skip
_NONE = {"no": 0, "ningún": 0, "ninguna": 0, "sin": 0}
"""Words for nothing that may also be an answer, so they count only before what cannot be one."""
_IN_WORDS = "|".join(_SPELLED)
_UNIT = (
    r"(?:people|persons?|votes?|voices|voters|hands|callers?|assemblies|assembly|groups?|places|cities|towns"
    r"|occupations|households|boats|personas?|votos?|voces|manos|asambleas?|grupos?)"
)
_BLOCKS = r"blocks?|blockers?|bloqueos?"
_ASIDES = (
    r"stand[- ]asides?|stands? aside|stood aside|standing aside|se apartan?|se hacen? a un lado"
)
_ABSTAINS = r"abstentions?|abstenci[oó]n(?:es)?"
_APART = rf"(?:{_BLOCKS})|(?:{_ASIDES})|(?:{_ABSTAINS})"
_TO = r"(?:\s?[:=]\s?|\s[-–—]\s|\s|\s?\()"
_SOME = rf"(?:{_AMOUNT}|{_IN_WORDS})"
_FORMS = (
    # 3 stand-asides, one block, no blocks; blocks: 2
    rf"(?P<none>{'|'.join(_NONE)})\s(?P<none_apart>{_APART})\b",
    rf"(?P<n_apart>{_SOME})\s(?P<apart>(?:{_BLOCKS})|(?:{_ASIDES}))\b",
    rf"(?P<apart_first>(?:{_BLOCKS})|(?:{_ASIDES})){_TO}(?P<apart_n>{_AMOUNT})\)?",
    # quorum 40; total 50; 50 votes cast; of 60; 60 present
    rf"qu[oó]rum(?:\s(?:of|was|is|de))?\s?:?\s(?P<quorum>{_DIGITS})(?:\s{_UNIT})?"
    r"(?:(?:\swas|,)?\s(?:reached|met))?",
    rf"(?:total|in all|sum|en total)(?:\s(?:of|de))?\s?[:=]?\s(?P<total>{_DIGITS})(?:\s{_UNIT})?",
    rf"(?P<total_first>{_DIGITS})(?:\s{_UNIT})?\s(?:in all|in total|total|altogether|cast|counted|voted|voting"
    r"|answered|answers|presses|votes|ballots|votos|hands|responses|en total|respuestas|votaron)\b",
    rf"(?:present|attending|presentes)\s?:?\s(?P<present>{_DIGITS})",
    rf"(?P<present_first>{_DIGITS})(?:\s{_UNIT})?\s(?:present|attending|on the call|on the line|presentes"
    r"|en la llamada)\b",
    rf"(?:out of|of|de)\s(?P<of>{_DIGITS})(?:\s{_UNIT})?(?:\s(?:present|on the call|presentes))?",
    # +1: 14; key 2: 120; 1s: 40; 14 +1s; 120 pressed 2
    rf"(?P<key>{_KEY})(?:\s?[:=]\s?|\s[-–—]\s|\s?\()(?P<key_n>{_AMOUNT})\)?(?:\s{_UNIT})?",
    rf"(?P<n_key>{_AMOUNT})\s(?P<key_last>[+−–-]1s?|(?:pressed|pulsaron)\s[0-9#*])",
    # 41 yes, one against, 41 of 60 in favour, about 60% in favour
    rf"(?P<n_word>{_SOME})(?:\s(?:out\s)?(?:of|de)\s(?P<word_of>{_DIGITS}))?(?:\s{_UNIT})?"
    rf"(?:\s(?:voted|said|were|was|are))?\s(?P<word_last>{_WORD})\b",
    # yes 41, yes: 41, yes (41)
    rf"(?P<word>{_WORD}){_TO}(?P<word_n>{_AMOUNT})\)?(?:\s{_UNIT})?",
)
# Not inside a word, an hour, a fraction or a sum of money, and not before a rest of one.
TOKEN = re.compile(
    rf"(?<![\w#$€£@])(?<![0-9][-/.,:+])(?<![0-9]–)(?:{'|'.join(_FORMS)})(?![\w%+])(?:(?<![0-9])|(?![/.,:–-][0-9]))",
    re.IGNORECASE,
)
"""One thing told: an answer with its number, or a number that stands apart."""
ENDING = re.compile(
    rf"(?P<mark>\s?:\s|:|\s?=\s?|\s[-–—]\s|\s?\.{{2,}}\s?|\s?…\s?|\s?\|\s?|\s?[(\[])(?P<amount>{_AMOUNT})"
    rf"(?:\s{_UNIT})?[)\]]?\.?\Z",
    re.IGNORECASE,
)
"""A number at the end of a line, and the sign that parts it from the words before."""
VOTE = re.compile(
    rf"(?:by\s|por\s)?(?P<yes>{_DIGITS})(?:\s?[-–—]\s?|\sto\s|\sa\s)(?P<no>{_DIGITS})"
    rf"(?:\s?[-–—]\s?(?P<abstain>{_DIGITS}))?",
    re.IGNORECASE,
)
"""A vote in numbers alone: `41 to 3`, `41-3-6`."""
WORD_AND_NUMBER = re.compile(rf"(?P<text>[^0-9:=()?]*[^\W\d_]{{3}})\s(?P<amount>{_DIGITS})")
"""A word of anybody's and a number, `evening 44`, which is an answer only beside others and behind a question."""
BLOCKED_BY = re.compile(
    rf"(?:by|por)\s(?P<blocks>{_DIGITS}|{_IN_WORDS})(?:\s{_UNIT})?", re.IGNORECASE
)
"""Behind the outcome `blocked`, by how many."""
PLUS = re.compile(r"[+\-−–]1|\+?0")
"""What somebody types into a chat to agree, to disagree or to be neither."""
OF_ALL = re.compile(
    rf"(?:by\s)?(?P<yes>{_DIGITS})\s(?:out of|of|de)\s(?P<of>{_DIGITS})", re.IGNORECASE
)


class Token(NamedTuple):
    """What one token tells: an answer, or a number with the name of its field in `Tally`; `41 of 60 yes` tells both."""

    answer: Answer | None = None
    apart: str = ""
    number: int | None = None


_NUMBER_WORDS = frozenset(words.split()[0] for words in (*_SPELLED, *_NONE))
_EXACT = re.compile(_DIGITS)
_ANY_DIGIT = re.compile(r"[0-9]")
_ANY_WORD = re.compile(r"\w+")


def may_tell(text: str) -> bool:
    """Tell whether a text holds a number, in digits or in words: without one nothing was counted in it.

    >>> may_tell("which hall?"), may_tell("No blocks"), may_tell("yes 41")
    (False, True, True)
    """
    if _ANY_DIGIT.search(text):
        return True
    return not _NUMBER_WORDS.isdisjoint(_ANY_WORD.findall(folded(text)))


def token_of(found: re.Match[str]) -> Token:
    """Say what was told in a match of `TOKEN`."""
    told = {name: words for name, words in found.groupdict().items() if words is not None}
    for name, field in (
        ("quorum", "quorum"), ("total", "total"), ("total_first", "total"),
        ("present", "present"), ("present_first", "present"), ("of", "present"),
    ):  # fmt: skip
        if name in told:
            return Token(None, field, number(told[name]))
    word = _first(told, "none_apart", "apart", "apart_first")
    if word:
        amount = _first(told, "none", "n_apart", "apart_n")
        field = _field_of(word)
        return Token(None, field, number(amount)) if field else Token(answer(word, amount))
    word = _first(told, "key", "key_last", "word_last", "word")
    present = number(told["word_of"]) if "word_of" in told else None
    return Token(
        answer(word, _first(told, "key_n", "n_key", "n_word", "word_n")),
        "" if present is None else "present",
        present,
    )


def _first(told: dict[str, str], *names: str) -> str:
    return next((told[name] for name in names if name in told), "")


def _field_of(word: str) -> str:
    if re.fullmatch(_BLOCKS, word, re.IGNORECASE):
        return "blocks"
    return "stand_asides" if re.fullmatch(_ASIDES, word, re.IGNORECASE) else ""


def answer(text: str, amount: str) -> Answer:
    """Make an answer of its words and its amount; an amount that is no exact number is kept as it is told."""
    count = number(amount)
    return Answer(text, count, "" if count is not None else amount, side_of(text))


def number(amount: str) -> int | None:
    """Give an exact number in digits or words, or nothing for `about 40`, `40+`, `60%` and the like."""
    plain = amount.lower()
    if plain in _SPELLED or plain in _NONE:
        return {**_SPELLED, **_NONE}[plain]
    return int(plain.replace(",", "")) if _EXACT.fullmatch(plain) else None


@functools.lru_cache(maxsize=1024)
def side_of(text: str) -> Side:
    """Tell what an answer says, by its first known word; `+1` and `-1` are what they are on every board."""
    words = text.lower()
    if words.startswith("+1"):
        return Side.YES
    if re.fullmatch("[-−–]1s?", words):
        return Side.NO
    found = (side for side, said in _SAYS.items() if re.fullmatch(said, words))
    return next(found, Side.OTHER)
