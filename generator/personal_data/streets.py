"""Street addresses: the number of a house with its street, post boxes, and the number of a flat.

A street, a crossing or a square without a number is the place of a public event and no address.
"""

import re
from collections.abc import Iterable, Iterator

from generator.personal_data.finding import Finding

_KINDS = (
    r"(?:street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|crt|place|pl|way|terrace"
    r"|ter|terr|circle|cir"
    r"|parkway|pkwy|highway|hwy|close|row|walk|mews|crescent|cres|gardens|gdns|grove|quay|wharf|alley|aly|trail"
    r"|trl|loop|rise|turnpike"
    r"|embankment|esplanade|causeway|landing|passage|yard|lanes|cottages|villas|parade|bend|run|broadway|bypass"
    r"|path|brae|wynd|square|sq|green|hill|view|gate|heights|vale|plaza|bvd|bld|cswy|xing|crossing|hts|tpke|expy|fwy"
    r"|sqr|crst|estate|cove|knoll|ridge|hollow|croft|docks?|wharves|strand|side|ginnel|twitten|route|spur|manor|chase"
    r"|orchard|meadows?|fold|end|fields?|approach|promenade|prom|freeway|expressway|boul|avenida)"
)
_SURE_KINDS = r"(?:street|avenue|ave|road|lane|boulevard|blvd|crescent|mews|terrace|rd|ln)"
_LOOSE_KINDS = (
    r"(?:square|sq|green|hill|view|gate|heights|vale|plaza|run|bend|path|pass|loop|rise|landing"
    r"|passage|yard|crossing|xing|estate|cove|knoll|ridge|hollow|croft|docks?|strand|side|route|spur|manor"
    r"|chase|orchard"
    r"|meadows?|fold|end|fields?|approach)"
)
"""What squares and hubs are called too: they need a word of place before the number."""
_SIDE = r"(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\.?"
_NUMBER = (
    r"(?P<number>\d{1,5}(?:[A-Za-z]|[ ]?[\u00bc-\u00be]|[ -]?1/2)?(?:[-/](?:\d{1,5}[A-Za-z]?|[A-Z]))?|One|Two"
    r"|Three|Four|Five"
    r"|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)"
)
_NAME = r"(?:[A-Z][\w'.-]{0,24}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))"
_FLAT = (
    r"(?:,? {0,2}(?:(?i:apt|apartment|flat|unit|suite|ste|rm|room|floor|fl|no|bldg|building)\b\.?[ ]?#?[ ]?"
    r"|#[ ]?)\w{1,5}(?:-\w{1,3})?)?"
)
_TOWN = (
    r"(?:,? {0,2}[A-Z][\w'.-]{1,24}(?: [A-Z][\w'.-]{1,24}){0,2},? {0,2}(?:[A-Z]{2},? \d{5}(?:-\d{4})?"
    r"|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b)"
    r"|,? [A-Z]{2} \d{5}(?:-\d{4})?)?"
)
_BEFORE = r"(?<![\w$#&.,:/+-])(?<!\d )"
_PART_OF = (
    r"(?:(?:(?i:unit|suite|ste|flat|apt|apartment|studio|shop|garage|basement|rear|room|floor|house|number|no"
    r"|nr)\b\.?"
    r"(?: ?#?(?:\d{1,4}[A-Za-z]?|[A-Z])\b,?)?|The [A-Z][a-z]{2,16},|[A-Z][a-z]{2,16} (?:House|Cottage|Lodge"
    r"|Villa),|#\d{1,4},?) )?"
)
"""What may stand before the number of a house: a flat, the name of the house, or a word for number."""
_ENGLISH = re.compile(
    rf"{_BEFORE}{_PART_OF}{_NUMBER},? (?:{_SIDE} )?(?:{_NAME} ){{1,4}}(?i:(?P<kind>{_KINDS}))\b\.?"
    rf"(?:(?<=way) \d{{1,3}}\b|(?<=[Hh]wy) \d{{1,3}}\b|(?<=Route) \d{{1,3}}\b)?(?: {_SIDE}(?!\w))?{_FLAT}{_TOWN}"
)
_LOWER = re.compile(
    rf"(?:\b(?:at|to|in|from|outside|past|address(?: is)?:?|visit|behind|opposite|near|lives at"
    rf"|met at)[ :]{{1,2}})(?P<all>{_NUMBER}"
    rf" (?:[nsew]\.? )?(?P<name>[a-z][a-z'-]{{2,20}}(?: [a-z][a-z'-]{{2,20}})?|\d{{1,3}}(?:st|nd|rd"
    rf"|th)) {_SURE_KINDS}\b{_FLAT})"
)
_NO_NAMES = frozenset(
    "blocks block people persons hours minutes miles more of the in on down along each other different"
    " main-road side city feet yards metres meters times new empty closed whole days every open long"
    " streets cars".split()
)
_BOX = re.compile(
    r"(?i:\b(?:p\.? ?o\.? ?b(?:ox|\.)|post(?: office)? box|postfach|apartado(?: postal| de correos)?"
    r"|boite postale|b\.p\."
    r"|casella postale|caixa postal|postbus|private bag|locked bag))[ #:]{1,3}(?i:no\.? ?|nr\.? ?"
    r"|n[o.]+ ?)?\d{1,7}\b"
    r"(?:,? {1,2}[A-Z][\w'-]{1,24}(?: [A-Z][\w'-]{1,24}){0,2})?(?:,? {1,2}[A-Z]{2} \d{5}(?:-\d{4})?)?"
)
_SHORT_BOX = re.compile(
    r"(?<![\w-])(?:(?:GPO|PMB|C\.P\.|B\.?P\.?|RR ?\d{1,3},?|Rural Route \d{1,3},?|Drawer)[ ](?:Box )?\d{1,6}\b"
    r"|(?:(?<=[Tt]o )|(?<=c/o )|(?<=at )|(?<=ddress: )|(?<=ddress is ))Box [#]?\d{1,6}\b"
    r"(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})?"
    r"|Box [#]?\d{1,6}, [A-Z][\w'-]{2,24}(?: [A-Z][\w'-]{2,24}){0,2})"
)
"""Boxes without a post office before them; those that hold banners have neither a town nor a word of place."""
_NUMBER_BEHIND = re.compile(
    rf"(?:\b(?:at|[Aa]ddress(?: is)?|lives? in|house (?:is|in)|meet in)[ :]{{1,2}}|^[ *-]*[A-Z][a-z]+: )"
    rf"(?P<all>(?:[A-Z][a-z'-]{{2,20}} ){{1,2}}(?i:{_SURE_KINDS}|close|court|way|drive|row|walk|grove|gardens)"
    rf"\.?,? (?:[Nn]o\.? |number |# ?)?(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Za-z]?)(?=[,.;)]|\s*$)"
)
"""The number behind an English street, where nothing follows that it could count."""
_APARTMENT = re.compile(
    r"(?<![\w-])(?:[Aa]pt\.?|[Aa]partment|Flat)[ ]#?\d{1,4}[A-Za-z]?(?=[,.;:)]|\s*$)"
)
_GERMAN = re.compile(
    r"(?<![\w-])(?:(?:(?:Alt|Neu|Gross|Klein|Ober|Unter|Lang|Hoh|Hinter"
    r"|Vorder)(?:e[rnms]?)? )?[A-Z][\w-]{1,30}(?:strasse|str\.|gasse|weg|platz|allee|ufer|damm|straat|laan"
    r"|gracht|plein"
    r"|gatan|vagen|vej|gade|stieg)"
    r"|(?:[A-Z][\w-]{1,24} ){1,2}(?:Strasse|Str\.|Gasse|Weg|Platz|Allee|Ufer|Damm|Ring)|(?:Am|An der|Im|Zum|Zur"
    r"|Unter den|Auf dem) [A-Z][\w-]{3,30})"
    r" (?!(?:19|20)\d\d\b)\d{1,4}(?:[- ]?[a-z]\b)?(?:[-/]\d{1,4})?(?![\w:%])(?!\.\d)(?:,? \d{5} [A-Z]\w+)?"
)
_ROMANCE_KIND = (
    r"(?:[Rr]ue|[Cc]alle|C/|[Aa]venida|[Aa]vda\.?|[Cc]arrer|[Pp]aseo|[Cc]arretera|[Cc]amino|[Rr]ua|[Tt]ravessa"
    r"|[Ll]argo|Via|Viale|Vicolo|Corso"
    r"|[Rr]onda|[Pp]asaje|[Cc]allejon|[Ee]strada|Piazza|Piazzale|Plaza|Praca|[Aa]lameda)"
)
_SMALL = (
    r"(?:(?:de|del|de la|de las|de los|do|da|dos|das|di|della|dei|delle|degli|du|des|la|le|les|el|los|las"
    r"|l'|d') ?){0,3}"
)
_ROMANCE = re.compile(
    rf"(?<!\w)(?:{_ROMANCE_KIND}|(?:via|viale|vicolo|corso|piazza|praca|plaza)(?= d[aeio]\w{{0,4}}[ ']))"
    rf" {_SMALL}[A-Z][\w'-]{{1,24}}(?: {_SMALL}[A-Z][\w'-]{{1,24}}){{0,3}},? "
    r"(?i:(?:n[o.]{0,2}|num\.?|numero|nº) ?)?\d{1,4}[A-Za-z]?(?:-\d{1,4})?(?![\w:%])(?! [a-z]+(?:ers|ants|ons"
    r"|eople)\b)(?:,? \d{1,2}[oa]\.?(?: (?:[A-Z]\b|izq\.?|dcha\.?|esq\.?|dto\.?))?(?!\w))?"
)
_FRENCH = re.compile(
    rf"(?<![\w$#&.:/+-])\d{{1,4}}(?: ?bis| ?ter|[A-D])?,? (?:rue|avenue|av\.|boulevard|bd\.?|quai|place|impasse"
    rf"|allee|chemin|ruelle|passage|cours|route"
    rf"|square|faubourg|sentier|villa) {_SMALL}[A-Z][\w'-]{{1,24}}(?:[ -]{_SMALL}[A-Z][\w'-]{{1,24}}){{0,4}}",
)
_NUMBERED_BEFORE = re.compile(
    r"\b(?:bus|buses|route|line|tram|train|pier|ward|district|room|item|day|week|local|chapter|section|track"
    r"|gate|platform|exit|mile"
    r"|about|over|nearly|some|than|only|the|all|these|those|of|figure|table|no|number|issue|volume|page|precinct"
    r"|step|round|phase"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    r"|jul|aug|sept?|oct|nov|dec)"
    r"\.? \Z",
    re.IGNORECASE,
)
_PLACED_BEFORE = re.compile(
    r"(?:\b(?:at|to|in|is|address|visit|behind|opposite|from|near|outside|past|hall|house|office|shop|church"
    r"|centre|center)|[:,(])[ :]{0,2}\Z",
    re.I,
)
_NAMED_AFTER = re.compile(
    r" (?:hub|assembly|assemblies|GA|groups?|working|stations?|protest\w*|march\w*|occup\w+|camp\w*|people"
    r"|members|hubs|council|committee"
    r"|neighbou?rs|residents|crew|blocks|banks?|bankers|firms|movement|supporters"
    r"|activists|greetings|subway|stop)\b",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(r" (?:was|were|is|are|has|have|had)\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    r"\S+ (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb"
    r"|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_HOUR_BEFORE = re.compile(r"\b(?:from|to|until|till|by|since|after|before) \Z", re.IGNORECASE)
_VERBS = ("close", "place", "way", "drive", "walk", "row")
"""Kinds that are other words too, so that a small number before one may be that of an item."""
_FAMOUS = re.compile(r"\b(?:Wall|Main|State|High|Fleet) (?:St|Street)\b")

_HINT = re.compile(
    # Behind the first sign most begin with a plain letter, by which Python tells at once that they do not fit.
    r"[0-9\u00bc-\u00beACEFINOSTUVZv](?:(?:ight(?<=Eight)|leven(?<=Eleven)|ive(?<=Five)|our(?<=Four)|ine(?<=Nine)"
    r"|ne(?<=One)|even(?<=Seven)|ix(?<=Six)|en(?<=Ten)|hree(?<=Three)|welve(?<=Twelve)|wo(?<=Two)),? [A-Z]"
    r"|(?:m(?<=[AI]m)|n der(?<=An der)|uf dem(?<=Auf dem)|/(?<=C/)|nter den(?<=Unter den)|u(?<=Zu)[mr]"
    r"|ia(?:(?<=[Vv]ia) de?[a-z']+|(?<=Via))) ?[A-Z][\w-]+ \d"
    r"|(?<=[0-9\u00bc-\u00be])(?:(?<=[0-9])(?:[A-Za-z]|-[A-Z]|1/2))?,? (?:[A-Z]|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH) ))"
)
"""A number before a great letter or an ordinal, a number in words before one, or a street that is named first."""
_GLUED = tuple(
    "strasse str gasse weg platz allee ufer damm straat laan gracht plein gatan vagen vej gade stieg".split()
)
_ALONE = frozenset(
    "ring rue calle avenida avda carrer paseo carretera camino rua travessa largo viale vicolo corso ronda pasaje"
    " callejon estrada piazza piazzale plaza praca alameda quai impasse allee chemin ruelle street avenue ave road"
    " lane boulevard blvd crescent mews terrace".split()
)
BOXES = frozenset(
    "box drawer gpo pmb rr bp postfach apartado boite casella caixa postbus bag apt apartment flat".split()
)
SHORT_BOXES = ("b.p.", "p.o.", "p. o.", "p o b")
"""Each of them has a single letter between points or blanks: `o` or `p`."""
_DIGIT = re.compile(r"\d")


def is_kind(word: str) -> bool:
    """Tell whether a word in small letters is a kind of street, or ends with one."""
    return word in _ALONE or word.endswith(_GLUED)


def hints(bare: str, low: str, kinds: Iterable[str]) -> Iterator[int]:
    """Give where a text has what every line with an address has; `kinds` are its kinds of streets and of boxes."""
    yield from (found.start() for found in _HINT.finditer(bare))
    for word in kinds:
        at = low.find(word)
        while at >= 0:
            end = low.find("\n", at)
            end = end if end >= 0 else len(low)
            start = low.rfind("\n", 0, at) + 1
            if _DIGIT.search(low, start, end):
                yield at
            # One on a line is enough.
            at = low.find(word, end)


def find(line: str) -> Iterator[Finding]:
    """Find street addresses in a plain line; web addresses are blank in it."""
    yield from (_finding(line, *one.span("all")) for one in _NUMBER_BEHIND.finditer(line))
    for pattern in (_BOX, _SHORT_BOX, _GERMAN, _ROMANCE, _FRENCH, _APARTMENT):
        yield from (_finding(line, *found.span()) for found in pattern.finditer(line))
    for found in _ENGLISH.finditer(line):
        if _is_house(found, line):
            yield _finding(line, *_trimmed(found))
    for found in _LOWER.finditer(line):
        if _NO_NAMES.isdisjoint(found["name"].split()) and not _NAMED_AFTER.match(
            line, found.end()
        ):
            yield _finding(line, *found.span("all"))


def _finding(line: str, start: int, end: int) -> Finding:
    return Finding("P511", start, end, key_of(line[start:end]))


def key_of(address: str) -> str:
    """Give the normal form of an address: its words in small letters, without points and commas."""
    return " ".join(re.findall(r"[^\W_]+", address.lower()))


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Leave out a full stop that ends the sentence, but for one that ends a short word such as `Rd.`."""
    text = found[0]
    if text.endswith(".") and not found.string[found.end() :].strip():
        return found.start(), found.end() - 1
    kind_ends = found.end("kind") - found.start()
    is_short = len(found["kind"]) <= 4
    if text.endswith(".") and kind_ends == len(text) - 1 and not is_short:
        return found.start(), found.end() - 1
    return found.span()


def _is_house(found: re.Match[str], line: str) -> bool:
    before, number = line[: found.start()], found["number"]
    if _NUMBERED_BEFORE.search(before[-16:]) and not _PLACED_BEFORE.search(before[-16:]):
        return False
    if _NAMED_AFTER.match(line, found.end()):
        return False
    has_place = not before.strip(' *-"') or bool(_PLACED_BEFORE.search(before[-16:]))
    is_said = _VERB_AFTER.match(line, found.end()) and not (has_place or found[0][0].isalpha())
    if is_said or _MONTH_FIRST.match(found[0]):
        return False
    if re.fullmatch(_LOOSE_KINDS, found["kind"].lower()) or number.isalpha():
        return has_place
    is_year = bool(re.fullmatch(r"(?:19|20)\d\d", number))
    if is_year:
        return has_place and not re.search(r"\b(?:in|from|to) ?\Z", before[-6:], re.IGNORECASE)
    if found["kind"].islower() and not found["kind"].isupper() and not has_place:
        # `12 Otter place the order`: a kind in small letters is often a word of the sentence.
        return bool(re.fullmatch(_SURE_KINDS, found["kind"]))
    if _FAMOUS.search(found[0]):
        return len(number) >= 2
    if _HOUR_BEFORE.search(before[-8:]) and number.isdigit() and int(number) <= 12:
        return False
    if found["kind"].lower() in _VERBS and number.isdigit() and int(number) <= 20:
        return has_place
    return True
