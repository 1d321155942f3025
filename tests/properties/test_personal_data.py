"""Whatever people write, a search that looks only where something can be finds what one that looks everywhere finds.

Each sieve is held against the plain way to ask the same. `CALLS_SIEVE_EXAMPLES` says how many texts are drawn.
"""

import itertools
import os
import re
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.personal_data import hinting, labels, names, spoken, streets, tables, unlabelled
from generator.personal_data.plain_form import _UNUSUAL, plain_form
from tests.personal_data.figures import LINES

EXAMPLES = int(os.environ.get("CALLS_SIEVE_EXAMPLES", "60"))
WRITTEN = tuple(re.sub("[⟦⟧]", "", line) for line in LINES.read_text("utf-8").split("\n"))
PARTS = (
    "Anna Bell", "ANNA BELL", "J. Smith", "Carla de la Cruz", "McDonald-Reed", "thanks to", "Motion By ",
    "said", "facilitator:", "Chair ", " is ", "- ", "| ", "(", ") and ", ", ", ": ", "[x] ", "Dr. ", "\t",
    "one", "two ", "Double five", "oh ", "hundred", "Twelve, ", "12b ", "½ ", "5th ", "Mill Road", "rue ",
    "Via de' Fiori 3", "Am Markt 4", "C/ Mayor 1", "Unter den Linden 5", "P.O. Box 7", "meeting no.", "PIN ",
    "p.i.n", "Passcode\n", "4711#", "212-555-0199", "ext", "punch ", "ghp_", "sk_live_", "eyJ", "glpat-",
    "begin private key", "name [at] river [dot] example", "Ⓐ", "ｎａｍｅ＠", "５５５", "&#64;", "%40", "\\x41",
    "\\*", "**", "<b>", "e\u0301", "\u0301", "\u200b", "ﬁ", "ſ", "İ", "ı", "ß", "ẞ", "Жанна Белл", "а", "\u212a",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(PARTS)
    | st.sampled_from(WRITTEN)
    | st.characters(codec="utf-8")
    | st.just("\n"),
    max_size=14,
).map("".join)
SHAPED = st.builds(
    lambda text, change: change(text), TEXTS, st.sampled_from((str, str.upper, str.title))
)
PLAIN = SHAPED.map(lambda text: plain_form(text).text)
DRAWN = settings(max_examples=EXAMPLES, deadline=None)

PATTERNS = (
    (names._SPEAKER, "name"),
    (names._HOLDER, "names"),
    (names._BEHIND, "names"),
    (names._BEFORE_ROLE, "name"),
    (names._BY, "names"),
    (names._PERSON_DOES, "name"),
    (names._ROW, "name"),
    (names._INTRODUCED, "names"),
)
STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:\d(?:[A-Za-z]|-[A-Z]|1/2)?|[\u00bc-\u00be]),? (?:[A-Z]|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH) )",
        r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve),? [A-Z]",
        r"(?:[Vv]ia de?[a-z']+|Am|An der|Im|Zum|Zur|Unter den|Auf dem|Via|C/) ?[A-Z][\w-]+ \d",
    )
)
UNUSUAL = re.compile(
    r"[^\x00-\x7f]|&#?[0-9A-Za-z]{1,10};|%[2-7][0-9A-Fa-f]"
    r"|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[!-/:-@\[-`{-~])|\*\*"
    r"|</?(?:b|i|u|s|em|strong|span|code|wbr|sub|sup|tt|mark|small)(?: [^<>\n]{0,80})?/?>"
)
LABEL_IN_ANY_CASE = re.compile(rf"(?:{labels.STRONG}|{labels.WEAK})", re.IGNORECASE)


@DRAWN
@given(PLAIN)
def test_each_pattern_of_names_finds_what_it_finds_in_every_line(text: str):
    """A pattern that is not asked of a line finds nothing in it."""
    for line in text.split("\n"):
        everywhere = [(one.re, one.span()) for p, _ in PATTERNS for one in p.finditer(line)]
        assert everywhere == [(one.re, one.span()) for one in names._matches(line)]


@DRAWN
@given(PLAIN)
def test_houses_are_looked_for_on_the_same_lines(text: str):
    """Three hints asked as one show the same lines as each by itself."""
    ends = [end.start() for end in re.finditer("\n", text)]
    each = {text.count("\n", 0, one.start()) for hint in STREETS for one in hint.finditer(text)}
    asked = hinting.asked(text, "", hinting.words_of(""), ends)
    assert each == {line for line, rule in asked if rule == hinting.STREET}


@DRAWN
@given(PLAIN)
def test_digits_in_words_are_seen_wherever_two_stand_side_by_side(text: str):
    """Words that are asked for one by one are found beside another as when each is looked at."""
    words = hinting.words_of(text.lower())
    at = [n for n, word in enumerate(words.tokens) if word in spoken.WORDS]
    expected = any(b - a == 1 for a, b in itertools.pairwise(at))
    assert expected == spoken.may_count(text.lower(), words.of(hinting._COUNT))


@DRAWN
@given(PLAIN)
def test_a_shape_of_a_key_has_a_word_of_one(text: str):
    """Where no word begins as a key does, no key is."""
    low = text.lower()
    keys = [word for word in hinting.words_of(low).tokens if unlabelled.KEY_WORD.match(word)]
    assert keys or not unlabelled.SHAPES.search(low)


