"""Non-interference at the gate: what may be seen is the same value whatever the withheld text is.

`CALLS_GATE_PAIRS` says how many pairs of archives are tried; 1000 unless given.
"""

import dataclasses
import datetime
import os
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.archive import Archive
from generator.model.call import (
    Basis,
    Call,
    Confidence,
    Count,
    Evidence,
    Mode,
    NotesAbsence,
    Recording,
    RecordingAbsence,
    Status,
)
from generator.model.minutes import Adoption, Origin
from generator.privacy import gate
from tests.privacy.full_call import ARCHIVE, CALL, NOTES, SETTINGS, SOURCE, share

PAIRS = int(os.environ.get("CALLS_GATE_PAIRS", "1000"))
SEEDS = st.integers(0, 2**32)
LEVELS = st.lists(st.tuples(*[st.booleans()] * 4), min_size=1, max_size=5)
NOTES_FIELDS = ("minutes", "minutes_note")
RECORDING_FIELDS = ("recordings", "recording", "recording_note")
IDENTIFYING = ("series", "groups")


def drawn(seed: int) -> dict[str, object]:
    """Give another value for every field of a call, or none."""
    draw = random.Random(seed)
    words = f"{seed:x} words"
    items = draw.randint(0, 3)
    values: dict[str, object] = {
        "title": words,
        "series": draw.choice(("", "river-open-call")),
        "zone": draw.choice(("Asia/Tokyo", "America/Chicago")),
        "start": draw.choice((None, datetime.time(draw.randint(0, 23), draw.randint(0, 59)))),
        "length": draw.randint(0, 300),
        "status": draw.choice(list(Status)),
        "reason": words,
        "mode": draw.choice(list(Mode)),
        "mode_note": words,
        "moved_from": (datetime.datetime(2031, 1, draw.randint(1, 30), 20),) * draw.randint(0, 2),
        "extra": draw.choice((False, True)),
        "restored": draw.choice((0, 1)),
        "occurrence": draw.choice((None, datetime.date(2031, 1, draw.randint(1, 30)))),
        "aliases": (f"2031-{seed}",) * draw.randint(0, 2),
        "hosts": (words, "river-planning")[: draw.randint(0, 2)],
        "groups": ("river-planning",) * draw.randint(0, 1),
        "hubs": ("spring-gathering",) * draw.randint(0, 1),
        "platform": draw.choice(("", "switchboard")),
        "purpose": words,
        "join": f"https://{seed}.example/",
        "roles": ((words, words),) * draw.randint(0, 2),
        "participants": draw.choice((None, Count(draw.randint(1, 400)))),
        "participants_note": words,
        "places": (f"{words}, PA",) * draw.randint(0, 3),
        "agenda": (words,) * items,
        "agenda_minutes": tuple(draw.randint(0, 60) for _ in range(items)),
        "recordings": (Recording(f"https://{seed}.example/1.mp3"),) * draw.randint(0, 2),
        "recording": draw.choice(list(RecordingAbsence)),
        "recording_note": words,
        "minutes": draw.choice(list(NotesAbsence)),
        "minutes_note": words,
        "sources": (dataclasses.replace(SOURCE, title=words),) * draw.randint(0, 2),
        "evidence": draw.choice(list(Evidence)),
        "confidence": draw.choice(list(Confidence)),
        "date_note": words,
        "context": words,
        "basis": draw.choice(list(Basis)),
        "path": f"calls/{seed}.yaml",
    }
    return values


def withheld(values: dict[str, object], level: tuple[bool, bool, bool, bool]) -> dict[str, object]:
    """Keep the values of the fields that a level of sharing withholds, as records.md has it."""
    minutes, recording, details, identify = level
    if not details:
        return {n: v for n, v in values.items() if not (identify and n in IDENTIFYING)}
    closed = (() if minutes else NOTES_FIELDS) + (() if recording else RECORDING_FIELDS)
    return {name: value for name, value in values.items() if name in closed}


def archive_of(levels: list[tuple[bool, bool, bool, bool]], seed: int) -> Archive:
    """Give an archive with a call for each level on one day, its withheld fields and notes drawn by a seed."""
    draw = random.Random(seed)
    calls = []
    notes = []
    for number, level in enumerate(levels, 1):
        call = dataclasses.replace(CALL, id=f"2031-03-05-withheld-{number}", share=share(*level))
        values = withheld(drawn(seed + number), level)
        calls.append(dataclasses.replace(call, **values))  # type: ignore[arg-type]
        own = dataclasses.replace(NOTES, call=call.id, adopted_by="")
        if not (level[0] and level[2]):
            changed = dataclasses.replace(
                own,
                body=f"{seed}",
                taken_by=f"{seed}",
                reviewed_by=f"{seed}" * draw.randint(0, 1),
                origin=draw.choice(list(Origin)),
                adoption=draw.choice(list(Adoption)),
                redactions=draw.randint(0, 9),
            )
            notes += [changed] * draw.randint(0, 2)
        else:
            notes.append(own)
    # As the loader orders them: by the withheld hours too.
    in_order = sorted(calls, key=lambda call: (call.start or datetime.time.min, call.id))
    return dataclasses.replace(ARCHIVE, calls=tuple(in_order), minutes=tuple(notes))


def test_every_field_is_varied():
    """The values drawn here name every field of a call but those that are always public."""
    fields = {field.name for field in dataclasses.fields(Call)}
    assert fields - {"id", "date", "share"} == set(drawn(1))


@settings(
    max_examples=PAIRS,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(LEVELS, SEEDS, SEEDS)
def test_withheld_values_change_nothing_that_may_be_seen(levels, one, other):
    """Two archives that differ in withheld fields and notes only are published as equal values."""
    first, second = (gate.publish(archive_of(levels, seed), SETTINGS) for seed in (one, other))
    assert first == second
