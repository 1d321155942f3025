"""Reads the YAML records: calls, series, groups, hubs and platforms."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.allotted import read_item
from generator.fields import CALL, GROUP, HUB, PLATFORM, SERIES
from generator.fields.kinds import Table
from generator.load.copies import read_copies
from generator.load.files import Source
from generator.load.likely_names import propose
from generator.load.moved_words import way_of_moved
from generator.load.notebook import Notebook
from generator.load.recurring import read_recurrence
from generator.load.scalars import is_id
from generator.load.sure import sure_day
from generator.load.text import decode
from generator.load.values import read_table
from generator.load.yaml_tree import Mapping as Tree
from generator.load.yaml_tree import Refused, Scalar, read_mapping
from generator.model import call as c
from generator.model import group as g
from generator.model import series as s
from generator.model.dates import LooseDate
from generator.model.share import CLOSED, PUBLIC
from generator.model.source import Source as Cited
from generator.model.source import Use
from generator.problems import Place, Problem, problem

Record = c.Call | s.Series | g.Group | g.Hub

_ID_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)-[a-z0-9]")
_NO_DATE = LooseDate(1)


def read_record(book: Notebook, source: Source) -> Record | None:
    """Read a record's file; `None` when too little of it can be read, with the reasons in the notebook.

    A call without a zone keeps an empty one: its series may have one, which is not known here.
    """
    tree = _tree(book, source)
    if tree is None:
        return None
    folder = source.path.split("/")[1]
    table, make = _KINDS.get(folder, (CALL, _call))
    values = read_table(book, table, tree)
    if values.get("share", PUBLIC).details is False:
        _excuse(book)
    stem = source.path.rsplit("/", 1)[1].removesuffix(".yaml")
    record: Record = make(book, stem, values, tree)
    return record


def _excuse(book: Notebook) -> None:
    """Forgive a call whose details are withheld for having neither title nor status."""
    excused = {("field", "title"), ("field", "status")}
    book.problems[:] = [p for p in book.problems if not _is_missing(p, excused)]


def _is_missing(fault: Problem, fields: set[tuple[str, str]]) -> bool:
    """Tell whether a problem says that one of these fields of the record itself is missing."""
    values = set(fault.values)
    return fault.code == "F202" and bool(fields & values) and ("record", "source") not in values


def read_platforms(book: Notebook, source: Source) -> tuple[g.Platform, ...]:
    """Read `calls/platforms.yaml`: a mapping from ids to platforms."""
    tree = _tree(book, source)
    found = []
    for key, node in tree.entries if tree else ():
        if not is_id(key.text):
            book.refuse("F208", key, value=key.text, better="switchboard")
        elif isinstance(node, Tree):
            values = read_table(book, PLATFORM, node, f"{key.text}.")
            found.append(_platform(key.text, values))
        elif not isinstance(node, Refused):
            how = "write its fields below it, indented"
            words = {"field": key.text, "found": "one value or a list", "wanted": "a mapping"}
            book.refuse("F209", key, **words, how=how, hint="")
    return tuple(sorted(found, key=lambda platform: platform.id))


def _tree(book: Notebook, source: Source) -> Tree | None:
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    if text is None:
        return None
    book.lines = text.split("\n")
    book.note_comments(text)
    tree, faults = read_mapping(source.path, text)
    book.problems.extend(faults)
    return tree


def _call(book: Notebook, stem: str, values: dict[str, Any], tree: Tree) -> c.Call:
    _check_name(book, stem, values, _written(tree, "date"))
    _check_reason(book, values)
    _check_together(book, values)
    _check_aliases(book, values)
    start, end = values.get("start"), values.get("end")
    plain = ("title series start reason mode_note moved_from occurrence extra restored aliases hosts groups hubs"
             " platform purpose join roles participants participants_note places agenda"
             " recording_note minutes_note date_note context").split()  # fmt: skip
    return c.Call(
        id=stem,
        path=book.path,
        date=values.get("date", _NO_DATE),
        zone=values.get("zone", ""),
        status=c.Status(values.get("status", "announced")),
        share=values.get("share", CLOSED),
        length=values.get("length", 0) or _minutes_between(book, start, end),
        mode=c.Mode(values.get("mode", "unknown")),
        recordings=read_copies(book, values.get("recordings", ())),
        recording=c.RecordingAbsence(values.get("recording", "")),
        minutes=c.NotesAbsence(values.get("minutes", "")),
        sources=_sources(values),
        evidence=c.Evidence(values.get("evidence", "unstated")),
        confidence=c.Confidence(values.get("confidence", "unstated")),
        basis=c.Basis(values.get("basis", "unstated")),
        agenda_minutes=tuple(read_item(item).minutes for item in values.get("agenda", ())),
        **({"title": ""} | {name: values[name] for name in plain if name in values}),
    )


def _check_name(book: Notebook, stem: str, values: dict[str, Any], written: str) -> None:
    """Compare a call's name with its date; `written` is the date as it stands there, in whatever form."""
    date = values.get("date")
    match = _ID_DATE.match(stem)
    if not match:
        year = book.path.split("/")[1]
        better, hint = propose(stem, year, str(date or sure_day(written)))
        words = {"name": f"{stem}.yaml", "better": f"{better}.yaml", "hint": hint}
        book.problems.append(problem("Y101", Place(book.path), **words))
    elif date is not None and match[1] != str(date):
        place = book.places[(book.path, "date")]
        todo = way_of_moved(stem, match[1], date, values.get("start"))
        book.problems.append(problem("R309", place, name=match[1], date=date, todo=todo))


