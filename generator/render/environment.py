"""The template engine: Jinja2 with escaping on, so that what people wrote stays text."""

import functools
from collections.abc import Mapping

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment


def fill(template: str, values: Mapping[str, object]) -> str:
    """Fill a template of `render/templates/` with values; an unknown name in a template is a bug and raises."""
    return _environment().get_template(template).render(values)


@functools.cache
def _environment() -> jinja2.Environment:
    """Make the engine once a process: it holds compiled templates and nothing that people wrote."""
    return ImmutableSandboxedEnvironment(
        loader=jinja2.PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
