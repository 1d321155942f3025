"""Capitalised words where a private person is likely to be named: as speaker, owner of an action, or holder of a role.

What is known to be no person's name, from the words of the archive, is for others to take out.
"""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.personal_data import no_names
from generator.personal_data.plain_form import Plain, plain_form

_WORD = r"[A-Z][a-z']{1,20}(?:[A-Z][a-z]{1,20})?(?:-[A-Z][a-z']{1,20})?"
_PARTICLE = (
    r"(?:de|del|da|di|du|do|dos|das|della|van|von|vom|zu|zur|der|den|het|ter|ten|la|le|bin|bint|ibn|ben|al|el|y"
    r"|e|af|av|abu"
    r"|St\.)"
)
_INITIAL = r"[A-Z](?:\.|(?![\w'.]))"
_PAIR = (
    rf"(?:{_WORD} (?:{_INITIAL} ){{0,2}}(?:{_PARTICLE} ){{0,3}}(?:{_WORD}"
    rf"|{_INITIAL})(?: {_WORD})?|[A-Z]\. ?(?:[A-Z]\. ?)?(?:{_PARTICLE} ){{0,2}}{_WORD})"
)
_GREAT = r"[A-Z][A-Z'-]{2,20} [A-Z][A-Z'-]{2,20}"
_ONE = rf"(?:{_PAIR}|{_WORD})"
_START = (
    r"^[ \t]*(?:(?>[\[(<]?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?[\])>]?[ \t]*[-,]?[ \t]+"
    r"|<(?=[A-Z][^<>\n]{1,40}>)|[-*+>#|][ \t]*|\d{1,2}[.)][ \t]+|\[[ xX]\][ \t]+|\"|_|@|(?:Dr|Mr|Mrs|Ms|Mx|Prof"
    r"|Rev)\.? ))*"
)
"""What may stand before a name at the beginning of a line.

Each sign is read in one way only: two ways for each of thirty dashes would take longer than anybody waits.
"""
_SPEAKER = re.compile(
    rf"{_START}(?P<name>{_PAIR}|{_GREAT}(?=:))(?: ?\([^()\n]{{1,60}}\))?[*_>]*(?:,[^:,\n]{{1,40}})?[ \t]*(?::(?!\d"
    rf"|[ \t]*[\d$.,%]+[ \t]*$)"
    rf"|-{{1,2}}[ \t](?!\d)|=[ \t]|\|[ \t]?(?=[a-z]{{2}}))"
)
_ROLE = (
    r"(?:co-?)?(?:facilitat(?:ors?|ion|ed)|moderat(?:ors?|ion|ed)|hosts?|hosted|chairs?(?:person)?|emcee|mc"
    r"|note-?takers?|note taker|notes|minutes"
    r"|minute-?takers?|scribes?|stack(?:[- ]?(?:keeper|taker))?|time-?keepers?|timer|contact(?: person)?|contacts"
    r"|point ?persons?|point people"
    r"|bottom-?liners?|owners?|action(?: items?)?s?|to-?do|tasks?|assigned(?: to)?|responsible|who|leads?|leader"
    r"|speakers?|presenters?|guests?"
    r"|present|attend(?:ees|ing|ance)|in attendance|participants|on the call|callers|tech(?: support)?"
    r"|technical support|vibes(?: ?watch(?:er)?)?"
    r"|propos(?:er|ed)|second(?:er|ed)|author|organi[sz]ers?|liaison|reporter|report from|spokes(?:person)?"
    r"|volunteers?|taken_by|reviewed_by|regrets"
    r"|absent|excused|trainers?|teacher|translator|interpreter|greeter|doorkeeper|gatekeeper|mentor"
    r"|coordinators?|rep|delegate|representative"
    r"|facilitador[ae]?s?|facilitadores|moderador[ae]?s?|moderacion|moderatore|moderatrice|moderateur|animateur"
    r"|animatrice"
    r"|facilitateur|facilitatrice|facilitatore|secretari[ao]|secretaire|secretary|segretari[ao]|relator[ae]?"
    r"|relatoria"
    r"|portavo(?:z|ces)|porte-parole|responsables?|presentes|asistentes|presents?|presenti|acta|actas|notas|verbale"
    r"|compte[ -]rendu|prise de notes|protokoll(?:ant|antin|fuhrung)?|moderation|leitung|anwesende?|verantwortlich"
    r"|redeliste|zeitwachter(?:in)?|kontakt|contacto|contatto|ansprechpartner(?:in)?|toma notas|anotador[ae]?"
    r"|participantes|teilnehmer(?:innen)?|partecipanti|treasurer|clerk|convenors?|conveners?|recorder|recording"
    r"|ombuds(?:person)?|caller|editor|medic|cook|driver|drivers|cooks|medics|marshals?|legal observers?|stewards?"
    r"|welcomer|tally|counters?|tellers?|dj|admin|admins|webmaster|designer|artist|printer|shopper|buyers?|payee"
    r"|signed|signatories|sponsors?|nominees?|candidates?|elected|appointed|thanks(?: to)?|apologies|late|new"
    r"|introductions?|intros|welcome|roll(?: call)?|queue|on stack|on duty|in the queue|next up|up next|next"
    r"|backup(?: facilitator)?|contact for [a-z ]{1,20})"
)
_HEAD = (
    rf"(?:roles?[.: ]+)?(?:[a-z]{{2,14}} )?{_ROLE}(?: for [a-z ]{{1,30}}| \([^()\n]{{1,30}}\)| \d)?"
)
"""What a line begins with that says who has a role."""
_HOLDER = re.compile(
    rf"{_START}(?i:{_HEAD})[*_]*[ \t]*(?::|=|-|\|"
    rf"|\b(?:tonight |today |now |this week |next week )?(?:is|was|are|were|will be|by)\b(?: now)?)[*_ \t\"|\[-]*"
    rf"(?P<names>{_ONE}(?:(?:,? and |, ?| & | ?/ ?|; ?| \+ ){_ONE}){{0,30}})",
)
_BEFORE_ROLE = re.compile(rf"{_START}(?P<name>{_PAIR})[ \t]*(?:\(|, ?|- ?)(?i:(?:the )?{_ROLE})\b")
_BEHIND = re.compile(rf"{_START}(?i:{_ROLE})[ \t]*[(\[](?P<names>{_PAIR})[)\]]")
_THINGS = (
    "motion|block|amendment|proposal|question|remark|report|reports|talk|speech|words|song|story|reading|opening"
    "|drawing|drawings|poem|idea|concern|translation|photo|photos|point|update|remarks|edit|edits|summary|banner"
    "|design|art|music|comment|blocked|opposed|supported|joined|followed|asked|suggested|offered|answered|sent|told"
    "|drawn|signed|made|done|cooked|driven|held|started|closed|opened|filmed|nominated|backed|friendly amendment"
    "|stand-aside|objection|draft|written up|noted|counted"
)
_BY_WORDS = (
    r"(?:(?:hosted|facilitated|co-facilitated|proposed|seconded|chaired|moderated|led|taken"
    r"|written|recorded"
    r"|submitted|presented|convened|organi[sz]ed"
    r"|introduced|typed|transcribed|notes|minutes|kept|read|translated|interpreted|edited|brought|raised|given"
    r"|drafted|reported|compiled|posted|run|owned)"
    r" by:?|(?:assigned|delegated|handed|falls|given|goes) to|(?:facilitator|note-?taker|host|moderator"
    r"|timekeeper|scribe|chair|contact)(?: (?:is|was|will be)|,)"
    rf"|thanks to|according to|contact|ask(?:ed)?|says|said|(?:{_THINGS}) (?:by|from|of)"
    r"|(?:talk(?:ed|s)?|chat|chatted|interview|conversation|session|evening|met|meeting|spoke|speak|speaks"
    r"|call|called"
    r"|check(?:ed)? in|work|works|worked|check) with|thank(?:s|ed)?(?: you)?|introduc(?:e|es|ed|ing)"
    r"|welcom(?:e|es|ed|ing)"
    r"|invit(?:e|es|ed|ing)|nominat(?:e|es|ed|ing)|elect(?:ed)?|appoint(?:ed)?|remember(?:ed)?|heard from"
    r"|hear from|spoke to"
    r"|speak to|talk to|talked to|write to|reach|named|joined by|see|tell|told|phone|text|e-?mail|via|care of|c/o"
    r"|volunteers?:|credit(?:ed)? to|interview(?:ed)?|featuring|replac(?:es|ed|ing)|on behalf of|in memory of"
    r"|signed,?)"
)
"""What people are named right behind."""
_BY = re.compile(
    rf"(?<![\w'])(?i:{_BY_WORDS})[ ]"
    rf"(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev)\.? )?(?P<names>{_PAIR}(?:(?:,? and |, ){_PAIR}){{0,5}})"
)
_PERSON_DOES = re.compile(
    rf"(?:{_START}|(?<=[.;:!?] )|(?<=\bthat )|(?<=\band )|(?<=, ))(?P<name>{_PAIR})[*_]*(?: ?\([^()\n]{{1,40}}\)"
    rf"|,? (?:of|from|for|with) (?:the |our )?[\w' -]{{2,32}}?,?)?"
    rf" (?:(?:has|had|have|also|then|kindly|later|again|briefly|will|would|can|could|may) )?"
    rf"(?:will|would|to|says|said|asks|asked|reported|reports|agreed|agrees|offered|offers|volunteered|volunteers"
    rf"|proposed|proposes|suggested|suggests|spoke|speaks|takes|took|thanked|thanks|introduced|explained"
    rf"|explains|added"
    rf"|adds|noted|notes|read|reads|presented|presents|seconded|seconds|blocked|blocks|objected|facilitated"
    rf"|facilitates"
    rf"|chaired|hosted|wrote|writes|answered|answers|replied|raised|raises|brought|brings|wants|wanted|thinks"
    rf"|thought|feels"
    rf"|felt|is|was|has|stood|stands|sent|sends|sings|sang|called|joined|left|opened|closed|invited|led|leads"
    rf"|knows|keeps"
    rf"|kept|gave|gives|told|tells|wondered|wonders|welcomed|moved|moves|hopes|hoped|warned|warns|insisted"
    rf"|insists|requests"
    rf"|requested|needs|needed|promised|promises|plans|planned|drove|drives|cooked|drew|played|stepped|steps"
    rf"|talked|talks"
    rf"|shared|shares|came|comes|went|goes|made|makes|lives|works|worked|volunteering)\b"
)
_ROW = re.compile(rf"\|[ \t*_]*(?P<name>{_PAIR})[ \t*_]*(?=\|)")
_INTRODUCED = re.compile(
    rf"(?<![\w-])(?P<names>{_ONE} \([^()\n]{{2,40}}\)(?:(?:,? and |, ?|; ?){_ONE} \([^()\n]{{2,40}}\)){{1,20}})"
)
"""Two or more in a row, each with a place behind it: also a single given name is one there."""
_BEGINS = re.compile(rf"{_START}(?:{_PAIR}|{_GREAT})")
"""A name at the beginning of a line, as three patterns have it: asked once for all of them."""
_HINT = re.compile(
    r"[A-Z](?:[a-zA-Z'-]{1,40} (?:(?:[a-z]{1,5} ){0,3}[A-Z]|\([^()\n]{2,40}\),? (?:and )?[A-Z][a-z]+ \()"
    r"|\. ?(?:[a-z]{1,5} ){0,2}[A-Z])"
)
_HEAD_HINT = re.compile(rf"{_START.lower()}{_HEAD}")
_BY_HINT = re.compile(rf"(?<![\w']){_BY_WORDS}\t".replace(" ", r"[ \t]"))
"""The beginnings of two patterns for lines in small letters: case that says nothing makes them many times slower.

The second one is for lines with a tab in place of each space before a great letter.
"""
_BEFORE_GREAT = re.compile(" (?=[A-Z])")
_LAST_WORDS = frozenset(
    "by by: to is was be facilitator, taker, notetaker, host, moderator, timekeeper, scribe, chair, contact,"
    " contact ask asked says said from of with thank thanks thanked you introduce introduces introduced"
    " introducing welcome welcomes welcomed welcoming invite invites invited inviting nominate nominates"
    " nominated nominating elect elected appoint appointed remember remembered reach named see tell told phone"
    " text mail email via o volunteer: volunteers: interview interviewed featuring replaces replaced replacing"
    " signed signed,".split()
)
"""The last words of what people are named right behind, in small letters."""
_OFTEN = frozenset(("from", "of", "to"))
_BEFORE_OFTEN = frozenset(re.split(r"[ |-]", _THINGS)) | frozenset(
    "heard hear care behalf memory thanks according assigned delegated handed falls given goes spoke speak talk talked"
    " write credit credited".split()
)
"""Those that stand before many great letters, and the only words before them that matter."""
_LONGEST_BY = 30
_GOES_ON = re.compile("[.:;!?,dt] [A-Z]")
"""What stands before a person who does something and does not begin the line."""
_CAPITAL = re.compile(r"[A-Z][\w'-]*")
_EACH = re.compile(rf"{_GREAT}|{_ONE}")
_IS_PAIR = re.compile(rf"{_GREAT}|{_PAIR}")


