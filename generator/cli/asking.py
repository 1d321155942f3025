"""Asks on a terminal, one thing at a time, and asks again when an answer is not understood.

What is wrong with an answer is said in the words of the catalogue of problems. Nothing is written here.
"""

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence

from generator.drafts.answers import Unclear, example_of, is_repeated, value_of, words_for
from generator.drafts.yaml_text import Value
from generator.fields.kinds import Field, Kind, ListOf
from generator.problems import Problem, nearest

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
    while True:
        value = _read(field, usual, known)
        if value is None:
            continue
        if not value and must:
            print("  This one is needed. Ctrl+C ends, and writes nothing.")
            continue
        wrong = faults(field, value) if value else ()
        if not wrong:
            return value
        say(wrong)


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
) -> dict[str, Value]:
    """Offer the fields that were not asked for, until Enter alone."""
    given: dict[str, Value] = {}
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
    example = example_of(field.kind, field.example)
    if example and not words:
        print(f"  Example: {example}")
    if is_repeated(field.kind):
        print("  One a line; Enter alone ends.")
    elif usual:
        print(f"  Enter takes `{usual}`{'' if must else f'; `{LEAVE_OUT}` leaves it out'}.")
    elif not must:
        print("  Enter leaves it out.")


def _read(field: Field, usual: str, known: Sequence[str]) -> Value | None:
    """Read one answer; `None` when it could not be taken apart, which was said."""
    prompt = f"{field.name}{f' [{usual}]' if usual else ''}: "
    if is_repeated(field.kind):
        typed = _lines(prompt)
    else:
        typed = [input(prompt).strip() or usual]
        if typed == [LEAVE_OUT]:
            return ""
    words = words_for(_single(field.kind))
    typed = [(_chosen(one.lower(), words) or one) if words else one for one in typed]
    try:
        return value_of(field.kind, typed)
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


def _lines(prompt: str) -> list[str]:
    typed: list[str] = []
    while line := input(prompt).strip():
        typed.append(line)
    return typed
