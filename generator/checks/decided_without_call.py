"""Notes mark something as decided on a call that was cancelled or is still to come; a draft decides nothing anyway.

Notes of a call that was only announced tell that it was held, so nothing is asked of those.
"""

from collections.abc import Iterator

from generator.joining import OUTCOMES
from generator.model.adoption import is_draft
from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.problems import Place, Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find the first decision in each file of notes of such a call.

    Only notes that may be read are asked: whether withheld ones decide anything is nobody's business.
    """
    notes = archive.notes_by_call()
    for call in archive.calls:
        reason = _reason(call, settings)
        if not (reason and call.share.details and call.share.minutes):
            continue
        files = [one for one in notes.get(call.id, ()) if one.is_written]
        for one in files:
            decided = (m.line for m in one.marks if m.adopted and m.kind.value in OUTCOMES)
            line = 0 if is_draft(one, files) else next(decided, 0)
            if line:
                yield problem("R329", Place(one.path, line), reason=reason)


def _reason(call: Call, settings: Settings) -> str:
    if call.status is Status.CANCELLED:
        return "was cancelled"
    to_come = call.status is Status.SCHEDULED and call.date.first_day() > settings.today
    return "is still to come" if to_come else ""
