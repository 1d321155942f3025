"""Breakouts and their report-backs, read from notes as people write them."""

import pytest

from generator.load.breakouts import MOST, find_breakouts
from generator.model.call import Count
from tests.hanging import ends

TWO = "## Breakouts\n\n- Media\n- Kitchens\n\n"


def found(body: str) -> list[tuple[str, int]]:
    """Give the names of breakouts, each with the line of its report-back."""
    return [(one.name, one.report_line) for one in find_breakouts(body, 1)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("## Breakout: regional coordination", "regional coordination"),
        (
            "## [00:12:30] Breakout: regional coordination (about 20 people)",
            "regional coordination",
        ),
        ("### Breakout group 3 - media", "media"),
        ("### Breakout session 2: media", "media"),
        ("### BREAKOUT – Media", "Media"),
        ("### Break-out: media {#media}", "media"),
        ("### Small group: media", "media"),
        ("### Breakout 4", "Breakout 4"),
        ("### Media breakout", "Media"),
        ("### Outreach breakout group (12 people)", "Outreach"),
        ("### Breakout: **media**", "media"),
    ],
)
def test_heading_names_a_breakout(line, name):
    """A heading with the word and a name is a breakout of that name."""
    assert [(name, 0)] == found(f"{line}\n\nText.\n")


@pytest.mark.parametrize(
    "heading",
    [
        "Breakouts",
        "Breakout groups",
        "The breakouts",
        "Break-outs:",
        "Breakouts (20 min)",
        "**Breakouts**",
    ],
)
def test_items_below_breakouts_are_breakouts(heading):
    """Below a heading that only says that breakouts follow, each item is one."""
    body = f"## {heading}\n\n- Media\n- Group 2: kitchens (about 12)\n- **Press**: wrote a list\n"
    assert [("Media", 0), ("kitchens", 0), ("Press", 0)] == found(body)


def test_headings_below_breakouts_are_breakouts():
    """Deeper headings are the breakouts of the section, and what stands in them is theirs."""
    body = "## Breakouts\n\n### Media (12 people)\n\n- a list\n\n#### Later\n\n### Press\n\n## News\n\n- snow\n"
    assert [("Media", 0), ("Press", 0)] == found(body)


@pytest.mark.parametrize(
    "item",
    [
        "Breakouts were planned; their topics are not in what was read.",
        "Small groups were used; their topics are not recorded in what was read.",
        "An idea was raised: groups by region, or by categories set in advance.",
        "none",
        "Tech - did not happen",
        "**Decision:** three groups next time. (agreed)",
    ],
)
def test_what_only_tells_of_breakouts_names_none(item):
    """What was planned, or is not recorded, is shown as no breakout, and neither is a mark."""
    body = f"## Breakouts\n\n- {item}\n"
    assert () == find_breakouts(body, 1, [(3, "decision-x")] if "**" in item else ())


@pytest.mark.parametrize(
    "heading",
    [
        "Before the breakouts",
        "Ideas for breakouts",
        "Planned breakouts",
        "After the breakout",
        "Breakout: cancelled",
    ],
)
def test_heading_about_breakouts_is_none(heading):
    """A heading that speaks of breakouts without naming one names none."""
    assert [] == found(f"## {heading}\n\n- Media\n")


def test_agenda_holds_no_breakout():
    """What an agenda foresees has not happened for that."""
    assert [] == found("## Agenda\n\n### Breakouts\n\n- Media\n\n### Breakout: kitchens\n")


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("(about 20 people)", Count(20, 20, True)),
        ("(12 people)", Count(12, 12)),
        ("(~15)", Count(15, 15, True)),
        ("(20+)", Count(20)),
        ("(20-25 callers)", Count(20, 25)),
        ("(at least 8 people)", Count(8)),
        (", 12 people", Count(12, 12)),
        (" – about 12 people", Count(12, 12, True)),
        ("(3)", None),
        ("(20 min)", None),
        ("(again)", None),
    ],
)
def test_people_are_read_where_they_are_meant(words, people):
    """A number is people where its words say so; one alone may be anything."""
    (one,) = find_breakouts(f"## Breakout: media {words}\n", 1)
    assert people == one.people


def test_moment_is_that_of_the_recording():
    """A time mark is told in seconds."""
    (one,) = find_breakouts("## [01:06:10] Breakout: media\n", 1)
    assert 3970 == one.moment


@pytest.mark.parametrize(
    "label",
    [
        "**Report-back:** a list of papers",
        "**Report back**: a list of papers",
        "- **Report-back:** a list of papers",
        "Report-back: a list of papers",
        "Reported back: a list of papers",
        "REPORT-BACK: a list of papers",
        "[01:10:00] **Report-back:** a list of papers",
        "**Report-back:**\n- a list of papers",
        "### Report-back\n\nA list of papers.",
    ],
)
def test_label_in_a_breakout_is_its_report(label):
    """A report-back inside the part of a breakout is that one's."""
    assert [("media", 3), ("press", 0)] == found(
        f"## Breakout: media\n\n{label}\n\n## Breakout: press\n"
    )


