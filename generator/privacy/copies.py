"""Copies of a call's recording as they may be seen, made for the gate: those that are there, and those that are lost.

The rule is in `model.retention`. Nothing here is asked about a call whose recording is withheld.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.answer import Answer
from generator.model.call import Call, Recording, RecordingAbsence, Status
from generator.model.group import Platform
from generator.model.retention import CopyState, Life, ends_on, life_of, lives_of
from generator.privacy import public


class Known(NamedTuple):
    """A copy, how long it lasts, and the last answer about its address."""

    copy: Recording
    life: Life
    answer: Answer | None


def known_copies(
    call: Call,
    platforms: Mapping[str, Platform],
    answers: Mapping[str, Answer],
    today: datetime.date,
) -> tuple[Known, ...]:
    """Give what is known of each copy of an open recording, with the answers by address."""
    found = lives_of(call, platforms, answers, today)
    copies = zip(call.recordings, found, strict=True)
    return tuple(Known(copy, life, answers.get(copy.url)) for copy, life in copies)


def lives(copies: Iterable[Known]) -> tuple[Life, ...]:
    """Give how long each copy lasts."""
    return tuple(one.life for one in copies)


def recordings(copies: Sequence[Known]) -> tuple[public.PublicRecording, ...]:
    """Give the copies that are there."""
    return tuple(_there(one) for one in copies if not one.life.is_lost)


def lost(copies: Sequence[Known]) -> tuple[public.PublicLostCopy, ...]:
    """Give the copies that are not there any more: by their platform's rule, or because somebody asked."""
    return tuple(_lost(one, one.life.since) for one in copies if one.life.since is not None)


def last_day_of(copies: Sequence[Known]) -> datetime.date | None:
    """Give the day on which the last copy that is there will be deleted, if that is known."""
    return ends_on(lives(copies))


def provider_deletes_on(
    call: Call, platforms: Mapping[str, Platform], today: datetime.date
) -> datetime.date | None:
    """Give the day on which the provider of a held call's line deletes what it recorded, until it has passed.

    Only where no copy is listed and nothing is said of the recording: it may be there, and nobody has said so.
    """
    platform = platforms.get(call.platform)
    is_unsaid = not call.recordings and call.recording is RecordingAbsence.UNSAID
    if platform is None or call.status is not Status.HELD or not is_unsaid:
        return None
    # A copy that is somewhere unseen has the days of one that is listed.
    life = life_of(
        Recording("", kept_by=platform.id), call.date, platform.keeps_recordings, None, today
    )
    is_past = life.copy_before is None or life.copy_before < today
    return None if is_past else life.copy_before


def _there(known: Known) -> public.PublicRecording:
    copy, life, answer = known
    return public.PublicRecording(
        url=copy.url,
        type=copy.type,
        bytes=copy.bytes,
        sha256=copy.sha256,
        kept_by=copy.kept_by,
        duration=copy.duration,
        keeper=copy.keeper,
        seen=copy.seen,
        state=life.state,
        copy_before=life.copy_before,
        deleted_by=life.deleted_by,
        answer=None if answer is None else public_answer(answer),
    )


def _lost(known: Known, since: datetime.date) -> public.PublicLostCopy:
    copy, life, answer = known
    is_gone = life.state is CopyState.GONE
    told = None
    if answer is not None:
        told = (
            public_answer(answer)
            if is_gone
            else public.PublicAnswer(asked_on=answer.asked_on, found=answer.found)
        )
    return public.PublicLostCopy(
        state=life.state,
        since=since,
        kept_by=copy.kept_by,
        keeper=copy.keeper,
        url=copy.url if is_gone else "",
        answer=told,
        asked_at=copy.url,
        type=copy.type,
        bytes=copy.bytes,
        sha256=copy.sha256,
    )


def public_answer(answer: Answer) -> public.PublicAnswer:
    """Give an answer about an address that may be seen, without the line it stands on."""
    return public.PublicAnswer(
        asked_on=answer.asked_on,
        found=answer.found,
        status=answer.status,
        type=answer.type,
        bytes=answer.bytes,
        sha256=answer.sha256,
        moved_to=answer.moved_to,
        there_on=answer.there_on,
        since=answer.since,
    )