@dataclass(frozen=True, slots=True)
class PossibleName:
    """A stretch of one line that may name a person; `words` are in small letters, as they were written one by one."""

    line: int
    column: int
    length: int
    words: str


def possible_names(text: str, plain: Plain | None = None) -> tuple[PossibleName, ...]:
    """Find possible names in a text, of which `plain` is the plain form, in their order.

    Of a list of single first names they are told only where one of them is whole.
    """
    plain = plain or plain_form(text)
    found = [
        (start + at, words) for start, line in _lines(plain.text) for at, words in _in_line(line)
    ]
    if not found:
        return ()
    ends = [end.start() for end in re.finditer("\n", text)]
    told: list[PossibleName] = []
    for start, words in found:
        first, last = plain.origin(start, start + len(words))
        number = bisect.bisect(ends, first)
        column = first - (ends[number - 1] if number else -1)
        told.append(PossibleName(number + 1, column, last - first, words.lower()))
    return tuple(told)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that have two capitalised words side by side, each with where it begins."""
    done = -1
    for hint in _HINT.finditer(text):
        if hint.start() > done:
            start = text.rfind("\n", 0, hint.start()) + 1
            end = text.find("\n", hint.start())
            done = end if end >= 0 else len(text)
            yield start, text[start:done]


def _in_line(line: str) -> list[tuple[int, str]]:
    found: dict[int, str] = {}
    if len([1 for word in _CAPITAL.findall(line) if word.lower() not in no_names.WORDS]) < 2:
        return []
    for one in _matches(line):
        group = "names" if "names" in one.re.groupindex else "name"
        for start, words in _names_in(
            one[group], one.start(group), group == "names", one.re is _INTRODUCED
        ):
            found.setdefault(start, words)
    return sorted(found.items())


def _matches(line: str) -> Iterator[re.Match[str]]:
    """Ask each pattern of a line that has what every match of it has; most only know the beginning of a line."""
    low = line.lower() if line.isascii() else ""
    begins = _BEGINS.match(line) is not None
    if begins and _may_speak(line) and (found := _SPEAKER.match(line)):
        yield found
    if not low or _HEAD_HINT.match(low):
        yield from filter(None, (_HOLDER.match(line), _BEHIND.match(line)))
    has_role = begins and ("(" in line or "," in line or "-" in line)
    if has_role and (found := _BEFORE_ROLE.match(line)):
        yield found
    if not low or _may_name_behind(line):
        yield from _BY.finditer(line)
    if _GOES_ON.search(line):
        yield from _PERSON_DOES.finditer(line)
    elif begins and (found := _PERSON_DOES.match(line)):
        yield found
    if "|" in line:
        yield from _ROW.finditer(line)
    if line.count("(") > 1:
        yield from _INTRODUCED.finditer(line)


def _may_speak(line: str) -> bool:
    """Tell whether a sign stands behind the first great letter that may part who speaks from what is said."""
    great = _CAPITAL.search(line)
    behind = line[great.end() :] if great else ""
    return ":" in behind or "|" in behind or "-" in behind or "=" in behind


def _may_name_behind(line: str) -> bool:
    """Tell whether a plain great letter stands behind words that people are named behind; nearly none does."""
    return any(
        _BY_HINT.search(_BEFORE_GREAT.sub("\t", line[max(0, at - _LONGEST_BY) : at + 1]).lower())
        for at in _behind_words(line)
    )


def _behind_words(line: str) -> Iterator[int]:
    """Give where great letters stand behind a word with which such words may end; one with other signs may."""
    for found in _BEFORE_GREAT.finditer(line):
        at = found.start()
        rest, _, last = line[max(0, at - _LONGEST_BY) : at].lower().rpartition(" ")
        if last.rstrip(":,").isalpha():
            if last not in _LAST_WORDS:
                continue
            before = rest.rpartition(" ")[2] if last in _OFTEN else ""
            if before.isalpha() and before not in _BEFORE_OFTEN:
                continue
        yield at + 1


def _names_in(words: str, start: int, is_list: bool, has_places: bool) -> Iterator[tuple[int, str]]:
    """Give the names of a list; words that no name has in it are taken out with their neighbours."""
    if has_places:
        bare = re.sub(r"\([^()]*\)", lambda place: " " * len(place[0]), words)
        each = [(start + one.start(), one[0]) for one in _EACH.finditer(bare)]
        yield from ((at, one) for at, one in each if _may_be_name(one))
        return
    each = [(start + one.start(), one[0]) for one in _EACH.finditer(words)]
    pairs = [(at, one) for at, one in each if _IS_PAIR.fullmatch(one) and _may_be_name(one)]
    if is_list and pairs:
        yield from ((at, one) for at, one in each if _may_be_name(one))
    else:
        yield from pairs


def _may_be_name(words: str) -> bool:
    parts = words.lower().replace(".", "").split()
    return not any(_is_no_name(part) for part in parts)


def _is_no_name(word: str) -> bool:
    if word in no_names.WORDS:
        return len(word) > 1
    return word.endswith(no_names.ENDINGS) and word not in no_names.NAMES_ALL_THE_SAME


def is_known(name: PossibleName, known: frozenset[str]) -> bool:
    """Tell whether a word of a possible name is one of the archive's own: of a group, a place, a title."""
    return any(part in known for part in words_of(name.words))


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, without what is no letter."""
    return re.findall(r"[^\W\d_]{2,}", plain_form(text).text.lower())


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of names that are no person's."""
    return frozenset(word for text in texts for word in words_of(text) if len(word) > 2)
