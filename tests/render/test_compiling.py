"""Compiling templates: what is quicker than the engine's own way gives the same, and lets nothing through."""

import collections
import types
from pathlib import Path

import jinja2
import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError

from generator import wording
from generator.render.compiling import is_asked, written
from generator.render.environment import _engine, _environment, fill
from generator.wording import spoken
from tests.pseudo_language import LANGUAGE, speak

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _generator():
    yield 1


def _traceback() -> types.TracebackType:
    with pytest.raises(ValueError, match="here") as found:
        raise ValueError("here")
    assert found.value.__traceback__ is not None
    return found.value.__traceback__


def _objects() -> tuple[object, ...]:
    """Give an object of every kind of which the sandbox refuses something."""
    traceback = _traceback()
    return (
        *([], {}, set(), collections.deque(), "text", 1, int, object()),
        *(_objects, markupsafe.Markup("text").upper, _generator(), traceback),
        *(traceback.tb_frame, traceback.tb_frame.f_code),
    )


@pytest.mark.parametrize("it", _objects(), ids=lambda it: type(it).__name__)
def test_everything_that_the_sandbox_refuses_of_an_object_is_asked(it: object) -> None:
    """No attribute that is refused of any kind of object is read without asking."""
    engine = _environment()
    assert isinstance(engine, jinja2.sandbox.SandboxedEnvironment)
    refused = [name for name in dir(it) if not engine.is_safe_attribute(it, name, None)]
    assert refused
    assert [] == [name for name in refused if not is_asked(name)]


@pytest.mark.parametrize("name", ["__class__", "f_globals", "f_back", "f_code"])
def test_a_frame_gives_nothing_away(name: str) -> None:
    """A template that gets hold of the inside of the program still reads nothing of it."""
    template = _environment().from_string(f"{{{{ it.{name} }}}}")
    with pytest.raises(SecurityError):
        template.render(it=_traceback().tb_frame)


def test_a_format_of_values_stays_in_the_sandbox() -> None:
    """A text of somebody that is used as a form reads nothing of what fills it; one of ours says it by name."""
    engine = _environment()
    with pytest.raises(SecurityError):
        engine.from_string("{{ it.format(one=it) }}").render(it="{one.__class__}")
    with pytest.raises(SecurityError):
        engine.from_string("{{ '{one.__class__}'.format(one=it) }}").render(it="")
    said = engine.from_string("{{ _('at {moment} <').format(moment=it) }}").render(it="{0.real} >")
    assert "at {0.real} &gt; &lt;" == said


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(markupsafe.Markup)))
def test_values_are_written_as_the_engine_escapes_them(value: object) -> None:
    """Text is escaped and finished HTML is not, whatever it holds."""
    assert str(markupsafe.escape(value)) == "".join([written(value), ""])


def test_words_of_every_language_are_compiled_for_it_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two languages that are spoken in one process each say their own words, escaped."""
    speak(monkeypatch, tmp_path, f'{HEAD}msgid "Minutes"\nmsgstr "A < B"\n')
    text = "{{ _('Minutes') }}{% trans %}Minutes{% endtrans %}"
    try:
        with spoken(LANGUAGE):
            ours = _environment().from_string(text).render()
        assert ("A &lt; B" + "A < B", "MinutesMinutes") == (
            ours,
            _environment().from_string(text).render(),
        )
    finally:
        wording._translations.cache_clear()


def test_templates_are_compiled_once_for_a_language() -> None:
    """The same engine serves a language again, with what it has compiled."""
    fill("chips.html", {"chips": ()})
    made = _engine.cache_info().misses
    fill("chips.html", {"chips": ()})
    assert made == _engine.cache_info().misses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% macro a(x, y='<') %}{{ x }}{{ y }}{% endmacro %}{{ a('>') }}", "&gt;&lt;"),
        ("{% macro a() %}{{ varargs|join }}{% endmacro %}{{ a('>', 'b') }}", "&gt;b"),
        (
            "{% macro a(x) %}{{ caller(x) }}{% endmacro %}{% call(y) a('>') %}{{ y }}{% endcall %}",
            "&gt;",
        ),
        ("{{ '<' if it }}{{ '<' if not it }}|{{ it[0] }}{{ it[0].upper() }}", "&lt;|aA"),
        ("{% for one in it %}{{ one }}{{ ', ' if not loop.last }}{% endfor %}", "a, b"),
        ("{{ counted('{n} <', '{n} &', 1204) }}", "1,204 &amp;"),
    ],
)
def test_templates_mean_what_they_meant(text: str, expected: str) -> None:
    """Macros with and without all their values, conditions and loops are written as the engine would."""
    assert expected == _environment().from_string(text).render(it=("a", "b"))