def _written(tree: Tree, name: str) -> str:
    value = next((value for key, value in tree.entries if key.text == name), None)
    return value.text if isinstance(value, Scalar) else ""


def _check_reason(book: Notebook, values: dict[str, Any]) -> None:
    """A cancelled call says why, and only a cancelled one does."""
    status = values.get("status")
    if status == "cancelled" and not book.has("reason"):
        how = "such as `reason: the line was down`"
        _refuse(book, "F217", "status", what="a cancelled call", how=how)
    if "reason" in values and status not in ("cancelled", None):
        how = "delete it, or write `status: cancelled`"
        words = {"field": "reason", "when": f"the call is {status}", "how": how}
        _refuse(book, "F219", "reason", "status" if status else "", **words)


def _check_together(book: Notebook, values: dict[str, Any]) -> None:
    """Fields that answer one question, or need another, do not contradict each other."""
    if "length" in values and "end" in values:
        words = {"field": "end", "other": "length", "what": "how long it took"}
        _refuse(book, "F218", "end", "length", **words)
    if "start" in values and "date" in values and values["date"].exact is None:
        _refuse(book, "T405", "start", "date")
    if values.get("extra") and "series" not in values and not book.has("series"):
        how = "add `series:` with the recurring call that it belongs to, or delete it"
        _refuse(book, "F219", "extra", field="extra", when="the call names no series", how=how)
    if values.get("recordings") and "recording" in values:
        how = "delete it; it explains why there is no recording"
        when = "a recording is listed"
        words = {"field": "recording", "when": when, "how": how}
        _refuse(book, "F219", "recording", "recordings", **words)


def _check_aliases(book: Notebook, values: dict[str, Any]) -> None:
    """Refuse earlier names that no call can have had: at their addresses other pages stand, or a device of Windows."""
    for number, alias in enumerate(values.get("aliases", ())):
        if not _ID_DATE.match(alias):
            place = book.places[(book.path, f"aliases[{number}]")]
            better = f"{values.get('date', '2031-03-05')}-{alias}"
            book.problems.append(problem("F208", place, value=alias, better=better))


def _refuse(book: Notebook, code: str, name: str, beside: str = "", **words: str) -> None:
    """Write down what is wrong with a field that is there; `beside` is the other field that it does not fit."""
    note = ((book.places[(book.path, beside)], f"`{beside}` stands here"),) if beside else ()
    book.problems.append(problem(code, book.places[(book.path, name)], note, **words))


