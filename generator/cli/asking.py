"""Asks on a terminal, one thing at a time, and asks again when an answer is not understood.

What is wrong with an answer is said in the words of the catalogue of problems. Nothing is written here.
"""

import contextlib
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.drafts.answers import Unclear, example_of, is_repeated, value_of, words_for
from generator.drafts.yaml_text import Value
from generator.fields.kinds import Field, Kind, ListOf, Pairs, Table
from generator.problems import Problem, nearest

_BULLET = re.compile(r"\A[-*•]\s+")
"""What people type before an item of a list, and the writer puts there itself."""

Values = dict[str, Value]
"""Values by the fields that they belong to."""

Faults = Callable[[Field, Value], Sequence[Problem]]
"""Says what is wrong with a value of a field."""

LEAVE_OUT = "-"
"""The answer that leaves a field out where Enter would fill it in."""


def is_terminal() -> bool:
    """Tell whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def prepare() -> None:
    """Make the arrow keys work in answers, where the system can."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401


def ask_field(
    field: Field, faults: Faults, *, usual: str = "", known: Sequence[str] = (), must: bool = True
) -> Value:
    """Ask for one field; `usual` is what Enter gives, and an optional field may be left out.

    `known` are ids that are offered.
    """
    _introduce(field, known, must, usual)
    if is_repeated(field.kind):
        return _ask_several(field, faults, must)
    return _ask_one(field, f"{field.name}{f' [{usual}]' if usual else ''}: ", faults, usual, must)


def _ask_one(field: Field, prompt: str, faults: Faults, usual: str, must: bool) -> Value:
    while True:
        typed = input(prompt).strip() or usual
        value = _value(field.kind, "" if typed == LEAVE_OUT else typed)
        if value is None:
            continue
        if not value and must:
            print("  This one is needed. Ctrl+C ends, and writes nothing.")
            continue
        wrong = faults(field, value) if value else ()
        say(wrong)
        if not any(fault.is_error for fault in wrong):
            return value


def _ask_several(field: Field, faults: Faults, must: bool) -> Value:
    """Ask for one value after the other until Enter alone; what was right is kept when the next one is not."""
    found: list[Value] = []
    while True:
        value = _ask_item(field, faults, len(found) + 1, must and not found)
        if not value:
            break
        found.append(value)
    if isinstance(field.kind, Pairs):
        return {
            key: words for one in found if isinstance(one, Mapping) for key, words in one.items()
        }
    return tuple(found)


def _ask_item(field: Field, faults: Faults, number: int, must: bool) -> Value:
    kind = field.kind.item if isinstance(field.kind, ListOf) else field.kind
    prompt = f"{field.name} {number}: "
    if not isinstance(kind, Table):
        one = replace(field, kind=kind)
        value = _ask_one(one, prompt, faults, "", must)
        return _BULLET.sub("", value) if isinstance(value, str) else value
    row: Values = {}
    for part in kind.fields:
        is_first = part is kind.fields[0]
        words = "" if is_first else f"  ({part.about} Enter leaves it out.)"
        if words:
            print(words)
        label = f"{field.name} {number}, {part.name}: "
        value = _ask_one(part, label, faults, "", part.required and (must or not is_first))
        if is_first and not value:
            return ""
        row.update({part.name: value} if value else {})
    return row


def ask_choice(question: str, choices: Sequence[tuple[str, str]], usual: str = "") -> str:
    """Ask which of a few answers holds, by number or word; gives the word of the one that was chosen."""
    print(f"\n{question}")
    for number, (_, words) in enumerate(choices, 1):
        print(f"  {number}  {words}")
    while True:
        typed = input(f"number{f' [{usual}]' if usual else ''}: ").strip().lower() or usual
        found = _chosen(typed, [word for word, _ in choices])
        if found:
            return found
        print(f"  Type a number from 1 to {len(choices)}. Ctrl+C ends, and writes nothing.")


def ask_more(
    fields: Sequence[Field], faults: Faults, known: Callable[[Field], Sequence[str]]
) -> Values:
    """Offer the fields that were not asked for, until Enter alone."""
    given: Values = {}
    names = {field.name: field for field in fields}
    print("\nAnything else that is known? Enter ends; `?` lists what can be added.")
    while True:
        typed = input("field: ").strip().lower()
        if not typed:
            return given
        field = names.get(typed.replace("-", "_").replace(" ", "_"))
        if field is not None:
            value = ask_field(field, faults, known=known(field), must=False)
            given.update({field.name: value} if value else {})
        elif typed == "?":
            _list_fields(names.values())
        else:
            print(f"  There is no field `{typed}` to add{nearest(typed, names)}. `?` lists them.")


def say(problems: Iterable[Problem]) -> None:
    """Say what is wrong with an answer and what to do."""
    for fault in problems:
        print(f"  {fault.kind.severity.value} {fault.code}: {fault.message}")
        print(f"  help: {fault.help}")


def _introduce(field: Field, known: Sequence[str], must: bool, usual: str) -> None:
    print(f"\n{field.about}")
    words = words_for(_single(field.kind))
    if words:
        print("  " + "  ".join(f"{number} {word}" for number, word in enumerate(words, 1)))
    elif known:
        print(f"  There are: {', '.join(known[:30])}{', …' if len(known) > 30 else ''}")
    is_table = isinstance(_single(field.kind), Table)
    example = "" if is_table else example_of(field.kind, field.example)
    if example and not words:
        print(f"  Example: {example}")
    if is_repeated(field.kind):
        print("  One after the other; Enter alone ends.")
    elif usual:
        print(f"  Enter takes `{usual}`{'' if must else f'; `{LEAVE_OUT}` leaves it out'}.")
    elif not must:
        print("  Enter leaves it out.")


def _value(kind: Kind, typed: str) -> Value | None:
    """Take one answer apart; `None` when it cannot be, which was said."""
    words = words_for(kind)
    try:
        return value_of(kind, [_chosen(typed.lower(), words) or typed])
    except Unclear as error:
        print(f"  {error}")
        return None


def _single(kind: Kind) -> Kind:
    return kind.item if isinstance(kind, ListOf) else kind


def _chosen(typed: str, words: Sequence[str]) -> str:
    """Give the word that a number, the word itself or its beginning stands for."""
    if typed.isdecimal() and 1 <= int(typed[:9]) <= len(words):
        return words[int(typed[:9]) - 1]
    fits = [word for word in words if word == typed] or [
        w for w in words if typed and w.startswith(typed)
    ]
    return fits[0] if len(fits) == 1 else ""


def _list_fields(fields: Iterable[Field]) -> None:
    for field in fields:
        print(f"  {field.name:<18} {field.about}")
