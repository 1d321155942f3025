"""Loader and schema say the same of a value, whatever it is; where they may differ is listed here."""

import json
import re

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.fields import kinds as k
from generator.fields.schema import value_schema
from generator.load.notebook import BAD, Notebook
from generator.load.values import read_value
from generator.load.yaml_tree import Scalar, read_mapping
from tests.fields.editing import as_editors_see, fits

SEEDS = {
    k.Text(8): ("word", "12345678", "123456789", "a  b", " ", "mіxed", "true", "-1", "0x1F"),
    k.Text(8, lines=True): ("a\nb", "123456789", " 12345678 "),
    k.Choice(("held", "announced")): ("held", "Held", "helt", "held "),
    k.Reference("group"): ("river-planning", "2031", "River", "a_b", "-a", "1e3", "true", "a" * 81),
    k.GroupOrWords(): ("river-planning", "the people of Mill Town", "x" * 301),
    k.Id(): ("2031-03-05-open-call", "a.b"),
    k.Day(): ("2031-03-05", "2031-02-30", "2031-3-5", "5.3.2031", "1799-01-01", "2031"),
    k.Day(loose=True): ("2031", "2031-03", "2031-03-05", "2031-13", "3000", "02031", "2031.0"),
    k.Clock(): ("21:00", "9:00", "24:00", "9pm", "2100"),
    k.LocalTime(): ("2031-03-04 21:00", "2031-03-04T21:00", "2031-02-30 21:00", "2031-03-04"),
    k.Length(): ("2h", "90m", "1h30m", "1h 30m", "0h", "25h", "1441m", "2", "1.5h"),
    k.Duration(): ("1:42:10", "42:10", "0:45", "01:42:10", "0:00", "102:10", "1:5:10", "1:42", "1h42m"),
    k.Zone(): ("America/New_York", "EST", "america/new_york", "Etc/UTC", "+05:00"),
    k.Address(): ("https://a.example", "http://a.example:80/x?y=@", "https://u@a.example", "a.example"),
    k.Address(secure=True): ("https://a.example/x", "http://a.example", "HTTPS://A.EXAMPLE"),
    k.Participants(): ("150", "150+", "90-200", "about 20", "about 20+", "200-90", "many", "-3"),
    k.Whole(1, 500): ("1", "500", "501", "0", "007", "+5", "1e2", "2.0", "2.5"),
    k.Checksum(): ("0" * 64, "a" * 64, "A" * 64, "a" * 63),
    k.Days(): ("120 days", "1 day", "0 days", "120"),
    k.Rhythm(): (
        "every week on Wednesday at 21:00",
        "Every 2 Weeks on THURSDAY and friday at 09:30",
        "first and third Tuesday of the month at 20:00",
        "on the 1st and 22nd of the month at 20:00",
        "on the 33rd of the month at 20:00",
        "every day at 24:00",
    ),
    k.Rule(): (
        "FREQ=WEEKLY;BYDAY=WE;BYHOUR=21",
        "rrule:freq=monthly; byday=1tu;",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15;BYMONTH=3",
        "BYDAY=MO",
        "FREQ=HOURLY",
        "FREQ=DAILY;COUNT=4",
        "FREQ=DAILY BYDAY=MO",
    ),
    k.Sharing(): ("public", "withheld for safety", "withheld", "publc"),
    k.Switch(): ("true", "false", "True", "yes", "no"),
}  # fmt: skip
"""A kind of every sort with values to begin from, good ones first."""
SIGNS = st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"))


@st.composite
def near(draw, seeds):
    """Draw a value, or one with a sign put in, taken out or changed."""
    text = draw(st.sampled_from(seeds))
    at = draw(st.integers(0, len(text)))
    cut = draw(st.integers(0, 1))
    sign = draw(st.one_of(st.sampled_from(list("0123456789aAhm:-+/. ,@KſıTZ")), SIGNS, st.just("")))
    return draw(st.sampled_from([text, text[:at] + sign + text[at + cut :]]))


def written(text, style):
    """Write a value plainly, or in double or single quotes."""
    if style == "double":
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'" if style == "single" else text


def as_loaded(kind, value):
    """Tell whether the loader takes a value, as it is written in a file; nothing if it is not one value there."""
    tree, problems = read_mapping("calls/x.yaml", f"v: {value}\n")
    if tree is None or problems or len(tree.entries) != 1:
        return None
    node = tree.entries[0].value
    if not isinstance(node, Scalar):
        return None
    book = Notebook("calls/x.yaml")
    read = read_value(book, kind, node, "v")
    return node, read is not BAD and not book.problems


def is_null(node, seen):
    """A value that YAML takes for nothing needs quotes in an editor, though the loader reads its word."""
    return seen is None and node.text != ""


def number_in_another_notation(node, seen):
    """An editor sees the number, the loader the signs: `0x1F`, `1e3`, `+5`, `2.0`, `000000001`."""
    return number_without_signs(node, seen) and not re.fullmatch("0|[1-9][0-9]*", node.text)


def number_without_signs(node, seen):
    """An editor sees a number and not its digits, so neither their count nor their form can be looked at."""
    return not node.quoted and isinstance(seen, int | float) and not isinstance(seen, bool)


def truth_in_capitals(node, seen):
    """An editor sees `True` as it sees `true`."""
    return not node.quoted and isinstance(seen, bool) and node.text not in ("true", "false")


def day_that_does_not_exist(node, _seen):
    """No pattern knows how long a month is."""
    return bool(re.match(r"[0-9]{4}-[0-9]{2}-(29|30|31)", node.text))


def more_than_a_day(node, _seen):
    """No pattern adds hours and minutes."""
    return bool(re.match(r"([0-9]+h)?\s?([0-9]+m)?\Z", node.text))


