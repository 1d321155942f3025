"""The questions of `new` for each kind of record, in the order in which somebody can answer them.

Whatever was given as an option is not asked again.
"""

from collections.abc import Callable, Sequence

from generator.cli.asking import Values, ask_choice, ask_field, ask_more, say
from generator.drafting.desk import Desk, answer_faults, find_series, offered
from generator.drafting.notes import NotPossible, occurrence_to_write_for
from generator.drafting.records import TABLES, hides_details
from generator.drafting.search import Found, find_meant
from generator.drafts.yaml_text import Value
from generator.fields import MINUTES, SHARE
from generator.fields.kinds import Field, GroupOrWords, Kind, ListOf, Reference, Table
from generator.fields.transcript_tables import TRANSCRIPT
from generator.problems import Problem

_WHAT_OF_A_CALL = (
    ("all", "everything: the call, its notes and its recording"),
    ("recording", "everything but the recording"),
    ("both", "the call, but neither its notes nor its recording"),
    ("details", "only that there was a call on this date, and why nothing more is shown"),
    ("existence", "nothing: not even that there was a call"),
)
_REASONS = (
    ("safety", "safety: somebody could come to harm"),
    ("integrity", "integrity: what was said needs to be protected from misuse"),
    ("consent", "consent: those who took part did not agree"),
    ("legal", "legal: the law asks for it"),
)
_BASES = (
    ("group-agreed", "the group agreed that it may be public"),
    ("already-public", "it was public already, published by others"),
)


class NothingToWrite(Exception):
    """The answers lead to no file; the message says why."""


def ask_record(desk: Desk, kind: str, given: Values) -> Values:
    """Ask for everything a record needs that was not given yet."""
    asked = dict(given)
    print(f"A new {kind}. Enter answers what stands in brackets; Ctrl+C ends, and writes nothing.")
    if kind == "call":
        _ask_call(desk, asked)
    else:
        _ask_other(desk, kind, asked)
    return asked


def ask_notes(desk: Desk, given: Values) -> Values:
    """Ask what notes must say of themselves."""
    asked = dict(given)
    _ask(desk, MINUTES, asked, "origin", usual="notes")
    if "status" not in asked:
        _ask(desk, MINUTES, asked, "status", must=False)
    if asked.get("status") == "adopted":
        _ask(desk, MINUTES, asked, "adopted_by")
    _ask(desk, MINUTES, asked, "taken_by", must=False)
    return asked


def ask_transcript(desk: Desk, given: Values) -> Values:
    """Ask what a transcript must say of itself; nothing is taken for granted, for a program may have listened."""
    asked = dict(given)
    _ask(desk, TRANSCRIPT, asked, "origin")
    _ask(desk, TRANSCRIPT, asked, "taken_by", must=False)
    _ask(desk, TRANSCRIPT, asked, "reviewed_by", must=False)
    return asked


def ask_occurrence(desk: Desk, given: Values) -> Values:
    """Ask which occurrence of a series notes stand in for, and what they must say of themselves."""
    asked = dict(given)
    _ask(desk, MINUTES, asked, "series")
    while "date" not in asked:
        _ask(desk, MINUTES, asked, "date")
        try:
            occurrence_to_write_for(desk, str(asked["series"]), str(asked["date"]))
        except NotPossible as why:
            print(f"  {why}")
            del asked["date"]
    if "share" not in asked:
        asked["share"] = _ask_openness(desk)
    return ask_notes(desk, asked)


def ask_call(desk: Desk) -> Found:
    """Ask which call notes are for, until one is found."""
    print(
        "\nWhich call are the notes of? Its id, the address of its page, or its date and title will do."
    )
    print("  Example: 2031-03-05 River Assembly open call")
    while True:
        said = input("call: ").strip()
        found = find_meant(desk, said) if said else Found()
        if found.call or found.series:
            return found
        near = ", ".join(f"`{one}`" for one in found.near)
        print(f"  That cannot be told{f'; near it are {near}' if near else ''}. Ctrl+C ends.")


def ask_again(desk: Desk, table: Table, values: Values, wrong: dict[str, list[Problem]]) -> Values:
    """Ask once more for fields that do not fit the rest of the record."""
    mended = dict(values)
    for name, problems in wrong.items():
        print(f"\nThis does not fit: {name}")
        say(problems)
        mended.pop(name, None)
        _ask(desk, table, mended, name, must=_field(table, name).required)
    return mended


