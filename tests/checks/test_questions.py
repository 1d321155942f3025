"""Tests of the questions that are asked of a whole archive: where each problem is told, and what is left alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.problems import Problem
from tests.problems.river_archive import CALL, RIVER_ARCHIVE, SETTINGS, TODAY

Write = Callable[[Mapping[str, str]], Path]

NAME = "calls/2031/2031-03-05-river-open-call.yaml"
OTHER = "calls/2031/2031-03-12-river-open-call.yaml"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
HIDDEN = "calls/2031/2031-03-19-withheld-1.yaml"
WITHHELD = """\
date: 2031-03-19
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
"""


def errors(root: Path) -> tuple[Problem, ...]:
    return tuple(fault for fault in examine(root, TODAY).problems if fault.code != "S706")


def places(root: Path) -> list[tuple[str, str, int, int, int]]:
    return [(fault.code, *fault.place) for fault in errors(root)]


@pytest.mark.parametrize(
    ("line", "expected", "hint"),
    [
        ("series: river-open-cal", ("R301", 5, 9, 14), "`river-open-call`"),
        ("groups: [river-planning, mill-town]", ("R302", 5, 26, 9), "`mill-town-assembly`"),
        ("hubs:\n  - spring-gathring", ("R303", 6, 5, 15), "`spring-gathering`"),
        ("platform: switchbord", ("R304", 5, 11, 10), "`switchboard`"),
    ],
)
def test_a_record_that_is_not_there_is_told_where_it_is_named(
    line: str, expected: tuple[str, int, int, int], hint: str, archive_at: Write
):
    """The place is the id, and the message names the closest one."""
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {NAME: f"{CALL}{line}\n"}))
    assert (expected[0], NAME, *expected[1:]) == (fault.code, *fault.place)
    assert hint in fault.message


def test_the_platform_that_keeps_a_recording_is_looked_up(archive_at: Write):
    """Its place is in the list of recordings."""
    lines = "recordings:\n  - url: https://a.example/\n    kept_by: nobody\n"
    assert [("R304", NAME, 7, 14, 6)] == places(archive_at(RIVER_ARCHIVE | {NAME: CALL + lines}))


def test_hosts_may_be_words(archive_at: Write):
    """Not every host has a record."""
    root = archive_at(RIVER_ARCHIVE | {NAME: f"{CALL}hosts: [three friends from Mill Town]\n"})
    assert [] == places(root)


def test_the_group_that_decided_to_withhold_is_looked_up(archive_at: Write):
    """A call whose details are withheld is told without a quotation and without a column."""
    root = archive_at(RIVER_ARCHIVE | {HIDDEN: f"{WITHHELD}  decided_by: nobody\n"})
    (fault,) = (fault for fault in errors(root) if fault.code != "P505")
    assert ("R302", HIDDEN, 7) == (fault.code, *fault.place[:2])
    assert "nobody" not in fault.message + fault.help


def test_an_alias_that_is_taken_is_told_with_the_first_user(archive_at: Write):
    """The note names the call that has the name."""
    line = "aliases: [2031-03-01-a, 2031-03-12-river-open-call]\n"
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {NAME: CALL + line}))
    assert ("R307", NAME, 5, 25, 26) == (fault.code, *fault.place)
    assert OTHER == fault.notes[0][0].path


def test_two_calls_of_one_occurrence_are_told_at_the_later_file(archive_at: Write):
    """A moved call keeps the date it was first announced for."""
    later = "calls/2031/2031-03-13-river-late.yaml"
    text = (
        CALL.replace("03-05", "03-13") + "series: river-open-call\nmoved_from: [2031-03-12 21:00]\n"
    )
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {later: text}))
    assert ("R310", later, 2, 7, 10) == (fault.code, *fault.place)
    assert OTHER == fault.notes[0][0].path


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("start: 02:30", ("T402", 5, 8, 5)),
        ("start: 12:00\nmoved_from: [2030-11-03 01:30]", ("T403", 6, 14, 16)),
        ("start: 12:00\nmoved_from: [2031-03-09 12:00]", ("T407", 6, 14, 16)),
    ],
)
def test_a_time_that_cannot_be_is_told_at_the_time(
    lines: str, expected: tuple[str, int, int, int], archive_at: Write
):
    """Also among the earlier times of a call that was moved."""
    path = "calls/2031/2031-03-09-night.yaml"
    root = archive_at(RIVER_ARCHIVE | {path: f"{CALL.replace('03-05', '03-09')}{lines}\n"})
    assert [(expected[0], path, *expected[1:])] == places(root)


def test_the_help_for_an_hour_that_happens_twice_names_both_instants(archive_at: Write):
    """Either of them can be written in UTC."""
    path = "calls/2031/2031-11-02-night.yaml"
    text = CALL.replace("03-05", "11-02").replace("held", "scheduled") + "start: 01:30\n"
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {path: text}))
    assert "`05:30` or `06:30`" in fault.help


def test_a_call_held_on_the_day_of_the_build_is_not_in_the_future(archive_at: Write):
    """Only what comes after that day is."""
    today = "calls/2031/2031-06-01-river.yaml"
    tomorrow = "calls/2031/2031-06-02-river.yaml"
    files = {today: CALL.replace("03-05", "06-01"), tomorrow: CALL.replace("03-05", "06-02")}
    assert [("T406", tomorrow, 3, 9, 4)] == places(archive_at(RIVER_ARCHIVE | files))


@pytest.mark.parametrize(
    ("people", "told"), [("9", 1), ("10", 0), ("5-12", 0), ("about 4", 1), ("3+", 0)]
)
def test_exact_places_of_few_people_are_told(people: str, told: int, archive_at: Write):
    """Ten are enough, a place without a comma is a state or a country, and its length tells nothing."""
    lines = f"participants: {people}\nplaces:\n  - Mill Town, PA\n  - Pennsylvania\n"
    found = places(archive_at(RIVER_ARCHIVE | {NAME: CALL + lines}))
    assert [("P507", NAME, 7, 5, 1)] * told == found


def test_notes_of_no_call_get_the_closest_one(archive_at: Write):
    """The whole file is meant."""
    path = "minutes/2031/2031-03-05-river-open-cal.md"
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {path: "---\norigin: notes\n---\nWe met.\n"}))
    assert ("R306", path, 1, 1, 0) == (fault.code, *fault.place)


def test_notes_whose_date_cannot_be_read_are_one_problem(archive_at: Write):
    """Without a date they belong to no call, and the date is all that is wrong."""
    path = "minutes/2031/2031-03-19-river.md"
    text = "---\norigin: notes\nseries: river-open-call\ndate: YYYY-MM-DD\nshare: public\n---\nWe met.\n"
    (fault,) = errors(archive_at(RIVER_ARCHIVE | {path: text}))
    assert ("F203", path, 4) == (fault.code, *fault.place[:2])


def test_notes_for_a_series_that_is_misspelt_are_one_problem(archive_at: Write):
    """The series is not known, and that is all that is wrong; notes of no call are not quoted."""
    path = "minutes/2031/2031-03-19-river.md"
    text = "---\norigin: notes\nseries: river-open\ndate: 2031-03-19\nshare: public\n---\nWe met.\n"
    assert [("R301", path, 3, 1, 0)] == places(archive_at(RIVER_ARCHIVE | {path: text}))


@pytest.mark.parametrize(
    "target",
    ["../../calls/2031/2031-03-12-river-open-call.yaml", "../../content/index.md", "#top",
     "https://river.example/", "mailto:x", "../../calls/series/river-open-call.yaml"],
)  # fmt: skip
def test_links_that_lead_somewhere_are_left_alone(target: str, archive_at: Write):
    """Inside the archive, within the page, or out of it."""
    text = f"---\norigin: notes\n---\nSee [this]({target}).\n"
    assert [] == places(archive_at(RIVER_ARCHIVE | {NOTES: text}))


@pytest.mark.parametrize(
    "name", ["calls", "decisions", "actions", "statistics", "ledger", "withheld", "recordings"]
)
def test_a_page_may_lead_to_open_data(name: str, archive_at: Write):
    """Every file of data is made with the site, so that a link to it is not dead."""
    text = f"# Welcome\n\nSee [the data](data/v1/{name}.json).\n"
    assert [] == places(archive_at(RIVER_ARCHIVE | {"content/index.md": text}))


@pytest.mark.parametrize(
    "target", ["index.md", "/content/index.md", "../../../etc/passwd", "../2031"]
)
def test_a_dead_link_is_told_at_its_target(target: str, archive_at: Write):
    """The place is what stands in the brackets."""
    text = f"---\norigin: notes\n---\n\nSee [this]({target}).\n"
    assert [("R308", NOTES, 5, 12, len(target))] == places(
        archive_at(RIVER_ARCHIVE | {NOTES: text})
    )


@pytest.mark.parametrize(
    "made",
    ["withheld/index.md", "withheld/log.html", "withheld/left-out.html", "feeds/withheld.xml"],
)
def test_a_page_may_lead_to_the_register_of_withholding(made: str, archive_at: Write):
    """Its pages and its feed are made with every site, also where nothing is withheld."""
    page = {"content/help/data.md": f"# Data\n\nSee [this](../{made}).\n"}
    assert "R308" not in {code for code, *_place in places(archive_at(RIVER_ARCHIVE | page))}


def test_a_page_of_the_navigation_is_told_at_its_entry(archive_at: Write):
    """With or without its ending."""
    text = SETTINGS.replace(
        "index.md", "index.md\n  - Help: help\n  - More:\n      - Deep: a/b.md", 1
    )
    expected = [("S704", "mkdocs.yml", 5, 11, 4), ("S704", "mkdocs.yml", 7, 15, 6)]
    assert expected == places(archive_at(RIVER_ARCHIVE | {"mkdocs.yml": text}))


@pytest.mark.parametrize(
    "lines",
    ["agenda:\n  - news", "sources:\n  - title: a page", "participants_note: more", "title: River",
     "series: river-open-call", "groups: [river-planning]", "aliases: [2031-03-18-river]"],
)  # fmt: skip
def test_every_detail_of_a_withheld_call_is_refused_in_a_public_repository(
    lines: str, archive_at: Write
):
    """Lists are details too, and a series says which call it was."""
    assert ["P505"] == [
        p[0] for p in places(archive_at(RIVER_ARCHIVE | {HIDDEN: f"{WITHHELD}{lines}\n"}))
    ]


def test_a_private_repository_may_keep_the_details(archive_at: Write):
    """The gate keeps them off the site."""
    private = SETTINGS + "    repository_is_public: false\n"
    files = {HIDDEN: f"{WITHHELD}title: River\n", "mkdocs.yml": private}
    assert [] == places(archive_at(RIVER_ARCHIVE | files))


def test_a_call_that_does_not_say_what_may_be_shared_is_one_problem(archive_at: Write):
    """Its name and its fields are not blamed for it."""
    root = archive_at(RIVER_ARCHIVE | {NAME: CALL.replace("share: public\n", "")})
    assert ["F222"] == [place[0] for place in places(root)]
