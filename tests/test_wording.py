"""Words of the interface are said in the language of the archive, and only while it is spoken."""

import importlib.resources
import subprocess
import sys
from pathlib import Path

import pytest

from generator import wording
from generator.render.environment import fill
from generator.wording import N_, _, has_catalogue, ngettext, pgettext, spoken

ARCHIVE = Path(__file__).parent / "sites" / "empty" / "archive"
LOADED = """
import datetime, pathlib, sys
from generator import pipeline
from generator.wording import _, counted
examined = pipeline.examine(pathlib.Path(sys.argv[1]), datetime.date(2031, 6, 1))
print(_("Calls"), counted("{n} call", "{n} calls", 1204), examined.files, "babel" in sys.modules)
"""


def test_english_does_not_wait_for_babel() -> None:
    """Whoever checks an archive in English or says words in it loads nothing of Babel."""
    line = [sys.executable, "-c", LOADED, str(ARCHIVE)]
    said = subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()
    assert ["Calls", "1,204", "calls", "False"] == [*said[:3], said[-1]]


def test_english_needs_no_catalogue() -> None:
    """Without a word about the language, each message is said as it is written."""
    assert ("Calls", "1 call", "2 calls", "May", "Home") == (
        _("Calls"),
        ngettext("1 call", "2 calls", 1),
        ngettext("1 call", "2 calls", 2),
        pgettext("month", "May"),
        N_("Home"),
    )


def test_a_language_is_spoken_for_a_while(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """A catalogue is one file; its words are used in code and templates until the block ends."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "es.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "Calls"\nmsgstr "Llamadas"\n\n'
        'msgid "1 call"\nmsgid_plural "{n} calls"\nmsgstr[0] "1 llamada"\nmsgstr[1] "{n} llamadas"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(importlib.resources, "files", lambda package: tmp_path)
    wording._translations.cache_clear()
    try:
        with spoken("es"):
            said = (_("Calls"), ngettext("1 call", "{n} calls", 3), _("Not in the catalogue"))
        assert ("Llamadas", "{n} llamadas", "Not in the catalogue") == said
        assert "Calls" == _("Calls")
    finally:
        wording._translations.cache_clear()


def test_a_language_without_a_catalogue_is_english() -> None:
    """What nobody has translated is said in English; whether there is a catalogue can be asked."""
    with spoken("tlh"):
        assert "Calls" == _("Calls")
    assert (True, False) == (has_catalogue("en"), has_catalogue("tlh"))


def test_templates_speak_and_escape() -> None:
    """Words in templates go through the same functions, and values in them stay text."""
    engine = fill.__globals__["_environment"]()
    drawn = engine.from_string("{{ _('A & B') }} {% trans who=who %}By {{ who }}{% endtrans %}")
    assert "A &amp; B By &lt;b&gt;" == drawn.render({"who": "<b>"})


def test_numbers_are_written_as_the_language_groups_their_digits() -> None:
    """A thousand is written with a comma in one language and with a point or a blank in others."""
    with spoken("de"):
        german = (wording.number(1204), wording.decimal(18.24))
    with spoken("xx"):
        unknown = (wording.number(1204), wording.decimal(18.24))
    english = (wording.number(1204), wording.decimal(18.24))
    assert (("1.204", "18,2"), ("1,204", "18.2"), ("1,204", "18.2")) == (german, unknown, english)


def test_a_language_spoken_inside_another_ends_with_its_block() -> None:
    """Whoever speaks a language for a while leaves the one that was spoken before."""
    with spoken("de"):
        with spoken("fr"):
            inner = wording.language()
        assert ("fr", "de") == (inner, wording.language())
    assert wording.OWN == wording.language()
