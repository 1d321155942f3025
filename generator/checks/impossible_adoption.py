"""Minutes name a call as the one that adopted them which cannot have done so."""

from collections.abc import Iterator, Mapping

from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find adopting calls that are the call itself, were before it, are still to come, or were cancelled.

    Nothing is asked of a call whose details are withheld, for the answer would tell them.
    """
    calls = {call.id: call for call in archive.calls}
    for notes in archive.minutes:
        reason = _reason(calls, notes.call, notes.adopted_by, settings)
        if reason:
            place = archive.place(notes.path, "adopted_by")
            yield problem("R328", place, id=notes.adopted_by, reason=reason)


def _reason(calls: Mapping[str, Call], own: str, adopter: str, settings: Settings) -> str:
    call, other = calls.get(own), calls.get(adopter)
    if adopter and adopter == own:
        return "it is the call that they are about"
    if call is None or other is None or not other.share.details:
        return ""
    if other.date.last_day() < call.date.first_day():
        return "it was held before the call that they are about"
    if other.status is Status.CANCELLED:
        return "it was cancelled"
    return "it is still to come" if other.date.first_day() > settings.today else ""
