"""`check-links` found another file at the address of a copy than its record tells of."""

from collections.abc import Iterator

from generator import media_types
from generator.checks.open_copies import OpenCopy, open_copies
from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Compare every copy that may be heard with the newest answer about its address."""
    answers = {one.address: one for one in archive.answers}
    for copy in open_copies(archive):
        answer = answers.get(copy.copy.url)
        if answer is not None and answer.found is Found.THERE:
            yield from _of(copy, answer)


def _of(one: OpenCopy, answer: Answer) -> Iterator[Problem]:
    copy = one.copy
    compared = (
        ("checksum", "sha256", copy.sha256, answer.sha256),
        ("size", "bytes", copy.bytes, answer.bytes),
    )
    for what, field, told, found in compared:
        if told and found and told != found:
            words = {"day": answer.asked_on, "what": what, "found": found}
            yield problem("M611", one.place(field), **words)
            return
    if answer.type and not _same_kind(copy.type, answer.type):
        words = {"day": answer.asked_on, "what": "type", "found": answer.type}
        yield problem("M611", one.place("type" if copy.type else "url"), **words)


def _same_kind(told: str, found: str) -> bool:
    """Tell whether a type that a host gave may be that of a copy: hosts often give a type that says nothing."""
    if not media_types.may_be_recording(found):
        return False
    pair = {media_types.bare(told), media_types.bare(found)}
    known = media_types.TYPES_OF.values()
    is_vague = not told or bool(pair & {"application/octet-stream"}) or len(pair) == 1
    return is_vague or any(pair <= set(types) for types in known)
