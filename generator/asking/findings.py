"""What becomes of a reply: the answer that is kept, with what the answer before it said.

An answer that says nothing never takes the place of one that says a thing is gone, and no host is believed to be gone
that was there on any earlier day of asking.
"""

import datetime
from dataclasses import dataclass, replace

from generator.alphabets import is_plain_host
from generator.asking.exchange import Trouble
from generator.asking.meanings import THERE, found_of, is_something_else
from generator.asking.questions import Question
from generator.asking.rounds import Result
from generator.asking.visiting import Reply
from generator.load.scalars import is_web_address
from generator.model.answer import Answer, Found
from generator.personal_data.links import is_private

_UNTOLD = frozenset({Trouble.LEFT_ALONE, Trouble.STOPPED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question came to; without an `answer` the old one stays, or there is none.

    `remarks` say in words what else is to be known, such as a checksum that differs; `differs` says that one does.
    """

    question: Question
    reply: Reply
    found: Found | None
    answer: Answer | None
    remarks: tuple[str, ...] = ()
    differs: bool = False
    received: int = 0
    retries: int = 0


def outcome_of(result: Result, old: Answer | None, today: datetime.date) -> Outcome:
    """Say what a result came to, where `old` was answered before."""
    question, reply, whole = result.question, result.reply, result.whole
    answer = answer_of(question, reply, old, today)
    remarks = [reply.trouble.value] if reply.trouble is not Trouble.NONE else []
    if not remarks and reply.status in THERE and is_something_else(question, reply):
        remarks.append("a page came in its place")
    if answer is not None and answer.moved_to and not may_be_written(answer.moved_to):
        answer = replace(answer, moved_to="")
        remarks.append("it has moved to an address that no record may hold")
    elif answer is not None and answer.moved_to:
        remarks.append(f"moved for good to {answer.moved_to}")
    if answer is None and reply.trouble not in _UNTOLD:
        remarks.append("it was found gone before, and that stays")
    differs: tuple[str, ...] = ()
    if whole is not None and whole.sha256 and answer is not None:
        answer, differs = measured(answer, whole), differences(question, whole)
        remarks += differs or ("it is what the record says",)
    elif whole is not None:
        remarks.append(f"not measured: {whole.trouble.value or f'status {whole.status}'}")
    found = (
        None if reply.trouble in _UNTOLD else answer.found if answer else found_of(question, reply)
    )
    both = [reply, whole] if whole else [reply]
    return Outcome(
        question,
        reply,
        found,
        answer,
        tuple(remarks),
        bool(differs),
        sum(one.received for one in both),
        sum(one.retries for one in both),
    )


def may_be_written(address: str) -> bool:
    """Tell whether an address that a host gave us may stand in a public file: no key in it, and no host in disguise."""
    return is_web_address(address) and is_plain_host(address) and not is_private(address)


def answer_of(
    question: Question, reply: Reply, old: Answer | None, today: datetime.date
) -> Answer | None:
    """Give the answer to be kept; nothing where the old one stays, because less was learned than it says."""
    if reply.trouble in _UNTOLD:
        return None
    found = found_of(question, reply)
    if found is Found.SILENT and _is_no_host(reply, old, today):
        found = Found.GONE
    if found in (Found.SILENT, Found.REFUSED) and old is not None and old.found is Found.GONE:
        return None
    is_there = found is Found.THERE
    return Answer(
        path=question.file,
        line=0,
        address=question.address,
        asked_on=today,
        found=found,
        status=reply.status,
        type=reply.type,
        bytes=reply.bytes if is_there else 0,
        moved_to=reply.moved_to if is_there else "",
        there_on=today if is_there else _there_on(old),
        since=None if is_there else _since(old, today),
    )


def measured(answer: Answer, reply: Reply) -> Answer:
    """Add what a whole download measured to an answer."""
    return replace(answer, bytes=reply.measured, sha256=reply.sha256)


def differences(question: Question, reply: Reply) -> tuple[str, ...]:
    """Say plainly what was measured otherwise than the record says."""
    said = []
    if question.bytes and question.bytes != reply.measured:
        said.append(f"the record says {question.bytes} bytes, and {reply.measured} came")
    if question.sha256 and question.sha256.lower() != reply.sha256:
        said.append(f"the record says sha256 {question.sha256}, and it is {reply.sha256}")
    return tuple(said)


def _is_no_host(reply: Reply, old: Answer | None, today: datetime.date) -> bool:
    """Tell a host that does not exist today, and gave no answer on an earlier day either."""
    if reply.trouble is not Trouble.NO_HOST or old is None:
        return False
    was_silent = old.found is Found.SILENT and not old.status and (old.since or today) < today
    return was_silent or old.found is Found.GONE


def _there_on(old: Answer | None) -> datetime.date | None:
    if old is None:
        return None
    return old.asked_on if old.found is Found.THERE else old.there_on


def _since(old: Answer | None, today: datetime.date) -> datetime.date:
    """Give the first of the days without a break on which it was not found."""
    if old is None or old.found is Found.THERE:
        return today
    return min(old.since or old.asked_on, today)
