"""The template engine: Jinja2 with escaping on, so that what people wrote stays text."""

import functools
from collections.abc import Mapping, MutableMapping
from types import FunctionType
from typing import Any

import jinja2
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.render.compiling import Compiled
from generator.wording import catalogue, counted, gettext, ngettext, number, pgettext


def fill(template: str, values: Mapping[str, object]) -> str:
    """Fill a template of `render/templates/` with values; an unknown name in a template is a bug and raises."""
    return _environment().get_template(template).render(values)


def template_sources() -> tuple[str, ...]:
    """Give the text of every template as it lies in `render/templates/`, in the order of their names."""
    engine = _environment()
    names = engine.list_templates()
    return tuple(engine.loader.get_source(engine, name)[0] for name in names if engine.loader)


OWN: frozenset[object] = frozenset({gettext, ngettext, pgettext, number, counted})
"""What templates call of ours; none of it asks for the context of a template."""


class _Sandbox(Compiled, ImmutableSandboxedEnvironment):
    """The sandbox of Jinja2, which asks once for each type and attribute what templates may read of it.

    Its own answer rests on nothing else, and asking anew at every place took longer than all else there.
    What is ours is called without asking: a page says a hundred words, and each way there was ten times as long.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answers: dict[tuple[type[object], str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether templates may read an attribute."""
        asked = (type(obj), attr)
        answer = self._answers.get(asked)
        if answer is None:
            answer = self._answers[asked] = super().is_safe_attribute(obj, attr, value)
        return answer

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what a template knows besides its values, as one mapping: a chain of two is copied slowly each time."""
        return {**self.globals, **(d or {})}

    def told(self, context: Context, called: Any, /, *values: Any) -> Any:
        """Call what a template calls with values alone: a macro at once, all else as `call` does."""
        if type(called) is not Macro or _takes_more(called) or len(values) > len(called.arguments):
            return self.call(context, called, *values)
        # What is left out is marked, and the macro then takes its own value, as the engine does it.
        left_out = (missing,) * (len(called.arguments) - len(values))
        return _finished(called._func(*values, *left_out))

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls: words and macros at once, all else as the sandbox does."""
        if type(called) is Macro:
            args = (context.eval_ctx, *args)
        elif type(called) is not FunctionType or called not in OWN:
            return super().call(context, called, *args, **named)
        # The engine tells of loops and blocks around a call, which only what takes a context asks for.
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


def _takes_more(macro: Macro) -> bool:
    return macro.caller or macro.catch_varargs or macro.catch_kwargs


_finished = functools.partial(str.__new__, Markup)
"""Gives HTML that a macro wrote as finished HTML; the constructor asks first whether it is that already."""


def _environment() -> jinja2.Environment:
    """Give the engine whose templates speak the language that is spoken."""
    return _engine(catalogue())


@functools.lru_cache(maxsize=8)
def _engine(words: object) -> jinja2.Environment:
    """Make the engine once a process for a catalogue: it holds compiled templates and nothing that people wrote."""
    engine = _Sandbox(
        loader=jinja2.PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # There are as many templates as files, so none is ever dropped, and nothing need be kept in order for that.
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    engine.policies["ext.i18n.trimmed"] = True
    # The extension adds this method; the older style gives `_()` in templates the meaning that it has in Python.
    engine.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=False, pgettext=pgettext
    )
    engine.globals |= {"number": number, "counted": counted, "_": gettext}
    return engine
