"""An archive that has a call in each state of a recording; all calls are made up, and days are those of the tests."""

import datetime
from dataclasses import replace

from generator.model.retention import CopyState
from generator.privacy.public import (
    Found,
    LooseDate,
    PublicAnswer,
    PublicArchive,
    PublicCall,
    PublicLostCopy,
    PublicPlatform,
    PublicRecording,
    RecordingState,
    Status,
)
from tests.render.few_calls import HELD, SETTINGS, WITHHELD, made

TODAY = datetime.date(2031, 6, 1)
LIVING = replace(SETTINGS, today=TODAY)
ASKED = datetime.date(2031, 5, 20)
SWITCHBOARD = PublicPlatform("switchboard", "Switchboard", 0, 120, 0, (), ())
QUAYLINE = PublicPlatform("quayline", "Quayline", 0, 30, 0, (), ())


def answer(found: Found, **told: object) -> PublicAnswer:
    """Give an answer of the day on which addresses were asked for."""
    return replace(PublicAnswer(ASKED, found), **told)  # type: ignore[arg-type]


def copy(name: str, **told: object) -> PublicRecording:
    """Give a copy of a recording that is there."""
    one = PublicRecording(f"https://sound.example/{name}.mp3", "audio/mpeg", 18_200_000, "", "")
    return replace(one, **told)  # type: ignore[arg-type]


def call(day: datetime.date, title: str, state: RecordingState, **told: object) -> PublicCall:
    """Give a call of a day in a state of its recording."""
    name = f"{day.isoformat()}-{title.lower().replace(' ', '-')}"
    one = replace(
        HELD,
        id=name,
        path=f"calls/{day.year}/{name}.yaml",
        date=LooseDate(day.year, day.month, day.day),
        title=title,
        recording_state=state,
        status=Status.HELD,
        series="",
        notes=(),
        starts_at=None,
    )
    return replace(one, **told)  # type: ignore[arg-type]


def due_on(day: datetime.date, **told: object) -> PublicRecording:
    """Give a copy that the Switchboard deletes on a day."""
    last = {"state": CopyState.DUE, "kept_by": "switchboard", "copy_before": day, "deleted_by": day}
    return copy("due", **(last | told))


LASTING = call(
    datetime.date(2031, 1, 8),
    "Lasting",
    RecordingState.RECORDING,
    recordings=(
        copy("lasting", duration=6130, keeper="the River library", answer=answer(Found.THERE)),
        copy("mirror", answer=answer(Found.THERE, moved_to="https://mirror.example/river.mp3")),
    ),
    transcribed=("",),
)
_FIRST, _SECOND = datetime.date(2031, 6, 7), datetime.date(2031, 6, 19)
SECOND = call(
    datetime.date(2031, 2, 19),
    "Second",
    RecordingState.RECORDING,
    recordings=(due_on(_SECOND),),
    ends_on=_SECOND,
)
FIRST = call(
    datetime.date(2031, 2, 7),
    "First",
    RecordingState.RECORDING,
    recordings=(due_on(_FIRST, answer=answer(Found.REFUSED)),),
    ends_on=_FIRST,
)
GONE = call(
    datetime.date(2031, 1, 15),
    "Vanished",
    RecordingState.GONE,
    lost=(
        PublicLostCopy(
            CopyState.GONE,
            ASKED,
            keeper="the Mill Town server",
            url="https://mill.example/river.ogg",
            answer=answer(Found.GONE, status=404),
            sha256="ab" * 32,
        ),
    ),
)
EXPIRED = call(
    datetime.date(2031, 4, 2),
    "Deleted",
    RecordingState.EXPIRED,
    lost=(
        PublicLostCopy(
            CopyState.EXPIRED,
            datetime.date(2031, 5, 3),
            kept_by="quayline",
            asked_at="https://quayline.example/secretly-long-name.mp3",
        ),
    ),
)
PERHAPS = call(
    datetime.date(2031, 5, 14),
    "Unlisted",
    RecordingState.MISSING,
    platform="switchboard",
    provider_deletes_on=datetime.date(2031, 9, 11),
)
CLOSED = call(datetime.date(2031, 3, 1), "Closed", RecordingState.WITHHELD)
NEVER = call(datetime.date(2031, 3, 2), "Never", RecordingState.NEVER_MADE)
CALLS = (LASTING, GONE, FIRST, SECOND, CLOSED, NEVER, EXPIRED, WITHHELD, PERHAPS)
ARCHIVE = PublicArchive(calls=CALLS, platforms=(QUAYLINE, SWITCHBOARD))

__all__ = ["ARCHIVE", "CALLS", "LIVING", "made"]