def _minutes_between(book: Notebook, start: datetime.time | None, end: datetime.time | None) -> int:
    if end is None:
        return 0
    if start is None:
        how = "add `start`, or delete `end`"
        _refuse(book, "F219", "end", field="end", when="the start is not known", how=how)
        return 0
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    if minutes <= 0:
        _refuse(book, "T401", "end", "start", end=f"{end:%H:%M}", start=f"{start:%H:%M}")
    return max(minutes, 0)


def _series(book: Notebook, stem: str, values: dict[str, Any], tree: Tree) -> s.Series:
    evidence = values.get("evidence", "unstated")
    rhythms = [name for name in ("repeats", "rhythm", "rrule") if name in values]
    for second in rhythms[1:]:
        words = {"field": second, "other": rhythms[0], "what": "when the calls take place"}
        _refuse(book, "F218", second, rhythms[0], **words)
    if not any(book.has(name) for name in ("repeats", "rhythm", "rrule")):
        how = (
            "add a line such as `repeats: every week on Wednesday at 21:00`,"
            " or `rhythm:` with free words"
        )
        place = Place(book.path, tree.line, tree.column)
        book.problems.append(problem("F202", place, field="repeats", record="series", how=how))
    _check_span(book, values)
    plain = "zone length groups hubs platform roles purpose repeats rhythm rrule staffed_calls date_note".split()
    return s.Series(
        id=stem,
        path=book.path,
        title=values.get("title", ""),
        share=values.get("share", CLOSED),
        since=values.get("from"),
        until=values.get("until"),
        skip=tuple(s.Skip(row["on"], row.get("reason", "")) for row in values.get("skip", ()) if "on" in row),
        recurrence=read_recurrence(book, values),
        sources=_sources(values),
        evidence=c.Evidence(evidence),
        confidence=c.Confidence(values.get("confidence", "unstated")),
        **{name: values[name] for name in plain if name in values},
    )  # fmt: skip


def _group(book: Notebook, stem: str, values: dict[str, Any], tree: Tree) -> g.Group:
    _check_span(book, values)
    plain = "part_of place approved_by approved_on approval_note work calls_at_once".split()
    return g.Group(
        id=stem,
        path=book.path,
        name=values.get("name", ""),
        kind=g.GroupKind(values.get("kind", "network")),
        share=values.get("share", CLOSED),
        since=values.get("from"),
        until=values.get("until"),
        sources=_sources(values),
        evidence=c.Evidence(values.get("evidence", "unstated")),
        confidence=c.Confidence(values.get("confidence", "unstated")),
        **{name: values[name] for name in plain if name in values},
    )


def _hub(book: Notebook, stem: str, values: dict[str, Any], tree: Tree) -> g.Hub:
    _check_span(book, values)
    return g.Hub(
        id=stem,
        path=book.path,
        name=values.get("name", ""),
        kind=g.HubKind(values.get("kind", "network")),
        share=values.get("share", CLOSED),
        place=values.get("place", ""),
        about=values.get("about", ""),
        since=values.get("from"),
        until=values.get("until"),
        sources=_sources(values),
        evidence=c.Evidence(values.get("evidence", "unstated")),
        confidence=c.Confidence(values.get("confidence", "unstated")),
    )


def _platform(platform_id: str, values: Mapping[str, Any]) -> g.Platform:
    plain = "capacity lines keeps_recordings reminder keys".split()
    return g.Platform(
        id=platform_id,
        name=values.get("name", platform_id),
        sources=_sources(values),
        **{name: values[name] for name in plain if name in values},
    )


def _check_span(book: Notebook, values: Mapping[str, Any]) -> None:
    since, until = values.get("from"), values.get("until")
    if since and until and until.last_day() < since.first_day():
        _refuse(book, "T404", "until", "from", until=str(until), start=str(since))


def _sources(values: Mapping[str, Any]) -> tuple[Cited, ...]:
    rows = [row for row in values.get("sources", ()) if "title" in row]
    return tuple(Cited(**(row | {"use": Use(row.get("use", "cite"))})) for row in rows)


_KINDS: dict[str, tuple[Table, Callable[..., Record]]] = {
    "series": (SERIES, _series),
    "groups": (GROUP, _group),
    "hubs": (HUB, _hub),
}
