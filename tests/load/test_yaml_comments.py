"""Tests of finding comments: every one of them, and no `#` that belongs to a value."""

import pytest

from generator.load.yaml_comments import comments_of

WHOLE = """\
# top
title: "a # b" # one
b: plain#x # two
c: | # three
  # not a comment
  text # not

# four
d: >-
  fold
  # in
e: 'more
  # in quotes
  x' # five
f: [a, # six
  b] # seven
"quoted # key": # eight
  - x
"""


def test_comments_are_found_at_their_places_and_values_are_left_alone():
    """Quotes, blocks and words without a space before the sign are values."""
    lines = WHOLE.split("\n")
    found = [
        lines[line - 1][column - 1 : column - 1 + length]
        for line, column, length in comments_of(WHOLE)
    ]
    names = ("top", "one", "two", "three", "four", "five", "six", "seven", "eight")
    assert [f"# {name}" for name in names] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", ()),
        ("a: |\n  b # not\n# said\n", ((3, 1, 6),)),
        ("a: |+\n  b\n\n  # in\n# said", ((5, 1, 6),)),
        ("%YAML 1.1 # said\n---\na: b\n", ((1, 11, 6),)),
        ("a: b\n... # said\n", ((2, 5, 6),)),
        ("a: b # said\nc: : :\n", ((1, 6, 6),)),
        ("é: 'ü' # said\n", ((1, 8, 6),)),
    ],
)
def test_odd_places_of_comments(text, expected):
    """A directive, the end of a document and the line after a block can hold one; columns count characters."""
    assert expected == comments_of(text)


def test_lines_are_those_of_the_file():
    """Front matter does not begin on the first line."""
    assert ((8, 6, 3),) == comments_of("a: b # x\n", 8)