@pytest.mark.parametrize(
    ("report", "line"),
    [
        ("**Report-back:** kitchens: nine pots", 6),
        ("**Report-back from kitchens:** nine pots", 6),
        ("Report back from the kitchens: nine pots", 6),
        ("**Report-back (kitchens):** nine pots", 6),
        ("## Report back from kitchens\n\nNine pots.", 6),
        ("## Report-backs\n\n- media: none\n- Kitchens: nine pots", 9),
        ("## Reports back\n\n**Kitchens:** nine pots", 8),
        ("## Breakout report-backs\n\n### Kitchens\n\nNine pots.", 8),
    ],
)
def test_report_is_joined_by_its_name(report, line):
    """A report-back that stands elsewhere is that of the breakout it names."""
    assert [("Media", 0), ("Kitchens", line)] == found(f"{TWO}{report}\n")


def test_item_may_hold_its_own_report():
    """What a breakout reported may stand in the item that names it, and what was lost is no report."""
    body = (
        "## Breakouts\n\n1. Coast (12 people) - report: a call in the morning\n2. Valley - report lost\n"
        "3. Hills, report-back: none\n4. Press (report: a list)\n5. Tech - did not happen, report: none\n"
    )
    assert [("Coast", 3), ("Valley", 0), ("Hills", 0), ("Press", 6)] == found(body)


def test_reports_may_be_parted_by_dashes_and_stand_without_bullets():
    """People write lists of report-backs in many ways; the name comes first in all of them."""
    body = f"{TWO}## Report backs\n\nMedia: a list\n* Kitchens - nine pots\n"
    assert [("Media", 8), ("Kitchens", 9)] == found(body)


def test_report_is_joined_by_number():
    """Groups that are counted are named by their number."""
    body = "## Breakout 1: media\n\n## Breakout 2: press\n\n## Report-backs\n\n- Group 2: a list\n"
    assert [("media", 0), ("press", 7)] == found(body)


def test_indented_report_is_that_of_its_item():
    """A report-back below an item of the list is that item's."""
    body = "## Breakouts\n\n- Media\n    - Report-back: a list\n- Kitchens\n"
    assert [("Media", 4), ("Kitchens", 0)] == found(body)


@pytest.mark.parametrize(
    "label",
    [
        "**Report-back:** none",
        "Report-back: lost",
        "**Report-back:**",
        "Report-back: ...",
        "No report-back.",
        "The report-back: was long.",
        "    Report-backs",
        "```\nReport-back: a list\n```",
    ],
)
def test_no_report_is_no_report(label):
    """A label without a report, and words that are no label, report nothing."""
    assert [("media", 0)] == found(f"## Breakout: media\n\n{label}\n\n## News\n\nSnow.\n")


def test_report_of_nobody_known_makes_no_breakout():
    """Towns and subgroups report as well, so only a heading that speaks of breakouts makes them known."""
    assert [] == found("## Report-backs\n\n- Mill Town: snow\n")
    assert [("Media", 3)] == found("## Breakout report-backs\n\n- Media: a list\n")


def test_breakout_known_by_its_report_has_one_name():
    """A line has one name in the page, whatever stands in it."""
    (one,) = find_breakouts("## Breakout report-backs\n\n- Media: a list\n", 1)
    assert ("breakout-media", "breakout-media") == (one.anchor, one.report_anchor)


def test_names_in_the_page_are_given_once():
    """Two breakouts of one name have names of their own, and none takes that of a mark."""
    one, two = find_breakouts(
        "## Breakout: media\n\n## Breakout: media\n", 1, [(9, "breakout-media")]
    )
    assert ("breakout-media-2", "breakout-media-3") == (one.anchor, two.anchor)


@pytest.mark.parametrize(
    "line", ["## Breakout: a", "## Breakouts (", "Report-back: a", "- a: " + "(" * 400]
)
def test_long_notes_are_read_in_time(line):
    """A quarter of a megabyte of one line is read to its end, and not all of it is listed."""
    body = "## Breakouts\n\n- media\n" + f"{line}\n" * (256_000 // (len(line) + 1))
    with ends():
        assert MOST >= len(find_breakouts(body, 1))


@pytest.mark.parametrize("sign", ["(", "*", " ", "-", "#", "[", "a "])
def test_one_sign_without_end_is_read_in_time(sign):
    """A line of one sign takes no longer than any other."""
    body = f"## Breakouts\n- media\n## {sign * 120_000}\n- {sign * 120_000}\n"
    with ends():
        find_breakouts(body, 1)
