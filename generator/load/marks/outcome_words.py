"""The words with which people say what became of a proposal, in English and Spanish, each with our word for it.

What stands here says the thing by itself; how it sits in a line, and what takes it back, is left to `outcomes_said`.
"""

import re
from typing import NamedTuple

_AMENDED = r"(?:as|with) (?:an? |one |two |some |the )?(?:friendly )?amend(?:ed|ments?)|con (?:una? |las? )?enmiendas?"
_ADOPTED = {
    "passed as amended": rf"(?:passed|adopted|approved|accepted|carried|aprobad[oa]s?) (?:{_AMENDED})",
    "modified consensus": r"modified consensus|consensus minus one|consenso modificado",
    "unanimous": r"unanimous(?:ly)?(?: consensus| vote)?|(?:passed|approved|adopted|agreed|accepted|carried|decided)"
    r" unanimously|(?:aprobad[oa]s? )?por unanimidad|unánimes?|unanimidad",
    "consensus": r"(?:(?:passed|agreed|adopted|approved|accepted|decided|aprobad[oa]s?|acordad[oa]s?)"
    r" (?:by|with|por|con) )?(?:full |general |complete )?(?:consensus(?:ed)?|consenso)|consensuad[oa]s?",
    "consented": r"consented(?: to)?|consent(?: given)?|consentid[oa]s?|consentimiento",
    "passed": r"passed|passes|approved|adopted|carried|(?:se )?(?:aprobó|aprueban?|aprobaron)|aprobad[oa]s?"
    r"|adoptad[oa]s?",
    "agreed": r"agreed(?: to| upon| on)?|agreement|acordad[oa]s?|se (?:acordó|acuerda)|acuerdo|de acuerdo",
    "decided": r"decided|decidid[oa]s?|se (?:decidió|decide)",
    "accepted": r"accepted|aceptad[oa]s?|se (?:aceptó|acepta)",
    "ratified": r"ratified|ratificad[oa]s?",
}
_NOT = (
    r"(?:no|not|never|without|lack of|sin|ningún|nunca|cannot"
    r"|(?:did|do|does|was|were|is|are|has|have|had|could|can)(?:n['’]t| not| never)|failed to"
    r"|no (?:hubo|hay|se|fue|fueron|está|quedó)(?: (?:llegó|alcanzó|logró)(?: al?)?)?)"
    r"(?: yet| still| been| be| quite| really| aún| todavía)?(?: reach(?:ed)?| find| found| get)?"
    r"(?: an?| any| full| clear| the| una?| ningún)?"
)
_UNREACHED = (
    r"consensus|agreement|decision|consent|unanimity|agreed?|decided?|consented|reached|made|resolved?|final|consenso"
    r"|acuerdo|decisión|acordad[oa]s?|decidid[oa]s?|unanimidad|acordó|decidió"
)
_UNPASSED = (
    r"pass(?:ed)?|approv(?:ed?|al)|adopt(?:ed)?|accept(?:ed)?|carr(?:y|ied)|ratif(?:y|ied)|aprobad[oa]s?|aprobó|aprueba"
    r"|pasó|aceptad[oa]s?|aceptó|adoptad[oa]s?|ratificad[oa]s?"
)
_UNTAKEN = r"taken|tested|polled|voted(?: on| upon)?|votes?(?: taken| held)?|held|votó|votación|tomad[oa]s?"
_FAILED = (
    r"(?:consensus|agreement|decision|vote|consenso|acuerdo)(?: was| is| has been| could| has)?"
    r"(?:(?: not|n['’]t| never)(?: yet)?(?: be)?(?: reached| made| taken| found| achieved)?| failed| needed| sought"
    r"| pending| postponed| deferred)"
)
_LEFT_OPEN = (
    r"left open|still open|open|no quorum|undecided|unresolved|pending|unfinished|tb[adc]"
    r"|to be (?:decided|continued|discussed|confirmed|agreed|determined|revisited)|(?:we |it )?ran out of time"
    r"|out of time|sin (?:decidir|resolver)|por decidir|(?:queda(?:n)? |quedó )?abiert[oa]s?"
)
_NOT_ADOPTED = {
    "not taken": rf"not taken|{_NOT} (?:{_UNTAKEN})|(?:vote|poll|decision) (?:was )?not taken",
    "left open": rf"{_NOT} (?:{_UNREACHED})|{_FAILED}|{_LEFT_OPEN}",
    "rejected": rf"{_NOT} (?:{_UNPASSED})|rejected|failed|defeated|voted down|turned down|declined|refused"
    r"|(?:se )?rechaz(?:ad[oa]s?|ó|a)|denegad[oa]s?",
    "tabled": r"tabled|postponed|deferred|put off|held over|carried (?:over|forward)|moved to (?:the )?next|on hold"
    r"|shelved|parked|(?:comes|came|goes|went|sent|referred|brought) back|referred(?: to)?"
    r"|(?:quedan? |quedó )?(?:pendientes?|aplazad[oa]s?|pospuest[oa]s?|postergad[oa]s?)"
    r"|se (?:aplaz[aó]|pospone|pospuso)",
    "blocked": r"blocked|block|vetoed|(?:se )?bloque(?:ad[oa]s?|ó)|vetad[oa]s?",
    "withdrawn": r"withdrawn|withdrew|retracted|taken back|dropped|retirad[oa]s?|se retir[óa]",
    "proposed": r"proposed|propuest[oa]s?|se (?:propone|propuso)",
    "suggested": r"suggested|sugerid[oa]s?|se (?:sugiere|sugirió)",
    "encouraged": r"encouraged|animad[oa]s?|alentad[oa]s?|se (?:anima|alienta)",
    "favoured": r"favou?red|favorecid[oa]s?",
    "collected": r"collected|gathered|recogid[oa]s?|recopilad[oa]s?",
    "discussed": r"discussed|debated|discutid[oa]s?|debatid[oa]s?|se (?:discutió|debatió|habló)",
    "reported": r"reported|informad[oa]s?|se inform[óa]",
    "announced": r"announced|anunciad[oa]s?|se anunci[óa]",
    "noted": r"noted|anotad[oa]s?|se tom[óa] nota|tomado nota",
    "unclear": r"unclear|poco clar[oa]|no está claro",
}
_BEFORE = (
    r"(?:(?:we|the|group|motion|proposal|it|is|was|were|are|has|have|had|been|all|everyone|everybody|there|reached|result"
    r"|outcome|status|by|with|in|then|finally|also|assembly|call|se|fue|queda|por|con|la|el|y|and|yes|sí)[:,]?\s+){0,5}"
)
_LISTS = (*_NOT_ADOPTED.items(), *_ADOPTED.items())
# What denies comes first in the pattern: the first alternative that fits is taken.
_PHRASE = re.compile(
    _BEFORE
    + rf"(?P<said>{'|'.join(f'({words})' for _, words in _LISTS)})(?![\w'’])".replace(
        " ", r"[\s-]{1,3}"
    ),
    re.IGNORECASE,
)


class Phrase(NamedTuple):
    """An outcome as it was said: our word for it, and where the words of it begin and end in the text."""

    word: str
    start: int
    end: int


def phrase_at(text: str, start: int, end: int) -> Phrase | None:
    """Give the outcome with which a stretch of a text begins, or nothing; its length does not matter to the time."""
    # Many stretches are empty or begin with a bracket or a number, and every phrase begins with a letter.
    begins = start < end and text[start : start + 1].isalpha()
    found = _PHRASE.match(text, start, end) if begins else None
    if not found:
        return None
    word = next(word for (word, _), said in zip(_LISTS, found.groups()[1:], strict=True) if said)
    if word == "rejected" and _YET.search(found["said"]):
        word = "left open"
    return Phrase(word, found.start("said"), found.end())


_YET = re.compile(r"\b(?:yet|still|aún|todavía)\b", re.IGNORECASE)
