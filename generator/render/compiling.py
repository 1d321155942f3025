"""Compiles templates to quick Python: words are put in when a template is compiled, and no question is asked at run
time whose answer is known by then.

A template is compiled for one catalogue; which one is left to `environment`. What the sandbox refuses it goes on
refusing: only reads whose answer hangs on nothing but a harmless name are written as plain Python.
"""

import keyword
import string
import types
from collections.abc import Iterator
from typing import Any

import jinja2
import markupsafe
from jinja2 import nodes, sandbox
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.wording import gettext

WORDS = frozenset({"_", "gettext"})
"""The names by which templates say a message; none of them gives these names to anything else."""
# What `markupsafe.escape` calls, too; it makes a `Markup` of the result, which is then joined to plain text at once.
_escaped = markupsafe._escape_inner  # type: ignore[attr-defined]


def _asked_names() -> frozenset[str]:
    """Give every name that the sandbox refuses of some object; what begins with an underscore it refuses always."""
    inner = (types.FrameType, types.CodeType, types.TracebackType)
    return frozenset(
        {"mro", "format", "format_map"}
        | {name for kind in inner for name in dir(kind)}
        | sandbox.UNSAFE_FUNCTION_ATTRIBUTES
        | sandbox.UNSAFE_METHOD_ATTRIBUTES
        | sandbox.UNSAFE_GENERATOR_ATTRIBUTES
        | sandbox.UNSAFE_COROUTINE_ATTRIBUTES
        | sandbox.UNSAFE_ASYNC_GENERATOR_ATTRIBUTES
        | {name for _, names in sandbox._mutable_spec for name in names}
    )


ASKED = _asked_names()
"""Names of attributes of which the sandbox is asked each time, because its answer hangs on the object."""


def is_asked(name: str) -> bool:
    """Tell whether the sandbox must be asked before an attribute of this name is read."""
    return name.startswith("_") or name in ASKED or keyword.iskeyword(name) or not name.isascii()


def written(value: object) -> str:
    """Give a value as text of a page, escaped unless it is finished HTML: `markupsafe.escape` without its `Markup`."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else markupsafe.escape(value)


class Words(NodeTransformer):
    """Puts messages into a template in the language that is spoken; they are escaped like any text."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Give a message in place of the call that asks for it, unless it is made of values."""
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name=name),
                args=[nodes.Const(value=str(message))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ) if name in WORDS:
                return nodes.Const(gettext(message), lineno=node.lineno)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """Let what is written only under a condition be nothing otherwise, and no object that says so."""
        self.generic_visit(node)
        for child in node.nodes:
            if isinstance(child, nodes.CondExpr) and child.expr2 is None:
                child.expr2 = nodes.Const("", lineno=child.lineno)
        return node


class Writer(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Begin with what is ours."""
        self.writeline(f"from {__name__} import written")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Read an attribute at once, unless the sandbox might refuse it."""
        if is_asked(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Read an item at once, of which the sandbox never asks; by a word it may be an attribute."""
        if not isinstance(node.arg, nodes.Const) or type(node.arg.value) is not int:
            super().visit_Getitem(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f")[{node.arg.value}]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Fill a message of ours, and call with values alone, in a shorter way than with names and a caller."""
        if message := _filled_message(node):
            self.write(f"{message!r}.format(")
            for at, named in enumerate(node.kwargs):
                self.write(", " if at else "")
                self.visit(named, frame)
            self.write(")")
        elif forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            self.write("environment.told(context, ")
            self.visit(node.node, frame)
            for value in node.args:
                self.write(", ")
                self.visit(value, frame)
            self.write(")")


def _filled_message(node: nodes.Call) -> str:
    """Give the message that a call fills by names, if it reads nothing of the values but their text."""
    match node:
        case nodes.Call(
            node=nodes.Getattr(node=nodes.Const(value=str(message)), attr="format"),
            args=[],
            dyn_args=None,
            dyn_kwargs=None,
        ) if all(_plain_fields(message)):
            return message
    return ""


def _plain_fields(message: str) -> Iterator[bool]:
    for _, name, form, conversion in string.Formatter().parse(message):
        yield name is None or (name.isidentifier() and not form and not conversion)


class Compiled(jinja2.Environment):
    """Templates with the words of the language that is spoken while they are compiled."""

    code_generator_class = Writer

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        spoken: nodes.Template = Words().visit(parsed)
        spoken.set_environment(self)
        return spoken