@DRAWN
@given(st.from_regex(unlabelled.SHAPES))
def test_each_shape_of_a_key_has_a_word_of_one(text: str):
    """Whatever a key looks like, a word of it says so."""
    low = plain_form(text).text.lower()
    words = hinting.words_of(low).tokens
    assert not unlabelled.SHAPES.search(low) or any(map(unlabelled.KEY_WORD.match, words))


@DRAWN
@given(
    PLAIN | st.from_regex(LABEL_IN_ANY_CASE, fullmatch=True).map(lambda text: plain_form(text).text)
)
def test_a_label_alone_is_one_in_any_case(text: str):
    """Small letters are asked for instead of letters in any case."""
    for line in text.split("\n"):
        is_label = bool(LABEL_IN_ANY_CASE.fullmatch(line))
        assert is_label == bool(tables._CELL_LABEL.fullmatch(line.lower()))


@DRAWN
@given(SHAPED)
def test_what_is_written_plainly_is_found_by_any_of_its_signs(text: str):
    """One set of signs at the beginning finds what each kind of escape by itself finds."""
    found = [one.span() for one in UNUSUAL.finditer(text)]
    assert found == [one.span() for one in _UNUSUAL.finditer(text)]


@DRAWN
@given(PLAIN)
def test_where_no_word_hints_at_a_mailbox_there_is_none(text: str):
    """The words that stand for an at sign or a dot are found in words, and their ends in signs."""
    low = text.lower()
    parts = (*hinting._MAIL_PARTS, *hinting._MAIL_ENDS)
    expected = "@" in text or any(part in low for part in parts)
    assert expected == hinting.may_hold_mail(text, low, hinting.words_of(low))


@DRAWN
@given(PLAIN)
def test_a_plain_text_has_no_digits_but_ten(text: str):
    """Patterns that begin with the ten digits miss none of another script."""
    assert [] == [sign for sign in text if sign.isdecimal() and not sign.isascii()]


@DRAWN
@given(SHAPED)
def test_what_is_only_bold_is_written_plainly_by_the_short_way(text: str):
    """The short way for notes without other signs gives the same text and the same way back."""
    bold = re.sub(r"[^\x00-\x7f]|[&%\\\\<]", "**", text)
    # A lone `&` says nothing, and sends a text the long way.
    short, long = plain_form(bold + "**"), plain_form(bold + "**&")
    assert f"{short.text}&" == long.text
    length = len(short.text)
    assert [short.origin(0, n) for n in range(1, length)] == [
        long.origin(0, n) for n in range(1, length)
    ]


@DRAWN
@given(PLAIN)
def test_what_is_spelt_or_said_by_a_voice_has_a_word_that_hints_at_it(text: str):
    """Short forms are looked for wherever one of them stands."""
    low = text.lower()
    words = hinting.words_of(low)
    spelt = (*labels._SPELT, *streets.SHORT_BOXES)
    assert words.of(hinting._SPELT) or not any(short in low for short in spelt)
    assert words.of(hinting._VOICE) or not any(sign in low for sign in labels._VOICED)


def test_each_short_form_by_itself_has_a_word_that_hints_at_it():
    """Letters around a short form do not hide it."""
    for short in (*labels._SPELT, *streets.SHORT_BOXES):
        assert hinting.words_of(f"group{short}word").of(hinting._SPELT)


@DRAWN
@given(st.data())
def test_every_secret_without_a_label_holds_what_its_pattern_is_asked_for(data: st.DataObject):
    """A pattern is asked of every line that it finds something in."""
    words, pattern = data.draw(st.sampled_from(unlabelled._PATTERNS))
    line = plain_form(data.draw(st.from_regex(pattern))).text.replace("\n", " ")
    if any(unlabelled._is_one(one["value"]) for one in pattern.finditer(line)):
        assert any(word in line.lower() for word in words)
        assert (words, pattern) in unlabelled.patterns_for(line)


def _every(parsed: Iterable[Any]) -> list[str]:
    """Give every text that a pattern without endless repeats may be; of a set of signs, and of what is free, each."""
    texts = [""]
    for op, value in parsed:
        name = str(op)
        if name == "LITERAL":
            parts = [chr(value)]
        elif name == "BRANCH":
            parts = [text for branch in value[1] for text in _every(branch)]
        elif name == "SUBPATTERN":
            parts = _every(value[-1])
        elif name == "IN":
            parts = [chr(sign) for _, sign in value]
        else:
            assert name == "MAX_REPEAT"
            assert value[:2] == (0, 1)
            parts = ["", *_every(value[2])]
        texts = [before + part for before in texts for part in parts]
    return texts


def test_all_words_that_people_are_named_behind_end_with_a_known_one():
    """Each of them is looked at, from its beginning to the name behind it."""
    for words in _every(parser.parse(names._BY_WORDS)):
        assert len(words) < names._LONGEST_BY - 1
        for line in (f"{words} Anna", f"so ({words} Anna", f"So {words.title()} Anna Bell"):
            assert names._may_name_behind(line), line
