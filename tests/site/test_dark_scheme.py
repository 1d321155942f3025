"""Rules of the dark scheme are repeated for pages that no script has touched, and for no others."""

import re

import pytest

from generator.site.builder import OUR_LOOK, style_sheet
from generator.site.dark_scheme import ROOT, UNTOUCHED, is_by_system, without_script
from generator.site.own_look import accent_rules

SHEET = style_sheet(accent_rules("#8c1c13", "#f0a78a"))
DARK = '[data-md-color-scheme="slate"] '


def test_each_rule_of_the_dark_scheme_is_repeated_right_behind_it() -> None:
    """The same declarations follow each rule of the dark scheme alone, that of an archive's accent too."""
    sheet = without_script(SHEET)
    own = re.findall(r"(?<!,\n)\[data-md-color-scheme=\"slate\"\] (\{[^}]*\})", SHEET)
    repeated = [f"@media (prefers-color-scheme: dark) {{ {UNTOUCHED} {rule} }}" for rule in own]
    assert len(own) >= 3
    assert "--ia-accent: #f0a78a;" in own[-1]
    assert [] == [
        rule for rule, again in zip(own, repeated, strict=True) if f"{rule}\n{again}" not in sheet
    ]
    assert SHEET.count(DARK) == sheet.count(DARK)
    assert sheet.count("{") == sheet.count("}")


def test_what_holds_for_both_schemes_is_not_repeated() -> None:
    """Rules of both schemes, as for print, hold for a page without a script already."""
    both = f'[data-md-color-scheme="default"],\n{DARK}{{ --ia-ink: #000; }}'
    assert both + ROOT == without_script(both)


def test_no_colour_is_written_twice_in_the_parts() -> None:
    """What is said to the system's dark scheme is made and not written."""
    assert "prefers-color-scheme" not in SHEET


@pytest.mark.parametrize(
    ("expected", "palette"),
    [
        (True, OUR_LOOK["palette"]),
        (False, [{"scheme": "default"}]),
        (False, [{"scheme": "slate", "media": "(prefers-color-scheme: dark)"}]),
        (False, {"scheme": "default"}),
        (False, "default"),
        (False, None),
    ],
)
def test_an_archive_of_one_scheme_keeps_it(expected: bool, palette: object) -> None:
    """Only where the settings leave light and dark to the system does a page follow it."""
    assert expected is is_by_system(palette)
