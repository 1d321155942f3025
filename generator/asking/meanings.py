"""What one reply means, with nothing else known: there, gone, refused or silent."""

from generator.asking.exchange import Trouble
from generator.asking.questions import Kind, Question
from generator.asking.visiting import Reply
from generator.media_types import ending_of, may_be_recording
from generator.model.answer import Found

THERE = frozenset({200, 203, 206})
_GONE = frozenset({404, 410})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def found_of(question: Question, reply: Reply) -> Found:
    """Say what was found, as far as one reply can tell."""
    if reply.trouble is Trouble.NOT_FOLLOWED:
        return Found.REFUSED
    if reply.trouble is not Trouble.NONE:
        return Found.SILENT
    if reply.status in _GONE:
        return Found.GONE
    if reply.status in THERE:
        return Found.REFUSED if is_something_else(question, reply) else Found.THERE
    # 408 is a host that did not wait for us, and what is left below 400 is no answer to what was asked.
    if 400 <= reply.status < 500 and reply.status != 408:
        return Found.REFUSED
    return Found.SILENT


def is_something_else(question: Question, reply: Reply) -> bool:
    """Tell a page that came in place of a recording, or the first page of a host in place of any other.

    Many hosts answer so for what they no longer have, and some where they want a password first.
    """
    return reply.front_page or (_is_sound(question) and reply.type in _PAGES)


def _is_sound(question: Question) -> bool:
    """Tell whether the record, or the ending of the address where it says nothing, promises sound or video."""
    if question.kind is not Kind.RECORDING:
        return False
    if question.type:
        return may_be_recording(question.type)
    return bool(ending_of(question.address))
