"""Words around an outcome that take it back or make it hang on something: `not`, `if`, `pending`, a question mark.

Whatever is doubted never counts as adopted. Votes that name a "no" are no doubt.
"""

import re

from generator.load.marks.folding import holds_any

_VOTE_WORDS = frozenset(
    "to for against in favor favour yes abstain abstained abstaining abstains abstention abstentions vote"
    " votes voted voting ayes aye nays nay yea yeas and with w out of one two three four five six seven"
    " eight nine ten a an all the everyone everybody majority by block blocks blocked blocking stand"
    " stands stood standing aside asides objection objections objecting opposed opposition opposing"
    " dissent concern concerns reached achieved unanimous unanimously consensus acclamation show hands"
    " hand group assembly call present today tonight here now it was is been as amended amendment"
    " amendments friendly full minus agreed agreement percent over plus minor upon on both sí en contra"
    " abstención abstenciones con y la el los las de por una un uno dos tres cuatro cinco bloqueo bloqueos"
    " objeciones objeción votos voto todas todos unanimidad mayoría manos enmienda enmiendas grupo"
    " asamblea hoy persona personas people person places towns".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_JOIN = re.compile(r"\b(?:supersedes|closes)\s+[a-z0-9-]{0,80}#[a-z0-9-]{1,80}", re.IGNORECASE)
_NO_VOTES = re.compile(
    r"\b(?:no|sin|ningún|ninguna|without)\s+(?:blocks?|stand[ -]?asides?|objections?|opposition|abstentions?|concerns?"
    r"|dissent|votes?|one\s+(?:against|opposed|blocked|objected)|amendments?|bloqueos?|objeci[oó]n(?:es)?|abstenci[oó]n(?:es)?"
    r"|votos)\b|\bno[\s:=]{1,3}[0-9]|[0-9%]\s{1,3}no\b|\b(?:none|nobody)\s+(?:against|opposed)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\?|\b(?:not|no|never|cannot|yet|if|unless|pending|subject\s+to|propos(?:ed|al)|provisional(?:ly)?|tentative(?:ly)?"
    r"|maybe|perhaps|almost|nearly|but|however|provided|should|would|could|might|once|until|later|draft|in\s+principle"
    r"|except|undone|reversed|withdrawn|tabled|postponed|deferred|rejected|disagree\w{0,4}"
    r"|salvo|pendiente|sujet[oa]|todavía|aún|propuest[oa]|provisional(?:mente)?|pero|quizás?|casi|hasta|borrador)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:pending|subject\s+to|unless|if|yet|no\s+longer|undone|undo\s+this|reversed|revers(?:al|ing)|withdr[ae]wn?|reconsider\w{0,3}"
    r"|re-?opened|blocked|tabled|postponed|deferred|rejected|annulled|not\s+(?:agreed|passed|decided|adopted|binding|final|valid|done)"
    r"|no\s+(?:consensus|decision|agreement)|no\s+quorum|sujet[oa]\s+a|salvo|pendiente|todavía\s+no|aún\s+no|sin\s+acuerdo)\b",
    re.IGNORECASE,
)
_ONLY_AGAINST = re.compile(
    r"\W{0,3}(?:(?:all|everyone|everybody|tod[oa]s)\s+)?(?:against|opposed|over|lost|en\s+contra)\W{0,3}\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.()]|\s[–—-]{1,2}\s")
_BLOCKED = re.compile(
    r"(?:was\s|is\s|fue\s)?(?:blocked|bloquead[oa])(?P<by>\s(?:by|por)\s(?!no\b|nobody\b|none\b|nadie\b).{1,80})?",
    re.IGNORECASE,
)
_SOMEBODY_BLOCKED = re.compile(
    r"(?!(?:no|nobody|none|not|never|zero|0|nothing|nadie)\b).{1,80}\s(?:blocked|bloqueó)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\s*[:–—-]{1,3}\s{0,3}(?:no|not|none|nobody)\b", re.IGNORECASE)
_HANGS = re.compile(
    r"\b(?:pending|subject\s+to|tentativ(?:e|ely)|provisional(?:ly)?|not\s+yet|no\s+decision|no\s+consensus|no\s+agreement"
    r"|undecided|unresolved|awaiting|disagree|tb[adc]|to\s+be\s+(?:decided|confirmed|ratified|approved|agreed|determined"
    r"|discussed|voted|revisited)|(?:still|only)\s+(?:a\s+)?propos\w{1,4}|needs?\s+(?:approval|consensus|ratification"
    r"|agreement|a\s+vote)|if\s+(?:approved|ratified|agreed|passed|confirmed|no\s?body|no\s+one|everyone|there\s+(?:is|are)\s+no)"
    r"|maybe|perhaps|might|in\s+principle|nothing\s+(?:final|decided|agreed)|(?:nobody|no\s+one)\s+(?:could|agreed|decided)"
    r"|(?:was|were|is|been|later|then|since)\s+(?:later\s+)?(?:withdrawn|reversed|undone|blocked|rejected|annulled|dropped)"
    r"|unless\s+(?:blocked|some|any|there|it)|not\s+(?:agreed|decided|passed|adopted|approved|reached|final|binding)"
    r"|pendientes?|sujet[oa]\s+a|por\s+(?:confirmar|decidir)|todavía\s+no|aún\s+no|sin\s+(?:acuerdo|consenso|decidir)"
    r"|no\s+(?:hubo|hay)\s+(?:acuerdo|consenso|decisión)|(?:motion|proposal|vote)\s+(?:was\s+|is\s+)?(?:lost|defeated)"
    r"|(?:straw\s+poll|temperature\s+check|temp\s+check|test\s+vote)\s+only|only\s+a\s+(?:straw\s+poll|temperature\s+check"
    r"|test\s+vote|recommendation))\b|\s[–—-]{1,2}\s+opposed\W{0,3}\Z",
    re.IGNORECASE,
)
STEMS = (
    "not ", "no decision", "no consensus", "no agreement", "pending", "subject to", "tentativ", "provisional",
    "undecided", "unresolved", "awaiting", "disagree", "tba", "tbd", "tbc", "to be ", "propos", "need", "if ",
    "maybe", "perhaps", "might", "in principle", "nothing ", "nobody ", "no one ", "withdrawn", "reversed",
    "undone", "blocked", "rejected", "annulled", "dropped", "unless ", "pendiente", "sujet", "por confirmar",
    "por decidir", "todav", "aún no", "sin ", "no hubo", "no hay", "lost", "defeated", "only", "opposed",
)  # fmt: skip
"""One of these stands in all words that make a decision hang on something; most texts have none of them."""
_NOTHING = re.compile(
    r"\s*(?:(?:none|nothing|no|n/?a|nada|ningun[oa]|undecided|unresolved|unclear|tb[adc])\s*[.!]?\s*\Z"
    r"|(?:none|nothing|nada|ningun[oa])\s+(?:was\s+|were\s+|yet\b|made|reached|taken|agreed|decided|today|tonight|this|hoy|todavía)"
    r"|no\s+(?:decisions?|consensus|agreement|decisión|consenso|acuerdo)\b"
    r"|not\s+(?:yet|reached|made|taken|decided|agreed|finali[sz]ed|adopted|passed|final)\b"
    r"|(?:still\s+)?(?:to\s+be|pending|awaiting|waiting\s+for|under\s+discussion|in\s+progress|needed|needs\s+to\b|undecided"
    r"|por\s+decidir|pendiente)|(?:we\s+)?(?:did|could|can|were|was|are|is|have)(?:n['’]t|\s+not)\s+(?:yet\s+|able\s+to\s+)?"
    r"(?:decide|agree|reach|come\s+to|finish|get\s+to)|no\s+(?:se|hubo|hay)\b|(?:defer|table|leave\s+(?:it\s+)?open|pass(?:ed)?\s+(?:on\s+)?to)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s*(?:\(?see|véase|ver)\s+(?:below|above|notes?|minutes|the|page|item|last|attached|abajo|arriba|notas|acta)\b",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"\s*~~[^~]+~~[\s.]*\Z")


def is_votes(text: str) -> bool:
    """Tell whether a text is nothing but numbers and words of voting, such as `41 to 3, no blocks`."""
    if "?" in text or _ONLY_AGAINST.match(text):
        return False
    words = _WORD.findall(_NO_VOTES.sub(" ", text))
    return all(word.lower() in _VOTE_WORDS for word in words)


def is_doubted(text: str) -> bool:
    """Tell whether what stands behind an outcome puts it in doubt, names of other marks and votes aside."""
    rest = _NO_VOTES.sub(" ", _JOIN.sub(" ", text))
    return _DOUBT.search(rest) is not None or _ONLY_AGAINST.match(rest) is not None


def is_blocked(text: str, is_of_one_mind: bool) -> bool:
    """Tell whether what stands behind an adoption says that it was blocked: `consensus, blocked by Old Harbour`.

    A vote may pass over the block of somebody who is named, which those who are of one mind cannot.
    """
    for clause in _CLAUSE.split(text):
        said = _BLOCKED.fullmatch(clause.strip())
        if said and (is_of_one_mind or not said["by"]):
            return True
        if is_of_one_mind and _SOMEBODY_BLOCKED.fullmatch(clause.strip()):
            return True
    return False


def is_taken_back(text: str) -> bool:
    """Tell whether sentences that come after an outcome take it back."""
    rest = _NO_VOTES.sub(" ", text)
    return _DENIED.match(rest) is not None or _TAKEN_BACK.search(rest) is not None


def is_nothing(text: str) -> bool:
    """Tell whether the words of a decision say that there is none."""
    return _NOTHING.match(text) is not None


def hangs(text: str) -> bool:
    """Tell whether the words of a decision make it hang on something, ask for it, or strike it out."""
    return (
        text.rstrip(' "”»*_').endswith("?")
        or _ELSEWHERE.match(text) is not None
        or (holds_any(text, STEMS) and _HANGS.search(text) is not None)
        or _STRUCK.match(text) is not None
    )
