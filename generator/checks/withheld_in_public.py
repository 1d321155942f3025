"""Withheld text stands in a repository that strangers can read, or the name of a withheld call tells what it was.

Fields are asked by name; a field that is not named here belongs to the details. What lies outside fields, a comment,
belongs to no part of a call, so it is refused as soon as any part is withheld.
"""

from collections.abc import Iterable, Iterator

from generator.fields import CALL
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.minutes import Minutes
from generator.model.share import Reason, Share, is_silent
from generator.problems import Place, Problem, problem
from generator.settings import Settings

_ALWAYS = frozenset({"date", "share"})
_IF_IDENTIFIED = frozenset({"series", "groups"})
_OF_MINUTES = frozenset({"minutes", "minutes_note"})
_OF_RECORDING = frozenset({"recordings", "recording", "recording_note"})
_A_FILE = "take this whole file out of the repository and keep it elsewhere"
_A_PART = "take this field out and keep it elsewhere; what is not withheld may stay in the record"
AN_ANSWER = "delete this line; `check-links` does not ask for what is withheld"
_A_CALL = (
    "take it out of the repository and keep it elsewhere;"
    " only the date, the class of the reason and the days of the decision belong here,"
    " and who decided only with `identify: true`"
)


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at every record that is not fully shared; in a private repository only at the names of calls.

    A sharing that is missing or misspelt is told where it was read, and nothing else is said of that record.
    """
    notes = archive.notes_by_call()
    words = _words_by_call(archive)
    written = _written(archive)
    for call in archive.calls:
        if call.share.is_full:
            continue
        if call.share.reason is Reason.UNSTATED:
            if call.path.startswith("minutes/") and (call.path, "share") not in archive.places:
                yield problem("F222", Place(call.path), record="front matter of minutes")
            continue
        if not call.share.details and not is_silent(call.id):
            yield problem("P506", Place(call.path))
        if settings.repository_is_public:
            yield from _exposed(archive, call, notes.get(call.id, []), written.get(call.path, ()))
            # The words of a recording are open only where all of the call is.
            for path in words.get(call.id, ()):
                yield problem("P505", Place(path), how=_A_FILE)
    if settings.repository_is_public:
        yield from _other_records(archive)
        yield from _answers(archive)


def _words_by_call(archive: Archive) -> dict[str, list[str]]:
    """Give the files of transcripts and of their corrections, by the call's id."""
    found: dict[str, list[str]] = {}
    for one in archive.files_of_words():
        found.setdefault(one.call, []).append(one.path)
    return found


def _written(archive: Archive) -> dict[str, list[str]]:
    """Give the names of the fields that are written in the records of calls that are not fully shared."""
    closed = [call.path for call in archive.calls if not call.share.is_full]
    names = [field.name for field in CALL.fields]
    return {path: [name for name in names if (path, name) in archive.places] for path in closed}


def _exposed(
    archive: Archive, call: Call, notes: list[Minutes], written: Iterable[str]
) -> Iterator[Problem]:
    if not call.share.minutes:
        yield from (problem("P505", Place(one.path), how=_A_FILE) for one in notes)
    if call.path.startswith("calls/"):
        exposed = sorted(name for name in written if _is_closed(name, call.share))
        how = _A_PART if call.share.details else _A_CALL
        yield from (problem("P505", archive.place(call.path, name), how=how) for name in exposed)
    decided = (call.path, "share.decided_by")
    if decided in archive.places and not (call.share.details or call.share.identify):
        yield problem("P505", archive.places[decided], how=_A_CALL)
    # Notes that may be read can still hold a comment on the recording, and withheld ones are refused whole.
    files = {call.path, *(one.path for one in notes if call.share.minutes)}
    for path in sorted(files):
        yield from (problem("P520", place) for place in archive.comments.get(path, ()))


def _answers(archive: Archive) -> Iterator[Problem]:
    """Refuse answers about the address of a recording that is withheld, where no open call lists it too."""
    listed = ((call, copy.url) for call in archive.calls for copy in call.recordings)
    told = {call.share.recording: set[str]() for call in archive.calls}
    for call, address in listed:
        told[call.share.recording].add(address)
    closed = told.get(False, set()) - told.get(True, set())
    for answer in archive.answers:
        if answer.address in closed:
            yield problem("P505", Place(answer.path, answer.line), how=AN_ANSWER).hush()


def _is_closed(name: str, share: Share) -> bool:
    if name in _ALWAYS:
        return False
    if name in _OF_MINUTES:
        return not share.minutes
    if name in _OF_RECORDING:
        return not share.recording
    return not share.details and not (share.identify and name in _IF_IDENTIFIED)


def _other_records(archive: Archive) -> Iterator[Problem]:
    """Refuse series, groups and hubs that are withheld: they are wholly closed, and lie there in the open."""
    for records in (archive.series, archive.groups, archive.hubs):
        for record in records:
            if not record.share.is_full and record.share.reason is not Reason.UNSTATED:
                yield problem("P505", archive.place(record.path, "share"), how=_A_FILE)
