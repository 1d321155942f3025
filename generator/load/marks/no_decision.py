"""Words with which a decision says that there is none: too few people, more time, next week, in English and Spanish.

What is said of an outcome itself is left to `doubts`. Being too careful here costs a volunteer one line to rewrite;
the other way round something would stand in the register that nobody decided.
"""

import re

from generator.load.marks.doubts import hangs, is_nothing
from generator.load.marks.folding import holds_any

_LONGEST = 4000
_EDGE = re.compile(r"[\s(\[{*_~\"'“”«»–—:.…-]{1,40}")
_ENDS = r"(?=\s*(?:\Z|[.,;:!?)\]/–—]|-\s))"
_NONE = (
    rf"none\b(?!\s+of\b)|none\s+of\s.{{0,80}}?\b(?:passed|agreed|decided|adopted|accepted|approved|consensus)\b"
    rf"|nothing\b(?:{_ENDS}|\s+(?:was|were|yet|decided|agreed|reached|settled|came|tonight|today|this|so\s+far|for\s+now"
    r"|final|is\s+(?:yet\s+)?(?:decided|agreed|settled|final))\b)"
    r"|(?:nobody|no[\s-]one)\s+(?:could|knew|decided|agreed|wanted\s+to|came\s+to|dared|(?:was|were|is)\s+(?:sure|ready|there"
    r"|able|willing|certain))\b"
    r"|no\s+(?:quorum|outcome|conclusion|majority|unanimity|clear|decisions?|consensus|agreement|resolution)\b"
    rf"|no\s+(?:vote|time|answer|result|idea)\b(?:{_ENDS}|\s+(?:was|were|taken|yet|left|tonight|today|for\s+(?:it|this|that)))"
    r"|not\s+(?:enough|quite|tonight|today|now|this\s+(?:week|month|time|call|year)|yet|sure|clear|settled|possible|able|ready"
    r"|until|made|one|really|at\s+this)\b"
    r"|(?:far\s+)?too\s+(?:few|early|soon|late|many|close|tired|noisy)\b"
    rf"|(?:later|not|skipped|dropped|open|void|cancell?ed|undone|unknown|unsure|uncertain|divided|split|stalled|stuck|failed"
    rf"|missing|lost|forgotten|blank|awaited|tomorrow|soon|someday|next\s+(?:time|week|call|month|year|meeting)|n/?a){_ENDS}"
    r"|(?:another|some\s+other|a\s+later|the\s+next)\s+(?:time|day|call|week|month|meeting)\b"
    r"|split\s+(?:vote|room|opinions?|down|half|evenly)\b|half\s+(?:for|of\s+us|yes)\b"
    r"|(?:it\s+|all\s+)?depends?\b|hard\s+to\s+(?:say|tell)\b|still\b|on\s+hold\b|never\b|proposed\s?:|to\s+follow\b|nothing\s+binding\b|not\s+(?:binding|without)\b"
    r"|non-?binding\b|(?:just|only)\s+an?\s+(?:idea|thought|feeling|suggestion|proposal|wish|poll|straw\s+poll)\b|an?\s+(?:good\s+|nice\s+)?(?:idea"
    rf"|thought|suggestion|wish)\b{_ENDS}|an?\s+(?:straw\s+)?poll\s+only\b|(?:see|(?:for|at|on|until|in|to)(?:\s+the)?)\s+next\s+(?:week|time|call|month"
    rf"|meeting){_ENDS}|in\s+(?:doubt|limbo|suspense)\b|under\s+(?:discussion|review)\b"
)
_WHO = (
    r"(?:(?:(?:so|then|and|but|for\s+now|in\s+the\s+end|tonight|today|first)[\s,]{1,3})?"
    r"(?:we(?:['’]ll)?|they|it|this|that|everybody|everyone|all|people|each\s+\w{1,20}|(?:the\s+)?(?:call|group|assembl(?:y|ies)|towns?"
    r"|room|circle|question|matter|proposal|rest)|let(?:['’]?s|\s+us))\s+)?"
    r"(?:(?:will|would|shall|should|must|may|can|only|just|still|is|are|was|were|has|have|had|wants?|wanted|needs?|needed|going"
    r"|tried|going\s+to|to|be|been|agreed|better|keeps?|goes\s+on|go\s+on|all)\s+){0,4}"
)
_PUT_OFF = (
    r"(?:keeps?\s+(?:on\s+)?)?(?:talking|thinking|discussing|debating)\b|go(?:es)?\s+home\b"
    rf"|think(?:s|ing)?\b(?:{_ENDS}|\s+(?:it|about|over|on|again|more|hard|until))|thought\s+about|sle(?:ep|eps|pt)\s+on"
    r"|(?:re)?consider(?:s|ed|ing)?\b|reflect(?:s|ed|ing)?\b|ponder(?:s|ed|ing)?\b|discuss(?:es|ed|ing)?\b|debat(?:e|es|ed|ing)\b"
    r"|talk(?:s|ed|ing)?\s+(?:about|again|more|it|over|further|first|next|later|some)"
    r"|(?:comes?|came|coming|goes|went|sent|brought|referred|returned|handed|passed|taken?)\s+back\b|back\s+to\b"
    r"|returns?\s+to\s+(?:it|this|that|the)\b|revisit(?:s|ed|ing)?\b|pick(?:s|ed)?\s+(?:it|this|that)\s+up"
    r"|decid(?:e|es|ed|ing)\s+(?:it\b|this\b|that\b|on\s|in\s|later|next|tomorrow|another|again|when|until|after|nothing|not\b|to\s+wait)"
    r"|wait(?:s|ed|ing)?\b|hold(?:s|ing)?\s+off\b|held\s+(?:over|off)\b|put(?:s|ting)?\s+(?:(?:it|this|that)\s+)?off\b"
    r"|postpon(?:e|es|ed|ing)\b|defer(?:s|red|ring)?\b|delay(?:s|ed|ing)?\b|adjourn(?:s|ed|ing)?\b|tabl(?:e|es|ed|ing)\s+(?:it|this|that|for)\b"
    r"|tabled\b|skip(?:s|ped)?\s+(?:it|this|that)\b|suspended\b|carried\s+over\b|(?:moved|pushed|kept|left|saved)\s+(?:to|for)\s+(?:(?:the\s+)?next|another|later|the\s+end)\b"
    r"|(?:given|handed|passed\s+on|moved|referred|sent|goes|went)\s+(?:on\s+|over\s+)?to\s+(?:an?\s+|the\s+)?(?:[a-z-]{2,20}\s+)?(?:sub-?group|committee"
    r"|working\s+group|assembl(?:y|ies)|next)\b|liked?\s+(?:it|this|that)\b"
    r"|sees?\s+(?:how|what|whether|if)\b|looks?\s+(?:at|into)\s+(?:it|this|that)\b|tr(?:y|ies)\s+(?:it\s+|this\s+)?(?:again|later|next)\b"
    r"|asks?\s+again|hears?\s+.{1,40}?\bagain\b|vot(?:e|es|ed|ing)\s+(?:on\s+(?:it|this|that)\s+)?(?:next|later|again|in|tomorrow|another)\b"
    r"|left\s+(?:it\s+|this\s+|that\s+)?(?:open|to|for|until|undecided)\b|leaves?\s+(?:it|this|that)\b"
    r"|(?:ran|runs?|running)\s+out\b|made\s+(?:later|next|by\s+the\s+next|another)\b|made\s+none\b|reached\s+none\b|made\s+no\b|reached\s+no\b"
    r"|could(?:n['’]t|\s+not)\b|did(?:n['’]t|\s+not)\b|ha(?:ve|s|d)n['’]t\b|(?:have|has|had)\s+not\b|not\s+(?:decided|agreed|sure|ready|yet|able|of\s+one)"
    r"|(?:be\s+)?(?:made|taken|decided|settled|agreed|voted|discussed|revisited|considered|seen|continued)\s+(?:later|next|in\s|on\s|at\s|when|after"
    rf"|tomorrow|another|by\s+(?:the\s+next|then|next)|again)|undecided\b|unsure\b|divided\b|split\b{_ENDS}|stuck\b|of\s+two\s+minds"
    r"|open\s+(?:question|still)|(?:no|without\s+a?)\s+(?:decision|consensus|quorum|agreement)\b|none\b"
)
_ANYWHERE = (
    r"\bso\s+(?:there\s+(?:is|was)\s+)?(?:none|no\s+decision|nothing|not\s+(?:now|yet|tonight|today))\b"
    r"|\bnot\s+enough\s+(?:people|callers|towns|time|votes|of\s+us|hands|voices|information|interest|support|agreement)\b"
    r"|\btoo\s+few\s+(?:people|callers|towns|of\s+us|votes|voices)\b"
    r"|\b(?:no|without|without\s+a|lack\s+of|lost|lose|below)\s+quorum\b|\bquorum\s+(?:(?:was|is|had\s+been)\s+)?(?:not|lost|missing|gone)\b"
    r"|\b(?:need|want)(?:s|ed)?\s+(?:some\s+|a\s+|much\s+)?(?:more|further|another)\s+(?:time|talk|discussion|thought|thinking|information|call"
    r"|round|work|people|towns|callers|voices|numbers)\b|\bmore\s+(?:discussion|talk|time|thought|information|work)\s+(?:(?:is|was)\s+)?(?:needed|wanted|first|required)\b"
    r"|\b(?:ran|run|running)\s+out\s+of\s+time\b|\bout\s+of\s+time\b"
    r"|\bthere\s+(?:was|is|were|has\s+been)\s+(?:none|no\s+(?:decision|consensus|agreement|vote|quorum))\b"
    r"|(?:\bnot|n['’]t|\bnever)\s+(?:be\s+|been\s+|yet\s+|really\s+|actually\s+|even\s+|get\s+to\s+)?(?:decide[ds]?|agreed?|settled?|resolved?"
    r"|voted|voting)\b"
    r"|\b(?:opinions?|views|people|towns|we|callers)\s+(?:differ(?:ed)?|(?:are|were)\s+(?:divided|split|of\s+two))\b|\bdisagree\w{0,4}\b"
    r"|\b(?:until|till)\s+(?:we|it|the\s+call|somebody|someone|they)\s+(?:know|decid|hear|agree|can\s+decide|is\s+(?:clear|decided|agreed|settled))"
    r"|\b(?:decision|vote|rest)\s+(?:is|was|will\s+be)\s+(?:postponed|deferred|tabled|put\s+off|delayed|next|later)\b"
    r"|\b(?:decide|decided|settle|vote|talk\s+about\s+it|come\s+back\s+to\s+(?:it|this))\s+(?:on\s+(?:it|this)\s+)?(?:later|again|next\s+(?:week|time|call"
    r"|month)|another\s+(?:time|day))\b|\bnot\s+a\s+decision\b|\bcomes?\s+back\s+with\b|\b(?:not|never)\s+put\s+to\b"
    r"|\b(?:should|must|has\s+to|have\s+to|will|may|can)\s+(?:still\s+|then\s+|first\s+)?decide\b|\bdecides?\s+(?:in|on|next|later|by)\s+(?:the\s+next|next"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|it|this|week)\b|\b(?:was|were|are|is)\s+(?:still\s+)?against\b"
    r"|\bstays?\s+with\s+(?:the\s+)?(?:towns|assemblies)\b|\bsaid\s+(?:some|one|somebody|a\s+few)\b|\b(?:suggests?|proposes?|wonders?)\b|\bno\s+real\s+decision\b|\bwas\s+left\s+open\b|\bleft\s+(?:it|this|that)\s+open\b"
    r"|\b(?:has|have|had)\s+not\s+(?:yet\s+)?been\s+(?:made|taken|reached|decided)\b|\b(?:was|were)\s+(?:not|never)\s+(?:made|taken|reached)\b"
    r"|\bfaltan?\s+(?:gente|tiempo|datos|quórum|votos|información|personas|consenso|pueblos)\b|\bsin\s+quórum\b"
    r"|\b(?:as[ií]\s+que|o\s+sea|entonces)\s+(?:ningun[oa]|nada|no)\b|\bno\s+(?:hay|había|hubo)\s+(?:gente|quórum|tiempo(?!\s+para\b)|acuerdo|consenso|decisión)\b"
    r"|\btiempo\s+para\s+(?:decidir|acordar|votar|ello|esto)\w{0,3}\b"
    r"|\bno\s+(?:éramos|somos|alcanz[óa]|dio\s+tiempo|llegamos|decidimos|acordamos|nos\s+pusimos|pudimos)\b"
    r"|\b(?:lo|la|se)\s+(?:decid(?:imos|iremos|e|irá)|vemos|veremos|hablamos|hablaremos|discut(?:imos|iremos|e|irá))\s+(?:la|el|en|más|otro|otra|mañana"
    r"|después|luego)\b|\bopiniones\s+(?:divididas|distintas)\b|\bdesacuerdo\b"
)
_NINGUNA = (
    rf"(?:ningun[oa]|nada|nadie)\b(?:{_ENDS}|\s+(?:por|hoy|todavía|aún|tomad[oa]|de\s+momento|esta|se\s+(?:tomó|decidió|acordó)|fue|decidió|quiso"
    r"|pudo|sabe|sabía|estaba|decidido|acordado))"
    r"|no\s+(?:llegamos|decidimos|acordamos|pudimos|alcanz\w{1,6}|se\b|hubo\b|hay\b|había\b|quedó\b|está\b|éramos|somos|dio\b|tenemos|estamos|sabemos)"
    rf"|(?:(?:la|el)\s+(?:semana|mes|llamada|reunión)\s+que\s+viene|la\s+próxima(?:\s+\w{{1,12}})?|el\s+próximo(?:\s+\w{{1,12}})?|mañana|luego|otro\s+día"
    rf"|otra\s+vez|más\s+tarde|después|más\s+adelante){_ENDS}"
    r"|en\s+(?:otra|la\s+próxima)\s+(?:llamada|reunión|ocasión|asamblea)\b"
    r"|se\s+(?:aplaz\w{1,4}|pospon\w{1,4}|pospuso|deja\b|dejó\b|retoma\w{0,2}|vuelve\b|verá\b|ve\b|discut\w{1,4}|habl\w{1,4}|piensa\b|pensará\b"
    r"|decid\w{1,4}\s+(?:la|el|en|más|después|luego|mañana|otro|otra))"
    r"|(?:l[oae]s?\s+)?(?:pensa\w{1,6}|pensemos|habla(?:mos|remos|r)\b|vemos|veremos|dejamos|dejar(?:lo|la)\b|discut\w{1,6}|retom\w{1,6}|aplaz\w{1,6}"
    r"|posponemos|posponer\w{0,2}|esper\w{2,6}|segui(?:mos|r|remos)\s+(?:habl|pens|discut)\w{1,6}|volve(?:mos|r|remos)\s+(?:a|al|sobre)\b)"
    r"|(?:todos?|todas?|todo\s+el\s+mundo|cada\s+\w{1,20})\s+(?:lo\s+)?(?:piensan?|pensará|espera|se\s+lo\s+piensa)"
    r"|queda(?:n|mos|rá)?\s+(?:para|en|pendiente|abiert|por)|quedó\s+(?:para|en|pendiente|abiert|por)"
    r"|(?:por\s+ahora|de\s+momento|por\s+el\s+momento|todavía|aún)\b|sin\s+(?:decisión|quórum|acuerdo|consenso|decidir|resolver|tiempo)\b"
    r"|depende\b|(?:tema|asunto|punto)?\s*(?:pendiente|abierto|aplazad[oa]|pospuest[oa])\b|demasiado\s+(?:pronto|tarde|poc[oa])|muy\s+poc[oa]s?\b"
    r"|faltan?\b|hace\s+falta\s+(?:más\s+)?(?:tiempo|gente|hablar|pensar)|necesitamos\s+(?:más\s+)?(?:tiempo|gente|datos|hablar|pensar)"
)
_AT_START = re.compile(rf"(?:{_NONE}|{_NINGUNA}|{_WHO}(?:{_PUT_OFF}))", re.IGNORECASE)
STEMS = (
    "not ", "n't ", "n’t ", "never ", "none", "nothing", "no decision", "so there", "enough", "few", "quorum",
    "need", "want", "more", "out of time", "there was n", "there is n", "there were n", "there has been n",
    "differ", "divided", "split", "of two", "disagree", "until ", "till ", "decision is", "decision was",
    "decision will", "vote ", "rest is", "rest was", "rest will", "decid", "settle", "talk about it",
    "come back to", "back with", "against", "stay with", "stays with", "said ", "suggest", "propose", "wonder",
    "no real", "left", "falta", "sin qu", "así que", "asi que", "o sea", "entonces", "no hay", "no hab", "no hubo",
    "tiempo para", "no éramos", "no somos", "no alcanz", "no dio", "no llegamos", "no acordamos", "no nos",
    "no pudimos", "vemos", "veremos", "hablamos", "hablaremos", "discut", "opiniones", "desacuerdo",
)  # fmt: skip
"""One of these stands in all words that say anywhere that there is no decision; most texts have none of them."""
# All of these begin with a word, or with the end of one in "n't": nothing is tried within words.
_SOMEWHERE = re.compile(rf"(?:\b(?=\w)|(?=n['’]t))(?:{_ANYWHERE})", re.IGNORECASE)


def says_none(text: str) -> bool:
    """Tell whether the words of a decision say that there is none, put it off, or make it hang on something."""
    edge = _EDGE.match(text)
    words = text[edge.end() if edge else 0 : _LONGEST]
    if is_nothing(words) or hangs(text):
        return True
    if _AT_START.match(words) is not None:
        return True
    return holds_any(words, STEMS) and _SOMEWHERE.search(words) is not None
