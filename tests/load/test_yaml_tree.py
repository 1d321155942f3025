"""Tests of YAML as text with places."""

import pytest

from generator.load.yaml_tree import Mapping, Refused, Scalar, read_mapping
from tests.hanging import ends
from tests.load.reading import CALL, GOOD_CALL, places, problems


def faults(text: str) -> list[tuple[str, int, int, int]]:
    return [(fault.code, *fault.place[1:]) for fault in read_mapping("x.yaml", text)[1]]


def value_of(text: str) -> object:
    tree, _ = read_mapping("x.yaml", text)
    assert isinstance(tree, Mapping)
    return tree.entries[0].value


@pytest.mark.parametrize("word", ["21:00", "NO", "2031-03-05", "007", "1e3", "null", "~"])
def test_a_value_stays_the_text_that_was_written(word: str):
    """YAML's own guesses, such as 1260 for 21:00 and false for NO, are not made."""
    assert Scalar(word, 1, 4, len(word), False) == value_of(f"a: {word}")


def test_a_quoted_value_has_the_place_of_its_quotes():
    """The place of a value is all of what was written."""
    assert Scalar("b c", 2, 4, 5, True) == value_of("# first\na: 'b c'\n")


def test_a_value_over_several_lines_has_the_place_of_its_first():
    """A place is a stretch of one line."""
    assert Scalar("b c", 1, 4, 1, False) == value_of("a: b\n  c\n")
    assert Scalar("b\n", 1, 4, 1, True) == value_of("a: |\n  b\n")


def test_a_key_written_twice_is_told_at_the_second_with_the_first_as_a_note():
    """Both places are named."""
    fault = read_mapping("x.yaml", "a: 1\nbb: 2\na: 3\n")[1][0]
    assert ("Y121", (3, 1, 1)) == (fault.code, fault.place[1:])
    assert ((1, 1, 1), "first written here") == (fault.notes[0][0][1:], fault.notes[0][1])


def test_neither_value_of_a_key_written_twice_is_used():
    """A second `share` cannot open what the first one closes, nor the other way round."""
    assert isinstance(value_of("share: public\nshare: withheld for safety\n"), Refused)


def test_three_of_the_same_key_are_two_problems():
    """Every line too many is named."""
    assert [("Y121", 2, 1, 1), ("Y121", 3, 1, 1)] == faults("a: 1\na: 2\na: 3\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &name b\n", [("Y122", 1, 4, 5)]),
        ("a: *name\n", [("Y122", 1, 4, 5)]),
        ("<<: *name\n", [("Y122", 1, 5, 5)]),
        ("<<: {b: c}\n", [("Y122", 1, 1, 2)]),
        ("&name a: b\n", [("Y122", 1, 1, 5)]),
        ("a: &name\n  b: c\n", [("Y122", 1, 4, 5)]),
        ("a: [&one b, *one]\n", [("Y122", 1, 5, 4), ("Y122", 1, 13, 4)]),
        ("a: !!str b\n", [("Y123", 1, 4, 5)]),
        ("a: !b\n", [("Y123", 1, 4, 2)]),
        ("a: &n !t b\n", [("Y122", 1, 4, 2), ("Y123", 1, 7, 2)]),
        ("--- !!map\na: b\n", [("Y123", 1, 5, 5)]),
    ],
)
def test_anchors_aliases_merges_and_tags_are_refused_word_by_word(text: str, expected: object):
    """The place is the word with its sign, and nothing else is said of the value."""
    assert expected == faults(text)


def test_a_tag_is_quoted_as_it_was_written():
    """People look for `!!str`, not for the long name that the parser makes of it."""
    assert "`!!str` is a YAML tag" == read_mapping("x.yaml", "a: !!str b")[1][0].message


def test_a_refused_value_makes_no_second_problem():
    """A call whose date is an alias is told about the alias only."""
    assert [("Y122", 2, 7, 5)] == places(CALL, GOOD_CALL.replace("2031-03-05", "*date"))