def _ask_call(desk: Desk, asked: Values) -> None:
    table = TABLES["call"]
    _ask(desk, table, asked, "date")
    if "share" not in asked:
        asked["share"] = _ask_share(desk)
    if hides_details(asked):
        return
    if asked["share"] == "public" and "basis" not in asked:
        asked["basis"] = ask_choice("Why may it be public?", _BASES)
    _ask(desk, table, asked, "series", must=False)
    own = find_series(desk, str(asked.get("series", "")))
    if own is not None and not own.share.is_full:
        own = None
    _ask(desk, table, asked, "title", usual=own.title if own else "")
    hour = own.recurrence.clock if own and own.recurrence else None
    _ask(desk, table, asked, "start", usual=f"{hour:%H:%M}" if hour else "", must=False)
    if "start" in asked and not (own and own.zone):
        _ask(desk, table, asked, "zone", usual=desk.zone)
    _ask(desk, table, asked, "status", usual=_usual_status(desk, str(asked["date"])))
    if asked["status"] == "cancelled":
        _ask(desk, table, asked, "reason")
    _ask_rest(desk, table, asked)


def _usual_status(desk: Desk, date: str) -> str:
    return "held" if date < desk.today.isoformat() else "scheduled"


def _ask_other(desk: Desk, kind: str, asked: Values) -> None:
    table = TABLES[kind]
    _ask(desk, table, asked, "title" if kind == "series" else "name")
    if "share" not in asked:
        asked["share"] = _ask_openness(desk)
    if kind == "series":
        _ask_rhythm(desk, table, asked)
        _ask(desk, table, asked, "zone", usual=desk.zone)
    else:
        _ask(desk, table, asked, "kind")
    _ask_rest(desk, table, asked)


def _ask_rhythm(desk: Desk, table: Table, asked: Values) -> None:
    if not {"repeats", "rhythm", "rrule"} & asked.keys():
        _ask(desk, table, asked, "repeats", must=False)
        if "repeats" not in asked:
            _ask(desk, table, asked, "rhythm")
    is_counted = "repeats" in asked or "rrule" in asked
    if is_counted and asked.get("evidence") != "pattern-only":
        _ask(desk, table, asked, "from")


def _ask_share(desk: Desk) -> Value:
    """Ask in plain words what the public may see of a call; nothing is taken for granted."""
    what = ask_choice("What may everybody see of this call?", _WHAT_OF_A_CALL)
    if what == "all":
        return "public"
    if what == "existence":
        raise NothingToWrite(
            "Then the call has no place here: do not add a file for it. Nothing was written."
        )
    reason = ask_choice("Why is something kept back?", _REASONS)
    if what == "both":
        return f"withheld for {reason}"
    share: Values = {
        "minutes": "public" if what == "recording" else "withheld",
        "recording": "withheld",
        "details": "withheld" if what == "details" else "public",
        "reason": reason,
    }
    # In public, who decided would tell whose call it was.
    is_named = not (what == "details" and desk.is_public)
    for name in ("decided_by", "decided_on") if is_named else ("decided_on",):
        _ask(desk, SHARE, share, name, must=False)
    return share


def _ask_openness(desk: Desk) -> Value:
    choices = (("public", "yes, everybody"), ("withheld", "no"))
    if ask_choice("May everybody see this record?", choices) == "public":
        return "public"
    if desk.is_public:
        raise NothingToWrite(
            "Then it has no place in a repository that everybody can read. Nothing was written."
        )
    return f"withheld for {ask_choice('Why is it kept back?', _REASONS)}"


def _ask_rest(desk: Desk, table: Table, asked: Values) -> None:
    left = [field for field in table.fields if field.name not in asked and field.name != "share"]
    asked.update(
        ask_more(left, lambda field, value: answer_faults(desk, field, value), _known_by(desk))
    )


def _ask(
    desk: Desk, table: Table, asked: Values, name: str, *, usual: str = "", must: bool = True
) -> None:
    if name in asked:
        return
    field = _field(table, name)
    value = ask_field(
        field,
        lambda field, value: answer_faults(desk, field, value),
        usual=usual,
        known=_known_by(desk)(field),
        must=must,
    )
    if value:
        asked[name] = value


def _known_by(desk: Desk) -> Callable[[Field], Sequence[str]]:
    return lambda field: _ids_for(desk, field.kind)


def _ids_for(desk: Desk, kind: Kind) -> Sequence[str]:
    if isinstance(kind, ListOf):
        return _ids_for(desk, kind.item)
    if isinstance(kind, GroupOrWords):
        return offered(desk, "group")
    # Calls are too many to be listed.
    if isinstance(kind, Reference) and kind.target != "call":
        return offered(desk, kind.target)
    return ()


def _field(table: Table, name: str) -> Field:
    return next(field for field in table.fields if field.name == name)
