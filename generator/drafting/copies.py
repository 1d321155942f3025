"""Puts a copy of a recording into the record of its call, beside an archive, before anything is written."""

from collections.abc import Mapping

from generator.drafting.desk import Desk, Draft, find_call, near
from generator.drafting.notes import NotPossible
from generator.drafts.added_copy import with_copy
from generator.load.text import as_read


def refuse_closed(desk: Desk, name: str) -> None:
    """Raise NotPossible for a call that is not there or whose recording is withheld, of which no more is said."""
    call = find_call(desk, name)
    if call is None:
        like = near(desk, name)
        hint = f"; did you mean `{like[0]}`" if like else ""
        raise NotPossible(f"There is no call `{name}`{hint}")
    if not call.share.recording:
        raise NotPossible("The recording of this call is withheld, so no copy of it is listed")


def is_listed(desk: Desk, name: str, address: str) -> bool:
    """Tell whether a call lists a copy at an address already."""
    call = find_call(desk, name)
    return call is not None and any(copy.url == address for copy in call.recordings)


def copy_draft(desk: Desk, name: str, values: Mapping[str, str]) -> tuple[Draft, str] | None:
    """Give the record of a call with one more copy, and the line that was taken out for it.

    Nothing where the call has no record of its own, or one that would lose its form.
    """
    call = find_call(desk, name)
    path = call.path if call else ""
    source = next((one for one in desk.given.sources if one.path == path), None)
    if source is None or not path.startswith("calls/"):
        return None
    made = with_copy(_text(source.data), values)
    return (Draft(path, made.text), made.taken_out) if made else None


def _text(data: bytes) -> str:
    """Give a record's text, or nothing where it is written otherwise than it is read, for then lines would change."""
    try:
        text = as_read(data)
    except UnicodeDecodeError:
        return ""
    return text if text.encode() == data else ""
