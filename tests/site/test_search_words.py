"""Words as the index and the browser know them: both fold, part and shorten alike."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.site.search_words import LONGEST, Terms, fold, runs, stem, words
from tests.site.search_client import run

FOLDS = """
import fs from "node:fs";
import { fold, stem, words } from "./words.js";
const given = JSON.parse(fs.readFileSync(0, "utf8"));
const taken = given.map((text) => words(fold(text)));
const stems = (list, language) => list.map((word) => stem(word, language));
process.stdout.write(JSON.stringify(taken.map((list) => [list, stems(list, "en"), stems(list, "es")])));
"""
TEXTS = [
    "The assemblies' follow-up: O’Neill & Co. at 21:00, 1,500 people",
    "Reunión de las asambleas, ¿cómo están? Días, voces, calles, puentes, jóvenes, meses, papeles",
    "boxes wishes churches classes bus crisis gas As is Ss yes series ies dies",
    "ÀÉÎÕÜ ß ẞ İstanbul ŒUVRE ﬁve ½ Ⅷ ΟΔΟΣ Йод 漢字 かな हिन्दी العربية",
    "a-b_c-d e.g. 3.14 12-34 x-1.5 https://river.example/a-b/index.html#top",
    "co\u00adop zero\u200bwidth \ufeffmark emoji 👩\u200d👩\u200d👧 🚲bike",
    "w" * 50 + " " + "𝒲" * 50 + " " + "s" * 50,
    "-_-.:, ''’’ \t\n",
    "",
]
# What stands in notes: the letters, digits and signs of the first planes that Python 3.11 and browsers know alike.
CHARACTERS = [
    chr(code) for code in range(0x3100) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
]


@pytest.mark.node
def test_python_and_the_browser_agree(tmp_path):
    """Every text is the same words in both, and every word has the same stems; so is each character by itself."""
    given = TEXTS + [f"a{character}b {character}s" for character in CHARACTERS]
    expected = []
    for text in given:
        found = words(fold(text))
        expected.append(
            [found, [stem(word, "en") for word in found], [stem(word, "es") for word in found]]
        )
    assert expected == run(tmp_path, FOLDS, given)


@given(st.text(st.sampled_from("aZ9_'-.,: \t\n\x1f/é’\u2011漢𝒲")))
@example("don't, e.g. -a- 3.14:15 _b_ c--d x_y")
def test_words_parted_by_a_table_are_those_of_the_rule(text):
    """Plain texts are parted in a quicker way than others, and give the same words in the same order."""
    assert words(fold(text)) == [word for run in runs(text) for word in words(run)]


@pytest.mark.parametrize(
    ("one", "many", "language"),
    [
        ("assembly", "assemblies", "en"),
        ("box", "boxes", "en"),
        ("bridge", "bridges", "en"),
        ("class", "classes", "en"),
        ("reunión", "reuniones", "es"),
        ("calle", "calles", "es"),
        ("voz", "voces", "es"),
        ("mes", "meses", "es"),
        ("madre", "madres", "es"),
        ("barca", "barcas", "es"),
    ],
)
def test_one_and_many_are_one_term(one, many, language):
    """A plural is found by its singular, and a singular by its plural."""
    assert list(Terms(language).of(one)) == list(Terms(language).of(many))


def test_a_call_is_no_street():
    """Streets in Spanish are not found where English speaks of calls."""
    assert set() == set(Terms("en").of("calls call")) & set(Terms("es").of("calles calle"))


def test_joined_words_are_found_both_ways():
    """A word with hyphens is its parts and the whole; a number with signs too, and an address only its parts."""
    assert ["follow", "up", "followup"] == words("follow-up")
    assert ["2031", "03", "05", "20310305"] == words("2031-03-05")
    assert ["river", "example"] == words("river.example")


def test_scripts_without_spaces_are_found_in_the_middle():
    """Two characters that stand together are found, wherever in a sentence."""
    assert set(words("厨房")) <= set(words("我们的厨房很大"))


def test_words_are_of_bounded_length():
    """A word without end is cut, so that nobody can make the index large with one."""
    assert [LONGEST] == [len(word) for word in words("x" * 250_000)]
