"""The template engine: what templates may not read of a value is refused each time, remembered or not."""

import jinja2
import pytest
from jinja2.exceptions import SecurityError

from generator.render.environment import _environment


@pytest.mark.parametrize("text", ["{{ it.append(1) }}", "{{ it.__class__ }}", "{{ it._x }}"])
def test_sandbox_refuses_each_time(text: str) -> None:
    """Changing a list and reading what begins with an underscore is refused the first and the second time."""
    template = _environment().from_string(text)
    for _ in range(2):
        with pytest.raises((SecurityError, jinja2.UndefinedError)):
            template.render(it=[])


def test_refusal_is_of_the_type_alone() -> None:
    """What is refused of a list may be read of a value of another type that has the same name."""

    class Meal:
        append = "pepper"

    template = _environment().from_string("{{ it.append }}")
    with pytest.raises(SecurityError):
        template.render(it=[])
    assert "pepper" == template.render(it=Meal())


def test_words_and_macros_speak_everywhere_in_a_template() -> None:
    """Words of ours and macros are called in loops, in blocks and with a caller, and macros still escape."""
    template = _environment().from_string(
        "{% macro told(it, end='.') %}{{ _('Calls') }} {{ it }}{{ end }}"
        "{{ caller() if caller is defined }}{% endmacro %}"
        "{% block all %}{% for it in some %}{{ told(it, end='!') }}{{ _('Calls') }}{% endfor %}"
        "{% call told('b') %}{{ number(1204) }}{% endcall %}{% endblock %}"
    )
    assert "Calls &lt;!CallsCalls b.1,204" == template.render(some=["<"])