def least_above_most(node, _seen):
    """No pattern compares two numbers."""
    return bool(re.match(r"[0-9]+\s?-\s?[0-9]+\Z", node.text))


def quoted_number_out_of_bounds(node, _seen):
    """A number in quotes is text to an editor, so only its form is looked at."""
    return node.quoted and node.text.isdigit()


def alphabets_in_one_word(node, _seen):
    """No pattern tells Latin letters from Cyrillic ones that look alike."""
    return not node.text.isascii()


def line_at_the_end(node, _seen):
    """Python's `$` matches before a last line end; editors' does not."""
    return node.text.endswith("\n")


def parts_that_do_not_go_together(node, _seen):
    """No pattern knows what each part of a rule may be, and which parts go together."""
    return "freq=" in node.text.lower()


ONLY_THE_LOADER_REFUSES = {
    k.Rule: (parts_that_do_not_go_together,),
    k.Text: (alphabets_in_one_word, number_without_signs),
    k.GroupOrWords: (alphabets_in_one_word,),
    k.Reference: (number_without_signs, truth_in_capitals),
    k.Id: (number_without_signs, truth_in_capitals),
    k.Day: (day_that_does_not_exist, number_in_another_notation),
    k.LocalTime: (day_that_does_not_exist,),
    k.Length: (more_than_a_day,),
    k.Participants: (least_above_most, number_in_another_notation),
    k.Whole: (quoted_number_out_of_bounds, number_in_another_notation),
    k.Checksum: (number_without_signs,),
    k.Switch: (truth_in_capitals,),
}
"""What an editor lets pass and the check refuses, by kind."""


def explained(kind, node, seen):
    """Tell whether one of the stated exceptions covers a value that the schema takes and the loader refuses."""
    reasons = (*ONLY_THE_LOADER_REFUSES.get(type(kind), ()), line_at_the_end)
    return any(reason(node, seen) for reason in reasons)


def judged(kind, value):
    """Give what loader and schema say of a value: the node, what an editor sees, and both verdicts."""
    try:
        seen = as_editors_see(f"v: {value}\n")["v"]
    except (yaml.YAMLError, TypeError, KeyError):
        return None
    loaded = as_loaded(kind, value)
    if loaded is None:
        return None
    return loaded[0], seen, loaded[1], fits(value_schema(kind), seen)


@pytest.mark.parametrize("kind", SEEDS, ids=repr)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_loader_and_schema_agree(kind, data):
    """What the schema refuses the loader refuses too, and the other way round but for what is listed."""
    text = data.draw(st.one_of(near(SEEDS[kind]), st.text(SIGNS, max_size=12)))
    value = written(text, data.draw(st.sampled_from(["plain", "double", "single"])))
    said = judged(kind, value)
    assume(said is not None)
    node, seen, taken, fitting = said
    if taken and not fitting:
        assert is_null(node, seen), f"an editor refuses {value!r}, which the loader takes"
    if fitting and not taken:
        assert explained(kind, node, seen), f"an editor lets {value!r} pass"


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("ab \t"), max_size=30))
@example(text="a" + " " * 40 + "b")
def test_spaces_are_counted_as_the_loader_counts_them(text):
    """A run of spaces is one character, and spaces around words are none."""
    for kind in (k.Text(8), k.Text(8, lines=True)):
        _, _, taken, fitting = judged(kind, json.dumps(text))
        assert taken == fitting


def test_every_kind_of_value_is_asked_about():
    """No kind is left out but those that hold others, which the schemas of records are tested with."""
    kinds = set(k.Kind.__args__)
    assert kinds - {k.Pairs, k.ListOf, k.Table} == {type(kind) for kind in SEEDS}


@pytest.mark.parametrize("kind", SEEDS, ids=repr)
def test_the_first_value_is_good_and_another_is_not(kind):
    """The values that the agreement begins from lie on both sides of the line."""
    verdicts = [judged(kind, written(text, "double"))[2:] for text in SEEDS[kind]]
    assert (True, True) == verdicts[0]
    assert (False, False) in [
        *verdicts,
        judged(kind, '""')[2:],
    ]


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        (k.Day(), "2031-02-30", day_that_does_not_exist),
        (k.LocalTime(), "2031-02-30 21:00", day_that_does_not_exist),
        (k.Length(), "25h", more_than_a_day),
        (k.Participants(), "200-90", least_above_most),
        (k.Participants(), "1e2", number_in_another_notation),
        (k.Whole(1, 500), '"501"', quoted_number_out_of_bounds),
        (k.Whole(1, 500), "+5", number_in_another_notation),
        (k.Reference("group"), "-0", number_without_signs),
        (k.Day(loose=True), "2031.0", number_in_another_notation),
        (k.Text(8), "123456789", number_without_signs),
        (k.Id(), "True", truth_in_capitals),
        (k.Switch(), "True", truth_in_capitals),
        (k.Checksum(), "150", number_without_signs),
        (k.Text(8), '"mіxed"', alphabets_in_one_word),
    ],
)
def test_an_exception_is_needed(kind, value, reason):
    """Each stated exception has a value that the loader refuses and no schema can."""
    node, seen, taken, fitting = judged(kind, value)
    assert (False, True) == (taken, fitting)
    assert reason(node, seen)


@pytest.mark.parametrize("value", ["null", "~", "NULL"])
def test_the_one_false_alarm_is_mended_by_quotes(value):
    """Words that YAML takes for nothing are text to the loader; in quotes an editor takes them too."""
    node, seen, taken, fitting = judged(k.Text(), value)
    assert (True, False) == (taken, fitting)
    assert is_null(node, seen)
    assert (True, True) == judged(k.Text(), f'"{value}"')[2:]
