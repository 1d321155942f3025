"""Makes the file of new notes: for a call that has a record, or for an occurrence of a series that has none."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from generator import joining
from generator.addresses import notes_of_call
from generator.drafting.desk import Desk, Draft, days_of, find_call, find_series, lies_there, near
from generator.drafts.yaml_text import Value, write_notes
from generator.fields import MINUTES
from generator.fields.kinds import Table
from generator.model.adoption import is_draft
from generator.model.call import Call
from generator.model.dates import LooseDate
from generator.model.minutes import Minutes
from generator.open_actions import Met, carried_words, course_of, lines_of
from generator.skeletons import NotesFor, notes_skeleton

_ABOUT_NOTES = Table(
    MINUTES.record, tuple(f for f in MINUTES.fields if f.name not in ("series", "date", "share"))
)


NO_DAY = (0, 0, 0)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


class NotPossible(ValueError):
    """Says in plain words why there is nowhere to put these notes."""


def call_to_write_for(desk: Desk, name: str) -> Call:
    """Give the call of an id, which may also be an earlier one of it; raises `NotPossible` where notes cannot go."""
    earlier = (call for call in desk.archive.calls if name in call.aliases)
    call = find_call(desk, name) or next(earlier, None)
    if call is None:
        close = near(desk, name)
        hint = f"; near it are {', '.join(f'`{one}`' for one in close)}" if close else ""
        raise NotPossible(f"there is no call `{name}`{hint}")
    if desk.is_public and not call.share.minutes:
        raise NotPossible(
            f"the notes of `{call.id}` are withheld: keep them outside this repository, which everybody can read"
        )
    _refuse_second(desk, call.id)
    return call


def occurrence_to_write_for(desk: Desk, series: str, date: str) -> str:
    """Give the name of notes that stand in for a record; raises `NotPossible` where there is one."""
    known = (one for one in desk.archive.calls if one.series == series and date in days_of(one))
    shared = next((call for call in known if call.share.is_full), None)
    if shared is not None:
        raise NotPossible(
            f"this call is there already, as `{shared.id}`: write its notes with that id"
        )
    own = find_series(desk, series)
    if own is not None and not own.share.is_full:
        # The name of such notes is the series' own, and becomes the address of a page.
        raise NotPossible(
            "notes of a series that is not fully shared cannot stand in for a record, for their name would tell it:"
            " make one with `calls new call`"
        )
    if own is not None and not _may_fall_on(own.repeats, date):
        raise NotPossible(
            f"{date} is no day of `{series}`, which takes place {own.repeats}; a call that was moved needs a record"
        )
    name = f"{date}-{series}"
    _refuse_second(desk, name)
    return name


def _may_fall_on(repeats: str, date: str) -> bool:
    """Tell whether a rhythm names the weekday of a date, or no weekday at all."""
    named = [day for day in _WEEKDAYS if day in repeats.lower()]
    return not named or _WEEKDAYS[datetime.date.fromisoformat(date).weekday()] in named


def skeleton_for_call(desk: Desk, call: Call, values: Mapping[str, Value]) -> Draft:
    """Make notes to fill in for a call that has a record."""
    agenda = call.agenda if call.share.details else ()
    actions = _open_actions(desk, call.series, groups_of(call), call.date)
    text = notes_skeleton(NotesFor(agenda=agenda, actions=actions))
    return Draft(notes_of_call(call.id), _with_fields(text, values))


def skeleton_for_occurrence(desk: Desk, name: str, values: Mapping[str, Value]) -> Draft:
    """Make notes to fill in for an occurrence of a series that has no record; only public ones can stand in for it."""
    if values.get("share") != "public":
        raise NotPossible(
            "notes that may not be public cannot stand in for a record: make one with `calls new call`"
        )
    series, date = str(values["series"]), str(values["date"])
    year, month, day = (int(part) for part in date.split("-"))
    actions = _open_actions(desk, series, (), LooseDate(year, month, day))
    text = notes_skeleton(NotesFor(series=series, date=date, actions=actions))
    return Draft(notes_of_call(name), _with_fields(text, values))


def written_notes(name: str, values: Mapping[str, Value], body: str) -> Draft:
    """Make notes whose words are there already."""
    return Draft(notes_of_call(name), write_notes(MINUTES, values, body))


def _with_fields(skeleton: str, values: Mapping[str, Value]) -> str:
    """Put what is known of the notes into the front matter of a skeleton."""
    known = {field.name for field in _ABOUT_NOTES.fields}
    told = {name: value for name, value in values.items() if name in known}
    lines = write_notes(_ABOUT_NOTES, told, "").split("---\n")[1]
    return re.sub(r"(?m)^origin: .*\n", lambda _: lines, skeleton, count=1)


def _refuse_second(desk: Desk, name: str) -> None:
    if lies_there(desk, notes_of_call(name)):
        raise NotPossible(f"there are notes of this call already: `{notes_of_call(name)}`")


def _open_actions(
    desk: Desk, series: str, groups: Iterable[str], date: LooseDate
) -> tuple[str, ...]:
    """Give the actions that were open before a day; notes that are not fully shared tell nothing."""
    notes = desk.archive.notes_by_call()
    earlier = [call for call in desk.archive.calls if call.date < date]
    told = [_met(call, notes.get(call.id, ())) for call in earlier]
    course = course_of([*told, Met("", (), NO_DAY, lines_of(series, groups), False, ())])
    return tuple(carried_words(course, action) for action in course.before[-1].actions)


def _met(call: Call, notes: Sequence[Minutes]) -> Met:
    """Give what a call tells of actions, its notes in one language."""
    day = (call.date.year, call.date.month, call.date.day)
    lines = lines_of(call.series, groups_of(call))
    if not call.share.is_full:
        return Met(call.id, (), day, lines, False, ())
    drafts = [one for one in notes if is_draft(one, notes)]
    final = [one for one in notes if not is_draft(one, notes)]
    is_final, marks = joining.telling_marks(final, drafts)
    return Met(call.id, call.aliases, day, lines, is_final, marks)


def groups_of(call: Call) -> tuple[str, ...]:
    """Give the groups that hosted a call or took part as groups, each once; hosts may be words and no groups."""
    return tuple(dict.fromkeys((*call.hosts, *call.groups)))
