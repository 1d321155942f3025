"""Colours that an archive chooses are read in one form, and none is taken that cannot be read."""

import pytest

from generator.colours import DARK, LIGHT, least_contrast, nearest_shade, read_colour
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.settings import Settings
from tests.problems.river_archive import SETTINGS, TODAY


def read(*lines: str) -> tuple[Settings, list[tuple[str, str]]]:
    """Read settings with some colours, and give the code and the words of what is wrong."""
    text = SETTINGS + "    colours:\n" + "".join(f"      {line}\n" for line in lines)
    settings, problems, _ = read_settings(Source("mkdocs.yml", text.encode()), TODAY)
    assert settings is not None
    return settings, [(one.code, f"{one.message} {one.help}") for one in problems]


def test_a_colour_is_taken_as_it_is_written() -> None:
    """A colour that can be read is the accent, in small letters."""
    settings, problems = read("accent: '#8C1C13'", "accent_dark: '#F0A78A'")
    assert ("#8c1c13", "#f0a78a", []) == (settings.accent, settings.accent_dark, problems)


def test_the_dark_accent_is_found() -> None:
    """Where only one colour stands, the dark scheme gets its nearest shade that can be read there."""
    settings, _ = read("accent: '#8c1c13'")
    assert nearest_shade("#8c1c13", DARK) == settings.accent_dark
    assert least_contrast(settings.accent_dark, DARK) >= 4.5


def test_words_are_no_colour() -> None:
    """A name of a colour, or anything else that would go into the style sheet, is refused."""
    settings, problems = read("accent: dark red", "accent_dark: '#fff; } body { display: none'")
    assert ("", "", ["S722", "S722"]) == (
        settings.accent,
        settings.accent_dark,
        [code for code, _ in problems],
    )


def test_a_faint_colour_is_refused_with_a_better_one() -> None:
    """The help names a shade that passes."""
    settings, [(code, words)] = read("accent: '#e8a33d'")
    assert ("", "S723") == (settings.accent, code)
    assert f"`accent: '{nearest_shade('#e8a33d', LIGHT)}'`" in words


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("accent", ["#000000", "#ffffff", "#808080", "#ffff00", "#0000ff"])
def test_there_is_always_a_shade_that_can_be_read(accent: str, scheme: object) -> None:
    """Whatever colour is chosen, a shade of it has enough contrast in both schemes."""
    chosen = LIGHT if scheme is LIGHT else DARK
    assert least_contrast(nearest_shade(accent, chosen), chosen) >= 4.5


def test_a_short_colour_is_written_out() -> None:
    """Three digits stand for six; a colour may lack its sign."""
    assert ("#aabbcc", "#aabbcc", "") == (
        read_colour("#abc"),
        read_colour("aabbcc"),
        read_colour("#ab"),
    )


def test_a_colour_without_quotes_is_told_to_be_passed_over() -> None:
    """The sign of a colour begins a remark, so the help asks for quotes."""
    text = SETTINGS + "    colours:\n      accent: #8c1c13\n"
    _, (fault,), _ = read_settings(Source("mkdocs.yml", text.encode()), TODAY)
    assert "F210" == fault.code
    assert "a text that begins with `#` needs quotes" in fault.help
