"""A recording will be lost within a month, because no copy of it is listed that lasts longer.

What is lost already is told by nobody here: nothing can be done about it, and an old archive has thousands.
Recordings that were found after their platform's rule are told once a platform, for then the rule may be wrong.
"""

import datetime
from collections import Counter
from collections.abc import Iterator

from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.group import Platform
from generator.model.retention import CopyState, Life, ends_on, is_in_danger, lives_of
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Warn of recordings in danger that everybody may hear; one that is withheld has no clock."""
    platforms = {platform.id: platform for platform in archive.platforms}
    answers = {answer.address: answer for answer in archive.answers}
    spared: Counter[str] = Counter()
    for call in archive.calls:
        if not (call.recordings and call.share.details and call.share.recording):
            continue
        lives = lives_of(call, platforms, answers, settings.today)
        ends = ends_on(lives)
        if ends is None or not is_in_danger(ends, (one.state for one in lives if not one.is_lost)):
            continue
        keepers = {
            copy.kept_by
            for copy, life in zip(call.recordings, lives, strict=True)
            if life.state is CopyState.SPARED
        }
        spared.update(keepers)
        if not keepers:
            yield _due(archive, call, lives, ends, settings.today)
    for platform in archive.platforms:
        if spared[platform.id]:
            yield _spared(archive, platform, spared[platform.id])


def _due(
    archive: Archive,
    call: Call,
    lives: tuple[Life, ...],
    ends: datetime.date,
    today: datetime.date,
) -> Problem:
    """Warn at the copy that will be the last to go."""
    number, last = next(
        (number, life)
        for number, life in enumerate(lives)
        if not life.is_lost and life.copy_before == ends
    )
    place = archive.place(call.path, f"recordings[{number}].kept_by")
    if last.state is CopyState.LAST_DAY:
        when = (
            f"today, {ends}"
            if ends == last.deleted_by
            else f"by {last.deleted_by} and may be deleted already"
        )
        return problem("M603", place, when=when)
    when = f"on {ends}" if ends == last.deleted_by else f"from {ends} on"
    days = (ends - today).days
    left = "tomorrow" if days == 1 else f"in {days} days"
    return problem("M602", place, when=when, left=left, date=str(ends))


def _spared(archive: Archive, platform: Platform, found: int) -> Problem:
    place = archive.place("calls/platforms.yaml", f"{platform.id}.keeps_recordings")
    return problem("M604", place, platform=platform.id, count=found)