@pytest.mark.parametrize("key", ["status", "date", "share", "title"])
def test_a_required_field_written_twice_is_not_missing_too(key: str):
    """One fault gives one problem."""
    line = next(line for line in GOOD_CALL.split("\n") if line.startswith(key))
    assert ["Y121"] == [fault.code for fault in problems(CALL, f"{GOOD_CALL}{line}\n")]


def test_a_second_document_is_told_at_its_line():
    """The place is the line of dashes."""
    assert [("Y124", 3, 1, 3)] == faults("a: b\nc: d\n---\ne: f\n")


def test_a_line_of_dashes_before_the_first_key_is_allowed():
    """Many editors write it."""
    assert [] == faults("---\na: b\n")


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("a: b: c\n", (1, 5, 1), "a colon stands inside the text"),
        ('a: "b\nc: d\n', (1, 4, 1), "the quote that opens here is never closed"),
        ("a: 'b\nc: d\n", (1, 4, 1), "the quote that opens here is never closed"),
        ("a: [b\nc: d\n", (1, 4, 1), "the `[` that opens here is never closed"),
        ("a: {b: c\nd: e\n", (1, 6, 1), "a colon stands inside"),
        ("a: b\nnew line\nc: d\n", (2, 1, 8), "a colon is missing"),
        ("a: b\n\tc: d\n", (2, 1, 1), "a tab stands"),
        ("a:\n\t- b\n", (2, 1, 1), "a tab stands"),
        ("a: @b\n", (1, 4, 1), "cannot begin with this sign"),
        ("a: `b`\tc\n", (1, 4, 1), "cannot begin with this sign"),
        ("a: b\n  c: d\n", (2, 3, 4), "this line does not begin where"),
        ("a: - b\n", (1, 4, 1), "a list begins on a line of its own"),
        ('a: "\\d"\n', (1, 5, 1), "a backslash"),
        ("[a]: b\n", (1, 1, 1), "a key must be a word"),
    ],
)
def test_broken_yaml_is_told_where_a_person_looks_for_it(
    text: str, expected: tuple[int, int, int], why: str
):
    """The place is where the fault begins, and the reason is in plain words."""
    (fault,) = read_mapping("x.yaml", text)[1]
    assert ("Y120", expected) == (fault.code, fault.place[1:])
    assert why in fault.message


@pytest.mark.parametrize("text", ["- a\n- b\n", "some words\n", "# a note\n", "[]\n"])
def test_what_is_not_a_mapping_is_no_record(text: str):
    """The whole file is meant, so the place has no length."""
    assert [("Y126", 1, 1, 0)] == faults(text)


def test_eight_levels_are_allowed_and_nine_are_not():
    """The limit is told at the bracket that goes too deep."""
    assert [] == faults(f"a: {'[' * 7}{']' * 7}\n")
    assert [("Y125", 1, 11, 1)] == faults(f"a: {'[' * 8}{']' * 8}\n")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 64_000,
        "{" * 64_000,
        "{a" * 32_000,
        "[a," * 21_000,
        "- " * 32_000,
        "? " * 32_000,
        '"' * 64_000,
        "'" * 63_999,
        "&a " * 21_000,
        "*a " * 21_000,
        "*a" * 32_000,
        "!a " * 21_000,
        "!" * 64_000,
        "%" * 64_000,
        "a: " * 21_000,
        "a: [" + "a," * 31_000,
        "\n".join(" " * deep + "a:" for deep in range(350)),
        "\t" * 64_000,
        "a:\n" * 21_000,
    ],
    ids=lambda text: text[:6],
)
def test_a_file_made_to_do_harm_is_answered_at_once(text: str):
    """64 kB of one sign give a problem, and never a crash."""
    with ends():
        found = problems(CALL, text)
        assert found


@pytest.mark.parametrize("text", ["{", "a: {", "a: [b]\nc: {\n\n\n"])
def test_what_should_follow_the_last_sign_is_told_at_that_sign(text: str):
    """No place lies behind the end of the file."""
    (fault,) = read_mapping("x.yaml", text)[1]
    lines = text.rstrip().split("\n")
    assert ("Y120", len(lines), len(lines[-1]), 1) == (fault.code, *fault.place[1:])
