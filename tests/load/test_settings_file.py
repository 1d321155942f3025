"""Tests of the settings in `mkdocs.yml`."""

import datetime
import re

import pytest

from generator.forges import edit_base
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.settings import NavEntry, Settings, repository

TODAY = datetime.date(2031, 6, 1)
GOOD = """\
site_name: River archive
site_url: https://archive.example
theme: {name: material}
nav:
  - Home: index.md
  - Help:
      - Privacy: help/privacy.md
extra:
  archive:
    state: closed
    zone: America/New_York
    calendar_domain: archive.example
"""


def read(text: str) -> tuple[Settings | None, list[tuple[str, int, int, int]]]:
    settings, problems, _ = read_settings(Source("mkdocs.yml", text.encode()), TODAY)
    return settings, [(fault.code, *fault.place[1:]) for fault in problems]


def test_good_settings_are_read():
    """What MkDocs and its theme understand besides is theirs."""
    settings, faults = read(GOOD)
    assert [] == faults
    assert settings is not None
    assert ("https://archive.example/", "America/New_York", True, False, TODAY) == (
        settings.site_url, settings.zone, settings.repository_is_public, settings.indexing, settings.today
    )  # fmt: skip
    inner = (NavEntry("Privacy", "help/privacy.html"),)
    assert (NavEntry("Home", "index.html"), NavEntry("Help", "", inner)) == settings.nav


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("site_name: River archive\n", "", ("F202", 1, 1, 0)),
        ("https://archive.example\n", "archive.example\n", ("F211", 2, 11, 15)),
        ("closed", "open", ("F207", 10, 12, 4)),
        ("America/New_York", "EST", ("F206", 11, 11, 3)),
        (
            "state: closed",
            "state: closed\n    listener_zones: [Europe/London, Europe/Pari]",
            ("F206", 11, 37, 11),
        ),
        ("    state: closed\n", "    stat: closed\n", ("F201", 10, 5, 4)),
        ("index.md", "&a index.md", ("Y122", 5, 11, 2)),
        ("Home: index.md", "index.md", ("F209", 5, 5, 8)),
        ("extra:", "extra: !x", ("Y123", 8, 8, 2)),
        ("extra:\n  archive:", "extra:\n  other:", ("F202", 1, 1, 0)),
        ("closed", "closed\n    state: living", ("Y121", 11, 5, 5)),
    ],
)
def test_a_fault_is_told_at_its_place(old: str, new: str, expected: tuple[str, int, int, int]):
    """There is one problem, and no settings are given."""
    assert (None, [expected]) == read(GOOD.replace(old, new, 1))


def test_a_navigation_that_is_no_list_is_told():
    """It would otherwise be an empty one."""
    text = GOOD.split("nav:")[0] + "nav: index.md\nextra:" + GOOD.split("extra:")[1]
    assert (None, [("F209", 4, 6, 8)]) == read(text)


@pytest.mark.parametrize(
    "page", ["../../elsewhere.md", "/etc/page.md", "https://river.example/", '""']
)
def test_a_navigation_stays_inside_the_archive(page):
    """Frames are written where the navigation points, so a page elsewhere is refused at its place."""
    text = GOOD.replace("- Home: index.md", f"- Home: {page}")
    assert (None, [("F209", 5, 11, len(page))]) == read(text)


@pytest.mark.parametrize("path", ['x" onclick="y', "edit main", "<edit>", "edit/\u00e9"])
def test_what_is_no_path_on_the_forge_is_refused(path):
    """It would stand in an address on every page, and a quote would leave the attribute that holds it."""
    text = f"repo_url: https://forge.example/river/calls\nedit_uri: '{path}'\n{GOOD}"
    assert (None, [("S711", 2, 11, len(path) + 2)]) == read(text)


@pytest.mark.parametrize("end", ["?a=b", "#top", "a/?b#c"])
def test_an_address_that_no_page_can_stand_below_is_refused(end):
    """Frames hold the addresses of their pages, which would lie behind the sign and lead nowhere."""
    text = re.sub("site_url: .*", f"site_url: 'https://calls.example/{end}'", GOOD)
    [(code, _, _, length)] = read(text)[1]
    assert ("S711", len("'https://calls.example/'") + len(end)) == (code, length)


@pytest.mark.parametrize("path", ["edit/main", "edit/main/", "/edit/main/"])
def test_a_file_is_edited_behind_one_stroke(path):
    """Slashes at the ends of what people write neither run together nor go missing."""
    settings, _ = read(f"repo_url: https://forge.example/river/calls/\nedit_uri: {path}\n{GOOD}")
    assert settings is not None
    assert "https://forge.example/river/calls/edit/main/" == edit_base(repository(settings))


def test_the_forge_is_named_where_its_host_does_not_say_it():
    """Forge and branch of the settings give every address of the repository."""
    more = "    forge: gitlab\n    branch: trunk\n"
    settings, faults = read(f"repo_url: https://git.river.example/river/calls\n{GOOD}{more}")
    assert [] == faults
    assert settings is not None
    assert "https://git.river.example/river/calls/-/edit/trunk/" == edit_base(repository(settings))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("https://github.com/river", "", ("S711", 1, 11, 24)),
        ("https://github.com/river/calls.git", "", ("S711", 1, 11, 34)),
        ("https://github.com/river/calls/tree/main", "", ("S711", 1, 11, 40)),
        ("github.com/river/calls", "", ("F211", 1, 11, 22)),
        ("https://github.com/river/calls", "branch: the main one", ("S711", 14, 13, 12)),
        ("https://git.river.example/river/calls", "forge: github.com", ("F207", 14, 12, 10)),
        ("", "forge: github", ("F219", 14, 12, 6)),
        ("", "branch: main", ("F219", 14, 13, 4)),
    ],
)
def test_a_repository_that_links_cannot_lead_to_is_told(first, last, expected):
    """An address that was copied from another page of the forge is a problem at its place."""
    text = f"repo_url: {first}\n{GOOD}" + (f"    {last}\n" if last else "")
    assert (None, [expected]) == read(text)
