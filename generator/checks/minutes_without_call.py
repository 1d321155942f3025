"""Minutes lie there for a call that has no record."""

import re
from collections.abc import Iterator

from generator.addresses import notes_of_call
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.minutes import Minutes
from generator.problems import Place, Problem, nearest, problem
from generator.settings import Settings

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)\Z")
_ELSE = "name the file after the call, or add `series:`, `date:` and `share: public` between the `---` at its top"
_CLOSED = (
    "a call of that day is withheld: if these are its notes, take the file out of the repository and keep it elsewhere;"
    " else name it after the call it belongs to"
)


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find minutes whose name is no call's id and whose front matter makes no call."""
    known = {call.id for call in archive.calls}
    series = {record.id for record in archive.series}
    for notes in archive.minutes:
        # A series that is not known is a problem already, and may be all that is wrong.
        is_misspelt = notes.date is not None and notes.series not in {"", *series}
        # So is a date that was written and cannot be read.
        is_misspelt |= notes.date is None and (notes.path, "date") in archive.places
        if notes.call in known or archive.lies_unread("calls/", notes.call):
            continue
        if not is_misspelt:
            todo = _way_out(archive, notes)
            hint = "" if todo else nearest(notes.call, known)
            yield problem("R306", Place(notes.path), nearest=hint, todo=todo or _ELSE)


def _way_out(archive: Archive, notes: Minutes) -> str:
    """Say what to type where one call or one series can be meant.

    Nothing is told of what is not fully shared but that a call of that day is withheld: then its notes may be meant,
    and nobody may be led to publish them.
    """
    public = [call for call in archive.calls if call.share.is_full]
    moved = [call for call in public if _was_called(call, notes.call)]
    if len(moved) == 1:
        why = f"this is an earlier name or day of `{moved[0].id}`"
        return f"{why}: {_renamed(archive, notes, moved[0].id)}"
    dated = _DATED.match(notes.call)
    if dated and any(str(one.date) == dated[1] for one in archive.calls if not one.share.details):
        return _CLOSED
    shared = {record.id for record in archive.series if record.share.is_full}
    same_day = [call for call in public if dated and str(call.date) == dated[1]]
    if len(same_day) == 1:
        why = f"the call of that day is `{same_day[0].id}`"
        return f"{why}: {_renamed(archive, notes, same_day[0].id)}"
    if dated and dated[2] in shared and not same_day:
        return (
            f"add three lines between the `---` at its top: `series: {dated[2]}`, `date: {dated[1]}` and"
            " `share: public`; notes of another call get that call's name"
        )
    return ""


def _was_called(call: Call, name: str) -> bool:
    """Tell whether notes are named after a call's earlier id, or after a day that it was moved from."""
    if name in call.aliases:
        return True
    dated = _DATED.match(name)
    if dated is None or dated[2] not in (call.id[11:], call.series):
        return False
    return dated[1] in {str(earlier.date()) for earlier in call.moved_from}


def _renamed(archive: Archive, notes: Minutes, call_id: str) -> str:
    path = notes_of_call(call_id, notes.language)
    if any(other.path == path for other in archive.minutes):
        return f"its notes are `{path}`, so put what is new into that file and delete this one"
    return f"rename the file to `{path}`"
